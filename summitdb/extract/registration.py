"""Registration: every named person of an article entered once, with the office and the state that the article gives."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from summitdb.extract.cues import POSSESSIVE, reports
from summitdb.extract.loose_names import LooseNames
from summitdb.extract.office_match import LAWMAKERS, RELATIONAL
from summitdb.extract.people import People, Person, Role, content_tokens
from summitdb.extract.units import Sentence, Unit
from summitdb.extract.worded_names import link_worded, worded_surnames

PEERS = frozenset({"counterpart", "colleague", "opposite number"})
LINKED = frozenset({"person", "name", "leader", "city", "country", "region"})
PLACE_PREPOSITIONS = frozenset({"in", "at", "from", "to", "near", "of", "for", "via", "through"})


def register(sentences: list[Sentence], people: People) -> None:
    """Enter the persons of the narrative, known leaders before others, full names before short ones."""
    telling: list[Unit] = []
    congress: list[Unit] = []
    loose = LooseNames()
    for sentence in sentences:
        for i, unit in sentence.named:
            if unit.countries or unit.kind in ("person", "role"):
                telling.append(unit)
            elif unit.kind == "name":
                loose.add(sentence.units, i)
            elif unit.kind == "tag" and i > 1 and sentence.units[i - 2].kind == "person":
                congress.append(sentence.units[i - 2])
    mentions = [unit for unit in telling if unit.kind == "person"]
    named = frozenset(code for unit in telling for code in unit.countries)
    for unit in sorted(mentions, key=lambda u: (u.name is None or not u.name.leaders, len(content_tokens(u.value)) < 2, u.start)):
        unit.people = (_person(unit, people, named, loose),)
    for unit in congress:  # "Rep. Carla Mendes (D-N.M.)"
        person = unit.people[0]
        if person.country is None:
            person.country, person.country_span = "US", (unit.start, unit.end)
    holders = [unit for unit in telling if unit.kind in ("person", "role")]
    starts = [unit.start for unit in holders]
    for unit in mentions:
        if unit.role is not None:
            _enter(unit.people[0], unit.role, unit)
            if unit.role.form in RELATIONAL:
                before = holders[max(0, bisect_left(starts, unit.start) - 8) : bisect_left(starts, unit.start)]
                _inherit_office(unit.people[0], unit, before)
    for unit in telling:
        if unit.kind == "role" and unit.role is not None and unit.role.apposed_to is not None:
            for person in unit.role.apposed_to.people:
                _enter(person, unit.role, unit)
    _enter_surnames(sentences, people, named, loose)
    _enter_known_offices(sentences, people)
    _share_offices(telling, people)
    people.worded = worded_surnames(people)


def _person(unit: Unit, people: People, named: frozenset[str], loose: LooseNames) -> Person:
    sex = unit.role.sex if unit.role else None
    single = len(content_tokens(unit.value)) < 2
    if unit.name is not None and unit.name.leaders:
        person = people.add_leader(unit.name.leaders, unit.start, unit.role.countries if unit.role else ())
    elif single:
        known = people.find(unit.value, sex)
        full = loose.full(unit.value) if known is None else None
        if full is not None:
            known = people.add(full.text, full.start, sex)
        known = known or people.known_surname(unit.value, named, unit.start, cued=True) or people.near(unit.value)
        person = known or people.add(unit.value, unit.start, sex)
    else:
        person = people.add(unit.value, unit.start, sex)
    if not single:
        person.weight += 1
    return person


PARTIES_US = frozenset({"republican", "democratic", "democrat", "gop", "republicans", "democrats"})
# Offices that a fuller mention tells more of: "Secretary Reed", later "Secretary of State John Reed".
SHORT = frozenset({"secretary", "minister"})


def _enter(person: Person, role: Role, unit: Unit) -> None:
    """Add to `person` what a role beside the name says; what an earlier mention said stays."""
    if role.form in LAWMAKERS and not role.countries and person.country is None and PARTIES_US & set(unit.low.split(" ")):
        person.country, person.country_span = "US", (unit.start, unit.end)  # "Republican Senator Carla Mendes"
    if role.sex and person.sex is None:
        person.sex = role.sex
    if role.former:
        person.former = True
        if role.form and role.form not in person.also:
            person.also = (*person.also, role.form)
        return
    stateless = person.leader is None or not person.leader.country
    if role.countries and (person.country is None or person.country_span is None) and stateless:
        person.country, person.country_span = role.countries[0], (unit.start, unit.end)
    elif person.country in role.countries and person.country_span is None:
        person.country_span = (unit.start, unit.end)
    if role.organization and person.organization is None and not role.countries:
        person.organization = role.organization
    if person.role_form in SHORT and role.form != person.role_form and role.form.startswith(person.role_form):
        person.also, person.role_form, person.office = (*person.also, person.role_form), "", None  # "secretary" in the headline
    if role.form not in RELATIONAL and role.office and (person.office is None or person.office == "other"):
        person.office, person.office_span = role.office, (unit.start, unit.end)
    if role.form and not person.role_form and "honorific" not in unit.rows:
        person.role_form, person.level, person.also = role.form, role.level, (*role.also, *person.also)
    elif role.form and role.form != person.role_form and role.form not in person.also:
        person.also = (*person.also, role.form)


def _inherit_office(person: Person, unit: Unit, before: list[Unit]) -> None:
    """ "His Chilean counterpart, Ignacio Larraguibel": the office told of before, of a person or without a name."""
    if unit.role is None or unit.role.form not in PEERS or person.office:
        return
    for peer in reversed(before):
        if person not in peer.people and not set(peer.countries) & set(unit.role.countries):
            office = peer.people[0].office if peer.people else peer.role.office if peer.role is not None else None
            if office:
                person.office, person.office_span = office, (unit.start, unit.end)
                return


def _enter_surnames(sentences: list[Sentence], people: People, named: frozenset[str], loose: LooseNames) -> None:
    """Enter whom a text names by the surname alone: the bearer of a full name in it, where the surname does something ("Voss
    won"), else a leader in office whose country it names, too: "Putin", "Thatcher"."""
    tried: set[str] = set()
    for sentence in sentences:
        for i, unit in sentence.named:
            if unit.kind != "name" or " " in unit.text or unit.text in tried:
                continue
            following = sentence.units[i + 1] if i + 1 < len(sentence.units) else None
            cued = reports(following) or (following is not None and following.text in POSSESSIVE)
            full = loose.full(unit.text)
            if full is not None:
                if not (cued or _acts(following)):
                    continue  # perhaps further on
                if people.find(unit.text) is None:
                    people.add(full.text, full.start)
            tried.add(unit.text)
            if people.find(unit.text) is None:
                people.known_surname(unit.text, named, unit.start, cued)


def _acts(unit: Unit | None) -> bool:
    """Whether a unit is the finite verb of the name before it: "Voss won", "Voss has"."""
    if unit is None or unit.kind != "word":
        return False
    unknown = not unit.rows and unit.text.islower() and unit.low.endswith("ed")
    return unit.pos in ("aux", "modal") or bool(unit.tenses & {"past", "s"}) or unknown


def _share_offices(units: list[Unit], people: People) -> None:
    """ "The prime ministers of Hungary and Slovakia" gives its office to "Hungary's Gergely Palfalvi"."""
    lacking: dict[str, list[Person]] = defaultdict(list)
    for person in people.all:
        if person.office is None and person.country:
            lacking[person.country].append(person)
    for unit in units:
        if unit.kind == "role" and unit.role and unit.role.plural and unit.role.office and len(unit.role.countries) > 1:
            for code in unit.role.countries:
                for person in lacking.pop(code, ()):
                    person.office, person.office_span = unit.role.office, (unit.start, unit.end)


def _enter_known_offices(sentences: list[Sentence], people: People) -> None:
    """Give a known leader without an office in the text the one he held in the article's year; the name is the evidence."""
    waiting = {id(p): p for p in people.all if p.leader is not None and p.office is None and not p.former}
    if not waiting:
        return
    for sentence in sentences:
        for _, unit in sentence.named:
            person = unit.people[0] if unit.people and unit.kind == "person" else None
            if person is None and unit.kind == "name":
                person = people.find(unit.text)
            if person is not None and waiting.pop(id(person), None) is not None:
                leader = person.leader
                if leader is not None and people.serves(leader):
                    person.office, person.office_span = leader.office or None, (unit.start, unit.end)


def link(sentence: Sentence, people: People) -> None:
    """Turn remaining names into mentions of persons the article names elsewhere: surnames, first names of rulers."""
    units = sentence.units
    if people.worded:
        link_worded(sentence, people, people.worded)
    for i, unit in sentence.named:
        if unit.kind not in LINKED:
            continue
        if unit.kind == "person" and not unit.people:
            person = people.find(unit.value, unit.role.sex if unit.role else None)
            if person:
                unit.people = (person,)
        elif unit.kind in ("name", "leader"):
            person = people.find(unit.text)
            if person is None and unit.kind == "name" and i + 1 < len(units) and (reports(units[i + 1]) or _acts(units[i + 1])):
                person = people.near(unit.text)
            if person and len(content_tokens(unit.text)) <= len(content_tokens(person.name)):
                unit.kind, unit.people, unit.value = "person", (person,), unit.text
        elif unit.kind == "city" or (unit.kind in ("country", "region") and unit.name is not None and unit.name.ambiguous):
            person = people.find(unit.text)
            place = i > 0 and units[i - 1].low in PLACE_PREPOSITIONS
            if person and not place and unit.text in person.name:
                unit.kind, unit.people, unit.value = "person", (person,), unit.text
                unit.countries, unit.city = (), None
