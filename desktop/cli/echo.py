"""``whyray echo``: is a DICOM peer there?"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import print_json

if TYPE_CHECKING:  # takes long to load
    from desktop.network.node import Node
    from desktop.network.security import Tls

HELP = "ask a DICOM peer whether it is there and lets us in (C-ECHO)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_node_arguments(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def add_node_arguments(parser: argparse.ArgumentParser) -> None:
    """The peer and what we call ourselves."""
    parser.add_argument(
        "node", metavar="TITLE@HOST:PORT[/tls]",
        help="the peer, e.g. PACS@10.0.0.5:104, or PACS@pacs.example:2762/tls",
    )  # fmt: skip
    parser.add_argument(
        "--title", default="WHYRAY", help="our application entity title (default: WHYRAY)"
    )
    add_tls_arguments(parser)


def add_tls_arguments(parser: argparse.ArgumentParser, *, is_called: bool = False) -> None:
    """Files for TLS. With `is_called`: of one who is called rather than calls."""
    whom = "callers must show a certificate of it" if is_called else "default: the system's"
    parser.add_argument(
        "--tls-ca", type=Path, metavar="PEM", help=f"authorities that we believe ({whom})"
    )
    parser.add_argument("--tls-cert", type=Path, metavar="PEM", help="our certificate, for TLS")
    parser.add_argument(
        "--tls-key", type=Path, metavar="PEM", help="its key (default: in the certificate's file)"
    )


def tls_of(arguments: argparse.Namespace) -> Tls:
    """What was named."""
    from desktop.network.security import Tls

    has_authority = arguments.tls_ca is not None
    return Tls(arguments.tls_ca, arguments.tls_cert, arguments.tls_key, asks_callers=has_authority)


def called_node(arguments: argparse.Namespace, text: str) -> Node:
    """The peer; naming files for TLS means TLS."""
    from desktop.network.node import parse_node

    node = parse_node(text)
    return node if tls_of(arguments).is_empty else replace(node, has_tls=True)


def run(arguments: argparse.Namespace) -> int:
    """Asks once."""
    from desktop.network.node import check_title
    from desktop.network.sending import echo

    node = called_node(arguments, arguments.node)
    began = time.perf_counter()
    echo(node, check_title(arguments.title), tls=tls_of(arguments))
    seconds = time.perf_counter() - began
    if arguments.json:
        print_json({"node": str(node), "answers": True, "seconds": seconds})
    else:
        print(f"{node} answers ({seconds * 1000:.0f} ms).")
    return 0
