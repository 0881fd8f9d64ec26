"""Standings told by nouns: "ASEAN members Vietnam and Laos", "observer status", "Croatia's entry", "membership bid"."""

from __future__ import annotations

from summitdb.extract.standing_clause import (
    AHEAD,
    BE,
    BODIES,
    Clause,
    Outlook,
    Pairs,
    Standing,
    list_before,
    list_from,
    pairs_of,
    sense_of,
    states_of,
)
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry

STRONG = frozenset({"observer", "dialogue_partner", "candidate", "applicant"})
PLAIN = frozenset({"member", "partner", "members", "partners"})
# "A trading partner", "a parliamentary candidate", "an election observer" hold no standing in an organization.
OTHER = frozenset({
    "trading", "trade", "business", "coalition", "economic", "key", "parliamentary", "presidential", "election", "military", "industry", "market", "diplomatic", "international",
    "strategic", "party", "staff", "crew", "family", "cabinet", "government", "board", "committee", "panel", "parliament", "council", "junior", "largest", "biggest", "main", "reliable",
    "independent", "foreign", "armed", "team", "gang", "opposition", "political", "senior", "leading", "delegation", "security", "private", "local", "human", "poll", "western",
})  # fmt: skip
FORMER = frozenset({"former", "ex", "erstwhile", "one-time"})
INCLUDING = frozenset({"including", "include", "includes", "included", "such", "namely", "are", "were", "like", "who", "which", "so", "far", "currently", "now", "as", "of", ",", ":", "states",
                       "countries", "nations"})  # fmt: skip
REQUESTS = frozenset({
    "bid", "bids", "application", "applications", "request", "requests", "candidacy", "aspirations", "aspiration", "ambitions", "ambition", "hopes", "talks", "negotiations", "prospects", "prospect",
    "process", "drive", "push", "plans", "goal", "path", "campaign",
})  # fmt: skip
TALKS = frozenset({"talks", "negotiations", "process", "plans", "drive", "push", "campaign", "goal", "path", "request", "requests"})
# What a state does with its own application or talks.
STARTED = frozenset({"filed", "files", "file", "submitted", "submit", "lodged", "lodge", "made", "make", "began", "begin", "begun", "started", "start", "starts", "opened", "open", "opening", "launched",
                     "launch", "resumed", "resume", "offered", "given", "granted", "completed", "complete", "concluded", "conclude", "suspended", "pursue", "continue", "in"})  # fmt: skip
ENTRIES = frozenset({"accession", "admission", "entry", "inclusion"})
NO_ENTRY = frozenset({"force", "visa", "visas", "point", "points", "ban", "bans", "permit", "permits", "throne", "office", "fee", "fees", "ticket", "tickets", "crossing"})
DONE = frozenset({"since", "after", "following", "marked", "celebrated", "anniversary", "completed"})
COMMITTED = frozenset({"approved", "approve", "agreed", "adopted", "ratified", "welcomed", "confirmed", "confirm", "cleared", "roadmap"})


def role(clause: Clause, i: int) -> list[Standing]:
    """What a noun for those who hold a standing says: member, observer, dialogue partner, candidate."""
    units = clause.units
    unit = units[i]
    status = unit.rows["standing"]["status"]
    begin = _begin(units, i)
    words = {u.low for u in units[begin:i]}
    if i > 1 and units[i - 1].low == "of" and units[i - 2].low == "status":
        return status_granted(clause, i, status)
    own = i + 1 < len(units) and units[i + 1].low == "of" and status == "member" and clause.attached(i) is not None
    if (words & OTHER and not own) or (i and units[i - 1].low in ("non", "-") and "non" in words):
        return []
    if words & FORMER and status == "member":
        status = "former_member"
    entries = clause.all_attached(i) or [_entry(clause, i, begin, status)]
    return [standing for entry in entries if entry is not None for standing in _role(clause, i, begin, entry, status)]


