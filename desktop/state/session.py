"""Everything the window knows, in one place to hand around."""

from dataclasses import dataclass
from functools import partial

from desktop.settings import Settings
from desktop.state.browsed import BrowsedState
from desktop.state.cine import CineState
from desktop.state.compared import ComparedState
from desktop.state.history import History
from desktop.state.inquiry import InquiryState
from desktop.state.marks import MarksState
from desktop.state.masks import MasksState
from desktop.state.models import ModelsState
from desktop.state.opinions import OpinionsState
from desktop.state.overlay import OverlayState
from desktop.state.panes import LINKS, PanesState
from desktop.state.tool import ToolState
from desktop.state.workspace import Workspace

_LOOK = ("colour_map", "opacity", "threshold", "mode")


@dataclass(frozen=True)
class SessionState:
    """The state objects of one window."""

    workspace: Workspace
    panes: PanesState
    models: ModelsState
    overlay: OverlayState
    inquiry: InquiryState
    tool: ToolState
    cine: CineState
    history: History
    marks: MarksState
    masks: MasksState
    browsed: BrowsedState
    compared: ComparedState
    opinions: OpinionsState
    settings: Settings


def start_session(settings: Settings) -> SessionState:
    """Fresh state, with the look and the habits that the settings remember."""
    workspace = Workspace()
    history = History(workspace)
    marks = MarksState(workspace, history)
    state = SessionState(
        workspace,
        PanesState(workspace),
        ModelsState(),
        OverlayState(),
        InquiryState(),
        ToolState(),
        CineState(workspace, settings),
        history,
        marks,
        MasksState(marks),
        BrowsedState(),
        ComparedState(),
        OpinionsState(),
        settings,
    )
    state.workspace.current_changed.connect(state.inquiry.turn_to)
    state.workspace.companion_removed.connect(state.inquiry.forget)
    state.overlay.change(
        colour_map=settings.get("overlay/colour_map"),
        opacity=settings.get("overlay/opacity"),
        threshold=settings.get("overlay/threshold"),
        mode=settings.get("overlay/mode"),
    )
    state.inquiry.change(is_automatic=settings.get("explain/automatic"))
    for name in LINKS:
        state.panes.set_link(name, settings.get(f"view/link_{name}") is True)
    state.workspace.privacy.set_on(settings.get("look/privacy_at_start") is True)
    settings.changed.connect(partial(_follow_setting, state))
    return state


def _follow_setting(state: SessionState, name: str) -> None:
    """Takes over what was changed in the settings dialog."""
    group, _, key = name.partition("/")
    if group == "overlay" and key in _LOOK:
        state.overlay.change(**{key: state.settings.get(name)})
    elif name == "explain/automatic":
        state.inquiry.change(is_automatic=state.settings.get(name))
    elif name in {f"view/link_{link}" for link in LINKS}:
        state.panes.set_link(key.removeprefix("link_"), state.settings.get(name) is True)


def remember_habits(state: SessionState) -> None:
    """Puts the look and the habits into the settings."""
    look = state.overlay.look
    for name in _LOOK:
        state.settings.set(f"overlay/{name}", getattr(look, name))
    state.settings.set("explain/automatic", state.inquiry.inquiry.is_automatic)
    for name in LINKS:
        state.settings.set(f"view/link_{name}", name in state.panes.links)
    state.settings.save()
