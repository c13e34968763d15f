"""Small training runs on phantoms: seconds each."""

import io
import json
from pathlib import Path
from typing import Any

from training.config import TrainingConfig, config_from
from training.data.phantom.write import write_phantoms
from training.events import Events
from training.export.to_onnx import convert

SMALL = {
    "id": "tiny-1",
    "recipe": {"height": 32, "width": 40, "fit": "letterbox"},
    "schedule": {"epochs": 2, "batch": 8, "patience": 50},
    "network": {"architecture": "pneumonia-cnn-max", "dropout": 0.2},
    "evaluation": {"rounds": 40},
}


def small_config(**sections: Any) -> TrainingConfig:
    """`SMALL` with sections altered or keys replaced."""
    plain = dict(SMALL)
    for name, value in sections.items():
        plain[name] = plain.get(name, {}) | value if isinstance(value, dict) else value
    return config_from(plain)


def phantom_folder(folder: Path, count: int = 48, first: int = 0) -> Path:
    """A training folder of phantoms with masks."""
    for _ in write_phantoms(folder, range(first, first + count), size=64):
        pass
    return folder


def export_here(
    keras_file: Path, onnx_file: Path, *, layout: str = "nhwc", parameters: int | None = None
) -> None:
    """`export_onnx` without its process, which loads TensorFlow anew for a network of no size."""
    convert(keras_file, onnx_file, layout)


class Heard(Events):
    """Events that are kept."""

    def __init__(self) -> None:
        self.text = io.StringIO()
        super().__init__(self.text)

    def all(self, kind: str = "") -> list[dict[str, Any]]:
        """The events so far, of one kind or of all."""
        found = [json.loads(line) for line in self.text.getvalue().splitlines()]
        return [event for event in found if kind in ("", event["event"])]
