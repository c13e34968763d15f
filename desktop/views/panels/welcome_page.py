"""The empty state: what a newcomer can do here."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.samples import Sample
from desktop.views import theme
from desktop.views.widgets.layout import Card, Tall, TallPage
from desktop.views.widgets.plain_label import PlainLabel

_PICTURE = QSize(104, 104)
_WIDEST_PX = 820
_COLUMNS, _MOST_SAMPLES, _CARD_PX = 3, 6, 216


class WelcomePage(QScrollArea):
    """Drop zone, buttons, samples and the first keys.

    Args:
        samples: the radiographs that ship.
    """

    open_files_asked = Signal()
    open_folder_asked = Signal()
    sample_asked = Signal(object)  # Sample
    password_asked = Signal()
    password_declined = Signal()

    def __init__(self, samples: Sequence[Sample], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        inner, self._column = QWidget(), QVBoxLayout()
        inner.setMaximumWidth(_WIDEST_PX)
        inner.setLayout(self._column)
        self._column.setContentsMargins(28, 24, 28, 24)
        self._column.setSpacing(18)
        self._column.addStretch(1)
        self._column.addWidget(self._drop_zone())
        self.offer = self._password_offer()
        self._column.addWidget(self.offer)  # where also a small window shows it
        if samples:
            self._add_samples(samples)
        self._column.addWidget(self._keys())
        self._column.addStretch(1)
        outer = TallPage()
        row = QHBoxLayout(outer)
        row.addStretch(1)
        row.addWidget(inner, 20)
        row.addStretch(1)
        self.setWidget(outer)

    def _drop_zone(self) -> QWidget:
        zone = _DropZone()
        column = QVBoxLayout(zone)
        column.setContentsMargins(24, 30, 24, 30)
        column.setSpacing(12)
        title = PlainLabel(self.tr("Drop chest radiographs here"), "title", wraps=True)
        text = PlainLabel(
            self.tr(
                "DICOM, JPEG, PNG, TIFF - files or whole folders. They are scored and explained on "
                "this computer and leave it only when you send them."
            ),
            "muted",
            wraps=True,
        )
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        buttons = QHBoxLayout()
        files, folder = (
            QPushButton(self.tr("Open files...")),
            QPushButton(self.tr("Open folder...")),
        )
        files.setProperty("role", "primary")
        files.clicked.connect(self.open_files_asked)
        folder.clicked.connect(self.open_folder_asked)
        buttons.addStretch(1)
        buttons.addWidget(files)
        buttons.addWidget(folder)
        buttons.addStretch(1)
        column.addSpacing(6)
        column.addLayout(buttons)
        return zone

    def _password_offer(self) -> QWidget:
        """That there is no administrator password yet; hidden until it is known."""
        offer = Card()
        text = self.tr(
            "No administrator password was set on this computer. It guards the DICOM network, "
            "record-keeping settings and models against mistakes."
        )
        self.set_password, self.not_now = (
            QPushButton(self.tr("Set password...")),
            QPushButton(self.tr("Not now")),
        )
        self.set_password.clicked.connect(self.password_asked)
        self.not_now.clicked.connect(self.password_declined)
        row = QHBoxLayout()
        row.addWidget(PlainLabel(text, "muted", wraps=True), 1)
        for button in (self.set_password, self.not_now):
            row.addWidget(button)
        offer.column.addLayout(row)
        offer.hide()
        return offer

    def _add_samples(self, samples: Sequence[Sample]) -> None:
        title = self.tr("Or try a sample (synthetic radiographs, scored by the phantom model)")
        self._column.addWidget(PlainLabel(title, "strong", wraps=True))
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, sample in enumerate(samples[:_MOST_SAMPLES]):
            card = SampleCard(sample)
            card.chosen.connect(self.sample_asked)
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, _CARD_PX)
        self._column.addLayout(grid)

    def _keys(self) -> QWidget:
        hints = (
            (self.tr("Left drag"), self.tr("window and level")),
            (self.tr("Wheel"), self.tr("zoom at the pointer")),
            (self.tr("Middle drag"), self.tr("move")),
            (self.tr("PgUp / PgDn"), self.tr("previous / next image")),
            (self.tr("G, hold Q"), self.tr("heatmap off, peek without it")),
            (self.tr("F1"), self.tr("all keys and gestures")),
        )
        keys = QWidget()
        grid = QGridLayout(keys)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setHorizontalSpacing(12)
        for place, (key, meaning) in enumerate(hints):
            row, column = place // 2, (place % 2) * 2
            grid.addWidget(PlainLabel(key, "strong"), row, column)
            grid.addWidget(PlainLabel(meaning, "muted", wraps=True), row, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return keys


class _DropZone(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.FAINT), 1.6, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.PANEL))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 12, 12)


class SampleCard(Tall, Card):
    """A sample that can be clicked or chosen with the keyboard."""

    chosen = Signal(object)  # Sample

    def __init__(self, sample: Sample, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._sample = sample
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        title = translate("Samples", sample.title)
        self.setAccessibleName(title)
        theme.dress(
            self,
            'QFrame[role="card"]:hover, QFrame[role="card"]:focus { border-color: $ACCENT; }',
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        if sample.picture is not None:
            grid.addWidget(_picture(sample.picture), 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(title, "strong", wraps=True), 0, 1)
        if sample.text:
            text = PlainLabel(translate("Samples", sample.text), "small", wraps=True)
            grid.addWidget(text, 1, 1)
        self.column.addLayout(grid)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_inside:
            self.chosen.emit(self._sample)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._sample)
        else:
            super().keyPressEvent(event)


def _picture(path: Path) -> PlainLabel:
    label = PlainLabel()
    image = QImage(str(path))
    scaled = image.scaled(
        _PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    label.setPixmap(QPixmap.fromImage(scaled))
    return label
