"""The side task "where is it": a branch on the last feature maps that is dropped after fitting.

Where masks are known, the network then looks at the lesion and not at something that happens to
go with it.
"""

import keras

from training.data.pipeline import PLACE
from training.models.head import PROBABILITY


def last_maps(model: keras.Model) -> keras.layers.Layer:
    """The last layer whose output is a grid of feature maps."""
    return [layer for layer in model.layers if len(layer.output.shape) == 4][-1]


def with_outputs(model: keras.Model, grid: keras.layers.Layer | None) -> keras.Model:
    """The network with its output by name, and with the branch where a grid is given."""
    outputs = {PROBABILITY: model.outputs[0]}
    if grid is not None:
        branch = keras.layers.Conv2D(1, 1, activation="sigmoid", dtype="float32", name=PLACE)
        outputs[PLACE] = branch(grid.output)
    return keras.Model(model.inputs[0], outputs)
