"""The network of the content check: its tables, its pictures, a tiny run through the command."""

import argparse
import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

keras = pytest.importorskip("keras", reason="the dependency group train is not installed")

from desktop.paths import CONTENT_CHECK, RESOURCES  # noqa: E402 - Keras first
from engine.bundle.store import read_bundle  # noqa: E402
from engine.errors import ImageError, RequestError  # noqa: E402
from engine.images.reader import read_here  # noqa: E402
from engine.inference import content as clinic  # noqa: E402
from tests.support.runs import export_here  # noqa: E402
from training import content as taught  # noqa: E402
from training.commands import content_check  # noqa: E402
from training.content import CLASSES, FRONTAL, INVERTED, drawn  # noqa: E402
from training.content.lateral import lateral  # noqa: E402
from training.content.mixture import SHARES, Mixture  # noqa: E402
from training.content.network import SIDE as INPUT_SIDE  # noqa: E402
from training.content.network import content_network  # noqa: E402
from training.content.rates import measure_rates  # noqa: E402
from training.content.table import LONGEST, read_learning, read_measuring  # noqa: E402
from training.content.texture import SIDE, Clouds  # noqa: E402
from training.content.train import RECIPE, About, Plan, content_manifest  # noqa: E402
from training.content.vary import greys, illness, place  # noqa: E402
from training.events import Events  # noqa: E402

pytestmark = [
    pytest.mark.training,
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy keyword"),
]

FILMS = sorted((RESOURCES / "samples").glob("*.png"))
MAKERS = (
    drawn.things,
    drawn.noise,
    drawn.pattern,
    drawn.limbs,
    drawn.sections,
    drawn.ultrasound,
    drawn.page,
    drawn.trunk,
    lateral,
)


@pytest.fixture
def learning(tmp_path: Path) -> Path:
    rows = [(FILMS[0], "train", 3), (FILMS[1], "train", 1), (FILMS[2], "val", 2)]
    return _table(tmp_path / "learn.csv", "path,split,weight", rows)


def _table(path: Path, head: str, rows: list[tuple[object, ...]]) -> Path:
    path.write_text("\n".join([head, *(",".join(map(str, row)) for row in rows)]) + "\n")
    return path


def _films(count: int = 3) -> list[np.ndarray]:
    dice = np.random.default_rng(5)
    return [dice.uniform(0, 1, (90, 100)).astype(np.float32) for _ in range(count)]


def test_both_sides_name_the_classes_alike():
    names = ("FRONTAL", "INVERTED", "TURNED", "LATERAL", "OTHER", "CLASSES")

    assert [getattr(clinic, name) for name in names] == [getattr(taught, name) for name in names]
    assert (set(SHARES), sum(SHARES.values())) == (set(CLASSES), pytest.approx(1.0))


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_drawn_pictures_are_of_one_size_finite_and_follow_the_seed(maker):
    def drawings(seed: int) -> np.ndarray:
        random = np.random.default_rng(seed)
        clouds = Clouds(random)
        return np.stack([maker(random, clouds) for _ in range(12)])

    first = drawings(7)
    assert (first.shape, first.dtype) == ((12, SIDE, SIDE), np.float32)
    assert np.isfinite(first).all()
    assert -1.0 <= first.min() < first.max() <= 3.0
    assert np.ptp(first, axis=(1, 2)).min() > 0.0  # none is blank
    assert np.array_equal(first, drawings(7))
    assert not np.array_equal(first, drawings(8))


def test_varied_films_stay_in_range_and_follow_the_seed():
    def varied(seed: int) -> np.ndarray:
        random = np.random.default_rng(seed)
        clouds = Clouds(random)
        (film,) = _films(1)
        return np.stack(
            [greys(illness(place(film, random, clouds), random, clouds), random) for _ in range(20)]
        )

    first = varied(1)
    assert (first.shape, first.dtype) == ((20, SIDE, SIDE), np.float32)
    assert (first.min() >= 0.0, first.max() <= 1.0) == (True, True)
    assert np.array_equal(first, varied(1))


