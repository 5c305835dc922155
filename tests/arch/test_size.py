"""Short enough to be read at once."""

import ast

from tests.support import house

MODULE_LINES = 450
FUNCTION_LINES = 50


def test_no_module_is_longer_than_450_lines() -> None:
    long = [
        f"{path}: {lines} lines"
        for path in house.trees(*house.PACKAGES, "tests")
        if (lines := house.read(path).count("\n")) > MODULE_LINES
    ]
    assert not long, "past 300 lines it is two modules, past 450 a defect: " + ", ".join(long)


def test_no_function_is_longer_than_50_lines() -> None:
    functions: list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]] = [
        *house.nodes(ast.FunctionDef, *house.PACKAGES),
        *house.nodes(ast.AsyncFunctionDef, *house.PACKAGES),
    ]
    long = [
        f"{path}:{node.lineno} {node.name}: {lines} lines"
        for path, node in functions
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not long, "a function does one thing, past 50 lines it does several: " + ", ".join(long)


def test_every_module_opens_with_what_it_is() -> None:
    mute = [path for path, tree in house.trees(*house.PACKAGES).items() if tree.body and not ast.get_docstring(tree)]
    assert not mute, f"a module opens with one sentence that says what it defines: {mute}"
