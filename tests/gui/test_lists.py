"""The list of open files: studies, recent files, rows in sight, a masked screen."""

import zipfile

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from desktop.state.workspace import Status
from desktop.views.panels.strip_model import GroupRole
from tests.gui.conftest import WAIT_MS
from tests.support.dicoms import dataset, encode

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@pytest.fixture
def film(tmp_path):
    ramp = np.tile(np.linspace(0, 4000, 300, dtype=np.uint16), (300, 1))

    def make(name, patient, date):
        path = tmp_path / name
        tags = {"PatientID": patient, "PatientName": f"Doe^{patient}", "StudyDate": date}
        tags["StudyInstanceUID"] = f"1.{ord(patient)}.{date}"
        path.write_bytes(encode(dataset(ramp, BodyPartExamined="CHEST", **tags)))
        return path

    return make


@pytest.fixture
def studies(qtbot, window, desk, film):
    """A's old and new study with two films and one, then B's: shown as A new, A old, A old, B."""
    paths = [
        film("a1.dcm", "A", "20200101"), film("b1.dcm", "B", "20210101"),
        film("a2.dcm", "A", "20240101"), film("a3.dcm", "A", "20200101"),
    ]  # fmt: skip
    desk.open_paths(paths)
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: all(i.status is Status.READY for i in workspace.items), timeout=WAIT_MS)
    return workspace


def names(workspace):
    return [item.path.name for item in workspace.items]


def test_the_strip_says_where_each_study_begins(window, studies):
    model = window.strip.model()
    heads = [model.index(row).data(GroupRole) for row in range(4)]

    assert names(studies) == ["a2.dcm", "a1.dcm", "a3.dcm", "b1.dcm"]
    assert [None if head is None else (head.name, head.date) for head in heads] == [
        ("Doe^A", "2024-01-01"), ("Doe^A", "2020-01-01"), None, ("Doe^B", "2021-01-01"),
    ]  # fmt: skip
    assert studies.current.path.name == "a1.dcm"
    assert window.strip.currentIndex().row() == 1
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Doe, A, 2024-01-01, a2.dcm")


def test_studies_opened_in_their_order_are_told_apart_too(qtbot, window, desk, film):
    desk.open_paths([film("new.dcm", "A", "20240101"), film("old.dcm", "A", "20200101")])
    workspace, model = desk.state.workspace, window.strip.model()
    qtbot.waitUntil(lambda: all(i.status is Status.READY for i in workspace.items), timeout=WAIT_MS)

    heads = [model.index(row).data(GroupRole) for row in range(2)]
    assert [head.date for head in heads] == ["2024-01-01", "2020-01-01"]
    assert {head.name for head in heads} == {"Doe^A"}


def test_keys_go_from_study_to_study_and_close_one(qtbot, window, studies):
    window.actions_by_id["next-study"].trigger()
    assert studies.current.path.name == "b1.dcm"
    window.actions_by_id["next-study"].trigger()
    assert studies.current.path.name == "b1.dcm"
    window.actions_by_id["previous-study"].trigger()
    assert studies.current.path.name == "a1.dcm"
    window.actions_by_id["close-study"].trigger()
    assert names(studies) == ["a2.dcm", "b1.dcm"]
    assert window.strip.model().rowCount() == 2


def test_masking_leaves_no_name_in_the_strip_or_the_menu(window, desk, studies):
    desk.state.workspace.privacy.set_on(True)
    model = window.strip.model()
    texts = [
        str(model.index(row).data(role))
        for row in range(4)
        for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    ]
    shown = window.strip.grab().toImage()
    desk.state.workspace.privacy.set_on(False)

    assert "Doe" not in " ".join(texts)
    assert shown != window.strip.grab().toImage()


def entries(window):
    found = window._recent._entries
    assert all(isinstance(entry, QAction) for entry in found)
    return [entry.text() for entry in found]


def test_recent_files_open_again_and_can_be_forgotten(qtbot, window, desk, make_png):
    path = make_png("a && b.png")
    desk.open_paths([path])
    window.actions_by_id["close-image"].trigger()
    assert entries(window) == ["a &&&& b.png"]
    desk.state.workspace.privacy.set_on(True)
    assert entries(window) == []
    desk.state.workspace.privacy.set_on(False)
    window._recent._entries[0].trigger()
    assert names(desk.state.workspace) == ["a && b.png"]
    window.actions_by_id["forget-recent"].trigger()
    assert entries(window) == []


def test_rows_in_sight_get_their_pictures_first(qtbot, window, desk, tmp_path, make_png):
    data = make_png("one.png", size_hw=(60, 50)).read_bytes()
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(600):
        (folder / f"{number:03d}.png").write_bytes(data)
    workspace = desk.state.workspace
    desk.open_paths([folder])
    qtbot.waitUntil(lambda: len(workspace.items) == 600, timeout=WAIT_MS)
    window.strip.scrollToBottom()
    last = workspace.items[-1]
    qtbot.waitUntil(lambda: last.thumbnail is not None, timeout=WAIT_MS)

    made = sum(item.thumbnail is not None for item in workspace.items[50:550])
    assert made < 300
    assert workspace.current is workspace.items[0]


def test_an_archive_opens_like_a_folder(qtbot, window, desk, make_png, tmp_path):
    packed = tmp_path / "study.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(make_png("x.png"), "in/x.png")
    desk.open_paths([packed])
    workspace = desk.state.workspace
    qtbot.waitUntil(
        lambda: workspace.current is not None and workspace.current.radiograph is not None,
        timeout=WAIT_MS,
    )

    assert workspace.current.title == "in/x.png"
    assert window.image.radiograph() is workspace.current.radiograph


def test_files_that_arrive_in_a_watched_folder_are_listed(qtbot, window, desk, make_png, tmp_path):
    shown = make_png("shown.png")
    desk.open_paths([shown])
    folder = tmp_path / "inbox"
    folder.mkdir()
    desk.watching._timer.setInterval(50)
    desk.state.settings.set("files/watched_folder", str(folder))
    qtbot.wait(200)
    (folder / "new.png").write_bytes(shown.read_bytes())
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: len(workspace.items) == 2, timeout=WAIT_MS)

    assert workspace.current.path == shown
    window.actions_by_id["watch-folder"].trigger()
    assert desk.watching.folder is None
