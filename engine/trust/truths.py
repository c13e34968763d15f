"""Which masks in a folder belong to which image, and which of them are findings or organs.

``film.png`` is the mask of ``film.dcm``; ``film__lungs.png`` that of its structure "lungs". Files
of several segments name their structures themselves. ``film__levels.png`` is a graded map.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from engine.images.masks import SUFFIXES, read_levels, read_masks
from engine.language import said
from engine.trust.survey import Truth

LEVELS = "levels"
WHOLE = "mask"
SEPARATOR = "__"
_PHANTOM_FOLDERS = ("dicom", "png")  # of `training.data.phantom.write`
_SLACK = 0.02  # of the sides' proportion
ORGANS = ("lungs", "lung", "left lung", "right lung")
# Anatomy and devices: no findings, unless the caller says otherwise.
NO_FINDINGS = (
    *ORGANS, "heart", "cardiomediastinum", "mediastinum", "aorta", "diaphragm", "spine",
    "endotracheal tube", "nasogastric tube", "central venous line", "pacemaker",
)  # fmt: skip

Mask = NDArray[np.bool_]


def find_files(folder: Path, stem: str) -> dict[str, Path]:
    """Mask files of an image by structure; `WHOLE` for a file without one.

    Raises:
        RequestError: the folder cannot be read.
    """
    try:
        names = sorted(folder.iterdir())
    except OSError as error:
        raise RequestError(
            said("The folder of masks cannot be read: {error}", error=str(error.strerror)),
            file=folder,
        ) from error
    found: dict[str, Path] = {}
    for path in names:
        plain = _plain_stem(path)
        if plain == stem:
            found[WHOLE] = path
        elif plain is not None and plain.startswith(stem + SEPARATOR):
            found[plain[len(stem) + len(SEPARATOR) :]] = path
    return found


def read_truth(
    folder: Path,
    stem: str,
    image_hw: tuple[int, int],
    findings: Iterable[str] = (),
) -> Truth | None:
    """What a folder of masks knows of one image; None where it knows nothing.

    Args:
        folder: of masks.
        stem: the image's file name without its suffix.
        image_hw: (height, width) of the image.
        findings: structures that are findings; empty: all that are no known anatomy or device.

    Raises:
        ImageError: a mask file is damaged.
        RequestError: masks of one image differ in size, or do not have its proportion.
    """
    return _truth_of(find_files(folder, stem), image_hw, findings)


def read_truth_of(files: Iterable[Path], image_hw: tuple[int, int]) -> Truth:
    """What mask files that a person chose know of one image.

    Args:
        files: ``STEM__STRUCTURE.png`` and the like; one without a structure is of a finding.
        image_hw: (height, width) of the image.

    Raises:
        ImageError: a mask file is damaged.
        RequestError: the masks differ in size or do not have the image's proportion, or there are
            none.
    """
    named: dict[str, Path] = {}
    for path in files:
        plain = _plain_stem(path) or path.stem
        named[plain.partition(SEPARATOR)[2] or plain] = path
    truth = _truth_of(named, image_hw, ())
    if truth is None:
        raise RequestError(said("No mask was chosen."))
    return truth


def truth_of(
    masks: Mapping[str, Mask], image_hw: tuple[int, int], findings: Iterable[str] = ()
) -> Truth | None:
    """What masks by structure know of one image, wherever they come from; None without any.

    Args:
        masks: (h, w) bool each, all of one size.
        image_hw: (height, width) of the image.
        findings: as for `read_truth`.

    Raises:
        RequestError: they differ in size or do not have the image's proportion.
    """
    return _truth_from(dict(masks), None, image_hw, findings)


def truth_of_fields(masks: Mapping[str, Mask]) -> Truth | None:
    """The lungs among computed masks; nothing else that a model marks counts as a finding."""
    places = _keys(ORGANS)
    lungs = _union([mask for name, mask in masks.items() if _key(name) in places])
    return None if lungs is None else Truth(np.zeros(lungs.shape, bool), lungs)


def combined(truths: Iterable[Truth | None]) -> Truth | None:
    """Several sources on the grid of the first: of finding and organ the first that knows counts.

    Args:
        truths: the most trusted first; None where a source knows nothing.
    """
    known = [truth for truth in truths if truth is not None]
    if len(known) <= 1:
        return known[0] if known else None
    grid_hw = known[0].finding.shape
    with_finding = next((t for t in known if t.finding.any() or t.levels is not None), known[0])
    organ = next((truth.organ for truth in known if truth.organ is not None), None)
    return Truth(
        _on_grid(with_finding.finding, grid_hw),
        None if organ is None else _on_grid(organ, grid_hw),
        None if with_finding.levels is None else _on_grid(with_finding.levels, grid_hw),
    )


def folder_beside(film: Path) -> Path | None:
    """The exact masks of a synthetic film, where `whyray phantom` wrote them; None elsewhere."""
    folder = film.parent.parent / "masks"
    return folder if film.parent.name in _PHANTOM_FOLDERS and folder.is_dir() else None


def _truth_of(
    files: dict[str, Path], image_hw: tuple[int, int], findings: Iterable[str]
) -> Truth | None:
    """From mask files by structure."""
    levels = read_levels(files.pop(LEVELS)) if LEVELS in files else None
    masks: dict[str, Mask] = {}
    for structure, path in files.items():
        read = read_masks(path)
        masks |= {structure if len(read) == 1 else name: mask for name, mask in read.items()}
    return _truth_from(masks, levels, image_hw, findings)


def _truth_from(
    masks: dict[str, Mask],
    levels: NDArray[np.integer] | None,
    image_hw: tuple[int, int],
    findings: Iterable[str],
) -> Truth | None:
    if not masks and levels is None:
        return None
    sizes = {mask.shape for mask in (*masks.values(), levels) if mask is not None}
    if len(sizes) > 1:
        raise RequestError(
            said("The masks differ in size."),
            hint=said("All masks of an image must have the same number of pixels."),
        )
    _check_proportion(next(iter(sizes)), image_hw)
    wanted, places = _keys(findings), _keys(ORGANS)
    chosen = {
        name: mask
        for name, mask in masks.items()
        if (_key(name) in wanted if wanted else _key(name) not in _keys(NO_FINDINGS))
    }
    organ = _union([mask for name, mask in masks.items() if _key(name) in places])
    finding = _union(list(chosen.values()))
    if finding is None:
        finding = np.zeros(next(iter(sizes)), bool) if levels is None else levels == 3
    return Truth(finding, organ, levels)


def _on_grid(mask: NDArray, grid_hw: tuple[int, int]) -> NDArray:
    if mask.shape == grid_hw:
        return mask
    size_xy = (grid_hw[1], grid_hw[0])
    placed = cv2.resize(mask.astype(np.int8), size_xy, interpolation=cv2.INTER_NEAREST_EXACT)
    return placed.astype(mask.dtype)


def _check_proportion(mask_hw: tuple[int, int], image_hw: tuple[int, int]) -> None:
    (height, width), (image_height, image_width) = mask_hw, image_hw
    if abs(height * image_width / (width * image_height) - 1.0) > _SLACK:
        raise RequestError(
            said(
                "The mask has {width} x {height} pixels, the image {image_width} x {image_height}.",
                width=width,
                height=height,
                image_width=image_width,
                image_height=image_height,
            ),
            hint=said("A mask covers the whole image; its sides have the same proportion."),
        )


def _plain_stem(path: Path) -> str | None:
    name = path.name
    for suffix in sorted(SUFFIXES, key=len, reverse=True):
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return None


def _key(name: str) -> str:
    return name.casefold().replace("_", " ").replace("-", " ").strip()


def _keys(names: Iterable[str]) -> set[str]:
    return {_key(name) for name in names}


def _union(masks: list[Mask]) -> Mask | None:
    return None if not masks else np.logical_or.reduce(masks)
