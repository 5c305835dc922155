"""Which language a person at the terminal reads."""

import pytest

from console.cli.language import language

NAMES = ("HONBAN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("surroundings", "expected"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8", "HONBAN_LANGUAGE": "ja"}, "ja"),
        ({"LANG": "ja_JP", "HONBAN_LANGUAGE": ""}, "ja"),
    ],
)
def test_the_nearest_setting_decides(
    surroundings: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert language() == expected
