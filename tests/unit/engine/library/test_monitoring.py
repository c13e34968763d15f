"""Every figure is counted again from the invented predictions themselves, without SQL."""

import contextlib
import json
import statistics
from collections import Counter

import numpy as np
import pytest

from engine.library.drift import MOVED_MUCH, STEADY, TOO_FEW
from engine.library.monitoring import QUANTILES, REFERENCE, Agreement, Monitored, monitor
from engine.library.monitoring_tables import COLUMNS, document, rows
from engine.library.monitoring_words import summary
from engine.library.opening import open_library
from tests.support.monitored import THRESHOLD, Phase, fill, months_from

STILL = {"mass": (2.0, 6.0), "edema": (1.5, 5.0)}
PHASES = (
    Phase("m-1", "1", months_from("2025-11", 5), STILL),
    Phase("m-2", "2", months_from("2026-04", 4), STILL, {"2026-07": {"mass": (5.0, 4.0)}}, "d2"),
)
PER_MONTH = 130


@pytest.fixture(scope="module")
def months(tmp_path_factory):
    """What was put in, and what monitoring makes of it."""
    library = open_library(tmp_path_factory.mktemp("library") / "library").library
    with contextlib.closing(library):
        told = fill(library.connection, PHASES, PER_MONTH)
        return told, monitor(library.connection)


def chosen(told, month, place):
    return [t for t in told if t.month == month and t.model[0] == PHASES[place].model_id]


def test_versions_and_months_are_those_that_scored(months):
    told, monitored = months
    assert [(v.place, v.model_id, v.version, v.digest) for v in monitored.versions] == [
        (0, "m-1", "1", "d1"), (1, "m-2", "2", "d2"),
    ]  # fmt: skip
    assert [v.count for v in monitored.versions] == [5 * PER_MONTH, 4 * PER_MONTH]
    assert monitored.versions[0].points == {"mass": THRESHOLD, "edema": THRESHOLD}
    assert monitored.months == (*PHASES[0].months, *PHASES[1].months)
    assert monitored.findings == ("edema", "mass")
    assert monitored.versions[0].first_at.startswith("2025-11-01")
    assert len(told) == 9 * PER_MONTH


def test_what_was_asked_is_counted_by_month_and_version(months):
    told, monitored = months
    assert len(monitored.mixes) == 9
    for mix in monitored.mixes:
        own = chosen(told, mix.month, mix.version)
        assert mix.asked == len(own) == PER_MONTH
        assert mix.refused == sum(t.is_refused for t in own)
        assert mix.codes == ({"age": mix.refused} if mix.refused else {})
        assert mix.overridden == sum(t.is_refused and not t.is_withheld for t in own)
        assert mix.median_age == statistics.median(t.age for t in own if t.age is not None)
        assert mix.known_ages == sum(t.age is not None for t in own)
        assert mix.sexes == Counter(t.sex for t in own)
        assert mix.views == Counter(t.view for t in own)


@pytest.mark.parametrize("finding", ["mass", "edema"])
def test_distributions_are_of_what_was_let_through(months, finding):
    told, monitored = months
    assert len(monitored.of(finding)) == 9
    for entry in monitored.of(finding):
        own = [t.scores[finding] for t in chosen(told, entry.month, entry.version)
               if not t.is_refused]  # fmt: skip
        assert entry.count == len(own)
        assert entry.quantiles == pytest.approx(
            [np.percentile(own, 100 * q) for q in QUANTILES], abs=1e-12
        )
        assert sum(entry.histogram) == len(own)
        assert entry.histogram[0] == sum(p < 0.05 for p in own)
        assert (entry.above.hits, entry.above.trials) == (
            sum(p >= THRESHOLD for p in own), len(own),
        )  # fmt: skip
        assert entry.above.low < entry.above.value < entry.above.high


def test_agreement_is_of_decided_images_alone(months):
    told, monitored = months
    for place in (0, 1):
        own = [t for t in told if t.model[0] == PHASES[place].model_id and not t.is_refused]
        pairs = [(t.scores["mass"] >= THRESHOLD, t.answers["mass"]) for t in own
                 if "mass" in t.answers]  # fmt: skip
        tally = Counter(pairs)
        found = monitored.agreement("mass", place)
        assert (found.hits, found.false_alarms) == (tally[True, True], tally[True, False])
        assert (found.passed, found.misses) == (tally[False, True], tally[False, False])
        assert found.sensitivity().trials == found.hits + found.misses
        assert found.specificity().value == found.passed / (found.passed + found.false_alarms)
        assert found.agreed().hits == sum(accepted for _, accepted in pairs)
        assert 0 < found.looked_first < found.decided
        assert found.sideless == 0


