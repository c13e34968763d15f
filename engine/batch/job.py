"""What a batch is asked for, and whether a batch that was begun was asked for the same."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.bundle.store import MANIFEST, MODEL
from engine.errors import RequestError
from engine.explain.own_files import own_texts
from engine.explain.registry import find_method
from engine.graph.layers import find_layer
from engine.images.admission import CONTENTS
from engine.images.pseudonyms import Pseudonyms
from engine.inference.model import Model
from engine.inference.target import find_target
from engine.language import said
from engine.options import read_options

STYLES = ("heatmap", "signed", "superpixels")


@dataclass(frozen=True)
class Job:
    """What is asked for.

    Attributes:
        folder: where the images are.
        out: where the results go.
        methods: ids of explanation methods; a picture for each.
        target: class to explain; None: of each image the one that stands out most.
        seed: of everything random.
        has_report: a PDF report for each image.
        override: why refused images are to be scored; empty: they are not.
        pseudonyms: what stands for patients, studies and files; None: they are named.
        options: by method id what it does not do as usual, checked values by name.
        layer: of the methods that look at one; None lets them choose.
    """

    folder: Path
    out: Path
    methods: tuple[str, ...] = ()
    target: str | None = None
    seed: int = 0
    has_report: bool = False
    override: str = ""
    pseudonyms: Pseudonyms | None = None
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    layer: str | None = None

    @property
    def needs_pixels(self) -> bool:
        """Whether the image is still needed once it is scored."""
        return bool(self.methods) or self.has_report

    def check(self, model: Model) -> None:
        """Raises RequestError where a method, its options, the target or the folders do not fit."""
        self._check_methods(model)
        if self.target is not None:
            find_target(model.manifest, self.target)
        if self.out.resolve() == self.folder.resolve():
            raise RequestError(
                said("the results cannot go where the images are"),
                hint=said("Choose another folder for them; one inside is fine."),
                file=self.out,
            )

    def layer_of(self, method: str) -> str | None:
        """The layer that a method shall look at; None for methods that look at none."""
        return self.layer if _has_layer(method) else None

    def plain_options(self) -> dict[str, Any]:
        """The options as JSON keeps them."""
        return json.loads(json.dumps({name: dict(given) for name, given in self.options.items()}))

    def _check_methods(self, model: Model) -> None:
        for name in self.methods:
            method, given = find_method(name), self.options.get(name, {})
            read_options(name, method.options, given)
            if own_texts(method, given):
                raise RequestError(
                    said("{method}: a batch takes no options that name files", method=name),
                    hint=said("Explain single images with them, or choose another value."),
                )
        if self.layer is None:
            return
        find_layer(model.layers, self.layer)
        if not any(map(_has_layer, self.methods)):
            raise RequestError(
                said("a layer was named, and none of the methods looks at one"),
                hint=said("Leave the layer out, or choose a method such as grad-cam."),
            )

    def header(self, model: Model, checks: str) -> dict[str, Any]:
        """What must be the same to go on with a batch, plain JSON values by name.

        Args:
            model: whose scores.
            checks: digest of the network that looks at what pictures show.
        """
        hides = self.pseudonyms
        folder = str(self.folder.resolve())
        manifest = model.manifest
        return {
            "folder": _text(folder) if hides is None else hides.name("folder", folder),
            "model": f"{manifest.id} {manifest.version}",
            "model file": digest(model.bundle.contents[MODEL]),
            "model description": digest(model.bundle.contents[MANIFEST]),
            "recipe": manifest.recipe.to_json(),
            "input checks": f"{checks} {' '.join(CONTENTS)}",
            "methods": list(self.methods),
            # None as in journals from before there were any.
            "options": self.plain_options() if self.options else None,
            "layer": self.layer,
            "target": self.target,
            "seed": self.seed,
            "report": self.has_report,
            "override": self.override,
            "hides patients": "" if hides is None else hides.mark(),
        }


def _has_layer(method: str) -> bool:
    return any("layer" in need for need in find_method(method).needs)


def digest(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _text(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
