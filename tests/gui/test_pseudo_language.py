"""The whole window in a language that nobody speaks: nothing stays English, nothing is cut off."""

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from desktop.findings import FINDINGS
from desktop.jobs.delivery_tasks import FAILED, Row
from desktop.language import LANGUAGES
from desktop.paths import TRANSLATIONS
from desktop.printing.pages import PAPERS
from desktop.views.administrator.password_dialogs import AskDialog, ChangeDialog, SetUpDialog
from desktop.views.compare.compare_window import CompareWindow
from desktop.views.compare.opinions_window import OpinionsWindow
from desktop.views.dialogs.about import AboutDialog
from desktop.views.dialogs.acceptance import AcceptanceDialog
from desktop.views.dialogs.help_sheet import HelpSheet
from desktop.views.dialogs.model_card import ModelCardDialog
from desktop.views.dialogs.model_form import ModelForm
from desktop.views.dialogs.override import OverrideDialog
from desktop.views.dialogs.palette import Palette
from desktop.views.dialogs.settings_dialog import SettingsDialog
from desktop.views.dialogs.shortcut_editor import ShortcutEditor
from desktop.views.dialogs.system import SystemDialog
from desktop.views.dicom.delivery_dialog import DeliveryDialog
from desktop.views.dicom.image_dialogs import DEIDENTIFYING, SENDING, images_dialog
from desktop.views.dicom.nodes_dialog import NodesDialog
from desktop.views.dicom.results_dialog import results_dialog
from desktop.views.layers.layer_window import LayerWindow
from desktop.views.look import Look
from desktop.views.main_window import LEAST_SIZE, MainWindow
from desktop.views.report.dialog import ReportDialog
from desktop.views.report.order import reading_of
from desktop.views.worklist.worklist_window import WorklistWindow
from engine.bundle.answers import QUESTIONS
from engine.errors import ForeignModelError
from engine.explain.registry import METHODS
from engine.language import Said, said
from engine.measure import mark as kinds
from engine.measure.mark import new_mark
from engine.overlay.colour import COLOUR_MAPS
from tests.support.dicoms import dataset, encode
from tests.support.pseudo import PseudoTranslator
from tests.support.reports import reading
from tests.support.translation_files import texts_of_file
from tests.support.visible_texts import clipped, texts_of, untranslated

PROPER_NAMES = {language.name for language in LANGUAGES} | {
    entry.title for entry in COLOUR_MAPS if not isinstance(entry.title, Said)
}
_FIELD, _WORD = re.compile(r"{[^}]*}"), re.compile(r"[^\W\d_]")
WAIT_MS = 60_000  # a window, a model and decoders on a busy machine
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("^This plugin does not support")]

# What no language changes: names of the program, of parts, of formats, of languages, and the data
# of these tests.
DATA = (
    "WhyRay", "Qt", "GPU", "CUDA", "DICOM", "English", "Deutsch", "Español", "Tiny", "tiny-1",
    "CPU", "PNG", "CHEST",
    "KNEE", "Doe, Jane", "Roe, Rita", "film.dcm", "other.dcm", "knee.dcm", "broken.dcm", "Hospital",
    "Explicit VR Little Endian", "MONOCHROME", "NumPy", "JPEG", "TIFF", "BMP", "WEBP", "ZIP",
    "DICOMDIR", "ONNX", "SHA", "Hz", "Kantonsspital",
)  # fmt: skip
POINTS = {
    kinds.LENGTH: ((50.0, 60.0), (200.0, 60.0)),
    kinds.ANGLE: ((50.0, 100.0), (100.0, 100.0), (150.0, 160.0)),
    kinds.COBB: ((50.0, 200.0), (150.0, 200.0), (50.0, 260.0), (150.0, 300.0)),
    kinds.CTR: ((40.0, 300.0), (460.0, 300.0), (250.0, 300.0), (180.0, 340.0), (360.0, 340.0)),
    kinds.ELLIPSE: ((50.0, 350.0), (150.0, 450.0)),
    kinds.RECTANGLE: ((200.0, 350.0), (300.0, 450.0)),
    kinds.POLYGON: ((320.0, 350.0), (420.0, 350.0), (420.0, 450.0)),
    kinds.ARROW: ((300.0, 500.0), (350.0, 560.0)),
}


