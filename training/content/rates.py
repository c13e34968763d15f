"""How often pictures pass the content check: per set, with intervals."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import onnxruntime

from engine.bundle.recipe import Recipe
from training.content import CLASSES
from training.content.texture import Picture
from training.evaluate.figure import wilson


def measure_rates(
    model: bytes,
    recipe: Recipe,
    pictures: Iterable[tuple[str, bool, Picture]],
    refuses_below: float,
    doubts_below: float,
) -> list[dict[str, Any]]:
    """One entry per set, in the order of first appearance.

    Args:
        model: the ONNX file.
        recipe: how pictures enter.
        pictures: name of the set, whether it should pass, (H, W) float32 in [0, 1].
        refuses_below: likeness from which on a picture passes.
        doubts_below: likeness from which on it passes without a word.

    Returns:
        ``set``, ``should_pass``, ``images``, ``passed``, ``doubted`` (of those), ``rate`` with its
        Wilson interval ``low``, ``high``, and ``likeliest``: how often each class was.
    """
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    found: dict[tuple[str, bool], list[np.ndarray]] = {}
    for set_name, should_pass, picture in pictures:
        output = session.run(None, {name: recipe.apply_grey(picture).tensor})[0][0]
        found.setdefault((set_name, should_pass), []).append(output)
    return [
        _entry(set_name, should_pass, np.stack(rows), refuses_below, doubts_below)
        for (set_name, should_pass), rows in found.items()
    ]


def _entry(
    set_name: str, should_pass: bool, rows: np.ndarray, refuses_below: float, doubts_below: float
) -> dict[str, Any]:
    likeness, likeliest = rows[:, 0], rows.argmax(axis=1)
    passed = int(np.sum(likeness >= refuses_below))
    low, high = wilson(passed / len(rows), len(rows))
    return {
        "set": set_name,
        "should_pass": should_pass,
        "images": len(rows),
        "passed": passed,
        "doubted": int(np.sum((likeness >= refuses_below) & (likeness < doubts_below))),
        "rate": passed / len(rows),
        "low": low,
        "high": high,
        "likeliest": {
            kind: int(np.sum(likeliest == column)) for column, kind in enumerate(CLASSES)
        },
    }
