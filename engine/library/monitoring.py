"""Monitoring: what a model said month after month, and how far readers agreed with it.

Figures are by model version and by the month (UTC) in which the image was scored. They hold nothing
of any patient. Distributions are of what the input checks let through; for comparisons with the
reference the first image of each study counts, since images of one study are alike. The reference
is the first `REFERENCE` studies that the version scored here, which are in no month that is
compared with it.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from engine.decisions import ACCEPTED, OPEN
from engine.library.decisions import ANSWERED, SIDE
from engine.library.drift import Drift, compare, corrected, wilson

REFERENCE = 200
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
HISTOGRAM = 20  # bins of equal width from 0 to 1
_MONTH = "CAST(substr(predictions.at, 1, 4) AS INTEGER) * 12 + substr(predictions.at, 6, 2) - 1"
_MIX = f"""
    SELECT predictions.model, {_MONTH}, predictions.verdict = 'refused', predictions.is_withheld,
        predictions.codes, studies.sex, images.view, count(*)
    FROM predictions JOIN images ON images.id = predictions.image_id
    JOIN studies ON studies.id = images.study_id GROUP BY 1, 2, 3, 4, 5, 6, 7
"""
_AGES = f"""
    SELECT predictions.model, {_MONTH}, studies.age_years
    FROM predictions JOIN images ON images.id = predictions.image_id
    JOIN studies ON studies.id = images.study_id WHERE studies.age_years IS NOT NULL
"""
_SCORES = f"""
    SELECT predictions.model, {_MONTH}, images.study_id, scores.probability,
        coalesce(scores.is_above, -1)
    FROM predictions JOIN scores ON scores.prediction_id = predictions.id AND scores.finding = ?
    JOIN images ON images.id = predictions.image_id
    WHERE predictions.verdict <> 'refused' ORDER BY predictions.id
"""
_ANSWERS = f"""
    SELECT predictions.model, {_MONTH}, decisions.finding, decisions.verdict = '{ACCEPTED}', {SIDE},
        sum(images.looked_at <> '' AND images.looked_at <= decisions.at), count(*)
    {ANSWERED} WHERE predictions.verdict <> 'refused' AND decisions.verdict <> '{OPEN}'
    GROUP BY 1, 2, 3, 4, 5
"""
_ROW = np.dtype(
    [("model", "i8"), ("month", "i8"), ("study", "i8"), ("probability", "f8"), ("above", "i1")]
)


@dataclass(frozen=True)
class Version:
    """A model version that scored images here.

    Attributes:
        place: its number on this page, from 0, in the order of its first score.
        model_id: bundle id.
        name: for people.
        version: for people.
        digest: of its manifest; empty where it was not recorded.
        first_at: when it scored first, UTC, ISO 8601.
        last_at: when it scored last.
        count: images that it was asked about.
        points: finding -> threshold of its operating point; those without one are missing, as are
            all where they were not recorded.
    """

    place: int
    model_id: str
    name: str
    version: str
    digest: str
    first_at: str
    last_at: str
    count: int
    points: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Mix:
    """What one version was asked about in one month.

    Attributes:
        month: YYYY-MM.
        version: place of the version.
        asked: images.
        refused: of them, by the input checks.
        codes: check -> images that it refused.
        overridden: refused, and scored on somebody's word.
        median_age: of those whose age is known, in years; None: of nobody.
        known_ages: how many that are.
        sexes: as files have it (empty: not known) -> images.
        views: likewise.
    """

    month: str
    version: int
    asked: int
    refused: int
    codes: Mapping[str, int]
    overridden: int
    median_age: float | None
    known_ages: int
    sexes: Mapping[str, int]
    views: Mapping[str, int]


@dataclass(frozen=True)
class Agreement:
    """What readers answered to one finding: only images that somebody decided about.

    Images that the input checks refused do not count, whoever had them scored.

    Attributes:
        hits: at or above the operating point, and the reader sees it.
        misses: below, and the reader sees it.
        false_alarms: at or above, and the reader does not see it.
        passed: below, and the reader does not see it.
        sideless: answers where the operating point is not known.
        looked_first: of all answers, by readers who had looked before they saw any score.
    """

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    passed: int = 0
    sideless: int = 0
    looked_first: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        names = self.__dataclass_fields__
        return Agreement(*(getattr(self, name) + getattr(other, name) for name in names))

    @property
    def accepted(self) -> int:
        """Answers that confirm the model."""
        return self.hits + self.passed

    @property
    def rejected(self) -> int:
        """Answers that contradict it."""
        return self.misses + self.false_alarms

    @property
    def decided(self) -> int:
        """Answers with a side."""
        return self.accepted + self.rejected

    @property
    def ill(self) -> int:
        """Images on which readers see the finding."""
        return self.hits + self.misses

    @property
    def healthy(self) -> int:
        """Images on which they do not."""
        return self.false_alarms + self.passed

    def agreed(self) -> Share:
        """Share of the decided images on which model and reader agree."""
        return Share.of(self.accepted, self.decided)

    def sensitivity(self) -> Share:
        """Against readers' answers, of decided images."""
        return Share.of(self.hits, self.ill)

    def specificity(self) -> Share:
        """Against readers' answers, of decided images."""
        return Share.of(self.passed, self.healthy)


