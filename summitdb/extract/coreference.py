"""Who is meant: surnames, offices ("the Azerbaijani leader", "his counterpart") and pronouns resolved to persons.

Read in text order, as a reader does. A pronoun takes the subject of its own sentence, then the last sentence's, then whoever was
spoken of most lately, sex permitting; a role takes the latest person of that office and state.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from summitdb.extract.office_match import GENERIC, HOSTS, MALE, STATE_OFFICES, fits, is_pronoun, same_office
from summitdb.extract.people import Person, Role
from summitdb.extract.subjects import owns_next
from summitdb.extract.units import Sentence, Unit

REACH = 60  # nobody means a person named longer ago by an office alone


# Units that refer to nobody.
SILENT = frozenset({"mark", "number", "date", "quantity", "quotation", "dateline"})


class Discourse:
    """The persons in play at one point of the text, most lately mentioned last."""

    def __init__(self, home: str | None = None, pair: tuple[str, ...] = ()) -> None:
        self.home = home
        self.pair = pair
        self.recent: list[Person] = []
        self.subject: Person | None = None
        self.here: Person | None = None
        self.unnamed: dict[str, Role] = {}
        self.countries: list[str] = []
        self.before: tuple[str, ...] = ()
        self.current: set[str] = set()
        self.institutions: dict[str, Unit] = {}

    def mention(self, person: Person) -> None:
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)
        if len(self.recent) > REACH:
            del self.recent[0]

    def candidates(self) -> list[Person]:
        """Best antecedent first: this sentence's subject, the last one's, then by recency."""
        order = [p for p in (self.here, self.subject) if p is not None]
        order += reversed(self.recent)
        return list(dict.fromkeys(order))

    def pronoun(self, low: str) -> Person | None:
        sex = "m" if low in MALE else "f"
        for person in self.candidates():
            if person.sex in (None, sex):
                if person.sex is None and low not in ("his", "her"):
                    person.sex = sex
                return person
        return None

    def role(self, role: Role, everyone: dict[str, list[Person]]) -> Person | None:
        """The person behind a role without a name, None when nobody fits. `everyone` are the article's persons by country."""
        of_states = [person for code in role.countries for person in everyone.get(code, ())[:REACH]]
        if role.former or role.plural:
            return None
        if role.form in ("counterpart", "colleague", "opposite number"):
            peer = self.here or self.subject
            for person in [*reversed(self.recent), *of_states]:
                if role.countries and person.country in role.countries and (peer is None or person is not peer):
                    return person
            return None
        if not (role.definite or role.countries):
            return None
        pools = [list(reversed(self.recent))]
        if role.form not in GENERIC:  # "the Secretary" is first the secretary of state, only then another minister
            pools.insert(0, [p for p in pools[0] if role.form in p.role_form or role.form in p.also])
        else:
            pools.insert(0, [p for p in pools[0] if p.office in STATE_OFFICES])
        if role.form in HOSTS and self.home and not role.possessive:
            pools.insert(0, [p for p in pools[-1] if (p.country == self.home) == (role.form == "host")])
        for pool in pools:
            for person in pool:
                if fits(role, person) and not (role.possessive and person is self.subject):
                    return person
        if role.countries:
            return next((person for person in of_states if fits(role, person)), None)
        if role.form in self.unnamed or role.organization or role.level == "organization":
            return None
        # "the mediator", "the veteran diplomat": a new word for whom the last sentence was about
        return (
            self.subject
            if role.office in (None, "other") and role.definite and not role.possessive and role.form not in HOSTS
            else None
        )

    def introduce(self, unit: Unit) -> None:
        """Remember an office without a name ("an EU spokeswoman"), so that "the spokeswoman" can be traced to it."""
        role = unit.role
        if role is None:
            return
        known = self.unnamed.get(role.form)
        if role.countries or role.organization:
            self.unnamed[role.form] = role
        elif known is not None and role.definite:
            role.countries, role.organization = known.countries, known.organization
            unit.countries = known.countries

    def name(self, codes: tuple[str, ...]) -> None:
        """Remember states as named, the latest last."""
        self.current.update(codes)
        for code in codes:
            if code in self.countries:
                self.countries.remove(code)
            self.countries.append(code)

    def states(self, unit: Unit) -> None:
        """Resolve "both countries", "the two sides" to the states named last, "his country" to his, "the Caucasian country" to
        the one that the sentence has not named."""
        first = unit.low.split(" ", 1)[0]
        if unit.value == 1:
            if first in ("his", "her"):
                person = self.pronoun(first)
                unit.countries = (person.country,) if person is not None and person.country else ()
            else:
                other = [code for code in reversed(self.before) if code not in self.current]
                unit.countries = tuple(other[:1])
        elif unit.value == 2 and self.pair:
            unit.countries = self.pair
        elif isinstance(unit.value, int) and len(self.countries) >= unit.value:
            unit.countries = tuple(self.countries[-unit.value :])

    def institution(self, unit: Unit) -> None:
        """Trace "the ministry" to "the Turkmen Foreign Ministry" before it."""
        form = unit.entry.form if unit.entry else unit.low
        owner = self.pronoun(unit.low[:3]) if not unit.countries and unit.low.startswith(("his ", "her ")) else None
        if owner is not None and owner.country:
            unit.countries = (owner.country,)
        if unit.countries:
            self.institutions[form] = self.institutions[form.split()[-1]] = unit
        else:
            known = self.institutions.get(form) or self.institutions.get(form.split()[-1])
            if known is not None and unit.low.startswith("the "):
                unit.countries = known.countries

    def group(self, role: Role) -> tuple[Person, ...]:
        """The people behind "the two leaders", "the ministers": the latest of that office, as many as counted (two if not)."""
        wanted = role.count or 2
        found: list[Person] = []
        for person in reversed(self.recent):
            if same_office(role, person) or (role.form == "leaders" and person.office is not None):
                if role.countries and person.country not in role.countries:
                    continue
                if all(person.country != other.country for other in found):
                    found.append(person)
                if len(found) == wanted:
                    break
        return tuple(reversed(found)) if len(found) >= 2 else ()


