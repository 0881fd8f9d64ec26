"""Dates that name a day, a month, a weekday or a year: "Monday, August 19", "22-24 October 2024", "in 2018"."""

from __future__ import annotations

import re
from datetime import date

from summitdb.text.date_mentions import DateMention, Direction, Parts, resolve
from summitdb.text.date_patterns import (
    BETWEEN,
    NUMERIC,
    OF_THE,
    WEEK,
    YEARS,
    day_month,
    full_names,
    month_day,
    month_rows,
    month_year,
    months,
    to_month,
    weekday_before_date,
    weekdays,
)
from summitdb.text.days import add_days, safe_date
from summitdb.text.vocabulary import spellings, words

Found = list[tuple[DateMention, Parts]]
_LOOK_BACK = 24
_COUNTED = re.compile(r"\s+(?!(?:was|is|has|as|its|this|his|us|versus|across|plus|perhaps)\b)[a-z]+s\b")
_FOLLOWED_BY_NOUN = re.compile(r"(?:\s+|-)[A-Za-z]")
_NEXT_WORD = re.compile(r"[\s-]+([^\W\d_][\w/³²]*)")
_NO_YEAR_BEFORE = frozenset("$€£¥#№/:")
_NAME = re.compile(r"(?<![\w.])([A-Z]\w{2,}) $")
# Who bears the name of a month is introduced a few paragraphs before at most.
_BEARERS = ("Theresa May", "Mrs May", "Mrs. May", "Ms May")
_REACH = 4000


def at_figure(body: str, start: int, reference: date | None) -> Found:
    """The date that begins with a figure at `start`."""
    match = day_month().match(body, start)
    if match:
        return _with_parts(body, match, start, None, reference)
    match = NUMERIC.match(body, start)
    if match:
        return _numeric(match)
    match = YEARS.match(body, start)
    return _year(body, match) if match else []


def at_name(body: str, start: int, name: str, reference: date | None) -> Found:
    """The date that begins with the name of a month or a weekday at `start`."""
    if name in months():
        return _at_month(body, start, reference)
    weekday = weekdays()[name]
    before = weekday_before_date().match(body, start)
    if before:
        match = day_month().match(body, before.end()) or month_day().match(body, before.end())
        if match:
            return _with_parts(body, match, start, weekday, reference)
    if name not in full_names():
        return []
    parts = Parts(weekday=weekday)
    end = start + len(name)
    week = WEEK.match(body, end)
    if week is None:
        return _one(resolve(start, end, parts, reference), parts)
    weeks = {"last": -1, "this": 0, "next": 1}[week["which"]]
    direction: Direction | None = "past" if weeks < 0 else "future" if weeks else None
    day = add_days(reference, 7 * weeks - reference.weekday() + weekday) if reference else None
    value = day.isoformat() if day else None
    return [(DateMention(start, week.end(), value, None, "weekday", direction, "day" if value else None), parts)]


def _one(mention: DateMention | None, parts: Parts) -> Found:
    return [(mention, parts)] if mention else []


def _numeric(match: re.Match[str]) -> Found:
    """2024-08-19; 19-08-2024 and 19.08.2024, day first; with slashes where only one of the two can be the month."""
    if match["year"]:
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    else:
        year, day, month = int(match["last_year"]), int(match["first"]), int(match["second"])
        if match["mark2"] == "/" and month > 12:
            day, month = month, day
        elif match["mark2"] == "/" and day <= 12 and day != month:
            value = f"{year:04}"
            return [(DateMention(*match.span(), value, None, "absolute", None, "year"), Parts(year))]
    if safe_date(year, month, day) is None:
        return []
    parts = Parts(year, month, day)
    return _one(resolve(*match.span(), parts, None), parts)


def _with_parts(body: str, match: re.Match[str], start: int, weekday: int | None, reference: date | None) -> Found:
    """The date of a `day_month` or `month_day` match: one day, a range of days, or two days joined by "and"."""
    groups = match.groupdict()
    month, day = months()[groups["month"]], int(groups["day"])
    year = _year_of(groups, reference)
    last_day = int(groups["last_day"]) if groups["last_day"] else None
    is_pair = groups["link"] == "and" and last_day != day + 1
    if last_day and is_pair and not BETWEEN.search(body, max(0, start - _LOOK_BACK), start):
        one, other = Parts(year, month, day, weekday), Parts(year, month, last_day)
        # "1 and 15 March", "August 19 and 25": the month belongs to the day that it stands beside.
        end = match.end("day") if match.start("day") < match.start("month") else match.start("link")
        end = len(body[start:end].rstrip()) + start
        first, second = resolve(start, end, one, reference), resolve(match.start("last_day"), match.end(), other, reference)
        return [*_one(first, one), *_one(second, other)]
    parts = Parts(year, month, day, weekday, last_day)
    return _one(resolve(start, match.end(), parts, reference), parts)


