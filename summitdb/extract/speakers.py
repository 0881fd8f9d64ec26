"""Who speaks: the speaker behind the subject of a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass

from summitdb.extract.people import Person
from summitdb.extract.units import Unit


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as a statement has it. `joint` where several speak as one or a joint document does; `unit` is the mention."""

    unit: Unit
    person: Person | None = None
    country: str | None = None
    organization: str | None = None
    joint: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the speaker is a person, a state, an organization or an office, not just "officials" or a company."""
        return bool(self.person or self.country or self.organization or self.joint)


UNNAMED = frozenset({"analyst", "expert", "observer", "campaigner", "critic", "trader", "resident", "witness", "economist"})


def is_document(unit: Unit) -> bool:
    """Whether a unit is a joint document that can speak: "the joint statement said", "the declaration calls for"."""
    row = unit.get("document")
    return row is not None and unit.kind == "word" and row["kind"] in ("joint_statement", "declaration", "other", "memorandum")


def speaker_of(unit: Unit, previous: Speaker | None = None) -> Speaker | None:
    """The speaker that a mention stands for, None where it can be nobody. `previous` is the last speaker, for "it" and "they"."""
    if len(unit.people) == 1:
        person = unit.people[0]
        organization = person.organization.name if person.organization and not person.country else None
        return Speaker(unit, person, person.country, organization)
    if unit.kind == "role" and unit.role is not None:
        role = unit.role
        if role.plural and (
            role.count
            or role.form in ("leaders", "heads of state", "heads of government")
            or len(unit.people) > 1
            or len(role.countries) > 1
        ):
            return Speaker(unit, joint=True)
        if role.form.rstrip("s") in UNNAMED:
            return None
        if role.countries:
            return Speaker(unit, country=role.countries[0], organization=role.organization.name if role.organization else None)
        if role.organization:
            return Speaker(unit, organization=role.organization.name)
        return Speaker(unit)
    if unit.kind == "body":
        country = unit.countries[0] if unit.countries else None
        words = unit.text
        for article in ("The ", "the "):
            words = words.removeprefix(article)
        return Speaker(unit, country=country, organization=unit.organization.name if unit.organization else words)
    if unit.kind == "group":
        return Speaker(unit, joint=True)
    if is_document(unit):
        return Speaker(unit, organization=unit.organization.name if unit.organization else None, joint=True)
    if unit.kind in ("country", "city") and unit.countries:
        return Speaker(unit, country=unit.countries[0])
    if unit.kind == "organization" and unit.organization is not None:
        return Speaker(unit, organization=unit.organization.name)
    if unit.low in ("it", "they") and previous is not None and previous.person is None:
        return Speaker(unit, None, previous.country, previous.organization, previous.joint)
    return None
