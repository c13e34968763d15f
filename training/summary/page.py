"""The pieces of a page of plain HTML that stands alone: no script, no link, every text escaped."""

import base64
import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff;
  max-width: 1220px; margin: 2em auto; padding: 0 1em; }
h1 { margin-bottom: .2em; } h2 { margin-top: 2em; border-bottom: 1px solid #ccc; }
table { border-collapse: collapse; margin: .6em 0; font-size: 13px; }
th, td { text-align: left; padding: .2em .8em .2em 0; border-bottom: 1px solid #e4e4e4;
  vertical-align: top; font-variant-numeric: tabular-nums; }
.number, th { white-space: nowrap; } .interval { color: #555; font-size: 12px; }
.wide { overflow-x: auto; } .wide img { min-width: 880px; }
.charts { display: flex; flex-wrap: wrap; gap: 0 1.5em; align-items: flex-start; }
.charts figure { flex: 0 1 auto; max-width: 100%; }
.warning { background: #fff3d6; border-left: 5px solid #b35900;
  padding: .5em .8em; margin: .4em 0; } .undefined { color: #8a3b00; font-style: italic; }
.note { color: #555; font-size: 13px; } img { max-width: 100%; height: auto; }
.pixels { image-rendering: pixelated; } pre { background: #f5f5f5; padding: .8em; overflow-x: auto;
  font-size: 12px; } figure { margin: .6em 0; } figcaption { color: #555; font-size: 13px; }
details { margin: .3em 0; } summary { cursor: pointer; }
"""
_WITH_INTERVAL = re.compile(r"(-?[\d.]+) (\([-\d.]+ to [-\d.]+\))")
_NUMBER = re.compile(r"-?[\d.]+( to -?[\d.]+| ?%)?")


@dataclass(frozen=True)
class Markup:
    """HTML that is safe already: made in this module, of escaped texts."""

    text: str


def page(title: str, body: Iterable[Markup]) -> str:
    """A whole document."""
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{_STYLE}</style>'
    # Nothing may be fetched from anywhere, whatever a class or a folder is called.
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    guard = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    inside = "\n".join(piece.text for piece in body)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{guard}{head}</head>\n<body>\n{inside}\n'
        "</body></html>\n"
    )


def heading(text: str, level: int = 2) -> Markup:
    """A heading of level 1..4."""
    return Markup(f"<h{level}>{html.escape(text)}</h{level}>")


def paragraph(text: str, kind: str = "") -> Markup:
    """A paragraph; `kind`: ``warning`` | ``note`` | empty."""
    return Markup(f'<p class="{html.escape(kind)}">{html.escape(text)}</p>')


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """A table of texts; ``undefined`` is made to be seen."""
    top = "".join(f"<th>{html.escape(cell)}</th>" for cell in head)
    lines = ["".join(_cell(cell) for cell in row) for row in rows]
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return Markup(f'<div class="wide"><table><tr>{top}</tr>{body}</table></div>')


def picture(
    png: bytes, caption: str, *, is_enlarged: bool = False, is_wide: bool = False
) -> Markup:
    """A PNG inside the page.

    `is_enlarged` shows its pixels as squares; a picture that `is_wide` is scrolled on a narrow
    page, where shrinking would make its letters too small to read.
    """
    data = base64.b64encode(png).decode("ascii")
    words = html.escape(caption)
    kind = ' class="pixels"' if is_enlarged else ""
    frame = ' class="wide"' if is_wide else ""
    return Markup(
        f'<figure{frame}><img{kind} alt="{words}" src="data:image/png;base64,{data}">'
        f"<figcaption>{words}</figcaption></figure>"
    )


def side_by_side(pictures: Iterable[Markup]) -> Markup:
    """Pictures in rows, as many in each as the page has room for."""
    return Markup(f'<div class="charts">{"".join(piece.text for piece in pictures)}</div>')


def preformatted(text: str) -> Markup:
    """Text as it is, lines kept."""
    return Markup(f"<pre>{html.escape(text)}</pre>")


def folded(title: str, inside: Iterable[Markup]) -> Markup:
    """What opens on a click."""
    body = "\n".join(piece.text for piece in inside)
    return Markup(f"<details><summary>{html.escape(title)}</summary>{body}</details>")


def _cell(text: str) -> str:
    if found := _WITH_INTERVAL.fullmatch(text):  # in two lines, or a row of them were too wide
        value, interval = found.groups()
        return f'<td class="number">{value}<br><span class="interval">{interval}</span></td>'
    if text.startswith("undefined"):
        return f'<td class="undefined">{html.escape(text)}</td>'
    kind = ' class="number"' if _NUMBER.fullmatch(text) else ""
    return f"<td{kind}>{html.escape(text)}</td>"
