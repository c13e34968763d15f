"""Maps of the package captum on torch networks, brought to the form of ours: (h, w).

Every function takes a `Net`. Channels are reduced as ours are (a sum, or the largest magnitude for
plain saliency); nothing else is done to what captum returns.
"""

import copy
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from captum import attr
from torch import Tensor, nn

from tests.support.map_rows import EXACT_STEPS, NOISE, STRIDE, WINDOW, Question, noise_for
from tests.support.torch_parity import EXPORTS, build, export
from tests.support.torch_transformers import ZOO
from tests.support.toys import open_toy

WAY = "old-17"


@dataclass(frozen=True)
class Net:
    """A torch network that returns logits, and a question about it.

    Attributes:
        model: the network, in eval mode, without the activation that closes it.
        whole: the same with it, as it is exported.
        layer: the module whose output is the last feature map.
        image: (1, 3, H, W).
        index: the explained class.
    """

    model: nn.Module
    whole: nn.Module
    layer: nn.Module
    image: Tensor
    index: int

    def ask(self, folder: Path) -> Question:
        """The same question about the exported network."""
        graph = export(self.whole, self.image.repeat(2, 1, 1, 1), EXPORTS[WAY])
        return Question(open_toy(folder, graph), self.image[0].numpy(), self.index)


def net(name: str) -> Net:
    """A network of the zoo with its first image and the class of its largest logit."""
    whole, images = build(name, 1)
    closing = nn.Sigmoid | nn.Softmax | nn.LogSoftmax
    model = whole[:-1] if isinstance(whole[-1], closing) else whole
    layer = whole.get_submodule(ZOO[name].last)
    with torch.no_grad():
        index = int(model(images).argmax())
    return Net(model, whole, layer, images, index)


def summed(attributions: Tensor) -> np.ndarray:
    """(1, C, h, w) -> (h, w)."""
    return attributions.detach().double().sum(1)[0].numpy()


def captum_map(of: Net, theirs: str) -> np.ndarray:
    """(h, w) the map of that key of `CAPTUM_ROWS`."""
    with quiet():
        return MAPS[theirs](of)


@contextmanager
def quiet() -> Iterator[None]:
    """Without the two warnings that captum gives about its own way of working."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Input Tensor . did not already require gradients")
        warnings.filterwarnings("ignore", "(?s)Setting .*hooks")
        yield


def relative_ablation(of: Net) -> np.ndarray:
    """Ablation-CAM's definition on captum's ablations of whole channels."""
    activations = activations_of(of)
    channels = torch.arange(activations.shape[1]).reshape(1, -1, 1, 1)
    drops = attr.LayerFeatureAblation(of.model, of.layer).attribute(
        of.image,
        target=of.index,
        layer_baselines=0.0,
        layer_mask=channels.expand_as(activations),
    )
    with torch.no_grad():
        score = of.model(of.image)[0, of.index].abs()
    return summed(drops / score * activations)


def activations_of(of: Net) -> Tensor:
    """(1, K, h, w) the last feature map."""
    return attr.LayerActivation(of.model, of.layer).attribute(of.image)


class Apart(nn.Module):
    """A module whose output is a tensor of its own, so that no other module's hooks sit on it."""

    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, x: Tensor) -> Tensor:
        return self.inner(x).clone()


def apart(model: nn.Module) -> nn.Module:
    """A copy of a network in which no rectifier or pooling hands its very output to the next."""
    made = copy.deepcopy(model)
    for module in list(made.modules()):
        for name, child in module.named_children():
            if isinstance(child, nn.ReLU | nn.MaxPool2d) and not isinstance(module, Apart):
                setattr(module, name, Apart(child))
    return made


def integrated(of: Net) -> np.ndarray:
    """With the nodes that ours has."""
    ig = attr.IntegratedGradients(of.model)
    return summed(ig.attribute(of.image, 0.0, of.index, n_steps=EXACT_STEPS["steps"]))


def integrated_at_layer(of: Net) -> np.ndarray:
    """On the straight path between the layer's activations."""
    ig = attr.LayerIntegratedGradients(of.model, of.layer)
    return summed(ig.attribute(of.image, 0.0, of.index, n_steps=EXACT_STEPS["steps"]))


