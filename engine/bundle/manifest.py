"""``manifest.json``: everything about a model but its weights; checked on reading."""

from dataclasses import dataclass, field
from typing import Any

from engine.bundle.calibration import CalibrationCurve
from engine.bundle.recipe import Recipe
from engine.bundle.structures import SegmentationOutput
from engine.errors import BundleError
from engine.language import said

SCHEMA_VERSION = 1
SEGMENTATION = "segmentation"  # gives masks of structures, no scores
TASKS = ("binary", "multiclass", "multilabel", SEGMENTATION)
ACTIVATIONS = ("sigmoid", "softmax")
SENSITIVE, SPECIFIC = "sensitive", "specific"  # names of operating points beside the chosen one
_HINT = said("The bundle was made by another version or altered; import it again or ask its maker.")


@dataclass(frozen=True)
class OperatingPoint:
    """The probability from which on a class counts as "at or above its operating point".

    Attributes:
        threshold: probability, 0..1.
        name: e.g. ``balanced``.
        source: the set it was chosen on and the rule, in words.
        sensitivity: measured at this threshold on the set `measured_on`, 0..1, or None.
        specificity: likewise.
        measured_on: the set of the two figures, in words.
    """

    threshold: float
    name: str = "balanced"
    source: str = ""
    sensitivity: float | None = None
    specificity: float | None = None
    measured_on: str = ""


@dataclass(frozen=True)
class ClassInfo:
    """One output column of the network.

    Attributes:
        name: finding, lower case, as shown (``pneumonia``).
        definition: what the training labels meant by it.
        operating_point: None when nobody has chosen one.
        other_points: further ones to choose from, such as ``sensitive`` and ``specific``.
    """

    name: str
    definition: str = ""
    operating_point: OperatingPoint | None = None
    other_points: tuple[OperatingPoint, ...] = ()

    @property
    def unsure_zone(self) -> tuple[float, float] | None:
        """From the sensitive operating point to the specific one; None without the two.

        Below it the model misses little, above it it raises few false alarms, between neither.
        """
        points = {point.name: point.threshold for point in self.other_points}
        low, high = points.get(SENSITIVE), points.get(SPECIFIC)
        return None if low is None or high is None or low >= high else (low, high)


@dataclass(frozen=True)
class LayerName:
    """Which tensor of the ONNX graph a named layer of the training framework became.

    Attributes:
        name: Keras layer name.
        tensor: ONNX tensor holding the layer's output (after its activation).
        kind: Keras class name (``Conv2D``).
        channels: number of feature maps.
        height: rows, or None for vectors.
        width: columns, or None for vectors.
        layout: layout of the ONNX tensor: ``nhwc`` | ``nchw`` | ``nc``.
    """

    name: str
    tensor: str
    kind: str
    channels: int
    height: int | None
    width: int | None
    layout: str


