"""Do the models that ship give their own answers, and do all explanation methods run on them?"""

import itertools
from pathlib import Path

from desktop.paths import SAMPLES, SHIPPED_MODELS
from engine.bundle.store import read_bundle
from engine.errors import SelfTestFailed
from engine.explain.registry import METHODS
from engine.inference.model import open_model
from engine.pipeline import Question, estimate, explain, open_image, predict
from engine.progress import finish

# Methods that may take longer are only begun: their first batches prove that they work here.
LONGEST_S = 2.0
STEPS_OF_SLOW_METHODS = 5


def shipped() -> list[Path]:
    """The folders of the models that ship."""
    return sorted(folder for folder in SHIPPED_MODELS.iterdir() if folder.is_dir())


def check(folder: Path, *, is_cpu: bool) -> str:
    """Opens a model, which proves its self-test, scores a sample and explains the score.

    Raises:
        WhyRayError: something does not work; it names the model, the sample or the method.
    """
    samples = sorted(SAMPLES.glob("*.dcm"))
    if not samples:
        raise SelfTestFailed("no sample radiographs are installed", hint="Install WhyRay again.")
    model = open_model(read_bundle(folder), wants_gpu=not is_cpu)
    radiograph = open_image(samples[0])
    reading = predict(radiograph, model)
    begun = 0
    for method in METHODS:
        question = Question(method.id, reading.prediction.best().target)
        work = explain(radiograph, model, question)
        seconds = reading.prediction.seconds
        cost = finish(estimate(radiograph, model, question, seconds_of_pass=seconds))
        if cost.high <= LONGEST_S:
            finish(work)
        else:
            list(itertools.islice(work, STEPS_OF_SLOW_METHODS))
            begun += 1
    slow = f", {begun} slow ones were begun" if begun else ""
    return (
        f"self-test within {model.self_test_error:.1e} on {model.provider}, "
        f"{len(METHODS) - begun} explanation methods ran{slow}"
    )
