"""Keeps the translations in step with the texts in the code.

    python build/translations.py update    collect the texts into resources/translations/*.ts
    python build/translations.py release   make the *.qm files that the window loads
    python build/translations.py check     say what is missing, unfinished or out of step

Runs in the project's environment (``.venv/bin/python``). Texts come from two places: what the
window wraps in ``tr`` or ``translate`` is found by Qt's lupdate; the engine's sentences,
``said("...")``, are found here, as are the facts of its methods and of their options (context
``Engine``) and the words of the samples (``Samples``).
"""

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # reads only our own files
from collections.abc import Iterator
from pathlib import Path

from desktop.paths import SAMPLES
from desktop.samples import list_samples
from engine.explain.registry import METHODS
from engine.options import option_facts

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "es")
PLURALS_ONLY = "en"  # English needs files only for "1 image" against "2 images"
# The call whose literal text is for people.
SAID = "said"


def main() -> int:
    """Runs the command named on the command line; returns its exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=("update", "release", "check"))
    command = parser.parse_args().command
    if command == "update":
        update(FOLDER)
    elif command == "release":
        release(FOLDER, FOLDER)
    else:
        problems = list(check())
        print("\n".join(problems) or "All texts are translated.")
        return 1 if problems else 0
    return 0


def update(folder: Path) -> None:
    """Brings every ``.ts`` file of that folder up to date; finished translations are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        engine = Path(name) / "engine_texts.py"
        lines = [f'QT_TRANSLATE_NOOP("Engine", {text!r})' for text in engine_texts()]
        lines += [f'QT_TRANSLATE_NOOP("Samples", {text!r})' for text in sample_texts()]
        engine.write_text("\n".join(lines), encoding="utf-8")
        sources = [*sorted((ROOT / "desktop").rglob("*.py")), engine]
        for code in (PLURALS_ONLY, *LANGUAGES):
            plural = ["-pluralonly"] if code == PLURALS_ONLY else []
            target = folder / f"whyray_{code}.ts"
            options = ["-locations", "none", "-no-obsolete", *plural]
            options += ["-source-language", "en", "-target-language", code]
            _run("lupdate", *map(str, sources), "-ts", str(target), *options)


def release(folder: Path, target: Path) -> None:
    """Makes the ``.qm`` file of every ``.ts`` file."""
    for source in sorted(folder.glob("*.ts")):
        _run("lrelease", "-silent", str(source), "-qm", str(target / f"{source.stem}.qm"))


def check() -> Iterator[str]:
    """What is wrong, a line each."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for source in FOLDER.glob("*.ts"):
            shutil.copy(source, fresh)
        update(fresh)
        for code in (PLURALS_ONLY, *LANGUAGES):
            stored, current = FOLDER / f"whyray_{code}.ts", fresh / f"whyray_{code}.ts"
            if not stored.exists() or texts_of(stored) != texts_of(current):
                yield f"whyray_{code}.ts is out of step with the code: run update"
            yield from (f"{code}: not translated: {text!r}" for text in unfinished(current))
        release(FOLDER, fresh)
        for built in sorted(fresh.glob("*.qm")):
            stored = FOLDER / built.name
            if not stored.exists() or stored.read_bytes() != built.read_bytes():
                yield f"{built.name} is out of step with its .ts file: run release"


def texts_of(source: Path) -> set[tuple[str, str]]:
    """(context, text) of every message of a ``.ts`` file."""
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(source).getroot().iter("context")
        for message in context.iter("message")
    }


def unfinished(source: Path) -> list[str]:
    """Texts of a ``.ts`` file that still need a translation."""
    return [
        message.findtext("source", "")
        for message in ET.parse(source).getroot().iter("message")
        if (found := message.find("translation")) is None or found.get("type") == "unfinished"
    ]


def engine_texts() -> list[str]:
    """The texts made by `said` that a person may see, and facts of methods, sorted."""
    found = {
        text
        for package in ("engine", "desktop")
        for path in sorted((ROOT / package).rglob("*.py"))
        for text in _texts_in(ast.parse(path.read_text(encoding="utf-8")))
    }
    return sorted(found | set(_facts_of_methods()))


def sample_texts() -> list[str]:
    """Titles and sentences of the radiographs that ship."""
    return [text for sample in list_samples(SAMPLES) for text in (sample.title, sample.text)]


def _facts_of_methods() -> Iterator[str]:
    """What the window says about methods and their options; papers are cited as they stand."""
    for method in METHODS:
        yield from (method.name, method.cost, method.definition)
        for facts in option_facts(method.options):
            yield from (facts.help, facts.label, *facts.choices)
            if facts.unit:
                yield facts.unit


def _texts_in(tree: ast.Module) -> Iterator[str]:
    constants = dict(_constants(tree))
    for node in ast.walk(tree):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if is_call and node.func.id == SAID and node.args:
            yield from _literals(node.args[0], constants)


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


def _literals(text: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    """The texts that an argument may stand for: itself, a constant, the values of a table."""
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        yield text.value
    elif isinstance(text, ast.Name) and text.id in constants:
        yield from _literals(constants[text.id], {})
    elif isinstance(text, ast.Subscript) and isinstance(text.value, ast.Name):
        table = constants.get(text.value.id)
        for value in table.values if isinstance(table, ast.Dict) else ():
            yield from _literals(value, {})


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{tool} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