@pytest.mark.parametrize("photos", [[], _films(2)], ids=["without photographs", "with"])
def test_the_mixture_draws_every_class_in_range_and_by_its_seed(photos: list[np.ndarray]):
    pictures, columns = Mixture(_films(), photos, INPUT_SIDE, 3).draw(80)
    again, same = Mixture(_films(), photos, INPUT_SIDE, 3).draw(80)

    assert (pictures.shape, pictures.dtype) == ((80, INPUT_SIDE, INPUT_SIDE, 1), np.uint8)
    assert set(columns) == set(range(len(CLASSES)))
    assert np.array_equal(pictures, again)
    assert np.array_equal(columns, same)


@pytest.mark.parametrize("name", CLASSES)
def test_pictures_of_a_class_are_greys(name: str):
    mixture = Mixture(_films(), _films(1), INPUT_SIDE, 0)
    for _ in range(25):
        picture = mixture.picture(name)
        assert picture.shape == (INPUT_SIDE, INPUT_SIDE)
        assert (picture.min() >= 0.0, picture.max() <= 1.0) == (True, True)


def test_an_inverted_film_is_bright_where_the_film_is_dark():
    half = np.zeros((80, 80), np.float32)
    half[:, 30:50] = 1.0  # a bright middle, as of spine and heart
    mixture = Mixture([half], [], INPUT_SIDE, 0)

    def middle_minus_sides(name: str) -> float:
        whole = np.mean([mixture.picture(name) for _ in range(20)], axis=0)
        return float(whole[:, 40:56].mean() - whole[:, [*range(16, 28), *range(68, 80)]].mean())

    assert middle_minus_sides(FRONTAL) > 0.2
    assert middle_minus_sides(INVERTED) < -0.2


def test_the_network_takes_no_notice_of_exposure():
    keras.utils.set_random_seed(0)
    network = content_network()
    light = np.random.default_rng(0).uniform(0.2, 0.8, (2, INPUT_SIDE, INPUT_SIDE, 1))
    bright, dim = light.astype(np.float32), (0.3 * light + 0.65).astype(np.float32)

    assert network.output_shape == (None, len(CLASSES))
    np.testing.assert_allclose(network(bright), network(dim), atol=2e-3)
    np.testing.assert_allclose(np.sum(network(bright), axis=1), 1.0, rtol=1e-5)


def test_rare_films_weigh_more_and_large_ones_are_reduced(learning: Path, tmp_path: Path):
    found = read_learning(learning)
    assert [len(found[split]) for split in ("train", "val", "photo")] == [4, 2, 0]
    assert found["train"][0] is found["train"][2]

    large = np.random.default_rng(0).integers(0, 255, (900, 600)).astype(np.uint8)
    Image.fromarray(large).save(tmp_path / "large.png")
    rows = [("large.png", "train", 1), (FILMS[0], "val", 1)]
    near = _table(tmp_path / "near.csv", "path,split,weight", rows)
    assert read_learning(near)["train"][0].shape == (LONGEST, round(600 * LONGEST / 900))


@pytest.mark.parametrize(
    ("head", "row", "words"),
    [
        ("path,split", ("a.png", "train"), "needs the columns path, split, weight"),
        ("path,split,weight", ("{film}", "learn", 1), "no split 'learn'"),
        ("path,split,weight", ("{film}", "train", "much"), "a weight is 1 or more, not 'much'"),
        ("path,split,weight", ("{film}", "train", 0), "a weight is 1 or more, not '0'"),
        ("path,split,weight", ("{film}", "train", 1), "splits train and val are needed"),
        ("path,split,weight", (), "needs the columns"),
    ],
)
def test_tables_to_learn_from_are_refused_with_the_reason(
    tmp_path: Path, head: str, row: tuple[object, ...], words: str
):
    rows = [tuple(str(cell).format(film=FILMS[0]) for cell in row)] if row else []
    table = _table(tmp_path / "learn.csv", head, rows)

    with pytest.raises(RequestError, match=words) as caught:
        read_learning(table)
    assert caught.value.file == table


@pytest.mark.parametrize(
    ("head", "row", "words"),
    [
        ("path,set,should_pass", ("a.png", "x", "yes"), "needs the columns"),
        ("path,set,should_pass,change", ("a.png", "x", "yes", "bent"), "no change 'bent'"),
        ("path,set,should_pass,change", ("a.png", "x", "maybe", ""), "yes or no, not 'maybe'"),
    ],
)
def test_tables_to_measure_on_are_refused_before_a_picture_is_asked_for(
    tmp_path: Path, head: str, row: tuple[object, ...], words: str
):
    with pytest.raises(RequestError, match=words):
        read_measuring(_table(tmp_path / "measure.csv", head, [row]))


