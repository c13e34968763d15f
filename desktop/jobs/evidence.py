"""What maps tell of two models: where they gather and whether they can be trusted, image by image.

One worker calls `Witness.gather`; nothing here touches Qt. The figures end in ``evidence.json``
beside ``comparison.json`` and are read by `engine.bundle.recommendation`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.jobs.mask_tasks import Known, Segmenters, locate, no_fields
from engine.bundle.store import ModelStore, read_bundle
from engine.errors import WhyRayError
from engine.progress import Step

if TYPE_CHECKING:  # these pull in ONNX Runtime, which is loaded after the window is up
    from engine.images.decoder import Decoder
    from engine.images.radiograph import Radiograph
    from engine.inference.model import Model
    from engine.trust.matrix import Backdrop, Entry

OLD, NEW = "old", "new"
SIDES = (OLD, NEW)
SAMPLE = "sample"  # cases drawn before anything was known: they alone speak in the recommendation
DEFAULT_METHOD = "grad-cam"
MOST_DIFFERING = 8  # others are explained when somebody asks for them
PICTURE_PX = 420
SCHEMA = 1
BAD = "bad"
LIGHTS = ("good", "doubtful", BAD, "not measured")
_THREADS = 1


@dataclass(frozen=True)
class SideSeen:
    """One model's map of one image.

    Attributes:
        entry: the map; None where there is none, `problem` says why.
        share: of the map's positive part outside the lungs, 0..1; None: not known.
        even: the same of an even map.
        light: of the quick trust panel, one of `LIGHTS`; empty: not tested.
        problem: why there is no map.
    """

    entry: Entry | None = None
    share: float | None = None
    even: float | None = None
    light: str = ""
    problem: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values, without the map."""
        return {
            "share_outside": self.share, "even_outside": self.even, "light": self.light,
            "problem": str(self.problem),
        }  # fmt: skip


@dataclass(frozen=True)
class CaseSeen:
    """One image as two models see it.

    Attributes:
        case: as in ``comparison.json``.
        sides: by `OLD` and `NEW`.
        backdrop: the image; None where it cannot be read.
    """

    case: Mapping[str, Any]
    sides: Mapping[str, SideSeen]
    backdrop: Backdrop | None

    @property
    def key(self) -> tuple[str, str]:
        """Which case it is."""
        return key_of(self.case)

    def as_json(self) -> dict[str, Any]:
        """Plain values, without maps."""
        known = {name: self.case[name] for name in ("file", "class", "kind")}
        return known | {side: seen.as_json() for side, seen in self.sides.items()}


@dataclass(frozen=True)
class Wanted:
    """What to look at.

    Attributes:
        bundles: folder or file of the models, by `OLD` and `NEW`.
        method: id of the explanation method.
        segmentation: id of the model for lung fields; empty: none.
        is_tested: by the quick trust panel too, where a case is of the fixed sample.
    """

    bundles: Mapping[str, Path]
    method: str = DEFAULT_METHOD
    segmentation: str = ""
    is_tested: bool = True


def key_of(case: Mapping[str, Any]) -> tuple[str, str]:
    """Image and class: no comparison has both twice among its cases."""
    return case["file"], case["class"]


