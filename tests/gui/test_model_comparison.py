"""The page that puts a new model beside the active one: from facts on disk, to a person's act."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.jobs.evidence import OLD
from desktop.retraining import trainer
from desktop.retraining.plan import Plan
from desktop.retraining.run_folder import FINISHED, RunView
from desktop.views.retraining.promotion_dialog import PromotionDialog
from desktop.views.retraining.result_page import ResultPage
from engine.bundle.recommendation import NOT_RECOMMENDED, RECOMMENDED, recommend
from engine.bundle.store import read_bundle, stored_model
from engine.errors import RequestError
from tests.gui.conftest import WAIT_MS
from tests.support.compared import Gaze, write_gazing_bundle, write_halves

pytestmark = pytest.mark.gui
BETTER, WORSE, ACTIVE = Gaze(9.0, 0.0), Gaze(0.0, 9.0), Gaze(9.0, 9.0)
IMAGES = 200
HAS_TRAINER = pytest.mark.skipif(trainer.find_trainer() is None, reason="no training side here")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Bundles ``active``, ``better`` and ``worse``, a table of test images, and comparisons."""
    from training.compare.comparison import Asked, compare_bundles
    from training.compare.write import write_comparison

    folder = tmp_path_factory.mktemp("site")
    table = write_halves(folder / "films", IMAGES)
    for name, gaze in (("active", ACTIVE), ("better", BETTER), ("worse", WORSE)):
        write_gazing_bundle(folder / name, gaze)
    for name in ("better", "worse"):
        bundles = (read_bundle(folder / one) for one in ("active", name))
        vouched = frozenset({"old", "new"})
        *_, found = compare_bundles(Asked(*bundles, (table,), "all", 200, vouched=vouched))
        write_comparison(folder / f"run-{name}" / "comparison" / "active", found)
    return folder


class Life(QObject):
    """Stands for the models of the window: takes in and promotes at once, or refuses."""

    imported = Signal(object)
    promoted = Signal(str)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple] = []
        self.refusal: RequestError | None = None

    def import_candidate(self, path: Path, *, reason: str, is_own: bool, parent: str) -> None:
        self.asked.append(("import", path, reason, is_own))
        taken = type("Imported", (), {"model": stored_model(path)})()
        self.imported.emit(taken)

    def promote(self, model_id: str, reason: str) -> None:
        self.asked.append(("promote", model_id, reason))
        if self.refusal is None:
            self.promoted.emit(model_id)
        else:
            self.refused.emit(self.refusal)


@pytest.fixture
def life(desk):
    own, desk.models_life = desk.models_life, Life()
    yield desk.models_life
    desk.models_life = own


@pytest.fixture
def work(desk, site):
    """The desk's comparison, the gazing model being the active one."""
    desk.state.models.set_stored((stored_model(site / "active"),))
    desk.state.models.set_active("active")
    return desk.model_comparison


def _run(site: Path, name: str) -> RunView:
    return RunView(
        "1", name.title(), FINISHED, Plan(), site / f"run-{name}", bundle=site / name,
        test_table=site / "films" / "labels.csv",
    )  # fmt: skip


@pytest.fixture
def open_page(qtbot, desk, work, life, site):
    def make(name: str) -> ResultPage:
        page = ResultPage(desk, _run(site, name))
        page.admits = lambda *_args: True
        page.looks_by_itself = False
        qtbot.addWidget(page)
        page.resize(900, 700)
        with qtbot.waitSignal(work.judged, timeout=WAIT_MS):
            page.show()
        return page

    return make


def _labels(page: ResultPage) -> str:
    grid = page.verdict.reasons
    return "\n".join(grid.itemAt(n).widget().text() for n in range(grid.count()))


def test_a_better_model_is_told_with_reasons_and_figures(open_page):
    page = open_page("better")

    assert page.verdict.shown.verdict == RECOMMENDED
    assert "recommended" in page.verdict.headline.text()
    assert "area under the ROC curve is clearly larger" in _labels(page)
    assert page.figures.rowCount() == 10
    assert page.figures.item(0, 3).text().startswith("+")
    assert page.promote.property("role") == "primary"
    assert f"{IMAGES + 2} images" in page.intro.text()


def test_images_that_could_not_be_read_are_counted(open_page, work):
    page = open_page("better")
    facts = dict(work.judgement.facts)
    facts["made"] = "another time"
    facts["data"] = facts["data"] | {"unreadable": [["a.png", "broken"], ["b.png", "broken"]]}
    work.judged.emit(replace(work.judgement, facts=facts))

    assert "2 image" in page.intro.text()


