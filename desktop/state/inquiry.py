"""What the reader wants explained, and with which method: the pickers of the explanation panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

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
        self._inquiry = Inquiry()
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
        """The inquiry in use."""
        return self._inquiry

    def set_options(self, method_id: str, options: Mapping[str, Any]) -> None:
        """Files what is changed from the defaults of one method; other methods keep theirs."""
        self.change(options={**self._inquiry.options, method_id: dict(options)})

    def change(self, **changes: Any) -> None:
        """Changes some of it."""
        inquiry = replace(self._inquiry, **changes)
        if inquiry != self._inquiry:
            self._inquiry = inquiry
            self.changed.emit(inquiry)
