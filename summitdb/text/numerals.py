"""One number at a given place in a text, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from summitdb.text.vocabulary import BEFORE_WORD, alternatives, spellings


class Numeral(NamedTuple):
    """A number that ends at `end`: `value` is `mantissa` times `scale` ("30 million" is 30 and 1e6).

    `is_plain` tells that it is in figures without separators, decimals or scale, as a year is.
    """

    end: int
    value: float
    mantissa: float
    scale: float
    is_plain: bool


# Every repetition is bounded, so that no run of digits is read more than once.
_FIGURES = re.compile(
    r"(?P<grouped>\d{1,3}(?:,\d{3}){1,5}+(?:\.\d{1,9})?+|\d{1,2}(?:,\d\d){1,4},\d{3})(?![\d,]\d)(?!\d)"
    r"|(?P<spaced>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,5}+(?:[.,]\d{1,2})?+)(?![ \u00a0]?\d)"
    r"|(?P<dotted>\d{1,3}(?:\.\d{3}){2,5}+(?:,\d{1,9})?+)(?!\.?\d)"
    r"|(?P<comma>\d{1,3},\d{1,2})(?![\d,])(?=[ -]?[^\W\d_]|%)(?! (?:and|or)\b)"
    r"|(?P<plain>\d{1,15}+(?:\.\d{1,15})?+)(?!\d|\.\d)"
)
_FRACTION = re.compile(r" ?([½¼¾⅓⅔])|[ -]([123])/([234])(?![\d/])")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
# Times, ratios, ordinals, decades and names such as 5G; a unit may be glued on (30km, 500MW, 5t).
_NO_NUMBER_AFTER = re.compile(r"[:/]\d|(?:st|nd|rd|th|s|[A-FH-JL-SU-Z]|GB?|G\d)(?!\w)|[-–]\d+[-–]\d|\w*_")
_NO_NUMBER_BEFORE = re.compile(r"(?:\d[.:/]|[^\W\d][-–]|\w\+|[#№_&@=])$")
_JOINING = frozenset(".:/-–+#№_&@=")
# "A 300 people" is a number, "Flight 298 300" and "May 12 300" are two.
_NAME_BEFORE = re.compile(r"[A-Z]\w* $")
# "100m" is metres in "a 100m race" and "100m deep", a million in "100m people" and "$100m".
_NO_MILLION = re.compile(
    r"(?! [a-z])| (?:long|high|tall|wide|deep|thick|race|sprint|relay|hurdles|freestyle|above|below|away|from|apart)\b"
)
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹₽₩₺₴₦]|[A-Z]{3}) ?$")
_PART = re.compile(r"(?:(?P<half>[Hh]alf)(?:[\s-]an?)?|[Qq]uarter[\s-]of[\s-]an?)[\s-]")
_AND_A_PART = re.compile(r"[\s-]and[\s-]a[\s-](?:(?P<half>half)|quarter)\b")
_LOOK_BACK = 24


@cache
def numeral_start() -> re.Pattern[str]:
    """Where a number may begin: at a figure or a number word, at a scale word only after "a"."""
    scales = _written("scale", "hundred")
    simple = _any_case([*_written("unit", "teen", "tens"), "half", "quarter"])
    return re.compile(rf"(?:\d|(?:{simple}|[aA][ -](?:{alternatives(scales)}))\b)")


@cache
def numeral_search() -> re.Pattern[str]:
    """`numeral_start` after what may stand before it; for texts that a line end is put before."""
    return re.compile(BEFORE_WORD + numeral_start().pattern)


def _written(*kinds: str) -> list[str]:
    """The number words of some kinds; abbreviations of one or two letters stand only behind figures."""
    return [word for word, row in spellings("numbers").items() if row["kind"] in kinds and len(word) > 2]


@cache
def _next_word() -> re.Pattern[str]:
    written = _any_case(_written("unit", "teen", "tens", "hundred", "scale"))
    return re.compile(rf"(?P<and>[\s-]and)?[\s-]?(?P<word>{written})\b")


@cache
def _next_scale() -> re.Pattern[str]:
    """A scale word after figures: " million", "bn", "-billion"; a single letter only when glued on."""
    scales = [word for word, row in spellings("numbers").items() if row["kind"] in ("scale", "hundred")]
    return re.compile(rf"[\s-]?(?P<word>{_any_case(word for word in scales if len(word) > 1)})\b|(?P<letter>[mbk])\b")


def _any_case(written: Iterable[str]) -> str:
    return alternatives([form for word in written for form in (word, word.capitalize(), word.upper())])


def read_numeral(body: str, start: int) -> Numeral | None:
    """The number that begins at `start` (at a figure or a word that `numeral_start` found), or None where it only
    looks like one.
    """
    if body[start].isdigit():
        return _read_figures(body, start)
    part = _PART.match(body, start)
    if part is not None:
        scale = _next_word().match(body, part.end())
        if scale is None or scale["and"] or _row(scale)["kind"] not in ("scale", "hundred"):
            return None
        mantissa, factor = (0.5 if part["half"] else 0.25), float(_row(scale)["value"])
        return Numeral(scale.end(), mantissa * factor, mantissa, factor, False)
    return _read_words(body, start)


def _row(match: re.Match[str]) -> dict[str, str]:
    return spellings("numbers")[(match["word"] or match["letter"]).lower()]


def _read_figures(body: str, start: int) -> Numeral | None:
    match = _FIGURES.match(body, start)
    if match is None or (start and body[start - 1] in _JOINING and _NO_NUMBER_BEFORE.search(body, max(0, start - 2), start)):
        return None
    text, end, kind = match.group(), match.end(), match.lastgroup
    if kind == "spaced" and _NAME_BEFORE.search(body, max(0, start - _LOOK_BACK), start):
        text = text.split()[0].split("\u00a0")[0]
        end, kind = start + len(text), "plain"
    if kind == "spaced":
        text = re.sub(r"\s", "", text).replace(",", ".")
    elif kind == "dotted":
        text = text.replace(".", "").replace(",", ".")
    else:
        text = text.replace(",", "." if kind == "comma" else "")
    mantissa = float(text)
    is_plain = kind == "plain" and "." not in text
    if is_plain and (fraction := _FRACTION.match(body, end)):
        mantissa += _FRACTIONS[fraction[1]] if fraction[1] else int(fraction[2]) / int(fraction[3])
        end, is_plain = fraction.end(), False
    factor = 1.0
    while (scale := _next_scale().match(body, end)) and factor < 1e12:
        if (
            scale["letter"] == "m"
            and not _CURRENCY_BEFORE.search(body, max(0, start - 4), start)
            and _NO_MILLION.match(body, scale.end())
        ):
            break
        factor *= float(_row(scale)["value"])
        end = scale.end()
    if factor == 1 and _NO_NUMBER_AFTER.match(body, end):
        return None
    return Numeral(end, mantissa * factor, mantissa, factor, is_plain and factor == 1)


def _read_words(body: str, start: int) -> Numeral | None:
    """A number in words. What does not combine ends it: "two three-year loans" begins with 2."""
    article = body[start + 1] in " -"
    begin = start + 2 * article
    total, current, end, last = 0.0, 0.0, begin, ""
    least = float("inf")
    factor = 1.0
    mantissa: float | None = None
    while match := _next_word().match(body, end):
        if not last and match.start("word") != begin:
            break
        row = _row(match)
        value, kind = float(row["value"]), row["kind"]
        if match["and"] and last not in ("hundred", "scale"):
            break
        if kind == "unit":
            fits = last in ("", "tens", "hundred", "scale") and (value > 0 or not last)
        elif kind in ("teen", "tens"):
            fits = last in ("", "hundred", "scale")
        elif kind == "hundred":
            fits = 0 < current < 100 or (not last and article)
        else:
            fits = current > 0 or (last == "scale" and value > 100) or (not last and article)
            fits = fits and (value < least or last == "scale")
        if not fits or (last == "scale" and kind != "scale" and value >= least):
            break
        if kind == "hundred":
            current = (current or 1) * 100
        elif kind == "scale":
            mantissa, factor = (current or 1, value) if mantissa is None else (mantissa, factor)
            total = total * value if last == "scale" and not current else total + (current or 1) * value
            current, least = 0.0, value
        else:
            current += value
        end, last = match.end(), kind
        part = _AND_A_PART.match(body, end)
        if part and last != "hundred":
            current_part = (0.5 if part["half"] else 0.25) * (least if last == "scale" else 1)
            current, end = current + current_part, part.end()
    if not last:
        return None
    value = total + current
    if current or mantissa is None:
        # "two million five hundred" is no round number of millions that a range could share.
        mantissa, factor = value, 1.0
    return Numeral(end, value, mantissa, factor, False)
