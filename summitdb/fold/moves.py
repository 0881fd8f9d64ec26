"""Whose name it is, after people's decisions about persons.

A person is who is named so (by key) and given that country. A merger gives the names of two persons, a split those in some
articles, and a rejection those of what is no person, to an identity of its own: a key that no name has. Decisions are followed
in the order in which they were made, each where those before it lead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from summitdb.fold.decisions import Decision
from summitdb.fold.names import person_key
from summitdb.fold.stored import Stored

MARK = "@"  # between the key of a name and the start of the key of a decision
KEY_START = 8


class Said(NamedTuple):
    """A person as an article has them: the key of the name, and the country. Of an identity that a decision made the key is
    enough; its country is None."""

    key: str
    country: str | None


@dataclass(frozen=True, slots=True)
class _Move:
    """That a name is of another identity from a decision on; `articles` are those in which it is, or all where there are
    none."""

    order: tuple[str, ...]
    target: Said
    articles: frozenset[str]


def is_decided(key: str) -> bool:
    """Whether a decision made the identity with this key."""
    return MARK in key


def name_key(key: str) -> str:
    """The key of the name after which an identity is called."""
    return key.partition(MARK)[0]


class Moves:
    """The mergers, splits and rejections of persons in force.

    `names` are the keys of all names that an identity made by a decision may have, `countries` the country of the person after
    whom it is called, `rejected` those that are no persons, and `alone` the names that, without a country, are of nobody else
    with that name, since decisions are about some of those only."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self.names: dict[str, set[str]] = {}
        self.countries: dict[str, str | None] = {}
        self.rejected: set[str] = set()
        self._moves: dict[Said, list[_Move]] = defaultdict(list)
        for one in sorted(decisions, key=lambda one: one.order):
            if one.in_force and one.members and one.action in ("merge", "split", "reject"):
                self._add(one)
        everywhere = {said for said, moves in self._moves.items() if not all(move.articles for move in moves)}
        self.alone = {said.key for said in everywhere if said.country and Said(said.key, None) not in everywhere}
        self.concerned = frozenset(name for names in self.names.values() for name in names)

    def follow(
        self,
        said: Said,
        article: str | None = None,
        *,
        since: tuple[str, ...] = (),
        until: tuple[str, ...] | None = None,
    ) -> Said:
        """Who it is that an article, given by key, names so. Without an article, what holds where no split says otherwise.
        `since` and `until` are the orders of the first decision that counts and of the first that does not any more."""
        if is_decided(said.key):
            said = Said(said.key, None) if said.key in self.names else Said(name_key(said.key), said.country)
        for move in self._moves.get(said, ()):
            in_time = move.order >= since and (until is None or move.order < until)
            if in_time and (not move.articles or article in move.articles):
                return self.follow(move.target, article, since=(*move.order, ""), until=until)
        return said

    def about(self, decision: Decision) -> Said | None:
        """Whom a decision is about; None if it says nothing of that."""
        if not decision.members:
            return None
        first = decision.members[0]
        then = self.follow(_said(first), first.article, until=decision.order)
        return self.follow(then, since=decision.order)

    def current(self, key: str, keys: Iterable[str]) -> str:
        """Which of some persons, by key, one is who had this key once; a key of its own if it is none of them."""
        key = self.follow(Said(key, None)).key
        names = self._names(key)
        keys = sorted(keys)
        return key if key in keys else next((other for other in keys if names & self._names(other)), key)

    def _names(self, key: str) -> set[str]:
        return self.names.get(key, {key})

    def _add(self, one: Decision) -> None:
        sources = self._found(one.members, one.order)
        after = sources[0]
        if one.action == "merge":
            kept = self._found(one.other, one.order)
            if not kept or kept[0] in sources:
                return
            after, sources = kept[0], [*kept, *(said for said in sources if said not in kept)]
        elif one.action == "split" and one.other:
            after = _said(one.other[0])
        target = after
        if one.action != "merge" or not is_decided(after.key):
            target = Said(f"{name_key(after.key)}{MARK}{one.key[:KEY_START]}", None)
        self.countries.setdefault(target.key, self.countries.get(after.key, after.country))
        if one.action == "reject":
            self.rejected.add(target.key)
        for said in sources:
            if said != target:
                self._moves[said].append(_Move(one.order, target, one.articles))
            self.names.setdefault(target.key, set()).update(self._names(said.key))

    def _found(self, members: Iterable[Stored[Any]], order: tuple[str, ...]) -> list[Said]:
        """Where the decisions before one lead from its members, without repetition."""
        return list(dict.fromkeys(self.follow(_said(member), member.article, until=order) for member in members))


def _said(member: Stored[Any]) -> Said:
    return Said(person_key(member.record.name), member.record.country)
