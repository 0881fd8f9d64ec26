"""Who gives corridors, organizations and persons their values: kept as rows of its own and brought up to date with each change,
so that a load need not read again what thousands of articles said of the United Nations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from summitdb.fold.claims import Claim
from summitdb.fold.stored import publisher_of
from summitdb.schema import Article, Evidence, Mention, RecordFile, Support
from summitdb.store.rows import chunks, insert, update

# Values that nothing is chosen from: a corridor or organization as written somewhere, a person's country, which is part of
# who it is, and sums of money, whose currency is that of the articles that give the sum.
NOT_WEIGHED = ("as_written", "country", "cost", "currency")
# A date may support another one, so that it matters which publishers give it and not only how many.
_BY_PUBLISHER = frozenset(["completes_on"])
_Place = tuple[int, str, str, str]


def add(connection: sa.Connection, table: str, mentions: Collection[int]) -> None:
    """Count in what mentions, which point to their rows already, say of them."""
    for some in chunks(sorted(mentions)):
        found = _said(connection.execute(_select(table).where(Mention.id.in_(some))))
        before = _stored(connection, table, found)
        fresh, changed = [], []
        for place, (day, coded) in found.items():
            if place not in before:
                fresh.append(_row(table, place, day, coded))
                continue
            id_, known_day, known_coded = before[place]
            if day > known_day or coded > known_coded:
                changed.append((id_, {"day": max(day, known_day), "coded": coded or known_coded}))
        insert(connection, Support, fresh)
        update(connection, Support, changed)


def renew(connection: sa.Connection, table: str, touched: Mapping[int, Collection[str]]) -> None:
    """Count anew what all mentions say of these fields of rows, some of which may have gone."""
    pointer, of_mention = Support.__table__.c[f"{table}_id"], Mention.__table__.c[f"{table}_id"]
    for row, fields in sorted(touched.items()):
        for some in chunks(sorted(fields)):
            connection.execute(sa.delete(Support).where(pointer == row, Support.field.in_(some)))
            query = _select(table).where(of_mention == row, Evidence.field.in_(some))
            insert(connection, Support, [_row(table, place, *said) for place, said in _said(connection.execute(query)).items()])


def claims(connection: sa.Connection, table: str, fields: Mapping[int, Collection[str]]) -> dict[int, list[Claim]]:
    """What is claimed of some fields of each of the rows, one claim for each value."""
    pointer = Support.__table__.c[f"{table}_id"]
    coded = sa.cast(Support.coded, sa.Integer)
    place = pointer.label("row"), Support.field, Support.value
    counted = sa.select(
        *place, sa.func.max(Support.day).label("day"), sa.func.max(coded).label("coded"), sa.func.count().label("counted")
    )
    one_by_one = sa.select(*place, Support.publisher, Support.day, Support.coded)
    found: dict[int, list[Claim]] = defaultdict(list)
    for rows, names in _alike(fields):
        of_these = pointer.in_(rows), Support.field.in_(sorted(names - _BY_PUBLISHER))
        for item in connection.execute(counted.where(*of_these).group_by(pointer, Support.field, Support.value)):
            found[item.row].append(Claim(item.field, item.value, 0, "", item.day, bool(item.coded), item.counted))
        dates = names & _BY_PUBLISHER
        of_these = pointer.in_(rows), Support.field.in_(sorted(dates))
        for item in connection.execute(one_by_one.where(*of_these)) if dates else ():
            found[item.row].append(Claim(item.field, item.value, 0, item.publisher, item.day, item.coded))
    return found


def _stored(connection: sa.Connection, table: str, places: Collection[_Place]) -> dict[_Place, tuple[int, str, bool]]:
    """What is kept for those of the places that are kept."""
    pointer = Support.__table__.c[f"{table}_id"]
    place = pointer, Support.field, Support.value, Support.publisher
    query = sa.select(Support.id, pointer.label("row"), *place[1:], Support.day, Support.coded)
    of_row: dict[int, set[_Place]] = defaultdict(set)
    for wanted in places:
        of_row[wanted[0]].add(wanted)
    found = {}
    for rows, fields in _alike({row: {field for _, field, *_ in of_row[row]} for row in of_row}):
        indexed = pointer.in_(rows), Support.field.in_(sorted(fields))
        for some in chunks(sorted(wanted for row in rows for wanted in of_row[row])):
            for item in connection.execute(query.where(*indexed, sa.tuple_(*place).in_(some))):
                found[item.row, item.field, item.value, item.publisher] = (item.id, item.day, item.coded)
    return found


def _alike(fields: Mapping[int, Collection[str]]) -> Iterator[tuple[Sequence[int], frozenset[str]]]:
    """Rows of which the same fields are asked for, with these fields."""
    alike: dict[frozenset[str], list[int]] = defaultdict(list)
    for row, names in fields.items():
        alike[frozenset(names)].append(row)
    for names, rows in alike.items():
        for some in chunks(sorted(rows)):
            yield some, names


def _select(table: str) -> sa.Select[Any]:
    pointer = Mention.__table__.c[f"{table}_id"]
    columns = Evidence.field, Evidence.value, Article.publisher, Article.url, Article.published_on, RecordFile.kind
    query = sa.select(pointer.label("row"), *columns).distinct().select_from(Mention)
    query = query.join(Evidence, Evidence.mention_id == Mention.id).join(Article, Article.id == Evidence.article_id)
    query = query.join(RecordFile, RecordFile.id == Mention.record_file_id)
    return query.where(pointer.is_not(None), Evidence.field.not_in(NOT_WEIGHED))


def _said(rows: Iterable[Any]) -> dict[_Place, tuple[str, bool]]:
    found: dict[_Place, tuple[str, bool]] = {}
    for row in rows:
        place = (row.row, row.field, row.value, publisher_of(row.publisher, row.url))
        day, coded = found.get(place, ("", False))
        found[place] = (max(day, row.published_on or ""), coded or row.kind == "coding")
    return found


def _row(table: str, place: _Place, day: str, coded: bool) -> dict[str, Any]:
    row, field, value, publisher = place
    who = {f"{table}_id": row, "table_name": table, "publisher": publisher}
    return {**who, "field": field, "value": value, "day": day, "coded": coded}
