"""Pairs of tiny bundles and pictures of which one half tells the truth and the other is noise."""

import csv
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image

from engine.bundle.manifest import ClassInfo, Manifest, OperatingPoint
from engine.bundle.store import write_bundle
from tests.support.bundles import SIZE, tiny_manifest, tiny_onnx

_NAMED = ClassInfo("bright", "", OperatingPoint(0.5))


@dataclass(frozen=True)
class Gaze:
    """What a network looks at: the weight of the mean grey of either half, about grey 0.5."""

    left: float
    right: float
    bias: float = 0.0

    def head(self) -> np.ndarray:
        """(128, 1) for `tiny_onnx` without pooling: only the first map, relu(x), counts."""
        weights = np.zeros((2, SIZE, SIZE), np.float32)
        pixels = SIZE * SIZE / 2
        weights[0, :, : SIZE // 2] = self.left / pixels
        weights[0, :, SIZE // 2 :] = self.right / pixels
        return weights.reshape(-1, 1)

    def start(self) -> np.ndarray:
        """(1,) so that grey 0.5 everywhere has a logit of `bias`."""
        return np.array([self.bias - 0.5 * (self.left + self.right)], np.float32)


def write_gazing_bundle(folder: Path, gaze: Gaze, **changes: object) -> Path:
    """A bundle that looks so; its calibration is that of whoever reads the pictures below."""
    model = tiny_onnx(is_pooled=False, head=gaze.head(), bias=gaze.start())
    pictures = np.linspace(0.0, 1.0, SIZE * SIZE, dtype=np.float32).reshape(1, 1, SIZE, SIZE)
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    manifest: Manifest = replace(
        tiny_manifest(classes=(_NAMED,)), id=folder.name, name=folder.name.title(), **changes
    )
    write_bundle(
        folder,
        manifest,
        model=model,
        selftest_input=pictures,
        selftest_output=session.run(None, {"input": pictures})[0],
        card="# Gazing\n",
    )
    return folder


def write_halves(folder: Path, count: int, *, spread: float = 0.15, seed: int = 3) -> Path:
    """`count` pictures, every other one bright on the left, all with noise on the right.

    Left halves have a grey of 0.5 -/+ 0.1 and normal noise of `spread`; of every patient there are
    two pictures. Returns the table, all of it in the test split, and a training patient of two.
    """
    random = np.random.default_rng(seed)
    folder.mkdir(parents=True)
    rows = []
    for number in range(count):
        is_bright = number % 2 == 0
        left = np.clip(0.5 + (0.1 if is_bright else -0.1) + random.normal(0, spread), 0, 1)
        right = np.clip(0.5 + random.normal(0, spread), 0, 1)
        picture = np.empty((SIZE, SIZE), np.float64)
        picture[:, : SIZE // 2], picture[:, SIZE // 2 :] = left, right
        name = f"{number:04d}.png"
        Image.fromarray(np.round(255 * picture).astype(np.uint8)).save(folder / name)
        label = "bright" if is_bright else "not bright"
        sex = "F" if number % 4 < 2 else "M"
        rows.append([name, label, f"p{number // 2}", "test", sex])
    for label in ("bright", "not bright"):
        name = f"train-{label[:3]}.png"
        Image.fromarray(np.full((SIZE, SIZE), 99, np.uint8)).save(folder / name)
        rows.append([name, label, "someone", "train", "F"])
    table = folder / "labels.csv"
    with table.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["path", "label", "patient_id", "split", "sex"])
        writer.writerows(rows)
    return table
