"""The residual network of covid-cxr: blocks whose input is joined to their output by channels.

Block i has ``filters * growth^i`` filters: convolution, batch normalisation, leaky ReLU,
convolution, concatenation with the block's input, batch normalisation, leaky ReLU, max-pooling.
After the blocks: flatten, dropout, one hidden layer.

Two things differ from the original on purpose. Its L2 penalised what the layers put out
(``activity_regularizer``); here it is weight decay on kernels, as its documentation says. And
where it always ended in a softmax over two classes, a binary task has one sigmoid here.
"""

import keras

from training.models.architecture import Architecture, InputShape
from training.models.head import Head


def dcnn_resnet(input_shape: InputShape, head: Head) -> keras.Model:
    """The network, with the options of its own in the head's section."""
    options, layers = head.network, keras.layers
    inputs = x = keras.Input(input_shape, name="input")
    for block in range(options.blocks):
        x = _block(x, options.filters * options.growth**block, options.kernel, f"block{block + 1}")
        x = layers.MaxPooling2D(options.pool, padding="same", name=f"block{block + 1}_pool")(x)
    x = layers.Flatten(name="flatten")(x)
    return head.model(inputs, head.hidden(x), "dcnn_resnet")


def _block(x: keras.KerasTensor, filters: int, kernel: int, name: str) -> keras.KerasTensor:
    layers = keras.layers
    plan = {"padding": "same", "kernel_initializer": "he_uniform"}
    y = layers.Conv2D(filters, kernel, name=f"{name}_conv1", **plan)(x)
    y = layers.BatchNormalization(name=f"{name}_norm1")(y)
    y = layers.LeakyReLU(negative_slope=0.3, name=f"{name}_relu1")(y)
    y = layers.Conv2D(filters, kernel, name=f"{name}_conv2", **plan)(y)
    y = layers.Concatenate(name=f"{name}_join")([y, x])
    y = layers.BatchNormalization(name=f"{name}_norm2")(y)
    return layers.LeakyReLU(negative_slope=0.3, name=f"{name}_relu2")(y)


FAMILY = (
    Architecture(
        "dcnn-resnet",
        dcnn_resnet,
        330_813,
        "covid-cxr's dcnn_resnet (2020); L2 on kernels, not on what layers put out",
        8,
    ),
)
