"""What of two records that are the same is compared, and how."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

from summitdb.records import Statement
from summitdb.score.matching import dates_agree, same_name, same_person, words

DONE = frozenset(("signed", "adopted", "issued", "initialled", "agreed", "in_force"))


class Counts(NamedTuple):
    """Values that both codings have, that the second has, and that the first (gold) has."""

    shared: int = 0
    predicted: int = 0
    gold: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sums."""
        return Counts(self.shared + other.shared, self.predicted + other.predicted, self.gold + other.gold)


def _equal(one: Any, other: Any) -> bool:
    return bool(one == other)


@dataclass(frozen=True)
class Slot:
    """One field of a table. `values` gives a record's values of it (none or more); `same` compares two.

    A categorical slot has one value of a closed list and gets Cohen's kappa; one outside the headline is reported but
    does not enter the mean.
    """

    name: str
    values: Callable[[Any], Collection[Any]]
    same: Callable[[Any, Any], bool] = _equal
    categorical: bool = False
    headline: bool = True

    def counts(self, gold: Any, predicted: Any) -> Counts:
        """How many values of two records agree; a value found twice counts once."""
        wanted, found = list(self.values(gold)), list(self.values(predicted))
        shared = sum(any(self.same(value, other) for other in found) for value in wanted)
        return Counts(min(shared, len(found)), len(found), len(wanted))


def _one(field: str) -> Callable[[Any], list[Any]]:
    return lambda record: [value] if (value := getattr(record, field)) is not None else []


def _many(field: str) -> Callable[[Any], set[Any]]:
    return lambda record: set(getattr(record, field))


def _speakers(kind: str) -> Slot:
    """Who said it: the person where gold names one, else the state, else the organization or office."""

    def counts_for(record: Statement) -> list[tuple[str, str]]:
        if (record.kind == "direct") != (kind == "direct"):
            return []
        whose = record.speaker_country or " ".join(words(record.speaker_organization))
        return [(record.speaker or "", whose)] if record.speaker or whose else []

    def same(gold: tuple[str, str], predicted: tuple[str, str]) -> bool:
        return same_person(gold[0], predicted[0]) if gold[0] else gold[1] == predicted[1]

    return Slot(f"statement.speaker ({kind})", counts_for, same)


SLOTS: dict[str, list[Slot]] = {
    "summits": [
        Slot("summit.countries", _many("countries")),
        Slot("summit.participants", lambda r: [p.person for p in r.participants], same_person),
        Slot("summit.starts_on", _one("starts_on"), dates_agree),
        Slot("summit.city", _one("city"), same_name),
        Slot("summit.country", _one("country")),
        Slot("summit.status", _one("status"), categorical=True),
        Slot("summit.topics", _many("topics")),
        Slot("summit.format", _one("format"), categorical=True, headline=False),
    ],
    "agreements": [
        Slot("agreement.kind", _one("kind"), categorical=True),
        Slot("agreement.status", lambda r: ["done" if r.status in DONE else "not done"], categorical=True),
        Slot("agreement.parties", _many("parties")),
        Slot("agreement.sectors", _many("sectors")),
    ],
    "statements": [
        _speakers("direct"),
        _speakers("reported"),
        Slot("statement.kind", _one("kind"), categorical=True, headline=False),
    ],
    "corridors": [
        Slot("corridor.modes", _many("modes")),
        Slot("corridor.countries", _many("countries")),
        Slot("corridor.capacities", lambda r: {(c.value, c.unit, c.kind) for c in r.capacities}),
        Slot("corridor.status", _one("status"), categorical=True, headline=False),
    ],
    "organizations": [
        Slot("organization.relations", lambda r: {(x.country, x.status, x.modality) for x in r.relations}),
    ],
}
