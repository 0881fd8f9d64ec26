"""Dates of publication as files write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from summitdb.errors import ArticleError

_HINT = "write it as YYYY-MM-DD"
_ISO = re.compile(r"\s*(\d{4})(-?)(\d{2})\2(\d{2})(?:[T\s].*)?", re.S)
_NUMBERS = re.compile(r"\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20|21)\d\d(?!\d)")
# Seconds or milliseconds since 1970: from 1973 (fewer digits could be anything else) to 2200.
_EARLIEST_EPOCH, _LATEST_EPOCH = 100_000_000, 7_258_118_400


def parse_published_on(value: object) -> date | None:
    """The day that `value` names: a date, a string (ISO 8601 first, then the usual ways of writing) or seconds since
    1970.

    None for nothing. A time of day is cut off as it stands, in its own zone. Raises ArticleError for what is not one
    certain day: "next Monday", "August 2024", "03/04/2024".
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if value > _LATEST_EPOCH else value
        if _EARLIEST_EPOCH <= seconds <= _LATEST_EPOCH:
            return datetime.fromtimestamp(seconds, UTC).date()
        value = str(value)
    if isinstance(value, str):
        return _from_string(value) if value.strip() else None
    raise ArticleError(f"date {str(value)[:40]!r} is not a date", _HINT)


def _from_string(text: str) -> date:
    shown = " ".join(text.split())[:40]
    try:
        if iso := _ISO.fullmatch(text):
            return date(int(iso[1]), int(iso[3]), int(iso[4]))
        if numbers := _NUMBERS.match(text):
            return _by_numbers(shown, int(numbers[1]), numbers[2], int(numbers[3]), int(numbers[4]))
        if len(text) <= 60 and _YEAR.search(text):
            return _in_words(text)
    except (ValueError, OverflowError):
        pass
    raise ArticleError(f"date {shown!r} is not a date", _HINT)


def _by_numbers(shown: str, first: int, mark: str, second: int, year: int) -> date:
    """19.08.2024 has the day first; slashes and dashes are used in both orders, so that only one may be possible."""
    if mark == "." or first > 12 or first == second:
        return date(year, second, first)
    if second > 12:
        return date(year, first, second)
    raise ArticleError(f"date {shown!r} can be read in two ways", _HINT)


def _in_words(text: str) -> date:
    """Raises ValueError for anything that does not name year, month and day."""
    from dateutil.parser import parse

    # What the text lacks is filled from the default: two defaults that differ in every part show whether it was.
    days = {parse(text, default=default, ignoretz=True).date() for default in (datetime(1904, 1, 1), datetime(1907, 2, 5))}
    if len(days) != 1:
        raise ValueError(text)
    return days.pop()
