"""``whyray self-test``: is this copy whole? Decoding, models, explanations."""

import argparse
import itertools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.cli.output import print_json, tell
from desktop.paths import SAMPLES, SHIPPED_MODELS
from engine.errors import SelfTestFailed, WhyRayError

# Methods that may take longer are only begun: their first batches prove that they work here.
LONGEST_S = 2.0
STEPS_OF_SLOW_METHODS = 5

HELP = "check this installation: decoding, models, explanations"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--cpu", action="store_true", help="do not use a GPU")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Runs all checks; status 1 when some fail, 3 when all do."""
    samples = sorted(SAMPLES.glob("*.dcm"))
    models = sorted(folder for folder in SHIPPED_MODELS.iterdir() if folder.is_dir())
    checks: list[tuple[str, Callable[[], str]]] = [("samples decode", lambda: _decode(samples))]
    for folder in models:
        checks.append((folder.name, lambda f=folder: _explain(f, samples, is_cpu=arguments.cpu)))
    outcomes = [_check(name, work) for name, work in checks]
    if arguments.json:
        print_json({"checks": outcomes})
    else:
        for outcome in outcomes:
            word = "ok    " if outcome["is_ok"] else "FAILED"
            print(f"{word} {outcome['name']}: {outcome['note']} ({outcome['seconds']:.2f} s)")
    good = sum(outcome["is_ok"] for outcome in outcomes)
    if good == len(outcomes):
        return 0
    return 1 if good else 3


def _check(name: str, work: Callable[[], str]) -> dict[str, Any]:
    start = time.perf_counter()
    try:
        note, is_ok = work(), True
    except WhyRayError as error:
        tell(error)
        note, is_ok = str(error), False
    return {"name": name, "is_ok": is_ok, "note": note, "seconds": time.perf_counter() - start}


def _decode(samples: list[Path]) -> str:
    from engine.images.decoder import Decoder
    from engine.pipeline import open_image

    if not samples:
        raise SelfTestFailed("no sample radiographs are installed", hint="Install WhyRay again.")
    with Decoder() as decoder:
        for path in samples:
            open_image(path, decoder)
    return f"{len(samples)} sample radiographs decoded in the child process"


def _explain(folder: Path, samples: list[Path], *, is_cpu: bool) -> str:
    from engine.bundle.store import read_bundle
    from engine.explain.registry import METHODS
    from engine.inference.model import open_model
    from engine.pipeline import Question, estimate, explain, open_image, predict
    from engine.progress import finish

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
