"""What a peer's status codes say (PS3.4 table B.2-1, PS3.7 annex C), in words."""

from engine.language import said

SUCCESS = 0x0000
_EXACT = {
    SUCCESS: said("stored"),
    0x0110: said("the peer failed while processing"),
    0x0111: said("the peer holds this instance already"),
    0x0112: said("the peer knows no such instance"),
    0x0117: said("the peer finds the instance's UID invalid"),
    0x0122: said("the peer does not take this kind of object"),
    0x0124: said("the peer does not allow it"),
    0x0210: said("the peer got the same message twice"),
    0x0211: said("the peer does not know the operation"),
    0x0212: said("the peer finds the message malformed"),
    0xB000: said("stored; the peer changed some values"),
    0xB006: said("stored; the peer left some elements out"),
    0xB007: said("stored; the peer finds that the data set does not fit its kind"),
}
_RANGES = (
    (0xA700, 0xA7FF, said("the peer is out of resources")),
    (0xA900, 0xA9FF, said("the peer finds that the data set does not fit its kind")),
    (0xB000, 0xBFFF, said("stored with a warning")),
    (0xC000, 0xCFFF, said("the peer does not understand the data set")),
)


def is_stored(status: int) -> bool:
    """Whether the peer has the instance: success or a warning."""
    return status == SUCCESS or 0xB000 <= status <= 0xBFFF


def words_of(status: int) -> str:
    """A status in words, with its number where it is no plain success."""
    text = _EXACT.get(status)
    if text is None:
        text = next(
            (words for low, high, words in _RANGES if low <= status <= high),
            said("the peer refused"),
        )
    if status == SUCCESS:
        return text
    return said("{text} (status {number})", text=text, number=f"0x{status:04X}")
