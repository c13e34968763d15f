"""Score-CAM: feature maps weighted by the scores of the pictures that they let through."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import score_of
from engine.explain.baselines import NAMES, NETWORK_ZERO, picture_option
from engine.explain.cam_layers import OnLayer, channels_first, pick_layer
from engine.explain.explanation import Request
from engine.explain.flows import seen_at
from engine.explain.masks import MaskedScorer, Masks, stretching
from engine.explain.result import Outcome, explained
from engine.language import said
from engine.options import option, read_options
from engine.progress import Step

Maps = NDArray[np.float64]


@dataclass(frozen=True)
class ScoreCamOptions:
    """See `ScoreCam`."""

    channels: int = option(
        0, "feature maps used, those with the largest deviation; 0 for all", low=0, high=100_000
    )
    fill: str = picture_option(
        NETWORK_ZERO, "what masks hide behind; the paper's is 0 in the network's own units",
        choices=(NETWORK_ZERO, *NAMES),
    )  # fmt: skip


class ScoreCam(OnLayer):
    r"""Score-CAM: each feature map, stretched over the picture, is a mask; its score is its weight.

    .. math::
        M_k = \mathrm{norm}(\mathrm{up}(A_k)), \quad s_k = y_c(x \odot M_k), \quad
        L = \sum_k \mathrm{softmax}_k(s) A_k

    Masks are stretched bilinearly on half-pixel centres, then brought to 0..1. A constant map masks
    everything. Subtracting the score of an empty picture, as the paper does, changes no softmax.

    References:
        Wang et al., Score-CAM, CVPR Workshops 2020, equations 4 to 7.
        Li et al., Faster-ScoreCAM, 2020 (the channels of largest deviation).
    """

    id: ClassVar[str] = "score-cam"
    name: ClassVar[str] = "Score-CAM"
    is_signed: ClassVar[bool] = False
    cost: ClassVar[str] = "1 forward per feature map, + 2"
    reference: ClassVar[str] = "Wang et al., Score-CAM, CVPR Workshops 2020"
    definition: ClassVar[str] = (
        "sum_k softmax_k(s) A_k, s_k = logit of x * M_k, M_k = A_k stretched over x, in 0..1"
    )
    options: ClassVar[type] = ScoreCamOptions

    def passes(self, request: Request) -> int:
        """One run per mask, one for the activations, one for the empty picture."""
        options = read_options(self.id, self.options, request.options)
        channels = pick_layer(request).channels
        return 2 + (min(options.channels, channels) if options.channels else channels)

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        layer = pick_layer(request)
        yield Step(0.0, said("looking at {name}", name=layer.name))
        seen, passes = seen_at(request, layer, request.tensor)
        score = float(score_of(request, seen.logits)[0])
        maps = _chosen(channels_first(seen.activation, layer).astype(np.float64), options.channels)
        recipe = request.model.manifest.recipe
        masks, mask_of = masks_of(maps, recipe.height, recipe.width)
        scorer = MaskedScorer(request, options.fill)
        yield from scorer.warm_up()
        scores = np.zeros(0)
        for part in scorer.each_batch(masks):
            scores = np.append(scores, part)
            known = mask_of < len(scores)
            cam = np.einsum("k,khw->hw", softmax(scores[mask_of[known]]), maps[known])
            outcome = Outcome(
                cam,
                score,
                scorer.provider,
                passes + scorer.runs,
                self._conventions(options.fill),
                (),
                layer,
            )
            found = explained(self, request, options, outcome, started)
            if len(scores) < len(masks):
                fraction = len(scores) / len(masks)
                yield Step(
                    fraction,
                    said("{done} of {count} masks", done=len(scores), count=len(masks)),
                    partial=found,
                )
        yield Step(1.0, result=found)

    def _conventions(self, fill: str) -> dict[str, str]:
        unit = (
            said("0 in the network's own units") if fill == NETWORK_ZERO else f"the {fill} picture"
        )
        return {
            "sign": said("0 or more where activations are: weights are never negative"),
            "weights": said("softmax over the feature maps of the logits of masked pictures"),
            "mask resize": said("half-pixel bilinear, brought to 0..1 afterwards"),
            "baseline": said("masks hide behind {unit}", unit=unit),
        }


def masks_of(maps: Maps, height: int, width: int) -> tuple[Masks, NDArray[np.int64]]:
    """The masks of feature maps.

    Args:
        maps: (K, h, w).
        height: rows of the network input.
        width: columns of the network input.

    Returns:
        N masks, of which all constant maps share the last one (zeros), and (K,) the mask of each
        map.
    """
    rows = stretching(maps.shape[1], height, "bilinear")
    columns = stretching(maps.shape[2], width, "bilinear").T
    is_constant = maps.max(axis=(1, 2)) == maps.min(axis=(1, 2))
    grids = np.zeros((int((~is_constant).sum()) + int(is_constant.any()), *maps.shape[1:]))
    for number, cells in enumerate(maps[~is_constant]):
        stretched = rows @ cells @ columns
        low, high = stretched.min(), stretched.max()
        # Rows of the stretching add up to 1: what is done to the cells is done to their stretching.
        grids[number] = (cells - low) / (high - low) if high > low else 0.0
    mask_of = np.where(is_constant, len(grids) - 1, np.cumsum(~is_constant) - 1)
    shared = [
        np.broadcast_to(a.astype(np.float32), (len(grids), *a.shape)) for a in (rows, columns)
    ]
    return Masks(shared[0], grids.astype(np.float32), shared[1]), mask_of


def softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """(K,) -> (K,) positive weights that add up to 1."""
    raised = np.exp(scores - scores.max())
    return raised / raised.sum()


def _chosen(maps: Maps, count: int) -> Maps:
    """The maps of largest standard deviation over places, in their own order; all for 0."""
    if count == 0 or count >= len(maps):
        return maps
    order = np.argsort(-maps.std(axis=(1, 2)), kind="stable")
    return maps[np.sort(order[:count])]
