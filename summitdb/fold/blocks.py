"""Blocks: the mentions that could possibly be of the same thing, found by the keys and days that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import sqlalchemy as sa

from summitdb.fold.windows import Key
from summitdb.schema import MentionKey
from summitdb.store.rows import chunks

Node = int | str


def blocks(connection: sa.Connection, seeds: Collection[Key], extra: dict[str, list[Key]] | None = None) -> list[set[Node]]:
    """The blocks that the seeds reach: sets of mentions, each connected through shared keys and days to the others.

    `extra` are nodes that no mention stands for (corrections, by their key); they connect what they share keys with."""
    reach = _Reach(connection, extra or {})
    frontier = set(seeds)
    while frontier:
        frontier = reach.step(frontier)
    return _connected(reach.keys_of)


class _Reach:
    """What has been reached, and the rows of mention_key read for it."""

    def __init__(self, connection: sa.Connection, extra: dict[str, list[Key]]) -> None:
        self.connection = connection
        self.keys_of: dict[Node, list[Key]] = {}
        self.holders: dict[str, list[tuple[Key, Node]]] = {}
        self.extra = extra
        self.extra_holders: dict[str, list[tuple[Key, Node]]] = defaultdict(list)
        for name, keys in extra.items():
            for key in keys:
                self.extra_holders[key.text].append((key, name))

    def step(self, frontier: set[Key]) -> set[Key]:
        """Reach every node that shares a key of the frontier; returns the keys that it has besides."""
        self._read({key.text for key in frontier})
        new = {
            node
            for key in frontier
            for other, node in self.holders[key.text]
            if node not in self.keys_of and other.first <= key.last and key.first <= other.last
        }
        self._read_keys_of(new)
        return {key for node in new for key in self.keys_of[node]} - frontier

    def _read(self, texts: set[str]) -> None:
        unread = sorted(texts - self.holders.keys())
        for text in unread:
            self.holders[text] = list(self.extra_holders.get(text, ()))
        for some in chunks(unread):
            for row in self.connection.execute(sa.select(MentionKey.__table__).where(MentionKey.key.in_(some))):
                self.holders[row.key].append((Key(row.key, row.first_day, row.last_day), row.mention_id))

    def _read_keys_of(self, nodes: set[Node]) -> None:
        for node in nodes:
            self.keys_of[node] = list(self.extra[node]) if isinstance(node, str) else []
        for some in chunks(sorted(node for node in nodes if isinstance(node, int))):
            query = sa.select(MentionKey.__table__).where(MentionKey.mention_id.in_(some))
            for row in self.connection.execute(query):
                self.keys_of[row.mention_id].append(Key(row.key, row.first_day, row.last_day))


def _connected(keys_of: dict[Node, list[Key]]) -> list[set[Node]]:
    """The connected components of nodes under shared keys with days in common."""
    parent: dict[Node, Node] = {node: node for node in keys_of}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    spans: dict[str, list[tuple[int, int, Node]]] = defaultdict(list)
    for node, keys in keys_of.items():
        for key in keys:
            spans[key.text].append((key.first, key.last, node))
    for held in spans.values():
        held.sort(key=lambda span: span[:2])
        end, previous = held[0][1], held[0][2]
        for first, last, node in held[1:]:
            if first <= end:
                parent[root(node)] = root(previous)
            end, previous = max(end, last), node
    found: dict[Node, set[Node]] = defaultdict(set)
    for node in keys_of:
        found[root(node)].add(node)
    return list(found.values())


def unique(keys: Iterable[Key]) -> dict[str, Key]:
    """Keys by text; those with the same text joined into one span."""
    found: dict[str, Key] = {}
    for key in keys:
        other = found.get(key.text, key)
        found[key.text] = Key(key.text, min(key.first, other.first), max(key.last, other.last))
    return found
