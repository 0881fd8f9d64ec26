"""JSON (one article, or a list of them) and NDJSON (one object a line)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from summitdb.articles.encoding import decode, refuse_binary
from summitdb.articles.fields import Fields
from summitdb.articles.inputs import read_whole
from summitdb.articles.model import Draft, Failure, RecordFileFound
from summitdb.errors import ArticleError
from summitdb.records import TABLES

# A JSON file is parsed as a whole; NDJSON has no bound but on its lines.
MAX_JSON = 200_000_000
MAX_LINE = 20_000_000

_LISTS = ("articles", "items", "item", "results", "data", "documents", "docs", "news", "entries", "entry")
# What services wrap such a list in: {"rss": {"channel": {"item": [...]}}}, {"response": {"docs": [...]}}.
_WRAPPERS = ("rss", "channel", "feed", "response", "data")
_BYTE = re.compile(r" \(byte (\d+)\)$")
_NDJSON = "NDJSON must be UTF-8 with one object a line"


def read_json(stream: BinaryIO, fields: Fields) -> Iterator[Draft | Failure]:
    """The articles of a JSON file: an object, a list of objects, or an object with such a list.

    A file of several lines of JSON is read as NDJSON, whatever it is called.
    """
    data = read_whole(stream, MAX_JSON)
    text = decode(data)
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        if _is_ndjson(text):
            yield from read_ndjson(io.BytesIO(text.encode()), fields)
            return
        raise ArticleError(_broken(error, text.encode())) from None
    if isinstance(value, dict):
        articles = _listed(value)
        if articles is None or "text" in fields.pick(value):
            yield _draft(value, fields)
            return
        value = articles
    if not isinstance(value, list):
        raise ArticleError("neither an article nor a list of articles", "an article is an object with a field `text`")
    for number, article in enumerate(value, 1):
        try:
            yield _draft(article, fields, number=number)
        except ArticleError as error:
            yield Failure("", f"article {number}: {error.message}", error.hint)


def _listed(value: Mapping[str, Any]) -> list[Any] | None:
    """The list of articles in an object, or in the objects that it wraps."""
    for key in _LISTS:
        if isinstance(value.get(key), list):
            return list(value[key])
    inner = next((value[key] for key in _WRAPPERS if isinstance(value.get(key), dict)), None)
    return None if inner is None else _listed(inner)


def read_ndjson(stream: BinaryIO, fields: Fields) -> Iterator[Draft | Failure]:
    """The articles of an NDJSON file, line by line; a line that is none is a Failure, and the next one is read."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if number == 1:
            refuse_binary(line)
            line = line.removeprefix(b"\xef\xbb\xbf")
        try:
            if len(line) > MAX_LINE:
                _skip_line(stream)
                raise ArticleError(f"longer than {MAX_LINE // 1_000_000} MB")
            if line.strip():
                yield _draft(_decode_line(line), fields, number=number, line=number)
        except ArticleError as error:
            yield Failure("", error.message, error.hint, number)


def _draft(value: object, fields: Fields, *, number: int | None = None, line: int | None = None) -> Draft:
    if not isinstance(value, dict):
        raise ArticleError("not a JSON object", "an article is an object with a field `text`")
    if _is_record_file(value):
        raise RecordFileFound("a record file, not an article", "load the article that it was made from")
    return fields.draft(value, number=number, line=line)


def _is_record_file(value: Mapping[str, Any]) -> bool:
    return isinstance(value.get("article"), dict) and any(isinstance(value.get(table), list) for table in TABLES)


def _decode_line(line: bytes) -> object:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ArticleError(_broken(error, line), _NDJSON) from None


def _broken(error: Exception, data: bytes) -> str:
    """What msgspec says, with the line where it names a byte of a file of several."""
    if isinstance(error, RecursionError):
        return "broken JSON: nested too deep"
    what = str(error).removeprefix("JSON is malformed: ").removeprefix("Input data was ")
    if (byte := _BYTE.search(what)) and b"\n" in data.strip():
        line = data.count(b"\n", 0, int(byte[1])) + 1
        what = what.replace(byte[0], f" (line {line})")
    return f"broken JSON: {what}"


def _is_ndjson(text: str) -> bool:
    """Whether the first line is an object by itself, and there are more."""
    first, _, rest = text.lstrip().partition("\n")
    try:
        return bool(rest.strip()) and isinstance(msgspec.json.decode(first), dict)
    except (msgspec.DecodeError, RecursionError):
        return False


def _skip_line(stream: BinaryIO) -> None:
    while (piece := stream.readline(1_000_000)) and not piece.endswith(b"\n"):
        pass
