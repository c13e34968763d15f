"""Does a frozen program run? Started from its folder, with nothing of the project around it."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from installer.parts import APP, TRAINER, Part

_LIMIT_S = 900


def prove(part: Part, folder: Path) -> None:
    """Runs the part's own checks; what it prints is shown.

    Raises:
        SystemExit: a check failed.
    """
    program = folder / (f"{part.program}.exe" if os.name == "nt" else part.program)
    with tempfile.TemporaryDirectory(prefix="whyray-smoke-") as home:
        for arguments in _COMMANDS[part.name]:
            filled = [argument.format(home=home) for argument in arguments]
            begun = time.monotonic()
            status = subprocess.call(
                [str(program), *filled], cwd=home, env=_environment(Path(home)), timeout=_LIMIT_S
            )
            words = f"{part.name} {' '.join(filled)}: {time.monotonic() - begun:.1f} s"
            if status != 0:
                sys.exit(f"{words}, exit status {status}")
            print(words, file=sys.stderr, flush=True)


def _environment(home: Path) -> dict[str, str]:
    """Only what a desktop gives: no way leads back to the project."""
    kept = ("PATH", "HOME", "LANG", "DISPLAY", "SYSTEMROOT", "TEMP", "TMP", "USERPROFILE")
    passed_on = {name: os.environ[name] for name in kept if name in os.environ}
    extra = {"WHYRAY_HOME": str(home)}
    if "DISPLAY" not in passed_on and sys.platform.startswith("linux"):
        extra["QT_QPA_PLATFORM"] = "offscreen"
    return passed_on | extra


_COMMANDS = {
    APP.name: (["--version"], ["self-test"]),
    TRAINER.name: (
        ["architectures"],
        ["phantom", "--out", "{home}/phantoms", "--count", "60", "--seed", "1"],
        [
            *("train", "--data", "{home}/phantoms", "--out", "{home}/probe", "--epochs", "2"),
            *("--set", "recipe.height=32", "--set", "recipe.width=32"),
        ],
    ),
}
