"""Occlusion: hide one window after the other and see how the score falls."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import picture_option
from engine.explain.explanation import Explanation, Request
from engine.explain.masks import MaskedScorer, Masks, rounding_of
from engine.explain.result import Outcome, explained
from engine.explain.scores import Perturbation, score_of_input
from engine.language import Said, said
from engine.options import option, read_options
from engine.progress import Step

# Windows whose masks lie in memory together.
_AT_ONCE = 512
SHARP, SOFT = "sharp", "soft"


@dataclass(frozen=True)
class OcclusionOptions:
    """See `Occlusion`."""

    window: int = option(
        0, "side of the hidden square; 0: a seventh of the longer side", low=0, high=4096, unit="px"
    )
    stride: int = option(
        0, "distance between windows; 0: half a window", low=0, high=4096, unit="px"
    )
    fill: str = picture_option("mean", "picture shown inside the window")
    edges: str = option(
        SHARP,
        "soft windows fade towards their edges: a sharp edge can be a finding of its own",
        choices=(SHARP, SOFT),
    )


@dataclass(frozen=True)
class Windows:
    """Where the windows lie: every pair of a span of rows and a span of columns.

    Attributes:
        rows: (R, 2) first row and row behind the last.
        columns: (C, 2) the same across.
        height: rows of the network input.
        width: its columns.
        edges: `SHARP` or `SOFT`.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    height: int
    width: int
    edges: str = SHARP

    def __len__(self) -> int:
        return len(self.rows) * len(self.columns)

    def masks(self, first: int, stop: int) -> Masks:
        """Masks of some windows, counted row by row: 0 inside, 1 outside."""
        down, across = self.hidden(np.arange(first, stop))
        # 1 - a b^T, as a product: [1 a] diag(1, -1) [1 b]^T.
        rows = np.stack([np.ones_like(down), down], axis=2)
        columns = np.stack([np.ones_like(across), across], axis=1)
        grid = np.diag(np.float32([1.0, -1.0]))
        return Masks(rows, np.repeat(grid[None], len(down), axis=0), columns)

    def hidden(self, numbers: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(n, H) and (n, W): how much is hidden is their product, place by place."""
        profile = _PROFILES[self.edges]
        down = profile(self.rows[numbers // len(self.columns)], self.height)
        return down, profile(self.columns[numbers % len(self.columns)], self.width)


class Covering:
    """The mean fall of the score over the windows that hide a pixel, as far as they hide it.

    Args:
        windows: where they lie.

    Attributes:
        done: windows so far.
        count: (H, W) how many of them hide a pixel; soft windows count in part.
    """

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._total = np.zeros((windows.height, windows.width))
        self.count = np.zeros((windows.height, windows.width))
        self.done = 0

    def add(self, falls: NDArray[np.float64]) -> None:
        """The falls of the next windows, in their order."""
        numbers = np.arange(self.done, self.done + len(falls))
        down, across = (array.astype(np.float64) for array in self._windows.hidden(numbers))
        self._total += np.einsum("n,nh,nw->hw", falls, down, across, optimize=True)
        self.count += down.T @ across
        self.done += len(falls)

    def mean(self) -> NDArray[np.float64]:
        """(H, W); 0 where no window has been yet."""
        return np.divide(
            self._total, self.count, out=np.zeros_like(self._total), where=self.count > 0.0
        )


class Occlusion(Perturbation):
    r"""Occlusion: the fall of the score while a window is hidden, averaged over windows.

    .. math:: a_i = \frac{1}{|W_i|} \sum_{w \in W_i} f(x) - f(x_{w \leftarrow v})

    Sharp windows are the paper's. A network may take their edges for a finding: its score then
    rises wherever something is hidden, and the map says little. Soft windows have no edges; falls
    are weighted by how much of a pixel was hidden.

    The last window of every row and column is moved back to the edge of the picture, so every
    pixel is hidden at least once, by whole windows.

    References:
        Zeiler and Fergus, Visualizing and Understanding Convolutional Networks, ECCV 2014.
    """

    id: ClassVar[str] = "occlusion"
    name: ClassVar[str] = "Occlusion"
    is_deterministic: ClassVar[bool] = True
    cost: ClassVar[str] = "1 forward per window, + 1"
    reference: ClassVar[str] = "Zeiler and Fergus, Visualizing ... Networks, ECCV 2014"
    definition: ClassVar[str] = "mean over the windows that hold a pixel of f(x) - f(x, hidden)"
    options: ClassVar[type] = OcclusionOptions

    def passes(self, request: Request) -> int:
        """One run per window, and one for the whole picture."""
        options = read_options(self.id, self.options, request.options)
        return len(_windows_of(request, options)) + 1

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("preparing"))
        windows = _windows_of(request, options)
        score, _ = score_of_input(request)
        scorer = MaskedScorer(request, options.fill)
        yield from scorer.warm_up()
        conventions = {
            "baseline": said("{fill}, defined as a picture", fill=options.fill),
            "windows": _windows_text(*_lengths(request, options), is_soft=options.edges == SOFT),
            "overlap": said("averaged over the windows that hide a pixel, as far as they hide it"),
        }

        covering = Covering(windows)

        def result() -> Explanation:
            outcome = Outcome(covering.mean(), score, scorer.provider, scorer.runs + 1, conventions)
            return explained(self, request, options, outcome, started)

        for first in range(0, len(windows), _AT_ONCE):
            masks = windows.masks(first, min(first + _AT_ONCE, len(windows)))
            for scores in scorer.each_batch(masks):
                falls = score - scores
                covering.add(np.where(np.abs(falls) <= rounding_of(score), 0.0, falls))
                if covering.done < len(windows):
                    note = said("{done} of {count} windows", done=covering.done, count=len(windows))
                    yield Step(covering.done / len(windows), note, partial=result())
        yield Step(1.0, result=result())


def _windows_text(side: int, apart: int, *, is_soft: bool) -> Said:
    text = said("{side} x {side} px, {apart} px apart", side=side, apart=apart)
    return text + said(", fading to nothing at twice that size") if is_soft else text


def windows_over(height: int, width: int, window: int, stride: int, edges: str = SHARP) -> Windows:
    """Windows that cover a picture; one larger than the picture is cut to it.

    A stride beyond the window is cut to the window, so that no gap stays.
    """
    rows, columns = (_spans(length, window, stride) for length in (height, width))
    return Windows(rows, columns, height, width, edges)


def _spans(length: int, window: int, stride: int) -> NDArray[np.int64]:
    window = min(window, length)
    step = min(stride, window)
    firsts = [*range(0, length - window, step), length - window]
    return np.array([(first, first + window) for first in firsts], dtype=np.int64)


def _windows_of(request: Request, options: OcclusionOptions) -> Windows:
    recipe = request.model.manifest.recipe
    return windows_over(recipe.height, recipe.width, *_lengths(request, options), options.edges)


def _lengths(request: Request, options: OcclusionOptions) -> tuple[int, int]:
    """Side of a window and distance between two, with the automatic ones worked out."""
    recipe = request.model.manifest.recipe
    window = options.window
    if window == 0:
        window = max(1, round(max(recipe.height, recipe.width) / 7))
    return window, options.stride if options.stride > 0 else max(1, window // 2)


def _inside(spans: NDArray[np.int64], length: int) -> NDArray[np.float32]:
    """(n, 2) spans -> (n, length): 1 inside."""
    pixels = np.arange(length)
    return ((pixels >= spans[:, :1]) & (pixels < spans[:, 1:])).astype(np.float32)


def _fading(spans: NDArray[np.int64], length: int) -> NDArray[np.float32]:
    """(n, 2) spans -> (n, length): 1 in the middle, a half at either edge, 0 a half span beyond."""
    middles, sides = spans.mean(axis=1, keepdims=True), np.diff(spans, axis=1)
    away = np.abs(np.arange(length) + 0.5 - middles) / sides
    return np.where(away < 1.0, np.cos(np.pi / 2 * away) ** 2, 0.0).astype(np.float32)


_PROFILES = {SHARP: _inside, SOFT: _fading}
