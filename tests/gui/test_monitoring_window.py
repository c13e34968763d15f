"""The window of monitoring over invented months: empty, one month, two years of three versions."""

import contextlib
import inspect
import json
import re
import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.views.monitoring import words
from desktop.views.monitoring.monitoring_window import MonitoringWindow
from desktop.views.monitoring.month_chart import months_between
from desktop.views.widgets.plain_label import PlainLabel
from engine.images import admission
from engine.inference import content
from engine.library.opening import open_library
from tests.gui.conftest import WAIT_MS
from tests.support.monitored import Phase, fill, months_from

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]

STILL = {"pneumonia": (2.0, 6.0)}
BOTH = STILL | {"effusion": (1.5, 6.0)}
YEARS = (
    Phase("first", "1", months_from("2024-12", 9), STILL),
    Phase(
        "second", "2", months_from("2025-09", 7), BOTH, {"2026-01": {"pneumonia": (5.0, 4.0)}}, "d2"
    ),
    Phase("third", "3", months_from("2026-04", 8), STILL, digest="d3"),
)


@pytest.fixture
def filled(user_folders):
    """Puts months into the library before the window is there."""

    def fill_with(phases, per_month):
        library = open_library(user_folders / "library").library
        with contextlib.closing(library):
            fill(library.connection, phases, per_month)

    return fill_with


@pytest.fixture
def months(qtbot, window, desk):
    """Opens the window by its command and waits for what it finds."""

    def open_window():
        with qtbot.waitSignal(desk.monitoring.looked, timeout=WAIT_MS):
            window.actions_by_id["monitoring"].trigger()
        return window.findChild(MonitoringWindow)

    return open_window


def sentences_of(window):
    return [label.text() for label in window.sentences.findChildren(PlainLabel)]


def test_a_library_without_scores_says_so_and_nothing_else(months, desk):
    window = months()
    assert window.empty.isVisible()
    assert "nothing to look at yet" in window.empty.text()
    assert not window.page.isVisible()
    assert not window.export.isEnabled()

    desk.state.settings.set("history/keeps", False)
    desk.monitoring.looked.emit()
    assert "the history is off" in window.empty.text()


def test_one_month_of_a_handful_raises_no_alarm(filled, months):
    filled((Phase("first", "1", ("2026-11",), STILL),), 30)
    window = months()

    told = " ".join(sentences_of(window))
    assert "cannot be told yet" in told
    assert "too few to tell" in told
    assert window.model.rowCount() == 1


def test_two_years_are_shown_by_version_and_the_month_that_moved_first(
    filled, months, desk, qtbot, tmp_path
):
    filled(YEARS, 100)
    window = months()
    assert window.finding.count() == 2
    window.finding.setCurrentIndex(window.finding.findData("pneumonia"))
    assert window.version.count() == 3
    assert window.version.currentData() == 2  # the one that scored last

    window.version.setCurrentIndex(window.version.findData(1))
    alarms = [text for text in sentences_of(window) if "much higher than in the reference" in text]
    assert [text[:7] for text in alarms] == ["2026-01", "2026-02", "2026-03"]

    assert window.model.rowCount() == 24
    index = window.model.index(0, words.VERDICT)
    assert window.model.headerData(words.VERDICT, Qt.Orientation.Horizontal) == (
        "Against the reference"
    )
    assert "steady" in index.data()
    assert window.grab().toImage().width() > 0

    window.finding.setCurrentIndex(window.finding.findData("effusion"))
    assert window.version.count() == 1
    assert window.model.rowCount() == 7

    out = tmp_path / "months.csv"
    window._prompts.ask_table_to_save = lambda _folder, _name: out
    with qtbot.waitSignal(desk.monitoring.saved, timeout=WAIT_MS):
        window.export.click()
    assert len(out.read_bytes().splitlines()) == 1 + 24 + 7
    assert "months.csv" in window.note.text()


def test_a_chart_says_its_months_by_the_arrow_keys(filled, months):
    filled((Phase("first", "1", months_from("2026-01", 3), STILL),), 40)
    window = months()
    chart = window.distribution
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription().startswith("2026-03: ")
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert "2026-02" in chart.accessibleDescription()
    assert "median" in chart.accessibleDescription()


def test_what_the_window_scores_is_filed_with_what_it_was_made_with(qtbot, desk, months, make_png):
    with qtbot.waitSignal(desk.library.changed, timeout=WAIT_MS):
        desk.open_paths([make_png("film.png")])
    model = None

    def is_filed():
        nonlocal model
        model = desk.state.models.open_model("tiny-1")
        desk.monitoring.look()
        qtbot.wait(100)
        return bool(desk.monitoring.found.versions)

    qtbot.waitUntil(is_filed, timeout=WAIT_MS)
    (version,) = desk.monitoring.found.versions
    assert version.digest == model.bundle.digest
    assert version.points == {"bright": 0.5}
    connection = sqlite3.connect(desk.state.settings.folder / "library" / "library.db")
    with contextlib.closing(connection):
        (facts,) = connection.execute("SELECT facts FROM models").fetchone()
        assert connection.execute("SELECT point, threshold FROM scores").fetchall() == [
            ("balanced", 0.5)
        ]
    assert json.loads(facts)["recipe"] == model.manifest.recipe.to_json()
    window = months()
    assert "too few to tell" in " ".join(sentences_of(window))


def test_every_check_that_refuses_has_a_name():
    stops = re.findall(r'Reason\(\s*"stop",\s*"(\w+)"', inspect.getsource(admission))
    looks = re.findall(r'return "(content_\w+)"', inspect.getsource(content))
    assert len(stops) >= 7
    assert len(looks) == 4
    assert set(words.CHECKS) == {*stops, *looks}


def test_months_without_a_score_keep_their_place():
    assert months_between("2025-11", "2026-02") == ("2025-11", "2025-12", "2026-01", "2026-02")
