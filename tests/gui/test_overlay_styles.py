"""Boxes, fixed scales and several findings at once, as they come on the screen."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.state.workspace import Item
from desktop.views.image.image_view import ImageView
from desktop.views.image.overlay_style import BOXES, OverlayStyle
from engine.images.geometry import Affine
from engine.images.radiograph import GreyScale, Window
from engine.inference.target import Target
from engine.overlay.colour import colour_table
from engine.overlay.together import finding_colour
from tests.gui.test_image_view_greys import shown_rgb
from tests.gui.test_image_view_place import NONE, send_move
from tests.support.pictures import make_explanation, make_radiograph

pytestmark = pytest.mark.gui

IMAGE_HW = (300, 420)  # one to one in the view
BYTE = GreyScale(vois=(Window(127.5, 255.0, "LINEAR_EXACT"),))


def explained(box, value: float, name: str = "Pneumonia", index: int = 0):
    """A map of one flat block (top, left, bottom, right) in image pixels."""
    values = np.zeros(IMAGE_HW, np.float32)
    values[box[0] : box[2], box[1] : box[3]] = value
    return replace(make_explanation(values, Affine()), target=Target(name, index))


@pytest.fixture
def view(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(420, 300)
    view.set_text_density("hidden")
    with qtbot.waitExposed(view):
        view.show()
    view.show_radiograph(make_radiograph(np.full(IMAGE_HW, 100, np.uint16), BYTE))
    return view


def picture(view: ImageView) -> np.ndarray:
    view._legend_item.setVisible(False)
    return shown_rgb(view)


def has_colour(pixels: np.ndarray, rgb) -> bool:
    return bool((np.abs(pixels.astype(int) - np.array(rgb)).max(axis=-1) <= 2).any())


def test_boxes_frame_the_region_and_leave_the_anatomy_free(view):
    view.set_overlay_style(OverlayStyle(mode=BOXES, opacity=1.0, threshold=0.5))
    view.set_explanation(explained((60, 80, 140, 200), 1.0))
    shown = picture(view)
    assert has_colour(shown[100, 76:85], colour_table("inferno")[255])
    assert (shown[70:130, 90:190] == 100).all()
    assert (shown[:50] == 100).all()


def test_boxes_follow_the_threshold_and_the_zoom(view):
    weak_and_strong = explained((60, 80, 140, 200), 0.4)
    weak_and_strong.map[180:240, 250:330] = 1.0
    view.set_overlay_style(OverlayStyle(mode=BOXES, opacity=1.0, threshold=0.2))
    view.set_explanation(weak_and_strong)
    assert (picture(view)[100, 76:85] != 100).any()
    view.set_overlay_style(OverlayStyle(mode=BOXES, opacity=1.0, threshold=0.6))
    assert (picture(view)[100, 76:85] == 100).all()
    view.zoom_by(2.0, QPointF(250, 180))
    view._place_sharply()
    assert (picture(view)[240, 246:255] != 100).any()  # the left edge stays under the pointer


def test_a_fixed_scale_paints_the_same_value_alike_in_every_image(view):
    style = OverlayStyle(opacity=1.0, threshold=0.1, fixed_high=2.0)
    view.set_overlay_style(style)
    view.set_explanation(explained((60, 80, 140, 200), 1.0))
    one = picture(view)[100, 150]
    stronger = explained((60, 80, 140, 200), 1.0)
    stronger.map[200:250, 300:400] = 2.0
    view.set_explanation(stronger)
    np.testing.assert_array_equal(picture(view)[100, 150], one)
    np.testing.assert_allclose(one, colour_table("inferno")[128], atol=2)
    assert view._overlay_item.scale_of_values.high == 2.0
    view.set_overlay_style(replace(style, fixed_high=None))
    assert (picture(view)[100, 150] == one).all()  # here its own end is 2 as well
    view.set_explanation(explained((60, 80, 140, 200), 1.0))
    assert not (picture(view)[100, 150] == one).all()


def test_findings_together_each_in_its_own_colour(view):
    main = explained((60, 80, 140, 200), 1.0, "Pneumonia", 0)
    other = explained((150, 250, 240, 380), 5.0, "Effusion", 1)
    view.set_overlay_style(OverlayStyle(opacity=1.0, threshold=0.5, is_together=True))
    view.set_explanation(main, (other,))
    shown = picture(view)
    assert has_colour(shown[100, 70:90], finding_colour(0))
    assert has_colour(shown[200, 240:260], finding_colour(1))
    assert not has_colour(shown, colour_table("inferno")[255])
    assert (shown[95:105, 120:160] == 100).all()  # lines, not veils
    texts = [text for text, _ in view._legend_item._finding_lines()]
    assert any("Pneumonia" in text and "1" in text for text in texts)
    assert any("Effusion" in text and "5" in text for text in texts)

    view.set_overlay_style(OverlayStyle(opacity=1.0, threshold=0.5))
    assert (picture(view)[200, 240:260] == 100).all()


def test_no_finding_of_another_image_stays(view):
    view.set_overlay_style(OverlayStyle(opacity=1.0, threshold=0.5, is_together=True))
    view.set_explanation(explained((60, 80, 140, 200), 1.0), (explained((9, 9, 50, 50), 1.0),))
    view.show_radiograph(make_radiograph(np.full(IMAGE_HW, 50, np.uint16), BYTE))
    assert (picture(view) == 50).all()
    assert view._overlay_item.layers == ()


def test_the_probe_reads_every_map(view, qtbot):
    main = explained((60, 80, 140, 200), 1.0, "Pneumonia", 0)
    view.set_explanation(main, (explained((60, 80, 140, 200), 0.25, "Effusion", 1),))
    with qtbot.waitSignal(view.pointer_moved) as moved:
        send_move(view.viewport(), (150.5, 100.5), Qt.MouseButton.NoButton, NONE)
    assert moved.args[0].map_values == (("Pneumonia", 1.0), ("Effusion", 0.25))
    assert moved.args[0].shown == 100


def key(target: str, method: str = "grad-cam", frame: int = 0):
    return ("model", method, target, None, "conv5", (), 0, frame)


def test_companions_were_made_exactly_as_the_map_on_screen():
    item = Item(path=__file__)
    one, two = explained((0, 0, 9, 9), 1.0, "A", 0), explained((0, 0, 9, 9), 1.0, "B", 1)
    other = explained((0, 0, 9, 9), 1.0, "C", 2)
    item.explanations = {
        key("B"): two,
        key("A"): one,
        key("C", method="saliency"): other,
        key("C", frame=1): other,
    }
    item.shown = key("A")
    assert item.companions == (two,)
    item.is_hidden = True
    assert item.companions == ()
