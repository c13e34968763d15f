"""``summary.html``: the batch on one page, whole in one file, readable without this program."""

import base64
import html
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.batch.cells import printable
from engine.language import FindingName, Said, said

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
vertical-align:top;overflow-wrap:break-word}
td.f{overflow-wrap:anywhere;min-width:9rem}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.wide{overflow-x:auto}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:1rem}
figure{margin:0} img{width:100%;height:auto;background:#000;border-radius:4px;display:block}
figcaption{font-size:.84rem;overflow-wrap:anywhere;margin-top:.3rem}
"""


@dataclass(frozen=True)
class Wording:
    """The language of the page.

    Attributes:
        words: gives a text of the engine in that language.
        code: ISO 639-1.
    """

    words: Callable[[str], str] = str
    code: str = "en"


ENGLISH = Wording()

_VERDICTS: Mapping[str, str] = {
    "accepted": said("accepted"),
    "accepted with warnings": said("accepted with warnings"),
    "refused": said("refused"),
}
_LEVELS: Mapping[str, str] = {"stop": said("refused"), "warn": said("warned about")}
# What is done with a file, by the first word of `Failure.stage`.
STAGE_WORDS: Mapping[str, str] = {
    "list": said("listing"),
    "read": said("reading"),
    "check": said("checking"),
    "score": said("scoring"),
    "explain": said("explaining"),
    "picture": said("picture"),
    "report": said("report"),
    "write": said("writing"),
}


def page(summary: Mapping[str, Any], out: Path, wording: Wording = ENGLISH) -> bytes:
    """The page.

    Args:
        summary: what ``summary.json`` holds.
        out: folder of the results; small copies of pictures in it are put into the page.
        wording: its language.
    """
    return _Page(summary, out, wording).whole().encode("utf-8")


class _Page:
    """The parts of the page; what comes from files is never looked up in another language."""

    def __init__(self, summary: Mapping[str, Any], out: Path, wording: Wording) -> None:
        self._summary, self._out, self._wording = summary, out, wording
        self._about, self._counts = summary["batch"], summary["counts"]

    def whole(self) -> str:
        about, model = self._about, self._about["model"]
        title = said(
            "{scored} of {done} files scored by {name} {version}",
            scored=self._counts["scored"],
            done=self._counts["done"],
            name=model["name"],
            version=model["version"],
        )
        research = said(
            "Research use - not for diagnosis. Scores say how a model ranks images; nobody has"
            " looked at them."
        )
        parts = [
            f"<!doctype html><html lang={_safe(self._wording.code)}><meta charset=utf-8>",
            "<meta name=viewport content='width=device-width'>",
            f"<title>{self._say(said('Batch: {model}', model=model['id']))}</title>",
            f"<style>{_STYLE}</style>",
            f"<h1>{self._say(title)}</h1>",
            f"<p class=soft>{_safe(about['folder'])}<br>{_safe(about['finished'])},"
            f" {_safe(about['program'])}</p>",
            f"<p class=research>{self._say(research)}</p>",
            self._override(),
            self._state(),
            self._tiles(),
            self._heading(said("Scores")),
            self._charts(),
            self._heading(said("Input checks")),
            self._gate(),
            self._pictures(),
            self._heading(said("What failed")),
            self._failed(),
            self._heading(said("Slowest files")),
            self._slowest(),
            self._heading(said("How it was made")),
            self._making(),
        ]
        return "\n".join(part for part in parts if part)

    def _say(self, text: str) -> str:
        """A text of the engine, in the language of the page, safe in HTML."""
        return _safe(self._wording.words(text))

    def _number(self, value: float, spec: str) -> str:
        """A number without words, as it is written in that language."""
        return self._wording.words(Said(f"{{value:{spec}}}", {"value": value}))

    def _heading(self, text: str) -> str:
        return f"<h2>{self._say(text)}</h2>"

    def _override(self) -> str:
        if not self._about["override"]:
            return ""
        text = said(
            "Images that the input checks refused were scored all the same, on request: {reason}",
            reason=self._about["override"],
        )
        return f"<p class=bad>{self._say(text)}</p>"

    def _state(self) -> str:
        about = self._about
        if not about["not_done"]:
            return ""
        text = said(
            "The batch was stopped: {left} of {found} files are not done. It can be gone on with.",
            left=about["not_done"],
            found=about["found"],
        )
        return f"<p class=bad>{self._say(text)}</p>"

    def _tiles(self) -> str:
        counts, about = self._counts, self._about
        share, rate = self._summary["gate"]["refused_share"], about["per_second"]
        tiles: list[tuple[str, object]] = [
            (said("found"), about["found"]),
            (said("scored"), counts["scored"]),
            (said("refused"), counts["refused"]),
            (said("failed"), counts["failed"]),
        ]
        if share is not None:
            percent = said("{percent:.1f} %", percent=100 * share)
            tiles.append((said("refused of those read"), self._wording.words(percent)))
        if rate is not None:
            tiles.append((said("files per second"), self._number(rate, ".2f")))
        shown = "".join(f"<div class=tile><b>{_safe(v)}</b>{self._say(n)}</div>" for n, v in tiles)
        return f"<div class=tiles>{shown}</div>"

    def _charts(self) -> str:
        classes = self._summary["classes"]
        charts = "".join(self._chart(name, found) for name, found in classes.items())
        return f"<div class=charts>{charts}</div>"

    def _chart(self, name: str, found: Mapping[str, Any]) -> str:
        """A histogram over probabilities 0..1; bars from the operating point on in another ink."""
        bins, point = found["histogram"], found["operating_point"]
        line = ""
        if point is not None:
            x = point * _BAR_W
            line = (
                f"<line x1='{x:.1f}' x2='{x:.1f}' y1='4' y2='{_BAR_H + 14}'"
                " stroke='currentColor' stroke-dasharray='3 3'/>"
            )
        words = self._about_point(found)
        mean = "" if found["mean"] is None else said("mean {mean:.3f}", mean=found["mean"])
        told = "; ".join(self._say(text) for text in (words, mean) if text)
        label = said("Histogram of the probabilities of {name}", name=FindingName(name))
        most = said("most in a bar: {count}", count=max(bins))
        return (
            f"<div class=chart><h3>{self._say(FindingName(name))}</h3>"
            f"<svg role=img aria-label='{self._say(label)}: {self._say(words)}'"
            f" viewBox='0 0 {_BAR_W} {_BAR_H + 34}'>"
            f"{self._bars(bins, point)}"
            f"<line x1='0' x2='{_BAR_W}' y1='{_BAR_H + 14}' y2='{_BAR_H + 14}'"
            f" stroke='currentColor' opacity='.4'/>{line}{self._marks()}"
            f"<text x='{_BAR_W}' y='11' text-anchor='end'>{self._say(most)}</text></svg>"
            f"<p class=soft>{told}</p></div>"
        )

    def _about_point(self, found: Mapping[str, Any]) -> str:
        if found["operating_point"] is None:
            return said("no operating point")
        images, above = found["images"], found["at_or_above"]
        return said(
            "{above} of {images} ({percent:.1f} %) at or above the operating point {point:.3f}",
            above=above,
            images=images,
            percent=100 * above / images if images else 0.0,
            point=found["operating_point"],
        )

    def _bars(self, bins: Sequence[int], point: float | None) -> str:
        most, width, bars = max(1, *bins), _BAR_W / len(bins), []
        for place, count in enumerate(bins):
            height = _BAR_H * count / most
            low, high = place / len(bins), (place + 1) / len(bins)
            ink = "var(--over)" if point is not None and high > point else "var(--bar)"
            told = said("{low:.2f} to {high:.2f}: {count}", low=low, high=high, count=count)
            bars.append(
                f"<rect x='{place * width + 0.5:.1f}' y='{14 + _BAR_H - height:.1f}'"
                f" width='{width - 1:.1f}' height='{height:.1f}' fill='{ink}'>"
                f"<title>{self._say(told)}</title></rect>"
            )
        return "".join(bars)

    def _marks(self) -> str:
        return "".join(
            f"<text x='{value * _BAR_W:.0f}' y='{_BAR_H + 28}' text-anchor='{anchor}'>"
            f"{_safe(self._number(value, 'g'))}</text>"
            for value, anchor in ((0, "start"), (0.5, "middle"), (1, "end"))
        )

    def _gate(self) -> str:
        gate = self._summary["gate"]
        verdicts = ", ".join(
            f"{self._say(_VERDICTS.get(name, name))} {count}"
            for name, count in gate["verdicts"].items()
        )
        if not gate["reasons"]:
            return f"<p>{verdicts or self._say(said('no image was read'))}</p>"
        rows = [
            (
                entry["code"],
                self._wording.words(_LEVELS.get(entry["level"], entry["level"])),
                entry["images"],
                self._wording.words(entry["example"]),
            )
            for entry in gate["reasons"]
        ]
        head = (said("reason"), said("means"), said("images"), said("for example"))
        return f"<p>{verdicts}</p>" + self._table(head, rows, numbers={2})

    def _pictures(self) -> str:
        shown = []
        for entry in self._summary["highest"]:
            for file in entry["pictures"][:1]:
                data = _thumbnail(self._out / file)
                if data is None:
                    continue
                source = base64.b64encode(data).decode("ascii")
                value = self._number(entry["probability"], ".3f")
                shown.append(
                    f"<figure><img alt='' src='data:image/jpeg;base64,{source}'><figcaption>"
                    f"{_safe(entry['file'])}<br><b>{_safe(value)}</b></figcaption></figure>"
                )
        if not shown:
            return ""
        heading = self._heading(said("Highest scores"))
        return f"{heading}<div class=pictures>{''.join(shown)}</div>"

    def _failed(self) -> str:
        failed = self._summary["failed"]
        if not failed:
            return f"<p>{self._say(said('Nothing.'))}</p>"
        words = self._wording.words
        rows = [
            (f["file"], self._stage(f["stage"]), words(f["reason"]), words(f["hint"]))
            for f in failed
        ]
        head = (said("file"), said("stage"), said("reason"), said("what to do"))
        more = self._counts["errors"] - len(failed)
        note = ""
        if more > 0:
            told = said("{count} more in errors.csv.", count=more)
            note = f"<p class=soft>{self._say(told)}</p>"
        return self._table(head, rows, files={0}) + note

    def _slowest(self) -> str:
        slowest = self._summary["slowest"]
        if not slowest:
            return f"<p>{self._say(said('None.'))}</p>"
        rows = [
            (
                entry["file"],
                self._number(entry["seconds"], ".2f"),
                ", ".join(
                    f"{self._stage(stage)} {self._number(seconds, '.2f')}"
                    for stage, seconds in entry["stages"].items()
                ),
            )
            for entry in slowest
        ]
        head = (said("file"), said("seconds"), said("of which"))
        return self._table(head, rows, numbers={1}, files={0})

    def _stage(self, stage: str) -> str:
        """``explain grad-cam`` with its first word in the language of the page."""
        name, _, rest = stage.partition(" ")
        return f"{self._wording.words(STAGE_WORDS.get(name, name))} {rest}".rstrip()

    def _making(self) -> str:
        about, words = self._about, self._wording.words
        computed = self._summary["providers"].items()
        providers = ", ".join(f"{name} ({count})" for name, count in computed)
        calibrated = (
            said("calibrated") if about["calibrated"] else said("not known to be calibrated")
        )
        rows: list[tuple[str, object]] = [
            (said("model"), f"{about['model']['id']} {about['model']['version']}"),
            (said("model file, SHA-256"), about["model"]["sha256"]),
            (said("computed by"), providers if providers else words(said("nothing was computed"))),
            (said("probabilities"), words(calibrated)),
            (said("explained by"), self._explained_by()),
            (said("reports"), words(said("yes") if about["report"] else said("no"))),
            (said("patients"), words(_patients(about["is_deidentified"]))),
            (said("files that are no images"), about["passed_over"]),
            (said("archives, not opened"), about["archives"]),
            (said("copies of another file"), self._counts["copies_of_another_file"]),
            (
                said("tables"),
                words(
                    said(
                        "UTF-8 with a byte order mark; texts that a spreadsheet would run as a"
                        " formula have an apostrophe in front"
                    )
                ),
            ),
        ]
        return self._table((), [(words(name), value) for name, value in rows], files={1})

    def _explained_by(self) -> str:
        about = self._about
        if not about["methods"]:
            return self._wording.words(said("none"))
        parts = [", ".join(about["methods"])]
        for method, given in about["options"].items():
            parts.append(f"{method}: " + ", ".join(f"{k}={v}" for k, v in given.items()))
        if about["layer"] is not None:
            parts.append(self._wording.words(said("layer {layer}", layer=about["layer"])))
        return "; ".join(parts)

    def _table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[object]],
        numbers: set[int] = frozenset(),
        files: set[int] = frozenset(),
    ) -> str:
        """Rows; paths of `files` may be broken anywhere, `numbers` stand right."""

        def line(cells: Sequence[object], tag: str) -> str:
            places = range(len(cells))
            marks = (
                " class=n" if place in numbers else " class=f" if place in files else ""
                for place in places
            )
            return "<tr>" + "".join(
                f"<{tag}{mark}>{_safe(value)}</{tag}>"
                for mark, value in zip(marks, cells, strict=True)
            )

        heading = line([self._wording.words(cell) for cell in head], "th") if head else ""
        body = "".join(line(row, "td") for row in rows)
        return f"<div class=wide><table>{heading}{body}</table></div>"


def _patients(is_deidentified: bool) -> str:
    if not is_deidentified:
        return said("named as in the files")
    return said("replaced by pseudonyms; letters burned into the pictures were not removed")


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
