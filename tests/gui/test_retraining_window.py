"""The retrain window step by step, with a trainer that answers when the test wants it to."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget

from desktop.paths import library_folder
from desktop.retraining import run_folder
from desktop.retraining.plan import FROM_SCRATCH, QUICK
from desktop.retraining.run_folder import Notice
from desktop.views.retraining.file_list import FileList
from desktop.views.retraining.path_label import PathLabel
from desktop.views.retraining.retraining_sign import RetrainingSign
from desktop.views.retraining.retraining_window import (
    CHECK,
    EXPERT,
    IMAGES,
    MISSING,
    RESULT,
    RUNS,
    START,
    TRAINING,
    RetrainingWindow,
)
from desktop.views.retraining.step_list import StepState
from engine.errors import RequestError
from tests.gui.conftest import WAIT_MS
from tests.gui.test_accessibility import nameless
from tests.support.pseudo import PseudoTranslator
from tests.support.retraining import FakeRetraining, a_look, a_run, an_estimate
from tests.support.studies import confirmed_films
from tests.support.visible_texts import clipped, texts_of, untranslated

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]


class NoPrompts:
    def ask_folder(self, _start):
        return None


@pytest.fixture
def trainer(desk, tmp_path):
    real = desk.retraining
    desk.retraining = FakeRetraining(tmp_path / "runs")
    yield desk.retraining
    desk.retraining = real  # it ends with the desk


@pytest.fixture
def make_window(qtbot, desk, trainer):
    def make():
        window = RetrainingWindow(desk, NoPrompts())
        qtbot.addWidget(window)
        window.admits = lambda _administration, _parent, _what: True
        window.ask_cancel = lambda _parent, _name: True
        window.ask_delete = lambda _parent, _name, *, is_alive: True
        window.show()
        return window

    return make


@pytest.fixture
def window(qtbot, desk, make_window):
    window = make_window()
    desk.list_models()
    qtbot.waitUntil(lambda: bool(desk.state.models.active_id), timeout=WAIT_MS)
    return window


@pytest.fixture
def films(tmp_path):
    """Two classes; nobody reads these files."""
    folder = tmp_path / "films"
    for label, count in (("NORMAL", 3), ("PNEUMONIA", 2)):
        (folder / label).mkdir(parents=True)
        for number in range(count):
            (folder / label / f"{number}.png").touch()
    return folder


def texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what was made is shown then
    return " | ".join(
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)
    )


def page(window):
    return window._page


def with_images(qtbot, window, films):
    window.images.add((films,))
    qtbot.waitUntil(window.next.isEnabled, timeout=WAIT_MS)


def checked(qtbot, window, trainer, films, **more):
    with_images(qtbot, window, films)
    window.next.click()
    trainer.looked.emit(a_look(trainer.asked_for("look")[-1][1], **more))


def at_start(qtbot, window, trainer, films):
    checked(qtbot, window, trainer, films)
    window.next.click()


def begun(qtbot, window, trainer, films):
    at_start(qtbot, window, trainer, films)
    window.next.click()
    return window._run_id


def test_it_begins_with_images_and_offers_nothing_before_there_are_some(window):
    assert page(window) == IMAGES
    assert not window.next.isEnabled()
    assert window.steps.state_of(CHECK) is StepState.AHEAD
    assert window.steps.state_of(RUNS) is StepState.OPEN
    assert "No folder and no table chosen yet." in texts(window.images)


def test_a_folder_tells_its_classes_and_which_is_the_finding(qtbot, window, films):
    with_images(qtbot, window, films)

    assert "5 image" in texts(window.images)
    chosen = [b.text() for b in window.images.findChildren(QRadioButton) if b.isChecked()]
    assert chosen == ["PNEUMONIA"]
    assert window.plan().overrides == {}  # the trainer would choose the same


def test_classes_without_a_telling_name_ask_which_is_the_finding(qtbot, window, tmp_path):
    for label in ("gruppe-a", "gruppe-b"):
        (tmp_path / "films" / label).mkdir(parents=True)
        (tmp_path / "films" / label / "1.png").touch()
    window.images.add((tmp_path / "films",))
    qtbot.waitUntil(lambda: bool(window.sources.labels()), timeout=WAIT_MS)
    assert not window.next.isEnabled()
    next(b for b in window.images.findChildren(QRadioButton) if b.text() == "gruppe-b").click()

    assert window.next.isEnabled()
    assert window.plan().overrides["task.label"] == "gruppe-b"


def test_a_label_can_be_said_to_be_the_active_models_finding(qtbot, window, desk, tmp_path):
    for label in ("gesund", "krank"):
        (tmp_path / "films" / label).mkdir(parents=True)
        (tmp_path / "films" / label / "1.png").touch()
    desk.reading.open_model("tiny-1")
    qtbot.waitUntil(lambda: desk.state.models.open_model("tiny-1") is not None, timeout=WAIT_MS)
    name = desk.state.models.open_model("tiny-1").manifest.classes[0].name
    window.images.add((tmp_path / "films",))
    qtbot.waitUntil(lambda: bool(window.sources.labels()), timeout=WAIT_MS)
    next(b for b in window.images.findChildren(QRadioButton) if b.text() == "krank").click()
    assert window.images.is_same.isVisible()
    assert window.plan().overrides == {"task.label": "krank"}
    window.images.is_same.click()

    assert window.plan().overrides == {"task.label": "krank", "task.finding": name}


def test_a_table_is_a_source_and_one_class_alone_is_told(qtbot, window, tmp_path):
    table = tmp_path / "labels of all.csv"
    table.write_text("path,label\na.png,NORMAL\nb.png,NORMAL\n", encoding="utf-8")
    window.images.add((table,))
    qtbot.waitUntil(lambda: bool(window.sources.labels()), timeout=WAIT_MS)

    assert window.sources.labels() == {"NORMAL": 2}
    assert "one class only" in texts(window.images)


def test_what_is_no_source_says_why_and_can_be_taken_out(qtbot, window, tmp_path, films):
    (tmp_path / "empty").mkdir()
    window.images.add((films, tmp_path / "empty"))
    qtbot.waitUntil(lambda: window.sources.all[-1].error is not None, timeout=WAIT_MS)
    assert "no folders that could be classes" in texts(window.images)
    assert not window.next.isEnabled()
    [b for b in window.images.findChildren(QPushButton) if b.text() == "Remove"][-1].click()

    qtbot.waitUntil(window.next.isEnabled, timeout=WAIT_MS)
    assert [source.path for source in window.sources.all] == [films]


def test_cases_of_the_library_are_a_source_in_the_words_of_the_others(
    qtbot, make_window, desk, trainer, films, tmp_path
):
    name = "bright"  # what the tiny model finds
    confirmed_films(tmp_path, library_folder(desk.state.settings.folder), name)
    window = make_window()
    desk.list_models()
    qtbot.waitUntil(lambda: "with, 1 without" in texts(window.images), timeout=WAIT_MS)
    card = window.images.library
    assert card.box.isEnabled()
    window.images.add((films,))
    card.box.click()
    qtbot.waitUntil(window.next.isEnabled, timeout=WAIT_MS)
    window.next.click()
    qtbot.waitUntil(lambda: bool(trainer.asked_for("look")), timeout=WAIT_MS)

    sources = trainer.asked_for("look")[-1][1].sources
    assert sources[0] == films
    with sources[1].open(newline="", encoding="utf-8") as handle:
        assert [row["label"] for row in csv.DictReader(handle)] == ["PNEUMONIA", "NORMAL"]


def test_without_cases_the_library_says_so(qtbot, window):
    qtbot.waitUntil(lambda: "knows no such case" in texts(window.images), timeout=WAIT_MS)
    assert not window.images.library.box.isEnabled()


def test_folders_can_be_dropped(qtbot, window, films):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(films))])
    drop = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.images.dropEvent(drop)

    qtbot.waitUntil(window.next.isEnabled, timeout=WAIT_MS)


def test_paths_are_hidden_while_patients_are_masked(qtbot, window, desk, films):
    with_images(qtbot, window, films)
    QApplication.processEvents()
    label = window.images.findChild(PathLabel)
    assert label.text() == str(films)
    desk.state.workspace.privacy.set_on(True)

    assert str(films) not in texts(window.images)
    assert str(films) not in label.toolTip() + label.accessibleDescription()


def test_the_check_tells_counts_and_leads_on(qtbot, window, trainer, films):
    with_images(qtbot, window, films)
    window.next.click()
    trainer.looking.emit(0.4, "looking at images")
    assert page(window) == CHECK
    assert window.check.progress.isVisible()
    assert not window.next.isEnabled()
    assert trainer.asked_for("look")[-1][1].sources == (films,)
    assert trainer.asked_for("look")[-1][1].base_model == "tiny-1"
    trainer.looked.emit(a_look(trainer.asked_for("look")[-1][1]))

    said = texts(window.check)
    assert "The test images are locked" in said
    assert "200 images of 150 patients" in said
    assert window.steps.state_of(CHECK) is StepState.WARNED
    assert window.next.isEnabled()


def test_what_forbids_a_training_is_said_in_words_and_stops_there(qtbot, window, trainer, films):
    lacks = Notice(
        "E_SPLIT_WITHOUT_CLASS", {"split": "test", "label": "PNEUMONIA"}, "English", "hint"
    )
    checked(qtbot, window, trainer, films, refusals=(lacks,))

    said = texts(window.check)
    assert "This must be mended" in said
    assert "No image of the test part shows PNEUMONIA." in said
    assert not window.next.isEnabled()
    assert window.steps.state_of(START) is StepState.AHEAD
    assert window.steps.state_of(CHECK) is StepState.BLOCKED


def test_names_of_files_in_reasons_are_hidden_with_the_patients(
    qtbot, window, trainer, films, desk
):
    twice = Notice("E_TWO_LABELS", {"files": ["doe-jane.png", "b.png"]}, "x", "")
    checked(qtbot, window, trainer, films, refusals=(twice,))
    assert "doe-jane.png, b.png" in texts(window.check)
    desk.state.workspace.privacy.set_on(True)

    assert "doe-jane" not in texts(window.check)


def test_a_model_that_cannot_be_gone_on_from_does_not_condemn_the_images(
    qtbot, window, trainer, films
):
    checked(qtbot, window, trainer, films, refusals=(Notice("E_BASE_NOT_REBUILT", {}, "no", ""),))

    assert window.next.isEnabled()


def test_unreadable_files_are_named_and_their_list_is_saved(
    qtbot, window, trainer, films, tmp_path, desk
):
    checked(qtbot, window, trainer, films)
    found = next(w for w in window.check.findChildren(FileList) if w.listed.name == "unreadable")
    assert "4 file" in found.listed.title
    found.unfold.click()
    assert found.table.topLevelItem(0).text(0) == "/data/broken-0.dcm".replace("/", Path("/").root)
    window.check.save_list(found.listed, tmp_path / "list.csv")

    rows = (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "File,Reason"
    assert len(rows) == 5
    desk.state.workspace.privacy.set_on(True)
    QApplication.processEvents()
    hidden = next(w for w in window.check.findChildren(FileList) if w.isVisibleTo(window.check))
    assert not hidden.table.isVisible()
    assert not hidden.unfold.isEnabled()


def test_rows_that_name_no_image_are_listed_also_where_nothing_is_left(
    qtbot, window, trainer, films
):
    rows = [{"file": "/data/labels.csv", "reason": "row 2: names a file that is not there"}]
    checked(
        qtbot, window, trainer, films, parts={}, facts={}, unreadable=(),
        refusals=(Notice("E_NOTHING_FOUND", {}, "none", ""),),
        warnings=(Notice("W_ROWS", {"count": 1, "rows": rows}, "rows", ""),),
    )  # fmt: skip

    assert "No labelled radiographs were found." in texts(window.check)
    listed = window.check.findChild(FileList).listed
    assert listed.rows == (("/data/labels.csv", "row 2: names a file that is not there"),)


def test_other_images_want_another_look(qtbot, window, trainer, films, tmp_path):
    checked(qtbot, window, trainer, films)
    table = tmp_path / "more.csv"
    table.write_text("path,label\na.png,NORMAL\nb.png,PNEUMONIA\n", encoding="utf-8")
    window.back.click()
    window.images.add((table,))
    qtbot.waitUntil(lambda: window.sources.are_usable, timeout=WAIT_MS)

    assert window.steps.state_of(START) is StepState.AHEAD
    window.next.click()
    assert len(trainer.asked_for("look")) == 2


def test_a_look_can_be_stopped_and_one_that_fails_says_why(qtbot, window, trainer, films):
    with_images(qtbot, window, films)
    window.next.click()
    next(b for b in window.check.findChildren(QPushButton) if b.text() == "Stop looking").click()
    assert page(window) == IMAGES
    assert trainer.asked_for("stop looking")
    window.next.click()
    trainer.failed.emit(RequestError("the trainer has gone", hint="Try again."))

    assert "the trainer has gone" in texts(window.check)
    next(b for b in window.check.findChildren(QPushButton) if b.text() == "Look again").click()
    assert len(trainer.asked_for("look")) == 3


def test_the_time_is_measured_and_told_for_every_preset(qtbot, window, trainer, films):
    at_start(qtbot, window, trainer, films)
    assert "Measuring" in texts(window.start)
    qtbot.waitUntil(lambda: bool(trainer.asked_for("estimate")), timeout=5000)
    trainer.estimated.emit(an_estimate(trainer.asked_for("estimate")[-1][1]))

    assert "On this computer about 21 min: at most 20 rounds" in texts(window.start)
    assert [window.start._times[p].text() for p in ("quick", "usual", "thorough")] == [
        "about 6 min", "about 21 min", "about 1 h 01 min",
    ]  # fmt: skip


def test_what_is_chosen_is_what_is_started(qtbot, window, trainer, films):
    at_start(qtbot, window, trainer, films)
    window.start._points["anew"].click()
    window.start.network.setCurrentIndex(1)
    window.start._preset_buttons[QUICK].click()
    window.start.name.setText("Ours")
    window.next.click()

    plan = trainer.asked_for("start")[0][1]
    assert (plan.start, plan.architecture, plan.preset, plan.name) == (
        FROM_SCRATCH, "pneumonia-cnn", QUICK, "Ours",
    )  # fmt: skip
    assert page(window) == TRAINING


def test_a_start_that_is_refused_stays_on_its_page(qtbot, window, trainer, films, monkeypatch):
    at_start(qtbot, window, trainer, films)
    monkeypatch.setattr(
        trainer, "start", lambda _plan: trainer.failed.emit(RequestError("no room", hint="Free it"))
    )
    window.next.click()

    assert page(window) == START
    assert "no room" in texts(window.start)
    assert window.next.isEnabled()


def test_nothing_is_begun_or_lost_after_the_session_has_ended(window, trainer, films, qtbot):
    window.admits = lambda _administration, _parent, _what: False
    at_start(qtbot, window, trainer, films)
    window.next.click()
    assert page(window) == START
    trainer.put(a_run(films, run_folder.PAUSED, 3), is_new=True)
    window.show_page(RUNS)
    for button in (window.runs.go_on, window.runs.delete):
        button.click()
    window.runs.open.click()
    window.training.cancel.click()

    assert {entry[0] for entry in trainer.asked} <= {"look", "stop looking", "estimate"}


def test_experts_change_options_that_are_marked_and_sent(qtbot, window, trainer, films):
    at_start(qtbot, window, trainer, films)
    window.start.expert.click()
    rows = window.expert.rows
    assert page(window) == EXPERT
    assert "search.trials" not in rows
    assert rows["schedule.epochs"].field.text() == "20"  # the preset's
    rows["schedule.epochs"].field.setText("7")
    rows["data.views"].field.setText("PA, AP")
    rows["augmentation.horizontal_flip"].field.click()
    assert window.plan().overrides == {
        "schedule.epochs": 7, "data.views": ["PA", "AP"], "augmentation.horizontal_flip": True,
    }  # fmt: skip
    assert rows["schedule.epochs"].mark.isVisible()
    window.expert.only_changed.setChecked(True)
    assert not rows["schedule.learning_rate"].isVisible()
    rows["schedule.epochs"].back.click()

    assert "schedule.epochs" not in window.plan().overrides


@pytest.mark.parametrize(("text", "word"), [("0", "Allowed: 1 to 100000"), ("x", "number")])
def test_values_out_of_range_are_told_and_hold_the_start(qtbot, window, trainer, films, text, word):
    at_start(qtbot, window, trainer, films)
    window.start.expert.click()
    row = window.expert.rows["schedule.epochs"]
    row.field.setText(text)
    assert word in row.problem.text()
    assert not window.next.isEnabled()


def test_options_are_found_by_a_word(qtbot, window, trainer, films):
    at_start(qtbot, window, trainer, films)
    window.start.expert.click()
    window.expert.search.setText("MIRROR")

    shown = [name for name, row in window.expert.rows.items() if row.isVisible()]
    assert shown == ["augmentation.horizontal_flip"]


def test_another_preset_gives_unchanged_options_its_own_values(qtbot, window, trainer, films):
    at_start(qtbot, window, trainer, films)
    window.expert.rows["schedule.learning_rate"].field.setText("0.5")
    window.start._preset_buttons[QUICK].click()

    assert window.expert.rows["schedule.epochs"].field.text() == "5"
    assert window.plan().overrides == {"schedule.learning_rate": 0.5}


def test_a_training_shows_curves_and_is_paused_gone_on_with_and_cancelled(
    qtbot, window, trainer, films, tmp_path
):
    run_id = begun(qtbot, window, trainer, films)
    trainer.put(a_run(tmp_path, run_folder.RUNNING, 12, id=run_id))
    said = texts(window.training)
    assert "Round (epoch) 13 of at most 20" in said
    assert "about 25 min left" in said
    assert "You may close this window" in said
    assert "Best round so far: 8, AUC 0.900" in said
    assert (
        window.training.quality.values_at(8)
    ) == "Epoch 8, AUC 0.900, sensitivity 0.800, best epoch"
    window.training.pause.click()
    trainer.put(a_run(tmp_path, run_folder.PAUSED, 12, id=run_id))
    assert not window.training.pause.isVisible()
    window.training.go_on.click()
    window.training.cancel.click()

    asked = [entry for entry in trainer.asked if entry[0] in ("pause", "go on", "cancel")]
    assert asked == [("pause", run_id), ("go on", run_id), ("cancel", run_id)]


class Shown(QObject):
    """Counts how often a widget is shown."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        self.times += event.type() == QEvent.Type.Show
        return False


