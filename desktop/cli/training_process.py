"""The training side as a child process: it speaks JSON lines, this module shows them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, TextIO

from desktop.retraining.trainer import find_trainer
from engine.errors import RequestError

# Handed on word by word; name -> what it does, in the order of a project.
TRAINING_COMMANDS = {
    "dataset": "count images, classes, patients, doubles and shortcut risks before training",
    "train": "train a model from folders of radiographs and write a checked bundle",
    "multi": "train with several seeds, tell the spread, and write the best as a bundle",
    "crossvalidate": "train and measure k times, each time with other patients left out",
    "search": "search for a configuration; several machines can share a search",
    "evaluate": "measure a bundle again on labelled radiographs",
    "compare-bundles": "measure a new bundle beside the active one, and recommend or not",
    "recalibrate": "fit calibration and operating points anew to confirmed cases of a site",
    "retrain": "train the candidate of a run that the window has planned, or go on with it",
    "look": "look at the images of a planned retraining: counts, doubles, what forbids it",
    "estimate": "measure steps of a planned retraining and tell how long all of it takes",
    "convert": "make a bundle of an existing Keras file",
    "content-check": "train the check that tells chest films from other pictures",
    "fields": "train a network that finds lung and heart fields, from films with masks",
    "options": "list every option of a training configuration",
    "architectures": "list the networks that can be trained",
    "preview-augmentation": "draw what random variation does to a radiograph",
    "phantom": "make synthetic radiographs with exact lesion and anatomy masks",
}
_QUIET = ("step", "epoch", "stage")  # progress says the same in words
_WIDTH = 78  # of the line that is written over
_TENTHS = 10  # lines for one long piece of work where nothing can be written over
NOT_INSTALLED = "the training side is not installed here"
HOW_TO_INSTALL = "Install the package whyray-trainer; in a checkout run: uv sync --group train"


def run_training(command: str, arguments: list[str]) -> int:
    """Runs a command of the trainer and shows its progress.

    ``--json`` among the arguments prints the last event alone, as one JSON document on stdout.

    Returns:
        The child's exit status.
    """
    is_json = "--json" in arguments
    passed_on = [argument for argument in arguments if argument != "--json"]
    child_command = [*_program(), command, *passed_on]
    with subprocess.Popen(child_command, stdout=subprocess.PIPE, text=True) as child:
        try:
            last = _follow(child, is_json=is_json)
        except KeyboardInterrupt:
            child.terminate()
            last = _follow(child, is_json=is_json)  # it says that it has stopped
        status = child.wait()
    if is_json and last is not None:
        print(json.dumps(last, ensure_ascii=False, indent=2))
    return status


def _program() -> list[str]:
    """The trainer, else the checkout's own training side: some commands need no TensorFlow."""
    found = find_trainer()
    if found is not None:
        return list(found.command)
    if getattr(sys, "frozen", False) or find_spec("training") is None:
        raise RequestError(NOT_INSTALLED, hint=HOW_TO_INSTALL)
    return [sys.executable, "-m", "training"]


def _follow(child: subprocess.Popen[str], *, is_json: bool) -> dict[str, object] | None:
    last, progress = None, _Progress(sys.stderr)
    for line in child.stdout if child.stdout is not None else ():
        try:
            last = json.loads(line)
        except ValueError:  # help texts are not JSON
            print(line, end="")
            continue
        if last.get("event") == "progress":
            if not is_json:
                progress.show(last)
            continue
        progress.end_line()
        report = last.pop("report", None)  # a result as text
        if not is_json and report is not None:
            print(report)
        elif last.get("event") == "error" or not (is_json or last.get("event") in _QUIET):
            print(_in_words(last), file=sys.stderr)
    return last


class _Progress:
    """A terminal sees one line for each piece of work; elsewhere a long one gets ten at most."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._note: str | None = None
        self._tenth = -1
        self._is_open = False

    def show(self, event: dict[str, Any]) -> None:
        """One event of the kind ``progress``."""
        text, note = _in_words(event), str(event.get("note", ""))
        tenth = int(_TENTHS * float(event.get("fraction", 0.0)))
        is_new = note != self._note
        if self._stream.isatty():
            if is_new:
                self.end_line()
            print(f"\r{text[:_WIDTH]:<{_WIDTH}}", end="", file=self._stream, flush=True)
            self._is_open = True
        elif is_new or tenth != self._tenth:
            print(text, file=self._stream, flush=True)
        self._note, self._tenth = note, tenth

    def end_line(self) -> None:
        """Goes to a new line where one was left open."""
        if self._is_open:
            print(file=self._stream)
        self._is_open = False


def _in_words(event: dict[str, Any]) -> str:
    kind = event.get("event")
    if kind == "warning":
        return f"warning: {event.get('message')}"
    if kind == "image":
        return f"picture: {event.get('path')}"
    if kind == "progress":
        return f"[{100.0 * float(event.get('fraction', 0)):5.1f} %] {event.get('note', '')}"
    if kind == "error":
        return f"error: {event.get('message')}\n       {event.get('hint', '')}"
    if kind == "metric":
        others = {k: v for k, v in event.items() if k not in ("event", "name", *_FIGURE)}
        facts = "".join(f", {line}" for line in _facts(others))
        return f"{event.get('name')}: {_figure(event)}{facts}"
    return "\n".join([f"{kind}", *(f"  {line}" for line in _facts(event) if line)])


_FIGURE = ("value", "low", "high")


def _figure(found: dict[str, Any]) -> str:
    """``0.953 (0.913 to 0.987)``."""
    value, low, high = (found.get(name) for name in _FIGURE)
    if value is None:
        return "undefined"
    return (
        f"{value:.3f}" if low is None or high is None else f"{value:.3f} ({low:.3f} to {high:.3f})"
    )


def _facts(event: dict[str, Any]) -> Iterator[str]:
    """``key: value``; tables within tables are for programs and left out."""
    for key, value in event.items():
        if key != "event" and (words := _words_of(value)):
            yield f"{key.replace('_', ' ')}: {words}"


def _words_of(value: Any) -> str:
    if isinstance(value, dict):
        if "value" in value:
            return _figure(value)
        is_plain = not any(isinstance(inner, dict | list) for inner in value.values())
        pairs = (f"{key} {_words_of(inner)}" for key, inner in value.items())
        return ", ".join(pairs) if is_plain else ""
    if isinstance(value, list):
        is_plain = not any(isinstance(inner, dict | list) for inner in value)
        words = [_words_of(inner) for inner in value] if is_plain else []
        has_sentences = sum(map(len, words)) > _WIDTH
        return "".join(f"\n    {line}" for line in words) if has_sentences else "; ".join(words)
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)
