"""Whole sittings at the workstation, with mouse and keys: what several parts get right together.

What one part does by itself is tried where that part has its tests.
"""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.state.workspace import Status
from engine.measure.mark import CTR
from tests.gui.test_image_view_place import drag as drag_pixels
from tests.gui.test_image_view_place import turn_wheel
from tests.gui.test_marks import click, drag, marks_of, words_on
from tests.gui.test_open_and_explain import drop, texts, wait_for_text
from tests.support.dicoms import dataset, encode

WAIT_MS = 60_000
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]

DOE = {"PatientID": "MRN-77", "PatientName": "Doe^Jane"}
ROE = {"PatientID": "MRN-88", "PatientName": "Roe^Ann"}


@pytest.fixture
def make_film(tmp_path):
    """Writes a frontal radiograph; every one has pixels of its own."""
    made = iter(range(1, 100))

    def make(name, day="20240301", **tags):
        number = next(made)
        ramp = np.linspace(1200, 3600, 420) + 7 * number
        pixels = np.tile(ramp, (500, 1)) + np.linspace(0, 300, 500)[:, None]
        study = f"1.2.{tags['PatientID'][4:]}.{day}"
        facts = {
            "SOPInstanceUID": f"{study}.{number}",
            "StudyInstanceUID": study,
            "StudyDate": day,
            "ViewPosition": "PA",
            "BodyPartExamined": "CHEST",
            "ImagerPixelSpacing": [0.2, 0.2],
            "WindowCenter": "2400",
            "WindowWidth": "2400",
        }
        path = tmp_path / f"{name}.dcm"
        path.write_bytes(encode(dataset(pixels.astype(np.uint16), **(facts | tags))))
        return path

    return make


