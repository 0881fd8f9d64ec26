"""The verbs that do something to documents (sign, suspend, lend, draft, keep) and who does it."""

from __future__ import annotations

from msgspec import Struct

from summitdb.extract.clauses import is_mention, subject_before
from summitdb.extract.document_bounds import DOING
from summitdb.extract.modality import DENIED, DONE, PLANNED, PROPOSED, modality, senses_of
from summitdb.extract.units import Unit

LASTING = ("renew", "prolong", "renegotiat")  # only what has been made can be made anew
TRAVELS = frozenset(("visit", "travel", "meet"))  # "visited Senegal to sign": who visits signs


class Deed(Struct):
    """What is done to a document. `verb` stands at `at`; `subject` is the position of who does it; `firm` is false where it is
    only wished, planned or denied."""

    status: str
    verb: Unit
    at: int
    subject: int | None = None
    passive: bool = False
    firm: bool = True
    nominal: bool = False
    cue: Unit | None = None
    denied: bool = False


def status_of(value: str, how: str, kind: str) -> str | None:
    """The status of a document of `kind` to which a verb of `value` applies, firmly or not."""
    if value == "proposed":
        return "proposed"
    if value == "in_force":
        return "in_force" if how in (DONE, DENIED) or kind == "keep" else "signed"
    if value == "ratified":
        return "adopted" if how == DONE else "signed"
    if value == "finalized":
        return "agreed" if how == DONE else PROPOSED
    if value == "announced":
        return "agreed"
    if value in ("suspended", "terminated"):
        return value if how == DONE else "in_force"
    if value in ("postponed", "cancelled"):
        return PLANNED if value == "postponed" else "terminated"
    if value == "exchanged":
        value = "signed"
    return {DONE: value, PLANNED: PLANNED}.get(how, PROPOSED)


def deed_row(unit: Unit) -> tuple[str, dict[str, str]] | None:
    """The class and row of a verb that does something to documents."""
    if unit.kind != "word" or not unit.tenses:
        return None
    for kind in DOING:
        row = unit.rows.get(kind)
        if row is not None:
            return kind, row
    return None


def clause_begin(units: list[Unit], verb: int) -> int:
    """Where the clause of the verb at `verb` begins: behind "that", "while" or "who", unless a comma closes that clause."""
    comma = False
    for i in range(verb - 1, -1, -1):
        if units[i].text == ",":
            comma = True
        elif units[i].text in (";", ":") or (
            units[i].low == "that" and units[i].kind == "word" and i > 0 and units[i - 1].rows.keys() & {"report", "give", "seal"}
        ):
            return i + 1
        elif units[i].pos in ("rel", "sub") and not comma:
            return i + 1
    return 0


def _doer(units: list[Unit], verb: int, begin: int) -> int | None:
    """The position of who does what the verb says: its subject, or who is asked to do it ("urged Kyiv to sign")."""
    senses, first = senses_of(units, verb)
    if first > begin and is_mention(units[first - 1]) and any(low == "to" for low, _ in senses):
        if not any(unit.rows.keys() & TRAVELS for unit in units[max(0, first - 4) : first - 1]):
            return first - 1
    return subject_before(units, verb, max(begin, clause_begin(units, verb)))


def deed_at(units: list[Unit], at: int, passive: bool, begin: int = 0) -> Deed | None:
    found = deed_row(units[at])
    if found is None:
        return None
    kind, row = found
    how = modality(units, at)
    if kind == "give" and how == PLANNED and any(u.low.startswith("agree") for u in units[max(0, at - 3) : at]):
        how = DONE
    status = status_of(row["value"], how, kind)
    if status is None:
        return None
    if status in (PLANNED, PROPOSED) and units[at].low.startswith(LASTING):
        status = "in_force"  # "agreed to extend the pact"
    subject = None if passive else _doer(units, at, begin)
    return Deed(status, units[at], at, subject, passive, how == DONE, denied=how == DENIED)