def test_cases_say_what_became_of_the_decision(open_page):
    page = open_page("worse")
    kinds = {page.cases.item(row, 5).text() for row in range(page.cases.rowCount())}

    assert page.verdict.shown.verdict == NOT_RECOMMENDED
    assert {"now wrong", "now right", "fixed sample"} <= kinds


def test_masked_patients_are_masked_in_the_list_of_cases(open_page, desk):
    page = open_page("worse")
    assert page.cases.item(0, 0).text().endswith(".png")
    desk.state.workspace.privacy.set_on(True)

    assert page.cases.item(0, 0).text() == "Image 1"


def test_promoting_takes_the_model_in_and_makes_it_active(open_page, life, site, qtbot):
    page = open_page("better")
    page.ask_promotion = lambda *_args: "better on our films"
    with qtbot.waitSignal(page.promoted, timeout=WAIT_MS):
        page.promote.click()

    bundle = stored_model(site / "better")
    reason = "better on our films [recommended]"
    assert life.asked[0] == ("import", site / "better", reason, True)
    assert life.asked[1][1:] == (bundle.digest or bundle.id, reason)
    assert "is the active model now" in page.told.text()


def test_whoever_has_gone_back_may_promote_again(open_page, desk, site, qtbot):
    page = open_page("better")
    page.ask_promotion = lambda *_args: "better on our films"
    page.promote.click()
    desk.state.models.set_stored((stored_model(site / "active"), stored_model(site / "better")))
    desk.state.models.set_active("better")
    assert not page.promote.isEnabled()
    assert "is the active model now" in page.told.text()

    desk.state.models.set_active("active")

    assert page.promote.isEnabled()
    assert page.keep.isEnabled()
    assert not page.told.isVisibleTo(page)


@pytest.mark.training
@HAS_TRAINER
def test_beside_a_third_model_all_is_measured_anew(open_page, desk, work, site, qtbot):
    page = open_page("better")
    desk.state.models.set_stored((stored_model(site / "active"), stored_model(site / "worse")))
    with qtbot.waitSignal(work.judged, timeout=WAIT_MS):
        desk.state.models.set_active("worse")

    assert work.judgement.facts["old"]["id"] == "worse"
    assert "beside Worse" in page.intro.text()


def test_without_a_reason_nothing_is_promoted(open_page, life):
    page = open_page("better")
    page.ask_promotion = lambda *_args: None
    page.promote.click()

    assert life.asked == []


def test_without_an_administrator_nothing_is_promoted(open_page, life):
    page = open_page("better")
    page.ask_promotion = lambda *_args: "why not"
    page.admits = lambda *_args: False
    page.promote.click()

    assert life.asked == []


def test_a_refusal_is_told_with_its_reason(open_page, life):
    page = open_page("better")
    page.ask_promotion = lambda *_args: "better"
    life.refusal = RequestError("the trial took too much memory")
    page.promote.click()

    assert "too much memory" in page.problem.text()
    assert page.promote.isEnabled()


def test_what_is_not_recommended_needs_more_than_a_reason(qtbot, site):
    facts = json.loads((site / "run-worse/comparison/active/comparison.json").read_text())
    dialog = PromotionDialog("Worse", "Active", recommend(facts))
    qtbot.addWidget(dialog)
    dialog.reason.setText("because")
    assert "not recommended" in dialog.warning.text()
    assert not dialog.promote.isEnabled()
    dialog.understood.setChecked(True)

    assert dialog.promote.isEnabled()


def test_what_is_recommended_needs_a_reason_alone(qtbot, site):
    facts = json.loads((site / "run-better/comparison/active/comparison.json").read_text())
    dialog = PromotionDialog("Better", "Active", recommend(facts))
    qtbot.addWidget(dialog)
    assert not dialog.promote.isEnabled()
    dialog.reason.setText("better on our films")

    assert dialog.promote.isEnabled()


def test_maps_of_both_models_come_on_a_click(open_page, work, qtbot):
    page = open_page("worse")
    with qtbot.waitSignal(work.case_seen, timeout=WAIT_MS):
        page.cases.selectRow(0)
    seen = next(iter(work.seen.values()))

    assert seen.sides[OLD].entry is not None, seen.sides[OLD].problem
    assert page.pair.title.text() == page.cases.item(0, 0).text()


def test_cancelling_maps_leaves_no_case_waiting(open_page, work, qtbot):
    page = open_page("worse")
    page.maps.click()
    page.cases.selectRow(3)
    assert page.pair.isVisibleTo(page)
    with qtbot.waitSignal(work.ended, timeout=WAIT_MS):
        page.cancel.click()

    assert not page.pair.isVisibleTo(page)
    assert not page.progress.isVisibleTo(page)


