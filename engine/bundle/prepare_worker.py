"""The preparing child of `engine.bundle.prepared.Preparer`: decodes, looks, and reduces in size.

A decoding child (`engine.images.decode_worker`) that keeps the pixels to itself. Started as
``python -m engine.bundle.prepare_worker`` or, from the frozen program, ``<program> --worker
prepare``. A request has ``recipes`` and ``has_pixels`` besides.
"""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO

from engine.images.decode_worker import Finish, serve
from engine.images.radiograph import Radiograph

if TYPE_CHECKING:
    from engine.bundle.prepared import Prepared


def main() -> int:
    """Serves requests until the parent closes the pipe; the exit code."""
    return serve(_load)


def _load() -> Finish:
    import cv2

    from engine.bundle.prepared import prepare, send_prepared
    from engine.bundle.recipe import Recipe
    from engine.errors import UnsafeImage
    from engine.language import said

    cv2.setNumThreads(1)  # there are as many children as processors are to be kept busy

    def finish(radiograph: Radiograph, request: dict[str, Any]) -> Callable[[BinaryIO], None]:
        recipes = [Recipe.from_json(plain) for plain in request["recipes"]]
        try:
            prepared: Prepared = prepare(radiograph, recipes, has_pixels=request["has_pixels"])
        except MemoryError as error:
            raise UnsafeImage(said("The image needs more memory than it may have.")) from error
        return partial(send_prepared, prepared=prepared)

    return finish


if __name__ == "__main__":
    sys.exit(main())
