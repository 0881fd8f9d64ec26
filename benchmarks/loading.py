"""How long loading 100 articles takes into a small database and into a large one, as a ratio. Synthetic articles about invented
people; extraction is left out: it takes the same time for both. `--full` compares 1,000 with 100,000 articles."""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import msgspec

import summitdb.load
from summitdb.articles.model import Article
from summitdb.fold.mention import values
from summitdb.load import load_articles
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
from summitdb.store.connect import connect

SMALL, LARGE, FULL = 1_000, 10_000, 100_000
ADDED, ROUNDS = 100, 5
BATCH = 2_000  # while the databases are filled
ARTICLES_A_DAY = 20
STATES = [
    "AZ", "RU", "AM", "GE", "TR", "IR", "KZ", "UZ", "TM", "KG", "CN", "IN", "PK", "DE", "FR", "GB", "IT", "PL",
    "US", "CA", "JP", "KR", "EG", "SA", "AE", "BR", "ZA", "NG", "KE", "ET",
]  # fmt: skip
SYLLABLES = ["bar", "dol", "fen", "gar", "hul", "jor", "kam", "lin", "mor", "nat", "pel", "ras", "sul", "tor", "vin", "zar"]
WORDS = [f"{a}{b}{c}" for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
FIRST_DAY = date(2000, 1, 1)


class Engine:
    """Makes the records of an article from the number in its text."""

    name, version = "synthetic", "1"

    def extract(self, article: Article, *, reference: date | None = None) -> RecordFile:
        number = int(article.external_id)
        chance = random.Random(number)
        published_on = article.published_on or FIRST_DAY
        two = sorted(chance.choices(STATES, [1 / (i + 1) for i in range(len(STATES))], k=2))
        countries = two if two[0] != two[1] else [two[0], "MN"]
        day = published_on - timedelta(chance.choice((0, 0, 1, 2)))
        when = chance.choice((day.isoformat(), day.isoformat(), day.isoformat()[:7], None))
        gathering = f"{_name(chance, 40)} Forum" if chance.random() < 0.15 else None
        people = [Participant(person=f"{code} {_person(code, chance)}", country=code, office="president") for code in countries]
        status = "planned" if chance.random() < 0.2 else "held"
        summit = Summit(
            format="meeting", status=status, starts_on=when, organization=gathering, countries=countries,
            participants=people, topics=chance.sample(["energy", "rail", "trade"], 2), main=True,
        )  # fmt: skip
        said = Statement(kind="direct", text=_quoted(number), speaker=people[0].person, speaker_country=countries[0])
        signed = Agreement(title=_title(number), kind="agreement", status="signed", date=when, parties=countries)
        corridor = Corridor(
            name=f"{_name(chance, 200)} Railway", as_written="railway", modes=["rail"],
            capacities=[Capacity(value=chance.randint(1, 9), unit="Mt/year", kind="target")],
        )  # fmt: skip
        organization = Organization(
            name=f"{_name(chance, 40)} Forum", as_written="forum",
            relations=[Relation(country=countries[0], status="member", modality="actual")],
        )  # fmt: skip
        file = RecordFile(
            summits=[summit], statements=[said], agreements=[signed] if chance.random() < 0.4 else [],
            corridors=[corridor] if chance.random() < 0.3 else [],
            organizations=[organization] if chance.random() < 0.3 else [],
        )  # fmt: skip
        for table, _, record in file.records():
            record.evidence = [
                Evidence(start=0, end=9, field=value.path, rule="synthetic", confidence=0.9)
                for value in values(table.removesuffix("s"), record)
            ]
        return msgspec.convert(msgspec.to_builtins(file), RecordFile)


def _name(chance: random.Random, count: int) -> str:
    other = random.Random(int(count * chance.random() ** 2))
    return "".join(other.choices(SYLLABLES, k=3)).capitalize()


def _person(code: str, chance: random.Random) -> str:
    other = random.Random(f"{code}{int(3 * chance.random() ** 3)}")
    return " ".join("".join(other.choices(SYLLABLES, k=2)).capitalize() for _ in range(2))


def _quoted(number: int) -> str:
    return " ".join(random.Random(number).choices(WORDS, k=12))


def _title(number: int) -> str:
    return f"agreement on {random.Random(number).choice(WORDS)}"


def article(number: int, days: int) -> Article:
    """The synthetic article of this number, published within so many days. All words that its records quote are in its text."""
    published_on = FIRST_DAY + timedelta(random.Random(-number).randrange(days))
    body = f"Synthetic article {number}. {_quoted(number)}. {_title(number)}. railway. forum."
    return Article(
        external_id=str(number), body=body, publisher=f"Publisher {number % 12}", published_on=published_on, language="en"
    )


def measure(folder: Path, size: int) -> float:
    """Fill a database with `size` articles; the median number of seconds in which it takes in 100 more."""
    engine = connect(str(folder / f"{size}.db"))
    days = size // ARTICLES_A_DAY
    summitdb.load.BATCH, usual = BATCH, summitdb.load.BATCH
    started = time.perf_counter()
    load_articles((article(number, days) for number in range(size)), engine, engine=Engine())
    summitdb.load.BATCH = usual
    filled = time.perf_counter() - started
    seconds = []
    for turn in range(ROUNDS):
        numbers = range(size + turn * ADDED, size + (turn + 1) * ADDED)
        started = time.process_time()
        load_articles((article(number, days) for number in numbers), engine, engine=Engine())
        seconds.append(time.process_time() - started)
    engine.dispose()
    median = statistics.median(seconds)
    print(f"  {size:>7,} articles (filled in {filled:.0f} s): 100 more in {median:.2f} s of CPU", flush=True)
    return median


def main() -> None:
    sizes = (SMALL, FULL) if "--full" in sys.argv else (SMALL, LARGE)
    with tempfile.TemporaryDirectory() as folder:
        small, large = (measure(Path(folder), size) for size in sizes)
    print(f"  ratio {large / small:.2f}")


if __name__ == "__main__":
    main()
