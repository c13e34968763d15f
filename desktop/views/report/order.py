"""What the window knows of the image on screen, as a report takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.state.session import SessionState
from desktop.state.workspace import Item

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.explain.explanation import Explanation
    from engine.report.request import Look, Reading


def reading_of(state: SessionState, item: Item) -> Reading | None:
    """Everything that may be told of an item; None while there is nothing to report.

    Finished maps only: the one on screen, then those of other classes made in the same way.
    """
    from engine.report.request import Reading

    radiograph = item.listed.radiograph
    if item.reading is None or item.is_hidden or radiograph is None:
        return None
    prediction = item.reading.prediction
    model = state.models.open_model(prediction.model_id)
    if model is None:
        return None
    return Reading(
        radiograph=radiograph,
        manifest=model.manifest,
        admission=item.reading.admission,
        prediction=prediction,
        frame=item.frame,
        explanations=_maps(item),
        panel=item.panels.get(item.shown),
        sheet=state.marks.sheet(item),
        override=item.override,
        decisions=item.decisions,
    )


def look_of(state: SessionState, *, is_contour: bool) -> Look:
    """Maps painted as on screen, or in lines."""
    from engine.report.request import Look

    look = state.overlay.look
    return Look(
        colour_map=look.colour_map,
        opacity=look.opacity,
        threshold=look.threshold,
        is_signed=True if look.is_signed else None,
        is_contour=is_contour,
    )


def _maps(item: Item) -> tuple[Explanation, ...]:
    first = item.explanations.get(item.shown) if item.shown is not None else None
    if first is None:
        return ()
    return (first, *(other for other in item.companions if other is not first))
