"""Padding and window arithmetic, by hand."""

import numpy as np
import pytest

from engine.graph.windows import Windows, same_padding


@pytest.mark.parametrize(
    ("size", "reach", "stride", "upper", "expected"),
    [
        (7, 3, 1, True, (1, 1)),
        (8, 3, 2, True, (0, 1)),  # 4 windows cover 9 places: one more than there are
        (8, 3, 2, False, (1, 0)),
        (7, 3, 2, True, (1, 1)),
        (5, 1, 2, True, (0, 0)),
        (4, 2, 3, True, (0, 1)),
    ],
)
def test_same_padding_lets_ceil_many_windows_fit(size, reach, stride, upper, expected) -> None:
    assert same_padding(size, reach, stride, upper=upper) == expected


def test_output_padding_fills_what_the_last_window_leaves() -> None:
    # 8 places, windows of 3 every 3: 2 windows cover 6, 2 are left.
    windows = Windows((3,), (3,), (1,), (0,), (0,))

    assert windows.closing([8], [2]) == ((0,), (2,))


def test_end_padding_grows_where_ceil_mode_reaches_further() -> None:
    # 5 places, windows of 2 every 2, rounded up: 3 windows reach to 6.
    windows = Windows((2,), (2,), (1,), (0,), (0,))

    assert windows.closing([5], [3]) == ((1,), (0,))


def test_counts_leave_padding_out_unless_told() -> None:
    windows = Windows((3,), (2,), (1,), (1,), (1,))

    np.testing.assert_array_equal(windows.counts([4], [2], include_pad=False), [2, 3])
    np.testing.assert_array_equal(windows.counts([4], [2], include_pad=True), [3, 3])


def test_counts_never_include_what_ceil_mode_adds() -> None:
    windows = Windows((2,), (2,), (1,), (0,), (0,))

    np.testing.assert_array_equal(windows.counts([5], [3], include_pad=True), [2, 2, 1])
