"""``python -m training recalibrate``: another calibration for a bundle. Needs no TensorFlow."""

import argparse
import tempfile
from pathlib import Path

from engine.bundle.store import SUFFIX, pack, read_bundle, write_bundle
from training.events import Events

SUMMARY = "fit calibration and operating points anew to a site's own cases, without retraining"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--model", type=Path, required=True, help="a bundle folder or .whyray file")
    parser.add_argument(
        "--data", type=Path, required=True, nargs="+", metavar="TABLE",
        help="confirmed cases: a table (path,label,patient_id), such as whyray cases writes",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, required=True, metavar="BUNDLE",
        help="bundle folder to make, or a .whyray file",
    )  # fmt: skip


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Recalibrates. Exit status 0; 1 where images could not be read; 2 refused, with the reason."""
    from training.export.bundle import now
    from training.recalibrate.card import write_card
    from training.recalibrate.recalibration import Recalibrated, recalibrate

    bundle = read_bundle(arguments.model)
    made: Recalibrated | None = None
    events.stage("measuring")
    for step in recalibrate(bundle, arguments.data, now()):
        if isinstance(step, Recalibrated):
            made = step
        else:
            events.progress(step, "scoring the cases")
    assert made is not None  # it is the last thing that comes
    events.stage("writing")
    with tempfile.TemporaryDirectory() as scratch:
        is_file = arguments.out.suffix == SUFFIX
        folder = Path(scratch) / "bundle" if is_file else arguments.out
        write_bundle(
            folder,
            made.manifest,
            model=bundle.model,
            selftest_input=bundle.selftest_input,
            selftest_output=bundle.selftest_output,
            card=write_card(made, bundle.card),
        )
        written = read_bundle(folder)
        if is_file:
            pack(written, arguments.out)
    for remark in made.remarks:
        events.warning(remark.message, remark.code, **remark.facts)
    events.done(
        bundle=str(arguments.out),
        id=made.manifest.id,
        version=made.manifest.version,
        name=made.manifest.name,
        parent=made.parent.as_json(),
        images=made.images,
        patients=made.patients,
        classes=list(made.classes),
        verdict=made.verdict,
        remarks=[remark.as_json() for remark in made.remarks],
        report=_report(made),
    )
    return 1 if any(remark.code == "not-read" for remark in made.remarks) else 0


def _report(made: "Recalibrated") -> str:  # noqa: F821 - imported where it is made
    """The result as text."""
    lines = [f"{made.manifest.id}: {made.verdict} on held-out patients"]
    for entry in made.classes:
        if entry["is_fitted"]:
            change = entry["brier_change"]
            lines.append(
                f"  {entry['name']}: Brier score {entry['old']['brier']:.4f} to "
                f"{entry['new']['brier']:.4f} (change {change['low']:+.4f} to "
                f"{change['high']:+.4f}), calibration error {entry['old']['ece']:.3f} to "
                f"{entry['new']['ece']:.3f}"
            )
        else:
            lines.append(f"  {entry['name']}: stays as it was, too few cases")
    return "\n".join(lines)
