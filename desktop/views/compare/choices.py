"""What shall be compared: methods, classes, models and layers to tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.findings import finding_text
from desktop.language import in_words, translate
from desktop.state.compared import DEFAULT_LAYER, EACH_SIZE, EVERY, SPREAD, Wish
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views.panels.inquiry_pickers import FAMILIES
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import PlainLabel

# Cheap ones, and of different kinds.
FIRST_METHODS = ("grad-cam", "hires-cam", "layer-cam", "integrated-gradients")
LAYERS = (
    (DEFAULT_LAYER, QT_TRANSLATE_NOOP("CompareChoices", "Each method's default layer")),
    (SPREAD, QT_TRANSLATE_NOOP("CompareChoices", "Through the layers: some, early to late")),
    (EACH_SIZE, QT_TRANSLATE_NOOP("CompareChoices", "Through the layers: last of each size")),
    (EVERY, QT_TRANSLATE_NOOP("CompareChoices", "Through the layers: all")),
)
_DATA = Qt.ItemDataRole.UserRole
_MOST_LAYERS = 32
_TICK_PX, _ROOM_PX = 16, 5  # a row holds its tick box whole


class CompareChoices(QWidget):
    """The left side of the window."""

    compare_asked = Signal()
    models_ticked = Signal(tuple)  # ids

    def __init__(self, state: SessionState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.methods, self.classes, self.models = (QListWidget() for _ in range(3))
        self.layers = Chooser()
        for name, text in LAYERS:
            self.layers.addItem(translate("CompareChoices", text), name)
        self.layers.setAccessibleName(self.tr("Layers"))
        self.layers.setSizeAdjustPolicy(
            Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.count = QSpinBox()
        self.count.setRange(2, _MOST_LAYERS)
        self.count.setValue(Wish((), ()).layer_count)
        self.count.setAccessibleName(self.tr("Number of layers"))
        self.count.setSuffix(self.tr(" layers"))
        self.layers.currentIndexChanged.connect(self._show_count)
        self.compare = QPushButton(self.tr("Compare"))
        self.compare.setProperty("role", "primary")
        self.compare.clicked.connect(self.compare_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        names = (self.tr("Methods"), self.tr("Classes"), self.tr("Models"))
        for name, part, share in zip(
            names, (self.methods, self.classes, self.models), (5, 2, 2), strict=True
        ):
            column.addWidget(PlainLabel(name, "heading"))
            part.setAccessibleName(name)
            part.setMinimumHeight(56)
            part.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            part.setTextElideMode(Qt.TextElideMode.ElideMiddle)
            column.addWidget(part, share)
        column.addWidget(PlainLabel(self.tr("Layers"), "heading"))
        for part in (self.layers, self.count, self.compare):
            column.addWidget(part)
        self.models.itemChanged.connect(lambda _entry: self.models_ticked.emit(ticked(self.models)))
        state.models.opened.connect(self._learn_classes)
        self._of: Item | None = None
        self._show_count()

    def wish(self) -> Wish:
        """What is ticked."""
        return Wish(
            ticked(self.methods),
            ticked(self.models),
            ticked(self.classes),
            self.layers.currentData(),
            self.count.value(),
        )

    def show_item(self, item: Item | None, model_id: str) -> None:
        """Offers what can be asked about an image, and keeps what is ticked if it fits.

        Args:
            item: the image on screen.
            model_id: what scored it; empty as long as nothing did.
        """
        if not self.methods.count():
            self._list_methods()
        ticks = set(ticked(self.models))
        is_other = bool(model_id) and item is not self._of
        if is_other:
            self._of = item
        chosen = {model_id} if is_other and model_id not in ticks else ticks
        offered = [m for m in self._state.models.stored if not m.problem and not m.is_segmentation]
        _fill(self.models, [(m.id, f"{m.name} ({m.id})", m.id in chosen) for m in offered])
        self._list_classes(first=item if is_other else None)

    def _list_methods(self) -> None:
        rows: list[tuple[str | None, str, bool]] = []
        for family, heading in FAMILIES.items():
            found = [m for m in self._state.inquiry.methods if m.family == family]
            if found:
                rows.append((None, translate("Wording", heading), False))
            rows += [(m.id, in_words(m.name), m.id in FIRST_METHODS) for m in found]
        _fill(self.methods, rows)

    def _learn_classes(self, _model_id: str) -> None:
        self._list_classes()

    def _list_classes(self, first: Item | None = None) -> None:
        """The classes of the chosen models that are open, each name once."""
        from engine.inference.target import list_targets

        names: dict[str, str] = {}
        for model_id in ticked(self.models):
            model = self._state.models.open_model(model_id)
            targets = () if model is None else list_targets(model.manifest)
            for target in targets:
                names.setdefault(target.name.casefold(), target.name)
        chosen = {name.casefold() for name in ticked(self.classes)}
        if first is not None and first.reading is not None:
            explained = first.explanation
            best = first.reading.prediction.best().target
            wanted = (best if explained is None else explained.target).name.casefold()
            if wanted not in chosen:
                chosen = {wanted}
        _fill(self.classes, [(n, finding_text(n), n.casefold() in chosen) for n in names.values()])

    def _show_count(self) -> None:
        self.count.setVisible(self.layers.currentData() == SPREAD)


def ticked(rows: QListWidget) -> tuple[str, ...]:
    """Data of the ticked rows, in their order."""
    entries = (rows.item(row) for row in range(rows.count()))
    return tuple(e.data(_DATA) for e in entries if e.checkState() == Qt.CheckState.Checked)


def _fill(rows: QListWidget, wanted: Iterable[tuple[str | None, str, bool]]) -> None:
    """Rows to tick; those without data are headings."""
    rows.blockSignals(True)
    rows.clear()
    for data, text, is_ticked in wanted:
        entry = QListWidgetItem(text)
        entry.setToolTip(text)
        entry.setSizeHint(QSize(0, max(_TICK_PX, rows.fontMetrics().height()) + _ROOM_PX))
        if data is None:
            entry.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            entry.setData(_DATA, data)
            entry.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            entry.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        rows.addItem(entry)
    rows.blockSignals(False)
