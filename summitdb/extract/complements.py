"""Complements: what a reporting verb reports, from the words behind it."""

from __future__ import annotations

from typing import NamedTuple

from summitdb.extract.clause_shapes import clause_end, governs, is_clause, is_existential, is_finite_at, trim
from summitdb.extract.clauses import is_mention
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words


class Complement(NamedTuple):
    """What is reported: units `begin` to `end`, and the last part of the id of the rule that found it."""

    begin: int
    end: int
    rule: str


REACH = 14
PAUSED = 6  # units of a speaker's phrase before "said,"
PUBLISHED = frozenset({"published", "broadcast", "carried", "posted", "released", "issued", "aired", "quoted", "printed", "run"})
PAUSES = frozenset({",", ":", ".", ")", "-", "—"})


def complement(units: list[Unit], verb: int, in_document: bool) -> Complement | None:
    """What the verb at `verb` reports, None where it reports nothing that the guide counts. `in_document` says that a joint
    document speaks, of which noun phrases count too."""
    row = units[verb].rows["report"]
    takes = row.get("complement", "").split()
    begin = _behind_aside(units, verb + 1)
    if begin >= len(units) or not takes:
        return None
    found = (
        _appeal(units, begin, takes, "past" in units[verb].tenses)
        or (_expression(units, begin) if "np" in takes else None)
        or (_clause(units, verb, begin, "obj" in takes) if "that" in takes else None)
        or (_make(units, begin + 1, "that") if "clause" in takes and units[begin].low == "that" else None)
        or (_phrase(units, begin) if in_document and ("np" in takes or "point" in takes) else None)
    )
    return _in_relative(units, found) if found is not None and _is_behind_relative(units, verb) else found


def _is_behind_relative(units: list[Unit], verb: int) -> bool:
    """Whether the verb at `verb` is that of "who" or "which": "who said", "who has denied"."""
    i = verb - 1
    while i > 0 and units[i].pos in ("aux", "adv"):
        i -= 1
    return i >= 0 and units[i].pos == "rel"


def _in_relative(units: list[Unit], found: Complement) -> Complement | None:
    """What a verb behind "who" reports, up to where the clause above goes on: "X, who announced the accord, had left" reports
    nothing."""
    for i in range(found.begin, found.end - 1):
        if units[i].text == "," and is_finite_at(units, i + 1):
            return found._replace(end=i) if is_clause(units, found.begin, i) else None
    return found


def _behind_aside(units: list[Unit], begin: int) -> int:
    """The position behind an aside at `begin`, `begin` itself where there is none: "She said, however, that"."""
    for comma in range(begin + 2, min(begin + 5, len(units))):
        if units[begin].text == units[comma].text == ",":
            said = " ".join(unit.low for unit in units[begin + 1 : comma])
            return comma + 1 if said in words("statement", "aside") else begin
    return begin


def _make(units: list[Unit], begin: int, rule: str, least: int = 3) -> Complement | None:
    begin, end = trim(units, begin, clause_end(units, begin, rule in ("that", "bare")))
    return Complement(begin, end, rule) if end - begin >= least else None


def _appeal(units: list[Unit], begin: int, takes: list[str], past: bool) -> Complement | None:
    """ "urged Iran to sign", "called on both to stop", "called for a ceasefire", "accused Kabul of lying", "denied lying"."""
    low = units[begin].low
    if "whole" in takes:
        return _make(units, begin, "appeal", 2)
    if "on_to" in takes and low in ("on", "upon"):
        return _make(units, begin + 1, "appeal") if _infinitive(units, begin + 2) else None
    if "to_to" in takes and low == "to":
        return _make(units, begin + 1, "appeal") if _infinitive(units, begin + 2) else None
    if "for" in takes and low == "for":
        return _make(units, begin + 1, "appeal", 2)
    if "obj_to" in takes and units[begin].pos != "prep" and _infinitive(units, begin + 1) and low != "to":
        return _make(units, begin, "appeal")
    if "of" in takes and past and any(u.low == "of" for u in units[begin + 1 : begin + 12]):
        return _make(units, begin, "accusation")
    if "against" in takes and (low == "against" or any(u.low == "against" for u in units[begin + 1 : begin + 6])):
        return _make(units, begin + (low == "against"), "appeal")
    if "ing" in takes and past and units[begin].low.endswith("ing"):
        return _make(units, begin, "denial", 4)
    return None


