"""Mentions divided into rows, as far as a change of the ledger can reach.

Firmly dated mentions are divided first, each connected part of them by itself and without regard to the others. Each vaguely
dated one then chooses one of the groups that it could belong to. What finds none is divided last, again part by part. So a
mention depends on those near it in time and no others, however many tell of the same countries over the years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from summitdb.fold.holders import holders, members
from summitdb.fold.stored import Stored, stored
from summitdb.fold.windows import Key

Group = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The identity rules of one table, over views: what a mention says that tells its row from others (`view.mention` is the
    mention itself).

    `keys` are those under which mentions of the same thing find each other. `firm` says whether a mention is dated so well
    that it does not depend on vaguer ones. `linked` tells for two that they may be of one thing; those that are not linked to
    any other in a group never join it. `divide` divides a connected part of firm ones, `divide_vague` one of the others;
    `choose` picks one of several groups of firm ones for a vague one; `same` tells whether two vague ones that chose the
    same group can both be in it, the first by `order` before others."""

    view: Callable[[Stored[Any]], Any]
    keys: Callable[[Stored[Any]], Iterable[Key]]
    firm: Callable[[Any], bool]
    linked: Callable[[Any, Any], bool]
    same: Callable[[Any, Any], bool]
    order: Callable[[Any], Any]
    divide: Callable[[list[Any]], list[list[Any]]]
    divide_vague: Callable[[list[Any]], list[list[Any]]]
    choose: Callable[[Any, list[list[Any]]], list[Any] | None]


