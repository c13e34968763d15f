"""A batch through the command line with the shipped model: what is scored and what is not."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from desktop.cli.commands import run_command_line
from desktop.paths import RESOURCES

MODEL = ["--model", "phantom-opacity-1", "--cpu", "--json"]


def verdicts(paths: list[Path], capsys: pytest.CaptureFixture[str], *further: str) -> dict:
    """Codes of the stops by file name, of one run."""
    capsys.readouterr()
    run_command_line(["predict", *map(str, paths), *MODEL, *further])
    answer = json.loads(capsys.readouterr().out)
    assert answer["errors"] == []
    return {
        Path(result["file"]).name: {
            reason["code"] for reason in result["admission"]["reasons"] if reason["level"] == "stop"
        }
        for result in answer["results"]
        if result["is_withheld"] == (result["classes"] == [])
    }


@pytest.fixture
def pictures(tmp_path: Path) -> dict[str, Path]:
    """A film, its negative, the film on its side, a page, and the film with a coloured arrow."""
    film = sorted((RESOURCES / "samples").glob("*.png"))[0]
    with Image.open(film) as image:
        light = image.convert("L")
    page = Image.new("L", (500, 600), 255)
    pen = ImageDraw.Draw(page)
    for row in range(10, 590, 14):
        pen.text((12, row), "Chest, frontal. Heart and lungs are of normal size. No effusion.")
    marked = light.convert("RGB")
    ImageDraw.Draw(marked).line((20, 20, 60, 40), fill=(255, 220, 0), width=2)
    made = {
        "film": light,
        "negative": Image.fromarray(255 - np.asarray(light)),
        "side": light.rotate(90),
        "page": page,
        "marked": marked,
    }
    for name, picture in made.items():
        picture.save(tmp_path / f"{name}.png")
    return {name: tmp_path / f"{name}.png" for name in made}


def test_of_a_batch_only_the_films_are_scored(pictures, capsys):
    assert verdicts(list(pictures.values()), capsys) == {
        "film.png": set(),
        "negative.png": {"content_inverted"},
        "side.png": {"content_turned"},
        "page.png": {"content_other"},
        "marked.png": set(),
    }


def test_an_override_stands_on_refused_images_of_a_batch_alone(pictures, capsys):
    run_command_line(["predict", *map(str, pictures.values()), *MODEL, "--override", "a trial"])
    results = json.loads(capsys.readouterr().out)["results"]

    marked = {Path(result["file"]).stem for result in results if result["override"] is not None}
    assert marked == {"negative", "side", "page"}
    assert all(result["classes"] for result in results)
    assert not any(result["is_withheld"] for result in results)


@pytest.mark.real_data
def test_real_files_of_every_kind(shared_data: Path, capsys):
    """DICOM of chests, a leg, a hip, CT, MR, ultrasound; photographs of scikit-learn."""
    datasets = pytest.importorskip("sklearn.datasets", reason="has photographs")
    folder = Path(datasets.__file__).parent / "images"
    dicom = shared_data / "dicom"
    chests = sorted(dicom.glob("cxr_[fpr]*"))
    swapped = dicom / "cxr_rsna_cr_fake_monochrome1.dcm"
    others = [
        *folder.glob("*.jpg"),
        *dicom.glob("c[rt]_*1.dcm"),
        *dicom.glob("cr_hip*.dcm"),
        *dicom.glob("[mu][rs]_*le.dcm"),
        dicom / "us_palette_color_8bit.dcm",
        swapped,
    ]
    found = verdicts([*chests, *others], capsys)

    assert len(found) > 10
    for path in {*chests, *others}:
        is_film = path in chests and path != swapped
        assert (found[path.name] == set()) == is_film, (path.name, found[path.name])
    assert "content_inverted" in found[swapped.name]
