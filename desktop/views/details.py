"""Facts of the item on screen as text for the clipboard, without patient data."""

import json

from desktop.state.workspace import Item
from desktop.views.panels.error_page import details_text


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
            facts["is_overridden"] = item.is_overridden
    if item.explanation is not None:
        facts["explanation"] = item.explanation.facts()
    for name, error in (("score", item.reading_error), ("map", item.explanation_error)):
        if error is not None:
            facts[f"{name}_error"] = error.as_json() | {"file": None}
    return json.dumps(facts, indent=2, ensure_ascii=False, default=str)
