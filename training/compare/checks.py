"""Whether a bundle still computes what it computed when it was made, as facts."""

from typing import Any

import numpy as np
import onnxruntime

from engine.bundle.store import Bundle
from engine.errors import ModelError

SELF_TEST_LIMIT = 1e-3
PARITY_LIMIT = 1e-4


def checks_of(bundle: Bundle) -> dict[str, Any]:
    """``self_test`` and ``parity``, each with ``error``, ``limit`` and ``passed``, or None.

    Parity is what the manifest tells of the export, see `training.export.parity`; None where it
    tells nothing.

    Raises:
        ModelError: ONNX Runtime cannot run the model.
    """
    try:
        session = onnxruntime.InferenceSession(bundle.model, providers=["CPUExecutionProvider"])
        entry = session.get_inputs()[0]
        kind = np.float16 if entry.type == "tensor(float16)" else np.float32
        output = session.run(None, {entry.name: bundle.selftest_input.astype(kind)})[0]
    except Exception as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0][:300]
        raise ModelError(f"ONNX Runtime cannot run {bundle.manifest.id}: {reason}") from error
    expected = bundle.selftest_output.reshape(output.shape)
    gap = float(np.abs(output.astype(np.float64) - expected).max())
    parity = bundle.manifest.metrics.get("parity", {})
    stored = parity.get("full_model", parity).get("probability")  # of a variant, its original's
    return {
        "self_test": _fact(gap, SELF_TEST_LIMIT),
        "parity": None if stored is None else _fact(float(stored), PARITY_LIMIT),
    }


def _fact(error: float, limit: float) -> dict[str, Any]:
    known = error if np.isfinite(error) else 1.0
    return {"error": known, "limit": limit, "passed": bool(np.isfinite(error) and error <= limit)}
