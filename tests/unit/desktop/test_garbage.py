"""Python's search for cyclic garbage stands still while the program is loaded."""

import gc

from desktop import garbage


def test_the_search_rests_and_then_leaves_out_what_was_there():
    before = gc.get_freeze_count()
    try:
        garbage.rest()
        assert not gc.isenabled()
        kept = [[] for _ in range(1000)]
        garbage.settle()
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before + len(kept)
    finally:
        gc.enable()
        gc.unfreeze()
