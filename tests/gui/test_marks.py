"""Drawing, changing, undoing and keeping marks with real mouse and keys on a whole window."""

import json
import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath
from PySide6.QtWidgets import QApplication, QGraphicsRectItem

from desktop.jobs.desk import Desk
from desktop.settings import Settings
from desktop.state.session import start_session
from desktop.state.tool import WINDOW
from desktop.state.workspace import Status
from desktop.views.image.marks.marks_item import Drawn, MarksItem
from desktop.views.image.marks.shapes import Shape
from engine.measure.mark import CTR, ELLIPSE, LENGTH, RECTANGLE, TEXT
from tests.support.dicoms import dataset, encode

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]

WAIT_MS = 20_000
LEFT, NOTHING = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SPACING_MM = 0.25


class Answers:
    """Stands in for the dialogs."""

    def __init__(self):
        self.millimetres = None
        self.path = None

    def ask_millimetres(self):
        return self.millimetres

    def ask_marks_to_save(self, folder):
        return self.path


@pytest.fixture
def pixels():
    y, x = np.mgrid[0:600, 0:500]
    noise = np.random.default_rng(3).integers(0, 300, x.shape)
    return (600 + 2 * x + 3 * y + noise).astype(np.uint16)


@pytest.fixture
def film(tmp_path, pixels):
    path = tmp_path / "film.dcm"
    spacing = [SPACING_MM, SPACING_MM]
    path.write_bytes(
        encode(dataset(pixels, BodyPartExamined="CHEST", ImagerPixelSpacing=spacing, Modality="DX"))
    )
    return path


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def window(qtbot, desk, answers):
    from desktop.views.main_window import MainWindow

    window = MainWindow(desk, answers)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


@pytest.fixture
def image(qtbot, window, desk, film):
    open_film(qtbot, desk, film)
    window.activateWindow()
    window.image.setFocus()
    return window.image


def open_film(qtbot, desk, path):
    desk.open_paths([path])
    qtbot.waitUntil(lambda: desk.state.workspace.current is not None, timeout=WAIT_MS)
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.status is Status.READY, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: item.marks is not None, timeout=WAIT_MS)
    return item


def at(image, x, y):
    """The viewport's whole pixel nearest to an image point."""
    return image.view_point(x, y).toPoint()


def send_move(image, to, button=Qt.MouseButton.NoButton):
    here = QPointF(to)
    globally = QPointF(image.viewport().mapToGlobal(to))
    event = QMouseEvent(
        QEvent.Type.MouseMove, here, globally, Qt.MouseButton.NoButton, button, NOTHING
    )
    QApplication.sendEvent(image.viewport(), event)


