"""Standings told by verbs: joined, left, admitted, suspended, comprises, founded, chairs."""

from __future__ import annotations

from summitdb.extract.standing_clause import (
    AHEAD,
    BODIES,
    Clause,
    Outlook,
    Pairs,
    Standing,
    list_before,
    list_from,
    organization_of,
    pairs_of,
    sense_of,
    states_of,
)
from summitdb.extract.units import Unit

PERSUADING = frozenset({"urged", "urges", "urge", "allow", "allowed", "allowing", "let", "help", "helped", "wants", "want", "demands", "demanded", "demand", "persuade", "asked", "ask", "for",
                        "forward", "see", "enable", "letting", "force", "prevent", "stop", "keep"})  # fmt: skip
THREATS = frozenset({"threatened", "threatens", "threat", "plans", "planned", "decided", "decision", "notice", "intention", "announced", "intends", "intend", "considering", "wants", "want", "vowed",
                     "mulling", "about", "would", "will", "may", "might", "could", "going", "decide"})  # fmt: skip
REQUESTS = frozenset({"bid", "application", "request", "candidacy"})
TAKING = frozenset({"holds", "hold", "held", "has", "holding", "took", "take", "takes", "taking", "taken", "assume", "assumed", "assumes", "over", "hand", "handed", "inherits", "whose", "passed", "pass"})
CHAIRS = ("chair", "chairs", "chairmanship", "presidency", "chairman", "chairpersonship")
NOT_JOINING = frozenset({"talks", "meeting", "summit", "chorus", "call", "calls", "forces", "hands", "ranks", "effort", "efforts", "war", "sanctions", "treaty", "agreement", "mission",
                         "with", "him", "her", "them"})  # fmt: skip


def _is_ing(unit: Unit) -> bool:
    return unit.low.endswith("ing")


def _negated(units: list[Unit], i: int) -> bool:
    for unit in reversed(units[max(0, i - 6) : i]):
        if unit.text in (",", ";"):
            return False
        if unit.pos == "neg" or unit.low.startswith(("no ", "not ")) or unit.low in ("no", "denied", "refused", "ruled", "without", "refusal"):
            return True
    return False


def _infinitive(units: list[Unit], i: int) -> bool:
    return any(u.low == "to" for u in units[max(0, i - 2) : i])


def _future(units: list[Unit], i: int) -> bool:
    return any(u.pos == "modal" or (u.low in AHEAD and u.low != "to") for u in units[max(0, i - 4) : i]) or (
        i > 1 and units[i - 1].low == "to" and units[i - 2].low in ("is", "are", "was", "were", "due", "set", "scheduled")
    )  # fmt: skip


def _told_object(clause: Clause, i: int, governing: int) -> Pairs:
    """The states between the governing word and an infinitive or gerund: "invited Iran to join", "look forward to Sweden joining"."""
    units = clause.units
    for j in range(i - 1, governing, -1):
        if units[j].kind == "city" and not units[j].countries:
            continue
        pairs = states_of(units[j]) if units[j].kind in ("country", "group", "city", "body") else []
        if pairs:
            return pairs_of(list_before(units, j + 1)) or pairs
    return []


