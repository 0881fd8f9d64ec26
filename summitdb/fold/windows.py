"""Spans of days in which something dated vaguely may have happened, as day numbers (days since 0000-12-31)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
ALWAYS = (0, 9_999_999)
# No span but ALWAYS is looked for by more days than these.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Key:
    """What a mention may share with another: those with the same text and days in common may be of the same thing."""

    text: str
    first: int = ALWAYS[0]
    last: int = ALWAYS[1]


@lru_cache(maxsize=65_536)
def days(partial: str) -> tuple[int, int]:
    """The first and last day of a partial date: 2024-08 is August 2024. Raises ValueError for what is no date."""
    if not _PARTIAL.fullmatch(partial):
        raise ValueError(f"{partial} is no date")
    if len(partial) == 10:
        number = date.fromisoformat(partial).toordinal()
        return number, number
    year = int(partial[:4])
    if len(partial) == 7:
        month = int(partial[5:])
        return date(year, month, 1).toordinal(), date(year, month, calendar.monthrange(year, month)[1]).toordinal()
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def clipped(first: int, last: int) -> tuple[int, int]:
    """A span, cut at its end if it is too long to be looked for."""
    return first, last if first <= 0 else min(last, first + LONGEST)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans have a day in common."""
    return a[0] <= b[1] and b[0] <= a[1]
