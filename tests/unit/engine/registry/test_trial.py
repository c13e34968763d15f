"""What a model may not do is refused before, or stopped while, it is run; the program lives on."""

import os
import time

import numpy as np
import pytest

from engine.bundle.store import read_bundle, write_bundle
from engine.errors import BundleError, ForeignModelError, InvalidOutput, SelfTestFailed, UnsafeModel
from engine.images.resident import resident_bytes
from engine.progress import finish
from engine.registry.trial import Limits, bundle_of, try_out
from engine.registry.vetting import allowed_operators, vet
from tests.support import hostile_models
from tests.support.bundles import tiny_manifest, tiny_onnx, write_tiny_bundle


def test_a_sound_model_passes_and_is_measured(tmp_path):
    folder = write_tiny_bundle(tmp_path / "tiny")

    trial = finish(try_out(folder))

    assert trial.digest == read_bundle(folder).digest
    assert trial.self_test_error <= 1e-6
    assert 0 < trial.seconds < 1
    assert trial.peak_bytes is None or 20 * 2**20 < trial.peak_bytes < 2**30


def test_the_bomb_is_no_larger_than_it_is_said_to_be():
    assert len(hostile_models.smallest_bomb()) <= 144


@pytest.mark.alone
def test_a_model_that_asks_for_8_gb_is_refused_by_its_trial_and_this_process_stays_small(tmp_path):
    folder = hostile_models.write_hostile_bundle(tmp_path / "bomb", hostile_models.bomb())
    vet(hostile_models.bomb())  # nothing to be seen from outside
    before = resident_bytes(os.getpid())

    with pytest.raises(UnsafeModel, match="MB when it was tried") as caught:
        finish(try_out(folder))

    assert caught.value.file == folder
    if before is not None:
        assert resident_bytes(os.getpid()) - before < 100 * 2**20


@pytest.mark.alone
def test_a_model_that_never_ends_is_stopped_by_time(tmp_path):
    folder = hostile_models.write_hostile_bundle(tmp_path / "loop", hostile_models.endless())
    start = time.monotonic()

    with pytest.raises(UnsafeModel, match="longer than 4 s"):
        finish(try_out(folder, Limits(timeout_s=4.0), is_vetted=False))

    assert time.monotonic() - start < 30


@pytest.mark.parametrize(
    ("model", "name"),
    [(hostile_models.endless(), "Loop"), (hostile_models.foreign_operator(), "some.body.Anything")],
)
def test_operators_that_are_not_allowed_are_named_before_anything_runs(model, name):
    with pytest.raises(UnsafeModel, match=f"not allowed: {name}"):
        vet(model)


def test_the_child_looks_before_it_runs(tmp_path):
    folder = hostile_models.write_hostile_bundle(tmp_path / "loop", hostile_models.endless())

    with pytest.raises(UnsafeModel, match="Loop"):
        finish(try_out(folder))


def test_functions_of_standard_operators_are_allowed(tmp_path):
    vet(hostile_models.sound_function())


def test_nothing_that_steers_draws_lots_or_takes_text_is_allowed():
    barred = {
        "Loop",
        "Scan",
        "SequenceMap",
        "RandomNormal",
        "Bernoulli",
        "StringConcat",
        "Optional",
    }

    assert not barred & allowed_operators()


def test_a_model_that_gives_nan_for_other_images_is_refused(tmp_path):
    folder = hostile_models.write_hostile_bundle(tmp_path / "nan", hostile_models.not_a_number())
    bundle = read_bundle(folder)
    expected = 1 / (1 + np.exp(-np.sqrt(0.25)))
    ramp = np.linspace(0, 1, 64, dtype=np.float32).reshape(1, 1, 8, 8)  # its mean is 0.5
    write_bundle(
        folder, bundle.manifest, model=bundle.model, selftest_input=ramp,
        selftest_output=np.array([[expected]], np.float32), card="",
    )  # fmt: skip

    with pytest.raises(InvalidOutput):
        finish(try_out(folder))


def test_another_stored_output_than_the_model_gives_is_refused(tmp_path):
    picture = np.zeros((1, 1, 8, 8), np.float32)
    write_bundle(
        tmp_path / "other", tiny_manifest(), model=tiny_onnx(), selftest_input=picture,
        selftest_output=np.array([[0.9]], np.float32), card="",
    )  # fmt: skip

    with pytest.raises(SelfTestFailed):
        finish(try_out(tmp_path / "other"))


def test_altered_files_are_refused_by_the_child(tmp_path):
    folder = write_tiny_bundle(tmp_path / "tiny")
    (folder / "card.md").write_text("another card")

    with pytest.raises(BundleError, match=r"card\.md is not the file"):
        finish(try_out(folder))


def test_a_trial_that_is_given_up_leaves_no_child(tmp_path):
    folder = hostile_models.write_hostile_bundle(tmp_path / "loop", hostile_models.endless())
    work = try_out(folder, is_vetted=False)
    before = set(_children())
    next(work)
    (child,) = set(_children()) - before

    work.close()

    assert child not in _children()


def test_a_bare_file_becomes_a_bundle_in_the_child(tmp_path):
    bare = tmp_path / "bare.onnx"
    bare.write_bytes(tiny_onnx())
    with pytest.raises(ForeignModelError) as caught:
        finish(bundle_of(bare, {}, tmp_path / "made"))
    assert {"classes", "scaling"} <= set(caught.value.questions)

    folder = finish(bundle_of(bare, {"classes": ("bright",), "scaling": "unit"}, tmp_path / "made"))

    assert read_bundle(folder).manifest.classes[0].name == "bright"


def _children() -> list[int]:
    """Ids of the living children of this process, from the system's own list."""
    tasks = f"/proc/{os.getpid()}/task"
    if not os.path.isdir(tasks):  # noqa: PTH112
        pytest.skip("the system has no list of children")
    found = []
    for task in os.listdir(tasks):  # noqa: PTH208
        with open(f"{tasks}/{task}/children") as handle:  # noqa: PTH123
            found += [int(word) for word in handle.read().split()]
    return found
