import pytest

from desktop.views import theme

# (ink, ground, least contrast after WCAG 2.1: 4.5 for words, 3 for bars and borders)
PAIRS = (
    *((ink, ground, 4.5) for ink in ("text", "muted") for ground in ("ground", "panel", "raised")),
    *(
        (ink, ground, 4.5)
        for ink in ("accent", "above", "stop", "good")
        for ground in ("ground", "panel", "raised")
    ),
    ("faint", "panel", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("above", "caution", 4.5),
    ("stop", "caution", 4.5),
    ("below", "panel", 3.0),
    ("edge", "panel", 3.0),
    ("edge", "raised", 3.0),
    ("accent", "line", 3.0),
)  # fmt: skip


def contrast(ink: str, ground: str) -> float:
    """Contrast of two ``#rrggbb`` colours, 1..21 (WCAG 2.1, "contrast ratio")."""
    high, low = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_colour_pairs_reach_level_aa(name, ink, ground, least):
    colours = theme.THEMES[name]
    found = contrast(getattr(colours, ink), getattr(colours, ground))

    assert found >= least, f"{ink} on {ground} in {name}: {found:.2f}"


def test_contrast_after_wcag():
    # The ends of the scale, and the example #767676 on white, known as 4.54.
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#123456", "#123456") == pytest.approx(1.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
