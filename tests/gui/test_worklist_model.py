"""The table of the worklist: rows come page by page, where somebody looks."""

from array import array

import pytest
from PySide6.QtCore import QObject, Signal
from shiboken6 import delete

from desktop.jobs.library_tasks import PAGE_ROWS, Answer
from desktop.settings import Settings
from desktop.state.privacy import Privacy
from desktop.views.worklist.model import WorklistModel
from desktop.views.worklist.worklist_window import StudyTable
from engine.library.worklist import Row, Wanted

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]
MANY = 100_000


def row(study):
    return Row(
        study, f"Doe{study}", f"P{study}", "", None, "2026-01-01", "", "Chest", "PA", "film", 1,
        "Mass", 0.5, True, "m", 0, False, 0, 0, "unread", "", "2026-01-01T00:00:00+00:00",
    )  # fmt: skip


class Pages(QObject):
    """Stands for the library: notes what is asked and answers when told to."""

    changed = Signal()

    def __init__(self):
        super().__init__()
        self.asked, self.given_up = [], []

    def fetch(self, ids, wanted, take):
        request = (ids, take)
        self.asked.append(request)
        return lambda: self.given_up.append(request)

    def answer(self):
        asked, self.asked = self.asked, []
        for request in asked:
            if request not in self.given_up:
                request[1](tuple(row(study) for study in request[0]))


def answer(ids, **wanted):
    return Answer(Wanted(**wanted), array("q", ids), MANY, ("Mass",), ())


@pytest.fixture
def pages(qtbot):
    return Pages()


@pytest.fixture
def table(qtbot, pages, tmp_path):
    settings = Settings(tmp_path)
    table = StudyTable(WorklistModel(pages, Privacy()), settings)
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    return table


def shown(table):
    model = table.model()
    return [model.index(number, 3).data() for number in range(3)]


def test_of_a_long_list_only_what_is_looked_at_is_fetched(qtbot, table, pages):
    table.model().show_answer(answer(range(1, MANY + 1)))
    qtbot.waitUntil(lambda: len(pages.asked) == 1, timeout=5000)
    assert list(pages.asked[0][0]) == list(range(1, PAGE_ROWS + 1))
    pages.answer()
    assert shown(table) == ["Doe1", "Doe2", "Doe3"]

    table.verticalScrollBar().setValue(MANY // 2)
    qtbot.waitUntil(lambda: len(pages.asked) >= 1, timeout=5000)
    assert all(ids[0] >= MANY // 2 - PAGE_ROWS for ids, _ in pages.asked)
    for place in range(0, MANY, MANY // 40):  # dragged from end to end
        table.verticalScrollBar().setValue(place)
        qtbot.wait(1)
    assert len(pages.asked) - len(pages.given_up) <= 5


def test_an_answer_to_an_earlier_list_is_dropped(qtbot, table, pages):
    model = table.model()
    model.show_answer(answer([1, 2, 3]))
    qtbot.waitUntil(lambda: len(pages.asked) == 1, timeout=5000)
    late = pages.asked[0][1]
    model.show_answer(answer([3, 2, 1], order="date"))
    late((row(1), row(2), row(3)))
    assert model.known(1) is None

    qtbot.waitUntil(lambda: len(pages.asked) == 2, timeout=5000)
    pages.answer()
    assert shown(table) == ["Doe3", "Doe2", "Doe1"]


def test_the_same_list_asked_again_keeps_its_rows_until_new_ones_come(qtbot, table, pages):
    model, resets = table.model(), []
    model.show_answer(answer([1, 2, 3]))
    qtbot.waitUntil(lambda: len(pages.asked) == 1, timeout=5000)
    pages.answer()
    model.modelReset.connect(lambda: resets.append(1))
    model.show_answer(answer([1, 2, 3]))

    assert shown(table) == ["Doe1", "Doe2", "Doe3"]
    assert resets == []
    qtbot.waitUntil(lambda: len(pages.asked) == 1, timeout=5000)


def test_no_row_is_kept_where_it_would_tell_what_a_second_reader_must_not_see(qtbot, table, pages):
    model = table.model()
    model.show_answer(answer([1]))
    qtbot.waitUntil(lambda: len(pages.asked) == 1, timeout=5000)
    pages.answer()
    assert model.index(0, 1).data() == "Mass"

    model.show_answer(answer([1], hides_unseen=True))
    assert model.index(0, 1).data() is None


def test_an_answer_that_comes_after_the_window_is_gone_is_dropped(qtbot, pages):
    model = WorklistModel(pages, Privacy())
    model.show_answer(answer([1, 2, 3]))
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: len(pages.asked) == 1, timeout=5000)
    delete(model)

    pages.answer()
