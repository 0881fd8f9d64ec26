"""A row of units in which names are looked for: positions of names and what closes them."""

from __future__ import annotations

from msgspec.structs import replace

from summitdb.extract.cues import POSSESSIVE, behind_state, could_be_person, reports
from summitdb.extract.people import Role
from summitdb.extract.phrases import merge
from summitdb.extract.units import Unit


def person_unit(unit: Unit, role: Role | None, parts: list[Unit] | None = None) -> Unit:
    person = merge(parts, "person") if parts else unit
    person.kind = "person"
    person.role = role
    person.value = unit.text
    person.name = unit.name
    person.countries = ()
    return person


def share_of(role: Role, position: int, of: int) -> Role:
    """One person's part of a plural role: countries pair with names in order where there are as many."""
    countries = role.countries
    if of > 1 and len(countries) == of:
        countries = (countries[position],)
    elif of > 1 and len(countries) > 1:
        countries = ()
    return replace(role, countries=countries, plural=False, count=None)


class NameRow:
    """Units read from left to right into `out`; `i` is the position reached."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.out: list[Unit] = []
        self.i = 0

    def _at(self, i: int) -> Unit | None:
        return self.units[i] if i < len(self.units) else None

    def _names_from(self, i: int, several: bool) -> list[int]:
        """Positions of the name at `i`, or of all names of the list that begins there: "A", "A and B", "A of X and B of Y"."""
        units = self.units
        if i >= len(units) or not could_be_person(units[i]):
            return []
        found = [i]
        j = behind_state(units, i) if several else i + 1
        while several and j < len(units):
            k = j
            while k < len(units) and (units[k].low in ("and", ",") or units[k].text == "&"):
                k += 1
            if k == j or k >= len(units) or not could_be_person(units[k]):
                break
            found.append(k)
            j = behind_state(units, k)
        return found

    def _behind_honorific(self, i: int) -> int:
        """Where the name begins: "the minister, Dr. John Smith,"."""
        unit = self._at(i)
        following = self._at(i + 1)
        if unit is not None and unit.low == "the" and following is not None and "honorific" in following.rows:
            i, unit = i + 1, following
        if unit is None or unit.kind != "word" or "honorific" not in unit.rows:
            return i
        stop = self._at(i + 1)
        return i + 2 if stop is not None and stop.text == "." else i + 1

    def _closes(self, i: int) -> bool:
        """Whether an apposition ends at `i`: "the minister, John Smith, said" needs its second comma, or a verb."""
        unit = self._at(i)
        return unit is None or unit.text in (",", ".", ")") or reports(unit) or bool(unit.tenses)

    def _is_owned(self) -> bool:
        """Whether a possessive stands before: "Mr Hargrove's spokesman, Vince Tolliver,"."""
        return bool(self.out) and (self.out[-1].text in POSSESSIVE or self.out[-1].pos in ("det", "poss"))
