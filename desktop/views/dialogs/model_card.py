"""The model card: what a model is for and not for, what it was made from, how well it was measured.

The card comes with the model and is data: it is shown as text, without links, pictures or HTML.
"""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.views.widgets.layout import fit_screen
from desktop.views.widgets.plain_label import PlainLabel
from engine.bundle.manifest import Manifest
from engine.bundle.store import MODEL
from engine.images.text import clean_text

_WIDTH_PX, _HEIGHT_PX = 820, 760
_DIGEST_SHOWN = 16
_PLAIN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class ModelCardDialog(QDialog):
    """Facts that tell versions apart, then the card.

    Args:
        manifest: of the model.
        card: Markdown.
    """

    def __init__(self, manifest: Manifest, card: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = clean_text(manifest.name)
        self.setWindowTitle(self.tr("Model card: {name}").format(name=name))
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for title, value in self._facts(manifest):
            if value:
                form.addRow(PlainLabel(title, "muted"), PlainLabel(value, wraps=True))
        self.paper = _Paper()
        self.paper.setAccessibleName(self.windowTitle())
        self.paper.document().setMarkdown(card, _PLAIN)
        self.paper.moveCursor(QTextCursor.MoveOperation.Start)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self.paper, 1)
        column.addWidget(buttons)
        fit_screen(self, _WIDTH_PX, _HEIGHT_PX)

    def _facts(self, manifest: Manifest) -> tuple[tuple[str, str], ...]:
        entry = manifest.files.get(MODEL)
        digest = "" if entry is None else entry.sha256[:_DIGEST_SHOWN]
        return (
            (self.tr("Model"), f"{clean_text(manifest.name)}, {clean_text(manifest.version)}"),
            (self.tr("Identifier"), clean_text(manifest.id)),
            (self.tr("Made"), clean_text(manifest.created)),
            (self.tr("Network, SHA-256"), digest),
            (self.tr("Licence"), clean_text(manifest.licence)),
        )


class _Paper(QTextBrowser):
    """Text that fetches nothing and leads nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def loadResource(self, kind: int, name: QUrl) -> object:  # noqa: N802
        """No pictures and no style sheets, from wherever."""
        return None
