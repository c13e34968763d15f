"""``whyray receive``: listens for images that a modality or an archive pushes."""

import argparse
import sys
import threading
from pathlib import Path

from desktop.cli.administrator_gate import admit
from desktop.cli.echo import add_tls_arguments, tls_of
from engine.errors import display_path

HELP = "receive DICOM images (C-STORE) into a folder until stopped"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="images go there")
    parser.add_argument(
        "--host", default="127.0.0.1",
        help="address to listen at (default: 127.0.0.1, this machine only)",
    )  # fmt: skip
    parser.add_argument("--port", type=int, default=11112, help="default: 11112; 0: any free one")
    parser.add_argument(
        "--title", default="WHYRAY", help="our application entity title (default: WHYRAY)"
    )
    parser.add_argument(
        "--allow", action="append", default=[], metavar="TITLE",
        help="peer that may connect; may be repeated (default: any)",
    )  # fmt: skip
    add_tls_arguments(parser, is_called=True)
    parser.add_argument("--count", type=int, metavar="N", help="stop after N images")


def run(arguments: argparse.Namespace) -> int:
    """Prints the path of every image as it arrives."""
    from desktop.network.node import check_title
    from desktop.network.receiving import Door, Receiver

    left, enough = [arguments.count], threading.Event()

    def arrived(path: Path) -> None:
        print(display_path(path), flush=True)
        if left[0] is not None:
            left[0] -= 1
            if left[0] <= 0:
                enough.set()

    def refused(words: str) -> None:
        print(f"refused: {words}", file=sys.stderr, flush=True)

    callers = tuple(check_title(title) for title in arguments.allow)
    admit("receive images")
    tls = tls_of(arguments)
    door = Door(
        arguments.host, arguments.port, check_title(arguments.title), callers,
        tls=None if tls.is_empty else tls,
    )  # fmt: skip
    receiver = Receiver(arguments.out, arrived, refused, door)
    receiver.start()
    print(f"Listening as {door.title} at {door.host}:{receiver.port}.", file=sys.stderr, flush=True)
    try:
        enough.wait()
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    finally:
        receiver.stop(grace_s=5.0)
    return 0
