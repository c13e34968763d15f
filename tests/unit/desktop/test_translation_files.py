"""The translation files hold every text of the code, and every translation fits its text."""

import ast
import importlib.util
import re
import string
from pathlib import Path

import pytest

from desktop.language import LANGUAGES
from desktop.paths import TRANSLATIONS
from tests.support.translation_files import messages_of, texts_of_file

ROOT = Path(__file__).resolve().parents[3]
TRANSLATED = [language.code for language in LANGUAGES if language.code != "en"]
every_language = pytest.mark.parametrize("code", TRANSLATED)
_MNEMONIC = re.compile(r"&(?=\w)")


def file_of(code, suffix="ts"):
    return TRANSLATIONS / f"whyray_{code}.{suffix}"


@pytest.fixture(scope="module")
def tool():
    """``build/translations.py``, which is no package."""
    spec = importlib.util.spec_from_file_location("t", ROOT / "build" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts_in_code():
    """(context, text) of everything that the window wraps, read without Qt's own tool."""
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        yield from _texts_below(ast.parse(path.read_text(encoding="utf-8")), "")


def _texts_below(node, owner):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            name = getattr(child.func, "attr", getattr(child.func, "id", ""))
            words = [a.value for a in child.args if isinstance(a, ast.Constant)]
            if name in ("translate", "QT_TRANSLATE_NOOP") and len(words) >= 2:
                yield words[0], words[1]
            elif name == "tr" and isinstance(child.func, ast.Attribute) and words:
                yield owner, words[0]
        yield from _texts_below(child, child.name if isinstance(child, ast.ClassDef) else owner)


def fields_of(text):
    """The fields of a template, each with its conversion and format; empty where it is none."""
    try:
        return sorted((f[1], f[3], f[2]) for f in string.Formatter().parse(text) if f[1])
    except ValueError:  # a formula, no template
        return []


@every_language
def test_every_text_of_the_window_is_filed(code):
    missing = sorted(set(texts_in_code()) - texts_of_file(file_of(code)))
    assert missing == [], "run build/translations.py update"


def test_the_files_are_in_step_with_the_code(tool, tmp_path):
    tool.update(tmp_path)
    for code in TRANSLATED:
        assert texts_of_file(tmp_path / f"whyray_{code}.ts") == texts_of_file(file_of(code))


def test_what_is_loaded_was_made_from_the_sources(tool, tmp_path):
    tool.release(TRANSLATIONS, tmp_path)
    for language in LANGUAGES:
        made = (tmp_path / f"whyray_{language.code}.qm").read_bytes()
        assert made == file_of(language.code, "qm").read_bytes(), (
            "run build/translations.py release"
        )


@every_language
def test_fields_and_counts_survive_translation(code):
    wrong = [
        (message.source, form)
        for message in messages_of(file_of(code))
        for form in message.forms
        if form
        and (
            fields_of(form) != fields_of(message.source)
            or ("%n" in message.source and message.is_plural and "%n" not in form)
        )
    ]
    assert wrong == []


@every_language
def test_commands_keep_their_dots_and_have_one_mnemonic_at_most(code):
    wrong = [
        (message.source, form)
        for message in messages_of(file_of(code))
        for form in message.forms
        if message.context == "Commands"
        and form
        and (
            message.source.endswith("...") != form.endswith("...")
            or len(_MNEMONIC.findall(form)) > 1
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_nothing_is_left_untranslated(code):
    left = [
        (message.context, message.source)
        for message in messages_of(file_of(code))
        if not message.is_finished or not all(message.forms)
    ]
    assert left == []
