"""Lung fields learned from phantoms' exact masks, exported, and used as the clinic does."""

import csv
import io

import cv2
import numpy as np
import pytest

from engine.bundle.store import read_bundle
from engine.errors import RequestError
from engine.images.radiograph import GreyScale, Radiograph
from engine.inference.segment import open_segmentation, segment
from training.data.phantom.write import write_phantoms

pytestmark = [
    pytest.mark.training,
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]
pytest.importorskip("keras", reason="the dependency group train is not installed")

COUNT, SIDE = 20, 32


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """Phantoms with the masks of their lungs: sixteen to learn from, two and two kept out."""
    folder = tmp_path_factory.mktemp("phantoms")
    for _ in write_phantoms(folder, range(COUNT), size=128):
        pass
    lungs = sorted((folder / "masks").glob("*lung*.png"))
    assert lungs
    rows = [
        (f"png/{mask.stem.split('__')[0]}.png", f"masks/{mask.name}", "lungs", split_of(mask))
        for mask in lungs
    ]
    path = folder / "fields.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(("path", "mask", "structure", "split"))
        writer.writerows(rows)
    return path


def split_of(mask):
    number = int(mask.stem.split("__")[0].split("-")[1])
    return "train" if number < COUNT - 4 else "val" if number < COUNT - 2 else "test"


def masks_of(table, stem):
    own = (table.parent / "masks").glob(f"{stem}__*lung*.png")
    return np.logical_or.reduce([cv2.imread(str(p), cv2.IMREAD_GRAYSCALE) > 0 for p in own])


def dice(one, other):
    return 2.0 * (one & other).sum() / (one.sum() + other.sum())


@pytest.mark.slow
def test_it_learns_exports_and_finds_the_lungs_of_phantoms_kept_out(table, tmp_path, monkeypatch):
    from tests.support.runs import export_here
    from training.events import Events
    from training.fields.train import About, train_fields

    monkeypatch.setattr("training.fields.train.export_onnx", export_here)
    about = About("unet-1", "U", "phantoms", "CC0", "test", side=SIDE, epochs=12)
    manifest = train_fields(table, tmp_path / "unet-1", Events(io.StringIO()), about)

    assert manifest.segmentation.names == ("lungs",)
    assert manifest.metrics["parity"]["probability"] < 1e-3
    assert manifest.metrics["dice"]["lungs"]["films"] == 2
    bundle = read_bundle(tmp_path / "unet-1")
    assert "Dice" in bundle.card
    model = open_segmentation(bundle, wants_gpu=False)
    for seed in (COUNT - 2, COUNT - 1):
        stem = f"phantom-{seed:06d}"
        path = table.parent / "png" / f"{stem}.png"
        pixels = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)[None]
        film = Radiograph(path, "0" * 64, "png", pixels, GreyScale(), 16)
        found = segment(model, film)
        assert found.doubts == ()
        # The whole film would have 0.5, nothing 0.
        assert dice(found.masks["lungs"], masks_of(table, stem)) > 0.65


def test_film_and_mask_are_varied_together():
    from training.fields.table import Pairs
    from training.fields.train import varied

    random = np.random.default_rng(1)
    mask = np.zeros((3, 64, 64, 1), np.float32)
    mask[:, 20:40, 24:44] = 1.0
    greys, masks = varied(Pairs(mask.copy(), mask), random, may_mirror=True)

    assert (np.abs(masks - mask) > 0.5).any()
    inside = masks[..., 0] > 0.99
    assert (greys[..., 0][inside] > 0.9).all()
    assert (greys[..., 0][masks[..., 0] < 0.01] < 0.1).all()


def test_dice_by_hand():
    from training.fields.train import measured

    truth = np.zeros((2, 2, 2, 1), np.float32)
    truth[:, 0] = 1.0
    found = np.zeros((2, 2, 2, 1), np.float32)
    found[0, 0] = 0.9  # the same
    found[1, :, 0] = 0.9  # one of two right: 2 * 1 / (2 + 2)
    figures = measured(found, truth, ("lungs",))["lungs"]
    assert figures["mean"] == pytest.approx(0.75)
    assert figures["worst"] == pytest.approx(0.5)


def test_the_loss_of_a_perfect_answer_is_nothing_and_of_its_opposite_large():
    from training.fields.network import dice_and_entropy

    truth = np.zeros((1, 8, 8, 1), np.float32)
    truth[:, :4] = 1.0
    assert float(dice_and_entropy(truth, truth)[0]) == pytest.approx(0.0, abs=1e-5)
    worst = float(dice_and_entropy(truth, 1.0 - truth)[0])
    # Dice of nothing in common: 1 / (64 + 1); the entropy is that of Keras' clipped logarithm.
    assert worst > 1.0 - 1.0 / 65.0 + 5.0


@pytest.mark.parametrize(
    ("column", "value"), [("split", "holdout"), ("mask", "masks/none.png"), ("structure", "heart")]
)
def test_tables_that_do_not_fit_are_refused(table, tmp_path, column, value):
    from engine.bundle.recipe import Recipe
    from engine.errors import WhyRayError
    from training.fields.table import read_pairs

    with table.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    rows[0][column] = value
    path = table.parent / f"bad-{column}.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(WhyRayError):
        read_pairs(path, Recipe(height=SIDE, width=SIDE))


def test_impossible_plans_are_refused():
    from training.fields.train import About

    with pytest.raises(RequestError):
        About("a", "b", "c", "d", "e", side=50)
