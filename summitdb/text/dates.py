"""Dates in a text, absolute and relative to the day of publication, with ranges and precision. Times of day are
ignored.
"""

from __future__ import annotations

from datetime import date

from summitdb.text.calendar_dates import Found, at_figure, at_name
from summitdb.text.date_mentions import DateMention, Dates, Direction, Kind, Parts, Precision
from summitdb.text.date_patterns import trigger
from summitdb.text.date_ranges import join
from summitdb.text.relative_dates import at_code, at_word

__all__ = ["DateMention", "Dates", "Direction", "Kind", "Precision", "find_dates"]

_LOOK_BACK = 12
_SHADES: dict[str, Direction | None] = {"early": None, "mid": None, "late": None, "earlier": "past", "later": "future"}


def find_dates(body: str, published_on: date | None) -> list[DateMention]:
    """The dates in `body`, in order and apart from each other, resolved against the day of publication where they
    need one.

    A date with a weekday but no year takes the latest year not after publication in which that day falls on that
    weekday.
    """
    found: Found = []
    position = 0
    # With one character put before the text and one before the hit, the offsets are those of the text.
    for match in trigger().finditer("\n" + body):
        start = match.start()
        if start < position:
            continue
        kind = match.lastgroup or ""
        new: Found
        if kind == "figure":
            new = at_figure(body, start, published_on)
        elif kind == "name":
            new = at_name(body, start, match[kind], published_on)
        else:
            read = at_code if kind == "code" else at_word
            mention = read(body, start, match[kind], published_on)
            new = [(mention, Parts())] if mention else []
        if not new:
            continue
        # What is read backwards stops at the date before.
        first, parts = new[0]
        if first.start < position:
            first = first._replace(start=position)
        joined = join(body, found[-1], (first, parts), published_on) if found else None
        if joined:
            found[-1] = joined, Parts()
            new = new[1:]
        else:
            new[0] = _shaded(body, first, position), parts
        found += new
        position = found[-1][0].end
    return [mention for mention, _ in found]


def _shaded(body: str, mention: DateMention, floor: int) -> DateMention:
    """The mention with the word that shades it: "early 2019", "mid-June", "earlier this month", "late last year"."""
    before = body[max(floor, mention.start - _LOOK_BACK) : mention.start].replace("-", " ").split()
    shade = before[-1].lower() if before else ""
    if shade not in _SHADES or (mention.precision == "day" and mention.kind != "relative"):
        return mention
    direction = mention.direction or _SHADES[shade]
    return mention._replace(start=body.rindex(before[-1], 0, mention.start), direction=direction)
