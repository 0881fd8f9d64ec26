"""Synthetic articles about invented people, spread over countries, gatherings and years the way a large collection is: ten
articles a day, a few countries in many of them, two articles on each event, previews and reports dated more or less vaguely."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import msgspec

from summitdb.articles.model import Article
from summitdb.fold.mention import values
from summitdb.gazetteer.tables import cities, countries
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

ARTICLES_A_DAY, EVENTS_A_DAY = 10, 5
FIRST_DAY = date(1995, 1, 1)
PUBLISHERS = 40
TERM = 1_800  # days that an office is held
SYLLABLES = ["bar", "dol", "fen", "gar", "hul", "jor", "kam", "lin", "mor", "nat", "pel", "ras", "sul", "tor", "vin", "zar"]


class World:
    """All that the synthetic articles of so many days tell of. Also the engine that gives the records of an article, from the
    number in its name."""

    name, version = "synthetic", "1"

    def __init__(self, days: int) -> None:
        self.days = days

    def article(self, number: int) -> Article:
        """The article of this number. All words that its records quote are in its text."""
        file, published_on = self._tell(number)
        words = [statement.text for statement in file.statements]
        words += [record.title for record in file.agreements]
        words += [record.as_written for record in (*file.corridors, *file.organizations)]
        body = "\n".join([f"Synthetic article {number}", *words])
        publisher = f"Publisher {number % PUBLISHERS}"
        return Article(external_id=str(number), body=body, publisher=publisher, published_on=published_on, language="en")

    def extract(self, article: Article, *, reference: date | None = None) -> RecordFile:
        file, _ = self._tell(int(article.external_id))
        for table, _, record in file.records():
            record.evidence = [
                Evidence(start=0, end=9, field=value.path, rule="synthetic", confidence=0.9)
                for value in values(table.removesuffix("s"), record)
            ]
        return msgspec.convert(msgspec.to_builtins(file), RecordFile)

    def _tell(self, number: int) -> tuple[RecordFile, date]:
        """The records of an article, and the day on which it appeared."""
        chance = random.Random(number)
        event = chance.randrange(self.days * EVENTS_A_DAY)
        held = self._held(event)
        ahead = chance.random() < 0.2
        published_on = held + timedelta(-chance.choice((1, 2, 3, 7, 20)) if ahead else chance.choice((0, 0, 0, 1, 1, 2)))
        main = self._summit(event, chance, _vaguely(held, chance.choices((10, 7, 4, 0), (60, 10, 5, 25))[0]))
        main.status = "planned" if ahead else "held"
        summits = [main]
        if chance.random() < 0.4:  # looking back at another meeting of the same states
            earlier = _vaguely(published_on - timedelta(chance.randrange(30, 2_000)), chance.choice((10, 7, 4, 0)))
            summits.append(Summit(format="meeting", status="held", starts_on=earlier, countries=main.countries, main=False))
        speaker = (main.participants or [Participant(person=_person("XX", "president", 0), country=None)])[0]
        quoted = [_words(f"quote {number} {i}", 14) for i in range(chance.randrange(3))]
        quoted += [_words(f"quote of {event}", 14)] if chance.random() < 0.2 else []
        said = [Statement(kind="direct", text=text, speaker=speaker.person, speaker_country=speaker.country) for text in quoted]
        title = f"agreement on {_words(f'title {event}', 3)}"
        signed = Agreement(title=title, kind="agreement", status="signed", date=main.starts_on, parties=main.countries)
        corridor = Corridor(
            name=f"{_words(f'corridor {_rank(chance, 300)}', 2).title()} Railway",
            as_written="railway",
            modes=["rail"],
            capacities=[Capacity(value=chance.randint(1, 9), unit="Mt/year", kind="target")],
        )
        named = {_organization(_rank(chance, 80)) for _ in range(chance.randrange(4))}
        organizations = [Organization(name=name, as_written=name) for name in sorted(named)]
        for organization in organizations[:1]:
            organization.relations = [Relation(country=main.countries[0], status="member", modality="actual")]
        file = RecordFile(
            summits=summits,
            statements=said,
            agreements=[signed] if len(main.countries) == 2 and chance.random() < 0.4 else [],
            corridors=[corridor] if chance.random() < 0.1 else [],
            organizations=organizations,
        )
        return file, published_on

    def _held(self, event: int) -> date:
        return FIRST_DAY + timedelta(random.Random(f"day of {event}").randrange(self.days))

    def _summit(self, event: int, teller: random.Random, starts_on: str | None) -> Summit:
        """What one article tells of an event."""
        chance = random.Random(f"event {event}")
        gathering = _organization(_rank(chance, 80)) if chance.random() < 0.15 else None
        taking_part = _states(chance, chance.randrange(3, 9) if gathering else 2)
        office = chance.choice(("president", "president", "foreign_minister"))
        term = (self._held(event) - FIRST_DAY).days // TERM
        people = [Participant(person=_person(code, office, term), country=code, office=office) for code in taking_part]
        called = not gathering and chance.random() < 0.2
        city = chance.choice(_largest_cities().get(taking_part[0], [None]))
        return Summit(
            format="call" if called else "meeting",
            status="held",
            starts_on=starts_on,
            city=(where := city if teller.random() < 0.6 and not called else None),
            country=taking_part[0] if where else None,
            organization=gathering,
            countries=taking_part,
            participants=[person for person in people[:4] if teller.random() < 0.8],
            topics=chance.sample(["energy", "rail", "trade"], 2),
            main=True,
        )


def _vaguely(day: date, length: int) -> str | None:
    return day.isoformat()[:length] or None


def _rank(chance: random.Random, count: int) -> int:
    """A number below `count`; low ones are many times as frequent as high ones."""
    return int(count ** chance.random()) - 1


@cache
def _codes() -> Sequence[str]:
    codes = sorted(countries())
    random.Random("countries").shuffle(codes)
    return codes


@cache
def _largest_cities() -> dict[str, list[str]]:
    """The two largest cities of each country."""
    found: dict[str, list[str]] = {}
    for city in sorted(cities(), key=lambda city: (-city.population, city.name)):
        if len(found.setdefault(city.code, [])) < 2:
            found[city.code].append(city.name)
    return found


def _states(chance: random.Random, count: int) -> list[str]:
    found: set[str] = set()
    while len(found) < count:
        found.add(_codes()[_rank(chance, len(_codes()))])
    return sorted(found)


def _words(seed: str, count: int) -> str:
    other = random.Random(seed)
    return " ".join("".join(other.choices(SYLLABLES, k=3)) for _ in range(count))


@cache
def _person(code: str, office: str, term: int) -> str:
    return _words(f"{code} {office} {term}", 2).title()


@cache
def _organization(rank: int) -> str:
    return f"{_words(f'organization {rank}', 1).title()} Forum"
