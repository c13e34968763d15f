"""Explanation: which map is wanted, how it is painted, and what the numbers mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.reading import STARTS_BY_ITSELF_S
from desktop.language import shown_words, translate
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views import theme, wording
from desktop.views.image.overlay_style import BOXES, SUPERPIXELS
from desktop.views.panels.inquiry_pickers import InquiryPickers, choose
from desktop.views.panels.map_legend import MapLegend
from desktop.views.panels.scale_picker import ScalePicker
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.layout import Card, Section, rule
from desktop.views.widgets.plain_label import ElidedLabel, PlainLabel
from desktop.views.widgets.slider import PercentSlider
from desktop.views.widgets.tick_box import TickBox
from engine.overlay.colour import COLOUR_MAPS

_WATCHED = {
    "reading",
    "record",
    "is_hidden",
    "progress",
    "shown",
    "preliminary",
    "estimate",
    "explanation_error",
}
_PERMILLE = 1000


class ExplanationPanel(Section):
    """Pickers, progress, look and legend of the map on screen.

    Args:
        state: the session's state.
        prompts: asks for files.
    """

    explain_asked = Signal()
    step_asked = Signal(int)  # to the next class or the one before
    cancel_asked = Signal()

    def __init__(self, state: SessionState, prompts: Prompts) -> None:
        super().__init__(translate("Wording", "Explanation"))
        self._state = state
        self._pickers = InquiryPickers(state, prompts)
        self._pickers.step_asked.connect(self.step_asked)
        self.column.addWidget(self._pickers)
        self._build_progress()
        self._legend = MapLegend(state)
        self.column.addWidget(self._legend)
        self._build_look()
        self.column.addWidget(PlainLabel(translate("Wording", wording.CAVEAT), "small", wraps=True))
        self._show_look()
        state.workspace.current_changed.connect(self._show)
        state.workspace.item_changed.connect(self._update)
        state.overlay.look_changed.connect(self._show_look)
        state.inquiry.changed.connect(self._show_habit)
        self._show(state.workspace.current)

    def _build_progress(self) -> None:
        self._cost = PlainLabel("", "strong", wraps=True)
        self._explain = QPushButton(self.tr("Explain"))
        self._explain.setProperty("role", "primary")
        self._explain.clicked.connect(self.explain_asked)
        self._automatic = TickBox(self.tr("Explain without being asked"))
        self._automatic.setToolTip(
            self.tr(
                "Scores at or above their operating point are explained at once, if that is quick"
            )
        )
        self._automatic.setChecked(self._state.inquiry.inquiry.is_automatic)
        self._automatic.toggled.connect(self._set_automatic)
        self._bar, self._note = QProgressBar(), ElidedLabel("", "small")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _PERMILLE)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancel_asked)
        self._running = QWidget()
        row = QHBoxLayout(self._running)
        row.setContentsMargins(0, 0, 0, 0)
        text = QVBoxLayout()
        text.addWidget(self._note)
        text.addWidget(self._bar)
        row.addLayout(text, 1)
        row.addWidget(self._cancel)
        self._message = PlainLabel("", "muted", wraps=True)
        self._failure = Card(theme.STOP)
        self._failure_text = PlainLabel("", wraps=True)
        self._failure.column.addWidget(self._failure_text)
        parts = (
            self._cost,
            self._explain,
            self._running,
            self._failure,
            self._message,
            self._automatic,
        )
        for part in parts:
            self.column.addWidget(part)

    def _build_look(self) -> None:
        self._look = QWidget()
        grid = QGridLayout(self._look)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        self._opacity = PercentSlider(self.tr("Opacity"))
        self._threshold = PercentSlider(self.tr("Threshold"))
        self._colours, self._mode = Chooser(), Chooser()
        for entry in COLOUR_MAPS:
            if entry.kind == "legacy":
                self._colours.insertSeparator(self._colours.count())
            self._colours.addItem(shown_words(entry.title), entry.name)
        for box in (self._colours, self._mode):
            shrinks = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(shrinks)
            box.setMinimumContentsLength(10)
        self._mode.addItem(self.tr("Colours"), "heat")
        self._mode.addItem(self.tr("Contours"), "contour")
        self._mode.addItem(self.tr("Boxes"), BOXES)
        self._mode.addItem(self.tr("Superpixels: + green, - red"), SUPERPIXELS)
        tips = (
            self.tr("Every value in its colour"),
            self.tr("Lines of equal value"),
            self.tr("A box around each region that reaches the threshold"),
            self.tr(
                "Green superpixels (+) speak for the class, red ones (-) against it; their"
                " borders are drawn. For maps made of superpixels. Key: Shift+S"
            ),
        )
        for place, tip in enumerate(tips):
            self._mode.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)
        self._colours.setToolTip(
            self.tr("Blue - red paints evidence against the class (blue, -) and for it (red, +)")
        )
        self._visible = TickBox(self.tr("Show the heatmap (G; hold Q to hide)"))
        self._together = TickBox(self.tr("All explained findings together"))
        self._together.setToolTip(
            self.tr("Findings explained in the same way, each as lines in a colour of its own")
        )
        self._scale = ScalePicker(self._state)
        rows = (
            (self.tr("Opacity"), self._opacity),
            (self.tr("Threshold"), self._threshold),
            (self.tr("Colours"), self._colours),
            (self.tr("Drawn as"), self._mode),
            (self.tr("Scale"), self._scale),
        )
        grid.addWidget(self._visible, 0, 0, 1, 2)
        for row, (name, widget) in enumerate(rows, start=1):
            grid.addWidget(PlainLabel(name, "muted"), row, 0)
            grid.addWidget(widget, row, 1)
        grid.addWidget(self._together, len(rows) + 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        overlay = self._state.overlay
        self._together.toggled.connect(lambda is_on: overlay.change(is_together=is_on))
        self._opacity.value_changed.connect(lambda value: overlay.change(opacity=value))
        self._threshold.value_changed.connect(lambda value: overlay.change(threshold=value))
        self._visible.toggled.connect(lambda is_on: overlay.change(is_visible=is_on))
        self._colours.activated.connect(self._pick_look)
        self._mode.activated.connect(self._pick_look)
        self.column.addWidget(self._look)
        self.column.addWidget(rule())

    def _pick_look(self) -> None:
        name = self._colours.currentData()
        kinds = {entry.name: entry.kind for entry in COLOUR_MAPS}
        is_signed = kinds[name] == "signed"
        self._state.overlay.change(
            colour_map=name, mode=self._mode.currentData(), is_signed=is_signed
        )

    def _set_automatic(self, is_on: bool) -> None:
        self._state.inquiry.change(is_automatic=is_on)

    def _show_habit(self) -> None:
        self._automatic.blockSignals(True)
        self._automatic.setChecked(self._state.inquiry.inquiry.is_automatic)
        self._automatic.blockSignals(False)

    def _update(self, item: Item, changed: frozenset) -> None:
        if item is self._state.workspace.current and changed & _WATCHED:
            self._show(item)

    def _show(self, item: Item | None) -> None:
        self._pickers.show_item(item)
        has_score = item is not None and item.reading is not None and not item.is_score_withheld
        progress = None if item is None else item.progress
        is_running = progress is not None and progress.kind == "explain"
        has_map = item is not None and item.explanation is not None
        self._pickers.setEnabled(has_score)
        self._explain.setEnabled(has_score)
        self._explain.setVisible(not is_running)
        self._running.setVisible(is_running)
        self._look.setVisible(has_map)
        self._show_modes()
        self._show_cost(item, is_running=is_running)
        self._show_progress(item if is_running else None)
        self._show_failure(item)
        self._message.setText(self._message_for(item, has_score=has_score))
        is_waiting = not has_map and not is_running and not self._cost.text()
        self._message.setVisible(bool(self._message.text()) and is_waiting)

    def _show_cost(self, item: Item | None, *, is_running: bool) -> None:
        """Says what a slow method will take, and that it waits to be started."""
        estimate = None if item is None else item.estimate
        is_slow = estimate is not None and estimate.high > STARTS_BY_ITSELF_S
        self._explain.setText(self.tr("Start") if is_slow else self.tr("Explain"))
        self._cost.setText(wording.estimate_text(estimate) if is_slow else "")
        self._cost.setVisible(is_slow and not is_running)

    def _message_for(self, item: Item | None, *, has_score: bool) -> str:
        if has_score:
            return self.tr("No heatmap yet: press Explain or F5.")
        if item is not None and item.is_hidden:
            return self.tr("Heatmaps are hidden until you have looked.")
        if item is not None and item.is_score_withheld:
            return self.tr("Without a score there is nothing to explain.")
        return self.tr("After scoring, a heatmap can show where the model was sensitive.")

    def _show_progress(self, item: Item | None) -> None:
        if item is None or item.progress is None:
            return
        fraction = item.progress.fraction
        self._bar.setRange(0, 0 if fraction is None else _PERMILLE)
        if fraction is not None:
            self._bar.setValue(round(fraction * _PERMILLE))
        self._note.setText(item.progress.note or self.tr("starting"))

    def _show_failure(self, item: Item | None) -> None:
        error = None if item is None else item.explanation_error
        self._failure.setVisible(error is not None)
        if error is not None:
            self._failure_text.setText(wording.error_text(error, is_masked=True))

    def _show_modes(self) -> None:
        """Offers superpixels where the map on screen has some; says how it is drawn."""
        item = self._state.workspace.current
        explanation = None if item is None else item.explanation
        has_regions = explanation is not None and explanation.regions is not None
        place = self._mode.findData(SUPERPIXELS)
        model = self._mode.model()
        if isinstance(model, QStandardItemModel):
            model.item(place).setEnabled(has_regions)
        mode = self._state.overlay.look.mode
        is_cut = mode == SUPERPIXELS and has_regions
        choose(self._mode, SUPERPIXELS if is_cut else "heat" if mode == SUPERPIXELS else mode)
        self._mode.setToolTip(self._mode.currentData(Qt.ItemDataRole.ToolTipRole))
        has_several = item is not None and bool(item.companions)
        is_together = has_several and self._state.overlay.look.is_together
        self._together.setVisible(has_several)
        self._colours.setEnabled(not is_cut and not is_together)

    def _show_look(self) -> None:
        look = self._state.overlay.look
        self._opacity.show_value(look.opacity)
        self._threshold.show_value(look.threshold)
        choose(self._colours, look.colour_map)
        self._show_modes()
        for box, is_on in ((self._visible, look.is_visible), (self._together, look.is_together)):
            box.blockSignals(True)
            box.setChecked(is_on)
            box.blockSignals(False)
