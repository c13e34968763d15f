"""Can a model be tried in a process of its own here? Before every activation one is."""

from desktop.cli.checks.models import shipped
from engine.errors import SelfTestFailed
from engine.progress import finish
from engine.registry.trial import try_out


def check() -> str:
    """Tries the first model that ships; what was measured. Raises ModelError."""
    folders = shipped()
    if not folders:
        raise SelfTestFailed("no model is installed", hint="Install WhyRay again.")
    trial = finish(try_out(folders[0]))
    memory = "" if trial.peak_bytes is None else f", {trial.peak_bytes / 2**20:.0f} MB"
    return f"{folders[0].name} ran in a child{memory}"
