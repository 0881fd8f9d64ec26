"""Numbers in a text: "3,000", "some 1.5bn", "15-30 million", "two dozen", "half a million", "3 lakh"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summitdb.text.numerals import Numeral, numeral_search, numeral_start, read_numeral
from summitdb.text.vocabulary import words


class NumberMention(NamedTuple):
    """A number, body[start:end]. `upper` is the other end of a range ("15-30 million") or of a change.

    `approximate` tells that a word such as "some" or "nearly" leaves it vague, `change` that it reads "from A to B".
    """

    start: int
    end: int
    value: float
    upper: float | None = None
    approximate: bool = False
    change: bool = False


_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?!\d)|\d\d?([-./])\d\d?\1\d{2,4}(?!\d)")
_TO = re.compile(r"(?:(?P<dash> ?[-–—] ?)|-to-|\s+(?P<word>to|or|and)\s+)(?:US)?[$€£¥]?(?=\w)")
_CHAINED = re.compile(r"[-–]\d")
_VAGUE_AFTER = re.compile(r"[-\s]odd\b|\s+or\s+(?:so|more)\b|\+|-plus\b")
# "One of them", "no one", "one another": pronouns; "one-China", "Seven-Up": names.
_PRONOUN_BEFORE = frozenset(["no", "any", "every", "each", "this", "that", "the", "which", "another", "only"])
_PRONOUN_AFTER = re.compile(
    r"\s+(?:of|another)\b|-[A-Z]|[’']s\b|\s+(?:who|which|that|is|was|has|had|can|could|must|should|would)\b"
)
_YEARS = range(1900, 2100)
# "800 to 1.2 million" begins with hundreds, "17 to 9 million" with millions.
_SAME_SCALE = 20
_LOOK_BACK = 24


def parse_number(text: str) -> float | None:
    """The value of a number that is all of `text` but for words such as "some", or None: "half a million", "1 068",
    "1.5bn".
    """
    text = text.strip()
    found = find_numbers(text)
    if len(found) != 1 or found[0].upper is not None or found[0].end != len(text):
        return None
    before = text[: found[0].start].strip().lower()
    return found[0].value if not before or before in words("approximate") else None


def find_numbers(body: str) -> list[NumberMention]:
    """The numbers in `body`, in order.

    Full dates, times, ordinals ("21st"), names ("G20", "C5+1") and pronouns ("one of them") are none. A year is: what
    is a date is known to `summitdb.text.dates`.
    """
    found: list[NumberMention] = []
    search = numeral_search().search
    # With one character put before the text and one before the hit, the offsets are those of the text.
    padded = "\n" + body
    position = 0
    while match := search(padded, position):
        start = match.start()
        is_digit = body[start].isdigit()
        date = _ISO_DATE.match(body, start) if is_digit else None
        number = None if date else read_numeral(body, start)
        if number is None or (not is_digit and _is_pronoun(body, start, number)):
            position = date.end() if date else match.end() - 1
            # A run of figures that is no number is passed over whole.
            while is_digit and position < len(body) and body[position].isdigit():
                position += 1
            continue
        mention = _mention(body, start, number)
        found.append(mention)
        position = mention.end
    return found


def _is_pronoun(body: str, start: int, number: Numeral) -> bool:
    if number.value != 1 or number.scale != 1:
        return bool(re.match(r"-[A-Z]", body[number.end : number.end + 2]))
    before = body[max(0, start - 9) : start].split()
    return bool((before and before[-1].lower() in _PRONOUN_BEFORE) or _PRONOUN_AFTER.match(body, number.end))


def _mention(body: str, start: int, number: Numeral) -> NumberMention:
    before = body[max(0, start - _LOOK_BACK) : start].rstrip("US$€£¥").lower().split()
    last = before[-1] if before else ""
    vague = _is_vague(before) if last in _last_words() else False
    value, end, upper = number.value, number.end, None
    other = _range_end(body, number, last)
    if other is not None:
        end, upper, value = other.end, other.value, _shared(number, other)
    vague = vague or (end < len(body) and _VAGUE_AFTER.match(body, end) is not None)
    return NumberMention(start, end, value, upper, vague, upper is not None and last == "from")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in words("approximate"))


def _is_vague(before: list[str]) -> bool:
    return any(" ".join(before[-count:]) in words("approximate") for count in (1, 2, 3))


def _shared(number: Numeral, other: Numeral) -> float:
    """The value of a range's first number, which may leave its scale to the second: "15 to 30 million"."""
    is_bare = number.scale == 1 and number.value < 1000
    return number.value * (other.scale if is_bare and number.value <= _SAME_SCALE * other.mantissa else 1)


def _range_end(body: str, number: Numeral, before: str) -> Numeral | None:
    """The second number of a range, if the first one, which the word `before` precedes, begins one."""
    link = _TO.match(body, number.end)
    if link is None or (link["word"] == "and" and before != "between") or not numeral_start().match(body, link.end()):
        return None
    other = read_numeral(body, link.end())
    if other is None or (link["dash"] and _CHAINED.match(body, other.end)):
        return None
    if _is_year(number) and not _is_year(other):
        return None
    rises = other.value > _shared(number, other)
    return other if rises or (before == "from" and link["word"] == "to") else None


def _is_year(number: Numeral) -> bool:
    return number.is_plain and number.value in _YEARS
