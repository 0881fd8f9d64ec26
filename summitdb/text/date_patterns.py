"""The forms in which dates are written, as patterns over the word lists of the language."""

from __future__ import annotations

import re
from functools import cache

from summitdb.text.vocabulary import BEFORE_WORD, alternatives, rows, spellings

YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[,.]\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
# Not the 5 of "March 5,000 kilometres", "May 9 million" or "May 2.5 percent".
_DAY_END = r"(?![\w:%]|,\d{3}(?!\d)|\.\d|\s+(?:million|billion|mln|bln|bn|percent|pct|per\s+cent|thousand|hundred)\b)"
_LINK = r"(?:\s?(?P<dash>[-–—/])\s?|\s+(?P<link>to|and|through|until|till)\s+)(?:the\s+)?"
# The full stop of "Sept. 2018", not that of "3 March. 2018 was".
_OF_YEAR = rf"(?:(?:(?<!\w{{5}})\.)?,?\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<year_word>this|last|next)\s+year\b))"


@cache
def months() -> dict[str, int]:
    """Month numbers by every spelling."""
    return {form: int(row["number"]) for row in rows("months") for form in _forms(row["written"], row["abbreviations"])}


@cache
def weekdays() -> dict[str, int]:
    """Weekday numbers, Monday 0, by every spelling."""
    return {form: int(row["number"]) for row in rows("weekdays") for form in _forms(row["written"], row["abbreviations"])}


@cache
def full_names() -> frozenset[str]:
    """Months and weekdays that are not abbreviated."""
    return frozenset(form for table in ("months", "weekdays") for row in rows(table) for form in _forms(row["written"], ""))


@cache
def month_rows() -> dict[int, dict[str, str]]:
    return {int(row["number"]): row for row in rows("months")}


def _forms(written: str, abbreviations: str) -> list[str]:
    words = [word for word in [*written.split("|"), *abbreviations.split("|")] if word]
    return [form for word in words for form in (word, word.upper())]


UNIT = r"(?P<unit>days?|nights?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|hours?|minutes?|quarters?)"
MODIFIERS = (
    "last",
    "next",
    "this",
    "past",
    "coming",
    "previous",
    "following",
    "current",
    "same",
    "upcoming",
    "preceding",
)
DAYS, SEASONS = "relative_days", "seasons"


def _either_case(words: list[str]) -> list[str]:
    return [form for word in words for form in (word, word[0].upper() + word[1:])]


@cache
def trigger() -> re.Pattern[str]:
    """Where a date may begin, or what a date is read backwards from. One scan over the text; the rest happens on its
    hits.
    """
    words = [
        *_either_case([*MODIFIERS, *spellings(DAYS), *spellings(SEASONS), "quarter", "half", "fiscal", "financial"]),
        *("day", "days", "night", "nights", "week", "weeks", "month", "months", "year", "years", "decade", "decades"),
        *("century", "centuries", "hours", "minutes", "earlier", "Earlier", "later", "Later"),
    ]
    name, word = alternatives([*months(), *weekdays()]), alternatives(words)
    figure = r"\d(?=\d?(?:[ /.–-]|st|nd|rd|th)|\d{3}(?!\d))"
    return re.compile(
        rf"{BEFORE_WORD}(?:(?P<figure>{figure})|(?P<name>{name})\b|(?P<code>[QH][1-4]\b|FY(?=[ \d]))|(?P<word>{word})\b)"
    )


@cache
def weekday_before_date() -> re.Pattern[str]:
    """ "Monday, " before a day and month."""
    return re.compile(rf"(?P<weekday>{alternatives(weekdays())})\b\.?,?\s+(?:the\s+)?(?=\d|{alternatives(months())})")


@cache
def day_month() -> re.Pattern[str]:
    """ "19 August 2024", "22-24 October", "the 14th of May", "19-Aug-2024"."""
    return re.compile(
        rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:{_LINK}(?P<last_day>\d{{1,2}}){_ORDINAL})?(?:\s+of\s+|\s+|(?P<hyphen>-))"
        rf"(?P<month>{alternatives(months())})\b(?:{_OF_YEAR}|(?(hyphen)-(?P<hyphen_year>{YEAR})))?"
    )


