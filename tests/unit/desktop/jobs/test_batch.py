"""A batch at work: order, failures, pause, cancel, going on."""

import json
import os
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from desktop.jobs import batch as batches
from desktop.jobs.batch import Batch
from engine.batch.job import Job
from engine.errors import OutputError, RequestError
from engine.images.pseudonyms import Pseudonyms
from engine.progress import Cancelled
from tests.support.batches import (
    ReadHere,
    journal_of,
    means,
    rows_of,
    run_batch,
    write_film,
    write_films,
)
from tests.support.bundles import tiny_logit, write_tiny_bundle
from tests.support.dicoms import dataset, encode


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return write_tiny_bundle(tmp_path_factory.mktemp("model") / "tiny-1")


@pytest.fixture
def job(tmp_path):
    return Job(write_films(tmp_path / "in", 12), tmp_path / "out")


def test_every_file_has_its_row_in_natural_order_with_its_own_score(bundle, job):
    run_batch(job, means(bundle))

    rows = rows_of(job.out)
    assert [row["Image Filename"] for row in rows] == [f"{n}.png" for n in range(1, 13)]
    for row in rows:
        with Image.open(job.folder / row["Image Filename"]) as film:
            logit = tiny_logit(np.asarray(film, np.float64) / 255.0)
        assert float(row["logit(bright)"]) == pytest.approx(logit, abs=1e-4)


def test_whoever_finishes_first_the_tables_are_the_same(bundle, job):
    run_batch(job, means(bundle))
    slow = {"1.png": 0.2, "7.png": 0.1}
    late = replace(job, out=job.out.with_name("late"))

    given = means(bundle, lambda: ReadHere(lambda path: time.sleep(slow.get(path.name, 0))))
    run_batch(late, replace(given, readers=3))

    finished = [entry["key"] for entry in journal_of(late.out)]
    assert finished != [f"{n}.png" for n in range(1, 13)]
    assert rows_of(late.out) == rows_of(job.out)


def test_one_broken_file_in_every_stage_costs_that_file_alone(bundle, job):
    (job.folder / "3.png").write_bytes(b"no image")
    write_film(job.folder / "deep" / "13.png")
    job = replace(job, methods=("grad-cam", "occlusion"))

    def break_some(path):
        if path.name == "5.png":
            raise MemoryError("too large")

    batch = run_batch(job, means(bundle, lambda: ReadHere(break_some)))

    failed = {row["file"]: (row["stage"], row["code"]) for row in rows_of(job.out, "errors.csv")}
    assert failed == {
        "3.png": ("read", "E_IMAGE_UNREADABLE"),
        "5.png": ("read", "E_INTERNAL"),
    }
    assert batch.summary["counts"] == {
        "done": 13, "scored": 11, "refused": 0, "failed": 2, "overridden": 0, "errors": 2,
        "copies_of_another_file": 0,
    }  # fmt: skip
    row = rows_of(job.out)[-1]
    pictures = row["Explanation Filename"].split("; ")
    assert pictures == [f"pictures/deep/13.png.{m}.bright.png" for m in ("grad-cam", "occlusion")]
    assert all((job.out / picture).is_file() for picture in pictures)


def test_an_explanation_that_fails_leaves_the_score(bundle, job, monkeypatch):
    from engine.explain.cam import GradCam

    def fail(_method, _request):
        raise RequestError("no layer", hint="Choose one.")
        yield

    monkeypatch.setattr(GradCam, "run", fail)
    batch = run_batch(replace(job, methods=("grad-cam",)), means(bundle))

    assert batch.summary["counts"]["scored"] == 12
    assert batch.summary["errors_by_stage"] == {"explain grad-cam": 12}
    assert rows_of(job.out, "errors.csv")[0]["hint"] == "Choose one."


def test_one_not_finite_answer_costs_that_image_alone(tmp_path, bundle, job, monkeypatch):
    from engine.errors import InvalidOutput
    from engine.inference.model import Model

    asked = Model.scores

    def scores(model, tensors):
        if (np.abs(tensors.mean(axis=(1, 2, 3)) - 60 / 255) < 0.06).any():
            raise InvalidOutput("the model returned NaN")
        return asked(model, tensors)

    monkeypatch.setattr(Model, "scores", scores)
    batch = run_batch(job, means(bundle))

    assert [(f["file"], f["stage"]) for f in batch.summary["failed"]] == [("1.png", "score")]
    assert batch.summary["counts"]["scored"] == 11


