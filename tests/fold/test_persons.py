"""Who is one person, and what people's decisions make of that. People are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.errors import UsageError
from summitdb.fold import decide, decision_log
from summitdb.load import load_articles
from summitdb.load.rebuild import rebuild, remove
from summitdb.records import Participant, RecordFile, Statement, Summit
from tests.fold import unsupported
from tests.fold.conftest import content
from tests.fold.made import engine, make

TODAY = date(2031, 7, 1)


@pytest.fixture(params=["fresh_sqlite", "fresh_postgres"])
def fresh(request):
    return request.getfixturevalue(request.param)


def article(name, day, *people, said=None):
    """An article about a meeting of these people (`AZ Elvar Maniyev`, `- Elvar Maniyev` without a country), one of whom said
    something that is in no other article."""
    who = [(None if code == "-" else code, person) for code, person in (one.split(" ", 1) for one in people)]
    summit = Summit(
        countries=["AZ", "RU"],
        starts_on=f"2031-{day:02}-01",
        participants=[Participant(person=person, country=code, office="minister") for code, person in who],
        format="meeting",
        status="held",
        main=True,
    )
    statements = (
        [Statement(kind="direct", text=f"We shall open track {name} before the winter comes", speaker=said)] if said else []
    )
    return make(name, f"Paper {name}", f"2031-{day:02}-01", RecordFile(summits=[summit], statements=statements))


def loaded(database, *made):
    report = load_articles([one.article for one in made], database, engine=engine(list(made)), today=TODAY)
    assert not report.failed
    return database


def query(database, sql):
    with database.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def persons(database):
    return query(database, "SELECT slug, name, country FROM person ORDER BY slug")


def participants(database):
    return query(
        database,
        "SELECT summit.starts_on, person.slug, summit_participant.country, office FROM summit_participant "
        "JOIN summit ON summit.id = summit_id JOIN person ON person.id = person_id ORDER BY 1, 2",
    )


def speakers(database):
    return query(
        database,
        "SELECT statement.slug, person.slug FROM statement LEFT JOIN person ON person.id = speaker_id ORDER BY statement.slug",
    )


def in_force(database):
    return [(one.action, one.slug, one.vanished) for one in decision_log.log(database) if one.in_force]


def stands(database, made, fresh):
    """Whether the tables are the same after a rebuild, extraction again, and with the decisions in a new database."""
    wanted = content(database)
    rebuild(database, extract=engine(made))
    other = fresh()
    decision_log.import_decisions(other, decision_log.export_decisions(database))
    return content(database) == wanted == content(loaded(other, *reversed(made)))


ONE = [
    ("Ali Maniyev", "Aly Maniev", "Əli Maniyev"),
    ("Sergei Belyakov", "Sergey Belyakov"),
    ("Jörg Halmstedt", "Jorg Halmstedt"),
    ("Aram Torkosyan", "Aram Torkosian"),
]
APART = [("Elvar Maniyev", "Rashid Maniyev"), ("Elvar Maniyev", "Maniyev"), ("Lech Karwin", "Jaroslaw Karwin")]


@pytest.mark.parametrize("names", ONE)
def test_spellings_are_one_person(fresh_sqlite, names):
    made = [article(f"a{day}", day, f"AZ {name}") for day, name in enumerate(names, start=1)]
    assert len(persons(loaded(fresh_sqlite(), *made))) == 1


@pytest.mark.parametrize("names", APART)
def test_surnames_shared_or_alone_make_no_person_one(fresh_sqlite, names):
    made = [article(f"a{day}", day, f"AZ {name}") for day, name in enumerate(names, start=1)]
    assert len(persons(loaded(fresh_sqlite(), *made))) == 2


def test_without_a_country_it_is_the_only_one_who_has_one(fresh):
    database = loaded(fresh(), article("a1", 1, "- Elvar Maniyev"), article("a2", 2, "AZ Elvar Maniyev"))
    assert persons(database) == [("elvar-maniyev", "Elvar Maniyev", "AZ")]
    loaded(database, article("a3", 3, "RU Elvar Maniyev"))
    assert [country for _, _, country in persons(database)] == [None, "AZ", "RU"]


def test_merger_leaves_one_person_with_everything(fresh):
    made = [
        article("a1", 1, "AZ Elvar Maniyev", said="Elvar Maniyev"),
        article("a2", 2, "RU Elwar M. Manijew", "AZ Pavel Orlin", said="Elwar M. Manijew"),
        article("a3", 3, "- Elwar M. Manijew"),
    ]
    database = loaded(fresh(), *made[:2])
    decide.merge(database, "elvar-maniyev", "elwar-m-manijew")
    loaded(database, *made)
    assert persons(database) == [("elvar-maniyev", "Elvar Maniyev", "AZ"), ("pavel-orlin", "Pavel Orlin", "AZ")]
    assert participants(database) == [
        ("2031-01-01", "elvar-maniyev", "AZ", "minister"),
        ("2031-02-01", "elvar-maniyev", "RU", "minister"),
        ("2031-02-01", "pavel-orlin", "AZ", "minister"),
        ("2031-03-01", "elvar-maniyev", None, "minister"),
    ]
    assert {who for _, who in speakers(database)} == {"elvar-maniyev"}
    assert query(
        database, "SELECT summits FROM person_office WHERE person_id IN (SELECT id FROM person WHERE key LIKE 'elvar%%')"
    ) == [(3,)]
    conflicts = query(database, "SELECT field, value, won FROM conflict WHERE table_name = 'person' ORDER BY won DESC")
    assert conflicts == [("country", "AZ", 1), ("country", "RU", 0)]
    assert stands(database, made, fresh)
    [key] = [one.key for one in decision_log.log(database)]
    decide.undo(database, key)
    assert {**content(database), "correction": set()} == content(loaded(fresh(), *made))


def test_two_spellings_in_one_summit_are_one_participant_after_a_merger(fresh):
    made = [article("a1", 1, "AZ Elvar Maniyev", "RU Pavel Orlin"), article("a2", 1, "AZ Elwar Manijew", "RU Pavel Orlin")]
    database = loaded(fresh(), *made)
    assert [who for _, who, *_ in participants(database)] == ["elvar-maniyev", "elwar-manijew", "pavel-orlin"]
    decide.merge(database, "elvar-maniyev", "elwar-manijew")
    assert [who for _, who, *_ in participants(database)] == ["elvar-maniyev", "pavel-orlin"]
    said = "SELECT DISTINCT value FROM evidence_passage WHERE table_name = 'person' AND slug = 'elvar-maniyev' AND field = 'name'"
    assert sorted(query(database, said)) == [("Elvar Maniyev",), ("Elwar Manijew",)]
    assert stands(database, made, fresh)


def test_merger_of_namesakes_leaves_the_third(fresh):
    made = [article(f"a{day}", day, f"{code} Elvar Maniyev") for day, code in enumerate(["AZ", "RU", "KZ"], start=1)]
    database = loaded(fresh(), *made, article("a4", 4, "- Elvar Maniyev"))
    slugs = {country: slug for slug, _, country in persons(database)}
    decide.merge(database, slugs["AZ"], slugs["RU"])
    assert sorted(str(country) for *_, country in persons(database)) == ["AZ", "KZ", "None"]
    assert stands(database, [*made, article("a4", 4, "- Elvar Maniyev")], fresh)


def test_split_makes_a_person_of_their_own(fresh):
    made = [article(f"a{day}", day, "AZ Elvar Maniyev", said="Elvar Maniyev") for day in (1, 2, 3)]
    database = loaded(fresh(), *made)
    decide.correct(database, "elvar-maniyev", "name", "Elvar Maniyev the elder")
    decide.split(database, "elvar-maniyev-the-elder", ["a2", "a3"])
    assert [slug for slug, *_ in persons(database)] == ["elvar-maniyev", "elvar-maniyev-the-elder"]
    assert [who for _, who, *_ in participants(database)] == ["elvar-maniyev-the-elder", "elvar-maniyev", "elvar-maniyev"]
    assert [who for _, who in speakers(database)] == ["elvar-maniyev-the-elder", "elvar-maniyev", "elvar-maniyev"]
    decide.note(database, "elvar-maniyev", "the younger")
    loaded(database, article("a4", 4, "AZ Elvar Maniyev"))
    assert participants(database)[-1][1] == "elvar-maniyev-the-elder"
    assert stands(database, [*made, article("a4", 4, "AZ Elvar Maniyev")], fresh)


def test_who_somebody_is_split_off_from_keeps_the_slug(fresh):
    made = [article(f"a{day}", day, "AZ Elvar Maniyev") for day in (1, 2, 3)]
    database = loaded(fresh(), *made)
    decide.split(database, "elvar-maniyev", ["a1"])
    assert [who for _, who, *_ in participants(database)] == ["elvar-maniyev--2", "elvar-maniyev", "elvar-maniyev"]
    assert stands(database, made, fresh)


def test_a_participant_split_off_is_corrected_by_slug(fresh):
    made = [article("a1", 1, "AZ Elvar Maniyev"), article("a2", 2, "AZ Elvar Maniyev")]
    database = loaded(fresh(), *made)
    decide.split(database, "elvar-maniyev", ["a2"])
    decide.correct(database, "2031-02-01-az-ru", "participants/elvar-maniyev--2/office", "president")
    assert participants(database) == [
        ("2031-01-01", "elvar-maniyev", "AZ", "minister"),
        ("2031-02-01", "elvar-maniyev--2", "AZ", "president"),
    ]
    assert stands(database, made, fresh)
    decide.undo(database, next(one.key for one in decision_log.log(database) if one.action == "split"))
    assert participants(database)[1] == ("2031-02-01", "elvar-maniyev", "AZ", "president")


def test_corrections_support_their_values_whoever_the_participant_has_become(fresh):
    made = [article("a1", 1, "AZ Elvar Maniyev", "RU Pavel Orlin"), article("a2", 2, "AZ Elwar Manijew")]
    database = loaded(fresh(), *made)
    decide.correct(database, "2031-01-01-az-ru", "participants/elvar-maniyev/office", "president")
    decide.correct(database, "2031-02-01-az-ru", "participants/pavel-orlin", "Pavel Orlin")
    decide.correct(database, "2031-02-01-az-ru", "participants/pavel-orlin/country", "RU")
    key = decide.merge(database, "elwar-manijew", "elvar-maniyev")
    decide.merge(database, "elwar-manijew", "pavel-orlin")
    assert {who for _, who, *_ in participants(database)} == {"elwar-manijew"}
    assert not unsupported.rows(database)
    assert stands(database, made, fresh)
    decide.undo(database, key)
    assert not unsupported.rows(database)


def test_a_participant_with_an_office_is_removed(fresh_sqlite):
    database = loaded(fresh_sqlite(), article("a1", 1, "AZ Elvar Maniyev", "RU Pavel Orlin"))
    decide.correct(database, "2031-01-01-az-ru", "participants/pavel-orlin/office", "president")
    decide.correct(database, "2031-01-01-az-ru", "participants/pavel-orlin", None)
    assert [who for _, who, *_ in participants(database)] == ["elvar-maniyev"]


def test_rejection_takes_the_participant_and_the_speaker_away(fresh):
    made = [article("a1", 1, "AZ Elvar Maniyev", "AZ Iron Cupola", said="Iron Cupola"), article("a2", 2, "- Iron Cupola")]
    database = loaded(fresh(), made[0])
    before = content(database)
    key = decide.reject(database, "iron-cupola", reason="a weapon")
    loaded(database, made[1])
    assert persons(database) == [("elvar-maniyev", "Elvar Maniyev", "AZ")]
    assert participants(database) == [("2031-01-01", "elvar-maniyev", "AZ", "minister")]
    assert speakers(database) == [("we-shall-open-track-a1-before", None)]
    said = "SELECT value FROM evidence_passage WHERE table_name = 'statement' AND field = 'speaker'"
    assert query(database, said) == [("Iron Cupola",)]
    assert stands(database, made, fresh)
    decide.undo(database, key)
    remove(database, ["a2"])
    assert {**content(database), "correction": set()} == before


def test_rejection_reaches_whom_people_named(fresh):
    database = loaded(fresh(), article("a1", 1, "AZ Elvar Maniyev", said="Elvar Maniyev"))
    decide.correct(database, "elvar-maniyev-we-shall-open-track-a1-before", "speaker", "Iron Cupola")
    decide.reject(database, "iron-cupola")
    assert persons(database) == [("elvar-maniyev", "Elvar Maniyev", "AZ")]


def test_what_decisions_are_about_comes_and_goes(fresh):
    made = [article("a1", 1, "AZ Elvar Maniyev"), article("a2", 2, "AZ Elwar Manijew"), article("a3", 3, "AZ Elvar Maniyev")]
    database = loaded(fresh(), *made)
    decide.correct(database, "elwar-manijew", "name", "E. Manijew")
    decide.split(database, "elvar-maniyev", ["a3"])
    remove(database, ["a2", "a3"])
    assert in_force(database) == [("correct", "elwar-manijew", True), ("split", "elvar-maniyev", False)]
    loaded(database, *made)
    assert in_force(database) == [("correct", "elwar-manijew", False), ("split", "elvar-maniyev", False)]
    assert [slug for slug, *_ in persons(database)] == ["e-manijew", "elvar-maniyev", "elvar-maniyev--2"]


def test_the_later_decision_holds(fresh):
    made = [article("a1", 1, "AZ Elvar Maniyev"), article("a2", 2, "AZ Elwar Manijew"), article("a3", 3, "AZ Elwar Manijew")]
    database = loaded(fresh(), *made)
    decide.merge(database, "elvar-maniyev", "elwar-manijew")
    decide.split(database, "elvar-maniyev", ["a3"])
    decide.merge(database, "elwar-manijew", "elvar-maniyev")
    assert [slug for slug, *_ in persons(database)] == ["elwar-manijew"]
    assert stands(database, made, fresh)


def test_rows_are_found_by_the_slugs_they_had_before_a_merger(fresh_sqlite):
    database = loaded(fresh_sqlite(), article("a1", 1, "AZ Elvar Maniyev"), article("a2", 2, "AZ Elwar Manijew"))
    decide.merge(database, "elvar-maniyev", "elwar-manijew")
    assert len(decision_log.log(database, "elwar-manijew")) == len(decision_log.log(database, "person/elvar-maniyev")) == 1


def test_what_cannot_be_decided_is_refused_and_changes_nothing(fresh_sqlite):
    database = loaded(
        fresh_sqlite(), article("a1", 1, "AZ Elvar Maniyev"), article("a2", 2, "AZ Elvar Maniyev", "RU Pavel Orlin")
    )
    before = content(database)
    for wrong, message in (
        (lambda: decide.merge(database, "elvar-maniyev", "elvar-maniyev"), "itself"),
        (lambda: decide.merge(database, "elvar-maniyev", "2031-01-01-az-ru"), "a person cannot be merged with a summit"),
        (lambda: decide.merge(database, "elvar-maniyev", "pavel-orlyn"), "no row pavel-orlyn"),
        (lambda: decide.split(database, "elvar-maniyev", ["a1", "a2"]), "no other article"),
        (lambda: decide.split(database, "pavel-orlin", ["a1"]), "a1 is not one of the articles"),
        (lambda: decide.correct(database, "elvar-maniyev", "country", "RU"), "no field country"),
    ):
        with pytest.raises(UsageError, match=message):
            wrong()
    assert content(database) == before
