"""Which model spoke, what it is for and not for, and what makes its answer repeatable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from engine.bundle.manifest import ClassInfo, Manifest
from engine.bundle.recipe import Recipe
from engine.bundle.store import MODEL
from engine.images.text import clean_text
from engine.language import FindingName, joined, said
from engine.overlay.wording import class_name, method_name
from engine.report import wording
from engine.report.content import Row
from engine.report.identity import DIGEST_SHOWN

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.bundle.provenance import Provenance
    from engine.explain.explanation import Explanation
    from engine.report.request import Reading, Wishes

_MOST_CARD = 1200  # characters of one text of a card
NOT_STATED = said("not stated")
NOT_ACTIVE = said("not the active model")


def model_rows(reading: Reading, wishes: Wishes) -> tuple[Row, ...]:
    """The model in brief."""
    manifest = reading.manifest
    told = {"name": manifest.name, "version": manifest.version, "id": manifest.id}
    known = {name: clean_text(text) for name, text in told.items()}
    which = said("{name}, version {version} ({id})", **known)
    if reading.is_by_another:
        which = joined(", ", (which, NOT_ACTIVE))
    return (
        Row(said("Model"), which),
        Row(said("Network, SHA-256"), _digest(manifest)[:DIGEST_SHOWN] or NOT_STATED),
        Row(said("Input"), _recipe_text(manifest.recipe)),
        Row(said("Computed with"), f"{wishes.program}, {reading.prediction.provider}"),
    )


def purpose_rows(manifest: Manifest) -> tuple[Row, ...]:
    """What the model is for and not for, as its maker says."""
    return (_card_row(said("For"), manifest.purpose), _card_row(said("Not for"), manifest.not_for))


def calibration_text(manifest: Manifest) -> str:
    """How the probabilities were calibrated, and what they are not."""
    method = clean_text(str(manifest.calibration.get("method", "")), _MOST_CARD)
    if not method:
        return wording.UNKNOWN_CALIBRATION
    how = said("Probabilities: {method}.", method=method.rstrip("."))
    return joined(" ", [how, wording.FREQUENCIES])


def limits_of(manifest: Manifest) -> tuple[str, ...]:
    """What a map and a score cannot say."""
    names = [info.name for info in manifest.classes if not wording.is_absence(info.name)]
    listed = joined(", ", [FindingName(clean_text(name)) for name in names])
    looked = said("The model looks for: {names}.", names=listed)
    return (wording.CAVEAT, joined(" ", [looked, wording.NOT_LISTED]))


def detail_rows(reading: Reading) -> tuple[Row, ...]:
    """Versions, hashes, training data, operating points, options of the explanations."""
    manifest = reading.manifest
    rows = [
        Row(said("Network, SHA-256"), _digest(manifest) or NOT_STATED),
        *_provenance_rows(reading.prediction.made_with),
        _card_row(said("Made"), manifest.created),
        _card_row(said("Made with"), _pairs(manifest.made_with)),
        _card_row(said("Trained on"), str(manifest.training_data.get("population", ""))),
        _card_row(said("Images of"), str(manifest.training_data.get("source", ""))),
        _card_row(said("Licence"), manifest.licence),
    ]
    rows += [row for info in manifest.classes for row in _class_rows(info)]
    rows += [row for explanation in reading.explanations for row in _map_rows(explanation)]
    return tuple(rows)


def _provenance_rows(made_with: Provenance | None) -> Iterator[Row]:
    """What the prediction itself says of its model; older ones say nothing."""
    if made_with is not None:
        yield Row(said("Model, SHA-256"), made_with.digest)
        yield Row(said("Input, SHA-256 of the recipe"), made_with.facts["recipe_sha256"])
        yield _card_row(said("Calibration"), made_with.facts["calibration"]["method"])


def _class_rows(info: ClassInfo) -> Iterator[Row]:
    point = info.operating_point
    if wording.is_absence(info.name):
        return
    name = FindingName(clean_text(info.name))
    if info.definition:
        # In the words of those who labelled the images; nothing of it is said of this one.
        definition = clean_text(info.definition, _MOST_CARD)
        yield Row(name, said('label of the training data: "{definition}"', definition=definition))
    if point is None:
        return
    told = [
        said("{percent} %: {source}", percent=wording.percent(point.threshold), source=point.source)
    ]
    measured = (point.sensitivity, point.specificity)
    if None not in measured:
        told.append(
            said(
                "sensitivity {sensitivity:.0%}, specificity {specificity:.0%} ({where})",
                sensitivity=point.sensitivity,
                specificity=point.specificity,
                where=clean_text(point.measured_on, _MOST_CARD) or NOT_STATED,
            )
        )
    yield Row(said("Operating point of {name}", name=name), joined(" ", told))


def _map_rows(explanation: Explanation) -> Iterator[Row]:
    label = joined(": ", (method_name(explanation), class_name(explanation)))
    stated = (*explanation.options.items(), *explanation.conventions.items())
    facts = [joined(" ", (said(name), _stated(value))) for name, value in stated if value != ""]
    passes = said("{count} model runs", count=explanation.passes)
    seed = said("seed {seed}", seed=explanation.seed)
    parts = [passes, seed, explanation.provider, *facts]
    if explanation.layer is not None:
        parts.insert(0, said("layer {name}", name=clean_text(explanation.layer)))
    yield Row(label, joined("; ", parts))


def _stated(value: object) -> str:
    """The value of an option: a known word in the reader's language, a number in its digits."""
    if isinstance(value, float):
        return wording.number_text(value)
    return said(value) if isinstance(value, str) and value.isidentifier() else str(value)


def _recipe_text(recipe: Recipe) -> str:
    return said(
        "{width} x {height} pixels, channels: {channels}, fit {fit}, interpolation {how}, "
        "scaling {scaling}",
        width=recipe.width,
        height=recipe.height,
        channels=recipe.channels,
        fit=recipe.fit,
        how=recipe.interpolation,
        scaling=recipe.scaling,
    )


def _digest(manifest: Manifest) -> str:
    entry = manifest.files.get(MODEL)
    return "" if entry is None else entry.sha256


def _card_row(label: str, text: str) -> Row:
    shown = clean_text(text, _MOST_CARD)
    return Row(label, shown or NOT_STATED, is_missing=not shown)


def _pairs(plain: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in plain.items())
