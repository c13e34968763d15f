"""The census finds what was put there: doubles, patients in two splits, shortcuts, broken files."""

import argparse
import io
import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from training.commands import dataset
from training.config import TrainingConfig
from training.config.sections import DataSection
from training.data.census.doubles import find_doubles
from training.data.census.facts import take_census
from training.data.census.look import Look, look_at
from training.data.census.shortcuts import only_values, shortcut_warnings, telling_facts
from training.data.census.words import in_words
from training.data.phantom import make_phantom
from training.data.sample import Sample
from training.events import Events


def _film(seed: int, size: int = 160) -> np.ndarray:
    return np.rint(make_phantom(seed, size=size).image / 4095 * 255).astype(np.uint8)


def _write(path: Path, film: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), film)


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory) -> Path:
    """Four patients per split and class, and one of each thing that can go wrong."""
    root = tmp_path_factory.mktemp("spoiled")
    seed = 0
    for split in ("train", "val", "test"):
        for label in ("ill", "normal"):
            for _ in range(4):
                ending = "jpg" if label == "ill" else "png"  # a shortcut
                _write(root / split / label / f"p{seed:02d}_a.{ending}", _film(seed))
                seed += 1
    _write(root / "test" / "ill" / "p01_b.png", _film(100))  # p01 is a patient of train
    _write(root / "train" / "normal" / "p50_a.png", _film(4))  # to the pixel p04 of train
    brighter = np.clip(_film(20).astype(np.float32) * 1.15 + 6, 0, 255).astype(np.uint8)
    _write(root / "val" / "ill" / "p60_a.jpg", cv2.resize(brighter, (120, 120)))  # p20 of test
    (root / "train" / "ill" / "p70_a.png").write_bytes(b"no image")
    return root


@pytest.fixture(scope="module")
def facts(spoiled) -> dict:
    config = TrainingConfig(data=DataSection(patient_pattern=r"(p\d+)"))
    *_, (facts, _) = take_census((spoiled,), config)
    return facts


def test_images_patients_and_classes_are_counted(facts):
    assert (facts["images"], facts["readable"]) == (28, 27)
    assert facts["patients"]["count"] == 26  # 24, p50 and p60; p01 has two images
    assert facts["classes"]["ill"]["splits"] == {"train": 4, "val": 5, "test": 5}
    assert facts["task"] == {"kind": "binary", "classes": ["ill"]}


def test_exact_and_near_doubles_are_found_and_nothing_else(facts):
    found = {
        tuple(sorted(Path(file).stem for file in double["files"])): double
        for double in facts["doubles"]
    }

    assert set(found) == {("p04_a", "p50_a"), ("p20_a", "p60_a")}
    assert found["p04_a", "p50_a"]["exact"]
    assert found["p04_a", "p50_a"]["crosses"] == ["patients"]
    near = found["p20_a", "p60_a"]
    assert not near["exact"]
    assert near["crosses"] == ["splits", "patients", "labels"]
    assert 0.95 <= near["correlation"] < 1


def test_equal_pixels_in_different_formats_are_exact_doubles(tmp_path):
    film = _film(7)
    _write(tmp_path / "a.png", film)
    _write(tmp_path / "b.bmp", np.repeat(film[:, :, None], 3, axis=2))
    looks = [*look_at([Sample(tmp_path / n, ("x",), n) for n in ("a.png", "b.bmp")])]

    assert [double.is_exact for double in find_doubles(looks)] == [True]


def test_a_patient_in_two_splits_is_named(facts):
    assert facts["patients"]["in_several_splits"] == {"p01": ["train", "test"]}


def test_unreadable_files_are_named_with_their_reason(facts):
    (entry,) = facts["unreadable"]

    assert entry["file"].endswith("p70_a.png")
    assert entry["reason"]


def test_each_of_these_is_warned_about(facts):
    text = "\n".join(facts["warnings"])

    for part in (
        "1 files cannot be read",
        "1 patients are in several splits",
        "1 images are, or nearly are, in two splits",
        "have different labels",
        "belong to different patients",
        "Only 14 images show ill",
        "one file format only, where others have others: normal (png)",
        "From the file format alone",
    ):
        assert part in text, part