def _role(clause: Clause, i: int, begin: int, entry: OrganizationEntry, status: str) -> list[Standing]:
    """The standings in `entry` of those whom the noun phrase from `begin` to `i` is about."""
    units = clause.units
    unit = units[i]
    behind = _behind(units, i)
    if behind:
        return clause.make(pairs_of(behind), entry, status, Outlook(), unit, "list")
    if begin == 0:
        return []
    if units[begin - 1].low in ("both", "all", "each", "themselves") and begin > 1:
        begin -= 1
    before = units[begin - 1]
    if before.low == "to" and begin > 2 and any(u.low == "from" for u in units[max(0, begin - 5) : begin]):
        return _raised(clause, i, begin, entry, status)
    if words_before(units, begin, i) & {"other", "fellow"} and before.low in ("and", "or", "as well as", "well"):
        return clause.make(pairs_of(list_before(units, begin - 1)), entry, status, Outlook(), unit, "list")
    if before.text in (",", "(", "--", "—", "–") and begin > 1:
        pairs = pairs_of(list_before(units, begin - 1))
        if pairs and not _sole(units, begin, i):
            return clause.make(pairs, entry, status, Outlook(), unit, "apposition")
    if before.low in BE or (before.low in ("as", "a") and begin > 1):
        return _predicate(clause, i, begin, entry, status)
    return []


def words_before(units: list[Unit], begin: int, i: int) -> set[str]:
    """The words of the noun phrase from `begin` up to the noun at `i`."""
    return {unit.low for unit in units[begin:i]}


def countries_of(clause: Clause, i: int) -> list[Standing]:
    """ "The ASEAN countries of Thailand and Malaysia", "NATO allies Britain and France": members by another word."""
    units = clause.units
    entry = units[i - 1].organization if i and units[i - 1].kind == "organization" else None
    if entry is None or entry.kind not in BODIES:
        return []
    following = units[i + 1].low if i + 1 < len(units) else ""
    begin = i + 2 if following in ("of", "like", "including") else i + 3 if following == "such" else i + 1
    listed = list_from(units, begin) if begin < len(units) and units[begin].text != "," else []
    return clause.make(pairs_of(listed), entry, "member", Outlook(), units[i], "list")


def bracketed(clause: Clause, i: int) -> list[Standing]:
    """ "The Gulf Cooperation Council (Saudi Arabia, Kuwait and Oman)", "the G7 -- Britain, Canada, ... --": its members."""
    units = clause.units
    entry = units[i].organization
    j = i + 1
    if j + 2 < len(units) and units[j].text == "(" and units[j + 1].kind == "organization" and units[j + 2].text == ")":
        j += 3
    if entry is None or entry.kind not in BODIES or j >= len(units) or units[j].text not in ("(", "-", "--", "—", "–", ":"):
        return []
    listed = list_from(units, j + 1)
    return clause.make(pairs_of(listed), entry, "member", Outlook(), units[i], "list") if len(listed) > 2 else []


def _begin(units: list[Unit], i: int) -> int:
    """The first unit of the noun phrase that ends in the noun at `i`."""
    j = i
    while j > 0 and (
        (units[j - 1].pos in ("det", "poss", "word", "adv") and units[j - 1].low != "both")
        or units[j - 1].kind in ("number", "national", "organization", "region")
        or units[j - 1].text in ("'s", "’s", "-", '"', "“", "‘", "'", "”")
        or "groupnoun" in units[j - 1].rows
        or "modifier" in units[j - 1].rows
        or (units[j - 1].kind == "word" and units[j - 1].low not in BE and units[j - 1].pos is None and not units[j - 1].tenses and sense_of(units[j - 1]) is None and units[j - 1].text.isalpha())
    ):
        j -= 1
    return j


def _sole(units: list[Unit], begin: int, i: int) -> bool:
    """Whether the phrase after the comma is another item of a list and no apposition: "Russia, EU members"."""
    return "p" == (units[i].entry.number if units[i].entry else "s") and begin == i and not any(u.low == "of" for u in units[i + 1 : i + 3]) and len(list_before(units, begin - 1)) < 2


