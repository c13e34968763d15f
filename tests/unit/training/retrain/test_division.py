"""The site's test set stays what it is, and nobody in it is ever learned from."""

from pathlib import Path

import pytest

from training.config.sections import DataSection
from training.data.sample import Sample
from training.refusals import Refused
from training.retrain.division import (
    LEAST_IMAGES,
    counts,
    divide,
    learned_digests,
    refuse_empty_splits,
    refuse_impossible,
)
from training.retrain.site_test import Site, read_site

SECTION = DataSection()


def images(first: int, count: int, folder: Path = Path(), *, per_patient: int = 2, split=None):
    """Pairs of sample and digest; every other patient is ill."""
    found = []
    for patient in range(first, first + count):
        label = "ill" if patient % 2 else "well"
        for number in range(per_patient):
            path = folder / f"{patient}-{number}.png"
            if folder != Path():
                path.touch()
            found.append((Sample(path, (label,), f"p{patient}", split), f"d{patient}-{number}"))
    return found


class Told(list):
    """Warnings by code."""

    def __call__(self, message, code="", **facts):
        self.append((code, facts))

    def of(self, code):
        return [facts for own, facts in self if own == code]


def split_of(division):
    return {row.sample.patient_id: row.sample.split for row in division.rows}


def generation(found, site, run, told=None):
    """A division as a run makes it, and the site after that run has made a model."""
    division = divide(found, site, run, SECTION, 1, Told() if told is None else told)
    return division, site.add(division.rows).keep(run)


def test_the_first_run_fixes_a_share_of_patients_of_every_class(tmp_path):
    division, site = generation(images(0, 60), Site(tmp_path), "r1")

    by_split = counts(division.samples)
    assert set(by_split["test"]) == {"ill", "well"}
    assert 12 <= sum(by_split["test"].values()) <= 24  # 15 % of 120
    assert {row.sample.patient_id for row in site.test} == {
        patient for patient, split in split_of(division).items() if split == "test"
    }


def test_over_generations_the_test_set_only_grows_by_patients_never_trained_on(tmp_path):
    folder = tmp_path / "images"
    folder.mkdir()
    site, trained, before = Site(tmp_path), set(), set()
    for number in range(4):
        # Every run sees everything so far, under other names, and twenty new patients.
        found = images(0, 30 + 20 * number, folder)
        told = Told()
        division, site = generation(found, site, f"r{number}", told)
        test = {p for p, split in split_of(division).items() if split == "test"}
        learned = {p for p, split in split_of(division).items() if split != "test"}

        assert before <= test
        assert not test & trained
        assert not learned & test
        assert bool(told.of("W_TEST_LOCKED")) == (number > 0)
        trained, before = trained | learned, test
    assert len(before) > 8


def test_a_test_image_under_another_name_and_patient_is_known_by_its_pixels(tmp_path):
    _, site = generation(images(0, 60), Site(tmp_path), "r1")
    row = site.test[0]
    renamed = (Sample(Path("copy.png"), row.sample.labels, "somebody else", "train"), row.digest)
    told = Told()

    second = divide([*images(100, 30), renamed], site, "r2", SECTION, 1, told)

    assert split_of(second)["somebody else"] == "test"
    assert told.of("W_TEST_KEPT_OUT") == [{"images": 1}]


def test_who_was_trained_on_cannot_be_called_test_later(tmp_path):
    division, site = generation(images(0, 60), Site(tmp_path), "r1")
    learned = next(row for row in division.rows if row.sample.split == "train")
    again = (Sample(Path("a.png"), learned.sample.labels, "new id", "test"), learned.digest)
    told = Told()

    second = divide([*images(100, 30), again], site, "r2", SECTION, 1, told)

    assert split_of(second)["new id"] in ("train", "val")
    assert told.of("W_TRAINED_BEFORE") == [{"images": 1}]


def test_what_the_base_model_has_learned_from_never_measures_the_new_one(tmp_path):
    found = images(0, 60)
    digests = {"digests": {"train": [d for _, d in found[:100]], "val": []}}
    site = Site(tmp_path, learned=learned_digests(digests))

    division = divide(found, site, "r1", SECTION, 1, Told())

    assert {row.digest for row in division.rows if row.sample.split == "test"} <= {
        d for _, d in found[100:]
    }


