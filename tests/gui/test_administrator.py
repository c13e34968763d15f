"""The administrator in the window: the one gate, its dialogs, the session and its end."""

import json
import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QWidget

from desktop.administrator.session import IDLE_S
from desktop.administrator.vault import GROUP, Vault
from desktop.commands import actions
from desktop.commands.actions import Actions
from desktop.commands.registry import COMMANDS
from desktop.jobs.desk import Desk
from desktop.settings import SETTINGS, Settings
from desktop.state.session import start_session
from desktop.views.administrator.gate import admits
from desktop.views.administrator.password_dialogs import (
    AskDialog,
    ChangeDialog,
    PasswordDialog,
    SetUpDialog,
)
from desktop.views.administrator.presence import Presence
from desktop.views.administrator.session_sign import SessionSign
from desktop.views.dialogs.settings_dialog import SettingsDialog
from desktop.views.dicom.delivery_dialog import DeliveryDialog
from desktop.views.dicom.nodes_dialog import NodesDialog
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.worklist.worklist_window import WorklistWindow
from engine.errors import AdministratorError
from engine.library import audit
from engine.library.database import connect_to_read
from engine.library.opening import NAME
from tests.gui.conftest import WAIT_MS
from tests.support.administrators import CHEAP, OTHER, PASSWORD, TestClock

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]
ASKING = [command.id for command in COMMANDS if command.is_for_administrator]


@pytest.fixture
def has_administrator():
    return False


@pytest.fixture
def clock():
    return TestClock()


@pytest.fixture
def vault(tmp_path, clock):
    return Vault(tmp_path / "user" / "administrator", CHEAP, clock)


@pytest.fixture
def desk(qtbot, tmp_path, store, vault):
    desk = Desk(start_session(Settings(tmp_path / "user")), store, vault=vault)
    yield desk
    assert desk.close(10.0)


@pytest.fixture
def ran(monkeypatch):
    """Ids of the administrator's commands that were run; none of them does anything."""
    found = []
    plain = Actions._may_run

    def noting(own, command):
        is_admitted = plain(own, command)
        if is_admitted:
            found.append(command.id)
        return False

    monkeypatch.setattr(actions.Actions, "_may_run", noting)
    return found


def answered(work, kind=PasswordDialog):
    """Runs `work` with the dialog that opens next; the list gets it."""
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            seen.append(type(dialog))
            work(dialog)
        elif not seen:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)
    return seen


def type_in(dialog, *texts):
    for field, text in zip(dialog.fields, texts, strict=True):
        field.line.setText(text)
    dialog.submit()


def refuse(dialog):
    dialog.reject()


def entries(desk, tmp_path):
    """What stands in the audit once the desk has written it."""
    desk.close(10.0)
    path = tmp_path / "user" / "library" / NAME
    connection = connect_to_read(path)
    lines = list(audit.lines(connection))
    connection.close()
    assert audit.verify(lines).broken_line is None
    return [json.loads(line) for line in lines]


def test_tab_goes_from_the_last_field_to_the_act_and_then_to_leaving(qtbot, desk):
    dialog = SetUpDialog(desk.administration)
    qtbot.addWidget(dialog)
    dialog.new.line.setText(PASSWORD)
    dialog.again.line.setText(PASSWORD)
    dialog.show()
    dialog.again.show_button.setFocus()
    reached = []
    for _ in range(2):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget().text())

    assert reached == ["Set password", "Cancel"]


class Counting(QTranslator):
    """Knows texts with a count, each in the context that the extraction gives it."""

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, _disambiguation=None, n=-1):
        return f"noch {n}" if context == "_PasswordCounts" and "%n" in source else None


