import pytest

from desktop.views import wording
from engine.images.admission import Admission


@pytest.mark.parametrize(
    ("probability", "shown"), [(0.0, 1), (0.004, 1), (0.5, 50), (0.874, 87), (0.999, 99), (1.0, 99)]
)
def test_percentages_are_whole_and_never_certain(probability, shown):
    assert wording.percent(probability) == shown


def test_no_finding_above_is_not_called_a_clean_bill():
    assert "does not exclude disease" in wording.result_line(0, 3)


def test_models_without_operating_points_say_so():
    assert "without operating points" in wording.result_line(0, 0)


def test_an_overridden_refusal_is_told_as_a_refusal():
    admission = Admission("refused", ())

    assert "Not scored" in wording.admission_title(admission)
    assert "Not scored" not in wording.admission_title(admission, is_overridden=True)
