"""Dates by their distance from publication, and periods: "last week", "two days ago", "the third quarter of 2021"."""

from __future__ import annotations

import re
from datetime import date

from summitdb.text.date_mentions import DateMention, Dates, Direction, Kind, precision_of
from summitdb.text.date_patterns import (
    AFTER_UNIT,
    CODE_YEAR,
    DAYS,
    FISCAL_YEAR,
    FY_CODE,
    MODIFIED_UNIT,
    MODIFIERS,
    OF_THE,
    ORDINAL_BEFORE,
    PARTED_UNIT,
    SEASONS,
    YEAR_AFTER,
    YEAR_END,
    modified_name,
    months,
    weekdays,
)
from summitdb.text.days import add_days, add_months, add_years, week_of
from summitdb.text.numbers import parse_number
from summitdb.text.vocabulary import spellings

_LOOK_BACK = 40
_STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1, "this": 0, "current": 0}
_DIRECTIONS: dict[int, Direction | None] = {-1: "past", 0: None, 1: "future"}
# Where the days end that "the past three days" begins with.
_CALENDARS = frozenset(("fiscal", "financial", "calendar"))


def at_word(body: str, start: int, word: str, reference: date | None) -> DateMention | None:
    """The date that the trigger `word` at `start` begins, or ends ("two days" before "ago")."""
    low, end = word.lower(), start + len(word)
    if low in spellings(DAYS):
        row = spellings(DAYS)[low]
        day = add_days(reference, int(row["days"])) if reference else None
        direction: Direction | None = _DIRECTIONS[min(1, max(-1, int(row["days"])))]
        return _mention(start, end, day.isoformat() if day else None, "relative", direction=direction)
    if low in MODIFIERS:
        return _modified(body, start, end, low, reference)
    if low in ("earlier", "later"):
        parted = PARTED_UNIT.match(body, end)
        if parted is None:
            return None
        value = _shift(reference, parted["unit"], 0)
        return _mention(start, parted.end(), value, "relative", direction="past" if low == "earlier" else "future")
    if low in ("quarter", "half"):
        return _part_of_year(body, start, end, low, reference)
    if low in ("fiscal", "financial"):
        match = FISCAL_YEAR.match(body, end)
        return _mention(start, match.end(), match["year"], "period") if match else None
    if low in spellings(SEASONS):
        return _season(body, start, end, low, reference)
    return _counted(body, start, end, low, reference)


def at_code(body: str, start: int, code: str, reference: date | None) -> DateMention | None:
    """Q3 2021, H1 2020, FY2021."""
    if code == "FY":
        match = FY_CODE.match(body, start)
        if match is None:
            return None
        year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
        return _mention(start, match.end(), year, "period")
    end = start + len(code)
    follows = CODE_YEAR.match(body, end)
    if follows is None and (code[0] == "H" or reference is None):
        return None
    value = follows["year"] if follows else f"{reference.year:04}" if reference else ""
    return _months_of(start, follows.end() if follows else end, int(value), _span(code[0], int(code[1])))


def _mention(
    start: int,
    end: int,
    value: str | None,
    kind: Kind,
    *,
    direction: Direction | None = None,
    end_value: str | None = None,
) -> DateMention:
    return DateMention(start, end, value, end_value, kind, direction, precision_of(value))


def _span(part: str, position: int) -> tuple[int, int]:
    """First and last month of a quarter (Q) or a half (H) of the year."""
    length = 3 if part in ("Q", "quarter") else 6
    return length * (position - 1) + 1, length * position


def _months_of(start: int, end: int, year: int, span: tuple[int, int], direction: Direction | None = None) -> DateMention:
    first, last = span
    return _mention(start, end, f"{year:04}-{first:02}", "period", direction=direction, end_value=f"{year:04}-{last:02}")


def _shift(reference: date | None, unit: str, count: int) -> str | None:
    """The day, month or year so many units away; of a week what is sure of it; None of decades and hours."""
    if reference is None:
        return None
    if unit == "day":
        day = add_days(reference, count)
        return day.isoformat() if day else None
    if unit == "week":
        return week_of(reference, count)
    if unit == "month":
        return add_months(reference, count)
    # Of a decade no year is sure.
    return add_years(reference, count) if unit == "year" else None


def _singular(unit: str) -> str:
    return {"centuries": "century", "nights": "day", "night": "day"}.get(unit, unit.removesuffix("s"))


