"""The entry point says exactly what is missing where it may not install it."""

import importlib.util
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "build" / "make.py"


@pytest.fixture
def make():
    spec = importlib.util.spec_from_file_location("whyray_make", SOURCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Qt's libraries are a Linux matter"
)
def test_missing_qt_libraries_are_named_where_they_may_not_be_installed(make, monkeypatch):
    missing = ("libxcb-cursor.so.0", "libEGL.so.1")
    monkeypatch.setattr(make, "can_load", lambda library: library not in missing)
    monkeypatch.setattr(make.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(make, "_sudo_works", lambda: False)

    with pytest.raises(SystemExit) as caught:
        make.install_qt_libraries()

    assert "apt-get install libegl1 libxcb-cursor0" in str(caught.value)


def test_what_leads_into_another_checkout_is_left_out(make, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("VIRTUAL_ENV", "/elsewhere/.venv")

    environment = make.environment()

    assert "PYTHONPATH" not in environment
    assert "VIRTUAL_ENV" not in environment
    assert environment["UV_PROJECT_ENVIRONMENT"] == str(SOURCE.parents[1] / ".venv")


@pytest.mark.parametrize(
    ("statuses", "arguments", "expected", "runs"),
    [
        ((0, 0), [], 0, 2),
        ((1, 0), [], 1, 1),
        ((0, 1), [], 1, 2),
        ((5, 0), ["one/file.py"], 0, 2),
        ((0, 5), ["one/file.py"], 0, 2),
        ((5, 5), ["no/file.py"], 5, 2),
        ((3,), ["-m", "bench"], 3, 1),
    ],
)
def test_the_tests_count_whichever_of_the_two_runs_holds_them(
    make, monkeypatch, statuses, arguments, expected, runs
):
    asked, answers = [], iter(statuses)
    monkeypatch.setattr(make, "in_environment", lambda given: asked.append(given) or next(answers))

    assert make.pytest(arguments) == expected
    assert len(asked) == runs
    assert all(given[-len(arguments) :] == arguments for given in asked if arguments)


def test_programs_to_compare_with_are_brought_where_that_works_and_done_without_elsewhere(
    make, monkeypatch, capsys
):
    asked = []

    def refuse(packages, reason, timeout_s):
        asked.extend(packages)
        raise make.subprocess.TimeoutExpired("apt-get", timeout_s)

    monkeypatch.setattr(make, "_is_program", lambda program: program == "storescp")
    monkeypatch.setattr(make, "may_install", lambda: True)
    monkeypatch.setattr(make, "apt_install", refuse)
    make.install_witnesses()
    assert asked == [package for package in make.WITNESSES.values() if package != "dcmtk"]
    assert "those tests skip" in capsys.readouterr().err

    asked.clear()
    monkeypatch.setattr(make, "may_install", lambda: False)
    make.install_witnesses()
    assert asked == []
