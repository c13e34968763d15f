"""XRAI: integrated gradients, summed up over the regions that deserve it most."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain import imports
from engine.explain.backward import backward_to
from engine.explain.baselines import (
    BLACK_AND_WHITE,
    CHOICES,
    baseline_rows,
    input_picture,
    picture_option,
)
from engine.explain.explanation import Explanation, Request
from engine.explain.gradient import OnInput
from engine.explain.integrated import Integral, Integration, Quadrature
from engine.explain.result import Outcome, explained, plane_of
from engine.explain.segments import LONG_SIDE_PX, SCALES, segments_at_scales
from engine.language import joined, said
from engine.options import option, read_options
from engine.progress import Step

# Share of the work that the gradients are.
_GRADIENTS_SHARE, _SEGMENTS_SHARE = 0.7, 0.95

Values = NDArray[np.float64]


@dataclass(frozen=True)
class XraiOptions:
    """See `Xrai`."""

    algorithm: str = option(
        "full", "fast ranks the segments once, before any is chosen", choices=("full", "fast")
    )
    baseline: str = picture_option(
        BLACK_AND_WHITE, "picture that the integrated gradients start from", choices=CHOICES
    )
    steps: int = option(50, "Gauss-Legendre nodes per path", low=1, high=1024)
    fewest: int = option(
        50, "new pixels that a segment must bring, of 224 x 224", low=1, high=5000, unit="px"
    )
    area: float = option(1.0, "share of the picture after which to stop", low=0.01, high=1.0)


class Xrai(OnInput):
    r"""XRAI: regions ranked by the attribution that they add.

    .. math:: r_{k+1} = \arg\max_s \frac{1}{|s \setminus R_k|} \sum_{i \in s \setminus R_k} \phi_i

    The attributions are integrated gradients from black and from white, averaged. The segments of
    Felzenszwalb's method at six scales overlap; the one whose new pixels have the highest mean is
    taken, again and again. New pixels show that mean, what is left over its own, so that the map
    keeps the sum of the attributions. ``fast`` orders the segments by the mean over all of their
    pixels instead, once.

    References:
        Kapishnikov et al., XRAI: Better Attributions Through Regions, ICCV 2019, algorithm 1.
    """

    id: ClassVar[str] = "xrai"
    name: ClassVar[str] = "XRAI"
    cost: ClassVar[str] = "2 baselines x steps x (1 forward + 1 backward), and the segmentation"
    reference: ClassVar[str] = "Kapishnikov et al., XRAI, ICCV 2019"
    definition: ClassVar[str] = "greedily the segment whose new pixels have the highest mean IG"
    options: ClassVar[type] = XraiOptions

    def passes(self, request: Request) -> int:
        """Forward and back at every node of every path and at the ends."""
        options = read_options(self.id, self.options, request.options)
        starts = 2 if options.baseline == BLACK_AND_WHITE else 1
        return 2 * _quadrature(options).most_points(starts)

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("preparing the way back"))
        backward = backward_to(request.model, request.model.facts.input_name)
        rows = baseline_rows(request, options.baseline)

        def result(picture: Values, found: Integral) -> Explanation:
            outcome = Outcome(
                picture,
                found.end_score,
                found.provider,
                found.passes,
                _conventions(options, found.notes),
                completeness_error=found.gap,
            )
            return explained(self, request, options, outcome, started)

        paths = Integration(request, backward, rows, request.tensor, _quadrature(options))
        yield from paths.prepare()
        for found in paths.integrals():
            pixels = plane_of(request, found.attributions)
            share = _GRADIENTS_SHARE * min(found.fraction, 1.0)
            yield Step(share, said("integrated gradients"), partial=result(pixels, found))
        scales: list[NDArray[np.bool_]] = []
        yield from (
            Step(_GRADIENTS_SHARE, step.note) for step in imports.load(imports.XRAI, "scikit-image")
        )
        picture = input_picture(request.model.manifest.recipe, request.tensor)
        for masks in segments_at_scales(picture):
            scales.append(masks)
            part = len(scales) / len(SCALES)
            done = _GRADIENTS_SHARE + (_SEGMENTS_SHARE - _GRADIENTS_SHARE) * part
            yield Step(
                done,
                said(
                    "segments at {done} of {count} scales",
                    done=len(scales),
                    count=len(SCALES),
                ),
            )
        regions = Regions(pixels, np.concatenate(scales), _fewest(options, picture.size))
        choose = regions.choose_fast if options.algorithm == "fast" else regions.choose
        for _ in choose(options.area):
            done = _SEGMENTS_SHARE + (0.999 - _SEGMENTS_SHARE) * regions.covered.mean()
            yield Step(done, said("choosing regions"), partial=result(regions.map(), found))
        yield Step(1.0, result=result(regions.map(), found))


class Regions:
    """Segments, and which of them have been chosen.

    Args:
        attributions: (H, W).
        segments: (S, H, W) bool; they may overlap.
        fewest: new pixels that a segment must bring.

    Attributes:
        covered: (H W,) bool, the pixels of chosen segments.
        chosen: numbers of the chosen segments, best first.
    """

    def __init__(self, attributions: Values, segments: NDArray[np.bool_], fewest: int) -> None:
        self._shape = attributions.shape
        self._values = attributions.ravel()
        self._segments = segments.reshape(len(segments), -1)
        self._fewest = fewest
        self._map = np.zeros(attributions.size)
        self.covered = np.zeros(attributions.size, dtype=bool)
        self.chosen: list[int] = []

    def choose(self, area: float) -> Iterator[None]:
        """Takes the segment with the highest mean over its new pixels until no more is worth it.

        Args:
            area: share of the picture after which to stop.
        """
        sums, counts = self._segments @ self._values, self._segments.sum(axis=1)
        while self.covered.mean() < area and counts.max() >= self._fewest:
            means = np.divide(
                sums, counts, out=np.full(len(sums), -np.inf), where=counts >= self._fewest
            )
            new = self._take(int(np.argmax(means)))
            # Only what is newly covered changes the others' sums.
            touched = self._segments[:, new]
            sums -= touched @ self._values[new]
            counts -= touched.sum(axis=1)
            yield

    def choose_fast(self, area: float) -> Iterator[None]:
        """The same in the order of the segments' means over all their pixels."""
        means = self._segments @ self._values / self._segments.sum(axis=1)
        for number in np.argsort(-means, kind="stable"):
            if self.covered.mean() >= area:
                return
            if np.count_nonzero(self._segments[number] & ~self.covered) >= self._fewest:
                self._take(int(number))
                yield

    def map(self) -> Values:
        """(H, W): the mean of the new pixels of every chosen segment; elsewhere the mean there."""
        rest = ~self.covered
        whole = self._map.copy()
        if rest.any():
            whole[rest] = self._values[rest].mean()
        return whole.reshape(self._shape)

    def _take(self, number: int) -> NDArray[np.int64]:
        """Chooses a segment; the places of its new pixels."""
        new = np.flatnonzero(self._segments[number] & ~self.covered)
        self._map[new] = self._values[new].mean()
        self.covered[new] = True
        self.chosen.append(number)
        return new


def _quadrature(options: XraiOptions) -> Quadrature:
    return Quadrature(options.steps, options.steps, 0.0)


def _fewest(options: XraiOptions, pixels: int) -> int:
    return max(1, round(options.fewest * pixels / LONG_SIDE_PX**2))


def _conventions(options: XraiOptions, notes: tuple[str, ...]) -> dict[str, str]:
    return {
        "baseline": said("{baseline}, as displayed", baseline=options.baseline),
        "channels": said("signed sum, so that the map adds up"),
        "regions": (
            said(
                "mean attribution over the new pixels of each region, in the order of the whole "
                "segments' means"
            )
            if options.algorithm == "fast"
            else said(
                "mean attribution over the new pixels of each region, in the order of these means"
            )
        ),
        "rest": said("pixels in no chosen region show their own mean"),
        **({"rule": joined("; ", notes)} if notes else {}),
    }