def test_what_stays_hidden_never_flashes_while_a_training_goes_on(
    qtbot, window, trainer, films, tmp_path
):
    run_id = begun(qtbot, window, trainer, films)
    trainer.put(a_run(tmp_path, run_folder.RUNNING, 2, id=run_id))
    page = window.training
    hidden = [Shown(part) for part in (page.go_on, page.result, page.problem, page.log)]
    pause = Shown(page.pause)
    for epochs in (3, 4, 5):
        trainer.put(a_run(tmp_path, run_folder.RUNNING, epochs, id=run_id))

    assert "Round (epoch) 6" in texts(page)
    assert [part.times for part in hidden] == [0] * 4
    assert pause.times == 0  # it has been there all the time
    assert page.pause.isVisible()


def test_a_page_without_a_training_says_what_to_do(qtbot, window, trainer, films, tmp_path):
    run_id = begun(qtbot, window, trainer, films)
    trainer.put(a_run(tmp_path, run_folder.FAILED, 3, id=run_id))
    page = window.training
    assert not page.intro.isVisible()
    figures = Shown(page.figures)
    trainer.put(a_run(tmp_path, run_folder.FAILED, 3, id=run_id))
    assert figures.times == 0

    page.show_nothing()

    assert page.intro.isVisible()
    assert "Start one" in page.intro.text()


