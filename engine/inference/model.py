"""An open model: a verified bundle, its graph, and the sessions that run it."""

import os
import threading
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
import onnx
from numpy.typing import NDArray

from engine.bundle.manifest import Manifest
from engine.bundle.provenance import Provenance, provenance_of
from engine.bundle.store import Bundle
from engine.errors import BundleError, InvalidOutput, SelfTestFailed
from engine.graph.cut import with_outputs
from engine.graph.facts import GraphFacts, load_model
from engine.graph.layers import Layer, default_cam_layer, list_layers
from engine.graph.score import Score, find_score
from engine.inference.session import CPU, Session
from engine.language import said

SELF_TEST_TOLERANCE = 1e-3
T = TypeVar("T")


class Model:
    """A model that is ready to predict and to be explained. Made by `open_model`.

    Attributes:
        bundle: what it was made from.
        graph: the ONNX graph.
        facts: shapes, producers and consumers of its tensors.
        score: where its logits are.
        layers: its spatial layers, early to late.
        self_test_error: largest deviation from the stored output.
    """

    def __init__(self, bundle: Bundle, *, wants_gpu: bool, threads: int) -> None:
        self.bundle = bundle
        self.graph: onnx.ModelProto = load_model(bundle.model)
        self.facts = GraphFacts(self.graph)
        self.score: Score = find_score(self.facts)
        names = {layer.tensor: layer.name for layer in bundle.manifest.layers}
        self.layers: tuple[Layer, ...] = list_layers(self.facts, names)
        self.self_test_error = float("nan")
        self._wants_gpu = wants_gpu
        self._threads = threads
        self._lock = threading.RLock()  # building one thing may ask for another
        self._sessions: list[Session] = []
        self._derived: dict[str, Any] = {}

    @property
    def manifest(self) -> Manifest:
        """The bundle's description."""
        return self.bundle.manifest

    @property
    def provenance(self) -> Provenance:
        """What its results say of it."""
        return self.derived("provenance", lambda: provenance_of(self.bundle))

    @property
    def default_layer(self) -> Layer:
        """The layer that class activation maps use unless told otherwise."""
        return default_cam_layer(self.layers)

    @property
    def provider(self) -> str:
        """ONNX Runtime's name of the provider in use."""
        return self._main().provider

    @property
    def provider_note(self) -> str:
        """Why a wanted GPU is not used; empty otherwise."""
        return self._main().note

    def scores(
        self, tensor: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Logits and outputs of a batch.

        Args:
            tensor: (N, ...) float32 in the model's own layout.

        Returns:
            Two (N, C) float32 arrays: logits, and the graph's output (probabilities, or the logits
            again).

        Raises:
            InvalidOutput: NaN, infinity or a wrong number of classes.
        """
        names = (self.score.logits, self.score.output)
        logits, output = self._main().run(names, {self.facts.input_name: tensor})
        return tuple(self.checked(array) for array in (logits, output))  # type: ignore[return-value]

    def checked(self, array: NDArray[np.float32]) -> NDArray[np.float32]:
        """Logits or outputs of N inputs in any shape -> (N, C).

        Raises:
            InvalidOutput: NaN, infinity or a wrong number of classes.
        """
        width = len(self.manifest.classes)
        flat = array.reshape(array.shape[0], -1).astype(np.float32)
        if flat.shape[1] != width:
            raise InvalidOutput(
                said(
                    "the model returned {shape} numbers for {width} classes",
                    shape=flat.shape[1],
                    width=width,
                ),
                hint=said("The bundle's class list does not fit its network; import it again."),
            )
        if not np.isfinite(flat).all():
            raise InvalidOutput(
                said("the model returned NaN or infinity, so there is no score"),
                hint=said("The image may be outside what the model can take; try another model."),
            )
        return flat

    def open_session(self, graph: onnx.ModelProto, *, batch: int | None = None) -> Session:
        """A session for a graph derived from this one; `stop` reaches it too.

        Args:
            graph: the derived graph.
            batch: the number of images in every run, where it is known.
        """
        data = graph.SerializeToString()
        session = Session(data, wants_gpu=self._wants_gpu, threads=self._threads, batch=batch)
        self._sessions.append(session)
        return session

    def derived(self, key: str, build: Callable[[], T]) -> T:
        """What `build` makes of this model (say, a backward graph), once per `key`.

        What is there already is had at once, also while another thread builds something else.
        """
        if key in self._derived:
            return self._derived[key]
        with self._lock:
            if key not in self._derived:
                self._derived[key] = build()
            return self._derived[key]

    def has_derived(self, key: str) -> bool:
        """Whether `derived` has something under that key."""
        return key in self._derived

    def over(self, bundle: Bundle) -> "Model":
        """A model of another bundle, or of a changed one, opened as this one was; not tested."""
        return Model(bundle, wants_gpu=self._wants_gpu, threads=self._threads)

    def stop(self) -> None:
        """Stops every run under way; it raises `Cancelled`, and the model stays usable."""
        for session in tuple(self._sessions):
            session.stop()

    def self_test(self) -> float:
        """Largest deviation from the bundle's stored output.

        Raises:
            SelfTestFailed: it exceeds `SELF_TEST_TOLERANCE`.
        """
        _, output = self.scores(self.bundle.selftest_input)
        expected = self.bundle.selftest_output.reshape(output.shape)
        error = float(np.abs(output - expected).max())
        if error > SELF_TEST_TOLERANCE:
            raise SelfTestFailed(
                said(
                    "the model {id} misses its stored self-test output by {error:.2g}",
                    id=self.manifest.id,
                    error=error,
                ),
                hint=said("It is switched off here. Update the graphics driver or use the CPU."),
            )
        return error

    def _main(self) -> Session:
        return self.derived("scores", self._open_with_logits)

    def _open_with_logits(self) -> Session:
        return self.open_session(with_outputs(self.graph, (self.score.logits, self.score.output)))


def open_model(bundle: Bundle, *, wants_gpu: bool = True, threads: int | None = None) -> Model:
    """Opens a bundle and proves that it still computes what it computed when it was made.

    Args:
        bundle: a verified bundle.
        wants_gpu: use a GPU where there really is one.
        threads: threads of one run; None leaves one core to the window (at most 4).

    Raises:
        ModelError: the graph cannot be loaded or contradicts its manifest.
        SelfTestFailed: it computes something else on this machine.
    """
    if bundle.manifest.is_segmentation:
        raise BundleError(
            said("{id} gives masks, no scores", id=bundle.manifest.id),
            hint=said("Choose a model that scores; this one is used for lung and heart fields."),
            file=bundle.path,
        )
    count = default_threads() if threads is None else threads
    model = Model(bundle, wants_gpu=wants_gpu, threads=count)
    _check_against_manifest(model)
    model.self_test_error = model.self_test()
    return model


def default_threads() -> int:
    """All cores but one, at least 1, at most 4."""
    return max(1, min(4, (os.cpu_count() or 2) - 1))


def is_gpu(provider: str) -> bool:
    """Whether a provider computes on a GPU."""
    return provider != CPU


def _check_against_manifest(model: Model) -> None:
    manifest, score = model.manifest, model.score
    if score.activation not in ("none", manifest.activation):
        raise BundleError(
            said(
                "the graph ends in {activation}, the manifest says {expected}",
                activation=score.activation,
                expected=manifest.activation,
            ),
            hint=said("Import the model again."),
            file=model.bundle.path,
        )
    if score.class_count != len(manifest.classes):
        raise BundleError(
            said(
                "{class_count} outputs for the {count} classes of the manifest",
                class_count=score.class_count,
                count=len(manifest.classes),
            ),
            hint=said("Import the model again."),
            file=model.bundle.path,
        )
