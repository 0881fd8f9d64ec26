"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from summitdb.errors import SummitError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file that appears under its name when the block ends well, replacing an earlier one, and else leaves
    nothing behind. Raises SummitError where it cannot be written."""
    with whole_path(path) as scratch, scratch.open("w", encoding="utf-8", newline="\n") as out:
        yield out


@contextmanager
def whole_path(path: Path) -> Iterator[Path]:
    """The same for a writer that wants a path: write to the one given here."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise SummitError(f"{path}: cannot be written: {error.strerror}") from error
    scratch = Path(name)
    try:
        yield scratch
        mask = os.umask(0)
        os.umask(mask)
        scratch.chmod(0o666 & ~mask)
        scratch.replace(path)
    except OSError as error:
        raise SummitError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        scratch.unlink(missing_ok=True)
