import contextlib
import json
import sqlite3

import pytest

from desktop.paths import model_registry
from tests.gui.conftest import WAIT_MS
from tests.support.bundles import tiny_onnx, write_tiny_bundle

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


def wait_for_model(qtbot, desk, model_id):
    models = desk.state.models
    qtbot.waitUntil(lambda: models.open_model(model_id) is not None, timeout=WAIT_MS)


def test_the_only_model_becomes_the_active_one(qtbot, desk):
    desk.warm_up()
    wait_for_model(qtbot, desk, "tiny-1")

    assert desk.state.models.active_id == "tiny-1"
    assert desk.state.inquiry.methods[0].id == "grad-cam"


def promote(qtbot, desk, model_id):
    with qtbot.waitSignal(desk.models_life.promoted, timeout=WAIT_MS):
        desk.models_life.promote(model_id, "for this test")
    wait_for_model(qtbot, desk, model_id)


def take_in(qtbot, desk, path, answers=None):
    with qtbot.waitSignal(desk.models_life.imported, timeout=WAIT_MS) as told:
        desk.import_model(path, answers)
    return told.args[0].model


def test_an_imported_bundle_is_a_candidate_until_it_is_made_active_and_then_stays_it(
    qtbot, desk, store, tmp_path
):
    desk.warm_up()
    wait_for_model(qtbot, desk, "tiny-1")
    take_in(qtbot, desk, write_tiny_bundle(tmp_path / "other", id="tiny-2"))
    qtbot.waitUntil(lambda: desk.state.models.find("tiny-2") is not None, timeout=WAIT_MS)
    assert desk.state.models.active_id == "tiny-1"
    assert desk.state.models.find("tiny-2").state == "candidate"

    promote(qtbot, desk, "tiny-2")

    assert desk.state.models.active_id == "tiny-2"
    again = model_registry(store, desk.state.settings.folder)
    assert again.settle("2026-01-01T00:00:00+00:00").active.id == "tiny-2"


def test_the_lives_of_models_are_kept_and_audited_where_the_history_is_off(qtbot, desk, tmp_path):
    desk.state.settings.set("history/keeps", False)
    desk.warm_up()
    take_in(qtbot, desk, write_tiny_bundle(tmp_path / "other", id="tiny-2"))
    promote(qtbot, desk, "tiny-2")

    library = desk.state.settings.folder / "library" / "library.db"
    with contextlib.closing(sqlite3.connect(library)) as connection:
        entries = [json.loads(entry) for (entry,) in connection.execute("SELECT entry FROM audit")]
        images = connection.execute("SELECT count(*) FROM images").fetchone()[0]
    told = [(e["event"], e["details"]["model"]) for e in entries if "digest" in e["details"]]
    assert told == [
        ("model imported", "tiny-2"),
        ("model activated", "tiny-1"),
        ("model activated", "tiny-2"),
    ]
    assert images == 0


def test_going_back_makes_the_model_before_active_again(qtbot, desk, tmp_path):
    desk.warm_up()
    wait_for_model(qtbot, desk, "tiny-1")
    take_in(qtbot, desk, write_tiny_bundle(tmp_path / "other", id="tiny-2"))
    promote(qtbot, desk, "tiny-2")

    with qtbot.waitSignal(desk.models_life.promoted, timeout=WAIT_MS) as told:
        desk.models_life.roll_back("it was worse")

    assert told.args == ["tiny-1"]
    assert desk.state.models.active_id == "tiny-1"


def test_an_active_model_that_was_altered_gives_way_to_the_one_before_and_that_is_told(
    qtbot, store, tmp_path, desk
):
    from desktop.jobs.desk import Desk
    from desktop.settings import Settings
    from desktop.state.session import start_session

    model = take_in(qtbot, desk, write_tiny_bundle(tmp_path / "other", id="tiny-2"))
    promote(qtbot, desk, "tiny-2")
    (model.path / "model.onnx").write_bytes(b"something else")

    later = Desk(start_session(Settings(tmp_path / "user")), store)
    told = []
    later.error_raised.connect(told.append)
    later.warm_up()
    wait_for_model(qtbot, later, "tiny-1")
    assert later.close(10.0)

    assert later.state.models.active_id == "tiny-1"
    assert any("tiny-2 cannot be used" in str(error) for error in told)


