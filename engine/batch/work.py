"""What is done with one file of a batch, step by step; who does the steps when is the caller's.

`open` -> `score` (several together) -> `explain` -> `finish`. A step that fails leaves its reason
in the record, and the rest goes on where it makes sense.
"""

import io
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from engine.batch.job import Job
from engine.batch.listing import Entry, entry_of
from engine.batch.names import picture_name, report_name
from engine.batch.record import FAILED, REFUSED, SCORED, Failure, Picture, Record, Score
from engine.bundle.prepared import Prepared, Preparer
from engine.bundle.recipe import ModelInput, Recipe
from engine.errors import (
    BundleError,
    ImageError,
    InvalidOutput,
    ModelError,
    OutputError,
    WhyRayError,
)
from engine.explain.explanation import Explanation, Request
from engine.explain.registry import find_method
from engine.files import atomic_write
from engine.images.admission import OLDEST_TOLD_YEARS, Admission
from engine.images.radiograph import Facts, Radiograph
from engine.images.text import clean_text
from engine.inference.content import ContentCheck
from engine.inference.model import Model
from engine.inference.predict import Prediction, check_tensor, predict_together
from engine.inference.target import Target, find_target
from engine.language import said
from engine.overlay.export import export_picture
from engine.overlay.legend import draw_caution
from engine.pipeline import check_prepared, recipes_of
from engine.progress import Cancelled, Step


@dataclass
class Case:
    """One file on its way.

    Attributes:
        entry: the file.
        record: what is known of it so far.
        radiograph: its first frame, as long as somebody needs it.
        model_input: what the model will see; None where it is not scored.
        admission: verdict of the input checks.
        prediction: what the model said.
        explanations: what explains it.
        facts: what the file says of its patient and study; None where it could not be read.
    """

    entry: Entry
    record: Record
    radiograph: Radiograph | None = None
    model_input: ModelInput | None = None
    admission: Admission | None = None
    prediction: Prediction | None = None
    explanations: list[Explanation] = field(default_factory=list)
    facts: Facts | None = None

    @property
    def weight(self) -> int:
        """Bytes that it holds, about."""
        held = 0 if self.model_input is None else self.model_input.tensor.nbytes
        held += sum(made.map.nbytes for made in self.explanations)
        if self.radiograph is None:
            return held
        colour = 0 if self.radiograph.colour is None else self.radiograph.colour.nbytes
        return held + self.radiograph.frames.nbytes + colour

    def fail(self, stage: str, error: Exception) -> None:
        """Notes what went wrong."""
        failure = _failure(stage, error)
        self.record = replace(self.record, failures=(*self.record.failures, failure))

    def spend(self, stage: str, since: float) -> None:
        """Notes the time since `since` (`time.perf_counter`)."""
        seconds = dict(self.record.seconds)
        seconds[stage] = seconds.get(stage, 0.0) + time.perf_counter() - since
        self.record = replace(self.record, seconds=seconds)


ReportMaker = Callable[[Case], bytes]


