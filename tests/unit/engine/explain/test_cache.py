"""The cache finds an explanation by everything that it depends on, and by nothing else."""

import threading
from dataclasses import dataclass, replace

import numpy as np
import pytest

from engine.bundle.store import read_bundle
from engine.explain.cache import ExplanationCache, key_of
from engine.explain.cam import GradCam, HiResCam
from engine.explain.explanation import Request
from engine.explain.own_files import OwnFiles
from engine.images.geometry import Affine
from engine.images.radiograph import GreyScale, Radiograph
from engine.inference.model import open_model
from engine.inference.target import find_target
from engine.options import option
from engine.pipeline import Kept, Question, explain
from engine.progress import finish
from tests.support.bundles import SIZE, write_tiny_bundle


@dataclass(frozen=True)
class Options:
    """For a method with an option."""

    power: int = option(2, "of everything", low=1, high=9)


class Optional(GradCam):
    options = Options


@pytest.fixture
def asked(tmp_path):
    model = open_model(read_bundle(write_tiny_bundle(tmp_path / "tiny")), wants_gpu=False)
    tensor = np.linspace(0, 1, SIZE * SIZE, dtype=np.float32).reshape(1, 1, SIZE, SIZE)
    return Request(model, tensor, Affine(), find_target(model.manifest, "bright"))


@pytest.fixture
def film(tmp_path):
    ramp = np.linspace(0, 60_000, 16 * 16).astype(np.uint16).reshape(1, 16, 16)
    return Radiograph(tmp_path / "film", "", "npy", ramp, GreyScale(), 16)


def test_the_same_question_has_the_same_key(asked):
    again = replace(asked, tensor=asked.tensor.copy(), options={"power": 2})

    assert key_of(Optional(), asked) == key_of(Optional(), again)


def test_everything_that_matters_makes_another_key(asked, tmp_path):
    changed = asked.tensor.copy()
    changed[0, 0, 3, 3] += 1e-6
    other = write_tiny_bundle(tmp_path / "other", version="2")
    variants = [
        (Optional(), asked),
        (HiResCam(), asked),
        (Optional(), replace(asked, options={"power": 3})),
        (Optional(), replace(asked, seed=1)),
        (Optional(), replace(asked, target=find_target(asked.model.manifest, "not bright"))),
        (Optional(), replace(asked, against=find_target(asked.model.manifest, "not bright"))),
        (Optional(), replace(asked, layer="maps")),
        (Optional(), replace(asked, tensor=changed)),
        (Optional(), replace(asked, to_image=Affine.scale(2.0, 2.0))),
        (Optional(), replace(asked, model=open_model(read_bundle(other), wants_gpu=False))),
    ]
    keys = [key_of(Optional(), asked)] + [
        key_of(method, request) for method, request in variants[1:]
    ]

    assert len(set(keys)) == len(variants)


def test_a_copy_of_the_model_is_the_same_model(asked, tmp_path):
    copy = write_tiny_bundle(tmp_path / "copy")
    again = replace(asked, model=open_model(read_bundle(copy), wants_gpu=False))

    assert key_of(GradCam(), asked) == key_of(GradCam(), again)


def test_what_was_not_asked_for_longest_leaves_first(asked):
    explanation = finish(GradCam().run(asked))
    size = explanation.map.nbytes
    cache = ExplanationCache(largest_bytes=2 * size)
    first, second, third = (replace(explanation, map=explanation.map.copy()) for _ in range(3))
    cache.keep(("first",), first)
    cache.keep(("second",), second)
    assert cache.find(("first",)) is first
    cache.keep(("third",), third)

    assert cache.find(("first",)) is first
    assert cache.find(("second",)) is None
    assert cache.find(("third",)) is third


def test_replacing_an_entry_takes_no_more_room(asked):
    explanation = finish(GradCam().run(asked))
    cache = ExplanationCache(largest_bytes=2 * explanation.map.nbytes)
    cache.keep(("other",), explanation)
    for _ in range(5):
        cache.keep(("same",), explanation)

    assert cache.find(("other",)) is explanation


def test_the_pipeline_answers_from_the_cache_in_one_step(asked, film):
    cache = ExplanationCache()
    question = Question("grad-cam", asked.target)
    first = finish(explain(film, asked.model, question, kept=Kept(cache, OwnFiles())))
    steps = list(explain(film, asked.model, question, kept=Kept(cache, OwnFiles())))

    assert [step.fraction for step in steps] == [1.0]
    assert steps[0].result is first
    assert not first.map.flags.writeable


def test_an_explanation_that_was_cancelled_is_not_kept(asked, film):
    cache = ExplanationCache()
    question = Question("grad-cam", asked.target)
    work = explain(film, asked.model, question, kept=Kept(cache, OwnFiles()))
    next(work)
    work.close()

    assert len(list(explain(film, asked.model, question, kept=Kept(cache, OwnFiles())))) > 1


def test_many_threads_may_use_it(asked):
    explanation = finish(GradCam().run(asked))
    cache = ExplanationCache(largest_bytes=3 * explanation.map.nbytes)
    failures = []

    def use(start):
        try:
            for turn in range(500):
                cache.keep(((start + turn) % 7,), explanation)
                cache.find((turn % 5,))
        except Exception as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [threading.Thread(target=use, args=(start,)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert sum(cache.find((key,)) is not None for key in range(7)) == 3
