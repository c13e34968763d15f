"""The pages of a report under each other, as wide as there is room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

_MARGIN_PX = 12
_LEAST_PX = 320


class PaperView(QScrollArea):
    """Shows pictures of pages and tells when they should be drawn at another width."""

    width_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_LEAST_PX)
        self.setAccessibleName(self.tr("The pages as they will be printed"))
        sheet = QWidget()
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        self._column.setSpacing(_MARGIN_PX)
        self._column.addStretch(1)
        self._pages: list[QLabel] = []
        self.setWidget(sheet)

    @property
    def page_width_px(self) -> int:
        """How wide a page should be drawn, device pixels."""
        room = max(_LEAST_PX, self.viewport().width()) - 2 * _MARGIN_PX
        return round(room * self.devicePixelRatioF())

    @property
    def count(self) -> int:
        """Number of pages shown."""
        return len(self._pages)

    def pictures(self) -> tuple[QImage, ...]:
        """What is shown."""
        return tuple(page.pixmap().toImage() for page in self._pages)

    def show_pages(self, pictures: tuple[QImage, ...]) -> None:
        """Shows other pages; what is looked at stays where it is."""
        while len(self._pages) > len(pictures):
            page = self._pages.pop()
            self._column.removeWidget(page)
            page.deleteLater()
        while len(self._pages) < len(pictures):
            page = QLabel()
            self._column.insertWidget(len(self._pages), page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
        for number, (page, picture) in enumerate(zip(self._pages, pictures, strict=True), start=1):
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            page.setPixmap(QPixmap.fromImage(picture))
            page.setAccessibleName(self.tr("Page {number}").format(number=number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other pictures."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()
