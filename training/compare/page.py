"""A comparison as one page of plain HTML that stands alone."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from engine.bundle.recommendation import CRITERIA, Reason
from engine.bundle.recommendation_words import (
    HEADLINES,
    MEANINGS,
    criterion_words,
    reason_words,
)
from training.evaluate.figure import UNDEFINED, as_text
from training.summary.page import (
    Markup,
    folded,
    heading,
    page,
    paragraph,
    picture,
    side_by_side,
    table,
)

NAMES = {
    "roc_auc": "area under the ROC curve",
    "pr_auc": "area under precision-recall (average precision)",
    "brier": "Brier score (0 is best)",
    "ece": "expected calibration error (0 is best)",
    "accuracy": "accuracy at the operating point",
    "sensitivity": "sensitivity at the operating point",
    "specificity": "specificity at the operating point",
    "ppv": "positive predictive value at the operating point",
    "npv": "negative predictive value at the operating point",
    "balanced_accuracy": "balanced accuracy at the operating point",
}
_EFFECTS = {
    "against": "speaks against", "unknown": "cannot be told", "for": "speaks for", "note": "remark",
}  # fmt: skip
_KINDS = {
    "gained": "now right", "lost": "now wrong", "moved": "same decision", "sample": "fixed sample",
}  # fmt: skip
_KNOWN = {
    "manifest": "its bundle tells what it was trained with",
    "table": "a table tells what it was trained with",
    "word": "it has seen none of them, as whoever asked says",
    "nothing": "not known",
}


def comparison_page(found: Mapping[str, Any], charts: Mapping[str, tuple[bytes, str]]) -> str:
    """The whole page.

    Args:
        found: see `training.compare.comparison`.
        charts: name -> PNG and caption; empty where there is nothing to draw with.
    """
    title = f"{found['new']['name']} beside {found['old']['name']}"
    return page(title, _body(title, found, charts))


def _body(
    title: str, found: Mapping[str, Any], charts: Mapping[str, tuple[bytes, str]]
) -> Iterator[Markup]:
    yield heading(title, 1)
    yield from _recommendation(found["recommendation"])
    yield table(("", ""), _facts(found))
    yield heading("Figures")
    several = len(found["classes"]) > 1
    if several:
        yield paragraph("Means over the classes that are judged.", "note")
    yield _figures(found["overall"])
    yield paragraph(f"Intervals: {found['intervals']}", "note")
    if charts:
        yield side_by_side(picture(png, caption) for png, caption in charts.values())
    for entry in found["classes"]:
        yield heading(entry["name"], 3)
        if several:
            yield _figures(entry["figures"] | entry["rates"])
        yield table(("", ""), _tests(entry))
    if found["subgroups"]:
        yield heading("Subgroups")
        yield _subgroups(found["subgroups"])
    yield heading("Images on which they differ")
    yield _cases(found["cases"])


def _recommendation(told: Mapping[str, Any]) -> Iterator[Markup]:
    verdict = told["verdict"]
    yield heading(HEADLINES[verdict])
    yield paragraph(MEANINGS[verdict])
    reasons = [Reason(r["code"], r["effect"], r["figures"]) for r in told["reasons"]]
    if reasons:
        rows = [(_EFFECTS[reason.effect], reason_words(reason)) for reason in reasons]
        yield table(("", "reason"), rows)
    criteria = [(_EFFECTS[c.effect], criterion_words(c)) for c in CRITERIA if c.effect != "note"]
    yield folded("the criteria, fixed before anything was measured", [table(("", ""), criteria)])


def _facts(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    leaks, data = found["leaks"], found["data"]
    rows = [
        (words, f"{found[side]['name']} {found[side]['version']} ({found[side]['id']}, "
         f"{found[side]['digest'][:12]})")
        for side, words in (("old", "active model"), ("new", "new model"))
    ]  # fmt: skip
    rows += [
        ("compared on", f"{found['images']} images of {found['patients']} patients, set "
         f"'{data['split']}' of {', '.join(data['tables'])}"),
        ("left out, for a model was trained with them",
         f"{leaks['images']} images of {leaks['patients']} patients"),
        *((f"what the {words} model has seen", _KNOWN[leaks[side]["known"]])
          for side, words in (("old", "active"), ("new", "new"))),
        ("made", found["made"]),
    ]  # fmt: skip
    if data["unreadable"]:
        named = "; ".join(f"{PurePath(file).name}: {why}" for file, why in data["unreadable"][:5])
        rows.append(("not read", f"{len(data['unreadable'])} images: {named}"))
    return rows


def _figures(figures: Mapping[str, Mapping[str, Any]]) -> Markup:
    rows = [
        (NAMES[name], as_text(entry["old"]), as_text(entry["new"]), _difference(entry))
        for name, entry in figures.items()
    ]
    return table(("figure", "active", "new", "difference"), rows)


def _difference(entry: Mapping[str, Any]) -> str:
    return as_text(entry["difference"])


def _tests(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    rows = [("images with it, without it", f"{entry['positives']}, {entry['negatives']}")]
    for side, words in (("old", "active"), ("new", "new")):
        point = entry["points"][side]
        told = UNDEFINED if point is None else f"{point['name']}, from {point['threshold']:.4f}"
        rows.append((f"operating point, {words} model", told))
    delong = entry["delong"]
    if delong is not None and delong["p"] is not None:
        interval = (
            "" if delong["low"] is None else f" ({delong['low']:.3f} to {delong['high']:.3f})"
        )
        rows.append(
            (f"difference of areas: {delong['method']}",
             f"{delong['difference']:+.3f}{interval}, p = {delong['p']:.3g}")
        )  # fmt: skip
    for key, words in (
        ("mcnemar", "all images"),
        ("mcnemar_with", "images with it"),
        ("mcnemar_without", "images without it"),
    ):
        test = entry[key]
        if test is not None:
            rows.append(
                (f"decisions, {words}: {test['method']}",
                 f"right only by the active {test['only_old_right']}, only by the new "
                 f"{test['only_new_right']}; p = {test['p']:.3g}, mid-p {test['mid_p']:.3g}")
            )  # fmt: skip
    return rows


def _subgroups(groups: list[Mapping[str, Any]]) -> Markup:
    rows = [
        (
            group["attribute"], group["value"], str(group["images"]), str(group["patients"]),
            entry["name"], str(entry["positives"]), as_text(entry["old"]), as_text(entry["new"]),
            _difference(entry),
        )
        for group in groups
        for entry in group["classes"]
    ]  # fmt: skip
    head = ("by", "value", "images", "patients", "class", "with it")
    return table((*head, "ROC-AUC active", "ROC-AUC new", "difference"), rows)


def _cases(cases: list[Mapping[str, Any]]) -> Markup:
    rows = [
        (
            PurePath(case["file"]).name, case["class"], "with it" if case["truth"] else "without",
            f"{case['old']:.3f}", f"{case['new']:.3f}", f"{case['new'] - case['old']:+.3f}",
            _KINDS[case["kind"]],
        )
        for case in cases
    ]  # fmt: skip
    return table(("image", "class", "truth", "active", "new", "change", "decision"), rows)