def test_refused_images_have_no_scores_unless_somebody_says_why(bundle, job):
    film = dataset(np.tile(np.arange(300, dtype=np.uint16), (300, 1)), BodyPartExamined="KNEE")
    (job.folder / "knee.dcm").write_bytes(encode(film))
    batch = run_batch(replace(job, methods=("grad-cam",)), means(bundle))
    wanted = replace(job, out=job.out.with_name("wanted"), override="phantom study")
    run_batch(wanted, means(bundle))

    row, scored = rows_of(job.out)[-1], rows_of(wanted.out)[-1]
    assert (row["status"], row["p(bright)"], row["Explanation Filename"]) == ("refused", "", "")
    assert batch.summary["gate"]["reasons"][0]["code"] == "body_part"
    assert scored["status"] == "scored"
    assert scored["override"] == "phantom study"
    assert scored["p(bright)"] != ""
    assert rows_of(wanted.out)[0]["override"] == ""


class Gate:
    """Lets a number of files pass and holds the others."""

    def __init__(self, count):
        self.opened = threading.Semaphore(count)
        self.is_ended = threading.Event()
        self.held = threading.Event()

    def decoder(self):
        gate = self

        class Held(ReadHere):
            def decode(self, path):
                while not gate.opened.acquire(timeout=0.01):
                    gate.held.set()
                    if self.is_cancelled:
                        raise Cancelled
                return super().decode(path)

        return Held()


def until(holds, seconds=20.0):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_cancel_is_at_once_keeps_what_is_finished_and_can_be_gone_on_with(bundle, job):
    gate = Gate(9)
    batch = Batch(job, means(bundle, gate.decoder, readers=1), resumes=False)
    batch.start()
    until(lambda: batch.progress().done >= 8)
    start = time.monotonic()
    batch.cancel()
    assert batch.wait(5.0)

    assert time.monotonic() - start < 1.0
    assert batch.progress().state == batches.STOPPED
    done = {entry["key"] for entry in journal_of(job.out)}
    assert {row["Image Filename"] for row in rows_of(job.out)} == done
    assert batch.summary["batch"]["not_done"] == 12 - len(done) > 0

    read = []
    run_batch(job, means(bundle, lambda: ReadHere(lambda p: read.append(p.name))), resumes=True)
    assert sorted(read) == sorted({f"{n}.png" for n in range(1, 13)} - done)
    whole = replace(job, out=job.out.with_name("whole"))
    run_batch(whole, means(bundle))
    assert rows_of(job.out) == rows_of(whole.out)
    assert len(journal_of(job.out)) == 12


def test_a_pause_begins_nothing_new_and_ends(bundle, job):
    batch = Batch(job, means(bundle, readers=1), resumes=False)
    batch.pause()
    batch.start()
    until(lambda: batch.progress().state == batches.PAUSED)
    assert batch.progress().done == 0
    assert batch.progress().found == 12
    batch.go_on()
    assert batch.wait(30.0)
    assert batch.progress().state == batches.FINISHED
    assert batch.progress().done == 12


def test_a_paused_batch_can_be_cancelled(bundle, job):
    batch = Batch(job, means(bundle), resumes=False)
    batch.pause()
    batch.start()
    until(lambda: batch.progress().state == batches.PAUSED)
    batch.cancel()
    assert batch.wait(5.0)
    assert batch.progress().state == batches.STOPPED


def test_changed_files_are_done_again_and_new_ones_added(bundle, job):
    run_batch(job, means(bundle))
    before = {row["Image Filename"]: row["p(bright)"] for row in rows_of(job.out)}
    write_film(job.folder / "4.png", 200)
    os.utime(job.folder / "4.png", ns=(1, 1))
    write_film(job.folder / "99.png", 90)
    (job.folder / "5.png").unlink()

    read = []
    run_batch(job, means(bundle, lambda: ReadHere(lambda p: read.append(p.name))), resumes=True)

    after = {row["Image Filename"]: row["p(bright)"] for row in rows_of(job.out)}
    assert sorted(read) == ["4.png", "99.png"]
    assert set(after) == {*before, "99.png"}  # what is gone keeps its row
    assert {name for name in before if before[name] != after[name]} == {"4.png"}


