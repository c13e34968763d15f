"""Charts on pyqtgraph: in the house's look, pointed at by mouse and keys, gone when closed."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsScene,
    QGraphicsView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.views import theme
from desktop.views.monitoring.month_chart import Band, Mark, MonthChart
from desktop.views.monitoring.reliability_chart import ReliabilityChart
from desktop.views.retraining.chart import Chart, Line
from desktop.views.retraining.pair_chart import Curve, PairChart

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]

CURVES = (
    Curve("old", (0.0, 0.5, 1.0), (0.0, 0.7, 1.0), point=(0.25, 0.5)),
    Curve("new", (0.0, 0.4, 1.0), (0.0, 0.9, 1.0), has_dots=True),
)


def a_pair():
    chart = PairChart("ROC", "1 - specificity", "Sensitivity")
    chart.resize(360, 420)
    chart.show_curves(CURVES, "")
    return chart


@pytest.fixture
def pair(qtbot):
    chart = a_pair()
    qtbot.addWidget(chart)
    chart.show()
    chart.grab()
    return chart


@pytest.fixture
def dark_again(qapp):
    yield
    theme.use(qapp, "dark")


def colour_at(chart, place):
    return chart.grab().toImage().pixelColor(place.toPoint()).name()


def move(chart, place):
    """The mouse, without buttons."""
    none = Qt.MouseButton.NoButton
    on_screen = QPointF(chart.mapToGlobal(place.toPoint()))
    bare = Qt.KeyboardModifier.NoModifier
    kind = QEvent.Type.MouseMove
    QApplication.sendEvent(chart, QMouseEvent(kind, place, on_screen, none, none, bare))


def test_values_lie_where_the_axes_say(pair):
    area = pair.area()

    assert pair.rect().contains(area.toAlignedRect())
    assert pair.point(0.0, 0.0).x() == pytest.approx(area.left(), abs=1)
    assert pair.point(1.0, 1.0).y() == pytest.approx(area.top(), abs=1)
    assert area.width() == pytest.approx(area.height(), rel=0.2)


def test_the_nearest_point_is_told_to_the_mouse(pair):
    for place, name, words in (
        ((0.27, 0.52), "old", "1 - specificity 0.25, Sensitivity 0.50"),
        ((0.42, 0.93), "new", "1 - specificity 0.40, Sensitivity 0.90"),
    ):
        move(pair, pair.point(*place))
        told = pair.accessibleDescription()
        assert told.startswith(name)
        assert words in told


def test_keys_go_from_point_to_point(pair):
    QTest.keyClick(pair, Qt.Key.Key_Left)
    QTest.keyClick(pair, Qt.Key.Key_Left)
    QTest.keyClick(pair, Qt.Key.Key_Left)

    assert "1 - specificity 0.50" in pair.accessibleDescription()


def test_a_chart_follows_the_theme(qapp, pair, dark_again):
    empty = pair.point(0.75, 0.25) + QPointF(10, 5)
    seen = set()
    for name in ("dark", "light"):
        theme.use(qapp, name)
        assert colour_at(pair, empty) == theme.RAISED
        seen.add(colour_at(pair, empty))
    assert len(seen) == 2


def test_a_bin_is_told_with_its_count(qtbot):
    chart = ReliabilityChart()
    qtbot.addWidget(chart)
    low = {"mean_probability": 0.1, "frequency": 0.2, "count": 17}
    high = {"mean_probability": 0.8, "frequency": 0.9, "count": 5}
    chart.show_bins([low, high], [low])
    chart.grab()
    assert "80 % 90 %" in chart.accessibleDescription()

    move(chart, chart.point(0.79, 0.85))

    assert chart.accessibleDescription() == "before (n = 5)\nProbability 80 %, Frequency 90 %"


def test_a_training_shows_its_best_epoch_and_lines_with_gaps(qtbot, qapp):
    chart = Chart("Loss")
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    chart.show_lines([Line("training", (0.9, 0.5, None, 0.4))], 8, 2)
    assert "best epoch" not in chart.accessibleDescription()
    chart.show()
    chart.grab()

    between = QPointF(0.0, (chart.point(1, 0.0).y() + chart.point(1, 1.0).y()) / 2 + 3)
    assert colour_at(chart, QPointF(chart.point(3, 0.0).x(), between.y())) == theme.RAISED
    move(chart, QPointF(chart.point(2, 0.0).x() + 3, between.y()))
    assert chart.accessibleDescription() == "Epoch 2, training 0.500, best epoch"
    move(chart, QPointF(chart.point(8, 0.0).x(), between.y()))
    assert chart.accessibleDescription().startswith("Epoch 4")


def test_marks_of_versions_share_their_month(qtbot):
    chart = MonthChart("Scores", "Box: half of them")
    qtbot.addWidget(chart)
    chart.resize(600, 320)
    bands = (Band(0, "one", "2026-01", "2026-02", 0.5), Band(1, "two", "2026-02", "2026-04"))
    calm = Mark("2026-02", 0, 0.5, 0.25, 0.75, (0.4, 0.6), words="2026-02: one")
    moved = Mark("2026-02", 1, 0.5, 0.25, 0.75, (0.4, 0.6), is_flagged=True, words="2026-02: two")
    chart.show_marks(bands, (calm, moved))
    chart.show()
    picture = chart.grab().toImage()

    seen = [picture.pixelColor(chart.point(1 + by, 0.5).toPoint()) for by in (-0.25, 0.25)]
    assert seen[0].blue() > seen[0].red()  # theme.ACCENT
    assert seen[1].red() > seen[1].blue()  # theme.STOP
    shaded = [picture.pixelColor(chart.point(x, 0.9).toPoint()) for x in (0.0, 3.0)]
    assert shaded[1].name() == theme.RAISED != shaded[0].name()
    move(chart, chart.point(1.1, 0.1))
    assert chart.accessibleDescription() == "2026-02: one\n2026-02: two"
    move(chart, chart.point(2.4, 0.1))
    assert chart.accessibleDescription() == "2026-03: nothing"


@pytest.mark.parametrize("months", [1, 36])
def test_months_are_named_as_far_as_there_is_room(qtbot, months):
    chart = MonthChart("Scores", "Dot: share")
    qtbot.addWidget(chart)
    chart.resize(500, 320)
    last = f"{2026 + (months - 1) // 12}-{(months - 1) % 12 + 1:02d}"
    chart.show_marks((Band(0, "one", "2026-01", last),), (Mark("2026-01", 0, 0.1, 0.0, 0.2),))
    chart.show()
    chart.grab()

    named = [text for _, text in chart._named_months()]
    widest = max(chart.fontMetrics().horizontalAdvance(text.split("\n")[0]) for text in named)
    assert named[0].endswith("2026")
    assert len(named) * widest <= chart.area().width()
    assert len(named) >= min(months, 6)


def test_words_stand_where_there_is_no_curve(pair):
    pair.show_curves((), "Nothing yet")

    assert pair.accessibleDescription() == "Nothing yet"
    QTest.keyClick(pair, Qt.Key.Key_Left)
    assert pair.accessibleDescription() == "Nothing yet"


def test_the_wheel_moves_the_page_and_never_the_axes(qtbot):
    pair, page, area = a_pair(), QWidget(), QScrollArea()
    qtbot.addWidget(area)
    column = QVBoxLayout(page)
    column.addWidget(pair)
    column.addSpacing(2000)
    area.setWidget(page)
    area.resize(400, 300)
    area.show()
    area.grab()
    before = pair.point(1.0, 1.0) - pair.point(0.0, 0.0)
    at = pair.mapTo(area, QPoint(pair.width() // 2, 200))
    assert area.childAt(at) is pair  # what is drawn takes no mouse
    QTest.wheelEvent(area.windowHandle(), QPointF(at), QPoint(0, -240))
    QApplication.processEvents()

    assert area.verticalScrollBar().value() > 0
    assert pair.point(1.0, 1.0) - pair.point(0.0, 0.0) == before


def test_a_line_that_is_defined_nowhere_has_a_name_and_no_dots(qtbot):
    chart = Chart("Quality", (0.0, 1.0))
    qtbot.addWidget(chart)
    chart.show_lines([Line("AUC", (None, None))], 4, 0)
    chart.grab()

    assert chart.accessibleDescription() == "Epoch 2"


def test_a_chart_lives_on_while_it_is_drawn_anew_and_resized(qtbot):
    """With Qt's own index of places a few dozen rounds of this ended the program."""
    chart = MonthChart("Scores", "Box: half of them")
    qtbot.addWidget(chart)
    chart.show()
    for turn in range(60):
        last = f"2026-{turn % 12 + 1:02d}"
        marks = [Mark("2026-01", 0, 0.5, 0.2, 0.8, (0.4, 0.6), is_flagged=bool(turn % 3))]
        chart.show_marks((Band(0, "one" * (turn % 9), "2026-01", last, 0.5),), marks)
        chart.resize(340 + 13 * turn, 300 + 5 * (turn % 7))
        if turn % 2:
            QApplication.processEvents()
        if turn % 10 == 9:
            chart.show_marks((), ())
            gc.collect()

    assert chart.area().width() > 900


def test_nothing_of_a_closed_chart_stays(qapp):
    def once():
        chart = a_pair()
        chart.grab()
        QTest.keyClick(chart, Qt.Key.Key_Left)
        chart.deleteLater()
        return weakref.ref(chart)

    seen = once()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert seen() is None


def test_no_chart_finds_by_place_what_a_redrawing_took_away(pair, qtbot):
    chart = Chart("Error")
    qtbot.addWidget(chart)

    # With an index of places Qt crashes after some hundred redrawings, most often in 400.
    for one in (pair, chart):
        scene = one.findChild(QGraphicsView).scene()
        assert scene.itemIndexMethod() == QGraphicsScene.ItemIndexMethod.NoIndex
