"""What this computer is and what computes on it, for people who are to help. No patient data."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, qVersion
from PySide6.QtGui import QGuiApplication

from desktop.language import shown_words, translate
from desktop.paths import user_folder
from desktop.state.session import SessionState

CONTEXT = "SystemFacts"
_GIB = float(1 << 30)
PARTS = (
    "PySide6_Essentials",
    "onnxruntime-gpu",
    "onnxruntime",
    "onnx",
    "numpy",
    "pydicom",
    "opencv-python-headless",
)
Fact = tuple[str, str]  # English name, translated when shown; value


def system_facts(state: SessionState) -> list[Fact]:
    """Names and values, in the order to show them. Loads ONNX Runtime if nobody has yet."""
    import onnxruntime

    from engine.explain.batches import free_memory_bytes

    return [
        (QT_TRANSLATE_NOOP("SystemFacts", "WhyRay"), part_version("whyray")),
        *_model_facts(state),
        (
            QT_TRANSLATE_NOOP("SystemFacts", "Providers present"),
            ", ".join(onnxruntime.get_available_providers()),
        ),
        (QT_TRANSLATE_NOOP("SystemFacts", "System"), platform.platform()),
        (
            QT_TRANSLATE_NOOP("SystemFacts", "Processor"),
            platform.processor() or platform.machine(),
        ),
        (QT_TRANSLATE_NOOP("SystemFacts", "Processor threads"), str(os.cpu_count())),
        (
            QT_TRANSLATE_NOOP("SystemFacts", "Memory free"),
            f"{free_memory_bytes() / _GIB:.1f} GiB",
        ),
        (QT_TRANSLATE_NOOP("SystemFacts", "Screens"), "; ".join(_screens())),
        (
            QT_TRANSLATE_NOOP("SystemFacts", "Qt"),
            f"{qVersion()}",
        ),
        (QT_TRANSLATE_NOOP("SystemFacts", "Parts"), versions_text()),
        (QT_TRANSLATE_NOOP("SystemFacts", "User folder"), _without_home(user_folder())),
    ]


def _model_facts(state: SessionState) -> list[Fact]:
    model = state.models.open_model(state.models.active_id)
    if model is None:
        return [(QT_TRANSLATE_NOOP("SystemFacts", "Active model"), state.models.active_id)]
    manifest = model.manifest
    computes = (
        f"{model.provider}. {shown_words(model.provider_note)}"
        if model.provider_note
        else model.provider
    )
    return [
        (
            QT_TRANSLATE_NOOP("SystemFacts", "Active model"),
            f"{manifest.name}, {manifest.version} ({manifest.id})",
        ),
        (QT_TRANSLATE_NOOP("SystemFacts", "Computes on"), computes),
    ]


def _screens() -> list[str]:
    return [
        translate("SystemFacts", "{width} x {height}, scaled {ratio}").format(
            width=screen.size().width(),
            height=screen.size().height(),
            ratio=f"{screen.devicePixelRatio():.2f}",
        )
        for screen in QGuiApplication.screens()
    ]


def _without_home(path: Path) -> str:
    """The path with ``~`` for the home folder, whose name is a person's."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def part_version(name: str) -> str:
    """Version of an installed distribution, empty when it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def versions_text() -> str:
    """Versions of what matters, on one line."""
    known = [(name, part_version(name)) for name in PARTS]
    parts = [f"{name} {found}" for name, found in known if found]
    return ", ".join([f"Python {platform.python_version()}", *parts])
