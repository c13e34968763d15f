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
    from engine.browse.dead import Fired
    from engine.browse.weights import Weights


@dataclass(frozen=True)
class Watched:
    """What images did to the filters of a model.

    Attributes:
        model_name: of the model; empty before any run.
        fired: per layer behind a rectifier, early to late, over the images so far.
        unread: errors of the files that could not be read, each naming its file.
        is_running: whether there is more to come.
        fraction: 0..1, how far it has come.
        note: the same in words.
        error: why it ended early.
    """

    model_name: str = ""
    fired: tuple[Fired, ...] = ()
    unread: tuple[WhyRayError, ...] = ()
    is_running: bool = False
    fraction: float = 0.0
    note: str = ""
    error: WhyRayError | None = None


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
        is_through: the channel looked at is shown for every layer.
        gradients: (K, h, w) d(score)/d(activation) by layer number, as far as they were asked for.
        weights: the model's stored kernels, early to late; empty until they are known.
        kernel: number of the layer whose kernels are looked at.
        output: number of its output channel that is looked at.
        watched: what images did to the model's filters.
    """

    item: Item | None = None
    maps: tuple[FeatureMaps, ...] = ()
    is_running: bool = False
    error: WhyRayError | None = None
    layer: int = 0
    channel: int = 0
    order: str = "index"
    is_shared: bool = False
    is_through: bool = False
    gradients: dict[int, NDArray[np.floating]] = field(default_factory=dict)
    weights: tuple[Weights, ...] = ()
    kernel: int = 0
    output: int = 0
    watched: Watched = field(default_factory=Watched)

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
