"""How long a plan takes on this machine: its own network, steps on random pictures, a clock."""

import time
from pathlib import Path
from typing import Any

import keras
import numpy as np

from engine.errors import RequestError
from training.config import TrainingConfig
from training.data.arrays import LEVELS, Split
from training.data.pipeline import training_batches
from training.data.sample import Sample
from training.data.task import Task, task_of
from training.events import Events
from training.export.memory import available_gb, needed_gb
from training.models import build_model
from training.models.head import PROBABILITY, Head
from training.models.trainable import freeze_base, unfreeze_from
from training.retrain.configuration import configuration, manifest_of
from training.retrain.gathering import indexed
from training.retrain.order import Order
from training.run.fit import compiled_optimizer

_WARM, _MEASURED = 2, 6  # steps
_MOST_S = 20.0  # of measuring one kind of step
_READ_S = 0.06  # per image that is decoded for the first time, twice: digest and picture
_STARTED_S = 15.0  # loading the libraries
_EXPORT_S, _EXPORT_S_PER_MILLION = 20.0, 8.0
_PREDICT_SHARE = 0.35  # of a step of training
_BYTES_PER_WEIGHT, _MOST_BYTES = 128, 50 << 20


def estimate(order: Order, events: Events) -> dict[str, Any]:
    """Facts for the last event: seconds of the whole run, if no epoch is left out.

    Raises:
        Refused: no images, or a base that cannot be taken up.
    """
    base = manifest_of(order)
    config = configuration(order, base)
    samples = indexed(order, config.data, events)
    images, task = len(samples), _task(samples, config)
    shares = config.data.val_share, config.data.test_share
    stated = sum(sample.split == "train" for sample in samples)
    free = sum(sample.split is None for sample in samples)
    training = max(1, stated + round(free * (1.0 - sum(shares))))
    model = _network(config, task)
    events.progress(0.3, "measuring steps")
    slow, frozen = _steps(model, task, config, events)
    steps = -(-training // config.schedule.batch)
    resting = min(config.network.frozen_epochs, config.schedule.epochs)
    fitting = steps * (resting * frozen + (config.schedule.epochs - resting) * slow)
    checks = -(-round(images * shares[0]) // config.schedule.batch) * config.schedule.epochs
    parameters = model.count_params()
    size = config.recipe.height * config.recipe.width
    return {
        "seconds": round(
            _STARTED_S + 2 * _READ_S * images + fitting + checks * slow * _PREDICT_SHARE
            + _EXPORT_S + _EXPORT_S_PER_MILLION * parameters / 1e6, 1
        ),
        "step_seconds": slow,
        "steps": steps,
        "epochs": config.schedule.epochs,
        "images": training,
        "disk_bytes": images * size * 2 + _BYTES_PER_WEIGHT * parameters + _MOST_BYTES,
        "memory_gb": needed_gb(parameters),
        "free_gb": available_gb(),
    }  # fmt: skip


def _task(samples: tuple[Sample, ...], config: TrainingConfig) -> Task:
    """The task as far as steps depend on it: the number of outputs."""
    try:
        return task_of(samples, config.task)
    except RequestError:
        labels = tuple(sorted({label for sample in samples for label in sample.labels}))
        if len(labels) < 3:
            return Task("binary", labels[:1] or ("finding",), labels[:1] or ("finding",))
        return Task("multiclass", labels, labels)


def _network(config: TrainingConfig, task: Task) -> keras.Model:
    recipe = config.recipe
    head = Head(len(task.classes), task.activation, config.network)
    return build_model(config.network, (recipe.height, recipe.width, recipe.channels), head)


def _steps(
    model: keras.Model, task: Task, config: TrainingConfig, events: Events
) -> tuple[float, float]:
    """Median seconds of a step in which all layers learn, and of one with the base at rest."""
    learning = config.network.frozen_epochs > 0
    frozen = _measured(model, task, config, is_frozen=True) if learning else 0.0
    events.progress(0.6, "measuring steps")
    slow = _measured(model, task, config, is_frozen=False)
    return slow, frozen if learning else slow


def _measured(model: keras.Model, task: Task, config: TrainingConfig, *, is_frozen: bool) -> float:
    if config.network.frozen_epochs > 0:
        freeze_base(model)
        if not is_frozen:
            unfreeze_from(model, config.network.finetune_from)
    trained = keras.Model(model.inputs[0], {PROBABILITY: model.outputs[0]})
    trained.compile(compiled_optimizer(config), {PROBABILITY: "binary_crossentropy"})
    batches = iter(training_batches(_random_split(task, config), config.recipe, config))
    seconds: list[float] = []
    begun = time.monotonic()
    for step in range(_WARM + _MEASURED):
        started = time.monotonic()
        inputs, targets, weights = next(batches)
        trained.train_on_batch(inputs, targets, sample_weight=weights)
        if step >= _WARM:
            seconds.append(time.monotonic() - started)
        if seconds and time.monotonic() - begun > _MOST_S:
            break
    return float(np.median(seconds))


def _random_split(task: Task, config: TrainingConfig) -> Split:
    random, recipe = np.random.default_rng(0), config.recipe
    count = config.schedule.batch * (_WARM + _MEASURED)
    shape = (count, recipe.height, recipe.width, 1)
    grey = random.integers(0, LEVELS, shape, dtype=np.uint16)
    columns = len(task.classes)
    targets = np.zeros((count, columns), np.float32)
    targets[np.arange(count), np.arange(count) % columns] = 1.0
    if columns == 1:
        targets[::2] = 0.0
    samples = tuple(Sample(Path(str(n)), (task.classes[0],), str(n)) for n in range(count))
    return Split(grey, targets, samples)
