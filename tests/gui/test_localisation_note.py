"""The panel says so of a method that found known lesions no better than a control."""

import pytest

from engine.explain.localisation import Localisation
from tests.gui.conftest import WAIT_MS
from tests.gui.test_explanation_panel import pick
from tests.gui.test_open_and_explain import drop, texts, wait_for_text

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]

NOTE = "Not better than a centred spot on phantoms."


def test_a_method_that_does_not_beat_the_control_is_labelled(qtbot, window, desk, make_png):
    drop(window, make_png("bright.png", level=200))
    qtbot.waitUntil(lambda: desk.state.workspace.current.shown is not None, timeout=WAIT_MS)
    desk.state.inquiry.set_localisation(
        {
            "grad-cam": Localisation(0.9, 0.3, 0.01, beats_control=True),
            "hires-cam": Localisation(0.5, -0.1, 0.01, beats_control=False),
        }
    )
    assert NOTE not in texts(window.explanation)

    pick(window, 0, "HiResCAM")
    wait_for_text(qtbot, window.explanation, NOTE)
    pick(window, 0, "Grad-CAM")
    assert NOTE not in texts(window.explanation)
    pick(window, 0, "LayerCAM")  # nobody measured it
    assert NOTE not in texts(window.explanation)
