"""At 125, 150 and 200 % scaling, one to one still means one image pixel per physical pixel."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.gui, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
# Qt reads the factor once per process, hence a process of its own.
SCRIPT = """
import numpy as np
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from desktop.views.image.image_view import ImageView
from engine.images.display import compose_lut
from engine.images.radiograph import GreyScale, Window
from tests.gui.test_image_view_greys import shown_rgb
from tests.support.pictures import make_radiograph

app = QApplication([])
window = QWidget()
window.resize(501, 403)
row = QHBoxLayout(window)
row.setContentsMargins(33, 7, 0, 0)  # the view starts between two physical pixels
view = ImageView()
row.addWidget(view)
window.show()
view.set_text_density("hidden")
pixels = np.random.default_rng(0).integers(0, 4096, (120, 160)).astype(np.uint16)
grey = GreyScale(vois=(Window(2000.0, 3000.0),))
view.show_radiograph(make_radiograph(pixels, grey))
view.one_to_one()
app.processEvents()
expected = compose_lut(grey, grey.vois[0])[pixels]

def holds(shown):
    rows, columns = np.nonzero(shown)
    top, left = rows.min(), columns.min()
    found = shown[top - 1 : top + 123, left - 1 : left + 163].astype(int)
    tried = [found[y : y + 120, x : x + 160] for y in (0, 1, 2) for x in (0, 1, 2)]
    return any(np.array_equal(part, expected) for part in tried)

ratio = view.viewport().devicePixelRatioF()
whole = window.grab().toImage().convertToFormat(window.grab().toImage().Format.Format_Grayscale8)
screen = np.frombuffer(whole.constBits(), np.uint8).reshape(whole.height(), -1)
screen = screen[:, : whole.width()].copy()
screen[:, : round(33 * ratio) + 2] = 0  # the window's own ground
screen[: round(7 * ratio) + 2] = 0
screen[-20:] = 0
screen[:, -40:] = 0
print(ratio, view.zoom(), holds(shown_rgb(view)[:, :, 0]), holds(screen))
"""


@pytest.mark.parametrize("factor", ["1.25", "1.5", "2.0"])
def test_one_to_one_means_physical_pixels(factor):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout.split() == [factor, "1.0", "True", "True"], done.stderr
