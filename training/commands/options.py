"""``python -m training options``: every key of a configuration, with default, range and meaning."""

import argparse
import json
import sys

from engine.errors import RequestError
from training.config import explained_options
from training.events import Events
from training.retrain.presets import PRESETS

SUMMARY = "list every option of a training configuration"
_KINDS = {bool: "bool", int: "int", float: "float", str: "text", tuple: "list"}
_WIDE = 34  # columns for a name and its default
# Tables without keys of their own: section -> lines of the list.
_TABLES = {
    "data": (
        "[data.admission]  # who may be scored",
        '# views = ["AP", "PA"]; min_age_years and max_age_years: numbers;',
        '# content = "frontal chest film", "unknown" or "any"',
    ),
    "search": (
        "[search.ranges]  # what is varied: lists of values, or spans",
        '# "network.dropout" = [0.0, 0.2]; "network.l2" = {low = 1e-6, high = 1e-3, log = true}',
    ),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("section", nargs="?", help="only this section")
    parser.add_argument("--json", action="store_true", help="facts only, without the text")


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Tells the options: for people on standard error, as facts in the last event."""
    sections = explained_options()
    if arguments.section is not None and arguments.section not in sections:
        raise RequestError(
            f"no section is called {arguments.section!r}",
            hint=f"There are: {', '.join(name for name in sections if name)}.",
        )
    found, lines = {}, []
    for section, rows in sections.items():
        if arguments.section not in (None, section):
            continue
        tables = ["", *_TABLES[section]] if section in _TABLES else []
        lines.append(f"\n[{section}]" if section else "\n# above all sections")
        for row in rows:
            allowed = f" ({row.range_text()})" if row.range_text() else ""
            default = list(row.default) if isinstance(row.default, tuple) else row.default
            # As TOML writes it, of which JSON's texts, numbers, truths and lists are a part.
            setting = f"{row.name} = {json.dumps(default, ensure_ascii=False)}"
            lines.append(f"{setting:<{_WIDE}}  # {row.help}{allowed}")
            name = f"{section}.{row.name}" if section else row.name
            found[name] = {
                "default": default,
                "kind": _KINDS[type(row.default)],
                "help": row.help,
                "allowed": row.range_text(),
                "low": row.low,
                "high": row.high,
                "unit": row.unit,
                "choices": list(row.choices),
            }
        lines += tables
    if not arguments.json:
        sys.stderr.write("\n".join(lines) + "\n")
    events.done(options=found, presets=PRESETS)
    return 0