@pytest.fixture
def counting(qapp):
    translator = Counting()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_what_is_counted_is_said_in_the_language_in_use(qtbot, desk, vault, counting):
    first = SetUpDialog(desk.administration)
    qtbot.addWidget(first)
    first.new.line.setText("abc")
    assert first.hint.text() == "noch 9"
    vault.set_password(PASSWORD)
    asked = AskDialog(desk.administration)
    qtbot.addWidget(asked)
    asked.show()
    with qtbot.waitSignal(desk.administration.refused, timeout=WAIT_MS):
        type_in(asked, "no such words")

    assert asked.answer.text() == "noch 4"


# The gate


def test_the_table_marks_network_models_and_forgetting():
    assert {
        "begin-administrator", "dicom-nodes", "receive-images", "forget-study",
    } <= set(ASKING)  # fmt: skip
    free = {"open-files", "explain", "report", "second-reader", "settings", "end-administrator"}
    assert not free & set(ASKING)


def test_every_command_of_the_administrator_asks_before_it_runs(window, desk, vault, ran):
    vault.set_password(PASSWORD)
    for command_id in ASKING:
        action = window.actions_by_id[command_id]
        action.setEnabled(True)
        seen = answered(refuse)
        action.trigger()
        assert seen == [AskDialog], command_id
    assert ran == []
    assert not desk.administration.is_open


def test_other_commands_ask_nobody(window, vault, ran):
    vault.set_password(PASSWORD)
    free = [command.id for command in COMMANDS if not command.is_for_administrator]
    for command_id in free:
        window.actions_by_id[command_id].setEnabled(True)
        window.actions_by_id[command_id].trigger()
    assert ran == free


def test_without_a_password_the_first_action_asks_to_set_one(window, desk, vault, ran):
    seen = answered(lambda dialog: type_in(dialog, PASSWORD, PASSWORD))
    window.actions_by_id["dicom-nodes"].trigger()

    assert seen == [SetUpDialog]
    assert vault.is_set
    assert ran == ["dicom-nodes"]
    assert desk.administration.site_signing_key().sign(b"a model")


def test_cancelling_the_first_password_leaves_the_action_undone(window, vault, ran):
    seen = answered(refuse)
    window.actions_by_id["receive-images"].trigger()

    assert seen == [SetUpDialog]
    assert not vault.is_set
    assert ran == []
    assert not window.actions_by_id["receive-images"].isChecked()


def test_a_toggle_that_was_refused_shows_no_tick(window, desk, vault):
    vault.set_password(PASSWORD)
    answered(refuse)
    window.actions_by_id["receive-images"].trigger()

    assert not desk.receiving.is_wanted
    assert not window.actions_by_id["receive-images"].isChecked()


def test_a_wrong_password_runs_nothing_and_says_how_many_are_left(qtbot, window, vault, ran):
    vault.set_password(PASSWORD)
    told = []

    def fail_then_leave(dialog):
        type_in(dialog, OTHER)
        assert dialog.busy.isVisible()
        assert not dialog.fields[0].isEnabled()
        qtbot.waitUntil(dialog.answer.isVisible, timeout=WAIT_MS)
        told.append((dialog.answer.text(), dialog.fields[0].text(), dialog.busy.isVisible()))
        dialog.reject()

    answered(fail_then_leave)
    window.actions_by_id["dicom-nodes"].trigger()

    assert told == [("The password is wrong. 4 more attempt(s) before a wait.", "", False)]
    assert ran == []


def test_the_right_password_runs_it_and_the_next_action_runs_at_once(window, desk, vault, ran):
    vault.set_password(PASSWORD)
    seen = answered(lambda dialog: type_in(dialog, PASSWORD))
    window.actions_by_id["dicom-nodes"].trigger()
    window.actions_by_id["import-model-file"].trigger()

    assert seen == [AskDialog]
    assert ran == ["dicom-nodes", "import-model-file"]
    assert desk.administration.is_open


def test_the_palette_asks_as_well(qtbot, window, vault, ran):
    vault.set_password(PASSWORD)
    window.actions_by_id["palette"].trigger()  # noted, not run
    ran.clear()
    seen = answered(refuse)
    shell = window.actions_by_id._context.shell
    shell.show_palette()
    palette = QApplication.activePopupWidget()
    palette.field.setText("nodes")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)

    assert ran == []


