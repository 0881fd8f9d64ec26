"""The article: what every reader returns and everything after reading works on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One news text. `body` is the whole normalised text, title line first; every offset in SummitDB points into it.

    `language` is an ISO 639-1 code; `published_on` the day of publication; `external_id` the identifier that the source
    gave the article (a file's stem, the `id` of a JSON object or CSV row).
    """

    external_id: str
    body: str
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
