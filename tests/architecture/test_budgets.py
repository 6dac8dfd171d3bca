"""The house stays small: sizes of files, functions, templates and doors (architecture.md §7).

Complexity and the number of arguments are held by ruff (C901, PLR0913).
"""

import ast
from pathlib import Path

import pytest

from tests.architecture import exceptions

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path for path in (ROOT / "lms").rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "managers", "exceptions"}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_it_keeps_files_within_250_lines():
    too_long = {name_of(p): lines_of(p) for p in SOURCES if lines_of(p) > 250}
    assert {name: size for name, size in too_long.items() if name not in exceptions.FILES} == {}


def test_it_keeps_functions_within_40_lines():
    too_long = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                name = f"{name_of(path)}:{node.name}"
                if size > 40 and name not in exceptions.FUNCTIONS:
                    too_long.append((name, size))
    assert too_long == []


def test_it_keeps_templates_within_120_lines():
    too_long = {
        name_of(p): lines_of(p) for p in TEMPLATES if p.suffix in {".html", ".txt"} and lines_of(p) > 120
    }
    assert {name: size for name, size in too_long.items() if name not in exceptions.TEMPLATES} == {}


def test_it_keeps_doors_within_40_names():
    for path in (ROOT / "lms").glob("*/public.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [
            len(node.value.elts)
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.List | ast.Tuple)
        ]
        assert names, f"{name_of(path)} says nothing in __all__"
        assert max(names) <= 40, name_of(path)


def test_it_has_no_drawers():
    drawers = [name_of(p) for p in SOURCES if p.stem in FORBIDDEN_NAMES or set(p.parts) & FORBIDDEN_NAMES]
    assert drawers == []


@pytest.mark.parametrize("kind", ["FILES", "FUNCTIONS", "TEMPLATES"])
def test_it_lists_no_exception_that_is_no_longer_needed(kind: str):
    for name in getattr(exceptions, kind):
        path = ROOT / name.split(":")[0]
        assert path.exists(), f"{name} is gone: take it off the list"
        if kind == "FILES":
            assert lines_of(path) > 250, f"{name} fits now: take it off the list"
