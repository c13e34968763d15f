"""The network opened up for one image: what its layers showed, and which channel is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.state.workspace import Item
from engine.errors import WhyRayError

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    import numpy as np
    from numpy.typing import NDArray

    from engine.browse.activations import FeatureMaps


@dataclass(frozen=True)
class Browsed:
    """What the layer window shows.

    Attributes:
        item: whose image; None before any.
        maps: every layer's, early to late; empty while they are being made.
        is_running: whether they are.
        error: why there are none.
        layer: number of the layer looked at.
        channel: number of the channel looked at.
        order: by which channels are sorted.
        is_shared: one scale for all channels of a layer.
        gradients: (K, h, w) d(score)/d(activation) by layer number, as far as they were asked for.
    """

    item: Item | None = None
    maps: tuple[FeatureMaps, ...] = ()
    is_running: bool = False
    error: WhyRayError | None = None
    layer: int = 0
    channel: int = 0
    order: str = "index"
    is_shared: bool = False
    gradients: dict[int, NDArray[np.floating]] = field(default_factory=dict)

    @property
    def current(self) -> FeatureMaps | None:
        """The maps of the layer looked at."""
        return self.maps[self.layer] if self.layer < len(self.maps) else None


class BrowsedState(QObject):
    """Holds one `Browsed` and tells of changes."""

    changed = Signal(frozenset)  # names of what changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Browsed()

    def change(self, **changes: Any) -> None:
        """Changes attributes and tells which."""
        self.shown = replace(self.shown, **changes)
        self.changed.emit(frozenset(changes))
