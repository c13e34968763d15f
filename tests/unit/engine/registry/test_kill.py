"""A kill while the active model changes leaves the old one or the new one, whole."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from engine.bundle.store import ModelStore, read_bundle
from engine.library import audit
from engine.library.models import Act
from engine.library.opening import NAME
from engine.progress import Step, finish
from engine.registry import registry as registry_module
from engine.registry.registry import Registry
from engine.registry.trial import Trial
from tests.support.bundles import write_tiny_bundle

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX systems"),
]
NOW = "2026-11-21T10:00:00+00:00"
# The program that is killed: it makes one and two active in turn, for ever. It dies by its own hand
# at the n-th statement of SQL, or at the n-th step of the promotion, or is killed from outside.
PROGRAM = """
import os, signal, sys
from pathlib import Path
from engine.bundle.store import ModelStore, read_bundle
from engine.library import database, opening
from engine.library.models import Act
from engine.progress import Step
from engine.registry import registry
from engine.registry.trial import Trial

folder, where, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
left = [count]

def die_in_time(_what=None):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)

def passed(path, limits=None, *, is_vetted=True):
    yield Step(1.0, result=Trial(read_bundle(path).digest, 0.0, 0.01, None))

registry.try_out = passed
if where == "statement":
    connect = database.connect
    def watched(path):
        connection = connect(path)
        connection.set_trace_callback(die_in_time)
        return connection
    opening.connect = watched
store = ModelStore(folder / "shipped", folder / "models")
models = registry.Registry(store, folder / "library", "base", "1.0")
print("ready", flush=True)
while True:
    for wanted in ("two", "one"):
        for step in models.promote(wanted, Act("2026-11-21T10:00:00+00:00", "ann", "why")):
            if where == "step":
                die_in_time()
"""


@pytest.fixture
def registry(tmp_path, monkeypatch):
    def passed(path, limits=None, *, is_vetted=True):
        yield Step(1.0, result=Trial(read_bundle(path).digest, 0.0, 0.01, None))

    monkeypatch.setattr(registry_module, "try_out", passed)
    write_tiny_bundle(tmp_path / "shipped" / "base", id="base")
    made = Registry(
        ModelStore(tmp_path / "shipped", tmp_path / "models"), tmp_path / "library", "base", "1.0"
    )
    for model_id in ("one", "two"):
        folder = write_tiny_bundle(tmp_path / "from" / model_id, id=model_id)
        finish(made.import_candidate(folder, Act(NOW)))
    finish(made.promote("one", Act(NOW)))
    return made


def run(tmp_path, where, count):
    """Runs the program until it has died; from outside: after so many milliseconds."""
    arguments = [sys.executable, "-c", PROGRAM, str(tmp_path), where, str(count)]
    child = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "ready\n", child.stderr.read()
    if where == "outside":
        time.sleep(count / 1000)
        child.kill()
    child.communicate(timeout=60)
    assert child.returncode == -signal.SIGKILL


def check_whole(registry):
    """One model is active, it can be read, nothing had to be mended, and the audit tells of it."""
    standing = registry.settle(NOW)
    assert standing.notices == ()
    assert standing.active.id in ("one", "two")
    assert read_bundle(standing.active.path).manifest.id == standing.active.id
    with sqlite3.connect(registry.library / NAME) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        states = connection.execute(
            "SELECT digest FROM model_lives WHERE state='active'"
        ).fetchall()
        lines = list(audit.lines(connection))
    connection.close()
    assert found == "ok"
    assert states == [(standing.active.digest,)]
    assert audit.verify(lines).broken_line is None
    entries = [json.loads(line) for line in lines]
    last = [e for e in entries if e["event"] == audit.MODEL_ACTIVATED][-1]
    assert last["details"]["digest"] == standing.active.digest
    return standing.active.id


def test_a_kill_at_every_statement_of_the_transaction(tmp_path, registry):
    """A promotion has some twenty statements; two of them are gone through."""
    seen = set()
    for count in range(1, 45, 2):
        run(tmp_path, "statement", count)
        seen.add(check_whole(registry))

    assert seen == {"one", "two"}


def test_a_kill_at_every_step_of_a_promotion(tmp_path, registry):
    for count in range(1, 8):
        run(tmp_path, "step", count)
        check_whole(registry)


def test_a_kill_at_any_moment(tmp_path, registry):
    moments = random.Random(1)
    for _ in range(10):
        run(tmp_path, "outside", moments.randint(1, 250))
        check_whole(registry)


def test_a_kill_while_a_model_is_taken_in_leaves_none_or_a_whole_one(tmp_path, registry):
    program = PROGRAM.split("print(")[0] + (
        "print('ready', flush=True)\n"
        "for _ in models.import_candidate(folder / 'from' / 'three', Act('" + NOW + "')):\n"
        "    pass\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    write_tiny_bundle(tmp_path / "from" / "three", id="three")
    for count in range(1, 22, 2):
        arguments = [sys.executable, "-c", program, str(tmp_path), "statement", str(count)]
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == -signal.SIGKILL, done.stderr
        here = {model.id: model for model in registry.settle(NOW).models}
        assert here["one"].state == "active"
        if "three" in here:
            assert here["three"].state == "candidate"
            assert read_bundle(here["three"].path).manifest.id == "three"
            registry.delete("three", Act(NOW))
