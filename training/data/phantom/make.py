"""One synthetic radiograph from one seed.

Five independent random streams (body, lesion, film, marks, header) hang on the seed, so the same
seed drawn healthy and ill gives the same patient on the same film with the same marks: the
difference is the lesion alone.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.data.phantom.anatomy import build_anatomy, draw_build
from training.data.phantom.film import Exposure, Mark, draw_exposure, draw_marks, expose
from training.data.phantom.lesions import LESIONS, draw_lesions
from training.data.phantom.plane import Plane
from training.data.phantom.skeleton import bones_cm, vessels_cm

CLEAR = "clear"
KINDS = (CLEAR, *LESIONS)
STREAMS = ("body", "lesion", "film", "marks", "header")


@dataclass(frozen=True)
class Phantom:
    """A synthetic frontal chest radiograph and everything that is true about it.

    Attributes:
        seed: made from.
        kind: one of `KINDS`.
        image: (S, S) uint16, 0..4095, dense parts bright (MONOCHROME2).
        masks: (S, S) bool each: ``left_lung``, ``right_lung`` (patient's sides), ``heart``, and
            ``lesion`` (all False when there is none).
        findings: ``(kind, patient's side)`` of every opacity; empty when clear.
        exposure: how the film was taken.
        marks: what is burned in.
    """

    seed: int
    kind: str
    image: NDArray[np.uint16]
    masks: dict[str, NDArray[np.bool_]]
    findings: tuple[tuple[str, str], ...]
    exposure: Exposure
    marks: tuple[Mark, ...]

    @property
    def has_opacity(self) -> bool:
        """The label."""
        return self.kind != CLEAR


def random_streams(seed: int) -> dict[str, np.random.Generator]:
    """Independent generators, one per name of `STREAMS`."""
    children = np.random.SeedSequence(seed).spawn(len(STREAMS))
    return {
        name: np.random.default_rng(child) for name, child in zip(STREAMS, children, strict=True)
    }


def make_phantom(seed: int, *, kind: str | None = None, size: int = 512) -> Phantom:
    """Draws one phantom.

    Args:
        seed: >= 0; the same seed, kind and size give the same pixels.
        kind: one of `KINDS`; None draws it: half clear, half shared evenly by the others.
        size: pixels per side, 64..4096.

    Raises:
        ValueError: unknown kind, or a size or seed out of range.
    """
    if seed < 0 or not 64 <= size <= 4096 or (kind is not None and kind not in KINDS):
        raise ValueError(
            f"seed >= 0, size 64..4096 and a kind of {KINDS} are needed; got {seed}, {size}, {kind}"
        )
    streams = random_streams(seed)
    plane = _draw_plane(streams["body"], size)
    build = draw_build(streams["body"])
    anatomy = build_anatomy(plane, build, streams["body"])
    water = anatomy.water_cm + bones_cm(plane, build, anatomy, streams["body"])
    water = water + vessels_cm(plane, build, anatomy, streams["body"])

    drawn_kind = _draw_kind(
        streams["lesion"]
    )  # always drawn: a forced kind leaves the stream in the same state
    kind = drawn_kind if kind is None else kind
    lesions = () if kind == CLEAR else draw_lesions(plane, anatomy, kind, streams["lesion"])
    for lesion in lesions:
        water = water + lesion.water_cm

    marks = draw_marks(streams["marks"])
    exposure = draw_exposure(streams["film"], build.thickness_cm)
    nothing = np.zeros((size, size), dtype=np.bool_)
    masks = {
        "left_lung": anatomy.lungs["left"],
        "right_lung": anatomy.lungs["right"],
        "heart": anatomy.heart,
    }
    return Phantom(
        seed=seed,
        kind=kind,
        image=expose(water, plane, exposure, marks, streams["film"]),
        masks=masks
        | {"lesion": np.logical_or.reduce([nothing, *(lesion.mask for lesion in lesions)])},
        findings=tuple((lesion.kind, lesion.side) for lesion in lesions),
        exposure=exposure,
        marks=marks,
    )


def _draw_kind(random: np.random.Generator) -> str:
    return str(random.choice(KINDS, p=[0.5] + [0.5 / len(LESIONS)] * len(LESIONS)))


def _draw_plane(random: np.random.Generator, size: int) -> Plane:
    shift = (random.uniform(-0.04, 0.04), random.uniform(-0.04, 0.07))
    return Plane(size, random.normal(0.0, 0.03), random.uniform(0.95, 1.09), shift)
