"""What is explained: one class of a model, or the absence that a lone sigmoid neuron implies."""

from dataclasses import dataclass

from engine.bundle.manifest import Manifest
from engine.errors import RequestError
from engine.language import said


@dataclass(frozen=True)
class Target:
    """An explained class.

    Attributes:
        name: as shown.
        column: output column of the network.
        sign: +1, or -1 for the complement of a one-neuron binary model (its logit is minus the
            neuron's).
    """

    name: str
    column: int
    sign: int = 1


def list_targets(manifest: Manifest) -> tuple[Target, ...]:
    """Everything that can be explained: the classes, then the complement if there is one."""
    targets = tuple(Target(info.name, column) for column, info in enumerate(manifest.classes))
    if manifest.complement is None:
        return targets
    return (*targets, Target(manifest.complement, 0, -1))


def find_target(manifest: Manifest, wanted: str) -> Target:
    """The target of that name (case ignored) or index. Raises RequestError with the choices."""
    targets = list_targets(manifest)
    for target in targets:
        if target.name.casefold() == wanted.casefold():
            return target
    if wanted.isdigit() and int(wanted) < len(targets):
        return targets[int(wanted)]
    choices = ", ".join(f"{index} {target.name}" for index, target in enumerate(targets))
    raise RequestError(
        said("this model has no class {wanted!r}", wanted=wanted),
        hint=said("Choose one of: {choices}.", choices=choices),
    )
