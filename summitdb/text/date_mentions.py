"""What a text says about a date, and how it is resolved against the day of publication."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from summitdb.text.days import add_days, is_soon, nearest, on_or_after, on_or_before, safe_date

Kind = Literal["absolute", "month_day", "weekday", "relative", "period", "year"]
Direction = Literal["past", "future"]
Precision = Literal["day", "month", "year"]
# The first and the last day, month or year of something; the last is None where it is the first.
Dates = tuple[str, str | None]


class DateMention(NamedTuple):
    """A date or a stretch of time, body[start:end].

    `value` and, for a range, `end_value` are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, to `precision`; None where they
    cannot be known. `direction` is past or future where the words say so ("last week", "tomorrow"). `kind` is
    absolute (has its year), month_day (a day or month without a year), weekday, relative ("today", "last month"),
    period (quarters, decades, "the past three years") or year. Where a weekday or a year is left open, `past` holds
    the latest such dates not after publication and `future` the earliest not before it. `in_name` marks a year that
    belongs to a name ("Agenda 2030").
    """

    start: int
    end: int
    value: str | None
    end_value: str | None
    kind: Kind
    direction: Direction | None = None
    precision: Precision | None = None
    past: Dates | None = None
    future: Dates | None = None
    in_name: bool = False

    @property
    def future_value(self) -> str | None:
        """The value for a clause about the future ("will meet on Monday")."""
        return self.future[0] if self.future else self.value

    @property
    def past_value(self) -> str | None:
        """The value for a clause about the past ("met in May")."""
        return self.past[0] if self.past else self.value


class Parts(NamedTuple):
    """What the words of a date name."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_day: int | None = None


def precision_of(value: str | None) -> Precision | None:
    if value is None:
        return None
    return "day" if len(value) > 7 else "month" if len(value) > 4 else "year"


def resolve(start: int, end: int, parts: Parts, reference: date | None) -> DateMention | None:
    """The mention of a date that names a month or a weekday at least, or None where no calendar has it.

    With a weekday and no year it is the latest year not after `reference` in which that day falls on that weekday, or the
    coming day where that is nearer and at most half a year off (a preview); without either, the day or month nearest to
    `reference`; a weekday alone is the latest one not after it.
    """
    if parts.month is None:
        return _weekday(start, end, parts.weekday or 0, reference)
    if parts.day is None:
        return _month(start, end, parts.year, parts.month, reference)
    if safe_date(2000 if parts.year is None else parts.year, parts.month, parts.day) is None:
        return None
    if parts.year is not None:
        value, end_value = _dates(date(parts.year, parts.month, parts.day), parts.last_day)
        return DateMention(start, end, value, end_value, "absolute", None, "day")
    if reference is None:
        return DateMention(start, end, None, None, "month_day", None, None)
    before = on_or_before(reference, parts.month, parts.day, parts.weekday)
    after = on_or_after(reference, parts.month, parts.day, parts.weekday)
    chosen = nearest(reference, before, after)
    if parts.weekday is not None and before is not None and chosen == after and not is_soon(reference, after):
        chosen = before
    past, future = (_dates(day, parts.last_day) if day else None for day in (before, after))
    resolved = past if chosen == before else future
    if resolved is None:
        return DateMention(start, end, None, None, "month_day")
    return DateMention(start, end, *resolved, "month_day", None, "day", past, future)


def _dates(first: date, last_day: int | None) -> Dates:
    last = safe_date(first.year, first.month, last_day) if last_day else None
    return first.isoformat(), last.isoformat() if last and last > first else None


def _month(start: int, end: int, year: int | None, month: int, reference: date | None) -> DateMention:
    if year is not None:
        return DateMention(start, end, f"{year:04}-{month:02}", None, "absolute", None, "month")
    if reference is None:
        return DateMention(start, end, None, None, "month_day", None, None)
    before = reference.year - (month > reference.month)
    after = reference.year + (month < reference.month)
    months_back = (reference.month - month) % 12
    months_on = (month - reference.month) % 12
    past, future = f"{before:04}-{month:02}", f"{after:04}-{month:02}"
    value = past if months_back <= months_on else future
    return DateMention(start, end, value, None, "month_day", None, "month", (past, None), (future, None))


def _weekday(start: int, end: int, weekday: int, reference: date | None) -> DateMention:
    if reference is None:
        return DateMention(start, end, None, None, "weekday", None, None)
    past = add_days(reference, -((reference.weekday() - weekday) % 7))
    future = add_days(reference, (weekday - reference.weekday()) % 7)
    value = past.isoformat() if past else None
    return DateMention(
        start,
        end,
        value,
        None,
        "weekday",
        precision=precision_of(value),
        past=(value, None) if value else None,
        future=(future.isoformat(), None) if future else None,
    )
