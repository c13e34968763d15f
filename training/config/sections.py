"""The sections of a training configuration: every option with its default, range and meaning.

They are read from TOML by `training.config`; ``python -m training options`` prints them.
"""

from dataclasses import dataclass, field
from typing import Any

from engine.bundle.recipe import FITS, INTERPOLATIONS, SCALINGS
from engine.options import option
from training.called import PROGRAM


@dataclass(frozen=True)
class RecipeRows:
    """What `engine.bundle.recipe.Recipe`, the section's own class, takes in a training run."""

    height: int = option(128, "rows of the network's input", low=1, high=4096, unit="px")
    width: int = option(128, "columns of it", low=1, high=4096, unit="px")
    channels: int = option(1, "1, or 3: grey repeated, as ImageNet weights want it", low=1, high=3)
    fit: str = option(
        "stretch",
        "how other aspect ratios are fitted: squashed, with borders, or cut",
        choices=FITS,
    )
    pad_value: float = option(0.0, "grey of letterbox borders", low=0.0, high=1.0)
    interpolation: str = option("area", "of resizing", choices=tuple(INTERPOLATIONS))
    scaling: str = option(
        "unit",
        "of greys: 0..1, -1..1, 0..255, -1024..1024, as old Keras ResNets, as ImageNet, or by mean"
        " and deviation",
        choices=(*SCALINGS, "mean-std"),
    )
    mean: tuple[float, ...] = option((), "for mean-std: per channel, of greys 0..1")
    deviation: tuple[float, ...] = option((), "for mean-std: likewise")


@dataclass(frozen=True)
class DataSection:
    """What the images are, how they are divided, and what the numbers cannot say about them."""

    patient_pattern: str = option(
        "", "regular expression whose first group, searched in the file name, is the patient's id"
    )
    views: tuple[str, ...] = option((), "keep these projections only, e.g. PA, AP; empty: all")
    only: tuple[str, ...] = option(
        (), "keep rows of the table with these values, e.g. dataset=covid; empty: all"
    )
    skip_unreadable: bool = option(
        False, "leave out files that cannot be read, each named in the log; otherwise they stop it"
    )
    val_share: float = option(0.15, "share of patients for validation", low=0.01, high=0.8)
    test_share: float = option(0.15, "share of patients kept for the end", low=0.01, high=0.8)
    folds: int = option(5, "parts of a cross-validation", low=2, high=50)
    remove_text: bool = option(
        False, "paint over burned-in text (bright marks) before training; every image is logged"
    )
    population: str = option("not stated", "who was imaged, how, where")
    source: str = option("not stated", "where the images come from, with attribution")
    licence: str = option("not stated", "of the images")
    limits: tuple[str, ...] = option((), "what a user must know, one sentence each")
    admission: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class TaskSection:
    """What is to be told apart."""

    kind: str = option(
        "auto",
        "two labels, several that exclude each other, or findings that occur together",
        choices=("auto", "binary", "multiclass", "multilabel"),
    )
    classes: tuple[str, ...] = option((), "labels in the order of the outputs; empty: as found")
    label: str = option(
        "", "binary: the label of images with the finding; empty: the only one not called normal"
    )
    finding: str = option("", "binary: the finding's name as shown; empty: the label in lower case")
    complement: str = option("", "binary: name of its absence; empty: no <finding>")
    no_finding: str = option("No Finding", "multi-label: the label that means none of the findings")
    definition: str = option("", "what the labels meant by the finding")


@dataclass(frozen=True)
class NetworkSection:
    """The network and what it starts from."""

    architecture: str = option("pneumonia-cnn", f"see `{PROGRAM} architectures`")
    weights: str = option(
        "none",
        "'none' (random), 'imagenet', a .keras / .weights.h5 file to start from, or bundle:FOLDER",
    )
    dropout: float = option(0.4, "share of features dropped before dense layers", low=0, high=0.9)
    l2: float = option(0.0, "weight decay of kernels (L2)", low=0.0, high=1.0)
    frozen_epochs: int = option(
        0, "epochs with the base frozen, its head alone learning; 0: all learn", low=0, high=1000
    )
    finetune_from: str = option(
        "", "after those: the first layer of the base that learns; empty: all of them"
    )
    finetune_learning_rate: float = option(1e-5, "rate after unfreezing", low=0.0, high=1.0)
    mixed_precision: bool = option(False, "compute in float16 where a GPU supports it")
    blocks: int = option(3, "dcnn-resnet: convolution blocks", low=1, high=8)
    filters: int = option(16, "dcnn-resnet: filters of the first block", low=1, high=1024)
    growth: int = option(3, "dcnn-resnet: filters grow by this factor", low=1, high=8)
    kernel: int = option(3, "dcnn-resnet: side of its convolutions", low=1, high=11)
    pool: int = option(2, "dcnn-resnet: side of its max-pooling", low=1, high=4)
    dense: int = option(128, "nodes of the hidden layer of heads that have one", low=1, high=8192)


