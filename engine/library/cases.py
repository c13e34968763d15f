"""Cases that readers confirmed or corrected: what the library knows of the truth about images.

A reader who accepts an answer says that the side of the operating point on which the model saw the
finding was right; one who rejects it says the opposite. What nobody answered, what has no side, and
that on which readers disagree is left out and counted. The files stay where they are: a case is one
only as long as its file is there and unaltered.
"""

import csv
import hashlib
import io
import os
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.decisions import ACCEPTED, OPEN
from engine.files import atomic_write
from engine.images.pseudonyms import Pseudonyms
from engine.language import said
from engine.library.decisions import ANSWERED, SIDE
from engine.progress import Step

# Why an answer or an image is left out, and the words for it.
UNDECIDED, NO_SIDE, DISAGREEING, REFUSED = "undecided", "no side", "disagreeing", "refused"
OTHER_FRAME, PARTLY, UNKNOWN_FILE = "other frame", "partly", "unknown file"
MISSING, ARCHIVED, CHANGED, NAMELESS = "missing", "archived", "changed", "nameless"
WORDS = {
    UNDECIDED: said("commented, but neither accepted nor rejected"),
    NO_SIDE: said("answered, but the score or its operating point is not known"),
    DISAGREEING: said("readers disagree"),
    REFUSED: said("refused by the input checks"),
    OTHER_FRAME: said("not the first image of its file"),
    PARTLY: said("not every finding was answered"),
    UNKNOWN_FILE: said("the digest of the file is not known"),
    MISSING: said("the file is gone"),
    ARCHIVED: said("the file lies in an archive"),
    CHANGED: said("the file was changed"),
    NAMELESS: said("the name of the file cannot stand in a table"),
}
COLUMNS = (
    "path", "label", "patient_id", "view", "sex", "age", "source", "sha256", "decided_by",
    "decided_at",
)  # fmt: skip
_DECIDED = f"""
    SELECT images.key, images.path, images.file_sha256, images.view, studies.key,
        studies.patient_id, studies.patient_name, studies.sex, studies.age_years,
        decisions.finding, decisions.frame, decisions.verdict, decisions.by, decisions.at,
        {SIDE}, predictions.verdict
    {ANSWERED} ORDER BY decisions.at, images.key
"""
_BLOCK = 1 << 20
_FORMULA = re.compile(r"^([=+\-@\t])")  # what a spreadsheet would run


@dataclass(frozen=True)
class Case:
    """An image about which at least one reader said what is on it.

    Attributes:
        key: of the image.
        path: of its file, as it was last seen.
        sha256: hex digest of the file then; empty where it is not known.
        truths: finding -> whether it is there.
        patient: ID, else name, else study of the patient: the same for all images of one.
        view: projection; empty where not known.
        sex: as the file has it; empty where not known.
        age_years: of the patient, or None.
        decided_by: who decided.
        decided_at: when that was last done, UTC, ISO 8601.
    """

    key: str
    path: Path
    sha256: str
    truths: Mapping[str, bool]
    patient: str
    view: str
    sex: str
    age_years: float | None
    decided_by: tuple[str, ...]
    decided_at: str


