"""The states of persons who speak under an office without one: "President Chipeta" of an article from Lusaka."""

from __future__ import annotations

from collections import Counter

from summitdb.extract.office_match import STATE_OFFICES
from summitdb.extract.people import People
from summitdb.extract.secretariats import heads_body, settle_organizations
from summitdb.extract.units import Sentence, Unit

# Behind these words stands where somebody goes or with whom he deals, not his own state.
ABROAD = frozenset({"to", "with", "against", "visit", "visiting", "toward", "towards"})
# Offices that, named without a state, are those of one.
OF_STATES = frozenset({"state", "government", "minister"})
MET = frozenset({"met", "meet", "meeting", "received", "met with", "welcomed"})
LED = frozenset({"led", "headed"})
REACHING = frozenset({"to", "in", "visit", "visits", "visited", "visiting"})
CONTACT = frozenset({"met", "meet", "talks", "meeting", "discussions", "received", "welcomed", "greeted"})
STYLES = {
    "secretary of state": "US", "defense secretary": "US", "secretary of defense": "US", "treasury secretary": "US",
    "commerce secretary": "US", "energy secretary": "US", "deputy secretary of state": "US",
    "assistant secretary of state": "US", "homeland security secretary": "US", "secretary of homeland security": "US",
    "external affairs minister": "IN", "minister of external affairs": "IN", "chancellor of the exchequer": "GB",
    "taoiseach": "IE", "tánaiste": "IE",
}  # fmt: skip


def _is_met(units: list[Unit], i: int) -> bool:
    """Whether the person at `i` is the one whom somebody else meets: "met President Y", "talks with Y", "received by Y"."""
    if not i:
        return False
    if units[i - 1].low in MET:
        return True
    return units[i - 1].low in ("with", "by") and i > 1 and units[i - 2].low in CONTACT


def _host(units: list[Unit], i: int) -> str | None:
    """The state to which the one goes who meets the person at `i`: "will pay a visit to Kenya to meet President Omolo"."""
    for k in range(i - 1, 0, -1):
        if units[k].text == ";" or units[k].kind == "quotation":
            return None
        if units[k].kind in ("country", "city") and units[k].countries and units[k - 1].low in REACHING:
            return units[k].countries[0]
    return None


def _is_abroad(units: list[Unit], i: int) -> bool:
    """Whether the place at `i` is where somebody goes: "led a delegation to Peru and Chile"."""
    while i > 1 and units[i - 1].low in ("and", ",") and units[i - 2].kind in ("country", "city"):
        i -= 2
    return i > 0 and units[i - 1].low in ABROAD


def settle_countries(sentences: list[Sentence], people: People, home: str | None) -> None:
    """Give a state to each person who speaks under an office without one ("President Chipeta"): the country he speaks of,
    the dateline's, or the one that the article speaks of most; never one whose like office another person holds."""
    settle_organizations(sentences, people)
    lacking = {id(p): Counter[str]() for p in people.all if p.country is None and p.organization is None and not heads_body(p)}
    if not lacking:
        return
    counts: Counter[str] = Counter()
    for sentence in sentences:
        ahead: str | None = None
        at = 0
        posted = [code for _, unit in sentence.named if unit.role is not None for code in unit.role.posted]
        for i, unit in reversed(sentence.named):
            for person in unit.people:
                if id(person) in lacking and _is_met(sentence.units, i):
                    for known in sentence.units[:i]:
                        lacking[id(person)].update({code: -12 for p in known.people for code in [p.country] if code})
                    host = _host(sentence.units, i)
                    if host is not None:
                        lacking[id(person)][host] += 14
                if ahead is not None and at - i < 8 and id(person) in lacking:
                    lacking[id(person)][ahead] = min(lacking[id(person)][ahead] + 4, 8)
                if id(person) in lacking and i > 1 and sentence.units[i - 1].low == "by" and sentence.units[i - 2].low in LED:
                    own = next(
                        (u.countries[0] for u in reversed(sentence.units[: i - 2]) if u.countries and u.kind != "city"), None
                    )
                    if own is not None:
                        lacking[id(person)][own] += 12
                if posted and id(person) in lacking:  # "the ambassador to Uganda met President X"
                    lacking[id(person)][posted[0]] += 5
            if any(person.country for person in unit.people):
                ahead = None
            if unit.kind in ("country", "city") and unit.countries and not _is_abroad(sentence.units, i):
                ahead, at = unit.countries[0], i
            if unit.kind in ("country", "national", "role", "city", "body"):
                counts.update(unit.countries[:1])
    most = counts.most_common(2)
    sole = STATE_OFFICES | {"foreign_minister"}
    taken = {(p.office, p.country) for p in people.all if p.office in sole and p.country}
    for person in people.all:
        votes = lacking.get(id(person))
        if votes is None:
            continue
        if home:
            votes[home] += 12
        own = STYLES.get(person.role_form)
        if own is not None and (person.office, own) not in taken:
            votes[own] += 20
        likely = most if person.level in OF_STATES or not person.role_form else []
        for weight, (code, _) in zip((2, 1), likely, strict=False):
            votes[code] += weight
        for code, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
            if votes[code] > 0 and (person.office, code) not in taken:
                person.country = code
                if person.office in sole:
                    taken.add((person.office, code))
                break
