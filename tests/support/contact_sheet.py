"""Every explanation method on one film and one model: a table, and all maps on one picture.

``python -m tests.support.contact_sheet MODEL FILE --out sheet.png [--most N]`` prints one line per
method: ``ok`` with seconds and remarks, or the reason why it is refused. The sheet shows signed
maps in blue and red, others in one colour, each scaled by itself. MODEL is a bundle folder.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.bundle.store import read_bundle
from engine.errors import WhyRayError
from engine.explain.explanation import Explanation, Method
from engine.explain.registry import METHODS
from engine.images.radiograph import Radiograph
from engine.images.reader import read_here
from engine.inference.model import Model, open_model
from engine.inference.target import Target
from engine.options import option_facts
from engine.overlay.export import export_picture
from engine.pipeline import Question, explain, predict
from engine.progress import finish

TILE_PX, CAPTION_PX, COLUMNS = 300, 26, 7
# Whole-number options from here on are budgets: samples, masks, steps.
LARGE_BUDGET = 100


@dataclass(frozen=True)
class Row:
    """One method on one film.

    Attributes:
        method: its id.
        seconds: wall time.
        refusal: why there is no map; empty where there is one.
        explanation: the map, or None.
    """

    method: str
    seconds: float
    refusal: str = ""
    explanation: Explanation | None = None

    def line(self) -> str:
        """One line of the table."""
        if self.explanation is None:
            return f"| {self.method} | refused | {self.seconds:.1f} | {self.refusal} |"
        found = self.explanation
        values = f"{found.map.min():.3g} .. {found.map.max():.3g}"
        return f"| {self.method} | ok | {self.seconds:.1f} | {values} | {'; '.join(found.flags)} |"


def rows(radiograph: Radiograph, model: Model, target: Target, most: int | None) -> Iterator[Row]:
    """Every method in turn. Only errors that a user would be told of count as refusals."""
    for method in METHODS:
        question = Question(method.id, target, options=_options(method, most))
        started = time.perf_counter()
        try:
            found = finish(explain(radiograph, model, question))
        except WhyRayError as error:
            yield Row(method.id, time.perf_counter() - started, str(error))
        else:
            yield Row(method.id, time.perf_counter() - started, "", found)


def sheet(radiograph: Radiograph, found: list[Row]) -> NDArray[np.uint8]:
    """All maps over the film, `COLUMNS` in a row."""
    tiles = [_tile(radiograph, row) for row in found]
    tiles += [np.full_like(tiles[0], 255)] * (-len(tiles) % COLUMNS)
    lines = [np.hstack(tiles[i : i + COLUMNS]) for i in range(0, len(tiles), COLUMNS)]
    return np.vstack(lines)


def _options(method: Method, most: int | None) -> dict[str, int]:
    if most is None:
        return {}
    return {
        facts.name: min(facts.default, max(most, int(facts.low or 0)))
        for facts in option_facts(method.options)
        if type(facts.default) is int and facts.default >= LARGE_BUDGET
    }


def _tile(radiograph: Radiograph, row: Row) -> NDArray[np.uint8]:
    tile = np.full((TILE_PX + CAPTION_PX, TILE_PX, 3), 40, np.uint8)
    caption = row.method if row.explanation is not None else f"{row.method}: refused"
    if row.explanation is not None:
        style = "signed" if (row.explanation.map < 0).any() else "heatmap"
        picture = export_picture(radiograph, row.explanation, style=style)
        height, width = picture.shape[0], picture.shape[1]
        shown = round(width * radiograph.size_hw[0] / radiograph.size_hw[1])
        fitted = cv2.resize(picture[: min(shown, height)], (TILE_PX, TILE_PX), interpolation=3)
        tile[CAPTION_PX:] = fitted
    cv2.putText(tile, caption, (6, 18), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (255, 255, 255), 1, 16)
    return tile


def main() -> None:
    """Runs every method."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--most", type=int, help="largest budget of samples, masks, steps")
    given = parser.parse_args()
    model = open_model(read_bundle(given.model), wants_gpu=False)
    radiograph = read_here(given.file)
    reading = predict(radiograph, model)
    best = reading.prediction.best()
    print(f"{given.file.name}: {best.target.name} {best.probability:.3f}")
    found = []
    for row in rows(radiograph, model, best.target, given.most):
        found.append(row)
        print(row.line(), flush=True)
    if given.out is not None:
        picture = sheet(radiograph, found)
        cv2.imwrite(str(given.out), cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))


if __name__ == "__main__":
    main()
