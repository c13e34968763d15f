"""The networks that Keras brings along, with one hidden layer behind their average.

Feature maps, global average, dropout, dense, leaky ReLU, logits: the head of covid-cxr's ResNets.
All layers lie flat in one network, so each of them can be explained, frozen and exported.
"""

import warnings
from collections.abc import Callable
from functools import partial

import keras
import numpy as np

from training.models.architecture import Architecture, InputShape
from training.models.head import Head

# Mean and standard deviation of ImageNet's channels, grey levels 0..1.
_MEAN, _DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def _application(
    make: Callable[..., keras.Model], input_shape: InputShape, head: Head
) -> keras.Model:
    inputs = keras.Input(input_shape, name="input")
    base = _base(make, weights=None, input_tensor=inputs, input_shape=input_shape)
    for layer in base.layers:
        if isinstance(layer, keras.layers.Normalization):
            _normalise(layer, input_shape[-1])
    x = keras.layers.GlobalAveragePooling2D(name="average")(base.output)
    return head.model(base.inputs[0], head.hidden(x), base.name)


def _features(
    make: Callable[..., keras.Model], input_shape: InputShape, weights: str
) -> keras.Model:
    return _base(make, weights=weights, input_shape=input_shape)


def _base(make: Callable[..., keras.Model], **options: object) -> keras.Model:
    with warnings.catch_warnings():
        # MobileNetV2 says so for every size but five; its weights serve all sizes.
        warnings.filterwarnings("ignore", message="`input_shape` is undefined or non-square")
        base = make(include_top=False, **options)
    return _with_depthwise(base) if any(map(_is_depthwise, base.layers)) else base


def _is_depthwise(layer: keras.Layer) -> bool:
    is_grouped = isinstance(layer, keras.layers.Conv2D) and layer.groups > 1
    return is_grouped and layer.groups == layer.filters == layer.kernel.shape[-1]


def _with_depthwise(base: keras.Model) -> keras.Model:
    """The same network with depthwise convolutions for those of one channel per group (ConvNeXt).

    TensorFlow computes grouped convolutions on a CPU by XLA alone, which no export can follow.
    """

    def clone(layer: keras.Layer) -> keras.Layer:
        if not _is_depthwise(layer):
            return type(layer).from_config(layer.get_config())
        config = layer.get_config()
        kept = ("name", "kernel_size", "strides", "padding", "use_bias", "dtype", "trainable")
        return keras.layers.DepthwiseConv2D(**{name: config[name] for name in kept})

    twin = keras.models.clone_model(base, clone_function=clone)
    for layer, own in zip(base.layers, twin.layers, strict=True):
        weights = layer.get_weights()
        if _is_depthwise(layer):  # (h, w, 1, C) -> (h, w, C, 1)
            weights[0] = weights[0].swapaxes(2, 3)
        own.set_weights(weights)
    return twin


def _normalise(layer: keras.layers.Normalization, channels: int) -> None:
    """ImageNet's statistics in the layer that EfficientNet begins with.

    Keras leaves it empty for random weights, and for ImageNet's adds a second layer that mends
    stored standard deviations taken for variances. Set here, both kinds of weights see the same.
    """
    if layer.input_mean is not None:  # ConvNeXt states them itself
        return
    mean, deviation = (np.array(v) if channels == 3 else np.mean(v) for v in (_MEAN, _DEVIATION))
    layer.adapt_mean.assign(np.broadcast_to(mean, (channels,)))
    layer.adapt_variance.assign(np.broadcast_to(deviation**2, (channels,)))
    layer.finalize_state()


# id, name in keras.applications, parameters, smallest side, scaling of its ImageNet weights, source
_ROWS = (
    ("resnet50", "ResNet50", 23_843_841, 32, "caffe", "He et al. 2016, Deep residual learning"),
    ("resnet101", "ResNet101", 42_914_305, 32, "caffe", "He et al. 2016, Deep residual learning"),
    ("resnet152", "ResNet152", 58_627_073, 32, "caffe", "He et al. 2016, Deep residual learning"),
    ("resnet50v2", "ResNet50V2", 23_820_929, 32, "symmetric", "He et al. 2016, Identity mappings"),
    (
        "resnet101v2",
        "ResNet101V2",
        42_882_689,
        32,
        "symmetric",
        "He et al. 2016, Identity mappings",
    ),
    (
        "densenet121",
        "DenseNet121",
        7_162_561,
        32,
        "imagenet",
        "Huang et al. 2017, Densely connected networks",
    ),
    (
        "densenet201",
        "DenseNet201",
        18_561_729,
        32,
        "imagenet",
        "Huang et al. 2017, Densely connected networks",
    ),
    (
        "inceptionv3",
        "InceptionV3",
        22_064_609,
        75,
        "symmetric",
        "Szegedy et al. 2016, Rethinking Inception",
    ),
    (
        "inceptionresnetv2",
        "InceptionResNetV2",
        54_533_025,
        75,
        "symmetric",
        "Szegedy et al. 2017, Inception-v4",
    ),
    ("xception", "Xception", 21_123_305, 71, "symmetric", "Chollet 2017, Xception"),
    ("mobilenetv2", "MobileNetV2", 2_421_505, 32, "symmetric", "Sandler et al. 2018, MobileNetV2"),
    ("efficientnetb0", "EfficientNetB0", 4_213_088, 32, "byte", "Tan and Le 2019, EfficientNet"),
    ("efficientnetb1", "EfficientNetB1", 6_738_756, 32, "byte", "Tan and Le 2019, EfficientNet"),
    ("efficientnetb2", "EfficientNetB2", 7_948_470, 32, "byte", "Tan and Le 2019, EfficientNet"),
    ("efficientnetb3", "EfficientNetB3", 10_979_676, 32, "byte", "Tan and Le 2019, EfficientNet"),
    ("efficientnetb4", "EfficientNetB4", 17_902_588, 32, "byte", "Tan and Le 2019, EfficientNet"),
    ("efficientnetb5", "EfficientNetB5", 28_775_060, 32, "byte", "Tan and Le 2019, EfficientNet"),
    ("efficientnetb6", "EfficientNetB6", 41_254_300, 32, "byte", "Tan and Le 2019, EfficientNet"),
    ("efficientnetb7", "EfficientNetB7", 64_424_468, 32, "byte", "Tan and Le 2019, EfficientNet"),
    (
        "convnexttiny",
        "ConvNeXtTiny",
        27_915_617,
        32,
        "byte",
        "Liu et al. 2022, A ConvNet for the 2020s",
    ),
    (
        "convnextsmall",
        "ConvNeXtSmall",
        49_550_177,
        32,
        "byte",
        "Liu et al. 2022, A ConvNet for the 2020s",
    ),
)


def _row(
    id: str, name: str, parameters: int, smallest: int, scaling: str, source: str
) -> Architecture:
    make = getattr(keras.applications, name)
    return Architecture(
        id,
        partial(_application, make),
        parameters,
        f"{source}; keras.applications.{name}",
        smallest,
        partial(_features, make),
        scaling,
    )


FAMILY = tuple(_row(*row) for row in _ROWS)
