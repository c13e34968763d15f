"""The methods in the order in which they are offered, controls last. One line adds one."""

from engine.errors import RequestError
from engine.explain.ablation_cam import AblationCam
from engine.explain.blur_ig import BlurIg
from engine.explain.cam import (
    ElementWiseGradCam,
    GradCam,
    GradCamPlusPlus,
    HiResCam,
    LayerCam,
    XGradCam,
)
from engine.explain.cam_eigen import EigenCam, EigenGradCam
from engine.explain.controls import CentreControl, ConstantControl, RandomControl, SobelControl
from engine.explain.deep_lift import DeepLift
from engine.explain.expected_gradients import ExpectedGradients
from engine.explain.explanation import Method
from engine.explain.full_grad import FullGrad
from engine.explain.gradient import InputXGradient, Saliency
from engine.explain.guided_ig import GuidedIg
from engine.explain.integrated_gradients import IntegratedGradients
from engine.explain.lime import Lime
from engine.explain.noisy_gradient import SmoothGrad, SmoothGradSquared, VarGrad
from engine.explain.occlusion import Occlusion
from engine.explain.recipro_cam import ReciproCam
from engine.explain.rectified import DeconvNet, GuidedBackprop, GuidedGradCam
from engine.explain.rise import Rise
from engine.explain.score_cam import ScoreCam
from engine.explain.shapley_kernel import KernelShap
from engine.explain.shapley_partition import PartitionShap
from engine.explain.shapley_sampled import SampledShapley
from engine.explain.sobol import Sobol
from engine.explain.xrai import Xrai
from engine.language import said

METHODS: tuple[Method, ...] = (
    GradCam(),
    GradCamPlusPlus(),
    HiResCam(),
    LayerCam(),
    XGradCam(),
    ElementWiseGradCam(),
    EigenCam(),
    EigenGradCam(),
    ScoreCam(),
    AblationCam(),
    FullGrad(),
    ReciproCam(),
    Saliency(),
    InputXGradient(),
    SmoothGrad(),
    SmoothGradSquared(),
    VarGrad(),
    GuidedBackprop(),
    DeconvNet(),
    GuidedGradCam(),
    IntegratedGradients(),
    ExpectedGradients(),
    DeepLift(),
    Xrai(),
    BlurIg(),
    GuidedIg(),
    Occlusion(),
    Rise(),
    Sobol(),
    Lime(),
    SampledShapley(),
    KernelShap(),
    PartitionShap(),
    RandomControl(),
    SobelControl(),
    ConstantControl(),
    CentreControl(),
)


def find_method(wanted: str) -> Method:
    """The method with that id. Raises RequestError listing the known ones."""
    for method in METHODS:
        if method.id == wanted:
            return method
    known = ", ".join(method.id for method in METHODS)
    raise RequestError(
        said("no method has the id {wanted!r}", wanted=wanted),
        hint=said("Known methods: {known}.", known=known),
    )