def joined(clause: Clause, i: int) -> list[Standing]:
    """ "Both countries joined the EU", "wants to join", "was invited to join", "supports its joining", "was later joined by Brunei"."""
    units = clause.units
    unit = units[i]
    following = units[i + 1] if i + 1 < len(units) else unit
    if following.low == "by":
        pairs = pairs_of(list_from(units, i + 2))
        entry = clause.nearby(i) or clause.past.last()
        return clause.make(pairs, entry, "member", Outlook(), unit, "joined") if len(pairs) > 1 else []
    if following.kind in ("person", "role", "country") or following.low in NOT_JOINING or any("meeting" in u.rows for u in units[i + 1 : i + 6]):
        return []
    if unit.low.startswith("enter") and clause.attached(i) is None:
        return []
    entry = clause.attached(i)
    if entry is not None and not any(clause.named_at(j) is entry or "groupnoun" in units[j].rows for j in range(i + 1, min(len(units), i + 10))):
        entry = None
    ended = following.kind in ("mark", "date") or following.low in ("in", "the", "as", "later", "a", "on", "last", "and")
    dated = i + 2 < len(units) and units[i + 2].kind == "date"
    if entry is None and (not ended or (following.low in ("the", "a", "on", "and") and not dated) or "standing" in units[min(i + 1, len(units) - 1)].rows):
        return []
    entry = entry or clause.nearby(i) or clause.past.body()
    if _negated(units, i):
        return []
    outlook = clause.outlook(i, 14)
    bare = _infinitive(units, i) or _is_ing(unit) or "past" not in unit.tenses and not unit.low.endswith("ed")
    if not bare:
        pairs = clause.subject(i)
        return clause.make(pairs, entry, "member", Outlook(), unit, "joined")
    told = _told_object(clause, i, outlook.at) if outlook.at >= 0 else []
    if outlook.modality == "actual":
        pairs = clause.possessor(i) if _is_ing(unit) else []
        pairs = pairs or clause.subject(i) or clause.owner(i)
        if _is_ing(unit) and any(u.low in ("for", "since", "after", "on", "upon", "by", "of") for u in units[max(0, i - 2) : i]):
            return clause.make(pairs, entry, "member", Outlook(), unit, "joined")
        modality = "invited" if _future(units, i) else "sought"
        return clause.make(pairs, entry, "member", Outlook(modality), unit, modality)
    if outlook.modality == "sought":
        if told and outlook.cue is not None and any(u.low in PERSUADING for u in units[outlook.at : i]):
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


def left(clause: Clause, i: int) -> list[Standing]:
    """ "The Maldives left the Commonwealth", "gave notice of leaving the bloc", "did not intend to leave" (still a member)."""
    units = clause.units
    unit = units[i]
    following = units[i + 1 : i + 5]
    at = next((k for k, u in enumerate(following) if u.organization is not None and u.kind == "organization"), None)
    group = next((k for k, u in enumerate(following) if "groupnoun" in u.rows and u.low not in ("country", "countries", "capital")), None)
    where = min((k for k in (at, group) if k is not None), default=None)
    if where is not None and any(u.low not in ("the", "from", "of", "regional", "out", "military", "trade") and u.kind not in ("national", "region", "number", "mark") for u in following[:where]):
        where = None
    if where is None and not _ends_here(clause, i):
        return []
    entry = clause.attached(i) if where is not None else clause.past.last()
    if entry is None or (entry.kind not in BODIES_LEFT):
        return []
    if unit.low in ("abandon", "abandoned", "abandons", "abandoning"):
        return []
    if any(sense_of(u) == "admitted" or u.low == "rejoined" for u in units[i + 1 : i + 8]):
        return []
    outlook = clause.outlook(i)
    pairs = clause.possessor(i) if sense_of(unit) == "leaving" else []
    told = _told_object(clause, i, max(outlook.at, i - 8)) if _is_ing(unit) else []
    pairs = pairs or clause.subject(i) or told
    if _negated(units, i):
        return clause.make(pairs, entry, "member", Outlook(), unit, "kept")
    ahead = _infinitive(units, i) or _is_ing(unit) or _future(units, i) or outlook.modality == "sought"
    if ahead or any(u.low in THREATS for u in units[max(0, i - 7) : i]):
        return clause.make(pairs, entry, "former_member", Outlook("sought"), unit, "leaving")
    if sense_of(unit) == "leaving":
        before = [u.low for u in units[max(0, i - 5) : i]]
        done = any(low in ("after", "since", "following") for low in before)
        return clause.make(pairs, entry, "former_member", Outlook("actual" if done else "sought"), unit, "leaving")
    return clause.make(pairs, entry, "former_member", Outlook(), unit, "left")


BODIES_LEFT = frozenset({"organization", "grouping", "alliance", "forum", "agency", "court", "commission", "bank", "fund"})


