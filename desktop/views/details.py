"""Facts of the item on screen as text for the clipboard, without patient data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.state.workspace import Item
from desktop.views.panels.error_page import details_text

if TYPE_CHECKING:
    from engine.explain.explanation import Explanation


def _without_paths(explanation: Explanation) -> dict[str, object]:
    """Its facts without the folders of a person's own files, whose names may tell of people."""
    from engine.explain.own_files import own_texts
    from engine.explain.registry import find_method

    facts = explanation.facts()
    for _, path in own_texts(find_method(explanation.method), explanation.options):
        facts["options"] = {k: _masked(v, path) for k, v in facts["options"].items()}
        facts["conventions"] = {k: _masked(v, path) for k, v in facts["conventions"].items()}
        facts["flags"] = [_masked(flag, path) for flag in facts["flags"]]
    return facts


def _masked(value: object, path: str) -> object:
    return value.replace(path, "own file") if isinstance(value, str) else value


def details_of(item: Item) -> str:
    """What was opened, scored and explained, and with what."""
    if item.error is not None:
        return details_text(item.error)
    facts: dict[str, object] = {}
    if item.radiograph is not None:
        radiograph = item.radiograph
        facts["image"] = {
            "sha256": radiograph.sha256,
            "kind": radiograph.kind,
            "transfer_syntax": radiograph.transfer_syntax,
            "size_hw": list(radiograph.size_hw),
            "bits_stored": radiograph.bits_stored,
            "frame": item.frame,
            "notes": list(radiograph.notes),
        }
    if item.reading is not None:
        facts["admission"] = item.reading.admission.as_json()
        if not item.is_score_withheld:
            facts["prediction"] = item.reading.prediction.as_json()
            facts["override"] = None if item.override is None else item.override.as_json()
            facts["decisions"] = [decision.as_json() for decision in item.decisions]
    if item.explanation is not None:
        facts["explanation"] = _without_paths(item.explanation)
    for name, error in (("score", item.reading_error), ("map", item.explanation_error)):
        if error is not None:
            facts[f"{name}_error"] = error.as_json() | {"file": None}
    return json.dumps(facts, indent=2, ensure_ascii=False, default=str)
