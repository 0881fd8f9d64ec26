"""Who speaks: the speaker behind the subject of a reporting verb."""

from __future__ import annotations

from msgspec import Struct

from summitdb.extract.people import Person
from summitdb.extract.subjects import PAPERS
from summitdb.extract.units import Unit


class Speaker(Struct, frozen=True):
    """A speaker as a statement has it. `joint` where several speak as one or a joint document does, `office`
    where an office speaks whose holder and state the article does not give; `unit` is the mention."""

    unit: Unit
    person: Person | None = None
    country: str | None = None
    organization: str | None = None
    joint: bool = False
    office: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the speaker is a person, a state, an organization or an office, not just "officials" or a company."""
        return bool(self.person or self.country or self.organization or self.joint or self.office)


UNNAMED = frozenset({
    "analyst", "expert", "observer", "campaigner", "critic", "trader", "resident", "witness", "economist", "aide", "staffer",
})  # fmt: skip


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
        return _of_role(unit)
    if unit.kind == "body":
        row = unit.rows.get("body", {})
        country = unit.countries[0] if unit.countries else row.get("country")  # of a movement its state
        words = unit.value.text if isinstance(unit.value, Unit) and unit.value.kind == "body" else unit.text
        for article in ("The ", "the ", "A ", "a ", "An ", "an "):
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


def _of_role(unit: Unit) -> Speaker | None:
    """The speaker behind an office that no known person holds: its state or organization; several holders speak as one."""
    role = unit.role
    if role is None:
        return None
    several = role.count or role.form in ("leaders", "heads of state", "heads of government")
    if role.plural and (several or len(unit.people) > 1 or len(role.countries) > 1):
        return Speaker(unit, joint=True)
    if role.form.rstrip("s") in UNNAMED:
        return None
    organization = role.organization.name if role.organization else None
    countries = role.countries or unit.countries  # "officials in Male"
    if countries:
        return Speaker(unit, country=countries[0], organization=organization)
    single = role.office not in (None, "other") and role.definite and not role.plural
    return Speaker(unit, organization=organization, office=single and organization is None)  # "the Defence Minister"


def speaks_for(units: list[Unit], at: int) -> Speaker | None:
    """An office without a name that speaks for a person: "a spokesman for President Adan Cordillo"; his state's."""
    role = units[at].role
    if role is None or units[at].people or role.countries or role.organization or at + 2 >= len(units):
        return None
    whose = units[at + 2]
    if role.office is not None or units[at + 1].low not in ("for", "of", "to") or len(whose.people) != 1:
        return None
    return Speaker(units[at], country=whose.people[0].country) if whose.people[0].country else None


def is_media(unit: Unit) -> bool:
    """Whether a unit is a paper or a broadcaster, whose reports are nobody's statements."""
    row = unit.rows.get("body")
    return unit.kind == "body" and row is not None and row["kind"] == "media"


BLOC = frozenset(
    {"members", "leaders", "nations", "countries", "states", "member states", "member nations", "ministers", "delegates"}
)
OFFICES = frozenset(
    {"office", "press service", "press office", "secretariat", "cabinet", "government", "administration", "service"}
)
SOURCES = frozenset({"source", "sources", "statement", "release", "communique", "communiqué", "readout", "announcement"})


