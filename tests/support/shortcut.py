"""A planted shortcut: films whose label leaks through a marker, and films where it does not.

``python -m tests.support.shortcut --out DIR`` draws phantoms, trains the same network twice, on
films where every opacity comes with a marker in the corner and on films where markers stand at
random, and lets ``whyray trust`` look at the maps of both. The first model scores well and looks
at the marker; the figures against the masks must say so, and must not say so of the second.
"""

import argparse
import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from tests.conftest import ROOT

KINDS = ("leaking", "fair")
SIZE_PX, MARKER_PX = 256, 26
FIRST_SEED, FIRST_TEST_SEED = 610_000, 640_000


def burn_marker(path: Path) -> None:
    """A white L in the upper left corner, beyond the lungs, as technicians place it."""
    with Image.open(path) as opened:
        film = np.asarray(opened).copy()
    letter = np.zeros(film.shape[:2], np.uint8)
    at = (12, 12 + MARKER_PX)
    cv2.putText(letter, "L", at, cv2.FONT_HERSHEY_SIMPLEX, 1.1, 255, 4)
    film[letter > 127] = np.iinfo(film.dtype).max
    Image.fromarray(film).save(path)


def has_marker(kind: str, label: str, seed: int) -> bool:
    """Whether a film carries a marker: with every opacity, or by chance."""
    return label == "opacity" if kind == "leaking" else seed % 7 % 2 == 0


def draw(folder: Path, count: int, seed: int) -> list[dict[str, str]]:
    """Phantoms in a folder, drawn unless they are there; the rows of their table."""
    if not folder.exists():
        command = ["phantom", "--out", str(folder), "--count", str(count), "--seed", str(seed)]
        _whyray(*command, "--size", str(SIZE_PX))
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def marked(source: Path, target: Path, rows: list[dict[str, str]], kind: str) -> None:
    """The same films with the markers of that kind, as a table with PNG files."""
    shutil.copytree(source / "png", target / "png")
    shutil.copytree(source / "masks", target / "masks")
    with (target / "labels.csv").open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, ["path", "mask", "label", "patient_id"])
        writer.writeheader()
        for row in rows:
            if has_marker(kind, row["label"], int(row["seed"])):
                burn_marker(target / row["png"])
            kept = {key: row[key] for key in ("mask", "label", "patient_id")}
            writer.writerow({"path": row["png"]} | kept)


def experiment(
    out: Path, count: int, test_count: int, epochs: int, place_weight: float
) -> dict[str, Any]:
    """Draws, trains and tests; returns the table."""
    rows = draw(out / "drawn", count, FIRST_SEED)
    tests = draw(out / "drawn-test", test_count, FIRST_TEST_SEED)
    table: dict[str, Any] = {}
    for kind in KINDS:
        data, bundle = out / f"data-{kind}", out / f"model-{kind}"
        marked(out / "drawn", data, rows, kind)
        _whyray(
            "train", "--data", str(data), "--out", str(bundle), "--id", f"shortcut-{kind}",
            "--config", str(ROOT / "training/starters/phantom-opacity.toml"),
            "--epochs", str(epochs), "--set", f"schedule.place_weight={place_weight}",
        )  # fmt: skip
        seen = out / f"test-{kind}"
        marked(out / "drawn-test", seen, tests, kind)
        ill = [row for row in tests if row["label"] == "opacity"]
        _whyray(
            "trust", *(str(seen / row["png"]) for row in ill), "--model", str(bundle), "--cpu",
            "--target", "opacity", "--masks", str(seen / "masks"),
            "--labels", str(seen / "labels.csv"), "--out", str(out / f"trust-{kind}"),
            "--method", "grad-cam", "--method", "integrated-gradients", "--method", "occlusion",
            "--override", "shortcut experiment",
        )  # fmt: skip
        found = json.loads((out / f"trust-{kind}" / "trust.json").read_text(encoding="utf-8"))
        table[kind] = found["summary"]["methods"]
    return table


def _whyray(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "desktop", *arguments], cwd=ROOT, check=True)


def _print(table: dict[str, Any]) -> None:
    for kind, methods in table.items():
        for method, found in methods.items():
            figures = found["figures"]
            shown = {
                name: figures[name]["mean"]
                for name in ("relevance_mass", "mass_outside_organ", "auc", "pointing", "deletion")
                if name in figures
            }
            print(kind, method, {k: None if v is None else round(v, 3) for k, v in shown.items()})
            print("   ", found["verdicts"], found["lights"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=1200)
    parser.add_argument("--tests", type=int, default=80)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument(
        "--place-weight", type=float, default=15.0, help="of the side task that teaches the place"
    )
    given = parser.parse_args()
    found = experiment(given.out, given.count, given.tests, given.epochs, given.place_weight)
    (given.out / "shortcut.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    _print(found)
