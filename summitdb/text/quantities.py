"""Quantities in a text: numbers with units, rates and currencies, in the units of the record file.

Mt/year, bcm/year, bbl/day, TEU/year, trains/day, MW, km; money in units of its currency.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple, cast

from summitdb.text.numbers import NumberMention, find_numbers
from summitdb.text.vocabulary import alternatives, rows, words

Rate = Literal["year", "month", "week", "day", "hour", "minute", "second"]


class Quantity(NamedTuple):
    """An amount, body[start:end], from its number or currency sign to its unit or the rate right after it.

    `value` and `upper`, the other end of a range or change, are in `unit`: Mt, bcm, bbl, TEU, trains, MW, GWh, km,
    km2 or another of the unit table, with "/year" or "/day" where a rate is stated ("130,000 tonnes of cargo a year"
    is 0.13 Mt/year). `rate` is the period as written, None without one. Of money `unit` is "money" and `currency` the
    ISO 4217 code, None where the name alone does not tell it (pesos). `conversion` marks the same amount again in
    brackets ("100 million euro ($133 million)"), `inherited` a number that leaves its unit to the one before ("from
    17 mln tonnes a year to 25 mln").
    """

    start: int
    end: int
    value: float
    upper: float | None
    unit: str
    rate: Rate | None
    dimension: str
    currency: str | None = None
    approximate: bool = False
    change: bool = False
    conversion: bool = False
    inherited: bool = False


class _Unit(NamedTuple):
    unit: str
    factor: float
    dimension: str
    per: Rate | None = None
    rate: Rate | None = None
    currency: str | None = None


_MONEY = "money"
_WORD = r"[^\W\d_][^\s,;:()\"”’'–—-]*"
_AFTER = re.compile(rf"[ \u00a0]?-?(?P<one>%|{_WORD})(?:[ -]({_WORD})(?:[ -]({_WORD})(?:[ -]({_WORD}))?)?)?")
_STUFF = r"\s+(?:of|in)(?:\s+(?!(?:that|which|who|to|will|would|could)\b)[^\s.;:,\d$€£]+){1,7}?"
_RATE = re.compile(
    rf"(?:\s*\([^()\n\d]{{1,30}}\)|(?P<bracket>\)))?(?P<stuff>{_STUFF})??(?:"
    r",?\s+(?:an?|per|each|every)\s+(?P<period>year|month|week|day|hour|minute|second|annum)(?!\w)"
    r"(?!\s+(?:ago|earlier|before|later|after))"
    r"|\s*/\s*(?P<short>year|yr|y|annum|a|month|week|day|d|hour|h|minute|second|s)(?!\w)"
    r"|,?\s+(?P<adverb>annually|yearly|monthly|weekly|daily|hourly|p\.a\.)(?!\w))"
)
_RATE_BEFORE = re.compile(r"\b(?P<period>annual|yearly|monthly|weekly|daily|hourly)\s(?P<nouns>[^.;:\n\d]{3,60})$", re.I)
_RATE_REACH = 80
_PAIR = re.compile(r"\s*(?:to|and|or|[-–—])\s*(?:(?:about|some|nearly|almost|around|over)\s+)?(?:to\s+)?")
_PAIR_REACH = 24
# What makes a bare number one of the unit before: nothing follows it that could be counted.
_BARE_END = re.compile(
    r"\s*(?:[.,;:)\n]|$)|\s+(?:in|by|from|at|to|after|and|or|but|when|a\s+year|per|annually|this|last|next|now|today)\b"
)
_BARE_BEFORE = re.compile(r"\b(?:to|from|against|than|of|at|with)\s+(?:(?:about|some|nearly|only|just|over)\s+)?$")
_BARE_REACH = 160
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_SIGN_LENGTH = 6
_LEAST_BARE = 1000
_YEARS = range(1900, 2100)
_NEVER_RATES = frozenset(("length", "speed", "share", "area", "voltage"))


@cache
def _periods() -> dict[str, Rate]:
    """Periods by spelling; the table's are those of `Rate`."""
    return {spelling: cast("Rate", row["period"]) for row in rows("periods") for spelling in row["written"].split("|")}


@cache
def _days() -> dict[Rate, float]:
    return {cast("Rate", row["period"]): float(row["days"]) for row in rows("periods")}


@cache
def _units() -> dict[str, _Unit]:
    """Units by spelling, as written and in lower case."""
    table: dict[str, _Unit] = {}
    for row in rows("units"):
        per, rate = _periods().get(row["per"]), _periods().get(row["rate"])
        unit = _Unit(row["unit"], float(row["factor"]), row["dimension"], per, rate)
        for spelling in row["written"].split("|"):
            table[spelling] = unit
            table.setdefault(spelling.lower(), unit)
    for row in rows("currencies"):
        for spelling in row["written"].split("|"):
            table[spelling] = _Unit(_MONEY, 1, _MONEY, currency=row["code"] or None)
    return table


@cache
def _first_words() -> frozenset[str]:
    return frozenset(re.split(r"[ /-]", spelling)[0].lower().rstrip(".") for spelling in _units()) | words("unit_adjectives")


@cache
def _signs() -> dict[str, str]:
    return {sign: row["code"] for row in rows("currencies") for sign in row["signs"].split("|") if sign}


@cache
def _sign_ends() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _signs())


