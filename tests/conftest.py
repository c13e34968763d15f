"""How the tests are run.

Every warning is a failure. Qt draws off screen. User folders are temporary. Tests that need the
shared real data (radiographs, DICOM files, foreign models) ask for the fixture `shared_data` and
are skipped, with a reason, where the folder does not exist. Speed tests run with `-m bench` only.
"""

import os
from collections.abc import Iterator
from gc import collect, disable, enable, freeze
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.decoder_pool import DecoderPool

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
if "PYTEST_XDIST_WORKER" in os.environ:  # a process for every core: more threads only wait
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the project; skips where it is absent."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the shared real data are not here ({folder})")
    return folder


@pytest.fixture(autouse=True)
def user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, imported models and caches go to a folder of the test's own."""
    folder = tmp_path / "user"
    monkeypatch.setenv("WHYRAY_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def decoder_pool() -> Iterator["DecoderPool"]:
    """Living children for the decoders of windows and commands; ended at the very end."""
    from tests.support.decoder_pool import DecoderPool

    pool = DecoderPool()
    yield pool
    pool.end()


@pytest.fixture
def living_decoders(decoder_pool: "DecoderPool", monkeypatch: pytest.MonkeyPatch) -> None:
    """Decoders of this test take children of earlier tests, and leave them to later ones."""
    from engine.images import decoder

    monkeypatch.setattr(decoder, "_Child", decoder_pool.take)
    monkeypatch.setattr(decoder.Decoder, "close", lambda own: decoder_pool.close_decoder(own))


def pytest_collection_finish() -> None:
    """What was imported stays: searching for garbage need not walk through it after every test."""
    collect()
    freeze()


@pytest.fixture(autouse=True)
def widgets_end_on_this_thread(request):
    """As `desktop.garbage` does in the program: a worker that found a widget would hang in Qt."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    disable()
    yield
    collect()
    enable()
