"""Texts with a count are found in their language, whoever says them."""

import ast
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "desktop"


def classes():
    for path in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield path, node


def counted(node):
    """Texts with a count that are asked for by ``self.tr``."""
    for call in ast.walk(node):
        if not (isinstance(call, ast.Call) and ast.unparse(call.func) == "self.tr"):
            continue
        first = call.args[0]
        if isinstance(first, ast.Constant) and "%n" in first.value:
            yield first.value


def test_tr_with_a_count_is_asked_by_classes_that_nobody_inherits_from():
    """Qt for Python looks in the contexts of the bases until a text differs from its source.

    With the count put in it differs at once, so that the translation is never reached.
    """
    found = list(classes())
    bases = {ast.unparse(base).rpartition(".")[2] for _, node in found for base in node.bases}
    wrong = [
        f"{path.name}: {text}"
        for path, node in found
        if node.name in bases
        for text in counted(node)
    ]

    assert wrong == []
    assert any(list(counted(node)) for _, node in found)  # it would be seen


def test_translate_is_never_given_a_count():
    """Qt's extraction for Python drops such a text, or takes it for one without a count."""
    wrong = [
        f"{path.name}:{call.lineno}"
        for path in sorted(FOLDER.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).rpartition(".")[2] == "translate"
        and len(call.args) + len(call.keywords) > 3
    ]
    assert wrong == []
