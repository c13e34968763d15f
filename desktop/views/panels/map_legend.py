"""How the map on screen was made, in words; its colours and numbers stand on the image itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.jobs.previews import absence_options
from desktop.language import in_words, shown_words
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views import wording
from desktop.views.panels.inquiry_pickers import find_absence
from desktop.views.widgets.absence_strip import AbsenceStrip
from desktop.views.widgets.plain_label import PlainLabel
from engine.errors import display_name
from engine.overlay.wording import title

if TYPE_CHECKING:
    from engine.explain.explanation import Explanation


_WATCHED = {"shown", "preliminary", "absences", "places"}


class MapLegend(QWidget):
    """Watches the map on screen.

    Args:
        state: the session's state.
    """

    def __init__(self, state: SessionState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._title = PlainLabel("", "strong", wraps=True)
        self._flags = PlainLabel("", "warning", wraps=True)
        self._place = PlainLabel("", "strong", wraps=True)
        self._made = PlainLabel("", "small", wraps=True)
        self._absence_name = PlainLabel("", "small", wraps=True)
        self._absence = AbsenceStrip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        words = (self._title, self._flags, self._place)
        for part in (*words, self._absence_name, self._absence, self._made):
            column.addWidget(part)
        state.workspace.current_changed.connect(self._show)
        state.workspace.item_changed.connect(self._update)
        self._show(state.workspace.current)

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is self._state.workspace.current and changed & _WATCHED:
            self._show(item)

    def _show(self, item: Item | None) -> None:
        explanation = None if item is None else item.explanation
        self.setVisible(explanation is not None)
        if item is None or explanation is None:
            return
        self._title.setText(title(explanation))
        self._flags.setText(self._flags_text(explanation))
        self._flags.setVisible(bool(explanation.flags))
        self._place.setText("" if item.placed is None else wording.place_text(item.placed))
        self._place.setVisible(item.placed is not None)
        self._show_absence(item, explanation)
        self._made.setText(self._made_text(explanation, is_final=item.preliminary is None))

    def _show_absence(self, item: Item, explanation: Explanation) -> None:
        """What stood where the image was absent, for methods that have such a thing."""
        method = self._state.inquiry.find_method(explanation.method)
        found = list(absence_options(method, explanation.options))
        for part in (self._absence_name, self._absence):
            part.setVisible(bool(found))
        if found:
            facts, text = found[0]
            self._absence_name.setText(self.tr("Shown in place of the image:"))
            name = in_words(text) if text in facts.choices else display_name(Path(text))
            self._absence.show_absence(find_absence(item, facts.reads, text), name)

    def _flags_text(self, explanation: Explanation) -> str:
        text = self.tr("Please note: {flags}.")
        return (
            text.format(flags=", ".join(shown_words(flag) for flag in explanation.flags))
            if explanation.flags
            else ""
        )

    def _made_text(self, explanation: Explanation, *, is_final: bool) -> str:
        height, width = explanation.map.shape
        parts = [
            self.tr("{width} x {height} cells, enlarged to the image.").format(
                width=width, height=height
            ),
            self.tr("Explained {score}: {value}.").format(
                score=shown_words(explanation.conventions.get("score", "score")),
                value=wording.number_text(explanation.score),
            ),
            self.tr("{passes} model runs in {time}.").format(
                passes=explanation.passes, time=wording.seconds_text(explanation.seconds)
            ),
        ]
        if not is_final:
            parts.insert(0, self.tr("Preliminary."))
        lines = [" ".join(parts)]
        known = explanation.conventions.items()
        lines += [
            f"{wording.convention_name(name)}: {shown_words(value)}"
            for name, value in known
            if name != "score"
        ]
        return "\n".join(lines)