def drag(qtbot, image, start, stop):
    """Drags between two image points; returns where that was exactly, in image pixels."""
    one, two = at(image, *start), at(image, *stop)
    qtbot.mousePress(image.viewport(), LEFT, NOTHING, one)
    send_move(image, QPoint((one.x() + two.x()) // 2, (one.y() + two.y()) // 2), LEFT)
    send_move(image, two, LEFT)
    qtbot.mouseRelease(image.viewport(), LEFT, NOTHING, two)
    return image.image_point(QPointF(one)), image.image_point(QPointF(two))


def click(qtbot, image, point):
    there = at(image, *point)
    send_move(image, there)
    qtbot.mouseClick(image.viewport(), LEFT, NOTHING, there)
    return image.image_point(QPointF(there))


def marks_of(desk):
    return desk.state.workspace.current.marks.marks


def words_on(window):
    return [drawn.lines for drawn in window.marking.layer(window.image).shown.drawn]


def test_length_by_key_and_drag_says_where_its_millimetres_come_from(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D)
    before = image.voi()
    one, two = drag(qtbot, image, (100, 100), (300, 250))

    (mark,) = marks_of(desk)
    expected = math.dist(one, two) * SPACING_MM
    assert mark.kind == LENGTH
    assert mark.points == (pytest.approx(one), pytest.approx(two))
    assert words_on(window) == [(f"{expected:.1f} mm (at the detector)",)]
    assert image.voi() is before  # the window was not dragged along
    assert desk.state.tool.tool == LENGTH  # one more can be drawn


def test_length_click_by_click(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D)
    one = click(qtbot, image, (120, 130))
    assert marks_of(desk) == ()
    two = click(qtbot, image, (220, 130))

    assert marks_of(desk)[0].points == (pytest.approx(one), pytest.approx(two))


def test_angle_and_cobb(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_A)
    one, two = drag(qtbot, image, (300, 300), (100, 300))
    three = click(qtbot, image, (100, 100))
    qtbot.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    drag(qtbot, image, (200, 400), (400, 400))
    drag(qtbot, image, (200, 450), (400, 550))

    angle, cobb = marks_of(desk)
    assert angle.points == (pytest.approx(one), pytest.approx(two), pytest.approx(three))
    values = [float(lines[0].rstrip("°")) for lines in words_on(window)]
    assert sorted(values) == pytest.approx([math.degrees(math.atan(0.5)), 90.0], abs=1.0)
    assert len(cobb.points) == 4


@pytest.mark.parametrize("orientation", ["upright", "turned", "flipped"])
def test_region_statistics_are_numpys_however_the_image_lies(
    qtbot, window, desk, image, pixels, orientation
):
    if orientation == "turned":
        qtbot.keyClick(window, Qt.Key.Key_R)
    if orientation == "flipped":
        qtbot.keyClick(window, Qt.Key.Key_H)
    qtbot.keyClick(window, Qt.Key.Key_U)
    (x0, y0), (x1, y1) = drag(qtbot, image, (80, 120), (260, 400))
    rows = slice(round(min(y0, y1) + 1e-9), round(max(y0, y1) + 1e-9))
    columns = slice(round(min(x0, x1) + 1e-9), round(max(x0, x1) + 1e-9))
    inside = pixels[rows, columns]

    (mark,) = marks_of(desk)
    assert mark.kind == RECTANGLE
    mean, _extremes, area = words_on(window)[0]
    assert mean == f"mean {inside.mean():.0f}  SD {inside.std():.1f}"
    expected = abs((x1 - x0) * (y1 - y0)) * SPACING_MM**2
    assert area == f"{expected:.0f} mm² (at the detector)"


def test_polygon_ends_with_a_double_click(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_P)
    corners = [click(qtbot, image, p) for p in ((100, 100), (300, 120), (280, 300), (120, 280))]
    qtbot.mouseDClick(image.viewport(), LEFT, NOTHING, at(image, 120, 280))

    (mark,) = marks_of(desk)
    assert mark.points == tuple(pytest.approx(corner) for corner in corners)
    assert window._side.isVisible()  # the double click did not maximise


def test_polygon_ends_on_its_first_corner_and_with_enter(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_P)
    for point in ((100, 100), (300, 120), (280, 300), (100, 100)):
        click(qtbot, image, point)
    for point in ((350, 350), (450, 350), (450, 450)):
        click(qtbot, image, point)
    qtbot.keyClick(image, Qt.Key.Key_Return)

    assert [len(mark.points) for mark in marks_of(desk)] == [3, 3]


def test_cardiothoracic_ratio(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_C)
    drag(qtbot, image, (50, 400), (450, 430))
    layer = window.marking.layer(image)
    assert "midline" in layer.shown.hint
    for x in (250, 180, 380):
        assert marks_of(desk) == ()  # no ratio before every border was pointed at
        click(qtbot, image, (x, 380))

    (mark,) = marks_of(desk)
    assert mark.kind == CTR
    assert mark.points[0][1] == mark.points[1][1]  # the thorax line lies straight across
    lines = words_on(window)[0]
    assert lines[0] == "CTR 0.50"
    assert "PA only" in lines[-1]  # the file does not state its view
    assert desk.state.tool.tool == WINDOW


def test_ratio_on_a_turned_image_runs_across_the_screen(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_R)
    qtbot.keyClick(window, Qt.Key.Key_C)
    drag(qtbot, image, (250, 550), (250, 50))
    for y in (300, 400, 200):
        click(qtbot, image, (200, y))

    (mark,) = marks_of(desk)
    assert mark.across == "y"
    assert words_on(window)[0][0] == "CTR 0.40"


def test_a_handle_is_dragged_and_undo_brings_it_back(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 250))
    qtbot.keyClick(window, Qt.Key.Key_W)
    before = marks_of(desk)
    _, end = drag(qtbot, image, (300, 250), (400, 400))
    after = marks_of(desk)

    assert after[0].points[0] == before[0].points[0]
    assert after[0].points[1] == pytest.approx(end)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert marks_of(desk) == before
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert marks_of(desk) == after


def test_a_line_is_dragged_as_a_whole(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 100))
    qtbot.keyClick(window, Qt.Key.Key_W)
    before = marks_of(desk)[0]
    start, stop = drag(qtbot, image, (200, 100), (220, 180))

    moved = marks_of(desk)[0]
    dx, dy = stop[0] - start[0], stop[1] - start[1]
    assert moved.points == tuple(pytest.approx((x + dx, y + dy)) for x, y in before.points)


