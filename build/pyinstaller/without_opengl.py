"""Runs before the frozen program: pyqtgraph finds names where Qt's OpenGL modules were left out.

It names them when it is loaded and uses them only where curves are drawn by the graphics card,
which WhyRay does not ask for. Qt itself is not loaded here: the command line does without.
"""

import sys
from types import ModuleType

_standing_in = ModuleType("PySide6.QtOpenGLWidgets")
_standing_in.QOpenGLWidget = type("QOpenGLWidget", (), {})  # type: ignore[attr-defined]
sys.modules["PySide6.QtOpenGL"] = ModuleType("PySide6.QtOpenGL")
sys.modules["PySide6.QtOpenGLWidgets"] = _standing_in
