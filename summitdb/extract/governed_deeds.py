"""What a noun or a verb further off does to a document: "the signing of", "talks on", "in a joint statement", "lend Peru"."""

from __future__ import annotations

from summitdb.extract.clauses import subject_before
from summitdb.extract.deed_verbs import Deed, clause_begin, deed_at, deed_row, status_of
from summitdb.extract.documents import JOINT, DocumentPhrase
from summitdb.extract.modality import DONE, PLANNED, PROPOSED, modality
from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer.uses import values, words

BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
NAMING = frozenset({
    "in", "under", "by", "through", "with", "per", "according", "pursuant", "according to", "following", "via", "since",
    "despite",
})  # fmt: skip
RAISING = ("elevat", "upgrad", "rais", "lift")
DEED_NOUNS = values("document", "deed")
KEEPING_NOUNS = values("document", "keeping")  # "its commitment to", "compliance with"
PENDING = words("document", "pending")
COMING = words("document", "coming")
LEAVING = words("document", "leaving")
SHARE = words("document", "share")
ENDING = words("document", "ending")


def governed(units: list[Unit], phrase: DocumentPhrase, at: int) -> Deed | None:
    """The deed behind a preposition: "signing of", "talks on", "agreed on", "in a joint statement"."""
    low = units[at].low
    j = at - 1
    while j > 0 and (
        units[j].pos == "adv"
        or units[j].kind == "date"
        or units[j].text == ","
        or units[j].low in ("ceremony", "late", "principle")
    ):
        j -= 1 + (units[j].low == "principle")
    before = units[j] if j >= 0 else None
    if before is not None and low in ("to", "on", "upon", "off"):
        row = before.get("seal")
        if (
            row is not None
            and before.tenses
            and (before.low.startswith(("agree", "sign")) or "signature" in before.low or "name" in before.low)
        ):
            return deed_at(units, j, False)
    if before is not None and low in ("of", "for") and before.low in DEED_NOUNS:
        return _nominal(units, j, DEED_NOUNS[before.low])
    if before is not None and low in ("to", "with") and phrase.definite and before.low in KEEPING_NOUNS:
        return _nominal(units, j, KEEPING_NOUNS[before.low])
    if before is not None and low in ("from", "of"):
        if low == "from" and before.low in LEAVING:
            return _nominal(units, j, "terminated")
        object_ = [unit for unit in units[max(0, at - 3) : at] if unit.kind == "country" or unit.low in ("country", "nation")]
        if object_ and (low != "of" or units[at - 1].low == "out"):
            return _taken_out(units, at)
    if low == "to" and phrase.needs == "name":
        return _raised(units, j)
    if before is not None and before.low in SHARE:  # "suspended its participation in"
        halting = (k for k in range(j - 1, max(-1, j - 5), -1) if "halt" in units[k].rows and units[k].tenses)
        halt = next(halting, None)
        return deed_at(units, halt, False) if halt is not None else None
    if low in ("on", "for", "about", "over", "towards", "toward", "of", "at", "to"):
        for k in range(j, max(-1, j - 6), -1):
            if units[k].low in PENDING or (units[k].get("draft") and units[k].tenses):
                return Deed("proposed", units[k], k, subject_before(units, k), firm=False)
            if units[k].low in ("closer", "close") and low in ("to",):
                return Deed("proposed", units[k], k, subject_before(units, k), firm=False)
            if units[k].kind == "mark" or units[k].pos in ("rel", "sub", "prep", "aux"):
                break
    if low in ("with", "in", "by") and any(u.low in ENDING for u in units[max(0, at - 9) : at]):
        verb = next(k for k in range(at - 1, -1, -1) if units[k].low in ENDING)
        subject = subject_before(units, verb)
        if subject is not None and units[subject].kind in ("country", "city"):
            subject = None  # "talks in Minsk, Belarus, resulted in a truce"
        return Deed("adopted" if phrase.kind != "joint_statement" else "issued", units[verb], verb, subject)
    if low in NAMING and phrase.kind in JOINT and phrase.needs == "":
        return Deed("issued", phrase.noun, phrase.head, None, True)
    if low in ("in", "under", "through", "via", "by") and phrase.kind not in JOINT:
        for k in range(at - 1, max(-1, at - 26), -1):
            if units[k].low in ("agreed", "committed", "undertook", "pledged") and units[k].pos is None:
                return Deed("agreed", units[k], k, subject_before(units, k, clause_begin(units, k)))
            if units[k].text in (";", ":") or units[k].kind == "quotation":
                break
    if phrase.kind == "loan_or_grant" and low == "with":  # "will provide Turkey with 130 mln marks in aid"
        for k in range(at - 1, max(-1, at - 6), -1):
            if "give" in units[k].rows and units[k].tenses:
                return deed_at(units, k, False)
    if phrase.kind == "loan_or_grant" and low in ("with", "through", "by", "via", "under") and phrase.needs:
        return Deed("agreed", units[at], at, None, True)
    if low == "under" and not phrase.definite:
        return Deed("agreed", units[at], at, None, True)
    return distant(units, phrase, at) if low in ("in",) and phrase.kind == "loan_or_grant" else None


