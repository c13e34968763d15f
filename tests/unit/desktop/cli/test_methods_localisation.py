"""``whyray methods`` tells how each method found known lesions."""

import json

import pytest

from desktop.cli import methods
from desktop.cli.commands import run_command_line
from engine.explain.localisation import NOT_BETTER


def _facts(auc, beats):
    return {"auc": auc, "difference": auc - 0.6, "standard_error": 0.01, "beats_control": beats}


@pytest.fixture
def measured(tmp_path, monkeypatch):
    """Figures of three methods."""
    figures = {
        "grad-cam": _facts(0.91, True),
        "rise": _facts(0.55, False),
        "control-centre": _facts(0.6, None),
    }
    path = tmp_path / "localisation.json"
    path.write_text(json.dumps({"methods": figures}))
    monkeypatch.setattr(methods, "LOCALISATION", path)


def test_a_method_that_does_not_beat_the_control_is_labelled(measured, capsys):
    assert run_command_line(["methods"]) == 0
    lines = capsys.readouterr().out.splitlines()
    row = next(line for line in lines if line.startswith("rise "))
    assert row.split()[4:6] == ["0.55", "0.60"]
    assert f"{NOT_BETTER}: rise" in lines

    assert run_command_line(["methods", "rise"]) == 0
    assert NOT_BETTER in " ".join(capsys.readouterr().out.split())
    assert run_command_line(["methods", "grad-cam"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "AUC 0.91 on phantom lesions, a centred spot 0.60" in told
    assert NOT_BETTER not in told


def test_the_document_carries_the_figures(measured, capsys):
    assert run_command_line(["methods", "--json"]) == 0
    listed = {m["id"]: m["localisation"] for m in json.loads(capsys.readouterr().out)["methods"]}

    assert listed["rise"]["auc"] == 0.55
    assert listed["rise"]["control_auc"] == 0.6
    assert listed["rise"]["label"] == NOT_BETTER
    assert listed["grad-cam"]["label"] == ""
    assert listed["saliency"] is None


def test_nothing_is_told_where_nobody_measured(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(methods, "LOCALISATION", tmp_path / "none.json")

    assert run_command_line(["methods"]) == 0
    assert NOT_BETTER not in capsys.readouterr().out