def test_maps_become_part_of_the_recommendation(open_page, work, site, qtbot):
    page = open_page("better")
    assert "were not compared" in _labels(page)
    with qtbot.waitSignal(work.judged, timeout=WAIT_MS):
        page.maps.click()

    assert "were not compared" not in _labels(page)
    assert not page.classes.isVisibleTo(page)  # of one class there is nothing to choose
    assert not page.no_cases.isVisibleTo(page)
    evidence = json.loads((site / "run-better/comparison/active/evidence.json").read_text())
    assert evidence["trust"]["cases"] == 12
    assert page.evidence.isVisibleTo(page)


def test_a_model_that_is_active_already_is_not_compared(qtbot, desk, work, life, site):
    desk.state.models.set_stored((stored_model(site / "better"),))
    desk.state.models.set_active("better")
    page = ResultPage(desk, _run(site, "better"))
    qtbot.addWidget(page)
    page.show()

    assert "is the active one" in page.told.text()
    assert not page.promote.isVisibleTo(page)


def test_without_a_trainer_it_is_told_what_is_missing(qtbot, desk, work, life, site, monkeypatch):
    monkeypatch.setattr("desktop.jobs.model_comparison.find_trainer", lambda: None)
    page = ResultPage(desk, replace(_run(site, "better"), folder=site / "elsewhere"))
    qtbot.addWidget(page)
    page.show()

    assert "not installed" in page.problem.text()
    assert page.again.isVisibleTo(page)


def test_everything_is_saved_as_tables_and_page(open_page, work, tmp_path):
    from desktop.views.retraining.comparison_export import save_comparison

    open_page("better")
    save_comparison(tmp_path / "saved", work.judgement)
    names = {path.name for path in (tmp_path / "saved").iterdir()}
    words = (tmp_path / "saved" / "recommendation.csv").read_text(encoding="utf-8-sig")

    assert {"comparison.html", "comparison.json", "figures.csv", "cases.csv"} <= names
    assert "The new model is recommended" in words


def test_maps_are_looked_at_by_itself_once_the_figures_are_there(qtbot, desk, work, life, site):
    page = ResultPage(desk, _run(site, "worse"))
    qtbot.addWidget(page)
    (site / "run-worse/comparison/active/evidence.json").unlink(missing_ok=True)
    with qtbot.waitSignals([work.judged, work.judged], timeout=WAIT_MS):
        page.show()

    assert "were not compared" not in _labels(page)
    assert work.judgement.evidence is not None


@pytest.mark.training
@HAS_TRAINER
def test_the_training_side_measures_where_nothing_is_known(qtbot, desk, work, life, site, tmp_path):
    page = ResultPage(desk, replace(_run(site, "better"), folder=tmp_path))
    page.looks_by_itself = False
    qtbot.addWidget(page)
    with qtbot.waitSignal(work.judged, timeout=WAIT_MS):
        page.show()

    assert "new-may-have-seen" in {r.code for r in page.verdict.shown.reasons}  # nobody said so
    assert (tmp_path / "comparison" / "active" / "comparison.html").is_file()


@pytest.mark.training
@HAS_TRAINER
def test_cancelling_ends_the_child(qtbot, desk, work, life, site, tmp_path):
    page = ResultPage(desk, replace(_run(site, "better"), folder=tmp_path))
    page.looks_by_itself = False
    qtbot.addWidget(page)
    with qtbot.waitSignal(work.progressed, timeout=WAIT_MS):
        page.show()
    with qtbot.waitSignal(work.ended, timeout=WAIT_MS):
        page.cancel.click()

    qtbot.waitUntil(lambda: work._lane.is_idle, timeout=WAIT_MS)
    assert page.again.isVisibleTo(page)
    assert not (tmp_path / "comparison" / "active" / "comparison.json").exists()


def test_the_promoted_model_is_the_active_one_of_the_window(qtbot, desk, site):
    """No stand-in: the model is tried in its child, taken in and made active."""
    desk.state.models.set_stored((stored_model(site / "active"),))
    desk.state.models.set_active("active")
    page = ResultPage(desk, _run(site, "better"))
    page.looks_by_itself = False
    page.ask_promotion = lambda *_args: "better on our films"
    qtbot.addWidget(page)
    with qtbot.waitSignal(desk.model_comparison.judged, timeout=WAIT_MS):
        page.show()
    with qtbot.waitSignal(page.promoted, timeout=WAIT_MS):
        page.promote.click()

    assert desk.state.models.active_id == "better"
    qtbot.waitUntil(lambda: desk.state.models.find("better").state == "active", timeout=WAIT_MS)
