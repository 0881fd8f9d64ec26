"""Single quotation marks, and what tells them from apostrophes.

A mark is judged by what stands on either side of it, then by whether a partner follows: "the 'war games' exercise"
holds a quotation, "the drivers' rights in the '90s" does not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summitdb.text.vocabulary import words

SINGLE_MARKS = frozenset("‘’'‚`")
_SINGLE_CLOSERS = {"‘": ("’", "'"), "'": ("'", "’"), "`": ("'", "’"), "‚": ("‘", "’", "'")}
_BRACKETS = frozenset("([{<")
_DASHES = frozenset("—–-/")
_MARKS = frozenset("\"“”„‟«»‹›‘’'‚`")
SENTENCE_END = frozenset(".!?…")

# What an apostrophe may stand before: a clipped word or a year of two figures ("the '90s").
_FRONT = re.compile(r"['‘](?:(\d\ds?)(?!\w)|(\w+))")
# Words that lose their end (goin', o' the, th', d' Ivoire) and plural possessives.
_CLIPPED_END = re.compile(r"(?:[sSzZxX0-9]|\b(?:o|n|d|l|th|an|ol|\w+in))$")
_CLIPPED_END_REACH = 12
# A quotation in straight single marks that could end in a possessive only is a phrase, not a speech.
_PHRASE = 80


class Mark(NamedTuple):
    start: int
    end: int
    text: str


class Span(NamedTuple):
    """A pair of marks, or an opening mark and the end of its paragraph."""

    opening: Mark
    closing: Mark | None
    end: int
    continues: bool = False


def sides(body: str, start: int, end: int, mark: Mark) -> tuple[str, str]:
    """The characters on either side of a mark, a space at the paragraph's ends."""
    left = body[mark.start - 1] if mark.start > start else " "
    return left, body[mark.end] if mark.end < end else " "


def looks_opening(left: str, right: str) -> bool:
    """Whether a mark stands as opening ones do: something follows, and nothing, a bracket, a dash or another mark
    goes before.
    """
    if right.isspace():
        return False
    return left.isspace() or left in _BRACKETS or ((left in _DASHES or left in _MARKS) and right.isalnum())


def is_repeated(body: str, start: int, mark: Mark) -> bool:
    """Whether the paragraph at `start` begins with `mark` again (French papers repeat the closing mark)."""
    head = body[start : start + 3].lstrip(" ([")
    return head.startswith(mark.text) or (mark.text == "«" and head.startswith("»"))


def pair_singles(body: str, start: int, end: int, marks: list[Mark]) -> list[Span]:
    """The quotations in single marks among `marks`, which stand in one paragraph and in the same double quotation."""
    spans: list[Span] = []
    kinds = [_single_kind(body, start, end, mark) for mark in marks]
    i = 0
    while i < len(marks):
        if kinds[i] not in ("open", "clipped"):
            i += 1
            continue
        partner = _single_partner(body, marks, kinds, i)
        if partner:
            spans.append(Span(marks[i], marks[partner], marks[partner].end))
            i = partner + 1
            continue
        following = end + 2
        if kinds[i] == "open" and "open" not in kinds[i + 1 :] and body[end - 1] in SENTENCE_END:
            repeated = body.startswith("\n\n", end) and is_repeated(body, following, marks[i])
            if repeated and not any(kind.startswith("close") for kind in kinds[i + 1 :]):
                spans.append(Span(marks[i], None, end, continues=True))
                break
        i += 1
    return spans


def _single_kind(body: str, start: int, end: int, mark: Mark) -> str:
    """open, clipped (opens a word at least), close, close_weak (a possessive or a clipped word, perhaps) or none."""
    left, right = sides(body, start, end, mark)
    if body[mark.start : mark.start + 3] in ("'n'", "’n’", "‘n’") or body[mark.start - 2 : mark.start + 1] in (
        "'n'",
        "’n’",
        "‘n’",
    ):
        return "none"
    if looks_opening(left, right):
        if mark.text == "’":
            return "none"
        return "clipped" if _is_clipped(body, mark.start) else "open"
    if left.isspace() or mark.text in ("`", "‚"):
        return "none"
    if left.isalnum() and _CLIPPED_END.search(body, max(start, mark.start - _CLIPPED_END_REACH), mark.start):
        return "close_weak"
    return "close"


def _is_clipped(body: str, mark: int) -> bool:
    """Whether a clipped word follows the mark: it opens a quotation only if its partner is beyond doubt."""
    front = _FRONT.match(body, mark)
    return front is not None and (front[1] is not None or front[2].lower() in words("clipped"))


def _single_partner(body: str, marks: list[Mark], kinds: list[str], i: int) -> int:
    """The position of the mark that closes the one at `i`, or 0.

    The first sure one before the next opening mark; else the first that may be a possessive, if it ends a phrase.
    """
    closers = _SINGLE_CLOSERS[marks[i].text]
    weak = 0
    for j in range(i + 1, len(marks)):
        kind = kinds[j]
        if kind == "open" or (kind == "clipped" and kinds[i] == "clipped"):
            break
        if marks[j].text not in closers:
            continue
        if kind == "close" and (kinds[i] == "open" or not body[marks[j].start - 1].isalnum()):
            return j
        if kind == "close_weak" and not weak:
            weak = j
    if weak and kinds[i] == "open" and (marks[i].text == "‘" or marks[weak].start - marks[i].end <= _PHRASE):
        return weak
    return 0
