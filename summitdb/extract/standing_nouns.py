"""Standings told by nouns: "ASEAN members Vietnam and Laos", "observer status", "Croatia's entry", "membership bid"."""

from __future__ import annotations

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_outlooks import outlook_before
from summitdb.extract.standing_terms import AHEAD, BE, FORMER, Outlook, Standing, list_before, list_from, pairs_of, sense_of
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.gazetteer.uses import words

STRONG = frozenset({"observer", "dialogue_partner", "candidate", "applicant"})

# Nouns that tell of no organization unless tied to one.
RUNNING = frozenset({"candidate", "candidates", "applicant", "applicants"})

PLAIN = frozenset({"member", "partner", "members", "partners"})

# "A trading partner", "a parliamentary candidate", "an election observer" hold no standing in an organization.
OTHER = words("standing", "other")

# "An aspiring EU member", "a would-be member".
HOPING = frozenset({"aspiring", "would-be", "prospective", "hopeful", "aspirant", "potential"})

# The years of a standing: "20th anniversary as a member".
YEARS = frozenset({"anniversary", "year", "years", "decade", "decades", "record", "role", "position", "term", "capacity"})

# What makes a standing to come certain: "will become", "allow Finland to become".
FIRM = words("standing", "firm")

# What opens the list of those who hold a standing.
OPENING = words("standing", "opening")

INCLUDING = words("standing", "including")


def role(clause: Clause, i: int) -> list[Standing]:
    """What a noun for those who hold a standing says: member, observer, dialogue partner, candidate."""
    units = clause.units
    unit = units[i]
    status = unit.rows["standing"]["status"] if "standing" in unit.rows else "member"
    begin = _begin(units, i)
    hoping = Outlook("sought", units[begin - 1]) if begin and units[begin - 1].low in HOPING else Outlook()
    begin = _begin(units, begin - 1) if hoping.cue is not None else begin
    modifiers = {u.low for u in units[begin:i]}
    own = i + 1 < len(units) and units[i + 1].low == "of" and status == "member" and clause.bodies.attached(i) is not None
    if (modifiers & OTHER and not own) or "non" in modifiers or (begin and units[begin - 1].low == "non"):
        return []
    if modifiers & FORMER and status == "member":
        status = "former_member"
    entries: list[OrganizationEntry | None] = [*clause.bodies.all_attached(i)] or [_entry(clause, i, begin, status)]
    return [standing for entry in entries if entry is not None for standing in _role(clause, i, begin, entry, status, hoping)]


def _role(clause: Clause, i: int, begin: int, entry: OrganizationEntry, status: str, hoping: Outlook) -> list[Standing]:
    """The standings in `entry` of those whom the noun phrase from `begin` to `i` is about, as `hoping` sees them."""
    units = clause.units
    unit = units[i]
    behind = _behind(units, i)
    if behind:
        fellows = begin > 1 and units[begin].low in ("fellow", "other") and units[begin - 1].low in ("and", "with", "or")
        others = pairs_of(list_before(units, begin - 1)) if fellows else []
        fellow = next((k for k in range(begin, i) if units[k].low == "fellow"), None)
        if not fellows and fellow is not None:  # "Peru thanked fellow OAS member Chile"
            others = clause.subject(fellow)
        return clause.make(others + pairs_of(behind), entry, status, hoping, unit, "list")
    if begin == 0:
        return []
    if units[begin - 1].low in ("both", "all", "each", "themselves") and begin > 1:
        begin -= 1
    while begin > 1 and units[begin - 1].pos == "adv" and (units[begin - 2].low in BE or units[begin - 2].pos == "adv"):
        begin -= 1  # "is currently a dialogue partner"
    before = units[begin - 1]
    if before.low == "to" and begin > 2 and any(u.low == "from" for u in units[max(0, begin - 5) : begin]):
        return _raised(clause, i, begin, entry, status)
    if {u.low for u in units[begin:i]} & {"other", "fellow"} and before.low in ("and", "or", "as well as", "well"):
        return clause.make(pairs_of(list_before(units, begin - 1)), entry, status, Outlook(), unit, "list")
    if before.text in (",", "(", "--", "—", "–") and begin > 1:
        pairs = pairs_of(list_before(units, begin - 1))
        if pairs and not _sole(units, begin, i):
            return clause.make(pairs, entry, status, hoping, unit, "apposition")
    if before.low in BE or (before.low in ("as", "a") and begin > 1):
        return _predicate(clause, i, begin, entry, status)
    return []


