"""Choosing among many methods: groups, options, comparison, cost before the start, cancelling."""

import time
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox

from engine.explain import registry
from engine.explain.cam import GradCam
from engine.options import option, read_options
from engine.progress import Step
from tests.gui.conftest import WAIT_MS
from tests.gui.test_open_and_explain import drop, texts, wait_for_text

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@dataclass(frozen=True)
class SlowOptions:
    """One option of every kind."""

    masks: int = option(4000, "masks to draw", low=10, high=10_000_000)
    tolerance: float = option(0.125, "when to stop", low=0.0, high=1.0)
    fill: str = option("blur", "what is put there", choices=("blur", "black"))
    is_centred: bool = option(True, "take off the mean")


class Slow(GradCam):
    """As many passes as asked for, a map at once, and no end."""

    id = "slow"
    name = "Slow"
    family = "perturbation"
    needs = frozenset()
    options = SlowOptions

    def passes(self, request):
        return read_options(self.id, self.options, request.options).masks * 10_000_000

    def run(self, request):
        (*_, last) = GradCam().run(replace(request, options={}, layer=None))
        yield Step(0.1, "one mask", partial=last.result)
        for _ in range(10_000):
            time.sleep(0.005)
            yield Step(0.2, "more masks")


@pytest.fixture(autouse=True)
def offered(monkeypatch):
    """The registry with a method that is slow on any machine."""
    monkeypatch.setattr(registry, "METHODS", (*registry.METHODS, Slow()))


@pytest.fixture
def item(qtbot, window, desk, make_png):
    """A bright film, explained by the default method."""
    drop(window, make_png("bright.png", level=200))
    qtbot.waitUntil(lambda: desk.state.workspace.current.shown is not None, timeout=WAIT_MS)
    return desk.state.workspace.current


def pick(window, place, text):
    """Chooses an entry as a person does."""
    names = ("Method", "Class", "Rather than", "Layer")
    boxes = window.explanation._pickers.findChildren(QComboBox)
    box = next(b for b in boxes if b.accessibleName() == names[place])
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())
    return box


def test_methods_are_grouped_and_controls_come_last(window, item):
    box = pick(window, 0, "Grad-CAM")
    rows = [(box.itemText(row), box.itemData(row)) for row in range(box.count())]
    headings = [text for text, data in rows if data is None]

    assert len(headings) == len({method.family for method in registry.METHODS})
    assert headings[-1].startswith("Controls")
    for row, (_, data) in enumerate(rows):
        assert box.model().item(row).isEnabled() == (data is not None)
    assert {data for _, data in rows if data} == {method.id for method in registry.METHODS}
    assert [data for _, data in rows][-1].startswith("control")


def test_what_is_slow_waits_to_be_started_and_says_what_it_takes(qtbot, window, desk, item):
    pick(window, 0, "Slow")
    wait_for_text(qtbot, window.explanation, "40,000,000,000 passes")

    assert window.explanation._explain.text() == "Start"
    assert item.explanation is None
    assert item.progress is None
    window.explanation._explain.click()
    qtbot.waitUntil(lambda: item.preliminary is not None, timeout=WAIT_MS)
    assert "Preliminary." in texts(window.explanation)
    assert window.explanation._cancel.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: item.progress is None, timeout=WAIT_MS)
    assert item.preliminary is None
    assert item.explanation is None


def test_what_is_quick_follows_the_pickers_at_once(qtbot, window, desk, item):
    before = item.explanation
    pick(window, 0, "HiResCAM")
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)

    assert item.explanation.method == "hires-cam"
    pick(window, 0, "Grad-CAM")
    assert item.explanation is before


def test_turning_a_picker_ends_what_runs(qtbot, window, desk, item):
    pick(window, 0, "Slow")
    qtbot.waitUntil(lambda: item.estimate is not None, timeout=WAIT_MS)
    window.explanation._explain.click()
    qtbot.waitUntil(lambda: item.preliminary is not None, timeout=WAIT_MS)
    pick(window, 0, "HiResCAM")
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)

    assert item.explanation.method == "hires-cam"
    assert item.progress is None


def test_a_slow_map_never_lands_on_another_image(qtbot, window, desk, item, make_png):
    pick(window, 0, "Slow")
    qtbot.waitUntil(lambda: item.estimate is not None, timeout=WAIT_MS)
    window.explanation._explain.click()
    qtbot.waitUntil(lambda: item.preliminary is not None, timeout=WAIT_MS)
    drop(window, make_png("other.png", level=180))
    other = desk.state.workspace.current
    qtbot.waitUntil(lambda: other.estimate is not None, timeout=WAIT_MS)

    assert other is not item
    assert item.progress is None
    assert other.explanation is None
    assert other.progress is None


def test_a_class_is_explained_rather_than_another(qtbot, window, desk, item):
    pick(window, 2, "not bright")
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)

    assert item.explanation.against.name == "not bright"
    wait_for_text(qtbot, window.explanation, "bright rather than not bright")
    box = pick(window, 1, "not bright")
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    assert item.explanation.target.name == box.currentText()
    assert item.explanation.against is None


def test_the_form_follows_the_options_of_the_method(qtbot, window, desk, item):
    form = window.explanation._pickers._form
    pick(window, 0, "Slow")
    form._toggle.setChecked(True)
    masks, tolerance = form._rows.findChild(QSpinBox), form._rows.findChild(QDoubleSpinBox)

    assert (masks.minimum(), masks.maximum(), masks.value()) == (10, 10_000_000, 4000)
    assert (tolerance.minimum(), tolerance.maximum(), tolerance.value()) == (0.0, 1.0, 0.125)
    assert "masks to draw" in masks.toolTip()
    assert form.values() == {}
    masks.setValue(20)
    fill = form._rows.findChild(QComboBox)
    fill.setCurrentText("black")
    fill.activated.emit(fill.currentIndex())
    qtbot.waitUntil(
        lambda: desk.state.inquiry.inquiry.options.get("slow") == {"masks": 20, "fill": "black"}
    )
    wait_for_text(qtbot, window.explanation, "200,000,000 passes")
    assert "2 changed" in form._toggle.text()
    form._reset.click()
    assert desk.state.inquiry.inquiry.options["slow"] == {}
    assert form._rows.findChild(QSpinBox).value() == 4000


def test_options_of_one_method_are_kept_while_another_is_looked_at(qtbot, window, desk, item):
    form = window.explanation._pickers._form
    pick(window, 0, "Slow")
    form._rows.findChild(QSpinBox).setValue(30)
    qtbot.waitUntil(lambda: "slow" in desk.state.inquiry.inquiry.options)
    pick(window, 0, "Grad-CAM")
    pick(window, 0, "Slow")

    assert form.values() == {"masks": 30}


def test_a_copy_of_the_image_is_answered_from_the_cache(qtbot, window, desk, item, make_png):
    drop(window, make_png("copy.png", level=200))
    copy = desk.state.workspace.current
    qtbot.waitUntil(lambda: copy.shown is not None, timeout=WAIT_MS)

    assert copy is not item
    assert copy.explanation is item.explanation


def test_a_layer_is_offered_to_methods_that_take_one(window, item):
    assert pick(window, 0, "Grad-CAM").isEnabled()
    layer = pick(window, 3, window.explanation._pickers._layer.itemText(0))
    assert layer.isEnabled()
    pick(window, 0, "Slow")
    assert not layer.isEnabled()


def test_a_control_says_that_it_explains_nothing(qtbot, window, item):
    name = next(m.name for m in registry.METHODS if m.family == "control")
    pick(window, 0, name)
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)

    wait_for_text(qtbot, window.explanation, "not an explanation")
