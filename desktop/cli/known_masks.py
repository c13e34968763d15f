"""What is known of where finding and lungs lie: masks that were named, else a phantom's, a model's.

NumPy and the engine are imported inside: ``--help`` must not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.installed_models import standing

if TYPE_CHECKING:
    from engine.explain.explanation import Explanation
    from engine.images.radiograph import Radiograph
    from engine.inference.segment import SegmentationModel
    from engine.trust.survey import Truth

GIVEN, PHANTOM = "masks", "the phantom's exact masks"
_opened: dict[str, SegmentationModel] = {}  # by model id: opened once per process


@dataclass(frozen=True)
class KnownMasks:
    """What is known of one image.

    Attributes:
        truth: where finding and lungs lie; None: nothing is known.
        image_hw: (height, width) of the image.
        lungs_from: where the lungs' mask comes from; None without one.
    """

    truth: Truth | None
    image_hw: tuple[int, int]
    lungs_from: str | None

    def outside(self, explanation: Explanation) -> dict[str, Any] | None:
        """Share of the map outside the lungs, beside that of an even map; None: not known."""
        from engine.trust.outside import outside_lungs

        if self.truth is None or self.truth.organ is None:
            return None
        found = outside_lungs(explanation, self.image_hw, self.truth.organ)
        return found.as_json() | {"lungs_from": self.lungs_from}


def known_masks(
    folder: Path | None, film: Path, radiograph: Radiograph, findings: Iterable[str] = ()
) -> KnownMasks:
    """Masks of a folder, of a phantom, and of an installed model for masks, in this order.

    Args:
        folder: of masks, as the person named it.
        film: the image's file.
        radiograph: the image.
        findings: structures that are findings; empty: all but known anatomy and devices.

    Raises:
        ImageError or RequestError: a mask is damaged or does not fit the image.
        ModelError: the installed model cannot be used.
    """
    from engine.trust.truths import combined, folder_beside, read_truth

    image_hw, wanted = radiograph.size_hw, tuple(findings)
    sources: list[tuple[Truth | None, str]] = []
    for place, name in ((folder, GIVEN), (folder_beside(film), PHANTOM)):
        if place is not None:
            sources.append((read_truth(place, film.stem, image_hw, wanted), name))
    if not _has_lungs(sources) and film.suffix.lower() != ".npy":
        sources.append(_computed(radiograph))
    lungs_from = next((name for truth, name in sources if _knows_lungs(truth)), None)
    return KnownMasks(combined([truth for truth, _ in sources]), image_hw, lungs_from)


def outside_text(outside: dict[str, Any]) -> str:
    """The share as a line for people."""
    share, even = outside["share"], outside["even"]
    told = "the map has no positive part" if share is None else f"{100 * share:.0f} % of the map"
    return (
        f"outside the lungs: {told} (an even map: {100 * even:.0f} %;"
        f" lungs from {outside['lungs_from']})"
    )


def _has_lungs(sources: Iterable[tuple[Truth | None, str]]) -> bool:
    return any(_knows_lungs(truth) for truth, _ in sources)


def _knows_lungs(truth: Truth | None) -> bool:
    return truth is not None and truth.organ is not None


def _computed(radiograph: Radiograph) -> tuple[Truth | None, str]:
    """By the active model for masks, if there is one."""
    from engine.inference.segment import segment
    from engine.trust.truths import truth_of_fields

    found = standing().masks
    if found is None:
        return None, ""
    fields = segment(_open(found.id, found.path), radiograph)
    return truth_of_fields(fields.masks), f"the model {fields.model_id}"


def _open(model_id: str, folder: Path) -> SegmentationModel:
    from engine.bundle.store import read_bundle
    from engine.inference.segment import open_segmentation

    if model_id not in _opened:
        _opened[model_id] = open_segmentation(read_bundle(folder), wants_gpu=False)
    return _opened[model_id]
