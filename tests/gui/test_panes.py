"""Images side by side: whose they are, what is linked, and that no answer lands on another one."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.state.workspace import Status
from engine.bundle.store import ModelStore
from engine.images.kinship import Kinship
from tests.gui.test_open_and_explain import texts
from tests.support.bundles import write_tiny_bundle
from tests.support.dicoms import dataset, encode

WAIT_MS = 60_000  # several decoders, models and windows on a busy machine
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("does not support propagateSizeHints")]


@pytest.fixture
def store(tmp_path):
    """A store with two models."""
    write_tiny_bundle(tmp_path / "shipped" / "tiny-1")
    write_tiny_bundle(tmp_path / "shipped" / "tiny-2", id="tiny-2")
    return ModelStore(tmp_path / "shipped", tmp_path / "imported")


@pytest.fixture
def make_dicom(tmp_path):
    """Writes a frontal radiograph of a patient."""

    def make(name, *, patient="P1", who="Doe^Jane", day="20240301", view="PA", level=2500, **more):
        pixels = np.tile(np.linspace(level - 900, level + 900, 500), (600, 1)).astype(np.uint16)
        path = tmp_path / f"{name}.dcm"
        facts = {"PatientID": patient, "PatientName": who, "StudyDate": day, "ViewPosition": view}
        study = {"StudyInstanceUID": f"1.2.{patient[1:]}.{day}", "BodyPartExamined": "CHEST"}
        path.write_bytes(encode(dataset(pixels, **(facts | study | more))))
        return path

    return make


def open_all(qtbot, desk, *paths):
    """Opens files; gives their items in the order of the paths."""
    desk.open_paths(paths)
    workspace = desk.state.workspace
    qtbot.waitUntil(lambda: len(workspace.items) == len(paths), timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: all(item.status is Status.READY for item in workspace.items), timeout=WAIT_MS
    )
    by_path = {item.path: item for item in workspace.items}
    return [by_path[path] for path in paths]


def click(qtbot, view):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton)


def wheel(view, notches):
    centre = QPointF(view.viewport().rect().center() + QPoint(40, 25))
    QApplication.sendEvent(
        view.viewport(),
        QWheelEvent(
            centre,
            QPointF(view.viewport().mapToGlobal(centre.toPoint())),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def items_of(window):
    panes = window.desk.state.panes
    return [panes.item(number) for number in panes.visible]


def test_the_prior_of_the_same_patient_and_view_comes_beside(qtbot, window, desk, make_dicom):
    current, prior, _, _, _ = open_all(
        qtbot,
        desk,
        make_dicom("current"),
        make_dicom("prior", day="20220301"),
        make_dicom("older", day="20200301"),
        make_dicom("lateral", day="20230301", view="LL"),
        make_dicom("stranger", patient="P2", who="Roe^Ann", day="20230501"),
    )
    window.resize(1800, 900)  # room for every word of both bars
    desk.state.workspace.select(current)
    window.actions_by_id["compare-prior"].trigger()
    qtbot.waitUntil(lambda: window.stage.views[1].radiograph() is not None, timeout=WAIT_MS)

    assert items_of(window) == [current, prior]
    assert [view.radiograph() for view in window.stage.views] == [
        current.radiograph,
        prior.radiograph,
    ]
    headers = texts(window.stage)
    assert "2024-03-01" in headers
    assert "2022-03-01" in headers
    assert "Prior" in headers
    assert "2 year" in headers
    assert not window.stage._company.isVisible()


def test_what_hung_beside_an_image_leaves_with_its_patient(qtbot, window, desk, make_dicom):
    current, _, stranger = open_all(
        qtbot,
        desk,
        make_dicom("current"),
        make_dicom("prior", day="20220301"),
        make_dicom("stranger", patient="P2", who="Roe^Ann"),
    )
    desk.state.workspace.select(current)
    window.actions_by_id["two-panes"].trigger()
    assert None not in items_of(window)
    desk.state.workspace.select(stranger)

    assert items_of(window) == [stranger, None]
    assert window.stage.views[1].radiograph() is None


def test_two_patients_are_told_apart_and_warned_about(qtbot, window, desk, make_dicom):
    one, other = open_all(
        qtbot, desk, make_dicom("one"), make_dicom("other", patient="P2", who="Roe^Ann")
    )
    workspace = desk.state.workspace
    workspace.select(one)
    window.actions_by_id["two-panes"].trigger()
    assert items_of(window) == [one, None]
    desk.state.panes.focus(1)
    workspace.select(other)

    assert window.stage._company.isVisible()
    shown = texts(window.stage)
    for expected in ("Different patients", "Patient A", "Patient B", "Doe, Jane", "Roe, Ann"):
        assert expected in shown
    window.actions_by_id["one-pane"].trigger()
    assert items_of(window) == [other]
    assert not window.stage._company.isVisible()


def test_equal_numbers_with_other_names_never_pair(qtbot, window, desk, make_dicom):
    one, _ = open_all(
        qtbot, desk, make_dicom("one"), make_dicom("other", who="Roe^Ann", day="20220301")
    )
    desk.state.workspace.select(one)
    window.actions_by_id["compare-prior"].trigger()
    assert items_of(window) == [one]
    window.actions_by_id["two-panes"].trigger()
    assert items_of(window) == [one, None]


def test_a_click_makes_a_pane_the_one_that_commands_mean(qtbot, window, desk, make_dicom):
    one, other = open_all(qtbot, desk, make_dicom("one"), make_dicom("two", day="20220301"))
    desk.state.workspace.select(one)
    window.actions_by_id["two-panes"].trigger()
    left, right = window.stage.views
    qtbot.waitUntil(lambda: right.radiograph() is not None, timeout=WAIT_MS)
    window.actions_by_id["link-places"].trigger()  # off
    click(qtbot, right)

    assert desk.state.workspace.current is other
    assert window.image is right
    window.actions_by_id["zoom-in"].trigger()
    assert right.zoom() > left.zoom()
    window.actions_by_id["invert"].trigger()
    assert (left.is_inverted(), right.is_inverted()) == (False, True)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.image is left


def test_linked_panes_zoom_and_move_together(qtbot, window, desk, make_dicom):
    one, _ = open_all(qtbot, desk, make_dicom("one"), make_dicom("two", day="20220301"))
    desk.state.workspace.select(one)
    window.actions_by_id["two-panes"].trigger()
    left, right = window.stage.views
    qtbot.waitUntil(lambda: right.radiograph() is not None, timeout=WAIT_MS)
    for moved, follower in ((left, right), (right, left)):
        wheel(moved, 3)
        ours, theirs = moved.relative_view(), follower.relative_view()
        assert ours.zoom > 1.2
        assert theirs.zoom == pytest.approx(ours.zoom, rel=1e-6)
        assert theirs.centre == pytest.approx(ours.centre, abs=2e-3)
    window.actions_by_id["link-places"].trigger()
    before = right.relative_view()
    wheel(left, 2)
    assert right.relative_view() == before


def test_a_linked_window_is_the_same_change_and_a_new_image_keeps_its_own(
    qtbot, window, desk, make_dicom
):
    one, _, third = open_all(
        qtbot,
        desk,
        make_dicom("one", WindowCenter="2500", WindowWidth="1000"),
        make_dicom("two", day="20220301", WindowCenter="1000", WindowWidth="200"),
        make_dicom("three", day="20230101", WindowCenter="700", WindowWidth="100"),
    )
    desk.state.workspace.select(one)
    desk.state.panes.arrange("1x2")
    two = next(i for i in desk.state.workspace.items if i.path.stem == "two")
    desk.state.panes.put(1, two)
    left, right = window.stage.views
    qtbot.waitUntil(lambda: right.radiograph() is not None, timeout=WAIT_MS)
    window.actions_by_id["link-windows"].trigger()
    from engine.images.radiograph import Window

    left.set_voi(Window(2750.0, 2000.0))  # a quarter of a width up, twice as wide
    assert (right.voi().centre, right.voi().width) == pytest.approx((1050.0, 400.0))

    desk.state.panes.focus(1)
    desk.state.workspace.select(third)
    qtbot.waitUntil(lambda: right.radiograph() is third.radiograph, timeout=WAIT_MS)
    assert (right.voi().centre, right.voi().width) == (700.0, 100.0)
    assert (left.voi().centre, left.voi().width) == (2750.0, 2000.0)


def test_one_image_under_two_explanations(qtbot, window, desk, make_dicom):
    (item,) = open_all(qtbot, desk, make_dicom("one"))
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    window.actions_by_id["explain"].trigger()
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    first = item.explanation
    window.actions_by_id["explain-twice"].trigger()
    twin = desk.state.workspace.current
    assert twin is not item
    assert twin.reading is item.reading

    desk.state.inquiry.change(method="saliency")
    qtbot.waitUntil(
        lambda: twin.explanation is not None and twin.explanation.method == "saliency",
        timeout=WAIT_MS,
    )
    left, right = window.stage.views
    assert item.explanation is first
    assert left._explanation is first
    assert right._explanation is twin.explanation
    assert window.strip.model().rowCount() == 1
    assert not window.stage._company.isVisible()

    click(qtbot, left)
    assert desk.state.inquiry.inquiry.method == "grad-cam"
    assert window.explanation._pickers._method.currentData() == "grad-cam"
    click(qtbot, right)
    assert window.explanation._pickers._method.currentData() == "saliency"


def test_one_image_under_two_models(qtbot, window, desk, make_dicom):
    (item,) = open_all(qtbot, desk, make_dicom("one"))
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    window.actions_by_id["ask-other-model"].trigger()
    twin = desk.state.workspace.current
    qtbot.waitUntil(lambda: twin.reading is not None, timeout=WAIT_MS)

    assert item.reading.prediction.model_id == "tiny-1"
    assert twin.reading.prediction.model_id == "tiny-2"
    assert window.model_bar._box.currentData() == "tiny-2"
    window.actions_by_id["explain"].trigger()
    qtbot.waitUntil(lambda: twin.shown is not None, timeout=WAIT_MS)
    assert twin.explanation.model_id == "tiny-2"
    assert {e.model_id for e in item.explanations.values()} <= {"tiny-1"}

    window.model_bar.model_chosen.emit("tiny-1")
    qtbot.waitUntil(
        lambda: twin.reading is not None and twin.reading.prediction.model_id == "tiny-1",
        timeout=WAIT_MS,
    )
    assert twin.explanation is None or twin.explanation.model_id == "tiny-1"
    assert desk.state.models.active_id == "tiny-1"


def test_work_in_one_pane_goes_on_while_another_is_focused(qtbot, window, desk, make_dicom):
    one, other = open_all(qtbot, desk, make_dicom("one"), make_dicom("two", day="20220301"))
    desk.state.workspace.select(one)
    window.actions_by_id["two-panes"].trigger()
    qtbot.waitUntil(lambda: one.reading is not None and other.reading is not None, timeout=WAIT_MS)
    desk.state.inquiry.change(method="rise", is_automatic=False)
    desk.reading.explain()
    desk.state.panes.focus(1)
    assert one.progress is not None
    desk.state.panes.focus(0)
    desk.state.panes.focus(1)
    qtbot.waitUntil(lambda: one.shown is not None, timeout=WAIT_MS)

    assert one.explanation.method == "rise"
    assert window.stage.views[0]._explanation is one.explanation
    assert window.stage.views[1]._explanation is other.explanation


def test_a_late_answer_never_lands_on_the_image_that_took_the_pane(qtbot, window, desk, make_dicom):
    one, other, third = open_all(
        qtbot,
        desk,
        make_dicom("one"),
        make_dicom("two", day="20220301"),
        make_dicom("three", patient="P2", who="Roe^Ann"),
    )
    desk.state.workspace.select(one)
    window.actions_by_id["two-panes"].trigger()
    qtbot.waitUntil(lambda: one.reading is not None and other.reading is not None, timeout=WAIT_MS)
    desk.state.inquiry.change(method="rise", is_automatic=False)
    desk.reading.explain()
    desk.state.workspace.select(third)
    qtbot.waitUntil(lambda: third.reading is not None, timeout=WAIT_MS)
    qtbot.wait(300)

    assert third.explanation is None
    assert window.stage.views[0].radiograph() is third.radiograph
    assert window.stage.views[0]._explanation is None
    assert one.progress is None


def test_a_double_click_shows_one_pane_of_several_and_the_others_again(
    qtbot, window, desk, make_dicom
):
    one, other = open_all(qtbot, desk, make_dicom("one"), make_dicom("two", day="20220301"))
    desk.state.workspace.select(one)
    window.actions_by_id["two-panes"].trigger()
    left, right = window.stage.views
    qtbot.waitUntil(lambda: right.radiograph() is not None, timeout=WAIT_MS)
    qtbot.mouseDClick(right.viewport(), Qt.MouseButton.LeftButton)
    assert window.stage.views == (right,)
    assert not left.isVisible()
    qtbot.mouseDClick(right.viewport(), Qt.MouseButton.LeftButton)
    assert window.stage.views == (left, right)
    assert left.isVisible()
    assert items_of(window) == [one, other]


def test_images_without_identity_are_not_taken_for_one_patient(qtbot, window, desk, make_png):
    one, other = open_all(qtbot, desk, make_png("a.png", 120), make_png("b.png", 140))
    desk.state.workspace.select(one)
    window.actions_by_id["two-panes"].trigger()
    assert items_of(window) == [one, None]
    desk.state.panes.put(1, other)
    assert "do not say whether they are of one patient" in texts(window.stage)


def test_kinship_of_the_fixture_files_is_what_the_tests_mean(qtbot, window, desk, make_dicom):
    from engine.images.kinship import kinship

    one, same, other = open_all(
        qtbot,
        desk,
        make_dicom("one"),
        make_dicom("same", day="20220301"),
        make_dicom("other", patient="P2", who="Roe^Ann"),
    )
    assert kinship(one.facts, same.facts) is Kinship.SAME
    assert kinship(one.facts, other.facts) is Kinship.DIFFERENT


def test_a_decision_on_an_image_beside_itself_is_kept_for_that_image(
    qtbot, window, desk, make_dicom
):
    one, other = open_all(
        qtbot,
        desk,
        make_dicom("one"),
        make_dicom("other", patient="P2", who="Roe^Ann", SOPInstanceUID="1.2.3.5"),
    )
    desk.state.workspace.select(one)
    qtbot.waitUntil(lambda: one.reading is not None, timeout=WAIT_MS)
    window.actions_by_id["explain-twice"].trigger()
    twin = desk.state.workspace.current
    desk.records.decide("bright", verdict="accepted")

    assert twin.decision_about("bright").verdict == "accepted"
    assert one.decision_about("bright").verdict == "accepted"
    assert other.record.decisions == ()


def test_second_readers_see_no_answer_in_any_pane_before_they_looked(
    qtbot, window, desk, make_dicom
):
    (item,) = open_all(qtbot, desk, make_dicom("one"))
    qtbot.waitUntil(lambda: item.reading is not None, timeout=WAIT_MS)
    window.actions_by_id["explain"].trigger()
    qtbot.waitUntil(lambda: item.shown is not None, timeout=WAIT_MS)
    window.actions_by_id["explain-twice"].trigger()
    twin = desk.state.workspace.current
    desk.records.toggle_second_reader()

    assert [i.explanation for i in (item, twin)] == [None, None]
    assert [view._explanation for view in window.stage.views] == [None, None]


def test_privacy_masks_every_pane(qtbot, window, desk, make_dicom):
    one, _ = open_all(qtbot, desk, make_dicom("one"), make_dicom("two", day="20220301"))
    desk.state.workspace.select(one)
    window.actions_by_id["two-panes"].trigger()
    window.actions_by_id["privacy"].trigger()

    shown = texts(window.stage)
    for secret in ("Doe", "P1", "2024-03-01", "2022-03-01"):
        assert secret not in shown
    assert "Prior" in shown
