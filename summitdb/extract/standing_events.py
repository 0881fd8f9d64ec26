"""Standings told by nouns for what happens to them: membership, accession, entry, observer status, "the Turkish bid"."""

from __future__ import annotations

from summitdb.extract import standing_talks as talks
from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_outlooks import outlook_before, outlook_behind
from summitdb.extract.standing_terms import Outlook, Standing, list_from, pairs_of, sense_of, states_of
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.gazetteer.uses import words

REQUESTS = words("standing", "requests")

TALKS = words("standing", "talks")

# What a state does with its own application or talks.
STARTED = words("standing", "started")

ENTRIES = frozenset({"accession", "admission", "entry", "inclusion"})

# Nouns of many meanings, told by their "of": "his admission that", "entry into the country".
LOOSE = frozenset({"entry", "admission"})

CANDIDACIES = frozenset({"bid", "candidacy", "candidature", "application"})

SEATS = frozenset({"membership", "full membership"})

ENDING = words("standing", "ending")

# What happens to an accession that is over.
COMPLETED = frozenset({"completed", "finalised", "finalized", "concluded", "marked", "brought", "raised", "took", "came"})

NO_ENTRY = words("standing", "no_entry")

DONE = frozenset({"since", "after", "following", "marked", "celebrated", "anniversary", "completed"})


def event(clause: Clause, i: int) -> list[Standing]:
    """What a noun for a standing or its beginning says: membership, accession, entry, observer status."""
    units = clause.units
    unit = units[i]
    row = unit.rows.get("standing")
    status = row["status"] if row is not None else "member"
    following = unit.low.partition(" ")[2] if row is None else units[i + 1].low if i + 1 < len(units) else ""
    if any(u.low in NO_ENTRY for u in units[i + 1 : i + 4]) and unit.low == "entry":
        return []
    if status == "member" and unit.low.endswith("status"):
        return []
    if status == "member" and entry_is_over(clause, i):
        return _ended(clause, i)
    if unit.low == "status" or "status" in unit.low or following == "status" or units[i - 1].low == "status":
        return status_granted(clause, i, status)
    asked = next((j for j in range(i - 1, max(-1, i - 4), -1) if units[j].low in REQUESTS), None)
    pairs = clause.possessor(asked if asked is not None and any(u.low in ("for", "of") for u in units[asked:i]) else i)
    if not pairs:
        including = next((j for j in range(i + 1, min(len(units), i + 6)) if units[j].low in ("including", "include")), None)
        pairs = pairs_of(list_from(units, including + 1)) if including is not None else []
    pairs = pairs or talks.negotiating(clause, i)
    loose = unit.low in LOOSE and following != "of"
    entry = clause.bodies.attached(i) or (None if loose else clause.bodies.nearby(i))
    if entry is None:
        entry = next((clause.past.known[code] for _, code in pairs if code in clause.past.known), None) or (
            clause.past.body() if (pairs and not loose) or unit.low in ("full membership", "membership", "accession") else None
        )
    if entry is None:
        return []
    before = outlook_before(clause.units, i)
    after = outlook_behind(clause.units, i)
    outlook = after if after.modality != "actual" and before.modality not in ("supported", "opposed") else before
    pairs = clause.other(pairs, outlook, i - 1)
    if outlook is before and outlook.at >= 0 and any(sense_of(u) in ("suspended", "leaving") for u in units[outlook.at : i]):
        return clause.make(pairs, entry, "member", Outlook(), unit, "suspended")
    ratified = _ratifiers(clause, outlook, {code for _, code in pairs}, entry)
    if ratified:
        return ratified + clause.make(pairs, entry, status, outlook, unit, "invited")
    if outlook is before and outlook.modality == "supported" and _is_by_body(clause, outlook.at, entry):
        outlook = Outlook("invited", outlook.cue, outlook.at)
    if following.startswith("protocol") or any(u.low.startswith("protocol") for u in units[max(0, i - 3) : i]):
        signed = any(u.low.startswith("sign") for u in units)
        return clause.make(pairs, entry, "candidate", Outlook(), unit, "protocol") if signed else []
    if status == "member" and outlook.modality in ("sought", "actual", "invited") and talks.are_on(clause, i, following):
        return clause.make(pairs or talks.partners(clause, i), entry, "candidate", Outlook(), unit, "talks")
    if outlook.modality in ("supported", "opposed"):
        pairs = pairs or clause.object(outlook.at, i)
        standing = clause.make(pairs, entry, status, Outlook("sought"), unit, "sought") if asked is not None else []
        return standing + clause.make(pairs, entry, status, outlook, unit, outlook.modality)
    request = following in REQUESTS
    if request and not pairs and outlook.modality == "actual" and not any(u.low in STARTED for u in units[max(0, i - 8) : i]):
        return []
    if request and before.modality == "invited" and before.cue is not None and before.cue.low.startswith("invit"):
        return clause.make(pairs or clause.object(before.at, i), entry, status, before, unit, "invited")
    if request or outlook.modality == "sought":
        outlook = clause.wanted(outlook, pairs)[0] if pairs and outlook.modality == "sought" else Outlook("sought", outlook.cue)
        pairs = pairs or clause.subject(outlook.at if outlook.at >= 0 else i)
        standing = clause.make(pairs, entry, status, outlook, unit, outlook.modality)
        if after.modality in ("supported", "opposed"):
            standing += clause.make(pairs, entry, status, after, unit, after.modality)
        return standing
    if unit.low in SEATS and pairs and any(sense_of(u) == "suspended" for u in units[i + 1 : i + 11]):
        return clause.make(pairs, entry, "member", Outlook(), unit, "suspended")
    done = any(u.low in DONE for u in units[max(0, i - 6) : i])
    entered = unit.low in ENTRIES and following not in REQUESTS and any(_is_past(u) for u in units[i + 1 : i + 9])
    if done or (pairs and (entered or any(u.low in COMPLETED for u in units[i + 1 : i + 16]))):
        return clause.make(pairs, entry, status, Outlook(), unit, "entered") if pairs else []
    if (
        unit.low in ENTRIES
        and pairs
        and not {"before", "any", "no", "until", "against", "without"} & {u.low for u in units[max(0, i - 4) : i]}
    ):
        return clause.make(pairs, entry, status, Outlook("invited", outlook.cue), unit, "invited")
    if outlook.modality == "invited" and pairs:
        return clause.make(pairs, entry, status, outlook, unit, "invited")
    if any(sense_of(u) == "suspended" for u in units[max(0, i - 4) : i]):
        return clause.make(pairs, entry, "member", Outlook(), unit, "suspended")
    return []


