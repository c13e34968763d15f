"""Results and images given away from the window, to folders and to a real peer on this machine."""

import socket
import time

import numpy as np
import pydicom
import pytest
from PySide6.QtGui import QGuiApplication

from desktop.jobs.delivery_tasks import CAUTION, DONE, FAILED
from desktop.network.receiving import Door, Receiver
from desktop.views.dicom.delivery_dialog import DeliveryDialog
from desktop.views.dicom.kinds import KINDS
from desktop.views.dicom.nodes import kept_text, node_texts
from desktop.views.dicom.nodes_dialog import NodesDialog
from tests.gui.conftest import WAIT_MS
from tests.gui.test_accessibility import nameless
from tests.support import dicoms
from tests.support.watchdog import EventLoopWatch

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
FROZEN_MS = 150


@pytest.fixture
def make_film(tmp_path):
    """Writes a film that passes the input checks."""

    def make(number: int, **tags):
        ramp = np.linspace(600, 3600, 500)[None, :] + np.linspace(-150, 150, 600)[:, None]
        tags = {
            "PatientID": f"P{number}", "PatientName": f"Doe^{number}", "BodyPartExamined": "CHEST",
            "ViewPosition": "PA", "StudyInstanceUID": f"1.2.{number}", "Modality": "DX",
            "SeriesInstanceUID": f"1.2.{number}.1", "SOPInstanceUID": f"1.2.{number}.1.1",
            "StudyDate": "20260203", "PatientBirthDate": "19610102", "PatientSex": "F",
        } | tags  # fmt: skip
        path = tmp_path / f"film-{number}.dcm"
        path.write_bytes(dicoms.encode(dicoms.dataset(ramp.astype(np.uint16), **tags)))
        return path

    return make


@pytest.fixture
def peer(tmp_path):
    """A peer on a free port, as ``TITLE@HOST:PORT``, and what it got."""
    got = []
    receiver = Receiver(tmp_path / "peer", got.append, got.append, Door(port=0, title="PEER"))
    receiver.start()
    yield f"PEER@127.0.0.1:{receiver.port}", got
    receiver.stop()


