"""``python -m training evaluate``: a bundle measured on labelled images. Needs no TensorFlow."""

import argparse
from pathlib import Path

from engine.bundle.manifest import Manifest
from engine.bundle.store import read_bundle
from training.config import read_config
from training.events import Events

SUMMARY = "measure an exported bundle on labelled radiographs, with intervals and subgroups"
_SPLITS = ("test", "val", "train", "all")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "--bundle", type=Path, required=True, help="a bundle folder or .whyray file"
    )
    parser.add_argument(
        "--data", type=Path, required=True, nargs="+", metavar="DIR",
        help="labels.csv, or one folder per class; several are merged",
    )  # fmt: skip
    parser.add_argument(
        "--split", choices=_SPLITS, default="test",
        help="as divided in training (default: test); 'all' for images of your own",
    )  # fmt: skip
    parser.add_argument(
        "--config", type=Path, metavar="TOML", help="of the run; the one in the bundle if left out"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="also write summary and pictures")


def run(arguments: argparse.Namespace, events: Events) -> int:
    """Measures. Exit status 0; 1 where images could not be read; 3 without matplotlib."""
    from training.evaluate.of_bundle import BundleFigures, evaluate_bundle

    if arguments.out is not None and not _can_draw(events):
        return 3
    bundle = read_bundle(arguments.bundle)
    config = read_config(arguments.config) if arguments.config is not None else None
    measured: BundleFigures | None = None
    for step in evaluate_bundle(bundle, arguments.data, arguments.split, config):
        if isinstance(step, BundleFigures):
            measured = step
        else:
            events.progress(step, f"scoring the {arguments.split} set")
    assert measured is not None  # it is the last thing that comes
    found, facts = measured.found, {}
    for message in (*found["warnings"], *(f"not read: {why}" for _, why in measured.unreadable)):
        events.warning(message)
    for name, value in found["overall"].items():
        events.metric(name, value["value"], low=value["low"], high=value["high"],
                      on=arguments.split)  # fmt: skip
    if arguments.out is not None:
        facts["summary"] = str(_write(arguments.out, bundle.manifest, arguments, found))
    events.done(
        bundle=bundle.manifest.id, split=arguments.split, images=found["images"],
        patients=found["patients"], unreadable=[[str(p), why] for p, why in measured.unreadable],
        warnings=found["warnings"], overall=found["overall"], **facts,
    )  # fmt: skip
    return 1 if measured.unreadable else 0


def _can_draw(events: Events) -> bool:
    try:
        import matplotlib  # noqa: F401 - only asked for
    except ModuleNotFoundError:
        hint = "Install the training side: uv sync --group train. Without --out figures are told."
        events.error("E_TRAINING_MISSING", "a summary needs matplotlib", hint)
        return False
    return True


def _write(
    out: Path, manifest: Manifest, arguments: argparse.Namespace, found: dict[str, object]
) -> Path:
    from training.summary import Run, write_summary

    facts = {"model": manifest.id, "made": manifest.created, "data": ", ".join(
        str(folder) for folder in arguments.data), "computed by": "ONNX Runtime"}  # fmt: skip
    return write_summary(
        out,
        Run(
            title=f"{manifest.name}, measured on {arguments.split}",
            facts=facts,
            evaluations={arguments.split: found},
            calibration=manifest.calibration if "validation_before" in manifest.calibration else {},
            config=manifest.training_data.get("configuration", {}),
        ),
    )