def _begin(units: list[Unit], i: int) -> int:
    """The first unit of the noun phrase that ends in the noun at `i`."""
    j = i
    while j > 0 and (
        (units[j - 1].pos in ("det", "poss", "word", "adv") and units[j - 1].low != "both")
        or units[j - 1].kind in ("number", "national", "organization", "region")
        or units[j - 1].text in ("'s", "’s", "-", '"', "“", "‘", "'", "”")
        or "groupnoun" in units[j - 1].rows
        or "modifier" in units[j - 1].rows
        or (
            units[j - 1].kind == "word"
            and units[j - 1].low not in BE
            and units[j - 1].pos is None
            and not units[j - 1].tenses
            and sense_of(units[j - 1]) is None
            and units[j - 1].text.isalpha()
        )
    ):
        j -= 1
    return j


def _sole(units: list[Unit], begin: int, i: int) -> bool:
    """Whether the phrase after the comma is another item of a list and no apposition: "Russia, EU members"."""
    bare = begin == i and _is_plural(units[i]) and not any(u.low == "of" for u in units[i + 1 : i + 3])
    return bare and len(list_before(units, begin - 1)) < 2


def _is_plural(unit: Unit) -> bool:
    entry = unit.entry
    return unit.kind == "name" or (entry is not None and entry.number == "p")


def _entry(clause: Clause, i: int, begin: int, status: str) -> OrganizationEntry | None:
    """The organization that the noun at `i` is of: what it is tied to, else, for the more telling nouns, the one spoken of."""
    units = clause.units
    tied = clause.bodies.attached(i)
    if tied is not None:
        return tied
    unit = units[i]
    at = begin - 1 if begin > 2 and units[begin - 1].low in ("both", "all") else begin  # "Chad and Mali, both candidates"
    stated = at > 1 and (units[at - 1].low in BE or (units[at - 1].text == "," and units[at - 2].kind == "country"))
    if unit.low in RUNNING and not stated:
        return None  # "the party's candidate"
    if status in STRONG or " " in unit.low:
        if status == "candidate" and clause.bodies.nearby(i) is None and clause.past.last() is None:
            return None
        return clause.bodies.nearby(i) or clause.past.last()
    if unit.low in PLAIN and (status == "member" or units[begin - 1].low == "as"):
        own = units[i + 1 : i + 2] and units[i + 1].low == "of"
        return clause.bodies.nearby(i) if not own or any("groupnoun" in u.rows for u in units[i + 1 : i + 6]) else None
    return None


def _behind(units: list[Unit], i: int) -> list[Unit]:
    """The states listed behind the noun: "members France and Spain", "members of the SCO are India"."""
    j = i + 1
    if j < len(units) and units[j].low in ("and", "or"):
        return []  # "ASEAN member states and Japan"
    while j < len(units) and (
        units[j].low in INCLUDING
        or units[j].kind in ("organization", "number")
        or units[j].pos in ("det", "adv")
        or "groupnoun" in units[j].rows
        or units[j].text in ("(", ")", "--", "—", "–", "-", "'s")
    ):
        if units[j].low == "to" and "status" not in units[i].low:
            return []
        j += 1
    listed = list_from(units, j)
    if not listed:
        return []
    between = {u.low for u in units[i + 1 : j]}
    direct = j == i + 1 or bool(between & OPENING)
    if "," in between and _begin(units, i) == 1 and units[0].low == "as":
        return listed  # "As members of Efta, Sweden and Finland have signed"
    if "of" in between and not between & (OPENING - {"included", "like"}):
        return []
    if between == {","} and len(listed) == 1 and not _is_plural(units[i]) and not _is_aside(units, i):
        return listed
    if "," in between and not between & {"including", "include", "includes", "namely", "who", "which", "such", "like"}:
        return []
    single = not _is_plural(units[i]) and any(u.low in ("a", "an") for u in units[_begin(units, i) : i])
    if single and (between != {","} or _is_aside(units, i)):
        return []
    return listed if direct else []


def _is_aside(units: list[Unit], i: int) -> bool:
    """Whether the phrase that ends at `i` stands between commas behind the state it tells of: "Denmark, an EU member, and"."""
    begin = _begin(units, i)
    return begin > 1 and units[begin - 1].text == "," and bool(list_before(units, begin - 1))