def test_a_training_is_not_cancelled_without_a_yes(qtbot, window, trainer, films, tmp_path):
    run_id = begun(qtbot, window, trainer, films)
    trainer.put(a_run(tmp_path, run_folder.RUNNING, 2, id=run_id))
    window.ask_cancel = lambda _parent, _name: False
    window.training.cancel.click()

    assert not trainer.asked_for("cancel")


@pytest.mark.parametrize("state", [run_folder.FAILED, run_folder.INTERRUPTED])
def test_what_has_ended_says_why_and_how_it_goes_on(qtbot, window, trainer, films, tmp_path, state):
    run_id = begun(qtbot, window, trainer, films)
    error = Notice("E_DISK_FULL", {}, "No room", "") if state == run_folder.FAILED else None
    trainer.put(a_run(tmp_path, state, 3, id=run_id, error=error))

    assert window.training.go_on.isVisible()
    assert not window.training.cancel.isVisible()
    assert window.steps.state_of(TRAINING) is StepState.BLOCKED
    if error is not None:
        assert "too little room on the disk" in texts(window.training)
    window.training.go_on.click()
    assert trainer.asked_for("go on") == [("go on", run_id)]


def test_a_window_opened_anew_finds_the_training_that_goes_on(
    qtbot, make_window, window, trainer, films, tmp_path
):
    run_id = begun(qtbot, window, trainer, films)
    trainer.put(a_run(tmp_path, run_folder.RUNNING, 4, id=run_id))
    window.close()
    trainer.put(a_run(tmp_path, run_folder.RUNNING, 5, id=run_id))
    again = make_window()

    assert page(again) == TRAINING
    assert "Round (epoch) 6" in texts(again.training)


