"""People's decisions in the fold: found again by what they are about, applied to the rows in the order they were made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.fold.identity import RULES
from summitdb.fold.mention import TYPES, values
from summitdb.fold.stored import Stored
from summitdb.fold.windows import Key
from summitdb.schema import FOLDED, Article, Correction, Mention, MentionKey
from summitdb.store.rows import chunks

# How much of what a record said must still be said by the article for it to be the same record.
SIMILAR = 0.3


class Member(msgspec.Struct, frozen=True):
    """A mention that stood behind a row when a decision about it was made."""

    article: str
    published_on: str | None
    publisher: str
    position: int
    main: bool
    record: msgspec.Raw


class Target(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a decision is about: the mentions behind the row, for a merger those behind the other row, for a split the
    articles that go and of a person one mention that goes; of what is known by name the slug of the row into which it
    goes."""

    members: list[Member] = []
    other: list[Member] = []
    articles: list[str] = []
    into: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction as the fold uses it. `row` is the row to which it applied so far."""

    id: int
    key: str
    made_at: str
    table: str
    slug: str
    action: str
    field: str | None
    value: str | None
    row: int | None
    members: tuple[Stored[Any], ...]
    other: tuple[Stored[Any], ...]
    articles: frozenset[str]
    into: str | None
    in_force: bool
    keys: tuple[Key, ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        return (self.made_at, self.key)


@dataclass(slots=True)
class Cluster:
    """Mentions that make one row, with the decisions that apply to it."""

    mentions: list[Stored[Any]]
    decisions: list[Decision] = field(default_factory=list)
    rejected: bool = False

    @property
    def order(self) -> tuple[str, str, int]:
        return min(mention.order for mention in self.mentions)

    def corrections(self) -> dict[str, str | None]:
        """The corrected values by field; of several corrections of a field the last."""
        return corrected(self.decisions)


def corrected(decisions: Iterable[Decision]) -> dict[str, str | None]:
    """The corrected values by field; of several corrections of a field the last."""
    fixed = (one for one in decisions if one.in_force and one.action in ("correct", "accept"))
    return {one.field: one.value for one in sorted(fixed, key=lambda one: one.order) if one.field}


def read(connection: sa.Connection, tables: Collection[str] = FOLDED) -> list[Decision]:
    """The decisions about rows of the tables, also those undone, which have no effect but are still about something."""
    query = sa.select(Correction.__table__).where(Correction.table_name.in_(tables))
    return with_keys(connection, [decision(row) for row in connection.execute(query)])


def decision(row: Any) -> Decision:
    """A decision from its row in `correction`."""
    members, other, target = read_target(row.table_name, row.target)
    return Decision(
        id=row.id,
        key=row.key,
        made_at=row.made_at,
        table=row.table_name,
        slug=row.slug,
        action=row.action,
        field=row.field,
        value=row.value,
        row=getattr(row, f"{row.table_name}_id"),
        members=members,
        other=other,
        articles=frozenset(target.articles),
        into=target.into,
        in_force=row.undone_at is None,
    )


def read_target(table: str, target: str) -> tuple[tuple[Stored[Any], ...], tuple[Stored[Any], ...], Target]:
    """What a decision about a row of a table is about, from its JSON: the members of the row, those of the other row, and
    the rest. Raises msgspec.DecodeError for what is no target."""
    found = msgspec.json.decode(target, type=Target)
    members, other = (tuple(_member(table, member) for member in row) for row in (found.members, found.other))
    return members, other, found


def _member(table: str, member: Member) -> Stored[Any]:
    record = msgspec.json.decode(member.record, type=TYPES[table])
    return Stored(
        id=-1,
        record=record,
        article=member.article,
        file=-1,
        position=member.position,
        publisher=member.publisher,
        published_on=member.published_on,
        main=member.main,
        row=None,
    )


def with_keys(connection: sa.Connection, found: list[Decision]) -> list[Decision]:
    """The decisions with the keys of what they were about and of what their articles tell now."""
    now: dict[tuple[str, str], set[Key]] = defaultdict(set)
    articles = sorted({member.article for one in found for member in one.members + one.other if one.table in RULES})
    query = sa.select(Article.key.label("article"), Mention.table_name, MentionKey.key, MentionKey.first_day, MentionKey.last_day)
    query = query.join(Mention, Mention.article_id == Article.id).join(MentionKey, MentionKey.mention_id == Mention.id)
    for some in chunks(articles):
        for row in connection.execute(query.where(Article.key.in_(some))):
            now[row.table_name, row.article].add(Key(row.key, row.first_day, row.last_day))
    complete = []
    for one in found:
        keys: set[Key] = set()
        for member in one.members + one.other if one.table in RULES else ():
            keys.update(RULES[one.table].keys(member))
            keys.update(now[one.table, member.article])
        complete.append(replace(one, keys=tuple(keys)))
    return complete


def apply(table: str, groups: Iterable[list[Stored[Any]]], about: Iterable[tuple[Decision, Collection[int]]]) -> list[Cluster]:
    """The clusters that groups of mentions are after people's decisions, each given with the mentions that it may be about."""
    clusters = sorted((Cluster(group) for group in groups), key=lambda cluster: cluster.order)
    of_mention = {mention.id: cluster for cluster in clusters for mention in cluster.mentions}
    for one, near in sorted(about, key=lambda item: item[0].order):
        here = _in_order({id(of_mention[mention]): of_mention[mention] for mention in near}.values())
        target = resolve(table, one.members, here)
        if target is None:
            continue
        target.decisions.append(one)
        if not one.in_force:
            continue
        if one.action == "reject":
            target.rejected = True
        elif one.action == "merge":
            other = resolve(table, one.other, here)
            if other is not None and other is not target:
                target.mentions.extend(other.mentions)
                target.decisions.extend(other.decisions)
                target.rejected |= other.rejected
                clusters.remove(other)
                of_mention.update((mention.id, target) for mention in other.mentions)
        elif one.action == "split":
            part = [mention for mention in target.mentions if mention.article in one.articles]
            if part and len(part) < len(target.mentions):
                target.mentions = [mention for mention in target.mentions if mention not in part]
                clusters.append(Cluster(part))
                of_mention.update((mention.id, clusters[-1]) for mention in part)
    return clusters


def _in_order(clusters: Iterable[Cluster]) -> list[Cluster]:
    return sorted(clusters, key=lambda cluster: cluster.order)


def resolve(table: str, members: Sequence[Stored[Any]], clusters: Sequence[Cluster]) -> Cluster | None:
    """The cluster that a decision about these members is about, if there still is one: the one whose mentions say most of
    what they said, in the same articles before others."""
    scored = [(sum(_likeness(table, member, cluster) for member in members), cluster) for cluster in clusters]
    best = max(scored, key=lambda item: item[0], default=(0.0, None))
    return best[1] if best[0] > 0 else None


def _likeness(table: str, member: Stored[Any], cluster: Cluster) -> float:
    here = [mention for mention in cluster.mentions if mention.article == member.article]
    if here:
        alike = max(_similarity(table, member, mention) for mention in here)
        return 1 + alike if alike >= SIMILAR else 0.0
    rules = RULES[table]
    view = rules.view(member)
    return 0.5 if any(rules.linked(view, rules.view(mention)) for mention in cluster.mentions) else 0.0


def _similarity(table: str, a: Stored[Any], b: Stored[Any]) -> float:
    """The share of their values that two records have in common, 0 to 1."""
    one = {(value.field, value.text) for value in values(table, a.record)}
    other = {(value.field, value.text) for value in values(table, b.record)}
    return len(one & other) / max(1, len(one | other))
