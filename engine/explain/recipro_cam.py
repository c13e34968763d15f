"""ReciproCAM: the score that each place of a layer gives when it stands alone."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import Array, score_of
from engine.explain.cam_layers import channels_back, channels_first, extent_of, pick_layer
from engine.explain.explanation import Request
from engine.explain.flows import Seen, fingerprint, runs_of, seen_at
from engine.explain.options import option, read_options
from engine.explain.result import Outcome, explained
from engine.explain.tail_scores import Numbers, TailScorer
from engine.graph.layers import Layer
from engine.progress import Step

NONE, EMPTY = "none", "empty-layer"
ONE_SIDED = (
    "every place alone scores on the same side of 0, as an empty layer does; reference=empty-layer"
    " shows which places add to that"
)


@dataclass(frozen=True)
class ReciproCamOptions:
    """See `ReciproCam`."""

    reference: str = option(
        NONE, "score that is subtracted: none, or that of a layer without any activation",
        choices=(NONE, EMPTY),
    )  # fmt: skip


class ReciproCam:
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
    family: ClassVar[str] = "cam"
    is_signed: ClassVar[bool] = True
    is_class_specific: ClassVar[bool] = True
    is_input_specific: ClassVar[bool] = True
    resolution: ClassVar[str] = "layer"
    is_deterministic: ClassVar[bool] = True
    needs: ClassVar[frozenset[str]] = frozenset({"layer"})
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
        yield Step(0.0, f"looking at {layer.name}")
        seen, passes = seen_at(request, layer, request.tensor)
        key = ("places alone", layer.tensor, *fingerprint(request.tensor))
        known = runs_of(request.model).find(key)
        if not isinstance(known, _Alone):
            scorer = TailScorer(request, layer, seen.activation)
            yield from scorer.warm_up()
            parts: list[Array] = []
            places = np.arange(-1, np.prod(extent_of(request, layer)))
            for logits in scorer.each_batch(places, lambda part: _alone(seen, layer, part)):
                parts.append(logits)
                yield Step(0.99 * scorer.runs / len(places), f"{scorer.runs} of {len(places)}")
            passes += scorer.runs
            known = _Alone(np.concatenate(parts), scorer.provider)
            runs_of(request.model).keep(key, known, known.logits.nbytes)
        yield Step(0.99, "placing the scores")
        scores = score_of(request, known.logits)
        cam = scores[1:].reshape(extent_of(request, layer))
        if options.reference == EMPTY:
            cam = cam - scores[0]
        outcome = Outcome(
            cam,
            float(score_of(request, seen.logits)[0]),
            known.provider,
            passes,
            _conventions(options.reference, float(scores[0])),
            (ONE_SIDED,) if options.reference == NONE and _is_one_sided(scores) else (),
            layer,
        )
        yield Step(1.0, result=explained(self, request, options, outcome, started))


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
        sign = "signed; positive places add to the score of an empty layer"
        return {"sign": sign, "reference": f"score of an empty layer, {empty:.6g}, is subtracted"}
    return {
        "sign": "signed; the score that a place alone gives",
        "reference": f"none; an empty layer scores {empty:.6g}, and so does a place without effect",
    }
