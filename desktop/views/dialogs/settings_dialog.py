"""The settings dialog, generated from the table of settings; every change counts at once."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.administration import Administration
from desktop.language import in_words
from desktop.settings import CONTEXT, GROUPS, SETTINGS, Setting, Settings, Value
from desktop.views.administrator.gate import admits
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.layout import TallPage, fit_screen
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.slider import PercentSlider
from desktop.views.widgets.tick_box import TickBox
from engine.language import Said

_SIZE = (640, 640)
_EDITOR_PX = 230
_MOST = 1e9


class SettingsDialog(QDialog):
    """One row per setting that is shown, in groups.

    Settings of record rest until the administrator is here.

    Args:
        settings: read and written.
        administration: lets the administrator in; None: nobody can come, the rows rest.
        endings: what stands below the rows of a group, by its name.
    """

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        administration: Administration | None = None,
        endings: Mapping[str, QWidget] | None = None,
    ) -> None:
        super().__init__(parent)
        self._endings = {} if endings is None else endings
        self._administration = administration
        self.setWindowTitle(self.tr("Settings"))
        fit_screen(self, *_SIZE)
        self._settings = settings
        self._wheel = _WheelWithFocusOnly(self)
        self._show_value: dict[str, Callable[[Value], None]] = {}
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self._heads: dict[str, QWidget] = {}
        self.editors: dict[str, QWidget] = {}
        self.unlock_buttons: dict[str, QPushButton] = {}  # by group
        self.search = QLineEdit(placeholderText=self.tr("Find a setting"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._all_rows())
        self.nothing = PlainLabel(self.tr("No setting has such a name."), "muted")
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(area, 1)
        column.addLayout(self._ending())
        settings.changed.connect(self._show_again)
        if administration is not None:
            administration.changed.connect(self._show_lock)
        self._show_lock()

    def _all_rows(self) -> QWidget:
        inner = TallPage()
        grid = QGridLayout(inner)
        grid.setContentsMargins(14, 4, 14, 14)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, _EDITOR_PX)
        for group, name in GROUPS.items():
            shown = [s for s in SETTINGS if s.is_shown and s.group == group]
            if not shown:
                continue
            self._heads[group] = PlainLabel(translated(name), "heading")
            self._heads[group].setContentsMargins(0, 10, 0, 0)
            row = grid.rowCount()
            grid.addWidget(self._heads[group], row, 0, 1, 2)
            if any(setting.is_of_record for setting in shown):
                button = self._unlock_button(translated(name))
                self.unlock_buttons[group] = button
                grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignRight)
            for setting in shown:
                self._add_row(grid, setting)
            if group in self._endings:
                grid.addWidget(self._endings[group], grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        return inner

    def _unlock_button(self, group: str) -> QPushButton:
        button = QPushButton(self.tr("Unlock..."))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Unlock: {group}").format(group=group))
        button.setToolTip(self.tr("Only the administrator changes these settings"))
        button.clicked.connect(self.unlock)
        return button

    def unlock(self) -> None:
        """Asks for the administrator."""
        if self._administration is not None:
            admits(self._administration, self, self.windowTitle())

    @property
    def is_unlocked(self) -> bool:
        """Whether settings of record can be changed now."""
        return self._administration is not None and self._administration.is_open

    def _show_lock(self) -> None:
        is_unlocked = self.is_unlocked
        for setting in SETTINGS:
            if setting.is_shown and setting.is_of_record:
                for widget in self._rows[setting.name]:
                    widget.setEnabled(is_unlocked)
        for group, button in self.unlock_buttons.items():
            button.setVisible(not is_unlocked and not self._heads[group].isHidden())

    def _add_row(self, grid: QGridLayout, setting: Setting) -> None:
        words, row = translated(setting.description), grid.rowCount()
        editor = self._editor(setting)
        editor.setAccessibleName(words)
        self.editors[setting.name] = editor
        self._show_value[setting.name](self._settings.get(setting.name))
        if isinstance(editor, QCheckBox):  # its own words can be clicked
            editor.setText(words)
            grid.addWidget(editor, row, 0, 1, 2)
            self._rows[setting.name] = (editor,)
            return
        label = PlainLabel(words, wraps=True)
        label.setBuddy(editor)
        grid.addWidget(label, row, 0)
        grid.addWidget(editor, row, 1)
        self._rows[setting.name] = (label, editor)

    def _editor(self, setting: Setting) -> QWidget:
        if isinstance(setting.default, bool):
            editor = self._check_box(setting)
        elif setting.choices:
            editor = self._choice(setting)
        elif setting.bounds == (0.0, 1.0):
            editor = self._slider(setting)
        elif isinstance(setting.default, float):
            editor = self._number(setting)
        else:
            is_path = setting.is_folder or setting.is_picture or setting.is_file
            editor = self._path(setting) if is_path else self._line(setting)
        editor.installEventFilter(self._wheel)
        return editor

    def _check_box(self, setting: Setting) -> QWidget:
        box = TickBox()
        box.toggled.connect(partial(self._settings.set, setting.name))
        self._show_value[setting.name] = box.setChecked
        return box

    def _choice(self, setting: Setting) -> QWidget:
        box = Chooser()
        texts = setting.choice_texts if setting.choice_texts else setting.choices
        for value, text in zip(setting.choices, texts, strict=True):
            box.addItem(translated(text), value)
        box.activated.connect(partial(self._take_choice, setting.name, box))
        self._show_value[setting.name] = lambda value: box.setCurrentIndex(box.findData(value))
        return box

    def _slider(self, setting: Setting) -> QWidget:
        slider = PercentSlider(translated(setting.description))
        slider.value_changed.connect(partial(self._settings.set, setting.name))
        self._show_value[setting.name] = slider.show_value
        return slider

    def _number(self, setting: Setting) -> QWidget:
        box = QDoubleSpinBox()
        box.setRange(*(setting.bounds if setting.bounds is not None else (-_MOST, _MOST)))
        if setting.is_whole:
            box.setDecimals(0)
        box.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(partial(self._settings.set, setting.name))
        self._show_value[setting.name] = box.setValue
        return box

    def _line(self, setting: Setting) -> QLineEdit:
        line = QLineEdit()
        line.editingFinished.connect(partial(self._take_text, setting.name, line))
        self._show_value[setting.name] = partial(_show_text, line)
        return line

    def _path(self, setting: Setting) -> QWidget:
        whole = QWidget()
        line, button = self._line(setting), QPushButton(self.tr("Choose..."))
        line.setAccessibleName(translated(setting.description))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._ask_path, setting))
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        row.addWidget(button)
        return whole

    def _take_choice(self, name: str, box: QComboBox, row: int) -> None:
        self._settings.set(name, box.itemData(row))

    def _take_text(self, name: str, line: QLineEdit) -> None:
        self._settings.set(name, line.text())

    def _ask_path(self, setting: Setting, _is_checked: bool = False) -> None:
        now, title = str(self._settings.get(setting.name)), translated(setting.description)
        if setting.is_folder:
            name = QFileDialog.getExistingDirectory(self, title, now)
        else:
            kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
            if setting.is_file:
                kinds = self.tr("Certificates and keys (*.pem *.crt *.cer *.key)")
            name, _ = QFileDialog.getOpenFileName(self, title, now, kinds)
        if name:
            self._settings.set(setting.name, name)

    def _ending(self) -> QHBoxLayout:
        self.restore = QPushButton(self.tr("Restore defaults"))
        self.restore.setAutoDefault(False)
        self.restore.setToolTip(self.tr("Of locked settings nothing is changed"))
        self.restore.clicked.connect(self._restore_defaults)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    def _restore_defaults(self) -> None:
        for setting in SETTINGS:
            if setting.is_shown and (self.is_unlocked or not setting.is_of_record):
                self._settings.set(setting.name, setting.default)

    def _show_again(self, name: str) -> None:
        if name in self._show_value:
            self._show_value[name](self._settings.get(name))

    def _find(self, typed: str) -> None:
        words = typed.casefold().split()
        found_groups = set()
        for setting in SETTINGS:
            if not setting.is_shown or setting.group not in GROUPS:
                continue
            texts = (setting.description, GROUPS[setting.group], *setting.choice_texts)
            text = " ".join(translated(part) for part in texts).casefold()
            is_found = all(word in text for word in words)
            for widget in self._rows[setting.name]:
                widget.setVisible(is_found)
            if is_found:
                found_groups.add(setting.group)
        for group, head in self._heads.items():
            head.setVisible(group in found_groups)
        self._show_lock()
        self.nothing.setVisible(not found_groups)


def _show_text(line: QLineEdit, text: str) -> None:
    """A long one from its beginning."""
    line.setText(text)
    line.setCursorPosition(0)


class _WheelWithFocusOnly(QObject):
    """Lets the wheel scroll the dialog over an editor instead of changing its value."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Gives the wheel on while the editor has not been chosen."""
        is_passing = event.type() == QEvent.Type.Wheel and not watched.hasFocus()
        if is_passing:
            event.ignore()
        return is_passing


def translated(english: str) -> str:
    """A text of the table of settings in the language in use."""
    if isinstance(english, Said):
        return in_words(english)
    return QCoreApplication.translate(CONTEXT, english)
