from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.settings import Settings
from desktop.state.panes import PanesState
from desktop.state.session import start_session
from desktop.state.workspace import Item, Workspace
from engine.decisions import Record


@pytest.fixture
def workspace(qapp):
    workspace = Workspace()
    workspace.add([Item(Path(f"{name}.dcm")) for name in "abc"])
    return workspace


@pytest.fixture
def panes(workspace):
    return PanesState(workspace)


def shown(panes):
    return [None if (i := panes.item(n)) is None else i.path.stem for n in panes.visible]


def test_images_placed_by_hand_stay_in_a_larger_layout(workspace, panes):
    a, b, _ = workspace.items
    workspace.select(a)
    panes.arrange("1x2")
    panes.put(1, b)
    panes.hang("2x2")
    assert shown(panes) == ["a", "b", None, None]


def test_choosing_an_image_changes_only_the_focused_pane(workspace, panes):
    a, b, c = workspace.items
    workspace.select(a)
    panes.arrange("1x2")
    panes.put(1, b)
    assert shown(panes) == ["a", "b"]
    assert workspace.current is a

    panes.focus(1)
    assert workspace.current is b
    workspace.select(c)
    assert shown(panes) == ["a", "c"]
    assert set(workspace.on_screen) == {a, c}


def test_everything_on_screen_stays_told_while_the_focus_moves(workspace, panes):
    """Work for what can be seen is stopped when it is not told as seen, be it for a moment."""
    a, b, _ = workspace.items
    workspace.select(a)
    panes.arrange("1x2")
    panes.put(1, b)
    told = []
    workspace.on_screen_changed.connect(lambda items: told.append(set(items)))
    panes.focus(1)
    panes.focus(0)
    assert [items for items in told if items != {a, b}] == []


@pytest.mark.parametrize("focused", [0, 1, 2, 3])
def test_the_focused_image_stays_when_the_layout_shrinks(workspace, panes, focused):
    a, b, c = workspace.items
    workspace.select(a)
    panes.arrange("2x2")
    for number, item in enumerate((a, b, c, None)):
        panes.put(number, item)
    panes.focus(focused)
    kept = workspace.current
    panes.arrange("1")

    assert workspace.current is kept
    assert panes.item(panes.focused) is kept
    assert workspace.on_screen == (() if kept is None else (kept,))


def test_an_image_that_left_the_layout_does_not_come_back_by_itself(workspace, panes):
    a, b, c = workspace.items
    workspace.select(a)
    panes.arrange("1x2")
    panes.put(1, b)
    panes.arrange("1")
    workspace.select(c)
    panes.arrange("1x2")
    assert shown(panes) == ["c", None]


def test_a_closed_image_leaves_its_pane(workspace, panes):
    a, b, _ = workspace.items
    workspace.select(a)
    panes.arrange("1x2")
    panes.put(1, b)
    workspace.remove(b)
    assert shown(panes) == ["a", None]
    assert workspace.on_screen == (a,)


def test_a_companion_is_not_listed_and_goes_with_its_pane(workspace, panes):
    a, b, _ = workspace.items
    workspace.select(a)
    panes.arrange("1x2")
    twin = workspace.add_companion(a)
    panes.put(1, twin)
    assert twin not in workspace.items
    assert workspace.index_of(twin) == workspace.index_of(a)

    panes.put(1, b)
    assert workspace.companions == ()
    workspace.update(twin, frame=7)
    assert twin.frame == 0


def test_answers_of_a_companion_never_reach_the_image_beside_it(workspace, panes):
    a = workspace.items[0]
    workspace.select(a)
    panes.arrange("1x2")
    twin = workspace.add_companion(a)
    panes.put(1, twin)
    workspace.update(twin, explanations={("k",): "map"}, shown=("k",))
    assert twin.explanation == "map"
    assert a.explanation is None


def test_closing_an_image_closes_its_companions(workspace, panes):
    a = workspace.items[0]
    workspace.select(a)
    panes.arrange("1x2")
    panes.put(1, workspace.add_companion(a))
    workspace.remove(a)
    assert workspace.companions == ()
    assert shown(panes) == ["b", None]


def test_a_file_that_became_another_one_loses_what_was_said_of_it(workspace):
    a, _, _ = workspace.items
    workspace.update(a, radiograph=SimpleNamespace(sha256="1"))
    said = Record(looked_at="2026-11-21T10:00:00Z")
    workspace.update(a, reading="score", explanations={1: "map"}, shown=1, record=said)
    workspace.update(a, radiograph=None)
    workspace.update(a, radiograph=SimpleNamespace(sha256="1"))
    assert a.reading == "score"

    twin = workspace.add_companion(a)
    workspace.update(a, radiograph=None)
    told = []
    workspace.item_changed.connect(lambda item, changed: told.append(changed))
    workspace.update(a, radiograph=SimpleNamespace(sha256="2"))
    assert (a.reading, a.explanation, a.record) == (None, None, Record())
    assert {"radiograph", "reading", "shown"} <= told[-1]
    assert twin not in workspace.companions


def test_an_image_beside_itself_has_its_own_inquiry(qapp, tmp_path):
    state = start_session(Settings(tmp_path))
    workspace, inquiry = state.workspace, state.inquiry
    workspace.add([Item(Path("a.dcm"))])
    a = workspace.items[0]
    workspace.select(a)
    state.panes.arrange("1x2")
    twin = workspace.add_companion(a)
    inquiry.give_own(twin, inquiry.inquiry)
    state.panes.put(1, twin)

    state.panes.focus(1)
    inquiry.change(method="lime")
    assert (inquiry.of(a).method, inquiry.of(twin).method) == ("grad-cam", "lime")
    state.panes.focus(0)
    assert inquiry.inquiry.method == "grad-cam"
    inquiry.change(target="effusion")
    assert inquiry.of(twin).target is None
    inquiry.change(is_automatic=False)
    assert inquiry.of(twin).is_automatic is False
