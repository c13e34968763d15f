"""Radiographs and explanations made of nothing but arrays."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation
from engine.images.geometry import Affine, resize_affine
from engine.images.radiograph import Facts, GreyScale, Radiograph
from engine.inference.target import Target


def make_radiograph(
    pixels: NDArray[np.uint16], grey: GreyScale | None = None, facts: Facts | None = None
) -> Radiograph:
    """A one-frame DICOM-like radiograph of `pixels`, (H, W) uint16."""
    return Radiograph(
        path=Path("made.dcm"),
        sha256="0" * 64,
        kind="dicom",
        frames=np.ascontiguousarray(pixels, dtype=np.uint16)[None],
        grey=grey if grey is not None else GreyScale(),
        bits_stored=16,
        facts=facts if facts is not None else Facts(),
    )


def make_explanation(
    values: NDArray[np.float32], to_image: Affine, flags: tuple[str, ...] = ()
) -> Explanation:
    """An explanation with that map, (h, w), and otherwise plain facts."""
    return Explanation(
        method="grad-cam",
        map=np.asarray(values, dtype=np.float32),
        to_image=to_image,
        target=Target("Pneumonia", 0),
        layer="conv5_block16",
        layer_tensor="conv5:0",
        conventions={"score": "logit"},
        options={},
        seed=0,
        model_id="made-model",
        provider="CPUExecutionProvider",
        score=1.25,
        passes=2,
        seconds=0.1,
        flags=flags,
    )


def make_dot(
    map_hw: tuple[int, int], at_rc: tuple[int, int], image_hw: tuple[int, int]
) -> Explanation:
    """An explanation that is 1 in one cell and 0 elsewhere, stretched over the whole image."""
    values = np.zeros(map_hw, dtype=np.float32)
    values[at_rc] = 1.0
    return make_explanation(values, resize_affine(map_hw, image_hw))
