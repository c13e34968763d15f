"""Maps of tf-keras-vis on a small Keras network, brought to the form of ours: (h, w).

Imports TensorFlow, which takes seconds: to be imported where it is used, not where tests are
collected.
"""

import warnings
from collections.abc import Callable
from functools import partial
from unittest import mock

import numpy as np
import tensorflow as tf

from tests.support.keras_network import LAYER, Net, quiet
from tests.support.map_rows import KERAS_NOISE, noise_for

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # names that SciPy has moved
    from tf_keras_vis.gradcam import Gradcam
    from tf_keras_vis.gradcam_plus_plus import GradcamPlusPlus
    from tf_keras_vis.layercam import Layercam
    from tf_keras_vis.saliency import Saliency
    from tf_keras_vis.scorecam import Scorecam
    from tf_keras_vis.utils.model_modifiers import GuidedBackpropagation
    from tf_keras_vis.utils.scores import CategoricalScore


def vis_map(of: Net, theirs: str) -> np.ndarray:
    """(h, w) the map of that key of `TF_KERAS_VIS_ROWS`, or of a test of its own."""
    with quiet():
        return np.asarray(MAPS[theirs](of), np.float64)


def cam(kind: type, of: Net, **more: object) -> np.ndarray:
    """A class activation map of the last feature map, neither enlarged nor normalised."""
    plain = {"expand_cam": False, "normalize_cam": False} | more
    score = CategoricalScore(of.index)
    return np.asarray(kind(of.model)(score, of.image, penultimate_layer=LAYER, **plain))[0]


def gradient(of: Net, *, model_modifier: object = None, **more: object) -> np.ndarray:
    """A gradient by the image, (H, W, C), as `Saliency` has it."""
    explainer = Saliency(of.model, model_modifier=model_modifier)
    plain = {"keepdims": True, "normalize_map": False, "gradient_modifier": None} | more
    return np.asarray(explainer(CategoricalScore(of.index), of.image, **plain))[0]


def smoothed(of: Net, **more: object) -> np.ndarray:
    """`Saliency` with noise: what ours draws, whatever NumPy is asked for."""
    noise = noise_for(of.image[0], KERAS_NOISE)[:, None]
    with mock.patch.object(np.random, "normal", return_value=noise):
        return gradient(of, smooth_samples=len(noise), **more)


MAPS: dict[str, Callable[[Net], np.ndarray]] = {
    "Gradcam": partial(cam, Gradcam),
    "Gradcam, signed": partial(cam, Gradcam, activation_modifier=None),
    "GradcamPlusPlus": partial(cam, GradcamPlusPlus),
    "Layercam": partial(cam, Layercam),
    "Scorecam": partial(cam, Scorecam),
    "Saliency": lambda of: gradient(of, gradient_modifier=tf.abs, keepdims=False),
    "Saliency, signed": lambda of: gradient(of).sum(-1),
    "Saliency(smooth), signed": lambda of: smoothed(of).sum(-1),
    "Saliency(smooth)": lambda of: smoothed(of, gradient_modifier=tf.abs, keepdims=False),
    "Saliency, guided": lambda of: (
        gradient(of, model_modifier=GuidedBackpropagation()).sum(-1)
    ),
}  # fmt: skip
