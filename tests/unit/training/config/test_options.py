"""``python -m training options`` lists every key that a configuration takes, as TOML."""

import argparse
import io
import json
import tomllib
from dataclasses import fields

import pytest

from engine.bundle.recipe import Recipe
from engine.errors import RequestError
from engine.options import option_facts
from training.commands import options
from training.config import SECTIONS, Identity, config_from, explained_options, to_plain
from training.config.sections import RecipeRows
from training.events import Events


def _listed(capsys, *arguments: str) -> str:
    parser = argparse.ArgumentParser()
    options.add_arguments(parser)
    stream = io.StringIO()
    assert options.run(parser.parse_args(list(arguments)), Events(stream)) == 0
    assert json.loads(stream.getvalue().splitlines()[-1])["event"] == "done"
    return capsys.readouterr().err


def test_the_list_is_a_configuration_that_gives_the_defaults(capsys):
    assert to_plain(config_from(tomllib.loads(_listed(capsys)))) == to_plain(config_from({}))


def test_every_key_is_listed():
    own = {facts.name for facts in option_facts(RecipeRows)}

    assert own == {entry.name for entry in fields(Recipe)} - {"layout"}
    assert set(explained_options()) == {"", "recipe", *SECTIONS}
    assert [facts.name for facts in explained_options()[""]] == [e.name for e in fields(Identity)]


def test_tables_are_named_with_their_keys(capsys):
    assert "[search.ranges]" in _listed(capsys, "search")
    assert "[data.admission]" in _listed(capsys, "data")


def test_one_section_can_be_asked_for(capsys):
    listed = _listed(capsys, "export")

    assert "int8 = false" in listed
    assert "dropout" not in listed
    with pytest.raises(RequestError, match="nonsense"):
        _listed(capsys, "nonsense")


def test_a_run_is_laid_out_as_keras_wants_it():
    with pytest.raises(RequestError, match="nchw"):
        config_from({"recipe": {"layout": "nchw"}})


def test_as_facts_every_option_tells_its_range(capsys):
    parser = argparse.ArgumentParser()
    options.add_arguments(parser)
    stream = io.StringIO()
    options.run(parser.parse_args(["--json"]), Events(stream))
    told = json.loads(stream.getvalue())["options"]

    assert capsys.readouterr().err == ""
    assert (told["network.dropout"]["low"], told["network.dropout"]["high"]) == (0.0, 0.9)
    assert told["schedule.decay"]["choices"] == ["constant", "plateau", "cosine", "step"]
    assert told["augmentation.rotation_deg"]["unit"] == "degrees"
