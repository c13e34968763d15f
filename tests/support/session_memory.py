"""Peak memory of one session, in a process of its own: ``python -m tests.support.session_memory``.

Prints the growth of the resident set, in MB, from before the session is opened to the highest point
of loading and two runs, as the kernel keeps it (VmHWM; Linux only).
"""

import argparse
from pathlib import Path

import numpy as np
import onnxruntime

from engine.graph.cut import BATCH


def resident_mb(field: str) -> float:
    """A field of this process's status: VmRSS (now) or VmHWM (highest so far)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024


def peak_mb(path: Path, batch: int) -> float:
    """Memory that a session as `engine.inference` opens it takes, model file included."""
    before = resident_mb("VmRSS")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    options.enable_mem_pattern = False
    options.add_free_dimension_override_by_name(BATCH, batch)
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    feeds = {entry.name: np.zeros(entry.shape, np.float32) for entry in session.get_inputs()}
    for _ in range(2):
        session.run(None, feeds)
    return resident_mb("VmHWM") - before


def main() -> None:
    """Read the arguments, print the figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("batch", type=int)
    given = parser.parse_args()
    print(f"{peak_mb(given.model, given.batch):.1f}")


if __name__ == "__main__":
    main()
