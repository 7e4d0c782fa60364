"""Runs a command as the systemd unit would confine it: python confined.py ALLOWED COMMAND...

ALLOWED is a file with the names of the system calls let through, one a line; all others give EPERM, as in the unit
says. Memory is never both writable and executable, sockets are of the unit's families alone. By libseccomp, which comes
with systemd.
"""

import ctypes
import errno
import os
import socket
import sys
from pathlib import Path

ALLOW = 0x7FFF0000
REFUSE = 0x00050000 | errno.EPERM
EQUAL = 4  # SCMP_CMP_EQ
NO_NEW_PRIVILEGES, MEMORY_DENY_WRITE_EXECUTE, REFUSE_EXEC_GAIN = 38, 65, 1
FAMILIES = (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK)


class Comparison(ctypes.Structure):
    """struct scmp_arg_cmp."""

    _fields_ = [
        ("arg", ctypes.c_uint),
        ("op", ctypes.c_int),
        ("a", ctypes.c_uint64),
        ("b", ctypes.c_uint64),
    ]


def confine(allowed: list[str]) -> None:
    """From here on, for this process and all it starts."""
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
    if libc.prctl(MEMORY_DENY_WRITE_EXECUTE, REFUSE_EXEC_GAIN, 0, 0, 0):
        assert ctypes.get_errno() == errno.EINVAL, "a kernel before 6.3"
    seccomp = ctypes.CDLL("libseccomp.so.2")
    seccomp.seccomp_init.restype = ctypes.c_void_p
    made = ctypes.c_void_p(seccomp.seccomp_init(ctypes.c_uint32(REFUSE)))
    for name in allowed:
        number = seccomp.seccomp_syscall_resolve_name(name.encode())
        if name != "socket" and number >= 0:
            assert seccomp.seccomp_rule_add_array(made, ctypes.c_uint32(ALLOW), number, 0, None) == 0
    number = seccomp.seccomp_syscall_resolve_name(b"socket")
    for family in FAMILIES:
        only = (Comparison * 1)(Comparison(0, EQUAL, family, 0))
        assert seccomp.seccomp_rule_add_array(made, ctypes.c_uint32(ALLOW), number, 1, only) == 0
    assert seccomp.seccomp_load(made) == 0


if __name__ == "__main__":
    confine(Path(sys.argv[1]).read_text(encoding="ascii").split())
    os.execv(sys.argv[2], sys.argv[2:])
