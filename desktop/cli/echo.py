"""``whyray echo``: is a DICOM peer there?"""

import argparse
import time

from desktop.cli.output import print_json

HELP = "ask a DICOM peer whether it is there and lets us in (C-ECHO)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_node_arguments(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def add_node_arguments(parser: argparse.ArgumentParser) -> None:
    """The peer and what we call ourselves."""
    parser.add_argument("node", metavar="TITLE@HOST:PORT", help="the peer, e.g. PACS@10.0.0.5:104")
    parser.add_argument(
        "--title", default="WHYRAY", help="our application entity title (default: WHYRAY)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Asks once."""
    from desktop.network.node import check_title, parse_node
    from desktop.network.sending import echo

    node = parse_node(arguments.node)
    began = time.perf_counter()
    echo(node, check_title(arguments.title))
    seconds = time.perf_counter() - began
    if arguments.json:
        print_json({"node": str(node), "answers": True, "seconds": seconds})
    else:
        print(f"{node} answers ({seconds * 1000:.0f} ms).")
    return 0
