"""Trains lung and heart fields, exports, measures Dice on films kept out, writes the bundle."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import keras
import numpy as np
from numpy.typing import NDArray

from engine.bundle.manifest import SEGMENTATION, Manifest
from engine.bundle.recipe import Recipe
from engine.bundle.store import write_bundle
from engine.bundle.structures import SegmentationOutput, Structure
from engine.errors import RequestError
from training.events import Events
from training.export.bundle import made_with, now, run_onnx, self_test_input
from training.export.layer_names import map_layers
from training.export.parity import demand_parity
from training.export.to_onnx import export_onnx
from training.fields.network import dice_and_entropy, fields_network
from training.fields.table import Pairs, read_pairs
from training.models.devices import compiles

_BATCH, _RATE, _DECAY = 8, 2e-3, 1e-2
_THRESHOLD = 0.5
_PARITY = 8
_TOLERANCE = 1e-3  # of the worst of some hundred thousand pixels at a steep sigmoid; 1e-4 of scores
_MOST_PARTS = {"lungs": 2, "left lung": 1, "right lung": 1, "heart": 1}
_SLACK = 2.0  # areas down to half of the smallest and up to twice the largest learned are plausible
PURPOSE = "Finds lung and heart fields, to tell how much of a heatmap lies outside of them."
NOT_FOR = "Measuring organs; finding disease; any decision about a patient."


@dataclass(frozen=True)
class About:
    """What is said of the network, and how much is done.

    Attributes:
        id: of the bundle.
        name: for people.
        source: where films and masks come from, with their licences.
        licence: of the weights, with attribution.
        command: what makes it again.
        side: of the network's input, a multiple of 16.
        epochs: times that each film is shown.
        seed: of everything random.
    """

    id: str
    name: str
    source: str
    licence: str
    command: str
    side: int = 128
    epochs: int = 60
    seed: int = 0

    def __post_init__(self) -> None:
        """Raises RequestError where nothing could be learned."""
        if self.side < 16 or self.side % 16 or self.epochs < 1:
            raise RequestError("a side that is a multiple of 16 and one epoch are needed")


def train_fields(table: Path, out: Path, events: Events, about: About) -> Manifest:
    """Writes the bundle and returns its manifest.

    Args:
        table: see `training.fields.table`.
        out: the bundle folder to make.
        events: told of what happens.
        about: what is done and said.

    Raises:
        RequestError: the table does not fit.
        ModelError: the exported model is not the trained one.
        OutputError: the disk refused.
    """
    keras.utils.set_random_seed(about.seed)
    recipe = Recipe(height=about.side, width=about.side, fit="stretch", interpolation="area")
    events.progress(0.0, "reading films and masks")
    structures, pairs = read_pairs(table, recipe)
    model = fields_network(about.side, len(structures))
    _fit(model, pairs["train"], pairs["val"], structures, about, events.part(0.05, 0.9))
    events.progress(0.9, "exporting to ONNX and comparing with Keras")
    with tempfile.TemporaryDirectory() as folder:
        keras_file, onnx_file = Path(folder) / "fields.keras", Path(folder) / "fields.onnx"
        model.save(keras_file)
        export_onnx(keras_file, onnx_file, parameters=model.count_params())
        onnx_model = onnx_file.read_bytes()
    shown = pairs["test"].greys[:_PARITY]
    layers = map_layers(model, onnx_model, shown[:2])
    parity = demand_parity(model, onnx_model, shown, layers, tolerance=_TOLERANCE)
    dice = measured(run_onnx(onnx_model, pairs["test"].greys), pairs["test"].masks, structures)
    for name, figures in dice.items():
        events.metric(f"Dice: {name}", figures["mean"], low=figures["low"], high=figures["high"])
    learned = pairs["train"].masks.mean(axis=(1, 2))
    manifest = Manifest(
        id=about.id,
        name=about.name,
        version="1",
        task=SEGMENTATION,
        classes=(),
        activation="sigmoid",
        recipe=recipe,
        layers=layers,
        purpose=PURPOSE,
        not_for=NOT_FOR,
        training_data={
            "source": about.source,
            "films": {split: len(pair.greys) for split, pair in pairs.items()},
        },
        metrics={"dice": dice, "parity": parity.to_json()},
        licence=about.licence,
        created=now(),
        made_with=made_with(),
        reproduce=about.command,
        segmentation=SegmentationOutput(
            tuple(_structure(name, learned[:, k]) for k, name in enumerate(structures))
        ),
    )
    inputs = self_test_input(recipe)
    return write_bundle(
        out,
        manifest,
        model=onnx_model,
        selftest_input=inputs,
        selftest_output=run_onnx(onnx_model, inputs),
        card=_card(manifest),
    )


def measured(
    found: NDArray[np.float32], truth: NDArray[np.float32], structures: tuple[str, ...]
) -> dict[str, dict[str, float]]:
    """Dice per structure over films: mean with its 95 % bootstrap interval, the worst, the number.

    Args:
        found: (N, h, w, K) probabilities.
        truth: (N, h, w, K) shares 0..1.
        structures: names of the K planes.
    """
    inside, is_there = found >= _THRESHOLD, truth >= _THRESHOLD
    both = (inside & is_there).sum(axis=(1, 2))
    sizes = inside.sum(axis=(1, 2)) + is_there.sum(axis=(1, 2))
    dice = np.where(sizes > 0, 2.0 * both / np.maximum(sizes, 1), 1.0)
    random = np.random.default_rng(0)
    draws = random.integers(0, len(dice), (2000, len(dice)))
    figures = {}
    for place, name in enumerate(structures):
        low, high = np.percentile(dice[draws, place].mean(axis=1), (2.5, 97.5))
        own = dice[:, place]
        figures[name] = {
            "mean": float(own.mean()), "low": float(low), "high": float(high),
            "worst": float(own.min()), "films": float(len(own)),
        }  # fmt: skip
    return figures


def _fit(
    model: keras.Model,
    train: Pairs,
    val: Pairs,
    structures: tuple[str, ...],
    about: About,
    events: Events,
) -> None:
    """Fits in place; the weights of the epoch with the least loss on ``val`` are kept."""
    steps = about.epochs * -(-len(train.greys) // _BATCH)
    rate = keras.optimizers.schedules.CosineDecay(_RATE, max(1, steps))
    optimizer = keras.optimizers.AdamW(rate, weight_decay=_DECAY)
    model.compile(optimizer, dice_and_entropy, jit_compile=compiles())
    may_mirror = not any(side in name for name in structures for side in ("left", "right"))
    best, kept = float("inf"), model.get_weights()
    for epoch in range(about.epochs):
        events.progress(epoch / about.epochs, f"epoch {epoch + 1} of {about.epochs}")
        random = np.random.default_rng((about.seed, epoch))
        greys, masks = varied(train, random, may_mirror=may_mirror)
        model.fit(greys, masks, batch_size=_BATCH, epochs=1, verbose=0)
        loss = float(model.evaluate(val.greys, val.masks, batch_size=_BATCH, verbose=0))
        if loss < best:
            best, kept = loss, model.get_weights()
    model.set_weights(kept)


def varied(
    pairs: Pairs, random: np.random.Generator, *, may_mirror: bool
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Each film turned by up to 8 degrees, scaled by 10 %, moved by 6 %, with another gamma.

    Film and masks go through the same affine.
    """
    greys, masks = np.empty_like(pairs.greys), np.empty_like(pairs.masks)
    side = pairs.greys.shape[1]
    for place, (grey, mask) in enumerate(zip(pairs.greys, pairs.masks, strict=True)):
        matrix = cv2.getRotationMatrix2D(
            ((side - 1) / 2, (side - 1) / 2), random.uniform(-8, 8), random.uniform(0.9, 1.1)
        )
        matrix[:, 2] += random.uniform(-0.06, 0.06, 2) * side
        if may_mirror and random.random() < 0.5:
            matrix = matrix @ np.array([[-1.0, 0.0, side - 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
        moved = cv2.warpAffine(grey[..., 0], matrix, (side, side), borderMode=cv2.BORDER_REPLICATE)
        greys[place, ..., 0] = np.clip(moved, 0.0, 1.0) ** random.uniform(0.7, 1.4)
        for k in range(mask.shape[-1]):
            plane = np.ascontiguousarray(mask[..., k])
            masks[place, ..., k] = cv2.warpAffine(plane, matrix, (side, side))
    return greys, masks


def _structure(name: str, areas: NDArray[np.float32]) -> Structure:
    least, most = float(areas.min()) / _SLACK, min(1.0, float(areas.max()) * _SLACK)
    return Structure(name, _THRESHOLD, _MOST_PARTS.get(name, 0), least, most)


def _card(manifest: Manifest) -> str:
    data: dict[str, Any] = manifest.training_data
    rows = "".join(
        f"| {name} | {f['mean']:.3f} | {f['low']:.3f} - {f['high']:.3f} | {f['worst']:.3f}"
        f" | {f['films']:.0f} |\n"
        for name, f in manifest.metrics["dice"].items()
    )
    return (
        f"# {manifest.name}\n\n{manifest.purpose}\n\nNot for: {manifest.not_for}\n\n"
        f"## Data\n\n{data['source']}. Films: {data['films']}.\n\n"
        "## Dice on films kept out, at the network's resolution\n\n"
        "| structure | mean | 95 % interval | worst | films |\n|---|---|---|---|---|\n"
        f"{rows}\n## Licence\n\n{manifest.licence}\n\nResearch use - not for diagnosis.\n"
    )
