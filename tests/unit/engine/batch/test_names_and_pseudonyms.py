"""Names of written files, and what stands for names where patients are hidden."""

import os

import pytest
from pydicom.uid import UID

from engine.batch.names import picture_name, report_name
from engine.images.pseudonyms import Pseudonyms


def test_results_lie_as_the_images_do():
    assert picture_name("a/b.dcm", "grad-cam", "No Finding") == (
        "pictures/a/b.dcm.grad-cam.no-finding.png"
    )
    assert report_name("b.dcm") == "reports/b.dcm.pdf"


@pytest.mark.parametrize("name", ["x" * 240 + ".dcm", "ж" * 120 + ".dcm", 'a:"b?.png', "con.png"])
def test_names_that_cannot_be_written_everywhere_are_replaced(name):
    part = picture_name(name, "grad-cam", "bright").removeprefix("pictures/")

    assert len(os.fsencode(part)) <= 255
    assert not set('<>:"\\|?*') & set(part)
    assert part != picture_name(name + "x", "grad-cam", "bright").removeprefix("pictures/")


def test_two_long_names_stay_apart():
    names = {report_name("y" * 250 + end) for end in "ab"}
    assert len(names) == 2


def test_pseudonyms_are_steady_and_need_the_key():
    one, same, other = Pseudonyms(b"1" * 32), Pseudonyms(b"1" * 32), Pseudonyms(b"2" * 32)

    assert one.patient("123") == same.patient("123")
    assert one.patient("123") != other.patient("123")
    assert one.patient("123") != one.patient("124")
    assert one.name("image", "a.png") != one.name("file", "a.png").replace("file", "image")
    assert one.mark() == same.mark() != other.mark()
    assert UID(one.uid("1.2.3")).is_valid
