"""Which model reads, and what computes it: chooser, import button and provider chip."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.language import shown_words
from desktop.state.models import ModelFailure
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views import theme
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip
from desktop.views.wording import error_text
from engine.images.text import clean_text

_CHOOSER_PX = 160
_PROVIDERS = {
    "CPUExecutionProvider": "CPU",
    "CUDAExecutionProvider": "GPU (CUDA)",
    "DmlExecutionProvider": "GPU (DirectML)",
    "CoreMLExecutionProvider": "GPU (Core ML)",
}


class ModelBar(QWidget):
    """Shows and changes the active model.

    Args:
        state: the session's state.
        import_menu: the ways to import a model.
    """

    model_chosen = Signal(str)  # id

    def __init__(
        self, state: SessionState, import_menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._label = PlainLabel(self.tr("Model"), "muted")
        self._box = Chooser()
        self._box.setAccessibleName(self.tr("Active model"))
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(26)
        self._box.setMinimumWidth(_CHOOSER_PX)
        self._box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._box.activated.connect(self._choose)
        self._import = QToolButton()
        self._import.setText(self.tr("Import..."))
        self._import.setToolTip(self.tr("Import a model: bundle folder, .whyray or .onnx file"))
        self._import.setMenu(import_menu)
        self._import.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._chip = Chip(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 10, 3)
        row.setSpacing(8)
        for part in (self._label, self._box, self._import, self._chip):
            row.addWidget(part)
        models = state.models
        for signal in (models.listed, models.active_changed, models.opened, models.failed):
            signal.connect(self._refresh)
        state.workspace.current_changed.connect(self._refresh)
        state.workspace.item_changed.connect(self._update)
        self._refresh()

    def _choose(self, row: int) -> None:
        self.model_chosen.emit(self._box.itemData(row))
        self._refresh()  # an active model changes only once that is decided

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is self._state.workspace.current and changed & {"reading", "shown", "asked_model"}:
            self._refresh()

    def _refresh(self, _what: object = None) -> None:
        models, item = self._state.models, self._state.workspace.current
        is_sample = item is not None and item.is_sample and item.twin_of is None
        asked = () if item is None else (item.asked_model, item.model_id)
        shown_id = next((id_ for id_ in asked if id_ is not None), models.active_id)
        self._box.clear()
        text = self.tr("{name}, version {version}")
        for model in models.stored:
            self._box.addItem(
                clean_text(text.format(name=model.name, version=model.version)), model.id
            )
        self._box.setCurrentIndex(self._box.findData(shown_id))
        self._box.setEnabled(not is_sample and bool(models.stored))
        if self._box.currentIndex() < 0:
            self._box.setPlaceholderText(self.tr("no model"))
        tip = self.tr("Samples are scored by the phantom model") if is_sample else shown_id
        self._box.setToolTip(plain_tooltip(tip))
        self._show_provider(shown_id)

    def _show_provider(self, model_id: str) -> None:
        model = self._state.models.open_model(model_id)
        failure: ModelFailure | None = self._state.models.failure(model_id)
        if failure is not None:
            self._chip.show_word(self.tr("unusable"), theme.STOP, error_text(failure.error))
        elif model is None:
            self._chip.show_word(self.tr("loading") if model_id else "", theme.FAINT)
        else:
            name = _PROVIDERS.get(model.provider, model.provider)
            is_cpu = model.provider == "CPUExecutionProvider"
            reason = shown_words(model.provider_note) or self.tr(
                "ONNX Runtime computes on: {name}"
            ).format(name=name)
            self._chip.show_word(name, theme.MUTED if is_cpu else theme.GOOD, reason)
