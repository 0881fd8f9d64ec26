"""Synthetic articles with their records, about invented people, for tests of the fold: overlapping accounts, previews, reports of
the next day, look-alikes, conflicts, aliases, repeated quotations."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

import msgspec
from hypothesis import strategies as st

from summitdb.articles.model import Article
from summitdb.fold.mention import values
from summitdb.records import (
    Agreement,
    Capacity,
    Corridor,
    Evidence,
    Organization,
    Participant,
    RecordFile,
    Relation,
    Statement,
    Summit,
)


class Engine:
    """Returns the records that a made article was made with."""

    name = "made"
    version = "1"

    def __init__(self, files: dict[str, RecordFile]) -> None:
        self.files = files

    def extract(self, article: Article, *, reference: date | None = None) -> RecordFile:
        return msgspec.convert(msgspec.to_builtins(self.files[article.body]), RecordFile)


class Made(msgspec.Struct, frozen=True):
    """An article and its records."""

    article: Article
    records: RecordFile


def engine(made: list[Made]) -> Engine:
    return Engine({one.article.body: one.records for one in made})


def make(name: str, publisher: str | None, day: str | None, records: RecordFile) -> Made:
    """An article whose text has all the words that its records must have, each value with evidence in it."""
    words = [statement.text for statement in records.statements]
    words += [record.title for record in records.agreements]
    words += [record.as_written for record in (*records.corridors, *records.organizations)]
    version = sha256(msgspec.json.encode(records)).hexdigest()[:8]
    body = "\n".join([f"Synthetic article {name} {day}, version {version}", *words])
    for table, _, record in records.records():
        record.evidence = [
            Evidence(start=0, end=9 + len(value.field) % 7, field=value.path, rule=f"made.{table}", confidence=0.9)
            for value in values(table.removesuffix("s"), record)
        ]
    published_on = date.fromisoformat(day) if day else None
    return Made(Article(external_id=name, body=body, publisher=publisher, published_on=published_on, language="en"), records)


PUBLISHERS = ("Meridian Post", "Harbour Wire", "Upland Courier", None)
PAIRS = (("AZ", "RU"), ("AM", "AZ"), ("DE", "FR"), ("AZ", "KZ", "RU"))
CITIES = {"AZ": "Baku", "RU": "Kazan", "AM": "Gyumri", "DE": "Bonn", "FR": "Lyon", "KZ": "Aktau"}
# The same person in the spellings of different publishers; Erlan Dosmagambetov is also a namesake in another country.
PEOPLE = {
    "AZ": ("Elvar Maniyev", "Elvar Maniev", "Əlvar Maniyev"),
    "RU": ("Sergei Belyakov", "Sergey Belyakov", "Erlan Dosmagambetov"),
    "AM": ("Aram Torkosyan", "Aram Torkosian"),
    "DE": ("Jörg Halmstedt", "Jorg Halmstedt"),
    "FR": ("Odile Carvennec",),
    "KZ": ("Yerlan Dosmagambetov", "Erlan Dosmagambetov"),
}
QUOTES = (
    "We shall open the second track of the railway before the winter comes",
    "We shall open the second track of the railway before the winter comes.",
    "No bridge was ever built by waiting for the river to dry up",
    "The gas will flow when the pipe is laid and not one day sooner",
)
FIRST_DAY = date(2031, 5, 26)


@st.composite
def summits(draw: st.DrawFn, published_on: date | None, main: bool) -> Summit:
    countries = draw(st.sampled_from(PAIRS))
    host = draw(st.sampled_from(countries))
    when = draw(st.sampled_from(("day", "published", "month", "year", "none")))
    day = FIRST_DAY + timedelta(draw(st.integers(0, 9)))
    starts_on = {
        "day": day.isoformat(),
        "published": published_on.isoformat() if published_on else None,
        "month": day.isoformat()[:7],
        "year": day.isoformat()[:4],
        "none": None,
    }[when]
    gathering = draw(st.sampled_from((None, None, None, "Bay Forum")))
    return Summit(
        name=draw(st.sampled_from((None, "Bay Forum leaders meeting"))) if gathering else None,
        format=draw(st.sampled_from(("summit", "meeting", "working_visit", "state_visit", "call"))),
        status=draw(st.sampled_from(("held", "held", "planned", "cancelled"))),
        starts_on=starts_on,
        city=draw(st.sampled_from((None, CITIES[host]))),
        country=draw(st.sampled_from((None, host))),
        organization=gathering,
        countries=list(countries),
        participants=[
            Participant(
                person=draw(st.sampled_from(PEOPLE[country])),
                country=draw(st.sampled_from((country, None))),
                office=draw(st.sampled_from(("president", "prime_minister", None))),
            )
            for country in countries
            if draw(st.booleans())
        ],
        topics=draw(st.lists(st.sampled_from(("energy", "rail", "trade")), unique=True, max_size=2)),
        main=main,
    )


@st.composite
def record_files(draw: st.DrawFn, published_on: date | None) -> RecordFile:
    found = [draw(summits(published_on, i == 0)) for i in range(draw(st.integers(1, 2)))]
    if len(found) == 2 and draw(st.booleans()):
        found[1].parent = 0
    first = found[0]
    agreements = [
        Agreement(
            title=draw(st.sampled_from(("agreement on rail freight", "memorandum on rail freight", "joint statement"))),
            kind=draw(st.sampled_from(("agreement", "memorandum", "joint_statement"))),
            status=draw(st.sampled_from(("signed", "planned"))),
            date=first.starts_on,
            parties=draw(st.sampled_from((list(first.countries), []))),
            sectors=draw(st.sampled_from(([], ["rail"]))),
            amount=draw(st.sampled_from((None, 2.5e6))),
            currency="EUR",
        )
        for _ in range(draw(st.integers(0, 1)))
    ]
    statements = []
    for text in draw(st.lists(st.sampled_from(QUOTES), unique=True, max_size=2)):
        country = draw(st.sampled_from(first.countries))
        statements.append(
            Statement(
                kind="direct",
                text=text,
                speaker=draw(st.sampled_from(PEOPLE[country])),
                speaker_country=draw(st.sampled_from((country, None))),
            )
        )
    corridors = [
        Corridor(
            name="Bay Shore Railway",
            as_written="Bay Shore line",
            modes=["rail"],
            status=draw(st.sampled_from((None, "planned", "operating"))),
            capacities=[Capacity(value=draw(st.sampled_from((5, 7.5))), unit="Mt/year", kind="target")],
            cost=draw(st.sampled_from((None, 3e8))),
            currency=draw(st.sampled_from(("EUR", "USD"))),
        )
        for _ in range(draw(st.integers(0, 1)))
    ]
    organizations = [
        Organization(
            name=name,
            as_written=name,
            acronym=draw(st.sampled_from((None, "BF"))),
            relations=[
                Relation(
                    country=draw(st.sampled_from(first.countries)),
                    status=draw(st.sampled_from(("member", "observer"))),
                    modality=draw(st.sampled_from(("actual", "sought"))),
                    by=draw(st.sampled_from((None, "KZ"))),
                )
            ],
        )
        for name in draw(st.lists(st.sampled_from(("Bay Forum", "Bay forum", "Upland Union")), max_size=1))
    ]
    return RecordFile(
        summits=found, agreements=agreements, statements=statements, corridors=corridors, organizations=organizations
    )


@st.composite
def made(draw: st.DrawFn, number: int) -> Made:
    published_on = draw(st.sampled_from((None, *(FIRST_DAY + timedelta(days) for days in range(0, 12, 2)))))
    records = draw(record_files(published_on))
    publisher = draw(st.sampled_from(PUBLISHERS))
    return make(f"a{number}", publisher, published_on.isoformat() if published_on else None, records)


@st.composite
def article_sets(draw: st.DrawFn, largest: int = 7) -> list[Made]:
    """A few articles that may tell of the same things."""
    return [draw(made(number)) for number in range(draw(st.integers(2, largest)))]
