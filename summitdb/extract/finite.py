"""Finite verbs: which words a clause can stand on, and which only look like such verbs."""

from __future__ import annotations

from summitdb.extract.clauses import FINITE, unit_after
from summitdb.extract.units import Unit

COMMAS = frozenset({",", "—", "–", "--"})
SUPPORTS = frozenset({
    "began", "took part", "took place", "takes place", "holds", "hosts", "ends", "begins", "starts", "opens", "attends",
    "pays", "paid", "held", "wound up", "winds up", "got under way", "gets under way", "kicks off", "closes", "resumes",
})  # fmt: skip
IRREGULAR = frozenset({
    "came", "went", "gave", "took", "made", "saw", "got", "ran", "led", "won", "fell", "rose", "grew", "kept", "broke",
    "brought", "sent", "put", "set", "drew", "stood", "sat", "lost", "found", "felt", "thought", "knew", "became", "paid", "laid",
})  # fmt: skip
POSSESSIVE = frozenset({"'s", "’s"})
VERBAL_CUES = frozenset({
    "looks forward to", "looks set", "intends to", "wishes to", "offers to", "refuses to", "declines to", "rules out",
    "calls off", "puts off", "pulls out of", "drops out of",
})  # fmt: skip
AUXILIARY = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would"})


def is_finite(units: list[Unit], i: int) -> bool:
    """Whether the unit at `i` is a verb, auxiliary or modal that a clause can stand on."""
    unit = units[i]
    if unit.kind != "word":
        return False
    if unit.pos in ("aux", "modal"):
        return True
    rows, low = unit.rows, unit.low
    if not rows:
        known = low in IRREGULAR or (low.endswith("ed") and unit.text[0].islower())
        return known and not _is_noun_place(units, i)
    if unit.pos is not None and not unit.tenses and len(rows) == 1:
        return False
    opening = low.split(" ", 1)[0]
    if "cue" in rows and opening in AUXILIARY:
        return True
    if "meeting" in rows and low != "visits":
        return False
    finite = (
        bool(unit.tenses & FINITE)
        or opening in IRREGULAR
        or ("cue" in rows and (opening.endswith("ed") or low in VERBAL_CUES))
        or ("light" in rows and (low.endswith("ed") or low in SUPPORTS))
    )
    return finite and not _is_noun_place(units, i)


def is_attribute(units: list[Unit], i: int) -> bool:
    """Whether the name at `i` only says which thing is meant: "the Trump administration", "a Merkel adviser"."""
    behind = unit_after(units, i)
    if behind is None or units[i].kind != "person" or behind.is_capitalised:
        return False
    if behind.low.endswith("ly") or (i + 2 < len(units) and units[i + 2].text == "-"):
        return False  # "Bram secretly visited", "Bram co-hosted"
    plain = behind.kind == "word" and behind.pos is None and not behind.tenses and not is_finite(units, i + 1)
    return plain or behind.kind in ("body", "role")


def lexical(units: list[Unit], verb: int) -> int:
    """The position of the verb that says what is done, behind the auxiliaries at `verb`: "has already invited"."""
    i = verb
    while i + 1 < len(units) and i - verb < 4 and (units[i].pos in ("aux", "modal", "adv", "neg")):
        i += 1
    return i if units[i].tenses and units[i].kind == "word" else verb


def _is_noun_place(units: list[Unit], i: int) -> bool:
    """Whether what stands before the unit at `i` calls for a noun or an adjective: "the planned", "of talks"."""
    before = units[i - 1] if i else None
    if before is not None and before.text == "-" and before.end == units[i].start:
        return True  # "the US-hosted meeting"
    if "s" in units[i].tenses and before is not None and before.kind == "word" and not before.rows and i > 1:
        over = units[i - 2]  # "to resolve the humanitarian issues"
        if over.pos in ("det", "poss", "prep") or over.low == "to" or over.text in POSSESSIVE:
            return True
    return before is not None and (
        before.pos in ("det", "poss", "prep") or before.kind == "national" or before.low == "to" or before.text in POSSESSIVE
    )


def finite_ahead(units: list[Unit], i: int, reach: int) -> int | None:
    """The position of the next finite verb within `reach` units of `i`, before any comma."""
    for j in range(i, min(i + reach, len(units))):
        if units[j].text in COMMAS or units[j].text == ";":
            return None
        if is_finite(units, j):
            return j
    return None
