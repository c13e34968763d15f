"""What must run before anything is laid out: an application of Qt, without a window if need be."""

import sys

from PySide6.QtCore import QHashSeed
from PySide6.QtGui import QGuiApplication

from desktop.fonts import lend_fonts


def writing_application() -> QGuiApplication:
    """The running application; one that needs no screen where there is none.

    A new one writes the fonts of a file in the same order in every process.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    QHashSeed.setDeterministicGlobalSeed()
    # On other systems the usual platform serves without a screen, too.
    screenless = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    made = QGuiApplication(["whyray", *screenless])
    lend_fonts()
    return made
