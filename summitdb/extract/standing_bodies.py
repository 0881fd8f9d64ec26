"""Which organization the words of a sentence are tied to: "member of the bloc", "EU membership", "join NATO"."""

from __future__ import annotations

from summitdb.extract.standing_terms import BODIES, Past, organization_of
from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.gazetteer.uses import words

# Words before "bloc" that make it one spoken of.
POINTING = frozenset({"the", "its", "this", "that", "their", "whole"})

# Nouns that any body of states goes by.
LOOSE = frozenset({"club", "group", "grouping", "bloc"})

# Groupnouns for one state: "Chad's accession, a country of 20 million".
STATES = frozenset({"country", "nation", "state", "kingdom", "republic", "government", "island", "neighbour", "neighbor"})

# Before a body that is no more: "the former Warsaw Pact".
GONE = frozenset({"former", "defunct", "old", "ex", "disbanded", "led"})

# What may stand between "member" and the organization behind it: "a full member of the ten-nation military bloc".
BETWEEN = words("standing", "between")
BETWEEN_POS = frozenset({"det", "prep", "poss", "adv", "neg"})
BETWEEN_KINDS = frozenset({"national", "region", "number", "date"})
BETWEEN_MARKS = frozenset({",", "-", '"', "“", "”", "("})


class Bodies:
    """The organizations that a row of units names or means, after `past`."""

    def __init__(self, units: list[Unit], past: Past) -> None:
        self.units = units
        self.past = past

    def named_at(self, i: int) -> OrganizationEntry | None:
        """The organization that unit `i` names, alone or inside an office ("the EU's foreign ministers")."""
        unit = self.units[i]
        return organization_of(unit) if unit.kind in ("organization", "role", "body") else None

    def attached(self, i: int) -> OrganizationEntry | None:
        """The organization that the noun or verb at `i` is tied to: "member of the bloc", "join NATO", "EU membership"."""
        return self._behind(i) or self._before(i)

    def _behind(self, i: int) -> OrganizationEntry | None:
        """The organization in "member of the bloc", "join NATO"."""
        units = self.units
        for j in range(i + 1, min(len(units), i + 9)):
            unit, before = units[j], units[j - 1]
            entry = self.named_at(j)
            if entry is None and before.kind != "number" and (unit.kind == "body" or _can_point(before)):
                entry = self._spoken_of(j)
            if entry is not None:
                return entry
            led = (
                unit.kind in ("country", "city") and j + 2 < len(units) and units[j + 1].text == "-" and units[j + 2].low == "led"
            )
            counting = before.text == "-" and "groupnoun" in unit.rows  # "the 10-nation ASEAN"
            named = led or unit.low == "led" or counting or (unit.kind == "body" and not unit.countries)  # "the military club"
            if not (named or _stands_between(unit)) or (unit.text in (",", "(") and j > i + 1):
                break
        return None

    def _spoken_of(self, j: int) -> OrganizationEntry | None:
        """The organization that "the bloc", "the military club", "the council" at `j` means; that of "the bloc's bank" is named
        behind."""
        unit = self.units[j]
        noun = unit.low.rpartition(" ")[2]
        if noun in STATES or not (("groupnoun" in unit.rows or noun == "club") and unit.kind in ("word", "body")):
            return None
        if j + 1 < len(self.units) and self.units[j + 1].text in POSSESSIVES:
            return next((u.organization for u in self.units[j + 2 : j + 5] if u.organization is not None), None) or self._meant(
                noun, j
            )
        return self._meant(noun, j)

    def _before(self, i: int) -> OrganizationEntry | None:
        """The organization in "EU membership", "the bloc's newest member"."""
        units = self.units
        for j in range(i - 1, max(-1, i - 6), -1):
            unit = units[j]
            if unit.kind == "organization" and unit.organization is not None:
                return unit.organization
            if "groupnoun" in unit.rows and unit.kind == "word" and units[j + 1].text in POSSESSIVES:
                return self._meant(unit.low, j)
            if not _modifies(unit):
                break
        return None

    def _meant(self, noun: str, before: int) -> OrganizationEntry | None:
        """The organization that "the bloc" at `before` can mean: one named earlier in the sentence, else in the article."""
        noun = noun.replace("organisation", "organization")
        for j in range(before - 1, -1, -1):
            entry = self.named_at(j)
            loose = noun in LOOSE and entry is not None and entry.kind in BODIES
            if entry is not None and (noun in entry.nouns or loose) and self.units[j - 1].low not in GONE:
                return entry
        return self.past.last(noun)

    def all_attached(self, i: int) -> list[OrganizationEntry]:
        """The organizations that a noun is tied to: "a member of the UN and of the SAARC", "NATO and EU members"."""
        first = self.attached(i)
        if first is None:
            return []
        found = [first]
        at = next((j for j in range(i + 1, min(len(self.units), i + 9)) if self.named_at(j) is first), None)
        if at is not None:
            for unit in self.units[at + 1 : at + 16]:
                if unit.kind == "organization" and unit.organization is not None:
                    found += [unit.organization] if unit.organization not in found else []
                elif not (unit.text in (",", "(", ")") or unit.low in ("and", "of", "the", "both")):
                    break
            return found
        at = next((j for j in range(i - 1, max(-1, i - 6), -1) if self.named_at(j) is first), None)
        if at is not None and at > 1 and self.units[at - 1].low == "and" and self.units[at - 2].kind == "organization":
            found += [entry for entry in [self.units[at - 2].organization] if entry is not None]
        return found

    def nearby(self, i: int) -> OrganizationEntry | None:
        """The organization named nearest to `i` in the sentence, first before it."""
        order = [*range(i - 1, -1, -1), *range(i + 1, len(self.units))]
        return next((entry for j in order if (entry := self.named_at(j)) is not None), None)


def _can_point(unit: Unit) -> bool:
    """Whether "bloc" behind `unit` is one spoken of: "the bloc", "the European bloc"."""
    return unit.low in POINTING or unit.pos == "word" or unit.kind in ("national", "region", "body", "word")


def _stands_between(unit: Unit) -> bool:
    """Whether `unit` can stand between "member" and the organization behind it."""
    return (
        unit.pos in BETWEEN_POS
        or unit.kind in BETWEEN_KINDS
        or unit.low.endswith(("al", "ic"))
        or "modifier" in unit.rows
        or unit.text in BETWEEN_MARKS
        or "standing" in unit.rows
        or unit.low in BETWEEN
    )


def _modifies(unit: Unit) -> bool:
    """Whether `unit` can stand between an organization and the "member" behind it: "the EU's 27th full member"."""
    return (
        (unit.kind in ("number", "national", "mark") and unit.text not in (",", ";", "."))
        or unit.text in POSSESSIVES
        or unit.pos in ("det", "poss")
        or "modifier" in unit.rows
        or (unit.kind == "word" and unit.pos in (None, "word") and not unit.tenses)
    )
