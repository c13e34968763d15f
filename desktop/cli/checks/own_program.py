"""This very program as a child with a home of its own: what it does leaves no trace here."""

import os
import subprocess
import sys
from pathlib import Path

from engine.errors import SelfTestFailed

_LIMIT_S = 300


def run_own(arguments: list[str], home: Path) -> str:
    """Runs the program with arguments; what it printed.

    Args:
        arguments: of the command line.
        home: folder that takes the place of the user's.

    Raises:
        SelfTestFailed: it ended with another status than 0, or not at all.
    """
    is_frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if is_frozen else [sys.executable, "-m", "desktop"]
    environment = os.environ | {"WHYRAY_HOME": str(home)}
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        done = subprocess.run([*program, *arguments], env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=_LIMIT_S, check=False,
                              encoding="utf-8", errors="replace")  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise SelfTestFailed(f"{arguments[0]} did not end in {_LIMIT_S} s") from error
    if done.returncode != 0:
        raise SelfTestFailed(
            f"{arguments[0]} ended with status {done.returncode}",
            details={"output": (done.stdout + done.stderr)[-2000:]},
        )
    return done.stdout