def _is_by_body(clause: Clause, at: int, entry: OrganizationEntry) -> bool:
    """Whether the organization itself is the one that supports: "NATO leaders have backed the accession of Sweden"."""
    for j in range(at - 1, max(-1, at - 10), -1):
        if clause.bodies.named_at(j) is entry:
            return True
        if clause.units[j].text in (",", ";") and clause.units[j + 1].low == "and":
            return False
    return False


def _ratifiers(clause: Clause, outlook: Outlook, candidates: set[str], entry: OrganizationEntry) -> list[Standing]:
    """Who ratifies an accession is a member: "Spain and Chad have yet to ratify Peru's membership"."""
    cue = outlook.cue
    if cue is None or not (cue.low.startswith("ratif") and cue.tenses & {"past", "base", "s"}):
        return []
    pairs = [pair for pair in clause.subject(outlook.at) if pair[1] not in candidates]
    return clause.make(pairs, entry, "member", Outlook(), cue, "ratified")


def _is_past(unit: Unit) -> bool:
    """Whether a date is over: "was in 1999"; one that may lie ahead has a future reading."""
    return unit.kind == "date" and (
        unit.value.direction == "past" or (unit.value.kind in ("absolute", "year") and not unit.value.future)
    )


def entry_is_over(clause: Clause, i: int) -> bool:
    """Whether a membership is said to be given up: "have ended their ECOWAS membership"."""
    following = clause.units[i + 1].low if i + 1 < len(clause.units) else ""
    if clause.units[i].low not in SEATS or following in REQUESTS:
        return False
    for unit in reversed(clause.units[max(0, i - 6) : i]):
        if unit.low in ENDING or unit.pos == "conj":  # "abandoned neutrality and sought membership"
            return unit.low in ENDING
    return False


