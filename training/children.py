"""Parts of the training side that run as processes of their own, from a checkout or frozen."""

import sys

# Name on the command line of the frozen program -> module that a checkout runs with ``-m``.
CHILDREN = {
    "to-onnx": "training.export.to_onnx",
    "conversion": "training.export.conversion_child",
}
FLAG = "--child"


def child_command(name: str) -> list[str]:
    """The command line of a child, one of `CHILDREN`; its own arguments follow."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, name]
    return [sys.executable, "-m", CHILDREN[name]]
