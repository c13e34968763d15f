"""What maps tell of two models: means of the fixed sample, and two real models on a phantom."""

import numpy as np
import pytest

from desktop.jobs.evidence import (
    NEW,
    OLD,
    SAMPLE,
    CaseSeen,
    SideSeen,
    Wanted,
    Witness,
    chosen_cases,
    facts_of,
)
from engine.bundle.store import ModelStore
from engine.images.decoder import Decoder
from engine.progress import Step
from tests.support.compared import Gaze, write_gazing_bundle, write_halves


def _seen(kind: str, old: SideSeen, new: SideSeen) -> CaseSeen:
    return CaseSeen({"file": "a", "class": "b", "kind": kind}, {OLD: old, NEW: new}, None)


def test_shares_are_means_over_the_fixed_sample():
    shares = [(0.2, 0.3), (0.4, 0.6), (0.3, 0.3), (0.1, 0.2)]
    seen = [_seen(SAMPLE, SideSeen(share=a), SideSeen(share=b)) for a, b in shares]
    seen.append(_seen("lost", SideSeen(share=0.0), SideSeen(share=1.0)))  # chosen for its change
    seen.append(_seen(SAMPLE, SideSeen(share=None), SideSeen(share=0.9)))  # of one model alone
    found = facts_of(seen, "grad-cam")["outside"]

    assert found["cases"] == 4
    assert (found["old"], found["new"]) == pytest.approx((0.25, 0.35))
    assert found["difference"]["value"] == pytest.approx(0.1)
    assert found["difference"]["low"] <= 0.1 <= found["difference"]["high"]


def test_lights_are_counted_where_both_were_tested():
    bad, good = SideSeen(light="bad"), SideSeen(light="good")
    seen = [_seen(SAMPLE, good, bad), _seen(SAMPLE, good, good), _seen(SAMPLE, good, SideSeen())]
    found = facts_of(seen, "grad-cam")["trust"]

    assert found["cases"] == 2
    assert (found["old"]["bad"], found["new"]["bad"]) == (0, 1)
    assert found["p"] == 1.0  # one image tells nothing


def test_p_is_that_of_the_sign_test():
    bad, good = SideSeen(light="bad"), SideSeen(light="good")
    seen = [_seen(SAMPLE, good, bad)] * 7 + [_seen(SAMPLE, bad, good), _seen(SAMPLE, bad, bad)]

    # 8 discordant, 7 one way: 2 (C(8, 0) + C(8, 1)) / 2^8
    assert facts_of(seen, "grad-cam")["trust"]["p"] == pytest.approx(18 / 256)


def test_nothing_known_is_told_as_nothing():
    found = facts_of([_seen(SAMPLE, SideSeen(), SideSeen())], "grad-cam")

    assert (found["outside"], found["trust"]) == (None, None)


def test_a_case_is_looked_at_once():
    case = {"file": "a", "class": "b", "kind": SAMPLE}
    other = {"file": "c", "class": "b", "kind": "lost"}

    assert chosen_cases({"sample": [case], "cases": [dict(case), other]}) == [case, other]


def test_two_models_look_at_different_halves(tmp_path, living_decoders):
    """The left model's map lies on the left half, the right one's on the right."""
    table = write_halves(tmp_path / "films", 2)
    bundles = {
        OLD: write_gazing_bundle(tmp_path / "left", Gaze(9.0, 0.0)),
        NEW: write_gazing_bundle(tmp_path / "right", Gaze(0.0, 9.0)),
    }
    film = str(table.parent / "0000.png")
    case = {"file": film, "class": "Bright", "kind": SAMPLE}
    unread = {"file": str(tmp_path / "gone.png"), "class": "bright", "kind": SAMPLE}
    store = ModelStore(tmp_path / "shipped", tmp_path / "imported")
    with Decoder() as decoder:
        witness = Witness(store, decoder)
        steps = list(witness.gather([case, unread], Wanted(bundles, "input-x-gradient")))
    first, second = [step.partial for step in steps if isinstance(step.partial, CaseSeen)]

    assert all(isinstance(step, Step) for step in steps)
    sides = {side: first.sides[side].entry.explanation.map for side in (OLD, NEW)}
    for side, half in ((OLD, np.s_[:, :4]), (NEW, np.s_[:, 4:])):
        values = np.abs(sides[side])
        assert values[half].sum() == pytest.approx(values.sum())
    assert first.sides[OLD].light in ("good", "doubtful", "bad", "not measured")
    assert second.sides[OLD].problem
    assert [case["file"] for case in steps[-1].result["cases"]] == [film, unread["file"]]
