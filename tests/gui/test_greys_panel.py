"""The greys panel and the view say the same, whoever of them was moved."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.views.panels.greys_panel import GreysPanel
from engine.images.radiograph import GreyScale, Lut, Window
from engine.images.windows import auto_window
from tests.gui.test_greys import equalise, file, film, press, shown
from tests.support.pictures import make_radiograph

__all__ = ["file", "shown"]
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@pytest.fixture
def panel(shown, qtbot) -> GreysPanel:
    qtbot.waitUntil(lambda: shown.greys.isVisibleTo(shown), timeout=3000)
    settle(qtbot, shown.greys)
    return shown.greys


def settle(qtbot, panel: GreysPanel) -> None:
    """Waits for the histogram and for the next showing."""
    qtbot.waitUntil(
        lambda: panel._histogram is not None and not panel._show_soon.isActive(), timeout=5000
    )


def drag(bar, start, by: int) -> None:
    begin = start.toPoint()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(bar, begin + QPoint(by // 2, 0))
    QTest.mouseMove(bar, begin + QPoint(by, 0))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=begin + QPoint(by, 0))


def ends(window: Window) -> tuple[float, float]:
    return window.centre - window.width / 2, window.centre + window.width / 2


def test_the_panel_itself_changes_no_window(shown, panel, qtbot):
    qtbot.wait(200)
    assert shown.image.voi() is shown.image.radiograph().grey.vois[0]


def test_handles_move_the_ends_of_the_window(shown, panel, qtbot):
    press(shown, Qt.Key.Key_1)
    settle(qtbot, panel)
    bar = panel.histogram
    low, high = ends(shown.image.voi())
    per_px = (panel._histogram.high - panel._histogram.low) / bar._plot().width()

    drag(bar, bar.handle_points()[0], 20)
    settle(qtbot, panel)
    assert ends(shown.image.voi()) == pytest.approx((low + 20 * per_px, high), abs=per_px)

    drag(bar, bar.handle_points()[1], -30)
    settle(qtbot, panel)
    expected = (low + 20 * per_px, high - 30 * per_px)
    assert ends(shown.image.voi()) == pytest.approx(expected, abs=per_px)

    drag(bar, (bar.handle_points()[0] + bar.handle_points()[1]) / 2, 10)
    settle(qtbot, panel)
    moved = tuple(end + 10 * per_px for end in expected)
    assert ends(shown.image.voi()) == pytest.approx(moved, abs=per_px)
    assert panel._choice.currentText() == "By hand"


def test_handles_cannot_pass_each_other(shown, panel, qtbot):
    press(shown, Qt.Key.Key_1)
    settle(qtbot, panel)
    _, high = ends(shown.image.voi())
    drag(panel.histogram, panel.histogram.handle_points()[0], 400)
    window = shown.image.voi()
    assert window.width > 0
    assert ends(window)[1] == pytest.approx(high, abs=1)


def test_arrow_keys_move_and_widen_the_window_and_not_the_list(shown, panel, qtbot):
    press(shown, Qt.Key.Key_1)
    settle(qtbot, panel)
    before = shown.image.voi()
    panel.histogram.setFocus()
    QTest.keyClick(panel.histogram, Qt.Key.Key_Right)
    settle(qtbot, panel)
    after = shown.image.voi()
    assert after.centre > before.centre
    assert after.width == pytest.approx(before.width)
    QTest.keyClick(panel.histogram, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, panel)
    assert shown.image.voi().width > after.width


def test_the_panel_shows_what_a_drag_on_the_image_does(shown, panel, qtbot):
    press(shown, Qt.Key.Key_1)
    view = shown.image.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    QTest.mouseMove(view, QPoint(260, 170))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(260, 170))
    settle(qtbot, panel)
    assert panel._centre.value() == pytest.approx(shown.image.voi().centre, abs=0.5)
    assert panel._width.value() == pytest.approx(shown.image.voi().width, abs=0.5)
    assert panel.histogram._ends == pytest.approx(ends(shown.image.voi()))


def test_typed_numbers_are_the_window(shown, panel, qtbot):
    press(shown, Qt.Key.Key_1)
    settle(qtbot, panel)
    panel._centre.setValue(1500)
    panel._width.setValue(800)
    assert (shown.image.voi().centre, shown.image.voi().width) == (1500, 800)


def test_the_list_offers_what_the_file_offers(shown, panel, qtbot):
    texts = [panel._choice.itemText(place) for place in range(panel._choice.count())]
    assert {"File: NORMAL", "File: SOFT", "Without the file's LUT"} < set(texts)
    assert isinstance(shown.image.voi(), Lut)
    assert panel._choice.currentText().startswith("File: LUT")
    place = texts.index("File: SOFT")
    panel._choice.setCurrentIndex(place)
    panel._choice.activated.emit(place)
    assert shown.image.voi() is shown.image.radiograph().grey.vois[2]
    place = texts.index("Without the file's LUT")
    panel._choice.setCurrentIndex(place)
    panel._choice.activated.emit(place)
    assert isinstance(shown.image.voi(), Window)
    assert shown.image.voi().name == "full range"


def test_the_panel_names_the_preset_in_use_and_says_what_equalising_is(shown, panel, qtbot):
    press(shown, Qt.Key.Key_3)
    settle(qtbot, panel)
    assert panel._choice.currentText() == "Mediastinum"
    equalise(shown)
    settle(qtbot, panel)
    assert panel._choice.currentText() == "Equalised"
    assert panel._even.isChecked()
    assert "equal greys" in panel._message.text()
    panel._even.click()
    settle(qtbot, panel)
    assert not shown.image.is_equalised()
    assert panel._choice.currentText() == "Mediastinum"


def test_the_greys_under_the_histogram_are_those_of_the_screen(shown, panel, qtbot):
    press(shown, Qt.Key.Key_2)
    panel._inverted.click()
    settle(qtbot, panel)
    assert shown.image.is_inverted()
    light = panel.histogram._light
    assert light[0] == 255
    assert light[-1] == 0


def test_the_histogram_belongs_to_the_film_alone(panel, shown, qtbot):
    """A border at a far level would squeeze the anatomy into a few bins."""
    frame = film()
    frame[:80], frame[-80:] = 60_000, 60_000
    radiograph = make_radiograph(frame, GreyScale())
    shown.image.show_radiograph(radiograph)
    qtbot.waitUntil(lambda: panel._is_counted(), timeout=5000)
    settle(qtbot, panel)
    assert panel._histogram.high < 6_000
    assert auto_window(radiograph).centre < 4_000


def test_a_late_histogram_never_lands_on_another_film(panel, shown, qtbot):
    late = replace(panel._histogram)
    shown.image.show_radiograph(make_radiograph(film(), GreyScale()))
    panel._take(late)

    assert panel._histogram is not late
