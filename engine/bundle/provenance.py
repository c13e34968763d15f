"""With what a result was made: which model exactly, its recipe, calibration and operating points.

Every stored result names the digest; what it stands for is stored once per digest, so that results
stay readable when the model is long gone.
"""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from engine.bundle.manifest import ClassInfo, Manifest
from engine.bundle.store import Bundle


@dataclass(frozen=True)
class Provenance:
    """Which model made a result, and how.

    Attributes:
        model_id: bundle id.
        name: for people.
        version: for people.
        digest: hex SHA-256 of its manifest, which names the digests of all its other files.
        facts: plain values: ``task``, ``activation``, ``recipe``, ``recipe_sha256``,
            ``calibration`` (``kind``, ``method``, ``curves`` as in the manifest), ``points`` (class
            name -> list of name and threshold, the one in use first), ``created``.
    """

    model_id: str
    name: str
    version: str
    digest: str
    facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def as_json(self) -> dict[str, Any]:
        """What a result says of its model."""
        calibration = self.facts["calibration"]
        return {
            "id": self.model_id,
            "name": self.name,
            "version": self.version,
            "digest": self.digest,
            "recipe_sha256": self.facts["recipe_sha256"],
            "calibration": {name: calibration[name] for name in ("kind", "method")},
        }


def provenance_of(bundle: Bundle) -> Provenance:
    """What the results of a verified bundle say of it."""
    about = bundle.manifest
    return Provenance(about.id, about.name, about.version, bundle.digest, _facts(about))


def recipe_digest(manifest: Manifest) -> str:
    """Hex SHA-256 of the recipe's canonical JSON: the same recipe has the same one anywhere."""
    text = json.dumps(manifest.recipe.to_json(), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _facts(manifest: Manifest) -> dict[str, Any]:
    curves = [{"probability": c.probability, "calibrated": c.calibrated} for c in manifest.curves]
    return {
        "task": manifest.task,
        "activation": manifest.activation,
        "recipe": manifest.recipe.to_json(),
        "recipe_sha256": recipe_digest(manifest),
        "calibration": {
            "kind": str(manifest.calibration.get("kind", "")),
            "method": str(manifest.calibration.get("method", "")),
            "curves": curves,
        },
        "points": {info.name: _points(info) for info in manifest.classes},
        "created": manifest.created,
    }


def _points(info: ClassInfo) -> list[dict[str, Any]]:
    points = (info.operating_point, *info.other_points)
    return [{"name": p.name, "threshold": p.threshold} for p in points if p is not None]
