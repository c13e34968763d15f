"""`whyray`: with a subcommand the command line, without one the window."""

import os
import sys
from pathlib import Path


def main() -> int:
    """Entry point of both programs; returns the exit status."""
    give_streams()
    # NumPy multiplies small matrices only; its threads would wait for those of the models.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = sys.argv[1:]
    if arguments[:2] == ["--worker", "decode"]:  # a frozen copy of the program serves its own child
        from engine.images.decode_worker import main as serve

        return serve()
    if arguments[:2] == ["--worker", "prepare"]:
        from engine.bundle.prepare_worker import main as serve

        return serve()
    if arguments[:2] == ["--worker", "trial"]:
        from engine.registry.trial_worker import main as serve

        return serve()
    from desktop.cli.commands import is_typo, known_commands, run_command_line

    first = arguments[0] if arguments else ""
    if first in known_commands() or first.startswith("-") or is_typo(arguments):
        return run_command_line(arguments)
    return open_window([Path(argument).absolute() for argument in arguments])


def open_window(files: list[Path]) -> int:
    """Opens the window, or hands the files to the one that is open; returns the exit status."""
    from desktop import garbage

    garbage.rest()
    # Asked before anything of the window is loaded: a second launch is over in a moment.
    from desktop.paths import user_folder
    from desktop.single_instance import SingleInstance

    instance = SingleInstance(user_folder())
    if not instance.claim():
        if instance.hand_over(files):
            return 0
        from desktop.app import tell_silence

        return tell_silence()
    from desktop.app import run

    return run(files, instance)


def give_streams() -> None:
    """Opens the standard streams that a windowed program on Windows lacks."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - lives on
            setattr(sys, name, stream)


if __name__ == "__main__":
    sys.exit(main())
