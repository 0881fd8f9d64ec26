"""Ranges from two dates: "30 June-1 July", "from Monday to Wednesday", "2014-2016", "between May and July"."""

from __future__ import annotations

from datetime import date

from summitdb.text.date_mentions import DateMention, Dates, Parts, precision_of, resolve
from summitdb.text.date_patterns import BETWEEN, RANGE
from summitdb.text.days import add_days

# "to", dashes and the like between the two ends of a range.
_LONGEST_LINK = 12
_LOOK_BACK = 12
_NEVER_ENDS = frozenset(("relative", "period"))


def join(
    body: str, one: tuple[DateMention, Parts], other: tuple[DateMention, Parts], reference: date | None
) -> DateMention | None:
    """The range that two dates, one after the other in `body`, make, or None.

    A year that only one of them has goes for both; a weekday or day that ends a range is the first after its beginning.
    """
    (first, head), (last, tail) = one, other
    if last.start - first.end > _LONGEST_LINK or first.kind in _NEVER_ENDS or last.kind in _NEVER_ENDS:
        return None
    link = RANGE.fullmatch(body, first.end, last.start)
    if link is None or first.end_value or last.end_value or _shape(head) != _shape(tail):
        return None
    is_pair = link["and"] and not BETWEEN.search(body, max(0, first.start - _LOOK_BACK), first.start)
    if is_pair and not _consecutive(first, last):
        return None
    if head.year is None and tail.year is not None and head.month and tail.month:
        year = tail.year - ((head.month, head.day or 0) > (tail.month, tail.day or 0))
        first = resolve(first.start, first.end, head._replace(year=year), reference) or first
    past, future = _following(first.past, head, tail), _following(first.future, head, tail)
    own = None if first.value is None else _following((first.value, None), head, tail)
    value, end_value = own or (first.value, last.value)
    if value is None or end_value is None or end_value <= value:
        return None
    kind = first.kind if first.kind == "absolute" else last.kind
    return DateMention(first.start, last.end, value, end_value, kind, None, precision_of(value), past, future)


def _shape(parts: Parts) -> tuple[bool, bool, bool]:
    """Whether parts name a month, a day, a weekday alone: only likes make a range."""
    return parts.month is not None, parts.day is not None, parts.weekday is not None and parts.month is None


def _consecutive(first: DateMention, last: DateMention) -> bool:
    """Whether two days follow one another: "Monday and Tuesday"."""
    if first.precision != "day" or last.precision != "day" or first.value is None or last.value is None:
        return False
    next_day = add_days(date.fromisoformat(first.value), 1)
    return next_day is not None and next_day.weekday() == date.fromisoformat(last.value).weekday()


def _following(dates: Dates | None, head: Parts, tail: Parts) -> Dates | None:
    """A first date with the first date after it that `tail` fits."""
    if dates is None:
        return None
    value = dates[0]
    if tail.month is None:
        if tail.weekday is None or head.weekday is None:
            return (value, f"{tail.year:04}") if tail.year else None
        day = add_days(date.fromisoformat(value), (tail.weekday - head.weekday) % 7)
        return (value, day.isoformat()) if day else None
    year = tail.year if tail.year is not None else int(value[:4])
    rest = f"-{tail.month:02}" + (f"-{tail.day:02}" if tail.day else "")
    if tail.year is None and rest <= value[4:]:
        year += 1
    return value, f"{year:04}{rest}"