def _entry(clause: Clause, i: int, begin: int, status: str) -> OrganizationEntry | None:
    """The organization that the noun at `i` is of: what it is tied to, else, for the more telling nouns, the one spoken of."""
    units = clause.units
    tied = clause.attached(i)
    if tied is not None:
        return tied
    unit = units[i]
    if status in STRONG or " " in unit.low:
        if status == "candidate" and clause.nearby(i) is None and clause.past.last() is None:
            return None
        return clause.nearby(i) or clause.past.last()
    if unit.low in PLAIN and (status == "member" or units[begin - 1].low == "as"):
        own = units[i + 1 : i + 2] and units[i + 1].low == "of"
        return clause.nearby(i) if not own or any("groupnoun" in u.rows for u in units[i + 1 : i + 6]) else None
    return None


def _behind(units: list[Unit], i: int) -> list[Unit]:
    """The states listed behind the noun: "members France and Spain", "partners, who include Canada", "members of the SCO are India"."""
    j = i + 1
    while j < len(units) and (
        units[j].low in INCLUDING or units[j].kind in ("organization", "number") or units[j].pos in ("det", "adv") or "groupnoun" in units[j].rows or units[j].text in ("(", ")", "--", "—", "–", "-", "'s")
    ):
        if units[j].low == "to" and "status" not in units[i].low:
            return []
        j += 1
    listed = list_from(units, j)
    if not listed:
        return []
    between = {u.low for u in units[i + 1 : j]}
    direct = j == i + 1 or bool(between & {"including", "include", "includes", "included", "such", "namely", "are", "were", "like", ":", "-", "--", "—", "–", "("})
    if "of" in between and not between & {"are", "were", "include", "includes", "including", "such", "--", "—", "–", "-", ":", "namely", "("}:
        return []
    if between == {","} and len(listed) == 1 and (units[i].entry is None or units[i].entry.number != "p"):
        return listed
    if "," in between and not between & {"including", "include", "includes", "namely", "who", "which", "such", "like"}:
        return []
    if j == i + 1 and units[i - 1 : i] and i and units[i - 1].low in ("a", "an"):
        return []
    return listed if direct else []


def _predicate(clause: Clause, i: int, begin: int, entry: OrganizationEntry, status: str) -> list[Standing]:
    """ "X is a member", "was a member until 2016", "wants to become a full member", "attended as an observer"."""
    units = clause.units
    verb = begin - 1
    chain = units[max(0, verb - 5) : verb]
    pairs = clause.subject(verb)
    outlook = clause.outlook(i)
    if units[verb].low == "as" and any(sense_of(u) == "admitted" for u in units[max(0, verb - 6) : verb]):
        return []
    if units[verb].low == "as" and outlook.modality == "invited":
        return clause.make(_object(clause, outlook.at, verb), entry, status, Outlook(), units[i], "predicate")
    if units[verb].low == "as":
        counted = list_before(units, verb)
        opener = units[units.index(counted[0]) - 1] if counted and units.index(counted[0]) else None
        if opener is not None and (len(counted) > 1 or opener.low in ("with", "has", "have", "had", "having")) and not any(u.pos in ("aux", "modal") for u in units[verb - 1 : verb]):
            return clause.make(pairs_of(counted), entry, status, Outlook(), units[i], "list")
    if units[verb].low == "as" and not pairs:
        return []
    if any(u.pos == "neg" for u in units[max(0, verb - 2) : i]):
        return []
    if outlook.modality in ("supported", "opposed"):
        pairs = _object(clause, outlook.at, verb) or pairs
        if status == "observer" and units[verb].low == "as":
            outlook = Outlook()
    elif outlook.modality == "invited" and units[verb].low in ("become", "be", "as"):
        pairs = _object(clause, outlook.at, verb) or pairs
    elif outlook.modality == "actual" and units[verb].low in ("become", "be") and any(u.low in AHEAD for u in chain):
        firm = any(u.low in ("is", "are", "was", "due", "set", "will", "shall") for u in chain)
        outlook = Outlook("invited" if firm else "sought")
    elif outlook.modality == "sought" and _object(clause, outlook.at, verb):
        outlook, pairs = clause.wanted(outlook, _object(clause, outlook.at, verb))
    elif outlook.modality == "sought" and units[verb].low in BE and units[verb].low not in ("become", "be", "becoming", "made"):
        outlook = Outlook()
    if i + 1 < len(units) and units[i + 1].low in ("with", "alongside") and units[verb].low in BE:
        pairs = pairs + pairs_of(list_from(units, i + 2))
    past = units[verb].low in ("was", "were") and any(u.low in ("until", "till", "before", "formerly") for u in units[i + 1 : i + 9])
    if (past or any(u.low in ("ceased", "cease") for u in chain)) and status == "member":
        status = "former_member"
    return clause.make(pairs, entry, status, outlook, units[i], "predicate")


