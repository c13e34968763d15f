"""``whyray batch``: a folder tree in; tables, pictures, reports and a page of figures out."""

import argparse
import signal
import sys
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.output import print_json, tell
from desktop.cli.override import add_override_argument
from desktop.cli.recording import add_record_argument, recording_of
from engine.errors import RequestError, WhyRayError

if TYPE_CHECKING:
    from desktop.cli.recording import Recording
    from desktop.jobs.batch import Batch, Progress
    from engine.batch.work import Case
    from engine.inference.model import Model

HELP = "score every image of a folder tree: tables, pictures, reports, a page of figures"
EPILOG = (
    "DIR gets predictions.csv, errors.csv, summary.html, summary.json, journal.jsonl and, where "
    "asked for, pictures/ and reports/ in the order of the folder. Tables are UTF-8 with a byte "
    "order mark; texts that a spreadsheet would run as a formula have an apostrophe in front. "
    "Ctrl+C stops at once and keeps what is finished; --resume goes on, also after a crash: "
    "finished files are not done again, unless they have changed."
)
LANGUAGES = ("en", "de", "es")
_TURN_S = 0.2
_QUIET_TURN_S = 15.0  # between two lines of progress where nobody watches a terminal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.epilog = EPILOG
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the images are")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where the results go"
    )
    add_model_argument(parser)
    parser.add_argument(
        "--method",
        action="append",
        default=[],
        metavar="ID",
        help="a picture by this explanation method for every image, see `whyray methods` "
        "(repeatable)",
    )
    parser.add_argument(
        "--target",
        metavar="CLASS",
        help="class to explain (default: of each image the one that stands out most)",
    )
    parser.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="[ID:]K=V",
        help="an option of the methods, see `whyray methods ID`; of all that have one of that name,"
        " or of the method ID alone (repeatable)",
    )
    parser.add_argument(
        "--layer",
        metavar="NAME",
        help="layer for the methods that look at one, see `whyray layers` (default: automatic)",
    )
    parser.add_argument("--seed", type=int, default=0, help="of everything random (default: 0)")
    parser.add_argument("--report", action="store_true", help="a PDF report for every image")
    parser.add_argument(
        "--resume", action="store_true", help="go on with the batch whose results are in DIR"
    )
    parser.add_argument(
        "--retry-failed", action="store_true", help="with --resume: try failed files again"
    )
    parser.add_argument(
        "--deidentified",
        action="store_true",
        help="pseudonyms instead of patients, studies and file names; letters burned into "
        "pictures stay",
    )
    add_override_argument(parser)
    add_record_argument(parser)
    parser.add_argument(
        "--readers", type=int, metavar="N", help="decoding processes (default: by the machine)"
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help="of summary.html and the reports (default: as in the settings); tables are English",
    )
    parser.add_argument("--json", action="store_true", help="the summary as JSON on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Runs the batch to its end, or until it is stopped; returns the exit status."""
    from desktop.jobs.batch import BROKEN, Batch

    app, wording = _language(arguments)
    recording = recording_of(arguments)
    means = _means(arguments, wording)
    if recording is not None:
        means = replace(means, note=partial(_note, recording, arguments.folder))
    batch = Batch(
        _job(arguments),
        means,
        resumes=arguments.resume,
        retries=arguments.retry_failed,
    )
    _watch(batch, arguments)
    if recording is not None:
        recording.write()
    progress = batch.progress()
    if progress.state == BROKEN:
        assert batch.error is not None
        raise batch.error
    if batch.summary is None:
        print("stopped before anything was done", file=sys.stderr)
        return 3
    if arguments.json:
        print_json(batch.summary)
    else:
        _print_summary(batch.summary, arguments.out)
    del app  # it was needed to the end
    counts = batch.summary["counts"]
    if counts["scored"] + counts["refused"] == 0:
        return 3
    return 1 if counts["errors"] or batch.summary["batch"]["not_done"] else 0


def _note(recording: "Recording", folder: Path, case: "Case", model: "Model") -> None:
    recording.note_case(folder / case.entry.key, case, model)


def _job(arguments: argparse.Namespace) -> Any:
    from desktop.site_key import site_key
    from engine.batch.job import Job
    from engine.images.pseudonyms import Pseudonyms

    methods = list(dict.fromkeys(arguments.method))
    return Job(
        folder=arguments.folder,
        out=arguments.out,
        methods=tuple(methods),
        target=arguments.target,
        seed=arguments.seed,
        has_report=arguments.report,
        override=arguments.override or "",
        pseudonyms=Pseudonyms(site_key()) if arguments.deidentified else None,
        options=parse_options(methods, arguments.option),
        layer=arguments.layer,
    )


def parse_options(methods: list[str], given: list[str]) -> dict[str, dict[str, Any]]:
    """``[ID:]K=V`` texts as checked values by method. Raises RequestError."""
    from desktop.cli.explain import parse_options as parse
    from engine.explain.registry import find_method
    from engine.options import option_facts

    names = {
        name: {facts.name for facts in option_facts(find_method(name).options)} for name in methods
    }
    texts: dict[str, list[str]] = {}
    for text in given:
        # The value may hold a colon, too.
        place, colon, rest = text.partition(":")
        only = place if colon and "=" not in place else ""
        wanted = rest if only else text
        key = wanted.partition("=")[0]
        takers = [only] if only else [name for name in methods if key in names[name]]
        if not takers or not set(takers) <= set(methods):
            raise RequestError(
                f"--option {text}: none of the chosen methods takes it",
                hint="See `whyray methods ID`, and name the methods with --method.",
            )
        for taker in takers:
            texts.setdefault(taker, []).append(wanted)
    return {name: parse(find_method(name), wanted) for name, wanted in texts.items()}


def _language(arguments: argparse.Namespace) -> tuple[Any, Any]:
    """The application that knows the language of the page and the reports, and its words."""
    from desktop.language import Translations, in_words, language_of
    from desktop.paths import user_folder
    from desktop.settings import Settings
    from engine.batch.page import ENGLISH, Wording

    wanted = arguments.language
    if wanted is None:
        wanted = str(Settings(user_folder()).get("look/language"))
    if arguments.report:  # laid out with fonts
        from desktop.printing.application import writing_application

        app = writing_application()
    elif language_of(wanted) == "en":
        return None, ENGLISH
    else:
        from PySide6.QtCore import QCoreApplication

        running = QCoreApplication.instance()
        app = QCoreApplication(["whyray"]) if running is None else running
    return app, Wording(in_words, Translations(app).use(wanted))


def _report_maker(arguments: argparse.Namespace) -> Any:
    from desktop.paths import user_folder
    from desktop.printing.batch_reports import report_maker
    from desktop.settings import Settings

    return report_maker(Settings(user_folder()), is_deidentified=arguments.deidentified)


def _means(arguments: argparse.Namespace, wording: Any) -> Any:
    from desktop.jobs.batch import Means
    from desktop.paths import CONTENT_CHECK
    from desktop.system_facts import part_version
    from engine.batch.job import digest
    from engine.bundle.store import MANIFEST
    from engine.inference.content import ContentCheck
    from engine.inference.model import open_model

    bundle = load_bundle(arguments)
    return Means(
        open_model=lambda: open_model(bundle, wants_gpu=not arguments.cpu),
        content_check=ContentCheck(CONTENT_CHECK),
        checks_digest=digest((CONTENT_CHECK / MANIFEST).read_bytes()),
        program=f"WhyRay {part_version('whyray')}",
        make_report=_report_maker(arguments) if arguments.report else None,
        readers=arguments.readers,
        wording=wording,
    )


def _watch(batch: "Batch", arguments: argparse.Namespace) -> None:
    """Waits for the end and tells how far it is; Ctrl+C stops the batch."""
    asked = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    before = signal.signal(signal.SIGINT, stop)
    try:
        batch.start()
        is_terminal = sys.stderr.isatty()
        told, waited_s = "", _QUIET_TURN_S
        while not batch.wait(_TURN_S):
            if asked.is_set():
                batch.cancel()
            waited_s += _TURN_S
            if is_terminal:
                told = _overwrite(told, words_of(batch.progress()))
            elif waited_s >= _QUIET_TURN_S:
                print(words_of(batch.progress()), file=sys.stderr, flush=True)
                waited_s = 0.0
        if is_terminal:
            _overwrite(told, "")
    finally:
        signal.signal(signal.SIGINT, before)


def words_of(progress: "Progress") -> str:
    """One line about how far a batch is."""
    from desktop.jobs.batch import LISTING, OPENING

    if progress.state in (OPENING, LISTING):
        return f"{progress.state} ..."
    share = 100 * progress.done / progress.found if progress.found else 100.0
    parts = [f"{progress.state}: {progress.done} of {progress.found} ({share:.0f} %)"]
    if progress.earlier:
        parts.append(f"{progress.earlier} done earlier")
    if progress.scored:
        parts.append(f"{progress.scored} scored")
    if progress.refused:
        parts.append(f"{progress.refused} refused")
    if progress.failed:
        parts.append(f"{progress.failed} failed")
    if progress.per_second is not None:
        parts.append(f"{progress.per_second:.1f} per second")
    if progress.seconds_left is not None:
        parts.append(f"{duration(progress.seconds_left)} left")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """``40 s``, ``3 min 20 s`` or ``2 h 05 min``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


def _overwrite(before: str, line: str) -> str:
    print(f"\r{line:<{len(before)}}", end="" if line else "\r", file=sys.stderr, flush=True)
    return line


def _print_summary(summary: dict[str, Any], out: Path) -> None:
    counts, about = summary["counts"], summary["batch"]
    print(f"{counts['done']} of {about['found']} files done in {duration(about['seconds'])}")
    print(f"  scored {counts['scored']}, refused {counts['refused']}, failed {counts['failed']}")
    if about["not_done"]:
        print(f"  {about['not_done']} are left: go on with --resume")
    if about["override"]:
        print(f"  {counts['overridden']} refused ones were scored on request: {about['override']}")
    for name, found in summary["classes"].items():
        if found["operating_point"] is not None:
            print(
                f"  {name}: {found['at_or_above']} of {found['images']} at or above"
                f" {found['operating_point']:.3f}"
            )
    for failure in summary["failed"][:10]:
        tell(WhyRayError(f"{failure['file']}: {failure['stage']}: {failure['reason']}"))
    more = counts["errors"] - 10
    if more > 0:
        print(f"error: {more} more, see errors.csv", file=sys.stderr)
    print(f"  wrote {out / 'summary.html'}, predictions.csv, errors.csv")
    print("Research use - not for diagnosis.")
