"""What the reader wants explained, and with which method: the pickers of the explanation panel.

One inquiry serves all images. An image that is shown a second time beside itself has its own, and
the pickers show and change that one while it is the current item.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.state.workspace import Item

if TYPE_CHECKING:  # this pulls in ONNX Runtime, which is loaded after the window is up
    from engine.explain.explanation import Method
    from engine.explain.localisation import Localisation

DEFAULT_METHOD = "grad-cam"


@dataclass(frozen=True)
class Inquiry:
    """The pickers' state.

    Attributes:
        method: method id.
        target: class name, or None for the model's highest finding.
        also: names of further classes that are explained beside it, to go through them.
        against: class name that the target is compared with, or None for the class by itself.
        layer: layer name, or None for the model's default.
        options: what was changed from the defaults, by method id and option name.
        is_automatic: explain by itself when a score reaches its operating point.
    """

    method: str = DEFAULT_METHOD
    target: str | None = None
    also: frozenset[str] = frozenset()
    against: str | None = None
    layer: str | None = None
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    is_automatic: bool = True


class InquiryState(QObject):
    """The inquiry in use."""

    changed = Signal(object)  # Inquiry
    methods_listed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shared = Inquiry()
        self._own: dict[Item, Inquiry] = {}
        self._attended: Item | None = None
        self._methods: tuple[Method, ...] = ()
        self._localisation: Mapping[str, Localisation] = {}

    @property
    def methods(self) -> tuple[Method, ...]:
        """The methods that can be asked for; empty until the engine is loaded."""
        return self._methods

    def set_methods(self, methods: tuple[Method, ...]) -> None:
        """Files the engine's registry."""
        self._methods = methods
        self.methods_listed.emit()

    def set_localisation(self, measured: Mapping[str, Localisation]) -> None:
        """Files how well each method, by id, found known lesions."""
        self._localisation = measured
        self.methods_listed.emit()

    def label_of(self, method_id: str) -> str:
        """What must be told beside a method for how it found known lesions; often empty."""
        measured = self._localisation.get(method_id)
        return "" if measured is None else measured.label

    def find_method(self, method_id: str) -> Method | None:
        """The method of that id, once the engine is loaded."""
        return next((method for method in self._methods if method.id == method_id), None)

    @property
    def inquiry(self) -> Inquiry:
        """The inquiry of the current item."""
        return self.of(self._attended)

    def of(self, item: Item | None) -> Inquiry:
        """The inquiry of an item: its own, else the one of all."""
        return self._shared if item is None else self._own.get(item, self._shared)

    def turn_to(self, item: Item | None) -> None:
        """Another item is the current one: `inquiry` is its inquiry from now on."""
        before, self._attended = self.inquiry, item
        if self.inquiry != before:
            self.changed.emit(self.inquiry)

    def give_own(self, item: Item, inquiry: Inquiry) -> None:
        """An item goes its own way."""
        self._own[item] = inquiry
        self.changed.emit(self.inquiry)

    def forget(self, item: Item) -> None:
        """That item is gone."""
        self._own.pop(item, None)

    def set_options(
        self, method_id: str, options: Mapping[str, Any], item: Item | None = None
    ) -> None:
        """Files what is changed from the defaults of one method; other methods keep theirs.

        Args:
            method_id: whose options they are.
            options: by name.
            item: whose inquiry is meant, if not that of the current item.
        """
        item = self._attended if item is None else item
        self._change_of(item, {"options": {**self.of(item).options, method_id: dict(options)}})

    def change(self, **changes: Any) -> None:
        """Changes some of the inquiry of the current item; habits change for all."""
        self._change_of(self._attended, changes)

    def _change_of(self, item: Item | None, changes: Mapping[str, Any]) -> None:
        before = self.of(item)
        if item in self._own:
            self._own[item] = replace(before, **changes)
        else:
            self._shared = replace(before, **changes)
        if "is_automatic" in changes:
            self._spread(changes["is_automatic"])
        if self.of(item) != before:
            self.changed.emit(self.inquiry)

    def _spread(self, is_automatic: bool) -> None:
        self._shared = replace(self._shared, is_automatic=is_automatic)
        self._own = {i: replace(q, is_automatic=is_automatic) for i, q in self._own.items()}