@cache
def _sign_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?P<sign>{alternatives(sorted(_signs(), key=len, reverse=True))})[ \u00a0]?$")


class _Read(NamedTuple):
    quantity: Quantity
    unit: _Unit


def find_quantities(body: str, numbers: Sequence[NumberMention] | None = None) -> list[Quantity]:
    """The quantities in `body`, in order. `numbers` are those that `find_numbers` found in it, if the caller has
    them.
    """
    found: list[_Read] = []
    for number in find_numbers(body) if numbers is None else numbers:
        read = _money_after_sign(body, number, found[-1].quantity.end if found else 0) or _with_unit(body, number)
        if read is None and found:
            read = _like_the_last(body, number, found[-1])
        if read is None:
            continue
        if found:
            found[-1], read = _paired(body, found[-1], read)
        found.append(read)
    return [read.quantity for read in found]


def _money_after_sign(body: str, number: NumberMention, floor: int) -> _Read | None:
    """ "$133 million", "EUR 1.2bn", "Rs 500 crore a year", with the sign not before `floor`."""
    before = body[max(0, number.start - 2) : number.start].rstrip()
    if not before or before[-1] not in _sign_ends():
        return None
    sign = _sign_before().search(body, max(floor, number.start - _SIGN_LENGTH), number.start)
    if sign is None:
        return None
    return _quantity(body, number, (sign.start(), number.end), _Unit(_MONEY, 1, _MONEY, currency=_signs()[sign["sign"]]))


def _with_unit(body: str, number: NumberMention) -> _Read | None:
    """ "1,490-mile", "two million tonnes", "684 million dollars", "10 million more barrels per day"."""
    after = _AFTER.match(body, number.end)
    if after is None or after[1].lower().rstrip(".").split("/")[0] not in _first_words():
        return None
    first = 2 if after[1].lower() in words("unit_adjectives") and after[2] else 1
    for last in range(4, first - 1, -1):
        if after[last] is None:
            continue
        written = " ".join(after[k] for k in range(first, last + 1))
        text = written.rstrip(".")
        end = after.end(last) - len(written) + len(text)
        unit = _units().get(text) or _units().get(text.lower())
        if unit is None and "/" in text:
            # "bcm/year": the rate is read behind the unit.
            end -= len(text) - text.index("/")
            unit = _units().get(text[: text.index("/")].lower())
        if unit is not None:
            is_weight = unit.currency == "GBP" and body.startswith(" of", end)
            return None if is_weight else _quantity(body, number, (number.start, end), unit)
    return None