@dataclass(frozen=True)
class Share:
    """A share with its 95 % interval (Wilson).

    Attributes:
        value: 0..1; None of nothing.
        low: of the interval.
        high: of the interval.
        hits: numerator.
        trials: denominator.
    """

    value: float | None
    low: float
    high: float
    hits: int
    trials: int

    @staticmethod
    def of(hits: int, trials: int) -> Share:
        """The share of `hits` in `trials`."""
        return Share(hits / trials if trials else None, *wilson(hits, trials), hits, trials)


@dataclass(frozen=True)
class Scores:
    """What one version said of one finding in one month.

    Attributes:
        month: YYYY-MM.
        version: place of the version.
        finding: class name.
        count: scores; 0 where only answers are known.
        quantiles: at `QUANTILES`; empty without scores.
        histogram: scores in each of `HISTOGRAM` bins from 0 to 1.
        above: share at or above the operating point; of nothing where there is none.
        agreement: with readers.
        drift: against the version's reference; None where all scores are in the reference.
    """

    month: str
    version: int
    finding: str
    count: int = 0
    quantiles: tuple[float, ...] = ()
    histogram: tuple[int, ...] = ()
    above: Share = field(default_factory=lambda: Share.of(0, 0))
    agreement: Agreement = Agreement()
    drift: Drift | None = None


@dataclass(frozen=True)
class Reference:
    """With what the months of a version are compared.

    Attributes:
        version: place of the version.
        finding: class name.
        count: studies; `REFERENCE` once it is complete.
        quantiles: at `QUANTILES`.
        last_month: the month in which it was completed, YYYY-MM.
    """

    version: int
    finding: str
    count: int
    quantiles: tuple[float, ...]
    last_month: str


