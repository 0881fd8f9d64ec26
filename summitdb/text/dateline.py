"""Datelines: where, when and by which agency a report was filed, as its first words or a line of its own say.

The forms are those of news agencies: `SKOPJE, Dec 14, 2005 (AFP) -`, `WASHINGTON, March 3 -`, `DA NANG, Vietnam, Nov.
11 --`, `ASHGABAT. April 8 (Interfax) -`, `LUANDA, Angola — `, `New Delhi: `, `Asunción, 21 March 2019 -`, and as lines
`Baku, April 7`
and `Friday, August 21, 2015`, or `Washington` on a line and `24 January 2006` on the next.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from msgspec import Struct

# A title, a subtitle, a byline and a caption can stand before it.
_PARAGRAPHS = 6
# A heading is shorter than this; the first longer paragraph is the report's lead.
_LEAD_LENGTH = 120

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"[0-3]?[0-9]"
_YEAR = r"(?:,? (?P<year>(?:1[89]|20)[0-9][0-9])(?![0-9]))?"
_WEEKDAY = r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?\.?,? "
_DATE = (
    rf"(?:{_WEEKDAY})?(?:(?P<month>{_MONTH}) (?P<day>{_DAY})(?:st|nd|rd|th)?(?![0-9])"
    rf"|(?P<day_first>{_DAY})(?:st|nd|rd|th)? (?P<month_last>{_MONTH})(?!\w)){_YEAR}"
)
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORD = rf"(?:[{_CAPITAL}][\w’']*\b|S[tT]\.)"
_NAME = rf"{_WORD}(?:[ /-](?:(?:of|de|da|do|del|la|al|el|es|an|au|am|sur|upon|the)[ -])?{_WORD}){{0,4}}"
_COUNTRY = rf"(?: [(\[](?P<in_brackets>[^()\[\]\n]{{2,30}})[)\]]|, (?P<after_comma>[{_CAPITAL}](?:[^\W\d_]|[.’' -]){{1,30}}?))?"
_PLACE = rf"(?!{_WEEKDAY})(?P<place>{_NAME}){_COUNTRY}"
_AGENCY = r"(?:\((?P<agency>[^\W\d_][\w .&’'-]{0,28})\)|/(?P<slashed>[^\W\d_][\w .&-]{0,28})/)"
_DASH = r"(?: ?--+ ?| ?— ?| [-–―_] )"
_GOES_ON = r"(?=\S)"

_DATED = re.compile(
    rf"(?:{_PLACE}[,.]? )?{_DATE}(?:[.,]? (?:{_AGENCY}|(?P<bare>[{_CAPITAL}]\w{{2,14}})(?=[.:] )))?"
    rf"(?:[,.]?{_DASH}|(?<=[)/])[.,:]? |[.:] ){_GOES_ON}"
)
_FILED = re.compile(
    rf"(?:{_PLACE}[,.]? )?(?:{_AGENCY}[.,:]?{_DASH}|/(?P<slashed_only>[^\W\d_][\w .&-]{{0,28}})/[.,:]? ){_GOES_ON}"
)
_PLACED = re.compile(rf"{_PLACE}(?: ?--+ ?| ?— ?| [-–] )(?=[\"“‘']?[{_CAPITAL}0-9])")
_COLON = re.compile(rf"{_PLACE}: ?(?=[\"“‘']?[{_CAPITAL}0-9])")
_LINES = re.compile(rf"{_PLACE}\n\n{_DATE}(?=\n|\Z)")
_LINE = re.compile(rf"(?:{_PLACE}[,.]? )?{_DATE}(?: {_AGENCY})?\.?(?=\n|\Z)")


class Dateline(Struct, frozen=True):
    """What a dateline says. `place_country_words` is the country, state or region written after the place; `date` is
    `YYYY-MM-DD` or None where no year is given; `month_day` is `MM-DD`. `start` and `end` bound it in the body; the
    report goes on at `end`.
    """

    place: str | None
    place_country_words: str | None
    date: str | None
    month_day: str | None
    publisher: str | None
    start: int
    end: int


def find_dateline(body: str) -> Dateline | None:
    """The dateline of an article, from its first paragraphs, or None.

    A place before a bare dash ("Warsaw — Poland and ...") counts only at the head of the lead, since titles have dashes
    too ("Russia – Azerbaijan: ..."). Names are taken as written: whether the place exists is for the gazetteer.
    """
    start, lead_seen = 0, False
    for position in range(_PARAGRAPHS):
        end = body.find("\n\n", start)
        end = len(body) if end < 0 else end
        is_lead = not lead_seen and end - start > _LEAD_LENGTH
        match = _LINES.match(body, start) if position else None
        match = match or _LINE.match(body, start, end) or _DATED.match(body, start, end) or _FILED.match(body, start, end)
        if match is None and position and is_lead:
            match = _PLACED.match(body, start, end) or _COLON.match(body, start, end)
        if match is not None and (found := _dateline(match)) is not None:
            return found
        lead_seen = lead_seen or is_lead
        start = end + 2
        if start >= len(body):
            break
    return None


def _dateline(match: re.Match[str]) -> Dateline | None:
    """What the groups of a match say; None where that is neither a place nor a whole date nor an agency."""
    said = match.groupdict()
    day, month, year = _first(said, "day", "day_first"), _first(said, "month", "month_last"), said.get("year")
    month_day = None
    if day and month:
        number = _MONTHS.index(month[:3].lower()) + 1
        # In a leap year, so that 29 February without a year is a day; 31 February is none.
        with suppress(ValueError):
            month_day = f"{date(int(year or 2000), number, int(day)):%m-%d}"
    publisher = _first(said, "agency", "slashed", "bare", "slashed_only")
    whole_date = f"{year}-{month_day}" if year and month_day else None
    if said["place"] is None and whole_date is None and publisher is None:
        return None
    return Dateline(
        place=said["place"],
        place_country_words=_first(said, "in_brackets", "after_comma"),
        date=whole_date,
        month_day=month_day,
        publisher=publisher,
        start=match.start(),
        end=match.end(),
    )


def _first(said: dict[str, str | None], *groups: str) -> str | None:
    return next((said[group] for group in groups if said.get(group)), None)
