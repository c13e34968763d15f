"""Texts name a command that can be typed where they are read."""

import importlib
import sys

import pytest

from training import called


@pytest.fixture
def frozen(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    importlib.reload(called)
    yield
    monkeypatch.undo()
    importlib.reload(called)


def test_in_a_checkout_it_is_a_module():
    assert called.PROGRAM == "python -m training"


def test_in_an_installed_copy_it_is_the_program_on_the_path(frozen):
    assert called.PROGRAM == "whyray"