@dataclass(frozen=True)
class Monitored:
    """Everything that the page shows, oldest month first.

    Attributes:
        versions: in the order of their first score.
        mixes: by month and version.
        scores: by finding, month and version.
        references: one for each finding and version with scores.
    """

    versions: tuple[Version, ...] = ()
    mixes: tuple[Mix, ...] = ()
    scores: tuple[Scores, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def months(self) -> tuple[str, ...]:
        """Every month with something in it."""
        return tuple(sorted({mix.month for mix in self.mixes}))

    @property
    def findings(self) -> tuple[str, ...]:
        """Every finding, by name."""
        return tuple(dict.fromkeys(entry.finding for entry in self.scores))

    def of(self, finding: str, version: int | None = None) -> tuple[Scores, ...]:
        """The months of a finding; of one version or of all."""
        return tuple(
            entry
            for entry in self.scores
            if entry.finding == finding and version in (None, entry.version)
        )

    def agreement(self, finding: str, version: int) -> Agreement:
        """Over all months."""
        return sum((entry.agreement for entry in self.of(finding, version)), Agreement())


def monitor(connection: sqlite3.Connection) -> Monitored:
    """Looks through all scores; a second for 100,000 studies with one finding.

    The correction for several comparisons is over all months and findings of one version.
    """
    versions, places = _versions(connection)
    answers = _answers(connection, places)
    names = _names(connection)
    scores: list[Scores] = []
    references: list[Reference] = []
    for finding in names:
        made, references_of_finding = _of_finding(connection, finding, places)
        references += references_of_finding
        scores += _with_answers(made, answers, finding)
    return Monitored(versions, _mixes(connection, places), _corrected(scores), tuple(references))


def month_name(number: int) -> str:
    """YYYY-MM of months since year 0."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _versions(connection: sqlite3.Connection) -> tuple[tuple[Version, ...], dict[int, int]]:
    """The versions, and row of the table of models -> place.

    What was scored before digests were kept belongs to the only digest of that version, if there is
    only one.
    """
    rows = connection.execute(
        "SELECT models.id, models.model_id, models.name, models.version, models.digest, "
        "models.facts, min(predictions.at), max(predictions.at), count(*) FROM models "
        "JOIN predictions ON predictions.model = models.id GROUP BY models.id ORDER BY 7, 1"
    ).fetchall()
    digests: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, model_id, _, version, digest, *_ in rows:
        digests[model_id, version] |= {digest} - {""}
    places: dict[int, int] = {}
    found: dict[tuple[str, str, str], Version] = {}
    for row, model_id, name, version, digest, facts, first, last, count in rows:
        known = digests[model_id, version]
        own = digest or (next(iter(known)) if len(known) == 1 else "")
        key = (model_id, version, own)
        before = found.get(key)
        if before is None:
            found[key] = Version(
                len(found), model_id, name, version, own, first, last, count, _points(facts)
            )
        else:
            found[key] = replace(
                before, last_at=max(last, before.last_at), count=before.count + count,
                points=before.points or _points(facts),
            )  # fmt: skip
        places[row] = found[key].place
    return tuple(found.values()), places


def _points(facts: str) -> dict[str, float]:
    """Finding -> threshold of the point in use, of the facts of a model as they are stored."""
    told = json.loads(facts) if facts else {}
    return {
        name: float(points[0]["threshold"])
        for name, points in told.get("points", {}).items()
        if points
    }


def _names(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Findings, those of the newest models last; by name within."""
    rows = connection.execute("SELECT DISTINCT finding FROM scores WHERE is_abnormal ORDER BY 1")
    return tuple(name for (name,) in rows)


def _mixes(connection: sqlite3.Connection, places: Mapping[int, int]) -> tuple[Mix, ...]:
    ages: dict[tuple[int, int], list[float]] = defaultdict(list)
    for model, month, age in connection.execute(_AGES):
        ages[month, places[model]].append(age)
    tallies: dict[tuple[int, int], _Tally] = defaultdict(_Tally)
    for model, month, is_refused, is_withheld, codes, sex, view, count in connection.execute(_MIX):
        tally = tallies[month, places[model]]
        tally.asked += count
        tally.sexes[sex] += count
        tally.views[view] += count
        if is_refused:
            tally.refused += count
            tally.overridden += 0 if is_withheld else count
            for code in json.loads(codes):
                tally.codes[code] += count
    return tuple(
        _mix(month, place, tally, ages[month, place])
        for (month, place), tally in sorted(tallies.items())
    )


@dataclass(eq=False)
class _Tally:
    asked: int = 0
    refused: int = 0
    overridden: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    sexes: Counter[str] = field(default_factory=Counter)
    views: Counter[str] = field(default_factory=Counter)


def _mix(month: int, place: int, tally: _Tally, ages: list[float]) -> Mix:
    median = float(np.median(ages)) if ages else None
    return Mix(
        month_name(month), place, tally.asked, tally.refused, dict(tally.codes.most_common()),
        tally.overridden, median, len(ages), dict(tally.sexes.most_common()),
        dict(tally.views.most_common()),
    )  # fmt: skip


def _of_finding(
    connection: sqlite3.Connection, finding: str, places: Mapping[int, int]
) -> tuple[dict[tuple[int, int], Scores], list[Reference]]:
    """(month, version) -> scores without answers, drift not yet corrected; and the references."""
    rows = np.array(connection.execute(_SCORES, (finding,)).fetchall(), dtype=_ROW)
    if not len(rows):
        return {}, []
    known = np.unique(rows["model"])
    rows["model"] = np.array([places[int(model)] for model in known])[
        np.searchsorted(known, rows["model"])
    ]
    made: dict[tuple[int, int], Scores] = {}
    references = []
    for version in np.unique(rows["model"]).tolist():
        own = rows[rows["model"] == version]
        reference, later = _split(own)
        references.append(_reference(version, finding, reference))
        for month in np.unique(own["month"]).tolist():
            compared = later["probability"][later["month"] == month]
            drift = compare(reference["probability"], compared) if len(compared) else None
            made[month, version] = replace(
                _described(own[own["month"] == month], finding), drift=drift
            )
    return made, references


def _split(rows: NDArray) -> tuple[NDArray, NDArray]:
    """The first scores of the first studies; and those of the later ones."""
    _, first = np.unique(rows["study"], return_index=True)
    once = rows[np.sort(first)]
    return once[:REFERENCE], once[REFERENCE:]


def _reference(version: int, finding: str, rows: NDArray) -> Reference:
    last = month_name(int(rows["month"].max()))
    return Reference(version, finding, len(rows), _quantiles(rows["probability"]), last)


def _described(rows: NDArray, finding: str) -> Scores:
    histogram, _ = np.histogram(rows["probability"], HISTOGRAM, (0.0, 1.0))
    pointed = rows["above"][rows["above"] >= 0]
    return Scores(
        month_name(int(rows["month"][0])), int(rows["model"][0]), finding, len(rows),
        _quantiles(rows["probability"]), tuple(histogram.tolist()),
        Share.of(int(pointed.sum()), len(pointed)),
    )  # fmt: skip


def _quantiles(values: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(np.quantile(values, QUANTILES).tolist())


def _answers(
    connection: sqlite3.Connection, places: Mapping[int, int]
) -> dict[str, dict[tuple[int, int], Agreement]]:
    """Finding -> (month, version) -> what readers answered."""
    found: dict[str, dict[tuple[int, int], Agreement]] = defaultdict(dict)
    for model, month, finding, is_accepted, side, looked, count in connection.execute(_ANSWERS):
        known = found[finding].get((month, places[model]), Agreement())
        if side is None:
            name = "sideless"
        elif side:
            name = "hits" if is_accepted else "false_alarms"
        else:
            name = "passed" if is_accepted else "misses"
        found[finding][month, places[model]] = known + Agreement(
            **{name: count, "looked_first": looked}
        )
    return found


def _with_answers(
    made: Mapping[tuple[int, int], Scores],
    answers: Mapping[str, Mapping[tuple[int, int], Agreement]],
    finding: str,
) -> Iterator[Scores]:
    told = answers.get(finding, {})
    for month, version in sorted(made.keys() | told.keys()):
        entry = made.get((month, version), Scores(month_name(month), version, finding))
        yield replace(entry, agreement=told.get((month, version), Agreement()))


def _corrected(scores: list[Scores]) -> tuple[Scores, ...]:
    """With probabilities for all comparisons of each version together."""
    for version in {entry.version for entry in scores}:
        own = [k for k, e in enumerate(scores) if e.version == version and e.drift is not None]
        drifts = corrected([drift for k in own if (drift := scores[k].drift) is not None])
        for place, drift in zip(own, drifts, strict=True):
            scores[place] = replace(scores[place], drift=drift)
    return tuple(scores)
