"""The permission checks as they stand in the source, and running the project without one of them.

A check is a statement: `require(by, act)`, `check_may(user, act)`, or an `if` whose whole body is
`raise PermissionDenied` or `raise NotAllowed`. A new one is found by itself.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
_GUARDS = {"require", "check_may"}
_REFUSALS = {"PermissionDenied", "NotAllowed"}


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its module, the function that makes it (`Class.name` for a method), and its line."""

    module: str
    function: str
    line: int

    def __str__(self) -> str:
        return f"{self.module.removeprefix('releases.')}:{self.function}"


def checks(folder: str) -> list[Check]:
    """The checks under a folder of the project, in the order of the source."""
    return [
        Check(".".join(path.relative_to(ROOT).with_suffix("").parts), function, statement.lineno)
        for path in sorted((ROOT / folder).rglob("*.py"))
        for function, statement in _checks(ast.parse(path.read_text(encoding="utf-8")), "")
    ]


def _checks(node: ast.AST, inside: str) -> Iterator[tuple[str, ast.stmt]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield from _checks(child, f"{inside}{child.name}.")
        elif isinstance(child, ast.stmt) and _is_check(child):
            yield inside.rstrip("."), child
        else:
            yield from _checks(child, inside)


def _is_check(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Call) and _name(statement.value) in _GUARDS
    return (
        isinstance(statement, ast.If)
        and len(statement.body) == 1
        and isinstance(statement.body[0], ast.Raise)
        and _name(statement.body[0].exc) in _REFUSALS
    )


def _name(node: ast.expr | None) -> str:
    """The name that an expression is, or that it calls."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.id if isinstance(node, ast.Name) else ""


def delete(check: Check, patch: pytest.MonkeyPatch) -> None:
    """Runs the function without the statement until `patch` is undone."""
    function = _function(check)
    path = Path(inspect.getfile(function))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    whole = compile(_Without(check.line).visit(tree), str(path), "exec")
    code = next(code for code in _codes(whole) if code.co_qualname == check.function)
    patch.setattr(function, "__code__", code)


class _Without(ast.NodeTransformer):
    def __init__(self, line: int) -> None:
        self.line = line

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.stmt) and node.lineno == self.line and _is_check(node):
            return ast.copy_location(ast.Pass(), node)
        return super().generic_visit(node)


def _function(check: Check) -> FunctionType:
    found: Any = importlib.import_module(check.module)
    for name in check.function.split("."):
        found = getattr(found, name)
    function = inspect.unwrap(found)
    assert isinstance(function, FunctionType)
    return function


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)
