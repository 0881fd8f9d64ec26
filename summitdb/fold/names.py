"""Names and words in the forms by which they are compared, and the readable slugs made of them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SPECIAL = str.maketrans(
    {"ə": "a", "Ə": "A", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae",
     "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D"}
)  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")
_INITIAL = re.compile(r"\b[a-z]\.? ")

# Spellings of one sound in the usual transliterations from Cyrillic, Arabic, Turkic and other scripts, in this order.
_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("ph", "f"), ("ck", "k"),
    ("ts", "c"), ("tz", "c"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "ks"), ("q", "k"), ("w", "v"), ("y", "i"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "between",
        "by",
        "for",
        "from",
        "in",
        "into",
        "its",
        "of",
        "on",
        "or",
        "s",
        "that",
        "the",
        "their",
        "this",
        "to",
        "under",
        "with",
        "within",
    ]
)


def plain(text: str) -> str:
    """The text in lower case, without accents and special letters."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
        text = "".join(c for c in text if not unicodedata.combining(c))
    return text.lower()


def slugify(text: str, words: int | None = None) -> str:
    """A text as lower-case ASCII words joined by hyphens, at most `words` of them."""
    return "-".join(_WORD.findall(plain(text).replace("'", "").replace("’", ""))[:words])


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry meaning."""
    return frozenset(_WORD.findall(plain(text))) - _STOP


def sounds(name: str) -> str:
    """A person's name as it sounds: Aliyev, Aliev and Əliyev give the same, and so do Zelensky and Zelenskyy.

    Initials are left out; words are joined by hyphens."""
    words = _INITIAL.sub("", plain(name).replace("-", " ").replace("'", "").replace("’", "") + " ")
    return "-".join(_sound(word) for word in _WORD.findall(words)) or slugify(name)


def _sound(word: str) -> str:
    before = ""
    while word != before:  # what one replacement leaves may be the start of another
        before = word
        for spelling, sound in _SOUNDS:
            word = word.replace(spelling, sound)
        word = _DOUBLED.sub(r"\1", word).replace("ie", "e")
    return word


@cache
def _leaders() -> dict[str, str]:
    from summitdb.gazetteer.tables import leaders

    return {sounds(alias): sounds(leader.name) for leader in leaders() for alias in leader.aliases if " " in alias.strip()}


@cache
def person_key(name: str) -> str:
    """What all spellings of a person's name have in common: its sound, or that of a known leader with that alias."""
    key = sounds(name)
    return _leaders().get(key, key)