def _raised(clause: Clause, i: int, begin: int, entry: OrganizationEntry, status: str) -> list[Standing]:
    """ "Raising Belarus from observer to full member": it is the first, and the second as the words above see it."""
    units = clause.units
    at = next(j for j in range(begin - 1, -1, -1) if units[j].low == "from")
    pairs = pairs_of(list_before(units, at))
    held = next((u for u in units[at:begin] if "standing" in u.rows), None)
    found = clause.make(pairs, entry, held.rows["standing"]["status"], Outlook(), held, "predicate") if held is not None else []
    return found + clause.make(pairs, entry, status, clause.outlook(at), units[i], "raised")


def _object(clause: Clause, governing: int, stop: int) -> Pairs:
    """The states between a governing word and the cue: "invited Turkmenistan to become", "support for Ukraine's membership"."""
    found: Pairs = []
    for j in range(governing + 1, stop):
        if clause.units[j].kind in ("person", "role") and states_of(clause.units[j]):
            return states_of(clause.units[j])
        if clause.units[j].kind in ("country", "group", "body"):
            found = pairs_of(list_from(clause.units, j)) or states_of(clause.units[j])
            break
    return found


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
    if unit.low == "status" or "status" in unit.low or following == "status" or units[i - 1].low == "status":
        return status_granted(clause, i, status)
    asked = next((j for j in range(i - 1, max(-1, i - 4), -1) if units[j].low in REQUESTS), None)
    pairs = clause.possessor(asked if asked is not None and any(u.low in ("for", "of") for u in units[asked:i]) else i)
    entry = clause.attached(i) or (clause.nearby(i) if unit.low not in ("entry", "admission") or pairs else None)
    if entry is None:
        entry = next((clause.past.known[code] for _, code in pairs if code in clause.past.known), None) or (clause.past.body() if pairs or unit.low in ("full membership", "membership", "accession") else None)
    if entry is None:
        return []
    before = clause.outlook(i)
    after = clause.after(i)
    outlook = after if after.modality != "actual" and before.modality not in ("supported", "opposed") else before
    pairs = clause.other(pairs, outlook, i - 1)
    if following.startswith("protocol") or any(u.low.startswith("protocol") for u in units[max(0, i - 3) : i]):
        signed = any(u.low.startswith("sign") for u in units)
        return clause.make(pairs, entry, "candidate", Outlook(), unit, "protocol") if signed else []
    if outlook.modality in ("supported", "opposed"):
        pairs = pairs or _object(clause, outlook.at, i)
        standing = clause.make(pairs, entry, status, Outlook("sought"), unit, "sought") if asked is not None else []
        return standing + clause.make(pairs, entry, status, outlook, unit, outlook.modality)
    request = following in REQUESTS
    if request and not pairs and outlook.modality == "actual" and not any(u.low in STARTED for u in units[max(0, i - 8) : i]):
        return []
    if request or outlook.modality == "sought":
        outlook = clause.wanted(outlook, pairs)[0] if pairs and outlook.modality == "sought" else Outlook("sought", outlook.cue)
        pairs = pairs or clause.subject(outlook.at if outlook.at >= 0 else i)
        standing = clause.make(pairs, entry, status, outlook, unit, outlook.modality)
        if after.modality in ("supported", "opposed"):
            standing += clause.make(pairs, entry, status, after, unit, after.modality)
        return standing
    if any(u.low in DONE for u in units[max(0, i - 6) : i]):
        return clause.make(pairs, entry, status, Outlook(), unit, "entered") if pairs else []
    if unit.low in ENTRIES and pairs and not {"before", "any", "no", "until", "against", "without"} & {u.low for u in units[max(0, i - 4) : i]}:
        return clause.make(pairs, entry, status, Outlook("invited", outlook.cue), unit, "invited")
    if outlook.modality == "invited" and pairs:
        return clause.make(pairs, entry, status, outlook, unit, "invited")
    if any(sense_of(u) == "suspended" for u in units[max(0, i - 4) : i]):
        return clause.make(pairs, entry, "member", Outlook(), unit, "suspended")
    return []


