"""What the window knows of the image on screen, as a report takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.state.session import SessionState
from desktop.state.workspace import Item, Placed

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.report.request import Look, Reading
    from engine.trust.outside import Outside


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
    keys = _keys(item)
    return Reading(
        radiograph=radiograph,
        manifest=model.manifest,
        admission=item.reading.admission,
        prediction=prediction,
        frame=item.frame,
        explanations=tuple(item.explanations[key] for key in keys),
        outside=tuple(_outside(item.places.get(key)) for key in keys),
        panel=item.panels.get(item.shown),
        sheet=state.marks.sheet(item),
        override=item.override,
        decisions=item.decisions,
        active_id="" if item.listed.is_sample else state.models.active_id,
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


def _keys(item: Item) -> list[tuple[Any, ...]]:
    """Of the finished map on screen, then of those of other classes made in the same way."""
    if item.shown not in item.explanations:
        return []
    others = {id(explanation) for explanation in item.companions}
    rest = [key for key, made in item.explanations.items() if id(made) in others]
    return [item.shown, *sorted(rest, key=lambda key: item.explanations[key].target.column)]


def _outside(placed: Placed | None) -> Outside | None:
    from engine.trust.outside import Outside

    return None if placed is None else Outside(placed.share, placed.even)
