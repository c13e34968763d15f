"""From a bundle and labelled local images to a bundle with another calibration."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.bundle.intake import read_grey
from engine.bundle.manifest import ClassInfo, Manifest, OperatingPoint
from engine.bundle.provenance import Provenance, provenance_of
from engine.bundle.store import Bundle
from engine.errors import ImageError
from training.calibrate import Scaling
from training.config.sections import DataSection, EvaluationSection
from training.data.index import Sample, gather
from training.data.task import Task
from training.evaluate.onnx_scores import OnnxScores
from training.evaluate.points import choose_points
from training.evaluate.resampling import Patients
from training.recalibrate.fitting import (
    Fit,
    Floats,
    HeldOut,
    Set,
    brier_change,
    cross_fit,
    fit,
    side_figures,
)
from training.refusals import Refused

# Patients with a finding and without it. Vergouwe 2005 and Collins 2016 ask for as many events and
# non-events before the performance of a model on other patients is believed.
LEAST = 100
LEAST_SOURCE = "Vergouwe 2005, J Clin Epidemiol 58:475; Collins 2016, Stat Med 35:214"
BETTER, UNCLEAR, WORSE = "better", "unclear", "worse"
_BATCH = 32
_SEED = 1
_ROUNDS = 1000
_RULES = {"on the validation set.": "on the site's own cases."}


@dataclass(frozen=True)
class Remark:
    """What people must know, with a code and its figures so that a window can word it.

    Attributes:
        code: stable.
        facts: figures and names.
        message: in English.
    """

    code: str
    facts: dict[str, Any]
    message: str

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"code": self.code, "facts": self.facts, "message": self.message}


@dataclass(frozen=True)
class Recalibrated:
    """What came of it.

    Attributes:
        manifest: of the new version, everything but `files`.
        parent: what it was made from.
        images: cases.
        patients: whose.
        classes: per class ``name``, ``with``, ``without``, ``is_fitted``, and where it is ``old``,
            ``new`` (`side_figures` of held-out patients), ``brier_change``, ``slope``, ``offset``,
            ``thresholds`` of the points (``old``, ``new``; the new ones chosen on all cases).
        verdict: `BETTER`, `UNCLEAR` or `WORSE` on patients that were held out.
        remarks: what to be careful about.
    """

    manifest: Manifest
    parent: Provenance
    images: int
    patients: int
    classes: tuple[dict[str, Any], ...]
    verdict: str
    remarks: tuple[Remark, ...]


def recalibrate(
    bundle: Bundle, tables: Sequence[Path], created: str, *, least: int = LEAST
) -> Iterator[float | Recalibrated]:
    """Scores every case and fits; yields the share done and at last the result.

    Args:
        bundle: the model; it must not have been trained on these cases.
        tables: see `training.data.index`.
        created: now, UTC, ISO 8601.
        least: patients with a finding, and without it, below which a class is not fitted.

    Raises:
        Refused: too few cases, labels that do not fit, or scores that rank them the wrong way.
        ModelError: the model cannot be run.
    """
    task, samples, remarks = _cases(bundle.manifest, tables)
    kept: list[Sample] = []
    own: list[Floats] = []
    for share, sample, scores in _scored(bundle, samples, remarks):
        if scores is not None:
            kept.append(sample)
            own.append(scores)
        yield 0.9 * share
    if not kept:
        raise Refused("E_NO_CASE", "not one image could be read")
    patients = Patients.of([sample.patient_id for sample in kept], _ROUNDS, _SEED)
    targets = task.targets(kept).astype(np.float64)
    cases = Set(np.concatenate(own), targets, patients, task.activation)
    yield _result(bundle, task, cases, created, least, remarks)


@dataclass(frozen=True)
class _Came:
    """What a manifest tells of its origin; as in `Recalibrated`."""

    parent: Provenance
    created: str
    images: int
    patients: int
    classes: tuple[dict[str, Any], ...]


def _cases(
    manifest: Manifest, tables: Sequence[Path]
) -> tuple[Task, tuple[Sample, ...], list[Remark]]:
    """The cases with labels as the bundle calls its classes."""
    gathered = gather(tables, DataSection())
    remarks = [
        Remark("row-unusable", {"file": file.name, "reason": why}, f"{file.name}: {why}")
        for file, why in gathered.problems
    ]
    if not gathered.samples:
        why = remarks[0].message if remarks else "no row names an image and a label"
        raise Refused("E_NO_CASE", f"there is no case: {why}", reason=why)
    names = _names(manifest)
    samples = tuple(
        replace(sample, labels=tuple(names.get(_plain(text), text) for text in sample.labels))
        for sample in gathered.samples
    )
    known = {info.name for info in manifest.classes}
    found = {label for sample in samples for label in sample.labels}
    is_odd = manifest.task == "multiclass" and bool(found - known)
    if not found & known or is_odd:
        raise Refused(
            "E_LABELS",
            f"the model knows {', '.join(sorted(known))}; the cases are labelled "
            f"{', '.join(sorted(found)) or 'nothing'}",
            hint="Name the labels as the model does.",
            known=sorted(known), found=sorted(found),
        )  # fmt: skip
    kind = manifest.task
    classes = tuple(info.name for info in manifest.classes)
    task = Task(kind, classes, classes, manifest.complement)
    if manifest.activation != task.activation:  # two softmax columns are told apart like several
        task = replace(task, kind="multiclass", complement=None)
    return task, samples, remarks


def _names(manifest: Manifest) -> dict[str, str]:
    """Labels, however written, -> class: its own name and the one that its training data used."""
    stored = manifest.metrics.get("test", {}).get("classes", ())
    named = {_plain(entry["label"]): entry["name"] for entry in stored if "label" in entry}
    return named | {_plain(info.name): info.name for info in manifest.classes}


def _plain(text: str) -> str:
    return text.replace("_", " ").strip().lower()


def _scored(
    bundle: Bundle, samples: Sequence[Sample], remarks: list[Remark]
) -> Iterator[tuple[float, Sample, Floats | None]]:
    """Each sample with the network's own probabilities (1, C); None where it cannot be read."""
    network = OnnxScores(replace(bundle, manifest=replace(bundle.manifest, curves=())))
    for place, sample in enumerate(samples, start=1):
        try:
            tensor = bundle.manifest.recipe.apply_grey(read_grey(sample.path)).tensor
        except ImageError as error:
            text = f"not read: {error}"
            remarks.append(Remark("not-read", {"file": sample.path.name}, text))
            yield place / len(samples), sample, None
            continue
        yield place / len(samples), sample, network.of([tensor])


