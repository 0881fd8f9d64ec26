"""Saved web pages, and pieces of them inside other formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import BinaryIO

from summitdb.articles.encoding import decode
from summitdb.articles.fields import Fields
from summitdb.articles.inputs import read_whole
from summitdb.articles.model import Draft
from summitdb.articles.published import parse_published_on
from summitdb.errors import ArticleError
from summitdb.text.language import UNKNOWN, detect_language

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{2,20})", re.I)
_LANGUAGE = re.compile(r"<html[^>]{0,500}?\slang=[\"']?([A-Za-z]{2,3})", re.I)
_HEAD = 20_000

# Pages are read for their own date, not for the latest in their footer; a fixed bound keeps the result free of today's
# date.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

_HIDDEN = frozenset({"script", "style"})
_BLOCKS = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption"))


def read_page(stream: BinaryIO, fields: Fields) -> Iterator[Draft]:
    """The one article of a saved page: main text, title, date, site, address. Raises ArticleError for none."""
    data = read_whole(stream)
    charset = _CHARSET.search(data[:_HEAD])
    html = decode(data, charset[1].decode("ascii") if charset else None)
    from trafilatura import bare_extraction

    try:
        page = bare_extraction(
            html, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=_DATES
        )
    except (ValueError, RecursionError, AssertionError) as error:
        raise ArticleError(f"cannot be read as a web page: {error}") from None
    if page is None or isinstance(page, dict) or not page.text:
        raise ArticleError("no article in this web page", "save the page of one article, complete, not a list of links")
    # One line a paragraph.
    text = page.text.replace("\n", "\n\n")
    declared = _LANGUAGE.search(html[:_HEAD])
    # Templates declare wrong languages, so the text itself is asked first.
    language = declared[1] if declared and detect_language(text) == UNKNOWN else None
    yield Draft(
        text=text,
        title=page.title,
        published_on=parse_published_on(page.date),
        publisher=page.sitename,
        url=page.url,
        language=language,
    )


def fragment_text(html: str) -> str:
    """The text of a piece of HTML, a blank line between its blocks."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(parser.pieces)


class _Text(HTMLParser):
    """Collects text, and a blank line at each start and end of a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            # A line end in HTML is a space.
            self.pieces.append(data.replace("\n", " "))
