"""Several classes are explained one after the other and gone through without waiting."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.bundle.store import ModelStore, write_bundle
from tests.gui.conftest import WAIT_MS
from tests.gui.test_explanation_panel import pick
from tests.gui.test_open_and_explain import drop, texts
from tests.support.bundles import SIZE, tiny_manifest, tiny_onnx

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]

NAMES = ("bright", "dark", "both")
HEAD = np.array([[3.0, -2.0, 1.0], [-1.0, 3.0, 1.0]], np.float32)


@pytest.fixture
def store(tmp_path):
    """A store whose only model tells three findings apart."""
    pictures = np.linspace(0.0, 1.0, SIZE * SIZE, dtype=np.float32).reshape(1, 1, SIZE, SIZE)
    maps = np.array([pictures.mean(), (1.0 - pictures).mean()])
    logits = maps @ HEAD + 0.25
    classes = tuple(ClassInfo(name, name, OperatingPoint(0.5)) for name in NAMES)
    write_bundle(
        tmp_path / "shipped" / "tiny-3",
        tiny_manifest(id="tiny-3", task="multilabel", classes=classes, complement=None),
        model=tiny_onnx(head=HEAD, bias=np.full(3, 0.25, np.float32)),
        selftest_input=pictures,
        selftest_output=(1.0 / (1.0 + np.exp(-logits)))[None].astype(np.float32),
        card="# Tiny\n",
    )
    return ModelStore(tmp_path / "shipped", tmp_path / "imported")


@pytest.fixture
def item(qtbot, window, desk, make_png):
    drop(window, make_png("bright.png", level=200))
    qtbot.waitUntil(lambda: desk.state.workspace.current.shown is not None, timeout=WAIT_MS)
    return desk.state.workspace.current


def explained(item, method="grad-cam"):
    return {e.target.name for e in item.explanations.values() if e.method == method}


def test_all_classes_are_explained_and_the_first_stays_on_screen(qtbot, window, item):
    first = item.explanation
    classes = window.explanation._pickers._classes
    assert classes._list.count() == 3
    classes._toggle.setChecked(True)
    classes._all.click()
    qtbot.waitUntil(lambda: explained(item) == set(NAMES), timeout=WAIT_MS)

    assert item.explanation is first
    assert item.progress is None
    assert "Several classes (3)" in classes._toggle.text()
    assert "of 3 ready" not in texts(classes)
    assert " of 3" in texts(classes)


def test_the_key_goes_through_the_chosen_classes_at_once(qtbot, window, desk, item):
    classes = window.explanation._pickers._classes
    first = item.explanation.target.name
    other = next(name for name in NAMES if name != first)
    row = NAMES.index(other)
    classes._list.item(row).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: explained(item) == {first, other}, timeout=WAIT_MS)

    qtbot.keyClick(window.image, Qt.Key.Key_Period)
    assert item.explanation.target.name == other  # without waiting: it was there
    assert window.image._explanation is item.explanation
    qtbot.keyClick(window.image, Qt.Key.Key_Period)
    assert item.explanation.target.name == first
    classes._back.click()
    assert item.explanation.target.name == other
    assert window.explanation._pickers._target.currentData() == other


def test_without_a_choice_the_key_goes_through_all_classes_of_the_model(qtbot, window, item):
    seen = [item.explanation.target.name]
    for _ in range(3):
        qtbot.keyClick(window.image, Qt.Key.Key_Period)
        qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
        seen.append(item.explanation.target.name)

    assert set(seen) == set(NAMES)
    assert seen[0] == seen[3]


def test_each_map_is_of_its_class(qtbot, window, item):
    window.explanation._pickers._classes._all.click()
    qtbot.waitUntil(lambda: explained(item) == set(NAMES), timeout=WAIT_MS)

    maps = {e.target.name: e.map for e in item.explanations.values()}
    assert np.abs(maps["bright"] - maps["dark"]).max() > 0.01
    assert np.abs(maps["dark"] - maps["both"]).max() > 0.01


def test_another_method_explains_the_chosen_classes_too(qtbot, window, item):
    window.explanation._pickers._classes._all.click()
    qtbot.waitUntil(lambda: explained(item) == set(NAMES), timeout=WAIT_MS)
    pick(window, 0, "HiResCAM")
    qtbot.waitUntil(lambda: explained(item, "hires-cam") == set(NAMES), timeout=WAIT_MS)

    assert item.explanation.method == "hires-cam"


def test_leaving_the_image_ends_the_rest(qtbot, window, desk, item, make_png):
    window.explanation._pickers._classes._all.click()
    drop(window, make_png("other.png", level=180))
    other = desk.state.workspace.current
    qtbot.waitUntil(lambda: explained(other) == set(NAMES), timeout=WAIT_MS)

    assert item.progress is None
    assert other.explanation.target.name in NAMES