class Division:
    """The rows into which the mentions of one table are divided, computed where `settle` asks for it."""

    def __init__(self, connection: sa.Connection, table: str, rules: Rules) -> None:
        self.connection, self.table, self.rules = connection, table, rules
        self.mentions: dict[int, Stored[Any]] = {}
        self.row_of: dict[int, Group] = {}
        self._views: dict[int, Any] = {}
        self._firm: dict[int, bool] = {}
        self._linked: dict[int, list[int]] = {}
        self._groups: dict[int, Group] = {}
        self._choices: dict[int, Group | None] = {}
        self._full: dict[Group, Group] = {}
        self._leftover_groups: dict[int, Group] = {}
        self._former: set[int] = set()

    def changed(self, ids: Collection[int], keys: Collection[Key] = ()) -> None:
        """Settle what new mentions, and others that went away and had these keys, can have changed."""
        found = {*ids, *self.holding(keys)}
        self._link(found)
        parts = {other for id_ in found if self._firm[id_] for other in self._part(id_)}
        self._link(parts)
        self.settle(found | parts | {other for id_ in parts for other in self._linked[id_] if not self._firm[other]})

    def holding(self, keys: Collection[Key]) -> set[int]:
        """The mentions that share a key and days with one of the keys."""
        found = {id_ for some in holders(self.connection, list(keys)) for id_ in some}
        self._load(found)
        return {id_ for id_ in found if id_ in self._views}

    def settle(self, ids: Collection[int]) -> None:
        """Compute the rows of these mentions, and of all that were in one row with those that are now in them."""
        wave = set(ids)
        while wave:
            self._link(wave)
            self._link({other for id_ in wave for other in self._linked[id_]})
            for id_ in wave:
                row = self._row(id_)
                self.row_of.update(dict.fromkeys(row, row))
            touched = {other for id_ in wave for other in self.row_of[id_]}
            loose = {other for id_ in touched if not self._firm[id_] for other in self._links(id_) if self._is_left(other)}
            rows = {former for id_ in touched if (former := self.mentions[id_].row)} - self._former
            self._former |= rows
            wave = (touched | loose | set(members(self.connection, self.table, rows))) - self.row_of.keys()

    def _load(self, ids: Collection[int]) -> None:
        missing = [id_ for id_ in ids if id_ not in self._views]
        for mention in stored(self.connection, self.table, missing) if missing else ():
            view = self.rules.view(mention)
            self.mentions[mention.id], self._views[mention.id] = mention, view
            self._firm[mention.id] = self.rules.firm(view)

    def _link(self, ids: Collection[int]) -> None:
        """Find, all at once, what each of these mentions is linked to."""
        fresh = [id_ for id_ in ids if id_ not in self._linked]
        if not fresh:
            return
        self._load(fresh)
        keys = [(id_, key) for id_ in fresh for key in self.rules.keys(self.mentions[id_])]
        near: dict[int, set[int]] = defaultdict(set)
        for (id_, _), found in zip(keys, holders(self.connection, [key for _, key in keys]), strict=True):
            near[id_].update(found)
        self._load({other for found in near.values() for other in found})
        for id_ in fresh:
            view = self._views[id_]
            others = (other for other in near[id_] if other != id_ and self.rules.linked(view, self._views[other]))
            self._linked[id_] = sorted(others)

    def _links(self, id_: int) -> list[int]:
        if id_ not in self._linked:
            self._link([id_])
        return self._linked[id_]

    def _connected(self, start: int, belongs: Callable[[int], bool]) -> set[int]:
        """All mentions that links lead to from one of those that belong, through others that do."""
        found, edge = {start}, {start}
        while edge:
            self._link(edge)
            edge = {other for id_ in edge for other in self._linked[id_] if other not in found and belongs(other)}
            found |= edge
        return found

    def _part(self, id_: int) -> set[int]:
        return self._connected(id_, self._firm.__getitem__)

    def _divided(self, part: Iterable[int], divide: Callable[[list[Any]], list[list[Any]]]) -> list[Group]:
        views = [self._views[id_] for id_ in sorted(part)]
        return [tuple(view.mention.id for view in group) for group in divide(views)]

    def _group(self, id_: int) -> Group:
        """The firm mentions that are of one thing with this one."""
        if id_ not in self._groups:
            for group in self._divided(self._part(id_), self.rules.divide):
                self._groups.update(dict.fromkeys(group, group))
        return self._groups[id_]

    def _choice(self, id_: int) -> Group | None:
        """The group of firm mentions that a vague one chooses."""
        if id_ not in self._choices:
            firm = [other for other in self._links(id_) if self._firm[other]]
            self._link(firm)
            groups = {self._group(other) for other in firm}
            views = [[self._views[other] for other in group] for group in sorted(groups)]
            chosen = self.rules.choose(self._views[id_], views) if views else None
            self._choices[id_] = tuple(view.mention.id for view in chosen) if chosen else None
        return self._choices[id_]

    def _completed(self, group: Group) -> Group:
        """A group of firm mentions with the vague ones that choose it."""
        if group not in self._full:
            self._link(group)
            vague = {other for id_ in group for other in self._linked[id_] if not self._firm[other]}
            self._link(vague)
            self._link({firm for other in vague for firm in self._linked[other] if self._firm[firm]})
            chosen = [self._views[other] for other in vague if self._choice(other) == group]
            admitted: list[Any] = []
            for view in sorted(chosen, key=self.rules.order):
                if all(self.rules.same(view, other) for other in admitted):
                    admitted.append(view)
            self._full[group] = (*group, *(view.mention.id for view in admitted))
        return self._full[group]

    def _is_left(self, id_: int) -> bool:
        """Whether a mention is a vague one that found no group."""
        if self._firm[id_]:
            return False
        choice = self._choice(id_)
        return choice is None or id_ not in self._completed(choice)

    def _row(self, id_: int) -> Group:
        if self._firm[id_]:
            return self._completed(self._group(id_))
        choice = self._choice(id_)
        if choice is not None and id_ in (full := self._completed(choice)):
            return full
        if id_ not in self._leftover_groups:
            for group in self._divided(self._connected(id_, self._is_left), self.rules.divide_vague):
                self._leftover_groups.update(dict.fromkeys(group, group))
        return self._leftover_groups[id_]