def institution(units: list[Unit], at: int) -> Speaker | None:
    """The state behind "her office", "the office of South Korea's president", "a source in the Belarusian Foreign Ministry", "a
    statement from the presidency", "a Sudanese diplomatic source"."""
    unit = units[at]
    if unit.kind == "role" or unit.low in SOURCES:  # "Energy Ministry officials", "a ministry statement"
        before = units[at - 1] if at else None
        if before is not None and before.kind in ("body", "organization") and not unit.people:
            whose = speaker_of(before)
            return whose and Speaker(unit, None, whose.country, whose.organization, office=before.kind == "body")
        if unit.kind == "role":
            return None
    bloc = units[at - 1].organization if unit.low in BLOC and at else None
    if bloc is not None:
        return Speaker(unit, organization=bloc.name, joint=True)  # "Mercosur members said"
    owned = unit.kind == "body" and not unit.countries
    if not owned and unit.low not in OFFICES and unit.low not in SOURCES:
        return None
    owner = at - 2 if at > 1 and units[at - 1].text in ("'s", "’s") else at - 1
    if owner >= 0 and len(units[owner].people) == 1 and unit.low not in SOURCES:
        return Speaker(unit, country=units[owner].people[0].country, organization=f"{units[owner].text} {unit.text}")
    if owner >= 0 and units[owner].kind == "role" and unit.low in OFFICES:
        whose = speaker_of(units[owner])
        return whose if whose is not None and whose.is_named else Speaker(unit, office=True)  # "the governor's press service"
    if owner >= 0 and units[owner].kind == "body" and unit.kind == "body":
        whose = speaker_of(units[owner])  # "the Kyrgyz Government's press service"
        return whose and Speaker(unit, None, whose.country, whose.organization)
    if owned:
        return None
    for i in range(at + 1, min(at + 5, len(units))):
        if units[i].kind in ("body", "role", "country", "organization"):
            whose = speaker_of(units[i])
            return Speaker(unit, country=whose.country, organization=whose.organization) if whose is not None else None
    for i in range(at - 1, max(-1, at - 4), -1):
        if units[i].kind in ("national", "country"):
            return Speaker(unit, country=units[i].countries[0] if units[i].countries else None)
    return None


def _is_spoken_of(speaker: Speaker, units: list[Unit]) -> bool:
    """Whether the sentence has named a person before it says "the Labour leader", who is somebody else then."""
    return any(speaker.person in unit.people for unit in units if unit.kind == "person")


def _named_for_state(units: list[Unit], at: int) -> Speaker | None:
    """A firm or an authority with its state in its name: "Kenya Ports Authority", "China Railway Corp"."""
    first = at
    while first > 0 and units[first - 1].is_capitalised and units[first - 1].kind in ("word", "name", "country", "national"):
        first -= 1
    if first == at or not units[at].is_capitalised or units[first].kind not in ("country", "national"):
        return None
    name = " ".join(unit.text for unit in units[first : at + 1])
    return Speaker(units[at], country=units[first].countries[0] if units[first].countries else None, organization=name)


def described(units: list[Unit], at: int, previous: Speaker | None) -> Speaker | None:
    """The speaker behind a common noun: "the billionaire", "the Florida Republican" is who spoke last; "a statement from
    Hargrove" is Hargrove's; "voters", "a spokesman" are nobody with a name."""
    unit = units[at]
    if unit.low in OFFICES and (whose := institution(units, at)) is not None:
        return whose
    start = at
    while start > 0 and (
        units[start - 1].kind in ("word", "national", "region", "city", "name", "number", "person")
        or units[start - 1].text == "-"
    ):
        start -= 1
        if units[start].pos in ("det", "poss"):
            break
    if unit.low in PAPERS:
        for i in range(at + 1, min(at + 8, len(units))):
            if units[i].kind in ("person", "role", "body", "organization", "country"):
                return speaker_of(units[i], previous)
            if units[i].kind == "quotation" or units[i].text in (",", ":"):
                break
        owner = at - 2 if at > 1 and units[at - 1].text in ("'s", "’s") else None
        if owner is not None:
            return speaker_of(units[owner], previous)
        return previous if units[start].low in ("the", "his", "her", "their") else Speaker(unit)
    own = _named_for_state(units, at)
    if own is not None:
        return own
    fresh = at + 1 < len(units) and units[at + 1].pos == "prep"  # "the regional manager for one of the companies"
    definite = units[start].low == "the" and unit.kind == "word" and not fresh
    single = "occupation" in unit.rows and unit.entry is not None and unit.entry.number == "s"
    if (
        definite
        and single
        and previous is not None
        and previous.person is not None
        and not _is_spoken_of(previous, units[:start])
    ):
        return Speaker(unit, previous.person, previous.country, previous.organization)
    if unit.kind != "word":
        return Speaker(unit, organization=unit.text if unit.kind in ("name", "national", "region", "body") else None)
    named = definite and any(part.kind in ("person", "name", "organization") for part in units[start:at])
    return Speaker(unit, organization=" ".join(part.text for part in units[start + 1 : at + 1]) if named else None)
