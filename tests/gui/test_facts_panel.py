"""The facts on screen are those of the image on screen, and of no other."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from tests.gui.conftest import WAIT_MS
from tests.support.dicoms import dataset, encode

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@pytest.fixture
def dicom(tmp_path):
    pixels = np.tile(np.arange(400, dtype=np.uint16), (300, 1))
    path = tmp_path / "film.dcm"
    path.write_bytes(encode(dataset(pixels, PatientID="77", PatientName="DOE^JANE")))
    return path


def open_and_wait(qtbot, window, desk, path):
    desk.open_paths([path])
    workspace = desk.state.workspace
    qtbot.waitUntil(
        lambda: workspace.current.path == path and workspace.current.radiograph is not None,
        timeout=WAIT_MS,
    )
    qtbot.waitUntil(lambda: not window.facts._fill_soon.isActive(), timeout=WAIT_MS)
    return workspace.current


def texts(window) -> list[str]:
    labels = window.facts.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(window.facts) and label.text()]


def pairs(window) -> dict[str, str]:
    """What the lines say; the heading and the notes left out."""
    lines = [line for line in window.facts._lines if line[0].isVisibleTo(window.facts)]
    return {name.text(): value.text() for name, value in lines}


def test_a_dicom_says_whose_it_is_and_what_it_does_not_say(qtbot, window, desk, dicom):
    item = open_and_wait(qtbot, window, desk, dicom)

    told = pairs(window)
    assert (told["Patient"], told["Patient ID"]) == ("DOE, JANE", "77")
    assert told["Institution"] == "not in file"
    assert (told["File"], told["SHA-256"]) == ("film.dcm", item.radiograph.sha256)
    assert told["Size"].startswith("400 x 300")


def test_nothing_of_one_image_stays_for_the_next(qtbot, window, desk, dicom, make_png):
    open_and_wait(qtbot, window, desk, dicom)
    whole = list(pairs(window))
    picture = open_and_wait(qtbot, window, desk, make_png("plain.png"))

    told = pairs(window)
    assert list(told) == ["Patient", "File", "Kind", "Size", "Pixel size", "SHA-256"]
    assert (told["Patient"], told["File"]) == ("not in file", "plain.png")
    assert not [text for text in texts(window) if "DOE" in text or text == "77"]

    open_and_wait(qtbot, window, desk, dicom)
    assert list(pairs(window)) == whole
    desk.state.workspace.remove(desk.state.workspace.current)
    desk.state.workspace.remove(picture)
    assert pairs(window) == {}
    assert any(text.startswith("Patient, study and device") for text in texts(window))


def test_masking_hides_the_patient_in_lines_that_are_filled(qtbot, window, desk, dicom):
    open_and_wait(qtbot, window, desk, dicom)
    desk.state.workspace.privacy.set_on(True)

    told = pairs(window)
    assert (told["Patient"], told["File"]) == ("masked", "masked")
    assert not [text for text in texts(window) if "DOE" in text]
