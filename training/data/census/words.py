"""The census as text for a terminal."""

from collections.abc import Mapping
from typing import Any

_MOST = 10  # lines of one list


def in_words(facts: Mapping[str, Any]) -> str:
    """The facts of `training.data.census.facts` as lines; warnings last, where one looks."""
    blocks = [
        _heading(facts),
        _classes(facts),
        _weighting(facts["weighting"]),
        _facts(facts),
        _doubles(facts["doubles"]),
        _listed("Cannot be read", [f"{e['file']}: {e['reason']}" for e in facts["unreadable"]]),
        _listed("Cannot be used", [f"{e['file']}: {e['reason']}" for e in facts["problems"]]),
        _listed("Patients in several splits", _shared(facts)),
        "\n".join(facts["notes"]),
        _listed("Warnings", facts["warnings"], most=100) or "No warnings.",
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _heading(facts: Mapping[str, Any]) -> str:
    patients, sizes = facts["patients"], facts["sizes"]
    lines = [
        f"{facts['readable']} of {facts['images']} images read from {', '.join(facts['folders'])}"
    ]
    lines.append(
        f"{patients['count']} patients, {patients['with_several_images']} with several images "
        f"(at most {patients['most_images']})"
    )
    if sizes:
        low, middle, high = (
            "x".join(str(sizes[name][i]) for name in ("width", "height")) for i in range(3)
        )
        lines.append(
            f"width x height: smallest {low}, median {middle}, largest {high}; "
            f"aspect {sizes['aspect'][0]:g} to {sizes['aspect'][1]:g}"
        )
    task = facts["task"]
    lines.append(
        f"task: {task['kind']}, {', '.join(task['classes'])}" if task else "task: not clear"
    )
    return "\n".join(lines)


def _classes(facts: Mapping[str, Any]) -> str:
    splits = list(facts["splits"])
    header = ["class", "images", "share", "patients", *splits]
    rows = [
        [
            label,
            str(own["images"]),
            f"{100 * own['share']:.1f} %",
            str(own["patients"]),
            *(str(own["splits"].get(split, 0)) for split in splits),
        ]
        for label, own in facts["classes"].items()
    ]
    parts = facts["splits"].values()
    rows.append(
        ["(images)", str(facts["readable"]), "", "", *(str(part["images"]) for part in parts)]
    )
    rows.append(
        [
            "(patients)",
            str(facts["patients"]["count"]),
            "",
            "",
            *(str(part["patients"]) for part in parts),
        ]
    )
    return _table(header, rows)


def _weighting(weighting: Mapping[str, Mapping[str, float]]) -> str:
    if not weighting:
        return ""
    rows = [[name, *(f"{value:.3f}" for value in row.values())] for name, row in weighting.items()]
    columns = [name.replace("_", " ") for name in next(iter(weighting.values()))]
    return "Training images before and after weighting\n" + _table(["", *columns], rows)


def _facts(facts: Mapping[str, Any]) -> str:
    lines = []
    for name, counts in facts["facts"].items():
        ordered = sorted(counts.items(), key=lambda entry: -entry[1])
        told = ", ".join(f"{value} {count}" for value, count in ordered[:6])
        more = f", and {len(ordered) - 6} more" if len(ordered) > 6 else ""
        lines.append(f"{name}: {told}{more}")
    return "\n".join(lines)


def _doubles(doubles: list[Mapping[str, Any]]) -> str:
    exact = sum(double["exact"] for double in doubles)
    title = f"{exact} exact doubles, {len(doubles) - exact} near ones"
    return _listed(title, [_double(double) for double in doubles]) if doubles else title


def _double(double: Mapping[str, Any]) -> str:
    likeness = "equal" if double["exact"] else f"{double['correlation']:.3f}"
    crosses = f"  (different {', '.join(double['crosses'])})" if double["crosses"] else ""
    return f"{likeness}  {'  =  '.join(double['files'])}{crosses}"


def _shared(facts: Mapping[str, Any]) -> list[str]:
    shared = facts["patients"]["in_several_splits"]
    return [f"{patient}: {', '.join(splits)}" for patient, splits in shared.items()]


def _listed(title: str, lines: list[str], *, most: int = _MOST) -> str:
    if not lines:
        return ""
    more = [f"  and {len(lines) - most} more"] if len(lines) > most else []
    return "\n".join([f"{title} ({len(lines)})", *(f"  {line}" for line in lines[:most]), *more])


def _table(header: list[str], rows: list[list[str]]) -> str:
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    lines = []
    for row in [header, *rows]:
        first, *rest = (
            cell.ljust(w) if i == 0 else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *rest]).rstrip())
    return "\n".join(lines)
