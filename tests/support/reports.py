"""Readings made by hand: no network, no file, every number known."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.bundle.manifest import ClassInfo, FileEntry, Manifest, OperatingPoint
from engine.bundle.recipe import Recipe
from engine.bundle.store import MODEL
from engine.decisions import Decision, Override
from engine.explain.explanation import Explanation
from engine.images.admission import Admission, Reason
from engine.images.geometry import resize_affine
from engine.images.radiograph import Facts, GreyScale, Radiograph, Spacing
from engine.inference.predict import ClassScore, Prediction
from engine.inference.target import Target
from engine.language import said
from engine.measure.mark import CTR, LENGTH, TEXT, Mark
from engine.measure.sheet import Sheet
from engine.report.request import Reading, Wishes
from engine.trust.figure import Figure, Light
from engine.trust.panel import Panel

SIZE_HW = (480, 400)
CREATED = "2026-03-04T05:06:07+01:00"
FACTS = Facts(
    patient_name="Mustermann^Erika^^Dr.",
    patient_id="ID-4711",
    birth_date="1961-02-03",
    sex="F",
    age_years=64.9,
    study_date="2026-03-03",
    study_time="142530",
    study_description="Thorax PA",
    accession_number="A-77",
    referring_physician="Überweiser^Karla^^Dr.",
    sop_instance_uid="1.2.3",
    modality="DX",
    body_part="CHEST",
    view_position="PA",
    patient_orientation=("L", "F"),
    manufacturer="Maker",
    device_model="Device 3",
    station="R2",
    institution="Nordklinik",
)
FIVE = {
    "pneumothorax": (0.83, 0.50),
    "effusion": (0.71, 0.40),
    "cardiomegaly": (0.66, 0.55),
    "nodule": (0.52, 0.30),
    "consolidation": (0.45, 0.35),
}
ONE = {"pneumonia": (0.83, 0.50)}


def film(facts: Facts = FACTS, name: str = "film.dcm") -> Radiograph:
    """A bright body with two dark fields; 12 bit, 0.2 mm at the detector."""
    rows, columns = np.mgrid[: SIZE_HW[0], : SIZE_HW[1]].astype(np.float64)
    light = 0.75 - 0.1 * rows / SIZE_HW[0]
    for middle in (0.3, 0.7):
        x, y = (columns / SIZE_HW[1] - middle) / 0.14, (rows / SIZE_HW[0] - 0.45) / 0.3
        light = np.where(x**2 + y**2 < 1.0, light - 0.45, light)
    pixels = np.rint(light * 4095).astype(np.uint16)
    spacing = Spacing(0.2, 0.2, "at detector")
    where = Path("/films") / name
    return Radiograph(
        where, "ab" * 32, "dicom", pixels[None], GreyScale(), 12, spacing=spacing, facts=facts
    )


def manifest(classes: dict[str, tuple[float, float | None]]) -> Manifest:
    """A model of those classes: name -> (probability, threshold or None)."""
    infos = tuple(
        ClassInfo(name, f"Labelled {name}.", _point(threshold))
        for name, (_, threshold) in classes.items()
    )
    return Manifest(
        id="chest-1",
        name="Chest",
        version="1",
        task="multilabel",
        classes=infos,
        activation="sigmoid",
        recipe=Recipe(64, 64),
        purpose="Second look at frontal films of adults.",
        not_for="Children; lateral films; any decision about a patient.",
        training_data={"population": "Adults of two hospitals.", "source": "made up"},
        calibration={"method": "Platt scaling fitted on the validation set."},
        licence="CC0",
        created="2026-01-02T03:04:05+00:00",
        made_with={"keras": "3.0"},
        files={MODEL: FileEntry("cd" * 32, 1000)},
    )


def explanation(name: str, column: int, method: str = "grad-cam") -> Explanation:
    """A spot in the left lung of an 8 x 8 map."""
    rows, columns = np.mgrid[:8, :8]
    spot = np.exp(-((rows - 3.5) ** 2 + (columns - 5.2 - 0.3 * column) ** 2) / 2.0)
    return Explanation(
        method=method,
        map=(spot - 0.1).astype(np.float32),
        to_image=resize_affine((8, 8), SIZE_HW),
        target=Target(name, column),
        layer="conv5",
        layer_tensor="conv5:0",
        conventions={"score": "logit"},
        options={"smoothing": "none"},
        seed=0,
        model_id="chest-1",
        provider="CPUExecutionProvider",
        score=1.5,
        passes=2,
        seconds=0.1,
    )


def reading(
    classes: dict[str, tuple[float, float | None]] = ONE,
    *,
    facts: Facts = FACTS,
    explained: int = 1,
    name: str = "film.dcm",
) -> Reading:
    """A scored film of which the first classes are explained."""
    model = manifest(classes)
    targets = [Target(info.name, column) for column, info in enumerate(model.classes)]
    scores = tuple(
        _score(target, told, info)
        for target, told, info in zip(targets, classes.values(), model.classes, strict=True)
    )
    return Reading(
        radiograph=film(facts, name),
        manifest=model,
        admission=Admission("accepted", ()),
        prediction=Prediction("chest-1", "Chest", "1", "CPUExecutionProvider", scores, 0.2),
        explanations=tuple(explanation(t.name, t.column) for t in targets[:explained]),
    )


def refused(before: Reading, reason: str = "") -> Reading:
    """The same film, refused; overridden where a reason is given."""
    reasons = (
        Reason("stop", "body_part", said("The body part is {body}, not the chest.", body="KNEE")),
        Reason("warn", "lossy", said("The image was compressed with loss.")),
    )
    override = None
    if reason:
        at = "2026-03-04T04:00:00+00:00"
        override = Override(reason, ("body_part",), "chest-1", 0, "erika", at)
    return replace(before, admission=Admission("refused", reasons), override=override)


def measured(before: Reading) -> Reading:
    """With a ratio, a length and a note, and answers of the reader."""
    marks = (
        Mark(CTR, ((40, 300), (360, 300), (200, 280), (150, 310), (270, 310)), id="a"),
        Mark(LENGTH, ((100, 100), (100, 200)), id="b"),
        Mark(TEXT, ((10, 10),), text="<b>see</b> prior of Mustermann", id="c"),
    )
    first = before.prediction.scores[0]
    answer = Decision(
        first.target.name, "chest-1", "1", 0, first.probability, "accepted",
        "seen on the prior, too <i>", "erika", "2026-03-04T04:00:00+00:00",
    )  # fmt: skip
    return replace(before, sheet=Sheet(marks), decisions=(answer,))


def with_tests(before: Reading) -> Reading:
    """With a panel of three tests."""
    figures = (
        _figure("deletion", "Deletion and insertion", Light.GOOD, "The score falls quickly."),
        _figure("road", "Removal without a trace (ROAD)", Light.DOUBTFUL, "Little difference."),
        _figure("seed", "Other seed, rank correlation", Light.NONE, "Nothing is random here."),
    )
    return replace(before, panel=Panel(figures, 60))


def wishes(**changes: object) -> Wishes:
    """Wishes with a time and a program."""
    return replace(Wishes(created=CREATED, program="WhyRay 1.0"), **changes)


def _point(threshold: float | None) -> OperatingPoint | None:
    if threshold is None:
        return None
    return OperatingPoint(threshold, "balanced", "Chosen on the validation set.", 0.9, 0.8, "test")


def _score(target: Target, told: tuple[float, float | None], info: ClassInfo) -> ClassScore:
    probability, threshold = told
    is_above = None if threshold is None else probability >= threshold
    return ClassScore(target, 1.0, probability, info.operating_point, is_above)


def _figure(metric: str, name: str, light: Light, sentence: str) -> Figure:
    return Figure(metric, said(name), 0.5, 0.2, said("chance"), True, light, said(sentence))
