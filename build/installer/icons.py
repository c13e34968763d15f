"""The program's icon in the forms that systems want, drawn from its SVG.

Run by an interpreter with PySide6 and Pillow: ``python icons.py SVG FOLDER``.
"""

import io
import os
import sys
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def main() -> int:
    """Writes ``whyray-<size>.png``, ``whyray.ico`` and ``whyray.icns``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing, folder = Path(sys.argv[1]), Path(sys.argv[2])
    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        sys.exit(f"{drawing} is no drawing")
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {}
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        raw = QByteArray()
        buffer = QBuffer(raw)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        (folder / f"whyray-{size}.png").write_bytes(raw.data())
        pictures[size] = Image.open(io.BytesIO(raw.data()))
    largest = pictures[256]
    largest.save(folder / "whyray.ico", sizes=[(s, s) for s in SIZES if s <= 256])
    pictures[512].save(folder / "whyray.icns")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
