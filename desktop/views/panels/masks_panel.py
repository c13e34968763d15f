"""Masks: what is drawn and with which brush, what is there already, lung and heart fields."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desktop.language import figure, in_words
from desktop.state.masks import (
    LEAST_BRUSH_PX,
    MOST_BRUSH_PX,
    STRUCTURES,
    structure_text,
)
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views.image.masks.masks_item import colour_of
from desktop.views.widgets.layout import Section
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip
from desktop.views.widgets.tick_box import TickBox
from desktop.views.widgets.tool_button import ToolButton
from engine.images.text import clean_text
from engine.measure.drawn import MAX_NAME, DrawnMask

TOOLS = ("mask-brush", "mask-eraser", "mask-polygon", "mark-to-mask", "toggle-masks")
_SWATCH_PX = 12
_MOST_ROWS = 5
_NAME = Qt.ItemDataRole.UserRole


class MasksPanel(Section):
    """Shows the masks of the image on screen and what they are drawn with.

    Args:
        state: the session's state.
        action: gives the action of a command by its id.
    """

    def __init__(
        self, state: SessionState, action: Callable[[str], QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.column.itemAt(0).widget().setText(self.tr("Masks"))
        self._state, self._action = state, action
        self._areas: dict[DrawnMask, float] = {}  # share of the image
        self._is_filling = False
        self._build_hand()
        self._build_list()
        self._build_fields()
        state.workspace.current_changed.connect(self._show)
        state.workspace.item_changed.connect(self._update)
        state.models.listed.connect(self._show_now)
        state.masks.changed.connect(self._show_now)
        self._show_now()

    def _build_hand(self) -> None:
        self._structure = QComboBox()
        self._structure.setEditable(True)
        self._structure.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._structure.setMinimumContentsLength(10)
        self._structure.lineEdit().setMaxLength(MAX_NAME)
        self._structure.setAccessibleName(self.tr("Structure"))
        self._structure.setToolTip(
            self.tr(
                "What is drawn. Lungs and lesion are used to test maps; any other word makes a"
                " mask of a finding of that name"
            )
        )
        for name in STRUCTURES:
            self._structure.addItem(_swatch(colour_of(name)), structure_text(name), name)
        self._structure.activated.connect(self._pick)
        self._structure.lineEdit().editingFinished.connect(self._type)
        self._brush = QSpinBox()
        self._brush.setRange(int(LEAST_BRUSH_PX), int(MOST_BRUSH_PX))
        self._brush.setSuffix(self.tr(" px"))
        self._brush.setKeyboardTracking(False)
        self._brush.setAccessibleName(self.tr("Brush"))
        self._brush.setToolTip(
            self.tr("Width of the brush in image pixels: Alt + up, Alt + down, Alt + wheel")
        )
        self._brush.valueChanged.connect(lambda value: self._state.masks.size_brush(float(value)))
        self._brush.installEventFilter(self)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        for row, (text, widget) in enumerate(
            ((self.tr("Structure"), self._structure), (self.tr("Brush"), self._brush))
        ):
            label = PlainLabel(text, "muted")
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for name in TOOLS:
            tools.addWidget(ToolButton(name, self._action(name)))
        tools.addStretch(1)
        self.column.addLayout(tools)
        self.column.addLayout(grid)

    def _build_list(self) -> None:
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Masks on this image"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
        self._list.currentItemChanged.connect(self._chosen)
        self._export = QPushButton(self.tr("Export..."))
        self._delete = QPushButton(self.tr("Delete"))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button, name in ((self._export, "export-masks"), (self._delete, "delete-mask")):
            action = self._action(name)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self._list)
        self.column.addWidget(self._buttons)

    def _build_fields(self) -> None:
        action = self._action("show-fields")
        self._fields = TickBox(self.tr("Lung and heart fields"))
        self._fields.setToolTip(action.toolTip())
        self._fields.clicked.connect(action.trigger)
        self._fields.clicked.connect(self._show_now)
        self._found = PlainLabel("", "small", wraps=True)
        self.column.addWidget(self._fields)
        self.column.addWidget(self._found)

    # What the person does

    def _pick(self, row: int) -> None:
        self._state.masks.choose(self._structure.itemData(row))

    def _type(self) -> None:
        typed = clean_text(self._structure.currentText(), MAX_NAME).strip()
        row = self._structure.findText(typed, Qt.MatchFlag.MatchFixedString)
        self._state.masks.choose(self._structure.itemData(row) if row >= 0 else typed)

    def _chosen(self, entry: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if not self._is_filling and entry is not None:
            self._state.masks.choose(entry.data(_NAME))

    # What is shown

    def _update(self, item: Item, changed: frozenset) -> None:
        current = self._state.workspace.current
        if current is None or not changed & {"marks", "radiograph", "frame", "fields"}:
            return
        if item is current or item is current.listed:
            self._show(current)

    def _show_now(self) -> None:
        self._show(self._state.workspace.current)

    def _show(self, item: Item | None) -> None:
        masks = self._state.masks
        sheet = self._state.marks.sheet(item)
        kept = () if sheet is None or item is None else sheet.masks_on(item.frame)
        self._is_filling = True
        self._structure.setEditText(structure_text(masks.structure))
        self._brush.blockSignals(True)
        self._brush.setValue(round(masks.brush_px))
        self._brush.blockSignals(False)
        self._list.clear()
        for mask in kept:
            self._list.addItem(self._entry(mask))
        self._is_filling = False
        self._areas = {mask: self._areas[mask] for mask in kept}
        self._fit_list(len(kept))
        has_chosen = any(mask.structure == masks.structure for mask in kept)
        self._buttons.setVisible(bool(kept))
        self._delete.setEnabled(has_chosen)
        self._show_found(item)

    def _entry(self, mask: DrawnMask) -> QListWidgetItem:
        if mask not in self._areas:
            self._areas[mask] = float(mask.pixels().mean())
        name = structure_text(clean_text(mask.structure, MAX_NAME))
        percent = figure(100 * self._areas[mask], ".1f")
        share = self.tr("{percent} % of the image").format(percent=percent)
        entry = QListWidgetItem(_swatch(colour_of(mask.structure)), f"{name}   {share}")
        entry.setData(_NAME, mask.structure)
        entry.setToolTip(plain_tooltip(f"{name}\n{share}"))
        if mask.structure == self._state.masks.structure:
            entry.setSelected(True)
        return entry

    def _fit_list(self, rows: int) -> None:
        self._list.setVisible(rows > 0)
        if rows:
            height = self._list.sizeHintForRow(0) * min(rows, _MOST_ROWS)
            self._list.setFixedHeight(height + 2 * self._list.frameWidth())

    def _show_found(self, item: Item | None) -> None:
        fields = None if item is None else item.listed.fields
        has_model = bool(self._state.models.segmentation_id)
        self._fields.setEnabled(has_model and item is not None)
        self._fields.blockSignals(True)
        self._fields.setChecked(self._state.masks.shows_fields)
        self._fields.blockSignals(False)
        if not has_model:
            text = self.tr("No model for lung and heart fields is installed.")
        elif fields is None:
            text = ""
        else:
            names = ", ".join(structure_text(name) for name in fields.masks)
            told = self.tr("Found by {model}: {names}.")
            lines = [told.format(model=clean_text(fields.model_name), names=names)] if names else []
            text = "\n".join([*lines, *(in_words(doubt) for doubt in fields.doubts)])
        self._found.setText(text)
        self._found.setVisible(bool(text))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The wheel scrolls the panel; the box of the brush takes it only with the keyboard."""
        if event.type() == QEvent.Type.Wheel and not self._brush.hasFocus():
            event.ignore()
            return True
        return False


def _swatch(colour: QColor) -> QIcon:
    picture = QPixmap(_SWATCH_PX, _SWATCH_PX)
    picture.fill(colour)
    return QIcon(picture)
