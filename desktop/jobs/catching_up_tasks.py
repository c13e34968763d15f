"""What the worker of `desktop.jobs.catching_up` does: decodes and scores one image at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.jobs import tasks
from engine.bundle.store import ModelStore
from engine.errors import WhyRayError
from engine.images.decoder import Decoder
from engine.images.radiograph import Facts, Radiograph
from engine.progress import Step

if TYPE_CHECKING:  # these pull in ONNX Runtime
    from engine.inference.model import Model
    from engine.pipeline import Reading


class Bench:
    """What the worker has at hand: a decoder child, and the model that was used last.

    Args:
        store: the models of this installation.
        decoder: nobody else uses it.
    """

    def __init__(self, store: ModelStore, decoder: Decoder) -> None:
        self.decoder = decoder
        self._store = store
        self._model: Model | None = None
        self._model_id = ""

    def model(self, model_id: str, *, wants_gpu: bool) -> Model:
        """A copy of that model; another one is let go. Raises ModelError or RequestError."""
        if self._model is None or self._model_id != model_id:
            self._model = None
            self._model = tasks.open_stored_model(self._store, model_id, wants_gpu)
            self._model_id = model_id
        return self._model

    def stop(self) -> None:
        """Interrupts a run of the model, from any thread; a decoder ends its file, behind all."""
        model = self._model
        if model is not None:
            model.stop()

    def clear(self) -> None:
        """Lets everything go."""
        self._model = None
        self.decoder.close()


@dataclass(frozen=True)
class Judged:
    """What became of one image.

    Attributes:
        model_id: the model that was asked for.
        sha256: of the file.
        facts: what it says of itself.
        reading: the score; None where the model could not be opened.
        model_error: why not.
    """

    model_id: str
    sha256: str = ""
    facts: Facts | None = None
    reading: Reading | None = None
    model_error: WhyRayError | None = None


def judge(
    bench: Bench,
    model_id: str,
    path: Path,
    radiograph: Radiograph | None,
    frame: int,
    *,
    wants_gpu: bool,
) -> Iterator[Step]:
    """Scores one image; the last step's `result` is a `Judged`. Ends between its parts if asked to.

    Args:
        bench: what is at hand.
        model_id: the model to ask.
        path: the file.
        radiograph: the image where it is decoded already.
        frame: which frame.
        wants_gpu: whether a graphics processor may be used.

    Raises:
        ImageError: the file cannot be read.
        ModelError, RequestError: the image cannot be scored.
    """
    try:
        model = bench.model(model_id, wants_gpu=wants_gpu)
    except WhyRayError as error:
        yield Step(1.0, result=Judged(model_id, model_error=error))
        return
    yield Step(0.1)
    if radiograph is None:
        from engine.images.reader import open_radiograph

        radiograph = open_radiograph(path, decoder=bench.decoder)
    yield Step(0.5)
    reading = tasks.score(radiograph, model, frame)
    yield Step(1.0, result=Judged(model_id, radiograph.sha256, radiograph.facts, reading))
