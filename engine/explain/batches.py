"""How many inputs go into one run: measured once per model, halved when memory runs out.

A batch is as large as makes one input fastest: on processors often a few, whose activations still
fit into the cache, on graphics cards many. It runs in about a tenth of a second, so that a
cancellation is seen in time, and is never larger than the free memory allows. The size is kept with
the model: the same request gives the same batches, and with them the same rounding, as long as the
model stays open.
"""

import math
import os
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import ModelError
from engine.inference.model import Model
from engine.language import said
from engine.progress import Step

MEASURING = said("measuring how fast the model runs")
# Seconds that one run may take; a stopped run ends earlier still.
SECONDS_PER_RUN = 0.1
LARGEST = 64
# Share of the free memory that one run may take.
_MEMORY_SHARE = 0.25
# A larger batch must be that much faster per input to be taken.
_GAIN = 0.97
_TRIALS = 2

Run = Callable[[NDArray[np.float32]], object]


@dataclass
class BatchSize:
    """Inputs per run of one graph of a model.

    Attributes:
        size: inputs per run, at least 1.
        seconds: measured seconds per input at that size.
    """

    size: int
    seconds: float

    def halve(self) -> None:
        """After a failure for want of memory."""
        self.size = max(1, self.size // 2)


class Batched:
    """Runs of one graph of a model in batches; base of what asks a model many times.

    Args:
        model: the model that the graph belongs to.
        key: name of the graph (``scores``, ``gradient at input`` ...).
        run: runs the graph on (N, ...) inputs.
        example: (1, ...) one input.
    """

    def __init__(self, model: Model, key: str, run: Run, example: NDArray[np.float32]) -> None:
        self._model, self._key, self._example, self._trial = model, key, example, run

    @property
    def size(self) -> BatchSize:
        """The batch size of the graph, measured at the first call."""
        return batch_size(self._model, self._key, self._trial, self._example)

    def warm_up(self) -> Iterator[Step]:
        """Makes everything ready that the first batch needs, stopping in between.

        What is not made ready here is so at the first run, at once.
        """
        yield Step(0.0, MEASURING)
        for work in (self._open(), measure(self._model, self._key, self._trial, self._example)):
            for _ in work:
                yield Step(0.0, MEASURING)

    def _open(self) -> Iterator[None]:
        """Builds the graph and opens its session, stopping in between."""
        return iter(())


def batch_size(model: Model, key: str, run: Run, example: NDArray[np.float32]) -> BatchSize:
    """The batch size of one graph, measured at the first call; see `Batched`."""
    return model.derived(_name(key), lambda: _returned(_measured(run, example)))


def measure(model: Model, key: str, run: Run, example: NDArray[np.float32]) -> Iterator[None]:
    """The measurement behind `batch_size`, stopping between runs; nothing where it is done."""
    if not model.has_derived(_name(key)):
        found = yield from _measured(run, example)
        model.derived(_name(key), lambda: found)


def in_batches(
    inputs: NDArray[np.float32], size: BatchSize, run: Callable[[NDArray[np.float32]], object]
) -> Iterator[object]:
    """Results of `run` over consecutive parts of the inputs; failures halve the parts.

    Raises:
        ModelError: a single input cannot be run.
    """
    start = 0
    while start < len(inputs):
        part = inputs[start : start + size.size]
        try:
            result = run(part)
        except ModelError:
            if len(part) == 1:
                raise
            size.halve()
            continue
        start += len(part)
        yield result


def free_memory_bytes() -> int:
    """Memory that can be taken without swapping; a quarter of all where it cannot be told."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        rows = dict(line.split(":", 1) for line in lines)
        return int(rows["MemAvailable"].split()[0]) * 1024
    except (OSError, KeyError):
        return _all_memory_bytes() // 4


def _all_memory_bytes() -> int:
    if hasattr(os, "sysconf"):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return 4 << 30


def _name(key: str) -> str:
    return f"batch size of {key}"


def _returned(work: Generator[None, None, BatchSize]) -> BatchSize:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def _measured(run: Run, example: NDArray[np.float32]) -> Generator[None, None, BatchSize]:
    best = BatchSize(1, (yield from _seconds_per_input(run, example)))
    # Activations of a network take some hundred times its input.
    by_memory = _MEMORY_SHARE * free_memory_bytes() / (example.nbytes * 200)
    size = 2
    while size <= min(LARGEST, by_memory) and size * best.seconds <= SECONDS_PER_RUN:
        try:
            seconds = yield from _seconds_per_input(run, np.repeat(example, size, axis=0))
        except ModelError:  # a network of a fixed batch, or little memory
            break
        if seconds < _GAIN * best.seconds:
            best = BatchSize(size, seconds)
        elif size >= 4 * best.size:
            break
        size *= 2
    return best


def _seconds_per_input(run: Run, inputs: NDArray[np.float32]) -> Generator[None, None, float]:
    """The shortest of several runs after a first one, which also allocates."""
    run(inputs)
    yield
    shortest = math.inf
    for _ in range(_TRIALS):
        started = time.perf_counter()
        run(inputs)
        shortest = min(shortest, time.perf_counter() - started)
        yield
    return shortest / len(inputs)