def test_too_many_failures_count_down_and_then_take_the_next_one(
    qtbot, window, desk, vault, clock, ran
):
    vault.set_password(PASSWORD)

    def fail_five_times(dialog):
        for left in (4, 3, 2, 1, 0):
            type_in(dialog, OTHER)
            qtbot.waitUntil(lambda left=left: vault.attempts_left() == left, timeout=WAIT_MS)
            qtbot.waitUntil(lambda: not desk.administration.is_busy, timeout=WAIT_MS)
        assert "0:30" in dialog.answer.text()
        assert not dialog.fields[0].isEnabled()
        assert not dialog.go.isEnabled()
        dialog.submit()
        assert not desk.administration.is_busy
        clock.pass_by(10)
        dialog.look()
        assert "0:20" in dialog.answer.text()
        clock.pass_by(21)
        dialog.look()
        assert dialog.fields[0].isEnabled()
        assert not dialog.answer.isVisible()
        type_in(dialog, PASSWORD)

    answered(fail_five_times)
    window.actions_by_id["dicom-nodes"].trigger()

    assert ran == ["dicom-nodes"]


def test_a_damaged_file_is_told_and_lets_nobody_in(window, vault, ran):
    vault.set_password(PASSWORD)
    (vault.folder / "administrator.json").write_bytes(b"{}")
    told = []

    def read(box):
        told.append(box.text())
        box.accept()

    answered(read, QMessageBox)
    window.actions_by_id["dicom-nodes"].trigger()

    assert "damaged or altered" in told[0]
    assert "whyray administrator reset" in told[0]
    assert ran == []


def test_an_answer_that_comes_after_cancelling_begins_nothing(qtbot, window, desk, vault, ran):
    vault.set_password(PASSWORD)

    def hurry(dialog):
        dialog.fields[0].line.setText(PASSWORD)
        dialog.submit()
        dialog.reject()

    answered(hurry)
    window.actions_by_id["dicom-nodes"].trigger()
    qtbot.waitUntil(lambda: desk.administration._lane.is_idle, timeout=WAIT_MS)

    assert not desk.administration.is_open
    assert ran == []


def test_the_return_key_unlocks_and_escape_leaves(window, vault, ran):
    vault.set_password(PASSWORD)

    def type_and_press(dialog):
        QTest.keyClicks(dialog.fields[0].line, PASSWORD)
        QTest.keyClick(dialog.fields[0].line, Qt.Key.Key_Return)

    answered(type_and_press)
    window.actions_by_id["dicom-nodes"].trigger()
    assert ran == ["dicom-nodes"]
    window.desk.administration.end()
    answered(lambda dialog: QTest.keyClick(dialog.fields[0].line, Qt.Key.Key_Escape))
    window.actions_by_id["dicom-nodes"].trigger()
    assert ran == ["dicom-nodes"]


def test_nodes_are_guarded_where_images_are_sent_too(qtbot, window, desk, vault, make_png):
    vault.set_password(PASSWORD)
    desk.open_paths([make_png("film.png")])
    qtbot.waitUntil(lambda: desk.state.workspace.current is not None, timeout=WAIT_MS)
    window.actions_by_id["send-images"].setEnabled(True)
    window.actions_by_id["send-images"].trigger()
    sending = window.findChild(DeliveryDialog)
    seen = answered(refuse)
    sending.target.edit_nodes.click()
    assert seen == [AskDialog]
    assert sending.findChild(NodesDialog) is None

    answered(lambda dialog: type_in(dialog, PASSWORD))
    sending.target.edit_nodes.click()
    nodes = sending.findChild(NodesDialog)
    assert nodes.isVisible()
    nodes.close()
    sending.close()


