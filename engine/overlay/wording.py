"""The words that stand beside an overlay, the same on the screen and in every exported picture."""

from engine.explain.explanation import NO_POSITIVE_EVIDENCE, Explanation, Method
from engine.language import FindingName, joined, said
from engine.overlay.scale import Scale

RESEARCH_USE = said("Research use - not for diagnosis")
CONTROL = said("A control for comparison, not an explanation")
RELATIVE = said("relative within this image, not a probability")
FIXED = said("the same scale on every image, not a probability")


def method_name(explanation: Explanation) -> str:
    """The method's name as shown; its id for stored maps of methods that are no longer offered."""
    method = _method(explanation)
    return explanation.method if method is None else said(method.name)


def is_control(explanation: Explanation) -> bool:
    """Whether this is no explanation, but something to compare explanations with."""
    method = _method(explanation)
    return method is not None and method.family == "control"


def title(explanation: Explanation) -> str:
    """``Where the model was sensitive: Grad-CAM, layer conv5, class Pneumonia``.

    Controls say that they are none: nothing in them comes from the model.
    """
    what = CONTROL if is_control(explanation) else said("Where the model was sensitive")
    method, name = method_name(explanation), class_name(explanation)
    if explanation.layer is None:
        return said("{what}: {method}, class {name}", what=what, method=method, name=name)
    return said(
        "{what}: {method}, layer {layer}, class {name}",
        what=what,
        method=method,
        layer=explanation.layer,
        name=name,
    )


def short_title(explanation: Explanation) -> str:
    """The title where there is no room for it: ``Grad-CAM: Pneumonia``."""
    return joined(": ", (method_name(explanation), class_name(explanation)))


def class_name(explanation: Explanation) -> str:
    """The explained class: ``Pneumonia``, or ``Pneumonia rather than Normal``."""
    name = FindingName(explanation.target.name)
    if explanation.against is None:
        return name
    other = FindingName(explanation.against.name)
    return said("{name} rather than {name_2}", name=name, name_2=other)


def scale_note(scale: Scale, *, has_superpixels: bool = False) -> str:
    """What the colour bar means, signs and colours in words, or why there is none.

    Args:
        scale: of the picture.
        has_superpixels: painted as superpixels, which have colours of their own.
    """
    if scale.is_empty:
        return scale.empty_text()
    kind = FIXED if scale.is_fixed else RELATIVE
    if scale.is_signed:
        red, green, blue = said("red"), said("green"), said("blue")
        against, supports = (red, green) if has_superpixels else (blue, red)
        return said(
            "{against} (-) against, {supports} (+) for the class; {kind}",
            against=against,
            supports=supports,
            kind=kind,
        )
    return kind


def warnings(explanation: Explanation) -> str:
    """The explanation's flags in one line, without the one that `scale_note` already tells."""
    return joined("; ", [flag for flag in explanation.flags if flag != NO_POSITIVE_EVIDENCE])


def number(value: float) -> str:
    """A map value in few characters: ``0``, ``0.0123``, ``-4.1e-07``."""
    return f"{value:.3g}"


def _method(explanation: Explanation) -> Method | None:
    from engine.explain.registry import METHODS  # brings ONNX Runtime; the window starts without

    return next((method for method in METHODS if method.id == explanation.method), None)
