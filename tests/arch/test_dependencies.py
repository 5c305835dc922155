"""Every package has a pinned version, a reason and a licence on paper."""

import re
from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from console.chores import licences
from tests.support import house

PROJECT = house.project()["project"]
REQUIREMENTS = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]]
PINS = dict(line.split("==") for line in house.read("constraints.txt").split())
KEYS: dict[str, str] = {canonicalize_name(name): version for name, version in PINS.items()}


def closure() -> dict[str, str]:
    """Every package that the project needs on this machine, tests included, with the version that is installed."""
    todo, needed = list(REQUIREMENTS), dict[str, str]()
    while todo:
        requirement = todo.pop()
        extras = {"", *requirement.extras}
        if requirement.marker and not any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
            continue
        found = distribution(requirement.name)
        key = canonicalize_name(requirement.name)
        if needed.setdefault(key, "") == "":
            needed[key] = found.version
            todo += [Requirement(line) for line in found.requires or []]
    return needed


def test_constraints_are_names_and_versions_and_nothing_else() -> None:
    odd = [line for line in house.read("constraints.txt").splitlines() if not re.fullmatch(r"[\w.-]+==[\w.]+", line)]
    assert not odd, f"constraints.txt holds name==version, no addresses, no markers: {odd}"
    assert list(KEYS) == sorted(KEYS), "constraints.txt is in alphabetical order"


def test_every_package_is_pinned_those_of_packages_too() -> None:
    unpinned = sorted(closure().keys() - KEYS.keys())
    assert not unpinned, f"pin in constraints.txt: {[f'{name}=={closure()[name]}' for name in unpinned]}"


def test_what_is_installed_is_what_is_pinned() -> None:
    other = {name: (version, KEYS[name]) for name, version in closure().items() if KEYS.get(name, version) != version}
    assert not other, f"installed and pinned differ: {other}"


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_a_pin_satisfies_the_project(requirement: Requirement) -> None:
    assert requirement.specifier.contains(KEYS[canonicalize_name(requirement.name)])


def test_every_dependency_has_its_reason_and_every_reason_its_dependency() -> None:
    page = house.read("docs/dependencies.md")
    reasons = dict(re.findall(r"^\| `([^`]+)` \| (.+?) \|", page, re.MULTILINE))
    wanted = {requirement.name for requirement in REQUIREMENTS}
    assert reasons.keys() == wanted, f"docs/dependencies.md: {sorted(reasons.keys() ^ wanted)} is only on one side"
    assert all(len(reason) > 20 for reason in reasons.values())


def test_the_page_of_licences_is_up_to_date() -> None:
    rows = re.findall(r"^\| ([\w.-]+) \| (\d[\w.]*) \| [^|]+ \|$", house.read("docs/licences.md"), re.MULTILINE)
    assert dict(rows) == PINS, "run `python -m console.chores.licences`"


def test_licences_on_the_page_are_those_the_packages_say() -> None:
    assert house.read("docs/licences.md") == licences.page(house.read("constraints.txt"), PROJECT["dependencies"])
