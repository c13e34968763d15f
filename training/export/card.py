"""The model card: what a reader must know before believing the model, in plain Markdown."""

from typing import Any

from engine.bundle.manifest import ClassInfo, Manifest
from training.evaluate import as_text

_TITLES = {"binary": "One probability", "multiclass": "One of several classes",
           "multilabel": "Several findings, each alone"}  # fmt: skip


def write_card(
    manifest: Manifest, test: dict[str, Any], limits: tuple[str, ...], history: str
) -> str:
    """The card of a trained model.

    Args:
        manifest: everything but `files`.
        test: the evaluation of the test set, see `training.evaluate.evaluate`.
        limits: one sentence each.
        history: how the fitting went.
    """
    recipe = manifest.recipe
    warnings = [*test["warnings"], *limits]
    sections = [
        f"# {manifest.name} (version {manifest.version})",
        f"`{manifest.id}`, made {manifest.created}. "
        "For research and teaching; not a medical device.",
        f"## What it is for\n\n{manifest.purpose}",
        f"## What it is not for\n\n{manifest.not_for}",
        f"## What it says\n\n{_classes(manifest)}",
        "## Limits\n\n" + "\n".join(f"- {limit}" for limit in warnings) if warnings else "",
        f"## Data\n\n{_data(manifest.training_data)}",
        f"## How an image enters\n\n{recipe.width} x {recipe.height} pixels, "
        f"{recipe.channels} channel(s), fit `{recipe.fit}`, "
        f"interpolation `{recipe.interpolation}`, scaling `{recipe.scaling}`, layout "
        f"`{recipe.layout}`.",
        f"## Measured on the test set\n\n{_figures(test)}",
        f"## Operating points\n\n{_points(manifest.classes)}",
        f"## Calibration\n\n{_calibration(manifest.calibration, test)}",
        f"## How it was made\n\n{history} Made with {_versions(manifest.made_with)}.",
        f"{_parity(manifest.metrics['parity'])}",
        f"```\n{manifest.reproduce}\n```",
        f"## Licence\n\n{manifest.licence}",
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _classes(manifest: Manifest) -> str:
    title = _TITLES[manifest.task]
    if manifest.complement is not None:
        only = manifest.classes[0]
        return f"{title}: **{only.name}** against {manifest.complement}. {only.definition}".strip()
    names = ", ".join(f"**{info.name}**" for info in manifest.classes)
    return f"{title}: {names}. {manifest.classes[0].definition}".strip()


def _data(data: dict[str, Any]) -> str:
    lines = [
        f"Population: {data['population']}",
        f"Source: {data['source']}",
        f"Licence of the images: {data['licence']}",
    ]
    counts = data["counts"]
    names = list(next(iter(counts.values()))["classes"])
    rows = [
        [split, *(c["classes"].get(n, 0) for n in names), c["images"], c["patients"]]
        for split, c in counts.items()
    ]
    table = _table(["split", *names, "images", "patients"], rows)
    return "\n\n".join(lines) + f"\n\n{table}\n\nNo patient whom the data name is in two splits."


def _figures(test: dict[str, Any]) -> str:
    overall = [[name.replace("_", " "), as_text(f)] for name, f in test["overall"].items()]
    parts = [_table(["figure", "value (95 % interval)"], overall)]
    if len(test["classes"]) > 1:
        keys = list(test["classes"][0]["figures"])
        rows = [
            [entry["name"], entry["positives"], *(as_text(entry["figures"][k]) for k in keys)]
            for entry in test["classes"]
        ]
        parts.append(_table(["class", "images", *(k.replace("_", " ") for k in keys)], rows))
    if test["confusion"] is not None:
        parts.append(_confusion(test["confusion"]))
    parts.append(
        f"{test['images']} images of {test['patients']} patients, kept out of every choice and "
        f"measured once at the end. {test['intervals']}"
    )
    return "\n\n".join(parts)


def _confusion(confusion: dict[str, Any]) -> str:
    rows = [
        [f"is {name}", *row]
        for name, row in zip(confusion["names"], confusion["rows"], strict=True)
    ]
    header = ["", *(f"called {name}" for name in confusion["names"])]
    return f"{_table(header, rows)}\n\n({confusion['rule']})"


def _points(classes: tuple[ClassInfo, ...]) -> str:
    rows = [
        [info.name, point.name, f"{point.threshold:.3f}", _share(point.sensitivity),
         _share(point.specificity), point.source]
        for info in classes
        for point in (info.operating_point, *info.other_points)
        if point is not None
    ]  # fmt: skip
    if not rows:
        return "None was chosen."
    measured = next(c.operating_point for c in classes if c.operating_point is not None)
    header = ["class", "point", "threshold", "sensitivity", "specificity", "rule"]
    return f"{_table(header, rows)}\n\nBoth rates: {measured.measured_on}."


def _calibration(calibration: dict[str, Any], test: dict[str, Any]) -> str:
    parts = [str(calibration.get("method", "None."))]
    before, after = (calibration.get(f"validation_{when}") for when in ("before", "after"))
    if before is not None and after is not None:
        parts.append(
            f"On the validation set the Brier score went from {before['brier']:.4f} to "
            f"{after['brier']:.4f} and the calibration error from {before['ece']:.4f} to "
            f"{after['ece']:.4f}."
        )
    parts.append("Frequencies hold for the class balance of these data, not for a clinic's.")
    return " ".join(parts) + "\n\nOn the test set:\n\n" + _bins(test["curves"])


def _bins(curves: list[dict[str, Any]]) -> str:
    rows = [
        [entry["name"], f"{b['low']:.1f} to {b['high']:.1f}", b["count"],
         f"{b['mean_probability']:.2f}", f"{b['frequency']:.2f}"]
        for entry in curves
        for b in entry["calibration"]
        if b["count"] > 0
    ]  # fmt: skip
    return _table(["class", "probability", "images", "mean probability", "frequency"], rows)


def _parity(parity: dict[str, Any]) -> str:
    return "Difference of the exported file: " + ", ".join(
        f"{name.replace('_', ' ')} {f'{value:.2g}' if isinstance(value, float) else value}"
        for name, value in parity.items()
    ) + "."  # fmt: skip


def _table(header: list[Any], rows: list[list[Any]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _share(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


def _versions(made_with: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in made_with.items())
