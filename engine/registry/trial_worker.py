"""The child in which a model is run for the first time; started by `engine.registry.trial`.

Started as ``python -m engine.registry.trial_worker`` or, from the frozen program, ``<program>
--worker trial``. One request, a line of JSON on standard input, and one answer on standard output.
The limits of memory and time are set before anything of the model is read.
"""

import json
import os
import signal
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from engine.errors import ForeignModelError, InvalidOutput, ModelError, WhyRayError
from engine.images.text import clean_text
from engine.language import said

_RUNS = 5
_SAME = 1e-5  # how far two runs of the same input may lie apart
_NOISE_SEED = 0


def main() -> int:
    """Serves one request; the exit code."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints
    with os.fdopen(os.dup(0), encoding="utf-8") as requests:  # a windowed program has no sys.stdin
        request = json.loads(requests.readline())
    _limit(int(request["memory_bytes"]), float(request["timeout_s"]))
    try:
        answer = {"result": _TASKS[request["task"]](request)}
    except WhyRayError as error:
        kind = "questions" if isinstance(error, ForeignModelError) else "error"
        answer = {kind: error.as_json(), "class": type(error).__name__}
    except BaseException as error:  # noqa: BLE001 - the parent shall hear of all
        text = f"{type(error).__name__}: {clean_text(str(error), 300)}"
        answer = {"crash": text, "is_memory": isinstance(error, MemoryError)}
    json.dump(answer, answers)
    answers.close()
    return 0


def _try(request: dict[str, Any]) -> dict[str, Any]:
    """Runs a bundle in every way that counts; what was measured."""
    from engine.bundle.store import read_bundle
    from engine.registry.vetting import vet

    bundle = read_bundle(Path(request["path"]))
    if request["is_vetted"]:
        vet(bundle.model)
    measured = _run_masks(bundle) if bundle.manifest.is_segmentation else _run_scores(bundle)
    return measured | {"digest": bundle.digest, "peak_bytes": _peak_bytes()}


def _run_scores(bundle: Any) -> dict[str, Any]:
    from engine.inference.model import open_model

    model = open_model(bundle, wants_gpu=False, threads=_threads())
    return _measured(model.self_test_error, bundle.selftest_input, lambda x: model.scores(x)[1])


def _run_masks(bundle: Any) -> dict[str, Any]:
    from engine.inference.segment import open_segmentation

    model = open_segmentation(bundle, wants_gpu=False, threads=_threads())
    return _measured(model.self_test_error, bundle.selftest_input, model.run)


def _measured(error: float, example: Any, run: Any) -> dict[str, Any]:
    """Self-test, finite answers to other inputs, the same answer twice, and the time of a pass.

    Raises:
        InvalidOutput: NaN, or another answer to the same input.
    """
    import numpy as np

    one = example[:1]
    noise = np.random.default_rng(_NOISE_SEED).random(one.shape, dtype=np.float32)
    low, high = float(example.min()), float(example.max())
    for other in (np.full_like(one, low), np.full_like(one, high), low + (high - low) * noise):
        run(other.astype(np.float32))  # refuses NaN itself
    first, seconds = run(one), []
    for _ in range(_RUNS):
        start = time.perf_counter()
        again = run(one)
        seconds.append(time.perf_counter() - start)
        if float(np.abs(again - first).max()) > _SAME:
            raise InvalidOutput(
                said("the model answers the same image differently every time"),
                hint=said("Ask its maker for an export without random parts."),
            )
    return {"self_test_error": error, "seconds": statistics.median(seconds)}


def _bundle(request: dict[str, Any]) -> dict[str, Any]:
    """Makes a bundle of a bare ONNX file."""
    from engine.bundle.answers import Answers
    from engine.inference.foreign import import_onnx, read_onnx
    from engine.registry.vetting import vet

    answers = {k: tuple(v) if isinstance(v, list) else v for k, v in request["answers"].items()}
    path = Path(request["path"])
    data = read_onnx(path)
    try:
        vet(data)
    except ModelError as error:
        raise error.about(path) from error.__cause__
    folder = import_onnx(path, Answers.from_mapping(answers), Path(request["folder"]))
    return {"folder": str(folder)}


def _threads() -> int:
    return max(1, min(2, (os.cpu_count() or 1) - 1))


def _peak_bytes() -> int | None:
    """The most memory that was resident; None where the system does not tell."""
    if sys.platform == "win32":
        return None
    if sys.platform == "linux":  # ru_maxrss there begins with that of the process it came from
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return 1024 * int(status.split("VmHWM:")[1].split()[0])
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _limit(memory_bytes: int, timeout_s: float) -> None:
    """Address space, core files and an alarm, where the system has them; the parent polls too."""
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in ((resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        ceiling = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (ceiling, ceiling))
        except (ValueError, OSError) as error:  # macOS refuses RLIMIT_AS
            sys.stderr.write(f"no limit {kind}: {error}\n")
    # The second line: the parent shall be first and say why.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, timeout_s + 5.0)


_TASKS = {"try": _try, "bundle": _bundle}

if __name__ == "__main__":
    sys.exit(main())
