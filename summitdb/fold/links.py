"""Links between rows that follow from standing in the same articles: a summit's gathering, where an agreement was made,
where something was said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.schema import Agreement, AgreementParty, Mention, Statement, Summit, SummitCountry
from summitdb.store.rows import chunks, update


def relink(connection: sa.Connection, rows: dict[str, Collection[int]]) -> None:
    """Renew the links of the given rows of `summit`, `agreement` and `statement`, and of all rows told of in the articles
    of the given summits."""
    articles = _articles(connection, "summit", rows.get("summit", ()))
    for table in ("summit", "agreement", "statement"):
        touched = set(rows.get(table, ())) | _rows(connection, table, articles)
        for some in chunks(sorted(touched)):
            _relink(connection, table, some)


def _articles(connection: sa.Connection, table: str, rows: Iterable[int]) -> set[int]:
    pointer = Mention.__table__.c[f"{table}_id"]
    found: set[int] = set()
    for some in chunks(sorted(rows)):
        found.update(connection.scalars(sa.select(Mention.article_id).where(pointer.in_(some))))
    return found


def _rows(connection: sa.Connection, table: str, articles: Iterable[int]) -> set[int]:
    pointer = Mention.__table__.c[f"{table}_id"]
    found: set[int] = set()
    for some in chunks(sorted(articles)):
        found.update(connection.scalars(sa.select(pointer).where(Mention.article_id.in_(some), pointer.is_not(None)).distinct()))
    return found


def _relink(connection: sa.Connection, table: str, rows: Collection[int]) -> None:
    pointer = Mention.__table__.c[f"{table}_id"]
    mentions = connection.execute(
        sa.select(pointer.label("row"), Mention.record_file_id, Mention.content).where(pointer.in_(rows))
    ).all()
    files = {mention.record_file_id for mention in mentions}
    summits = _Summits(connection, files)
    parties = _parties(connection, rows) if table == "agreement" else {}
    votes: dict[int | None, Counter[int]] = defaultdict(Counter)
    found: set[int]
    for mention in mentions:
        if table == "summit":
            parent = msgspec.json.decode(mention.content).get("parent")
            target = summits.at.get((mention.record_file_id, parent))
            found = {target} if target and target != mention.row else set()
        else:
            found = summits.main[mention.record_file_id]
            if states := parties.get(mention.row):
                found = {row for row in found if len(states & summits.countries[row]) >= min(2, len(states))}
        if len(found) == 1:
            votes[mention.row][next(iter(found))] += 1
    model: Any = {"summit": Summit, "agreement": Agreement, "statement": Statement}[table]
    column = model.parent_id if table == "summit" else model.summit_id
    wanted = {row: _elected(votes[row]) for row in rows}
    before = connection.execute(sa.select(model.id, column.label("link")).where(model.id.in_(rows)))
    update(connection, model, [(row.id, {column.key: wanted[row.id]}) for row in before if wanted[row.id] != row.link])


def _elected(votes: Counter[int]) -> int | None:
    """The summit with most votes; none where two have the same."""
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _parties(connection: sa.Connection, rows: Collection[int]) -> dict[int | None, set[str]]:
    found: dict[int | None, set[str]] = defaultdict(set)
    query = sa.select(AgreementParty.agreement_id, AgreementParty.country)
    for party in connection.execute(query.where(AgreementParty.agreement_id.in_(rows))):
        found[party.agreement_id].add(party.country)
    return found


class _Summits:
    """The summits of some record files: by position, the main ones, and their countries."""

    def __init__(self, connection: sa.Connection, files: Collection[int]) -> None:
        self.at: dict[tuple[int, int], int] = {}
        self.main: dict[int, set[int]] = defaultdict(set)
        self.countries: dict[int, set[str]] = defaultdict(set)
        query = sa.select(Mention.record_file_id, Mention.position, Mention.main, Mention.summit_id)
        for some in chunks(sorted(files)):
            of_these = Mention.record_file_id.in_(some), Mention.summit_id.is_not(None)
            for row in connection.execute(query.where(*of_these)):
                if row.summit_id:
                    self.at[row.record_file_id, row.position] = row.summit_id
                    if row.main:
                        self.main[row.record_file_id].add(row.summit_id)
        for some in chunks(sorted(set(self.at.values()))):
            of_summits = SummitCountry.summit_id.in_(some)
            countries = sa.select(SummitCountry.summit_id, SummitCountry.country)
            for part in connection.execute(countries.where(of_summits)):
                self.countries[part.summit_id].add(part.country)
