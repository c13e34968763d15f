"""Guided back-propagation, DeconvNet and Guided Grad-CAM: other rules at rectifiers.

What they draw looks sharp, but much of it are edges of the image itself: their maps stay nearly the
same when the network's weights are replaced by random ones. Each result says so.
"""

import time
from collections.abc import Iterator
from typing import Any, ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import backward_to
from engine.explain.cam import GradCam
from engine.explain.cam_layers import pick_layer
from engine.explain.explanation import Request
from engine.explain.gradient import REDUCED, InputGradient, SignedOptions, rule_conventions
from engine.explain.result import Outcome, explained, plane_of
from engine.language import said
from engine.options import read_options
from engine.progress import Step

CAVEAT = said(
    "passes model randomisation poorly: much of the map are edges of the "
    "image, which a network with random weights draws too (Adebayo et al. "
    "2018, Nie et al. 2018)"
)


class GuidedBackprop(InputGradient):
    r"""Guided back-propagation: only positive gradients pass rectifiers that are on.

    .. math:: R_{in} = 1[A > 0] \, 1[R > 0] \, R

    References:
        Springenberg et al., Striving for Simplicity, 2015, arXiv:1412.6806.
    """

    id: ClassVar[str] = "guided-backprop"
    name: ClassVar[str] = "Guided backprop"
    reference: ClassVar[str] = "Springenberg et al., arXiv:1412.6806, 2015"
    definition: ClassVar[str] = "d(logit)/dx with R_in = [A > 0] [R > 0] R at every rectifier"
    options: ClassVar[type] = SignedOptions
    override: ClassVar[str] = "guided-backprop"

    def conventions(self, options: SignedOptions) -> dict[str, str]:
        """Those of a gradient, and the caveat."""
        return REDUCED[options.channels] | {"caveat": CAVEAT}


class DeconvNet(GuidedBackprop):
    r"""DeconvNet: only positive gradients pass rectifiers, on or off.

    .. math:: R_{in} = 1[R > 0] \, R

    References:
        Zeiler, Fergus, Visualizing and Understanding Convolutional Networks, 2014, arXiv:1311.2901.
    """

    id: ClassVar[str] = "deconvnet"
    name: ClassVar[str] = "DeconvNet"
    reference: ClassVar[str] = "Zeiler and Fergus, arXiv:1311.2901, 2014"
    definition: ClassVar[str] = "d(logit)/dx with R_in = [R > 0] R at every rectifier"
    override: ClassVar[str] = "deconvnet"


class GuidedGradCam(GuidedBackprop):
    r"""Guided Grad-CAM: guided back-propagation where Grad-CAM finds evidence.

    .. math:: L = R_{guided} \odot \mathrm{up}(\mathrm{ReLU}(\sum_k w_k A_k))

    References:
        Selvaraju et al., Grad-CAM, ICCV 2017, section 3.2.
    """

    id: ClassVar[str] = "guided-grad-cam"
    name: ClassVar[str] = "Guided Grad-CAM"
    needs: ClassVar[frozenset[str]] = frozenset({"layer", "gradient"})
    cost: ClassVar[str] = "2 forward + 2 backward"
    reference: ClassVar[str] = "Selvaraju et al., Grad-CAM, ICCV 2017"
    definition: ClassVar[str] = "guided backprop x ReLU(Grad-CAM) upsampled to the input"

    def passes(self, request: Request) -> int:
        """Grad-CAM's and guided back-propagation's."""
        return 4

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        model, layer = request.model, pick_layer(request)
        yield Step(0.0, said("running to {name} and back", name=layer.name))
        view, passes = GradCam().look(request, layer, request.tensor)
        cam = GradCam().combine(view)
        yield Step(0.5, said("preparing the guided way back"))
        to_input = backward_to(model, model.facts.input_name, self.override)
        yield Step(0.7, said("running back to the input"))
        guided = to_input.run_request(request)
        recipe = model.manifest.recipe
        seen = upsampled(np.maximum(cam, 0.0), (recipe.height, recipe.width))
        stated = {"grad-cam": said("ReLU, then half-pixel bilinear")}
        outcome = Outcome(
            plane_of(request, guided.gradient, options.channels) * seen,
            view.score,
            view.provider,
            passes + 2,
            self.conventions(options) | stated | rule_conventions(guided),
            layer=layer,
        )
        yield Step(1.0, result=explained(self, request, options, outcome, started))


def upsampled(plane: NDArray[Any], size: tuple[int, int]) -> NDArray[np.float32]:
    """(h, w) -> (H, W) by half-pixel bilinear interpolation, flat beyond the outer cell centres."""
    height, width = size
    return cv2.resize(plane.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
