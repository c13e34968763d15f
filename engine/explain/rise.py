"""RISE: the mean score of the pictures in which a pixel was shown."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import picture_option
from engine.explain.explanation import Explanation, Request
from engine.explain.masks import MaskedScorer, Masks, rounding_of, stretching
from engine.explain.result import Outcome, explained
from engine.explain.scores import Perturbation, score_of_input
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

# Masks that are drawn, scored and added up together, whatever the batch size: so the same seed
# gives the same sums on every machine.
_DRAWN_AT_ONCE = 64
# Before that many masks, convergence is not judged.
_FEWEST = 256
# Mask pixels that are added up together.
_ADDED_AT_ONCE = 1 << 21


@dataclass(frozen=True)
class RiseOptions:
    """See `Rise`."""

    masks: int = option(4000, "masks at most", low=2, high=100_000)
    cells: int = option(7, "cells of the coarse grid along a side", low=1, high=64)
    keep: float = option(0.5, "chance that a cell is shown", low=0.01, high=0.99)
    fill: str = picture_option("black", "picture shown where a mask hides")
    centred: bool = option(True, "subtract the mean score of all masked pictures")
    tolerance: float = option(
        0.1, "stop when the error is this share of the map's spread; 0 never", low=0.0, high=1.0
    )


class Rise(Perturbation):
    r"""RISE: randomized input sampling for explanation of black-box models.

    .. math:: S_i = \frac{\sum_n f(x \odot M_n) M_n(i)}{\sum_n M_n(i)} - \bar f

    Self-normalised: divided by how much a pixel really was shown, not by its expectation, which
    corrects the paper's estimate for uneven sampling. The mean score of all masked pictures is
    subtracted (the paper leaves this constant in), so that 0 means "showing it changes nothing".

    References:
        Petsiuk, Das, Saenko, RISE, BMVC 2018, equation 6 and section 3.2.
    """

    id: ClassVar[str] = "rise"
    name: ClassVar[str] = "RISE"
    cost: ClassVar[str] = "1 forward per mask, + 1; stops when converged"
    reference: ClassVar[str] = "Petsiuk et al., RISE, BMVC 2018"
    definition: ClassVar[str] = "E[f(x M) M] / E[M] - E[f(x M)] over random masks M"
    options: ClassVar[type] = RiseOptions

    def passes(self, request: Request) -> int:
        """One run per mask at most, and one for the whole picture."""
        return read_options(self.id, self.options, request.options).masks + 1

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("scoring the image"))
        score, _ = score_of_input(request)
        scorer = MaskedScorer(request, options.fill)
        yield from scorer.warm_up()
        recipe = request.model.manifest.recipe
        size = recipe.height, recipe.width
        draw = MaskDraw(size, options.cells, options.keep, np.random.default_rng(request.seed))
        sums = RiseSums(size, score)

        def result() -> Explanation:
            values, error = sums.estimate(options.centred)
            # What rounding alone makes of scores that are all equal.
            spread = sums.is_spread(rounding_of(score))
            outcome = Outcome(
                values if spread else np.zeros(size),
                score,
                scorer.provider,
                scorer.runs + 1,
                _conventions(options, sums.count),
                standard_error=float(error.mean()),
            )
            return explained(self, request, options, outcome, started)

        while sums.count < options.masks and not _is_converged(sums, options):
            masks = draw.next(min(_DRAWN_AT_ONCE, options.masks - sums.count))
            scores: list[NDArray[np.float64]] = []
            for part in scorer.each_batch(masks):
                scores.append(part)
                done = sums.count + sum(map(len, scores))
                # The end may come earlier; 1.0 is kept for the result.
                yield Step(
                    0.999 * done / options.masks,
                    said("{done} of {masks} masks", done=done, masks=options.masks),
                )
            for _ in sums.add(masks, np.concatenate(scores)):
                yield Step(
                    0.999 * done / options.masks,
                    said("{done} of {masks} masks", done=done, masks=options.masks),
                )
            yield Step(
                0.999 * done / options.masks, said("{done} masks", done=done), partial=result()
            )
        yield Step(1.0, said("{count} masks", count=sums.count), result=result())


class MaskDraw:
    """Random masks: coarse grids of shown and hidden cells, stretched smoothly, then shifted.

    Args:
        size: (height, width) of the network input.
        cells: s; a grid has s + 1 cells along a side and is stretched to (s + 1) x the cell size,
            from which a window of the input's size is cut at a random place.
        keep: chance that a cell is 1.
        generator: of everything random.
    """

    def __init__(
        self, size: tuple[int, int], cells: int, keep: float, generator: np.random.Generator
    ) -> None:
        self._size, self._cells, self._keep = size, cells, keep
        self._generator = generator
        self._steps = tuple(-(-length // cells) for length in size)
        self._stretched = tuple(
            stretching(cells + 1, (cells + 1) * step, "bilinear").astype(np.float32)
            for step in self._steps
        )

    def next(self, count: int) -> Masks:
        """The next masks."""
        side = self._cells + 1
        grids = self._generator.random((count, side, side)) < self._keep
        rows, columns = (
            _cut(stretched, self._generator.integers(0, step, count), length)
            for stretched, step, length in zip(
                self._stretched, self._steps, self._size, strict=True
            )
        )
        columns = np.ascontiguousarray(columns.transpose(0, 2, 1))
        return Masks(rows, grids.astype(np.float32), columns)


class RiseSums:
    """What RISE must remember of its masks: sums over them, pixel by pixel.

    Args:
        size: (height, width) of the masks.
        origin: a number near the scores; sums are of scores minus it, which saves digits.

    Attributes:
        count: masks so far.
    """

    def __init__(self, size: tuple[int, int], origin: float) -> None:
        self.count = 0
        self._size = size
        self._origin = origin
        self._scores = np.zeros(2)  # of f, f^2
        self._range = np.inf, -np.inf
        # Of M, f M, f^2 M, and of M^2, f M^2, f^2 M^2.
        self._plain, self._squared = np.zeros((2, 3, size[0] * size[1]))

    def add(self, masks: Masks, scores: NDArray[np.float64]) -> Iterator[None]:
        """Adds masks and their (N,) scores; stops in between for whoever drives it."""
        f = scores - self._origin
        self.count += len(f)
        self._scores += f.sum(), (f**2).sum()
        self._range = min(self._range[0], f.min()), max(self._range[1], f.max())
        powers = np.stack([np.ones_like(f), f, f**2])
        at_once = max(1, _ADDED_AT_ONCE // (self._size[0] * self._size[1]))
        for first in range(0, len(f), at_once):
            part = slice(first, first + at_once)
            flat = masks.part(part).spread().reshape(len(f[part]), -1)
            self._plain += powers[:, part] @ flat
            self._squared += powers[:, part] @ np.square(flat, out=flat)
            yield

    def is_spread(self, rounding: float) -> bool:
        """Whether the scores differ at all."""
        return self._range[1] - self._range[0] > rounding

    def estimate(self, is_centred: bool) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The map and its standard error, (H, W) each; pixels never shown get the mean score.

        The error is that of a ratio of means, to first order (delta method).
        """
        shown, f_shown, f2_shown = self._plain
        squared, f_squared, f2_squared = self._squared
        mean, mean_square = self._scores / self.count
        known = shown > 0
        ratio = np.divide(f_shown, shown, out=np.full_like(shown, mean), where=known)
        m = np.where(known, shown / self.count, 1.0)
        # Sum over masks of (M (f - S) / m)^2, the squared influence of a mask on the ratio.
        square = (f2_squared - 2 * ratio * f_squared + ratio**2 * squared) / m**2
        if is_centred:
            # The influence on ratio - mean: M (f - S) / m - (f - mean).
            cross = (f2_shown - (ratio + mean) * f_shown + ratio * mean * shown) / m
            square = square - 2 * cross + self.count * (mean_square - mean**2)
        error = np.sqrt(np.maximum(square, 0.0)) / self.count
        values = ratio - mean if is_centred else ratio + self._origin
        return values.reshape(self._size), error.reshape(self._size)


def _is_converged(sums: RiseSums, options: RiseOptions) -> bool:
    if sums.count < _FEWEST or options.tolerance == 0.0:
        return False
    values, error = sums.estimate(options.centred)
    return bool(error.mean() <= options.tolerance * values.std())


def _cut(
    stretched: NDArray[np.float32], offsets: NDArray[np.int64], length: int
) -> NDArray[np.float32]:
    """(L, k) stretching -> (N, length, k): the pixels from each offset on."""
    return stretched[offsets[:, None] + np.arange(length)]


def _conventions(options: RiseOptions, count: int) -> dict[str, str]:
    mean = (
        said("minus the mean score of all masked pictures")
        if options.centred
        else said("mean scores")
    )
    return {
        "baseline": said("{fill}, defined as a picture", fill=options.fill),
        "estimate": said("self-normalised: sum of f M over sum of M; {mean}", mean=mean),
        "samples": said("{count} masks", count=count),
    }
