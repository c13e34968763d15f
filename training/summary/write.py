"""One page per run: everything measured and drawn, in one file that needs nothing else."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.bundle.store import dump_json
from engine.errors import OutputError
from engine.files import atomic_write
from training.summary.frequencies import draw_frequencies
from training.summary.learning import draw_learning
from training.summary.measured import draw_calibration, draw_confusion, draw_pr, draw_roc
from training.summary.page import (
    Markup,
    folded,
    heading,
    page,
    paragraph,
    picture,
    preformatted,
    side_by_side,
    table,
)
from training.summary.run import Run
from training.summary.tables import (
    calibration_table,
    classes_table,
    figures_table,
    points_table,
    subgroups_table,
    sweep_table,
)
from training.summary.weight_charts import draw_histograms
from training.weights.report import WeightReport

SUMMARY, EVALUATION, WEIGHTS, PICTURES = (
    "summary.html",
    "evaluation.json",
    "weights.json",
    "pictures",
)
_SETS = {"train": "training set", "val": "validation set", "test": "test set"}
_MOST_WARNINGS = 8  # that stand open; more than these are folded, those of the last set are not
_CHARTS = (
    ("roc", draw_roc, "ROC curves with their areas; marks are the operating points."),
    ("precision-recall", draw_pr, "Precision over recall; dotted: the class's frequency."),
    ("calibration", draw_calibration, "Frequency over probability; grey: images per bin."),
    ("confusion", draw_confusion, "Confusion matrix: images, and share of the true class."),
)


def write_summary(folder: Path, run: Run) -> Path:
    """Writes ``summary.html``, ``evaluation.json``, ``weights.json`` and ``pictures/*.png``.

    The same run gives the same bytes.

    Args:
        folder: made if needed; older files of the same names are replaced.
        run: what is known; what is not is left out of the page.

    Returns:
        The page's path.

    Raises:
        OutputError: the disk refused.
    """
    try:
        (folder / PICTURES).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"the folder cannot be made: {error.strerror}",
            hint="Choose a folder that may be written to.",
            file=folder,
        ) from error
    charts = _charts(run)
    for name, (png, _) in charts.items():
        atomic_write(folder / PICTURES / f"{name}.png", png)
    for number, layer in enumerate(run.weights.layers if run.weights is not None else ()):
        if layer.filters is not None:
            file = folder / PICTURES / f"filters-{number:03d}.png"
            atomic_write(file, layer.filters)
    if run.evaluations:
        atomic_write(folder / EVALUATION, dump_json(dict(run.evaluations)))
    if run.weights is not None:
        atomic_write(folder / WEIGHTS, dump_json(run.weights.as_json()))
    atomic_write(folder / SUMMARY, page(run.title, _body(run, charts)).encode("utf-8"))
    return folder / SUMMARY


def _charts(run: Run) -> dict[str, tuple[bytes, str]]:
    """Every picture but the filters: name -> PNG and caption."""
    drawn = {
        "learning": (
            draw_learning(run.history, run.best_epoch),
            "Per epoch; the dotted line is the epoch whose weights were kept. Both losses weight "
            "classes alike; augmentation, oversampling, dropout, weight decay and the side task "
            "'where is it' are in the training loss alone. The other figures count every image "
            "once.",
        ),
        "frequencies": (
            draw_frequencies(run.frequencies),
            "Training set. What counts half in the loss cannot be learnt by always saying no.",
        ),
        "weights": (
            draw_histograms(run.weights) if run.weights is not None else None,
            "Share of a layer's weights per bin, from minus to plus its greatest.",
        ),
    }
    for split, found in run.evaluations.items():
        for name, draw, caption in _CHARTS:
            drawn[f"{split}-{name}"] = (draw(found), caption)
    return {name: (png, caption) for name, (png, caption) in drawn.items() if png is not None}


def _body(run: Run, charts: Mapping[str, tuple[bytes, str]]) -> Iterator[Markup]:
    yield heading(run.title, 1)
    yield from _warnings(run)
    if run.facts:
        yield table(("", ""), run.facts.items())
    for split in reversed(list(run.evaluations)):  # the test set, last in the run, is what counts
        yield from _evaluation(split, run.evaluations[split], charts)
    if run.calibration:
        several = any(len(found["classes"]) > 1 for found in run.evaluations.values())
        yield from _calibration(run.calibration, has_several=several)
    if "learning" in charts:
        yield heading("Training")
        yield picture(*charts["learning"], is_wide=True)
    yield from _data(run, charts)
    if run.weights is not None:
        yield from _weights(run.weights, charts)
    if run.config:
        yield heading("Configuration")
        text = json.dumps(run.config, indent=2, ensure_ascii=False)
        yield folded("every option of this run, defaults included", [preformatted(text)])


def _warnings(run: Run) -> Iterator[Markup]:
    """What must be known before any figure; the less important ones folded where they are many."""
    *others, last = [None, *run.evaluations]
    first = [] if last is None else _of_set(last, run.evaluations[last])
    first, rest = [*first, *run.warnings], []
    for name in reversed([name for name in others if name is not None]):
        rest += _of_set(name, run.evaluations[name])
    rest += run.weights.warnings() if run.weights is not None else []
    if len(first) + len(rest) <= _MOST_WARNINGS:
        first, rest = [*first, *rest], []
    yield from (paragraph(line, "warning") for line in first)
    if rest:
        inside = [paragraph(line, "warning") for line in rest]
        yield folded(f"{len(rest)} more warnings, of other sets and of the weights", inside)


def _of_set(name: str, found: Mapping[str, Any]) -> list[str]:
    return [f"{_SETS.get(name, name)}: {line}" for line in found["warnings"]]


def _evaluation(
    split: str, found: Mapping[str, Any], charts: Mapping[str, tuple[bytes, str]]
) -> Iterator[Markup]:
    yield heading(f"Measured on: {_SETS.get(split, split)}")
    yield paragraph(f"{found['images']} images of {found['patients']} patients.")
    yield figures_table(found)
    yield paragraph(" ".join([*_where(found), f"Intervals of {found['intervals']}"]), "note")
    if len(found["classes"]) > 1:
        yield classes_table(found)
    keys = [f"{split}-{name}" for name, _, _ in _CHARTS]
    yield side_by_side(picture(*charts[key]) for key in keys if key in charts)
    if found["confusion"] is not None:
        yield paragraph(f"Confusion matrix: {found['confusion']['rule']}.", "note")
    for entry, curve in zip(found["classes"], found["curves"], strict=True):
        yield folded(
            f"{entry['name']}: operating points and threshold sweep",
            [points_table(entry), sweep_table(curve)],
        )
    if found["subgroups"]:
        yield heading("Subgroups", 3)
        yield subgroups_table(found)


def _where(found: Mapping[str, Any]) -> list[str]:
    """At which thresholds the rates hold."""
    points = [entry["points"][0] for entry in found["classes"] if entry["points"]]
    if found["task"] == "multiclass" or not points:
        return []
    of_one = f" (from {points[0]['threshold']:.4f})" if len(found["classes"]) == 1 else ""
    whose = "" if of_one else " of each class"
    return [f"Rates hold at the operating point '{points[0]['name']}'{whose}{of_one}."]


def _calibration(facts: Mapping[str, Any], *, has_several: bool) -> Iterator[Markup]:
    yield heading("Calibration")
    yield paragraph(facts["method"])
    yield from (paragraph(note, "note") for note in facts.get("notes", ()))
    yield calibration_table(facts, has_several=has_several)


def _data(run: Run, charts: Mapping[str, tuple[bytes, str]]) -> Iterator[Markup]:
    if not run.counts and "frequencies" not in charts:
        return
    yield heading("Data")
    kinds = list(dict.fromkeys(kind for counts in run.counts.values() for kind in counts))
    if kinds:
        rows = [
            (split, *(str(counts.get(kind, 0)) for kind in kinds))
            for split, counts in run.counts.items()
        ]
        yield table(("split", *kinds), rows)
    if "frequencies" in charts:
        yield picture(*charts["frequencies"])


def _weights(report: WeightReport, charts: Mapping[str, tuple[bytes, str]]) -> Iterator[Markup]:
    yield heading("Weights")
    plain = report.as_json()
    yield paragraph(
        f"Near 0: below {plain['near_zero_below']}. Dead: a channel behind a rectifier that no "
        "watched image made fire, at any place.",
        "note",
    )
    rows = [
        (
            layer.layer, layer.kind, " x ".join(map(str, layer.shape)), f"{layer.greatest:.3g}",
            f"{layer.near_zero:.1%}",
            "not watched" if layer.channels is None or layer.images == 0
            else f"{len(layer.dead)} of {layer.channels} on {layer.images} images",
        )
        for layer in report.layers
    ]  # fmt: skip
    yield table(("layer", "kind", "kernel", "greatest", "near 0", "dead channels"), rows)
    if "weights" in charts:
        yield picture(*charts["weights"], is_wide=True)
    drawn = [layer for layer in report.layers if layer.filters is not None]
    for number, layer in enumerate(drawn):
        shown = picture(layer.filters, f"{layer.layer}: {layer.filters_note}", is_enlarged=True)
        yield shown if number == 0 else folded(f"Filters of {layer.layer}", [shown])