def _year_of(groups: dict[str, str | None], reference: date | None) -> int | None:
    year = groups.get("year") or groups.get("hyphen_year")
    if year:
        return int(year)
    if groups.get("year_word") and reference:
        return reference.year + {"last": -1, "this": 0, "next": 1}[groups["year_word"] or ""]
    return None


def _at_month(body: str, start: int, reference: date | None) -> Found:
    """The date that begins with a month."""
    match = month_day().match(body, start)
    # "In May 12 countries signed": no day goes with "in".
    if match and (match["year"] or _last_word(body, start) != "in"):
        return _with_parts(body, match, start, None, reference)
    match = month_year().match(body, start)
    if match is None:
        return []
    month = months()[match["month"]]
    year = _year_of(match.groupdict(), reference)
    if year is None and not _is_month(body, match, month):
        return []
    parts = Parts(year, month)
    return _one(resolve(start, match.end() if year else match.end("month"), parts, reference), parts)


def _last_word(body: str, start: int) -> str:
    before = body[max(0, start - _LOOK_BACK) : start].replace("-", " ").replace("(", " ").split()
    return before[-1].lower() if before else ""


def _is_month(body: str, match: re.Match[str], month: int) -> bool:
    """Whether a month's name alone is one: not in "May I", "March on", "April Jones", nor an abbreviation."""
    name = match["month"]
    if name not in full_names() or name.isupper():
        return False
    sure = month_rows()[month]["sure"]
    if sure == "yes":
        return True
    before = _last_word(body, match.start())
    if name == "May" and any(bearer in body[max(0, match.start() - _REACH) : match.end()] for bearer in _BEARERS):
        return False
    if before in words("before_months") or to_month().match(body, match.end("month")):
        return True
    follows = _NEXT_WORD.match(body, match.end())
    return sure == "unless_name" and not (follows and follows[1][0].isupper())


def _year(body: str, match: re.Match[str]) -> Found:
    """A year or a decade, where it stands as one: "in 2018", "the 1990 treaty", "Agenda 2030", not "2000 tonnes"."""
    start, end = match.span()
    if match["decade"]:
        first = int(match["decade"])
        return [(DateMention(start, end, str(first), str(first + 9), "period", None, "year"), Parts(first))]
    if start and body[start - 1] in _NO_YEAR_BEFORE:
        return []
    year = int(match["year"])
    named = _is_named(body, start)
    if not named and not match["years"] and not _stands_as_year(body, start, match.end("year"), year):
        return []
    last = int(str(year)[: 5 - len(match["to"])] + match["to"][1:]) if match["to"] else year
    if last < year:
        end, last = match.end("year"), year
    end_value = str(last) if last > year else None
    return [(DateMention(start, end, str(year), end_value, "year", None, "year", in_name=named), Parts(year))]


def _is_named(body: str, start: int) -> bool:
    """Whether a year belongs to a name, whose last word is capitalised without beginning a sentence: "Agenda 2030"."""
    before = _NAME.search(body, max(0, start - _LOOK_BACK), start)
    if before is None:
        return False
    low = before[1].lower()
    return before[1] not in months() and not any(low in words(table) for table in ("before_years", "determiners", "numbered"))


def _stands_as_year(body: str, start: int, end: int, year: int) -> bool:
    follows = _NEXT_WORD.match(body, end)
    if (follows and follows[1].lower() in spellings("units")) or (follows and follows[1].lower() in words("counted")):
        return False
    before = _last_word(body, start)
    if before in words("before_years") or OF_THE.search(body, max(0, start - _LOOK_BACK), start):
        return not (year % 50 == 0 and _COUNTED.match(body, end))
    if before in words("determiners") or before.endswith(("'s", "’s", "s'", "s’")):
        return _FOLLOWED_BY_NOUN.match(body, end) is not None
    return body[start - 1 : start] == "(" and body[end : end + 1] in (")", "-", "–", ",")
