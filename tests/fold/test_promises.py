"""The promises, over generated sets of articles: the tables depend on the set of articles and decisions alone."""

from __future__ import annotations

import os
import random
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from summitdb.errors import UsageError
from summitdb.fold import decide, decision_log
from summitdb.load import load_articles
from summitdb.load.rebuild import rebuild, remove
from summitdb.records import RecordFile, Summit
from summitdb.store.find import find
from tests.fold.conftest import content
from tests.fold.made import article_sets, engine, make

TODAY = date(2031, 7, 1)


def examples(count):
    """So many generated cases, a tenth of them unless SUMMITDB_THOROUGH is set, as it is in CI. Without shrinking: a
    failing set of articles is small already, and shrinking it takes minutes."""
    return settings(
        max_examples=count if os.environ.get("SUMMITDB_THOROUGH") else count // 10,
        deadline=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )


def loaded(database, made, *batches):
    """The database after loading articles in batches of the given sizes, the rest at once."""
    extractor = engine(made)
    left = [one.article for one in made]
    for size in batches:
        load(database, left[:size], extractor)
        left = left[size:]
    load(database, left, extractor)
    return database


def load(database, articles, extractor):
    report = load_articles(articles, database, engine=extractor, today=TODAY)
    assert not report.failed
    assert not report.refused


@examples(200)
@given(article_sets(), st.data())
def test_order_batches_and_repetition_do_not_matter(fresh_sqlite, made, data):
    wanted = content(loaded(fresh_sqlite(), made))
    order = data.draw(st.permutations(made))
    repeated = [*order, *data.draw(st.lists(st.sampled_from(made), max_size=3))]
    batches = data.draw(st.lists(st.integers(1, 3), max_size=4))
    assert content(loaded(fresh_sqlite(), repeated, *batches)) == wanted


@examples(50)
@given(article_sets(), st.data())
def test_postgres_gives_what_sqlite_gives(fresh_sqlite, fresh_postgres, made, data):
    order = data.draw(st.permutations(made))
    batches = data.draw(st.lists(st.integers(1, 3), max_size=2))
    assert content(loaded(fresh_postgres(), order, *batches)) == content(loaded(fresh_sqlite(), made))


@examples(75)
@given(article_sets(), st.data())
def test_removal_takes_exactly_what_only_the_article_supported(fresh_sqlite, made, data):
    gone = data.draw(st.lists(st.sampled_from(made), min_size=1, max_size=2, unique_by=lambda one: one.article.external_id))
    database = loaded(fresh_sqlite(), made)
    remove(database, [one.article.external_id for one in gone])
    assert content(database) == content(loaded(fresh_sqlite(), [one for one in made if one not in gone]))


@examples(50)
@given(article_sets(), article_sets(3))
def test_changed_article_replaces_its_earlier_version(fresh_sqlite, made, later):
    publisher = {one.article.external_id: one.article.publisher for one in made}
    later = [one for one in later if publisher.get(one.article.external_id, one.article.publisher) == one.article.publisher]
    database = loaded(loaded(fresh_sqlite(), made), later)
    names = {one.article.external_id for one in later}
    final = [*later, *(one for one in made if one.article.external_id not in names)]
    assert content(database) == content(loaded(fresh_sqlite(), final))


