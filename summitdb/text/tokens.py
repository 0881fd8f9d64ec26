"""Words, numbers and punctuation marks of a text, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

# Abbreviations of single letters stay whole (U.S., a.m.); hyphens stand alone, so that "Russia-led" is three tokens;
# a possessive 's and the n't of "didn't" are tokens of their own, an apostrophe inside a name (O'Brien, N'Djamena) is not a
# boundary.
# White space is a part of its own, so that nothing has to be searched for; most tokens are small letters before a space.
TOKEN = re.compile(
    r"(\s*+)"
    r"([a-z]++(?=[ ,\n])"
    r"|(?:[Dd]id|[Dd]oes|[Dd]o|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Hh]as|[Hh]ave|[Hh]ad|[Ww]ould|[Cc]ould|[Ss]hould|[Mm]ust|[Ww]o|[Cc]a)"
    r"(?=n['’]t\b)|n['’]t\b"
    r"|[^\W\d_](?:\.(?:[^\W\d_]\.)+|[a-z]*+[^\W\d_]*+(?:['’](?!s\b)[^\W\d_]++)*+)"
    r"|\d+(?:[.,]\d+)*"
    r"|['’]s\b"
    r"|--+|\.\.\.+|[^\s\w]|_|\w)"
)


class Tokens:
    """The tokens of a text as parallel lists: `text`, `low` (lower case, apostrophes straight), `start`, `end` (offsets,
    end exclusive)."""

    __slots__ = ("end", "low", "start", "text")

    def __init__(self, body: str) -> None:
        # By turns what the split leaves (nothing), the white space before a token, and the token: lengths that add up to offsets.
        parts: list[str] = TOKEN.split(body.rstrip())
        borders = list(accumulate(map(len, parts)))
        self.text: list[str] = parts[2::3]
        self.start: list[int] = borders[1::3]
        self.end: list[int] = borders[2::3]
        self.low: list[str] = lower("\n".join(self.text)).replace("’", "'").split("\n") if self.text else []

    def __len__(self) -> int:
        return len(self.text)

    def at(self, offset: int) -> int:
        """The position of the first token that starts at or after `offset`."""
        return bisect_left(self.start, offset)


def words_of(form: str) -> list[str]:
    """The lower-case tokens of a word or phrase."""
    return form.lower().split(" ") if form.replace(" ", "").isalpha() else Tokens(form).low


def lower(text: str) -> str:
    """Lower case of the same length as `text`: "İ", the one character whose lower case is longer, stays as it is."""
    return "İ".join(part.lower() for part in text.split("İ"))