def test_failed_files_rest_unless_asked_for(bundle, job):
    (job.folder / "3.png").write_bytes(b"no image")
    run_batch(job, means(bundle))
    read = []
    given = means(bundle, lambda: ReadHere(lambda p: read.append(p.name)))

    run_batch(job, given, resumes=True)
    assert read == []
    run_batch(job, given, resumes=True, retries=True)
    assert read == ["3.png"]


def test_another_method_or_model_cannot_go_on(bundle, job, tmp_path):
    run_batch(job, means(bundle))
    other = write_tiny_bundle(tmp_path / "other", version="2")

    with pytest.raises(RequestError, match="methods"):
        run_batch(replace(job, methods=("grad-cam",)), means(bundle), resumes=True)
    with pytest.raises(RequestError, match="model, model description"):
        run_batch(job, means(other), resumes=True)
    with pytest.raises(RequestError, match="batch already"):
        run_batch(job, means(bundle))


def test_options_and_a_layer_reach_the_methods_and_bind_who_goes_on(bundle, job):
    asked = {"options": {"occlusion": {"window": 40}}, "layer": "conv"}
    job = replace(job, methods=("grad-cam", "occlusion"), **asked)
    seen = []

    def make(case, _model):
        seen.extend((made.method, made.layer, made.options) for made in case.explanations)
        return b"%PDF"

    run_batch(replace(job, has_report=True), means(bundle, make_report=make))

    layers = {method: layer for method, layer, _ in seen}
    assert layers["grad-cam"] is not None
    assert layers["occlusion"] is None
    assert {given["window"] for method, _, given in seen if method == "occlusion"} == {40}
    summary = json.loads((job.out / "summary.json").read_text())["batch"]
    assert (summary["options"], summary["layer"]) == (asked["options"], "conv")
    page = (job.out / "summary.html").read_text()
    assert "occlusion: window=40; layer conv" in page
    again = replace(job, has_report=True)
    assert run_batch(again, means(bundle), resumes=True).progress().earlier == 12
    other = {"occlusion": {"window": 48}}
    with pytest.raises(RequestError, match="something else: options") as caught:
        run_batch(replace(again, options=other), means(bundle), resumes=True)
    assert caught.value.details["options"] == (
        '{"occlusion": {"window": 40}} -> {"occlusion": {"window": 48}}'
    )
    with pytest.raises(RequestError, match="something else: layer"):
        run_batch(replace(again, layer=None), means(bundle), resumes=True)


