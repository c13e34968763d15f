"""Pictures and backgrounds of one's own: through the recipe, by content, with what failed named."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.bundle.store import read_bundle
from engine.errors import RequestError
from engine.explain import own_files
from engine.explain.baselines import baseline_tensor
from engine.explain.cache import ExplanationCache, key_of
from engine.explain.expected_gradients import SELF_IN_BACKGROUND, ExpectedGradients
from engine.explain.explanation import Request
from engine.explain.integrated_gradients import IntegratedGradients
from engine.explain.occlusion import Occlusion
from engine.explain.own_files import OwnFiles
from engine.images.decoder import Decoder
from engine.images.geometry import Affine
from engine.inference.model import open_model
from engine.inference.target import find_target
from engine.pipeline import Kept, Question, estimate, explain, open_image, predict
from engine.progress import finish
from tests.support.bundles import SIZE, write_tiny_bundle


@pytest.fixture(scope="module")
def decoder():
    with Decoder() as decoder:
        yield decoder


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    folder = write_tiny_bundle(tmp_path_factory.mktemp("models") / "tiny")
    return open_model(read_bundle(folder), wants_gpu=False)


@pytest.fixture
def kept(decoder):
    return Kept(ExplanationCache(), OwnFiles(decoder))


def write_film(path: Path, level: int) -> Path:
    """A film of 40 x 40 with a ramp about that grey."""
    ramp = np.linspace(-30, 30, 40)[None, :] + np.zeros((40, 1)) + level
    Image.fromarray(np.clip(ramp, 0, 255).astype(np.uint8)).save(path)
    return path


@pytest.fixture
def folder(tmp_path):
    """Three films, a file that is no image, and a hidden one that nobody chose."""
    folder = tmp_path / "background"
    folder.mkdir()
    for number, level in enumerate((60, 110, 190)):
        write_film(folder / f"{number}.png", level)
    (folder / "notes.txt").write_text("no image")
    (folder / ".hidden").write_text("nothing")
    return folder


@pytest.fixture
def film(tmp_path, decoder):
    return open_image(write_film(tmp_path / "film.png", 150), decoder)


def ask(film, model, method, **options):
    target = predict(film, model).prediction.best().target
    return film, model, Question(method, target, options=options)


def test_an_own_picture_goes_through_the_recipe_and_is_the_start_of_the_path(
    tmp_path, film, model, kept, decoder
):
    path = write_film(tmp_path / "own.png", 70)
    asked = ask(film, model, "integrated-gradients", baseline=str(path))
    found = finish(explain(*asked, kept=kept))

    recipe = model.manifest.recipe
    own = recipe.apply(open_image(path, decoder)).tensor
    start = float(model.scores(own)[0][0, 0])
    assert float(found.conventions["baseline score"]) == pytest.approx(start, abs=1e-4)
    assert found.options["baseline"] == str(path)


def test_an_array_is_taken_as_the_network_input_itself(tmp_path, model):
    row = np.random.default_rng(0).random((1, 1, SIZE, SIZE)).astype(np.float32)
    np.save(tmp_path / "own.npy", row)
    np.save(tmp_path / "two.npy", np.concatenate([row, row]))
    request = _request(model)

    np.testing.assert_array_equal(baseline_tensor(request, str(tmp_path / "own.npy")), row)
    with pytest.raises(RequestError, match="one is needed"):
        baseline_tensor(request, str(tmp_path / "two.npy"))


def test_a_folder_is_the_background_and_what_failed_is_named(folder, film, model, kept):
    asked = ask(film, model, "expected-gradients", background=str(folder))
    steps = list(explain(*asked, kept=kept))

    assert [step.note for step in steps[:2]] == [
        "reading 0.png (1 of 4)",
        "reading 1.png (2 of 4)",
    ]
    found = steps[-1].result
    assert found.conventions["background"].startswith("3 rows")
    (note,) = found.flags
    assert note.startswith("1 of 4 background files could not be read: notes.txt (")
    assert found.completeness_error < 0.02


def test_a_folder_is_read_once_while_it_stays_as_it_is(folder, film, model, kept):
    asked = ask(film, model, "expected-gradients", background=str(folder))
    cost = finish(estimate(*asked, kept=kept))
    notes = [step.note for step in explain(*asked, kept=kept)]

    assert cost.passes > 0
    assert not any(note.startswith("reading") for note in notes)
    assert finish(estimate(*asked, kept=kept)).passes == 0  # known already


def test_another_content_under_the_same_path_is_another_question(folder, film, model, kept):
    asked = ask(film, model, "expected-gradients", background=str(folder))
    before = finish(explain(*asked, kept=kept))
    write_film(folder / "1.png", 20)
    after = finish(explain(*asked, kept=kept))

    assert np.abs(before.map - after.map).max() > 1e-4
    write_film(folder / "1.png", 110)
    again = finish(explain(*asked, kept=kept))
    assert again is before  # the content counts, not when it was written


def test_the_same_content_under_another_path_has_another_key_only_by_content(tmp_path, model):
    rows = np.random.default_rng(1).random((2, 1, SIZE, SIZE)).astype(np.float32)
    for name, values in (("a", rows), ("b", rows * 0.5)):
        np.save(tmp_path / f"{name}.npy", values)
    keys = [
        key_of(ExpectedGradients(), _request(model, background=str(tmp_path / f"{name}.npy")))
        for name in "ab"
    ]
    np.save(tmp_path / "a.npy", rows * 0.5)
    changed = key_of(ExpectedGradients(), _request(model, background=str(tmp_path / "a.npy")))

    assert len({*keys, changed}) == 3


def test_the_explained_image_in_the_folder_is_warned_about(folder, tmp_path, film, model, kept):
    write_film(folder / "9.png", 150)
    asked = ask(film, model, "expected-gradients", background=str(folder))
    found = finish(explain(*asked, kept=kept))

    assert SELF_IN_BACKGROUND.format(count=1, total=4) in found.flags


def test_large_folders_are_thinned_evenly_and_say_so(folder, film, model, kept, monkeypatch):
    monkeypatch.setattr(own_files, "MOST_ROWS", 2)
    (folder / "notes.txt").unlink()
    asked = ask(film, model, "expected-gradients", background=str(folder))
    found = finish(explain(*asked, kept=kept))

    assert found.conventions["background"].startswith("2 rows")
    assert "2 of 3 background files were used, evenly spaced by name" in found.flags


def test_what_cannot_be_used_is_refused_with_its_name(tmp_path, folder, film, model, kept):
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")
    (tmp_path / "empty").mkdir()
    useless = tmp_path / "useless"
    useless.mkdir()
    (useless / "a.txt").write_text("x")
    refused = {
        ("occlusion", "fill", "blakc"): "the fill 'blakc' cannot be read",
        ("occlusion", "fill", str(folder)): "it is a folder",
        ("lime", "baseline", str(tmp_path / "broken.png")): "'broken.png' cannot be used",
        ("expected-gradients", "background", str(tmp_path / "empty")): "the folder is empty",
        ("expected-gradients", "background", str(useless)): "none of 1 files .*a.txt",
    }
    for (method, option, value), reason in refused.items():
        with pytest.raises(RequestError, match=reason):
            finish(explain(*ask(film, model, method, **{option: value}), kept=kept))


def test_what_was_read_before_is_not_read_again(tmp_path, model):
    """What a request carries counts, even where the file has gone since."""
    row = np.full((1, 1, SIZE, SIZE), 0.25, np.float32)
    path = tmp_path / "own.npy"
    np.save(path, row)
    work = OwnFiles().read(Occlusion(), {"fill": str(path)}, model.manifest.recipe)
    own = finish(work)
    path.unlink()
    request = replace(_request(model), options={"fill": str(path)}, own=own)

    found = finish(Occlusion().run(request))
    assert str(path) in found.conventions["baseline"]


def test_choices_are_no_files(model):
    work = OwnFiles().read(IntegratedGradients(), {"baseline": "white"}, model.manifest.recipe)

    assert finish(work) == {}


def _request(model, **options):
    tensor = np.linspace(0, 1, SIZE * SIZE, dtype=np.float32).reshape(1, 1, SIZE, SIZE)
    target = find_target(model.manifest, "bright")
    return Request(model, tensor, Affine(), target, options=options)
