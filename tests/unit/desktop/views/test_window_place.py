import json

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.settings import Settings
from desktop.views.window_place import (
    SETTING,
    centred,
    clamped,
    remember_place,
    restore_place,
    screen_key,
)

FREE = QRect(1920, 40, 1920, 1040)  # the right one of two screens, below a bar


@pytest.mark.parametrize(
    ("rect", "wanted"),
    [
        (QRect(2000, 100, 800, 600), QRect(2000, 100, 800, 600)),
        (QRect(100, 100, 800, 600), QRect(1920, 100, 800, 600)),  # on the screen that is gone
        (QRect(3700, 900, 800, 600), QRect(3040, 480, 800, 600)),
        (QRect(1900, 0, 4000, 3000), FREE),
        (QRect(-9000, -9000, 800, 600), QRect(1920, 40, 800, 600)),
    ],
)
def test_a_place_is_brought_inside_the_screen(rect, wanted):
    assert clamped(rect, FREE) == wanted


def test_a_first_window_is_in_the_middle_and_fits():
    small = QRect(0, 0, 1000, 700)

    assert centred(QSize(400, 300), small).center() == small.center()
    assert small.contains(centred(QSize(1280, 820), small))


@pytest.fixture
def settings(qtbot, tmp_path):
    return Settings(tmp_path)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_window_comes_back_where_it_was(qtbot, settings, window):
    restore_place(window, settings, QSize(500, 400))
    window.setGeometry(30, 40, 420, 310)
    remember_place(window, settings)
    other = QWidget()
    qtbot.addWidget(other)
    restore_place(other, settings, QSize(500, 400))

    assert other.geometry() == QRect(30, 40, 420, 310)


def test_every_screen_keeps_its_own_place(settings, window):
    stored = {"gone 1x1": [1, 2, 300, 200, 0], "last": "gone 1x1"}
    settings.set(SETTING, json.dumps(stored))
    restore_place(window, settings, QSize(500, 400))
    remember_place(window, settings)
    now = json.loads(settings.get(SETTING))

    assert now["gone 1x1"] == [1, 2, 300, 200, 0]
    assert now["last"] == screen_key(QGuiApplication.primaryScreen())
    assert QGuiApplication.primaryScreen().availableGeometry().contains(window.geometry())


@pytest.mark.parametrize("stored", ["no json", "[]", '{"last": 3}', "PLACE"])
def test_damaged_places_mean_the_middle(settings, window, stored):
    key = screen_key(QGuiApplication.primaryScreen())
    damaged = json.dumps({key: ["x", 2, 3], "last": key})
    settings.set(SETTING, damaged if stored == "PLACE" else stored)
    restore_place(window, settings, QSize(500, 400))

    assert window.geometry().size() == QSize(500, 400)
