from dataclasses import replace

from engine.bundle.provenance import Provenance
from engine.report.about import detail_rows, model_rows
from engine.report.result_document import result_document
from tests.support.reports import FIVE, reading, wishes

FACTS = {"recipe_sha256": "ef" * 32, "calibration": {"kind": "platt", "method": "Platt scaling."}}


def test_a_report_of_another_model_than_the_active_one_says_so():
    made = reading(FIVE, explained=0)
    assert "not the active model" not in model_rows(made, wishes())[0].value

    same = replace(made, active_id=made.prediction.model_id)
    assert "not the active model" not in model_rows(same, wishes())[0].value
    assert "is_by_active_model" not in result_document(same, (), {})

    other = replace(made, active_id="newer-2")
    assert model_rows(other, wishes())[0].value.endswith(", not the active model")
    assert result_document(other, (), {})["is_by_active_model"] is False
    assert "is_by_active_model" not in result_document(made, (), {})


def test_details_name_model_recipe_and_calibration_of_the_prediction_itself():
    made = reading(FIVE, explained=0)
    about = Provenance("chest-1", "Chest", "1", "12" * 32, FACTS)
    with_it = replace(made, prediction=replace(made.prediction, made_with=about))
    told = {str(row.label): str(row.value) for row in detail_rows(with_it)}

    assert told["Model, SHA-256"] == "12" * 32
    assert told["Input, SHA-256 of the recipe"] == "ef" * 32
    assert told["Calibration"] == "Platt scaling."
    assert "Model, SHA-256" not in {str(row.label) for row in detail_rows(made)}

    model = result_document(with_it, (), {})["prediction"]["model"]
    assert model["digest"] == "12" * 32
    assert model["calibration"] == {"kind": "platt", "method": "Platt scaling."}
    assert model["recipe_sha256"] == "ef" * 32


def test_a_result_names_the_operating_point_of_every_score():
    classes = result_document(reading(FIVE, explained=0), (), {})["prediction"]["classes"]
    for entry in classes:
        assert (entry["operating_point"] is None) == (entry["operating_point_name"] is None)
