"""Fitting: seeded, epoch by epoch, watched on validation, resumed after a kill at any moment.

After every epoch weights and optimizer are on disk, then the state that names them, then older
weights go: whatever moment the process ends at, one whole state is there.
"""

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.errors import ModelError
from training.config import TrainingConfig, to_plain
from training.data.arrays import Split
from training.data.pipeline import PLACE, plain_batches, training_batches
from training.data.task import Task
from training.evaluate import watched_figures
from training.events import Events
from training.export.memory import available_gb, needed_gb
from training.losses import loss_of, seen_frequencies
from training.models import build_model, scaling_doubt
from training.models.devices import compiles, in_full_precision, precision, strategy
from training.models.from_bundle import is_bundle
from training.models.head import LOGIT, PROBABILITY, Head, prior_bias
from training.models.trainable import freeze_base, keep_statistics, unfreeze_from
from training.run.place import last_maps, with_outputs
from training.run.progress import (
    Epoch,
    Progress,
    learning_rate,
    load_progress,
    save_progress,
)
from training.run.room import demand_room, writing

# What the state of a fit depends on; the rest may change between two attempts.
_DECIDING = ("recipe", "task", "network", "schedule", "imbalance", "augmentation", "data")
_BEST = "best.weights.h5"
_STEPS_TOLD = 20  # per epoch
_BYTES_SAVED = 32  # of a weight: with two moments of the optimizer, twice, and once as the best
_OPTIMIZERS = {
    "adam": keras.optimizers.Adam,
    "adamw": keras.optimizers.AdamW,
    "rmsprop": keras.optimizers.RMSprop,
    "sgd": lambda rate: keras.optimizers.SGD(rate, momentum=0.9),
}


@dataclass(frozen=True)
class Fitted:
    """A fitted network.

    Attributes:
        model: with the weights of the best epoch, in float32, its output `PROBABILITY`.
        epochs: all of them.
        best: number of the best one.
        ending: why it ended, in words.
    """

    model: keras.Model
    epochs: tuple[Epoch, ...]
    best: int
    ending: str


