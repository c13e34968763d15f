"""What the batch window says of pace and of where a file failed."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale

from desktop.views.batch.words import pace_words, stage_words


@pytest.fixture
def german_numbers():
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)


def test_the_pace_is_written_as_numbers_are_where_the_reader_lives(german_numbers):
    progress = SimpleNamespace(state="running", per_second=3.44, seconds_left=40.0)
    assert pace_words(progress) == "3,4 files per second, 40 s left"


@pytest.mark.parametrize(
    ("stage", "words"),
    [("read", "reading"), ("explain grad-cam", "explaining grad-cam"), ("later", "later")],
)
def test_the_step_at_which_a_file_failed_is_said_in_words(stage, words):
    assert stage_words(stage) == words
