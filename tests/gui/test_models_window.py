"""The window of models, and what is asked before one becomes active."""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.views.models.models_window import ModelsWindow
from desktop.views.models.reason_dialog import ReasonDialog
from engine.bundle.signature import sign
from engine.bundle.store import read_bundle, sign_folder
from tests.gui.conftest import WAIT_MS
from tests.support.bundles import write_tiny_bundle

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]
METRICS = {"test": {"images": 412, "auc": {"value": 0.9131, "low": 0.88, "high": 0.94}}}


@pytest.fixture
def asked():
    """What the administrator was asked to let happen."""
    return []


@pytest.fixture
def models(qtbot, window, desk, asked, monkeypatch):
    """The window of models; the administrator lets everything happen."""

    def admits(what, with_key=False):
        asked.append(what)
        return True

    monkeypatch.setattr(window.activation, "_admits", admits)
    qtbot.waitUntil(lambda: desk.state.models.active_id == "tiny-1", timeout=WAIT_MS)
    shown = ModelsWindow(desk, window.prompts, admits, window)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: shown.table.rowCount() == 1, timeout=WAIT_MS)
    return shown


def cells(models, row):
    return [models.table.item(row, c).text() for c in range(models.table.columnCount())]


def rows(models):
    return [cells(models, row) for row in range(models.table.rowCount())]


def take_in(qtbot, desk, models, folder):
    count = models.table.rowCount()
    with qtbot.waitSignal(desk.models_life.imported, timeout=WAIT_MS):
        desk.import_model(folder)
    qtbot.waitUntil(lambda: models.table.rowCount() == count + 1, timeout=WAIT_MS)


def choose(models, name):
    number = [row[0] for row in rows(models)].index(name)
    models.table.selectRow(number)


def answer(qtbot, models, button, reason):
    models.button(button).click()
    dialog = next(d for d in models.findChildren(ReasonDialog) if d.isVisible())
    assert not dialog.act.isEnabled()
    dialog.reason.setText(reason)
    dialog.act.click()


def test_the_model_that_ships_is_the_active_one_and_can_only_be_looked_at(models):
    assert cells(models, 0)[:4] == ["Tiny", "1", "active", "came with WhyRay"]
    enabled = [name for name, button in models._buttons.items() if button.isEnabled()]
    assert enabled == ["import", "export", "card"]


def test_a_row_tells_what_its_manifest_and_files_say(qtbot, desk, models, tmp_path):
    folder = write_tiny_bundle(
        tmp_path / "b", id="tiny-2", name="Better", version="2", metrics=METRICS
    )

    take_in(qtbot, desk, models, folder)

    (row,) = [row for row in rows(models) if row[0] == "Better"]
    assert row[1:4] == ["2", "candidate", "unsigned"]
    assert row[5] == "0.913 (0.880 to 0.940), test set of 412 images"
    assert sum(file.stat().st_size for file in folder.iterdir()) < 10_000
    assert row[6].endswith("kB") or row[6].endswith("KiB")


def test_after_an_import_it_is_asked_whether_to_make_it_active(
    qtbot, desk, window, models, asked, tmp_path
):
    folder = write_tiny_bundle(tmp_path / "b", id="tiny-2", name="Better", version="2")
    take_in(qtbot, desk, models, folder)
    dialog = window.activation.dialog
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Better, version 2 takes the place of Tiny, version 1" in told
    assert "Passed" in told
    assert "Nobody vouches" in told
    assert desk.state.models.active_id == "tiny-1"

    dialog.reason.setText("our own test set says so")
    with qtbot.waitSignal(desk.models_life.promoted, timeout=WAIT_MS):
        dialog.act.click()

    assert asked == ["Make a model active"]
    qtbot.waitUntil(lambda: rows(models)[0][:3] == ["Better", "2", "active"], timeout=WAIT_MS)
    models.table.selectRow(0)
    assert models.history.item(0, 1).text() == "Made active"
    assert models.history.item(0, 3).text() == "our own test set says so"


def test_a_choice_in_the_bar_asks_and_changes_nothing_by_itself(
    qtbot, desk, window, models, tmp_path
):
    take_in(qtbot, desk, models, write_tiny_bundle(tmp_path / "b", id="tiny-2"))
    window.activation.dialog.reject()
    box = window.model_bar._box

    box.setCurrentIndex(box.findData("tiny-2"))
    box.activated.emit(box.currentIndex())

    assert window.activation.dialog.isVisible()
    assert box.currentData() == "tiny-1"
    window.activation.dialog.reject()
    assert desk.state.models.active_id == "tiny-1"


