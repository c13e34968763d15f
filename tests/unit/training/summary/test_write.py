"""The page of a run: alone, escaped, complete, the same twice."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("matplotlib", reason="the dependency group train is not installed")

from training.calibrate import calibration_facts, fit_calibration
from training.config.sections import EvaluationSection
from training.data.sample import Sample
from training.data.task import Task
from training.evaluate import choose_points, evaluate
from training.summary import ClassFrequency, Run, write_summary
from training.summary.page import table
from training.weights.filters import draw_filters
from training.weights.report import LayerWeights, WeightReport

SECTION = EvaluationSection(rounds=20)
NASTY = "<script>alert('$x_1$')</script>"
TASKS = {
    "binary": Task("binary", ("ill",), (NASTY,), "no <b>"),
    "multiclass": Task("multiclass", ("a", "b", "c"), ("_a", "b", "c")),
    "multilabel": Task("multilabel", tuple("abcdefgh"), tuple("abcdefgh")),
}


@cache
def _run(kind: str, count: int = 120) -> Run:
    task, random = TASKS[kind], np.random.default_rng(0)
    width = len(task.names)
    targets = (random.random((count, width)) < 0.4).astype(np.float64)
    if kind == "multiclass":
        targets = np.eye(width)[random.integers(width, size=count)]
    if kind == "multilabel":
        targets[:, -1] = 0.0  # a finding that nobody has
    logits = random.normal(2 * targets - 1, 1.0)
    found = fit_calibration(task, logits, targets, "auto")
    shown = found.probabilities(logits, task.activation)
    samples = tuple(
        Sample(Path("x"), (), str(i), view="PA" if i % 2 else NASTY) for i in range(count)
    )
    points = choose_points(shown, targets, SECTION)
    kernel = random.normal(size=(3, 3, 1, 4)).astype(np.float32)
    filters, note = draw_filters(kernel)
    layer = LayerWeights(
        "conv", "Conv2D", kernel.shape, kernel.size, 2.0, 1.0, 0.6, np.ones(41, np.int64),
        filters, note, 4, (1, 3), 12,
    )  # fmt: skip
    return Run(
        title=NASTY,
        facts={"command": NASTY},
        warnings=(NASTY,),
        history={
            "loss": [1.0, 0.5],
            "val_loss": [1.1, float("nan")],
            "learning_rate": [1e-3, 1e-4],
        },
        best_epoch=1,
        counts={"train": {"images": 80, "patients": 70}},
        frequencies=[ClassFrequency(name, 20, 60, 3.0, 1.0) for name in task.names],
        evaluations={"test": evaluate(task, shown, targets, samples, points, SECTION)},
        calibration=calibration_facts(task, found, logits, targets),
        weights=WeightReport((layer,)),
        config={"id": NASTY},
    )


@pytest.fixture(scope="module")
def page_of(tmp_path_factory) -> Callable[[str], Path]:
    """The page of a kind of task, drawn once."""

    @cache
    def written(kind: str) -> Path:
        return write_summary(tmp_path_factory.mktemp(kind), _run(kind))

    return written


class _Page(HTMLParser):
    """Every tag and address of a page; tags must close."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.sources: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.sources += [value for name, value in attrs if name in ("src", "href")]
        if tag not in ("img", "meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("kind", TASKS)
def test_the_page_stands_alone_and_escapes_every_text(kind, page_of):
    text = page_of(kind).read_text(encoding="utf-8")
    page = _Page()
    page.feed(text)

    assert page.open == []
    assert not {"script", "b", "link", "iframe"} & set(page.tags)
    assert page.sources
    assert all(source.startswith("data:image/png;base64,") for source in page.sources)
    assert not re.search(r"https?://", text)
    assert "default-src 'none'" in text


def test_warnings_come_before_every_figure(page_of):
    text = page_of("multilabel").read_text(encoding="utf-8")
    first = text.index('class="warning"')

    assert first < text.index("<table>")
    assert "No image with h is in this set: what depends on it is undefined and left out" in text
    assert "2 of 4 feature maps of conv never fire on 12 images" in text


def test_of_many_warnings_those_of_the_last_set_stand_open(tmp_path):
    run = _run("multilabel")
    found = run.evaluations["test"]
    found = found | {"warnings": [*found["warnings"], "And so on."] * 2}
    both = replace(run, evaluations={"val": found, "test": found})
    text = write_summary(tmp_path, both).read_text(encoding="utf-8")
    fold = text.index("<details>")

    assert text.count("And so on.") == 4
    assert text.index("test set: No image with h") < fold < text.index("validation set: No image")
    assert fold < text.index("never fire on 12 images") < text.index("<table>")


@pytest.mark.parametrize(
    ("kind", "where", "brier"),
    [
        ("binary", "Rates hold at the operating point 'balanced' (from 0.", "Brier score (0 is"),
        ("multilabel", "Rates hold at the operating point 'balanced' of each class.",
         "Brier score, summed over classes"),
    ],
)  # fmt: skip
def test_a_figure_says_at_which_threshold_and_of_what_it_is(kind, where, brier, page_of):
    text = page_of(kind).read_text(encoding="utf-8")

    assert where in text.replace("&#x27;", "'")
    assert brier in text


def test_a_value_and_its_interval_are_never_torn_apart():
    text = table(("a",), [("0.930 (0.900 to 0.960)",), ("12",), ("two words",)]).text

    assert '<td class="number">0.930<br><span class="interval">(0.900 to 0.960)</span></td>' in text
    assert '<td class="number">12</td>' in text
    assert "<td>two words</td>" in text


def test_undefined_figures_are_shown_as_undefined(page_of):
    text = page_of("multilabel").read_text(encoding="utf-8")

    assert '<td class="undefined">undefined' in text
    assert "nan" not in re.sub(r"base64,[^\"]*", "", text).lower().replace("nanosecond", "")


def test_every_picture_is_also_a_file_and_the_numbers_are_json(page_of):
    folder = page_of("binary").parent
    names = {path.stem for path in (folder / "pictures").iterdir()}

    assert names == {
        "learning", "frequencies", "weights", "filters-000", "test-roc", "test-precision-recall",
        "test-calibration", "test-confusion",
    }  # fmt: skip
    assert json.loads((folder / "evaluation.json").read_text())["test"]["images"] == 120
    assert json.loads((folder / "weights.json").read_text())["layers"][0]["dead"] == [1, 3]


def test_the_same_run_gives_the_same_bytes(page_of, tmp_path):
    first, again = page_of("binary"), write_summary(tmp_path, _run.__wrapped__("binary"))

    assert first.read_bytes() == again.read_bytes()


def test_a_run_of_which_nothing_is_known_still_has_a_page(tmp_path):
    assert "Bare" in write_summary(tmp_path, Run("Bare")).read_text(encoding="utf-8")


def test_calibration_without_notes_is_shown(tmp_path):
    facts = {
        "method": "By hand.",
        "validation_before": {"ece": 0.2},
        "validation_after": {"ece": 0.1},
    }
    text = write_summary(tmp_path, Run("Old", calibration=facts)).read_text(encoding="utf-8")

    assert "By hand." in text
    assert "0.2000" in text


def test_shares_before_and_after_weighting_by_hand():
    # 20 of 80; weighted 3 to 1: 60 of 120.
    assert ClassFrequency("a", 20, 60, 3.0, 1.0).shares() == (0.25, 0.5)
    assert ClassFrequency("a", 0, 0).shares() == (0.0, 0.0)
