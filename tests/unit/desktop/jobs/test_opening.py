"""What is kept in memory, and what goes first when there is too much."""

from dataclasses import dataclass

import numpy as np
import pytest

from desktop.jobs import opening as module
from desktop.jobs.opening import Opening
from desktop.state.workspace import Item, Status, Workspace
from engine.images.decoder import Decoder
from tests.support.dicoms import dataset, encode

WAIT_MS = 20_000
SIDE = 256
IMAGE_BYTES = SIDE * SIDE * 2


@dataclass
class Map:
    map: np.ndarray


@pytest.fixture
def workspace(qtbot):
    return Workspace()


class LastingDecoder(Decoder):
    """Serves test after test: starting one takes longer than all of them."""

    def close(self):
        self.cancel()


@pytest.fixture(scope="module")
def decoders():
    pair = (LastingDecoder(), LastingDecoder())
    yield pair
    for decoder in pair:
        Decoder.close(decoder)


@pytest.fixture
def opening(workspace, decoders):
    opening = Opening(workspace, iter(decoders).__next__)
    yield opening
    assert opening.close(10.0)


@pytest.fixture
def items(workspace, tmp_path):
    """Twelve films in a row."""
    made = []
    for number in range(12):
        path = tmp_path / f"{number:02d}.dcm"
        path.write_bytes(encode(dataset(np.full((SIDE, SIDE), number, np.uint16))))
        made.append(Item(path))
    workspace.add(made)
    return made


def settled(qtbot, opening):
    def is_settled():
        return opening._front.lane.is_idle and opening._back.lane.is_idle

    qtbot.waitUntil(is_settled, timeout=WAIT_MS)


def decoded(items):
    return [place for place, item in enumerate(items) if item.radiograph is not None]


def test_every_row_gets_its_picture_and_only_what_fits_keeps_its_pixels(
    qtbot, workspace, opening, items
):
    opening.set_budget(5 * IMAGE_BYTES)
    workspace.select(items[6])
    qtbot.waitUntil(lambda: all(item.thumbnail is not None for item in items), timeout=WAIT_MS)
    settled(qtbot, opening)

    assert len(decoded(items)) <= 5
    assert {5, 6, 7} <= set(decoded(items))
    assert all(item.status is Status.READY for item in items)


def test_what_lies_ahead_on_the_way_is_decoded_before_what_lies_behind(
    qtbot, workspace, opening, items
):
    workspace.select(items[8])
    workspace.select(items[7])

    assert list(opening._neighbours()) == [items[6], items[8], items[5]]


def test_an_item_on_screen_keeps_its_pixels_whatever_the_budget(qtbot, workspace, opening, items):
    workspace.select(items[0])
    qtbot.waitUntil(lambda: items[0].radiograph is not None, timeout=WAIT_MS)
    opening.set_budget(1)

    assert items[0].radiograph is not None
    assert set(decoded(items)) == {0}


def test_rows_in_sight_come_before_others(qtbot, workspace, opening, items, monkeypatch):
    monkeypatch.setattr(module, "EAGER_ROWS", 0)
    workspace.select(items[0])
    opening.prefer((items[9], items[10]))
    qtbot.waitUntil(lambda: items[10].thumbnail is not None, timeout=WAIT_MS)
    settled(qtbot, opening)

    assert [p for p, item in enumerate(items) if item.thumbnail is not None] == [0, 1, 2, 9, 10]


def test_thumbnails_have_a_budget_too_and_come_again_when_in_sight(
    qtbot, workspace, opening, items, monkeypatch
):
    picture = 192 * 192
    monkeypatch.setattr(module, "THUMBNAIL_BYTES", 8 * picture)
    workspace.select(items[0])
    qtbot.waitUntil(lambda: all(i.status is Status.READY for i in items), timeout=WAIT_MS)
    settled(qtbot, opening)
    kept = [p for p, item in enumerate(items) if item.thumbnail is not None]
    assert len(kept) == 8
    opening.prefer((items[11],))

    qtbot.waitUntil(lambda: items[11].thumbnail is not None, timeout=WAIT_MS)


def test_maps_of_images_far_away_go_first(workspace, opening, items, monkeypatch):
    made = Map(np.zeros((10, 10), np.float32))
    monkeypatch.setattr(module, "MAP_BYTES", 3 * made.map.nbytes)
    workspace.select(items[4])
    for item in items:
        workspace.update(item, explanations={("key",): made}, shown=("key",))

    assert [p for p, item in enumerate(items) if item.explanations] == [3, 4, 5]
    assert all(item.shown is None for item in items if not item.explanations)


def test_a_broken_file_is_failed_and_the_others_go_on(qtbot, workspace, opening, items):
    items[1].path.write_bytes(b"\0" * 128 + b"DICM rubbish")
    workspace.select(items[0])
    qtbot.waitUntil(
        lambda: all(i.status in (Status.READY, Status.FAILED) for i in items), timeout=WAIT_MS
    )

    assert [p for p, item in enumerate(items) if item.error is not None] == [1]
