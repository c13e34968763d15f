"""The training side as a child process: it speaks JSON lines, this module shows them."""

import json
import subprocess
import sys
from importlib.util import find_spec

from engine.errors import RequestError

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
        last = _follow(child, is_json=is_json)
        try:
            status = child.wait()
        except KeyboardInterrupt:
            child.terminate()
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
        elif not is_json or last.get("event") == "error":
            print(_in_words(last), file=sys.stderr)
    return last


def _in_words(event: dict[str, object]) -> str:
    kind = event.get("event")
    if kind == "progress":
        return f"[{100.0 * float(str(event.get('fraction', 0))):5.1f} %] {event.get('note', '')}"
    if kind == "error":
        return f"error: {event.get('message')}\n       {event.get('hint', '')}"
    facts = ", ".join(f"{key}: {value}" for key, value in event.items() if key != "event")
    return f"{kind}: {facts}"
