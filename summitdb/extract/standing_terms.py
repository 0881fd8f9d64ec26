"""Terms of standings: the standing itself, what the article has spoken of before, and the mentions of states in lists."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.gazetteer.uses import values, words

BE = words("standing", "be")

AHEAD = words("standing", "ahead")

# Organizations that states are members of; of others nothing is said by a bare "member".
BODIES = frozenset({"organization", "grouping", "alliance", "forum"})

FORMER = frozenset({"former", "ex", "erstwhile", "one-time"})

LISTING = words("standing", "listing")

TITLES = words("standing", "titles")

COUNTED = words("standing", "counted")

NUMBERS = {word: int(number) for word, number in values("standing", "number").items()}

SENSES = ("opposed", "supported", "invited", "sought")

Pairs = list[tuple[Unit, str]]


class Standing(Struct, frozen=True):
    """One standing: `state` is the mention of the country, `cue` the word that tells it, `by` who supports or opposes."""

    state: Unit
    code: str
    entry: OrganizationEntry
    status: str
    modality: str
    cue: Unit
    by: str | None
    rule: str


class Outlook(Struct, frozen=True):
    """How the words above a cue see the standing: its modality, the word that says so, and its position (-1 for none)."""

    modality: str = "actual"
    cue: Unit | None = None
    at: int = -1


class Past(Struct):
    """What the article has spoken of before a sentence: organizations (the latest last), the last state, and standings by state.

    `coming` are all organizations of the article, `pair` the two states it is about, `main` the one it names first.
    """

    named: list[OrganizationEntry] = field(default_factory=list)
    topic: tuple[Unit, str] | None = None
    main: tuple[Unit, str] | None = None
    known: dict[str, OrganizationEntry] = field(default_factory=dict)
    wishes: dict[str, OrganizationEntry] = field(default_factory=dict)
    coming: list[OrganizationEntry] = field(default_factory=list)
    pair: tuple[str, ...] = ()
    lists: dict[int, list[list[Unit]]] = field(default_factory=dict)

    def counted(self, units: list[Unit], i: int) -> Pairs:
        """Whom "the three countries", "the two Nordic nations" means, where the noun stands at `i`: the last list of so many."""
        if units[i].low.rpartition(" ")[2] not in COUNTED:
            return []
        words = " ".join(u.low for u in units[max(0, i - 3) : i + 1]).split(" ")
        region = next((u for u in units[max(0, i - 3) : i] if u.kind == "region" and len(u.countries) > 1), None)
        number = next((NUMBERS[word] for word in words if word in NUMBERS), 0)
        for listed in reversed(self.lists.get(number, [])):
            if region is None or all(mention.countries[0] in region.countries for mention in listed):
                return [(units[i], mention.countries[0]) for mention in listed]
        return []

    def body(self) -> OrganizationEntry | None:
        """The organization in which most standings have been told so far, else the last named."""
        counted = Counter(entry.name for entry in self.known.values()).most_common(1)
        if not counted:
            return self.last()
        return next(entry for entry in self.known.values() if entry.name == counted[0][0])

    def last(self, noun: str | None = None) -> OrganizationEntry | None:
        """The organization named last that a noun like "bloc" can mean; without one, the last that states can be members of."""
        for entry in reversed(self.named):
            if noun in entry.nouns or (noun is None and entry.kind in BODIES):
                return entry
        if noun is None:
            return None
        return next((entry for entry in self.coming if noun in entry.nouns and entry.kind in BODIES), self.last())


def organization_of(unit: Unit) -> OrganizationEntry | None:
    """The organization that a unit names, alone or inside an office or institution ("the EU's foreign ministers")."""
    if unit.organization is not None or unit.kind not in ("role", "body", "person"):
        return unit.organization
    if unit.role is not None and unit.role.organization is not None:
        return unit.role.organization
    parts = unit.value if isinstance(unit.value, list) else ()
    return next((part.organization for part in parts if part.organization is not None), None)


def sense_of(unit: Unit) -> str | None:
    """What a word says about standings: joined, left, sought, supported and others of the vocabulary."""
    row = unit.rows.get("relation")
    return row["sense"] if row is not None and unit.kind == "word" else None


def states_of(unit: Unit) -> Pairs:
    """A mention as (mention, code) pairs: a country, "both countries", a government, a capital, a person who speaks for one."""
    if unit.kind in ("country", "group", "body") or (unit.kind == "region" and unit.low.rpartition(" ")[2] in COUNTED):
        return [(unit, code) for code in unit.countries]  # of regions "the Baltic states"
    if unit.kind == "role" and unit.role is not None and unit.role.plural and len(unit.countries) > 1:
        return [(unit, code) for code in unit.countries]  # "leaders from Chad and Mali"
    if unit.kind in ("person", "role") and unit.people and unit.people[0].country:
        return [(unit, unit.people[0].country)]
    return [(unit, code) for code in unit.countries[:1]] if unit.kind in ("role", "city") else []


def list_from(units: list[Unit], begin: int) -> list[Unit]:
    """The states of the list that begins at `begin`: "Indonesia, Malaysia, the Philippines, Singapore and Thailand"."""
    found: list[Unit] = []
    for i in range(begin, len(units)):
        unit = units[i]
        if (unit.kind in ("country", "city") and unit.countries) or (unit.kind == "group" and len(unit.countries) > 1):
            if i + 1 < len(units) and units[i + 1].text in POSSESSIVES:
                break
            found.append(unit)
        elif (unit.low in TITLES and i + 1 < len(units) and units[i + 1].low == "of") or (
            unit.low == "of" and units[i - 1].low in TITLES
        ):
            continue  # "the Republic of Burundi"
        elif found and unit.kind == "name" and _goes_on(units, i):
            continue  # a member of no gazetteer, or a longer name: "Brunei Darussalaam, Cambodia"
        elif not (
            unit.text in (",", ":", "-", "–", "—", "--", "(", ")")
            or unit.low in LISTING
            or unit.kind == "number"
            or unit.pos == "det"
        ):
            break
    return found


def _goes_on(units: list[Unit], i: int) -> bool:
    """Whether a list of states goes on behind the name at `i`."""
    return i + 2 < len(units) and (units[i + 1].text == "," or units[i + 1].low == "and") and units[i + 2].kind == "country"


def list_before(units: list[Unit], end: int) -> list[Unit]:
    """The states of the list that ends before `end`: "Uzbekistan and Cuba, observers ..."."""
    found: list[Unit] = []
    for i in range(end - 1, -1, -1):
        unit = units[i]
        if (unit.kind == "country" and unit.countries) or (not found and unit.kind in ("group", "body") and unit.countries):
            found.append(unit)
        elif not (unit.text == "," or unit.low in ("and", "the", "both") or (unit.low in ("as", "well", "well as") and found)):
            break
    return found[::-1]


def pairs_of(mentions: list[Unit]) -> Pairs:
    """The (mention, code) pairs of a list of mentions."""
    return [pair for mention in mentions for pair in states_of(mention)]