@dataclass(frozen=True)
class Work:
    """The steps, with everything they need.

    Attributes:
        job: what is asked for.
        model: whose scores.
        content_check: looks at what pictures show.
        make_report: gives the PDF of a case; None where the job asks for none.
    """

    job: Job
    model: Model
    content_check: ContentCheck
    make_report: ReportMaker | None = None

    def open(self, entry: Entry, preparer: Preparer) -> Case:
        """Reads and checks a file. Raises Cancelled, or BundleError when nothing can be checked.

        The pixels are looked at in the reading child; they come along where somebody asked for
        pictures or reports.
        """
        path = self.job.folder / entry.key
        key = self._key(entry)
        if entry.problem:
            case = Case(entry, Record(key, entry.size, entry.mtime_ns, FAILED))
            case.fail("list", ImageError(entry.problem))
            return case
        now = entry_of(path, entry.key)  # it may have changed since it was listed
        case = Case(now, Record(key, now.size, now.mtime_ns, FAILED))
        start = time.perf_counter()
        try:
            prepared = preparer.prepare(path, self._recipes(), has_pixels=self.job.needs_pixels)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - told in the record
            case.fail("read", error)
            case.spend("read", start)
            return case
        case.spend("read", start)
        start = time.perf_counter()
        case.record, case.facts = self._described(case.record, prepared), prepared.outline.facts
        try:
            self._check(case, prepared)
        except (Cancelled, BundleError):
            raise
        except Exception as error:  # noqa: BLE001 - told in the record
            case.fail("check", error)
        case.spend("check", start)
        return case

    def score(self, cases: Sequence[Case], together: int) -> None:
        """Scores those that may be scored, in one run.

        Args:
            cases: at most `together`.
            together: the run always has that many inputs, so that rounding is the same whoever
                stands beside whom; what is missing is filled up with repetitions.

        Raises Cancelled after `model.stop()`.
        """
        asked = [case for case in cases if case.model_input is not None]
        if not asked:
            return
        start = time.perf_counter()
        tensors = [case.model_input.tensor for case in asked]  # type: ignore[union-attr]
        filled = np.concatenate([*tensors, *[tensors[-1]] * (together - len(asked))])
        try:
            predictions = predict_together(self.model, filled)[: len(asked)]
        except (InvalidOutput, ModelError):  # whose fault it was, and whether memory was short
            for case in asked:
                self._score_alone(case)
            return
        share = (time.perf_counter() - start) / len(asked)
        for case, prediction in zip(asked, predictions, strict=True):
            self._scored(case, replace(prediction, seconds=share))

    def explain(self, case: Case) -> Iterator[Step]:
        """Explains a scored case by every method; a yield is a place to stop.

        Raises Cancelled after `model.stop()`.
        """
        if case.prediction is None or case.model_input is None:
            return
        target = self._target(case.prediction)
        for method in self.job.methods:
            start = time.perf_counter()
            request = Request(
                self.model,
                case.model_input.tensor,
                case.model_input.to_image,
                target,
                layer=self.job.layer_of(method),
                options=self.job.options.get(method, {}),
                seed=self.job.seed,
            )
            try:
                for step in find_method(method).run(request):
                    yield Step(step.fraction)
                    if step.result is not None:
                        case.explanations.append(step.result)
            except Cancelled:
                raise
            except Exception as error:  # noqa: BLE001 - told in the record
                case.fail(f"explain {method}", error)
            case.spend("explain", start)

    def finish(self, case: Case) -> Record:
        """Writes pictures and report and returns the whole record.

        Raises:
            OutputError: the disk refused; the file does not count as done then.
        """
        start = time.perf_counter()
        for explanation in case.explanations:
            self._write_picture(case, explanation)
        if self.make_report is not None and case.radiograph is not None:
            self._write_report(case, self.make_report)
        case.spend("write", start)
        return case.record

    def _key(self, entry: Entry) -> str:
        hides = self.job.pseudonyms
        return entry.key if hides is None else hides.name("image", entry.key)

    def _recipes(self) -> tuple[Recipe, ...]:
        return recipes_of(self.model, self.content_check)

    def _check(self, case: Case, prepared: Prepared) -> None:
        admitted, model_input = check_prepared(prepared, self.model, self.content_check)
        is_refused = admitted.verdict == "refused"
        override = self.job.override if is_refused else ""
        status = REFUSED if is_refused and not override else SCORED
        case.admission = admitted
        told = admitted
        if self.job.pseudonyms is not None:
            told = admitted.without_high_age(prepared.outline.facts.age_years)
        case.record = replace(
            case.record, admission=told.as_json(), override=override, status=status
        )
        if status == SCORED:
            check_tensor(self.model, model_input.tensor)
            case.model_input = model_input
            case.radiograph = prepared.radiograph

    def _score_alone(self, case: Case) -> None:
        start = time.perf_counter()
        try:
            prediction = predict_together(self.model, case.model_input.tensor)[0]  # type: ignore[union-attr]
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - told in the record
            case.fail("score", error)
            case.record = replace(case.record, status=FAILED)
            case.model_input = case.radiograph = None
        else:
            self._scored(case, replace(prediction, seconds=time.perf_counter() - start))

    def _scored(self, case: Case, prediction: Prediction) -> None:
        case.prediction = prediction
        scores = tuple(
            Score(
                str(score.target.name),
                score.logit,
                score.probability,
                None if score.operating_point is None else score.operating_point.threshold,
                score.is_above,
            )
            for score in prediction.scores
        )
        seconds = dict(case.record.seconds) | {"score": prediction.seconds}
        case.record = replace(
            case.record, scores=scores, provider=prediction.provider, seconds=seconds
        )

    def _target(self, prediction: Prediction) -> Target:
        if self.job.target is not None:
            return find_target(self.model.manifest, self.job.target)
        return prediction.best().target

    def _described(self, record: Record, prepared: Prepared) -> Record:
        hides = self.job.pseudonyms
        digest = prepared.sha256
        return replace(
            record,
            sha256=digest if hides is None else hides.name("file", digest),
            facts=self._facts(prepared.outline.facts),
            notes=tuple(str(note) for note in prepared.notes),
        )

    def _facts(self, facts: Facts) -> dict[str, str | float]:
        hides, age = self.job.pseudonyms, facts.age_years
        found: dict[str, str | float | None] = {
            "patient_id": facts.patient_id,
            "study_uid": facts.study_uid,
            "series_uid": facts.series_uid,
            "sop_instance_uid": facts.sop_instance_uid,
            "study_date": facts.study_date,
            "modality": facts.modality,
            "view": facts.view_position,
            "laterality": facts.laterality,
            "age_years": age,
            "sex": facts.sex,
        }
        if hides is not None:
            uids = ("study_uid", "series_uid", "sop_instance_uid")
            found |= {name: hides.uid(str(found[name])) for name in uids if found[name]}
            if facts.patient_id:
                found["patient_id"] = hides.patient(facts.patient_id)
            found["study_date"] = None
            found["age_years"] = None if age is None else min(age, OLDEST_TOLD_YEARS)
        return {name: value for name, value in found.items() if value is not None}

    def _write_picture(self, case: Case, explanation: Explanation) -> None:
        stage = f"picture {explanation.method}"
        name = picture_name(case.record.key, explanation.method, str(explanation.target.name))
        try:
            data = _png(self._painted(case, explanation))
        except Exception as error:  # noqa: BLE001 - told in the record
            case.fail(stage, error)
            return
        self._write(name, data)
        flags = tuple(str(flag) for flag in explanation.flags)
        picture = Picture(explanation.method, str(explanation.target.name), name, flags)
        case.record = replace(case.record, pictures=(*case.record.pictures, picture))

    def _painted(self, case: Case, explanation: Explanation) -> NDArray[np.uint8]:
        style = "heatmap" if explanation.regions is None else "signed"
        painted = export_picture(case.radiograph, explanation, style=style)  # type: ignore[arg-type]
        if not case.record.override:
            return painted
        caution = said(
            "REFUSED by the input checks, scored on request: {reason}", reason=case.record.override
        )
        return np.vstack([draw_caution(caution, painted.shape[1]), painted])

    def _write_report(self, case: Case, make: ReportMaker) -> None:
        try:
            data = make(case)
        except Exception as error:  # noqa: BLE001 - told in the record
            case.fail("report", error)
            return
        name = report_name(case.record.key)
        self._write(name, data)
        case.record = replace(case.record, report=name)

    def _write(self, name: str, data: bytes) -> None:
        path = self.job.out / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                said("the folder cannot be made: {reason}", reason=error.strerror), file=path.parent
            ) from error
        atomic_write(path, data)


def _failure(stage: str, error: Exception) -> Failure:
    if isinstance(error, WhyRayError):
        details = "; ".join(f"{name}: {text}" for name, text in error.details.items())
        return Failure(stage, error.code, error.message, error.hint, details)
    reason = f"{type(error).__name__}: {clean_text(str(error), 300)}"
    return Failure(stage, "E_INTERNAL", said("something went wrong: {reason}", reason=reason))


def _png(picture: NDArray[np.uint8]) -> bytes:
    from PIL import Image

    data = io.BytesIO()
    Image.fromarray(picture).save(data, format="PNG", compress_level=3)
    return data.getvalue()
