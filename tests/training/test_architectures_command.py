"""``python -m training architectures``: the table of networks, and the layers of one."""

import argparse
import io
import json

import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

from engine.errors import RequestError
from training.commands import architectures
from training.events import Events
from training.models import ARCHITECTURES

pytestmark = pytest.mark.training


def asked(*arguments: str) -> dict[str, object]:
    """The last event of the command."""
    parser = argparse.ArgumentParser()
    architectures.add_arguments(parser)
    stream = io.StringIO()
    assert architectures.run(parser.parse_args(list(arguments)), Events(stream)) == 0
    return json.loads(stream.getvalue().splitlines()[-1])


def test_every_network_is_listed_with_its_facts(capsys):
    rows = asked()["architectures"]
    shown = capsys.readouterr().err.splitlines()

    assert [row["id"] for row in rows] == list(ARCHITECTURES)
    by_id = {row["id"]: row for row in rows}
    assert by_id["resnet50"]["imagenet"] is True
    assert by_id["resnet50"]["scaling"] == "caffe"
    assert by_id["dcnn-resnet"]["imagenet"] is False
    assert by_id["xception"]["smallest"] == 71
    assert len(shown) == len(rows) + 1
    assert "21,123,305" in next(line for line in shown if line.startswith("xception"))


def test_the_layers_of_a_network_are_listed_as_fine_tuning_names_them(capsys):
    event = asked("dcnn-resnet", "--size", "64", "--channels", "1")
    first = event["layers"][1]

    # 3 x 3 x 1 x 16 weights and 16 biases
    assert first == {
        "name": "block1_conv1",
        "kind": "Conv2D",
        "output": "64 x 64 x 16",
        "parameters": 160,
    }
    assert event["parameters"] == sum(layer["parameters"] for layer in event["layers"])
    assert "block1_conv1" in capsys.readouterr().err


def test_an_unknown_network_is_refused():
    with pytest.raises(RequestError, match="no architecture"):
        asked("lenet")
