"""The training side as a child process: it speaks JSON lines, this module shows them."""

import json
import subprocess
import sys
from importlib.util import find_spec

from engine.errors import RequestError

# Handed on word by word; name -> what it does, in the order of a project.
TRAINING_COMMANDS = {
    "dataset": "count images, classes, patients, doubles and shortcut risks before training",
    "train": "train a model from folders of radiographs and write a checked bundle",
    "multi": "train with several seeds, tell the spread, and write the best as a bundle",
    "crossvalidate": "train and measure k times, each time with other patients left out",
    "search": "search for a configuration; several machines can share a search",
    "evaluate": "measure a bundle again on labelled radiographs",
    "convert": "make a bundle of an existing Keras file",
    "content-check": "train the check that tells chest films from other pictures",
    "options": "list every option of a training configuration",
    "architectures": "list the networks that can be trained",
    "preview-augmentation": "draw what random variation does to a radiograph",
    "phantom": "make synthetic radiographs with exact lesion and anatomy masks",
}
_QUIET = ("step", "epoch")  # progress says the same in words
NOT_INSTALLED = "the training side is not installed here"
HOW_TO_INSTALL = "In a checkout run: uv sync --group train"


def run_training(command: str, arguments: list[str]) -> int:
    """Runs ``python -m training COMMAND ...`` and shows its progress.

    ``--json`` among the arguments prints the last event alone, as one JSON document on stdout.

    Returns:
        The child's exit status.
    """
    if find_spec("training") is None:
        raise RequestError(NOT_INSTALLED, hint=HOW_TO_INSTALL)
    is_json = "--json" in arguments
    passed_on = [argument for argument in arguments if argument != "--json"]
    child_command = [sys.executable, "-m", "training", command, *passed_on]
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


def _follow(child: subprocess.Popen[str], *, is_json: bool) -> dict[str, object] | None:
    last = None
    for line in child.stdout if child.stdout is not None else ():
        try:
            last = json.loads(line)
        except ValueError:  # help texts are not JSON
            print(line, end="")
            continue
        report = last.pop("report", None)  # a result as text
        if not is_json and report is not None:
            print(report)
        elif last.get("event") == "error" or not (is_json or last.get("event") in _QUIET):
            print(_in_words(last), file=sys.stderr)
    return last


def _in_words(event: dict[str, object]) -> str:
    kind = event.get("event")
    if kind == "warning":
        return f"warning: {event.get('message')}"
    if kind == "image":
        return f"picture: {event.get('path')}"
    if kind == "progress":
        return f"[{100.0 * float(str(event.get('fraction', 0))):5.1f} %] {event.get('note', '')}"
    if kind == "error":
        return f"error: {event.get('message')}\n       {event.get('hint', '')}"
    facts = ", ".join(f"{key}: {value}" for key, value in event.items() if key != "event")
    return f"{kind}: {facts}"