@pytest.fixture
def silent_peer():
    """Takes connections and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield f"SILENT@127.0.0.1:{listening.getsockname()[1]}"


@pytest.fixture
def scored(qtbot, window, desk, make_film):
    desk.open_paths([make_film(1)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    return item


@pytest.fixture
def open_dialog(qtbot, window):
    """Triggers a command and gives the dialog that it opens."""

    def open_it(command_id: str, kind: type = DeliveryDialog):
        window.actions_by_id[command_id].trigger()
        (found,) = window.findChildren(kind)
        return found

    yield open_it
    for dialog in window.findChildren(DeliveryDialog) + window.findChildren(NodesDialog):
        dialog.done(0)


def deliver(qtbot, desk, dialog):
    assert dialog.go.isEnabled()
    with qtbot.waitSignal(desk.delivery.ended, timeout=WAIT_MS) as ended:
        dialog.go.click()
    return ended.args[0]


def test_results_of_every_kind_lie_in_the_folder_and_cite_the_image(
    qtbot, desk, scored, open_dialog, tmp_path
):
    dialog = open_dialog("dicom-results")
    assert dialog.what.chosen() == {kind: KINDS[kind][0] for kind in ("sc", "pdf", "sr")}
    assert not dialog.go.isEnabled()  # no folder yet
    for box in dialog.what.boxes.values():
        box.setChecked(True)
    out = tmp_path / "out"
    dialog.target.folder.setText(str(out))
    assert dialog.go.text() == "Save"

    assert deliver(qtbot, desk, dialog) is None

    assert [row.standing for row in dialog.outcome.rows] == [DONE] * 6
    made = [pydicom.dcmread(path) for path in sorted(out.iterdir())]
    assert sorted(m.Modality for m in made) == sorted(["OT", "DOC", "SR", "PR", "SEG", "OT"])
    assert {m.StudyInstanceUID for m in made} == {"1.2.1"}
    assert {str(m.PatientName) for m in made} == {"Doe^1"}
    assert "1.2.1.1" not in {m.SeriesInstanceUID for m in made}
    assert all("Doe" not in path.name for path in out.iterdir())
    (document,) = (m for m in made if m.Modality == "DOC")
    assert document.EncapsulatedDocument.startswith(b"%PDF-")
    assert dialog.outcome.note.text() == "6 done"
    dialog.outcome.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 6
    assert copied[0].startswith("Picture\tsaved as sc-")


def test_results_are_sent_and_each_has_its_answer(qtbot, desk, scored, open_dialog, peer, tmp_path):
    node, got = peer
    desk.state.settings.set("network/nodes", node)
    dialog = open_dialog("dicom-results")
    dialog.target.in_folder.setChecked(False)
    assert not dialog.go.isEnabled()
    dialog.target.to_node.setChecked(True)
    assert dialog.go.text() == "Send"
    assert got == []

    assert deliver(qtbot, desk, dialog) is None

    standings = {row.name: (row.standing, row.words) for row in dialog.outcome.rows}
    assert standings["Picture"] == (DONE, "stored")  # it takes pictures and nothing else
    assert standings["Report"][0] == FAILED
    assert "does not take this kind" in standings["Report"][1]
    assert len(got) == 1
    assert list((tmp_path / "user").rglob("*sc-*")) == []  # nothing is left behind
    assert dialog.outcome.note.text() == "1 done, 2 failed"


def test_what_has_no_map_says_why_it_cannot_be_filed(qtbot, window, desk, make_film, open_dialog):
    desk.state.inquiry.change(is_automatic=False)
    desk.open_paths([make_film(1)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    dialog = open_dialog("dicom-results")
    for kind in ("sc", "gsps", "seg", "pm"):
        assert not dialog.what.boxes[kind].isEnabled()
        assert "explain a finding first" in dialog.what.sentences[kind].text()
    for kind in ("pdf", "sr"):
        assert dialog.what.boxes[kind].isChecked()
    assert nameless(dialog) == []


def test_pictures_that_are_no_dicom_offer_no_results(qtbot, window, desk, make_png):
    desk.open_paths([make_png("bright.png", level=200)])
    item = desk.state.workspace.current
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    assert not window.actions_by_id["dicom-results"].isEnabled()
    assert window.actions_by_id["save-result"].isEnabled()


def test_a_file_that_has_changed_since_is_not_filed_beside(
    qtbot, desk, scored, make_film, open_dialog, tmp_path
):
    make_film(1, PatientName="Someone^Else")
    dialog = open_dialog("dicom-results")
    dialog.target.folder.setText(str(tmp_path / "out"))

    error = deliver(qtbot, desk, dialog)

    assert "has changed" in error.message
    assert "has changed" in dialog.problem.text()
    assert list((tmp_path / "out").iterdir()) == []


def test_a_peer_that_is_not_there_is_told_and_the_objects_are_kept(
    qtbot, desk, scored, open_dialog, tmp_path
):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    desk.state.settings.set("network/nodes", f"GONE@127.0.0.1:{port}")
    dialog = open_dialog("dicom-results")
    dialog.target.folder.setText(str(tmp_path / "out"))
    dialog.target.to_node.setChecked(True)
    assert dialog.go.text() == "Save and send"

    error = deliver(qtbot, desk, dialog)

    assert "cannot be reached" in error.message
    assert [row.standing for row in dialog.outcome.rows] == [FAILED] * 3
    assert all("not sent; saved as" in row.words for row in dialog.outcome.rows)
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_images_of_all_scopes_are_sent_and_what_is_no_dicom_is_named(
    qtbot, window, desk, make_film, make_png, open_dialog, peer
):
    node, got = peer
    desk.state.settings.set("network/nodes", node)
    second = {"StudyInstanceUID": "1.2.1", "PatientID": "P1", "PatientName": "Doe^1"}
    desk.open_paths([make_film(1), make_film(2, **second), make_film(3), make_png("p.png")])
    workspace = desk.state.workspace
    qtbot.waitUntil(
        lambda: len(workspace.items) == 4 and all(i.facts for i in workspace.items[:3]),
        timeout=WAIT_MS,
    )
    workspace.select(next(i for i in workspace.items if i.path.name == "film-1.dcm"))
    dialog = open_dialog("send-images")
    assert [file.name for file in dialog.what.files()] == ["film-1.dcm"]
    dialog.what.choice.setCurrentIndex(1)
    assert sorted(f.name for f in dialog.what.files()) == ["film-1.dcm", "film-2.dcm"]
    dialog.what.choice.setCurrentIndex(2)
    assert got == []

    assert deliver(qtbot, desk, dialog) is None

    told = {row.name: row.standing for row in dialog.outcome.rows}
    assert told == {"film-1.dcm": DONE, "film-2.dcm": DONE, "film-3.dcm": DONE, "p.png": FAILED}
    assert len(got) == 3


def test_copies_without_names_and_the_caution_beside_the_button(
    qtbot, window, desk, make_film, make_png, open_dialog, tmp_path
):
    burned = make_film(2, BurnedInAnnotation="YES")
    desk.open_paths([make_film(1), burned, make_png("p.png")])
    qtbot.waitUntil(lambda: len(desk.state.workspace.items) == 3, timeout=WAIT_MS)
    dialog = open_dialog("deidentify")
    texts = [label.text() for label in dialog.what.findChildren(type(dialog.problem))]
    assert any("part of the picture itself were not removed" in text for text in texts)
    dialog.what.choice.setCurrentIndex(2)
    dialog.target.folder.setText(str(tmp_path / "out"))

    assert deliver(qtbot, desk, dialog) is None

    told = {row.name: row for row in dialog.outcome.rows}
    assert told["film-1.dcm"].standing == DONE
    assert told["film-2.dcm"].standing == CAUTION
    assert "burned into its picture" in told["film-2.dcm"].words
    assert told["p.png"].standing == FAILED
    assert "no DICOM file" in told["p.png"].words
    copies = list((tmp_path / "out").rglob("*.dcm"))
    assert len(copies) == 2
    for path in copies:
        data = path.read_bytes()
        assert b"Doe" not in data
        assert b"19610102" not in data


def test_in_privacy_mode_files_have_numbers(qtbot, window, desk, make_film, open_dialog):
    desk.state.workspace.privacy.set_on(True)
    desk.open_paths([make_film(1)])
    dialog = open_dialog("deidentify")
    assert [file.name for file in dialog.what.files()] == ["Image 1"]


def test_closing_the_window_while_a_peer_keeps_us_waiting(
    qtbot, window, desk, make_film, open_dialog, silent_peer
):
    desk.state.settings.set("network/nodes", silent_peer)
    desk.open_paths([make_film(1)])
    dialog = open_dialog("send-images")
    dialog.go.click()
    assert desk.delivery.is_running
    qtbot.waitUntil(lambda: dialog.outcome.note.text() == "Sending ...", timeout=WAIT_MS)
    qtbot.wait(300)

    window.close()
    began = time.monotonic()
    assert desk.delivery.close(5.0)
    assert time.monotonic() - began < 3.0


def test_stop_and_closing_the_dialog_hang_up(qtbot, desk, scored, open_dialog, silent_peer):
    desk.state.settings.set("network/nodes", silent_peer)
    dialog = open_dialog("send-images")
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.outcome.note.text() == "Sending ...", timeout=WAIT_MS)
    dialog.stop.click()
    assert not desk.delivery.is_running
    assert dialog.outcome.note.text().endswith("stopped")
    assert dialog.go.isEnabled()
    qtbot.waitUntil(lambda: desk.delivery._lane.is_idle, timeout=5000)
    dialog.go.click()
    assert desk.delivery.is_running
    dialog.close_button.click()
    assert not desk.delivery.is_running
    qtbot.waitUntil(lambda: desk.delivery._lane.is_idle, timeout=5000)


def test_making_and_sending_does_not_hold_the_window_up(
    qtbot, desk, scored, open_dialog, peer, tmp_path
):
    desk.state.settings.set("network/nodes", peer[0])
    dialog = open_dialog("dicom-results")
    dialog.target.folder.setText(str(tmp_path / "out"))
    dialog.target.to_node.setChecked(True)
    for box in dialog.what.boxes.values():
        box.setChecked(True)
    with EventLoopWatch() as watch:
        deliver(qtbot, desk, dialog)
    assert watch.longest_held_ms <= FROZEN_MS, watch.told()


def test_nodes_are_added_tested_and_removed(qtbot, window, desk, open_dialog, peer):
    node, _ = peer
    dialog = open_dialog("dicom-nodes", NodesDialog)
    dialog.typed.setText("nonsense")
    dialog.add.click()
    assert "no DICOM node" in dialog.problem.text()
    assert dialog.nodes() == ()
    for text in (node, node.replace("PEER", "OTHER")):
        dialog.typed.setText(text)
        dialog.add.click()
    assert dialog.nodes() == (node, node.replace("PEER", "OTHER"))
    assert nameless(dialog) == []

    for text in dialog.nodes():
        dialog._tests[text].click()
    answers = dialog._answers
    qtbot.waitUntil(lambda: "lets us in" in answers[node].text(), timeout=WAIT_MS)
    other = answers[node.replace("PEER", "OTHER")]
    qtbot.waitUntil(lambda: "refuses the connection" in other.text(), timeout=WAIT_MS)

    dialog._remove(node)
    assert dialog.nodes() == (node.replace("PEER", "OTHER"),)
    dialog.own_title.setText("A title that is\\bad")
    dialog.own_title.editingFinished.emit()
    assert dialog.own_title.text() == "WHYRAY"


@pytest.mark.parametrize(
    ("kept", "nodes"),
    [
        ("", ()),
        ("A@h:1 B@[::1]:2", ("A@h:1", "B@[::1]:2")),
        ("A@h:1; MY PACS@h:2,  A@h:1", ("A@h:1", "MY PACS@h:2")),
        ("A@h:1 nonsense", ("A@h:1", "nonsense")),
    ],
)
def test_nodes_in_the_settings(kept, nodes):
    assert node_texts(kept) == nodes
    assert node_texts(kept_text(nodes)) == nodes


def test_the_kinds_offered_are_those_that_can_be_made():
    from engine.report.dicom_objects.registry import KINDS as MADE

    assert list(KINDS) == [kind.id for kind in MADE]