def test_a_choice_of_an_earlier_version_is_taken_over_once(qtbot, desk, store, tmp_path):
    write_tiny_bundle(store.imported / "tiny-2", id="tiny-2")
    desk.state.settings.save()
    desk.state.settings._file.setValue("model/active", "tiny-2")
    desk.warm_up()
    wait_for_model(qtbot, desk, "tiny-2")

    assert desk.state.models.active_id == "tiny-2"
    assert desk.state.settings.former("model/active") == ""
    assert not (store.imported / "tiny-2").exists()


def test_a_site_that_wants_signatures_refuses_an_unsigned_model(qtbot, desk, tmp_path):
    desk.warm_up()
    wait_for_model(qtbot, desk, "tiny-1")
    take_in(qtbot, desk, write_tiny_bundle(tmp_path / "other", id="tiny-2"))
    desk.state.settings.set("model/needs_signature", True)

    with qtbot.waitSignal(desk.models_life.refused, timeout=WAIT_MS) as told:
        desk.models_life.promote("tiny-2", "for this test")

    assert told.args[0].code == "E_MODEL_UNTRUSTED"
    assert desk.state.models.active_id == "tiny-1"


def test_a_bare_file_asks_and_is_imported_with_the_answers(qtbot, desk, tmp_path):
    path = tmp_path / "bare.onnx"
    path.write_bytes(tiny_onnx())
    with qtbot.waitSignal(desk.import_needs_answers, timeout=WAIT_MS) as asked:
        desk.import_model(path)
    questions = asked.args[1].questions
    assert {"classes", "scaling"} <= set(questions)

    answers = {"classes": ("bright",), "scaling": "unit"}
    model = take_in(qtbot, desk, path, answers)
    assert model.id.startswith("bare")
    promote(qtbot, desk, model.id)


def test_a_damaged_bundle_is_told_and_changes_nothing(qtbot, desk, tmp_path):
    desk.warm_up()
    wait_for_model(qtbot, desk, "tiny-1")
    damaged = write_tiny_bundle(tmp_path / "damaged", id="tiny-3")
    (damaged / "model.onnx").write_bytes(b"something else")
    with qtbot.waitSignal(desk.error_raised, timeout=WAIT_MS) as told:
        desk.import_model(damaged)

    assert told.args[0].code == "E_BUNDLE"
    assert desk.state.models.active_id == "tiny-1"


def test_changing_the_model_scores_the_image_again(qtbot, window, desk, make_png, tmp_path):
    desk.open_paths([make_png("film.png", 200)])
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: workspace.current.reading is not None, timeout=WAIT_MS)
    take_in(qtbot, desk, write_tiny_bundle(tmp_path / "other", id="tiny-2"))
    promote(qtbot, desk, "tiny-2")
    qtbot.waitUntil(
        lambda: (
            workspace.current.reading is not None
            and workspace.current.reading.prediction.model_id == "tiny-2"
        ),
        timeout=WAIT_MS,
    )

    assert workspace.current.explanation is None or (
        workspace.current.explanation.model_id == "tiny-2"
    )


def test_the_form_asks_each_question_and_gives_the_answers(qtbot, desk, tmp_path):
    from PySide6.QtWidgets import QComboBox, QLineEdit

    from desktop.views.dialogs.model_form import ModelForm
    from engine.errors import ForeignModelError

    questions = {"classes": "unnamed", "scaling": "unknown", "size_hw": "open"}
    error = ForeignModelError("questions", questions=questions)
    form = ModelForm(tmp_path / "bare.onnx", error, {})
    qtbot.addWidget(form)
    names, size = form.findChildren(QLineEdit)
    names.setText("opacity, no opacity")
    size.setText("224 x 192")
    (scaling,) = form.findChildren(QComboBox)
    scaling.setCurrentIndex(scaling.findData("imagenet"))

    assert form.answers() == {
        "classes": ("opacity", "no opacity"),
        "scaling": "imagenet",
        "size_hw": (224, 192),
    }


def test_the_form_asks_on_for_what_an_answer_needs(qtbot, tmp_path):
    from PySide6.QtWidgets import QLineEdit

    from desktop.views.dialogs.model_form import ModelForm
    from engine.errors import ForeignModelError

    error = ForeignModelError("questions", questions={"mean": "needed", "deviation": "needed"})
    form = ModelForm(tmp_path / "bare.onnx", error, {"scaling": "mean-std"})
    qtbot.addWidget(form)
    mean, deviation = form.findChildren(QLineEdit)
    mean.setText("0.485, 0.456, 0.406")
    deviation.setText("no number")

    assert form.answers() == {"scaling": "mean-std", "mean": (0.485, 0.456, 0.406)}
