import threading

import pytest

from desktop.state.workspace import Item, Workspace


@pytest.fixture
def three(qtbot, tmp_path):
    workspace = Workspace()
    items = [Item(tmp_path / name) for name in ("a", "b", "c")]
    workspace.add(items)
    return workspace, items


def test_adding_never_moves_the_selection(three):
    workspace, items = three
    workspace.select(items[1])
    workspace.add([Item(items[0].path)])

    assert workspace.current is items[1]


@pytest.mark.parametrize(("removed", "shown"), [(0, 1), (1, 2), (2, 1)])
def test_closing_shows_the_right_neighbour_else_the_left(three, removed, shown):
    workspace, items = three
    workspace.select(items[removed])
    workspace.remove(items[removed])

    assert workspace.current is items[shown]


def test_answers_for_closed_items_are_ignored(three):
    workspace, items = three
    workspace.remove(items[0])
    heard = []
    workspace.item_changed.connect(lambda *payload: heard.append(payload))
    workspace.update(items[0], frame=3)

    assert heard == []
    assert items[0].frame == 0


def test_other_threads_may_not_change_state(three):
    workspace, items = three
    caught = []

    def change():
        try:
            workspace.update(items[0], frame=1)
        except RuntimeError as error:
            caught.append(error)

    thread = threading.Thread(target=change)
    thread.start()
    thread.join()

    assert len(caught) == 1
