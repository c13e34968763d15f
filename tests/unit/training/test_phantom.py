"""Synthetic radiographs: the same seed gives the same bytes, the truth is exact.

Nothing betrays the label.
"""

import csv
import json
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pydicom
import pytest

from training.data.phantom import KINDS, make_phantom
from training.data.phantom.write import dicom_bytes, write_phantoms

ILL = [kind for kind in KINDS if kind != "clear"]


def test_same_seed_gives_the_same_pixels_and_file():
    first, second = make_phantom(7, size=128), make_phantom(7, size=128)

    assert np.array_equal(first.image, second.image)
    assert dicom_bytes(first) == dicom_bytes(second)
    assert not np.array_equal(first.image, make_phantom(8, size=128).image)


@pytest.mark.parametrize("kind", ILL)
def test_lesion_masks_lie_inside_the_lungs(kind):
    for seed in range(6):
        masks = make_phantom(seed, kind=kind, size=128).masks

        assert masks["lesion"].any()
        assert not (masks["lesion"] & ~(masks["left_lung"] | masks["right_lung"])).any()


def test_clear_phantoms_have_no_lesion():
    phantom = make_phantom(3, kind="clear", size=128)

    assert not phantom.has_opacity
    assert not phantom.masks["lesion"].any()
    assert phantom.findings == ()


@pytest.mark.parametrize("kind", ILL)
def test_an_opacity_brightens_its_mask_and_leaves_the_rest(kind):
    healthy, ill = make_phantom(11, kind="clear", size=256), make_phantom(11, kind=kind, size=256)
    change = ill.image.astype(float) - healthy.image.astype(float)
    mask = ill.masks["lesion"]
    far = cv2.dilate(mask.astype(np.uint8), np.ones((25, 25))) == 0

    assert change[mask].mean() > 100
    # Scatter reaches everywhere, but is an order of magnitude weaker.
    assert abs(change[far].mean()) < 0.2 * change[mask].mean()


def test_several_findings_share_one_body_and_every_one_of_them_is_there():
    both = make_phantom(12, kind="nodule+effusion", size=128)
    clear = make_phantom(12, kind="clear", size=128)

    assert {kind for kind, _ in both.findings} == {"nodule", "effusion"}
    np.testing.assert_array_equal(both.masks["heart"], clear.masks["heart"])
    with pytest.raises(ValueError, match="kind"):
        make_phantom(1, kind="nodule+nodule", size=128)
    with pytest.raises(ValueError, match="kind"):
        make_phantom(1, kind="nodule+clear", size=128)


def test_a_mixture_is_labelled_with_all_its_findings(tmp_path):
    for _ in write_phantoms(tmp_path, range(40), size=64, kind="several"):
        pass
    with (tmp_path / "labels.csv").open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    labels = [row["label"] for row in rows]

    assert all(row["label"] == row["finding"].replace("+", "|") for row in rows
               if row["finding"] != "clear")  # fmt: skip
    assert {row["label"] for row in rows if row["finding"] == "clear"} == {"No Finding"}
    assert any("|" in label for label in labels)
    counts = [sum(kind in label for label in labels) for kind in ILL]
    assert 5 <= min(counts) <= max(counts) <= 22  # 0.3 of 40, within 3 deviations


def test_marks_and_exposure_do_not_depend_on_the_label():
    for seed in range(20):
        healthy = make_phantom(seed, kind="clear", size=64)
        ill = make_phantom(seed, kind="effusion", size=64)

        assert healthy.marks == ill.marks
        assert healthy.exposure == ill.exposure


def test_the_heart_points_to_the_patients_left():
    for seed in range(8):
        phantom = make_phantom(seed, kind="clear", size=128)
        columns = np.nonzero(phantom.masks["heart"])[1]
        between = np.nonzero(phantom.masks["left_lung"])[1].min()

        # The image's right half is the patient's left.
        assert (
            np.nonzero(phantom.masks["left_lung"])[1].mean()
            > np.nonzero(phantom.masks["right_lung"])[1].mean()
        )
        assert columns.max() > between


def test_half_of_the_seeds_are_clear():
    clear = sum(make_phantom(seed, size=64).kind == "clear" for seed in range(200))

    assert 75 <= clear <= 125  # binomial(200, 0.5), more than 3.5 deviations either way


@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
def test_the_dicom_file_is_marked_synthetic_and_holds_the_pixels(tmp_path, photometric):
    phantom = make_phantom(5, size=128)
    path = tmp_path / "phantom.dcm"
    path.write_bytes(dicom_bytes(phantom, photometric))
    dataset = pydicom.dcmread(path)
    pixels = dataset.pixel_array

    assert dataset.PatientName == "Phantom^Synthetic"
    assert dataset.PatientID == "SYN-5"
    assert "SYNTHETIC" in dataset.ImageComments
    assert dataset.SOPInstanceUID.startswith("2.25.")
    assert dataset.SOPInstanceUID.is_valid
    expected = phantom.image if photometric == "MONOCHROME2" else 4095 - phantom.image
    assert np.array_equal(pixels, expected)


def test_written_tables_pictures_and_masks_agree(tmp_path):
    assert list(write_phantoms(tmp_path, range(30, 33), size=128)) == [1, 2, 3]
    with (tmp_path / "labels.csv").open() as handle:
        rows = list(csv.DictReader(handle))

    for seed, row in zip(range(30, 33), rows, strict=True):
        phantom = make_phantom(seed, size=128)
        png = cv2.imread(str(tmp_path / row["png"]), cv2.IMREAD_UNCHANGED)
        lesion = cv2.imread(
            str(tmp_path / f"masks/phantom-{seed:06d}__lesion.png"), cv2.IMREAD_GRAYSCALE
        )
        assert np.array_equal(png // 16, phantom.image)
        assert np.array_equal(lesion > 0, phantom.masks["lesion"])
        assert (row["label"] == "opacity") == phantom.has_opacity


@pytest.mark.parametrize("options", [{"size": 10}, {"kind": "fracture"}])
def test_impossible_requests_are_refused(options):
    with pytest.raises(ValueError, match="are needed"):
        make_phantom(1, **options)


_WITHOUT_TENSORFLOW = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("tensorflow", "keras", "tf2onnx", "sklearn"):
            raise ModuleNotFoundError("refused: " + name, name=name)
sys.meta_path.insert(0, Refuse())
from training.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def _run(*arguments: str) -> tuple[int, list[dict]]:
    command = [sys.executable, "-c", _WITHOUT_TENSORFLOW, *arguments]
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, timeout=120, check=False
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_the_phantom_command_needs_no_tensorflow(tmp_path):
    status, events = _run("phantom", "--out", str(tmp_path / "out"), "--count", "2", "--size", "64")

    assert status == 0
    assert events[-1]["event"] == "done"
    assert events[-1]["count"] == 2
    assert len(list((tmp_path / "out" / "dicom").iterdir())) == 2


def test_phantoms_are_never_mixed_into_an_older_set(tmp_path):
    (tmp_path / "labels.csv").write_text("path,label\n")
    status, events = _run("phantom", "--out", str(tmp_path), "--count", "1", "--size", "64")

    assert status == 3
    assert events[-1]["event"] == "error"


def test_training_without_tensorflow_says_how_to_install_it(tmp_path):
    status, events = _run("train", "--data", str(tmp_path), "--out", str(tmp_path / "b"))

    assert status == 3
    assert "uv sync --group train" in events[-1]["hint"]
