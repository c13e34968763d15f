"""What a reader of the figures must be told in plain words, worst first."""

from typing import Any

from training.evaluate.figure import as_text

_LOW_SENSITIVITY = 0.5
_BY_CHANCE = "{count} such comparisons between subgroups were made; some differ by chance alone."


def cautions(found: dict[str, Any], few_positives: int) -> list[str]:
    """Sentences about an evaluation, see `training.evaluate.evaluate`."""
    blind = [line for entry in found["classes"] for line in _blind(entry, found["images"])]
    has_others = len(found["classes"]) > 1
    empty = [line for entry in found["classes"] for line in _lacking(entry, has_others=has_others)]
    few = [line for entry in found["classes"] for line in _few(entry, few_positives)]
    chance = [line for entry in found["classes"] for line in _chance(entry)]
    return [*blind, *_majority(found), *empty, *few, *chance, *_unlike(found["subgroups"])]


def _blind(entry: dict[str, Any], images: int) -> list[str]:
    """A finding that is not found, however good the accuracy looks."""
    if not entry["points"]:
        return []
    point = entry["points"][0]
    rates, ill = point["figures"], entry["positives"]
    sensitivity, accuracy = rates["sensitivity"]["value"], rates["accuracy"]["value"]
    if sensitivity is None or sensitivity >= _LOW_SENSITIVITY:
        return []
    hits = point["counts"]["tp"]
    missed = "Not one" if hits == 0 else f"Only {hits}"
    verb = "is" if hits <= 1 else "are"
    always = entry["negatives"] / images
    return [
        f"{missed} of the {ill} images with {entry['name']} {verb} found at the {point['name']} "
        f"point (sensitivity {as_text(rates['sensitivity'])}), although the accuracy is "
        f"{accuracy:.4f}: "
        f"calling no image {entry['name']} would reach {always:.4f}."
    ]


def _majority(found: dict[str, Any]) -> list[str]:
    """An accuracy that a constant answer reaches as well."""
    accuracy = found["overall"].get("accuracy")
    if accuracy is None or accuracy["value"] is None or found["task"] == "multilabel":
        return []
    counts = [entry["positives"] for entry in found["classes"]]
    if found["task"] == "binary":
        counts.append(found["classes"][0]["negatives"])
    always = max(counts) / found["images"]
    if accuracy["value"] > always:
        return []
    return [
        f"The accuracy of {accuracy['value']:.4f} is no better than always giving the most "
        f"frequent answer ({always:.4f})."
    ]


def _lacking(entry: dict[str, Any], *, has_others: bool) -> list[str]:
    name, lines = entry["name"], []
    left_out = " and left out of the means over classes" if has_others else ""
    if entry["positives"] == 0 or entry["negatives"] == 0:
        which = "with" if entry["positives"] == 0 else "without"
        lines.append(
            f"No image {which} {name} is in this set: what depends on it is undefined{left_out}."
        )
    if not entry["points"]:
        lines.append(
            f"{name} has no operating point: the validation set lacks images with or without it."
        )
    return lines


def _few(entry: dict[str, Any], limit: int) -> list[str]:
    rarer = min(entry["positives"], entry["negatives"])
    if rarer == 0 or rarer >= limit:
        return []
    which = "with" if entry["positives"] == rarer else "without"
    return [
        f"Only {rarer} images {which} {entry['name']} are in this set: look at the intervals, not "
        "at the figures."
    ]


def _chance(entry: dict[str, Any]) -> list[str]:
    area = entry["figures"]["roc_auc"]
    if area["low"] is None or area["low"] > 0.5:
        return []
    return [
        f"Images with {entry['name']} are not told apart better than by chance: the interval of "
        f"the area under the ROC curve, {as_text(area)}, holds 0.5 or lies below."
    ]


def _unlike(subgroups: list[dict[str, Any]]) -> list[str]:
    """Subgroups of one attribute whose intervals do not even touch."""
    lines = []
    rows: dict[tuple[str, str, str], list[tuple[str, dict[str, Any]]]] = {}
    for group in subgroups:
        for entry in group["classes"]:
            for key, found in entry["figures"].items():
                if found["low"] is not None:
                    rows.setdefault((group["attribute"], entry["name"], key), []).append(
                        (group["value"], found)
                    )
    for (attribute, name, key), groups in rows.items():
        best = max(groups, key=lambda row: row[1]["low"])
        worst = min(groups, key=lambda row: row[1]["high"])
        if key != "ppv" and worst[1]["high"] < best[1]["low"]:
            lines.append(
                f"{name}: {_NAMES[key]} differs by {attribute}: {worst[0]} {as_text(worst[1])}, "
                f"{best[0]} {as_text(best[1])}."
            )
    return [*lines, _BY_CHANCE.format(count=len(rows))] if lines else []


_NAMES = {
    "roc_auc": "the area under the ROC curve",
    "sensitivity": "sensitivity",
    "specificity": "specificity",
}
