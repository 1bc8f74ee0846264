"""What a process that opens foreign files lays down before it begins. Linux alone knows these ways; elsewhere nothing happens.

Source: landlock(7), prctl(2), unshare(2).
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same on every architecture
ASK_VERSION = 1  # instead of a set of rules
BENEATH = 1  # the kind of rule: everything below a folder
EVERYTHING = (1 << 13) - 1  # the rights over files of the first version of Landlock
READING = 1 << 0 | 1 << 2 | 1 << 3  # run a file, read a file, list a folder
SOCKETS = 1 << 5 | 1 << 9  # lay a socket down, and take it away again

# What a program needs that is not told by its own folder: libraries, fonts, the clock, random numbers.
SYSTEM = (
    "/usr", "/lib", "/lib64", "/bin", "/opt", "/etc/fonts", "/etc/libreoffice", "/etc/alternatives", "/etc/nsswitch.conf",
    "/etc/locale.alias", "/etc/ld.so.cache", "/etc/localtime", "/var/cache/fontconfig", "/var/spool/libreoffice",
    "/var/lib/libreoffice", "/proc", "/sys/devices/system/cpu", "/dev/urandom",
)  # fmt: skip


def die_with_parent() -> None:
    """A parent that is killed takes this process along, even one that hangs."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def leave_network() -> None:
    """Part from every network. A machine that forbids a namespace of its own gives none."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.unshare(CLONE_NEWNET) and libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)


def keep_to(work: Path, program: Path) -> None:
    """From now on this process and all it starts read the system and ``program``'s folder, and write in ``work`` alone.

    Nothing else of this machine is theirs to open, whatever a file asks for. A kernel without Landlock leaves it at that.
    """
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        about = struct.pack("=Q", EVERYTHING)
        rules = libc.syscall(CREATE_RULESET, about, len(about), 0)
        if rules < 0:
            return
        _permit(libc, rules, (*SYSTEM, str(program.parent)), READING)
        _permit(libc, rules, (str(work), "/dev/null"), EVERYTHING)
        _permit(libc, rules, ("/tmp",), SOCKETS)  # noqa: S108  # LibreOffice will have one there and nowhere else
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        libc.syscall(RESTRICT_SELF, rules, 0)
        os.close(rules)


def can_confine() -> bool:
    """Whether this kernel has Landlock, so that ``keep_to`` keeps to anything."""
    with suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).syscall(CREATE_RULESET, None, 0, ASK_VERSION) > 0)
    return False


def _permit(libc: ctypes.CDLL, rules: int, places: Iterable[str], rights: int) -> None:
    """Allow ``rights`` beneath each of ``places`` that is there; to a single file only what can be done with one."""
    for place in places:
        with suppress(OSError):
            opened = os.open(place, os.O_PATH | os.O_CLOEXEC)
            of_file = rights if Path(place).is_dir() else rights & 0b111
            rule = struct.pack("=Qi", of_file, opened)
            libc.syscall(ADD_RULE, rules, BENEATH, rule, 0)
            os.close(opened)
