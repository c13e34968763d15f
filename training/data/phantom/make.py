"""One synthetic radiograph from one seed.

Independent random streams (body, lesion, film, marks, header, mixture) hang on the seed, so the
same seed drawn healthy and ill gives the same patient on the same film with the same marks: the
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
STREAMS = ("body", "lesion", "film", "marks", "header", "mixture")
_CHANCE_EACH = 0.3  # of every kind of lesion in a mixture
_AND = "+"


@dataclass(frozen=True)
class Phantom:
    """A synthetic frontal chest radiograph and everything that is true about it.

    Attributes:
        seed: made from.
        kind: one of `KINDS`, or several joined by ``+``.
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
        kind: one of `KINDS`, or several kinds of lesions joined by ``+``; None draws it: half
            clear, half shared evenly by the others.
        size: pixels per side, 64..4096.

    Raises:
        ValueError: unknown kind, or a size or seed out of range.
    """
    if seed < 0 or not 64 <= size <= 4096 or not _is_known(kind):
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
    lesions = tuple(
        lesion
        for one in kind.split(_AND)
        if one != CLEAR
        for lesion in draw_lesions(plane, anatomy, one, streams["lesion"])
    )
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


def draw_mixture(seed: int) -> str:
    """A kind with any number of findings at once, each as likely as the others: for `kind`."""
    random = random_streams(seed)["mixture"]
    drawn = [kind for kind in LESIONS if random.random() < _CHANCE_EACH]
    return _AND.join(drawn) if drawn else CLEAR


def findings_of(kind: str) -> tuple[str, ...]:
    """The kinds of lesions that a kind stands for; none for a clear phantom."""
    return () if kind == CLEAR else tuple(kind.split(_AND))


def _is_known(kind: str | None) -> bool:
    if kind is None or kind in KINDS:
        return True
    parts = kind.split(_AND)
    return len(set(parts)) == len(parts) and set(parts) <= set(LESIONS)


def _draw_kind(random: np.random.Generator) -> str:
    return str(random.choice(KINDS, p=[0.5] + [0.5 / len(LESIONS)] * len(LESIONS)))


def _draw_plane(random: np.random.Generator, size: int) -> Plane:
    shift = (random.uniform(-0.04, 0.04), random.uniform(-0.04, 0.07))
    return Plane(size, random.normal(0.0, 0.03), random.uniform(0.95, 1.09), shift)