def fit(
    task: Task,
    parts: Mapping[str, Split],
    config: TrainingConfig,
    folder: Path,
    events: Events,
    run: str = "",
) -> Fitted:
    """Builds and fits a network; goes on where an earlier attempt in the folder ended.

    Args:
        task: what is told apart.
        parts: ``train`` and ``val`` are used; nothing else is looked at.
        config: the run.
        folder: where the state is kept.
        events: told of steps and epochs.
        run: name of this fit among several, for the events.

    Raises:
        RequestError: an impossible configuration, or the state of another one in the folder.
        ModelError: the loss is no longer a number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    keras.utils.set_random_seed(config.schedule.seed)
    with strategy().scope(), precision(config.network):
        work = _Fit(task, parts, config, folder, events, run)
        work.resume()
        ending = work.run()
    return work.fitted(ending)


def probabilities_of(
    model: keras.Model, part: Split, config: TrainingConfig, events: Events | None = None
) -> NDArray[np.float64]:
    """(N, C) outputs for every image of a part; it may be broken off where `events` are given."""
    batches = plain_batches(part, config.recipe, config.schedule.batch)
    listening = [] if events is None else [_Heed(events)]
    found = model.predict(batches.map(lambda inputs, *_: inputs), verbose=0, callbacks=listening)
    return np.asarray(found[PROBABILITY] if isinstance(found, dict) else found, np.float64)


def logits_of(model: keras.Model, part: Split, config: TrainingConfig) -> NDArray[np.float64]:
    """(N, C) logits for every image of a part."""
    twin = keras.Model(model.inputs[0], model.get_layer(LOGIT).output)
    return probabilities_of(twin, part, config)


def compiled_optimizer(config: TrainingConfig) -> keras.Optimizer:
    """A new optimizer of the kind asked for; its rate is set before every epoch."""
    return _OPTIMIZERS[config.schedule.optimizer](1e-3)


def seed_layers(model: keras.Model, seed: int, epoch: int) -> None:
    """Gives every dropout the draws of this epoch, whatever was drawn before in this process."""
    dropouts = [layer for layer in model.layers if isinstance(layer, keras.layers.Dropout)]
    drawing = [layer for layer in dropouts if layer.rate > 0]
    for place, layer in enumerate(drawing):
        layer.seed_generator.state.assign([seed * 1000 + place, epoch << 16])


class _Fit:
    """One fit under way."""

    def __init__(
        self,
        task: Task,
        parts: Mapping[str, Split],
        config: TrainingConfig,
        folder: Path,
        events: Events,
        run: str,
    ) -> None:
        self._task, self._parts, self._config = task, parts, config
        self._folder, self._events, self._run = folder, events, run
        train = parts["train"]
        self._loss = loss_of(task.kind, config.imbalance, train.targets)
        bias = None
        if config.imbalance.prior_bias:
            seen = seen_frequencies(
                task.kind, config.imbalance, train.targets, config.schedule.seed
            )
            bias = prior_bias(seen, task.activation)
        head = Head(len(task.classes), task.activation, config.network, bias)
        recipe = config.recipe
        shape = (recipe.height, recipe.width, recipe.channels)
        self.model = build_model(config.network, shape, head, events.warning)
        if doubt := scaling_doubt(config.network, recipe):
            events.warning(doubt)
        self._warn_of_memory()
        grid = last_maps(self.model) if train.masks is not None else None
        self._trained = with_outputs(self.model, grid)
        self._grid_hw = None if grid is None else tuple(grid.output.shape[1:3])
        self._progress = Progress()
        self._key = _key(config, parts)
        self._is_frozen = False
        self._logs = tf.summary.create_file_writer(str(folder / "tensorboard"))

    def resume(self) -> None:
        """Takes over what an earlier attempt left."""
        found = load_progress(self._key, self._folder)
        if found is not None:
            self._progress, weights = found
        self._compile()
        if found is not None:
            done = len(self._progress.epochs)
            # Where the base thaws after exactly these epochs, the optimizer begins anew.
            is_new_stage = done == self._config.network.frozen_epochs > 0
            self._restore(weights, with_optimizer=not is_new_stage)
            for epoch in self._progress.epochs:  # the last one may have been saved and not told
                self._tell_epoch(epoch, is_again=True)
            self._events.progress(self._share(), f"going on after epoch {done}")

    def run(self) -> str:
        """All epochs that are left; returns why it ended."""
        schedule, network = self._config.schedule, self._config.network
        while len(self._progress.epochs) < schedule.epochs:
            if self._progress.stale >= schedule.patience:
                return f"no progress for {schedule.patience} epochs"
            if self._is_frozen and len(self._progress.epochs) >= network.frozen_epochs:
                self._compile()
            self._one_epoch()
        return f"all {schedule.epochs} epochs done"

    def fitted(self, ending: str) -> Fitted:
        """The network at its best epoch."""
        self._restore(self._folder / _BEST, with_optimizer=False)
        for layer in self.model.layers:
            layer.trainable = True
        is_mixed = any(layer.compute_dtype == "float16" for layer in self.model.layers)
        model = in_full_precision(self.model) if is_mixed else self.model
        return Fitted(model, tuple(self._progress.epochs), self._progress.best, ending)

    def _compile(self) -> None:
        """Freezes or frees the base as the next epoch wants it, with a new optimizer."""
        network = self._config.network
        self._is_frozen = len(self._progress.epochs) < network.frozen_epochs
        if network.frozen_epochs > 0:
            freeze_base(self.model)
            if not self._is_frozen:
                unfreeze_from(self.model, network.finetune_from)
        elif is_bundle(network.weights):
            keep_statistics(self.model)
        losses = {PROBABILITY: self._loss}
        weights = {PROBABILITY: 1.0}
        if self._grid_hw is not None:
            losses[PLACE] = "binary_crossentropy"
            weights[PLACE] = self._config.schedule.place_weight
        optimizer = compiled_optimizer(self._config)
        self._trained.compile(optimizer, losses, loss_weights=weights, jit_compile=compiles())
        self._trained.optimizer.build(self._trained.trainable_variables)
        # Anew with every compilation: Keras looks at one epoch in advance after each.
        self._batches = training_batches(
            self._parts["train"],
            self._config.recipe,
            self._config,
            grid_hw=self._grid_hw,
            first_epoch=len(self._progress.epochs),
        )

    def _restore(self, weights: Path, *, with_optimizer: bool) -> None:
        if with_optimizer:
            self._trained.load_weights(weights)
        else:  # a twin of the same layers has no optimizer to fill
            keras.Model(self._trained.inputs, self._trained.output).load_weights(weights)

    def _one_epoch(self) -> None:
        number, config = len(self._progress.epochs) + 1, self._config
        rate = learning_rate(self._progress, config.schedule, config.network)
        self._trained.optimizer.learning_rate.assign(rate)
        started = time.monotonic()
        seed_layers(self._trained, config.schedule.seed, number)
        teller = _Teller(self._events, number, config.schedule.epochs, self._run)
        found = self._trained.fit(self._batches, shuffle=False, verbose=0, callbacks=[teller])
        loss = float(found.history["loss"][-1])
        if not np.isfinite(loss):
            raise ModelError(
                f"the training loss is no number in epoch {number}",
                hint="Try a lower learning_rate in [schedule].",
            )
        self._end(number, loss, rate, started)

    def _end(self, number: int, loss: float, rate: float, started: float) -> None:
        validation = self._parts["val"]
        probabilities = probabilities_of(self._trained, validation, self._config, self._events)
        figures = watched_figures(self._task, probabilities, validation.targets)
        val_loss = float(self._loss(validation.targets, probabilities.astype(np.float32)))
        epoch = Epoch(number, loss, val_loss, rate, time.monotonic() - started, figures)
        is_best = self._progress.add(epoch, self._config.schedule.watch)
        self._save(number, is_best=is_best)
        self._tell(epoch)

    def _save(self, number: int, *, is_best: bool) -> None:
        file = self._folder / f"epoch-{number:05d}.weights.h5"
        demand_room(self._folder, _BYTES_SAVED * self.model.count_params())
        with writing(file) as partial:
            self._trained.save_weights(partial)
        if is_best:
            with writing(self._folder / _BEST) as partial:
                partial.write_bytes(file.read_bytes())
        save_progress(self._progress, file, self._key, self._folder)
        for old in self._folder.glob("epoch-*.weights.h5"):
            if old != file:
                old.unlink()

    def _tell_epoch(self, epoch: Epoch, *, is_again: bool = False) -> None:
        again = {"is_again": True} if is_again else {}
        self._events.epoch(
            run=self._run,
            number=epoch.number,
            of=self._config.schedule.epochs,
            learning_rate=epoch.learning_rate,
            seconds=round(epoch.seconds, 3),
            best=self._progress.best,
            loss=epoch.loss,
            val_loss=epoch.val_loss,
            **epoch.figures,
            **again,
        )

    def _tell(self, epoch: Epoch) -> None:
        self._tell_epoch(epoch)
        facts = {"loss": epoch.loss, "val_loss": epoch.val_loss, **epoch.figures}
        note = f"epoch {epoch.number}: loss {epoch.loss:.4f}, validation {epoch.val_loss:.4f}"
        self._events.progress(self._share(), f"{self._run} {note}".strip())
        with self._logs.as_default(step=epoch.number):
            for name, value in (facts | {"learning_rate": epoch.learning_rate}).items():
                if value is not None:
                    tf.summary.scalar(name, value)
            self._logs.flush()

    def _share(self) -> float:
        return len(self._progress.epochs) / self._config.schedule.epochs

    def _warn_of_memory(self) -> None:
        """Says before hours of training that this machine cannot export what it trains."""
        needed, free = needed_gb(self.model.count_params()), available_gb()
        if free is not None and free < needed:
            self._events.warning(
                f"Exporting this network takes about {needed:.1f} GB of memory, {free:.1f} are free"
            )


class _Teller(keras.callbacks.Callback):
    """Passes on some steps of an epoch."""

    def __init__(self, events: Events, epoch: int, epochs: int, run: str) -> None:
        super().__init__()
        self._events, self._epoch, self._epochs, self._run = events, epoch, epochs, run

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        self._events.heed()
        steps = self.params.get("steps")
        every = max(1, steps // _STEPS_TOLD) if steps else _STEPS_TOLD
        if (batch + 1) % every == 0:
            loss = float((logs if logs is not None else {})["loss"])
            facts = {"run": self._run, "epoch": self._epoch, "step": batch + 1, "steps": steps}
            self._events.step(**facts, loss=loss if np.isfinite(loss) else None)
            if steps:
                done = (self._epoch - 1 + (batch + 1) / steps) / self._epochs
                self._events.progress(done, f"{self._run} epoch {self._epoch}".strip())


class _Heed(keras.callbacks.Callback):
    """Lets a long measurement rest or end between two batches."""

    def __init__(self, events: Events) -> None:
        super().__init__()
        self._events = events

    def on_predict_batch_end(self, batch: int, logs: dict[str, Any] | None = None) -> None:
        self._events.heed()


def _key(config: TrainingConfig, parts: Mapping[str, Split]) -> str:
    """What the fit depends on: deciding options, and who is in which part."""
    plain = to_plain(config)
    chosen = {name: plain[name] for name in _DECIDING}
    who = {
        name: [[str(sample.path), list(sample.labels)] for sample in parts[name].samples]
        for name in ("train", "val")
    }
    text = json.dumps([chosen, who], sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