def _infinitive(units: list[Unit], begin: int) -> bool:
    """Whether "to" and a verb follow within the clause: "... not to sign"."""
    for i in range(begin, min(begin + REACH + 6, len(units) - 1)):
        if units[i].text in (";", ".") or units[i].low == "that":
            return False
        if units[i].low == "to":
            following = units[i + 1]
            if following.kind == "word" and following.pos not in ("det", "poss", "prep", "pron") and following.text.islower():
                return True
    return False


def _expression(units: list[Unit], begin: int) -> Complement | None:
    """ "expressed readiness to sign", "voiced the hope that it would rain", "reaffirmed their support for the accord"."""
    start = begin + (units[begin].pos == "det")
    for i in range(start, min(start + 6, len(units))):
        row = units[i].rows.get("expression")
        if row is not None:
            after = i + 1
            if row["kind"] == "clause" or (after < len(units) and units[after].low == "that"):
                after += after < len(units) and units[after].low == "that"
                return _make(units, after, "expression")
            return _make(units, start, "expression", 2) if row["kind"] == "phrase" else None
        if (units[i].pos in ("prep", "conj") and units[i].low != "and") or (
            units[i].kind == "mark" and units[i].text not in ("'s", "’s")
        ):
            return None
    return None


def _clause(units: list[Unit], verb: int, begin: int, addressed: bool) -> Complement | None:
    """The clause behind a verb of saying, with or without "that"; None behind a noun that a relative clause describes."""
    that = next((i for i in range(begin, min(len(units), begin + REACH)) if units[i].low == "that"), None)
    if that is not None and _is_relative(units, begin, that):
        return _bare(units, begin, addressed) if is_clause(units, begin, that) else None
    found = _that(units, begin) or _bare(units, begin, addressed)
    return found or (_paused(units, verb) if "past" in units[verb].tenses else None)


def _that(units: list[Unit], begin: int) -> Complement | None:
    """ "said on Monday in Geneva that the talks had failed"."""
    for i in range(begin, min(len(units), begin + REACH)):
        unit = units[i]
        if unit.low == "that" and units[i - 1].pos == "conj":  # "said the line was shut, but that it would open"
            return _make(units, skip_circumstance(units, begin), "bare")
        if unit.low == "that" and units[i - 1].pos != "prep":  # not "the losses suffered at that time"
            other = i > begin + 1 and units[i - 1].low.endswith("ing") and units[i - 2].pos == "prep"
            return _make(units, i + 1, "that") if not other else None  # "noted the value of ensuring that"
        if unit.text in (";", ":") or unit.kind == "quotation" or unit.pos in ("modal", "rel", "aux"):
            return None
        if unit.low == "to" and i + 1 < len(units) and "base" in units[i + 1].tenses:
            return None
        if i > begin and (unit.low.endswith("ed") or "past" in unit.tenses) and is_finite_at(units, i):
            return None  # "said the parade signified that": of the clause's own verb
    return None


def _is_relative(units: list[Unit], begin: int, that: int) -> bool:
    """Whether "that" is a subject, behind a noun: "stressed the development that safeguards nature"; not "said that is wrong"."""
    if that == begin or that + 1 >= len(units) or units[that - 1].kind != "word" or units[that - 1].pos is not None:
        return False
    following = units[that + 1]
    told = all(unit.kind in ("person", "role") or unit.pos is not None for unit in units[begin:that])
    if told or "medium" in units[that - 1].rows or following.kind != "word":
        return False
    verbal = following.pos in ("aux", "modal") or (bool(following.tenses & {"s", "past"}) and "nounlike" not in following.rows)
    return verbal or (following.pos is None and governs(units, that + 1))


