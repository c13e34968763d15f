"""The sign in the window that images nobody looks at are being scored; a click lets it rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.jobs.catching_up import CatchingUp
from desktop.views import theme
from desktop.views.widgets.plain_label import plain_tooltip


class RestSign(QPushButton):
    """Seen as long as an image that nobody looks at waits for its score.

    Args:
        catching_up: scores them.
    """

    def __init__(self, catching_up: CatchingUp, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._catching_up = catching_up
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        theme.dress(
            self,
            "QPushButton { color: $MUTED; border: 1px solid $MUTED; border-radius: 9px;"
            " padding: 1px 9px; min-height: 0; background: transparent; font-weight: 600; }"
            "QPushButton:hover, QPushButton:focus { color: $TEXT; border-color: $ACCENT; }",
        )
        self.clicked.connect(catching_up.toggle_pause)
        catching_up.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        work = self._catching_up
        done, total = work.done, work.total
        if work.is_paused:
            text = self.tr("{done} of {total} processed, paused").format(done=done, total=total)
            hint = self.tr("Click to go on.")
        else:
            text = self.tr("{done} of {total} processed").format(done=done, total=total)
            hint = self.tr("Click to let it rest.")
        about = self.tr(
            "The open images that nobody looks at are scored behind everything else, for the order "
            "of the worklist. Settings > Reading turns this off."
        )
        self.setText(text)
        self.setToolTip(plain_tooltip(f"{about} {hint}"))
        self.setAccessibleName(f"{text}. {hint}")
        self.setVisible(work.is_needed and self.parentWidget() is not None)
