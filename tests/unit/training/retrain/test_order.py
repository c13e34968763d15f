"""Plans as the window writes them, and the configuration that they ask for."""

import json
from dataclasses import replace

import pytest

from desktop.retraining.plan import FINE_TUNE, FROM_SCRATCH, PRESETS, STARTS, Plan, read_plan
from desktop.retraining.runs import write_order
from engine.bundle.store import read_bundle
from engine.errors import RequestError
from tests.conftest import ROOT
from tests.support.runs import Heard
from training.data.sample import Sample
from training.refusals import Refused
from training.retrain import presets
from training.retrain.configuration import bundle_id, configuration, with_task
from training.retrain.order import read_order

BASE = ROOT / "resources" / "models" / "pneumonia-paediatric-1"


def ordered(tmp_path, plan: Plan, base=None):
    file = tmp_path / "plan.json"
    write_order(file, "20260101-1", plan, None if base is None else str(base), str(tmp_path))
    return read_order(file)


def samples(*labels: str):
    return [
        Sample(tmp, (label,), f"{label}{n}")
        for label in labels
        for n, tmp in enumerate([BASE / "x.png"] * 12)
    ]


def test_both_sides_know_the_same_words():
    assert set(presets.PRESETS) == set(PRESETS)
    assert presets.STARTS == STARTS


def test_a_plan_comes_through_as_it_was_written(tmp_path):
    plan = Plan(
        "Ärzte 1", (tmp_path / "a", tmp_path / "b.csv"), "base-1", FROM_SCRATCH, "cnn-small",
        "quick", {"schedule.epochs": 3, "task.label": "ill", "augmentation.noise": 0.1},
    )  # fmt: skip

    order = ordered(tmp_path, plan)

    assert read_plan(tmp_path / "plan.json") == plan
    assert (order.name, order.sources, order.preset) == (plan.name, plan.sources, "quick")
    assert order.texts()["schedule.epochs"] == "3"
    assert order.site.resolve() == tmp_path.resolve()


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("start", STARTS)
def test_every_preset_makes_a_configuration_and_overrides_come_last(tmp_path, preset, start):
    plan = Plan("x", (tmp_path,), start=start, preset=preset, overrides={"schedule.patience": 77})
    base = read_bundle(BASE).manifest if start == FINE_TUNE else None
    order = ordered(tmp_path, plan, BASE if start == FINE_TUNE else None)

    config = configuration(order, base, with_network=False)

    row = presets.PRESETS[preset][start]
    assert config.schedule.epochs == row["schedule.epochs"]
    assert config.network.frozen_epochs == row["network.frozen_epochs"]
    assert config.schedule.patience == 77
    assert config.data.skip_unreadable is True


def test_of_the_base_its_recipe_purpose_and_admission_are_kept(tmp_path):
    manifest = read_bundle(BASE).manifest
    order = ordered(tmp_path, Plan("x", (tmp_path,)), BASE)

    config = configuration(order, manifest, with_network=False)

    assert config.recipe.height == manifest.recipe.height
    assert config.purpose == manifest.purpose
    assert config.data.admission["max_age_years"] == 5
    assert config.data.source == "this site"


def test_labels_that_mean_the_bases_class_keep_its_task_and_others_start_anew(tmp_path):
    manifest = read_bundle(BASE).manifest
    config = configuration(
        ordered(tmp_path, Plan("x", (tmp_path,)), BASE), manifest, with_network=False
    )
    heard = Heard()

    _, same = with_task(config, manifest, samples("NORMAL", "PNEUMONIA"), heard)
    assert (same.classes, same.names) == (("PNEUMONIA",), ("pneumonia",))
    assert heard.all("warning") == []

    _, other = with_task(config, manifest, samples("normal", "effusion"), heard)
    assert other.names == ("effusion",)
    assert heard.all("warning")[0]["code"] == "W_OTHER_NAMES"
    assert heard.all("warning")[0]["facts"]["now"] == ["effusion"]

    heard = Heard()
    _, three = with_task(config, manifest, samples("normal", "effusion", "nodule"), heard)
    assert len(three.names) > 1
    assert heard.all("warning")[0]["code"] == "W_OTHER_CLASSES"

    said = replace(config, task=replace(config.task, label="krank", finding="pneumonia"))
    heard = Heard()
    _, named = with_task(said, manifest, samples("gesund", "krank"), heard)
    assert (named.classes, named.names) == (("krank",), ("pneumonia",))
    assert heard.all("warning") == []

    with pytest.raises(Refused) as refusal:
        with_task(config, manifest, samples("effusion", "nodule"), heard)
    assert refusal.value.code == "E_TASK_UNCLEAR"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sources": []}, "E_NO_SOURCES"),
        ({"preset": "hasty"}, "E_PLAN"),
        ({"start": "fine-tune"}, "E_NO_BASE"),
    ],
)
def test_a_plan_that_asks_for_what_there_is_not_is_refused(tmp_path, change, code):
    plain = Plan("x", (tmp_path,), start=FROM_SCRATCH).to_json() | change
    file = tmp_path / "plan.json"
    file.write_text(json.dumps({"id": "1", "plan": plain, "base": None, "site": "."}))

    with pytest.raises(Refused) as refusal:
        read_order(file)
    assert refusal.value.code == code


def test_a_damaged_plan_is_an_error_for_people(tmp_path):
    file = tmp_path / "plan.json"
    file.write_text("{")
    with pytest.raises(Refused):
        read_order(file)
    with pytest.raises(RequestError, match="damaged"):
        read_plan(file)


def test_the_new_bundle_has_an_id_that_stores_accept(tmp_path):
    order = ordered(tmp_path, Plan("Ward 7, Süd / neu", (tmp_path,), start=FROM_SCRATCH))
    assert bundle_id(order) == "ward-7-s-d-neu-20260101-1"
