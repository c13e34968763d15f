"""Is there memory enough to convert a network? Asked before, and told after a process was killed.

tf2onnx holds many copies of the weights: a network of 26 million takes more than 8 GB. Where the
system runs out, it kills the process without a word; both ends of that are put into words here.
"""

import signal
from pathlib import Path

import numpy as np

from engine.errors import ModelError
from training.called import PROGRAM

# Million weights -> GB at the peak of a conversion in a process of its own: greatest values
# measured with Keras 3.15, TensorFlow 2.21 and tf2onnx 1.17 (small CNN, MobileNetV2,
# EfficientNetB0, DenseNet121, DenseNet201, Xception, ResNet101). Deep EfficientNets lie above:
# B6 (41 million) at 17.2 GB and B7 (64 million) at 22.2 GB, their optimizer's state included.
_MEASURED_GB = ((0.0, 1.2), (1.9, 1.4), (3.5, 2.6), (5.3, 3.4), (8.1, 4.0), (20.0, 6.2),
                (23.0, 9.5), (45.0, 14.6))  # fmt: skip
_GB_PER_MILLION_BEYOND = 0.2
_CGROUP = Path("/sys/fs/cgroup")
_MEMINFO = Path("/proc/meminfo")
_HINT = (
    "Close other programs, or copy the trained .keras file to a machine with {needed:.0f} GB of "
    "free memory and run: " + PROGRAM + " convert"
)


def needed_gb(parameters: int) -> float:
    """Memory at the peak of converting a network with that many weights, in GB (10^9 bytes)."""
    million = parameters / 1e6
    weights, memory = zip(*_MEASURED_GB, strict=True)
    beyond = max(0.0, million - weights[-1]) * _GB_PER_MILLION_BEYOND
    return float(np.interp(million, weights, memory)) + beyond


def available_gb(meminfo: Path = _MEMINFO, cgroup: Path = _CGROUP) -> float | None:
    """Free memory of this machine or container in GB; None where the system does not tell."""
    known = [value for value in (_of_machine(meminfo), _of_container(cgroup)) if value is not None]
    return min(known) / 1e9 if known else None


def demand_memory(parameters: int, free_gb: float | None) -> None:
    """Refuses a conversion that this machine cannot finish.

    Args:
        parameters: weights of the network.
        free_gb: see `available_gb`; None, not known, refuses nothing.

    Raises:
        ModelError: less is free than is needed.
    """
    if free_gb is not None and free_gb < needed_gb(parameters):
        raise too_little_memory(parameters, free_gb)


def too_little_memory(parameters: int | None, free_gb: float | None) -> ModelError:
    """The error for a machine that is too small; what is None is not known."""
    if parameters is None:
        return ModelError("there is too little memory to convert this network",
                          hint=_HINT.format(needed=16.0))  # fmt: skip
    needed = needed_gb(parameters)
    free = "" if free_gb is None else f"; {free_gb:.1f} GB are free here"
    return ModelError(
        f"converting {parameters / 1e6:.1f} million weights takes about {needed:.1f} GB of "
        f"memory{free}",
        hint=_HINT.format(needed=needed),
    )


def was_killed_for_memory(status: int, output: str) -> bool:
    """Whether a process that ended like this ran out of memory.

    Args:
        status: as `subprocess` tells it: minus the signal's number where one ended it.
        output: what it wrote.
    """
    signs = ("MemoryError", "std::bad_alloc", "Cannot allocate memory", "ResourceExhausted")
    return status in (-signal.SIGKILL, 128 + signal.SIGKILL) or any(s in output for s in signs)


def _of_machine(meminfo: Path) -> int | None:
    try:
        lines = meminfo.read_text().splitlines()
    except OSError:  # not Linux
        return None
    sizes = [line.split()[1] for line in lines if line.startswith("MemAvailable:")]
    return int(sizes[0]) * 1024 if sizes else None


def _of_container(cgroup: Path) -> int | None:
    """What the control group (version 2) leaves, its reclaimable file cache counted as free."""
    try:
        limit = (cgroup / "memory.max").read_text().strip()
        used = int((cgroup / "memory.current").read_text())
        stat = dict(line.split() for line in (cgroup / "memory.stat").read_text().splitlines())
    except (OSError, ValueError):
        return None
    if limit == "max":
        return None
    return max(0, int(limit) - used + int(stat.get("inactive_file", 0)))