@pytest.mark.parametrize("corner", [(100, 100), (300, 250), (300, 100), (100, 250)])
def test_every_corner_of_a_box_can_be_taken(qtbot, window, desk, image, corner):
    qtbot.keyClick(window, Qt.Key.Key_E)
    drag(qtbot, image, (100, 100), (300, 250))
    qtbot.keyClick(window, Qt.Key.Key_W)
    _, to = drag(qtbot, image, corner, (200, 180))
    (x0, y0), (x1, y1) = marks_of(desk)[0].points

    assert marks_of(desk)[0].kind == ELLIPSE
    assert {round(x0), round(x1)} & {round(to[0])}
    assert {round(y0), round(y1)} & {round(to[1])}


def test_undo_covers_window_drags_in_one_step_and_turns(qtbot, window, desk, image):
    first = image.voi()
    drag(qtbot, image, (100, 300), (200, 350))
    dragged = image.voi()
    qtbot.keyClick(window, Qt.Key.Key_R)
    assert dragged != first

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert image.orientation().is_upright
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert image.voi() == first
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert image.voi() == dragged
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert not image.orientation().is_upright


def test_undo_on_one_image_leaves_the_other_alone(qtbot, window, desk, image, make_png):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 250))
    first = desk.state.workspace.current
    second = open_film(qtbot, desk, make_png("other.png"))
    desk.state.workspace.select(second)

    window.actions_by_id["undo"].trigger()

    assert len(first.marks.marks) == 1
    assert words_on(window) == []  # the other image's marks are not on this one


def test_delete_asks_nothing_and_escape_only_deselects(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 250))
    qtbot.keyClick(window, Qt.Key.Key_W)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert desk.state.marks.selected == ""
    assert len(marks_of(desk)) == 1

    click(qtbot, image, (200, 175))
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert marks_of(desk) == ()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(marks_of(desk)) == 1


def test_escape_drops_what_is_being_drawn(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_A)
    drag(qtbot, image, (100, 100), (300, 250))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    click(qtbot, image, (200, 400))

    assert marks_of(desk) == ()


def test_text_is_typed_while_single_keys_rest(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_B)
    there = click(qtbot, image, (200, 200))
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "did it Grow")
    assert not image.is_inverted()  # I was a letter
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    (mark,) = marks_of(desk)
    assert (mark.kind, mark.text) == (TEXT, "did it Grow")
    assert mark.points[0] == pytest.approx(there)
    assert words_on(window) == [("did it Grow",)]
    assert desk.state.tool.tool == WINDOW


