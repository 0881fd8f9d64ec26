"""Standings told by verbs of coming in: joined, admitted, applied."""

from __future__ import annotations

from summitdb.extract.standing_clause import RANKED, Clause
from summitdb.extract.standing_moods import future, infinitive, is_ing, negated, told_object
from summitdb.extract.standing_outlooks import outlook_before
from summitdb.extract.standing_terms import Outlook, Pairs, Standing, list_before, list_from, pairs_of, sense_of
from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.gazetteer.uses import words

PERSUADING = words("standing", "persuading")

GROUPS = frozenset({"group", "grouping", "bloc", "club", "alliance", "organization", "organisation", "cartel", "body"})

REQUESTS = frozenset({"bid", "application", "request", "candidacy"})

URGING = frozenset(
    {"urged", "urges", "urging", "asked", "pressed", "called on", "lobbied", "implored"}
)  # "urged the bloc to admit"

NOT_JOINING = words("standing", "not_joining")

PRONOUNS = frozenset({"her", "him", "them"})

WITH, AGAINST = frozenset({"with"}), frozenset({"against", "wary of", "warned against", "warns against", "warning against"})


def _persuades(units: list[Unit]) -> bool:
    """Whether the words above "join" are about getting another to do it: "help Kosovo join", not "sought help in joining"."""
    return any(
        unit.low in PERSUADING and not (k + 1 < len(units) and units[k + 1].low in ("in", "with")) for k, unit in enumerate(units)
    )


def joined(clause: Clause, i: int) -> list[Standing]:
    """ "Both countries joined the EU", "wants to join", "was invited to join", "was later joined by Brunei"."""
    units = clause.units
    unit = units[i]
    following = units[i + 1] if i + 1 < len(units) else unit
    if following.low == "by":
        begin = next((j for j in range(i + 2, min(len(units), i + 7)) if units[j].kind == "country"), i + 2)
        pairs = pairs_of(list_from(units, begin))
        entry = clause.bodies.nearby(i) or clause.past.last()
        outlook = Outlook("invited") if future(units, i) else Outlook()
        rule = "invited" if outlook.modality == "invited" else "joined"
        return clause.make(pairs, entry, "member", outlook, unit, rule) if len(pairs) > 1 or rule == "invited" else []
    met = following.kind in ("person", "role", "country") or any("meeting" in u.rows for u in units[i + 1 : i + 6])
    if met or following.low in NOT_JOINING:
        return []
    entry = _body_joined(clause, i) or _body_before_which(clause, i)
    if negated(units, i) or _joins_part(units, i):
        return []
    against = _governed_by(units, i, AGAINST) if is_ing(unit) else []
    if against:
        at = units.index(against[0]) - 1
        return clause.make(pairs_of(against), entry, "member", Outlook("opposed", units[at], at), unit, "opposed")
    absolute = _governed_by(units, i, WITH) if is_ing(unit) else []
    if absolute:
        ahead = any(u.kind == "date" and u.value.direction == "future" for u in units[i + 1 : i + 8])
        return clause.make(pairs_of(absolute), entry, "member", Outlook("invited" if ahead else "actual"), unit, "joined")
    outlook = outlook_before(clause.units, i, 14)
    bare = infinitive(units, i) or is_ing(unit) or ("past" not in unit.tenses and not unit.low.endswith("ed"))
    if _joins_otherwise(units, i):
        return []
    if not bare:
        pairs = clause.subject(i) + _joined_with(units, i)
        return clause.make(pairs, entry, "member", Outlook(), unit, "joined")
    if infinitive(units, i) and any(u.low in RANKED for u in units[max(0, i - 5) : i]):
        verb = next((j for j in range(i - 1, max(-1, i - 9), -1) if units[j].low in ("was", "is", "became", "were", "are")), None)
        pairs = clause.subject(verb) if verb is not None else []
        return clause.make(pairs, entry, "member", Outlook(), unit, "joined")
    told = told_object(clause, i, outlook.at) if outlook.at >= 0 else []
    if outlook.modality == "invited" and any(u.low in ("whether", "if") for u in units[max(outlook.at, 0) : i]):
        return clause.make(told, entry, "member", Outlook("sought"), unit, "sought")
    if outlook.modality == "actual":
        pairs = clause.possessor(i) if is_ing(unit) else []
        pairs = pairs or clause.subject(i) or clause.owner(i)
        if is_ing(unit) and any(u.low in ("for", "since", "after", "on", "upon", "by") for u in units[max(0, i - 2) : i]):
            return clause.make(pairs, entry, "member", Outlook(), unit, "joined")
        modality = "invited" if future(units, i) else "sought"
        return clause.make(pairs, entry, "member", Outlook(modality), unit, modality)
    if outlook.modality == "sought":
        modal = any(u.pos == "modal" for u in units[outlook.at : i])
        if told and outlook.cue is not None and (modal or _persuades(units[outlook.at : i])):
            outlook = clause.wanted(outlook, told)[0]
            return clause.make(told, entry, "member", outlook, unit, outlook.modality)
        pairs = clause.possessor(outlook.at) or clause.subject(outlook.at) or told
        return clause.make(pairs, entry, "member", outlook, unit, "sought")
    if outlook.modality in ("supported", "opposed"):
        asked = next((j for j in range(outlook.at + 1, i) if sense_of(units[j]) == "sought"), None)
        pairs = (clause.possessor(asked) if asked is not None else []) or told or clause.possessor(i)
        standings = clause.make(pairs, entry, "member", outlook, unit, outlook.modality)
        if asked is not None and units[asked].low in REQUESTS:
            standings += clause.make(pairs, entry, "member", Outlook("sought", units[asked]), unit, "sought")
        return standings
    pairs = told or clause.subject(outlook.at)
    return clause.make(pairs, entry, "member", outlook, unit, "invited")


