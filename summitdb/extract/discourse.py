"""Discourse: the persons, states and institutions in play at one point of an article, and whom a pronoun, an office or "the two
leaders" means there."""

from __future__ import annotations

from msgspec.structs import replace

from summitdb.extract.descriptions import RIVALS, RolePhrase, best_fit, described_as, is_description
from summitdb.extract.office_match import GENERIC, HOSTS, MALE, STATE_OFFICES, fits, same_office
from summitdb.extract.people import Person, Role
from summitdb.extract.units import Unit

LATELY = 31  # of those named before, how many a pronoun or a description can mean, and one
REACH = 60  # nobody means a person named longer ago by an office alone


class Discourse:
    """The persons in play at one point of the text, most lately mentioned last."""

    def __init__(self, home: str | None = None, pair: tuple[str, ...] = ()) -> None:
        self.home = home
        self.pair = pair
        self.recent: list[Person] = []
        self.subject: Person | None = None
        self.here: Person | None = None
        self.sayer: Person | None = None  # who spoke at the end of the last sentence
        self.nobody = False  # the last sentence was about somebody without a name
        self.unnamed: dict[str, Role] = {}
        self.countries: list[str] = []
        self.before: tuple[str, ...] = ()
        self.current: set[str] = set()
        self.first: tuple[str, ...] = ()
        self.leading: tuple[str, ...] = ()  # the state that the last sentence named first
        self.institutions: dict[str, Unit] = {}
        self.acronyms: dict[str, Unit] = {}

    def mention(self, person: Person) -> None:
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)
        if len(self.recent) > REACH:
            del self.recent[0]

    def candidates(self) -> list[Person]:
        """Best antecedent first: this sentence's subject, the last one's, then by recency."""
        order = [p for p in (self.here, self.subject) if p is not None]
        order += self.recent[:-LATELY:-1]
        return list(dict.fromkeys(order))

    def pronoun(self, low: str, nearest: Person | None = None) -> Person | None:
        """The person behind a pronoun: `nearest`, the subject of its own clause, if the sex fits, else the best candidate."""
        if nearest is not None and nearest.sex in (None, "m" if low in MALE else "f"):
            return nearest
        if self.nobody and self.here is None:
            return None
        sex = "m" if low in MALE else "f"
        for person in self.candidates():
            if person.sex in (None, sex):
                if person.sex is None and low not in ("his", "her"):
                    person.sex = sex
                return person
        return None

    def described(self, units: list[Unit], i: int) -> Person | None:
        """The person behind a common noun: "the Ohio Democrat", "his opponent"; None when nothing said of anybody fits."""
        found = described_as(units, i) if is_description(units, i) else None
        if found is None:
            return None
        determiner, words = found
        if units[i].low in RIVALS and determiner in ("his", "her"):
            owner = self.pronoun(determiner)
            return next((p for p in self.candidates() if p is not owner), None)
        return best_fit(words, self.candidates()) if determiner == "the" else None

    def role(self, role: Role, everyone: dict[str, list[Person]], phrase: RolePhrase) -> Person | None:
        """The person behind a role without a name, None when nobody fits. `everyone` are the article's persons by country."""
        of_states = [person for code in role.countries for person in everyone.get(code, ())[:REACH]]
        if role.former and role.definite and not role.plural:
            former = [p for p in reversed(self.recent) if p.former]
            found = next((p for p in former if role.form in p.also), former[0] if former else None)
            return found or (self.subject if self.subject is not None and self.subject.office is None else None)
        if role.former or role.plural:
            return None
        if phrase.words:
            for person in reversed(self.recent):
                same = person.role_form in ("", role.form) or role.form in person.also
                if same and person.traits and phrase.words <= person.traits:
                    return person
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
        for pool in pools if not (phrase.partial and role.form in GENERIC) else ():
            fitting = [p for p in pool if fits(role, p) and not (role.possessive and p is self.subject)]
            plain = self.here is None and not phrase.words and not role.countries
            if plain and self.subject is not None and self.subject in fitting and not self.subject.former:
                return self.subject  # "The President" of who has just been the subject
            if fitting:
                return best_fit(phrase.words, fitting) or fitting[0]
        if role.countries:
            return next((person for person in of_states if fits(role, person)), None)
        if role.form in self.unnamed or role.organization or role.level == "organization":
            return None
        # "the mediator", "the veteran diplomat": a new word for whom the last sentence was about
        fresh = self.subject is not None and not self.subject.role_form and self.subject.office is None
        if role.definite and not role.possessive and role.form not in HOSTS and (role.office in (None, "other") or fresh):
            return self.subject
        return None

    def introduce(self, units: list[Unit], i: int) -> None:
        """Remember an office without a name ("an EU spokeswoman", "a Chadian ministry official"), so that "the spokeswoman" and
        "the official" can be traced to it."""
        unit = units[i]
        role = unit.role
        if role is None or role.plural:
            return
        if i and units[i - 1].kind == "body" and units[i - 1].countries and not role.countries:
            role = replace(role, countries=units[i - 1].countries, definite=units[i - 1].low.startswith("the "))
        if not role.countries and i + 2 < len(units) and units[i + 1].low in ("for", "of") and len(units[i + 2].people) == 1:
            country = units[i + 2].people[0].country  # "a spokesman for President Hargrove"
            role = replace(role, countries=(country,), definite=False) if country else role
        known = self.unnamed.get(role.form)
        if role.countries or role.organization:
            self.unnamed[role.form] = self.unnamed[role.form.rpartition(" ")[2]] = role
        elif not role.definite:
            self.unnamed.setdefault(role.form, role)
        elif known is not None and role.definite:
            role.countries, role.organization = known.countries, known.organization
            unit.countries = known.countries

    def name(self, codes: tuple[str, ...]) -> None:
        """Remember states as named, the latest last, and which one a sentence names first."""
        if not self.current:
            self.first = codes[:1]
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
        if not unit.countries and unit.low.startswith("its "):
            unit.countries = self.leading
        if unit.countries:
            self.institutions[form] = self.institutions[form.split()[-1]] = unit
        else:
            known = self.institutions.get(form) or self.institutions.get(form.split()[-1])
            if known is not None and unit.low.startswith("the "):
                unit.countries = known.countries

    def abbreviate(self, units: list[Unit], i: int) -> None:
        """Remember the letters behind an institution: "the Department of Foreign Affairs (DFA)"."""
        if i + 3 < len(units) and units[i + 1].text == "(" and units[i + 3].text == ")" and units[i + 2].text.isupper():
            self.acronyms[units[i + 2].text] = units[i]

    def officers(self, unit: Unit) -> None:
        """Resolve "the two countries' foreign ministers", "the two presidents", where nobody of them is named, to the two states
        that the article is about, else to those named last."""
        role = unit.role
        if role is None or unit.countries or role.organization or role.former or len(self.countries) < 2:
            return
        if role.level in ("state", "minister") and (role.count == 2 or unit.low.startswith("both ")):
            unit.countries = self.pair or tuple(self.countries[-2:])

    def group(self, role: Role) -> tuple[Person, ...]:
        """The people behind "the two leaders", "the ministers": the latest of that office, as many as counted (two if not)."""
        wanted = role.count or 2
        if role.organization is not None or not (role.definite or role.count):
            return ()  # "EU leaders", "foreign leaders"
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
