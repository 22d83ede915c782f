"""How long a file and a function may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tools.fault import Fault

FILE_LINES = 300
FUNCTION_LINES = 40


def long_file(path: str, source: str) -> Iterator[Fault]:
    """The file itself, where it has too many lines."""
    lines = len(source.splitlines())
    if lines > FILE_LINES:
        yield Fault(path, FILE_LINES + 1, f"the file has {lines} lines, {FILE_LINES} are allowed")


def long_functions(path: str, tree: ast.Module) -> Iterator[Fault]:
    """The functions with too many lines, counted from `def` to the last line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                message = f"the function {node.name} has {lines} lines, {FUNCTION_LINES} are allowed"
                yield Fault(path, node.lineno, message)