def test_the_worklist_forgets_for_the_administrator_only(qtbot, window, desk, vault, monkeypatch):
    vault.set_password(PASSWORD)
    view = WorklistWindow(desk, window.prompts, window)
    qtbot.addWidget(view)
    asked = []
    monkeypatch.setattr(view, "chosen", lambda: (1,))
    monkeypatch.setattr(window.prompts, "ask_forget", asked.append)
    answered(refuse)
    view.forget_chosen()
    assert asked == []

    answered(lambda dialog: type_in(dialog, PASSWORD))
    view.forget_chosen()
    assert asked == [1]


# The session


@pytest.fixture
def session(desk, vault):
    """An open session by password."""
    desk.administration.admit(vault.set_password(PASSWORD))
    return desk.administration


def test_the_sign_stands_in_the_window_while_a_session_is_open(window, session):
    sign = window.findChild(SessionSign)
    assert sign.isVisible()
    QTest.mouseClick(sign.end_button, Qt.MouseButton.LeftButton)

    assert not session.is_open
    assert not sign.isVisible()
    assert "ended" in window.statusBar().currentMessage()


def test_the_key_ends_the_session(qtbot, window, session):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    QTest.keyClick(
        window,
        Qt.Key.Key_A,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    assert not session.is_open


def test_after_the_end_the_next_action_asks_again(window, session, ran):
    session.end()
    seen = answered(refuse)
    window.actions_by_id["dicom-nodes"].trigger()

    assert seen == [AskDialog]
    assert ran == []
    with pytest.raises(AdministratorError):
        session.site_signing_key()


def test_nobody_at_the_computer_ends_the_session(window, session, clock, ran):
    clock.pass_by(IDLE_S - 1)
    session.look()
    assert session.is_open
    clock.pass_by(2)
    session.look()

    assert not session.is_open
    assert not window.findChild(SessionSign).isVisible()
    assert "nobody was here" in window.statusBar().currentMessage()
    answered(refuse)
    window.actions_by_id["dicom-nodes"].trigger()
    assert ran == []


@pytest.mark.parametrize("act", ["key", "click"])
def test_whoever_types_or_clicks_is_here(window, session, clock, act):
    for _ in range(3):
        clock.pass_by(IDLE_S - 1)
        if act == "key":
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_F)
        else:
            QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    session.look()

    assert session.is_open


def test_whoever_types_into_a_dialog_is_here(qtbot, window, session, clock):
    dialog = QDialog(window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
    clock.pass_by(IDLE_S - 1)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F)
    clock.pass_by(2)
    session.look()

    assert session.is_open


def test_widgets_do_not_ask_python_for_every_event(window, session):
    """Thousands of events lay out a window; each call would wait for busy workers."""
    asked = []

    def note(frame, event, _argument):
        if event == "call" and frame.f_code is Presence.eventFilter.__code__:
            asked.append(frame.f_locals["watched"])

    sys.setprofile(note)
    try:
        window.resize(window.width() + 40, window.height())
        QTest.qWait(50)
    finally:
        sys.setprofile(None)

    assert asked  # by the window of the screen
    assert not [watched for watched in asked if isinstance(watched, QWidget)]


def test_moving_the_mouse_is_no_sign_of_the_administrator(window, session, clock):
    clock.pass_by(IDLE_S + 1)
    QTest.mouseMove(window.windowHandle(), QPoint(20, 20))
    session.look()

    assert not session.is_open


def test_a_password_changed_elsewhere_ends_the_session_at_the_next_action(
    window, session, vault, ran
):
    Vault(vault.folder, CHEAP).change_password(PASSWORD, OTHER)
    seen = answered(refuse)
    window.actions_by_id["dicom-nodes"].trigger()

    assert seen == [AskDialog]
    assert ran == []
    assert not session.is_open


