"""Values: which of those that articles give a row takes.

The order of rank: a person's correction, then a person's coding, then the number of independent publishers, then the
latest article, then a fixed order of the values. A value that only says less than another (`2024-08` beside
`2024-08-19`) supports that one and does not contest it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Why = Literal["correction", "coding", "publishers", "latest", "order"]


@dataclass(frozen=True, slots=True)
class Claim:
    """That an article gives a value for a field of a row. `publisher` tells independent publishers apart; `day` is the
    day of publication, or empty. `counted` is the number of publishers of a claim that stands for all who give the value."""

    field: str
    value: str
    article: int
    publisher: str
    day: str
    coded: bool = False
    counted: int = 0


@dataclass(slots=True)
class Support:
    """What speaks for one value."""

    value: str
    publishers: set[str] = field(default_factory=set)
    day: str = ""
    coded: bool = False
    counted: int = 0

    def add(self, other: Support) -> None:
        self.publishers |= other.publishers
        self.day = max(self.day, other.day)
        self.coded |= other.coded

    @property
    def weight(self) -> int:
        """The number of independent publishers."""
        return self.counted or len(self.publishers)


@dataclass(frozen=True, slots=True)
class Contested:
    """One of several values of a field, and for the winner what decided for it."""

    field: str
    value: str
    won: bool
    why: Why | None
    publishers: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The value that a field takes, and all its values where they contest each other."""

    value: str | None
    contested: tuple[Contested, ...] = ()


SaysLess = Callable[[str, str], bool]


def tally(claims: Iterable[Claim]) -> dict[str, Support]:
    """The support of each value."""
    found: dict[str, Support] = {}
    for claim in claims:
        support = found.setdefault(claim.value, Support(claim.value, counted=claim.counted))
        support.add(Support(claim.value, {claim.publisher}, claim.day, claim.coded))
    return found


def choose(name: str, claims: Iterable[Claim], says_less: SaysLess | None = None) -> Choice:
    """The best-supported value of the field `name`. `says_less(a, b)` tells that a agrees with b but says less."""
    found = tally(claims)
    if says_less:
        for value in sorted(found):
            fuller = [other for other in found if other != value and says_less(value, other)]
            for other in fuller:
                found[other].add(found[value])
            if fuller:
                del found[value]
    ranked = sorted(found.values(), key=lambda support: support.value)
    ranked.sort(key=lambda support: (support.coded, support.weight, support.day), reverse=True)
    if len(ranked) < 2:
        return Choice(ranked[0].value if ranked else None)
    first, *others = ranked
    won = Contested(name, first.value, True, _why(first, others[0]), first.weight)
    return Choice(first.value, (won, *(_lost(name, support) for support in others)))


def _why(first: Support, second: Support) -> Why:
    if first.coded != second.coded:
        return "coding"
    if first.weight != second.weight:
        return "publishers"
    return "latest" if first.day != second.day else "order"


def _lost(name: str, support: Support) -> Contested:
    return Contested(name, support.value, False, None, support.weight)


class Claims:
    """What articles claim of one row, by field, with a person's corrections of it (None: no value)."""

    def __init__(self, claims: Iterable[Claim], corrections: Mapping[str, str | None] | None = None) -> None:
        self.by_field: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self.by_field[claim.field].append(claim)
        self.corrections = dict(corrections or {})
        self.contested: list[Contested] = []

    def pick(self, name: str, says_less: SaysLess | None = None, *, quiet: bool = False) -> str | None:
        """The value of a field; unless `quiet`, values that contest each other are noted in `contested`."""
        claims = self.by_field.get(name, [])
        choice = self._corrected(name, claims) if name in self.corrections else choose(name, claims, says_less)
        if not quiet:
            self.contested.extend(choice.contested)
        return choice.value

    def pick_with(self, name: str, companion: str) -> tuple[str | None, str | None]:
        """The values of a number and of the unit that belongs to it: the unit from those who give that number."""
        value = self.pick(name)
        articles = {claim.article for claim in self.by_field.get(name, []) if claim.value == value}
        if companion in self.corrections:
            return value, self.pick(companion)
        of_these = [claim for claim in self.by_field.get(companion, []) if claim.article in articles]
        return value, choose(companion, of_these).value

    def items(self, name: str) -> list[str]:
        """The members of a set-valued field, sorted: `AZ` for `countries/AZ`; what corrections add and remove counts."""
        start = f"{name}/"
        found = {path.removeprefix(start) for path in self.by_field if path.startswith(start)}
        for path, value in self.corrections.items():
            if path.startswith(start):
                (found.discard if value is None else found.add)(path.removeprefix(start))
        return sorted(found)

    def _corrected(self, name: str, claims: list[Claim]) -> Choice:
        value = self.corrections[name]
        found = tally(claims)
        lost = [_lost(name, found[other]) for other in sorted(found) if other != value]
        if not lost or value is None:
            return Choice(value, tuple(lost))
        publishers = found[value].weight if value in found else 0
        return Choice(value, (Contested(name, value, True, "correction", publishers), *lost))


def coarser(a: str, b: str) -> bool:
    """Whether partial date `a` says less than `b`: 2024-08 than 2024-08-19."""
    return len(a) < len(b) and b.startswith(a)


def ladder(*steps: str) -> SaysLess:
    """That each value says less than those on later steps; a step may hold several values, separated by spaces."""
    rank = {value: i for i, step in enumerate(steps) for value in step.split()}
    return lambda a, b: a in rank and b in rank and rank[a] < rank[b]
