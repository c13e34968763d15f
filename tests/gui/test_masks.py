"""Masks with real mouse and keys: drawn, turned, undone, kept, exported, and used to test maps."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.state.masks import BRUSH, ERASER, MASK_POLYGON
from engine.measure.brush import brush
from engine.measure.drawn import mask_of_mark
from engine.measure.mark import POLYGON, RECTANGLE, Mark, new_mark
from tests.gui.conftest import WAIT_MS
from tests.support.segmenters import write_grey_bundle

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]

LEFT, NOTHING = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
SIZE = (600, 500)


@pytest.fixture
def item(qtbot, window, desk, make_png):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.marks is not None, timeout=WAIT_MS)
    window.activateWindow()
    window.image.setFocus()
    return item


@pytest.fixture
def image(window, item):
    return window.image


def at(image, x, y):
    return image.view_point(x, y).toPoint()


def send_move(image, to, button=LEFT, modifiers=NOTHING):
    surface = image.viewport()
    globally = QPointF(surface.mapToGlobal(to))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(to), globally, none, button, modifiers)
    QApplication.sendEvent(surface, event)


def stroke(qtbot, image, *points, modifiers=NOTHING):
    """Draws through image points; returns where that was exactly."""
    places = [at(image, *point) for point in points]
    qtbot.mousePress(image.viewport(), LEFT, modifiers, places[0])
    for place in places[1:]:
        send_move(image, place, modifiers=modifiers)
    qtbot.mouseRelease(image.viewport(), LEFT, modifiers, places[-1])
    return [image.image_point(QPointF(place)) for place in places]


def pixels(item, structure="lesion"):
    mask = item.marks.mask(structure, 0)
    return np.zeros(SIZE, bool) if mask is None else mask.pixels()


def by_definition(points, diameter):
    expected = np.zeros(SIZE, bool)
    brush(expected, points, diameter, is_inside=True)
    return expected


LAID = {
    "upright": (),
    "turned": (Qt.Key.Key_R,),
    "flipped": (Qt.Key.Key_H, Qt.Key.Key_R),
    "zoomed": (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_V),
}


@pytest.mark.parametrize("keys", LAID.values(), ids=LAID)
def test_a_stroke_lies_under_the_pointer_however_the_image_lies(qtbot, window, item, image, keys):
    for key in keys:
        qtbot.keyClick(window, key)
    before = image.voi()
    window.actions_by_id["mask-brush"].trigger()
    points = stroke(qtbot, image, (220, 280), (280, 290), (270, 330))

    expected = by_definition(points, item_brush(window))
    np.testing.assert_array_equal(pixels(item), expected)
    assert image.voi() is before
    (painted,) = window.marking.masks(image).shown.masks
    np.testing.assert_array_equal(painted.pixels, expected)
    # On screen: tinted there, as it was elsewhere.
    window.desk.state.tool.choose("window")
    window.desk.state.overlay.change(is_visible=False)  # a map may come at any moment
    shown = image.grab_view()
    window.actions_by_id["toggle-masks"].trigger()
    plain = image.grab_view()
    inside, outside = at(image, 250, 285), at(image, 300, 230)
    assert shown.pixelColor(outside) == plain.pixelColor(outside)
    red, before = shown.pixelColor(inside), plain.pixelColor(inside)
    assert red.red() - red.blue() > 20 + before.red() - before.blue()


def item_brush(window):
    return window.desk.state.masks.brush_px


def test_the_eraser_and_alt_take_away(qtbot, window, desk, item, image):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert desk.state.tool.tool == BRUSH
    desk.state.masks.size_brush(60.0)
    whole = stroke(qtbot, image, (150, 300), (350, 300))
    desk.state.masks.size_brush(20.0)
    first = stroke(qtbot, image, (200, 250), (200, 350), modifiers=ALT)
    qtbot.keyClick(window, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert desk.state.tool.tool == ERASER
    second = stroke(qtbot, image, (300, 250), (300, 350))

    expected = by_definition(whole, 60.0)
    expected &= ~by_definition(first, 20.0) & ~by_definition(second, 20.0)
    np.testing.assert_array_equal(pixels(item), expected)

    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert item.marks.masks == ()
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(pixels(item), by_definition(whole, 60.0))


def test_an_erased_mask_is_gone_and_escape_drops_a_stroke(qtbot, window, desk, item, image):
    desk.state.tool.choose(BRUSH)
    stroke(qtbot, image, (200, 200))
    desk.state.masks.size_brush(200.0)
    stroke(qtbot, image, (200, 200), modifiers=ALT)
    assert item.marks.is_empty

    qtbot.mousePress(image.viewport(), LEFT, NOTHING, at(image, 100, 100))
    send_move(image, at(image, 150, 150))
    assert window.marking.masks(image).shown.masks[0].pixels.any()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.mouseRelease(image.viewport(), LEFT, NOTHING, at(image, 150, 150))
    assert item.marks.is_empty
    assert window.marking.masks(image).shown.masks == ()


def test_two_quick_dabs_are_two(qtbot, window, desk, item, image):
    desk.state.tool.choose(BRUSH)
    points = stroke(qtbot, image, (200, 200))
    qtbot.mouseDClick(image.viewport(), LEFT, NOTHING, at(image, 300, 300))
    qtbot.mouseRelease(image.viewport(), LEFT, NOTHING, at(image, 300, 300))
    other = image.image_point(QPointF(at(image, 300, 300)))
    expected = by_definition(points, 24.0) | by_definition([other], 24.0)
    np.testing.assert_array_equal(pixels(item), expected)
    assert window._side.isVisible()  # the view was not maximised


def test_a_polygon_joins_the_mask(qtbot, window, desk, item, image):
    desk.state.masks.choose("lungs")
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    assert desk.state.tool.tool == MASK_POLYGON
    corners = ((100, 100), (300, 120), (280, 300))
    places = [at(image, *corner) for corner in corners]
    for place in places:
        qtbot.mouseClick(image.viewport(), LEFT, NOTHING, place)
    assert item.marks.is_empty
    qtbot.keyClick(image, Qt.Key.Key_Return)

    exact = tuple(image.image_point(QPointF(place)) for place in places)
    first = mask_of_mark(Mark(POLYGON, exact), SIZE)
    np.testing.assert_array_equal(pixels(item, "lungs"), first)
    for corner in ((350, 350), (450, 350), (450, 450)):
        qtbot.mouseClick(image.viewport(), LEFT, NOTHING, at(image, *corner))
    qtbot.mouseDClick(image.viewport(), LEFT, NOTHING, at(image, 450, 450))
    both = pixels(item, "lungs")
    assert both[first].all()
    assert both.sum() == pytest.approx(first.sum() + 5000, rel=0.03)


def test_a_mark_is_used_as_mask(qtbot, window, desk, item):
    noted = []
    desk.noted.connect(noted.append)
    window.actions_by_id["mark-to-mask"].trigger()
    assert "first" in noted[0]
    mark = new_mark(RECTANGLE, ((100.0, 50.0), (200.0, 90.0)), 0)
    desk.state.marks.change(item, item.marks.with_mark(mark), "r")
    desk.state.marks.select(mark.id)
    desk.state.masks.choose("heart")
    qtbot.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    expected = np.zeros(SIZE, bool)
    expected[50:90, 100:200] = True
    np.testing.assert_array_equal(pixels(item, "heart"), expected)


def test_keys_and_the_wheel_size_the_brush(qtbot, window, desk, image):
    desk.state.tool.choose(BRUSH)
    start, zoom = desk.state.masks.brush_px, image.zoom()
    turn_wheel(image, 120, ALT)
    assert desk.state.masks.brush_px > start
    assert image.zoom() == zoom
    turn_wheel(image, -240, ALT)
    assert desk.state.masks.brush_px < start
    thin = desk.state.masks.brush_px
    qtbot.keyClick(window, Qt.Key.Key_Up, ALT)
    assert desk.state.masks.brush_px > thin
    qtbot.keyClick(window, Qt.Key.Key_Down, ALT)
    assert window.masks._brush.value() == round(desk.state.masks.brush_px)
    turn_wheel(image, 120, NOTHING)
    assert image.zoom() > zoom  # without Alt the wheel zooms as ever


def turn_wheel(image, eighths, modifiers):
    here = QPointF(image.viewport().rect().center())
    globally = QPointF(image.viewport().mapToGlobal(here.toPoint()))
    event = QWheelEvent(
        here, globally, QPoint(), QPoint(0, eighths), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(image.viewport(), event)


def test_masks_are_kept_reopened_and_exported(
    qtbot, window, desk, item, image, tmp_path, monkeypatch
):
    desk.state.tool.choose(BRUSH)
    window.masks._structure.setEditText("  Rib  fracture ")
    window.masks._structure.lineEdit().editingFinished.emit()
    with qtbot.waitSignal(desk.marks.saved, timeout=WAIT_MS):
        stroke(qtbot, image, (200, 200), (260, 210))
    drawn, path = pixels(item, "Rib fracture"), item.path
    assert drawn.any()
    assert window.masks._list.count() == 1
    assert "Rib fracture" in window.masks._list.item(0).text()
    desk.close_current()
    desk.open_paths([path])
    again = desk.state.workspace.current
    qtbot.waitUntil(lambda: again.marks is not None, timeout=WAIT_MS)
    np.testing.assert_array_equal(pixels(again, "Rib fracture"), drawn)

    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(window.prompts, "ask_masks_folder", lambda _folder: folder)
    with qtbot.waitSignal(desk.marks.masks_exported, timeout=WAIT_MS):
        qtbot.mouseClick(window.masks._export, LEFT)
    with Image.open(folder / "bright__Rib_fracture.png") as opened:
        np.testing.assert_array_equal(np.asarray(opened), drawn)
    qtbot.mouseClick(window.masks._delete, LEFT)
    assert again.marks.is_empty


def draw_box(desk, item, structure, rows, columns):
    mask = np.zeros(SIZE, bool)
    mask[rows, columns] = True
    desk.state.masks.put(item, structure, 0, mask)


def test_drawn_masks_tell_where_maps_lie_and_feed_the_tests(qtbot, window, desk, item, image):
    qtbot.waitUntil(lambda: item.shown is not None and item.progress is None, timeout=WAIT_MS)
    assert item.placed is None
    draw_box(desk, item, "lungs", slice(0, 600), slice(0, 250))
    qtbot.waitUntil(lambda: item.placed is not None, timeout=WAIT_MS)

    # The picture brightens to the right, and the map of "bright" is brightness.
    assert item.placed.even == pytest.approx(0.5)
    assert item.placed.share > 0.5
    assert item.placed.lungs_from == "drawn"
    told = window.explanation._legend._place.text()
    assert f"{round(100 * item.placed.share)} % of the map outside the lungs" in told
    assert "drawn" in told
    assert "outside the lungs" in image._legend_item._place

    qtbot.keyClick(window.image, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: item.panel is not None and item.trial is None, timeout=WAIT_MS)
    figures = {figure.metric: figure for figure in item.panel.figures}
    assert figures["outside-lungs"].value == pytest.approx(item.placed.share)
    assert "relevance-mass" not in figures

    tests = [f for f in item.panel.figures if f.metric != "outside-lungs"]
    draw_box(desk, item, "lesion", slice(0, 600), slice(300, 500))
    qtbot.waitUntil(
        lambda: any(f.metric == "relevance-mass" for f in item.panel.figures), timeout=WAIT_MS
    )
    assert [f for f in item.panel.figures if f in tests] == tests  # not run again
    mass = next(f for f in item.panel.figures if f.metric == "relevance-mass")
    assert mass.control == pytest.approx(0.4)

    desk.state.history.undo()
    desk.state.history.undo()
    qtbot.waitUntil(lambda: item.placed is None, timeout=WAIT_MS)
    assert [f.metric for f in item.panel.figures] == [f.metric for f in tests]
    assert not window.explanation._legend._place.isVisibleTo(window)


def test_an_installed_model_finds_fields_by_itself(qtbot, window, desk, item, image, tmp_path):
    noted = []
    desk.noted.connect(noted.append)
    window.actions_by_id["show-fields"].trigger()
    assert "No model" in noted[0]
    active = desk.state.models.active_id
    qtbot.waitUntil(lambda: desk.state.models.active_id != "", timeout=WAIT_MS)
    active = desk.state.models.active_id

    with qtbot.waitSignal(desk.models_life.imported, timeout=WAIT_MS):
        desk.import_model(write_grey_bundle(tmp_path / "fields"))
    window.activation.dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    desk.models_life.promote("fields-1", "for this test")
    qtbot.waitUntil(lambda: item.fields is not None, timeout=WAIT_MS)

    assert desk.state.models.active_id == active
    assert "fields-1" not in [model.id for model in desk.state.models.stored]
    assert window.model_bar._box.findData("fields-1") < 0
    lungs = item.fields.masks["lungs"]
    assert lungs.shape == SIZE
    assert lungs[:, -1].all()
    assert not lungs[:, 0].any()
    layer = window.marking.masks(image)
    assert layer.shown.masks == ()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    assert {mask.structure for mask in layer.shown.masks} == set(item.fields.masks)
    assert all(mask.is_computed for mask in layer.shown.masks)
    assert "Fields" in window.masks._found.text()
    qtbot.waitUntil(lambda: item.placed is not None, timeout=WAIT_MS)
    assert item.placed.lungs_from == "Fields"
    draw_box(desk, item, "lungs", slice(0, 600), slice(0, 250))
    qtbot.waitUntil(lambda: item.placed.lungs_from == "drawn", timeout=WAIT_MS)
