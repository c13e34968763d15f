from desktop.views.worklist import words
from engine.library.worklist import Row

ROW = Row(1, "Doe^Jane", "P1", "F", 61.0, "2026-02-03", "", "", "PA", "film.dcm", 1, "mass", 0.82,
          True, "chest-1", 0, True, 0, 0, "unread", "", "", "Chest model", "1")  # fmt: skip
PLAIN = {"is_masked": False, "hides_unseen": False}


def test_a_score_says_which_model_made_it_and_that_it_is_not_the_active_one():
    told = words.tooltip(ROW, words.SCORE_COLUMN, **PLAIN, active_id="chest-2")
    assert told.endswith("made by Chest model version 1, not the active model")

    for active in ("chest-1", ""):
        same = words.tooltip(ROW, words.SCORE_COLUMN, **PLAIN, active_id=active)
        assert same.endswith("made by Chest model version 1")
