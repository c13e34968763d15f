"""A whole window over a tiny model, with real decoder children, ended cleanly after each test."""

import sys
import threading

import numpy as np
import pytest
from PIL import Image

from desktop.administrator.vault import GROUP, Opened
from desktop.jobs.desk import Desk
from desktop.jobs.precedence import take_short_turns
from desktop.settings import Settings
from desktop.state.session import start_session
from engine.bundle.store import ModelStore
from tests.support.administrators import CHEAP, SilentVault
from tests.support.bundles import write_tiny_bundle

WAIT_MS = 60_000  # several decoders, models and windows on a busy machine


@pytest.fixture(autouse=True)
def decoders_live_on(living_decoders):
    """Every window takes up to three decoders; starting them takes longer than most tests."""


@pytest.fixture
def store(tmp_path):
    """A store with the tiny model (id ``tiny-1``) as the only one that ships."""
    write_tiny_bundle(tmp_path / "shipped" / "tiny-1")
    return ModelStore(tmp_path / "shipped", tmp_path / "imported")


@pytest.fixture
def has_administrator():
    """Whether a session of the administrator is open from the start; other tests say False."""
    return True


@pytest.fixture
def desk(qtbot, tmp_path, store, has_administrator):
    before = set(threading.enumerate())
    vault = SilentVault(tmp_path / "user" / "administrator", CHEAP)
    desk = Desk(start_session(Settings(tmp_path / "user")), store, vault=vault)
    if has_administrator:
        desk.administration.admit(Opened(GROUP, mark=""))
    yield desk
    assert desk.close(10.0)
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    assert [name for name in left if name.startswith("whyray")] == []


@pytest.fixture
def window(qtbot, desk):
    from desktop.views.main_window import MainWindow

    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    desk.warm_up()
    yield window
    window.close()


@pytest.fixture
def short_turns():
    """The interpreter changes between threads as in the program (`desktop.app`)."""
    turn_s = sys.getswitchinterval()
    take_short_turns()
    yield
    sys.setswitchinterval(turn_s)


@pytest.fixture
def make_png(tmp_path):
    """Writes a grey picture that passes the input checks; `level` is its mean, 0..255."""

    def make(name: str, level: int = 150, size_hw: tuple[int, int] = (600, 500)):
        height, width = size_hw
        ramp = np.linspace(-90, 90, width)[None, :] + np.linspace(-10, 10, height)[:, None]
        pixels = np.clip(level + ramp, 1, 254).astype(np.uint8)
        path = tmp_path / name
        Image.fromarray(pixels).save(path, format="PNG")
        return path

    return make