def _governed_by(units: list[Unit], i: int, openers: frozenset[str]) -> list[Unit]:
    """The states of "with Rwanda and Burundi joining in 2007", "warned against Sweden joining"."""
    listed = list_before(units, i)
    begin = units.index(listed[0]) if listed else 0
    return listed if begin > 0 and units[begin - 1].low in openers else []


def _joins_part(units: list[Unit], i: int) -> bool:
    """Whether something of the organization's is joined: "join the NATO missile shield", "join OPEC's output cuts"."""
    at = next((j for j in range(i + 1, min(len(units), i + 5)) if units[j].kind == "organization"), None)
    if at is None:
        return False
    for unit in units[at + 1 : at + 5]:
        if unit.low in NOT_JOINING and unit.pos != "prep" and unit.low not in PRONOUNS:
            return True
        if unit.kind not in ("word", "national") and unit.text not in (*POSSESSIVES, "-"):
            return False
        if unit.pos is not None and unit.pos != "word":
            return False
    return False


def _joins_otherwise(units: list[Unit], i: int) -> bool:
    """Whether the verb at `i` tells of a standing below a member's, which its noun gives: "joined NATO as a global partner"."""
    for j in range(i + 1, min(len(units) - 1, i + 8)):
        if units[j].low == "as":
            held = next((u.rows["standing"]["status"] for u in units[j + 1 : j + 6] if "standing" in u.rows), "member")
            return held != "member"
    return False


def returned(clause: Clause, i: int) -> list[Standing]:
    """ "Syria returned to the Arab League": a state, to an organization named right behind."""
    units = clause.units
    if i + 2 >= len(units):
        return []
    named = next((u.organization for u in units[i + 2 : i + 4] if u.organization is not None and u.kind == "organization"), None)
    if named is None or units[i + 1].low != "to" or negated(units, i):
        return []
    pairs = [pair for pair in clause.subject(i) if pair[0].kind in ("country", "group")]
    outlook = outlook_before(units, i)
    if outlook.modality == "actual" and "past" not in units[i].tenses:
        outlook = Outlook("invited" if future(units, i) else "sought")
    return clause.make(pairs, named, "member", outlook, units[i], "joined")


def _body_before_which(clause: Clause, i: int) -> OrganizationEntry | None:
    """The organization in "the 27-nation bloc, which Serbia hopes to join", where the sentence ends with the verb."""
    units = clause.units
    if i + 1 < len(units) and units[i + 1].kind not in ("mark", "date"):
        return None
    which = next((j for j in range(i - 1, max(0, i - 9), -1) if units[j].low == "which"), None)
    if which is None:
        return None
    noun = which - 1 - (units[which - 1].text == ",")
    if units[noun].organization is not None:
        return units[noun].organization
    return clause.past.last(units[noun].low) if units[noun].low in GROUPS else None


def _joined_with(units: list[Unit], i: int) -> Pairs:
    """Who joined at the same time: "Pakistan joined the SCO in 2017 together with India"."""
    for j in range(i + 1, min(len(units) - 1, i + 12)):
        if units[j].low in ("alongside", "along with", "together with") or (
            units[j].low in ("along", "together") and units[j + 1].low == "with"
        ):
            return pairs_of(list_from(units, j + 1 + (units[j].low in ("along", "together"))))
    return []