def occluded(of: Net) -> np.ndarray:
    """Windows over all channels at once; captum gives each channel the whole fall."""
    channels = of.image.shape[1]
    attributions = attr.Occlusion(of.model).attribute(
        of.image,
        sliding_window_shapes=(channels, WINDOW, WINDOW),
        strides=(channels, STRIDE, STRIDE),
        baselines=0.0,
        target=of.index,
    )
    return attributions[0, 0].detach().double().numpy()


def ablated(of: Net) -> np.ndarray:
    """Squares side by side, each hidden once."""
    height, width = of.image.shape[2:]
    rows, columns = torch.arange(height) // WINDOW, torch.arange(width) // WINDOW
    squares = rows[:, None] * (width // WINDOW) + columns
    attributions = attr.FeatureAblation(of.model).attribute(
        of.image, baselines=0.0, target=of.index, feature_mask=squares[None, None]
    )
    return attributions[0, 0].detach().double().numpy()


def tunnelled(of: Net, kind: str) -> np.ndarray:
    """NoiseTunnel over the plain gradient, fed the noise that ours draws."""
    tunnel = attr.NoiseTunnel(attr.Saliency(of.model))
    with given_noise(noise_for(of.image[0].numpy(), NOISE)):
        return summed(
            tunnel.attribute(
                of.image, nt_type=kind, nt_samples=NOISE["samples"], target=of.index, abs=False
            )
        )


@contextmanager
def given_noise(noise: np.ndarray) -> Iterator[None]:
    """`torch.normal` returns this noise, whatever it is asked for."""
    original = torch.normal
    torch.normal = lambda *_, **__: torch.from_numpy(noise)
    try:
        yield
    finally:
        torch.normal = original


def _layered(of: Net) -> Tensor:
    kind = attr.LayerGradientXActivation(of.model, of.layer)
    return kind.attribute(of.image, of.index)


MAPS: dict[str, Callable[[Net], np.ndarray]] = {
    "Saliency": lambda of: (
        attr.Saliency(of.model).attribute(of.image, of.index).double().amax(1)[0].numpy()
    ),
    "Saliency(abs=False)": lambda of: summed(
        attr.Saliency(of.model).attribute(of.image, of.index, abs=False)
    ),
    "InputXGradient": lambda of: summed(
        attr.InputXGradient(of.model).attribute(of.image, of.index)
    ),
    "IntegratedGradients": integrated,
    "LayerIntegratedGradients": integrated_at_layer,
    "GuidedBackprop": lambda of: summed(
        attr.GuidedBackprop(of.model).attribute(of.image, of.index)
    ),
    "Deconvolution": lambda of: summed(attr.Deconvolution(of.model).attribute(of.image, of.index)),
    "DeepLift(modules apart)": lambda of: summed(
        attr.DeepLift(apart(of.model)).attribute(of.image, 0.0, of.index)
    ),
    "LayerDeepLift": lambda of: summed(
        attr.LayerDeepLift(of.model, of.layer).attribute(of.image, 0.0, of.index)
    ),
    "LayerGradCam": lambda of: summed(
        attr.LayerGradCam(of.model, of.layer).attribute(of.image, of.index)
    ),
    "LayerGradCam(relu)": lambda of: summed(
        attr.LayerGradCam(of.model, of.layer).attribute(
            of.image, of.index, relu_attributions=True
        )
    ),
    "GuidedGradCam(bilinear)": lambda of: summed(
        attr.GuidedGradCam(of.model, of.layer).attribute(
            of.image, of.index, interpolate_mode="bilinear"
        )
    ),
    "LayerGradientXActivation": lambda of: summed(_layered(of)),
    "LayerGradientXActivation, positive": lambda of: summed(_layered(of).clamp(min=0.0)),
    "LayerFeatureAblation": relative_ablation,
    "Occlusion": occluded,
    "FeatureAblation": ablated,
    "NoiseTunnel(smoothgrad)": lambda of: tunnelled(of, "smoothgrad"),
    "NoiseTunnel(smoothgrad_sq)": lambda of: tunnelled(of, "smoothgrad_sq"),
    "NoiseTunnel(vargrad)": lambda of: tunnelled(of, "vargrad"),
}  # fmt: skip
