"""The page of pictures of ``whyray trust``: every map beside its figures, in one file."""

import base64
import html
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import OutputError

_WIDEST_PX = 420
_STYLE = """
:root{color-scheme:light dark}
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:1200px;padding:0 1rem}
h1{font-size:1.5rem} h2{font-size:1.15rem;margin-top:2.2rem;word-break:break-all}
.maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(360px,1fr));gap:1.4rem}
figure{margin:0} img{width:100%;height:auto;background:#000}
figcaption{margin:.4rem 0;font-weight:600}
table{border-collapse:collapse;width:100%;font-size:.86rem}
td,th{padding:.18rem .4rem;border-bottom:1px solid #8886;text-align:left;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.wide{overflow-x:auto}
.light{white-space:nowrap;font-weight:600}
.good::before{content:"\\2713 "} .doubtful::before{content:"? "} .bad::before{content:"\\2717 "}
.good{color:#2a8a4a} .doubtful{color:#a06a00} .bad{color:#c4303a}
.not{opacity:.7;font-weight:400}
"""


def write_page(path: Path, whole: dict[str, Any], pictures: Sequence[Sequence[Any]]) -> Path:
    """Writes the page and returns its path.

    Args:
        path: the ``.html`` file.
        whole: what ``trust.json`` holds.
        pictures: (H, W, 3) uint8 per image and method, in the same order.

    Raises:
        OutputError: the disk refused.
    """
    from engine.files import atomic_write

    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8>",
        "<meta name=viewport content='width=device-width'>",
        f"<title>Trust: {_safe(whole['model'])}</title><style>{_STYLE}</style>",
        f"<h1>How far explanations of {_safe(whole['model'])} can be believed</h1>",
        f"<p>{len(whole['images'])} images, {whole['effort']} look, seed {whole['seed']}."
        " Research use - not for diagnosis.</p>",
        _ranking(whole["summary"]),
        _confidence(whole["summary"]),
    ]
    for image, shown in zip(whole["images"], pictures, strict=True):
        parts.append(f"<h2>{_safe(image['file'])}: {_safe(image['target'])}</h2>")
        if image["override"] is not None:
            reason = _safe(image["override"]["reason"])
            parts.append(f"<p class='bad'>Refused by the input checks, scored on request: {reason}")
        parts.append("<div class=maps>")
        for entry, picture in zip(image["methods"], shown, strict=True):
            parts.append(_figure(entry, picture))
        parts.append("</div>")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, "\n".join(parts).encode("utf-8"))
    except OSError as error:
        raise OutputError(f"the page cannot be written: {error}", file=path) from error
    return path


def _ranking(summary: dict[str, Any]) -> str:
    """Where maps point, the best by the first figure first."""
    ranked = summary["ranking"]
    if not ranked:
        return ""
    first = next(iter(ranked.values()))
    return _means("Where the maps point", summary, first, list(ranked))


def _confidence(summary: dict[str, Any]) -> str:
    """Drop and increase in confidence of every variant."""
    figures = dict.fromkeys(
        name
        for found in summary["methods"].values()
        for name in found["figures"]
        if name.startswith(("drop, ", "increase, "))
    )
    names = [
        name for name, found in summary["methods"].items() if set(figures) & found["figures"].keys()
    ]
    if not names:
        return ""
    return _means("Drop and increase in confidence", summary, names, list(figures))


def _means(
    title: str, summary: dict[str, Any], names: Sequence[str], figures: Sequence[str]
) -> str:
    head = "".join(f"<th>{_safe(figure)}" for figure in figures)
    rows = []
    for name in names:
        found = summary["methods"][name]["figures"]
        cells = "".join(f"<td class=n>{_interval(found.get(figure))}" for figure in figures)
        rows.append(f"<tr><td>{_safe(name)}{cells}")
    return (
        f"<h2>{_safe(title)}, mean and 95 % interval over images</h2>"
        f"<div class=wide><table><tr><th>map{head}{''.join(rows)}</table></div>"
    )


def _figure(entry: dict[str, Any], picture: NDArray[np.uint8]) -> str:
    method = _safe(entry["name"])
    panel, rows = entry["panel"], []
    caption = method
    if panel is not None:
        caption = f"{method}: {_light(panel['light'])} <small>{_safe(panel['sentence'])}</small>"
        rows = [
            f"<tr><td>{_safe(f['name'])}<td class=n>{_number(f['value'])}"
            f"<td class=n>{_number(f['control'])}<td>{_light(f['light'])}<td>{_safe(f['sentence'])}"
            for f in panel["figures"]
        ]
    located = "".join(
        f"<tr><td>{_safe(name)}<td class=n>{_number(value)}<td><td><td>"
        for name, value in entry["located"].items()
    )
    words = [entry[key] for key in ("verdict", "verdict_meaning", "reliability") if entry[key]]
    verdicts = "".join(f"<p><b>{_safe(word)}</b>" for word in words)
    head = "<tr><th>figure<th>value<th>control<th><th>" if rows or located else ""
    table = f"<div class=wide><table>{head}{''.join(rows)}{located}</table></div>"
    source = base64.b64encode(_png(picture)).decode("ascii")
    return (
        f"<figure><img alt='{method}' src='data:image/png;base64,{source}'>"
        f"<figcaption>{caption}</figcaption>{verdicts}{table}</figure>"
    )


def _png(picture: NDArray[np.uint8]) -> bytes:
    from PIL import Image

    image = Image.fromarray(picture)
    image.thumbnail((_WIDEST_PX * 2, _WIDEST_PX * 4))
    data = io.BytesIO()
    image.save(data, format="PNG", optimize=True)
    return data.getvalue()


def _light(light: str) -> str:
    return f"<span class='light {light.split()[0]}'>{_safe(light)}</span>"


def _interval(mean: dict[str, Any] | None) -> str:
    if mean is None or mean["mean"] is None:
        return "not defined"
    return f"{mean['mean']:.3f} ({mean['low']:.3f} to {mean['high']:.3f})"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _safe(text: object) -> str:
    return html.escape(str(text), quote=True)
