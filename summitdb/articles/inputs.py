"""From what the user names (files, folders, globs, `-`) to open files, one after the other."""

from __future__ import annotations

import glob
import gzip
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from summitdb.articles.model import Failure
from summitdb.errors import ArticleError

STANDARD_INPUT = "-"

# What is taken from a folder; a file that is named is always tried.
EXTENSIONS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".csv": "csv",
    ".tsv": "csv",
}
# Files that tell about a folder of articles and are none.
NOTES = {"readme", "license", "licence", "notice", "copying", "sources", "changelog", "contributing"}

# A saved page with its pictures inside has a few MB.
MAX_FILE = 20_000_000
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: `name` as messages call it, `path` None for standard input, `named` where the user named it
    alone.
    """

    name: str
    path: Path | None
    named: bool = True

    @property
    def stem(self) -> str:
        """The file's name without folders, `.gz` and extension, with what is no valid Unicode in it replaced."""
        if self.path is None:
            return "stdin"
        path = self.path.with_suffix("") if self.path.suffix.lower() == ".gz" else self.path
        stem = path.stem if path.suffix.lower() in EXTENSIONS else path.name
        return os.fsencode(stem).decode("utf-8", "replace")

    @property
    def format(self) -> str | None:
        """The format that the extension names."""
        if self.path is None:
            return None
        path = self.path.with_suffix("") if self.path.suffix.lower() == ".gz" else self.path
        return EXTENSIONS.get(path.suffix.lower())


def find_inputs(paths: Iterable[str | Path]) -> Iterator[Input | Failure]:
    """The files that `paths` name, in a fixed order; a Failure for a path where nothing is."""
    standard_input_taken = False
    for given in map(str, paths):
        if given == STANDARD_INPUT:
            if not standard_input_taken:
                yield Input("standard input", None)
            standard_input_taken = True
            continue
        try:
            is_folder = stat.S_ISDIR(Path(given).stat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            if glob.has_magic(given):
                yield from _matches(given)
            else:
                yield Failure(given, "no such file or folder", "check the path; `-` reads standard input")
        except (OSError, ValueError) as error:
            yield Failure(given, f"cannot be read: {getattr(error, 'strerror', None) or error}")
        else:
            if is_folder:
                yield from _in_folder(Path(given))
            else:
                yield Input(given, Path(given))


def _matches(pattern: str) -> Iterator[Input | Failure]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    if not matches:
        yield Failure(pattern, "no file matches")
    for match in matches:
        if not Path(match).is_dir():
            yield Input(match, Path(match))


def _in_folder(folder: Path) -> Iterator[Input | Failure]:
    """Every file with a known extension, folder by folder; hidden ones, notes and the parts of saved pages left out."""
    found = False
    unreadable: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith("_files"))
        for name in sorted(files):
            file = Input(str(Path(parent, name)), Path(parent, name), named=False)
            if not name.startswith(".") and file.format and file.stem.lower() not in NOTES:
                found = True
                yield file
    for error in unreadable:
        yield Failure(str(error.filename or folder), f"cannot be read: {error.strerror}")
    if not found and not unreadable:
        known = " ".join(extension.lstrip(".") for extension in EXTENSIONS)
        yield Failure(str(folder), "no articles in this folder", f"files with these extensions are read: {known} (also .gz)")


def open_input(file: Input, stdin: BinaryIO | None = None) -> BinaryIO:
    """The file's bytes, unpacked where they are gzip. Raises OSError; reading may raise OSError, EOFError or
    zlib.error.
    """
    raw = (stdin or sys.stdin.buffer) if file.path is None else file.path.open("rb")
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(raw)  # type: ignore[type-var]
    if stream.peek(2)[:2] == b"\x1f\x8b":
        return io.BufferedReader(gzip.GzipFile(fileobj=stream))
    return stream


def read_whole(stream: BinaryIO, limit: int = MAX_FILE) -> bytes:
    """All bytes of a file of one article. Raises ArticleError for more than `limit`, before they are in memory."""
    # In one piece where it is small; read(limit) would reserve the whole limit for each file.
    data = stream.read(_PIECE)
    if len(data) == _PIECE:
        data += stream.read(limit + 1 - _PIECE)
    if len(data) > limit:
        raise ArticleError(f"larger than {limit // 1_000_000} MB", "split it into its articles, or give them as NDJSON or CSV")
    return data
