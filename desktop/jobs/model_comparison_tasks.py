"""What the worker of model comparisons does: the measuring child, and the maps of both models."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.jobs.evidence import SCHEMA as EVIDENCE_SCHEMA
from desktop.jobs.evidence import CaseSeen, Wanted, Witness, chosen_cases
from desktop.retraining.held_child import HeldChild
from engine.bundle.recommendation import Recommendation, recommend
from engine.bundle.store import MANIFEST
from engine.errors import OutputError, RequestError, WhyRayError
from engine.files import atomic_write
from engine.language import said
from engine.progress import Step

FACTS, EVIDENCE, PAGE = "comparison.json", "evidence.json", "comparison.html"
_SCHEMA = 1


@dataclass(frozen=True)
class Rivals:
    """Two models and the images on which they are compared.

    Attributes:
        old: bundle of the active model.
        new: bundle of the one that may take its place.
        table: of labelled images that neither was trained with.
        folder: where results are kept.
        trained_on: table of what the new model was trained with; None: its bundle tells it.
    """

    old: Path
    new: Path
    table: Path
    folder: Path
    trained_on: Path | None = None


@dataclass(frozen=True)
class Judgement:
    """What is known of two models.

    Attributes:
        rivals: which.
        facts: ``comparison.json``, see `training.compare.comparison`.
        evidence: ``evidence.json``, see `desktop.jobs.evidence`; None: maps were not looked at.
    """

    rivals: Rivals
    facts: Mapping[str, Any]
    evidence: Mapping[str, Any] | None

    @property
    def recommendation(self) -> Recommendation:
        """By the criteria in `engine.bundle.recommendation`."""
        return recommend(self.facts, self.evidence)


def measure(child: HeldChild, rivals: Rivals) -> Iterator[Step]:
    """Measures; the last step's result is a `Judgement`. What is known already is read.

    Raises:
        WhyRayError: what the child says.
        OutputError: its result cannot be read.
    """
    known = read_judgement(rivals)
    if known is not None and _is_of(known.facts, rivals):
        yield Step(1.0, result=known)
        return
    yield Step(0.0)
    ending = yield from child.follow(_arguments(rivals))
    if ending.last.get("event") != "done":
        raise _failure(ending.last, ending.status)
    found = read_judgement(rivals)
    if found is None:
        raise OutputError(said("the comparison left no result"), file=rivals.folder)
    yield Step(1.0, result=found)


def look_at_maps(witness: Witness, judgement: Judgement, wanted: Wanted) -> Iterator[Step]:
    """Maps of the chosen cases; the last step's result is the whole `Judgement`, kept on disk."""
    for step in witness.gather(chosen_cases(judgement.facts), wanted):
        if step.result is None:
            yield step
            continue
        write_evidence(judgement.rivals.folder, step.result)
        whole = Judgement(judgement.rivals, judgement.facts, step.result)
        yield Step(1.0, result=whole)


def look_at_one(witness: Witness, case: Mapping[str, Any], wanted: Wanted) -> Iterator[Step]:
    """Maps of one case; the last step's result is its `CaseSeen`."""
    seen: CaseSeen | None = None
    for step in witness.gather([case], wanted):
        if isinstance(step.partial, CaseSeen):
            seen = step.partial
        yield Step(step.fraction, step.note, result=seen if step.result is not None else None)


def read_judgement(rivals: Rivals) -> Judgement | None:
    """What is on the disk; None where nothing, or nothing readable, is."""
    facts = _read(rivals.folder / FACTS)
    if facts is None or facts.get("schema") != _SCHEMA:
        return None
    evidence = _read(rivals.folder / EVIDENCE)
    is_known = evidence is not None and evidence.get("schema") == EVIDENCE_SCHEMA
    is_of_these = is_known and evidence.get("made_for") == facts["made"]
    return Judgement(rivals, facts, evidence if is_of_these else None)


def write_evidence(folder: Path, evidence: Mapping[str, Any]) -> None:
    """Keeps it beside the facts that it belongs to. Raises OutputError."""
    facts = _read(folder / FACTS)
    plain = dict(evidence) | {"made_for": None if facts is None else facts["made"]}
    text = json.dumps(plain, indent=1, ensure_ascii=False, allow_nan=False)
    try:
        atomic_write(folder / EVIDENCE, text.encode("utf-8"))
    except OSError as error:
        raise OutputError(
            said("the evidence cannot be written: {reason}", reason=error.strerror), file=folder
        ) from error


def digest_of(bundle: Path) -> str:
    """Hex SHA-256 of a bundle folder's manifest; empty where it cannot be read, as of a file."""
    try:
        return hashlib.sha256((bundle / MANIFEST).read_bytes()).hexdigest()
    except OSError:
        return ""


def _is_of(facts: Mapping[str, Any], rivals: Rivals) -> bool:
    """Whether a comparison is one of these very bundles and images."""
    pairs = (("old", rivals.old), ("new", rivals.new))
    is_same = all(facts[side]["digest"] == digest_of(path) for side, path in pairs)
    return is_same and facts["data"]["tables"] == [str(rivals.table)]


def _read(file: Path) -> dict[str, Any] | None:
    try:
        plain = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return plain if isinstance(plain, dict) else None


def _failure(last: Mapping[str, Any], status: int) -> WhyRayError:
    """What the child said, in words that can be translated where its code is known."""
    if last.get("event") != "error":
        return WhyRayError(said("the comparison ended early (status {status})", status=status))
    known, facts = _REFUSALS.get(last.get("code", "")), last.get("facts", {})
    try:
        message = str(last.get("message", "")) if known is None else known(facts)
    except KeyError:  # of a trainer of another version
        known, message = None, str(last.get("message", ""))
    hint = str(last.get("hint", "")) if known is None else ""
    return RequestError(message, hint=hint)


_REFUSALS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "E_NO_COMMON_CLASS": lambda f: said(
        "The models have no class in common: {old} against {new}. Classes are matched by name. "
        "Where they mean the same, tick that on the page Images and train again.",
        **f,
    ),
    "E_OTHER_PROBABILITIES": lambda f: said(
        "The models cannot be compared: their classes exclude each other and are others ({old} "
        "against {new}), so their probabilities mean different things.",
        **f,
    ),
    "E_NO_KNOWN_LABEL": lambda f: said(
        "The models know {known}, but the test images are labelled {found}.", **f
    ),
    "E_ALL_SEEN": lambda f: said(
        "All {images} test images were used to train one of the models.", **f
    ),
    "E_ALL_UNREADABLE": lambda f: said("None of the {images} test images can be read.", **f),
}


def _arguments(rivals: Rivals) -> list[str]:
    """For the training side. What is in the table was kept from training by the run itself."""
    seen = () if rivals.trained_on is None else ("--new-trained-on", str(rivals.trained_on))
    return [
        "compare-bundles", str(rivals.old), str(rivals.new), "--data", str(rivals.table),
        "--split", "all", "--out", str(rivals.folder), *seen,
    ]  # fmt: skip
