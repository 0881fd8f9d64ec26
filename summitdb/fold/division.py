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
    """The rows into which the mentions of one table are divided, computed where `settle` asks for it.

    `decided` tells of a mention whether people's decisions may have put it into another row than the rules do."""

    def __init__(self, connection: sa.Connection, table: str, rules: Rules, decided: Callable[[Stored[Any]], bool]) -> None:
        self.connection, self.table, self.rules, self.decided = connection, table, rules, decided
        self.mentions: dict[int, Stored[Any]] = {}
        self.row_of: dict[int, Group] = {}
        self._views: dict[int, Any] = {}
        self._firm: dict[int, bool] = {}
        self._linked: dict[int, list[int]] = {}
        self._parts: dict[int, set[int]] = {}
        self._groups: dict[int, Group] = {}
        self._choices: dict[int, Group | None] = {}
        self._full: dict[Group, Group] = {}
        self._leftover_groups: dict[int, Group] = {}
        self._members: dict[int, list[int]] = {}
        self._new: set[int] = set()

    def changed(self, ids: Collection[int], keys: Collection[Key] = ()) -> None:
        """Settle what new mentions, and others that went away and had these keys, can have changed."""
        self._new.update(ids)
        found = {*ids, *self.holding(keys)}
        self._load(found)
        self._link_parts(found)
        parts = {other for id_ in found if self._firm[id_] for other in self._part(id_)}
        vague = self._vague_beside(parts) - found
        self._link_around(vague)
        self._know_members(vague)
        self.settle(found | parts | {id_ for id_ in vague if self._was_left(id_) is not True or not self._is_left(id_)})

    def holding(self, keys: Collection[Key]) -> set[int]:
        """The mentions that share a key and days with one of the keys."""
        found = {id_ for some in holders(self.connection, list(keys)) for id_ in some}
        self._load(found)
        return {id_ for id_ in found if id_ in self._views}

    def settle(self, ids: Collection[int]) -> None:
        """Compute the rows of these mentions, and of all that were in one row with those that are now in them."""
        wave = set(ids)
        while wave:
            self._link_around(wave)
            for id_ in wave:
                row = self._row(id_)
                self.row_of.update(dict.fromkeys(row, row))
            touched = {other for id_ in wave for other in self.row_of[id_]}
            self._know_members(touched)
            former = {other for id_ in touched for other in self._members.get(self.mentions[id_].row or 0, ())}
            vague = (id_ for id_ in touched if not self._firm[id_])
            loose = self._left_beside({id_ for id_ in vague if self._was_left(id_) is not False or self._is_left(id_)})
            wave = (touched | former | loose) - self.row_of.keys()

    def _load(self, ids: Collection[int]) -> None:
        missing = [id_ for id_ in ids if id_ not in self._views]
        for mention in stored(self.connection, self.table, missing) if missing else ():
            view = self.rules.view(mention)
            self.mentions[mention.id], self._views[mention.id] = mention, view
            self._firm[mention.id] = self.rules.firm(view)

    def _know_members(self, ids: Iterable[int]) -> None:
        """Read what was last folded into the rows of these mentions."""
        rows = {row for id_ in ids if (row := self.mentions[id_].row)} - self._members.keys()
        self._members.update((row, []) for row in rows)
        found = set(members(self.connection, self.table, rows))
        self._load(found)
        for id_ in found:
            self._members[self.mentions[id_].row or 0].append(id_)

    def _was_left(self, id_: int) -> bool | None:
        """Whether a vague mention was there before and had found no group; None where that cannot be told from its row."""
        mention = self.mentions[id_]
        if id_ in self._new:
            return False
        if mention.row is None or self.decided(mention):
            return None
        return not any(self._firm[other] for other in self._members[mention.row])

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

    def _link_around(self, ids: Collection[int]) -> None:
        """Find, all at once, what is asked for to tell the groups that mentions are in, and who else chooses these."""
        self._load(ids)
        self._link_to_groups(ids)
        groups = {self._group(id_) if self._firm[id_] else self._choice(id_) for id_ in ids}
        self._link_to_groups(self._vague_beside(id_ for group in groups for id_ in group or ()))

    def _link_to_groups(self, ids: Collection[int]) -> None:
        """Find, all at once, the groups that mentions could be in."""
        vague = {id_ for id_ in ids if not self._firm[id_]}
        self._link(vague)
        self._link_parts({*ids, *self._firm_beside(vague)})

    def _link_parts(self, ids: Collection[int]) -> None:
        """Find, all at once, the firm mentions that links lead to from those of these that are firm."""
        edge = {id_ for id_ in ids if self._firm[id_] and id_ not in self._parts}
        found = set(edge)
        while edge:
            self._link(edge)
            edge = self._firm_beside(edge) - found
            found |= edge

    def _connected(self, start: int, beside: Callable[[set[int]], set[int]]) -> set[int]:
        """All mentions that one leads to over those beside it, those beside these, and so on."""
        found, edge = {start}, {start}
        while edge:
            self._link(edge)
            edge = beside(edge) - found
            found |= edge
        return found

    def _firm_beside(self, ids: Iterable[int]) -> set[int]:
        return {other for id_ in ids for other in self._linked[id_] if self._firm[other]}

    def _vague_beside(self, ids: Iterable[int]) -> set[int]:
        return {other for id_ in ids for other in self._linked[id_] if not self._firm[other]}

    def _left_beside(self, ids: Iterable[int]) -> set[int]:
        near = self._vague_beside(ids)
        self._link_around(near)
        return {id_ for id_ in near if self._is_left(id_)}

    def _part(self, id_: int) -> set[int]:
        """The firm mentions that links lead to from a firm one."""
        if id_ not in self._parts:
            part = self._connected(id_, self._firm_beside)
            self._parts.update(dict.fromkeys(part, part))
        return self._parts[id_]

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
            self._link_to_groups([id_])
            groups = {self._group(other) for other in self._linked[id_] if self._firm[other]}
            views = [[self._views[other] for other in group] for group in sorted(groups)]
            chosen = self.rules.choose(self._views[id_], views) if views else None
            self._choices[id_] = tuple(view.mention.id for view in chosen) if chosen else None
        return self._choices[id_]

    def _completed(self, group: Group) -> Group:
        """A group of firm mentions with the vague ones that choose it."""
        if group not in self._full:
            self._link(group)
            vague = self._vague_beside(group)
            self._link_to_groups(vague)
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
            for group in self._divided(self._connected(id_, self._left_beside), self.rules.divide_vague):
                self._leftover_groups.update(dict.fromkeys(group, group))
        return self._leftover_groups[id_]