@dataclass(frozen=True)
class Gathered:
    """Cases, and what was left out.

    Attributes:
        cases: oldest decision first.
        left_out: why (a key of `WORDS`) -> how many answers or images.
    """

    cases: tuple[Case, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[str, ...]:
        """Every finding that was decided, by name."""
        return tuple(sorted({name for case in self.cases for name in case.truths}))

    def counts(self, finding: str) -> tuple[int, int]:
        """Images with and without a finding."""
        truths = [case.truths[finding] for case in self.cases if finding in case.truths]
        return sum(truths), len(truths) - sum(truths)


@dataclass(frozen=True)
class Labelling:
    """How cases are labelled in a table.

    Attributes:
        findings: what the table is about; labels of an image are those that are there.
        absent: label where none is there; empty: ``no <finding>`` for one finding, ``No Finding``
            for several.
        names: finding -> label, where another table calls it otherwise.
        source: what to call these cases in the column of the same name.
    """

    findings: tuple[str, ...]
    absent: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    source: str = "library"

    def of(self, case: Case) -> str:
        """The labels of a case, joined by ``|``."""
        present = [self.names.get(name, name) for name in self.findings if case.truths[name]]
        return "|".join(present) or self.none

    @property
    def none(self) -> str:
        """The label of images without any of the findings."""
        alone = f"no {self.findings[0]}" if len(self.findings) == 1 else "No Finding"
        return self.absent or alone


@dataclass(frozen=True)
class _Answer:
    """What one reader said of one finding of one image."""

    finding: str
    is_there: bool
    by: str
    at: str


def gather_cases(
    connection: sqlite3.Connection, *, with_refused: bool = False, first_day: str = ""
) -> Gathered:
    """All cases of the library; their files are not looked at (`check_files` does).

    Of one reader the last answer counts. Readers who answered under no name count as one.

    Args:
        connection: to read from.
        with_refused: also images that the input checks refused and somebody had scored anyway.
        first_day: decided on this day or later, YYYY-MM-DD; empty: ever.
    """
    images: dict[str, Case] = {}
    answers: dict[str, list[_Answer]] = defaultdict(list)
    left_out: Counter[str] = Counter()
    for row in connection.execute(_DECIDED):
        key, path, sha256, view, study, patient, name, sex, age = row[:9]
        finding, frame, verdict, by, at, is_above, admitted = row[9:]
        reason = _reason(verdict, frame, is_above, admitted, with_refused=with_refused)
        if at[:10] < first_day:
            continue
        if reason:
            left_out[reason] += 1
            continue
        is_there = bool(is_above) == (verdict == ACCEPTED)
        answers[key].append(_Answer(finding, is_there, by, at))
        who = f"id {patient}" if patient else f"name {name}" if name else f"study {study}"
        images[key] = Case(key, Path(os.fsdecode(path)), sha256, {}, who, view, sex, age, (), "")
    cases = []
    for key, image in images.items():
        truths, contested = _agreed(answers[key])
        left_out[DISAGREEING] += contested
        if truths:
            said_by = tuple(sorted({answer.by for answer in answers[key] if answer.by}))
            last = max(answer.at for answer in answers[key])
            cases.append(replace(image, truths=truths, decided_by=said_by, decided_at=last))
    return Gathered(tuple(cases), _told(left_out))


def for_findings(
    gathered: Gathered, findings: Sequence[str], *, are_exclusive: bool = False
) -> Gathered:
    """The cases that tell all of some findings; others are left out as `PARTLY`.

    Args:
        gathered: all cases.
        findings: those that are asked for.
        are_exclusive: exactly one of them is on every image: where one was found, the others are
            known to be absent, and where several or none were, the image tells nothing.
    """
    kept, left_out = [], Counter(gathered.left_out)
    for case in gathered.cases:
        truths = {name: case.truths[name] for name in findings if name in case.truths}
        if not truths:
            continue  # about something else
        present = [name for name, is_there in truths.items() if is_there]
        if are_exclusive and len(present) == 1:
            truths = {name: name in present for name in findings}
        if len(truths) < len(findings) or (are_exclusive and len(present) != 1):
            left_out[PARTLY] += 1
        else:
            kept.append(replace(case, truths=truths))
    return Gathered(tuple(kept), _told(left_out))


def check_files(gathered: Gathered) -> Iterator[Step]:
    """Leaves out cases whose file is gone or altered; every file is read once.

    Yields:
        A step after each file; the last one's result is the `Gathered` that is left.
    """
    kept, left_out = [], Counter(gathered.left_out)
    for place, case in enumerate(gathered.cases, start=1):
        problem = file_problem(case)
        if problem:
            left_out[problem] += 1
        else:
            kept.append(case)
        yield Step(place / len(gathered.cases))
    yield Step(1.0, result=Gathered(tuple(kept), _told(left_out)))


def file_problem(case: Case) -> str:
    """Why a case's file cannot be used, a key of `WORDS`; empty where it can."""
    if not case.sha256:
        return UNKNOWN_FILE
    if not _is_nameable(case.path):
        return NAMELESS
    if not os.path.isfile(case.path):  # noqa: PTH113 - Path.is_file refuses some names
        holders = (os.path.isfile(place) for place in case.path.parents)  # noqa: PTH113
        return ARCHIVED if any(holders) else MISSING
    try:
        is_same = _digest_of(case.path) == case.sha256
    except OSError:
        return MISSING
    return "" if is_same else CHANGED


def write_training_table(
    path: Path, gathered: Gathered, labelling: Labelling, *, key: bytes
) -> None:
    """Writes cases as the training side reads them: CSV with the columns `COLUMNS`.

    Patients stand in it as pseudonyms; paths are as they are.

    Args:
        path: of the table.
        gathered: cases that tell all of `findings` (`for_findings`), with their files checked.
        labelling: what the table is about.
        key: of this installation's pseudonyms.

    Raises:
        OutputError: the table cannot be written.
    """
    pseudonyms = Pseudonyms(key)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for case in gathered.cases:
        writer.writerow((
            os.path.abspath(case.path),  # noqa: PTH100 - links stay as they are
            labelling.of(case),
            pseudonyms.name("patient", case.patient),
            case.view,
            case.sex,
            "" if case.age_years is None else f"{case.age_years:.4g}",
            labelling.source,
            case.sha256,
            _FORMULA.sub(r"'\1", "|".join(case.decided_by)),
            case.decided_at,
        ))  # fmt: skip
    atomic_write(path, text.getvalue().encode("utf-8"))


def _reason(
    verdict: str, frame: int, is_above: int | None, admitted: str | None, *, with_refused: bool
) -> str:
    if verdict == OPEN:
        return UNDECIDED
    if frame:
        return OTHER_FRAME
    if is_above is None:
        return NO_SIDE
    return REFUSED if admitted == "refused" and not with_refused else ""


def _agreed(answers: Iterable[_Answer]) -> tuple[dict[str, bool], int]:
    """Finding -> whether it is there, and how many findings readers disagree about."""
    last: dict[str, dict[str, bool]] = defaultdict(dict)
    for answer in answers:  # in the order of time
        last[answer.finding][answer.by] = answer.is_there
    truths = {name: set(said_by.values()) for name, said_by in last.items()}
    agreed = {name: True in found for name, found in truths.items() if len(found) == 1}
    return agreed, len(truths) - len(agreed)


def _told(left_out: Counter[str]) -> dict[str, int]:
    return {reason: left_out[reason] for reason in WORDS if left_out[reason]}


def _is_nameable(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _digest_of(path: Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:  # noqa: PTH123 - Path refuses some names
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
