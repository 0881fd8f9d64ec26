"""Quotations: which stretches of a text stand between quotation marks, however a paper writes those.

Known are straight and curly marks, double and single, the wires' ``...'', guillemets and the low marks of central
Europe. Single marks are told from apostrophes ("drivers' rights", "the '90s", "rock 'n' roll", "O'Brien", "Hawai‘i")
by what stands on either side of them and by whether a partner follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summitdb.text.single_marks import (
    SENTENCE_END,
    SINGLE_MARKS,
    Mark,
    Span,
    is_repeated,
    looks_opening,
    pair_singles,
    sides,
)

# In-word apostrophes are no candidates. The pattern begins with a set of characters, since the engine then skips to
# the next one ten times faster than through alternatives.
_MARK = re.compile(
    r"[\"“”„‟«»‹›‘’'‚`″\n](?:(?<=\n)\n+|(?<=`)`|(?<=‘)‘|(?<=’)’(?!\w)|(?<=')'(?![\w'])|(?<!\w')(?<=')'(?!')"
    r"|(?<=[\"“”„‟«»‹›″])|(?<!\w.)(?<=[‘’'‚`])|(?<=[‘’'])(?!\w))"
)
_DOUBLE_CLOSERS = {
    '"': ('"', "”", "''"),
    "″": ("″", '"'),
    "“": ("”", '"', "“", "’’", "''"),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    "›": ("‹", "›"),
    "``": ("''", '"', "”", "``"),
    "''": ("''",),
    "‘‘": ("’’", "”", '"'),
    "’’": ("’’",),
}
# These close, and open only in Swedish or Finnish use or by a slip: believed as openers once a closer is found.
_CLOSERS_FIRST = frozenset(("”", "»", "›", "''", "’’"))
# Some texts set a space behind these where they open.
_SPACED = frozenset(("″", "“"))
# Nobody quotes in more layers; the cap keeps hostile text linear.
_MAX_DEPTH = 4

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
_SCARE_WORDS = 4
_TELLING = frozenset(("said", "says", "added", "told", "asked", "wrote", "stated", "declared", "that", "reads", "read", "saying"))
_DETERMINERS = frozenset(("the", "a", "an", "their", "this"))
_LEADING = frozenset(("with", "between", "from", "under", "towards", "toward", "into", "among", "against", "through"))
_TOLD = re.compile(r"\b(?:said|says|added|told|asked|wrote)\b[^.,;:]{0,40}[.!?]$")


class Quotation(NamedTuple):
    """Quoted words, body[start:end], and with their marks body[outer_start:outer_end].

    `level` is 0 for an outer quotation, 1 for one inside it. `closed` tells whether a closing mark stands at the end;
    where it does not, the quotation runs to the end of its paragraph. `continues` tells that it goes on in the next
    paragraph, as the next quotation of that level in the list.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    level: int
    continues: bool
    closed: bool


def find_quotations(body: str) -> list[Quotation]:
    """The quotations of a normalised body (a blank line between paragraphs), in the order in which they open.

    An opening mark without a partner counts where the next paragraph repeats it ("continues"), or where it leads four
    words or more to the full stop at its paragraph's end.
    """
    found: list[Quotation] = []
    carried: Mark | None = None
    for start, end, marks in _paragraphs(body):
        if not marks:
            carried = None
            continue
        doubles = [mark for mark in marks if mark.text not in SINGLE_MARKS]
        spans = _pair_doubles(body, start, end, doubles, carried) if doubles else []
        if len(doubles) < len(marks):
            singles = [mark for mark in marks if mark.text in SINGLE_MARKS]
            for group in _by_surrounding(singles, spans) if spans else (singles,):
                spans += pair_singles(body, start, end, group)
        carried = next((span.opening for span in spans if span.continues), None)
        found += _levelled(body, spans)
    return found