def test_changing_the_password_keeps_the_key_and_the_session(window, session, vault):
    before = vault.public_key()
    seen = answered(lambda dialog: type_in(dialog, PASSWORD, OTHER, OTHER))
    window.actions_by_id["administrator-password"].trigger()

    assert seen == [ChangeDialog]
    assert vault.public_key() == before
    assert session.is_open
    assert session.is_admitted()
    vault.unlock(OTHER)


def test_everything_stands_in_the_audit_without_the_password(qtbot, window, desk, vault, tmp_path):
    vault.set_password(PASSWORD)

    def fail_then_enter(dialog):
        type_in(dialog, OTHER)
        qtbot.waitUntil(dialog.answer.isVisible, timeout=WAIT_MS)
        type_in(dialog, PASSWORD)

    answered(fail_then_enter)
    window.actions_by_id["begin-administrator"].trigger()
    desk.state.settings.set("history/days", 30.0)
    desk.administration.end()
    found = [e for e in entries(desk, tmp_path) if e["event"] != audit.MODEL_CHANGED]

    wanted = [
        audit.PASSWORD_SET, audit.DENIED, audit.ADMITTED, audit.SETTING_CHANGED,
        audit.SESSION_ENDED,
    ]  # fmt: skip
    assert [entry["event"] for entry in found] == wanted
    assert all(entry["by"] for entry in found)
    assert found[3]["details"] == {"setting": "history/days", "value": 30.0}
    assert PASSWORD not in json.dumps(found)
    assert OTHER not in json.dumps(found)


def test_with_the_history_off_the_administrator_still_stands_in_the_audit(
    window, desk, vault, tmp_path
):
    desk.state.settings.set("history/keeps", False)
    desk.administration.admit(vault.set_password(PASSWORD))
    events = [entry["event"] for entry in entries(desk, tmp_path)]

    assert audit.PASSWORD_SET in events
    assert audit.SESSION_ENDED in events


# The group


@pytest.fixture
def member(monkeypatch, desk):
    monkeypatch.setattr("desktop.jobs.administration.is_member", lambda name: name == "chiefs")
    desk.state.settings.set("administrator/group", "chiefs")


def test_members_of_the_group_come_in_without_a_password(window, desk, member, ran):
    window.actions_by_id["dicom-nodes"].trigger()

    assert ran == ["dicom-nodes"]
    assert desk.administration.way == GROUP
    assert "by group" in window.findChild(SessionSign).findChild(Chip).text()


def test_a_group_does_not_sign_the_password_does(window, desk, vault, member):
    vault.set_password(PASSWORD)
    assert admits(desk.administration, window)
    with pytest.raises(AdministratorError, match="without the password"):
        desk.administration.site_signing_key()
    seen = answered(lambda dialog: type_in(dialog, PASSWORD))

    assert admits(desk.administration, window, with_key=True)
    assert seen == [AskDialog]
    assert desk.administration.site_signing_key().sign(b"a model")


def test_taking_the_group_away_ends_its_session(window, desk, member):
    assert admits(desk.administration, window)
    desk.state.settings.set("administrator/group", "")

    assert not desk.administration.is_open


# The dialogs


@pytest.fixture
def set_up(qtbot, desk):
    dialog = SetUpDialog(desk.administration, "DICOM nodes")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("new", "again", "is_ready", "hint"),
    [
        ("", "", False, "At least 12"),
        ("short", "", False, "7 more character(s)"),
        ("x" * 11, "x" * 11, False, "1 more character(s)"),
        ("x" * 12, "", False, "Long enough"),
        ("x" * 12, "y", False, "not the same"),
        ("x" * 12, "x" * 12, True, "Long enough"),
        ("x" * 20, "x" * 20, True, "A good length"),
    ],
)
def test_only_length_is_judged(set_up, new, again, is_ready, hint):
    set_up.new.line.setText(new)
    set_up.again.line.setText(again)

    assert set_up.go.isEnabled() is is_ready
    assert hint in set_up.hint.text()