def _predicate(clause: Clause, i: int, begin: int, entry: OrganizationEntry, status: str) -> list[Standing]:
    """ "X is a member", "was a member until 2016", "wants to become a full member", "attended as an observer"."""
    units = clause.units
    verb = begin - 1
    chain = units[max(0, verb - 5) : verb]
    pairs = clause.subject(verb)
    outlook = outlook_before(clause.units, i)
    told = {sense_of(u) for u in units[max(0, verb - 6) : verb]} if units[verb].low == "as" else set()
    if "admitted" in told or ("joined" in told and status == "member"):
        return []  # the verb tells it
    if units[verb].low == "as" and units[verb - 1].organization is entry and "and" in {u.low for u in units[verb - 3 : verb - 1]}:
        return []  # "the United States and the European Union as observers"
    if units[verb].low == "as" and units[verb - 1].low in YEARS:
        return clause.make(clause.possessor(verb - 1), entry, status, Outlook(), units[i], "predicate")
    if units[verb].low == "as" and outlook.modality == "invited":
        return clause.make(clause.object(outlook.at, verb), entry, status, Outlook(), units[i], "predicate")
    if units[verb].low == "as" and _is_plural(units[i]) and len(list_before(units, verb)) < 2:
        several = _listed_above(units, verb)
        if several:
            return clause.make(pairs_of(several), entry, status, Outlook(), units[i], "list")
    if units[verb].low == "as":
        counted = list_before(units, verb)
        opener = units[units.index(counted[0]) - 1] if counted and units.index(counted[0]) else None
        if (
            opener is not None
            and (len(counted) > 1 or opener.low in ("with", "has", "have", "had", "having"))
            and not any(u.pos in ("aux", "modal") for u in units[verb - 1 : verb])
        ):
            return clause.make(pairs_of(counted), entry, status, Outlook(), units[i], "list")
    if units[verb].low == "as" and not pairs:
        return []
    if any(u.pos == "neg" for u in units[max(0, verb - 2) : i]) or any(u.low == "neither" for u in units[i + 1 : i + 4]):
        return []
    if outlook.modality in ("supported", "opposed"):
        pairs = clause.object(outlook.at, verb) or pairs
        if status == "observer" and units[verb].low == "as":
            outlook = Outlook()
    elif outlook.modality == "invited" and units[verb].low in ("become", "be", "as"):
        pairs = clause.object(outlook.at, verb) or pairs
    elif outlook.modality == "actual" and units[verb].low in ("become", "be") and any(u.low in AHEAD for u in chain):
        firm = any(u.low in FIRM for u in chain)
        outlook = Outlook("invited" if firm else "sought")
    elif outlook.modality == "sought" and clause.object(outlook.at, verb):
        outlook, pairs = clause.wanted(outlook, clause.object(outlook.at, verb))
    elif outlook.modality == "sought" and units[verb].low in BE and units[verb].low not in ("become", "be", "becoming", "made"):
        outlook = Outlook()
    if status == "member" and any(u.low in ("longer", "no longer") for u in units[max(0, verb - 3) : i]):
        return clause.make(
            pairs, entry, "former_member", Outlook("sought" if units[verb].low == "be" else "actual"), units[i], "left"
        )
    if i + 1 < len(units) and units[i + 1].low in ("with", "alongside") and units[verb].low in BE:
        pairs = pairs + pairs_of(list_from(units, i + 2))
    past = units[verb].low in ("was", "were") and any(
        u.low in ("until", "till", "before", "formerly") for u in units[i + 1 : i + 9]
    )
    if (past or any(u.low in ("ceased", "cease") for u in chain)) and status == "member":
        status = "former_member"
    return clause.make(pairs, entry, status, outlook, units[i], "predicate")


def _listed_above(units: list[Unit], stop: int) -> list[Unit]:
    """The last list of two or more states before `stop`: "India, Saudi Arabia and South Africa, all of whom trade with Russia as
    members of BRICS"."""
    for j in range(stop - 1, 0, -1):
        listed = list_before(units, j) if units[j - 1].kind == "country" and units[j].kind != "country" else []
        if len(listed) > 1:
            return listed
    return []


def _raised(clause: Clause, i: int, begin: int, entry: OrganizationEntry, status: str) -> list[Standing]:
    """ "Raising Belarus from observer to full member": it is the first, and the second as the words above see it."""
    units = clause.units
    at = next(j for j in range(begin - 1, -1, -1) if units[j].low == "from")
    pairs = pairs_of(list_before(units, at))
    held = next((u for u in units[at:begin] if "standing" in u.rows), None)
    found = clause.make(pairs, entry, held.rows["standing"]["status"], Outlook(), held, "predicate") if held is not None else []
    return found + clause.make(pairs, entry, status, outlook_before(clause.units, at), units[i], "raised")
