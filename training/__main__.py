"""``python -m training COMMAND``.

The training side as a program that speaks JSON lines (see `training.events`).

Exit status: 0 done, 1 some inputs failed, 2 wrong use, 3 nothing could be done; 143 when stopped
by SIGTERM or SIGINT, or when whoever reads the events has gone.
"""

import argparse
import errno
import os
import signal
import sys
from types import FrameType

# TensorFlow reads it when it is loaded: its errors are shown, its remarks are not.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

from engine.errors import RequestError, WhyRayError
from training.called import PROGRAM
from training.commands import COMMANDS
from training.commands.run_options import NEEDED
from training.control import Stopped
from training.events import Events, claim_stdout
from training.parent import end_with_parent
from training.refusals import DISK_FULL, DISK_HINT, UNEXPECTED

STOPPED = 128 + signal.SIGTERM
# Python drops an exception that is raised while something is torn down: then it is raised again.
_AGAIN_S = 5
_STOPPING = (signal.SIGTERM, signal.SIGINT)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and returns the exit status."""
    parser = argparse.ArgumentParser(prog=PROGRAM, description=__doc__)
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        module.add_arguments(
            subparsers.add_parser(name, help=module.SUMMARY, description=module.SUMMARY)
        )
    parsed = parser.parse_args(arguments)
    for number in _STOPPING:
        signal.signal(number, _stop)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _stop)
    end_with_parent()
    events = claim_stdout()
    try:
        return COMMANDS[parsed.command].run(parsed, events)
    except (Exception, Stopped) as error:  # noqa: BLE001 - raised again where it is not for people
        return _told(error, events)


def _told(error: BaseException, events: Events) -> int:
    """Tells of an error that is meant for people, and gives the exit status; raises any other."""
    if isinstance(error, ModuleNotFoundError):
        if str(error.name).split(".")[0] not in NEEDED:
            raise error
        hint = "Install the training side: uv sync --group train"
        events.error("E_TRAINING_MISSING", f"training needs {error.name}, not installed here", hint)
        return 3
    if _is_no_room(error) or _is_no_room(error.__cause__):
        events.error(DISK_FULL, f"the disk refused: {error}", DISK_HINT)
        return 3
    if isinstance(error, WhyRayError):
        events.error(error.code, str(error), error.hint, **getattr(error, "facts", {}))
        return 2 if isinstance(error, RequestError) else 3
    if isinstance(error, Stopped):
        if hasattr(signal, "alarm"):
            signal.alarm(0)
        code = "E_CANCELLED" if error.is_asked else "E_STOPPED"
        events.error(code, "stopped on request; nothing was left half written")
        return STOPPED
    if isinstance(error, BrokenPipeError):
        sys.stderr.write("stopped: nobody listens any more; nothing was left half written\n")
        return STOPPED
    kind = type(error).__name__
    events.error(UNEXPECTED, f"something unexpected happened ({kind})", kind=kind)
    raise error


def _is_no_room(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno in _NO_ROOM


def leave(status: int) -> None:
    """Ends the process.

    After a stop, TensorFlow's own threads are still at work, and tearing the interpreter down
    under them crashes it now and then. All of ours has been undone by then, so it is left at once.
    """
    if status == STOPPED:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def _stop(_number: int, _frame: FrameType | None) -> None:
    for number in _STOPPING:  # once is enough: the way out is not to be broken off
        signal.signal(number, _ignore)
    if hasattr(signal, "alarm"):
        signal.alarm(_AGAIN_S)
    raise Stopped


def _ignore(_number: int, _frame: FrameType | None) -> None:
    pass  # SIG_IGN would make Python complain of a signal that is just on its way


if __name__ == "__main__":
    leave(main())
