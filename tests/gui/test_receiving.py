"""Images that a peer sends while the window is open: listed, in the worklist, never in front."""

import re
import socket
import time

import numpy as np
import pytest

from desktop.commands.context import Context
from desktop.commands.results import empty_inbox
from desktop.jobs.receiving import RECEIVES
from desktop.network.node import parse_node
from desktop.network.sending import echo, send
from desktop.state.workspace import Status
from desktop.views.dicom.inbox_row import InboxRow
from desktop.views.dicom.receiving_sign import ReceivingSign
from desktop.views.worklist.worklist_window import WorklistWindow
from engine.errors import NetworkError
from tests.gui.conftest import WAIT_MS
from tests.support import dicoms

# The off-screen platform cannot do a few things that windows ask for, and says so; pynetdicom lets
# the socket of a refused connection be collected instead of closing it.
pytestmark = [
    pytest.mark.gui,
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.filterwarnings(
        "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning",
        "ignore:Exception in thread .*run_reactor:pytest.PytestUnhandledThreadExceptionWarning",
    ),
]


@pytest.fixture
def films(tmp_path):
    found = []
    for number in range(3):
        pixels = np.full((300, 250), 500 + number, np.uint16)
        data = dicoms.dataset(
            pixels, SOPInstanceUID=f"1.2.{number}", PatientID=f"P{number}",
            PatientName="Doe^Jane", StudyInstanceUID=f"1.{number}", StudyDate="20260203",
        )  # fmt: skip
        found.append(tmp_path / f"{number}.dcm")
        found[-1].write_bytes(dicoms.encode(data))
    return found


@pytest.fixture
def sign(window):
    (found,) = window.findChildren(ReceivingSign)
    return found


@pytest.fixture
def receiving(qtbot, window, desk):
    """Switches it on at a free port; gives it."""
    desk.state.settings.set("network/port", 0.0)
    desk.state.settings.set(RECEIVES, True)
    qtbot.waitUntil(lambda: bool(desk.receiving.address), timeout=WAIT_MS)
    return desk.receiving


def node_of(receiving):
    return parse_node(f"{receiving.title}@{receiving.address}")


def is_reached(node):
    try:
        echo(node)
    except NetworkError:
        return False
    return True


def test_it_is_off_unless_asked_for(qtbot, window, desk, sign):
    qtbot.wait(100)
    assert desk.receiving.address == ""
    assert not sign.isVisible()
    assert not window.actions_by_id["receive-images"].isChecked()
    assert not desk.receiving._lane._runner._thread.is_alive()


def test_what_arrives_joins_list_and_worklist_and_the_selection_stays(
    qtbot, window, desk, receiving, sign, films, make_png, tmp_path
):
    assert sign.isVisible()
    assert sign.text() == f"Receiving at {receiving.address}"
    assert receiving.address.startswith("127.0.0.1:")
    desk.open_paths([make_png("mine.png", level=200)])
    workspace, told = desk.state.workspace, []
    desk.noted.connect(told.append)
    mine = workspace.current

    assert all(sent.is_stored for sent in send(films, node_of(receiving)))

    qtbot.waitUntil(lambda: len(workspace.items) == 4, timeout=WAIT_MS)
    assert workspace.current is mine
    arrived = [item for item in workspace.items if item is not mine]
    assert {item.path.parent for item in arrived} == {tmp_path / "user" / "inbox"}
    qtbot.waitUntil(lambda: all(i.status is Status.READY for i in arrived), timeout=WAIT_MS)
    assert workspace.current is mine
    assert any("received from the network" in text for text in told)
    window.actions_by_id["worklist"].trigger()
    (worklist,) = window.findChildren(WorklistWindow)

    def patients():
        model = worklist.model
        return {model.index(row, 4).data() for row in range(model.rowCount())}

    qtbot.waitUntil(lambda: {"P0", "P1", "P2"} <= patients(), timeout=WAIT_MS)
    worklist.close()

    assert all(sent.is_stored for sent in send(films[:1], node_of(receiving)))
    qtbot.wait(300)
    assert len(workspace.items) == 4  # the same image once more is no other one


def test_switched_off_it_stops_at_once_and_the_sign_goes(qtbot, window, desk, receiving, sign):
    node = node_of(receiving)
    assert is_reached(node)
    window.actions_by_id["receive-images"].trigger()
    assert not sign.isVisible()
    assert receiving.address == ""
    qtbot.waitUntil(lambda: receiving._lane.is_idle, timeout=5000)
    assert not is_reached(node)
    window.actions_by_id["receive-images"].trigger()
    qtbot.waitUntil(lambda: bool(receiving.address), timeout=WAIT_MS)
    assert is_reached(node_of(receiving))