def test_a_table_that_is_not_there_and_a_picture_that_is_not_there(tmp_path: Path):
    with pytest.raises(RequestError, match="cannot be read"):
        read_learning(tmp_path / "none.csv")
    rows = [("gone.png", "train", 1)]
    with pytest.raises(ImageError) as caught:
        read_learning(_table(tmp_path / "learn.csv", "path,split,weight", rows))
    assert caught.value.file == tmp_path / "gone.png"


@pytest.mark.parametrize("plan", [{"count": 10}, {"epochs": 0}])
def test_plans_from_which_nothing_is_learned_are_refused(plan: dict[str, int]):
    with pytest.raises(RequestError, match="at least 64 pictures and one epoch"):
        Plan(**plan)


def test_rates_count_what_the_network_says():
    """The shipped network on phantoms and their negatives: all pass, none passes."""
    bundle = read_bundle(CONTENT_CHECK)
    films = [read_here(path).frames[0].astype(np.float32) / 255 for path in FILMS[:4]]
    pictures = [("films", True, film) for film in films]
    pictures += [("negatives", False, 1.0 - film) for film in films]

    passing, failing = measure_rates(bundle.contents["model.onnx"], RECIPE, pictures, 0.5, 0.9)

    assert (passing["set"], passing["images"], passing["passed"]) == ("films", 4, 4)
    assert (passing["rate"], passing["high"]) == (1.0, pytest.approx(1.0))
    assert 0.5 < passing["low"] < 0.52  # Wilson: 4 / (4 + 1.96 ** 2)
    assert (failing["should_pass"], failing["passed"]) == (False, 0)
    assert failing["likeliest"][INVERTED] == 4


def test_the_manifest_says_what_it_was_told():
    about = About(source="Where from.", licence="CC0", remarks=("Small.",), command="make it")
    counts = {"train": {"films": 2, "phantoms": 0}}
    manifest = content_manifest(about, counts, {"rates": []}, ())

    assert (manifest.licence, manifest.reproduce) == ("CC0", "make it")
    assert manifest.training_data["source"] == "Where from."
    assert [info.name for info in manifest.classes] == list(CLASSES)


@pytest.mark.slow
def test_a_tiny_run_of_the_command_writes_a_bundle_that_reads_back(
    learning: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("training.content.train.export_onnx", export_here)
    monkeypatch.setattr("training.content.train._PHANTOMS", 2)
    rows = [(FILMS[3], "films", "yes", ""), (FILMS[3], "negatives", "no", "inverted")]
    measuring = _table(tmp_path / "measure.csv", "path,set,should_pass,change", rows)
    out, stream = tmp_path / "check", io.StringIO()
    parser = argparse.ArgumentParser()
    content_check.add_arguments(parser)
    command = [str(learning), "--measure", str(measuring), "--out", str(out), "--id", "check-9"]
    told = ["--source", "Phantoms.", "--licence", "CC0", "--remark", "It has learned nothing."]
    arguments = parser.parse_args([*command, "--count", "64", "--epochs", "1", *told])

    assert content_check.run(arguments, Events(stream)) == 0

    events = [json.loads(line) for line in stream.getvalue().splitlines()]
    done = events[-1]
    assert (done["event"], done["id"]) == ("done", "check-9")
    assert [entry["set"] for entry in done["rates"]] == ["films", "negatives"]
    fractions = [event["fraction"] for event in events if event["event"] == "progress"]
    assert fractions == sorted(fractions)

    bundle = read_bundle(out)
    card = bundle.contents["card.md"].decode()
    for words in ("Phantoms.", "CC0", "It has learned nothing.", "| films | pass | 1 |"):
        assert words in card
    assert str(tmp_path) not in card + bundle.contents["manifest.json"].decode()
    assert bundle.manifest.training_data["counts"]["train"]["films"] == 2
    assert bundle.manifest.training_data["counts"]["val"]["films"] == 1
    seen = clinic.ContentCheck(out).look(read_here(FILMS[0]))
    assert (seen.refuses_below, seen.doubts_below) == (0.5, 0.9)
    assert 0.0 <= seen.likeness <= 1.0