def decisions(draw, database, count):
    """Make some decisions about rows that are there."""
    chance = random.Random(draw(st.integers(0, 10_000)))
    with database.connect() as connection:
        slugs = {
            table: sorted(connection.exec_driver_sql(f"SELECT slug FROM {table}").scalars())
            for table in ("summit", "agreement", "statement", "corridor", "organization", "person")
        }
    choices = [
        ("summit", lambda slug: decide.correct(database, slug, "city", "Ganja")),
        ("summit", lambda slug: decide.correct(database, slug, "starts_on", "2031-06-02")),
        ("summit", lambda slug: decide.correct(database, slug, "countries/GE", "GE")),
        ("summit", lambda slug: decide.correct(database, slug, "countries/AZ", None)),
        ("summit", lambda slug: decide.correct(database, slug, "participants/Nino Vardadze", "Nino Vardadze")),
        ("summit", lambda slug: decide.correct(database, slug, "organization", "Upland Union")),
        ("summit", lambda slug: decide.accept(database, slug, "status")),
        ("summit", lambda slug: decide.reject(database, slug)),
        ("summit", lambda slug: decide.merge(database, slug, chance.choice(slugs["summit"]))),
        ("summit", lambda slug: split(database, slug)),
        ("agreement", lambda slug: decide.correct(database, slug, "title", "treaty of the bay")),
        ("statement", lambda slug: decide.correct(database, slug, "speaker", "Nino Vardadze")),
        ("statement", lambda slug: decide.reject(database, slug)),
        ("corridor", lambda slug: decide.correct(database, slug, "capacities/Mt/year/target", "9")),
        ("corridor", lambda slug: decide.reject(database, slug)),
        ("organization", lambda slug: decide.correct(database, slug, "acronym", "XX")),
        ("organization", lambda slug: decide.merge(database, slug, chance.choice(slugs["organization"]))),
        ("person", lambda slug: decide.correct(database, slug, "name", "Somebody Else")),
        ("person", lambda slug: decide.merge(database, slug, chance.choice(slugs["person"]))),
        ("person", lambda slug: decide.merge(database, slug, chance.choice(slugs["person"]))),
        ("person", lambda slug: split(database, slug)),
        ("person", lambda slug: split(database, slug)),
        ("person", lambda slug: decide.reject(database, slug)),
    ]
    for _ in range(count):
        table, make = chance.choice(choices)
        if slugs[table]:
            try:
                make(f"{table}/{chance.choice(slugs[table])}")
            except UsageError:
                continue  # an earlier decision did away with the row


def split(database, slug):
    with database.connect() as connection:
        table, row, _ = find(connection, slug)
        query = f"SELECT external_id FROM article JOIN mention ON article_id = article.id WHERE {table}_id = {row}"
        name = min(connection.exec_driver_sql(query).scalars(), default="none")
    decide.split(database, slug, [name])


@examples(100)
@given(article_sets(), st.data())
def test_decisions_stand_whatever_comes_after(fresh_sqlite, made, data):
    first = data.draw(st.integers(1, len(made)))
    database = loaded(fresh_sqlite(), made[:first])
    decisions(data.draw, database, data.draw(st.integers(1, 4)))
    loaded(database, made[first:])
    wanted = content(database)
    rebuild(database)
    assert content(database) == wanted
    rebuild(database, extract=engine(made))
    assert content(database) == wanted
    other = fresh_sqlite()
    decision_log.import_decisions(other, decision_log.export_decisions(database))
    assert content(loaded(other, data.draw(st.permutations(made)))) == wanted


@examples(50)
@given(article_sets(), st.data())
def test_decisions_undone_leave_nothing(fresh_sqlite, made, data):
    database = loaded(fresh_sqlite(), made)
    wanted = content(database)
    decisions(data.draw, database, 3)
    for logged in reversed(decision_log.log(database)):
        decide.undo(database, logged.key)
    assert {**content(database), "correction": set()} == wanted


@examples(50)
@given(article_sets(), st.data())
def test_decisions_on_postgres(fresh_sqlite, fresh_postgres, made, data):
    database = loaded(fresh_sqlite(), made)
    decisions(data.draw, database, 3)
    other = loaded(fresh_postgres(), made)
    decision_log.import_decisions(other, decision_log.export_decisions(database))
    assert content(other) == content(database)


@pytest.mark.parametrize("which", ["fresh_sqlite", "fresh_postgres"])
def test_failed_fold_leaves_nothing_half_written(request, which, monkeypatch):
    database = request.getfixturevalue(which)()
    made = [make("a0", "Meridian Post", "2031-05-26", RecordFile(summits=[Summit(countries=["AZ", "RU"])]))]
    wanted = content(database)
    monkeypatch.setattr("summitdb.fold.update.relink", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        load_articles([one.article for one in made], database, engine=engine(made), today=TODAY)
    assert content(database) == wanted