def test_the_list_of_trainings_opens_goes_on_and_deletes(window, trainer, tmp_path):
    for number, state in enumerate((run_folder.FINISHED, run_folder.CANCELLED)):
        run = a_run(
            tmp_path,
            state,
            5,
            id=f"2026112{number}-101500-abcd",
            result={"auc": {"value": 0.91, "low": 0.8, "high": 0.97}},
        )
        trainer.put(run, is_new=True)
    window.steps.setCurrentRow(5)
    table = window.runs.table
    assert page(window) == RUNS
    assert [table.topLevelItem(row).text(1) for row in (0, 1)] == ["Cancelled", "Finished"]
    assert table.topLevelItem(1).text(3) == "0.91 (0.80 to 0.97)"
    table.setCurrentItem(table.topLevelItem(0))
    assert window.runs.go_on.isEnabled()
    table.setCurrentItem(table.topLevelItem(1))
    assert not window.runs.go_on.isEnabled()
    assert window.runs.result.isEnabled()
    window.runs.delete.click()
    assert [table.topLevelItem(0).text(1), table.topLevelItemCount()] == ["Cancelled", 1]
    window.runs.open.click()

    assert page(window) == TRAINING
    assert "You cancelled it" in texts(window.training)


def test_without_a_trainer_there_is_a_calm_page(qtbot, desk, trainer, make_window):
    trainer.is_installed = False
    window = make_window()

    assert page(window) == MISSING
    assert "Install the trainer beside WhyRay." in texts(window)
    assert not window.next.isVisible()
    assert not trainer.asked


