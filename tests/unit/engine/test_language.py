"""Texts that keep what they were made from."""

import copy
import pickle

import pytest

from engine.language import Said, said


def test_it_is_an_ordinary_english_text():
    text = said("The file holds {count} frames of {name}.", count=3, name="a{b}")
    assert text == "The file holds 3 frames of a{b}."
    assert f"{text}!" == "The file holds 3 frames of a{b}.!"


def test_template_and_fields_survive_another_process_and_a_copy():
    inner = said("opacity")
    text = said("Not found: {finding}", finding=inner)
    for again in (pickle.loads(pickle.dumps(text)), copy.deepcopy(text)):  # noqa: S301 - ours
        assert (again, again.template) == (text, "Not found: {finding}")
        assert isinstance(again.fields["finding"], Said)


def test_a_field_that_is_missing_is_an_error_at_once():
    with pytest.raises(KeyError):
        said("The file holds {count} frames.")
