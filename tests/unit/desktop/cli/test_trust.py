"""``whyray trust`` on small real files: tables, masks, verdicts, and what happens to bad files."""

import csv
import json

import numpy as np
import pytest
from PIL import Image

from desktop.cli.commands import run_command_line
from tests.support.bundles import FILM_PX, write_tiny_bundle


@pytest.fixture
def bundle(tmp_path):
    return write_tiny_bundle(tmp_path / "tiny")


@pytest.fixture
def films(tmp_path):
    """Three films with one bright quarter each, and masks of two of them."""
    folder, masks = tmp_path / "films", tmp_path / "masks"
    folder.mkdir()
    masks.mkdir()
    half = FILM_PX // 2
    quarters = {"a": (0, 0), "b": (half, half), "c": (0, half)}
    for name, (row, column) in quarters.items():
        film = np.full((FILM_PX, FILM_PX), 30, np.uint8)
        film[row : row + half, column : column + half] = 220
        Image.fromarray(film).save(folder / f"{name}.png")
        if name != "b":
            mask = np.zeros_like(film)
            mask[row : row + half, column : column + half] = 255
            Image.fromarray(mask).save(masks / f"{name}__opacity.png")
    lungs = np.full((FILM_PX, FILM_PX), 255, np.uint8)
    Image.fromarray(lungs).save(masks / "a__lungs.png")
    return folder


def trust(capsys, *arguments, status=0):
    assert run_command_line(["trust", *map(str, arguments), "--json"]) == status
    captured = capsys.readouterr()
    return json.loads(captured.out), captured.err


