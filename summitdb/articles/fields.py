"""Names that JSON, CSV and front matter use for what an article has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from summitdb.articles.model import Draft
from summitdb.articles.published import parse_published_on
from summitdb.errors import ArticleError, UsageError

# In order of preference; compared without case and without anything but letters and digits.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "fulltext", "maintext", "articletext", "articlebody", "bodytext", "contenttext",
        "story", "article", "contentencoded", "description",
    ),
    "title": ("title", "headline", "heading"),
    "published_on": (
        "publishedon", "published", "publishedat", "datepublished", "publishdate", "publicationdate", "pubdate",
        "datepublish", "date", "datetime", "timestamp",
    ),
    "publisher": (
        "publisher", "source", "site", "sitename", "sourcename", "outlet", "newspaper", "agency", "publication",
        "sourcedomain", "domain",
    ),
    "url": ("url", "link", "sourceurl", "permalink", "weburl", "canonicalurl", "uri", "href"),
    "language": ("language", "lang"),
    "id": ("id", "externalid", "articleid", "identifier", "guid", "uuid", "docid", "slug"),
}  # fmt: skip
_NOT_ALPHANUMERIC = re.compile(r"[\W_]")
_MARKUP = re.compile(r"</?(?:p|div|br|h[1-6]|li)\b[^<>]*>", re.I)


class Fields:
    """Which name of a JSON object, CSV row or front matter holds what of an article.

    `mapping` says it for some of `NAMES`' keys, by exact name (`{"text": "leadParagraphs"}`, nested as `"item.text"`);
    the usual names are recognised for the others. Raises UsageError for a key that is none.
    """

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        self.mapping = dict(mapping or {})
        for key in self.mapping:
            if key not in NAMES:
                close = get_close_matches(key, NAMES, 1)
                hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(NAMES)}"
                raise UsageError(f"no article has a field {key!r}", hint)

    def pick(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values of an article by the keys of `NAMES`; what is absent or null is left out."""
        known: dict[str, Any] = {}
        for name, value in values.items():
            if value is not None and value != "":
                known.setdefault(_NOT_ALPHANUMERIC.sub("", str(name)).lower(), value)
        picked: dict[str, Any] = {}
        for key, names in NAMES.items():
            if key in self.mapping:
                value = _at(values, self.mapping[key])
            else:
                value = next((known[name] for name in names if name in known), None)
            if value is not None:
                picked[key] = value
        return picked

    def draft(self, values: Mapping[str, Any], *, number: int | None = None, line: int | None = None) -> Draft:
        """The article that `values` describe. Raises ArticleError where there is no text or the date is none."""
        picked = self.pick(values)
        text = _text(picked.get("text"))
        if text is None:
            raise ArticleError(no_text_field(values), "name it with --field text=NAME")
        return Draft(text=text, number=number, line=line, **self.head(picked))

    def head(self, picked: Mapping[str, Any]) -> dict[str, Any]:
        """What `picked` says of an article beside its text, as arguments of Draft."""
        return {
            "title": _text(picked.get("title")),
            "published_on": parse_published_on(_scalar(picked.get("published_on"))),
            "publisher": _string(picked.get("publisher")),
            "url": _string(picked.get("url")),
            "language": _string(picked.get("language")),
            "external_id": _string(picked.get("id")),
        }


def no_text_field(values: Mapping[str, Any]) -> str:
    """What is wrong with an object or a header that has no article's text."""
    names = ", ".join(str(name)[:20] for name in list(values)[:8])
    return f"no field with the article's text (there are: {names})" if names else "no field with the article's text"


def _at(values: Mapping[str, Any], path: str) -> object:
    """The value at a name, or at names joined by dots."""
    if path in values:
        return values[path]
    value: object = values
    for name in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value


def _scalar(value: object) -> object:
    """The one value in what some services nest: `{"name": "AFP", ...}`, `["https://..."]`."""
    if isinstance(value, list | tuple):
        return _scalar(value[0]) if value else None
    if isinstance(value, Mapping):
        return next((value[name] for name in ("name", "title", "value", "id") if name in value), None)
    return value


def _string(value: object) -> str | None:
    value = _scalar(value)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "" else None


def _text(value: object) -> str | None:
    """A text, or the paragraphs of one; freed of markup, if it is a piece of a web page."""
    if isinstance(value, list | tuple):
        value = "\n\n".join(paragraph for paragraph in value if isinstance(paragraph, str))
    if not isinstance(value, str) or not value.strip():
        return None
    if _MARKUP.search(value):
        from summitdb.articles.web import fragment_text

        return fragment_text(value)
    return value