def test_the_end_of_the_window_ends_it(qtbot, window, desk, receiving):
    node = node_of(receiving)
    began = time.monotonic()
    assert receiving.close(5.0)
    assert time.monotonic() - began < 3.0
    assert not is_reached(node)


def test_a_port_in_use_is_told_and_another_one_works(qtbot, window, desk, sign):
    settings = desk.state.settings
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings.set("network/port", float(taken.getsockname()[1]))
        settings.set(RECEIVES, True)
        qtbot.waitUntil(window.notice.isVisible, timeout=WAIT_MS)
        assert "cannot listen at 127.0.0.1" in window.notice._text.text()
        assert not sign.isVisible()
    settings.set("network/port", 0.0)
    qtbot.waitUntil(sign.isVisible, timeout=WAIT_MS)


def test_titles_that_are_not_named_are_refused_and_refused_images_are_told(
    qtbot, window, desk, receiving, films, tmp_path
):
    settings = desk.state.settings
    settings.set("network/callers", "MODALITY, CT 1")
    qtbot.waitUntil(lambda: bool(receiving.address), timeout=WAIT_MS)
    with pytest.raises(NetworkError):
        list(send(films[:1], node_of(receiving), "STRANGER"))
    assert all(sent.is_stored for sent in send(films[:1], node_of(receiving), "CT 1"))

    inbox = tmp_path / "user" / "inbox"
    (inbox / "1.2.1.dcm").write_bytes(b"damaged meanwhile")
    (sent,) = send(films[1:2], node_of(receiving), "MODALITY")
    assert not sent.is_stored
    qtbot.waitUntil(window.notice.isVisible, timeout=WAIT_MS)
    assert "not understood" in window.notice._text.text()


def test_a_title_that_makes_no_sense_is_an_error_card(qtbot, window, desk, sign):
    settings = desk.state.settings
    settings.set("network/port", 0.0)
    settings.set("network/title", "far too long for a title")
    settings.set(RECEIVES, True)
    qtbot.waitUntil(window.notice.isVisible, timeout=WAIT_MS)
    assert re.search("application entity title", window.notice._text.text())
    assert not sign.isVisible()


def test_what_was_read_is_counted_in_the_settings_and_deleted_on_request(
    qtbot, window, desk, receiving, films, monkeypatch
):
    workspace, library = desk.state.workspace, desk.library
    assert all(sent.is_stored for sent in send(films[:2], node_of(receiving)))
    qtbot.waitUntil(lambda: len(workspace.items) == 2, timeout=WAIT_MS)
    workspace.select(workspace.items[0])
    qtbot.waitUntil(lambda: workspace.current.reading is not None, timeout=WAIT_MS)
    gone, kept = (item.path for item in workspace.items)
    desk.mark_study_read()
    seen = []

    def look_again(inbox):
        seen.append(inbox)
        if len(inbox.read) != 1:
            library.look_into_inbox()

    library.inbox_seen.connect(look_again)
    library.look_into_inbox()
    qtbot.waitUntil(lambda: bool(seen) and len(seen[-1].read) == 1, timeout=WAIT_MS)
    library.inbox_seen.disconnect(look_again)
    row = InboxRow(library, window.actions_by_id["empty-inbox"])
    qtbot.addWidget(row)
    qtbot.waitUntil(row.button.isEnabled, timeout=WAIT_MS)
    assert "2 file" in row.told.text()
    assert "1 of them read" in row.told.text()

    monkeypatch.setattr(window.prompts, "ask_empty_inbox", lambda: False)
    empty_inbox(Context(desk, window.find_image, None, window.prompts, lambda _what: True))
    assert gone.exists()
    monkeypatch.setattr(window.prompts, "ask_empty_inbox", lambda: True)
    empty_inbox(Context(desk, window.find_image, None, window.prompts, lambda _what: True))
    qtbot.waitUntil(lambda: len(workspace.items) == 1, timeout=WAIT_MS)
    assert not gone.exists()
    assert kept.exists()
    qtbot.waitUntil(lambda: "1 file" in row.told.text(), timeout=WAIT_MS)
    assert not row.button.isEnabled()