def _bare(units: list[Unit], begin: int, addressed: bool) -> Complement | None:
    """ "said the talks had failed", "told reporters on Monday the talks had failed"."""
    start = skip_circumstance(units, begin)
    if addressed and start < len(units) and units[start].text != ",":
        start = skip_circumstance(units, _skip_addressee(units, start))
    if start >= len(units) or units[start].text in PAUSES or units[start].pos == "conj" or units[start].low == "to":
        return None
    end = clause_end(units, start)
    return _make(units, start, "bare") if is_clause(units, start, end) else None


def _paused(units: list[Unit], verb: int) -> Complement | None:
    """ "The minister said, the two leaders agreed to meet.": a comma behind the verb of the sentence's first words."""
    begin = verb + 1
    if (
        verb > PAUSED
        or begin + 1 >= len(units)
        or units[begin].text != ","
        or any(u.kind in ("mark", "quotation") for u in units[:verb])
    ):
        return None
    following = units[begin + 1]
    if following.pos not in ("det", "poss", "pron") and following.kind not in ("role", "group", "person", "country", "body"):
        return None
    if any(unit.kind == "quotation" for unit in units[begin:]) or not is_clause(units, begin + 1, len(units)):
        return None
    return _make(units, begin + 1, "bare", 4)


def _phrase(units: list[Unit], begin: int) -> Complement | None:
    """ "emphasized the need for common tariffs", in a joint document."""
    if units[begin].pos in ("prep", "conj") or units[begin].kind in ("mark", "quotation") or units[begin].low == "to":
        return None
    return _make(units, begin, "phrase")


def skip_circumstance(units: list[Unit], i: int) -> int:
    """The position behind what may stand between a reporting verb and its clause: "on Monday", "in a speech", "after talks"."""
    n = len(units)
    while i < n:
        unit = units[i]
        following = units[i + 1] if i + 1 < n else None
        adverb = (
            unit.pos == "adv"
            and not is_existential(units, i)
            and not (following is not None and following.kind == "word" and following.pos is None)
        )
        if unit.kind == "date" or adverb or unit.low in ("here", "today", "yesterday", "tomorrow", "tonight"):
            i += 1
        elif unit.pos == "prep" or unit.low in ("to", "as"):
            stop = _phrase_end(units, i + 1)
            if stop is None:
                return i
            i = stop
        else:
            return i
    return i


def _phrase_end(units: list[Unit], i: int) -> int | None:
    """The position behind the noun phrase of a circumstance that begins at `i`: a date, a place, a medium, a person or an office;
    None where it is none of these."""
    n = len(units)
    for k in range(i, min(n, i + 8)):
        unit = units[k]
        if unit.low == "that" or unit.text in (",", ";", ":") or unit.kind == "quotation":
            return None
        if unit.kind in ("date", "city", "role", "person", "organization") or "medium" in unit.rows:
            last = _behind_published(units, k)
            while last + 1 < n and units[last + 1].kind == "word" and units[last + 1].rows.keys() & {"medium", "meeting"}:
                last += 1
            return last + 1
    return None


def _behind_published(units: list[Unit], k: int) -> int:
    """The last unit of a medium and where it appeared: "remarks published in the daily Al-Anbar", else `k` itself."""
    if "medium" not in units[k].rows or k + 2 >= len(units) or units[k + 1].low not in PUBLISHED:
        return k
    for last in range(k + 2, min(len(units), k + 9)):
        if units[last].kind in ("name", "date", "organization") or units[last].low in ("today", "yesterday"):
            return last
        if units[last].kind == "mark" and units[last].text not in ("'s", "’s"):
            return k
    return k


def _skip_addressee(units: list[Unit], i: int) -> int:
    """The position behind "reporters", "the chamber", "Putin", "The Hindu"."""
    n = len(units)
    if i < n and is_mention(units[i]):
        return i + 1
    if i < n and units[i].pos in ("det", "poss"):
        i += 1
    while i < n and (
        units[i].pos == "word" or units[i].kind in ("name", "national", "organization") or "modifier" in units[i].rows
    ):
        i += 1
        if units[i - 1].kind in ("name", "organization"):
            return i
    if i < n and units[i].kind == "word" and units[i].pos is None:
        i += 1
        while i < n and units[i].rows.keys() & {"medium", "meeting"}:  # "a news conference"
            i += 1
    return i