def _ends_here(clause: Clause, i: int) -> bool:
    """ "Gambia withdrew in 2013", "walked out a year later": a bare verb among others about an organization just spoken of."""
    units = clause.units
    unit = units[i]
    if unit.low not in ("withdrew", "left", "quit", "walked", "withdrawn", "withdraw", "withdrawal") or clause.past.last() is None or not clause.past.known:
        return False
    following = units[i + 1] if i + 1 < len(units) else None
    if unit.low == "withdrawal":
        return i > 0 and units[i - 1].low in ("its", "their")
    if unit.low == "walked":
        return following is not None and following.low == "out"
    if unit.low == "left":
        return following is not None and following.low in ("and", "in") and any(sense_of(u) in ("joined", "admitted") for u in units)
    return following is not None and following.low == "in" and len(units) > i + 2 and units[i + 2].kind in ("date", "number")


def admitted(clause: Clause, i: int) -> list[Standing]:
    """ "Iran was admitted to the SCO", "agreed to admit Sweden", "admitting Iran as a full member", "were readmitted"."""
    units = clause.units
    unit = units[i]
    firm = unit.low.lstrip("re-").startswith("admi") or unit.low.startswith("induct")
    standing = next((u for u in units[i + 1 : i + 9] if "standing" in u.rows), None)
    if not firm and standing is None:
        return []
    entry = clause.attached(i) or clause.nearby(i) or clause.past.last()
    status = standing.rows["standing"]["status"] if standing is not None else "member"
    passive = any(u.pos == "aux" and u.low in ("was", "were", "been", "be", "being", "is", "are") for u in units[max(0, i - 4) : i])
    if firm and not passive and not states_of(units[min(i + 1, len(units) - 1)]):
        return []
    if firm and standing is None and clause.attached(i) is None and not (passive and clause.past.known):
        return []
    outlook = clause.outlook(i)
    pairs = clause.subject(i) if passive else pairs_of(list_from(units, i + 1))
    if _negated(units, i):
        return []
    if outlook.modality in ("supported", "opposed"):
        return clause.make(pairs, entry, status, outlook, unit, outlook.modality)
    ahead = _infinitive(units, i) or _future(units, i) or _is_ing(unit)
    return clause.make(pairs, entry, status, Outlook("invited") if ahead else Outlook(), unit, "admitted")


def suspended(clause: Clause, i: int) -> list[Standing]:
    """ "Venezuela, suspended since 2017", "Guinea has been suspended", "the suspension of Fiji": still a member."""
    units = clause.units
    unit = units[i]
    following = units[i + 1] if i + 1 < len(units) else unit
    tied = clause.attached(i)
    if unit.low == "suspension":
        pairs = clause.possessor(i) or (clause.subject(i) if tied is not None and following.low == "from" else [])
        return clause.make(pairs, tied or clause.nearby(i), "member", Outlook(), unit, "suspended") if tied or "of" == following.low else []
    if i and units[i - 1].text == ",":
        pairs = pairs_of(list_before(units, i - 1))
        aside = following.low in ("from", "since", "by", "over", "after")
        return clause.make(pairs, tied or clause.nearby(i) or clause.past.last(), "member", Outlook(), unit, "suspended") if aside else []
    if i and units[i - 1].low in ("been", "was", "were", "is", "are", "remains", "be"):
        since = following.low in ("from", "since", "by") or following.kind in ("mark", "date")
        return clause.make(clause.subject(i - 1), tied or clause.nearby(i) or clause.past.last(), "member", Outlook(), unit, "suspended") if since else []
    listed = pairs_of(list_from(units, i + 1))
    if listed and i and units[i - 1].kind == "organization":
        return clause.make(listed, units[i - 1].organization, "member", Outlook(), unit, "suspended")
    if listed and tied is not None and any(u.low == "from" for u in units[i + 1 : i + 8]):
        return clause.make(listed, tied, "member", Outlook(), unit, "suspended")
    return []


def applied(clause: Clause, i: int) -> list[Standing]:
    """ "South Sudan and Burundi have applied.": for membership, where nothing else is said."""
    units = clause.units
    following = units[i + 1] if i + 1 < len(units) else None
    if not clause.past.known and clause.nearby(i) is None:
        return []
    if following is not None and not (following.kind in ("mark", "date") or following.low == "in"):
        return []
    return clause.make(clause.subject(i), clause.nearby(i) or clause.past.body(), "member", Outlook("sought"), units[i], "sought")


