"""Reckoning with days that a text gives in part: a weekday, a day without a year, "two months ago"."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

# A 29 February on a given weekday comes every 28 years, or after 40 around a century without leap day.
_YEARS_SEARCHED = 41


def safe_date(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def on_or_before(reference: date, month: int, day: int, weekday: int | None = None) -> date | None:
    """The latest such day not after `reference`; `weekday` 0 is Monday."""
    for year in range(reference.year, reference.year - _YEARS_SEARCHED, -1):
        found = safe_date(year, month, day)
        if found and found <= reference and (weekday is None or found.weekday() == weekday):
            return found
    return None


def on_or_after(reference: date, month: int, day: int, weekday: int | None = None) -> date | None:
    """The earliest such day not before `reference`."""
    for year in range(reference.year, reference.year + _YEARS_SEARCHED):
        found = safe_date(year, month, day)
        if found and found >= reference and (weekday is None or found.weekday() == weekday):
            return found
    return None


def nearest(reference: date, past: date | None, future: date | None) -> date | None:
    """Of two days the one nearer to `reference`, the earlier one of equals."""
    if past is None or future is None:
        return past or future
    return past if reference - past <= future - reference else future


def is_soon(reference: date, day: date | None) -> bool:
    """Whether a day is at most half a year after `reference`: what a preview may speak of."""
    return day is not None and timedelta(0) <= day - reference <= timedelta(days=183)


def add_days(reference: date, days: int) -> date | None:
    """`reference` moved by days, or None where the calendar ends."""
    try:
        return reference + timedelta(days=days)
    except OverflowError:
        return None


def add_months(reference: date, months: int) -> str | None:
    """The month `YYYY-MM` so many months away."""
    year, month = divmod(reference.year * 12 + reference.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}" if MINYEAR <= year <= MAXYEAR else None


def add_years(reference: date, years: int) -> str | None:
    """The year `YYYY` so many years away."""
    year = reference.year + years
    return f"{year:04}" if MINYEAR <= year <= MAXYEAR else None


def week_of(reference: date, weeks: int) -> str | None:
    """What is sure of the week so many weeks away: its month, or its year where it spans two months, or None."""
    monday = add_days(reference, -reference.weekday() + 7 * weeks)
    sunday = add_days(monday, 6) if monday else None
    if monday is None or sunday is None:
        return None
    first, last = monday.isoformat(), sunday.isoformat()
    return first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else None
