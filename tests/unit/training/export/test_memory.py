"""Memory is asked for before a conversion, and a killed process is put into words."""

import subprocess
import sys

import pytest

from engine.errors import ModelError
from training.export import to_onnx
from training.export.memory import (
    available_gb,
    demand_memory,
    needed_gb,
    was_killed_for_memory,
)


def test_the_estimate_covers_every_measured_network():
    # Million weights and GB, each converted alone.
    for million, peak in (
        (1.9, 1.4),
        (3.5, 2.6),
        (8.1, 4.0),
        (20.0, 6.2),
        (26.0, 8.5),
        (56.0, 12.4),
    ):
        assert needed_gb(round(million * 1e6)) >= peak


def test_a_machine_that_is_too_small_is_told_the_figures():
    with pytest.raises(ModelError, match=r"45\.0 million weights .* 14\.6 GB .* 8\.0 GB are free"):
        demand_memory(45_000_000, 8.0)
    demand_memory(45_000_000, 15.0)
    demand_memory(45_000_000, None)


def test_free_memory_is_the_lesser_of_machine_and_container(tmp_path):
    (tmp_path / "meminfo").write_text("MemTotal: 9 kB\nMemAvailable:    4000000 kB\n")
    for name, text in (
        ("memory.max", "3000000000\n"),
        ("memory.current", "2500000000\n"),
        ("memory.stat", "anon 1\ninactive_file 500000000\n"),
    ):
        (tmp_path / name).write_text(text)

    assert available_gb(tmp_path / "meminfo", tmp_path) == pytest.approx(1.0)
    (tmp_path / "memory.max").write_text("max\n")
    assert available_gb(tmp_path / "meminfo", tmp_path) == pytest.approx(4.096)
    assert available_gb(tmp_path / "none", tmp_path / "none") is None


@pytest.mark.parametrize(
    "end", ["import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "raise MemoryError"]
)
def test_a_killed_converter_is_a_lack_of_memory(tmp_path, monkeypatch, end):
    def run(_command: list[str]) -> tuple[int, str]:
        done = subprocess.run([sys.executable, "-c", end], capture_output=True, check=False)
        return done.returncode, done.stderr.decode()

    monkeypatch.setattr(to_onnx, "run_child", run)
    with pytest.raises(ModelError, match="memory") as caught:
        to_onnx.export_onnx(tmp_path / "a.keras", tmp_path / "a.onnx", parameters=100_000)

    assert "python -m training convert" in caught.value.hint


def test_other_failures_are_not_blamed_on_memory():
    assert not was_killed_for_memory(1, "KeyError: 'keras_tensor_9'")
    assert was_killed_for_memory(137, "")