def _is_title(body: str, quotation: Quotation) -> bool:
    """Whether the marks stand around the title of a document or a work: capitals from word to word, after a word that leads
    up to it ('signed the "Framework Treaty on Fishing Rights"')."""
    before = body[max(0, quotation.outer_start - 12) : quotation.outer_start].rstrip().rpartition(" ")[2]
    if not before.isalpha() or not before.islower() or before in _TELLING or body[quotation.end - 1] in ".!?":
        return False
    words = [word for word in _WORD.findall(body, quotation.start, quotation.end) if len(word) > 3 and not word.isdigit()]
    if before in _DETERMINERS and len(words) > 3 and all(word[0].isupper() and not word.isupper() for word in words[:3]):
        return True
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words if word not in _LEADING)


def is_scare(body: str, quotation: Quotation) -> bool:
    """Whether a quotation is nobody's words: a scare quote of fewer than four words (coding guide), or a title."""
    if quotation.continues:
        return False
    if _is_title(body, quotation):
        return True
    words = _WORD.finditer(body, quotation.start, quotation.end)
    return sum(1 for _ in zip(words, range(_SCARE_WORDS), strict=False)) < _SCARE_WORDS


def _paragraphs(body: str) -> Iterator[tuple[int, int, list[Mark]]]:
    start, marks = 0, list[Mark]()
    for match in _MARK.finditer(body):
        text = match.group()
        if text[0] == "\n":
            yield start, match.start(), marks
            start, marks = match.end(), []
        else:
            marks.append(Mark(match.start(), match.end(), text))
    yield start, len(body), marks


def _pair_doubles(body: str, start: int, end: int, marks: list[Mark], carried: Mark | None) -> list[Span]:
    """The quotations in double marks of one paragraph. `carried` is the mark that the paragraph before left open."""
    spans: list[Span] = []
    opened: list[Mark] = []
    cut: tuple[Mark, int] | None = None
    if carried is not None and not is_repeated(body, start, carried) and _closes_first(body, start, end, marks[0], carried):
        opened.append(Mark(start, start, carried.text))
    for i, mark in enumerate(marks):
        left, right = sides(body, start, end, mark)
        opening = looks_opening(left, right) or (not opened and left.isspace() and mark.text in _SPACED)
        partner = next((k for k in range(len(opened) - 1, -1, -1) if mark.text in _DOUBLE_CLOSERS[opened[k].text]), -1)
        if partner >= 0 and _may_close(opened[partner], mark, opening, right):
            if left.isdigit() and mark.text == '"' and _is_inch(body, start, end, marks[i + 1 :][:1]):
                continue
            spans.append(Span(opened[partner], mark, mark.end))
            del opened[partner:]
        elif opening or (not opened and mark.text not in _CLOSERS_FIRST and left.isspace()):
            if (
                partner >= 0
                and opened[partner].text == mark.text
                and mark.text in '"“'
                and _ends_speech(body, opened[partner], mark)
            ):
                spans.append(Span(opened[partner], None, mark.start, continues=True))
                del opened[partner:]
            elif partner >= 0 and opened[partner].text == mark.text and mark.text in ('"', "''"):
                cut = opened[partner], len(spans)
                del opened[partner:]
            if len(opened) < _MAX_DEPTH:
                opened.append(mark)
        elif cut is not None and mark.text == cut[0].text and len(spans) == cut[1] + 1 and not left.isdigit():
            # A straight mark too many after a quotation that seemed never closed: the one between them was nested in
            # it.
            spans.append(Span(cut[0], mark, mark.end))
            cut = None
    return spans + _unclosed(body, end, opened, spans)


def _ends_speech(body: str, opened: Mark, mark: Mark) -> bool:
    """Whether a sentence of a speech ends before a mark that opens: paragraphs of one speech, each with its mark, printed as one.
    Where the sentence tells who spoke, the mark that closes has been forgotten."""
    quoted = body[opened.end : mark.start].rstrip()
    return quoted[-1:] in SENTENCE_END and len(quoted.split(maxsplit=_SCARE_WORDS)) >= _SCARE_WORDS and not _TOLD.search(quoted)