@pytest.fixture
def pseudo(qapp):
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    filed = texts_of_file(TRANSLATIONS / "whyray_de.ts")
    contexts = {context for context, _ in filed}
    unknown = {
        (context, text)
        for context, text in translator.asked - filed
        if context in contexts and text not in PROPER_NAMES and _WORD.search(_FIELD.sub("", text))
    }
    tell(sorted(f"never filed: {context}: {text!r}" for context, text in unknown))


@pytest.fixture
def look(qapp, desk):
    from desktop.views import theme

    look = Look(qapp, desk.state.settings)
    yield look
    theme.use(qapp, "dark", 100)
    qapp.setStyleSheet("")


@pytest.fixture
def window(qtbot, pseudo, look, desk):
    window = MainWindow(desk)
    look.dress()
    qtbot.addWidget(window)
    window.resize(1280, 820)
    window.show()
    desk.warm_up()
    qtbot.waitUntil(lambda: desk.state.models.open_model("tiny-1") is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(desk.state.inquiry.methods), timeout=WAIT_MS)
    yield window
    window.close()


@pytest.fixture
def make_film(tmp_path):
    def make(name, patient="P1", who="Doe^Jane", **more):
        pixels = np.tile(np.linspace(1000, 3000, 500), (600, 1)).astype(np.uint16)
        facts = {
            "PatientID": patient, "PatientName": who, "PatientSex": "F", "PatientAge": "040Y",
            "StudyDate": "20240301", "ViewPosition": "PA", "BodyPartExamined": "CHEST",
            "Modality": "DX", "ImagerPixelSpacing": [0.2, 0.2], "Laterality": "L",
        }  # fmt: skip
        path = tmp_path / name
        path.write_bytes(encode(dataset(pixels, **(facts | more))))
        return path

    return make


def opened(qtbot, desk, path):
    desk.open_paths([path])
    workspace = desk.state.workspace
    qtbot.waitUntil(
        lambda: workspace.current is not None and workspace.current.path == path, timeout=WAIT_MS
    )
    item = workspace.current
    qtbot.waitUntil(
        lambda: (
            item.error is not None or item.reading is not None or item.reading_error is not None
        ),
        timeout=WAIT_MS,
    )
    return item


def explained(qtbot, window, item):
    window.actions_by_id["explain"].trigger()
    qtbot.waitUntil(lambda: item.explanation is not None and item.progress is None, timeout=WAIT_MS)


def settle():
    """Lets layouts ask each other until they agree."""
    for _ in range(6):
        QApplication.processEvents()


def tell(found, *where):
    """Fails with a line for each text that was found."""
    if found:
        pytest.fail("\n".join((str(where), *found)), pytrace=False)


def forgotten(*roots, data=()):
    known = (*DATA, *data)
    return sorted(
        {
            f"{seen.where}: {seen.text!r} ({', '.join(words)})"
            for root in roots
            for seen in texts_of(root)
            if (words := untranslated(seen.text, known))
        }
    )


def model_words(desk):
    """What the model says about itself; its known findings are translated."""
    manifest = desk.state.models.open_model("tiny-1").manifest
    layers = [layer.name for layer in desk.state.models.open_model("tiny-1").layers]
    kinds_of = [layer.kind for layer in desk.state.models.open_model("tiny-1").layers]
    known = {name.casefold() for name in FINDINGS}
    classes = [target.name for target in manifest.classes]
    names = [name for name in classes if name.casefold() not in known]
    return (*names, *layers, *kinds_of, manifest.name, manifest.version, manifest.purpose,
            manifest.licence)  # fmt: skip


def test_the_empty_window(window):
    tell(forgotten(window))


def test_an_image_with_scores_map_and_marks(qtbot, window, desk, make_film):
    item = opened(qtbot, desk, make_film("film.dcm"))
    explained(qtbot, window, item)
    qtbot.waitUntil(lambda: desk.state.marks.sheet(item) is not None, timeout=WAIT_MS)
    sheet = desk.state.marks.sheet(item)
    for kind, points in POINTS.items():
        sheet = sheet.with_mark(new_mark(kind, points, 0))
    desk.state.marks.change(item, sheet, "x")
    window.image.set_inverted(True)
    window.image.flip_across()
    window.image.set_equalised(True)
    data = (*model_words(desk), item.radiograph.sha256)
    tell(forgotten(window, data=data))
    window.actions_by_id["test-map"].trigger()
    qtbot.waitUntil(lambda: item.panel is not None and item.trial is None, timeout=WAIT_MS)
    tell(forgotten(window, data=data), "tested")
    settle()
    tell(clipped(window), "tested")
    desk.state.workspace.privacy.set_on(True)
    tell(forgotten(window, data=data))


