import pytest

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


def test_an_imported_bundle_becomes_the_active_one_and_is_remembered(qtbot, desk, tmp_path):
    desk.warm_up()
    desk.import_model(write_tiny_bundle(tmp_path / "other", id="tiny-2"))
    wait_for_model(qtbot, desk, "tiny-2")

    assert desk.state.models.active_id == "tiny-2"
    assert desk.state.settings.get("model/active") == "tiny-2"


def test_a_bare_file_asks_and_is_imported_with_the_answers(qtbot, desk, tmp_path):
    path = tmp_path / "bare.onnx"
    path.write_bytes(tiny_onnx())
    with qtbot.waitSignal(desk.import_needs_answers, timeout=WAIT_MS) as asked:
        desk.import_model(path)
    questions = asked.args[1].questions
    assert {"classes", "scaling"} <= set(questions)

    answers = {"classes": ("bright",), "scaling": "unit"}
    desk.import_model(path, answers)
    models = desk.state.models
    qtbot.waitUntil(lambda: models.active_id.startswith("bare"), timeout=WAIT_MS)
    wait_for_model(qtbot, desk, models.active_id)


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
    desk.import_model(write_tiny_bundle(tmp_path / "other", id="tiny-2"))
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