@dataclass(frozen=True)
class ScheduleSection:
    """How long and how fast."""

    epochs: int = option(60, "at most", low=1, high=100_000)
    patience: int = option(12, "epochs without progress before stopping", low=1, high=10_000)
    batch: int = option(32, "images per step", low=1, high=4096)
    optimizer: str = option("adam", "optimizer", choices=("adam", "sgd", "rmsprop", "adamw"))
    learning_rate: float = option(1e-3, "at the begin", low=0.0, high=10.0)
    decay: str = option(
        "plateau", "of the learning rate", choices=("constant", "plateau", "cosine", "step")
    )
    watch: str = option(
        "loss", "validation figure for stopping and the best epoch",
        choices=("loss", "auc", "recall", "f1"),
    )  # fmt: skip
    seed: int = option(1, "of split, weights, order and augmentation", low=0)
    place_weight: float = option(
        1.0, "of the side task 'where is it', where every image has a mask", low=0.0, high=1000.0
    )


@dataclass(frozen=True)
class ImbalanceSection:
    """What is done where classes differ in number."""

    strategy: str = option(
        "class-weight",
        "class weights in the loss, positives and negatives weighted per finding, drawing rare"
        " classes more often, or a loss that dwells on hard images",
        choices=("none", "class-weight", "positive-negative", "oversample", "focal"),
    )
    multipliers: tuple[float, ...] = option((), "further factor per class, in their order")
    focal_gamma: float = option(2.0, "focal loss: how much easy images fade", low=0.0, high=10.0)
    focal_alpha: float = option(0.25, "focal loss: weight of positives", low=0.0, high=1.0)
    prior_bias: bool = option(True, "start the output's bias at the classes' frequencies")


@dataclass(frozen=True)
class AugmentationSection:
    """Greatest variation of each kind, drawn anew for every image and epoch; 0 leaves it out."""

    rotation_deg: float = option(7.0, "either way", low=0.0, high=180.0, unit="degrees")
    shear_deg: float = option(0.0, "either way", low=0.0, high=45.0, unit="degrees")
    zoom: float = option(0.08, "share, in and out", low=0.0, high=0.9)
    shift: float = option(0.05, "share of the side, either way", low=0.0, high=0.9)
    horizontal_flip: bool = option(
        False, "mirror left and right: chests are not symmetric, the heart tells the sides"
    )
    vertical_flip: bool = option(False, "turn upside down: no film is read that way")
    crop: float = option(0.0, "share of the side cut off and resized back", low=0.0, high=0.5)
    contrast: float = option(0.2, "share, about the image's mean", low=0.0, high=1.0)
    brightness: float = option(0.1, "of grey levels 0..1, either way", low=0.0, high=1.0)
    multiply: float = option(0.0, "share, either way", low=0.0, high=1.0)
    rgb_shift: float = option(
        0.0, "of every channel alone, in grey levels 0..1 (3 channels)", low=0.0, high=1.0
    )
    hsv_shift: float = option(0.0, "of hue and saturation, share (3 channels)", low=0.0, high=1.0)
    greyscale: float = option(0.0, "chance of taking the colours away", low=0.0, high=1.0)
    equalise: float = option(0.0, "chance of equalising the histogram", low=0.0, high=1.0)
    noise: float = option(0.0, "standard deviation in grey levels 0..1", low=0.0, high=1.0)


@dataclass(frozen=True)
class EvaluationSection:
    """What is measured at the end, and how probabilities are made frequencies."""

    calibration: str = option(
        "auto", "fitted on validation; auto: Platt for sigmoids, temperature for softmax",
        choices=("auto", "none", "platt", "temperature", "isotonic"),
    )  # fmt: skip
    rounds: int = option(1000, "bootstrap rounds for intervals", low=0, high=100_000)
    sensitive: float = option(
        0.95, "sensitivity that the point named 'sensitive' keeps", low=0.5, high=1.0
    )
    specific: float = option(
        0.95, "specificity that the point named 'specific' keeps", low=0.5, high=1.0
    )
    few_positives: int = option(30, "a class with fewer is warned about", low=0, high=100_000)


@dataclass(frozen=True)
class ExportSection:
    """The file that goes to the clinic."""

    layout: str = option("nhwc", "layout of its input", choices=("nhwc", "nchw"))
    float16: bool = option(False, "also a variant in half precision")
    int8: bool = option(False, "also a variant in 8 bits, calibrated on validation images")
    max_auc_drop: float = option(
        0.01, "a variant whose AUC falls by more is refused", low=0.0, high=0.5
    )


@dataclass(frozen=True)
class SearchSection:
    """Trying many configurations; the test set is never looked at."""

    trials: int = option(20, "configurations to try, over all machines", low=1, high=100_000)
    sampler: str = option("tpe", "how they are chosen", choices=("tpe", "random", "grid"))
    objective: str = option(
        "auc", "validation figure that is made large", choices=("auc", "f1", "recall")
    )
    repeats: int = option(1, "trainings with different seeds per configuration", low=1, high=100)
    ranges: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class RepeatSection:
    """The same configuration trained with several seeds."""

    runs: int = option(5, "how many seeds", low=2, high=1000)
    prefer: tuple[str, ...] = option(
        ("auc", "recall", "precision", "loss"),
        "validation figures that choose the best run, the first one first",
    )
