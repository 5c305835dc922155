from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def clips_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where clips are made once for the whole run."""
    return tmp_path_factory.mktemp("clips")