def test_every_method_in_the_pickers(qtbot, window, desk, make_film):
    item = opened(qtbot, desk, make_film("film.dcm"))
    data = [*model_words(desk), item.radiograph.sha256]
    data += [method.reference for method in METHODS]
    for toggle in window.explanation.findChildren(QToolButton):
        if toggle.isCheckable():
            toggle.setChecked(True)
    for method in METHODS:
        desk.state.inquiry.change(method=method.id)
        names = [entry.name for entry in _options(method)]
        defaults = [str(entry.default) for entry in _options(method)]
        found = forgotten(window.explanation, data=[*data, *names, *defaults])
        tell(found, method.id)


def _options(method):
    from engine.options import option_facts

    return option_facts(method.options)


def test_a_file_that_cannot_be_opened(qtbot, window, desk, tmp_path):
    path = tmp_path / "broken.dcm"
    path.write_bytes(b"\0" * 128 + b"DICM" + b"garbage")
    item = opened(qtbot, desk, path)
    for button in window.stage.error.findChildren(QToolButton):
        button.setChecked(True)
    details = tuple(item.error.details.values()) + tuple(item.error.details)
    data = (*details, item.error.code, str(tmp_path), *model_words(desk))
    tell(forgotten(window, data=data))


def test_a_refused_image_and_its_override(qtbot, window, desk, make_film):
    item = opened(qtbot, desk, make_film("knee.dcm", BodyPartExamined="KNEE"))
    assert item.is_refused
    data = (*model_words(desk), item.radiograph.sha256, "because")
    tell(forgotten(window, data=data))
    dialog = OverrideDialog(item.reading.admission, window)
    qtbot.addWidget(dialog)
    dialog.show()
    tell(forgotten(dialog, data=data))
    tell(clipped(dialog))
    desk.records.override("because")
    tell(forgotten(window, data=data))


def test_what_every_layer_saw_and_the_model_card(qtbot, window, desk, make_film):
    item = opened(qtbot, desk, make_film("film.dcm"))
    model = desk.state.models.open_model("tiny-1")
    layers = LayerWindow(desk, window)
    card = ModelCardDialog(model.manifest, "", window)
    facts = [layer.tensor for layer in model.layers]
    data = (*model_words(desk), *facts, "tiny", "float32", "nchw")
    for dialog in (layers, card):
        qtbot.addWidget(dialog)
        dialog.show()
    qtbot.waitUntil(lambda: layers.maps.layers.count() > 0, timeout=WAIT_MS)
    qtbot.wait(500)
    assert item.reading is not None
    for dialog in (layers, card):
        tell(forgotten(dialog, data=data), type(dialog).__name__)
        tell(clipped(dialog), type(dialog).__name__)


def test_explanations_and_models_side_by_side(qtbot, window, desk, make_film):
    item = opened(qtbot, desk, make_film("film.dcm"))
    compare = CompareWindow(desk, window.prompts, window)
    opinions = OpinionsWindow(desk, window)
    for dialog in (compare, opinions):
        qtbot.addWidget(dialog)
        dialog.show()
    shown = desk.state.compared
    qtbot.waitUntil(
        lambda: shown.shown.progress is None and len(shown.shown.done) > 1, timeout=WAIT_MS
    )
    opinions.start()
    found = desk.state.opinions
    qtbot.waitUntil(
        lambda: found.shown.progress is None and len(found.shown.rows) == 1, timeout=WAIT_MS
    )
    assert item.reading is not None
    for what in ("maps", "ranks", "shares"):
        shown.change(what=what, is_signed=what == "maps", reference=1)
        for dialog in (compare, opinions):
            tell(forgotten(dialog, data=model_words(desk)), type(dialog).__name__)
            tell(clipped(dialog), type(dialog).__name__)


def test_the_worklist(qtbot, window, desk, make_film):
    item = opened(qtbot, desk, make_film("film.dcm"))
    assert item.reading is not None
    worklist = WorklistWindow(desk, window.prompts, window)
    qtbot.addWidget(worklist)
    worklist.show()
    model = worklist.model
    qtbot.waitUntil(
        lambda: model.rowCount() == 1 and bool(model.index(0, 1).data()), timeout=WAIT_MS
    )
    worklist.table.selectRow(0)
    worklist.filters.period.setCurrentIndex(worklist.filters.period.count() - 1)
    data = (*model_words(desk), *(model.index(0, column).data() for column in (3, 4, 5, 7, 8)))
    tell(forgotten(worklist, data=data))
    tell(clipped(worklist))


