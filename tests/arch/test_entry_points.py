"""A driver is one file and one line: pyproject.toml's entry points and the files they name agree."""

import ast
import importlib
from typing import Any

import pytest

from console.ports.overlay import OverlayDriver
from console.ports.source import SourceDriver
from tests.support import house

GROUPS: dict[str, type[SourceDriver[Any]] | type[OverlayDriver[Any, Any]]] = {
    "honban.sources": SourceDriver,
    "honban.overlays": OverlayDriver,
}
FOLDERS = {"honban.sources": "capture", "honban.overlays": "overlays"}

POINTS = house.project()["project"]["entry-points"]
LINES = [(group, kind, target) for group in GROUPS for kind, target in POINTS[group].items()]


@pytest.mark.parametrize(("group", "kind", "target"), LINES)
def test_an_entry_point_names_a_descriptor_of_its_own_kind(group: str, kind: str, target: str) -> None:
    module, _, name = target.partition(":")
    path = house.ROOT / f"{module.replace('.', '/')}.py"
    assert path.is_file(), f"[{group}] {kind} names {target}, but there is no {path.relative_to(house.ROOT)}"
    driver = getattr(importlib.import_module(module), name, None)
    assert isinstance(driver, GROUPS[group]), f"{target} is no {GROUPS[group].__name__}"
    assert driver.kind == kind, f"{target} says kind “{driver.kind}”, its entry point “{kind}”"
    assert driver.title_ja, f"{target} has no Japanese title"
    assert driver.title_en, f"{target} has no English title"


@pytest.mark.parametrize("group", GROUPS)
def test_every_driver_in_the_tree_has_its_line(group: str) -> None:
    folder = FOLDERS[group]
    drivers = {
        f"{path[:-3].replace('/', '.')}:DRIVER" for path, tree in house.trees(folder).items() if _has_driver(tree)
    }
    without = drivers - set(POINTS[group].values())
    assert not without, f'add to [project.entry-points."{group}"] in pyproject.toml: {sorted(without)}'


def test_no_group_of_entry_points_goes_unchecked() -> None:
    assert set(POINTS) == set(GROUPS), "teach tests/arch/test_entry_points.py the descriptor of the new group"


def test_the_command_leads_somewhere() -> None:
    module, _, name = house.project()["project"]["scripts"]["honban"].partition(":")
    assert callable(getattr(importlib.import_module(module), name))


def _has_driver(tree: ast.Module) -> bool:
    targets = [t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return any(isinstance(target, ast.Name) and target.id == "DRIVER" for target in targets)
