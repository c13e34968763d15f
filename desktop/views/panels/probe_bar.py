"""Numbers under the pointer: place, stored value, modality value, map value."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import figure, shown_words, translate
from desktop.views import wording
from desktop.views.image.image_view import ImageView
from desktop.views.image.probe import ProbeReading
from desktop.views.widgets.plain_label import ElidedLabel


class ProbeBar(ElidedLabel):
    """Listens to the radiographs on screen; the pointer is over one of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "muted", mode=Qt.TextElideMode.ElideRight, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setContentsMargins(0, 0, 12, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def listen_to(self, image: ImageView) -> None:
        """Shows what is under the pointer of that view as well."""
        image.pointer_moved.connect(self._show)

    def _show(self, reading: ProbeReading | None) -> None:
        if reading is None:
            self.setText("")
            return
        parts = [
            translate("Wording", "x {x}  y {y}").format(x=reading.x, y=reading.y),
            translate("Wording", "stored {value}").format(value=reading.stored),
            translate("Wording", "value {value}").format(value=figure(reading.modality)),
            translate("Wording", "shown {value}").format(value=reading.shown),
        ]
        for name, value in reading.map_values:
            if value is not None:
                text = translate("Wording", "{finding} {value}")
                parts.append(
                    text.format(finding=shown_words(name), value=wording.number_text(value))
                )
        self.setText("  \u00b7  ".join(parts))