def test_letters_are_hidden_until_they_shall_be_shown(set_up):
    line = set_up.new.line
    assert line.echoMode() == QLineEdit.EchoMode.Password
    set_up.new.show_button.click()
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    assert set_up.again.line.echoMode() == QLineEdit.EchoMode.Password
    set_up.new.show_button.click()
    assert line.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("letter", "has_shift", "is_caps"),
    [("a", False, False), ("A", True, False), ("A", False, True), ("a", True, True)],
)
def test_the_caps_lock_is_noticed_by_the_case_of_letters(set_up, letter, has_shift, is_caps):
    line = set_up.new.line
    modifiers = Qt.KeyboardModifier.ShiftModifier if has_shift else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifiers, letter)
    QApplication.sendEvent(line, event)
    digit = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
    QApplication.sendEvent(line, digit)

    assert set_up.new._caps.isVisible() is is_caps
    assert line.text() == f"{letter}1"


def test_a_closed_dialog_holds_no_password(set_up):
    set_up.new.line.setText(PASSWORD)
    set_up.reject()

    assert set_up.new.text() == ""


def test_the_dialog_is_honest(set_up):
    text = " ".join(label.text() for label in set_up.findChildren(PlainLabel))
    assert "a guard against mistakes, not against somebody who owns the disk" in text
    assert "DICOM nodes" in text


# Settings of record


@pytest.fixture
def settings(qtbot, desk, window):
    dialog = SettingsDialog(desk.state.settings, window, desk.administration)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


OF_RECORD = [setting.name for setting in SETTINGS if setting.is_of_record and setting.is_shown]


def test_history_and_network_are_of_record():
    assert {"history/keeps", "history/days", "network/nodes", "network/receives"} <= set(OF_RECORD)
    assert "look/theme" not in OF_RECORD


def test_settings_of_record_rest_until_the_administrator_is_here(settings, desk, vault):
    vault.set_password(PASSWORD)
    for name, editor in settings.editors.items():
        assert editor.isEnabled() is (name not in OF_RECORD), name
    answered(lambda dialog: type_in(dialog, PASSWORD))
    settings.unlock_buttons["network"].click()

    assert all(editor.isEnabled() for editor in settings.editors.values())
    assert not settings.unlock_buttons["history"].isVisible()
    desk.administration.end()
    assert not settings.editors["network/port"].isEnabled()
    assert settings.unlock_buttons["history"].isVisible()


def test_a_tick_of_record_cannot_be_set_without_the_administrator(settings, desk):
    QTest.mouseClick(settings.editors["history/keeps"], Qt.MouseButton.LeftButton)

    assert desk.state.settings.get("history/keeps") is True


def test_restoring_defaults_leaves_locked_settings(settings, desk, vault):
    desk.state.settings.set("history/days", 30.0)
    desk.state.settings.set("look/privacy_at_start", True)
    settings.restore.click()
    assert desk.state.settings.get("history/days") == 30.0
    assert desk.state.settings.get("look/privacy_at_start") is False

    desk.administration.admit(vault.set_password(PASSWORD))
    settings.restore.click()
    assert desk.state.settings.get("history/days") == 0.0


def test_the_search_shows_the_lock_of_what_it_finds_only(settings):
    settings.search.setText("port to receive")

    assert settings.unlock_buttons["network"].isVisible()
    assert not settings.unlock_buttons["history"].isVisible()


# The first page


def test_the_first_page_offers_a_password_until_there_is_one(window, vault):
    welcome = window.stage.welcome
    assert welcome.offer.isVisible()
    answered(lambda dialog: type_in(dialog, PASSWORD, PASSWORD))
    welcome.set_password.click()

    assert vault.is_set
    assert not welcome.offer.isVisible()


def test_who_declines_is_not_asked_again(window, desk):
    window.stage.welcome.not_now.click()

    assert not window.stage.welcome.offer.isVisible()
    assert desk.state.settings.get("administrator/is_offered") is False
