"""Measures how well each method's map ranks the pixels of phantom lesions, beside the controls.

``python -m tests.support.localisation --phantoms 12 --out resources/localisation.json`` writes what
the interface tells of a method. The shipped phantom model explains phantoms that it has never seen
and calls rightly; the truth is drawn to the pixel.
"""

import argparse
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.paths import SAMPLE_MODEL, SHIPPED_MODELS
from engine.bundle.store import read_bundle
from engine.explain.explanation import Method, Request
from engine.explain.localisation import CONTROL
from engine.explain.registry import METHODS
from engine.images.geometry import Affine
from engine.inference.model import Model, open_model
from engine.inference.predict import predict
from engine.inference.target import find_target
from engine.overlay.project import project
from engine.progress import finish
from engine.trust.located import area_under_roc
from training.data.phantom import make_phantom

KINDS = ("nodule", "consolidation", "ground-glass", "effusion")  # taken in turn
FIRST_SEED = 930_000
# Options that differ from a method's defaults, to end in minutes.
OVERRIDES: dict[str, dict[str, Any]] = {"rise": {"masks": 1000}}
STANDARD_ERRORS = 2.0  # a mean difference counts beyond this many


def called_phantoms(model: Model) -> Iterator[tuple[Request, NDArray[np.bool_]]]:
    """(request, (h, w) lesion mask) of phantoms at or above the operating point, without end."""
    target = find_target(model.manifest, "opacity")
    seed = FIRST_SEED
    while True:
        phantom = make_phantom(seed, kind=KINDS[seed % len(KINDS)])
        grey = phantom.image.astype(np.float32)
        grey = (grey - grey.min()) / np.ptp(grey)
        made = model.manifest.recipe.apply_grey(grey)
        if predict(model, made.tensor).scores[0].is_above:
            request = Request(model, made.tensor, made.to_image, target, seed=seed)
            yield request, phantom.masks["lesion"] > 0
        seed += 1


def area_of(method: Method, request: Request, lesion: NDArray[np.bool_]) -> float:
    """The area under the ROC curve of a method's raw map on one phantom."""
    asked = replace(request, options=OVERRIDES.get(method.id, {}))
    return area_under_roc(project(finish(method.run(asked)), lesion.shape, Affine()), lesion)


def summarise(areas: Mapping[str, list[float]]) -> dict[str, dict[str, Any]]:
    """Per method id: mean area, paired difference to the control, and whether it beats it."""
    control = np.array(areas[CONTROL])
    families = {method.id: method.family for method in METHODS}
    told = {}
    for method, values in areas.items():
        apart = np.array(values) - control
        mean, error = float(apart.mean()), float(apart.std(ddof=1) / np.sqrt(len(apart)))
        is_control = families[method] == "control"
        told[method] = {
            "auc": round(float(np.mean(values)), 4),
            "difference": round(mean, 4),
            "standard_error": round(error, 4),
            "beats_control": None if is_control else bool(mean > STANDARD_ERRORS * error),
            "options": OVERRIDES.get(method, {}),
        }
    return told


def measure(count: int, budget_s: float) -> dict[str, Any]:
    """The document: `count` phantoms, fewer (two at least) once the time is spent."""
    model = open_model(read_bundle(SHIPPED_MODELS / SAMPLE_MODEL), wants_gpu=False)
    areas: dict[str, list[float]] = {method.id: [] for method in METHODS}
    started, done = time.perf_counter(), 0
    for request, lesion in called_phantoms(model):
        for method in METHODS:
            before = time.perf_counter()
            areas[method.id].append(area_of(method, request, lesion))
            print(f"{method.id} {areas[method.id][-1]:.3f} {time.perf_counter() - before:.1f} s")
        done += 1
        spent = time.perf_counter() - started
        if done == count or (done >= 2 and spent * (done + 1) / done > budget_s):
            break
    return {
        "model": model.manifest.id,
        "phantoms": done,
        "first_seed": FIRST_SEED,
        "control": CONTROL,
        "methods": summarise(areas),
    }


def main() -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phantoms", type=int, default=12)
    parser.add_argument("--budget-s", type=float, default=240.0)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    document = measure(arguments.phantoms, arguments.budget_s)
    arguments.out.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