def chosen_cases(comparison: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The fixed sample, then those that differ most and are not among it."""
    sample = list(comparison["sample"])
    known = {key_of(case) for case in sample}
    others = [case for case in comparison["cases"] if key_of(case) not in known]
    return [*sample, *others[:MOST_DIFFERING]]


class Witness:
    """Asks both models for their maps; keeps them open from question to question.

    Args:
        store: finds the model for lung fields.
        decoder: reads the images.
    """

    def __init__(self, store: ModelStore, decoder: Decoder) -> None:
        self._decoder = decoder
        self._segmenters = Segmenters(store)
        self._models: dict[Path, Model] = {}

    def gather(self, cases: Sequence[Mapping[str, Any]], wanted: Wanted) -> Iterator[Step]:
        """Every case as a partial `CaseSeen`; the last step's result are the facts of all.

        Raises:
            ModelError: a model cannot be opened.
        """
        wanted_ones = set(wanted.bundles.values())
        self._models = {path: one for path, one in self._models.items() if path in wanted_ones}
        models = {}
        for side in SIDES:
            yield Step(0.0)
            models[side] = self._model(wanted.bundles[side])
        seen: list[CaseSeen] = []
        for place, case in enumerate(cases):
            start = place / len(cases)
            for step in self._look(case, models, wanted):
                done = start + step.fraction / len(cases)
                yield Step(done, step.note, partial=step.result)
                if step.result is not None:
                    seen.append(step.result)
        yield Step(1.0, result=facts_of(seen, wanted.method))

    def stop(self) -> None:
        """Ends a call that the worker is blocked in; callable from any thread."""
        self._decoder.cancel()
        self._segmenters.stop()
        for model in tuple(self._models.values()):
            model.stop()

    def close(self) -> None:
        """Ends the decoder's child."""
        self._decoder.close()

    def _model(self, bundle: Path) -> Model:
        from engine.inference.model import open_model

        if bundle not in self._models:
            opened = open_model(read_bundle(bundle), wants_gpu=False, threads=_THREADS)
            self._models[bundle] = opened
        return self._models[bundle]

    def _look(
        self, case: Mapping[str, Any], models: Mapping[str, Model], wanted: Wanted
    ) -> Iterator[Step]:
        """One case; the last step's result is its `CaseSeen`."""
        from engine.images.reader import open_radiograph
        from engine.trust.matrix import backdrop_of

        yield Step(0.0)
        try:
            radiograph = open_radiograph(Path(case["file"]), decoder=self._decoder)
            backdrop = backdrop_of(radiograph, 0, PICTURE_PX)
        except WhyRayError as error:
            nothing = SideSeen(problem=error.message)
            yield Step(1.0, result=CaseSeen(case, dict.fromkeys(SIDES, nothing), None))
            return
        yield Step(0.1)
        known = self._known(radiograph, Path(case["file"]), wanted.segmentation)
        sides: dict[str, SideSeen] = {}
        for place, side in enumerate(SIDES):
            start = 0.2 + 0.4 * place
            for step in _one_side(radiograph, models[side], case, known, wanted):
                yield Step(start + 0.4 * step.fraction, step.note)
                if step.result is not None:
                    sides[side] = step.result
        yield Step(1.0, result=CaseSeen(case, sides, backdrop))

    def _known(self, radiograph: Radiograph, path: Path, segmentation: str) -> Known:
        fields = None
        if segmentation:
            try:
                fields = self._segmenters.find_fields(segmentation, radiograph, 0)
            except WhyRayError as error:
                fields = no_fields(segmentation, error)
        return Known((), None, path, fields, radiograph.size_hw)


def _one_side(
    radiograph: Radiograph,
    model: Model,
    case: Mapping[str, Any],
    known: Known,
    wanted: Wanted,
) -> Iterator[Step]:
    """One model's map; the last step's result is its `SideSeen`. What fails is told in it."""
    try:
        yield from _map_of(radiograph, model, case, known, wanted)
    except WhyRayError as error:
        yield Step(1.0, result=SideSeen(problem=error.message))


def _map_of(
    radiograph: Radiograph,
    model: Model,
    case: Mapping[str, Any],
    known: Known,
    wanted: Wanted,
) -> Iterator[Step]:
    from engine.explain.cache import ExplanationCache
    from engine.explain.own_files import OwnFiles
    from engine.inference.target import find_target
    from engine.pipeline import Kept, Question, asked, explain, trust
    from engine.trust.effort import QUICK
    from engine.trust.matrix import entry_of

    target = find_target(model.manifest, _name_in(model, case["class"]))
    question = Question(wanted.method, target)
    kept = Kept(ExplanationCache(0), OwnFiles())
    explanation = None
    for step in explain(radiograph, model, question, 0, kept):
        explanation = step.result if step.result is not None else explanation
        yield Step(0.4 * step.fraction, step.note)
    placed = locate(explanation, known).placed
    light = ""
    if wanted.is_tested and case["kind"] == SAMPLE:
        request = yield from asked(radiograph, model, question, 0, kept.files)
        for step in trust(request, explanation, QUICK, radiograph.size_hw, known.truth()):
            yield Step(0.4 + 0.6 * step.fraction, step.note)
            light = str(step.result.light) if step.result is not None else light
    share, even = (None, None) if placed is None else (placed.share, placed.even)
    entry = entry_of(explanation, radiograph.size_hw)
    yield Step(1.0, result=SideSeen(entry, share, even, light))


def _name_in(model: Model, name: str) -> str:
    """The model's own name of a class, which the other model may write otherwise."""
    plain = _plain(name)
    return next((i.name for i in model.manifest.classes if _plain(i.name) == plain), name)


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


def facts_of(seen: Sequence[CaseSeen], method: str) -> dict[str, Any]:
    """What ``evidence.json`` holds.

    ``schema``, ``method``, ``cases``; ``outside``: ``cases``, ``old``, ``new`` (mean shares) and
    ``difference`` with its 95 % interval (bootstrap over images), or None where no lungs are known;
    ``trust``: ``cases``, by model how many maps had each light, and ``p`` of an exact test of who
    fails more often; or None. Both are of the fixed sample alone: cases that were chosen because
    the models differ prove nothing.
    """
    sample = [one for one in seen if one.case["kind"] == SAMPLE]
    return {
        "schema": SCHEMA,
        "method": method,
        "cases": [one.as_json() for one in seen],
        "outside": _outside(sample),
        "trust": _trust(sample),
    }


def _outside(sample: Sequence[CaseSeen]) -> dict[str, Any] | None:
    from engine.trust.survey import mean_of

    shares = [tuple(one.sides[side].share for side in SIDES) for one in sample]
    known = [(old, new) for old, new in shares if old is not None and new is not None]
    if not known:
        return None
    old, new = (mean_of([pair[place] for pair in known]).mean for place in (0, 1))
    change = mean_of([after - before for before, after in known])
    return {
        "cases": len(known), "old": old, "new": new,
        "difference": {"value": change.mean, "low": change.low, "high": change.high},
    }  # fmt: skip


def _trust(sample: Sequence[CaseSeen]) -> dict[str, Any] | None:
    tested = [one for one in sample if all(one.sides[side].light for side in SIDES)]
    if not tested:
        return None
    counts: dict[str, Any] = {"p": _sign_p(tested)}
    for side in SIDES:
        lights = [one.sides[side].light for one in tested]
        counts[side] = {name: lights.count(name) for name in LIGHTS}
    return {"cases": len(tested), **counts}


def _sign_p(tested: Sequence[CaseSeen]) -> float:
    """Two-sided exact p of the images on which just one of the two maps fails (McNemar)."""
    failing = [tuple(one.sides[side].light == BAD for side in SIDES) for one in tested]
    one, other = failing.count((True, False)), failing.count((False, True))
    ways = sum(math.comb(one + other, k) for k in range(min(one, other) + 1))
    return min(1.0, 2.0 * ways / 2 ** (one + other))
