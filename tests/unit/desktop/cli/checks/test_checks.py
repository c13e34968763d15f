"""The self-test finds what is broken: files exchanged, tables missing, reports empty."""

import shutil

import numpy as np
import pydicom
import pytest
from PIL import Image

from desktop.cli.checks import packages, pictures, report, syntaxes, window
from desktop.cli.commands import run_command_line
from desktop.paths import SELF_TEST
from engine.errors import SelfTestFailed, WhyRayError
from engine.images.dicom.syntaxes import SYNTAXES
from tests.support.shap_package import import_shap


@pytest.fixture
def own_copy(tmp_path, monkeypatch):
    """The files of the self-test, free to be spoilt."""
    folder = tmp_path / "self_test"
    shutil.copytree(SELF_TEST, folder)
    monkeypatch.setattr(syntaxes, "SELF_TEST", folder)
    return folder


def test_there_is_a_file_for_every_transfer_syntax_and_each_says_so():
    told = {
        str(pydicom.dcmread(f, stop_before_pixels=True).file_meta.TransferSyntaxUID)
        for f in SELF_TEST.glob("*.dcm")
    }

    assert told == set(SYNTAXES)


def test_whole_files_pass(own_copy):
    assert f"{len(SYNTAXES)} transfer syntaxes" in syntaxes.check()


def test_one_grey_level_of_a_lossless_file_is_noticed(own_copy):
    found = pydicom.dcmread(own_copy / "implicit-vr.dcm")
    pixels = np.frombuffer(found.PixelData, "<u2").copy()
    pixels[100] ^= 1
    found.PixelData = pixels.tobytes()
    found.save_as(own_copy / "implicit-vr.dcm")

    with pytest.raises(SelfTestFailed, match="other pixels"):
        syntaxes.check()


def test_a_cut_file_is_an_error_that_names_it(own_copy):
    file = own_copy / "htj2k.dcm"
    file.write_bytes(file.read_bytes()[:2000])

    with pytest.raises(WhyRayError) as caught:
        syntaxes.check()
    assert caught.value.file.name == "htj2k.dcm"


def test_a_missing_syntax_is_named(own_copy):
    (own_copy / "rle.dcm").unlink()

    with pytest.raises(SelfTestFailed, match="RLE"):
        syntaxes.check()


def test_a_sobol_sequence_without_its_table_is_noticed(monkeypatch):
    from scipy.stats import qmc

    import_shap()  # as other tests of this process want it: not compiled
    assert "right" in packages.check()
    monkeypatch.setattr(qmc.Sobol, "random", lambda _self, n: np.zeros((n, 2)))
    with pytest.raises(SelfTestFailed, match="Sobol"):
        packages.check()


def test_a_report_without_pictures_is_noticed(monkeypatch):
    def write(arguments, _home):
        from pathlib import Path

        Path(arguments[-1]).write_bytes(b"%PDF-1.4" + b"/FontFile" * 9000)

    monkeypatch.setattr(report, "run_own", write)
    with pytest.raises(SelfTestFailed, match="pictures"):
        report.check()


def test_a_window_that_says_nothing_is_noticed(monkeypatch):
    monkeypatch.setattr(window, "run_own", lambda _arguments, _home: "")

    with pytest.raises(SelfTestFailed, match="end"):
        window.check()


def test_another_shap_and_another_signature_are_noticed(monkeypatch):
    import_shap()
    monkeypatch.setattr(packages, "_SIGNED", "00" * 64)
    with pytest.raises(SelfTestFailed, match="signatures are others"):
        packages.check()

    from shap.explainers import KernelExplainer

    monkeypatch.setattr(KernelExplainer, "shap_values", lambda *_, **__: np.zeros((1, 3)))
    with pytest.raises(SelfTestFailed, match="shap gives other values"):
        packages.check()


def test_a_picture_without_its_codec_is_noticed(monkeypatch):
    assert "webp" in pictures.check()
    monkeypatch.delitem(Image.SAVE, "WEBP")
    with pytest.raises(SelfTestFailed, match="no codec for webp"):
        pictures.check()


def test_a_package_that_is_missing_fails_its_check_alone(monkeypatch, capsys):
    def lack():
        raise ModuleNotFoundError("No module named 'shap'")

    monkeypatch.setattr(packages, "check", lack)
    assert run_command_line(["self-test", "--only", "packages"]) == 3
    told = capsys.readouterr()
    assert "FAILED packages: No module named 'shap'. Install WhyRay again." in told.out + told.err