def test_locked_images_are_measured_also_where_they_are_not_among_the_sources(tmp_path):
    folder = tmp_path / "images"
    folder.mkdir()
    _, site = generation(images(0, 60, folder), Site(tmp_path), "r1")
    site.test[0].sample.path.unlink()
    told = Told()

    division = divide(images(100, 30), site, "r2", SECTION, 1, told)

    there = {row.digest for row in division.rows if row.sample.split == "test"}
    assert {row.digest for row in site.test[1:]} <= there
    assert told.of("W_TEST_FILES_GONE") == [{"images": 1}]


def test_a_run_that_was_given_up_and_deleted_locks_nothing(tmp_path):
    (tmp_path / "runs" / "r1").mkdir(parents=True)
    division = divide(images(0, 60), Site(tmp_path), "r1", SECTION, 1, Told())
    Site(tmp_path).add(division.rows).save()
    assert len(read_site(tmp_path).test) > 0

    (tmp_path / "runs" / "r1").rmdir()

    assert read_site(tmp_path).test == ()
    Site(tmp_path).add(division.rows).keep("r1").save()
    assert len(read_site(tmp_path).test) > 0  # of a run that has made a model: for ever


def test_stated_splits_are_kept_and_the_rest_joins_its_patients(tmp_path):
    stated = [
        (Sample(s.path, s.labels, s.patient_id, ("train", "val", "test")[n % 3]), d)
        for n, (s, d) in enumerate(images(0, 12, per_patient=1))
    ]
    more = [(Sample(Path("x.png"), ("ill",), "p2"), "dx")]  # p2 is in test

    division = divide([*stated, *more], Site(tmp_path), "r1", SECTION, 1, Told())

    splits = {row.sample.path.name: row.sample.split for row in division.rows}
    assert splits["x.png"] == "test"
    assert [splits[s.path.name] for s, _ in stated] == [s.split for s, _ in stated]


def test_the_same_picture_counts_once_and_never_with_two_labels(tmp_path):
    found, told = images(0, 30), Told()
    copy = (Sample(Path("copy.png"), found[0][0].labels, "p0"), found[0][1])

    division = divide([*found, copy], Site(tmp_path), "r1", SECTION, 1, told)

    assert len(division.rows) == len(found)
    assert told.of("W_DOUBLES_LEFT_OUT") == [{"images": 1}]
    other = (Sample(Path("copy.png"), ("ill",), "p0"), found[0][1])
    with pytest.raises(Refused) as refusal:
        divide([*found, other], Site(tmp_path), "r1", SECTION, 1, Told())
    assert refusal.value.code == "E_TWO_LABELS"


@pytest.mark.parametrize(
    ("samples", "code"),
    [
        ([s for s, _ in images(0, 40) if s.labels == ("ill",)], "E_ONE_CLASS"),
        (
            [s for s, _ in images(0, 40) if s.labels == ("ill",)]
            + [s for s, _ in images(0, 4) if s.labels == ("well",)],
            "E_FEW_IMAGES",
        ),
        ([Sample(Path(f"{n}.png"), (), str(n)) for n in range(20)], "E_NO_LABELS"),
    ],
)
def test_a_class_that_cannot_be_learned_is_refused_with_its_figures(samples, code):
    with pytest.raises(Refused) as refusal:
        refuse_impossible(samples)
    assert refusal.value.code == code
    if code == "E_FEW_IMAGES":
        assert refusal.value.facts["images"] == 4
        assert refusal.value.facts["least_images"] == LEAST_IMAGES
    with pytest.raises(Refused, match="no image shows tuberculosis"):
        refuse_impossible([s for s, _ in images(0, 40)], ("ill", "tuberculosis"))


def test_a_split_without_a_class_is_refused():
    samples = [s for s, _ in images(0, 20, split="train")]
    with pytest.raises(Refused) as refusal:
        refuse_empty_splits(samples, ("ill",))
    assert refusal.value.facts == {"split": "val", "label": "ill"}


def test_a_patient_in_two_stated_splits_is_refused(tmp_path):
    found = images(0, 20, per_patient=1, split="train")
    found.append((Sample(Path("y.png"), ("well",), "p0", "test"), "dy"))
    with pytest.raises(Refused) as refusal:
        divide(found, Site(tmp_path), "r1", SECTION, 1, Told())
    assert refusal.value.code == "E_PATIENT_IN_TWO_SPLITS"
