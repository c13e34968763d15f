"""Reading: row i of every array is sample i, whatever is missing; kept between runs."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.bundle.intake import read_grey
from engine.bundle.recipe import Recipe
from engine.errors import RequestError
from training.config.sections import DataSection, TaskSection
from training.data import arrays
from training.data.arrays import load_splits, network_input
from training.data.index import index_folder
from training.data.phantom.write import write_phantoms
from training.data.sample import SPLITS
from training.data.split import split_by_patient
from training.data.store import Rows
from training.data.task import task_of

RECIPE = Recipe(24, 32, fit="letterbox", pad_value=0.25)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("phantoms")
    for _ in write_phantoms(made, range(24), size=64):
        pass
    return made


def _load(folder: Path, *, cache: Path | None = None, section: DataSection | None = None):
    samples = split_by_patient(index_folder(folder), DataSection(), 1)
    task = task_of(samples, TaskSection())
    section = DataSection() if section is None else section
    steps = list(load_splits(samples, task, RECIPE, cache=cache, section=section))
    return steps[:-1], steps[-1], task


def test_every_row_is_its_own_sample(folder):
    shares, parts, task = _load(folder)

    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert sum(len(part) for part in parts.values()) == 24
    for name in SPLITS:
        part = parts[name]
        assert np.array_equal(part.targets, task.targets(part.samples))
        for grey, mask, sample in zip(part.grey, part.masks, part.samples, strict=True):
            expected = RECIPE.apply_grey(read_grey(sample.path)).grey
            assert np.abs(grey[..., 0] / 65535 - expected).max() <= 0.5 / 65535 + 1e-7
            assert mask[:, 0].max() == 0  # the letterbox's rim is no lesion


def test_network_input_is_what_the_clinic_makes(folder):
    _, parts, _ = _load(folder)
    for recipe in (RECIPE, replace(RECIPE, channels=3, scaling="imagenet", layout="nchw")):
        made = network_input(parts["val"].grey, recipe)
        path = parts["val"].samples[0].path
        clinic = recipe.apply_grey(read_grey(path)).tensor
        if recipe.layout == "nchw":
            clinic = clinic.transpose(0, 2, 3, 1)
        assert np.allclose(made[:1], clinic, atol=5e-5)


def test_unreadable_files_stop_the_run_and_are_all_named(folder, tmp_path):
    broken = tmp_path / "set"
    shutil.copytree(folder, broken)
    for number in (3, 7):
        (broken / "dicom" / f"phantom-{number:06d}.dcm").write_bytes(b"not an image")

    with pytest.raises(RequestError, match=r"2 files cannot be read: .*000003.*000007"):
        _load(broken)


def test_skipped_files_leave_with_their_samples_and_are_told(folder, tmp_path):
    broken = tmp_path / "set"
    shutil.copytree(folder, broken)
    lost = broken / "dicom" / "phantom-000003.dcm"
    lost.write_bytes(b"not an image")
    _, parts, task = _load(broken, section=DataSection(skip_unreadable=True))

    assert sum(len(part) for part in parts.values()) == 23
    for part in parts.values():
        assert lost not in [sample.path for sample in part.samples]
        assert len(part.grey) == len(part.masks) == len(part.targets) == len(part.samples)
        assert np.array_equal(part.targets, task.targets(part.samples))
    assert [n for part in parts.values() for n in part.notes if "000003" in n]


def test_a_store_gives_the_same_pictures_without_decoding_again(folder, tmp_path, monkeypatch):
    _, plain, _ = _load(folder)
    _, first, _ = _load(folder, cache=tmp_path / "cache")
    decoded = []
    monkeypatch.setattr(arrays, "read_grey", lambda path: decoded.append(path) or read_grey(path))
    _, second, _ = _load(folder, cache=tmp_path / "cache")

    assert decoded == []
    for name in SPLITS:
        assert np.array_equal(plain[name].grey, first[name].grey)
        assert np.array_equal(plain[name].grey, second[name].grey)
        assert np.array_equal(plain[name].masks, second[name].masks)


def test_a_changed_file_is_read_anew(tmp_path):
    for label in ("ill", "normal"):
        for number in range(4):
            path = tmp_path / "set" / label / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(path), np.full((40, 40), 10 * number, np.uint8))
    section = DataSection(val_share=0.25, test_share=0.25)
    samples = split_by_patient(index_folder(tmp_path / "set"), section, 1)
    task = task_of(samples, TaskSection())
    changed = tmp_path / "set" / "ill" / "0.png"

    def brightest() -> int:
        *_, parts = load_splits(samples, task, RECIPE, cache=tmp_path / "cache")
        return max(int(part.grey[:, 12].max()) for part in parts.values())

    before = brightest()
    cv2.imwrite(str(changed), np.full((40, 40), 250, np.uint8))
    os.utime(changed, ns=(1, 1))

    assert before < 0.3 * 65535
    assert brightest() > 0.9 * 65535


def test_large_sets_stay_on_disk_and_are_indexed_as_arrays(folder, tmp_path, monkeypatch):
    _, plain, _ = _load(folder)
    monkeypatch.setattr(arrays, "_IN_MEMORY_BYTES", 0)
    monkeypatch.setattr("training.data.store._SEGMENT", 5)
    _, mapped, _ = _load(folder, cache=tmp_path / "cache")
    rows, truth = mapped["train"].grey, plain["train"].grey
    which = np.array([3, 0, 3, 11])

    assert isinstance(rows, Rows)
    assert rows.shape == truth.shape
    assert np.array_equal(rows[which], truth[which])
    assert np.array_equal(rows[2:5], truth[2:5])
    assert np.array_equal(rows[4], truth[4])
    assert np.array_equal(np.asarray(rows), truth)


def test_print_is_painted_over_on_request_and_counted_from_a_store_too(tmp_path):
    folder = tmp_path / "set"
    for label in ("ill", "normal"):
        for number in range(8):
            film = np.full((96, 96), 60 + number, np.uint8)
            if label == "ill":  # the shortcut: a letter on the films of the ill
                cv2.putText(film, "R", (6, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.25, 255, 2)
            (folder / label).mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(folder / label / f"{number}.png"), film)
    cleaned = DataSection(remove_text=True)
    for _ in range(2):
        _, parts, _ = _load(folder, cache=tmp_path / "cache", section=cleaned)
        assert max(int(part.grey.max()) for part in parts.values()) < 100 * 257
        notes = [note for part in parts.values() for note in part.notes]
        assert len(notes) == 8
        assert all("Print painted over" in note for note in notes)
    _, parts, _ = _load(folder, cache=tmp_path / "cache")
    assert max(int(part.grey.max()) for part in parts.values()) > 120 * 257
