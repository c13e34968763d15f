"""Which value gets the last colour: each image's own largest, or the same one for every image."""

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QWidget

from desktop.state.overlay import OverlayLook
from desktop.state.session import SessionState
from desktop.views.widgets.chooser import Chooser
from engine.overlay.project import project_image
from engine.overlay.scale import scale_of

_OWN, _FIXED = "own", "fixed"
_LEAST = 1e-9  # of a scale's end
_DECIMALS = 6


class ScalePicker(QWidget):
    """Fixing starts at the scale of the map on screen, so that nothing changes until it is changed.

    Args:
        state: the session's state.
    """

    def __init__(self, state: SessionState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.kind, self.high = Chooser(), QDoubleSpinBox()
        self.kind.addItem(self.tr("Each image's own"), _OWN)
        self.kind.addItem(self.tr("Same for all, up to"), _FIXED)
        self.kind.setAccessibleName(self.tr("Scale of the colours"))
        self.kind.setToolTip(
            self.tr("A fixed scale lets images be compared; only maps of one method can be")
        )
        self.kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kind.setMinimumContentsLength(8)
        self.high.setRange(_LEAST, 1e9)
        self.high.setDecimals(_DECIMALS)
        self.high.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.high.setKeyboardTracking(False)
        self.high.setMinimumWidth(80)
        self.high.setAccessibleName(self.tr("Value of the last colour"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.kind, 1)
        row.addWidget(self.high)
        self.kind.activated.connect(self._pick)
        self.high.valueChanged.connect(lambda value: state.overlay.change(fixed_high=value))
        state.overlay.look_changed.connect(self._show)
        self._show(state.overlay.look)

    def _pick(self, _place: int) -> None:
        is_fixed = self.kind.currentData() == _FIXED
        self._state.overlay.change(fixed_high=self._present_high() if is_fixed else None)

    def _present_high(self) -> float:
        """The end of the scale of the map on screen."""
        item = self._state.workspace.current
        if item is None or item.explanation is None or item.radiograph is None:
            return 1.0
        values = project_image(item.explanation, item.radiograph.size_hw)
        scale = scale_of(values, is_signed=self._state.overlay.look.is_signed)
        return 1.0 if scale.is_empty else scale.high

    def _show(self, look: OverlayLook) -> None:
        is_fixed = look.fixed_high is not None
        self.kind.setCurrentIndex(self.kind.findData(_FIXED if is_fixed else _OWN))
        self.high.setVisible(is_fixed)
        if is_fixed:
            self.high.blockSignals(True)
            self.high.setValue(look.fixed_high)
            self.high.blockSignals(False)
