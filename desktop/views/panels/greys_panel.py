"""Greys: by which window the image is shown. Only the picture on screen, never the model's."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QWidget

from desktop.commands.actions import Actions
from desktop.commands.command import plain_text
from desktop.commands.greys import show_named
from desktop.commands.registry import COMMANDS
from desktop.jobs.greys import GreyCounting
from desktop.language import shown_words
from desktop.views.image.image_view import ImageView
from desktop.views.image.window_drag import BY_HAND
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.histogram import HistogramBar
from desktop.views.widgets.layout import Section
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.widgets.tick_box import TickBox
from engine.images.display import named_vois
from engine.images.histogram import Histogram
from engine.images.radiograph import Lut, Radiograph, Window
from engine.images.windows import AUTOMATIC, FULL_RANGE, PRESETS

_ONE_FRAME_MS = 16
# What the window in use is called -> the command that makes it.
_COMMAND_OF = {
    AUTOMATIC: "greys-automatic",
    FULL_RANGE: "greys-full",
    **{preset.name: f"greys-{preset.id}" for preset in PRESETS},
}
_BY_HAND_ID, _EVEN_ID = "by hand", "equalise"


@dataclass(frozen=True)
class _Counted:
    """What a histogram was made of."""

    radiograph: Radiograph | None
    frame: int
    is_even: bool


class GreysPanel(Section):
    """Follows one image view.

    Args:
        actions: of the commands.
        counting: counts beside the window.
    """

    def __init__(
        self, actions: Actions, counting: GreyCounting, parent: QWidget | None = None
    ) -> None:
        super().__init__("")
        self._heading = self.column.itemAt(0).widget()
        self._heading.setText(self.tr("Greys"))
        self._actions = actions
        self._counting = counting
        self._view: ImageView | None = None
        self._histogram: Histogram | None = None
        self._counted: _Counted | None = None
        self._build()
        self._show_soon = QTimer(self, singleShot=True, interval=_ONE_FRAME_MS)
        self._show_soon.timeout.connect(self._show)

    def _build(self) -> None:
        self._choice = Chooser()
        self._choice.setAccessibleName(self.tr("Window"))
        self._choice.setToolTip(self.tr("Windows by purpose, and what the file itself offers"))
        shrinks = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._choice.setSizeAdjustPolicy(shrinks)
        self._choice.setMinimumContentsLength(12)
        self._choice.activated.connect(self._choose)
        self.histogram = HistogramBar()
        self.histogram.ends_changed.connect(self._show_ends)
        self._centre = _number_box(self.tr("Level: the value in the middle of the window"))
        self._width = _number_box(self.tr("Width: how many values lie between black and white"))
        for box in (self._centre, self._width):
            box.valueChanged.connect(self._type)
        self._inverted = TickBox(self.tr("Invert"))
        self._even = TickBox(self.tr("Equalise contrast"))
        self._inverted.clicked.connect(self._actions["invert"].trigger)
        self._even.clicked.connect(self._actions["equalise"].trigger)
        for box, command in ((self._inverted, "invert"), (self._even, "equalise")):
            box.setToolTip(self._actions[command].toolTip())
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._choice, 0, 0, 1, 4)
        grid.addWidget(self.histogram, 1, 0, 1, 4)
        for place, (name, box) in enumerate(
            ((self.tr("Level"), self._centre), (self.tr("Width"), self._width))
        ):
            label = PlainLabel(name, "muted")
            label.setBuddy(box)
            grid.addWidget(label, 2, 2 * place)
            grid.addWidget(box, 2, 2 * place + 1)
            grid.setColumnStretch(2 * place + 1, 1)
        grid.addWidget(self._inverted, 3, 0, 1, 2)
        grid.addWidget(self._even, 3, 2, 1, 2)
        self._message = PlainLabel("", "small", wraps=True)
        self.column.addWidget(self._body)
        self.column.addWidget(self._message)

    def follow(self, view: ImageView) -> None:
        """Belongs to that view from now on."""
        if self._view is not None:
            self._view.greys_changed.disconnect(self._show_soon.start)
        self._view = view
        view.greys_changed.connect(self._show_soon.start)
        self._show()

    # What the person does

    def _choose(self, _place: int) -> None:
        chosen = self._choice.currentData()
        if isinstance(chosen, int):
            show_named(self._view, self._view.radiograph().grey.vois[chosen])
        elif chosen in self._listed_commands():
            self._actions[chosen].trigger()
        self._show()

    def _show_ends(self, low: float, high: float) -> None:
        window = Window((low + high) / 2, high - low, "LINEAR_EXACT", BY_HAND)
        self._view.set_voi(window)

    def _type(self, _value: float) -> None:
        window = self._view.begin_window()
        centre, width = self._centre.value(), max(self._width.value(), 1e-9)
        function = window.function
        if function == "LINEAR" and width < 1.0:
            function = "LINEAR_EXACT"
        self._view.set_voi(Window(centre, width, function, BY_HAND))

    # What is shown

    def _show(self) -> None:
        radiograph = self._view.radiograph()
        has_window = radiograph is not None and radiograph.colour is None
        self.setVisible(radiograph is not None)
        self._body.setVisible(has_window)
        self._message.setText(self._message_for(radiograph))
        self._message.setVisible(bool(self._message.text()))
        if not has_window:
            self._counting.cancel()
            self._histogram = self._counted = None
            return
        if not self._is_counted():
            frame = self._view.frame()
            self._counted = _Counted(radiograph, frame, self._view.is_equalised())
            self._histogram = None
            self.histogram.show_histogram(None)
            self._fill_choice(radiograph)
            self._counting.count(radiograph, frame, self._view.grey_pixels(), self._take)
        self._inverted.setChecked(self._view.is_inverted())
        self._even.setChecked(self._view.is_equalised())
        self._show_choice(radiograph)
        self._show_window()

    def _message_for(self, radiograph: Radiograph | None) -> str:
        if radiograph is None:
            return ""
        if radiograph.colour is not None:
            return self.tr("Colour images are shown as they are; they have no window.")
        if self._view.is_equalised():
            return self.tr("Equalised for the eye: equal greys no longer mean equal values.")
        return ""

    def _is_counted(self) -> bool:
        """Whether the histogram, or the one that is being counted, is that of the picture."""
        counted, view = self._counted, self._view
        return (
            counted is not None
            and counted.radiograph is view.radiograph()
            and (counted.frame, counted.is_even) == (view.frame(), view.is_equalised())
        )

    def _take(self, histogram: Histogram) -> None:
        if not self._is_counted():
            return  # the view has another picture by now, and this panel shows it soon
        self._histogram = histogram
        self.histogram.show_histogram(self._histogram)
        span = self._histogram.high - self._histogram.low
        widest = 4 * span
        bounds = (self._histogram.low - widest, self._histogram.high + widest)
        for box, ends in ((self._centre, bounds), (self._width, (span / 4096, widest))):
            box.blockSignals(True)
            box.setDecimals(0 if span > 100 else 3)
            box.setRange(*ends)
            box.setSingleStep(span / 100)
            box.blockSignals(False)
        self._show_window()

    def _show_window(self) -> None:
        window = self._view.begin_window()
        if window is None or self._histogram is None:
            return
        half = window.width / 2
        light = self._view.lut()[self._histogram.pixels]
        self.histogram.show_window((window.centre - half, window.centre + half), light)
        for box, value in ((self._centre, window.centre), (self._width, window.width)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)

    def _listed_commands(self) -> dict[str, str]:
        """Id -> text of the commands that make a window."""
        ids = ("greys-file", *_COMMAND_OF.values())
        return {entry.id: plain_text(entry) for entry in COMMANDS if entry.id in ids}

    def _fill_choice(self, radiograph: Radiograph) -> None:
        self._choice.clear()
        for command_id, text in self._listed_commands().items():
            self._choice.addItem(text, command_id)
            tip = self._actions[command_id].toolTip()
            self._choice.setItemData(self._choice.count() - 1, tip, 3)  # Qt.ToolTipRole
        named = named_vois(radiograph)
        if named:
            self._choice.insertSeparator(self._choice.count())
        for place, (name, voi) in enumerate(named):
            text = self.tr("File: LUT {name}") if isinstance(voi, Lut) else self.tr("File: {name}")
            self._choice.addItem(text.format(name=shown_words(name)), place)
        if any(isinstance(voi, Lut) for _, voi in named):
            self._choice.addItem(self.tr("Without the file's LUT"), "greys-full")
        self._choice.insertSeparator(self._choice.count())
        self._choice.addItem(self.tr("By hand"), _BY_HAND_ID)
        self._choice.addItem(self.tr("Equalised"), _EVEN_ID)
        model = self._choice.model()
        for place in (self._choice.count() - 2, self._choice.count() - 1):
            model.item(place).setEnabled(False)

    def _show_choice(self, radiograph: Radiograph) -> None:
        self._choice.setCurrentIndex(self._place_of(self._view.voi(), radiograph))

    def _place_of(self, voi: Window | Lut | None, radiograph: Radiograph) -> int:
        """The entry that stands for what is on screen."""
        if self._view.is_equalised():
            return self._choice.findData(_EVEN_ID)
        for place, offered in enumerate(radiograph.grey.vois):
            if offered is voi:
                return self._choice.findData(place)
        name = _COMMAND_OF.get(voi.name, _BY_HAND_ID)
        return self._choice.findData(name)


def _number_box(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setKeyboardTracking(False)
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setMinimumWidth(60)
    return box
