"""The tables of ``whyray trust``: every number of every map, means over images, rankings."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.errors import OutputError

# Figures that methods are ranked by, where masks are known; and whether more is better.
RANKED_BY = {
    "auc": True,
    "relevance_mass": True,
    "relevance_rank": True,
    "pointing": True,
    "hit_rate_1": True,
    "iou_50": True,
    "mass_outside_organ": False,
}
IN_CONFIDENCE = ("drop", "increase in confidence")


def summarise(images: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Per method, and layer where several were asked: means with intervals, verdicts, rankings.

    Args:
        images: the documents of images, as in ``trust.json``.
    """
    from engine.trust.survey import ranking, summary_of

    by_name: dict[str, list[dict[str, Any]]] = {}
    for image in images:
        for entry in image["methods"]:
            by_name.setdefault(entry["name"], []).append(entry)
    means = {name: summary_of([numbers_of(e) for e in rows]) for name, rows in by_name.items()}
    summary: dict[str, Any] = {
        name: {
            "images": len(rows),
            "figures": {figure: asdict(mean) for figure, mean in means[name].items()},
            "lights": _counted([e["panel"]["light"] for e in rows if e["panel"]]),
            "verdicts": _counted([e["verdict"] for e in rows if e["verdict"]]),
            "reliability": _counted([e["reliability"] for e in rows if e["reliability"]]),
        }
        for name, rows in by_name.items()
    }
    known = {figure for found in means.values() for figure in found}
    ranked = {
        by: ranking(means, by, higher_is_better=is_better)
        for by, is_better in RANKED_BY.items()
        if by in known
    }
    return {"methods": summary, "ranking": ranked}


def numbers_of(entry: dict[str, Any]) -> dict[str, float | None]:
    """All numbers of one map, one level deep: figures, their controls, and where it lies.

    Drop and increase in confidence stand for the chosen variant and for each: the map as a veil
    ("darkening"), and its parts above a share of its peak ("zeroing 50 %").
    """
    numbers: dict[str, float | None] = {}
    for figure in (entry["panel"] or {"figures": ()})["figures"]:
        numbers[figure["metric"]] = figure["value"]
        numbers[f"{figure['metric']} control"] = figure["control"]
        if figure["metric"] == "drop":
            numbers[IN_CONFIDENCE[1]] = float(figure["details"]["is_increase"])
            for variant, found in figure["details"]["variants"].items():
                numbers[f"drop, {variant}"] = found["drop"]
                numbers[f"drop of the logit, {variant}"] = found["drop_logit"]
                numbers[f"increase, {variant}"] = float(found["is_increase"])
    return numbers | entry["located"]


def write_tables(folder: Path, whole: dict[str, Any]) -> list[Path]:
    """``trust.csv`` with a row per image and map, ``means.csv`` over images, ``trust.json``.

    Args:
        folder: made where it is missing.
        whole: what ``trust.json`` holds.

    Raises:
        OutputError: the disk refused.
    """
    from engine.files import atomic_write

    rows = [
        {
            "file": image["file"], "target": image["target"],
            "method": entry["explanation"]["method"],
            "layer": entry["explanation"]["layer"],
            "score": entry["explanation"]["score"],
            "light": entry["panel"]["light"] if entry["panel"] else "",
            "is_accurate": image["is_accurate"], "is_right_place": entry["is_right_place"],
            "verdict": entry["verdict"], "reliability": entry["reliability"],
        } | numbers_of(entry)
        for image in whole["images"] for entry in image["methods"]
    ]  # fmt: skip
    means = [
        {"map": name, "figure": figure} | mean
        for name, found in whole["summary"]["methods"].items()
        for figure, mean in found["figures"].items()
    ]
    text = json.dumps(whole, indent=1, ensure_ascii=False, allow_nan=False)
    files = {"trust.csv": _table(rows), "means.csv": _table(means), "trust.json": text}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            atomic_write(folder / name, content.encode("utf-8"))
    except OSError as error:
        raise OutputError(f"the results cannot be written: {error}", file=folder) from error
    return [folder / name for name in files]


def _table(rows: Sequence[dict[str, Any]]) -> str:
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, list(dict.fromkeys(name for row in rows for name in row)))
    writer.writeheader()
    writer.writerows(rows)
    return table.getvalue()


def _counted(words: Sequence[str]) -> dict[str, int]:
    return {word: words.count(word) for word in dict.fromkeys(words)}
