"""What a failure of the machine itself is called."""

import errno
from collections.abc import Mapping
from typing import Final

SYSTEM: Final[Mapping[int, str]] = {
    errno.ENOENT: "cause-missing",
    errno.EACCES: "cause-forbidden",
    errno.EPERM: "cause-forbidden",
    errno.EROFS: "cause-read-only",
    errno.ENOSPC: "cause-full",
    errno.EDQUOT: "cause-full",
    errno.EISDIR: "cause-folder",
    errno.ENOTDIR: "cause-no-folder",
    errno.EEXIST: "cause-exists",
    errno.ENAMETOOLONG: "cause-name-too-long",
    errno.ELOOP: "cause-loop",
}
"""Codes of the sentences, by the number that the system gives a failure."""
