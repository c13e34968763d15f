"""Indexing: tables by many names, folders, several roots; nothing is lost without a word."""

import cv2
import numpy as np
import pytest

from engine.errors import RequestError
from training.config.sections import DataSection
from training.data.index import gather, index_folder, index_sources
from training.data.phantom.write import write_phantoms
from training.data.table import age_in, columns_of, labels_in

# The first line of ChestX-ray14's table, as published.
NIH_HEADER = (
    "Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View Position,"
    "OriginalImage[Width,Height],OriginalImagePixelSpacing[x,y],"
)


def _touch(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.zeros((4, 4), np.uint8))


def test_folders_per_split_and_class_are_read(tmp_path):
    for split in ("train", "val", "test"):
        for label in ("NORMAL", "PNEUMONIA"):
            _touch(tmp_path / split / label / f"person{len(split)}{len(label)}{split}_a.png")
    samples = index_folder(tmp_path)

    assert len(samples) == 6
    assert {sample.split for sample in samples} == {"train", "val", "test"}
    assert {sample.labels for sample in samples} == {("NORMAL",), ("PNEUMONIA",)}


def test_folders_called_training_and_validation_are_splits(tmp_path):
    for split in ("Training", "Validation"):
        _touch(tmp_path / split / "ill" / f"{split}.png")

    assert {sample.split for sample in index_folder(tmp_path)} == {"train", "val"}


def test_patients_are_read_from_file_names(tmp_path):
    for name in ("NORMAL2-IM-0012-0001.png", "IM-0012-0002.png", "IM-0013.png"):
        _touch(tmp_path / "NORMAL" / name)
    samples = index_folder(tmp_path, patient_pattern=r"(person\d+|IM-\d+)")

    assert sorted(sample.patient_id for sample in samples) == ["IM-0012", "IM-0012", "IM-0013"]


def test_files_of_equal_name_are_not_one_patient(tmp_path):
    _touch(tmp_path / "train" / "ill" / "0001.png")
    _touch(tmp_path / "test" / "well" / "0001.png")

    assert len({sample.patient_id for sample in index_folder(tmp_path)}) == 2


@pytest.mark.parametrize("pattern", ["(person", r"person\d+"])
def test_a_pattern_that_names_nothing_is_refused(tmp_path, pattern):
    _touch(tmp_path / "ill" / "person1.png")

    with pytest.raises(RequestError, match="patient_pattern"):
        index_folder(tmp_path, patient_pattern=pattern)


def test_a_patient_in_two_given_splits_is_refused(tmp_path):
    _touch(tmp_path / "train" / "ill" / "person1_a.png")
    _touch(tmp_path / "test" / "ill" / "person1_b.png")

    with pytest.raises(RequestError, match="person1 is in"):
        index_folder(tmp_path, patient_pattern=r"(person\d+)")


def test_a_table_naming_a_missing_file_is_refused_and_gathered(tmp_path):
    _touch(tmp_path / "there.png")
    (tmp_path / "labels.csv").write_text("path,label\nnot-there.png,ill\nthere.png,ill\n")

    with pytest.raises(RequestError, match=r"row 2: .*not-there\.png"):
        index_folder(tmp_path)
    found = gather((tmp_path,), DataSection())
    assert [sample.path.name for sample in found.samples] == ["there.png"]
    assert len(found.problems) == 1


def test_the_table_of_chest_x_ray_14_is_understood(tmp_path):
    for name in ("00000001_000.png", "00000001_001.png", "00000002_000.png"):
        _touch(tmp_path / f"images_00{name[7]}" / "images" / name)
    (tmp_path / "Data_Entry_2017.csv").write_text(
        f"{NIH_HEADER}\n"
        "00000001_000.png,Cardiomegaly|Effusion,0,1,058Y,M,PA,2682,2749,0.143,0.143,\n"
        "00000001_001.png,No Finding,1,1,58,F,AP,2682,2749,0.143,0.143,\n"
        "00000002_000.png,Hernia,0,2,414,F,PA,2500,2048,0.168,0.168,\n"
    )
    first, second, third = index_folder(tmp_path)

    assert first.labels == ("Cardiomegaly", "Effusion")
    assert (first.patient_id, first.view, first.sex, first.age_years) == ("1", "PA", "M", 58.0)
    assert (second.labels, second.view, second.age_years) == (("No Finding",), "AP", 58.0)
    assert third.age_years is None  # 414 years is a typing error
    assert first.path.parent.name == "images"


def test_the_official_lists_of_chest_x_ray_14_are_its_splits(tmp_path):
    names = [f"0000000{i}_000.png" for i in range(1, 5)]
    for name in names:
        _touch(tmp_path / "images" / name)
    rows = [f"{name},Mass,0,{name[7]},050Y,M,PA,1,1,1,1," for name in names]
    (tmp_path / "Data_Entry_2017.csv").write_text("\n".join([NIH_HEADER, *rows]))
    assert {sample.split for sample in index_folder(tmp_path)} == {None}
    (tmp_path / "train_val_list.txt").write_text("\n".join(names[:3]))
    (tmp_path / "test_list.txt").write_text(names[3])

    assert [sample.split for sample in index_folder(tmp_path)] == [*["train"] * 3, "test"]


def test_columns_are_found_by_any_of_their_names():
    found = columns_of(["Image_Path", "LABEL", "Patient-ID", "dataset", "Age", "unrelated"])

    assert found == {
        "path": "Image_Path",
        "labels": "LABEL",
        "patient": "Patient-ID",
        "age": "Age",
        "source": "dataset",
    }


