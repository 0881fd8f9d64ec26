"""Secretaries-general and other heads of organizations: whose they are, where the text does not say it beside the name."""

from __future__ import annotations

from collections import Counter
from functools import cache

from summitdb.extract.people import People, Person
from summitdb.extract.units import Sentence
from summitdb.gazetteer import tables
from summitdb.gazetteer.tables import OrganizationEntry

HEADED = frozenset({"organization", "grouping", "alliance", "forum"})  # kinds of organizations that have a secretary-general


@cache
def _organizations() -> dict[str, OrganizationEntry]:
    return {entry.name: entry for entry in tables.organizations()}


def heads_body(person: Person) -> bool:
    """Whether a person is known as the head of an organization, at whatever time, and of no state."""
    return person.leader is not None and bool(person.leader.organization) and not person.leader.country


def settle_organizations(sentences: list[Sentence], people: People) -> None:
    """Give its organization to each known head of one, and the one that the article names most to a secretary-general of whom it
    does not say whose he is; such people speak for no state."""
    lacking: list[Person] = []
    for person in people.all:
        if person.organization is not None or person.country is not None:
            continue
        leader = person.leader
        if leader is not None and leader.organization and heads_body(person):
            if people.serves(leader):
                person.organization = _organizations().get(leader.organization)
        elif person.office == "secretary_general":
            lacking.append(person)
    if not lacking:
        return
    counts: Counter[OrganizationEntry] = Counter()
    for sentence in sentences:
        for _, unit in sentence.named:
            if unit.organization is not None and unit.organization.kind in HEADED:
                counts[unit.organization] += 1
    for person in lacking if counts else ():
        person.organization = counts.most_common(1)[0][0]
