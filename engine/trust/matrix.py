"""Maps of one image side by side: methods, models, classes, layers, on stated scales.

Explanations go in and become entries on the common grid; out come their scales, their pictures and
what they differ in from one of them, the reference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.geometry import resize_affine
from engine.images.radiograph import Radiograph
from engine.language import joined, said
from engine.overlay import wording
from engine.overlay.blend import blend, rgba_overlay
from engine.overlay.colour import DEFAULT_MAP, colour_table, matching_map
from engine.overlay.export import shown_picture
from engine.overlay.project import project, project_values
from engine.overlay.scale import Scale, fixed_scale, scale_of
from engine.trust.agreement import Agreement, OrderedMap, agreement_of, difference, on_common_grid

What = Literal["maps", "ranks", "shares"]
Scaling = Literal["own", "method", "all"]
CAPTION_SHARE = 0.05  # of the pixels, whose overlap stands in a caption
_THRESHOLD = 0.1
_OPACITY = 0.6


@dataclass(frozen=True, eq=False)
class Entry:
    """One map of the matrix.

    Attributes:
        explanation: the map.
        ordered: the same on the grid that all maps are compared on.
    """

    explanation: Explanation
    ordered: OrderedMap


@dataclass(frozen=True, eq=False)
class Backdrop:
    """What entries are painted on.

    Attributes:
        picture: (h, w) or (h, w, 3) uint8, the whole image at any size.
        image_hw: (height, width) of the original image.
    """

    picture: NDArray[np.uint8]
    image_hw: tuple[int, int]


@dataclass(frozen=True)
class Display:
    """How entries are painted.

    Attributes:
        what: ``maps``; ``ranks`` or ``shares``: differences from the reference, see
            `engine.trust.agreement.difference`.
        scaling: ``own``: each map has its own scale; ``method``: maps of one method of one model
            share one; ``all``: all do, whatever their units.
        is_signed: evidence against the class is painted too. Differences always are signed.
    """

    what: What = "maps"
    scaling: Scaling = "own"
    is_signed: bool = True


def backdrop_of(radiograph: Radiograph, frame: int, longest_px: int) -> Backdrop:
    """The frame as its file wants it shown, enlarged or reduced to `longest_px`."""
    shown = shown_picture(radiograph, frame)
    height, width = shown.shape[:2]
    factor = longest_px / max(height, width)
    size_wh = (max(1, round(width * factor)), max(1, round(height * factor)))
    how = cv2.INTER_AREA if factor < 1.0 else cv2.INTER_LINEAR
    return Backdrop(cv2.resize(shown, size_wh, interpolation=how), radiograph.size_hw)


def entry_of(explanation: Explanation, image_hw: tuple[int, int]) -> Entry:
    """Brings a map to the common grid of an image of (height, width)."""
    return Entry(explanation, OrderedMap(on_common_grid([explanation], image_hw)[0]))


def scales_of(
    entries: Sequence[Entry], display: Display, reference: Entry | None = None
) -> list[Scale]:
    """The scale of every entry, in their order; symmetric about zero where signed.

    Args:
        entries: all that are shown.
        display: how.
        reference: what differences are taken from; those are all on one scale.
    """
    if display.what != "maps" and reference is not None:
        changes = [_changed(entry, reference, display) for entry in entries]
        known = [np.abs(change[np.isfinite(change)]).max(initial=0.0) for change in changes]
        return [fixed_scale(float(max(known, default=0.0)), is_signed=True)] * len(entries)
    own = [scale_of(entry.ordered.values, is_signed=display.is_signed) for entry in entries]
    groups = [_group(entry, display.scaling, place) for place, entry in enumerate(entries)]
    highest: dict[object, float] = {}
    for group, scale in zip(groups, own, strict=True):
        highest[group] = max(scale.high, highest.get(group, 0.0))
    return [fixed_scale(highest[group], is_signed=display.is_signed) for group in groups]


def picture_of(
    entry: Entry,
    display: Display,
    scale: Scale,
    backdrop: Backdrop,
    reference: Entry | None = None,
) -> NDArray[np.uint8]:
    """The entry, or its difference from the reference, over the radiograph.

    Args:
        entry: what.
        display: how.
        scale: of `scales_of`.
        backdrop: the radiograph.
        reference: what the difference is taken from.

    Returns:
        (h, w, 3) uint8 RGB.
    """
    picture = backdrop.picture
    size_hw = picture.shape[0], picture.shape[1]
    if display.what == "maps" or reference is None:
        values = project(entry.explanation, size_hw, resize_affine(backdrop.image_hw, size_hw))
    else:
        change = _changed(entry, reference, display)
        to_picture = resize_affine(change.shape, size_hw)  # type: ignore[arg-type]
        values = project_values(change, to_picture, size_hw)
    return blend(picture, rgba_overlay(values, scale, colours_of(scale), _THRESHOLD), _OPACITY)


def colours_of(scale: Scale) -> NDArray[np.uint8]:
    """(256, 3) uint8 RGB, the colours that entries on this scale are painted with."""
    return colour_table(matching_map(DEFAULT_MAP, scale.is_signed))


def agreement_with(entry: Entry, reference: Entry) -> Agreement:
    """How an entry agrees with the reference."""
    return agreement_of(entry.ordered, reference.ordered)


def display_note(display: Display) -> str:
    """What the colours mean, for the legend."""
    if display.what == "ranks":
        return said(
            "Map minus reference, each place by its rank in its own map (lowest 0, highest 1): "
            "red ranks higher than in the reference, blue lower"
        )
    if display.what == "shares":
        return said(
            "Map minus reference, each divided by its own greatest magnitude: "
            "red more than in the reference, blue less"
        )
    sides = (
        said("red for the class, blue against it")
        if display.is_signed
        else said("evidence for the class; evidence against it is not painted")
    )
    kinds = {
        "own": said("each map on its own scale: strengths cannot be compared"),
        "method": said("one scale for each method of each model"),
        "all": said("one scale for all; methods have different units, weak ones look empty"),
    }
    return joined("; ", (sides, kinds[display.scaling]))


def caption_of(entry: Entry) -> tuple[str, str, str]:
    """Method; class and model; layer, as they stand under every picture."""
    found = entry.explanation
    model = said("model {model}", model=found.model_id)
    place = said("on the input") if found.layer is None else said("layer {name}", name=found.layer)
    about = joined(", ", (wording.class_name(found), model))
    return wording.method_name(found), about, place


def agreement_text(found: Agreement) -> str:
    """``rank correlation 0.83, overlap of the top 5 % 0.41``."""
    correlation = found.rank_correlation
    number = said("not defined") if correlation is None else f"{round(correlation, 2) + 0.0:.2f}"
    if not found.overlaps:
        return said("nothing that both maps saw")
    return said(
        "rank correlation {number}, overlap of the top {share:.0%} {overlap:.2f}",
        number=number,
        share=CAPTION_SHARE,
        overlap=found.overlaps[CAPTION_SHARE],
    )


def _changed(entry: Entry, reference: Entry, display: Display) -> NDArray[np.float32]:
    of = "ranks" if display.what == "ranks" else "shares"
    return difference(entry.ordered, reference.ordered, of)


def _group(entry: Entry, scaling: Scaling, place: int) -> object:
    if scaling == "own":
        return place
    return (entry.explanation.method, entry.explanation.model_id) if scaling == "method" else "all"
