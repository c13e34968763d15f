"""``whyray send``: DICOM files to a peer, with an answer for each."""

import argparse
from pathlib import Path

from desktop.cli.echo import add_node_arguments, called_node, tls_of
from desktop.cli.output import print_json
from engine.errors import display_path

HELP = "send DICOM files to a peer (C-STORE) and tell what became of each"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    add_node_arguments(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE or FOLDER", help="DICOM files")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Sends all files; 1 where some were not stored, 3 where none was."""
    from desktop.cli.deidentify import all_files
    from desktop.network.node import check_title
    from desktop.network.sending import send

    node, title = called_node(arguments, arguments.node), check_title(arguments.title)
    results = []
    for sent in send(all_files(arguments.files), node, title, tls=tls_of(arguments)):
        results.append(sent)
        if not arguments.json:
            print(f"{display_path(sent.path)}: {sent.words}")
    if arguments.json:
        print_json(
            {
                "node": str(node),
                "files": [
                    {
                        "file": display_path(sent.path), "sop_instance_uid": sent.sop_instance_uid,
                        "stored": sent.is_stored, "status": sent.status, "message": sent.words,
                    }
                    for sent in results
                ],
            }
        )  # fmt: skip
    stored = sum(sent.is_stored for sent in results)
    return 0 if stored == len(results) and stored else 1 if stored else 3
