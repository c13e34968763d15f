"""The census of a data set as plain JSON values; all that is said and drawn comes from it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import RequestError
from training.config import TrainingConfig
from training.data.census.doubles import Double, find_doubles
from training.data.census.look import Look, look_at
from training.data.census.shortcuts import facts_of, only_values, shortcut_warnings, telling_facts
from training.data.imbalance import class_weights, positive_negative_weights
from training.data.index import Gathering, gather, shared_patients
from training.data.sample import SPLITS, Sample
from training.data.task import Task, task_of

NO_SPLIT = "not split"
_FACTS = ("source", "view", "sex", "age group", "file format", "size", "colour")


def take_census(
    folders: Sequence[Path], config: TrainingConfig
) -> Iterator[float | tuple[dict[str, Any], tuple[Look, ...]]]:
    """Reads every image; yields the share done, and at last the facts with the looks behind them.

    Raises:
        RequestError: no such folder, or nothing in it.
    """
    found = gather(folders, config.data)
    if not found.samples:
        reason = found.problems[0][1] if found.problems else "no labelled radiographs found"
        raise RequestError(reason, hint="See the README on tables and folders.", file=folders[0])
    looks: list[Look] = []
    unreadable: list[tuple[Sample, str]] = []
    for done, seen in enumerate(look_at(found.samples), start=1):
        (looks if isinstance(seen, Look) else unreadable).append(seen)  # type: ignore[arg-type]
        yield 0.95 * done / len(found.samples)
    yield _facts(folders, found, tuple(looks), unreadable, config), tuple(looks)


def _facts(
    folders: Sequence[Path],
    found: Gathering,
    looks: tuple[Look, ...],
    unreadable: Sequence[tuple[Sample, str]],
    config: TrainingConfig,
) -> dict[str, Any]:
    samples = tuple(look.sample for look in looks)
    task, doubt = _task(samples, config)
    doubles = find_doubles(looks)
    facts: dict[str, Any] = {
        "folders": [str(folder) for folder in folders],
        "images": len(found.samples),
        "readable": len(looks),
        "unreadable": [{"file": str(s.path), "reason": why} for s, why in unreadable],
        "problems": [{"file": str(file), "reason": why} for file, why in found.problems],
        "notes": list(found.notes),
        "task": None if task is None else {"kind": task.kind, "classes": list(task.classes)},
        "task_doubt": doubt,
        "classes": {label: _class(label, looks) for label in _labels(samples)},
        "no_label": sum(not sample.labels for sample in samples),
        "weighting": {} if task is None else weighting(task, _training(samples)),
        "splits": {split: _part(split, samples) for split in _splits(samples)},
        "patients": _patients(samples),
        "sizes": _sizes(looks),
        "facts": {
            name: dict(Counter(facts_of(look)[name] or "not stated" for look in looks))
            for name in _FACTS
        },
        "only_values": [list(row) for row in only_values(looks)],
        "telling_facts": telling_facts(looks),
        "doubles": [_double(double, looks) for double in doubles],
    }
    notices = _warnings(facts, task, doubles, looks, config)
    facts["notices"] = notices
    facts["warnings"] = [notice["message"] for notice in notices]
    return facts


def weighting(task: Task, samples: Sequence[Sample]) -> dict[str, Any]:
    """Shares of the classes in the training images, and after weighting.

    Returns:
        By class. Multi-label: ``positive`` and ``negative`` frequency, and both after
        positive-negative weights, which make them equal. Else: ``share``, ``weight`` and
        ``weighted_share`` (the same for all). Empty where a class has no image.
    """
    targets = task.targets(samples)
    try:
        if task.kind == "multilabel":
            weights = positive_negative_weights(targets)
            positive = targets.mean(axis=0, dtype=np.float64)
            rows = zip(task.classes, positive, weights, strict=True)
            return {
                label: {
                    "positive": float(share),
                    "negative": float(1.0 - share),
                    "weighted_positive": float(share * weight[1]),
                    "weighted_negative": float((1.0 - share) * weight[0]),
                }
                for label, share, weight in rows
            }
        weights = class_weights(targets)
    except RequestError:  # a class without images, which is warned about elsewhere
        return {}
    mean = float(targets[:, 0].mean(dtype=np.float64))
    is_binary = task.kind == "binary"
    shares = [1.0 - mean, mean] if is_binary else targets.mean(axis=0, dtype=np.float64).tolist()
    names = [task.complement, *task.names] if is_binary else list(task.classes)
    total = sum(share * weight for share, weight in zip(shares, weights, strict=True))
    return {
        str(name): {
            "share": float(share),
            "weight": float(weight),
            "weighted_share": float(share * weight / total),
        }
        for name, share, weight in zip(names, shares, weights, strict=True)
    }


def _task(samples: Sequence[Sample], config: TrainingConfig) -> tuple[Task | None, str]:
    try:
        return task_of(samples, config.task), ""
    except RequestError as error:
        return None, f"{error} {error.hint}"


def _labels(samples: Sequence[Sample]) -> list[str]:
    return sorted({label for sample in samples for label in sample.labels})


def _splits(samples: Sequence[Sample]) -> list[str]:
    given = {sample.split for sample in samples}
    return [*(split for split in SPLITS if split in given), *([NO_SPLIT] if None in given else [])]


def _training(samples: Sequence[Sample]) -> list[Sample]:
    """Those of the train split, or all where nothing is split."""
    return [sample for sample in samples if sample.split == "train"] or list(samples)


def _class(label: str, looks: Sequence[Look]) -> dict[str, Any]:
    own = [look for look in looks if label in look.sample.labels]
    return {
        "images": len(own),
        "patients": len({look.sample.patient_id for look in own}),
        "share": len(own) / len(looks),
        "splits": dict(Counter(look.sample.split or NO_SPLIT for look in own)),
        "sources": dict(Counter(look.sample.source or "not stated" for look in own)),
        "views": dict(Counter(look.sample.view or "not stated" for look in own)),
    }


def _part(split: str, samples: Sequence[Sample]) -> dict[str, int]:
    own = [sample for sample in samples if (sample.split or NO_SPLIT) == split]
    return {"images": len(own), "patients": len({sample.patient_id for sample in own})}


def _patients(samples: Sequence[Sample]) -> dict[str, Any]:
    images = Counter(sample.patient_id for sample in samples)
    return {
        "count": len(images),
        "most_images": max(images.values(), default=0),
        "with_several_images": sum(count > 1 for count in images.values()),
        "in_several_splits": {
            patient: list(splits) for patient, splits in shared_patients(samples).items()
        },
    }


def _sizes(looks: Sequence[Look]) -> dict[str, Any]:
    """Width, height (least, median, largest) and aspect ratio in pixels."""
    sizes = np.array([look.size_hw for look in looks]).reshape(-1, 2)
    if not len(sizes):
        return {}
    spread = {
        name: [int(np.quantile(values, share)) for share in (0.0, 0.5, 1.0)]
        for name, values in (("height", sizes[:, 0]), ("width", sizes[:, 1]))
    }
    aspects = sizes[:, 1] / sizes[:, 0]
    return spread | {"aspect": [round(float(aspects.min()), 3), round(float(aspects.max()), 3)]}


def _double(double: Double, looks: Sequence[Look]) -> dict[str, Any]:
    return {
        "files": [str(looks[index].sample.path) for index in (double.first, double.second)],
        "correlation": round(double.correlation, 4),
        "exact": double.is_exact,
        "crosses": list(double.crosses),
    }


def _warnings(
    facts: dict[str, Any],
    task: Task | None,
    doubles: Sequence[Double],
    looks: Sequence[Look],
    config: TrainingConfig,
) -> list[dict[str, Any]]:
    """What must jump at the reader, the gravest first: code, figures, sentence."""
    shared = facts["patients"]["in_several_splits"]
    crossing = [double for double in doubles if "splits" in double.crosses]
    told = [
        (
            "W_UNREADABLE",
            len(facts["unreadable"]),
            "{} files cannot be read; training stops at them.",
        ),
        ("W_ROWS", len(facts["problems"]), "{} rows cannot be used; training stops at them."),
        (
            "W_PATIENTS_IN_TWO_SPLITS",
            len(shared),
            "{} patients are in several splits: figures will be too good.",
        ),
        (
            "W_DOUBLES_IN_TWO_SPLITS",
            len(crossing),
            "{} images are, or nearly are, in two splits: figures will be too good.",
        ),
        (
            "W_DOUBLES_WITH_OTHER_LABELS",
            sum("labels" in double.crosses for double in doubles),
            "{} pairs of equal or nearly equal images have different labels.",
        ),
        (
            "W_DOUBLES_OF_TWO_PATIENTS",
            sum("patients" in double.crosses for double in doubles),
            "{} pairs of equal or nearly equal images belong to different patients: the same "
            "person under two ids can come into two splits.",
        ),
        (
            "W_NO_LABEL",
            facts["no_label"] if task is None else 0,
            "{} images have no label.",
        ),
    ]
    notices = [
        _notice(code, text.format(count), count=count) for code, count, text in told if count
    ]
    if task is None:
        notices.append(
            _notice(
                "W_TASK_UNCLEAR",
                f"No task can be trained on these labels as they are: {facts['task_doubt']}",
                reason=facts["task_doubt"],
            )
        )
    shortcuts = [
        _notice(warning.code, warning.message, **warning.facts)
        for warning in shortcut_warnings(looks, facts["telling_facts"])
    ]
    return [*notices, *_few(facts, task, config), *shortcuts]


def _notice(code: str, message: str, **facts: Any) -> dict[str, Any]:
    return {"code": code, "message": message, "facts": facts}


def _few(facts: dict[str, Any], task: Task | None, config: TrainingConfig) -> list[dict[str, Any]]:
    """Classes with so few images that their figures mean little."""
    least = config.evaluation.few_positives
    names = facts["classes"] if task is None else task.classes
    notices = []
    for label in names:
        counts = facts["classes"].get(label, {"images": 0, "splits": {}})
        if counts["images"] < least:
            notices.append(
                _notice(
                    "W_FEW_IMAGES",
                    f"Only {counts['images']} images show {label}: too few to learn or to measure "
                    "it.",
                    label=label,
                    images=counts["images"],
                    least=least,
                )
            )
            continue
        for split in (name for name in ("val", "test") if name in facts["splits"]):
            own = counts["splits"].get(split, 0)
            if own < least:
                points = 100 / own if own else 100
                notices.append(
                    _notice(
                        "W_FEW_IMAGES_IN_SPLIT",
                        f"Only {own} images of the {split} split show {label}: its sensitivity "
                        f"there moves by {points:.0f} points with every one of them.",
                        label=label,
                        split=split,
                        images=own,
                        points=points,
                    )
                )
    return notices