def test_a_trainer_that_comes_is_found_when_the_window_is_opened_again(trainer, make_window):
    trainer.is_installed = False
    window = make_window()
    window.close()
    trainer.is_installed = True
    window.show()

    assert page(window) == IMAGES
    assert window.steps.isVisible()


def test_a_window_that_is_gone_hears_nothing(qtbot, desk, trainer, make_window, tmp_path):
    window = make_window()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.captureExceptions() as raised:
        trainer.looking.emit(0.5, "looking")
        trainer.put(a_run(tmp_path, run_folder.RUNNING, 2), is_new=True)
        desk.state.workspace.privacy.set_on(True)
        desk.state.models.active_changed.emit("tiny-1")
        desk.state.models.opened.emit("tiny-1")
        desk.training_sources.changed.emit()

    assert raised == []


def test_the_sign_follows_a_training_until_somebody_has_looked(qtbot, trainer, tmp_path):
    host = QWidget()
    qtbot.addWidget(host)
    sign = RetrainingSign(trainer, host)
    host.show()
    assert not sign.isVisible()
    trainer.put(a_run(tmp_path, run_folder.RUNNING, 3), is_new=True)
    assert sign.text() == "Retraining 42 %"
    with qtbot.waitSignal(sign.ended):
        trainer.put(a_run(tmp_path, run_folder.FINISHED, 20))
    assert sign.text() == "A new model is ready"
    with qtbot.waitSignal(sign.asked):
        QTest.keyClick(sign, Qt.Key.Key_Return)
    sign.look_away()

    assert not sign.isVisible()


