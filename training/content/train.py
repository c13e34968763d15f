"""Trains the network of the content check, exports it, measures it, writes its bundle."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from engine.bundle.manifest import ClassInfo, LayerName, Manifest, OperatingPoint
from engine.bundle.recipe import Recipe
from engine.bundle.store import write_bundle
from engine.errors import RequestError
from training.content import CLASSES, FRONTAL, INVERTED, LATERAL, OTHER, TURNED
from training.content.card import write_card
from training.content.mixture import Mixture
from training.content.network import SIDE, content_network
from training.content.rates import measure_rates
from training.content.table import read_learning, read_measuring
from training.content.texture import Picture
from training.data.phantom import make_phantom
from training.events import Events
from training.export.bundle import made_with, now, run_onnx, self_test_input
from training.export.layer_names import map_layers
from training.export.parity import demand_parity
from training.export.to_onnx import export_onnx
from training.models.devices import compiles

# Set by hand, fitted to no picture: more likely a film than not; and beyond doubt.
REFUSES_BELOW, DOUBTS_BELOW = 0.5, 0.9
RECIPE = Recipe(height=SIDE, width=SIDE, fit="stretch", interpolation="area", scaling="unit")
_BATCH = 64
_RATE, _WARM_UP_STEPS, _DECAY, _SMOOTHING = 2e-3, 200, 0.02, 0.02
_PHANTOMS, _FIRST_PHANTOM = 24, 900_000
_VALIDATION = 2000
_PARITY, _MAPPING = 32, 2
_MEANINGS = {
    FRONTAL: "A frontal chest film, upright, bones white; ill or well, child or adult.",
    INVERTED: "The same with black and white swapped.",
    TURNED: "The same on its side or upside down.",
    LATERAL: "A side view of the chest; learned from drawings.",
    OTHER: "Other parts of the body, photographs, screenshots, several films, text, blanks.",
}
PURPOSE = "Tells frontal chest films from other pictures, so that no model is asked about a knee."
NOT_FOR = (
    "Finding disease; judging the quality of a film; telling children from adults; any decision"
    " about a patient."
)


@dataclass(frozen=True)
class Plan:
    """How much is done.

    Attributes:
        count: pictures to draw.
        epochs: times that each is shown.
        seed: of everything random.
    """

    count: int = 26_000
    epochs: int = 6
    seed: int = 0

    def __post_init__(self) -> None:
        """Raises RequestError where nothing could be learned."""
        if self.count < _BATCH or self.epochs < 1:
            raise RequestError(f"at least {_BATCH} pictures and one epoch are needed")

    @property
    def held(self) -> int:
        """Pictures that are drawn for validation."""
        return min(_VALIDATION, max(_BATCH, self.count // 8))


@dataclass(frozen=True)
class About:
    """What the card says that no computation knows.

    Attributes:
        id: of the bundle.
        version: for people.
        source: where the films and the other pictures come from, with their licences.
        licence: of the weights, with attribution.
        remarks: further sentences on what limits this network.
        command: what makes it again.
    """

    id: str = "content-1"
    version: str = "1"
    source: str = "not stated"
    licence: str = "not stated"
    remarks: tuple[str, ...] = ()
    command: str = ""


def train_content(
    learning: Path,
    measuring: Path | None,
    out: Path,
    events: Events,
    about: About,
    plan: Plan,
) -> Manifest:
    """Writes the bundle and returns its manifest.

    Args:
        learning: see `training.content.table`.
        measuring: pictures that were kept out; None: nothing is measured.
        out: the bundle folder to make.
        events: told of what happens.
        about: for the card.
        plan: how much of it.

    Raises:
        RequestError: a table does not fit.
        ModelError: the exported model is not the trained one.
        OutputError: the disk refused.
    """
    keras.utils.set_random_seed(plan.seed)
    events.progress(0.0, "drawing pictures")
    to_measure = () if measuring is None else read_measuring(measuring)
    pictures = read_learning(learning)
    phantoms = [_phantom(_FIRST_PHANTOM + place) for place in range(_PHANTOMS)]
    drawn = Mixture(pictures["train"] + phantoms, pictures["photo"], SIDE, plan.seed).draw(
        plan.count
    )
    held = Mixture(pictures["val"], pictures["photo"], SIDE, plan.seed + 1).draw(plan.held)
    model = content_network()
    history = _fit(model, drawn, held, plan.epochs, events.part(0.15, 0.9))
    events.progress(0.9, "exporting to ONNX and comparing with Keras")
    onnx_model = _export(model)
    shown = _greys(held[0][:_PARITY])
    layers = map_layers(model, onnx_model, shown[:_MAPPING])
    parity = demand_parity(model, onnx_model, shown, layers)
    rates = measure_rates(onnx_model, RECIPE, to_measure, REFUSES_BELOW, DOUBTS_BELOW)
    for entry in rates:
        events.metric(
            f"passed: {entry['set']}", entry["rate"], low=entry["low"], high=entry["high"]
        )
    counts = {
        "train": {"films": _different(pictures["train"]), "phantoms": _PHANTOMS},
        "val": {"films": _different(pictures["val"])},
        "photo": {"pictures": _different(pictures["photo"])},
        "drawn": {"pictures": plan.count},
    }
    metrics = {"rates": rates, "validation": history, "parity": parity.to_json()}
    manifest = content_manifest(about, counts, metrics, layers)
    inputs = self_test_input(RECIPE)
    return write_bundle(
        out,
        manifest,
        model=onnx_model,
        selftest_input=inputs,
        selftest_output=run_onnx(onnx_model, inputs),
        card=write_card(manifest),
    )


def _fit(
    model: keras.Model,
    drawn: tuple[NDArray[np.uint8], NDArray[np.int64]],
    held: tuple[NDArray[np.uint8], NDArray[np.int64]],
    epochs: int,
    events: Events,
) -> dict[str, float]:
    """Fits in place; loss and accuracy on the pictures that were held back."""
    pictures, columns = drawn
    steps = epochs * (len(pictures) // _BATCH)
    rate = keras.optimizers.schedules.CosineDecay(
        0.0, max(1, steps - _WARM_UP_STEPS), warmup_target=_RATE, warmup_steps=_WARM_UP_STEPS
    )
    model.compile(
        keras.optimizers.AdamW(rate, weight_decay=_DECAY),
        keras.losses.CategoricalCrossentropy(label_smoothing=_SMOOTHING),
        metrics=["accuracy"],
        jit_compile=compiles(),
    )
    for epoch in range(epochs):
        events.progress(epoch / epochs, f"epoch {epoch + 1} of {epochs}")
        batches = _Batches(pictures, columns, seed=epoch)
        model.fit(batches, epochs=1, verbose=0)
    loss, accuracy = model.evaluate(_greys(held[0]), _one_hot(held[1]), verbose=0)
    return {"loss": float(loss), "accuracy": float(accuracy), "pictures": float(len(held[0]))}


class _Batches(keras.utils.PyDataset):
    """One epoch: pictures in random order, each moved by up to four pixels and half mirrored."""

    def __init__(self, pictures: NDArray[np.uint8], columns: NDArray[np.int64], seed: int) -> None:
        super().__init__()
        self._pictures, self._columns = pictures, columns
        self._order = np.random.default_rng(seed).permutation(len(pictures))

    def __len__(self) -> int:
        """Whole batches of an epoch."""
        return len(self._order) // _BATCH

    def __getitem__(self, index: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """A batch."""
        places = self._order[index * _BATCH : (index + 1) * _BATCH]
        random = np.random.default_rng((int(self._order[0]), index))
        batch = np.pad(self._pictures[places], ((0, 0), (4, 4), (4, 4), (0, 0)), "symmetric")
        for place, (y, x) in enumerate(random.integers(0, 9, (len(places), 2))):
            moved = batch[place, y : y + SIDE, x : x + SIDE].copy()
            batch[place, :SIDE, :SIDE] = moved[:, ::-1] if random.random() < 0.5 else moved
        return _greys(batch[:, :SIDE, :SIDE]), _one_hot(self._columns[places])


def _export(model: keras.Model) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        keras_file, onnx_file = Path(folder) / "content.keras", Path(folder) / "content.onnx"
        model.save(keras_file)
        export_onnx(keras_file, onnx_file, parameters=model.count_params())
        return onnx_file.read_bytes()


def _phantom(seed: int) -> Picture:
    return make_phantom(seed, size=256).image.astype(np.float32) / 4095.0


def _different(pictures: Sequence[Picture]) -> int:
    """How many; those of greater weight, which stand there several times, count once."""
    return len({id(picture) for picture in pictures})


def _greys(pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    return pictures.astype(np.float32) / np.float32(255.0)


def _one_hot(columns: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
    return np.eye(len(CLASSES), dtype=np.float32)[columns]


def content_manifest(
    about: About,
    counts: dict[str, dict[str, int]],
    metrics: dict[str, Any],
    layers: tuple[LayerName, ...],
) -> Manifest:
    """The manifest of a content check.

    Args:
        about: what a person says of it.
        counts: pictures per split and kind.
        metrics: ``rates`` as `training.content.rates.measure_rates` returns them, and others.
        layers: of the network.
    """
    source = "Set by hand, fitted to no picture."
    points = [
        OperatingPoint(REFUSES_BELOW, "refuse", source),
        OperatingPoint(DOUBTS_BELOW, "doubt", source),
    ]
    first = ClassInfo(FRONTAL, _MEANINGS[FRONTAL], points[0], (points[1],))
    return Manifest(
        id=about.id,
        name="Content check",
        version=about.version,
        task="multiclass",
        classes=(first, *(ClassInfo(name, _MEANINGS[name]) for name in CLASSES[1:])),
        activation="softmax",
        recipe=RECIPE,
        layers=layers,
        purpose=PURPOSE,
        not_for=NOT_FOR,
        training_data={
            "population": "Few real films, varied at random, and pictures drawn at random.",
            "source": about.source,
            "remarks": list(about.remarks),
            "counts": counts,
        },
        metrics=metrics,
        admission={"content": "any"},
        licence=about.licence,
        created=now(),
        made_with=made_with(),
        reproduce=about.command,
    )
