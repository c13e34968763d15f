"""The card of a recalibrated model: what changed first, then the card of what it was made from."""

import re
from typing import Any

from training.recalibrate.recalibration import BETTER, LEAST_SOURCE, UNCLEAR, WORSE, Recalibrated

_VERDICTS = {
    BETTER: "On patients held out of the fit the new probabilities are nearer to the truth.",
    UNCLEAR: "On patients held out of the fit no clear difference was found.",
    WORSE: "On patients held out of the fit the new probabilities are further from the truth.",
}


def write_card(made: Recalibrated, before: str) -> str:
    """Markdown.

    Args:
        made: what came of the recalibration.
        before: the card of the model that it was made from.
    """
    about, parent = made.manifest, made.parent
    sections = [
        f"# {about.name} (version {about.version})",
        f"`{about.id}`, made {about.created}. For research and teaching; not a medical device.",
        "## Recalibrated for a site",
        f"The network is that of `{parent.model_id}` (version {parent.version}, digest "
        f"`{parent.digest}`), unchanged: scores rank images as before, and explanations are the "
        "same. Calibration and operating points were fitted anew on "
        f"{made.images} images of {made.patients} patients of the site that readers had confirmed "
        f"or corrected. {_VERDICTS[made.verdict]} Least number of patients: {LEAST_SOURCE}.",
        _figures(made.classes),
        _points(made.classes),
        "\n".join(f"- {remark.message}" for remark in made.remarks),
        "## The model it was made from",
        "Calibration and operating points below are those of that model, not of this one.",
        re.sub(r"^#", "##", before, flags=re.MULTILINE).strip(),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _figures(classes: tuple[dict[str, Any], ...]) -> str:
    rows = []
    for entry in classes:
        if not entry["is_fitted"]:
            rows.append(f"| {entry['name']} | stays as it was | | | |")
            continue
        old, new, change = entry["old"], entry["new"], entry["brier_change"]
        rows.append(
            f"| {entry['name']} | {old['brier']:.4f} | {new['brier']:.4f} | "
            f"{change['value']:+.4f} ({change['low']:+.4f} to {change['high']:+.4f}) | "
            f"{old['ece']:.3f} to {new['ece']:.3f} |"
        )
    header = (
        "| finding | Brier score before | after | change (95 % interval) | calibration error |\n"
        "| --- | --- | --- | --- | --- |\n"
    )
    return header + "\n".join(rows)


def _points(classes: tuple[dict[str, Any], ...]) -> str:
    rows = [
        f"| {entry['name']} | {name} | {side} | {_share(rates['sensitivity'])} | "
        f"{_share(rates['specificity'])} |"
        for entry in classes
        if entry["is_fitted"]
        for side in ("old", "new")
        for name, rates in entry[side]["points"].items()
    ]
    header = "| finding | point | | sensitivity | specificity |\n| --- | --- | --- | --- | --- |\n"
    return header + "\n".join(rows)


def _share(share: dict[str, Any]) -> str:
    if share["value"] is None:
        return "undefined"
    return f"{share['value']:.3f} ({share['low']:.3f} to {share['high']:.3f})"