def test_maps_are_measured_beside_controls_and_masks(bundle, films, tmp_path, capsys):
    whole, _ = trust(
        capsys, films, "--model", bundle, "--cpu", "--masks", tmp_path / "masks",
        "--method", "input-x-gradient", "--out", tmp_path / "out",
    )  # fmt: skip

    assert [image["file"][-5:] for image in whole["images"]] == ["a.png", "b.png", "c.png"]
    assert [image["has_masks"] for image in whole["images"]] == [True, False, True]
    methods = [
        [entry["explanation"]["method"] for entry in image["methods"]] for image in whole["images"]
    ]
    both = ["input-x-gradient", "control-centre", "control-random"]
    assert methods == [both, ["input-x-gradient"], both]
    own = whole["images"][0]["methods"][0]
    assert own["located"]["pointing"] == 1.0
    assert own["located"]["mass_outside_organ"] == 0.0
    assert own["is_right_place"] is True
    figures = whole["summary"]["methods"]["input-x-gradient"]["figures"]
    assert figures["auc"]["images"] == 2  # the image without masks takes no part
    assert figures["deletion"]["images"] == 3
    assert whole["summary"]["ranking"]["auc"][0] == "input-x-gradient"

    with (tmp_path / "out" / "trust.csv").open(newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len(rows) == 7
    by_file = {row["file"][-5:]: row for row in rows if row["method"] == "input-x-gradient"}
    assert by_file["b.png"]["auc"] == ""
    assert float(by_file["c.png"]["auc"]) > 0.9
    page = (tmp_path / "out" / "trust.html").read_text(encoding="utf-8")
    assert page.count("<img ") == 7
    assert "Deletion area" in page
    assert json.loads((tmp_path / "out" / "trust.json").read_text(encoding="utf-8"))["images"]


def test_every_layer_asked_for_has_figures_and_means_of_its_own(bundle, films, tmp_path, capsys):
    whole, _ = trust(
        capsys, films / "a.png", films / "c.png", "--model", bundle, "--cpu",
        "--masks", tmp_path / "masks", "--method", "layer-cam", "--method", "saliency",
        "--layer", "all-conv", "--layer", "maps", "--layer", "conv", "--out", tmp_path / "out",
    )  # fmt: skip

    at = ["layer-cam at conv", "layer-cam at maps"]  # each once
    names = [*at, "saliency", "control-centre", "control-random"]
    assert [entry["name"] for entry in whole["images"][0]["methods"]] == names
    assert list(whole["summary"]["methods"]) == names
    assert sorted(whole["summary"]["ranking"]["auc"]) == sorted(names)
    assert "mass_outside_organ" in whole["summary"]["ranking"]
    with (tmp_path / "out" / "means.csv").open(newline="") as handle:
        means = {(row["map"], row["figure"]): row for row in csv.DictReader(handle)}
    for figure in ("auc", "hit_rate_1", "hit_rate_2_top1", "coverage_graded", "iou_95"):
        assert means[at[0], figure]["images"] == "2"


def test_drop_and_increase_of_every_variant_are_averaged(bundle, films, tmp_path, capsys):
    whole, _ = trust(
        capsys, films, "--model", bundle, "--cpu", "--method", "input-x-gradient",
        "--out", tmp_path / "out",
    )  # fmt: skip

    with (tmp_path / "out" / "trust.csv").open(newline="") as handle:
        rows = list(csv.DictReader(handle))
    figures = whole["summary"]["methods"]["input-x-gradient"]["figures"]
    for variant in ("darkening", "zeroing 50 %"):
        for name in (f"drop, {variant}", f"increase, {variant}", f"drop of the logit, {variant}"):
            expected = np.mean([float(row[name]) for row in rows])
            assert figures[name]["mean"] == pytest.approx(expected)
            assert figures[name]["low"] <= expected <= figures[name]["high"]
            assert figures[name]["images"] == 3
    page = (tmp_path / "out" / "trust.html").read_text(encoding="utf-8")
    assert "Drop and increase in confidence, mean" in page


def test_a_missing_file_shifts_no_row(bundle, films, tmp_path, capsys):
    """The seed's tables misaligned from the first missing map on."""
    alone, _ = trust(capsys, films / "c.png", "--model", bundle, "--cpu")
    (films / "b.png").write_bytes(b"no picture")
    trust(capsys, films, "--model", bundle, "--cpu", "--out", tmp_path / "out", status=1)

    with (tmp_path / "out" / "trust.csv").open(newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [row["file"][-5:] for row in rows] == ["a.png", "c.png"]
    own = alone["images"][0]["methods"][0]
    expected = {figure["metric"]: figure["value"] for figure in own["panel"]["figures"]}
    assert float(rows[1]["score"]) == own["explanation"]["score"]
    for metric in ("deletion", "drop", "road", "sparseness"):
        assert float(rows[1][metric]) == pytest.approx(expected[metric]), metric


def test_verdicts_join_the_answer_and_the_place(bundle, films, tmp_path, capsys):
    (tmp_path / "labels.csv").write_text("path,label\na.png,not bright\nc.png,bright\n")
    whole, _ = trust(
        capsys, films, "--model", bundle, "--cpu", "--masks", tmp_path / "masks",
        "--method", "input-x-gradient", "--labels", tmp_path / "labels.csv",
    )  # fmt: skip

    found = {image["file"][-5:]: image["methods"][0] for image in whole["images"]}
    accurate = {image["file"][-5:]: image["is_accurate"] for image in whole["images"]}
    assert accurate["b.png"] is None
    assert found["b.png"]["verdict"] is None
    expected = {True: "accurate and looking right", False: "wrong but looking right"}
    for name in ("a.png", "c.png"):
        assert found[name]["verdict"] == expected[accurate[name]]
    assert accurate["a.png"] is not accurate["c.png"]


def test_a_bad_file_and_a_bad_mask_are_named_and_the_rest_goes_on(bundle, films, tmp_path, capsys):
    (films / "b.png").write_bytes(b"no picture")
    (tmp_path / "masks" / "c__opacity.png").write_bytes(b"no mask")
    whole, told = trust(
        capsys, films, "--model", bundle, "--cpu", "--masks", tmp_path / "masks", status=1
    )

    assert [image["file"][-5:] for image in whole["images"]] == ["a.png"]
    assert "b.png" in told
    assert "c__opacity.png" in told
    assert len(whole["errors"]) == 2


def test_without_json_every_figure_is_read_with_its_sentence(bundle, films, capsys):
    assert run_command_line(["trust", str(films / "a.png"), "--model", str(bundle), "--cpu"]) == 0

    text = capsys.readouterr().out
    assert "Shuffled weights" in text
    assert "(control 1.000)" in text


def test_masks_of_different_sizes_and_empty_folders_are_refused(bundle, films, tmp_path, capsys):
    Image.new("L", (5, 7)).save(tmp_path / "masks" / "a__heart.png")
    arguments = ["trust", str(films / "a.png"), "--model", str(bundle), "--cpu"]
    assert run_command_line([*arguments, "--masks", str(tmp_path / "masks")]) == 3
    assert "differ in size" in capsys.readouterr().err

    (tmp_path / "empty").mkdir()
    assert run_command_line(["trust", str(tmp_path / "empty"), "--model", str(bundle)]) == 2
    assert "no radiograph" in capsys.readouterr().err
