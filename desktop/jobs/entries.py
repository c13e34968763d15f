"""What the library and its audit are told about scores and explanations, whoever made them.

The window's `desktop.jobs.chronicle` and the command line's ``--record`` both take their words from
here. No Qt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import display_name
from engine.images.identity import key_of
from engine.library.explanations import Explained
from engine.library.images import Sighting
from engine.library.predictions import Scored, scored_of

if TYPE_CHECKING:  # pulls in ONNX Runtime
    from engine.batch.work import Case
    from engine.explain.explanation import Explanation
    from engine.inference.model import Model

_DIGITS = 4


@dataclass(frozen=True)
class ScoredFile:
    """A file that a batch has gone through.

    Attributes:
        sighting: the image in it.
        scored: what the model said, or that the checks refused it.
        is_overridden: whether it was scored although they did.
    """

    sighting: Sighting
    scored: Scored
    is_overridden: bool


def scored_file(path: Path, case: Case, model: Model) -> ScoredFile | None:
    """What is kept of a file of a batch; None where it could not be read or scored."""
    facts, admission, prediction = case.facts, case.admission, case.prediction
    is_refused = admission is not None and admission.verdict == "refused"
    if facts is None or admission is None or (prediction is None and not is_refused):
        return None
    key = key_of(facts.sop_instance_uid, case.record.sha256)
    sighting = Sighting(key, path, facts, display_name(path), case.record.sha256)
    if prediction is not None:
        scored = scored_of(key, 0, prediction, admission, is_withheld=False)
        return ScoredFile(sighting, scored, is_refused)
    codes = tuple(reason.code for reason in admission.reasons if reason.level == "stop")
    about = model.manifest
    scored = Scored(
        key, 0, about.id, about.name, about.version, model.provider, admission.verdict, codes, (),
        model.provenance,
    )  # fmt: skip
    return ScoredFile(sighting, scored, False)


def own_options(made: Explanation) -> tuple[str, ...]:
    """Names of the options of an explanation that hold paths."""
    from engine.explain.own_files import own_texts
    from engine.explain.registry import find_method

    return tuple(facts.name for facts, _ in own_texts(find_method(made.method), made.options))


def about_score(scored: Scored) -> dict[str, Any]:
    """Details of the event of a score."""
    return {
        "model": scored.model_id,
        "version": scored.model_version,
        "digest": scored.digest,
        "provider": scored.provider,
        "frame": scored.frame,
        "verdict": scored.verdict,
        "codes": list(scored.codes),
        "scores": {score.finding: round(score.probability, _DIGITS) for score in scored.scores},
    }


def about_override(scored: Scored) -> dict[str, Any]:
    """Details of the event that a refused image was scored all the same."""
    return {"model": scored.model_id, "frame": scored.frame, "codes": list(scored.codes)}


def about_explanation(explained: Explained) -> Mapping[str, Any]:
    """Details of the event of an explanation."""
    names = ("model_id", "digest", "method", "target", "against", "layer", "frame", "seed")
    return {name: getattr(explained, name) for name in names}