@cache
def month_day() -> re.Pattern[str]:
    """ "August 19, 2024", "Aug. 19", "May 14th", "October 22 to 24"."""
    return re.compile(
        rf"(?P<month>{alternatives(months())})\b\.?\s+(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}{_DAY_END}"
        rf"(?:{_LINK}(?P<last_day>\d{{1,2}}){_ORDINAL}{_DAY_END}(?!\s+(?:of\s+)?(?:{alternatives(months())})\b))?"
        rf"{_OF_YEAR}?"
    )


@cache
def month_year() -> re.Pattern[str]:
    """ "August 2024", "May of last year", "August"."""
    return re.compile(rf"(?P<month>{alternatives(months())})\b{_OF_YEAR}?")


@cache
def to_month() -> re.Pattern[str]:
    """ "-April", " to May" after a month."""
    return re.compile(rf"(?:\s?[-–/]\s?|\s+(?:to|through|and|or)\s+)(?:{alternatives(sorted(full_names()))})\b")


@cache
def modified_name() -> re.Pattern[str]:
    """ " Friday", " May", " summer" after "last"; not where a day or a year follows, since that says more."""
    names = alternatives([*sorted(full_names()), *_either_case(list(spellings(SEASONS)))])
    return re.compile(rf"\s+(?P<name>{names})\b(?!\s+(?:\d|of\s+\d))")


NUMERIC = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?![\d/-])"
    r"|(?P<first>\d\d?)(?P<mark2>[-/.])(?P<second>\d\d?)(?P=mark2)(?P<last_year>\d{4})(?![\d/-])"
)
YEARS = re.compile(
    rf"(?P<decade>\d{{3}}0)['’]?s(?!\w)|(?P<year>{YEAR})(?P<to>[-–/]\d\d(?:(?<=[-–]..)(?P<years>\d\d))?(?![\w-]))?(?!\w)"
)
WEEK = re.compile(r"(?:,|\s+of|\s+in)?\s+(?P<which>last|next|this)\s+week\b")
YEAR_AFTER = re.compile(
    rf"(?:\s+of|,)?\s+(?:the\s+)?(?:(?:fiscal|financial)\s+)?(?:(?:(?P<which>this|last|next)\s+)?year\b|(?P<year>{YEAR}))"
)
FISCAL_YEAR = re.compile(rf"(?:\s+year)?\s+(?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?")
FY_CODE = re.compile(r"FY\s?(?P<year>(?:20)?\d\d)(?![\d%]|[,.]\d)")
CODE_YEAR = re.compile(rf"(?:\s+(?:of\s+)?|[-/])?(?P<year>{YEAR})")
MODIFIED_UNIT = re.compile(rf"\s+(?:(?P<count>\d{{1,3}}|[a-z]+(?:-[a-z]+)?)\s+)?{UNIT}\b")
AFTER_UNIT = re.compile(
    r"(?P<ago>\s+ago)\b|(?P<anaphoric>\s+(?:earlier|before|later|after))\b|(?P<hence>\s+from\s+now|s?['’]s?\s+time|\s+hence)\b"
)
OF_THE = re.compile(r"\b(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose|[Cc]ourse|[Pp]art|[Rr]est)\s+of\s+the\s+$")
ORDINAL_BEFORE = re.compile(
    r"\b(?:[Ff](?P<first>irst)|[Ss](?P<second>econd)|[Tt](?P<third>hird)|[Ff](?P<fourth>ourth|inal)|(?P<last>[Ll]ast|[Ll]atter))[\s-]$"
)
YEAR_END = re.compile(r"(?:-|['’]s\s+)end\b")
PARTED_UNIT = re.compile(r"\s+in\s+the\s+(?P<unit>day|week|month|year)\b")
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
RANGE = re.compile(r"\s*(?:[-–—]|to|until|till|through|(?P<and>and))\s*(?:the\s+)?")