def test_giving_results_and_images_away(qtbot, window, desk, make_film):
    item = opened(qtbot, desk, make_film("film.dcm"))
    explained(qtbot, window, item)
    desk.state.settings.set("network/nodes", "PACS@127.0.0.1:1")
    settings, delivery, prompts = desk.state.settings, desk.delivery, window.prompts
    reading = reading_of(desk.state, item)
    rows = [Row("film.dcm", said("the connection was lost before the peer answered"), FAILED)]
    for make in (
        lambda: results_dialog(desk.state, reading, delivery, prompts, "", window),
        lambda: images_dialog(SENDING, desk.state, delivery, prompts, window),
        lambda: images_dialog(DEIDENTIFYING, desk.state, delivery, prompts, window),
        lambda: NodesDialog(settings, delivery, window),
    ):
        dialog = make()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        for row in rows if isinstance(dialog, DeliveryDialog) else ():
            dialog.outcome.show()
            dialog.outcome.add(row)
            dialog.outcome.end(was_stopped=True)
        settle()
        tell(forgotten(dialog, data=("PACS", "WHYRAY")), dialog.windowTitle())
        tell(clipped(dialog), dialog.windowTitle())
        dialog.done(0)


def test_two_panes_with_two_patients(qtbot, window, desk, make_film):
    first = opened(qtbot, desk, make_film("film.dcm"))
    second = opened(qtbot, desk, make_film("other.dcm", "P2", "Roe^Rita"))
    desk.state.panes.arrange("1x2")
    data = (*model_words(desk), first.radiograph.sha256, second.radiograph.sha256)
    tell(forgotten(window, data=data))


def _dialogs(window, state):
    shortcuts = window.actions_by_id.shortcuts
    yield SettingsDialog(state.settings, window)
    yield ShortcutEditor(shortcuts, window)
    yield HelpSheet(shortcuts, window)
    yield AboutDialog(state, window)
    yield SystemDialog(state, window)
    yield AcceptanceDialog(state.settings, window)
    yield Palette(window.actions_by_id, window)
    administration = window.desk.administration
    yield AskDialog(administration, "a.onnx", window)
    yield SetUpDialog(administration, "a.onnx", window)
    yield ChangeDialog(administration, window)
    questions = {name: said(text) for name, text in QUESTIONS.items() if "{" not in text}
    yield ModelForm(Path("a.onnx"), ForeignModelError("x", questions=questions), {}, window)
    yield ReportDialog(state, reading(), None, "", window)


def test_every_dialog(qtbot, window, desk):
    from desktop.system_facts import system_facts, versions_text

    values = [value for name, value in system_facts(desk.state) if name != "Screens"]
    data = (*model_words(desk), *values, versions_text(), "a.onnx", "OK", *PAPERS)
    for percent in ("100", "130"):
        desk.state.settings.set("look/text_size", percent)
        for dialog in _dialogs(window, desk.state):
            qtbot.addWidget(dialog)
            if isinstance(dialog, Palette):
                dialog.open_over(window)
            else:
                dialog.show()
            settle()
            tell(forgotten(dialog, data=data), type(dialog).__name__)
            tell(clipped(dialog), (type(dialog).__name__, percent))
            dialog.close()


@pytest.mark.parametrize("percent", ["100", "130"])
def test_nothing_is_cut_off(qtbot, window, desk, make_film, percent):
    desk.state.settings.set("look/text_size", percent)
    sizes = (QSize(1280, 820), QSize(*LEAST_SIZE))
    for size in sizes:
        window.resize(size)
        settle()
        tell(clipped(window), ("empty", size))
    item = opened(qtbot, desk, make_film("film.dcm"))
    explained(qtbot, window, item)
    for size in sizes:
        window.resize(size)
        settle()
        tell(clipped(window), ("explained", size))
    item = opened(qtbot, desk, make_film("knee.dcm", BodyPartExamined="KNEE"))
    for size in sizes:
        window.resize(size)
        settle()
        tell(clipped(window), ("refused", size))
