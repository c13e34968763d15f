"""Small pictures of what stands for "nothing there", with their name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.state.workspace import Absence
from desktop.views import theme
from desktop.views.image.device_pixels import grey_image
from desktop.views.widgets.layout import clear
from desktop.views.widgets.plain_label import PlainLabel, plain_tooltip

PICTURE_PX = 44


class AbsenceStrip(QWidget):
    """Pictures side by side over one line of words; the words alone where there are none.

    Args:
        is_to_the_right: the pictures stand under an editor that is there.
    """

    def __init__(self, parent: QWidget | None = None, *, is_to_the_right: bool = False) -> None:
        super().__init__(parent)
        self._is_to_the_right = is_to_the_right
        self._words = PlainLabel("", "small", wraps=True)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        if is_to_the_right:
            self._words.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(2)
        column.addLayout(self._row)
        column.addWidget(self._words)
        self._shown: Absence | None = None
        self.show_absence(None, "")

    def show_absence(self, absence: Absence | None, name: str) -> None:
        """Another value.

        Args:
            absence: its pictures; None while they are being made.
            name: of the value, for people.
        """
        if absence is None or absence is not self._shown:
            clear(self._row)
            self._shown = absence
            if self._is_to_the_right:
                self._row.addStretch(1)
            for pixels in () if absence is None else absence.pictures:
                self._row.addWidget(_picture(pixels, name, self.devicePixelRatioF()))
            if not self._is_to_the_right:
                self._row.addStretch(1)
        self._words.set_role("small")
        if absence is None:
            self._words.setText(self.tr("{name}: no picture yet").format(name=name))
        elif absence.problem:
            self._words.set_role("warning")
            self._words.setText(absence.problem)
        elif absence.count > len(absence.pictures):
            text = self.tr("{name}: the first {shown} of {count}")
            self._words.setText(
                text.format(name=name, shown=len(absence.pictures), count=absence.count)
            )
        else:
            self._words.setText(name)


def _picture(pixels: object, name: str, ratio: float) -> QLabel:
    label = QLabel()
    picture = QPixmap.fromImage(grey_image(pixels)).scaled(
        round(PICTURE_PX * ratio),
        round(PICTURE_PX * ratio),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    picture.setDevicePixelRatio(ratio)
    label.setPixmap(picture)
    theme.dress(label, "border: 1px solid $FAINT;")
    label.setAccessibleName(name)
    label.setToolTip(plain_tooltip(name))
    return label