def _may_close(opened: Mark, mark: Mark, opening: bool, right: str) -> bool:
    if mark.text == opened.text == "“":
        return not opening and not right.isalnum()
    if mark.text in ("”", "»", "›"):
        return True
    return not opening


def _is_inch(body: str, start: int, end: int, following: list[Mark]) -> bool:
    """Whether a straight mark after a figure is an inch: the mark after it closes, too."""
    if not following or following[0].text != '"':
        return False
    left, right = sides(body, start, end, following[0])
    return not left.isspace() and not right.isalnum()


def _closes_first(body: str, start: int, end: int, mark: Mark, carried: Mark) -> bool:
    """Whether a paragraph's first mark closes what the paragraph before left open."""
    left, right = sides(body, start, end, mark)
    return mark.text in _DOUBLE_CLOSERS[carried.text] and not looks_opening(left, right) and not left.isspace()


def _unclosed(body: str, end: int, opened: list[Mark], spans: list[Span]) -> list[Span]:
    """The first mark that stays open, as a quotation to the end of its paragraph, where that is plausible."""
    for mark in opened:
        if mark.text in _CLOSERS_FIRST:
            continue
        following = end + len(body[end : end + 3]) - len(body[end : end + 3].lstrip("\n"))
        if body.startswith("\n\n", end) and (is_repeated(body, following, mark) or _next_only_closes(body, following, mark)):
            return [Span(mark, None, end, continues=True)]
        holds_its_like = any(span.opening.text == mark.text and span.opening.start > mark.start for span in spans)
        words = sum(1 for _ in zip(_WORD.finditer(body, mark.end, end), range(_SCARE_WORDS), strict=False))
        if not holds_its_like and words == _SCARE_WORDS and body[end - 1] in SENTENCE_END:
            return [Span(mark, None, end)]
    return []


def _next_only_closes(body: str, start: int, mark: Mark) -> bool:
    """Whether the first double mark of the paragraph at `start` closes: some papers do not repeat the opening mark."""
    for match in _MARK.finditer(body, start):
        text = match.group()
        if text[0] == "\n":
            return False
        if text not in SINGLE_MARKS:
            end = body.find("\n\n", match.end())
            return _closes_first(body, start, len(body) if end < 0 else end, Mark(match.start(), match.end(), text), mark)
    return False


def _by_surrounding(singles: list[Mark], doubles: list[Span]) -> list[list[Mark]]:
    """Single marks grouped by the innermost double quotation around them: a pair never crosses its border."""
    groups: dict[int, list[Mark]] = {}
    ordered = sorted(doubles, key=lambda span: (span.opening.start, -span.end))
    around: list[int] = []
    position = 0
    for mark in singles:
        while position < len(ordered) and ordered[position].opening.start < mark.start:
            while around and ordered[around[-1]].end <= ordered[position].opening.start:
                around.pop()
            around.append(position)
            position += 1
        while around and ordered[around[-1]].end <= mark.start:
            around.pop()
        groups.setdefault(around[-1] if around else -1, []).append(mark)
    return list(groups.values())


def _levelled(body: str, spans: list[Span]) -> Iterator[Quotation]:
    """Quotations from the pairs of one paragraph, in order, with their depth; empty ones are none."""
    ends: list[int] = []
    for opening, closing, outer_end, continues in sorted(spans, key=lambda span: (span.opening.start, -span.end)):
        start, end = opening.end, closing.start if closing else outer_end
        while start < end and body[start].isspace():
            start += 1
        while start < end and body[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        while ends and ends[-1] <= opening.start:
            ends.pop()
        yield Quotation(start, end, opening.start, outer_end, len(ends), continues, closing is not None)
        ends.append(outer_end)
