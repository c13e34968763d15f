"""The model card: what a reader must know before believing the model, in plain Markdown."""

from typing import Any

from engine.bundle.manifest import Manifest


def write_card(manifest: Manifest, limits: tuple[str, ...], history: str) -> str:
    """The card of a trained model.

    Args:
        manifest: everything but `files`; figures are taken from ``metrics["test"]``.
        limits: one sentence each.
        history: how the fitting went, one sentence.
    """
    test = manifest.metrics["test"]
    point = manifest.classes[0].operating_point
    recipe = manifest.recipe
    sections = [
        f"# {manifest.name} (version {manifest.version})",
        f"`{manifest.id}`, made {manifest.created}. "
        "For research and teaching; not a medical device.",
        f"## What it is for\n\n{manifest.purpose}",
        f"## What it is not for\n\n{manifest.not_for}",
        f"## What it says\n\nOne probability: **{manifest.classes[0].name}** "
        f"against {manifest.complement}. "
        f"{manifest.classes[0].definition}",
        f"## Data\n\n{_data(manifest.training_data)}",
        f"## How an image enters\n\n{recipe.width} x {recipe.height} pixels, "
        f"{recipe.channels} channel(s), fit `{recipe.fit}`, "
        f"interpolation `{recipe.interpolation}`, scaling `{recipe.scaling}`.",
        f"## Measured on the test set\n\n{_figures(test)}",
        f"## Operating point\n\nThreshold {point.threshold:.3f}. {point.source}" if point else "",
        f"## Calibration\n\n{_calibration(manifest.calibration, test)}",
        "## Limits\n\n" + "\n".join(f"- {limit}" for limit in limits),
        f"## How it was made\n\n{history} Made with {_versions(manifest.made_with)}.",
        f"```\n{manifest.reproduce}\n```",
        f"## Licence\n\n{manifest.licence}",
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _data(data: dict[str, Any]) -> str:
    lines = [
        f"Population: {data['population']}",
        f"Source: {data['source']}",
        f"Licence of the images: {data['licence']}",
    ]
    table = ["| split | with the finding | without | patients |", "|---|---|---|---|"]
    table += [
        f"| {name} | {c['with']} | {c['without']} | {c['patients']} |"
        for name, c in data["counts"].items()
    ]
    return "\n\n".join(lines) + "\n\n" + "\n".join(table) + "\n\nNo patient is in two splits."


def _figures(test: dict[str, Any]) -> str:
    rows = ["| figure | value | 95 % interval |", "|---|---|---|"]
    for key, name in (
        ("auc", "AUC"),
        ("sensitivity", "sensitivity"),
        ("specificity", "specificity"),
    ):
        found = test[key]
        rows.append(
            f"| {name} | {found['value']:.3f} | {found['low']:.3f} to {found['high']:.3f} |"
        )
    rows += [
        f"| Brier score | {test['brier']:.3f} | |",
        f"| expected calibration error | {test['ece']:.3f} | |",
    ]
    counts = (
        f"{test['images']} images of {test['patients']} patients ({test['with_finding']} with, "
        f"{test['without_finding']} without the finding), kept out of every choice and measured at "
        "the end. "
        "AUC: bootstrap over patients, 2000 rounds. Sensitivity and specificity: at the operating "
        "point, Wilson."
    )
    return "\n".join(rows) + f"\n\n{counts}"


def _calibration(calibration: dict[str, Any], test: dict[str, Any]) -> str:
    rows = ["| probability | images | mean probability | frequency |", "|---|---|---|---|"]
    rows += [
        f"| {b['low']:.1f} to {b['high']:.1f} | {b['count']} | {b['mean_probability']:.2f} "
        f"| {b['frequency']:.2f} |"
        for b in test["calibration_bins"]
    ]
    before, after = calibration["validation_before"], calibration["validation_after"]
    text = (
        f"Platt scaling fitted on the validation set (slope {calibration['slope']:.3f}, offset "
        f"{calibration['offset']:.3f}) and folded into the last dense layer. On that set the Brier "
        f"score went from {before['brier']:.4f} to {after['brier']:.4f} and the calibration error "
        f"from {before['ece']:.4f} to {after['ece']:.4f}. Frequencies hold for the class balance "
        "of these data, not for a clinic's.\n\n"
        "On the test set:\n\n"
    )
    return text + "\n".join(rows)


def _versions(made_with: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in made_with.items())