def _count(text: str) -> int | None:
    if text.lower() in ("a", "an"):
        return 1
    number = parse_number(text)
    return int(number) if number is not None and number == int(number) and number < 1000 else None


def _modified(body: str, start: int, end: int, low: str, reference: date | None) -> DateMention | None:
    """What "last", "next" or "this" says: of a unit, a weekday, a month, a season, or so many units."""
    name = modified_name().match(body, end)
    if name:
        return _modified_name(start, name.end(), low, name["name"], reference)
    match = MODIFIED_UNIT.match(body, end)
    if match is None:
        return None
    unit, is_plural = _singular(match["unit"]), match["unit"].endswith("s")
    count = match["count"]
    if count and count not in _CALENDARS:
        return _period(start, match, low, reference)
    if low not in _STEPS:
        # "The same day", "the previous week" count from a day that the text has named.
        return (
            _mention(start, match.end(), None, "relative") if not is_plural and unit in ("day", "week", "month", "year") else None
        )
    step = _STEPS[low]
    if is_plural:
        return _mention(start, match.end(), None, "period", direction=_DIRECTIONS[step]) if step and unit != "hour" else None
    if unit == "quarter":
        return _quarter(body, start, match.end(), step, reference)
    if unit == "weekend":
        saturday = add_days(reference, 5 - reference.weekday() + 7 * step) if reference else None
        sunday = add_days(saturday, 1) if saturday else None
        value, last = (day.isoformat() if day else None for day in (saturday, sunday))
        return _mention(start, match.end(), value, "relative", direction=_DIRECTIONS[step], end_value=last)
    if unit == "day":
        # "The next day" is anaphoric; "the last day" is one of a meeting.
        return _mention(start, match.end(), None, "relative") if low == "next" else None
    if unit not in ("week", "month", "year", "decade", "century"):
        return None
    return _mention(
        start,
        match.end(),
        _shift(reference, unit, step),
        "period" if count else "relative",
        direction=_DIRECTIONS[step],
    )


def _modified_name(start: int, end: int, low: str, name: str, reference: date | None) -> DateMention | None:
    """ "Last Friday", "next May", "this summer"."""
    if low not in _STEPS:
        return None
    step = _STEPS[low]
    direction = _DIRECTIONS[step]
    if name in weekdays():
        kind: Kind = "weekday"
        value = None
        if reference:
            distance = (weekdays()[name] - reference.weekday()) % 7
            distance = {-1: distance - 7, 0: weekdays()[name] - reference.weekday(), 1: distance or 7}[step]
            day = add_days(reference, distance)
            value = day.isoformat() if day else None
        return _mention(start, end, value, kind, direction=direction)
    if name in months():
        return _mention(start, end, _year_and_months(reference, step, months()[name])[0], "month_day", direction=direction)
    row = spellings(SEASONS)[name.lower()]
    if not row["first"]:
        return _mention(start, end, None, "relative", direction=direction)
    value, last = _year_and_months(reference, step, int(row["first"]), int(row["last"]))
    return _mention(start, end, value, "relative", direction=direction, end_value=last)


def _year_and_months(reference: date | None, step: int, first: int, last: int | None = None) -> tuple[str | None, str | None]:
    """The last, this or the next such months of a year."""
    if reference is None:
        return None, None
    year = reference.year
    if step < 0 and (last or first) >= reference.month:
        year -= 1
    if step > 0 and first <= reference.month:
        year += 1
    return f"{year:04}-{first:02}", f"{year:04}-{last:02}" if last else None


def _period(start: int, match: re.Match[str], low: str, reference: date | None) -> DateMention | None:
    """ "The past three years", "the next ten days"."""
    count, unit, end = _count(match["count"]), _singular(match["unit"]), match.end()
    step = _STEPS.get(low, 0)
    if count is None or not step:
        return None
    values = sorted(value for value in (_shift(reference, unit, 0), _shift(reference, unit, step * count)) if value)
    dates: Dates | tuple[None, None] = (values[0], values[1]) if len(values) == 2 else (None, None)
    return _mention(start, end, dates[0], "period", direction=_DIRECTIONS[step], end_value=dates[1])