def composed(clause: Clause, i: int) -> list[Standing]:
    """ "The EAEU comprises Armenia and four others", "which groups Laos", "a bloc that also includes Chile", "was founded by Indonesia"."""
    units = clause.units
    unit = units[i]
    founding = sense_of(unit) == "founded"
    if founding and not (i + 1 < len(units) and units[i + 1].low in ("by", "in")):
        return _founders(clause, i)
    begin = next((j for j in range(i + 1, min(len(units), i + 9)) if units[j].kind == "country"), None)
    if begin is None or (founding and not any(u.low == "by" for u in units[i + 1 : begin])):
        return []
    if not founding and any(u.low in ("of", "by", "with", "to", "from", "in", "on", "for") or "meeting" in u.rows or u.kind in ("person", "role") for u in units[i + 1 : begin]):
        return []
    listed = pairs_of(list_from(units, begin))
    about = [u for u in units[max(0, i - 9) : i] if u.organization is not None and u.kind == "organization" or ("groupnoun" in u.rows and u.kind == "word")]
    strong = unit.low.startswith(("compris", "consist", "made up", "compos", "is c", "group", "embrac"))
    if any("standing" in u.rows for u in units[max(0, i - 4) : i]):
        return []
    if not about or not listed or (len(listed) < 2 and not strong and not founding):
        return []
    if any("meeting" in u.rows or "document" in u.rows for u in units[max(0, i - 3) : i]) or about[-1].low in ("country", "countries", "nations", "states", "sides", "delegation"):
        return []
    if any(u.low in ("contact", "working", "action", "task", "mediation", "monitoring", "delegation", "minsk") for u in units[max(0, i - 6) : i]):
        return []
    entry = about[-1].organization or clause.nearby(i) or clause.past.last(about[-1].low)
    return clause.make(listed, entry, "member", Outlook(), unit, "composition")


def _founders(clause: Clause, i: int) -> list[Standing]:
    """ "The three countries, which set up the Alliance of Sahel States": who founds a grouping is in it."""
    units = clause.units
    end = i + (1 if units[i].low != "set" else 2)
    while end < len(units) and units[end].pos in ("det", "word"):
        end += 1
    if end >= len(units) or units[end].kind != "organization" or units[end].organization is None or units[end].organization.kind not in ("grouping", "alliance", "organization"):
        return []
    pairs = clause.subject(i)
    return clause.make(pairs, units[end].organization, "member", Outlook(), units[i], "composition") if len(pairs) > 1 else []


def chaired(clause: Clause, i: int) -> list[Standing]:
    """ "Myanmar holds the chair of the grouping", "whose country has ASEAN's chairmanship": who chairs it is a member."""
    units = clause.units
    unit = units[i]
    named = unit.role.form if unit.role is not None and unit.role.form else unit.low.split(" ")[-1]
    if not (unit.kind == "word" or named in CHAIRS):
        return []
    entry = (organization_of(unit) if unit.kind != "word" else None) or clause.attached(i)
    if entry is None and unit.kind == "role":
        entry = next((clause.past.last(word) for word in unit.low.split(" ") if any(word in e.nouns for e in clause.past.named)), None)
    if entry is None or entry.kind not in BODIES:
        return []
    tied = {u.low for u in units[max(0, i - 9) : i]}
    verb = unit.low in ("chairs", "chaired", "chairing") or (unit.low == "chair" and i > 0 and units[i - 1].low in ("to", "will"))
    if not verb and not tied & TAKING:
        return []
    begin = next((j for j in range(i - 1, max(-1, i - 10), -1) if units[j].low in TAKING or units[j].pos == "modal"), i)
    pairs = [pair for pair in clause.subject(begin) if pair[0].kind in ("country", "city", "body", "group") or unit.kind == "word"]
    if tied & {"hand", "hands", "handed", "handing", "pass", "passed", "passes", "transferred"}:
        behind = next((j for j in range(i + 1, min(len(units), i + 9)) if units[j].low == "to"), None)
        pairs += [(unit, code) for code in unit.countries] if unit.kind == "role" else pairs_of(list_from(units, behind + 1)[:1]) if behind is not None else []
    if any(mention.kind in ("person", "role") and mention is not unit for mention, _ in pairs) and not any(u.low == "country" or u.kind == "group" for u in units[:i]):
        return []
    return clause.make(pairs, entry, "member", Outlook(), unit, "chair")
