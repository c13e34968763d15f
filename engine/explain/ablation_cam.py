"""Ablation-CAM: feature maps weighted by how much the score drops without them."""

import time
from collections.abc import Iterator
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import Array, score_of
from engine.explain.cam_layers import channels_back, channels_first, pick_layer
from engine.explain.explanation import Request
from engine.explain.flows import seen_at
from engine.explain.result import Outcome, explained
from engine.explain.tail_scores import Numbers, TailMethod, TailScorer
from engine.language import said
from engine.options import NoOptions, read_options
from engine.progress import Step

ZERO_SCORE = said("the score is 0, so weights are drops of the score, not shares of it")
CONVENTIONS = {
    "sign": said("signed; positive values speak for the class"),
    "weights": said(
        "(y - y without the feature map) / |y|: the paper divides by y, which for "
        "a negative score would turn evidence for the class into evidence against "
        "it"
    ),
    "baseline": said("a feature map is removed by setting it to 0"),
}


class AblationCam(TailMethod):
    r"""Ablation-CAM: every feature map is set to 0 in turn; the drop of the score is its weight.

    .. math:: L = \sum_k w_k A_k, \quad w_k = \frac{y_c - y_c^{A_k \to 0}}{|y_c|}

    Only the network behind the layer runs. Feature maps that are 0 already change nothing and are
    not run. The paper divides by y, not by its magnitude: for positive scores that is the same; for
    negative ones every weight would change its sign.

    References:
        Desai, Ramaswamy, Ablation-CAM, WACV 2020, equations 3 and 4.
    """

    id: ClassVar[str] = "ablation-cam"
    name: ClassVar[str] = "Ablation-CAM"
    cost: ClassVar[str] = "1 forward, + the tail behind the layer once per feature map"
    reference: ClassVar[str] = "Desai and Ramaswamy, Ablation-CAM, WACV 2020"
    definition: ClassVar[str] = "sum_k w_k A_k, w_k = (y - y with A_k = 0) / |y|, y = logit"
    options: ClassVar[type] = NoOptions

    def passes(self, request: Request) -> int:
        """The tail per feature map and for all of them, and one run of the network."""
        read_options(self.id, self.options, request.options)
        return pick_layer(request).channels + 2

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        layer = pick_layer(request)
        yield Step(0.0, said("looking at {name}", name=layer.name))
        seen, passes = seen_at(request, layer, request.tensor)
        score = float(score_of(request, seen.logits)[0])
        maps = channels_first(seen.activation, layer)
        scorer = TailScorer(request, layer, seen.activation)
        yield from scorer.warm_up()
        active = np.flatnonzero(np.any(maps != 0.0, axis=(1, 2)))
        # A number of -1 is the layer as it is: the tail's own rounding must not look like a drop.
        numbers = np.concatenate([[-1], active])
        work = scorer.each_batch(numbers, lambda part: channels_back(without(maps, part), layer))
        scores = np.zeros(0)
        for logits in work:
            scores = np.append(scores, score_of(request, logits))
            weights = (scores[0] - scores[1:]) / (abs(score) if score else 1.0)
            known = active[: len(weights)]
            outcome = Outcome(
                np.einsum("k,khw->hw", weights, maps[known].astype(np.float64)),
                score,
                scorer.provider,
                passes + scorer.runs,
                CONVENTIONS,
                () if score else (ZERO_SCORE,),
                layer,
            )
            found = explained(self, request, options, outcome, started)
            if len(scores) < len(numbers):
                note = said(
                    "{count} of {count_2} feature maps", count=len(scores), count_2=len(numbers)
                )
                yield Step(len(scores) / len(numbers), note, partial=found)
        yield Step(1.0, result=found)


def without(maps: NDArray[np.float32], numbers: Numbers) -> Array:
    """(N, K, h, w): the maps, in each row without one of them; a number below 0 removes none."""
    rows = np.repeat(maps[None], len(numbers), axis=0)
    removes = np.flatnonzero(numbers >= 0)
    rows[removes, numbers[removes]] = 0.0
    return rows