def test_the_reference_is_the_first_studies_and_no_month_holds_it(months):
    told, monitored = months
    reference = next(r for r in monitored.references if (r.version, r.finding) == (0, "mass"))
    own = [t for t in told if t.model[0] == "m-1" and not t.is_refused]
    first = [t.scores["mass"] for t in own[:REFERENCE]]
    assert reference.count == REFERENCE
    assert reference.quantiles == pytest.approx(list(np.quantile(first, QUANTILES)))
    assert reference.last_month == own[REFERENCE - 1].month

    drifts = {entry.month: entry.drift for entry in monitored.of("mass", 0)}
    assert drifts["2025-11"] is None
    left = [t.scores["mass"] for t in own[REFERENCE:] if t.month == "2026-01"]
    assert drifts["2026-01"].count == len(left)


def test_only_the_month_that_was_moved_is_said_to_have_moved(months):
    stats = pytest.importorskip("scipy.stats", reason="SciPy is the independent reference here")
    told, monitored = months
    verdicts = {
        (entry.finding, entry.version, entry.month): entry.drift.verdict
        for entry in monitored.scores
        if entry.drift is not None
    }
    moved = {name for name, verdict in verdicts.items() if verdict == MOVED_MUCH}
    assert moved == {("mass", 1, "2026-07")}
    assert {verdicts[name] for name in verdicts.keys() - moved} <= {STEADY, TOO_FEW}

    entry = monitored.of("mass", 1)[-1]
    own = [t.scores["mass"] for t in told if t.model[0] == "m-2" and not t.is_refused]
    last = [t.scores["mass"] for t in chosen(told, "2026-07", 1) if not t.is_refused]
    expected = stats.ks_2samp(own[:REFERENCE], last)
    assert entry.drift.distance == pytest.approx(expected.statistic)
    compared = sum(1 for e in monitored.scores if e.version == 1 and e.drift and e.drift.p)
    assert entry.drift.p_corrected <= min(1.0, compared * entry.drift.p)


def test_of_a_study_with_many_images_one_counts_for_the_comparison(tmp_path):
    library = open_library(tmp_path / "library").library
    with contextlib.closing(library):
        fill(library.connection, (Phase("m-1", "1", ("2026-01",), {"mass": (2.0, 6.0)}),), 120)
        library.connection.execute("UPDATE images SET study_id = (id - 1) / 4 + 1")
        monitored = monitor(library.connection)

    (reference,) = monitored.references
    assert reference.count == 30
    assert monitored.scores[0].count > 100


def test_scores_from_before_digests_were_kept_belong_to_the_only_known_one(tmp_path):
    library = open_library(tmp_path / "library").library
    with contextlib.closing(library):
        before = Phase("m-1", "1", ("2026-01",), STILL, digest="")
        fill(library.connection, (before, Phase("m-1", "1", (), STILL, digest="d9")), 20)
        library.connection.execute("UPDATE predictions SET model = 2 WHERE id > 10")
        (version,) = monitor(library.connection).versions
        assert (version.digest, version.count) == ("d9", 20)

        library.connection.execute(
            "INSERT INTO models VALUES (3, 'm-1', '1', 'Chest model', '', 'd10', '')"
        )
        library.connection.execute("UPDATE predictions SET model = 3 WHERE id > 15")
        several = monitor(library.connection).versions
        assert [v.digest for v in several] == ["", "d9", "d10"]


def test_an_empty_library_has_nothing_to_say(tmp_path):
    library = open_library(tmp_path / "library").library
    with contextlib.closing(library):
        assert monitor(library.connection) == Monitored()
    assert Agreement().sensitivity().value is None


def test_the_summary_names_the_month_that_moved_and_does_not_say_why(months):
    _, monitored = months
    still = " ".join(summary(monitored, "mass", 0))
    assert "No month's scores differ from the reference" in still
    assert "of the images they chose to answer" in still

    moved = summary(monitored, "mass", 1)
    (named,) = [text for text in moved if text.startswith("2026-07")]
    assert "much higher" in named
    assert "p < 0.001" in named
    assert any("only answers of readers can tell" in text for text in moved)


def test_a_handful_of_scores_is_said_to_be_too_few(tmp_path):
    library = open_library(tmp_path / "library").library
    with contextlib.closing(library):
        fill(library.connection, (Phase("m-1", "1", ("2026-01",), {"mass": (2.0, 6.0)}),), 30)
        monitored = monitor(library.connection)
    told = summary(monitored, "mass", 0)

    count = monitored.scores[0].count
    assert f"cannot be told yet: {count} of 100 studies" in told[1]
    assert "too few to tell how far they agree" in told[2]


def test_tables_and_json_hold_what_was_found_and_no_patient(months):
    _, monitored = months
    table = list(rows(monitored))
    assert {len(row) for row in table} == {len(COLUMNS)}
    first = dict(zip(COLUMNS, table[0], strict=True))
    entry = monitored.scores[0]
    assert (first["month"], first["scored"]) == (entry.month, entry.count)
    assert first["quantile_50"] == entry.quantiles[2]
    assert first["sensitivity"] == entry.agreement.sensitivity().value

    text = json.dumps(document(monitored), allow_nan=False)
    assert "Doe" not in text
    assert "films" not in text
    assert len(json.loads(text)["summaries"]) == 4
