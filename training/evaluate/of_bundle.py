"""An exported bundle measured again: on the set it was tested on, or on images of one's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.bundle.intake import read_grey
from engine.bundle.manifest import ClassInfo, Manifest
from engine.bundle.store import Bundle
from engine.errors import ImageError, RequestError
from training.config import TrainingConfig, config_from
from training.data.index import Sample, index_sources
from training.data.split import digest_of, split_by_patient
from training.data.task import Task
from training.evaluate.evaluation import evaluate
from training.evaluate.onnx_scores import OnnxScores

ALL = "all"
_BATCH = 32


@dataclass(frozen=True)
class BundleFigures:
    """What came of it.

    Attributes:
        found: see `training.evaluate.evaluate`.
        unreadable: (file, reason) of images that are in none of the figures.
    """

    found: dict[str, Any]
    unreadable: tuple[tuple[Path, str], ...]


def evaluate_bundle(
    bundle: Bundle, folders: Sequence[Path], split: str, config: TrainingConfig | None = None
) -> Iterator[float | BundleFigures]:
    """Scores every image by ONNX Runtime; yields the share done and at last the figures.

    Operating points and calibration are the bundle's own: nothing is chosen here.

    Args:
        bundle: as read.
        folders: see `training.data.index`.
        split: ``train``, ``val``, ``test`` as they were divided in training, or `ALL`.
        config: of the run; None: the one stored in the bundle.

    Raises:
        RequestError: labels do not fit the bundle, or it does not tell how data were divided, or
            the images are not those that were divided.
        ModelError: the model cannot be run.
    """
    known = config if config is not None else stored_config(bundle.manifest)
    asked = known if known is not None else TrainingConfig()
    samples = index_sources(folders, asked.data)
    task = task_of_bundle(bundle.manifest, samples)
    chosen = _chosen(samples, split, known, bundle.manifest.training_data.get("split", {}))
    scores = OnnxScores(bundle)
    kept, probabilities, unreadable = [], [], []
    for start in range(0, len(chosen), _BATCH):
        part = []
        for sample in chosen[start : start + _BATCH]:
            try:
                tensor = bundle.manifest.recipe.apply_grey(read_grey(sample.path)).tensor
            except ImageError as error:
                unreadable.append((sample.path, str(error)))
                continue
            part.append(tensor)
            kept.append(sample)
        if part:
            probabilities.append(scores.of(part))
        yield min(1.0, (start + _BATCH) / len(chosen))
    if not kept:
        raise RequestError("not one image could be read", hint=unreadable[0][1])
    found = evaluate(
        task, np.concatenate(probabilities), task.targets(kept), kept, points_of(bundle.manifest),
        asked.evaluation, asked.schedule.seed,
    )  # fmt: skip
    found["warnings"] += _remarks(split, known)
    yield BundleFigures(found, tuple(unreadable))


def stored_config(manifest: Manifest) -> TrainingConfig | None:
    """The configuration of the run that made the bundle; None where it does not carry one."""
    plain = manifest.training_data.get("configuration")
    return config_from(plain) if plain else None


def task_of_bundle(manifest: Manifest, samples: Sequence[Sample]) -> Task:
    """What the bundle tells apart, with the labels that the samples use for it.

    Raises:
        RequestError: an image has a label that the bundle does not know, or no label is known.
    """
    stored = manifest.metrics.get("test", {}).get("classes", ())
    labels = tuple(entry["label"] for entry in stored)
    found = {label for sample in samples for label in sample.labels}
    if not labels:
        by_name = {_shown(label): label for label in sorted(found)}
        labels = tuple(by_name.get(_shown(info.name), info.name) for info in manifest.classes)
    strange = found - set(labels)
    if not found & set(labels) or (manifest.task == "multiclass" and strange):
        raise RequestError(
            f"the bundle knows the labels {', '.join(labels)}, the images have "
            f"{', '.join(sorted(found))}",
            hint="Name the folders or the column of labels as in training.",
        )
    names = tuple(info.name for info in manifest.classes)
    return Task(manifest.task, labels, names, manifest.complement)


def points_of(manifest: Manifest) -> list[list[dict[str, Any]]]:
    """The bundle's operating points as `evaluate` takes them."""
    return [_points_of_class(info) for info in manifest.classes]


def _points_of_class(info: ClassInfo) -> list[dict[str, Any]]:
    known = (info.operating_point, *info.other_points)
    return [
        {"name": point.name, "threshold": point.threshold, "source": point.source}
        for point in known
        if point is not None
    ]


def _chosen(
    samples: tuple[Sample, ...],
    split: str,
    config: TrainingConfig | None,
    stored: Mapping[str, Any],
) -> tuple[Sample, ...]:
    """The samples of one split, divided as in training where they tell no split themselves.

    Args:
        samples: all of them.
        split: see `evaluate_bundle`.
        config: of the run, or None.
        stored: ``seed`` and ``digest`` of the division in training; empty where not known.
    """
    if split == ALL:
        return samples
    if any(sample.split is None for sample in samples) or split not in {s.split for s in samples}:
        if config is None:
            raise RequestError(
                "neither the images nor the bundle tell which split an image is in",
                hint="Give --split all for images of your own, or the --config of the run.",
            )
        # The run kept of several seeds has another one than the division that all of them share.
        seed, classes = stored.get("seed", config.schedule.seed), config.task.classes
        samples = split_by_patient(samples, config.data, seed, classes=classes)
        if stored and digest_of(samples) != stored["digest"]:
            raise RequestError(
                "these are not the images of the training, or they were given in another order of "
                "folders: which of them the model has seen is not known",
                hint="Give the split.csv of the run's folder as --data, or --split all for images "
                "of your own.",
            )
    return tuple(sample for sample in samples if sample.split == split)


def _remarks(split: str, config: TrainingConfig | None) -> list[str]:
    lines = []
    if split == ALL:
        lines.append(
            "All images were measured. If some of them were used in training, these figures are "
            "too good."
        )
    elif split != "test":
        lines.append(f"The {split} set was used to make this model: its figures are too good.")
    if config is not None and config.data.remove_text:
        lines.append(
            "The network was trained on images with print painted over; here, as in the clinic, "
            "they are as they are."
        )
    return lines


def _shown(label: str) -> str:
    return label.replace("_", " ").strip().lower()
