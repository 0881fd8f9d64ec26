"""From what a file says of an article to the article."""

from __future__ import annotations

import re
from datetime import date

from summitdb.articles.model import Article, Defaults
from summitdb.articles.normalise import normalise, one_line
from summitdb.errors import ArticleError
from summitdb.text.dateline import Dateline, find_dateline
from summitdb.text.language import detect_language

# A long magazine piece has 60,000 characters, a thick book two million. What is longer than five is not an article.
MAX_BODY = 10_000_000

_TITLE_LENGTH = 250
_SENTENCE_END = re.compile(r"(?<![A-Z])[.;,]$")
_LANGUAGE_CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.I)
_HAS_LETTER = re.compile(r"[^\W\d_]")


def make_article(
    text: str,
    external_id: str,
    *,
    title: str | None = None,
    published_on: date | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
    defaults: Defaults | None = None,
) -> Article:
    """The article with `text` as its body, normalised, its title line first.

    What is not given is taken from `defaults`, then from the text: the title from a first line that looks like one,
    date and publisher from the dateline, the language by its commonest words. Raises ArticleError where the text holds
    no words or more than `MAX_BODY` characters.
    """
    if len(text) > MAX_BODY:
        raise ArticleError(f"{len(text):,} characters; an article has at most {MAX_BODY:,}", "split it into its articles")
    defaults = defaults or Defaults()
    body = normalise(text)
    if not _HAS_LETTER.search(body):
        raise ArticleError("no text in it")
    title = one_line(title or "") or None
    if title is None:
        title = _title_line(body)
    elif not _opens_with(body, title):
        body = f"{title}\n\n{body}"
    dateline = find_dateline(body)
    return Article(
        external_id=one_line(external_id) or "article",
        body=body,
        title=title,
        published_on=published_on or defaults.published_on or _date_of(dateline),
        publisher=_line(publisher) or _line(defaults.publisher) or (dateline.publisher if dateline else None),
        url=_line(url) or _line(defaults.url),
        language=_code(language) or _code(defaults.language) or detect_language(body),
    )


def _opens_with(body: str, title: str) -> bool:
    """Whether the first paragraph is the title, capitals apart."""
    return body.split("\n\n", 1)[0].casefold() == title.casefold()


def _title_line(body: str) -> str | None:
    """The first paragraph, where it is short, is no sentence and does not open with a dateline."""
    first = body.split("\n\n", 1)[0]
    if len(first) > _TITLE_LENGTH or _SENTENCE_END.search(first) or find_dateline(first):
        return None
    return first


def _date_of(dateline: Dateline | None) -> date | None:
    return date.fromisoformat(dateline.date) if dateline and dateline.date else None


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _code(language: str | None) -> str | None:
    """`en` from `en`, `EN`, `en-GB` or `en_US`; None from what is no code."""
    match = _LANGUAGE_CODE.fullmatch(language.strip()) if language else None
    return match[1].lower() if match else None