def _quantity(body: str, number: NumberMention, span: tuple[int, int], unit: _Unit) -> _Read:
    start, end = span
    rate = unit.rate
    if rate is None and unit.dimension not in _NEVER_RATES:
        rate, end = _rate(body, start, end)
    return _Read(
        _at_rate(
            Quantity(
                start,
                end,
                number.value,
                number.upper,
                unit.unit,
                rate,
                unit.dimension,
                unit.currency,
                number.approximate,
                number.change,
            ),
            unit,
        ),
        unit,
    )


def _at_rate(quantity: Quantity, unit: _Unit) -> Quantity:
    """The quantity, its numbers still as written, in the unit of its rate."""
    rate, name, factor, dimension = quantity.rate, unit.unit, unit.factor, unit.dimension
    if rate in ("second", "minute") and dimension == "volume":
        dimension = "flow"
    if rate and dimension != _MONEY:
        per = unit.per if unit.per and dimension != "flow" else rate
        name, factor = f"{name}/{per}", factor * _days()[per] / _days()[rate]
    upper = None if quantity.upper is None else _converted(quantity.upper, factor)
    return quantity._replace(value=_converted(quantity.value, factor), upper=upper, unit=name, dimension=dimension)


def _converted(value: float, factor: float) -> float:
    """In another unit, without what binary fractions add: 31 billion cubic metres are 31 bcm."""
    return float(f"{value * factor:.12g}")


def _rate(body: str, start: int, end: int) -> tuple[Rate | None, int]:
    """The period of a rate stated after the unit or before the number, and where the quantity with it ends."""
    after = _RATE.match(body, end)
    if after:
        return _periods()[after["period"] or after["short"] or after["adverb"]], end if after["stuff"] or after[
            "bracket"
        ] else after.end()
    before = _RATE_BEFORE.search(body, max(0, start - _RATE_REACH), start)
    if before and any(word in words("rated_nouns") for word in before["nouns"].lower().split()):
        return _periods()[before["period"].lower()], end
    return None, end


def _like_the_last(body: str, number: NumberMention, last: _Read) -> _Read | None:
    """A number that leaves its unit to the quantity before it in the sentence: "from 17 mln tonnes a year to 25
    mln.".
    """
    quantity, unit = last
    if number.value < _LEAST_BARE or number.value in _YEARS or not _BARE_END.match(body, number.end):
        return None
    if number.start - quantity.end > _BARE_REACH or _SENTENCE_END.search(body, quantity.end, number.start):
        return None
    if not _BARE_BEFORE.search(body, max(0, number.start - _PAIR_REACH), number.start):
        return None
    same = Quantity(
        number.start, number.end, number.value, number.upper, unit.unit, quantity.rate, unit.dimension, unit.currency,
        number.approximate, number.change, inherited=True,
    )  # fmt: skip
    return _Read(_at_rate(same, unit), unit)


def _paired(body: str, last: _Read, new: _Read) -> tuple[_Read, _Read]:
    """Two quantities, one after the other, with what they share: the rate of "15 million tons to 30 million tons a
    year"; or the second marked as the first one converted.
    """
    first, second = last.quantity, new.quantity
    gap = second.start - first.end
    if first.dimension == second.dimension and 0 < gap <= 2 and body[second.start - 1] == "(":
        return _with_rate(last, second.rate), _Read(second._replace(conversion=True), new.unit)
    if last.unit.unit != new.unit.unit or gap > _PAIR_REACH or (first.rate is None) == (second.rate is None):
        return last, new
    if first.dimension != _MONEY and _PAIR.fullmatch(body, first.end, second.start):
        return _with_rate(last, second.rate or first.rate), _with_rate(new, first.rate or second.rate)
    return last, new


def _with_rate(read: _Read, rate: Rate | None) -> _Read:
    """The same at a rate that the one it is paired with states."""
    quantity, unit = read
    if quantity.rate or rate is None or unit.dimension in _NEVER_RATES:
        return read
    upper = None if quantity.upper is None else quantity.upper / unit.factor
    as_written = quantity._replace(value=quantity.value / unit.factor, upper=upper, rate=rate)
    return _Read(_at_rate(as_written, unit), unit)
