"""What a model says of an image is shown only where it may be asked about it."""

from pathlib import Path
from types import SimpleNamespace

from desktop.jobs.opinions import refusal_of
from desktop.state.workspace import Item
from engine.decisions import Override, Record
from engine.errors import RequestError
from engine.images.admission import Admission, Reason


def reading(*reasons):
    verdict = "refused" if reasons else "accepted"
    return SimpleNamespace(admission=Admission(verdict, tuple(reasons)))


def test_an_accepted_image_may_be_asked_about():
    assert refusal_of(Item(Path("film.dcm")), "made-1", reading()) is None


def test_a_refusal_is_told_with_its_reasons():
    stop, doubt = Reason("stop", "age", "Too old."), Reason("warn", "view", "View unknown.")
    found = refusal_of(Item(Path("film.dcm")), "made-1", reading(stop, doubt))

    assert "made-1" in found.message
    assert "Too old." in found.message
    assert "View unknown." not in found.message


def test_an_override_counts_for_its_own_model_and_frame():
    wanted = Override("because", ("age",), "made-1", 0, "me", "2024-03-01T12:00:00Z")
    item = Item(Path("film.dcm"), record=Record(overrides=(wanted,)))
    refused = reading(Reason("stop", "age", "Too old."))

    assert refusal_of(item, "made-1", refused) is None
    assert refusal_of(item, "other-1", refused) is not None
    item.frame = 1
    assert refusal_of(item, "made-1", refused) is not None


def test_a_failure_stays_the_failure_that_it_is():
    error = RequestError("no network")
    assert refusal_of(Item(Path("film.dcm")), "made-1", error) is error