def test_a_clean_set_is_not_warned_about(tmp_path):
    for number in range(12):
        _write(tmp_path / ("ill" if number % 2 else "normal") / f"{number}.png", _film(number))
    evaluation = replace(TrainingConfig().evaluation, few_positives=0)
    *_, (facts, _) = take_census((tmp_path,), TrainingConfig(evaluation=evaluation))

    assert facts["warnings"] == []
    assert "No warnings." in in_words(facts)


def _looks(rows: list[tuple[str, str]]) -> list[Look]:
    blank = np.zeros((32, 32), np.uint8)
    return [
        Look(
            Sample(Path(f"{i}.png"), (label,), str(i), source=source),
            (8, 8), "png", False, str(i), i, blank,
        )
        for i, (label, source) in enumerate(rows)
    ]  # fmt: skip


def test_a_class_from_one_source_only_is_said_even_where_others_share_the_source():
    looks = _looks([("ill", "A")] * 6 + [("normal", "A")] * 2 + [("normal", "B")] * 4)

    assert only_values(looks) == [("ill", "source", "A")]
    # A: 6 of 8 are ill; B has fewer than 5 images and tells nothing: 'ill' or 'well' (6 each).
    assert telling_facts(looks)["source"]["guessed"] in (6 / 12, 10 / 12)
    assert telling_facts(looks)["view"] == {"guessed": 0.5, "always": 0.5}


def test_a_fact_that_guesses_well_by_chance_alone_is_no_shortcut():
    """Forty images of eight sources, labelled by lot: every source tells its own few."""
    warned = 0
    for seed in range(40):
        rng = np.random.default_rng(seed)
        rows = [("ill" if rng.random() < 0.5 else "normal", f"S{i % 8}") for i in range(40)]
        told = telling_facts(_looks(rows))
        assert told["source"]["guessed"] > told["source"]["always"]
        warned += bool(shortcut_warnings(_looks(rows), told))
    assert warned <= 2

    linked = [("ill" if i % 8 < 3 else "normal", f"S{i % 8}") for i in range(40)]
    told = telling_facts(_looks(linked))
    assert told["source"]["chance"] == 0.001
    assert [w.code for w in shortcut_warnings(_looks(linked), told)][-1] == "W_TELLING_FACT"


def test_findings_that_occur_together_are_weighted_to_equal_halves(tmp_path):
    rows = ["path,labels"]
    for number in range(12):
        _write(tmp_path / f"{number}.png", _film(number, 64))
        labels = ["Mass"] * (number % 2) + ["Hernia"] * (number % 3 == 0)
        rows.append(f"{number}.png,{'|'.join(labels) or 'No Finding'}")
    (tmp_path / "labels.csv").write_text("\n".join(rows))
    *_, (facts, _) = take_census((tmp_path,), TrainingConfig())

    assert facts["task"] == {"kind": "multilabel", "classes": ["Hernia", "Mass"]}
    hernia = facts["weighting"]["Hernia"]  # 4 of 12
    assert hernia["positive"] == pytest.approx(1 / 3)
    assert hernia["weighted_positive"] == pytest.approx(hernia["weighted_negative"])
    assert hernia["weighted_positive"] == pytest.approx(2 / 9)


def test_the_command_tells_facts_text_and_picture(spoiled, tmp_path):
    pytest.importorskip("matplotlib", reason="the picture needs the dependency group train")
    picture, stream = tmp_path / "census.png", io.StringIO()
    parser = argparse.ArgumentParser()
    dataset.add_arguments(parser)
    arguments = [str(spoiled), "--picture", str(picture), "--patient-pattern", r"(p\d+)"]
    status = dataset.run(parser.parse_args(arguments), Events(stream))
    events = [json.loads(line) for line in stream.getvalue().splitlines()]

    assert status == 1  # a file could not be read
    assert [event["event"] for event in events[-2:]] == ["image", "done"]
    assert events[-1]["readable"] == 27
    assert "Warnings" in events[-1]["report"]
    assert cv2.imread(str(picture)).shape[0] > 500
