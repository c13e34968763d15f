"""What the worker of comparisons does: thin calls of the engine, as `desktop.jobs.tasks`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.jobs.tasks import Ask, explain, score
from desktop.state.compared import Compared
from engine.errors import WhyRayError
from engine.images.radiograph import Radiograph
from engine.progress import Step

if TYPE_CHECKING:
    from engine.images.decoder import Decoder
    from engine.inference.model import Model
    from engine.pipeline import Reading
    from engine.trust.matrix import Entry

SAVED_TILE_PX = 360
MOST_SAVED_ACROSS = 6  # where there is no matrix, but one row


def score_with_all(radiograph: Radiograph, models: Sequence[Model], frame: int) -> Iterator[Step]:
    """Scores one frame with several models.

    The last step's `result` holds a `Reading` by model id, or the error that kept it away.
    """
    found: dict[str, Reading | WhyRayError] = {}
    for place, model in enumerate(models):
        yield Step(place / len(models))
        try:
            found[model.manifest.id] = score(radiograph, model, frame)
        except WhyRayError as error:
            found[model.manifest.id] = error
    yield Step(1.0, result=found)


def explain_beside(ask: Ask, others: Mapping[int, Entry]) -> Iterator[Step]:
    """Explains one score, to stand beside others.

    The last step's `result` is an `Entry` and its agreement with each of the others, by place.
    """
    from engine.trust.matrix import agreement_with, entry_of

    for step in explain(ask):
        if step.result is None:
            yield replace(step, partial=None)
            continue
        entry = entry_of(step.result, ask.radiograph.size_hw)
        found = {place: agreement_with(entry, other) for place, other in others.items()}
        yield Step(1.0, result=(entry, found))


def save_comparison(
    folder: Path, shown: Compared, radiograph: Radiograph, caution: str
) -> Mapping[str, Path]:
    """Writes what the window of comparisons shows. Raises OutputError."""
    from engine.trust.matrix import Display, backdrop_of
    from engine.trust.matrix_files import sheet_picture, write_matrix

    entries = [shown.tiles[place].entry for place in shown.done]
    rows = {shown.tiles[place].row for place in shown.done}
    columns = 1 + max(shown.tiles[place].column for place in shown.done)
    sheet = sheet_picture(
        entries,
        Display(shown.what, shown.scaling, shown.is_signed),
        backdrop_of(radiograph, shown.item.frame, SAVED_TILE_PX),
        columns if len(rows) > 1 else min(columns, MOST_SAVED_ACROSS),
        reference=None if shown.reference is None else shown.tiles[shown.reference].entry,
        caution=caution,
    )
    return write_matrix(folder, f"{shown.item.path.stem}.compare", sheet, entries)


def read_and_score_with_all(
    path: Path,
    radiograph: Radiograph | None,
    decoder: Decoder,
    models: Sequence[Model],
    frame: int,
) -> Iterator[Step]:
    """`score_with_all` of a file that may have to be read first. Raises ImageError."""
    from engine.images.reader import open_radiograph

    if radiograph is None:
        yield Step(0.0)
        radiograph = open_radiograph(path, decoder=decoder)
    yield from score_with_all(radiograph, models, frame)