def _raised(units: list[Unit], last: int) -> Deed | None:
    """ "lifted their ties to a Comprehensive Partnership"."""
    for k in range(last, max(-1, last - 6), -1):
        if units[k].low.startswith(RAISING):
            how = modality(units, k)
            status = status_of("agreed", how, "seal")
            return Deed(status, units[k], k, subject_before(units, k), firm=how == DONE) if status else None
    return None


def _taken_out(units: list[Unit], at: int) -> Deed | None:
    """ "was withdrawing the country from", "pulled the United States out of"."""
    for k in range(at - 1, max(-1, at - 6), -1):
        if units[k].low.startswith(("withdr", "pull")):
            how = modality(units, k)
            status = status_of("terminated", how, "halt")
            return Deed(status, units[k], k, subject_before(units, k), firm=how == DONE) if status else None
    return None


def _nominal(units: list[Unit], at: int, value: str) -> Deed | None:
    """ "the signing of": done when attended, planned ahead of it."""
    how = DONE
    for k in range(at - 1, max(-1, at - 9), -1):
        unit = units[k]
        sense = (unit.get("modality") or {}).get("sense") or (unit.get("cue") or {}).get("sense")
        if (
            unit.pos == "modal"
            or sense == "future"
            or (k == at - 1 and unit.low in COMING)
            or unit.low in ("ahead of", "ahead", "prepare", "preparing", "preparations")
        ):
            how = PLANNED
            break
        if sense in ("tentative", "proposed", "failed") or unit.low in ("discussed", "postponed", "delayed"):
            how = PROPOSED
            break
        if unit.tenses & {"past"} or unit.text in (",", ";") or unit.low in ("and", "saw") or unit.low.endswith("ed"):
            break
    status = status_of(value, how, "seal")
    owner = at - 2 if at > 1 and units[at - 1].text in POSSESSIVES else subject_before(units, at, clause_begin(units, at))
    return Deed(status, units[at], at, owner, False, how == DONE, True) if status else None


def distant(units: list[Unit], phrase: DocumentPhrase, last: int) -> Deed | None:
    """A verb with a place, a time or a receiver between it and its object: "signed here on Friday a treaty", "extended to
    Bangladesh a loan", "lend Indonesia 150 mln dlrs"."""
    for k in range(last, max(-1, last - 8), -1):
        unit = units[k]
        found = deed_row(unit)
        if found is not None and found[1].get("complement") != "self":
            if found[0] == "give" and phrase.kind != "loan_or_grant":
                return None
            if any(u.low in BE for u in units[max(0, k - 1) : k]) and "part" in unit.tenses:
                return None
            return deed_at(units, k, False)
        if (
            unit.get("document")
            or unit.text in (",", ";", ":", ".")
            or unit.pos in ("rel", "sub", "conj", "aux", "modal")
            or unit.tenses & {"past", "s"}
        ):
            return None
    return None
