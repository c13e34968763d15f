"""The language changes while the program runs; everything that was open stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QListWidget
from shiboken6 import isValid

from desktop.language import LANGUAGES, SYSTEM, Translations
from desktop.views.dialogs.settings_dialog import SettingsDialog
from desktop.views.front import Front
from engine.measure.mark import LENGTH, new_mark
from tests.support.pseudo import PseudoTranslator, is_pseudo

WAIT_MS = 60_000  # a window, a model and decoders on a busy machine
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


class PseudoTranslations(Translations):
    """Speaks German as a language that nobody speaks."""

    def use(self, chosen):
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        if chosen == "de":
            self._installed = [PseudoTranslator()]
            self._app.installTranslator(self._installed[0])
        return chosen


@pytest.fixture
def front(qtbot, qapp, desk):
    translations = PseudoTranslations(qapp)
    front = Front(desk, translations)
    front.window.resize(1280, 820)
    front.window.show()
    desk.warm_up()
    yield front
    front.window.close()
    translations.use("en")
    front.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def explained(qtbot, front, desk, make_png):
    desk.open_paths([make_png("a.png"), make_png("b.png", 120)])
    qtbot.waitUntil(lambda: desk.state.workspace.current is not None, timeout=WAIT_MS)
    item = desk.state.workspace.current
    desk.state.inquiry.change(is_automatic=False)
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    front.window.actions_by_id["explain"].trigger()
    qtbot.waitUntil(lambda: item.explanation is not None and item.progress is None, timeout=WAIT_MS)
    return item


def switch(qtbot, front, code):
    with qtbot.waitSignal(front.renewed, timeout=WAIT_MS):
        front.window.actions_by_id[f"language-{code}"].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return front.window


def receivers(state):
    """Number of listeners to every signal of the session's state."""
    found = {}
    for name in state.__dataclass_fields__:
        owner = getattr(state, name)
        meta = owner.metaObject() if isinstance(owner, QObject) else None
        for place in range(0 if meta is None else meta.methodCount()):
            method = meta.method(place)
            if method.methodType() == method.MethodType.Signal:
                signature = bytes(method.methodSignature().data()).decode()
                found[name, signature] = owner.receivers(SIGNAL(signature))
    return found


def test_another_window_shows_the_same_in_another_language(qtbot, front, desk, explained):
    first = front.window
    view = first.stage.image
    view.set_inverted(True)
    view.zoom_by(2.0)
    view.turn(1)
    look, map_of, reading = view.look(), explained.explanation, explained.reading
    second = switch(qtbot, front, "de")
    assert second is not first
    assert not isValid(first)
    assert second.isVisible()
    assert second.geometry().size() == second.size()
    again = second.stage.image.look()
    assert replace(again, place=look.place) == look
    assert again.place.zoom == pytest.approx(look.place.zoom)
    assert again.place.centre == pytest.approx(look.place.centre)
    assert again.place.orientation == look.place.orientation
    assert second.stage.image.has_overlay()
    assert (explained.explanation, explained.reading) == (map_of, reading)
    assert desk.state.workspace.current is explained
    assert second.strip.model().rowCount() == 2
    assert second.strip.currentIndex().row() == desk.state.workspace.current_index
    assert is_pseudo(second.actions_by_id["open-files"].text())
    assert is_pseudo(second.findings.column.itemAt(0).widget().text())
    third = switch(qtbot, front, "en")
    assert third.actions_by_id["open-files"].text() == "Open files..."


def test_panes_tool_and_marks_stay(qtbot, front, desk, explained):
    state = desk.state
    state.panes.arrange("1x2")
    state.tool.choose("pan")
    qtbot.waitUntil(lambda: state.marks.sheet(explained) is not None, timeout=WAIT_MS)
    mark = new_mark(LENGTH, ((10.0, 10.0), (60.0, 10.0)), 0)
    state.marks.change(explained, state.marks.sheet(explained).with_mark(mark), "Length")
    window = switch(qtbot, front, "de")
    assert len(window.stage.views) == 2
    assert window.stage.image.hand.tool == "pan"
    (drawn,) = window.marking.layer(window.image).shown.drawn
    assert drawn.id == mark.id
    assert is_pseudo(window.marks.findChild(QListWidget).item(0).text())
    state.history.undo()
    assert window.marking.layer(window.image).shown.drawn == ()


def test_five_switches_leave_one_window_and_no_listener_behind(qtbot, front, desk, explained):
    switch(qtbot, front, "de")
    switch(qtbot, front, "en")
    before = receivers(desk.state)
    heard_by = receivers_of_desk(desk)
    tops = sorted(type(w).__name__ for w in QApplication.topLevelWidgets())
    for code in ("de", "es", "de", "es", "en"):
        switch(qtbot, front, code)
    assert receivers(desk.state) == before
    assert receivers_of_desk(desk) == heard_by
    assert sorted(type(w).__name__ for w in QApplication.topLevelWidgets()) == tops


def receivers_of_desk(desk):
    return [desk.receivers(SIGNAL(s)) for s in ("error_raised(PyObject)", "noted(QString)")]


def test_what_the_old_window_would_do_happens_once(qtbot, front, desk, explained):
    for code in ("de", "es", "en"):
        switch(qtbot, front, code)
    state = desk.state
    heard = []
    front.window.stage.image.hand.take = heard.append
    state.tool.choose("zoom")
    assert heard == ["zoom"]
    state.overlay.change(opacity=0.25)
    state.workspace.privacy.set_on(True)
    state.workspace.privacy.set_on(False)
    state.panes.set_link("place", False)
    state.settings.set("look/text_size", "115")
    state.settings.set("look/text_size", "100")
    desk.step(1)
    desk.step(-1)
    state.history.undo()


def test_an_open_settings_dialog_opens_again_in_the_new_language(qtbot, front, desk):
    seen = []

    def choose():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        box = dialog.editors["look/language"]
        box.setCurrentIndex(box.findData("de"))
        box.activated.emit(box.currentIndex())

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SettingsDialog) and is_pseudo(dialog.windowTitle()):
            seen.append(dialog.window().parent())
            dialog.close()
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(200, choose)
    with qtbot.waitSignal(front.renewed, timeout=WAIT_MS):
        front.window.actions_by_id["settings"].trigger()
    QTimer.singleShot(50, look)
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    assert seen == [front.window]
    assert desk.state.settings.get("look/language") == "de"


def test_a_missing_file_means_english_and_a_word_about_it(qtbot, qapp, desk, tmp_path):
    translations = Translations(qapp, tmp_path)
    assert translations.use("de") == "en"
    assert "whyray_de.qm" in translations.problem
    front = Front(desk, translations)
    qtbot.addWidget(front.window)
    assert front.window.notice.isVisibleTo(front.window)
    translations.use("en")
    assert translations.problem == ""


def test_every_language_is_offered_by_its_own_name(window):
    for language in LANGUAGES:
        assert window.actions_by_id[f"language-{language.code}"].text() == language.name
    window.actions_by_id.tick()
    assert window.actions_by_id[f"language-{SYSTEM}"].isChecked()
