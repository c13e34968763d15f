"""The pickers belong to the focused pane: what they show, and what they change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSpinBox

from engine.bundle.manifest import ClassInfo, OperatingPoint
from engine.bundle.store import ModelStore
from tests.gui.test_open_and_explain import drop
from tests.support.bundles import write_tiny_bundle

WAIT_MS = 60_000
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@pytest.fixture
def store(tmp_path):
    """Two models that call what they see by other names."""
    write_tiny_bundle(tmp_path / "shipped" / "tiny-1")
    lucent = ClassInfo("lucent", "mostly white", OperatingPoint(0.5))
    write_tiny_bundle(
        tmp_path / "shipped" / "tiny-2", id="tiny-2", classes=(lucent,), complement="opaque"
    )
    return ModelStore(tmp_path / "shipped", tmp_path / "imported")


@pytest.fixture
def item(qtbot, window, desk, make_png):
    """A film with its first map."""
    drop(window, make_png("bright.png", level=200))
    qtbot.waitUntil(lambda: desk.state.workspace.current.shown is not None, timeout=WAIT_MS)
    return desk.state.workspace.current


def box_of(window, name) -> QComboBox:
    boxes = window.explanation._pickers.findChildren(QComboBox)
    return next(box for box in boxes if box.accessibleName() == name)


def pick(window, name, data):
    """Chooses an entry as a person does."""
    box = box_of(window, name)
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def shown(window) -> dict[str, object]:
    """What the pickers say."""
    names = ("Method", "Class", "Rather than", "Layer")
    return {name: box_of(window, name).currentData() for name in names}


def focus(qtbot, window, number):
    """Clicks into a pane without dragging or marking anything."""
    view = window.stage.pane(number).image
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton)


def test_each_pane_keeps_its_method_class_layer_and_options(qtbot, window, desk, item):
    window.actions_by_id["explain-twice"].trigger()
    twin = desk.state.workspace.current
    left = shown(window)
    pick(window, "Method", "occlusion")
    pick(window, "Class", "bright")
    window.explanation._pickers._form._toggle.click()
    spin = window.explanation._pickers._form.findChildren(QSpinBox)[0]
    changed = spin.value() + 1
    spin.setValue(changed)
    focus(qtbot, window, 0)  # before the typed number came to rest

    assert shown(window) == left
    inquiry = desk.state.inquiry
    assert inquiry.of(item).options == {}
    assert list(inquiry.of(twin).options["occlusion"].values()) == [changed]
    pick(window, "Method", "hires-cam")
    layer = box_of(window, "Layer").itemData(1)
    pick(window, "Layer", layer)
    focus(qtbot, window, 1)

    assert shown(window) == {
        "Method": "occlusion",
        "Class": "bright",
        "Rather than": None,
        "Layer": None,
    }
    spin = window.explanation._pickers._form.findChildren(QSpinBox)[0]
    assert spin.value() == changed
    assert inquiry.of(item).method == "hires-cam"
    assert inquiry.of(item).layer == layer
    qtbot.waitUntil(
        lambda: item.explanation is not None and item.explanation.method == "hires-cam",
        timeout=WAIT_MS,
    )


def test_the_lists_follow_the_model_of_the_focused_pane(qtbot, window, desk, item):
    pick(window, "Class", "bright")
    window.actions_by_id["ask-other-model"].trigger()
    twin = desk.state.workspace.current
    qtbot.waitUntil(lambda: twin.reading is not None, timeout=WAIT_MS)
    classes = box_of(window, "Class")
    offered = {classes.itemData(place) for place in range(classes.count())}

    assert offered == {None, "lucent", "opaque"}
    assert shown(window)["Class"] is None  # it does not know "bright": the highest is explained
    pick(window, "Method", "saliency")
    qtbot.waitUntil(lambda: twin.explanation is not None, timeout=WAIT_MS)
    assert twin.explanation.target.name == "lucent"
    focus(qtbot, window, 0)
    assert shown(window)["Class"] == "bright"
    assert shown(window)["Method"] == "grad-cam"
    assert box_of(window, "Class").findData("lucent") == -1


def test_another_model_for_one_pane_leaves_the_other_with_its_own(qtbot, window, desk, item):
    window.actions_by_id["explain-twice"].trigger()
    twin = desk.state.workspace.current
    focus(qtbot, window, 0)
    desk.models_life.promote("tiny-2", "for this test")
    qtbot.waitUntil(
        lambda: item.reading is not None and item.reading.prediction.model_id == "tiny-2",
        timeout=WAIT_MS,
    )

    assert twin.reading.prediction.model_id == "tiny-1"
    assert window.model_bar._box.currentData() == "tiny-2"
    focus(qtbot, window, 1)
    assert window.model_bar._box.currentData() == "tiny-1"
    names = [window.stage.pane(number).identity._model.text() for number in (0, 1)]
    assert names == ["tiny-2", "tiny-1"]


def test_a_third_pane_starts_from_what_the_focused_one_asks(qtbot, window, desk, item):
    desk.state.panes.arrange("2x2")
    window.actions_by_id["ask-other-model"].trigger()
    second = desk.state.workspace.current
    qtbot.waitUntil(lambda: second.reading is not None, timeout=WAIT_MS)
    window.actions_by_id["explain-twice"].trigger()
    third = desk.state.workspace.current

    assert third is not second
    assert third.reading is second.reading
    assert third.twin_of is item
    assert window.model_bar._box.currentData() == "tiny-2"


def test_the_habit_ticked_in_the_settings_is_ticked_in_the_panel(window, desk, item):
    desk.state.settings.set("explain/automatic", False)
    assert not window.explanation._automatic.isChecked()