@pytest.mark.parametrize(
    ("text", "labels"),
    [("a|b", ("a", "b")), (" a ; b;", ("a", "b")), ("a|a", ("a",)), ("", ()), ("a b", ("a b",))],
)
def test_labels_are_separated_by_bars_or_semicolons(text, labels):
    assert labels_in(text) == labels


@pytest.mark.parametrize(
    ("text", "years"),
    [("058Y", 58.0), ("18M", 1.5), ("7.5", 7.5), ("121", None), ("", None), ("old", None)],
)
def test_ages_are_read_as_years(text, years):
    assert age_in(text) == years


def test_several_roots_are_merged_and_named_as_sources(tmp_path):
    _touch(tmp_path / "one" / "ill" / "a.png")
    _touch(tmp_path / "two" / "b.png")
    (tmp_path / "two" / "labels.csv").write_text("path,label,source\nb.png,well,hospital\n")
    samples = index_sources((tmp_path / "one", tmp_path / "two"), DataSection())

    assert [(s.path.name, s.source) for s in samples] == [("a.png", "one"), ("b.png", "hospital")]


def test_files_of_equal_name_in_two_roots_are_not_one_patient(tmp_path):
    _touch(tmp_path / "one" / "ill" / "1.png")
    _touch(tmp_path / "two" / "ill" / "1.png")
    samples = index_sources((tmp_path / "one", tmp_path / "two"), DataSection())

    assert len({sample.patient_id for sample in samples}) == 2


def test_a_file_that_two_roots_name_is_one_patient_and_told(tmp_path):
    _touch(tmp_path / "ill" / "1.png")
    table = tmp_path / "mine.csv"
    table.write_text("path,label\nill/1.png,ill\n")
    heard = []
    samples = index_sources((table, tmp_path), DataSection(), heard.append)

    assert len(samples) == 2
    assert len({sample.patient_id for sample in samples}) == 1
    assert any("more than once: 1.png" in line for line in heard)


def test_unknown_patients_are_told(tmp_path):
    for name in ("person1_a.png", "person1_b.png", "other.png"):
        _touch(tmp_path / "ill" / name)
    heard = []
    index_sources((tmp_path,), DataSection(patient_pattern=r"(person\d+)"), heard.append)

    assert heard[0].startswith("Whose image it is is not known for 1 images")


def test_bare_uids_in_a_table_are_not_one_patient(tmp_path):
    for name in ("1.2.840.1", "1.2.840.2"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "labels.csv").write_text("path,label\n1.2.840.1,ill\n1.2.840.2,ill\n")

    assert len({sample.patient_id for sample in index_folder(tmp_path)}) == 2


def test_a_table_may_be_given_itself_and_name_paths_from_the_folder_above(tmp_path):
    _touch(tmp_path / "set" / "images" / "a.png")
    table = tmp_path / "set" / "mine.csv"
    table.write_text("path,label\nset/images/a.png,ill\n")

    assert index_sources((table,), DataSection())[0].path.is_file()


def test_only_rows_with_the_values_asked_for_are_taken(tmp_path):
    for name in "abc":
        _touch(tmp_path / f"{name}.png")
    (tmp_path / "labels.csv").write_text(
        "path,label,dataset\na.png,ill,one\nb.png,ill,two\nc.png,ill,three\n"
    )
    asked = DataSection(only=("dataset=one", "dataset=three"))

    assert [s.path.name for s in index_sources((tmp_path,), asked)] == ["a.png", "c.png"]
    with pytest.raises(RequestError, match="has no column"):
        index_sources((tmp_path,), DataSection(only=("place=one",)))


def test_other_views_are_left_out_and_told(tmp_path):
    for name in "abc":
        _touch(tmp_path / f"{name}.png")
    (tmp_path / "labels.csv").write_text(
        "path,label,view\na.png,ill,pa\nb.png,ill,LATERAL\nc.png,ill,\n"
    )
    found = gather((tmp_path,), DataSection(views=("PA",)))

    assert [sample.path.name for sample in found.samples] == ["a.png"]
    assert found.notes[0] == "Left out for their view: LATERAL: 1, not stated: 1."


def test_an_unknown_split_is_named_with_its_row(tmp_path):
    _touch(tmp_path / "a.png")
    (tmp_path / "labels.csv").write_text("path,label,split\na.png,ill,extra\n")

    with pytest.raises(RequestError, match=r"row 2: .*'extra'"):
        index_folder(tmp_path)


def test_dicom_headers_tell_what_the_table_does_not(tmp_path):
    for _ in write_phantoms(tmp_path, range(2), size=64):
        pass
    (tmp_path / "labels.csv").write_text(
        "path,label,view\ndicom/phantom-000000.dcm,ill,LL\ndicom/phantom-000001.dcm,ill,\n"
    )
    stated, silent = index_folder(tmp_path)

    assert stated.view == "LL"
    assert silent.view in ("AP", "PA")
    assert (stated.patient_id, silent.patient_id) == ("SYN-0", "SYN-1")
    assert silent.sex in ("F", "M")
    assert 20 <= silent.age_years <= 86


def test_dicom_files_without_an_ending_are_found_in_class_folders(tmp_path):
    for _ in write_phantoms(tmp_path / "made", range(1), size=64):
        pass
    (tmp_path / "set" / "ill").mkdir(parents=True)
    data = (tmp_path / "made" / "dicom" / "phantom-000000.dcm").read_bytes()
    (tmp_path / "set" / "ill" / "IM00001").write_bytes(data)

    assert index_folder(tmp_path / "set")[0].patient_id == "SYN-0"