def test_trainings_that_ended_long_ago_give_no_sign(qtbot, trainer, tmp_path):
    trainer.put(a_run(tmp_path, run_folder.FINISHED, 20), is_new=True)
    host = QWidget()
    qtbot.addWidget(host)
    host.show()

    assert not RetrainingSign(trainer, host).isVisible()


def test_everything_has_a_name_and_keys_reach_the_steps(qtbot, window, trainer, films, tmp_path):
    begun(qtbot, window, trainer, films)
    trainer.put(a_run(tmp_path, run_folder.RUNNING, 12, id=window._run_id))
    for key in (IMAGES, CHECK, START, EXPERT, TRAINING, RUNS):
        window.show_page(key)
        assert nameless(window) == [], key
    window.show_page(IMAGES)
    window.steps.setFocus()
    QTest.keyClick(window.steps, Qt.Key.Key_Down)
    assert page(window) == CHECK


def test_a_chart_says_its_values_to_keys(qtbot, window, trainer, films, tmp_path):
    run_id = begun(qtbot, window, trainer, films)
    trainer.put(a_run(tmp_path, run_folder.RUNNING, 12, id=run_id))
    chart = window.training.loss
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)

    assert chart.accessibleDescription().startswith("Epoch 11, training 0.133")
    assert chart.point(1, 0.0).x() < chart.point(12, 0.0).x()


