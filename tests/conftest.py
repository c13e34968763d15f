"""How the tests are run.

Every warning is a failure. Qt draws off screen. User folders are temporary. Tests that need the
shared real data (radiographs, DICOM files, foreign models) ask for the fixture `shared_data` and
are skipped, with a reason, where the folder does not exist. Speed tests run with `-m bench` only.
"""

import itertools
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


@pytest.fixture(scope="session")
def places_of_users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that nobody has made yet, for tests that have no folder of their own."""
    parent = tmp_path_factory.mktemp("users")
    return (parent / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def user_folders(
    request: pytest.FixtureRequest,
    places_of_users: Iterator[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Settings, imported models and caches go to a folder of the test's own."""
    if "tmp_path" in request.fixturenames:
        folder = request.getfixturevalue("tmp_path") / "user"
    else:  # thousands of tests need none: making one for each took them a third of their time
        folder = next(places_of_users)
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests come first: at the end a long one would leave the other cores idle."""
    slow_files = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow_files)


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
    _speak_english()
    collect()
    enable()


def _speak_english() -> None:
    """Takes out the translators that a test has left: even English has one, for its plurals."""
    from PySide6.QtCore import QCoreApplication, QTranslator

    app = QCoreApplication.instance()
    for translator in app.findChildren(QTranslator) if app is not None else ():
        app.removeTranslator(translator)
        translator.deleteLater()
