"""Indexing and splitting: patients never cross from one split into another."""

import cv2
import numpy as np
import pytest

from engine.errors import RequestError
from training.config import TrainingConfig, choose_label, read_config
from training.data.index import Sample, index_folder
from training.data.split import split_by_patient


def _samples(patients: int, tmp_path) -> tuple[Sample, ...]:
    """Three images per patient; every third patient is ill."""
    return tuple(
        Sample(tmp_path / f"{p}-{i}.png", "ill" if p % 3 == 0 else "well", f"patient{p}")
        for p in range(patients)
        for i in range(3)
    )


def _touch(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.zeros((4, 4), np.uint8))


def test_no_patient_is_in_two_splits(tmp_path):
    divided = split_by_patient(_samples(60, tmp_path), seed=3)
    splits_of = {}
    for sample in divided:
        splits_of.setdefault(sample.patient_id, set()).add(sample.split)

    assert all(len(splits) == 1 for splits in splits_of.values())


def test_splits_keep_the_share_of_classes_and_follow_the_seed(tmp_path):
    samples = _samples(60, tmp_path)
    divided = split_by_patient(samples, seed=3)
    ill = {
        s: sum(x.split == s and x.label == "ill" for x in divided) for s in ("train", "val", "test")
    }

    assert ill == {"train": 42, "val": 9, "test": 9}  # 20 ill patients: 14, 3, 3, three images each
    assert divided == split_by_patient(samples, seed=3)
    assert divided != split_by_patient(samples, seed=4)


def test_a_split_without_a_class_is_refused(tmp_path):
    with pytest.raises(RequestError, match="holds no ill"):
        split_by_patient(_samples(3, tmp_path), seed=1)


def test_folders_per_split_and_class_are_read(tmp_path):
    for split in ("train", "val", "test"):
        for label in ("NORMAL", "PNEUMONIA"):
            _touch(tmp_path / split / label / f"person{len(split)}{len(label)}{split}_a.png")
    samples = index_folder(tmp_path)

    assert len(samples) == 6
    assert {sample.split for sample in samples} == {"train", "val", "test"}


def test_patients_are_read_from_file_names(tmp_path):
    for name in ("NORMAL2-IM-0012-0001.png", "IM-0012-0002.png", "IM-0013.png"):
        _touch(tmp_path / "NORMAL" / name)
    samples = index_folder(tmp_path, patient_pattern=r"(person\d+|IM-\d+)")

    assert sorted(sample.patient_id for sample in samples) == ["IM-0012", "IM-0012", "IM-0013"]


def test_a_patient_in_two_given_splits_is_refused(tmp_path):
    _touch(tmp_path / "train" / "ill" / "person1_a.png")
    _touch(tmp_path / "test" / "ill" / "person1_b.png")

    with pytest.raises(RequestError, match="person1 is in"):
        index_folder(tmp_path, patient_pattern=r"(person\d+)")


def test_a_table_naming_a_missing_file_is_refused(tmp_path):
    (tmp_path / "labels.csv").write_text("path,label\nnot-there.png,ill\n")

    with pytest.raises(RequestError, match=r"not-there\.png"):
        index_folder(tmp_path)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [({"NORMAL", "PNEUMONIA"}, "PNEUMONIA"), ({"opacity", "no opacity"}, "opacity")],
)
def test_the_finding_is_the_label_that_is_not_normal(labels, expected):
    assert choose_label(TrainingConfig(), labels) == expected


def test_doubtful_labels_must_be_named():
    with pytest.raises(RequestError, match="not clear"):
        choose_label(TrainingConfig(), {"a", "b"})


def test_unknown_configuration_keys_are_refused(tmp_path):
    path = tmp_path / "run.toml"
    path.write_text("[schedule]\nepoch = 3\n")

    with pytest.raises(RequestError, match="unknown keys: epoch"):
        read_config(path)
