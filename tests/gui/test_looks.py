"""What a person can read: nothing hidden by its neighbour, cut through, or in the colour behind."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.views import theme
from desktop.views.dialogs.about import AboutDialog
from desktop.views.image.text_paint import text_font
from desktop.views.panels.strip_words import status_text
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel
from desktop.views.widgets.tick_box import TickBox
from tests.gui.conftest import WAIT_MS
from tests.support.dicoms import dataset, encode

# The off-screen platform cannot do a few things that windows ask for, and says so.
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]

READABLE = 4.5  # WCAG 2.2, 1.4.3
LONG_NAME = "Wolkenstein-Rodenegg von Hohenlohe^Maximiliane Theodora"


def light_of(pixels):
    """Relative luminance (WCAG 2.2) of RGB in 0..255, shape (..., 3)."""
    part = pixels.astype(np.float64) / 255.0
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def contrast_of(widget):
    """The strongest contrast that is painted inside a widget."""
    image = widget.window().grab(QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size()))
    picture = image.toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    light = light_of(rows[:, : 3 * picture.width()].reshape(picture.height(), -1, 3))
    return (light.max() + 0.05) / (light.min() + 0.05)


@pytest.fixture
def film(tmp_path):
    """Writes a film of a patient."""

    def make(name, **tags):
        pixels = (np.add.outer(np.arange(600), np.arange(500)) * 2).astype(np.uint16)
        facts = {"BodyPartExamined": "CHEST", "ViewPosition": "PA", "PatientSex": "F"} | tags
        path = tmp_path / name
        path.write_bytes(encode(dataset(pixels, **facts)))
        return path

    return make


@pytest.fixture
def two_patients(qtbot, window, desk, film):
    """Four panes with films of two patients with long names."""
    paths = [
        film(
            f"{number}.dcm",
            SOPInstanceUID=f"1.2.{number}",
            StudyInstanceUID=f"1.3.{number}",
            StudyDate=f"20{20 + number}0102",
            PatientID=f"HOSP-{number // 2}",
            PatientName=f"{LONG_NAME} {'AB'[number // 2]}",
        )
        for number in range(4)
    ]
    desk.open_paths(paths)
    qtbot.waitUntil(lambda: len(desk.state.workspace.items) == 4, timeout=WAIT_MS)
    panes = desk.state.panes
    panes.arrange("2x2")
    for number, item in enumerate(desk.state.workspace.items):
        panes.put(number, item)
    qtbot.waitUntil(
        lambda: all(item.radiograph is not None for item in desk.state.workspace.items),
        timeout=WAIT_MS,
    )
    return panes


@pytest.fixture
def dark_again(qapp):
    yield
    theme.use(qapp, "dark")


def test_words_stay_readable_when_the_theme_changes_under_them(
    qtbot, qapp, window, two_patients, dark_again
):
    for name in ("light", "dark", "light"):
        theme.use(qapp, name)
        two_patients.step(1)
        qtbot.wait(20)
        bars = [window.stage.pane(number).identity for number in range(4)]
        labels = [label for bar in bars for label in bar.findChildren(PlainLabel)]
        shown = [label for label in labels if label.isVisible() and label.text()]
        dull = [(label.text(), contrast_of(label)) for label in shown]

        assert len(shown) >= 8
        assert [pair for pair in dull if pair[1] < READABLE] == [], name


def test_four_panes_of_long_names_fit_a_small_screen(qtbot, window, two_patients):
    window.resize(1024, 700)
    qtbot.wait(20)

    assert (window.width(), window.height()) == (1024, 700)
    sizes = {window.stage.pane(number).image.width() for number in range(4)}
    assert max(sizes) - min(sizes) <= 2  # so that linked panes show one size
    assert len({window.stage.pane(number).identity.height() for number in range(4)}) == 1
    for number in range(4):
        bar = window.stage.pane(number).identity
        (name,) = (one for one in bar.findChildren(ElidedLabel) if one.isVisible())
        qtbot.waitUntil(lambda name=name: name.width() >= 90, timeout=2000)
        shown = [one for one in bar.findChildren(PlainLabel) if one.isVisible()]
        right = max(label.geometry().right() for label in shown)
        assert right <= bar.width()


def test_a_pane_is_wide_enough_for_its_error(qtbot, window, desk, two_patients, tmp_path):
    broken = tmp_path / "broken.dcm"
    broken.write_bytes(b"nothing of use" * 30)
    desk.open_paths([broken])
    qtbot.waitUntil(lambda: len(desk.state.workspace.items) == 5, timeout=WAIT_MS)
    (item,) = (one for one in desk.state.workspace.items if one.path == broken)
    window.resize(1024, 700)
    desk.state.workspace.select(item)
    qtbot.waitUntil(lambda: item.error is not None, timeout=WAIT_MS)
    qtbot.wait(20)
    page = window.stage.error

    assert (window.width(), window.height()) == (1024, 700)
    assert page.isVisible()
    for child in page.findChildren(PlainLabel):
        place = QRect(child.mapTo(page, QPoint(0, 0)), child.size())
        assert not child.isVisible() or page.rect().contains(place), child.text()


def test_a_companion_goes_with_the_image_that_it_repeats(qtbot, window, desk, make_png):
    desk.open_paths([make_png("one.png")])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.radiograph is not None, timeout=WAIT_MS)
    desk.show_twice()
    assert desk.state.workspace.current.twin_of is item

    desk.state.workspace.remove(item)

    assert desk.state.workspace.companions == ()
    assert desk.state.workspace.items == ()


def test_a_long_name_is_told_to_its_end(qtbot, window, desk, film):
    path = film("long.dcm", PatientName=LONG_NAME, PatientID="HOSP-1", StudyDate="20240102")
    desk.open_paths([path])
    qtbot.waitUntil(lambda: bool(desk.state.workspace.items), timeout=WAIT_MS)
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.radiograph is not None, timeout=WAIT_MS)
    window.resize(1024, 700)
    qtbot.wait(20)

    (corner,) = (one for one in window.image.scene().items() if hasattr(one, "upper_left_px"))
    name = corner._upper_lines(QFontMetricsF(text_font()))[:2]

    assert " ".join(name) == LONG_NAME.replace("^", ", ")


def test_a_chooser_ends_with_an_ellipsis_and_leaves_the_wheel_alone(qtbot):
    box = Chooser()
    qtbot.addWidget(box)
    box.addItems(["Default: a layer with a name that is far too long", "other"])
    box.resize(120, box.sizeHint().height())
    box.show()
    long = box.grab().toImage()
    box.setItemText(0, box.itemText(0)[:-5] + "other")
    assert box.grab().toImage() == long  # what is cut away is not painted at all

    middle = QPointF(box.rect().center())
    wheel = QWheelEvent(
        middle,
        QPointF(box.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == 0


def test_a_number_stays_with_its_unit(qtbot):
    label = PlainLabel("reached (39 %) after 12 ms", wraps=True)
    qtbot.addWidget(label)

    assert label.text() == "reached (39 %) after 12 ms"
    assert super(PlainLabel, label).text() == "reached (39\u00a0%) after 12\u00a0ms"


def test_nobody_speaks_of_scores_before_the_reader_has_looked(qtbot, window, desk, make_png):

    desk.open_paths([make_png("one.png")])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)

    assert "refused" not in status_text(replace(item, is_hidden=True))


def test_the_tools_stay_in_narrow_windows_and_give_up_their_words_first(
    qtbot, qapp, window, dark_again
):
    theme.use(qapp, "dark", 150)
    for width in (1600, 1024):
        window.resize(width, 700)
        qtbot.wait(20)
        buttons = [
            window._toolbar.widgetForAction(action)
            for action in window._toolbar.actions()
            if not action.isSeparator()
        ]
        worded = [
            b for b in buttons if b.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        ]

        assert all(button.isVisible() for button in buttons), width
        assert bool(worded) == (width == 1600)


def test_a_tick_box_wraps_its_words_and_is_ticked_by_them(qtbot):
    box = TickBox("Explain at once when a score reaches its operating point")
    qtbot.addWidget(box)
    box.setFixedWidth(160)
    box.show()
    lines = box.heightForWidth(160) / box.fontMetrics().lineSpacing()

    assert lines >= 2
    assert box.heightForWidth(600) < box.heightForWidth(160)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(100, 8))
    assert box.isChecked()


def test_words_in_the_corners_and_the_legend_keep_apart(qtbot, window, desk, make_png):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    view = window.image
    (corner,) = (one for one in view.scene().items() if hasattr(one, "upper_left_px"))
    for width, height in ((250, 270), (290, 300), (320, 300), (528, 600), (900, 700)):
        view.setFixedSize(width, height)
        qtbot.wait(20)
        legend, room = view.legend_box(), view.viewport().rect()
        words_width, words_height = corner.lower_size_px()
        bottom = room.height() - 10 - (legend.height() + 10 if legend.width() > width * 0.7 else 0)
        words = QRect(10, round(bottom - words_height), round(words_width), round(words_height))

        assert room.contains(legend.toRect()), (width, height)
        assert not legend.toRect().intersects(words), (width, height)
        assert legend.height() <= 0.3 * height, (width, height)


def test_dialogs_grow_with_their_words(qtbot, qapp, desk, dark_again):
    dialog = AboutDialog(desk.state)
    qtbot.addWidget(dialog)
    dialog.show()
    for percent in (100, 150):
        theme.use(qapp, "dark", percent)
        qtbot.wait(30)
        labels = [label for label in dialog.findChildren(PlainLabel) if label.wordWrap()]

        assert len(labels) >= 4
        for label in labels:
            assert label.height() >= label.heightForWidth(label.width()), (percent, label.text())