def drop_on(widget, path):
    """Lets a file fall on a widget as a file manager does: over it, then down."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at, held = widget.rect().center(), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, LEFT, held))
    QApplication.sendEvent(
        widget, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, LEFT, held)
    )


def wait_until_ready(qtbot, desk, count):
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: len(workspace.items) == count, timeout=WAIT_MS)
    ends = (Status.READY, Status.FAILED)
    qtbot.waitUntil(lambda: all(i.status in ends for i in workspace.items), timeout=WAIT_MS)
    return {item.path.stem: item for item in workspace.items}


def click_row(qtbot, window, desk, item):
    """Clicks a file in the list."""
    model, strip = window.strip.model(), window.strip
    row = desk.state.workspace.index_of(item)
    strip.scrollTo(model.index(row, 0))
    place = strip.visualRect(model.index(row, 0)).center()
    qtbot.mouseClick(strip.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def choose(qtbot, window, desk, item):
    """Clicks a file in the list and waits for its image and its marks."""
    click_row(qtbot, window, desk, item)
    qtbot.waitUntil(lambda: window.image.radiograph() is item.radiograph, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: item.marks is not None, timeout=WAIT_MS)


def hover(view, x, y):
    """Moves the pointer over an image point."""
    here = view.view_point(x, y)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(here),
        QPointF(view.viewport().mapToGlobal(here.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), move)


def test_a_reading_from_the_drop_to_the_day_after(qtbot, window, desk, make_film):
    """Three films of two patients: window, flip, zoom, ratio, undo, prior, close, open again."""
    paths = [make_film("today", **DOE), make_film("before", "20220301", **DOE)]
    drop(window, *paths, make_film("other", **ROE))
    films = wait_until_ready(qtbot, desk, 3)
    choose(qtbot, window, desk, films["today"])
    image = window.image
    image.setFocus()
    opened = image.voi()

    drag_pixels(image, qtbot, LEFT, (200, 200), (260, 170))
    assert image.voi().width > opened.width
    drag_pixels(image, qtbot, LEFT, (200, 200), (330, 330), at_press=CTRL)
    of_rectangle = image.voi()
    assert of_rectangle.width < opened.width
    qtbot.keyClick(image, Qt.Key.Key_H)
    assert "Flipped" in " ".join(image._around._badges.values())

    under = image.image_point(QPointF(180, 190))
    turn_wheel(image, (180, 190), 2)
    assert image.image_point(QPointF(180, 190)) == pytest.approx(under, abs=1e-6)
    qtbot.keyClick(image, Qt.Key.Key_F)

    qtbot.keyClick(image, Qt.Key.Key_C)
    drag(qtbot, image, (40, 300), (380, 300))
    for x in (210, 150, 320):
        click(qtbot, image, (x, 280))
    (ratio,) = marks_of(desk)
    assert ratio.kind == CTR
    assert words_on(window)[0][0] == "CTR 0.50"
    assert "PA only" not in " ".join(words_on(window)[0])
    qtbot.keyClick(image, Qt.Key.Key_Z, CTRL)
    assert marks_of(desk) == ()
    qtbot.keyClick(image, Qt.Key.Key_Y, CTRL)
    assert marks_of(desk) == (ratio,)

    qtbot.keyClick(image, Qt.Key.Key_B, CTRL)
    panes = desk.state.panes
    shown = [panes.item(number) for number in panes.visible]
    assert shown == [films["today"], films["before"]]
    qtbot.waitUntil(lambda: all(v.radiograph() for v in window.stage.views), timeout=WAIT_MS)
    headers = texts(window.stage)
    assert "2024-03-01" in headers
    assert "2022-03-01" in headers
    assert window.stage.views[1].orientation().is_upright  # nobody flipped the prior
    qtbot.waitUntil(lambda: films["before"].marks is not None, timeout=WAIT_MS)
    assert films["before"].marks.marks == ()
    qtbot.keyClick(image, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(image, Qt.Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert films["today"] not in desk.state.workspace.items

    drop(window, paths[0])
    again = wait_until_ready(qtbot, desk, len(desk.state.workspace.items))["today"]
    choose(qtbot, window, desk, again)
    assert again.marks.marks == (ratio,)
    assert window.image.orientation().is_upright
    assert window.image.voi() == opened


def test_a_folder_with_a_broken_file_leaves_the_reading_alone(
    qtbot, window, desk, make_film, tmp_path
):
    open_one = make_film("open", **DOE)
    drop(window, open_one)
    item = wait_until_ready(qtbot, desk, 1)["open"]
    choose(qtbot, window, desk, item)
    window.image.setFocus()
    turn_wheel(window.image, (150, 150), 2)
    qtbot.keyClick(window.image, Qt.Key.Key_D)
    drag(qtbot, window.image, (120, 120), (260, 200))
    zoom, mark = window.image.zoom(), marks_of(desk)
    folder = tmp_path / "delivery"
    folder.mkdir()
    for name in ("a", "c"):
        make_film(name, "20230101", **ROE).rename(folder / f"{name}.dcm")
    whole = (folder / "a.dcm").read_bytes()
    (folder / "b.dcm").write_bytes(whole[: len(whole) // 2])

    drop_on(window.image.viewport(), folder)
    films = wait_until_ready(qtbot, desk, 4)

    assert desk.state.workspace.current is item
    assert window.image.radiograph() is item.radiograph
    assert window.image.zoom() == zoom
    assert marks_of(desk) == mark
    assert [films[name].status for name in "abc"] == [
        Status.READY,
        Status.FAILED,
        Status.READY,
    ]
    click_row(qtbot, window, desk, films["b"])
    wait_for_text(qtbot, window.stage, "b.dcm")
    assert window.stage.error.isVisible()
    assert window.image.radiograph() is None
    choose(qtbot, window, desk, films["c"])
    qtbot.waitUntil(lambda: films["c"].reading is not None, timeout=WAIT_MS)
    choose(qtbot, window, desk, item)
    assert marks_of(desk) == mark


def test_two_patients_side_by_side_keep_what_is_theirs(qtbot, window, desk, make_film):
    drop(window, make_film("doe", **DOE), make_film("roe", **ROE))
    films = wait_until_ready(qtbot, desk, 2)
    choose(qtbot, window, desk, films["doe"])
    qtbot.keyClick(window.image, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window.image, Qt.Key.Key_F6)
    choose(qtbot, window, desk, films["roe"])
    left, right = window.stage.views
    for expected in ("Patient A", "Patient B", "Doe, Jane", "Roe, Ann", "Different patients"):
        assert expected in texts(window.stage)

    qtbot.waitUntil(lambda: all(f.reading for f in films.values()), timeout=WAIT_MS)
    desk.state.inquiry.change(method="rise", is_automatic=False)
    right.setFocus()
    qtbot.keyClick(right, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: films["roe"].progress is not None, timeout=WAIT_MS)
    qtbot.mouseClick(left.viewport(), Qt.MouseButton.MiddleButton)
    left.setFocus()
    qtbot.keyClick(left, Qt.Key.Key_D)
    drag(qtbot, left, (60, 60), (300, 200))
    qtbot.keyClick(left, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: films["roe"].shown is not None, timeout=WAIT_MS)

    assert right._explanation is films["roe"].explanation
    assert right._explanation.method == "rise"
    assert left._explanation is not right._explanation
    assert (len(films["doe"].marks.marks), len(films["roe"].marks.marks)) == (1, 0)
    assert (left.is_inverted(), right.is_inverted()) == (True, False)
    qtbot.keyClick(left, Qt.Key.Key_W, CTRL)
    assert films["doe"] not in desk.state.workspace.items
    assert "Doe" not in texts(window.stage)
    assert [view.radiograph() for view in (left, right) if view.radiograph()] != [
        films["doe"].radiograph
    ]


def test_a_second_reader_looks_at_every_image_first(qtbot, window, desk, make_film):
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    drop(window, make_film("one", **DOE), make_film("two", **ROE))
    films = wait_until_ready(qtbot, desk, 2)
    choose(qtbot, window, desk, films["one"])
    image = window.image
    image.setFocus()
    qtbot.waitUntil(lambda: films["one"].reading is not None, timeout=WAIT_MS)
    wait_for_text(qtbot, window.findings, "Look at the image first")
    qtbot.keyClick(image, Qt.Key.Key_F5)  # asks for what may not be seen yet
    hover(image, 200, 200)
    assert not image.has_overlay()
    assert films["one"].explanation is None
    assert "%" not in texts(window.findings)

    qtbot.keyClick(image, Qt.Key.Key_L)
    qtbot.waitUntil(image.has_overlay, timeout=WAIT_MS)
    qtbot.keyClick(image, Qt.Key.Key_Y)
    assert films["one"].decisions[0].verdict == "accepted"
    choose(qtbot, window, desk, films["two"])
    qtbot.waitUntil(lambda: films["two"].reading is not None, timeout=WAIT_MS)
    wait_for_text(qtbot, window.findings, "Look at the image first")
    assert not window.image.has_overlay()
    choose(qtbot, window, desk, films["one"])
    assert window.image.has_overlay()


def readable(window) -> str:
    """Whatever can be read, pointed at or heard in the window, painted words included."""
    widgets = [window, *(w for w in window.findChildren(QWidget) if w.isVisibleTo(window))]
    parts = [window.windowTitle(), window.windowIconText()]
    for widget in widgets:
        parts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QLineEdit):
            parts.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            parts.append(widget.toPlainText())
    for action in window.findChildren(QAction):
        parts += [action.text(), action.toolTip(), action.statusTip()]
    model = window.strip.model()
    roles = Qt.ItemDataRole
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        told = (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole)
        parts += [str(index.data(role)) for role in told]
    for view in window.stage.views:
        words = view._text_item._words
        parts += [*words.top_left, *words.top_right, *words.bottom_left]
    return " | ".join(parts)


def test_a_masked_screen_tells_nothing_of_anybody(qtbot, window, desk, make_film):
    drop(window, make_film("doe-film", **DOE), make_film("roe-film", **ROE))
    films = wait_until_ready(qtbot, desk, 2)
    choose(qtbot, window, desk, films["doe-film"])
    qtbot.keyClick(window.image, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window.image, Qt.Key.Key_F6)
    choose(qtbot, window, desk, films["roe-film"])
    secrets = ("Doe", "Roe", "MRN-77", "MRN-88", "2024-03-01", "doe-film", "roe-film")
    plain = readable(window)
    assert [secret for secret in secrets if secret not in plain] == []

    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.wait(30)  # labels that were taken away are deleted
    masked = readable(window)

    assert [secret for secret in secrets if secret in masked] == []
    assert "Patient A" in masked  # still two patients, whoever they are
    assert "Different patients" in masked
    desk.close_current()
    qtbot.wait(30)
    assert [secret for secret in secrets if secret in readable(window)] == []
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "Doe" in readable(window)
