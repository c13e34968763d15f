"""A result as JSON: what ``whyray explain --json`` writes, of a reading that is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.errors import display_path
from engine.report.request import Reading


def result_document(
    reading: Reading, outside: Sequence[dict[str, Any] | None], written: dict[str, str]
) -> dict[str, Any]:
    """The document: the file, its checks and scores, then one explanation or several.

    Args:
        reading: what is known.
        outside: of each explanation, how much of it lies outside the lungs.
        written: kind -> path of what goes with it.
    """
    override, admission = reading.override, reading.admission
    about: dict[str, Any] = {
        "file": display_path(reading.radiograph.path),
        "frame": reading.frame,
        "sha256": reading.radiograph.sha256,
        "admission": None if admission is None else admission.as_json(),
        "override": None if override is None else {"reason": override.reason},
        "notes": list(reading.radiograph.notes),
        "prediction": reading.prediction.as_json(),
    }
    if reading.is_by_another:
        about["is_by_active_model"] = False
    results = [
        {"explanation": explanation.facts() | {"outside_lungs": place}}
        for explanation, place in zip(reading.explanations, outside, strict=True)
    ]
    if len(results) > 1:
        return about | {"results": results, "written": written}
    return about | (results[0] if results else {"explanation": None}) | {"written": written}