@dataclass(frozen=True)
class FileEntry:
    """Size and digest of one file of the bundle."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """Everything that the clinic must know to use a model rightly.

    Attributes:
        id: identifier, unique per trained version (``[a-z0-9.-]``, e.g. ``phantom-opacity-1``).
        name: for people.
        version: for people, e.g. ``1``.
        task: ``binary`` (one sigmoid neuron, or two softmax) | ``multiclass`` | ``multilabel``, or
            ``segmentation``, which scores nothing.
        classes: one per output column, in order; none for segmentation.
        complement: binary with one neuron only: the name of its absence (``no pneumonia``); its
            logit is minus the neuron's logit.
        activation: what turns logits into probabilities: ``sigmoid`` | ``softmax``. The graph may
            or may not contain it; `engine.graph.score` finds out.
        recipe: how an image becomes the input.
        layers: names of the training framework's layers.
        purpose: what it is for, one or two sentences.
        not_for: what it is not for.
        training_data: summary: population, sources, licences, counts per split and class.
        metrics: measured figures with intervals and the set they were measured on.
        calibration: how probabilities relate to frequencies (figures and words).
        curves: one per class, applied to the network's probabilities before they are shown and
            compared with operating points; none where the network's own are calibrated already.
        admission: what may be scored: e.g. ``{"views": ["AP", "PA"], "min_age_years": 1}``; see
            `engine.images.admission.Population`.
        licence: of the weights, with attribution.
        created: UTC, ISO 8601.
        made_with: versions of the software that made it.
        reproduce: the command that makes it again.
        files: every other file of the bundle.
        schema_version: of this file.
        segmentation: which masks the network gives, exactly for the task ``segmentation``.
    """

    id: str
    name: str
    version: str
    task: str
    classes: tuple[ClassInfo, ...]
    activation: str
    recipe: Recipe
    complement: str | None = None
    layers: tuple[LayerName, ...] = ()
    purpose: str = ""
    not_for: str = ""
    training_data: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    calibration: dict[str, Any] = field(default_factory=dict)
    curves: tuple[CalibrationCurve, ...] = ()
    admission: dict[str, Any] = field(default_factory=dict)
    licence: str = ""
    created: str = ""
    made_with: dict[str, str] = field(default_factory=dict)
    reproduce: str = ""
    files: dict[str, FileEntry] = field(default_factory=dict)
    schema_version: int = SCHEMA_VERSION
    segmentation: SegmentationOutput | None = None

    @property
    def is_segmentation(self) -> bool:
        """Whether it gives masks instead of scores."""
        return self.task == SEGMENTATION

    def __post_init__(self) -> None:
        """Refuses contradictions."""
        _require(
            self.schema_version == SCHEMA_VERSION,
            said("schema version {SCHEMA_VERSION}", SCHEMA_VERSION=SCHEMA_VERSION),
            self.schema_version,
        )
        _require(_is_identifier(self.id), said("an id of a-z, 0-9, dot and dash"), self.id)
        _require(self.task in TASKS, said("a task of {TASKS}", TASKS=TASKS), self.task)
        _require(
            self.activation in ACTIVATIONS,
            said("an activation of {ACTIVATIONS}", ACTIVATIONS=ACTIVATIONS),
            self.activation,
        )
        names = [info.name for info in self.classes]
        _require(
            (self.segmentation is not None) == self.is_segmentation,
            said("named structures exactly for segmentation"),
            self.task,
        )
        has_as_many = not names if self.is_segmentation else len(names) >= 1
        _require(has_as_many and len(set(names)) == len(names), said("distinct class names"), names)
        is_lone = self.task == "binary" and len(names) == 1
        _require(
            (self.complement is not None) == is_lone,
            said("a complement exactly for one-neuron binary models"),
            names,
        )
        _require(
            len(self.curves) in (0, len(names)),
            said("one calibration curve per class"),
            len(self.curves),
        )
        for info in self.classes:
            points = [info.operating_point, *info.other_points]
            known = [point.threshold for point in points if point is not None]
            _require(all(0.0 <= value <= 1.0 for value in known), said("thresholds in 0..1"), info)

    def to_json(self) -> dict[str, Any]:
        """As it stands in ``manifest.json``."""
        plain = _plain(self)
        plain["recipe"] = self.recipe.to_json()
        if self.segmentation is None:
            del plain["segmentation"]  # as in the files of earlier versions
        return plain

    @staticmethod
    def from_json(plain: dict[str, Any]) -> "Manifest":
        """Back from `to_json`. Raises BundleError naming what is missing, unknown or impossible."""
        _require(isinstance(plain, dict), said("one JSON object"), type(plain).__name__)
        version = plain.get("schema_version")
        _require(
            version == SCHEMA_VERSION,
            said("schema version {SCHEMA_VERSION}", SCHEMA_VERSION=SCHEMA_VERSION),
            version,
        )
        masks = plain.get("segmentation")
        try:
            return Manifest(
                **(
                    plain
                    | {
                        "recipe": Recipe.from_json(plain["recipe"]),
                        "classes": tuple(_class_info(entry) for entry in plain["classes"]),
                        "curves": tuple(_curve(entry) for entry in plain.get("curves", ())),
                        "layers": tuple(LayerName(**entry) for entry in plain.get("layers", ())),
                        "segmentation": None
                        if masks is None
                        else SegmentationOutput.from_json(masks),
                        "files": {
                            name: FileEntry(**entry) for name, entry in plain["files"].items()
                        },
                    }
                )
            )
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise BundleError(
                said("manifest.json cannot be used: {error!r}", error=error), hint=_HINT
            ) from error


def _class_info(entry: dict[str, Any]) -> ClassInfo:
    point = entry.get("operating_point")
    others = tuple(OperatingPoint(**other) for other in entry.get("other_points", ()))
    chosen = OperatingPoint(**point) if point else None
    return ClassInfo(**(entry | {"operating_point": chosen, "other_points": others}))


def _curve(entry: dict[str, Any]) -> CalibrationCurve:
    knots = {name: tuple(float(v) for v in values) for name, values in entry.items()}
    return CalibrationCurve(**knots)


def _plain(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _is_identifier(text: str) -> bool:
    return 0 < len(text) <= 80 and all(c in "abcdefghijklmnopqrstuvwxyz0123456789.-" for c in text)


def _require(holds: bool, what: str, received: object) -> None:
    if not holds:
        raise BundleError(
            said("the manifest needs {what}. Received: {received}", what=what, received=received),
            hint=_HINT,
        )
