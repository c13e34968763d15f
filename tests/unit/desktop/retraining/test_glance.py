"""What a source of training images seems to hold, before any image is read."""

import pytest

from desktop.retraining.glance import FOLDERS, TABLE, Glance, glance, seems_absent
from engine.errors import RequestError
from engine.progress import finish
from training.config.sections import DataSection
from training.data.index import gather, index_folder
from training.data.task import _ABSENT


def films(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_folders_are_classes_and_images_in_them_are_counted(tmp_path):
    folder = films(
        tmp_path / "set", "NORMAL/a.png", "NORMAL/deep/b.JPG", "ILL/c", "ILL/notes.txt", "ILL/.x",
        "ILL/DICOMDIR", "readme.txt",
    )  # fmt: skip

    assert finish(glance(folder)) == Glance(FOLDERS, {"ILL": 1, "NORMAL": 2})


def test_a_division_into_parts_is_seen_through(tmp_path):
    folder = films(tmp_path / "set", "train/A/1.png", "train/B/2.png", "test/A/3.png")

    assert finish(glance(folder)) == Glance(FOLDERS, {"A": 2, "B": 1}, has_parts=True)


def test_it_counts_as_the_trainer_does(tmp_path):
    folder = films(tmp_path / "set", "A/1.png", "A/2.tif", "A/3.gif", "B/x/4.webp", "B/5")
    samples = index_folder(folder)

    counts = {}
    for sample in samples:
        counts[sample.labels[0]] = counts.get(sample.labels[0], 0) + 1
    assert finish(glance(folder)).labels == counts


def test_a_table_tells_its_labels_as_the_trainer_reads_them(tmp_path):
    films(tmp_path, "a.png", "b.png", "c.png")
    table = tmp_path / "labels.csv"
    table.write_text(
        "Image Index,Finding Labels,Patient ID\na.png,Mass|Nodule,1\nb.png,Mass,2\nc.png,Mass,2\n",
        encoding="utf-8-sig",
    )
    found = finish(glance(table))

    assert found == Glance(TABLE, {"Mass": 3, "Nodule": 1}, has_patients=True)
    assert finish(glance(tmp_path)) == found  # the folder that holds it
    read = gather((table,), DataSection()).samples
    assert sum("Mass" in sample.labels for sample in read) == 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "path,patient\na.png,1\n"),
        ("b.csv", "label\nNORMAL\n"),
        ("c.csv", "path,label\n"),
        ("d.csv", "path,label\n\xff\xfe\n"),
    ],
)
def test_a_table_that_cannot_be_used_says_so(tmp_path, name, text):
    (tmp_path / name).write_bytes(text.encode("latin-1"))

    with pytest.raises(RequestError) as refusal:
        finish(glance(tmp_path / name))
    assert refusal.value.hint


def test_a_folder_without_classes_and_one_that_is_not_there_are_refused(tmp_path):
    films(tmp_path / "flat", "1.png")
    for folder in (tmp_path / "flat", tmp_path / "none"):
        with pytest.raises(RequestError):
            finish(glance(folder))


@pytest.mark.parametrize("label", ["NORMAL", "no opacity", "Nodule", "non-COVID-19", "Healthy"])
def test_labels_sound_the_same_to_window_and_trainer(label):
    assert seems_absent(label) == (_ABSENT.fullmatch(label) is not None)
