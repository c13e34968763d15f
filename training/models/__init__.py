"""Networks by name, one family per file, and the one way to build them."""

from collections.abc import Callable
from pathlib import Path

import keras

from engine.bundle.recipe import Recipe
from engine.errors import RequestError
from training.config.sections import NetworkSection
from training.models import (
    applications,
    convolutional,
    dcnn_resnet,
    dense,
    googlenet,
    pneumonia_cnn,
)
from training.models.architecture import Architecture, InputShape
from training.models.from_bundle import PREFIX, is_bundle, start_from_bundle
from training.models.head import Head
from training.models.starting_weights import (
    IMAGENET,
    NONE,
    start_from_file,
    start_from_imagenet,
)

MOMENTUM = 0.9  # of batch normalisation in networks that start from chance
_FAMILIES = (pneumonia_cnn, dense, convolutional, dcnn_resnet, googlenet, applications)
ARCHITECTURES: dict[str, Architecture] = {
    row.id: row for family in _FAMILIES for row in family.FAMILY
}


def build_model(
    network: NetworkSection,
    input_shape: InputShape,
    head: Head,
    tell: Callable[[str], None] = lambda _: None,
) -> keras.Model:
    """The network with the weights it starts from.

    Args:
        network: architecture and weights.
        input_shape: (H, W, C).
        head: number of classes, activation, first bias.
        tell: called with a sentence where a file of weights leaves layers of the head to chance.

    Raises:
        RequestError: no such architecture, an input too small for it, weights that are missing or
            do not fit, or a base of random weights that would be frozen.
    """
    architecture = _architecture(network, input_shape)
    model = architecture.build(input_shape, head)
    if network.weights == NONE:
        quicken_statistics(model)
    if network.weights == IMAGENET:
        start_from_imagenet(model, architecture, input_shape)
    elif is_bundle(network.weights):
        path = Path(network.weights.removeprefix(PREFIX))
        anew = start_from_bundle(model, architecture, input_shape, path)
        if anew:
            tell(f"the classes are others in number; {', '.join(anew)} starts anew")
    elif network.weights != NONE:
        anew = start_from_file(model, architecture, input_shape, Path(network.weights))
        if anew:
            tell(f"{network.weights} holds no weights for {', '.join(anew)}; these start anew")
    return model


def scaling_doubt(network: NetworkSection, recipe: Recipe) -> str:
    """A warning where ImageNet weights would see other numbers than they were trained with."""
    wanted = ARCHITECTURES[network.architecture].scaling
    if network.weights != IMAGENET or recipe.scaling == wanted:
        return ""
    return (
        f"the ImageNet weights of {network.architecture} were trained with scaling {wanted!r}; "
        f"the recipe has {recipe.scaling!r}"
    )


def quicken_statistics(model: keras.Model) -> None:
    """Lets batch normalisation follow a few hundred steps of training.

    Keras' applications keep 0.99 or 0.999 of their running means at every step, which suits the
    half a million steps of ImageNet. On a few hundred images the statistics would still be those
    of the start, and the network would answer the same to every image outside of training.
    """
    for layer in model._flatten_layers(include_self=False):
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = min(layer.momentum, MOMENTUM)


def _architecture(network: NetworkSection, input_shape: InputShape) -> Architecture:
    if network.architecture not in ARCHITECTURES:
        raise RequestError(
            f"no architecture is called {network.architecture!r}",
            hint=f"There are: {', '.join(ARCHITECTURES)}.",
        )
    architecture = ARCHITECTURES[network.architecture]
    if min(input_shape[:2]) < architecture.smallest:
        raise RequestError(
            f"{architecture.id} needs images of at least {architecture.smallest} pixels a side; "
            f"the recipe has {input_shape[0]} x {input_shape[1]}",
            hint="Set height and width in [recipe].",
        )
    if network.frozen_epochs > 0 and network.weights == NONE:
        raise RequestError(
            "a base of random weights would be frozen",
            hint="Set weights or frozen_epochs = 0 in [network].",
        )
    return architecture
