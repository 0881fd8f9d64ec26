"""Persons and roles: who the article speaks of, under which office and for which state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from summitdb.gazetteer.names import plain, surnames
from summitdb.gazetteer.tables import Leader, OrganizationEntry
from summitdb.gazetteer.vocabulary import meaning

if TYPE_CHECKING:
    from summitdb.extract.units import Unit

NAMES_KEPT = 4096  # names come again and again in a run over many articles
REACH = 40  # of people who share a name, how many are compared
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "bint", "de", "da", "das", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von",
    "der", "den", "ter", "ben", "abu", "ul", "ur", "y", "e", "af", "av", "zu", "st", "st.",
})  # fmt: skip


class Role(Struct):
    """An office as a noun phrase gives it. `form` is the office's words; `office` the coded office, None for "spokesman".

    `countries` are whom it is held for, in the text's order; `plural` says that several people hold it; `definite` that a
    determiner or a possessive stands before it; `possessive` is that pronoun; `also` are further offices ("Deputy Prime Minister
    and Foreign Minister"); `apposed_to` is the name before it ("Najib Razak, the prime minister"); `posted` are the states
    to which an envoy is sent.
    """

    form: str
    office: str | None
    level: str
    countries: tuple[str, ...] = ()
    organization: OrganizationEntry | None = None
    plural: bool = False
    sex: str | None = None
    former: bool = False
    definite: bool = False
    possessive: str | None = None
    count: int | None = None
    also: tuple[str, ...] = ()
    apposed_to: Unit | None = None
    posted: tuple[str, ...] = ()


class Person(Struct, eq=False):
    """A person of the article under the fullest name it gives. `first` is the offset of the first mention, `weight` the number of
    mentions by more than a surname; `former` says that the article gives an office as a past one, `traits` are the words that it
    has used of the person."""

    name: str
    country: str | None = None
    office: str | None = None
    sex: str | None = None
    organization: OrganizationEntry | None = None
    first: int = 0
    role_form: str = ""
    also: tuple[str, ...] = ()
    level: str = ""
    leader: Leader | None = None
    country_span: tuple[int, int] | None = None
    office_span: tuple[int, int] | None = None
    former: bool = False
    weight: int = 0
    traits: set[str] | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)

    @property
    def tokens(self) -> tuple[str, ...]:
        return name_tokens(self.name)


@lru_cache(NAMES_KEPT)
def name_tokens(name: str) -> tuple[str, ...]:
    """The comparable parts of a name: accents, case and particles aside. "João M. Lourenço" gives ("joao", "m", "lourenco")."""
    parts = plain(name).lower().replace("’", "'").replace("-", " ").replace(".", " ").split()
    return tuple(part for part in parts if part not in SUFFIXES)


def differ_by_a_letter(first: str, second: str) -> bool:
    """Whether one letter changed, added or left out, or two for one, makes one word the other."""
    head = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
    tail = next((i for i, (a, b) in enumerate(zip(first[::-1], second[::-1], strict=False)) if a != b), 0)
    return abs(len(first) - len(second)) < 2 and max(len(first), len(second)) - head - tail < 3


def is_junior(name: str) -> bool:
    """Whether a name says that its bearer is the son of one so called."""
    return name.endswith((" Jr", " Jr.", " jr", " jr."))


@lru_cache(NAMES_KEPT)
def content_tokens(name: str) -> tuple[str, ...]:
    """The parts of a name that tell persons apart: particles and initials aside, unless there is nothing else."""
    return tuple(t for t in name_tokens(name) if t not in PARTICLES and len(t) > 1) or name_tokens(name)


@lru_cache(NAMES_KEPT)
def given_sex(name: str) -> str | None:
    """The sex that a given name shows: "f" for "Ilona Szabo", None where the name is of both or unknown."""
    first = name.replace("-", " ").split()
    row = meaning(first[0], "given") if len(first) > 1 else None
    return (row["sex"] or None) if row else None


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` can be a shorter mention of `full`: its parts stand in it in the same order.

    "Thuc" and "Quang Thuc" are short for "Dinh Quang Thuc"; "Bush" is not short for "George Bushnell".
    """
    wanted = content_tokens(short)
    parts = iter(content_tokens(full))
    return bool(wanted) and all(any(part == token for part in parts) for token in wanted)


def _serves(leader: Leader, year: int | None) -> int:
    """How far `year` is from the leader's years in office, 0 when inside."""
    if year is None:
        return 0
    if leader.since and year < leader.since:
        return leader.since - year
    if leader.until and year > leader.until:
        return year - leader.until
    return 0


def _is_called(person: Person, name: str) -> bool:
    """Whether `name` is short for the person's name or, of a known leader, for another spelling of it ("Köhler", "Koehler")."""
    if is_short_for(name, person.name):
        return True
    return person.leader is not None and any(is_short_for(name, alias) for alias in person.leader.aliases)


class People:
    """The persons of one article, found by any of their names."""

    def __init__(self, published_on: date | None) -> None:
        self.all: list[Person] = []
        self.worded: frozenset[str] = frozenset()
        self.year = published_on.year if published_on else None
        self._by_token: dict[str, list[Person]] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._by_head: dict[str, list[str]] = {}

    def find(self, name: str, sex: str | None = None) -> Person | None:
        """The one person for whom `name` is a full or shorter form, of a `sex` if given; of several that whose last part it is,
        then the one named most often by more than that."""
        tokens = content_tokens(name)
        if not tokens:
            return None
        candidates = [p for p in self._by_token.get(tokens[-1], ())[:REACH] if _is_called(p, name)]
        candidates += [p for p in self._by_last.get(tokens[-1], ())[-REACH:] if p not in candidates and _is_called(p, name)]
        if sex:
            candidates = [p for p in candidates if p.sex in (None, sex)]
        if is_junior(name):  # the son of the same name is somebody else: "Donald Trump Jr."
            sons = [p for p in candidates if is_junior(p.name)]
            candidates = sons or [p for p in candidates if p.leader is None or p.tokens != name_tokens(name)]
        if len(candidates) > 1:
            exact = [p for p in candidates if p.tokens == name_tokens(name)]
            last = [p for p in candidates if content_tokens(p.name)[-1] == tokens[-1]]
            candidates = exact or last or candidates
        return max(candidates, key=lambda p: (p.leader is not None, p.weight, -p.first)) if candidates else None

    def near(self, name: str) -> Person | None:
        """The one person whose surname differs from `name` by a letter: "Araqchi" for "Araghchi", "Kocharian" for "Kocharyan"."""
        tokens = content_tokens(name)
        if len(tokens) != 1 or len(tokens[0]) < 6:
            return None
        alike = (last for last in self._by_head.get(tokens[0][:2], ()) if differ_by_a_letter(last, tokens[0]))
        found = [person for last in alike for person in self._by_last[last][-REACH:]]
        return found[0] if len({id(person) for person in found}) == 1 else None

    def _index(self, person: Person, name: str) -> None:
        tokens = content_tokens(name)
        for token in tokens:
            known = self._by_token.setdefault(token, [])
            if person not in known[-REACH:]:
                known.append(person)
        if tokens and tokens[-1] not in self._by_last:
            alike = self._by_head.setdefault(tokens[-1][:2], [])
            if len(alike) < REACH:
                alike.append(tokens[-1])
        if tokens and person not in self._by_last.setdefault(tokens[-1], [])[-REACH:]:
            self._by_last[tokens[-1]].append(person)

    def _shorter(self, name: str, sex: str | None) -> Person | None:
        """The person known so far by a shorter form of `name`."""
        tokens = content_tokens(name)
        known = {id(p): p for token in tokens for p in self._by_last.get(token, ())}
        shorter = [p for p in known.values() if len(p.tokens) < len(name_tokens(name)) and is_short_for(p.name, name)]
        return next((p for p in reversed(shorter) if not (sex and p.sex and p.sex != sex)), None)

    def add(self, name: str, start: int, sex: str | None = None) -> Person:
        """The person of that name; a longer form of a known name renames the person."""
        sex = sex or given_sex(name)
        person = self.find(name, sex)
        if person is None:
            person = self._shorter(name, sex)
            if person is not None and person.leader is None:
                person.name = name
        if person is None:
            person = Person(name, first=start)
            self.all.append(person)
        person.sex = person.sex or sex
        person.first = min(person.first, start)
        self._index(person, person.name)
        return person

    def add_leader(self, leaders: Iterable[Leader], start: int, countries: tuple[str, ...] = ()) -> Person:
        """The person behind a known leader's name; of several terms of office the one nearest to the article's year."""
        terms = list(leaders)
        if countries and any(term.country in countries for term in terms):
            terms = [term for term in terms if term.country in countries]
        leader = min(terms, key=lambda term: (_serves(term, self.year), -(term.since or 0), term.name))
        person = self.find(leader.name)
        if person is None or (person.leader is None and len(person.tokens) > 1 and person.tokens != name_tokens(leader.name)):
            person = Person(leader.name, first=start)
            self.all.append(person)
        person.name = leader.name
        person.leader = leader
        person.country = person.country or leader.country
        person.sex = leader.sex
        person.first = min(person.first, start)
        self._index(person, person.name)
        for alias in leader.aliases:
            self._index(person, alias)
        return person

    def known_surname(self, name: str, countries: frozenset[str], start: int, cued: bool) -> Person | None:
        """The leader whom a surname alone means: unique among those in office within two years of the article and of `countries`
        named in it, or, where something beside it shows a person (`cued`), among all in office."""
        near = [leader for leader in surnames().get(name, ()) if _serves(leader, self.year) <= 2]
        named = [leader for leader in near if leader.country in countries]
        for pool in (named, near) if cued else (named,):
            if pool and len({leader.name for leader in pool}) == 1:
                return self.add_leader(pool, start)
        return None

    def serves(self, leader: Leader) -> bool:
        """Whether a term of office covers the article's year."""
        return self.year is not None and _serves(leader, self.year) == 0
