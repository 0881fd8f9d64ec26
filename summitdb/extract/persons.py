"""Persons in a sentence: names bound to the offices and states beside them, each mention one unit of kind `person`."""

from __future__ import annotations

from itertools import islice

from msgspec.structs import replace

from summitdb.extract.cues import (
    apposed_noun,
    apposed_role,
    could_be_person,
    is_cued,
    length,
    reports,
    state_before,
    state_behind,
)
from summitdb.extract.finite import is_finite
from summitdb.extract.name_rows import NameRow, person_unit, share_of
from summitdb.extract.people import Role
from summitdb.extract.phrases import merge
from summitdb.extract.units import Unit

OFFICE_REACH = 6  # units between an office and the comma before its holder's name
OPENING = frozenset({"role", "name", "leader"})


def find_persons(units: list[Unit]) -> list[Unit]:
    """The same row with every recognised mention of a named person merged into a unit of kind `person`.

    "Kenyan President Josphat Letting": office, then name. "Najib Razak, the prime minister": name, then office. "His host, Marian
    Hrabovsky,": a definite office, then name. "Mr Chipeta": honorific. "Peru's Rosa Huaman": state. Otherwise a name needs a cue.
    """
    return _PersonReader(units).read()


class _PersonReader(NameRow):
    """Reads a row of units from left to right; each `_try` method takes one construction and says whether it stood there."""

    def read(self) -> list[Unit]:
        while (at := self._next()) < len(self.units):
            self.out += self.units[self.i : at]
            self.i, unit = at, self.units[at]
            if unit.kind == "word":
                taken = bool(unit.rows) and self._try_word(unit)
            elif unit.kind == "role":
                taken = unit.role is not None and self._try_role(unit.role)
            else:
                taken = could_be_person(unit) and (self._try_apposition() or self._try_cue())
            if not taken:
                self.out.append(unit)
                self.i += 1
        self.out += self.units[self.i :]
        return self.out

    def _next(self) -> int:
        """The position of the next unit that can open a construction, the number of units where there is none."""
        for i, unit in enumerate(islice(self.units, self.i, None), self.i):
            if unit.kind in OPENING or (unit.rows and ("occupation" in unit.rows or "honorific" in unit.rows)):
                return i
        return len(self.units)

    def _try_role(self, role: Role) -> bool:
        return self._try_offices_in_a_row() or self._try_interleaved(role) or self._try_title(role) or self._try_spokesman()

    def _try_word(self, unit: Unit) -> bool:
        if "honorific" in unit.rows and unit.is_capitalised:
            return self._try_honorific()
        return "occupation" in unit.rows and self._try_occupation()

    def _try_offices_in_a_row(self) -> bool:
        """ "Deputy Prime Minister and Foreign Minister NAME": two offices of one person."""
        units, i = self.units, self.i
        first = units[i].role
        if first is None or first.plural or i + 3 >= len(units) or units[i + 1].low != "and":
            return False
        second = units[i + 2].role
        if second is None or second.plural or second.definite or second.countries or not could_be_person(units[i + 3]):
            return False
        joined = merge(units[i : i + 3], "role")
        joined.mean(units[i + 2].entry)
        joined.role = replace(
            first,
            form=second.form,
            office=second.office,
            level=second.level,
            organization=first.organization or second.organization,
            sex=second.sex or first.sex,
            count=None,
            also=(first.form, *first.also),
        )
        self.units = [*units[:i], joined, *units[i + 3 :]]
        return self._try_title(joined.role)

    def _try_title(self, role: Role) -> bool:
        """An office before its holder's name, or holders' names, with or without a comma between."""
        units, i = self.units, self.i
        at = i + 1
        following = self._at(at)
        if following is not None and "honorific" in following.rows and following.kind == "word":
            at = self._behind_honorific(at)
        names = self._names_from(at, role.plural)
        comma = at < len(units) and units[at].text == ","
        apposed = False
        if not names and comma and (role.definite or role.countries or role.organization is not None or self._is_owned()):
            if self._opens_clause(at + 1):
                return False
            second = units[at + 1].role if at + 1 < len(units) else None
            if second is not None and units[at + 1].kind == "role" and not role.plural and self._names_from(at + 2, False):
                # "her Trinidadian colleague, Senator Knowlson Ramlogan,": the second office carries the name
                second.countries = second.countries or role.countries
                self.i = at + 1
                return True
            names = self._names_from(self._behind_honorific(at + 1), role.plural)
            styled = bool(names) and names[0] > at + 1  # "the deputy premier, Hon. John Reed on Monday"
            ends = bool(names) and (self._closes(names[-1] + 1) or self._goes_on(names[-1]))
            apposed = bool(names) and (styled or ends) and not self._is_next_subject(names)
            names = names if apposed else []
        if not names:
            return False
        for position, name in enumerate(names):
            share = share_of(role, position, len(names))
            share.countries = state_behind(units, name) or share.countries
            if position == 0:
                self.out.append(person_unit(units[name], share, units[i : name + 1]))
            else:
                self.out.extend(units[names[position - 1] + 1 : name])
                self.out.append(person_unit(units[name], share))
        self._appose(names[-1], self.out[-1])
        self.i = names[-1] + 1
        closing = self._at(self.i)
        if apposed and closing is not None and closing.text == ",":
            self.i += 1
        return True

    def _goes_on(self, name: int) -> bool:
        """Whether an auxiliary stands right behind a full name: "The premier of X, Manasseh Vaki has travelled"."""
        behind = self._at(name + 1)
        return behind is not None and behind.pos in ("aux", "modal") and length(self.units[name]) > 1 and not self.out

    def _opens_clause(self, at: int) -> bool:
        """Whether the name or office at `at`, behind the comma of a phrase that opens the sentence, is the subject of its verb
        and no apposition: "Speaking after talks with the president of X, Prime Minister Y said"."""
        units, out = self.units, self.out
        name = at + 1 if at < len(units) and units[at].kind == "role" else at
        verb = self._at(name + 1)
        if verb is None or not (verb.tenses & {"past", "s"} and "report" in verb.rows):
            return False
        governed = bool(out) and out[-1].pos in ("prep", "sub")
        return governed and out[0].kind == "word" and not any(is_finite(out, k) for k in range(len(out)))

    def _is_next_subject(self, names: list[int]) -> bool:
        """Whether a surname behind an office and a comma begins a clause of its own: "Asked about the speaker, Murkett said"."""
        name = self.units[names[-1]]
        verb = self._at(names[-1] + 1)
        governed = bool(self.out) and self.out[-1].pos in ("prep", "sub")
        return governed and length(name) < 2 and verb is not None and verb.text != ","

    def _try_spokesman(self) -> bool:
        """ "A spokesman for Dale Hargrove, Vince Tolliver, said": whose office, then the name between commas."""
        units, i = self.units, self.i
        if i + 4 >= len(units) or units[i + 1].low not in ("for", "of", "to") or units[i + 3].text != ",":
            return False
        owner, name = units[i + 2], units[i + 4]
        if not could_be_person(name) or length(name) < 2 or not self._closes(i + 5) or owner.kind == "role":
            return False
        if could_be_person(owner):
            owner = person_unit(owner, None)
        self.out += [units[i], units[i + 1], owner, units[i + 3], person_unit(name, replace(units[i].role, apposed_to=None))]  # type: ignore[type-var]
        self.i += 5
        return True

    def _try_occupation(self) -> bool:
        """ "Republican strategist Ed Farrow", "the author, Lena Mossberg,": a word for people, then the name."""
        units, i = self.units, self.i
        word = units[i]
        plural = word.entry is not None and word.entry.number == "p"
        names = self._names_from(i + 1, plural)
        alone = False
        comma = i + 1 < len(units) and units[i + 1].text == ","
        if not names and comma and self._is_owned() and self._names_from(i + 2, plural):
            names = self._names_from(i + 2, plural)
            first = units[names[0]]
            known = length(first) > 1 or "given" in first.rows  # "his wife, Denise,"
            names = names if known and self._closes(names[-1] + 1) else []
            alone = bool(names)
        if not names:
            return False
        short = length(units[names[0]]) < 2 and units[names[0]].kind == "name"
        if short and not alone:
            return False
        form = word.low if not plural else ""
        self.out += units[i : names[0]]
        for position, name in enumerate(names):
            if position:
                self.out += units[names[position - 1] + 1 : name]
            self.out.append(person_unit(units[name], Role(form, None, "person", state_behind(units, name))))
        self.i = names[-1] + 1
        return True

    def _try_interleaved(self, role: Role) -> bool:
        """ "The presidents of Ecuador, María Cevallos, and Colombia, Germán Arboleda,": each name behind its state."""
        units, i = self.units, self.i
        if not role.plural or len(units[i].countries) != 1 or i + 6 >= len(units):
            return False
        if units[i + 1].text != "," or not could_be_person(units[i + 2]):
            return False
        k = i + 3
        while k < len(units) and (units[k].text == "," or units[k].low == "and" or units[k].pos == "det"):
            k += 1
        if not (k + 2 < len(units) and units[k].kind == "country" and units[k + 1].text == "," and could_be_person(units[k + 2])):
            return False
        first, second = share_of(role, 0, 1), replace(share_of(role, 0, 1), countries=units[k].countries[:1])
        role.countries = units[i].countries = (*role.countries, *second.countries)
        self.out += [
            units[i],
            units[i + 1],
            person_unit(units[i + 2], first),
            *units[i + 3 : k + 2],
            person_unit(units[k + 2], second),
        ]
        self.i = k + 3
        return True

    def _appose(self, name: int, person: Unit) -> None:
        """Bind the office behind a titled name to it: "Major general Fuad Basya, spokesman for the Indonesian military,"."""
        at = apposed_role(self.units, name)
        role = self.units[at].role if at is not None else None
        if role is not None and not role.plural:
            role.apposed_to = person

    def _try_honorific(self) -> bool:
        """ "Mr Chipeta", "Mr. Hrabovsky", "Sheikh Tamim"."""
        units, i = self.units, self.i
        at = i + 1
        stop = self._at(at)
        if stop is not None and stop.text == "." and stop.start == units[i].end:
            at += 1
        name = self._at(at)
        if name is None or name.kind not in ("name", "leader", "city", "country"):
            return False
        role = Role(units[i].low, None, "", sex=units[i].rows["honorific"]["sex"] or None)
        self.out.append(person_unit(name, role, units[i : at + 1]))
        self._appose(at, self.out[-1])
        self.i = at + 1
        return True

    def _try_apposition(self) -> bool:
        """ "Najib Razak, the prime minister of Malaysia,"."""
        unit = self.units[self.i]
        at = apposed_role(self.units, self.i)
        role = self.units[at].role if at is not None else None
        if role is None or not (unit.kind == "leader" or length(unit) > 1 or role.definite) or self._is_place(at):
            return False
        self.out.append(person_unit(unit, role))
        role.apposed_to = self.out[-1]
        self.i += 1
        return True

    def _is_place(self, role: int | None) -> bool:
        """Whether a name depends on a preposition and the office behind it speaks: "at Hyde House, the PM said"."""
        before = self.out[-1] if self.out else None
        following = self._at(role + 1) if role is not None else None
        if before is None or before.pos != "prep" or before.low in ("by", "according to"):
            return False
        return reports(following) or (following is not None and following.pos in ("aux", "modal"))

    def _office_above(self) -> Role | None:
        """The office whose phrase ends before the comma: "the UN's special adviser on Chad, Adan Cordillo, met"."""
        if len(self.out) < 3 or self.out[-1].text != "," or length(self.units[self.i]) < 2 or not self._closes(self.i + 1):
            return None
        for unit in self.out[-2 : -2 - OFFICE_REACH : -1]:
            if unit.kind == "role" and unit.role is not None:
                known = unit.role.plural or unit.role.apposed_to is not None
                return None if known or unit is self.out[-2] else unit.role
            if unit.kind in ("mark", "person", "quotation") or unit.pos in ("rel", "aux", "modal", "conj") or unit.tenses:
                return None
        return None

    def _try_cue(self) -> bool:
        """A name with a state's possessive before it, or another cue around it."""
        units, i = self.units, self.i
        unit = units[i]
        office = self._office_above()
        if office is not None:
            self.out.append(person_unit(unit, office))
            self.i += 1
            return True
        state = state_before(units, i)
        if not (unit.kind == "leader" or state or is_cued(units, i)):
            return False
        noun = apposed_noun(units, i)
        parts = None
        role = Role(noun.low, None, "") if noun is not None else None
        if state:
            role = Role("", None, "", countries=state)
            parts = [*self.out[-2:], unit]
            del self.out[-2:]
        self.out.append(person_unit(unit, role, parts))
        self.i += 1
        return True
