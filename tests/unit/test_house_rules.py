"""Rules of the house that no linter knows."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(p for f in ("engine", "desktop", "training") for p in (ROOT / f).rglob("*.py"))
FORBIDDEN_FILES = {"utils.py", "helpers.py", "common.py", "misc.py"}
FORBIDDEN_CLASSES = re.compile(r"(Manager|Handler|Controller|Facade)$")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_says_its_place_and_carries_a_domain_name(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]

    assert path.name not in FORBIDDEN_FILES
    assert ast.get_docstring(tree), "a module docstring is missing"
    assert not [name for name in classes if FORBIDDEN_CLASSES.search(name)]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_exception_is_swallowed_and_nothing_is_unpickled(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            is_broad = node.type is None or (
                isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
            )
            does_nothing = all(isinstance(line, ast.Pass) for line in node.body)
            assert not (is_broad and does_nothing), f"line {node.lineno}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name for alias in node.names} | {getattr(node, "module", None)}
            assert not names & {"pickle", "joblib", "dill", "shelve"}, f"line {node.lineno}"
        if isinstance(node, ast.keyword) and node.arg == "allow_pickle":
            assert isinstance(node.value, ast.Constant)
            assert node.value.value is False, f"line {node.value.lineno}"
