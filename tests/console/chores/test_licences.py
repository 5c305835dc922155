from collections.abc import Callable
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from console.chores import licences
from console.errors import ConsoleError

Only = Callable[..., None]
"""Makes a package with these lines of metadata the only one installed."""


def installed(folder: Path, *lines: str) -> Distribution:
    home = folder / "strange-1.0.dist-info"
    home.mkdir()
    (home / "METADATA").write_text(
        "\n".join(["Metadata-Version: 2.4", "Name: strange", "Version: 1.0", *lines, "", ""])
    )
    return Distribution.at(home)


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Only:
    def install(*lines: str) -> None:
        found = installed(tmp_path, *lines)
        monkeypatch.setattr(licences, "distribution", lambda _: found)

    return install


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        (["License-Expression: MIT", "License: other"], "MIT"),
        (["License: BSD 2-Clause License"], "BSD-2-Clause"),
        (["License: a text", "        of two lines", "Classifier: License :: OSI Approved :: MIT License"], "MIT"),
        (["Classifier: License :: OSI Approved :: Apache Software License"], "Apache-2.0"),
    ],
)
def test_the_licence_is_found_in_metadata_new_and_old(only: Only, lines: list[str], licence: str) -> None:
    only(*lines)
    assert licences.row_of("strange") == ("strange", "1.0", licence)


def test_a_package_that_does_not_say_its_licence_is_refused_by_name(only: Only) -> None:
    only("Classifier: Topic :: Multimedia")
    with pytest.raises(ConsoleError, match=r"licence_unknown.*strange"):
        licences.row_of("strange")


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(ConsoleError, match=r"package_not_installed.*no-such-package"):
        licences.row_of("no-such-package")


def test_packages_that_only_test_stand_apart() -> None:
    text = licences.page("httpx==0.28.1\nidna==3.20\npluggy==1.7.0\n", ["httpx>=0.28"])
    running, _, tools = text.partition("only test it")
    assert "| httpx |" in running
    assert "| idna |" in running
    assert "| pluggy |" in tools
