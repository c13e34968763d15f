"""The pickers of the explanation panel: method, class, class to compare with, layer, options."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from desktop.commands.context import Prompts
from desktop.findings import finding_text
from desktop.jobs.reading import takes_a_layer
from desktop.language import in_words, shown_words, translate
from desktop.settings import last_folder
from desktop.state.session import SessionState
from desktop.state.workspace import Absence, AbsenceKey, Item
from desktop.views.panels.class_list import ClassList
from desktop.views.panels.options_form import OptionsForm
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import sentence

if TYPE_CHECKING:
    from engine.explain.explanation import Method
    from engine.graph.layers import Layer
    from engine.inference.model import Model

# Family -> heading; in this order, controls last.
FAMILIES = {
    "cam": QT_TRANSLATE_NOOP("Wording", "Class activation maps"),
    "gradient": QT_TRANSLATE_NOOP("Wording", "Gradients"),
    "perturbation": QT_TRANSLATE_NOOP("Wording", "Perturbation"),
    "control": QT_TRANSLATE_NOOP("Wording", "Controls (explain nothing)"),
}


class InquiryPickers(QWidget):
    """Shows the inquiry in use and changes it.

    Args:
        state: the session's state.
        prompts: asks for files.
    """

    step_asked = Signal(int)  # to the next class or the one before

    def __init__(self, state: SessionState, prompts: Prompts) -> None:
        super().__init__()
        self._state = state
        self._model: Model | None = None
        self._item: Item | None = None  # whose inquiry is shown
        self._shown_method: tuple = ()  # id and options
        self._method, self._target, self._against, self._layer = (Chooser() for _ in range(4))
        self._about = PlainLabel("", "small", wraps=True)
        self._label = PlainLabel("", "small", wraps=True)
        self._form = OptionsForm(prompts, lambda: last_folder(state.settings))
        self._classes = ClassList()
        self._classes.changed.connect(self._change_classes)
        self._classes.step_asked.connect(self.step_asked)
        self._form.changed.connect(self._change_options)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._about, 1, 0, 1, 2)
        grid.addWidget(self._label, 2, 0, 1, 2)
        names = (self.tr("Method"), self.tr("Class"), self.tr("Rather than"), self.tr("Layer"))
        boxes = (self._method, self._target, self._against, self._layer)
        grid.addWidget(self._classes, 4, 0, 1, 2)
        for row, name, box in zip((0, 3, 5, 6), names, boxes, strict=True):
            grid.addWidget(PlainLabel(name, "muted"), row, 0)
            grid.addWidget(box, row, 1)
            _settle(box, name)
        self._method.activated.connect(self._pick_method)
        self._target.activated.connect(self._pick_target)
        self._against.activated.connect(self._pick_against)
        self._layer.activated.connect(self._pick_layer)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._form)
        state.inquiry.methods_listed.connect(self._list_methods)
        state.inquiry.changed.connect(self._follow)
        state.workspace.item_changed.connect(self._show_again)
        self._list_classes([])
        self._list_methods()

    def show_item(self, item: Item | None) -> None:
        """Lists the classes and layers of the model that scored an item."""
        self._turn_to(item)
        if item is None or item.reading is None:
            return
        model = self._state.models.open_model(item.reading.prediction.model_id)
        if model is None:
            return
        if model is self._model:
            self._show_of_item(item)
            return
        self._model = model
        inquiry = self._state.inquiry.inquiry
        names = [score.target.name for score in item.reading.prediction.scores]
        self._list_classes(names)
        self._list_layers(model)
        choose(self._target, inquiry.target)
        choose(self._against, inquiry.against)
        choose(self._layer, inquiry.layer)
        self._show_of_item(item)

    def _list_classes(self, names: list[str]) -> None:
        """The classes of a model; none before one has scored."""
        self._target.clear()
        self._target.addItem(self.tr("Highest finding"), None)
        self._against.clear()
        self._against.addItem(self.tr("(no comparison)"), None)
        for name in names:
            self._target.addItem(finding_text(name), name)
            self._against.addItem(finding_text(name), name)
        self._classes.list_classes(names)

    def _turn_to(self, item: Item | None) -> None:
        """What was typed a moment ago is still meant for the item before."""
        if item is not self._item:
            self._form.tell_now()
            self._item = item

    def _show_again(self, item: Item, changed: frozenset) -> None:
        if item is self._state.workspace.current and changed & {"absences", "explanations"}:
            self._show_of_item(item)

    def _follow(self) -> None:
        """The inquiry was changed elsewhere, by a key or a button, or another pane has its own."""
        item = self._state.workspace.current
        self._turn_to(item)
        inquiry = self._state.inquiry.inquiry
        choose(self._target, inquiry.target)
        choose(self._against, inquiry.against)
        choose(self._layer, inquiry.layer)
        asked = inquiry.method, inquiry.options.get(inquiry.method, {})
        if asked != self._shown_method:
            choose(self._method, inquiry.method)
            self._show_method()
        if item is not None:
            self._show_of_item(item)

    def _show_of_item(self, item: Item) -> None:
        """What depends on the image: pictures of baselines, which classes are explained."""
        if item.reading is None:
            return
        self._form.show_absences(partial(find_absence, item))
        inquiry, prediction = self._state.inquiry.inquiry, item.reading.prediction
        names = [score.target.name for score in prediction.scores]
        current = inquiry.target if inquiry.target in names else prediction.best().target.name
        explanation = item.explanation
        ready = 0
        if explanation is not None:
            asked = (explanation.method, explanation.options, explanation.layer)
            known = item.explanations.values()
            alike = [e for e in known if (e.method, e.options, e.layer) == asked]
            chosen = inquiry.also | {current}
            ready = len({e.target.name for e in alike} & chosen)
        self._classes.show_chosen(inquiry.also & frozenset(names), current, ready)

    def _change_classes(self, names: object) -> None:
        self._state.inquiry.change(also=frozenset(names))

    def _list_layers(self, model: Model) -> None:
        self._layer.clear()
        if model.layers:
            text = self.tr("Default: {layer}").format(layer=_layer_text(model.default_layer))
            self._layer.addItem(text, None)
        for layer in reversed(model.layers):
            self._layer.addItem(_layer_text(layer), layer.name)
        self._show_method()

    def _list_methods(self) -> None:
        self._method.clear()
        for family, heading in FAMILIES.items():
            found = [m for m in self._state.inquiry.methods if m.family == family]
            if found:
                self._add_heading(translate("Wording", heading))
            for method in found:
                self._method.addItem(in_words(method.name), method.id)
                place = self._method.count() - 1
                self._method.setItemData(place, _tip(method), Qt.ItemDataRole.ToolTipRole)
        choose(self._method, self._state.inquiry.inquiry.method)
        self._show_method()

    def _add_heading(self, text: str) -> None:
        self._method.addItem(text)
        model = self._method.model()
        if isinstance(model, QStandardItemModel):
            heading = model.item(self._method.count() - 1)
            heading.setEnabled(False)
            font = self._method.font()
            font.setBold(True)
            heading.setFont(font)

    def _show_method(self) -> None:
        """What depends on the method: its facts, its options, whether a layer can be chosen."""
        inquiry = self._state.inquiry.inquiry
        self._shown_method = inquiry.method, inquiry.options.get(inquiry.method, {})
        method = self._state.inquiry.find_method(inquiry.method)
        if method is None:
            self._form.show_options((), {})
            return
        from engine.options import option_facts  # with the engine, which is loaded by now

        about = [in_words(method.cost)]
        if method.family == "control":
            about = [self.tr("A control, for comparison: it does not look at the model.")]
        elif not method.is_class_specific:
            about.append(self.tr("The same map for every class."))
        self._about.setText(" ".join(sentence(text) for text in about))
        label = self._state.inquiry.label_of(method.id)
        self._label.setText(sentence(label) if label else "")
        self._label.setVisible(bool(label))
        self._method.setToolTip(_tip(method))
        self._layer.setEnabled(takes_a_layer(method))
        if self._model is not None and self._model.layers:
            at_input = "layer" not in method.needs
            default = _layer_text(self._model.default_layer)
            text = self.tr("The network's input") if at_input else self.tr("Default: {layer}")
            self._layer.setItemText(0, text.format(layer=default))
        changed = inquiry.options.get(method.id, {})
        self._form.show_options(option_facts(method.options), changed)
        item = self._state.workspace.current
        if item is not None:
            self._show_of_item(item)

    # Each picker changes its own part alone: what another one cannot show of the inquiry, such as
    # a class that this model does not know, stays as it is.

    def _pick_method(self) -> None:
        method = self._method.currentData()
        self._state.inquiry.change(method=method)
        if self._shown_method[0] != method:
            self._show_method()

    def _pick_target(self) -> None:
        target = self._target.currentData()
        against = self._state.inquiry.inquiry.against
        is_same = target is not None and target == against
        self._state.inquiry.change(target=target, against=None if is_same else against)

    def _pick_against(self) -> None:
        against = self._against.currentData()
        is_same = against is not None and against == self._state.inquiry.inquiry.target
        if is_same:
            choose(self._against, None)
        self._state.inquiry.change(against=None if is_same else against)

    def _pick_layer(self) -> None:
        self._state.inquiry.change(layer=self._layer.currentData())

    def _change_options(self, options: object) -> None:
        method = self._shown_method[0]
        self._shown_method = method, dict(options)  # the form shows them already
        self._state.inquiry.set_options(method, dict(options), self._item)


def find_absence(item: Item, reads: str, text: str) -> Absence | None:
    """What a value of an option looks like for an item, once that is known."""
    if item.reading is None:
        return None
    model_id = item.reading.prediction.model_id
    return item.absences.get(AbsenceKey(model_id, item.frame, reads, text))


def choose(box: QComboBox, data: object) -> None:
    """Shows the entry with that data; else the first one that can be chosen."""
    found = [place for place in range(box.count()) if box.itemData(place) == data]
    box.setCurrentIndex(next(iter(found + _offered(box)), -1))


def _offered(box: QComboBox) -> list[int]:
    """Places of the entries that are neither headings nor lines."""
    model, enabled = box.model(), Qt.ItemFlag.ItemIsEnabled
    return [place for place in range(box.count()) if model.index(place, 0).flags() & enabled]


def _tip(method: Method) -> str:
    """Its definition and where it comes from; references are cited as they stand."""
    return f"{in_words(method.definition)}\n{shown_words(method.reference)}"


def _settle(box: QComboBox, name: str) -> None:
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    box.setMaxVisibleItems(24)
    box.setStyleSheet("combobox-popup: 0;")  # a list that scrolls, where it is long


def _layer_text(layer: Layer) -> str:
    if layer.height is None or layer.width is None:
        return f"{layer.name} ({layer.kind})"
    return f"{layer.name} ({layer.kind}, {layer.channels} x {layer.height} x {layer.width})"
