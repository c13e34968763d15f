"""Smaller versions of an exported model, each measured by itself and a bundle of its own.

``<id>-float16`` computes in half precision, ``<id>-int8`` holds 8-bit weights and activations whose
ranges were seen on validation images. A variant that ranks patients worse is not written.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from engine.bundle.manifest import LayerName
from engine.errors import ModelError
from training.config import TrainingConfig
from training.data.arrays import spread
from training.evaluate import headline
from training.export.bundle import Trained, write_trained
from training.export.precision import CALIBRATION_IMAGES, PRECISIONS

Batches = Callable[[], Iterable[NDArray[np.float32]]]


@dataclass(frozen=True)
class Measured:
    """A set of images as a variant is measured on it.

    Attributes:
        batches: gives the network inputs anew, (N, ...) float32 in the exported file's layout.
        figures: `training.evaluate.evaluate` of that set: (M, C) probabilities -> figures.
    """

    batches: Batches
    figures: Callable[[NDArray[np.float64]], dict[str, Any]]


@dataclass(frozen=True)
class Variant:
    """What came of one variant.

    Attributes:
        precision: ``float16`` | ``int8``.
        folder: its bundle, or None where it was refused.
        reason: why it was refused; empty where not.
        auc: on validation, or None where not defined.
        auc_drop: what the AUC on validation has fallen by.
        probability: greatest difference of a probability on validation.
        megabytes: size of its file.
    """

    precision: str
    folder: Path | None
    reason: str
    auc: float | None
    auc_drop: float | None
    probability: float
    megabytes: float

    def to_json(self) -> dict[str, Any]:
        """Plain values for an event."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return plain | {"folder": None if self.folder is None else str(self.folder)}


def write_variants(
    folder: Path,
    config: TrainingConfig,
    trained: Trained,
    *,
    validation: Measured,
    test: Measured,
) -> Iterator[Variant]:
    """Makes, measures and writes the variants that ``config.export`` asks for.

    The test set is looked at only for a variant that is written.

    Args:
        folder: of the full bundle, written before; variants go beside it.
        config: the run.
        trained: the full model and its figures.
        validation: calibrates the ranges, and decides.
        test: for the figures of the card.
    """
    for precision in PRECISIONS:
        if getattr(config.export, precision):
            target = folder.with_name(f"{folder.name}-{precision}")
            yield _write(target, precision, config, trained, validation, test)


def probabilities_of(model: bytes, batches: Batches) -> NDArray[np.float64]:
    """(M, C) outputs of an ONNX model for all inputs, on the CPU."""
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    found = [session.run(None, {name: inputs})[0] for inputs in batches()]
    return np.concatenate(found).astype(np.float64)


def _write(
    folder: Path,
    precision: str,
    config: TrainingConfig,
    trained: Trained,
    validation: Measured,
    test: Measured,
) -> Variant:
    full = probabilities_of(trained.onnx_model, validation.batches)
    model = PRECISIONS[precision](trained.onnx_model, _some(validation.batches, len(full)))
    found = probabilities_of(model, validation.batches)
    auc, drop, reason = _verdict(trained, validation, found, config.export.max_auc_drop)
    parity = {
        "probability": float(np.abs(found - full).max()),
        "images": len(full),
        "compared": f"{precision} with the full model, both on ONNX Runtime; validation images",
        "auc_drop": drop,
    }
    variant = Variant(precision, folder, reason, auc, drop, parity["probability"], len(model) / 1e6)
    if reason:
        return replace(variant, folder=None)
    own = replace(
        trained,
        onnx_model=model,
        layers=_kept_layers(trained.layers, model),
        parity=parity | {"full_model": trained.parity},
        validation=validation.figures(found),
        test=test.figures(probabilities_of(model, test.batches)),
        history=f"{trained.history} Then made smaller: {precision}.",
    )
    named = replace(config, id=f"{config.id}-{precision}", name=f"{config.name} ({precision})")
    write_trained(folder, named, own)
    return variant


def _some(batches: Batches, count: int) -> Batches:
    """Of all `count` inputs those that show the ranges, from the first to the last."""
    chosen = spread(count, CALIBRATION_IMAGES)

    def give() -> Iterator[NDArray[np.float32]]:
        start = 0
        for batch in batches():
            own = chosen[(chosen >= start) & (chosen < start + len(batch))] - start
            start += len(batch)
            if len(own):
                yield batch[own]

    return give


def _verdict(
    trained: Trained, validation: Measured, found: NDArray[np.float64], margin: float
) -> tuple[float | None, float | None, str]:
    """(AUC, what it has fallen by, why the variant is refused)."""
    if not np.isfinite(found).all():
        return None, None, "it gives probabilities that are no numbers"
    before = headline(trained.validation)["value"]
    after = headline(validation.figures(found))["value"]
    if before is None or after is None:
        return after, None, "the AUC is not defined on the validation set: nothing to decide by"
    drop = before - after
    if drop > margin:
        return after, drop, (
            f"its AUC on validation falls by {drop:.4f}, from {before:.4f} to {after:.4f}; "
            f"at most {margin:g} is allowed"
        )  # fmt: skip
    return after, drop, ""


def _kept_layers(layers: tuple[LayerName, ...], model: bytes) -> tuple[LayerName, ...]:
    """Those whose tensor is still in the graph."""
    nodes = onnx.load_from_string(model).graph.node
    names = {name for node in nodes for name in node.output}
    kept = tuple(layer for layer in layers if layer.tensor in names)
    if not kept:
        raise ModelError("no layer of the network is found in its smaller version")
    return kept
