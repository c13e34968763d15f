"""What the list of models tells of a model, read from its manifest."""

import pytest

from desktop.jobs.model_tasks import Auc, auc_of

AREA = {"value": 0.9, "low": 0.85, "high": 0.95}


@pytest.mark.parametrize(
    "figures",
    [{"images": 90, "auc": AREA}, {"images": 90, "overall": {"roc_auc": AREA}, "classes": []}],
)
def test_the_area_is_found_as_shipped_and_as_retrained_models_tell_it(figures):
    metrics = {"parity": {"probability": 1e-7}, "validation": {}, "test": figures}

    assert auc_of(metrics) == Auc(0.9, 0.85, 0.95, "test", 90)


@pytest.mark.parametrize("figures", [{}, {"images": 90}, {"overall": {"roc_auc": None}}])
def test_where_none_was_measured_none_is_told(figures):
    assert auc_of({"test": figures}) is None