def test_models_go_back_retire_and_are_deleted_each_for_a_reason(
    qtbot, desk, window, models, asked, tmp_path
):
    take_in(qtbot, desk, models, write_tiny_bundle(tmp_path / "b", id="tiny-2", name="Better"))
    window.activation.dialog.reject()
    life = desk.models_life
    with qtbot.waitSignal(life.promoted, timeout=WAIT_MS):
        life.promote("tiny-2", "for this test")
    qtbot.waitUntil(lambda: rows(models)[0][0] == "Better", timeout=WAIT_MS)
    choose(models, "Better")
    assert not models.button("delete").isEnabled()

    with qtbot.waitSignal(life.promoted, timeout=WAIT_MS) as back:
        answer(qtbot, models, "roll-back", "it was worse")
    assert back.args == ["tiny-1"]
    qtbot.waitUntil(lambda: rows(models)[0][0] == "Tiny", timeout=WAIT_MS)
    for button, done, state in (("retire", "retired", "retired"), ("delete", "deleted", "deleted")):
        choose(models, "Better")
        with qtbot.waitSignal(life.ended, timeout=WAIT_MS) as ended:
            answer(qtbot, models, button, "nobody needs it")
        assert ended.args == ["tiny-2", done]
        qtbot.waitUntil(
            lambda state=state: [r[2] for r in rows(models)] == ["active", state], timeout=WAIT_MS
        )

    assert asked == ["Go back to the model before", "Retire a model", "Delete a model"]
    choose(models, "Better")
    told = [models.history.item(row, 1).text() for row in range(models.history.rowCount())]
    assert told == ["Deleted", "Retired", "Replaced by another one", "Made active", "Imported"]


@pytest.mark.parametrize("button", ["retire", "delete"])
def test_enter_ends_no_model(qtbot, desk, window, models, button, tmp_path):
    take_in(qtbot, desk, models, write_tiny_bundle(tmp_path / "b", id="tiny-2", name="Better"))
    window.activation.dialog.reject()
    choose(models, "Better")
    models.button(button).click()
    dialog = next(d for d in models.findChildren(ReasonDialog) if d.isVisible())
    agreed = []
    dialog.accepted.connect(lambda: agreed.append(True))
    dialog.reason.setText("nobody needs it")
    assert dialog.act.isEnabled()
    assert dialog.leave.isDefault()
    assert not dialog.act.property("role")  # nothing invites to press it
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert agreed == []
    assert cells(models, 1)[2] == "candidate"


def test_what_was_done_names_the_model_as_people_do(qtbot, desk, window, models, tmp_path):
    take_in(qtbot, desk, models, write_tiny_bundle(tmp_path / "b", id="tiny-2", name="Better"))
    window.activation.dialog.reject()
    choose(models, "Better")
    with qtbot.waitSignal(desk.models_life.ended, timeout=WAIT_MS):
        answer(qtbot, models, "retire", "nobody needs it")

    assert models.note.text() == "Better, version 1 is retired."


def test_nothing_happens_where_the_administrator_is_not_here(
    qtbot, desk, window, models, tmp_path, monkeypatch
):
    take_in(qtbot, desk, models, write_tiny_bundle(tmp_path / "b", id="tiny-2", name="Better"))
    window.activation.dialog.reject()
    monkeypatch.setattr(models, "_admits", lambda what, with_key: False)
    monkeypatch.setattr(window.activation, "_admits", lambda what: False)
    choose(models, "Better")

    for name in ("activate", "retire", "delete", "export", "sign"):
        models.button(name).click()

    assert [d for d in models.findChildren(ReasonDialog) if d.isVisible()] == []
    assert not desk.models_life.is_busy


def test_an_altered_model_is_shown_as_unusable_and_cannot_be_made_active(
    qtbot, desk, window, models, tmp_path
):
    take_in(qtbot, desk, models, write_tiny_bundle(tmp_path / "b", id="tiny-2", name="Better"))
    window.activation.dialog.reject()
    (desk.state.models.find("tiny-2").path / "card.md").write_text("altered")

    models.look()

    qtbot.waitUntil(
        lambda: any(row[2] == "candidate, unusable" for row in rows(models)), timeout=WAIT_MS
    )
    choose(models, "Better")
    assert "card.md" in models.message.text()
    assert not models.button("activate").isEnabled()


def test_a_dropped_model_is_taken_in(qtbot, desk, models, tmp_path):
    folder = write_tiny_bundle(tmp_path / "b", id="tiny-2", name="Better")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip

    with qtbot.waitSignal(desk.models_life.imported, timeout=WAIT_MS) as told:
        models.dropEvent(drop)

    model = told.args[0].model
    digest = hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    assert (model.digest, read_bundle(model.path).manifest.id) == (digest, "tiny-2")


def test_the_key_of_a_maker_is_trusted_after_a_look_at_it(qtbot, desk, window, models, tmp_path):
    folder = write_tiny_bundle(tmp_path / "b", id="tiny-2", name="Better")
    key = Ed25519PrivateKey.generate()
    manifest = (folder / "manifest.json").read_bytes()
    sign_folder(folder, sign(manifest, key, name="Their clinic", time="2026-01-01T00:00:00+00:00"))
    desk.state.settings.set("model/needs_signature", True)
    take_in(qtbot, desk, models, folder)
    window.activation.dialog.reject()
    choose(models, "Better")
    assert cells(models, models.table.currentRow())[3] == "signed, key unknown"
    with qtbot.waitSignal(desk.models_life.refused, timeout=WAIT_MS):
        desk.models_life.promote("tiny-2", "for this test")

    with qtbot.waitSignal(desk.models_life.ended, timeout=WAIT_MS) as ended:
        answer(qtbot, models, "trust", "compared on the telephone")

    assert ended.args == ["Their clinic", "trusted"]
    qtbot.waitUntil(
        lambda: "signed, key trusted" in [row[3] for row in rows(models)], timeout=WAIT_MS
    )
    with qtbot.waitSignal(desk.models_life.promoted, timeout=WAIT_MS):
        desk.models_life.promote("tiny-2", "for this test")
