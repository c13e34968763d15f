"""Groups of the operating system."""

import os
import sys

import pytest

from desktop.administrator.group import is_member

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="groups of POSIX")


def test_the_own_groups_count_and_others_do_not():
    import grp

    own = {os.getgid(), *os.getgroups()}
    for entry in grp.getgrall():
        assert is_member(entry.gr_name) == (entry.gr_gid in own), entry.gr_name


@pytest.mark.parametrize("name", ["", "   ", "no-such-group-anywhere", "a\nb"])
def test_names_of_no_group_let_nobody_in(name):
    assert not is_member(name)


def test_a_null_in_the_name_lets_nobody_in():
    assert not is_member("root\0")
