"""The project as text: where its files are, and their syntax trees."""

import ast
import fnmatch
import os
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

Node = TypeVar("Node", bound=ast.AST)

ROOT = Path(__file__).parents[2]

PACKAGES = ("console", "widgets", "capture", "overlays")
"""What is installed and runs."""


@cache
def project() -> dict[str, Any]:
    """All of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read(path: str) -> str:
    """Text of a file, named from the project's folder."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def trees(*folders: str) -> dict[str, ast.Module]:
    """Syntax tree of every module in these folders, by its path from the project's folder."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def nodes(kind: type[Node], *folders: str) -> Iterator[tuple[str, Node]]:
    """Every node of a kind with the path of its module."""
    for path, tree in trees(*folders).items():
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, kind))


@cache
def ignored() -> tuple[str, ...]:
    """Patterns of .gitignore: what a run may leave in the folder and nobody keeps."""
    lines = (line.strip().rstrip("/") for line in read(".gitignore").splitlines())
    return (".git", *(line for line in lines if line and not line.startswith("#")))


def kept(name: str) -> bool:
    """Whether a file or folder of this name belongs to the project."""
    return not any(fnmatch.fnmatch(name, pattern) for pattern in ignored())


def files() -> Iterator[Path]:
    """Every file of the project, from its folder."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if kept(name)]
        yield from (Path(folder, name).relative_to(ROOT) for name in names if kept(name))
