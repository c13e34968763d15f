"""Which class of one model is which of the other, and which label says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.bundle.manifest import Manifest
from engine.errors import RequestError
from training.data.sample import Sample
from training.refusals import Refused


@dataclass(frozen=True)
class Match:
    """One class that both models know.

    Attributes:
        name: as the new model calls it.
        label: what the images' table calls it.
        old: column of the old model's output.
        new: column of the new model's.
    """

    name: str
    label: str
    old: int
    new: int


@dataclass(frozen=True)
class Matching:
    """All of them.

    Attributes:
        classes: at least one, in the new model's order.
        only_old: names of classes that the old model alone knows.
        only_new: names of classes that the new model alone knows.
    """

    classes: tuple[Match, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]


def match_classes(old: Manifest, new: Manifest, samples: Sequence[Sample]) -> Matching:
    """Classes of the same name, case, spaces and underscores aside.

    Raises:
        RequestError: a model gives masks, no class is common, probabilities mean different things,
            or the images have labels that say nothing of them.
    """
    for manifest in (old, new):
        if manifest.is_segmentation:
            raise RequestError(
                f"{manifest.id} gives masks, no scores", hint="Compare two models that score."
            )
    own = {_plain(info.name): column for column, info in enumerate(old.classes)}
    theirs = {_plain(info.name): column for column, info in enumerate(new.classes)}
    common = [name for name in theirs if name in own]
    if not common:
        raise Refused(
            "E_NO_COMMON_CLASS",
            f"the models have no class in common: {_names(old)} against {_names(new)}",
            hint="Classes are matched by name. Train the new model with the names of the active "
            "one ([task] finding and classes).",
            old=_names(old),
            new=_names(new),
        )
    if _is_exclusive(old) != _is_exclusive(new) or (_is_exclusive(new) and set(own) != set(theirs)):
        raise Refused(
            "E_OTHER_PROBABILITIES",
            "the probabilities of the two models mean different things: classes that exclude each "
            f"other share 1 among them ({_names(old)} against {_names(new)})",
            hint="Only models with the same list of such classes can be compared.",
            old=_names(old),
            new=_names(new),
        )
    known = _labels(old) | _labels(new)
    found = {label for sample in samples for label in sample.labels}
    by_name = {_plain(label): label for label in sorted(found)}
    label_of = {name: _label(name, known, found, by_name) for name in common}
    if not found & set(label_of.values()):
        wanted, there = ", ".join(label_of.values()), ", ".join(sorted(found))
        raise Refused(
            "E_NO_KNOWN_LABEL",
            f"the models know {wanted}, the images are labelled {there or 'nothing'}",
            hint="Name the folders or the column of labels as in training.",
            known=wanted,
            found=there,
        )
    return Matching(
        tuple(
            Match(new.classes[theirs[name]].name, label_of[name], own[name], theirs[name])
            for name in common
        ),
        tuple(old.classes[column].name for name, column in own.items() if name not in theirs),
        tuple(new.classes[column].name for name, column in theirs.items() if name not in own),
    )


def _labels(manifest: Manifest) -> dict[str, str]:
    """Plain name of a class -> the label that its training data used."""
    stored = manifest.metrics.get("test", {}).get("classes", ())
    return {_plain(entry["name"]): entry["label"] for entry in stored if "label" in entry}


def _label(name: str, known: dict[str, str], found: set[str], by_name: dict[str, str]) -> str:
    stored = known.get(name, "")
    return stored if stored in found else by_name.get(name, stored or name)


def _is_exclusive(manifest: Manifest) -> bool:
    return manifest.activation == "softmax"


def _names(manifest: Manifest) -> str:
    return ", ".join(info.name for info in manifest.classes)


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())