def _body_joined(clause: Clause, i: int) -> OrganizationEntry | None:
    """The organization behind the verb at `i`, or the one spoken of where the verb stands alone: "they joined in 1995"."""
    units = clause.units
    attached = clause.bodies.attached(i)
    if attached is None and units[i].low.startswith("enter"):
        return None
    for j in range(i + 1, min(len(units), i + 10)):
        if attached is not None and (
            clause.bodies.named_at(j) is attached or "groupnoun" in units[j].rows or units[j].low == "club"
        ):
            return attached
    following = units[i + 1] if i + 1 < len(units) else units[i]
    dated = i + 2 < len(units) and units[i + 2].kind == "date"
    alone = following.kind in ("mark", "date") or following.low in ("in", "as", "later", "last")
    alone = alone or (dated and following.low in ("the", "a", "on", "and"))
    if "standing" in following.rows:
        return None
    if not alone and not _joins_group(units, i):
        return None
    return clause.bodies.nearby(i) or clause.past.body()


def _joins_group(units: list[Unit], i: int) -> bool:
    """Whether what is joined is a group named by what it does: "rejoin the oil producers' group"."""
    for unit in units[i + 1 : i + 7]:
        if unit.low in GROUPS:
            return True
        if unit.kind not in ("word", "mark", "national", "number", "region") or unit.text in (",", ";", "."):
            return False
    return False


def admitted(clause: Clause, i: int) -> list[Standing]:
    """ "Iran was admitted to the SCO", "agreed to admit Sweden", "admitting Iran as a full member", "were readmitted"."""
    units = clause.units
    unit = units[i]
    firm = unit.low.removeprefix("re").removeprefix("-").startswith("admi") or unit.low.startswith("induct")
    firm = firm or (unit.low.startswith("enlist") and i > 0 and units[i - 1].kind == "organization")
    standing = next((u for u in units[i + 1 : i + 9] if "standing" in u.rows), None)
    if not firm and standing is None:
        return []
    entry = clause.bodies.attached(i) or clause.bodies.nearby(i) or clause.past.last()
    status = standing.rows["standing"]["status"] if standing is not None else "member"
    passive = any(
        u.pos == "aux" and u.low in ("was", "were", "been", "be", "being", "is", "are") for u in units[max(0, i - 4) : i]
    )
    if firm and not passive and not list_from(units, i + 1)[:1]:
        return []
    admitting = any(unit.organization is not None for unit in units[max(0, i - 8) : i]) and list_from(units, i + 1)
    if firm and standing is None and clause.bodies.attached(i) is None and not (passive and clause.past.known) and not admitting:
        return []
    urged = next((j for j in range(max(0, i - 7), i) if units[j].low in URGING), None)
    outlook = outlook_before(clause.units, i) if urged is None else Outlook("supported", units[urged], urged)
    named = told_object(clause, i, max(0, i - 7)) if passive and infinitive(units, i - 1) else []
    pairs = (named or clause.subject(i)) if passive else pairs_of(list_from(units, i + 1))
    if not pairs and standing is not None and not passive:  # "welcomes as its newest members Poland and Hungary"
        pairs = pairs_of(list_from(units, units.index(standing) + 1))
    if negated(units, i):
        return []
    if outlook.modality in ("supported", "opposed"):
        return clause.make(pairs, entry, status, outlook, unit, outlook.modality)
    ahead = infinitive(units, i) or future(units, i) or is_ing(unit)
    asked = bool(named) and outlook.modality == "sought"
    outlook = Outlook("sought" if asked else "invited") if ahead or named else Outlook()
    return clause.make(pairs, entry, status, outlook, unit, "admitted")


def applied(clause: Clause, i: int) -> list[Standing]:
    """ "South Sudan and Burundi have applied.": for membership, where nothing else is said."""
    units = clause.units
    following = units[i + 1] if i + 1 < len(units) else None
    if not clause.past.known and clause.bodies.nearby(i) is None:
        return []
    if following is not None and not (following.kind in ("mark", "date") or following.low == "in"):
        return []
    entry = clause.bodies.nearby(i) or clause.past.body()
    pairs = [pair for pair in clause.subject(i) if clause.past.known.get(pair[1]) is not entry]
    return clause.make(pairs, entry, "member", Outlook("sought"), units[i], "sought")
