"""CSV and its relatives (`;`, tab, `|`), with a header line that names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from summitdb.articles.encoding import decode, refuse_binary
from summitdb.articles.fields import Fields, no_text_field
from summitdb.articles.model import Draft, Failure
from summitdb.errors import ArticleError

MAX_LINE = 20_000_000

_DELIMITERS = ",;\t|"
# A form feed stands between the cells of a row while its encoding is told.
_BETWEEN = "\f"
_CHECK_QUOTES = "check the quotation marks around the text"


def read_csv(stream: BinaryIO, fields: Fields) -> Iterator[Draft | Failure]:
    """The articles of a CSV file, row by row. A row that does not fit the header is a Failure, and the next one is
    read.

    Raises ArticleError where the header names no text, or an open quotation mark makes the rest unreadable.
    """
    lines = _lines(stream)
    header_line = next(lines, "")
    delimiter = max(_DELIMITERS, key=header_line.count)
    # The module's own bound of 131,072 characters is less than a long article.
    csv.field_size_limit(MAX_LINE)
    rows = csv.reader(_chain(header_line, lines), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    number, line = 0, 1
    try:
        for row in rows:
            start, line = line, rows.line_num + 1
            if header is None:
                header = _header(row)
                if "text" not in fields.pick(dict.fromkeys(header, "x")):
                    raise ArticleError(
                        no_text_field(dict.fromkeys(header)).replace("field", "column"),
                        "name it with --field text=NAME",
                    )
                continue
            if not any(cell.strip() for cell in row):
                continue
            number += 1
            try:
                if len(row) != len(header):
                    raise ArticleError(f"{len(row)} columns where the header has {len(header)}", _CHECK_QUOTES)
                yield fields.draft(dict(zip(header, _readable(row), strict=True)), number=number, line=start)
            except ArticleError as error:
                yield Failure("", error.message, error.hint, start)
    except csv.Error as error:
        raise ArticleError(f"broken CSV from line {line} on: {error}", _CHECK_QUOTES) from None


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Lines of text without NULs. Bytes that are not UTF-8 stand as surrogates, for `_readable` to resolve."""
    head = stream.peek(65_536) if isinstance(stream, io.BufferedReader) else b""
    refuse_binary(head)
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = io.TextIOWrapper(
        stream, "utf-16" if wide else "utf-8-sig", errors="replace" if wide else "surrogateescape", newline=""
    )
    while line := text.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE:
            raise ArticleError(f"a line longer than {MAX_LINE // 1_000_000} MB")
        yield line.replace("\0", "")


def _chain(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _header(row: list[str]) -> list[str]:
    """The names of the columns: too few words to tell an encoding by, so that what is not UTF-8 is taken as Western."""
    return [cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace") if _is_raw(cell) else cell for cell in row]


def _readable(row: list[str]) -> list[str]:
    """The cells as text. What is not UTF-8 is in the encoding that the whole row seems to be in, for a name alone does
    not tell. Raises ArticleError where none fits.
    """
    if not any(map(_is_raw, row)):
        return row
    joined = _BETWEEN.join(cell.replace(_BETWEEN, " ") for cell in row)
    return decode(joined.encode("utf-8", "surrogateescape")).split(_BETWEEN)


def _is_raw(cell: str) -> bool:
    """Whether there are bytes in a cell that are not UTF-8."""
    return any("\udc80" <= character <= "\udcff" for character in cell)
