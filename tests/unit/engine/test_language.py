"""Texts that keep what they were made from."""

import copy
import pickle

import pytest

from engine.language import Said, joined, said


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


def test_texts_in_a_row_and_added_texts_keep_their_parts():
    row = joined("; ", (said("no evidence"), "a {name}"))
    assert row == "no evidence; a {name}"
    assert isinstance(row.fields["part_0"], Said)
    longer = said("{n} windows", n=3) + said(", fading")
    assert longer == "3 windows, fading"
    assert [part.template for part in longer.fields.values()] == ["{n} windows", ", fading"]
    assert joined("; ", ()) == ""
