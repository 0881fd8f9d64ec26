"""Encounters: each place where the text speaks of a meeting, visit or call, with what stands around it.

An encounter is not yet a summit: "the talks" of the third paragraph are the meeting of the first. `reading` finds them, `events`
gathers them.
"""

from __future__ import annotations

from msgspec import Struct, field

from summitdb.extract.people import Person
from summitdb.extract.places import Place
from summitdb.extract.scenes import Scene
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.tables import OrganizationEntry

PARTY_KINDS = frozenset({"person", "role", "country", "body", "city"})


class Encounter(Struct):
    """One mention of a meeting. `trigger` is its word, `scene` the scene it stands in, `partner` an organization that takes part
    as a state does; `implied` says that only a joint act ("X and Y signed") shows that they met, `several` that a number of
    states unnamed there takes part ("leaders of nine nations"), `assumed` that nothing tells whether it was held ("welcomes his
    visit"), `attended` that who attended is told, `attends` that somebody attends a gathering,
    `civil` that a government and its rebels talk."""

    sentence: Sentence
    scene: Scene
    trigger: Unit
    format: str
    status: str = "held"
    recalled: bool = False
    people: list[tuple[Person, Unit]] = field(default_factory=list)
    countries: list[tuple[str, Unit]] = field(default_factory=list)
    organization: tuple[OrganizationEntry, Unit] | None = None
    partner: tuple[OrganizationEntry, Unit] | None = None
    place: Place | None = None
    host: Unit | None = None
    date: Unit | None = None
    since: Unit | None = None
    name: tuple[int, int] | None = None
    definite: bool = False
    sidelines: bool = False
    implied: bool = False
    together: bool = False
    verbal: bool = False
    leg: str = ""
    arrives: bool = False
    days: int = 0
    ends: bool = False
    goes: bool = False
    attended: bool = False
    civil: bool = False
    assumed: bool = False
    attends: bool = False
    separately: bool = False
    aside: bool = False
    several: bool = False
    until: Unit | None = None
    stops: list[Place] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        """Whether it may tell of further separate meetings: "he also met A and B", "the meetings with A and B"."""
        return self.trigger.low in ("met", "meetings", "calls") and len(self.people) > 1

    @property
    def codes(self) -> set[str]:
        return {code for code, _ in self.countries} | {p.country for p, _ in self.people if p.country}

    def add(self, unit: Unit) -> None:
        """Take the person, office, state or organization that `unit` names as a party."""
        role = unit.role
        if role is not None and (role.form in ("predecessor", "successor") or (role.form == "director" and not unit.people)):
            return
        if unit.people:
            for person in unit.people:
                if (
                    "spoke" not in person.role_form
                    and not person.role_form.startswith("analyst")
                    and all(person is not known for known, _ in self.people)
                ):
                    self.people.append((person, unit))
            return
        if role is not None and (role.former or role.form.startswith("spoke")):
            return
        if role is not None and role.organization is not None and role.plural:
            self.organization = self.organization or (role.organization, unit)
        codes = unit.countries if unit.kind in ("role", "body", "country", "group", "region") else unit.countries[:1]
        for code in codes:
            if code not in self.codes:
                self.countries.append((code, unit))
