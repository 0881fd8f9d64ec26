"""Who is at work: the author of codings and decisions."""

from __future__ import annotations

import getpass
import os
from contextlib import suppress


def whoami() -> str:
    """`SUMMITDB_AUTHOR`, else the name of the user logged in."""
    if author := os.environ.get("SUMMITDB_AUTHOR"):
        return author
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "unknown"
