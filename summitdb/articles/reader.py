"""Articles from whatever the user has: the one way in for files of every format."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from summitdb.articles.fields import NAMES, Fields
from summitdb.articles.inputs import Input, find_inputs, open_input
from summitdb.articles.make import make_article
from summitdb.articles.model import Article, Defaults, Draft, Failure, RecordFileFound
from summitdb.errors import ArticleError

__all__ = ["Article", "Defaults", "Failure", "read", "read_input"]

Reader = Callable[[BinaryIO, Fields], Iterator[Draft | Failure]]

_PEEK = 4096
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head)\b", re.I | re.S)


def read(
    paths: Iterable[str | Path],
    *,
    defaults: Defaults | None = None,
    fields: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure]:
    """Every article in `paths`: files, folders (recursively), glob patterns, `-` for standard input; `.gz` of any of
    them.

    What cannot be read is yielded as a Failure, and reading goes on. In folders, files with unknown extensions are
    passed over. `defaults` fill what an article does not say of itself, `fields` name JSON and CSV fields (see Fields).
    One article at a time is in memory, except of a JSON file. Raises UsageError for a wrong key in `fields`.
    """
    known = Fields(fields)
    for found in find_inputs(paths):
        if isinstance(found, Failure):
            yield found
        else:
            yield from read_input(found, defaults=defaults, fields=known, stdin=stdin)


def read_input(
    file: Input, *, defaults: Defaults | None = None, fields: Fields | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Failure]:
    """The articles of one file."""
    try:
        with open_input(file, stdin) as stream:
            reader = _reader(file.format or _sniff(stream))
            for draft in reader(stream, fields or Fields()):
                if isinstance(draft, Failure):
                    yield replace(draft, path=file.name)
                else:
                    article = _article(draft, file, defaults)
                    yield replace(article, path=file.name)
    except RecordFileFound as error:
        if file.named:
            yield Failure(file.name, error.message, error.hint)
    except ArticleError as error:
        yield Failure(file.name, error.message, error.hint)
    except (OSError, EOFError, zlib.error) as error:
        yield Failure(file.name, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _reader(format_: str) -> Reader:
    """The reader of a format, imported when it is needed: most loads meet one or two."""
    reader: Reader
    match format_:
        case "markdown":
            from summitdb.articles.markdown import read_markdown as reader
        case "html":
            from summitdb.articles.web import read_page as reader
        case "json":
            from summitdb.articles.json_files import read_json as reader
        case "ndjson":
            from summitdb.articles.json_files import read_ndjson as reader
        case "csv":
            from summitdb.articles.csv_files import read_csv as reader
        case _:
            from summitdb.articles.plain import read_plain as reader
    return reader


def _article(draft: Draft, file: Input, defaults: Defaults | None) -> Article | Failure:
    try:
        return make_article(
            draft.text,
            draft.external_id or _identifier(draft, file),
            title=draft.title,
            published_on=draft.published_on,
            publisher=draft.publisher,
            url=draft.url,
            language=draft.language,
            defaults=defaults,
        )
    except ArticleError as error:
        place = "" if draft.line or not draft.number else f"article {draft.number}: "
        return Failure(file.name, place + error.message, error.hint, draft.line)


def _identifier(draft: Draft, file: Input) -> str:
    """What to call an article that its source gives no identifier: by its file and its number in it, or, on standard
    input, by its text, so that the next article from there does not replace it.
    """
    if file.path is None:
        return f"{file.stem}-{sha256(draft.text.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return file.stem if draft.number is None else f"{file.stem}-{draft.number}"


def _sniff(stream: BinaryIO) -> str:
    """The format of standard input or of a file whose extension says nothing, by how it begins."""
    data = stream.peek(_PEEK)[:_PEEK] if isinstance(stream, BufferedReader) else b""
    text = data.decode("utf-8-sig", "replace").lstrip()
    if _HTML.match(text):
        return "html"
    if text.startswith(("{", "[")):
        return "json"
    if text.startswith("---\n"):
        return "markdown"
    header = text.partition("\n")[0].lower()
    columns = re.split(r"[,;\t|]", header.replace('"', "").strip())
    if len(columns) > 1 and all(len(column) < 30 for column in columns) and set(columns) & set(NAMES["text"]):
        return "csv"
    return "text"
