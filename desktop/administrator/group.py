"""Whether the account that runs this program belongs to a group of the operating system."""

import os
import sys


def is_member(group: str) -> bool:
    """Whether this process has the rights of a group; False for the empty name.

    On Windows a member of Administrators counts only where the program was started elevated:
    otherwise the system takes the group out of its rights, and that is what is asked.

    Args:
        group: its name, such as ``whyray-admins``, or ``Administrators`` on Windows.
    """
    if not group.strip():
        return False
    return _on_windows(group.strip()) if sys.platform == "win32" else _on_posix(group.strip())


def _on_posix(group: str) -> bool:
    import grp

    try:
        entry = grp.getgrnam(group)
    except (KeyError, ValueError):  # no such group, or no such name
        return False
    return entry.gr_gid in {os.getgid(), os.getegid(), *os.getgroups()}


def _on_windows(group: str) -> bool:
    import ctypes
    from ctypes import wintypes

    advapi = ctypes.WinDLL("advapi32", use_last_error=True)
    sid, domain = ctypes.create_string_buffer(256), ctypes.create_unicode_buffer(256)
    sid_size, domain_size = wintypes.DWORD(256), wintypes.DWORD(256)
    kind, is_in = wintypes.DWORD(), wintypes.BOOL()
    found = advapi.LookupAccountNameW(
        None, group, sid, ctypes.byref(sid_size), domain, ctypes.byref(domain_size),
        ctypes.byref(kind),
    )  # fmt: skip
    if not found or not advapi.CheckTokenMembership(None, sid, ctypes.byref(is_in)):
        return False
    return bool(is_in.value)
