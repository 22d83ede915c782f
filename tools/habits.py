"""Habits of code that are not allowed, with or without a `noqa`: ruff lets some of them through."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tools.fault import Fault

BROAD = frozenset({"Exception", "BaseException"})
LEFT_OUT = frozenset({"skip", "skipif", "skipIf", "skipUnless", "SkipTest", "xfail", "importorskip"})


def broad_excepts(path: str, tree: ast.Module) -> Iterator[Fault]:
    """Handlers that catch everything and do not raise it on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _raises_on(node):
            yield Fault(path, node.lineno, "a broad except: name the exceptions that are expected here")


def tests_left_out(path: str, tree: ast.Module) -> Iterator[Fault]:
    """Tests that are skipped or expected to fail."""
    for node in ast.walk(tree):
        name = _test_mark(node)
        if name in LEFT_OUT:
            yield Fault(path, getattr(node, "lineno", 1), f"{name}: a test runs and passes, or is taken away")


def _is_broad(caught: ast.expr | None) -> bool:
    match caught:
        case None:
            return True
        case ast.Tuple(elts=elements):
            return any(map(_is_broad, elements))
        case _:
            return ast.unparse(caught) in BROAD


def _raises_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _test_mark(node: ast.AST) -> str:
    """The last name of `pytest.skip`, `pytest.mark.xfail` or `unittest.skipIf`, or of an import of one."""
    match node:
        case ast.Attribute(value=ast.Name(id="pytest" | "unittest" | "mark"), attr=name):
            return name
        case ast.Attribute(value=ast.Attribute(attr="mark"), attr=name):
            return name
        case ast.ImportFrom(module="pytest" | "unittest", names=names):
            return next((alias.name for alias in names if alias.name in LEFT_OUT), "")
        case _:
            return ""
