"""Masks read back as they were drawn: pictures, NIfTI, segmentations; hostile ones refused."""

import gzip

import numpy as np
import pytest
from nibabel import Nifti1Image
from PIL import Image
from pydicom.dataset import Dataset
from pydicom.pixels import pack_bits
from pydicom.uid import ExplicitVRLittleEndian

from engine.errors import UnreadableFile, UnsafeImage, UnsupportedImage
from engine.images import masks
from engine.images.masks import read_levels, read_masks
from tests.support.dicoms import dataset, encode

HEIGHT, WIDTH = 12, 20  # not square: swapped axes must show


@pytest.fixture
def mask():
    made = np.zeros((HEIGHT, WIDTH), bool)
    made[2:5, 11:18] = True  # up and right of the middle: flips must show
    return made


@pytest.mark.parametrize("mode", ["1", "L"])
def test_pictures(tmp_path, mask, mode):
    Image.fromarray(mask.astype(np.uint8) * 255).convert(mode).save(tmp_path / "m.png")

    found = read_masks(tmp_path / "m.png")
    assert list(found) == ["mask"]
    np.testing.assert_array_equal(found["mask"], mask)


# How ITK writes a picture: columns run to the patient's left, rows down, as LPS negated to RAS.
ITK = np.diag([-0.2, -0.2, 1.0, 1.0])


@pytest.mark.parametrize("suffix", [".nii", ".nii.gz"])
def test_nifti_as_itk_writes_it(tmp_path, mask, suffix):
    path = tmp_path / f"m{suffix}"
    Nifti1Image(mask.T[..., None].astype(np.uint8), ITK).to_filename(path)

    np.testing.assert_array_equal(read_masks(path)["mask"], mask)


def test_nifti_is_turned_as_its_affine_says(tmp_path, mask):
    path = tmp_path / "m.nii"
    Nifti1Image(mask.T[::-1, ::-1].astype(np.int16), np.eye(4)).to_filename(path)

    np.testing.assert_array_equal(read_masks(path)["mask"], mask)


def test_labels_of_a_nifti_file_are_masks_of_their_own(tmp_path, mask):
    labels = mask.astype(np.uint8) + 2 * mask[::-1].astype(np.uint8)
    path = tmp_path / "m.nii"
    Nifti1Image(labels.T.copy(), ITK).to_filename(path)

    found = read_masks(path)
    assert set(found) == {"label 1", "label 2"}
    np.testing.assert_array_equal(found["label 2"], mask[::-1])


def _segmentation(path, frames, labels, numbers):
    dataset = Dataset()
    dataset.SOPClassUID = "1.2.840.10008.5.1.4.1.1.66.4"
    dataset.SOPInstanceUID = "1.2.3"
    dataset.Rows, dataset.Columns = frames[0].shape
    dataset.NumberOfFrames = len(frames)
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated = dataset.BitsStored = 1
    dataset.HighBit = dataset.PixelRepresentation = 0
    dataset.SegmentationType = "BINARY"
    dataset.SegmentSequence = []
    for number, label in labels.items():
        entry = Dataset()
        entry.SegmentNumber, entry.SegmentLabel = number, label
        dataset.SegmentSequence.append(entry)
    dataset.PerFrameFunctionalGroupsSequence = []
    for number in numbers:
        group, reference = Dataset(), Dataset()
        reference.ReferencedSegmentNumber = number
        group.SegmentIdentificationSequence = [reference]
        dataset.PerFrameFunctionalGroupsSequence.append(group)
    dataset.PixelData = pack_bits(np.stack(frames).ravel().astype(np.uint8))
    dataset["PixelData"].VR = "OB"
    dataset.ensure_file_meta()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(path, enforce_file_format=True)


def test_segments_of_a_dicom_file_by_label(tmp_path, mask):
    path = tmp_path / "seg.dcm"
    _segmentation(path, [mask, mask[:, ::-1], mask[::-1]], {1: "Lung", 2: "Heart"}, [1, 2, 1])

    found = read_masks(path)
    assert set(found) == {"Lung", "Heart"}
    np.testing.assert_array_equal(found["Heart"], mask[:, ::-1])
    np.testing.assert_array_equal(found["Lung"], mask | mask[::-1])


def test_graded_maps_by_their_greys(tmp_path):
    grey = np.array([[255, 128, 64], [32, 0, 0]], np.uint8)
    Image.fromarray(grey).save(tmp_path / "levels.png")

    np.testing.assert_array_equal(read_levels(tmp_path / "levels.png"), [[3, 2, 1], [0, -1, -1]])
    Image.fromarray(grey + 1).save(tmp_path / "other.png")
    with pytest.raises(UnsupportedImage, match="other") as caught:
        read_levels(tmp_path / "other.png")
    assert "greys" in str(caught.value)


def test_volumes_damaged_files_and_bombs_are_refused(tmp_path, mask, monkeypatch):
    volume, damaged, bomb = (tmp_path / name for name in ("v.nii", "d.nii.gz", "b.nii.gz"))
    Nifti1Image(np.zeros((4, 5, 6), np.uint8), ITK).to_filename(volume)
    Nifti1Image(mask.T.astype(np.uint8), ITK).to_filename(damaged)
    damaged.write_bytes(damaged.read_bytes()[:-30])
    bomb.write_bytes(gzip.compress(bytes(100_000)))
    monkeypatch.setattr(masks, "MAX_DECODED_BYTES", 50_000)

    for path, error in ((volume, UnsupportedImage), (damaged, UnreadableFile), (bomb, UnsafeImage)):
        with pytest.raises(error, match=path.name):
            read_masks(path)


def test_other_dicom_files_hold_no_masks(tmp_path):
    (tmp_path / "film.dcm").write_bytes(encode(dataset(np.zeros((8, 8), np.uint16))))
    with pytest.raises(UnsupportedImage, match="no segmentation"):
        read_masks(tmp_path / "film.dcm")


def test_real_lung_masks_lie_on_their_images(shared_data):
    paths = sorted((shared_data / "cxr_masks" / "lungs_v7").glob("*.png"))[:3]
    for path in paths:
        (mask,) = read_masks(path).values()
        assert 0.1 < mask.mean() < 0.7
