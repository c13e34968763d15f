"""``whyray deidentify``: DICOM images whose headers no longer tell whose they are."""

import argparse
import sys
from pathlib import Path

from desktop.cli.output import make_folder, print_json, tell
from engine.errors import WhyRayError, display_path

HELP = "copies of DICOM images without what their headers tell of the patient (PS3.15 basic)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE or FOLDER", help="DICOM images"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", required=True,
        help="the copies are written there as PATIENT/IMAGE.dcm, both pseudonyms",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Writes a copy of every image; names what could not be copied."""
    from desktop.site_key import site_key

    make_folder(arguments.out)
    key = site_key()
    written, errors, cautions = [], [], {}
    for path in all_files(arguments.files):
        try:
            document, said_of_it = _copy(path, key, arguments.out)
        except WhyRayError as error:
            errors.append(error.about(path))
            tell(error)
            continue
        written.append(document)
        cautions.update(dict.fromkeys(said_of_it))
        if not arguments.json:
            print(document["written"])
    for caution in cautions:
        print(caution, file=sys.stderr)
    if arguments.json:
        print_json({"images": written, "cautions": list(cautions),
                    "errors": [error.as_json() for error in errors]})  # fmt: skip
    if not written:
        return 3
    return 1 if errors else 0


def all_files(given: list[Path]) -> list[Path]:
    """Files as given; of folders every file, sorted: DICOM files often have no suffix."""
    return [
        file
        for path in given
        for file in (sorted(f for f in path.rglob("*") if f.is_file()) if path.is_dir() else [path])
    ]


def _copy(path: Path, key: bytes, folder: Path) -> tuple[dict[str, object], tuple[str, ...]]:
    from desktop.deidentified import write_deidentified

    made = write_deidentified(path, key, folder)
    document = {
        "file": display_path(path), "written": display_path(made.path),
        "removed": made.removed, "replaced": made.replaced,
    }  # fmt: skip
    return document, made.cautions
