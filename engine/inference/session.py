"""A session of ONNX Runtime that says which provider really runs it, and that can be stopped."""

import contextlib
import functools
import threading
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from engine.errors import ModelError
from engine.graph.cut import BATCH
from engine.language import said
from engine.progress import Cancelled

CPU = "CPUExecutionProvider"
# Asked for in this order; what is missing on the machine is left out by ONNX Runtime itself.
GPU_PROVIDERS = ("CUDAExecutionProvider", "DmlExecutionProvider", "CoreMLExecutionProvider")
PROVIDER_NAMES = {
    CPU: "CPU",
    "CUDAExecutionProvider": "GPU (CUDA)",
    "DmlExecutionProvider": "GPU (DirectML)",
    "CoreMLExecutionProvider": said("GPU (Core ML)"),
}
_SEVERITY_WARNING, _SEVERITY_FATAL = 2, 4


class Session:
    """One ONNX model, ready to run.

    Args:
        model: bytes of an ONNX file without external data.
        wants_gpu: ask for a GPU first.
        threads: threads of one run; at least 1.
        batch: the number of images in every run, where it is known: a graph whose sizes are all
            fixed is planned better. The free axis must be named `engine.graph.cut.BATCH`.

    Attributes:
        provider: the execution provider in use, read back after creation.
        note: why a wanted GPU is not used; empty when it is, or when none was wanted.

    Raises:
        ModelError: ONNX Runtime cannot load the model.
    """

    def __init__(
        self, model: bytes, *, wants_gpu: bool, threads: int, batch: int | None = None
    ) -> None:
        self._model = model
        self._options = _session_options(threads, batch)
        self._lock = threading.Lock()
        self._running: set[ort.RunOptions] = set()
        self._session, self.note = _create(model, wants_gpu, self._options)
        self.provider: str = self._session.get_providers()[0]
        inputs = self._session.get_inputs()
        self._halves = frozenset(i.name for i in inputs if i.type == "tensor(float16)")

    @property
    def input_names(self) -> tuple[str, ...]:
        """Names of the graph inputs."""
        return tuple(entry.name for entry in self._session.get_inputs())

    def run(
        self, outputs: Sequence[str], feeds: Mapping[str, NDArray[np.generic]]
    ) -> list[NDArray[np.float32]]:
        """Runs the model.

        Models in half precision are fed and read in single precision: numbers are rounded on their
        way in and widened on their way out.

        A GPU that fails while running is given up once and for all; the call is repeated on the CPU
        and `provider` and `note` tell so.

        Raises:
            Cancelled: `stop` was called meanwhile.
            ModelError: the run failed.
        """
        options = ort.RunOptions()
        feeds = {
            name: array.astype(np.float16) if name in self._halves else array
            for name, array in feeds.items()
        }
        with self._registered(options):
            try:
                return self._run_once(outputs, feeds, options)
            except Exception as error:
                if options.terminate:
                    raise Cancelled from error
                if self.provider == CPU:
                    raise ModelError(
                        said(
                            "the model could not be run: {first_line}",
                            first_line=_first_line(error),
                        )
                    ) from error
                self._fall_back(error)
                return self._run_once(outputs, feeds, options)

    def _run_once(
        self,
        outputs: Sequence[str],
        feeds: dict[str, NDArray[np.generic]],
        options: ort.RunOptions,
    ) -> list[NDArray[np.float32]]:
        arrays = self._session.run(list(outputs), feeds, options)
        return [a.astype(np.float32) if a.dtype == np.float16 else a for a in arrays]

    def stop(self) -> None:
        """Stops every run under way; callable from any thread. The session stays usable."""
        with self._lock:
            for options in self._running:
                options.terminate = True

    @contextlib.contextmanager
    def _registered(self, options: ort.RunOptions) -> Iterator[None]:
        with self._lock:
            self._running.add(options)
        try:
            yield
        finally:
            with self._lock:
                self._running.discard(options)

    def _fall_back(self, error: Exception) -> None:
        failed = PROVIDER_NAMES.get(self.provider, self.provider)
        self._session, _ = _create(self._model, False, self._options)
        self.provider = self._session.get_providers()[0]
        self.note = said(
            "{failed} failed while running and is off until restart: {first_line}",
            failed=failed,
            first_line=_first_line(error),
        )


def _session_options(threads: int, batch: int | None) -> ort.SessionOptions:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    # Spinning threads would burn the cores that the window and the decoder need.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The plan for one large block comes on top of what the first run took piece by piece.
    options.enable_mem_pattern = False
    options.log_severity_level = _SEVERITY_FATAL
    if batch is not None:
        options.add_free_dimension_override_by_name(BATCH, batch)
    return options


def _create(
    model: bytes, wants_gpu: bool, options: ort.SessionOptions
) -> tuple[ort.InferenceSession, str]:
    offered = ort.get_available_providers()
    gpus = [name for name in GPU_PROVIDERS if name in offered] if wants_gpu else []
    # A missing driver makes ONNX Runtime write red lines and fall back by itself.
    ort.set_default_logger_severity(_SEVERITY_FATAL)
    try:
        if "CUDAExecutionProvider" in gpus:
            _preload_cuda()
        session = ort.InferenceSession(model, options, providers=[*gpus, CPU])
    except Exception as error:
        raise ModelError(
            said("ONNX Runtime cannot load the model: {first_line}", first_line=_first_line(error)),
            hint=said("The file may be damaged, need files beside it, or need a newer WhyRay."),
        ) from error
    finally:
        ort.set_default_logger_severity(_SEVERITY_WARNING)
    session.disable_fallback()
    if not wants_gpu or session.get_providers()[0] != CPU:
        return session, ""
    wanted = " or ".join(PROVIDER_NAMES[name] for name in gpus) or "a GPU"
    return session, said(
        "{wanted} was asked for but cannot be used here (no device, driver or library)",
        wanted=wanted,
    )


@functools.cache
def _preload_cuda() -> None:
    """Loads CUDA's libraries; what is missing shows in the provider afterwards."""
    with contextlib.redirect_stdout(None), contextlib.redirect_stderr(None):
        ort.preload_dlls()


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