def _result(
    bundle: Bundle, task: Task, cases: Set, created: str, least: int, remarks: list[Remark]
) -> Recalibrated:
    counts = [_patients_of(cases, k) for k in range(len(task.classes))]
    fitted = [min(pair) >= least for pair in counts]
    if not any(fitted) or (task.kind == "multiclass" and not all(fitted)):
        raise _too_few(task, counts, least)
    for name, pair, is_fitted in zip(task.names, counts, fitted, strict=True):
        if not is_fitted:
            facts = {"finding": name, "with": pair[0], "without": pair[1], "least": least}
            text = f"{name} stays as it was: {pair[0]} patients with it, {pair[1]} without."
            remarks.append(Remark("too-few", facts, text))
    about, section = bundle.manifest, EvaluationSection()
    whole = fit(cases, about.curves, fitted)
    for name, scaling in zip(task.names, whole.scalings, strict=True):
        if scaling == Scaling(1.0, 0.0):
            raise Refused(
                "E_RANKED_WRONG",
                f"{name}: the scores rank these cases the wrong way round; no calibration mends it",
                hint="Look at the labels; if they are right, the model does not fit these images.",
                finding=name,
            )
    held = cross_fit(cases, about.curves, fitted, section, _SEED)
    old = Fit(whole.scalings, about.curves).shown(cases)
    classes = tuple(
        _of_class(info, k, cases, old, held, whole) for k, info in enumerate(about.classes)
    )
    points = choose_points(whole.shown(cases), cases.targets, section)
    classes = tuple(
        entry | {"thresholds": _thresholds(info, made)} if entry["is_fitted"] else entry
        for info, entry, made in zip(about.classes, classes, points, strict=True)
    )
    remarks.append(_mix(task, cases))
    came = _Came(provenance_of(bundle), created, len(cases.targets), cases.patients.count, classes)
    return Recalibrated(
        _manifest(about, came, whole, points), came.parent, came.images, came.patients, classes,
        _verdict(classes), tuple(remarks),
    )  # fmt: skip


def _patients_of(cases: Set, k: int) -> tuple[int, int]:
    """Patients with an image with the class, and with one without it."""
    ill = cases.targets[:, k] > 0.5
    return cases.patients.among(ill), cases.patients.among(~ill)


def _too_few(task: Task, counts: Sequence[tuple[int, int]], least: int) -> Refused:
    told = [f"{name}: {pair[0]} with, {pair[1]} without"
            for name, pair in zip(task.names, counts, strict=True)]  # fmt: skip
    return Refused(
        "E_TOO_FEW_CASES",
        f"too few patients: {'; '.join(told)}; {least} with and {least} without are needed",
        hint=f"With fewer the new figures would be chance ({LEAST_SOURCE}). Confirm more cases.",
        least=least, source=LEAST_SOURCE,
        classes=[{"finding": name, "with": pair[0], "without": pair[1]}
                 for name, pair in zip(task.names, counts, strict=True)],
    )  # fmt: skip


