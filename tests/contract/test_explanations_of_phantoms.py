"""Where the truth is drawn to the pixel, explanations must point at it.

The shipped phantom model explains phantoms that it has never seen; a map that ignored the image
would hit the lesions as often as their share of the area.
"""

import cv2
import numpy as np
import pytest

from desktop.paths import SAMPLE_MODEL, SHIPPED_MODELS
from engine.bundle.store import read_bundle
from engine.explain.explanation import Request
from engine.explain.registry import METHODS
from engine.images.geometry import Affine
from engine.inference.model import open_model
from engine.inference.predict import predict
from engine.inference.target import find_target
from engine.overlay.project import project
from engine.progress import finish
from training.data.phantom import make_phantom

KINDS = ("nodule", "consolidation", "ground-glass", "effusion")
SEEDS = range(910_000, 910_006)
# Cells of the map are 1/16 of the image wide: a hit may lie one cell beside the lesion.
TOLERANCE = 1 / 16


@pytest.fixture(scope="module")
def model():
    return open_model(read_bundle(SHIPPED_MODELS / SAMPLE_MODEL), wants_gpu=False)


@pytest.fixture(scope="module")
def phantoms(model):
    """(grey picture, lesion mask) of phantoms that the model calls."""
    called = []
    for kind in KINDS:
        for seed in SEEDS:
            phantom = make_phantom(seed, kind=kind)
            grey = phantom.image.astype(np.float32)
            grey = (grey - grey.min()) / np.ptp(grey)
            tensor = model.manifest.recipe.apply_grey(grey).tensor
            if predict(model, tensor).scores[0].is_above:
                called.append((grey, phantom.masks["lesion"]))
    assert len(called) >= 20  # of 24
    return called


# EigenCAM shows what a layer sees, whatever the class. Score-CAM's softmax hardly tells feature
# maps apart whose scores are close: here it hits 11 of 24.
POINTING = [
    method
    for method in METHODS
    if method.family == "cam" and method.id not in ("eigen-cam", "score-cam")
]


@pytest.mark.parametrize("method", POINTING, ids=lambda method: method.id)
def test_maps_peak_on_the_lesion(model, phantoms, method):
    hits, areas = [], []
    for grey, lesion in phantoms:
        made = model.manifest.recipe.apply_grey(grey)
        target = find_target(model.manifest, "opacity")
        request = Request(model, made.tensor, made.to_image, target)
        explanation = finish(method.run(request))
        values = np.nan_to_num(project(explanation, grey.shape, Affine()), nan=-np.inf)
        size = 2 * round(TOLERANCE * grey.shape[0]) + 1
        near = cv2.dilate(lesion.astype(np.uint8), np.ones((size, size), np.uint8)) > 0
        hits.append(near[np.unravel_index(values.argmax(), values.shape)])
        areas.append(near.mean())

    assert np.mean(hits) >= 0.8
    assert np.mean(areas) < 0.4  # what chance would hit
