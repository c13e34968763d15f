"""Options of methods: one declaration gives the checks, the reading of texts, and the help."""

from dataclasses import dataclass

import pytest

from engine.errors import RequestError
from engine.options import option, option_facts, option_from_text, read_options


@dataclass(frozen=True)
class Options:
    """One option of each type."""

    window: int = option(32, "side of the square", low=1, high=64, unit="px")
    noise: float = option(0.1, "standard deviation", low=0.0)
    fill: str = option("blur", "what is put there", choices=("blur", "black"))
    is_fast: bool = option(False, "half the work")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("window", "16", 16),
        ("noise", "0.25", 0.25),
        ("fill", "black", "black"),
        ("is_fast", "True", True),
        ("is_fast", "false", False),
    ],
)
def test_texts_become_values_of_the_option(name, text, value):
    read = option_from_text("m", Options, name, text)

    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("window", "ten", "1 to 64 px"),
        ("window", "1.5", "1 to 64 px"),
        ("is_fast", "1", "true, false"),
        ("nothing", "1", "window, noise, fill, is_fast"),
    ],
)
def test_texts_that_do_not_fit_are_refused_with_what_is_allowed(name, text, told):
    with pytest.raises(RequestError) as refused:
        option_from_text("m", Options, name, text)

    assert told in refused.value.hint


@pytest.mark.parametrize(
    "given",
    [{"window": 0}, {"window": 65}, {"window": True}, {"fill": "white"}, {"noise": -0.1},
     {"noise": float("nan")}, {"is_fast": 1}, {"other": 1}],
)  # fmt: skip
def test_values_out_of_range_are_refused(given):
    with pytest.raises(RequestError):
        read_options("m", Options, given)


def test_facts_follow_the_declaration():
    window, noise, fill, is_fast = option_facts(Options)

    assert (window.default, window.low, window.high, window.unit) == (32, 1, 64, "px")
    assert noise.range_text() == "0 or more"
    assert fill.range_text() == "blur, black"
    assert is_fast.range_text() == "true, false"