def _is_object(units: list[Unit], i: int) -> bool:
    """Whether the mention at `i` stands behind a preposition: "after talks with Putin"."""
    j = i - 1
    while j >= 0 and (units[j].pos in ("det", "poss") or units[j].kind in ("mark", "national")):
        j -= 1
    if j < 0 or units[j].pos != "prep":
        return False
    clausal = units[j].low in ("after", "before", "since", "until", "as")
    return not (clausal and i + 1 < len(units) and units[i + 1].tenses & {"past", "s"})


def leading_pair(sentences: list[Sentence]) -> tuple[str, ...]:
    """The two states that the article is about: named more often than any third; () where there are no such two."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for unit in sentence.units:
            if unit.kind in ("country", "national", "role", "person"):
                codes = [p.country for p in unit.people if p.country] or list(unit.countries[:2])
                for code in codes:
                    counts[code] += 2 if sentence.paragraph < 2 else 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] >= ranked[1][1]):
        return ()
    return (ranked[0][0], ranked[1][0])


def resolve(sentences: list[Sentence], everyone: list[Person], home: str | None = None) -> None:
    """Set `Unit.people` (and countries, through them) of every person, role and pronoun, in text order. `home` is the dateline's
    country, where "the host" is at home."""
    by_country: dict[str, list[Person]] = defaultdict(list)
    for known in everyone:
        if known.country:
            by_country[known.country].append(known)
    discourse = Discourse(home, leading_pair(sentences))
    for sentence in sentences:
        if sentence.role != "body":
            continue
        discourse.here = None
        discourse.before = tuple(discourse.countries)
        discourse.current = set()
        fallback: Person | None = None
        for i, unit in enumerate(sentence.units):
            if unit.kind in SILENT or (unit.kind == "word" and not is_pronoun(unit)):
                continue
            found: tuple[Person, ...] = ()
            if unit.kind == "person":
                found = unit.people
            elif unit.kind == "role" and unit.role is not None:
                if unit.role.apposed_to is not None:
                    found = unit.role.apposed_to.people
                elif unit.role.plural:
                    found = discourse.group(unit.role)
                else:
                    person = discourse.role(unit.role, by_country)
                    found = (person,) if person else ()
                    if person is None:
                        discourse.introduce(unit)
                unit.people = found
            elif unit.kind == "group":
                discourse.states(unit)
            elif unit.kind == "body" and unit.entry is not None:
                discourse.institution(unit)
            elif unit.kind == "word":
                person = discourse.pronoun(unit.low)
                found = (person,) if person else ()
                unit.people = found
            if unit.kind in ("country", "role") and unit.countries:
                discourse.name(unit.countries)
            elif unit.kind == "city" and unit.countries and not _is_object(sentence.units, i):
                discourse.current.update(unit.countries)  # "Moscow welcomed"
            for person in found:
                discourse.mention(person)
                if person.country:
                    discourse.name((person.country,))
            if len(found) == 1 and unit.low not in ("his", "her", "him"):
                if fallback is None:
                    fallback = found[0]
                if discourse.here is None and not _is_object(sentence.units, i) and not owns_next(sentence.units, i):
                    discourse.here = found[0]
        discourse.subject = discourse.here or fallback or discourse.subject