def test_escape_in_the_text_field_makes_no_text(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_B)
    click(qtbot, image, (200, 200))
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "no")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert marks_of(desk) == ()
    assert not editor.isVisible()


def test_double_click_writes_beside_an_arrow(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_M)
    drag(qtbot, image, (100, 100), (300, 250))
    qtbot.keyClick(window, Qt.Key.Key_W)
    qtbot.mouseDClick(image.viewport(), LEFT, NOTHING, at(image, 200, 175))
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "here")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert marks_of(desk)[0].text == "here"


def test_key_image_shows_a_badge_and_can_be_undone(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_K)
    assert desk.state.workspace.current.marks.key_frames == (0,)
    assert "★ Key image" in image._around._badges.values()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.state.workspace.current.marks.is_empty
    assert "★ Key image" not in image._around._badges.values()


def test_calibration_changes_every_length_and_the_words(qtbot, window, desk, image, answers):
    qtbot.keyClick(window, Qt.Key.Key_D)
    one, two = drag(qtbot, image, (100, 100), (300, 100))
    answers.millimetres = 30.0
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    three, four = drag(qtbot, image, (100, 200), (200, 200))

    expected = math.dist(one, two) * 30.0 / math.dist(three, four)
    assert words_on(window) == [(f"{expected:.1f} mm (calibrated by hand)",)]
    window.actions_by_id["forget-calibration"].trigger()
    assert "at the detector" in words_on(window)[0][0]


def test_refused_calibration_changes_nothing(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    drag(qtbot, image, (100, 200), (200, 200))

    assert desk.state.workspace.current.marks.is_empty


def test_hidden_marks_are_told_and_come_back_with_the_next_one(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 100))
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert words_on(window) == []
    assert "Marks hidden" in image._around._badges.values()

    drag(qtbot, image, (100, 300), (300, 300))
    assert len(words_on(window)) == 2
    assert "Marks hidden" not in image._around._badges.values()


def test_marks_are_on_pictures_with_marks_and_not_on_clean_ones(qtbot, window, desk, image):
    before = image.grab_view(is_clean=True)
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 100))
    desk.state.tool.choose(WINDOW)

    assert image.grab_view(is_clean=True) == before
    assert image.grab_view() != before


def test_marks_stay_on_their_anatomy_when_the_image_is_laid_otherwise(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 250))
    points = marks_of(desk)[0].points
    shown = window.marking.layer(image).shown
    for key in (Qt.Key.Key_R, Qt.Key.Key_H, Qt.Key.Key_V, Qt.Key.Key_Plus):
        qtbot.keyClick(window, key)
        seen = [image.image_point(handle) for handle in shown.drawn[0].shape.handles]
        assert seen == [pytest.approx(point, abs=1e-6) for point in points]
    image.pan_by(QPointF(31, -17))
    seen = [image.image_point(handle) for handle in shown.drawn[0].shape.handles]
    assert seen == [pytest.approx(point, abs=1e-6) for point in points]
    assert marks_of(desk)[0].points == points


def test_the_panel_lists_selects_and_names(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 100))
    drag(qtbot, image, (100, 300), (300, 300))
    panel = window.marks
    assert panel._list.count() == 2
    assert panel._list.item(0).text().startswith("Length")
    assert "at the detector" in panel._meaning.text()

    panel._list.setCurrentRow(0)
    assert desk.state.marks.selected == marks_of(desk)[0].id
    assert all(button.accessibleName() for button in panel._buttons.values())


def test_marks_come_back_when_the_file_is_opened_again(qtbot, window, desk, image, store, film):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 250))
    qtbot.keyClick(window, Qt.Key.Key_K)
    marks = desk.state.workspace.current.marks
    folder = desk.state.settings.folder / "marks"
    qtbot.waitUntil(lambda: folder.is_dir() and any(folder.glob("*.json")), timeout=WAIT_MS)

    again = Desk(start_session(Settings(desk.state.settings.folder)), store)
    item = open_film(qtbot, again, film)
    assert item.marks == marks
    assert again.close(10.0)