def _quarter(body: str, start: int, end: int, step: int, reference: date | None) -> DateMention | None:
    """ "Last quarter" counts from publication, "the last quarter of 2021" within its year."""
    year = YEAR_AFTER.match(body, end)
    if year and year["year"]:
        return _months_of(start, year.end(), int(year["year"]), _span("Q", 4))
    if reference is None:
        return _mention(start, end, None, "period", direction=_DIRECTIONS[step])
    quarters = reference.year * 4 + (reference.month - 1) // 3 + step
    return _months_of(start, end, quarters // 4, _span("Q", quarters % 4 + 1), _DIRECTIONS[step])


def _part_of_year(body: str, start: int, end: int, low: str, reference: date | None) -> DateMention | None:
    """ "The third quarter of 2021", "the first half of this year"."""
    ordinal = ORDINAL_BEFORE.search(body, max(0, start - 8), start)
    follows = YEAR_AFTER.match(body, end)
    if ordinal is None or (low == "half" and follows is None):
        return None
    position = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4 if low == "quarter" else 2}[ordinal.lastgroup or ""]
    if low == "half" and position > 2:
        return None
    end = follows.end() if follows else end
    step = _STEPS[(follows and follows["which"]) or "this"]
    if follows and follows["year"]:
        year = int(follows["year"])
    elif reference:
        year = reference.year + step
    else:
        return _mention(ordinal.start(), end, None, "period", direction=_DIRECTIONS[step])
    return _months_of(ordinal.start(), end, year, _span(low, position), _DIRECTIONS[step])


def _season(body: str, start: int, end: int, low: str, reference: date | None) -> DateMention | None:
    """ "Summer 2021", "the spring of last year"."""
    follows = YEAR_AFTER.match(body, end)
    if follows is None or not (follows["year"] or (follows["which"] and reference)):
        return None
    step = _STEPS[follows["which"] or "this"]
    year = int(follows["year"]) if follows["year"] else reference.year + step if reference else 0
    row = spellings(SEASONS)[low]
    if not row["first"]:
        return _mention(start, follows.end(), f"{year:04}", "period", direction=_DIRECTIONS[step])
    return _months_of(start, follows.end(), year, (int(row["first"]), int(row["last"])), _DIRECTIONS[step])


def _counted(body: str, start: int, end: int, word: str, reference: date | None) -> DateMention | None:
    """ "Two days ago", "three weeks earlier", "in three years' time", "the end of the year"."""
    unit = _singular(word)
    after = AFTER_UNIT.match(body, end)
    before = body[max(0, start - _LOOK_BACK) : start].split()[-4:]
    if after is None:
        return _within(body, (start, end), word, before, reference)
    count = _count(before[-1]) if before else None
    begin = body.rindex(before[-1], 0, start) if count is not None else start
    if after["ago"]:
        if count is None and not word.endswith("s"):
            return None
        value = _shift(reference, unit, -count) if count is not None else None
        return _mention(begin, after.end(), value, "relative", direction="past")
    if count is None:
        return None
    if after["hence"]:
        begin = body.rindex(before[-2], 0, begin) if before[-2:-1] in (["in"], ["In"]) else begin
        return _mention(begin, after.end(), _shift(reference, unit, count), "relative", direction="future")
    is_before = after["anaphoric"].split()[0] in ("earlier", "before")
    return _mention(begin, after.end(), None, "relative", direction="past" if is_before else None)


def _within(body: str, span: tuple[int, int], word: str, before: list[str], reference: date | None) -> DateMention | None:
    """ "In two weeks", which may also be how long something took, "the end of the year", "year-end"."""
    start, end = span
    unit = _singular(word)
    if len(before) > 1 and before[-2].lower() in ("in", "within"):
        count = _count(before[-1])
        if count is not None and (count > 1 or before[-1].lower() in ("a", "one")):
            ahead = _shift(reference, unit, count)
            mention = _mention(body.rindex(before[-2], 0, start), end, None, "relative")
            return mention._replace(future=(ahead, None)) if ahead else mention
    if before[-2:] == ["of", "the"] and unit in ("week", "month", "year"):
        part = OF_THE.search(body, max(0, start - _LOOK_BACK), start)
        return _mention(part.start(), end, _shift(reference, unit, 0), "relative") if part else None
    year_end = YEAR_END.match(body, end) if word == "year" else None
    return _mention(start, year_end.end(), _shift(reference, unit, 0), "relative") if year_end else None
