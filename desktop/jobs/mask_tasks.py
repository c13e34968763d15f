"""What workers do about masks: fields by a model, and where a map lies by all that is known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.state.workspace import Item, Placed
from engine.bundle.store import ModelStore, read_bundle
from engine.errors import WhyRayError
from engine.images.radiograph import Radiograph
from engine.language import said
from engine.measure.drawn import DrawnMask

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    from engine.explain.explanation import Explanation
    from engine.inference.segment import Fields, SegmentationModel
    from engine.trust.figure import Figure
    from engine.trust.survey import Truth

DRAWN, OPENED, PHANTOM = "drawn", "opened", "phantom"
_PLACES = ("relevance-mass", "location-auc", "outside-lungs")


@dataclass(frozen=True)
class Known:
    """What is known of where things lie on one frame.

    Attributes:
        drawn: in the window.
        opened: from mask files.
        path: of the image; a phantom's exact masks lie beside it.
        fields: by a model.
        image_hw: (height, width) of the image.
    """

    drawn: tuple[DrawnMask, ...]
    opened: Truth | None
    path: Path
    fields: Fields | None
    image_hw: tuple[int, int]

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to look at; known before the engine is loaded for it."""
        beside = self.path.parent.parent / "masks"
        return (
            not self.drawn and self.opened is None and self.fields is None and not beside.is_dir()
        )

    def truths(self) -> tuple[tuple[str, Truth], ...]:
        """By source, the most trusted first. Raises ImageError or RequestError."""
        from engine.trust.truths import folder_beside, read_truth, truth_of, truth_of_fields

        beside = folder_beside(self.path)
        exact = None if beside is None else read_truth(beside, self.path.stem, self.image_hw)
        computed = None if self.fields is None else truth_of_fields(self.fields.masks)
        masks = {mask.structure: mask.pixels() for mask in self.drawn}
        found = (
            (DRAWN, truth_of(masks, self.image_hw)),
            (OPENED, self.opened),
            (PHANTOM, exact),
            ("" if self.fields is None else self.fields.model_name, computed),
        )
        return tuple((name, truth) for name, truth in found if truth is not None)

    def truth(self) -> Truth | None:
        """All of it together."""
        from engine.trust.truths import combined

        return combined(truth for _, truth in self.truths())


@dataclass(frozen=True)
class Located:
    """Where one map lies.

    Attributes:
        placed: share outside the lungs; None where they are not known.
        figures: the same and more as figures of the trust panel.
    """

    placed: Placed | None
    figures: tuple[Figure, ...]


def known_of(item: Item) -> Known:
    """What is known of an item's image now; the item has one."""
    listed = item.listed
    drawn = () if listed.marks is None else listed.marks.masks_on(item.frame)
    opened = listed.truth if item.truth is None else item.truth
    fields = listed.fields if listed.frame == item.frame else None
    return Known(drawn, opened, listed.path, fields, item.radiograph.size_hw)


class Segmenters:
    """Models for masks, opened when they are first needed, by one worker.

    Args:
        store: the models of this installation.
    """

    def __init__(self, store: ModelStore) -> None:
        self._store = store
        self._opened: dict[str, SegmentationModel] = {}

    def find_fields(self, model_id: str, radiograph: Radiograph, frame: int) -> Fields:
        """Lung and heart fields of one frame. Raises ModelError, or Cancelled after `stop`."""
        from engine.inference.segment import open_segmentation, segment

        if model_id not in self._opened:
            bundle = read_bundle(self._store.find(model_id))
            self._opened[model_id] = open_segmentation(bundle, wants_gpu=False, threads=1)
        return segment(self._opened[model_id], radiograph, frame)

    def stop(self) -> None:
        """Stops a run under way; callable from any thread."""
        for model in tuple(self._opened.values()):
            model.stop()


def no_fields(model_id: str, error: BaseException) -> Fields:
    """What is said where a model could not be used."""
    from engine.inference.segment import Fields

    reason = error.message if isinstance(error, WhyRayError) else str(error)
    doubt = said("{id} could not be used: {reason}", id=model_id, reason=reason)
    return Fields(MappingProxyType({}), (doubt,), model_id, model_id)


def locate(explanation: Explanation, known: Known) -> Located:
    """Where a map lies. Raises ImageError or RequestError where a mask does not fit."""
    if known.is_nothing:
        return Located(None, ())
    from engine.trust.outside import outside_lungs
    from engine.trust.placed import placed_figures
    from engine.trust.survey import located_figures
    from engine.trust.truths import combined

    truths = known.truths()
    truth = combined(truth for _, truth in truths)
    if truth is None:
        return Located(None, ())
    placed = None
    lungs_from = next((name for name, one in truths if one.organ is not None), None)
    if lungs_from is not None:
        found = outside_lungs(explanation, known.image_hw, truth.organ)
        placed = Placed(found.share, found.even, lungs_from)
    return Located(placed, placed_figures(located_figures(explanation, known.image_hw, truth)))


def with_places(figures: tuple[Figure, ...], placed: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Figures of a panel with others of where the map lies."""
    return (*placed, *(figure for figure in figures if figure.metric not in _PLACES))
