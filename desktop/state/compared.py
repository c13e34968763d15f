"""Maps of the image on screen side by side: what was asked for, and how far they have come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.state.workspace import Item, Progress
from engine.errors import WhyRayError

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    from engine.pipeline import Question
    from engine.trust.agreement import Agreement
    from engine.trust.matrix import Entry

# Where methods look that can look at any layer.
DEFAULT_LAYER, SPREAD, EACH_SIZE, EVERY = "default", "spread", "sizes", "every"


@dataclass(frozen=True)
class Wish:
    """What shall be compared.

    Attributes:
        methods: ids.
        models: ids.
        classes: names; without any, what each model finds first.
        layers: one of `DEFAULT_LAYER`, `SPREAD`, `EACH_SIZE`, `EVERY`.
        layer_count: of a spread.
    """

    methods: tuple[str, ...]
    models: tuple[str, ...]
    classes: tuple[str, ...] = ()
    layers: str = DEFAULT_LAYER
    layer_count: int = 5


@dataclass(frozen=True)
class Tile:
    """One place of the matrix.

    Attributes:
        row: from 0; a class of a model.
        column: from 0; a method at a layer.
        model_id: whose score.
        question: what is explained and how.
        entry: the map; None until it is there.
        problem: why it cannot be.
    """

    row: int
    column: int
    model_id: str
    question: Question
    entry: Entry | None = None
    problem: WhyRayError | None = None

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is to come."""
        return self.entry is not None or self.problem is not None


@dataclass(frozen=True)
class Compared:
    """What the window of comparisons shows.

    Attributes:
        item: whose image; None before any.
        tiles: in the order in which they are made.
        progress: work under way; its fraction is of all tiles.
        running: place of the tile that is being made.
        error: why there is nothing.
        agreements: of pairs of places, the lower one first.
        reference: place of the tile that the others are compared with.
        what: maps or differences, see `engine.trust.matrix.Display`.
        scaling: likewise.
        is_signed: likewise.
    """

    item: Item | None = None
    tiles: tuple[Tile, ...] = ()
    progress: Progress | None = None
    running: int | None = None
    error: WhyRayError | None = None
    agreements: dict[tuple[int, int], Agreement] = field(default_factory=dict)
    reference: int | None = None
    what: str = "maps"
    scaling: str = "own"
    is_signed: bool = True

    @property
    def done(self) -> tuple[int, ...]:
        """Places of the tiles that have their map."""
        return tuple(place for place, tile in enumerate(self.tiles) if tile.entry is not None)

    def agreement(self, one: int, other: int) -> Agreement | None:
        """Of the tiles at two places, as far as it is known."""
        return self.agreements.get((min(one, other), max(one, other)))


class ComparedState(QObject):
    """Holds one `Compared` and tells of changes."""

    changed = Signal(frozenset)  # names of what changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Compared()

    def change(self, **changes: Any) -> None:
        """Changes attributes and tells which."""
        self.shown = replace(self.shown, **changes)
        self.changed.emit(frozenset(changes))