def test_what_the_batch_says_is_what_the_command_for_one_file_says(bundle, tmp_path):
    """Through children of their own: the same verdicts, and scores but for a run of several."""
    from desktop.paths import CONTENT_CHECK, RESOURCES
    from engine.bundle.prepared import Preparer
    from engine.bundle.store import read_bundle
    from engine.images.reader import read_here
    from engine.inference.content import ContentCheck
    from engine.inference.model import open_model
    from engine.pipeline import predict

    (tmp_path / "in").mkdir()
    for number, path in enumerate(sorted((RESOURCES / "samples").glob("*.dcm"))[:2]):
        (tmp_path / "in" / f"{number}.dcm").write_bytes(path.read_bytes())
    write_film(tmp_path / "in" / "3.png")
    noise = np.random.default_rng(0).integers(0, 255, (300, 300, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "in" / "4.png")
    job = Job(tmp_path / "in", tmp_path / "out", override="to compare")
    run_batch(job, replace(means(bundle), make_preparer=Preparer))

    model = open_model(read_bundle(bundle), wants_gpu=False, threads=1)
    check = ContentCheck(CONTENT_CHECK)
    entries = journal_of(job.out)
    assert len(entries) == 4
    for entry in entries:
        film = read_here(job.folder / entry["key"])
        single = predict(film, model, content_check=check)
        reasons = [(r["code"], r["level"]) for r in entry["admission"]["reasons"]]
        assert reasons == [(r.code, r.level) for r in single.admission.reasons]
        assert entry["sha256"] == film.sha256
        for score, expected in zip(entry["scores"], single.prediction.scores, strict=True):
            assert score["logit"] == pytest.approx(expected.logit, abs=1e-6, rel=1e-6)


def test_questions_that_do_not_fit_are_refused_before_anything_is_written(bundle, job):
    for wrong, words in (
        (replace(job, methods=("magic",)), "magic"),
        (replace(job, target="dark"), "dark"),
        (replace(job, methods=("grad-cam",), layer="none such"), "none such"),
        (replace(job, methods=("occlusion",), layer="conv"), "none of the methods looks at one"),
        (replace(job, methods=("occlusion",), options={"occlusion": {"shape": 1}}), "shape"),
        (replace(job, out=job.folder), "cannot go where the images are"),
        (replace(job, folder=job.folder / "nothing"), "no such folder"),
    ):
        with pytest.raises(RequestError, match=words):
            run_batch(wrong, means(bundle))
    assert not job.out.exists()


def test_a_full_disk_stops_the_batch_and_is_told(bundle, job, monkeypatch):
    from engine.batch import work

    job = replace(job, methods=("grad-cam",))
    written = []

    def full(path, data):
        if len(written) == 4:
            raise OutputError("could not be written: No space left on device", file=path)
        written.append(path)
        path.write_bytes(data)

    monkeypatch.setattr(work, "atomic_write", full)
    with pytest.raises(OutputError, match="No space left"):
        run_batch(job, means(bundle))
    assert len(journal_of(job.out)) == 4

    monkeypatch.undo()
    batch = run_batch(job, means(bundle), resumes=True)
    assert batch.progress().earlier == 4
    assert len(rows_of(job.out)) == 12


def test_hidden_patients_are_nowhere_in_what_is_written(bundle, tmp_path):
    film = np.tile(np.linspace(0, 4000, 256).astype(np.uint16), (256, 1))
    folder = tmp_path / "in" / "Doe Jane"
    folder.mkdir(parents=True)
    for number in range(2):
        tags = {
            "PatientID": "MRN-4711", "PatientName": "DOE^JANE", "StudyInstanceUID": "1.2.345",
            "StudyDate": "20190203", "PatientAge": "097Y", "SOPInstanceUID": f"1.2.345.{number}",
        }  # fmt: skip
        (folder / f"doe-{number}.dcm").write_bytes(encode(dataset(film, **tags)))
    (folder / "doe-broken.dcm").write_bytes(b"")
    job = Job(tmp_path / "in", tmp_path / "out", ("grad-cam",), pseudonyms=Pseudonyms(b"k" * 32))
    run_batch(job, means(bundle))

    for path in job.out.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        for secret in (b"DOE", b"doe", b"Doe", b"4711", b"1.2.345", b"2019-02", b"20190203"):
            assert secret not in content, (path, secret)
            assert secret.decode() not in path.name
    first, second = [row for row in rows_of(job.out) if row["status"] == "scored"]
    assert first["patient_id"] == second["patient_id"] != ""
    assert first["sop_instance_uid"] != second["sop_instance_uid"]
    assert first["age_years"] == "90"
    batch = run_batch(job, means(bundle), resumes=True)
    assert batch.progress().earlier == 3


def test_only_the_first_frame_is_carried_along(bundle, tmp_path):
    frames = np.zeros((6, 128, 128), np.uint16) + np.arange(128, dtype=np.uint16)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "many.dcm").write_bytes(encode(dataset(frames)))
    seen = []

    def make(case, _model):
        seen.append(case.radiograph.frames.shape)
        return b"%PDF"

    job = Job(tmp_path / "in", tmp_path / "out", has_report=True)
    run_batch(job, means(bundle, make_report=make))

    assert seen == [(1, 128, 128)]
    assert (job.out / "reports" / "many.dcm.pdf").read_bytes() == b"%PDF"


def test_a_child_that_dies_costs_one_file(bundle, job):
    """With real children, killed while they are at work."""
    from engine.bundle.prepared import Preparer

    made = []

    def make():
        made.append(Preparer())
        return made[-1]

    batch = Batch(job, means(bundle, make, readers=1), resumes=False)
    batch.start()
    until(lambda: made and made[0].child_pid is not None)
    os.kill(made[0].child_pid, 9)
    assert batch.wait(60.0)

    assert batch.progress().failed <= 1
    assert batch.progress().done == 12
