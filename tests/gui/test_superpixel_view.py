"""Maps made of superpixels are drawn green and red when asked; other maps never."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from desktop.views.image.image_view import ImageView
from desktop.views.image.overlay_style import OverlayStyle
from engine.images.geometry import resize_affine
from engine.overlay.regions import AGAINST_RGB, FOR_RGB
from tests.gui.conftest import WAIT_MS
from tests.gui.test_explanation_panel import pick
from tests.gui.test_image_view_greys import shown_rgb
from tests.gui.test_open_and_explain import drop
from tests.support.pictures import make_explanation, make_radiograph

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]

# Left half for, right half against.
LABELS = np.repeat(np.array([[0, 1]], np.int32), 3, axis=1).repeat(4, axis=0)
STYLE = OverlayStyle(opacity=1.0, mode="superpixels")


@pytest.fixture
def view(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.set_text_density("hidden")
    with qtbot.waitExposed(view):
        view.show()
    view.show_radiograph(make_radiograph(np.zeros((300, 400))))
    return view


def _explained(has_regions):
    values = np.array([1.0, -0.5], np.float32)[LABELS]
    plain = make_explanation(values, resize_affine(LABELS.shape, (300, 400)))
    return replace(plain, regions=LABELS) if has_regions else plain


def test_superpixels_are_green_for_and_red_against(view):
    view.set_explanation(_explained(has_regions=True))
    view.set_overlay_style(STYLE)
    view._legend_item.setVisible(False)
    shown = shown_rgb(view)

    np.testing.assert_array_equal(shown[100, 100], FOR_RGB)
    np.testing.assert_array_equal(shown[100, 300], AGAINST_RGB)
    assert view._overlay_item.scale_of_values.is_signed


def test_a_map_without_superpixels_is_drawn_in_its_colours(view):
    view.set_explanation(_explained(has_regions=False))
    view.set_overlay_style(STYLE)
    assert not view._overlay_item.scale_of_values.is_signed
    view._legend_item.setVisible(False)
    shown = shown_rgb(view)

    assert tuple(shown[100, 60]) != FOR_RGB
    assert np.ptp(shown[100, 350]) == 0  # evidence against is not painted


def test_the_scale_follows_from_one_explanation_to_the_next(view):
    view.set_overlay_style(STYLE)
    view.set_explanation(_explained(has_regions=False))
    assert not view._overlay_item.scale_of_values.is_signed
    view.set_explanation(_explained(has_regions=True))
    assert view._overlay_item.scale_of_values.is_signed


def test_the_panel_and_the_key_offer_superpixels_only_where_there_are_some(
    qtbot, window, desk, make_png
):
    drop(window, make_png("bright.png", level=200))
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    mode, action = window.explanation._mode, window.actions_by_id["toggle-superpixels"]
    entry = mode.model().item(mode.findData("superpixels"))

    assert not entry.isEnabled()
    assert not action.isEnabled()
    pick(window, 0, "PartitionSHAP")
    qtbot.waitUntil(lambda: item.estimate is not None or item.shown is not None, timeout=WAIT_MS)
    if item.shown is None:
        window.explanation._explain.click()
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    assert entry.isEnabled()
    qtbot.keyClick(window.image, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert desk.state.overlay.look.mode == "superpixels"
    assert mode.currentData() == "superpixels"
    assert {"Green", "(+)", "(-)"} <= set(mode.toolTip().split())
    pick(window, 0, "Grad-CAM")
    assert mode.currentData() == "heat"
    assert desk.state.overlay.look.mode == "superpixels"  # kept for the next such map
