"""From an order to the configuration of its run: the base's own, the preset, the overrides."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from engine.bundle.manifest import Manifest
from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle
from engine.errors import RequestError
from training.config import TrainingConfig, config_from, to_plain, with_overrides
from training.config.sections import TaskSection
from training.data.sample import Sample
from training.data.task import Task, task_of
from training.events import Events
from training.refusals import Refused
from training.retrain.order import Order
from training.retrain.presets import PRESETS

_DESCRIBED = {
    "population": "Images of this site, chosen by its administrator.",
    "source": "this site",
    "licence": "not for publication",
}
_KEPT_OF_DATA = ("admission", "remove_text")  # who may be scored, and how pictures are cleaned


def manifest_of(order: Order) -> Manifest | None:
    """The base's manifest, its files verified. Raises BundleError."""
    return None if order.base is None else read_bundle(order.base).manifest


def configuration(
    order: Order, base: Manifest | None, *, with_network: bool = True
) -> TrainingConfig:
    """The run's configuration but for its task, see `with_task`.

    Args:
        order: what is asked for.
        base: manifest of its base.
        with_network: also the base's network, which loads TensorFlow.

    Raises:
        Refused: fine-tuning of a bundle that does not tell its network.
        RequestError: an override that does not exist or does not fit.
    """
    plain = _of_base(base)
    plain["id"] = bundle_id(order)
    plain["name"] = order.name or plain.get("name", "Retrained model")
    plain["version"] = order.id
    network = plain.setdefault("network", {})
    network["weights"] = "none"
    if order.architecture:
        network["architecture"] = order.architecture
    takes_network = base is not None and (order.is_fine_tuning or not order.architecture)
    if base is not None and takes_network and with_network:
        from training.models.from_bundle import network_of  # it loads TensorFlow

        section = network_of(base)
        if order.is_fine_tuning and order.architecture not in ("", section.architecture):
            raise Refused(
                "E_OTHER_NETWORK",
                f"fine-tuning keeps the network of the base, {section.architecture}",
                hint="Train from scratch to change the network.",
            )
        known = to_plain(replace(TrainingConfig(), network=section))["network"]
        plain["network"] = known | {"weights": "none"}
    if order.is_fine_tuning and with_network:
        plain["network"]["weights"] = f"bundle:{order.base}"
    preset = {n: str(v) for n, v in PRESETS[order.preset][order.start].items()}
    return with_overrides(config_from(plain), preset | order.texts())


def with_task(
    config: TrainingConfig, base: Manifest | None, samples: Sequence[Sample], events: Events
) -> tuple[TrainingConfig, Task]:
    """The configuration with the base's task where the labels allow it, else with their own.

    Raises:
        Refused: the labels allow no task.
    """
    asked = config.task
    known = None if base is None else _task_of_base(base, asked, samples)
    if known is not None:
        return replace(config, task=known), task_of(samples, known)
    try:
        task = task_of(samples, asked)
    except RequestError as error:
        labels = sorted({label for sample in samples for label in sample.labels})
        raise Refused(
            "E_TASK_UNCLEAR", str(error), hint=error.hint, labels=labels, reason=str(error)
        ) from error
    if base is not None:
        old = [info.name for info in base.classes]
        is_as_many = len(old) == len(task.names)  # `training.models.starting_weights`
        events.warning(
            f"the classes are others than the base's ({', '.join(old)}): {', '.join(task.names)}; "
            f"the last layer {'goes on from theirs' if is_as_many else 'starts anew'}",
            "W_OTHER_NAMES" if is_as_many else "W_OTHER_CLASSES",
            before=old,
            now=list(task.names),
        )
    return config, task


def bundle_id(order: Order) -> str:
    """An id for the new bundle: its name, and the run's."""
    words = re.sub(r"[^a-z0-9]+", "-", order.name.casefold()).strip("-")[:40].strip("-")
    own = re.sub(r"[^a-z0-9.-]+", "-", order.id.casefold()).strip("-")
    return f"{words or 'site'}-{own}"


def _of_base(base: Manifest | None) -> dict[str, Any]:
    """What a base says of how it was trained, as far as it holds for other images."""
    if base is None:
        return {"data": dict(_DESCRIBED) | {"skip_unreadable": True}}
    stated = base.training_data.get("configuration")
    plain: dict[str, Any] = dict(stated) if isinstance(stated, dict) else {}
    recipe = base.recipe.to_json() | {"layout": "nhwc"}
    data = plain.get("data", {})
    kept = {name: data[name] for name in _KEPT_OF_DATA if name in data}
    if "admission" not in kept:
        wide = ("views", "min_age_years", "max_age_years", "content")
        kept["admission"] = {n: v for n, v in base.admission.items() if n in wide}
    return plain | {
        "recipe": Recipe.from_json(recipe).to_json(),
        "purpose": base.purpose,
        "not_for": base.not_for,
        "licence": base.licence,
        "data": dict(_DESCRIBED) | kept | {"skip_unreadable": True},
        "task": _plain_task(base, plain.get("task", {})),
        "export": plain.get("export", {}) | {"layout": base.recipe.layout},
    }


def _plain_task(base: Manifest, stated: dict[str, Any]) -> dict[str, Any]:
    """Names and definitions stay the base's; which labels mean what is decided by `with_task`."""
    definition = base.classes[0].definition if len(base.classes) == 1 else ""
    return {"definition": stated.get("definition", definition)}


def _task_of_base(
    base: Manifest, asked: TaskSection, samples: Sequence[Sample]
) -> TaskSection | None:
    """The base's task in the words of these labels, or None where they say other things."""
    names = [info.name for info in base.classes]
    is_named = bool(asked.label) and names == [asked.finding]  # a label said to be the base's class
    left = replace(asked, label="", finding="") if is_named else asked
    if left != TaskSection(definition=asked.definition):
        return None  # somebody has chosen
    found = {label for sample in samples for label in sample.labels}
    spoken = {_spoken(label): label for label in found}
    stated = base.training_data.get("configuration", {}).get("task", {}).get("label", "")
    try:
        if len(names) == 1:
            if len(found) > 2:
                return None
            label = asked.label if is_named else spoken.get(_spoken(stated))
            label = label or spoken[_spoken(names[0])]
            section = replace(
                asked, kind="binary", label=label, finding=names[0],
                complement=base.complement or "",
            )  # fmt: skip
        else:
            section = replace(
                asked, kind=base.task, classes=tuple(spoken[_spoken(name)] for name in names)
            )
        task = task_of(samples, section)
    except (KeyError, RequestError):
        return None
    return section if [*task.names] == [name.lower() for name in names] else None


def _spoken(label: str) -> str:
    return re.sub(r"[ _\-]+", " ", label).casefold().strip()
