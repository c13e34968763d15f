"""What a model says of itself: its card one press away, and where it decides badly."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.views.dialogs.model_card import ModelCardDialog
from desktop.views.widgets.score_bar import ScoreBar
from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.bundle.store import ModelStore, read_manifest
from tests.gui.conftest import WAIT_MS
from tests.gui.test_open_and_explain import drop, texts, wait_for_text
from tests.support.bundles import tiny_manifest, write_tiny_bundle

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]

BRIGHT = ClassInfo(
    "bright",
    "mostly white",
    OperatingPoint(0.5),
    (OperatingPoint(0.3, "sensitive"), OperatingPoint(0.93, "specific")),
)


@pytest.fixture
def store(tmp_path):
    """A model with three operating points."""
    write_tiny_bundle(tmp_path / "shipped" / "tiny-1", classes=(BRIGHT,))
    return ModelStore(tmp_path / "shipped", tmp_path / "imported")


@pytest.fixture
def item(qtbot, window, desk, make_png):
    drop(window, make_png("bright.png", level=200))
    qtbot.waitUntil(lambda: desk.state.workspace.current.reading is not None, timeout=WAIT_MS)
    return desk.state.workspace.current


def card_on_screen():
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, ModelCardDialog)]
    return next((dialog for dialog in dialogs if dialog.isVisible()), None)


def test_the_card_is_one_press_away_from_the_score(qtbot, window, item, store):
    wait_for_text(qtbot, window.findings, "at or above its operating point (50 %)")
    buttons = window.findings.findChildren(QPushButton)
    qtbot.mouseClick(
        next(b for b in buttons if b.text() == "Model card"), Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: card_on_screen() is not None, timeout=WAIT_MS)
    dialog = card_on_screen()

    assert dialog.paper.toPlainText() == "Tiny"
    digest = read_manifest(store.find("tiny-1")).files["model.onnx"].sha256
    assert digest[:16] in texts(dialog)
    assert "tiny-1" in texts(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: card_on_screen() is None, timeout=WAIT_MS)


def test_a_card_is_shown_as_words_and_fetches_nothing(qtbot, tmp_path):
    picture = tmp_path / "picture.png"
    hostile = f"# Card\n![x]({picture.as_uri()})\n<script>alert(1)</script>\n[go](file:///etc)\n"
    dialog = ModelCardDialog(tiny_manifest(name="<b>Bold</b>"), hostile)
    qtbot.addWidget(dialog)
    dialog.show()

    assert "<b>Bold</b>" in texts(dialog)
    assert "<script>" in dialog.paper.toPlainText()
    assert not dialog.paper.openLinks()
    assert dialog.paper.loadResource(2, picture.as_uri()) is None


def test_a_long_card_is_read_from_its_beginning(qtbot):
    dialog = ModelCardDialog(tiny_manifest(), "# First\n" + "line\n\n" * 300)
    qtbot.addWidget(dialog)
    dialog.show()

    assert dialog.paper.verticalScrollBar().maximum() > 0
    assert dialog.paper.verticalScrollBar().value() == 0


def test_a_score_between_the_sensitive_and_the_specific_point_is_called_unsure(
    qtbot, window, desk, item, make_png
):
    probability = item.reading.prediction.best().probability
    assert 0.3 < probability < 0.93
    wait_for_text(qtbot, window.findings, "Unsure: between the sensitive (30 %)")
    (bar,) = window.findings.findChildren(ScoreBar)
    inside, outside = bar.grab().toImage(), ScoreBar(probability, 0.5, True)
    qtbot.addWidget(outside)
    outside.resize(bar.size())
    assert inside != outside.grab().toImage()
    drop(window, make_png("white.png", level=250))
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: workspace.current is not item, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: workspace.current.reading is not None, timeout=WAIT_MS)
    assert workspace.current.reading.prediction.best().probability >= 0.93
    wait_for_text(qtbot, window.findings, "at or above its operating point (50 %)")
    assert "Unsure" not in texts(window.findings)


def test_the_zone_needs_both_points_in_their_order():
    assert BRIGHT.unsure_zone == (0.3, 0.93)
    assert ClassInfo("one", other_points=BRIGHT.other_points[:1]).unsure_zone is None
    crossed = (OperatingPoint(0.9, "sensitive"), OperatingPoint(0.2, "specific"))
    assert ClassInfo("crossed", other_points=crossed).unsure_zone is None
    assert ClassInfo("none").unsure_zone is None
