"""What lies where, and what no file may say."""

import re
from pathlib import Path

from tests.support import house

TOP = {
    *("console", "widgets", "capture", "overlays", "assets", "tests", "docs", ".ci"),
    *("pyproject.toml", "console.spec", "constraints.txt", "Makefile", ".gitignore"),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
}

NOT_SAID = {
    r"files\.pythonhosted\.org|\bpypi\.org|registry\.npmjs\.org|deb\.debian\.org": "a registry's address",
    r"--(?:extra-)?index-url|--find-links": "where packages come from",
    r"/(?:work|farm|root)/|/tmp/venv|/tmp/brief|\.pyenv": "a path of one machine",
    r"\.\./shared|shared/design": "a place outside the project",
}
"""Pattern -> what it is. This file alone may say them."""

TEXT = {"", ".py", ".md", ".toml", ".txt", ".json", ".cfg", ".ini", ".sh", ".yml", ".yaml", ".spec", ".conf", ".csv"}


def test_the_top_level_holds_what_it_should_and_nothing_else() -> None:
    strangers = {path.name for path in house.ROOT.iterdir() if house.kept(path.name)} - TOP
    assert not strangers, f"the top level is fixed; these belong elsewhere: {sorted(strangers)}"


def test_no_file_names_a_registry_or_a_place_of_one_machine() -> None:
    found = [
        f"{path}: “{match.group()}” is {what}"
        for path in house.files()
        if path.suffix in TEXT and "data" not in path.parts and house.ROOT / path != Path(__file__)
        for pattern, what in NOT_SAID.items()
        if (match := re.search(pattern, house.read(str(path))))
    ]
    assert not found, "\n".join(found)


def test_links_and_pictures_of_the_pages_are_there() -> None:
    pages = [path for path in house.files() if path.suffix == ".md"]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)[^):]*\)", house.read(str(page)))]
    assert len(links) > 10
    broken = [f"{page} → {link}" for page, link in links if not (house.ROOT / page.parent / link).exists()]
    assert not broken, f"these lead nowhere: {broken}"


def test_tests_lie_where_their_subject_lies() -> None:
    lost = [
        str(path)
        for path in house.files()
        if path.parts[0] == "tests" and path.parts[1] in house.PACKAGES and path.name.startswith("test_")
        if not _subject_exists(path.parent.parts[1:], path.stem.removeprefix("test_"))
    ]
    assert not lost, f"tests mirror the source; these have no module of their name: {lost}"


def test_tests_are_no_package() -> None:
    packages = [str(path) for path in house.files() if path.parts[0] == "tests" and path.name == "__init__.py"]
    assert not packages, f"helpers are imported as tests.support.x; remove {packages}"


def _subject_exists(folder: tuple[str, ...], name: str) -> bool:
    place = house.ROOT.joinpath(*folder)
    return any((place / f"{start}.py").is_file() or (place / start).is_dir() for start in _starts(name))


def _starts(name: str) -> list[str]:
    """`chunk_reader_limits` may be the tests of chunk_reader_limits, chunk_reader or chunk."""
    words = name.split("_")
    return ["_".join(words[:count]) for count in range(len(words), 0, -1)]
