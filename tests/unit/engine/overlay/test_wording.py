"""Words beside a map: what it is, of which class, and that a control is no explanation."""

import numpy as np
import pytest

from engine.explain.explanation import Explanation
from engine.explain.registry import METHODS
from engine.images.geometry import Affine
from engine.inference.target import Target
from engine.overlay import wording
from engine.overlay.scale import fixed_scale


def made(method, **changes):
    """A map by that method."""
    facts = {
        "map": np.zeros((2, 2), np.float32), "to_image": Affine(), "target": Target("A", 0),
        "layer": None, "layer_tensor": None, "conventions": {}, "options": {}, "seed": 0,
        "model_id": "m", "provider": "p", "score": 0.0, "passes": 1, "seconds": 0.0,
    }  # fmt: skip
    return Explanation(method=method, **(facts | changes))


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_controls_say_that_they_explain_nothing(method):
    title = wording.title(made(method.id))

    assert title.startswith(wording.CONTROL) == (method.family == "control")
    assert method.name in title
    assert "class A" in title


def test_a_comparison_names_both_classes():
    against = made("grad-cam", against=Target("B", 1), layer="conv5")

    assert wording.title(against).endswith("Grad-CAM, layer conv5, class A rather than B")
    assert wording.short_title(against) == "Grad-CAM: A rather than B"


def test_signs_are_told_in_words_and_in_the_colours_painted():
    signed = fixed_scale(1.0, is_signed=True)

    assert wording.scale_note(signed).startswith("blue (-) against, red (+) for the class")
    superpixels = wording.scale_note(signed, has_superpixels=True)
    assert superpixels.startswith("red (-) against, green (+) for the class")
    assert "for" not in wording.scale_note(fixed_scale(1.0)).split()


def test_maps_of_methods_that_left_keep_their_id():
    assert "long-gone" in wording.title(made("long-gone"))
