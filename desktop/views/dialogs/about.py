"""About: versions, purpose, licences."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.language import translate
from desktop.state.session import SessionState
from desktop.system_facts import part_version, versions_text
from desktop.views import wording
from desktop.views.widgets.layout import fit_height
from desktop.views.widgets.plain_label import PlainLabel


class AboutDialog(QDialog):
    """Says what this is, of which versions it is made, and which model is active."""

    def __init__(self, state: SessionState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About WhyRay"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(f"WhyRay {part_version('whyray')}", "title"))
        texts = (
            (self.tr("Scores chest radiographs with a local model and shows why."), "body"),
            (translate("Wording", wording.RESEARCH_USE), "warning"),
            (self._model_text(state), "muted"),
            (versions_text(), "small"),
            (self.tr("Qt and PySide6 are used under the LGPL, version 3."), "small"),
        )
        for text, role in texts:
            column.addWidget(PlainLabel(text, role, wraps=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addWidget(buttons)
        fit_height(self)

    def _model_text(self, state: SessionState) -> str:
        model = state.models.open_model(state.models.active_id)
        if model is None:
            return self.tr("No model is open.")
        manifest = model.manifest
        text = self.tr("Active model: {name}, version {version}.")
        lines = [text.format(name=manifest.name, version=manifest.version), manifest.purpose]
        lines += [manifest.licence]
        return "\n".join(line for line in lines if line)
