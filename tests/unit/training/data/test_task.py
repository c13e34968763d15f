"""What is to be told apart, from labels and configuration."""

from pathlib import Path

import pytest

from engine.errors import RequestError
from training.config.sections import TaskSection
from training.data.sample import Sample
from training.data.task import task_of


def _samples(*labels: tuple[str, ...]) -> list[Sample]:
    return [Sample(Path(f"{i}.png"), own, str(i)) for i, own in enumerate(labels)]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("NORMAL", "PNEUMONIA"), "PNEUMONIA"),
        (("opacity", "no opacity"), "opacity"),
        (("Nodule", "Normal"), "Nodule"),
        (("COVID-19", "non-COVID-19"), "COVID-19"),
    ],
)
def test_the_finding_is_the_label_that_is_not_normal(labels, expected):
    task = task_of(_samples(*((label,) for label in labels)), TaskSection())

    assert (task.kind, task.classes) == ("binary", (expected,))


def test_doubtful_labels_must_be_named():
    samples = _samples(("a",), ("b",))

    with pytest.raises(RequestError, match="not clear"):
        task_of(samples, TaskSection())
    assert task_of(samples, TaskSection(label="b")).classes == ("b",)


def test_findings_that_occur_together_make_a_multilabel_task_with_a_row_of_none():
    task = task_of(_samples(("Mass", "Hernia"), ("No Finding",), ("Mass",)), TaskSection())
    samples = _samples(("Mass", "Hernia"), ("No Finding",), ())

    assert (task.kind, task.classes) == ("multilabel", ("Hernia", "Mass"))
    assert task.targets(samples).tolist() == [[1, 1], [0, 0], [0, 0]]


def test_three_labels_that_exclude_each_other_make_a_softmax():
    task = task_of(_samples(("a",), ("b",), ("c",)), TaskSection())

    assert (task.kind, task.activation, task.classes) == ("multiclass", "softmax", ("a", "b", "c"))


def test_several_labels_do_not_fit_a_task_of_exclusive_classes():
    with pytest.raises(RequestError, match="exactly one label"):
        task_of(_samples(("a", "b"), ("c",)), TaskSection(kind="multiclass"))


def test_no_finding_is_a_class_of_its_own_where_classes_exclude_each_other():
    samples = _samples(("No Finding",), ("Mass",), ("Edema",))
    task = task_of(samples, TaskSection(kind="multiclass"))

    assert task.classes == ("Edema", "Mass", "No Finding")
    assert (task.targets(samples).sum(axis=1) == 1).all()
    with pytest.raises(RequestError, match="do not fit"):
        task_of(samples, TaskSection(kind="multiclass", classes=("Mass", "Edema")))
