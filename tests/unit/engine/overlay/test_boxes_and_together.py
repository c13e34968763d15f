"""Boxes lie where the regions lie, at every size; findings keep their colours together."""

import itertools
from dataclasses import replace

import cv2
import numpy as np
import pytest

from engine.images.geometry import Affine, resize_affine
from engine.inference.target import Target
from engine.overlay.boxes import MOST_BOXES, boxes_overlay, region_boxes
from engine.overlay.colour import colour_table
from engine.overlay.scale import fixed_scale, scale_of
from engine.overlay.together import (
    FINDING_COLOURS,
    finding_colour,
    finding_colours,
    finding_place,
    stacked,
)
from engine.overlay.wording import scale_note
from tests.support.pictures import make_explanation

COLOURS = colour_table("inferno")


def explained(blocks: dict[tuple[int, int, int, int], float], map_hw=(200, 160)):
    """A map of flat blocks ((top, left, bottom, right): value) on an image of its own size."""
    values = np.zeros(map_hw, np.float32)
    for (top, left, bottom, right), value in blocks.items():
        values[top:bottom, left:right] = value
    return make_explanation(values, Affine())


def edges(box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


def test_boxes_are_the_regions_strongest_first():
    explanation = explained({(20, 30, 60, 80): 0.5, (100, 10, 140, 50): 1.0})
    boxes = region_boxes(explanation, fixed_scale(1.0), (200, 160), 0.3)
    assert [edges(box) for box in boxes] == [(10, 100, 50, 140), (30, 20, 80, 60)]
    assert [box.peak for box in boxes] == [1.0, 0.5]


def test_boxes_follow_the_threshold():
    explanation = explained({(20, 30, 60, 80): 0.5, (100, 10, 140, 50): 1.0})
    counts = [
        len(region_boxes(explanation, fixed_scale(1.0), (200, 160), threshold))
        for threshold in (0.0, 0.49, 0.51, 1.0)
    ]
    assert counts == [2, 2, 1, 1]


def test_boxes_are_in_pixels_of_a_large_original():
    values = explained({(20, 30, 60, 80): 1.0}).map
    explanation = make_explanation(values, resize_affine((200, 160), (3000, 2400)))
    (box,) = region_boxes(explanation, fixed_scale(1.0), (3000, 2400), 0.5)
    assert edges(box) == pytest.approx((450, 300, 1200, 900), abs=4)


def test_for_and_against_have_boxes_of_their_own():
    explanation = explained({(20, 30, 60, 80): 1.0, (60, 30, 90, 80): -0.8})
    signed = region_boxes(explanation, fixed_scale(1.0, is_signed=True), (200, 160), 0.3)
    assert [(edges(box), box.peak) for box in signed] == [
        ((30, 20, 80, 60), 1.0),
        ((30, 60, 80, 90), pytest.approx(-0.8)),
    ]
    assert len(region_boxes(explanation, fixed_scale(1.0), (200, 160), 0.3)) == 1


def test_specks_have_no_box_and_there_are_never_too_many():
    grid = {(y, x, y + 5, x + 5): 1.0 for y in range(0, 190, 12) for x in range(0, 150, 12)}
    assert len(region_boxes(explained(grid), fixed_scale(1.0), (200, 160), 0.5)) == MOST_BOXES
    speck = explained({(50, 50, 52, 53): 1.0})
    assert region_boxes(speck, fixed_scale(1.0), (200, 160), 0.5) == ()


def test_an_empty_scale_has_no_boxes():
    explanation = explained({(20, 30, 60, 80): -1.0})
    assert region_boxes(explanation, scale_of(explanation.map), (200, 160), 0.0) == ()


def test_drawn_boxes_frame_their_region_and_leave_it_free():
    explanation = explained({(20, 30, 60, 80): 1.0})
    scale = fixed_scale(1.0)
    boxes = region_boxes(explanation, scale, (200, 160), 0.5)
    overlay = boxes_overlay(boxes, scale, COLOURS, (400, 320), Affine.scale(2, 2))
    x, y, width, height = cv2.boundingRect(overlay[:, :, 3])
    assert (x, y) == pytest.approx((60, 40), abs=3)
    assert (x + width, y + height) == pytest.approx((160, 120), abs=3)
    assert not overlay[46:114, 66:154].any()
    np.testing.assert_array_equal(overlay[80, 60, :3], COLOURS[255])


def test_finding_colours_differ_for_every_kind_of_colour_vision():
    """Machado et al. (2009): protanopia, deuteranopia, tritanopia at full strength."""
    visions = {
        "normal": np.eye(3),
        "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                   [-0.003882, -0.048116, 1.051998]],
        "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                   [-0.011820, 0.042940, 0.968881]],
        "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                   [0.004733, 0.691367, 0.303900]],
    }  # fmt: skip
    linear = (np.array(FINDING_COLOURS[:4]) / 255.0) ** 2.2
    for name, matrix in visions.items():
        seen = np.clip(linear @ np.array(matrix).T, 0, 1) ** (1 / 2.2) * 255
        lab = cv2.cvtColor(np.float32(seen[None] / 255), cv2.COLOR_RGB2LAB)[0]
        for one, other in itertools.combinations(lab, 2):
            assert np.linalg.norm(one - other) > 15, name


def test_a_class_keeps_its_colour_and_colours_never_run_out():
    assert finding_colour(2) == FINDING_COLOURS[2] == finding_colour(2 + len(FINDING_COLOURS))
    assert (finding_colours(1) == FINDING_COLOURS[1]).all()


def test_the_complement_of_a_lone_neuron_has_a_colour_of_its_own():
    explanation = explained({(0, 0, 9, 9): 1.0})
    against = replace(explanation, target=Target("Normal", 0, -1))
    assert finding_place(explanation) != finding_place(against)


def test_stacking_is_porter_and_duffs_over():
    rng = np.random.default_rng(0)
    alpha = rng.integers(0, 256, (3, 20, 20, 1))
    layers = [
        np.concatenate([rng.integers(0, 256, (20, 20, 3)) * a // 255, a], axis=2).astype(np.uint8)
        for a in alpha
    ]
    expected = layers[0].astype(float)
    for upper in layers[1:]:
        expected = upper + expected * (1 - upper[..., 3:] / 255.0)
    assert np.abs(stacked(layers) - expected).max() <= 1.5
    np.testing.assert_array_equal(stacked(layers[:1]), layers[0])


def test_a_fixed_scale_says_that_it_is_none_of_this_image():
    values = np.float32([[0.0, 0.5]])
    assert "within this image" in scale_note(scale_of(values))
    assert "every image" in scale_note(fixed_scale(2.0))
    assert "every image" in scale_note(fixed_scale(2.0, is_signed=True))
    assert fixed_scale(2.0).position(values).tolist() == [[0.0, 0.25]]
