"""A window drag must cost a small part of what pyqtgraph's own image item costs at like quality.

Ratios, not milliseconds, so that the limit holds on any machine; the milliseconds are printed.
"""

import time
from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF

from desktop.views.image.image_view import ImageView
from engine.images.radiograph import GreyScale, Window
from tests.support.pictures import make_dot, make_radiograph

pytestmark = [pytest.mark.gui, pytest.mark.bench]

IMAGE_HW = (2500, 3000)
VIEW_WH = (1600, 1300)
# pyqtgraph skips whole pixels only: at more than half size its autoDownsample does nothing.
SMALLER_WH = (1200, 1000)
FRAMES = 15


def frame_ms(change: Callable[[int], None], paint: Callable[[], None]) -> float:
    """Shortest time of one change and the paint that follows: what else runs only adds."""
    times = []
    for step in range(FRAMES + 2):
        start = time.perf_counter()
        change(step)
        paint()
        times.append((time.perf_counter() - start) * 1000)
    return min(times[2:])


@pytest.fixture
def radiograph():
    pixels = np.random.default_rng(0).integers(0, 4096, IMAGE_HW).astype(np.uint16)
    return make_radiograph(pixels, GreyScale(vois=(Window(2048.0, 4096.0),)))


@pytest.fixture
def view(qtbot, radiograph):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(*VIEW_WH)
    with qtbot.waitExposed(view):
        view.show()
    view.show_radiograph(radiograph)
    view.viewport().repaint()
    return view


def set_width(view: ImageView) -> Callable[[int], None]:
    return lambda step: view.set_voi(Window(2048.0, 3000.0 + step))


def smooth_pyqtgraph_ms(qtbot, pixels: np.ndarray) -> float:
    """Pyqtgraph with the setting that avoids aliasing, as our view does."""
    widget = pg.GraphicsView()
    qtbot.addWidget(widget)
    widget.resize(*SMALLER_WH)
    box = pg.ViewBox(lockAspect=True, invertY=True)
    widget.setCentralItem(box)
    item = pg.ImageItem(pixels, axisOrder="row-major", autoDownsample=True)
    box.addItem(item)
    with qtbot.waitExposed(widget):
        widget.show()
    return frame_ms(lambda step: item.setLevels((500, 3500 + step)), widget.viewport().repaint)


def test_window_drag_is_20_times_faster_than_pyqtgraph(view, qtbot, radiograph, capsys):
    view.resize(*SMALLER_WH)
    ours = frame_ms(set_width(view), view.viewport().repaint)
    theirs = smooth_pyqtgraph_ms(qtbot, radiograph.frames[0])

    with capsys.disabled():
        print(f"\nwindow drag {ours:.1f} ms, pg.ImageItem {theirs:.0f} ms")
    assert ours * 20 < theirs


def test_overlay_adds_little_to_a_window_drag(view, capsys):
    bare = frame_ms(set_width(view), view.viewport().repaint)
    view.set_explanation(make_dot((14, 14), (5, 5), IMAGE_HW))
    covered = frame_ms(set_width(view), view.viewport().repaint)

    with capsys.disabled():
        print(f"\nwindow drag {bare:.1f} ms, with overlay {covered:.1f} ms")
    assert covered < 3 * bare


def test_wheel_steps_are_faster_than_sharp_ones(view, capsys):
    view.set_explanation(make_dot((14, 14), (5, 5), IMAGE_HW))
    factors = (1.05, 1 / 1.05)

    fast = frame_ms(
        lambda step: view.zoom_by(factors[step % 2], QPointF(500, 500)), view.viewport().repaint
    )

    def sharp_step(step: int) -> None:
        view.zoom_by(factors[step % 2], QPointF(500, 500))
        view._place_sharply()

    sharp = frame_ms(sharp_step, view.viewport().repaint)

    with capsys.disabled():
        print(f"\nwheel step {fast:.1f} ms, sharp step {sharp:.1f} ms")
    assert fast < sharp