def test_marks_drawn_in_the_last_moment_are_kept(qtbot, desk, store, film):
    desk.close(10.0)
    hasty = Desk(start_session(Settings(desk.state.settings.folder)), store)
    item = open_film(qtbot, hasty, film)
    sheet = item.marks.with_key(0, is_key=True)
    hasty.state.marks.change(item, sheet, "Key image")
    assert hasty.close(10.0)

    (path,) = (desk.state.settings.folder / "marks").glob("*.json")
    assert json.loads(path.read_text(encoding="utf-8"))["key_frames"] == [0]


def test_closing_and_opening_again_at_once_loses_nothing(qtbot, window, desk, image, film):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 250))
    marks = desk.state.workspace.current.marks
    desk.close_current()
    item = open_film(qtbot, desk, film)

    assert item.marks == marks


def test_export_writes_values_with_units(qtbot, window, desk, image, answers, tmp_path):
    answers.path = tmp_path / "marks.json"
    qtbot.keyClick(window, Qt.Key.Key_D)
    one, two = drag(qtbot, image, (100, 100), (300, 250))
    with qtbot.waitSignal(desk.marks.exported, timeout=WAIT_MS):
        window.actions_by_id["export-marks"].trigger()

    (mark,) = json.loads(answers.path.read_text(encoding="utf-8"))["marks"]
    assert mark["values"][0]["value"] == pytest.approx(math.dist(one, two) * SPACING_MM)
    assert mark["values"][0]["provenance"] == "at detector"


def test_a_damaged_file_is_told_and_left_alone(qtbot, window, desk, image, store, film):
    qtbot.keyClick(window, Qt.Key.Key_K)
    folder = desk.state.settings.folder / "marks"
    qtbot.waitUntil(lambda: folder.is_dir() and any(folder.glob("*.json")), timeout=WAIT_MS)
    (path,) = folder.glob("*.json")
    path.write_text("{", encoding="utf-8")

    again = Desk(start_session(Settings(desk.state.settings.folder)), store)
    told = []
    again.error_raised.connect(told.append)
    item = open_film(qtbot, again, film)
    again.state.marks.change(item, item.marks.with_key(0, is_key=True), "Key image")
    assert again.close(10.0)

    assert len(told) == 1
    assert path.read_text(encoding="utf-8") == "{"


def test_two_panes_with_one_image_show_the_same_marks(qtbot, window, desk, image):
    qtbot.keyClick(window, Qt.Key.Key_D)
    drag(qtbot, image, (100, 100), (300, 250))
    item = desk.state.workspace.current
    desk.state.panes.arrange("1x2")
    desk.state.panes.put(1, desk.state.workspace.add_companion(item))
    other = window.stage.pane(1).image
    qtbot.waitUntil(lambda: other.radiograph() is not None, timeout=WAIT_MS)

    (drawn,) = window.marking.layer(other).shown.drawn
    seen = [other.image_point(handle) for handle in drawn.shape.handles]
    assert seen == [pytest.approx(point, abs=1e-6) for point in item.marks.marks[0].points]


def test_words_of_marks_give_way_to_each_other(qapp):
    root = QGraphicsRectItem()
    item = MarksItem(root, QRectF)
    area = QRectF(0, 0, 300, 200)
    shape = Shape(QPainterPath(), QPainterPath(), (), QPointF(20, 90))
    drawn = tuple(Drawn(str(n), shape, ("Length 12.3 mm",), n == 2) for n in range(3))
    item.draw(drawn, area, "")
    boxes = [item.words_box(one) for one in drawn]

    assert all(area.contains(box) for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    assert boxes[2].topLeft() == shape.anchor  # the chosen one stays
