"""Answers are handed out in turns, and leave the event loop room for everything else."""

import itertools
import time

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from desktop.jobs.courier import Courier, courier

pytestmark = pytest.mark.gui


class Talker:
    """Has so many answers; each takes a moment."""

    def __init__(self, courier: Courier, said: list[str], name: str, answers: int) -> None:
        self._courier, self._said, self._name, self._left = courier, said, name, answers
        courier.call(self.deliver)

    def deliver(self) -> None:
        self._left -= 1
        if self._left:
            self._courier.call(self.deliver)
        time.sleep(0.001)
        self._said.append(self._name)


@pytest.fixture
def own(qtbot):
    return Courier()


def test_those_who_called_take_turns(qtbot, own):
    said = []
    for name in "ab":
        Talker(own, said, name, 4)
    qtbot.waitUntil(lambda: len(said) == 8, timeout=2000)

    assert said == list("abababab")


def test_a_talker_without_end_leaves_clocks_their_turns(qtbot, own):
    said, ticks = [], []
    Talker(own, said, "a", 1_000_000)
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(len(said)))
    timer.start()
    qtbot.waitUntil(lambda: len(ticks) == 20, timeout=5000)

    assert max(after - before for before, after in itertools.pairwise(ticks)) < 20


def test_others_are_served_while_an_answer_stays_in_a_dialog(qtbot, own):
    said = []

    def deliver_dialog() -> None:
        loop = QEventLoop()
        QTimer.singleShot(300, loop.quit)
        loop.exec()
        said.append("closed")

    own.call(deliver_dialog)
    Talker(own, said, "a", 3)
    qtbot.waitUntil(lambda: "closed" in said, timeout=5000)

    assert said == ["a", "a", "a", "closed"]


def test_the_application_has_one(qtbot):
    assert courier() is courier()
