"""``summary.html``: the batch on one page, whole in one file, readable without this program."""

import base64
import html
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.batch.cells import printable

_THUMBNAIL_PX = 320
_BAR_W, _BAR_H = 380, 110
_STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#5b6570;--line:#8884;--bar:#2f7fd0;
--over:#d9822b;--bad:#c4303a;--ok:#2a8a4a;--card:#8881}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a4adb8;--bar:#5aa2ea;--over:#f0a35a;
--bad:#ff7a80;--ok:#5cc27f}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);margin:2rem auto;max-width:1080px;
padding:0 1.2rem}
h1{font-size:1.55rem;margin:0 0 .2rem} h2{font-size:1.15rem;margin:2.4rem 0 .6rem}
h3{font-size:1rem;margin:.2rem 0 .4rem;overflow-wrap:anywhere}
p{margin:.3rem 0} .soft{color:var(--soft)} .bad{color:var(--bad)}
.research{border:1px solid var(--over);border-radius:6px;padding:.5rem .8rem;margin:1rem 0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:.8rem;
margin:1.2rem 0}
.tile{background:var(--card);border-radius:8px;padding:.7rem .9rem}
.tile b{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(400px,1fr));gap:1.2rem}
.chart{background:var(--card);border-radius:8px;padding:.8rem .9rem}
.chart svg{width:100%;height:auto;display:block}
text{font:11px system-ui,sans-serif;fill:var(--soft)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
td,th{padding:.28rem .6rem .28rem 0;border-bottom:1px solid var(--line);text-align:left;
vertical-align:top;overflow-wrap:anywhere}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.wide{overflow-x:auto}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:1rem}
figure{margin:0} img{width:100%;height:auto;background:#000;border-radius:4px;display:block}
figcaption{font-size:.84rem;overflow-wrap:anywhere;margin-top:.3rem}
"""


def page(summary: Mapping[str, Any], out: Path) -> bytes:
    """The page.

    Args:
        summary: what ``summary.json`` holds.
        out: folder of the results; small copies of pictures in it are put into the page.
    """
    about, counts = summary["batch"], summary["counts"]
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8>",
        "<meta name=viewport content='width=device-width'>",
        f"<title>Batch: {_safe(about['model']['id'])}</title><style>{_STYLE}</style>",
        f"<h1>{counts['scored']} of {counts['done']} files scored by"
        f" {_safe(about['model']['name'])} {_safe(about['model']['version'])}</h1>",
        f"<p class=soft>{_safe(about['folder'])}<br>{_safe(about['finished'])},"
        f" {_safe(about['program'])}</p>",
        "<p class=research>Research use - not for diagnosis. Scores say how a model ranks images;"
        " nobody has looked at them.</p>",
        _override(about),
        _state(summary),
        _tiles(summary),
        "<h2>Scores</h2>",
        _charts(summary["classes"]),
        "<h2>Input checks</h2>",
        _gate(summary["gate"]),
        _pictures(summary["highest"], out),
        "<h2>What failed</h2>",
        _failed(summary),
        "<h2>Slowest files</h2>",
        _slowest(summary["slowest"]),
        "<h2>How it was made</h2>",
        _making(summary),
    ]
    return "\n".join(part for part in parts if part).encode("utf-8")


def _override(about: Mapping[str, Any]) -> str:
    if not about["override"]:
        return ""
    return (
        "<p class=bad>Images that the input checks refused were scored all the same, on request: "
        f"{_safe(about['override'])}</p>"
    )


def _state(summary: Mapping[str, Any]) -> str:
    about = summary["batch"]
    if not about["not_done"]:
        return ""
    return (
        f"<p class=bad>The batch was stopped: {about['not_done']} of {about['found']} files"
        " are not done. It can be gone on with.</p>"
    )


def _tiles(summary: Mapping[str, Any]) -> str:
    counts, gate, about = summary["counts"], summary["gate"], summary["batch"]
    share = gate["refused_share"]
    tiles = [
        ("found", about["found"]),
        ("scored", counts["scored"]),
        ("refused", counts["refused"]),
        ("failed", counts["failed"]),
        ("refused of those read", "" if share is None else f"{100 * share:.1f} %"),
    ]
    if about["per_second"] is not None:
        tiles.append(("files per second", f"{about['per_second']:.2f}"))
    shown = "".join(f"<div class=tile><b>{_safe(v)}</b>{_safe(n)}</div>" for n, v in tiles)
    return f"<div class=tiles>{shown}</div>"


def _charts(classes: Mapping[str, Mapping[str, Any]]) -> str:
    charts = "".join(_chart(name, found) for name, found in classes.items())
    return f"<div class=charts>{charts}</div>"


def _chart(name: str, found: Mapping[str, Any]) -> str:
    """A histogram over probabilities 0..1; bars from the operating point on in another colour."""
    bins, point = found["histogram"], found["operating_point"]
    most, width = max(1, *bins), _BAR_W / len(bins)
    bars = []
    for place, count in enumerate(bins):
        height = _BAR_H * count / most
        is_above = point is not None and (place + 1) / len(bins) > point
        ink = "var(--over)" if is_above else "var(--bar)"
        low, high = place / len(bins), (place + 1) / len(bins)
        bars.append(
            f"<rect x='{place * width + 0.5:.1f}' y='{14 + _BAR_H - height:.1f}'"
            f" width='{width - 1:.1f}' height='{height:.1f}' fill='{ink}'>"
            f"<title>{low:.2f} to {high:.2f}: {count}</title></rect>"
        )
    marks = "".join(
        f"<text x='{value * _BAR_W:.0f}' y='{_BAR_H + 28}' text-anchor='{anchor}'>{value:g}</text>"
        for value, anchor in ((0, "start"), (0.5, "middle"), (1, "end"))
    )
    line, words = "", "no operating point"
    if point is not None:
        x = point * _BAR_W
        line = (
            f"<line x1='{x:.1f}' x2='{x:.1f}' y1='4' y2='{_BAR_H + 14}'"
            " stroke='currentColor' stroke-dasharray='3 3'/>"
        )
        share = 100 * found["at_or_above"] / found["images"] if found["images"] else 0.0
        words = (
            f"{found['at_or_above']} of {found['images']} ({share:.1f} %) at or above the"
            f" operating point {point:.3f}"
        )
    mean = "" if found["mean"] is None else f"; mean {found['mean']:.3f}"
    label = f"Histogram of the probabilities of {_safe(name)}: {words}"
    return (
        f"<div class=chart><h3>{_safe(name)}</h3>"
        f"<svg role=img aria-label='{label}' viewBox='0 0 {_BAR_W} {_BAR_H + 34}'>"
        f"{''.join(bars)}<line x1='0' x2='{_BAR_W}' y1='{_BAR_H + 14}' y2='{_BAR_H + 14}'"
        f" stroke='currentColor' opacity='.4'/>{line}{marks}"
        f"<text x='{_BAR_W}' y='11' text-anchor='end'>most in a bar: {max(bins)}</text></svg>"
        f"<p class=soft>{words}{mean}</p></div>"
    )


def _gate(gate: Mapping[str, Any]) -> str:
    verdicts = ", ".join(f"{_safe(name)} {count}" for name, count in gate["verdicts"].items())
    if not gate["reasons"]:
        return f"<p>{verdicts or 'no image was read'}</p>"
    rows = [
        (entry["code"], _LEVELS.get(entry["level"], entry["level"]), entry["images"],
         entry["example"])
        for entry in gate["reasons"]
    ]  # fmt: skip
    return f"<p>{verdicts}</p>" + _table(
        ("reason", "means", "images", "for example"), rows, numbers={2}
    )


_LEVELS = {"stop": "refused", "warn": "warned about"}


def _pictures(highest: Sequence[Mapping[str, Any]], out: Path) -> str:
    shown = []
    for entry in highest:
        for file in entry["pictures"][:1]:
            data = _thumbnail(out / file)
            if data is None:
                continue
            source = base64.b64encode(data).decode("ascii")
            shown.append(
                f"<figure><img alt='' src='data:image/jpeg;base64,{source}'><figcaption>"
                f"{_safe(entry['file'])}<br><b>{entry['probability']:.3f}</b></figcaption></figure>"
            )
    if not shown:
        return ""
    return f"<h2>Highest scores</h2><div class=pictures>{''.join(shown)}</div>"


def _failed(summary: Mapping[str, Any]) -> str:
    failed, counts = summary["failed"], summary["counts"]
    if not failed:
        return "<p>Nothing.</p>"
    rows = [(f["file"], f["stage"], f["reason"], f["hint"]) for f in failed]
    more = counts["errors"] - len(failed)
    note = f"<p class=soft>{more} more in errors.csv.</p>" if more > 0 else ""
    return _table(("file", "stage", "reason", "what to do"), rows) + note


def _slowest(slowest: Sequence[Mapping[str, Any]]) -> str:
    rows = [
        (
            entry["file"],
            f"{entry['seconds']:.2f}",
            ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in entry["stages"].items()),
        )
        for entry in slowest
    ]
    return _table(("file", "seconds", "of which"), rows, numbers={1}) if rows else "<p>None.</p>"


def _making(summary: Mapping[str, Any]) -> str:
    about = summary["batch"]
    providers = ", ".join(f"{name} ({count})" for name, count in summary["providers"].items())
    methods = ", ".join(about["methods"]) or "none"
    rows = [
        ("model", f"{about['model']['id']} {about['model']['version']}"),
        ("model file, SHA-256", about["model"]["sha256"]),
        ("computed by", providers or "nothing was computed"),
        ("probabilities", "calibrated" if about["calibrated"] else "not known to be calibrated"),
        ("explained by", methods),
        ("reports", "yes" if about["report"] else "no"),
        ("patients", _hidden(about["is_deidentified"])),
        ("files that are no images", about["passed_over"]),
        ("archives, not opened", about["archives"]),
        ("copies of another file", summary["counts"]["copies_of_another_file"]),
        ("tables", "UTF-8 with a byte order mark; texts that a spreadsheet would run as a"
         " formula have an apostrophe in front"),
    ]  # fmt: skip
    return _table(("", ""), rows)


def _hidden(is_deidentified: bool) -> str:
    if not is_deidentified:
        return "named as in the files"
    return "replaced by pseudonyms; letters burned into the pictures were not removed"


def _table(
    head: Sequence[str], rows: Sequence[Sequence[object]], numbers: set[int] = frozenset()
) -> str:
    def line(cells: Sequence[object], tag: str) -> str:
        marks = (" class=n" if place in numbers else "" for place in range(len(cells)))
        return "<tr>" + "".join(
            f"<{tag}{mark}>{_safe(value)}</{tag}>" for mark, value in zip(marks, cells, strict=True)
        )

    heading = line(head, "th") if any(head) else ""
    body = "".join(line(row, "td") for row in rows)
    return f"<div class=wide><table>{heading}{body}</table></div>"


def _thumbnail(path: Path) -> bytes | None:
    """A small JPEG of a picture of ours; None where it is gone."""
    from PIL import Image

    try:
        with Image.open(path) as picture:
            picture.thumbnail((_THUMBNAIL_PX, _THUMBNAIL_PX))
            data = io.BytesIO()
            picture.convert("RGB").save(data, format="JPEG", quality=82)
    except OSError:
        return None
    return data.getvalue()


def _safe(text: object) -> str:
    return html.escape(printable(str(text)), quote=True)
