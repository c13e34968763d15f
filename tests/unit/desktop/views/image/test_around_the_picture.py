"""Edge letters, scale bar, badges and the meaning of the wheel, without a window."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.views.image.badges import orientation_badge
from desktop.views.image.edge_letters import edge_letters
from desktop.views.image.habits import Habits
from desktop.views.image.orientation import UPRIGHT, Orientation
from desktop.views.image.placement import Placement
from desktop.views.image.scale_bar import scale_bar
from desktop.views.image.wheel import Steps, Turn, meaning, turned_by
from engine.images.radiograph import Spacing

NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("L", "F"), {"right": "L", "left": "R", "bottom": "F", "top": "H"}),
        (("P", "F"), {"right": "P", "left": "A", "bottom": "F", "top": "H"}),
        (("LA", "FR"), {"right": "LA", "left": "RP", "bottom": "FR", "top": "HL"}),
        (("l ", "f"), {"right": "L", "left": "R", "bottom": "F", "top": "H"}),
        (("L", ""), {"right": "L", "left": "R"}),
        (("RT", "CD"), {}),  # of animals: what lies opposite is not told
        (("L",), {}),
        (None, {}),
    ],
)
def test_letters_are_those_of_the_file_and_their_opposites(told, expected):
    assert edge_letters(told, UPRIGHT) == expected


def test_a_mirrored_chest_has_its_left_on_the_left():
    assert edge_letters(("L", "F"), UPRIGHT.flipped_across())["left"] == "L"
    assert edge_letters(("L", "F"), UPRIGHT.flipped_down())["top"] == "F"
    assert edge_letters(("L", "F"), UPRIGHT.turned(1))["bottom"] == "L"


def test_every_orientation_but_upright_has_a_badge_of_its_own():
    words = [
        orientation_badge(Orientation(*state)) for state in itertools.product(range(4), (0, 1))
    ]

    assert words[0] == ""
    assert len(set(words)) == 8
    assert all("Flipped" in word for word in words[1::2])


@pytest.mark.parametrize(
    ("width_px", "scale", "spacing", "text", "length_px"),
    [
        # 0.22 * 1000 px / 0.5 = 440 image pixels; 200 is the longest round number below
        (1000, 0.5, None, "200 px", 100.0),
        # 440 * 0.143 mm = 62.9 mm -> 50 mm = 349.65 image pixels
        (1000, 0.5, Spacing(0.143, 0.143, "at detector"), "5 cm, at the detector", 174.825),
        (1000, 10.0, Spacing(0.1, 0.1, "calibrated"), "2 mm, calibrated", 200.0),
        (400, 40.0, Spacing(0.1, 0.1, "calibrated"), "0.2 mm, calibrated", 80.0),
    ],
)
def test_the_bar_is_round_and_names_its_origin(width_px, scale, spacing, text, length_px):
    bar = scale_bar(Placement((2000, 2000), (800, width_px), scale), spacing)

    assert bar.text == text
    assert bar.length_px == pytest.approx(length_px, rel=1e-3)
    assert bar.length_px <= 0.22 * width_px


def test_the_bar_measures_across_the_screen_also_when_turned():
    spacing = Spacing(row_mm=0.2, column_mm=0.1, provenance="calibrated")
    upright = Placement((500, 500), (500, 500), 1.0)
    turned = Placement((500, 500), (500, 500), 1.0, orientation=UPRIGHT.turned(1))

    assert scale_bar(upright, spacing).length_px == pytest.approx(100.0)  # 10 mm / 0.1
    assert scale_bar(turned, spacing).length_px == pytest.approx(100.0)  # 20 mm / 0.2
    assert scale_bar(turned, spacing).text == "2 cm, calibrated"


@pytest.mark.parametrize(
    ("modifiers", "frames", "wheel", "expected"),
    [
        (NONE, 1, "zoom", Turn.ZOOM),
        (NONE, 1, "next image", Turn.IMAGES),
        (NONE, 9, "next image", Turn.FRAMES),
        (Qt.KeyboardModifier.ControlModifier, 9, "next image", Turn.ZOOM),
        (Qt.KeyboardModifier.ShiftModifier, 9, "zoom", Turn.OPACITY),
    ],
)
def test_what_the_wheel_means(modifiers, frames, wheel, expected):
    assert meaning(modifiers, frames, Habits(wheel=wheel)) is expected


def test_sideways_turns_count_where_a_system_makes_them():
    assert turned_by(QPoint(0, -120)) == -120
    assert turned_by(QPoint(240, 0)) == 240


def test_small_turns_add_up():
    steps = Steps()

    assert [steps.add(50) for _ in range(5)] == [0, 0, 1, 0, 1]
    assert [steps.add(-50) for _ in range(3)] == [0, 0, -1]
