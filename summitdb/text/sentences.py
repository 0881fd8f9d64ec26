"""Paragraphs and sentences of a text. A quotation never ends the sentence that stands around it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
END = re.compile(r"[.!?…]+[\"'”’»″)\]]*\s+(?=[\"'“‘«„″(\[`]*\s?[^\W_a-z])")
LAST_WORD = re.compile(r"(\S+)$")
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")

Span = tuple[int, int]


@cache
def _words(name: str) -> frozenset[str]:
    text = files("summitdb.text").joinpath("data/en", name).read_text("utf-8")
    return frozenset(line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def paragraphs(body: str) -> list[Span]:
    """The paragraphs of a normalised body as (start, end); a blank line stands between two."""
    return [match.span() for match in PARAGRAPH.finditer(body)]


def _is_abbreviation(before: str, after: str) -> bool:
    """Whether the full stop behind `before` belongs to an abbreviation and the sentence goes on with `after`.

    "Mr. Smith" goes on, "in the U.S. The talks" does not, "J. Smith" goes on.
    """
    word = before.lstrip("(\"'“‘[")
    low = word.lower()
    if low in _words("abbreviations.txt"):
        return True
    if INITIALS.match(word):
        return len(word) == 1 or after.lower() not in _words("starters.txt")
    return low in _words("abbreviations_that_may_end.txt") and after.lower() not in _words("starters.txt")


NEXT_WORD = re.compile(r"[^\W_]+")


def sentences(body: str, start: int, end: int, quoted: list[Span]) -> list[Span]:
    """The sentences of body[start:end] as (start, end).

    `quoted` are the outer spans (marks included) of the quotations in it, in order; a sentence end inside one is none.
    """
    spans: list[Span] = []
    begin = start
    inside = iter(quoted)
    quotation = next(inside, None)
    for match in END.finditer(body, start, end):
        mark = match.start()
        while quotation and quotation[1] <= mark:
            quotation = next(inside, None)
        if quotation and quotation[0] < mark < quotation[1] - 2:
            continue
        if body[mark] == "." and match.group()[0] == "." and not match.group()[:2].startswith(".."):
            word = LAST_WORD.search(body, max(begin, mark - 24), mark)
            after = NEXT_WORD.search(body, match.end(), min(end, match.end() + 40))
            if word and after and _is_abbreviation(word.group(1), after.group()):
                continue
        spans.append((begin, len(body[begin : match.end()].rstrip()) + begin))
        begin = match.end()
    if begin < end and body[begin:end].strip():
        spans.append((begin, begin + len(body[begin:end].rstrip())))
    return spans
