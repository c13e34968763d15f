"""``whyray compare``: maps of methods, models, layers and classes of one film, side by side."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.output import print_json, print_table
from desktop.cli.override import add_override_argument, caution_of, refusal
from engine.errors import OutputError, RequestError, display_path

HELP = "compare maps of one radiograph: methods x models x layers x classes, and how they agree"
EACH = "each"
MOST = 64
TILE_PX = 360
_MOST_ACROSS = 12
_ACROSS = 6  # where there is no matrix, but one row


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="radiograph")
    add_model_argument(parser)
    add_override_argument(parser)
    parser.add_argument(
        "--with-model", action="append", default=[], metavar="M",
        help="a further model, by id, folder or .whyray file (repeatable)",
    )  # fmt: skip
    parser.add_argument(
        "--method", action="append", metavar="ID", help="repeatable (default: grad-cam)"
    )
    parser.add_argument(
        "--layer", action="append", metavar="NAME",
        help="repeatable; 'each': the last layer of each resolution, early to late",
    )  # fmt: skip
    parser.add_argument(
        "--layers", type=int, metavar="N", help="through the network: N layers, early to late"
    )
    parser.add_argument(
        "--target", action="append", metavar="CLASS", help="repeatable (default: highest score)"
    )
    parser.add_argument("--seed", type=int, default=0, help="of everything random (default: 0)")
    parser.add_argument(
        "--show", choices=("maps", "ranks", "shares"), default="maps",
        help="in the picture: maps, or differences from the first one, by rank or by the share of "
        "each map's own greatest value (default: maps)",
    )  # fmt: skip
    parser.add_argument(
        "--scale", choices=("own", "method", "all"), default="own",
        help="each map its own colour scale, one for each method of a model, or one for all",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, metavar="DIR",
        help="write STEM.compare.png with all maps, .csv with their agreement and .json there",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Makes every map and tells how they agree."""
    from engine.images.decoder import Decoder
    from engine.trust.matrix import agreement_with
    from engine.trust.matrix_files import as_json

    if arguments.layers is not None and (arguments.layers < 1 or arguments.layer):
        raise RequestError("--layers takes 1 or more, and does not go with --layer")
    with Decoder() as decoder:
        entries, reads, across = _entries(arguments, decoder)
    names = [_name(entry.explanation) for entry in entries]
    table = [[agreement_with(one, other) for other in entries] for one in entries]
    maps = zip(names, entries, strict=True)
    document: dict[str, Any] = {
        "file": display_path(arguments.file),
        "models": [{"id": model_id} | read.facts for model_id, read in reads.items()],
        "maps": [{"name": name} | entry.explanation.facts() for name, entry in maps],
        "agreement": [[as_json(found) for found in row] for row in table],
    }
    if arguments.out is not None:
        paths = _write(arguments, reads, entries, across, document)
        document["written"] = [display_path(path) for path in paths]
    if arguments.json:
        print_json(document)
        return 0
    rows = [
        (
            f"{place} {name}",
            *("-" if found.rank_correlation is None else f"{found.rank_correlation:.2f}"
              for found in row),
        )
        for place, (name, row) in enumerate(zip(names, table, strict=True), start=1)
    ]  # fmt: skip
    print("Rank correlation of each map with each other:")
    print_table(rows, ("", *(str(number) for number in range(1, len(rows) + 1))))
    for name, entry in zip(names, entries, strict=True):
        for flag in entry.explanation.flags:
            print(f"flag: {name}: {flag}")
    for path in document.get("written", ()):
        print(f"wrote {path}")
    print("Research use - not for diagnosis.", file=sys.stderr)
    return 0


def _entries(arguments: argparse.Namespace, decoder: Any) -> tuple[list[Any], dict[str, Any], int]:
    """The maps model by model, class by class; inputs by model id; how many maps in a row."""
    from desktop.cli.inputs import read_input
    from desktop.cli.waiting import finish_visibly
    from engine.explain.explanation import Request
    from engine.explain.registry import find_method
    from engine.inference.model import open_model
    from engine.inference.predict import predict
    from engine.inference.target import find_target
    from engine.trust.matrix import entry_of

    methods = [find_method(name) for name in arguments.method or ["grad-cam"]]
    entries: list[Any] = []
    reads: dict[str, Any] = {}
    across = 0
    for wanted in (arguments.model, *arguments.with_model):
        chosen = argparse.Namespace(**(vars(arguments) | {"model": wanted}))
        model = open_model(load_bundle(chosen), wants_gpu=not arguments.cpu)
        read = read_input(arguments.file, model, decoder, arguments.override)
        if read.is_refused and arguments.override is None:
            raise refusal(read.admission).about(arguments.file)
        reads[model.manifest.id] = read
        best = predict(model, read.tensor).best().target
        targets = [find_target(model.manifest, n) for n in arguments.target or ()] or [best]
        places = [(m, layer) for m in methods for layer in _layers(arguments, model, m)]
        across = max(across, len(places))
        for target in targets:
            for method, layer in places:
                if len(entries) == MOST:
                    raise RequestError(f"more than {MOST} maps", hint="Choose fewer.")
                request = Request(
                    model, read.tensor, read.to_image, target, layer=layer, seed=arguments.seed
                )
                explanation = finish_visibly(method.run(request), method.name)
                entries.append(entry_of(explanation, read.radiograph.size_hw))
    is_matrix = len(entries) > across and across <= _MOST_ACROSS
    return entries, reads, across if is_matrix else min(_ACROSS, len(entries))


def _layers(arguments: argparse.Namespace, model: Any, method: Any) -> Sequence[str | None]:
    """Layer names as asked for; of 'each', the last one of each resolution."""
    from engine.graph.spread import last_of_each_size, spread

    if not {"layer", "layer or input"} & method.needs:
        return (None,)
    if arguments.layers is not None:
        return [layer.name for layer in spread(model.layers, arguments.layers)]
    named: list[str | None] = []
    for name in arguments.layer or (None,):
        if name == EACH:
            named += [layer.name for layer in last_of_each_size(model.layers)]
        else:
            named.append(name)
    return named


def _name(explanation: Any) -> str:
    parts = (explanation.model_id, explanation.method, explanation.layer, explanation.target.name)
    return " ".join(part for part in parts if part)


def _write(
    arguments: argparse.Namespace,
    reads: dict[str, Any],
    entries: Sequence[Any],
    across: int,
    document: dict[str, Any],
) -> list[Path]:
    from engine.files import atomic_write
    from engine.trust.matrix import Display, backdrop_of
    from engine.trust.matrix_files import sheet_picture, write_matrix

    radiograph = next(iter(reads.values())).radiograph
    backdrop = backdrop_of(radiograph, 0, TILE_PX)
    cautions = [caution_of(read.facts["override"]) for read in reads.values()]
    sheet = sheet_picture(
        entries,
        Display(arguments.show, arguments.scale),
        backdrop,
        across,
        reference=entries[0],
        caution=next(filter(None, cautions), ""),
    )
    stem = f"{arguments.file.stem}.compare"
    written = list(write_matrix(arguments.out, stem, sheet, entries).values())
    path = arguments.out / f"{stem}.json"
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    try:
        atomic_write(path, text.encode("utf-8"))
    except OSError as error:
        raise OutputError(f"the comparison cannot be written: {error}", file=path) from error
    return [*written, path]
