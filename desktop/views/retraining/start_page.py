"""Third page: where the training starts from, how thorough it is, and how long that takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import figure, translate
from desktop.retraining.looks import Estimate, Options
from desktop.retraining.plan import FINE_TUNE, FROM_SCRATCH, PRESETS, USUAL, Plan
from desktop.state.models import ModelsState
from desktop.views.retraining.page import Page
from desktop.views.retraining.words import (
    LEAST_S,
    PRESET_NAMES,
    PRESET_WORDS,
    bytes_words,
    time_words,
)
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.layout import Card
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.errors import WhyRayError
from engine.images.text import clean_text

_PAUSE_MS = 700  # after the last change, before the time is measured
_GO_ON, _ANEW, _OTHER = "go on", "anew", "other"
_TIGHT = 0.9  # of the free memory


class StartPage(Page):
    """Starting point, preset, name, and the estimated time.

    Args:
        models: to start from.
    """

    changed = Signal()
    estimate_wanted = Signal()
    expert_asked = Signal()

    def __init__(self, models: ModelsState, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("How shall it be trained?"))
        self.intro.setText(
            self.tr(
                "The choices that are set already fit most clinics. The new model never replaces "
                "the active one by itself."
            )
        )
        self._models = models
        self._options: Options | None = None
        self._estimate: Estimate | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.estimate_wanted)
        self.problem = PlainLabel("", "stop", wraps=True)
        self.problem.hide()
        self.column.addWidget(self.problem)
        self.column.addWidget(self._starting_points())
        self.column.addWidget(self._presets())
        self.column.addWidget(self._naming())
        self.column.addStretch(1)
        models.listed.connect(self._list_models)
        models.active_changed.connect(self._list_models)
        self._list_models()

    # What is chosen.

    def apply(self, plan: Plan) -> Plan:
        """The plan with what was chosen here."""
        base, start = self._models.active_id, FINE_TUNE
        architecture = ""
        if self.choice == _ANEW:
            start, architecture = FROM_SCRATCH, self.network.currentData() or ""
        elif self.choice == _OTHER:
            base = self.other.currentData() or ""
        return replace(
            plan,
            name=self.name.text().strip(),
            base_model=base,
            start=start,
            architecture=architecture,
            preset=self.preset,
        )

    @property
    def choice(self) -> str:
        """Which starting point."""
        return next(key for key, button in self._points.items() if button.isChecked())

    @property
    def preset(self) -> str:
        """One of `PRESETS`."""
        return next(key for key, button in self._preset_buttons.items() if button.isChecked())

    @property
    def is_complete(self) -> bool:
        """Whether it has a name and something to start from."""
        if self.choice == _OTHER and not self.other.currentData():
            return False
        has_base = self.choice == _OTHER or bool(self._models.active_id)
        return bool(self.name.text().strip()) and has_base

    # What is shown.

    def propose_name(self) -> None:
        """A name that tells what it comes from and when; not where a person has given one."""
        if self.name.isModified():
            return
        base = self._models.find(self._models.active_id)
        name = self.tr("New model") if base is None else base.name
        with QSignalBlocker(self.name):
            self.name.setText(
                f"{clean_text(name)}, {datetime.now().astimezone().date().isoformat()}"
            )

    def show_problem(self, error: WhyRayError | None) -> None:
        """Why it cannot be started like this."""
        self.problem.setText("" if error is None else error_text(error))
        self.problem.setVisible(error is not None)

    def show_options(self, options: Options) -> None:
        """Networks to choose from; and what the presets differ in."""
        self._options = options
        chosen = self.network.currentData()
        with QSignalBlocker(self.network):
            self.network.clear()
            self.network.addItem(self.tr("the same network as the active model"), "")
            for row in options.architectures:
                text = self.tr("{name}, {millions} million weights").format(
                    name=row["id"], millions=figure(float(row["parameters"]) / 1e6, ".2g")
                )
                self.network.addItem(text, row["id"])
            self.network.setCurrentIndex(max(0, self.network.findData(chosen)))
        self._tell_times()

    def show_measuring(self) -> None:
        """The time is being measured."""
        self._estimate = None
        self._tell_times()
        self.time.setText(self.tr("Measuring how long this takes on this computer ..."))

    def show_estimate(self, estimate: Estimate) -> None:
        """What was measured."""
        self._estimate = estimate
        self._tell_times()
        parts = [
            self.tr(
                "On this computer {time}: at most {epochs} rounds (epochs) over {images} images. "
                "Stops earlier where nothing gets better; takes longer while others use it."
            ).format(
                time=self._about(estimate.seconds),
                epochs=estimate.epochs,
                images=figure(estimate.images, ",d"),
            ),
            self.tr("It needs {disk} of disk and {memory} GB of memory.").format(
                disk=bytes_words(estimate.disk_bytes), memory=figure(estimate.memory_gb, ".1f")
            ),
        ]
        is_tight = estimate.free_gb is not None and estimate.memory_gb > _TIGHT * estimate.free_gb
        if is_tight:
            parts.append(
                self.tr("Only {free} GB of memory are free: close other programs first.").format(
                    free=figure(estimate.free_gb, ".1f")
                )
            )
        self.time.set_role("warning" if is_tight else "muted")
        self.time.setText(" ".join(parts))

    def show_no_estimate(self, error: WhyRayError) -> None:
        """The time could not be measured."""
        self.time.set_role("muted")
        self.time.setText(
            self.tr("The time could not be measured: {reason}").format(reason=error_text(error))
        )

    def show_changed_options(self, count: int) -> None:
        """How many options were changed on the expert page."""
        text = self.tr("%n option(s) changed", "", count) if count else ""
        self.expert_note.setText(text)

    def measure_soon(self) -> None:
        """Asks for the time after a moment without changes."""
        self.show_measuring()
        self._soon.start()

    def stop_measuring(self) -> None:
        """Asks no more."""
        self._soon.stop()

    # Below: building.

    def _starting_points(self) -> Card:
        card = Card()
        card.column.addWidget(PlainLabel(self.tr("Starting point"), "strong"))
        self._points = {
            _GO_ON: QRadioButton(self.tr("Go on from the active model")),
            _ANEW: QRadioButton(self.tr("Begin from nothing")),
            _OTHER: QRadioButton(self.tr("Go on from another model")),
        }
        self._explained = {
            _GO_ON: PlainLabel("", "muted", wraps=True),
            _ANEW: PlainLabel(
                self.tr(
                    "It forgets all that the active model knows. Needs many more images and much "
                    "more time; other classes are possible."
                ),
                "muted",
                wraps=True,
            ),
            _OTHER: PlainLabel(
                self.tr("It must tell the same classes as your images."), "muted", wraps=True
            ),
        }
        self.network, self.other = Chooser(), Chooser()
        self.network.setAccessibleName(self.tr("Network"))
        self.network.addItem(self.tr("the same network as the active model"), "")
        self.other.setAccessibleName(self.tr("Another model"))
        group = QButtonGroup(self)
        for key, button in self._points.items():
            group.addButton(button)
            card.column.addWidget(button)
            inner = QVBoxLayout()
            inner.setContentsMargins(26, 0, 0, 4)
            inner.addWidget(self._explained[key])
            if key == _ANEW:
                inner.addWidget(self.network)
            if key == _OTHER:
                inner.addWidget(self.other)
            card.column.addLayout(inner)
            button.toggled.connect(self._point_chosen)
        self._points[_GO_ON].setChecked(True)
        for chooser in (self.network, self.other):
            chooser.currentIndexChanged.connect(lambda _place: self._change())
        return card

    def _presets(self) -> Card:
        card = Card()
        card.column.addWidget(PlainLabel(self.tr("How thorough"), "strong"))
        self._preset_buttons: dict[str, QRadioButton] = {}
        self._times: dict[str, PlainLabel] = {}
        group, grid = QButtonGroup(self), QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for place, preset in enumerate(PRESETS):
            button = QRadioButton(translate("Retraining", PRESET_NAMES[preset]))
            button.setChecked(preset == USUAL)
            button.toggled.connect(lambda is_on: self._change() if is_on else None)
            group.addButton(button)
            self._preset_buttons[preset] = button
            self._times[preset] = PlainLabel("", "muted")
            words = PlainLabel(translate("Retraining", PRESET_WORDS[preset]), "muted", wraps=True)
            words.setContentsMargins(26, 0, 0, 4)
            grid.addWidget(button, 2 * place, 0)
            grid.addWidget(self._times[preset], 2 * place, 1)
            grid.addWidget(words, 2 * place + 1, 0, 1, 2)
        card.column.addLayout(grid)
        self.time = PlainLabel("", "muted", wraps=True)
        card.column.addWidget(self.time)
        row = QHBoxLayout()
        self.expert = QPushButton(self.tr("All options..."))
        self.expert.setAutoDefault(False)
        self.expert.setToolTip(self.tr("For experts: every option of the training"))
        self.expert.clicked.connect(self.expert_asked)
        self.expert_note = PlainLabel("", "warning")
        row.addWidget(self.expert)
        row.addWidget(self.expert_note, 1)
        card.column.addLayout(row)
        return card

    def _naming(self) -> Card:
        card = Card()
        card.column.addWidget(PlainLabel(self.tr("Name of the new model"), "strong"))
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setAccessibleName(self.tr("Name of the new model"))
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        card.column.addWidget(self.name)
        card.column.addWidget(
            PlainLabel(self.tr("As readers will see it beside every result."), "muted", wraps=True)
        )
        return card

    def _list_models(self, _active_id: str = "") -> None:
        active = self._models.find(self._models.active_id)
        text = self.tr(
            "Recommended: it keeps what {name} knows and learns what is different here. Needs the "
            "fewest images and the least time. Where your images have other classes, the two "
            "models cannot be compared."
        )
        name = self.tr("the active model") if active is None else active.name
        self._explained[_GO_ON].setText(text.format(name=clean_text(name)))
        chosen = self.other.currentData()
        with QSignalBlocker(self.other):
            self.other.clear()
            for model in self._models.stored:
                if model.id != self._models.active_id and not model.problem:
                    shown = self.tr("{name}, version {version}")
                    shown = shown.format(name=model.name, version=model.version)
                    self.other.addItem(clean_text(shown), model.id)
            self.other.setCurrentIndex(max(0, self.other.findData(chosen)))
        has_others = self.other.count() > 0
        self._points[_OTHER].setEnabled(has_others)
        self._points[_OTHER].setToolTip("" if has_others else self.tr("There is no other model"))
        if not has_others and self.choice == _OTHER:
            self._points[_GO_ON].setChecked(True)
        self._point_chosen()
        self.propose_name()

    def _point_chosen(self, is_on: bool = True) -> None:
        if not is_on:
            return
        self.network.setVisible(self._points[_ANEW].isChecked())
        self.other.setVisible(self._points[_OTHER].isChecked())
        self._change()

    def _change(self) -> None:
        self.show_problem(None)
        self.changed.emit()

    def _tell_times(self) -> None:
        """The chosen preset's time as measured; of the others, by their rounds more or less."""
        measured = self._estimate
        for preset, label in self._times.items():
            seconds = None if measured is None else self._seconds_of(preset, measured)
            label.setText("" if seconds is None else self._about(seconds))

    def _about(self, seconds: float) -> str:
        if seconds < LEAST_S:
            return time_words(seconds)
        return self.tr("about {time}").format(time=time_words(seconds))

    def _seconds_of(self, preset: str, measured: Estimate) -> float | None:
        if preset == measured.plan.preset:
            return measured.seconds
        if self._options is None or not measured.epochs:
            return None
        table = self._options.presets.get(preset, {}).get(measured.plan.start, {})
        epochs = table.get("schedule.epochs")
        if epochs is None:
            return None
        each = measured.step_seconds * measured.steps  # reading and export take what they take
        return max(0.0, measured.seconds + each * (epochs - measured.epochs))


def has_same_time(one: Plan, other: Plan) -> bool:
    """Whether two plans take the same time: they differ in their names only."""
    return replace(one, name="") == replace(other, name="")
