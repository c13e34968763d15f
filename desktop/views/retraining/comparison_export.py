"""A comparison as files for others: the page of the training side, tables, and the facts."""

import shutil
from pathlib import Path

from desktop.jobs.model_comparison_tasks import EVIDENCE, FACTS, PAGE, Judgement
from desktop.language import in_words
from engine.batch.cells import table
from engine.bundle.recommendation_words import HEADLINES, reason_words
from engine.errors import OutputError
from engine.files import atomic_write
from engine.language import said

FIGURES, CASES, VERDICT = "figures.csv", "cases.csv", "recommendation.csv"
_SIDES = ("old", "new", "difference")
_ENDS = ("value", "low", "high")


def save_comparison(folder: Path, judgement: Judgement) -> None:
    """Writes everything into a folder, made if needed. Raises OutputError."""
    tables = {
        FIGURES: _figures(judgement),
        CASES: _cases(judgement),
        VERDICT: _verdict(judgement),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, (head, *rows) in tables.items():
            atomic_write(folder / name, table(head, rows))
        for name in (PAGE, FACTS, EVIDENCE):
            if (judgement.rivals.folder / name).is_file():
                shutil.copyfile(judgement.rivals.folder / name, folder / name)
    except OSError as error:
        raise OutputError(
            said("the comparison cannot be saved: {reason}", reason=error.strerror), file=folder
        ) from error


def _figures(judgement: Judgement) -> list[list]:
    columns = [f"{side} {end}" for side in _SIDES for end in _ENDS]
    rows: list[list] = [["class", "figure", *columns]]
    parts = [("", judgement.facts["overall"])]
    parts += [(e["name"], e["figures"] | e["rates"]) for e in judgement.facts["classes"]]
    for name, figures in parts:
        for key, entry in figures.items():
            rows.append([name, key, *(entry[side][end] for side in _SIDES for end in _ENDS)])
    return rows


def _cases(judgement: Judgement) -> list[list]:
    columns = ["file", "class", "truth", "old", "new", "old_call", "new_call", "kind"]
    entries = [*judgement.facts["cases"], *judgement.facts["sample"]]
    return [columns, *([case[name] for name in columns] for case in entries)]


def _verdict(judgement: Judgement) -> list[list]:
    told = judgement.recommendation
    rows: list[list] = [["effect", "code", "in words"]]
    rows.append(["verdict", told.verdict, in_words(HEADLINES[told.verdict])])
    rows += [[r.effect, r.code, in_words(reason_words(r))] for r in told.reasons]
    return rows
