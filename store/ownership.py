"""Whether somebody else on this machine could put things into a file or folder that we trust."""

import os
import stat
from pathlib import Path


def written_by_others(path: Path) -> str:
    """Who but the person could change what lies there, as the end of a sentence; "" for nobody.

    A group counts as others unless it is the person's own private one, which many systems give each user along with a
    umask of 002.
    What belongs to root is as good as ours; to root everything is, for it reads other people's on purpose.

    Raises:
        OSError: there is no such thing, or it may not be looked at.
    """
    told = path.stat()
    mine = os.geteuid()
    if mine != 0 and told.st_uid not in (mine, 0):
        return "belongs to somebody else on this machine"
    if told.st_mode & stat.S_IWOTH or (told.st_mode & stat.S_IWGRP and not _is_private_group(told.st_gid)):
        return "can be changed by others on this machine"
    return ""


def _is_private_group(group: int) -> bool:
    if group != os.getegid():
        return False
    import grp
    import pwd

    try:
        return grp.getgrgid(group).gr_name == pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:  # a container's user that no list names has no company in its group either
        return True