def test_a_finished_training_leads_to_its_result(qtbot, window, trainer, films, tmp_path):
    run_id = begun(qtbot, window, trainer, films)
    run = a_run(tmp_path, run_folder.FINISHED, 20, id=run_id)
    trainer.put(replace(run, fraction=1.0))
    assert window.steps.state_of(RESULT) is StepState.DONE
    shown = []
    window.result = window._by_key[RESULT] = QLabel("result")
    window.result.show_run = shown.append
    window.pages.addWidget(window.result)
    window.next.click()

    assert page(window) == RESULT
    assert [run.id for run in shown] == [run_id]


# What no language changes: the data of this test, the trainer's own words, units.
DATA = (
    "Tiny", "films", "NORMAL", "PNEUMONIA", "data", "broken", "dcm", "png", "the file is cut off",
    "Something that the window has no words for", "WhyRay", "AUC", "CSV", "schedule",
    "augmentation", "epochs", "at most", "learning_rate", "at the begin", "optimizer", "adam",
    "sgd", "horizontal_flip", "mirror left and right", "true, false", "views",
    "keep these projections only", "pneumonia-cnn", "Pneumonia (paediatric), retrained", "epoch",
    "loss", "validation", "model", "GB", "MB", "tiny-1", "bright", "AM", "PM",
)  # fmt: skip


@pytest.fixture
def pseudo(qapp):
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_every_page_is_translated_and_fits_with_longer_words(
    qtbot, pseudo, desk, trainer, make_window, films, tmp_path
):
    window = make_window()
    desk.list_models()
    qtbot.waitUntil(lambda: bool(desk.state.models.active_id), timeout=WAIT_MS)
    window.resize(1024, 660)
    run_id = begun(qtbot, window, trainer, films)
    trainer.put(a_run(tmp_path, run_folder.RUNNING, 12, id=run_id))
    window._estimate = an_estimate(window.plan())
    wrong = []
    for key in (IMAGES, CHECK, START, EXPERT, TRAINING, RUNS):
        window.show_page(key)
        for _ in range(4):
            QApplication.processEvents()
        data = (*DATA, str(tmp_path))
        forgotten = (
            f"{key}: {seen.where}: {seen.text!r}"
            for seen in texts_of(window)
            if untranslated(seen.text, data)
        )
        wrong += [*forgotten, *(f"{key}: {text}" for text in clipped(window))]
    assert sorted(set(wrong)) == []
