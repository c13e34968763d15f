"""Whether a folder lies on a disk of this machine; SQLite's shared memory works on no other."""

import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_REMOTE = (
    "nfs", "cifs", "smb", "afs", "ncp", "9p", "ceph", "gluster", "lustre", "fuse.", "davfs",
)  # fmt: skip
_WINDOWS_REMOTE, _WINDOWS_UNKNOWN = 4, 0


def is_local(path: Path) -> bool:
    """Whether the path is known to lie on a disk of this machine; False in doubt."""
    if sys.platform == "win32":
        return _is_local_on_windows(path)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False  # no such list here
    return not kind_of(path.absolute(), mounts).startswith(_REMOTE)


def kind_of(path: Path, mounts: list[str]) -> str:
    """The file system that holds a path, e.g. ``ext4``.

    Args:
        path: absolute.
        mounts: lines of ``/proc/self/mounts``: device, mount point, kind, ...
    """
    best, kind = -1, _REMOTE[0]
    for line in mounts:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = Path(parts[1].replace("\\040", " "))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), parts[2]
    return kind


def _is_local_on_windows(path: Path) -> bool:
    import ctypes

    root = f"{path.absolute().drive}\\"
    kind = ctypes.windll.kernel32.GetDriveTypeW(root)
    return not root.startswith("\\\\") and kind not in (_WINDOWS_REMOTE, _WINDOWS_UNKNOWN)