def status_granted(clause: Clause, i: int, status: str) -> list[Standing]:
    """ "granted Egypt and Qatar the status of dialogue partner", "was granted observer status", "seeks candidate status"."""
    units = clause.units
    entry = clause.attached(i) or clause.nearby(i) or clause.past.last()
    outlook = clause.outlook(i)
    behind = next((j for j in range(i + 1, min(len(units), i + 7)) if units[j].low in ("to", "for")), None)
    listed = pairs_of(list_from(units, behind + 1)) if behind is not None else []
    granting = next((j for j in range(i - 1, max(-1, i - 12), -1) if sense_of(units[j]) == "granted" or units[j].low in ("has", "have", "had")), None)
    if granting is None:
        pairs = listed or clause.possessor(i)
        if outlook.modality == "actual":
            return []
        return clause.make(pairs or clause.subject(outlook.at), entry, status, outlook, units[i], outlook.modality)
    pairs = listed or pairs_of(list_from(units, granting + 1)) or clause.subject(granting)
    future = outlook.modality in ("sought", "supported", "opposed") or any(u.low in ("would", "could", "may") for u in units[max(0, granting - 4) : granting])
    if outlook.modality == "invited" or (future and outlook.modality == "actual"):
        outlook = Outlook() if not future else Outlook("sought")
    return clause.make(pairs, entry, status, outlook, units[i], "granted")


def echoed(clause: Clause, i: int) -> list[Standing]:
    """ "Russia and China supported Tehran.": in the wish that the sentences before told of."""
    units = clause.units
    if i + 2 < len(units) and units[i + 2].kind != "mark" or i + 1 >= len(units):
        return []
    pairs = [pair for pair in states_of(units[i + 1]) if pair[1] in clause.past.wishes]
    row = units[i].rows["relation"]
    return clause.make(pairs, clause.past.wishes[pairs[0][1]], "member", Outlook(row["sense"], units[i], i), units[i], row["sense"]) if pairs else []


def request(clause: Clause, i: int) -> list[Standing]:
    """ "The Turkish bid", "its application": what was said before to be sought, here supported, opposed or sought again."""
    units = clause.units
    own = units[i - 1].organization if i and units[i - 1].kind == "organization" and units[i].low not in TALKS else None
    pairs = [(unit, code) for unit, code in clause.possessor(i) if code in clause.past.known or own is not None or units[i - 1].low in ("its", "their")]
    if not pairs:
        return []
    after, before = clause.after(i), clause.outlook(i)
    outlook = after if after.modality != "actual" else before
    pairs = clause.other(pairs, outlook, i - 1)
    found = clause.make(pairs, own, "member", Outlook("sought"), units[i], "sought") if own is not None else []
    if outlook.modality not in ("supported", "opposed"):
        return found
    entry = own or (clause.past.known.get(pairs[0][1]) if pairs else None)
    return found + clause.make(pairs, entry, "member", outlook, units[i], outlook.modality)
