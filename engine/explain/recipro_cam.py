"""ReciproCAM: the score that each place of a layer gives when it stands alone."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import Array, score_of
from engine.explain.cam_layers import channels_back, channels_first, extent_of, pick_layer
from engine.explain.explanation import Explanation, Request
from engine.explain.flows import Seen, fingerprint, runs_of, seen_at
from engine.explain.result import Outcome, explained
from engine.explain.tail_scores import Numbers, TailMethod, TailScorer
from engine.graph.layers import Layer
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

NONE, EMPTY = "none", "empty-layer"
ONE_SIDED = said(
    "every place alone scores on the same side of 0, as an empty layer does; "
    "reference=empty-layer shows which places add to that"
)


@dataclass(frozen=True)
class ReciproCamOptions:
    """See `ReciproCam`."""

    reference: str = option(
        NONE, "score that is subtracted: none, or that of a layer without any activation",
        choices=(NONE, EMPTY),
    )  # fmt: skip


class ReciproCam(TailMethod):
    r"""ReciproCAM: one place of the layer is kept, all others are set to 0; the score is the map.

    .. math:: L(i,j) = y_c(\mathrm{tail}(A \odot \delta_{ij}))

    Only the network behind the layer runs, once per place, and gives all classes at once: another
    class of the same image costs nothing. Needs no gradient.

    References:
        Byun, Lee, Recipro-CAM, arXiv:2209.14074, 2022, equation 2 (before its normalisation, which
        any constant added to all places leaves as it is).
    """

    id: ClassVar[str] = "recipro-cam"
    name: ClassVar[str] = "ReciproCAM"
    cost: ClassVar[str] = "1 forward, + the tail behind the layer once per place, for all classes"
    reference: ClassVar[str] = "Byun and Lee, Recipro-CAM, arXiv:2209.14074, 2022"
    definition: ClassVar[str] = "L(i,j) = logit of the tail fed with A kept at (i,j), else 0"
    options: ClassVar[type] = ReciproCamOptions

    def passes(self, request: Request) -> int:
        """The tail per place and once for none, and one run of the network."""
        read_options(self.id, self.options, request.options)
        height, width = extent_of(request, pick_layer(request))
        return height * width + 2

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        layer = pick_layer(request)
        yield Step(0.0, said("looking at {name}", name=layer.name))
        seen, passes = seen_at(request, layer, request.tensor)
        extent = extent_of(request, layer)
        score = float(score_of(request, seen.logits)[0])

        def result(scores: NDArray[np.float64], provider: str, runs: int) -> Explanation:
            cam = scores[1:].reshape(extent)
            outcome = Outcome(
                cam - scores[0] if options.reference == EMPTY else cam,
                score,
                provider,
                passes + runs,
                _conventions(options.reference, float(scores[0])),
                (ONE_SIDED,) if options.reference == NONE and _is_one_sided(scores) else (),
                layer,
            )
            return explained(self, request, options, outcome, started)

        key = ("places alone", layer.tensor, *fingerprint(request.tensor))
        known, runs = runs_of(request.model).find(key), 0
        if not isinstance(known, _Alone):
            scorer = TailScorer(request, layer, seen.activation)
            yield from scorer.warm_up()
            order = np.append(-1, coarse_to_fine(extent))
            logits = np.zeros((0, seen.logits.shape[1]), np.float32)
            for part in scorer.each_batch(order, lambda part: _alone(seen, layer, part)):
                logits = np.append(logits, part, axis=0)
                if 1 < len(logits) < len(order):  # the first one is no place: all are covered
                    scores = score_of(request, logits)
                    spread = np.append(scores[0], spread_coarsely(scores[1:], extent))
                    shown = result(spread, scorer.provider, scorer.runs)
                    note = said("{done} of {count} places", done=len(logits), count=len(order))
                    yield Step(0.99 * len(logits) / len(order), note, shown)
            runs = scorer.runs
            known = _Alone(logits[np.argsort(order)], scorer.provider)
            runs_of(request.model).keep(key, known, known.logits.nbytes)
        yield Step(1.0, result=result(score_of(request, known.logits), known.provider, runs))


def coarse_to_fine(extent: tuple[int, int]) -> Numbers:
    """The places of a layer, those on the coarsest grid first: any first few lie everywhere."""
    return np.argsort(-_strides(extent).ravel(), kind="stable")


def spread_coarsely(values: NDArray[np.float64], extent: tuple[int, int]) -> NDArray[np.float64]:
    """Values of the first places of `coarse_to_fine` -> a value for each of the h * w places.

    A place without one of its own takes that of the place before it on the finest full grid.

    Args:
        values: (n,), n from 1 on.
        extent: (h, w).
    """
    order = coarse_to_fine(extent)
    spread = np.full(extent, values[0])
    spread.flat[order[: len(values)]] = values
    strides = _strides(extent)
    if len(values) == len(order):
        return spread.ravel()
    full = int(strides.flat[order[len(values)]]) * 2  # every place of this stride has a value
    rows, columns = (np.arange(length) // full * full for length in extent)
    coarse = spread[np.ix_(rows, columns)]
    coarse.flat[order[: len(values)]] = values
    return coarse.ravel()


def _strides(extent: tuple[int, int]) -> NDArray[np.int64]:
    """(h, w) the largest power of 2 that divides both coordinates, the corner counting most."""
    largest = 1 << max(extent).bit_length()
    rows, columns = (np.where(np.arange(n) == 0, largest, np.arange(n)) for n in extent)
    both = rows[:, None] | columns
    return both & -both


@dataclass(frozen=True)
class _Alone:
    """Logits of all classes, for an empty layer and for each of its places alone.

    Attributes:
        logits: (1 + h * w, C), the empty layer first.
        provider: execution provider that computed them.
    """

    logits: NDArray[np.float32]
    provider: str


def _alone(seen: Seen, layer: Layer, places: Numbers) -> Array:
    """(N, ...) the layer with one place kept in each row; a number below 0 keeps none."""
    maps = channels_first(seen.activation, layer)
    channels, height, width = maps.shape
    rows = np.zeros((len(places), channels, height * width), np.float32)
    kept = np.flatnonzero(places >= 0)
    rows[kept, :, places[kept]] = maps.reshape(channels, -1)[:, places[kept]].T
    return channels_back(rows.reshape(-1, channels, height, width), layer)


def _is_one_sided(scores: NDArray[np.float64]) -> bool:
    """Whether the score of the empty layer hides the sign of what places add to it."""
    return bool(scores.min() > 0.0 or scores.max() <= 0.0)


def _conventions(reference: str, empty: float) -> dict[str, str]:
    if reference == EMPTY:
        sign = said("signed; positive places add to the score of an empty layer")
        return {
            "sign": sign,
            "reference": said("score of an empty layer, {empty:.6g}, is subtracted", empty=empty),
        }
    return {
        "sign": said("signed; the score that a place alone gives"),
        "reference": said(
            "none; an empty layer scores {empty:.6g}, and so does a place without effect",
            empty=empty,
        ),
    }