def _ended(clause: Clause, i: int) -> list[Standing]:
    """Who gives up the membership at `i`, done or to come."""
    units = clause.units
    at = next(j for j in range(i - 1, -1, -1) if units[j].low in ENDING)
    entry = clause.bodies.attached(i) or clause.bodies.nearby(i) or clause.past.last()
    done = "past" in units[at].tenses or units[at].low.endswith("ed") or units[at].low == "gave up"
    ahead = any(u.low == "to" or u.pos == "modal" for u in units[max(0, at - 3) : at])
    outlook = Outlook() if done and not ahead else Outlook("sought")
    return clause.make(clause.subject(at), entry, "former_member", outlook, units[i], "leaving")


def status_granted(clause: Clause, i: int, status: str) -> list[Standing]:
    """ "granted Egypt and Qatar the status of dialogue partner", "was granted observer status", "seeks candidate status"."""
    units = clause.units
    entry = clause.bodies.attached(i) or clause.bodies.nearby(i) or clause.past.last()
    outlook = outlook_before(clause.units, i)
    behind = next((j for j in range(i + 1, min(len(units), i + 7)) if units[j].low in ("to", "for", ":", "(")), None)
    listed = pairs_of(list_from(units, behind + 1)) if behind is not None else []
    granting = next(
        (
            j
            for j in range(i - 1, max(-1, i - 12), -1)
            if sense_of(units[j]) == "granted" or units[j].low in ("has", "have", "had")
        ),
        None,
    )
    if granting is None:
        pairs = listed or clause.possessor(i)
        if outlook.modality == "actual":
            return []
        return clause.make(pairs or clause.subject(outlook.at), entry, status, outlook, units[i], outlook.modality)
    pairs = listed or pairs_of(list_from(units, granting + 1)) or clause.subject(granting)
    future = outlook.modality in ("sought", "supported", "opposed") or any(
        u.low in ("would", "could", "may") for u in units[max(0, granting - 4) : granting]
    )
    if outlook.modality == "invited" or (future and outlook.modality == "actual"):
        outlook = Outlook() if not future else Outlook("sought")
    return clause.make(pairs, entry, status, outlook, units[i], "granted")


def echoed(clause: Clause, i: int) -> list[Standing]:
    """ "Russia and China supported Tehran.": in the wish that the sentences before told of."""
    units = clause.units
    if (i + 2 < len(units) and units[i + 2].kind != "mark") or i + 1 >= len(units):
        return []
    named = units[i + 1].kind in ("country", "city")
    pairs = [pair for pair in states_of(units[i + 1]) if named and pair[1] in clause.past.wishes]
    row = units[i].rows["relation"]
    return (
        clause.make(pairs, clause.past.wishes[pairs[0][1]], "member", Outlook(row["sense"], units[i], i), units[i], row["sense"])
        if pairs
        else []
    )


def request(clause: Clause, i: int) -> list[Standing]:
    """ "The Turkish bid", "its application": what was said before to be sought, here supported, opposed or sought again."""
    units = clause.units
    own = units[i - 1].organization if i and units[i - 1].kind == "organization" and units[i].low not in TALKS else None
    plain = units[i].low in CANDIDACIES and (i + 1 == len(units) or units[i + 1].low not in ("for", "to"))
    near = own or (clause.bodies.nearby(i) if plain else None)
    pairs = [
        (unit, code)
        for unit, code in clause.possessor(i)
        if code in clause.past.known or near is not None or units[i - 1].low in ("its", "their")
    ]
    by = i + 2 < len(units) and units[i + 1].low == "by" and units[i].low in ("bid", "application", "request", "candidacy")
    if not pairs and by and clause.past.known:
        return clause.make(pairs_of(list_from(units, i + 2)), clause.past.body(), "member", Outlook("sought"), units[i], "sought")
    if not pairs:
        return []
    after, before = outlook_behind(clause.units, i), outlook_before(clause.units, i)
    outlook = after if after.modality != "actual" else before
    pairs = clause.other(pairs, outlook, i - 1)
    found = clause.make(pairs, near, "member", Outlook("sought"), units[i], "sought") if near is not None else []
    if outlook.modality not in ("supported", "opposed"):
        return found
    entry = near or (clause.past.known.get(pairs[0][1]) if pairs else None)
    return found + clause.make(pairs, entry, "member", outlook, units[i], outlook.modality)
