"""The history goes on in the new library where the registry of models set the damaged one aside."""

import sqlite3

from desktop.jobs.library_tasks import Home, Noticed, Shelf, start, write
from engine.bundle.store import ModelStore
from engine.decisions import RecordStore
from engine.library import audit
from engine.library.opening import NAME
from engine.measure.store import SheetStore
from engine.progress import finish
from engine.registry.registry import Registry
from tests.support.bundles import write_tiny_bundle

NOW = "2026-11-21T10:00:00+00:00"


def test_what_is_noticed_after_it_lands_in_the_library_that_is_read(tmp_path):
    home = Home(
        tmp_path / "library",
        RecordStore(tmp_path / "d"),
        SheetStore(tmp_path / "m", "x"),
        tmp_path / "inbox",
    )
    shelf = Shelf()
    finish(start(shelf, home, 0.0))
    write_tiny_bundle(tmp_path / "models" / "tiny", id="tiny")
    store = ModelStore(tmp_path / "shipped", tmp_path / "models")
    registry = Registry(store, home.folder, "base", "1.0")
    registry.settle(NOW)
    path = home.folder / NAME
    with sqlite3.connect(path) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'model_lives'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    path.write_bytes(bytes(data))
    assert registry.settle(NOW).notices != ()

    event = audit.Event(audit.HISTORY_ON, NOW, by="ann")
    finish(write(shelf, home, Noticed(NOW, events=[event])))

    shelf.take().close()
    with sqlite3.connect(path) as connection:
        lines = list(audit.lines(connection))
    connection.close()
    assert '"event":"history on"' in lines[-1]
    assert audit.verify(lines).broken_line is None