def _of_class(
    info: ClassInfo,
    k: int,
    cases: Set,
    old: Floats,
    held: HeldOut,
    whole: Fit,
) -> dict[str, Any]:
    scaling, counts = whole.scalings[k], _patients_of(cases, k)
    ill = cases.targets[:, k] > 0.5
    plain = {
        "name": info.name,
        "images_with": int(ill.sum()), "images_without": int((~ill).sum()),
        "patients_with": counts[0], "patients_without": counts[1], "is_fitted": scaling is not None,
    }  # fmt: skip
    if scaling is None:
        return plain
    points = [point for point in (info.operating_point, *info.other_points) if point is not None]
    called = {point.name: old[:, k] >= point.threshold for point in points}
    new = held.probabilities[:, k]
    return plain | {
        "slope": scaling.slope,
        "offset": scaling.offset,
        "old": side_figures(old[:, k], ill, called),
        "new": side_figures(new, ill, held.calls[k]),
        "brier_change": brier_change(old[:, k], new, cases.targets[:, k], cases.patients),
    }


def _thresholds(info: ClassInfo, made: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """From which probability on, by the name of the point, before and after."""
    points = [point for point in (info.operating_point, *info.other_points) if point is not None]
    return {
        "old": {point.name: point.threshold for point in points},
        "new": {point["name"]: point["threshold"] for point in made},
    }


def _verdict(classes: Sequence[dict[str, Any]]) -> str:
    changes = [entry["brier_change"] for entry in classes if entry["is_fitted"]]
    if any(change["low"] > 0 for change in changes):
        return WORSE
    return BETTER if any(change["high"] < 0 for change in changes) else UNCLEAR


def _mix(task: Task, cases: Set) -> Remark:
    """The share of findings among the cases is not that of the clinic."""
    shares = dict(zip(task.names, cases.targets.mean(axis=0).tolist(), strict=True))
    named = ", ".join(f"{name} {100 * share:.0f} %" for name, share in shares.items())
    text = (
        f"Probabilities are now frequencies among these cases ({named}). Where readers answer "
        "images with a finding more often than others, they are too high for the clinic's mix."
    )
    return Remark("mix", {"shares": shares}, text)


def _manifest(
    about: Manifest, came: _Came, whole: Fit, points: list[list[dict[str, Any]]]
) -> Manifest:
    parent, created = came.parent, came.created
    day = created[:10].replace("-", "")
    mark = f"{parent.digest[:4]}{created[11:19].replace(':', '')}"
    stem, version = about.id.split("-site-")[0][:50], about.version.split(" (site ")[0]
    measured_on = f"{came.images} local images of {came.patients} patients, each held out once"
    return replace(
        about,
        id=f"{stem}-site-{day}-{mark}",
        version=f"{version} (site {created[:10]})",
        classes=tuple(
            _class_info(info, own, entry, measured_on)
            for info, own, entry in zip(about.classes, points, came.classes, strict=True)
        ),
        curves=whole.curves,
        calibration=_calibration(about, came),
        metrics=about.metrics
        | {"recalibration": {"parent": parent.as_json(), "classes": list(came.classes)}},
        created=created,
        files={},
    )


def _class_info(
    info: ClassInfo, points: list[dict[str, Any]], entry: dict[str, Any], measured_on: str
) -> ClassInfo:
    """Points chosen on all cases; their rates are those of the held-out patients."""
    if not entry["is_fitted"]:
        return info
    rates = entry["new"]["points"]
    made = [
        OperatingPoint(
            point["threshold"], point["name"], _rule(point["source"]),
            rates[point["name"]]["sensitivity"]["value"],
            rates[point["name"]]["specificity"]["value"], measured_on,
        )
        for point in points
        if point["name"] in rates
    ]  # fmt: skip
    if not made:
        return info
    return replace(info, operating_point=made[0], other_points=tuple(made[1:]))


def _rule(source: str) -> str:
    for before, after in _RULES.items():
        source = source.replace(before, after)
    return source


def _calibration(about: Manifest, came: _Came) -> dict[str, Any]:
    name = f"{about.name} {about.version}"
    return {
        "kind": "platt-curve",
        "method": f"Platt scaling fitted on {came.images} images of {came.patients} patients of "
        f"this site, applied as curves to the network of {name}.",
        "slopes": [entry.get("slope") for entry in came.classes],
        "offsets": [entry.get("offset") for entry in came.classes],
        "notes": [],
        "parent": came.parent.as_json(),
        "images": came.images,
        "patients": came.patients,
    }
