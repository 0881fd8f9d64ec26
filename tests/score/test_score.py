"""Agreement of two codings."""

from __future__ import annotations

from typing import Any

import pytest

from summitdb.records import (
    Agreement,
    Capacity,
    Corridor,
    Organization,
    Participant,
    RecordFile,
    Statement,
    Summit,
)
from summitdb.score.agreement import agreement, cohens_kappa, compare
from summitdb.score.matching import dates_agree, same_person


def coding(**changes: Any) -> RecordFile:
    records: dict[str, Any] = {
        "summits": [Summit(countries=["AZ", "RU"], city="Baku", starts_on="2024-08-19", topics=["gas", "rail"])],
        "agreements": [Agreement(title="package on healthcare", kind="package", parties=["AZ", "RU"])],
        "statements": [Statement(kind="direct", text="We talked about the railway at length", speaker="Ana Vell")],
        "corridors": [
            Corridor(
                name="North-South",
                as_written="North-South corridor",
                capacities=[Capacity(value=15, unit="Mt/year", kind="current")],
            )
        ],
        "organizations": [Organization(name="Shanghai Cooperation Organization", as_written="SCO", acronym="SCO")],
    }
    return RecordFile(**(records | changes))


def line(name: str, gold: RecordFile, predicted: RecordFile) -> Any:
    return {line.name: line for line in agreement([compare(gold, predicted)])}[name]


def test_a_coding_agrees_wholly_with_itself() -> None:
    for found in agreement([compare(coding(), coding())]):
        assert (found.f1, found.low, found.high) == (1, 1, 1), found.name


def test_nothing_found_is_no_recall() -> None:
    found = line("statements", coding(), coding(statements=[]))
    assert (found.recall, found.f1, found.gold) == (0, 0, 1)


def test_an_extra_record_costs_precision_only() -> None:
    more = [*coding().statements, Statement(kind="direct", text="Something else that nobody coded")]
    found = line("statements", coding(), coding(statements=more))
    assert (found.precision, found.recall) == (0.5, 1)


def test_optional_gold_may_be_missed_or_found() -> None:
    passing = Summit(countries=["AM", "GE"], city="Tbilisi", main=False)
    gold = coding(summits=[*coding().summits, passing])
    assert line("summits", gold, coding()).f1 == 1
    assert line("summits", gold, gold).f1 == 1


def test_each_record_is_paired_once_and_with_the_likest() -> None:
    gold = [Statement(kind="direct", text="one two three four"), Statement(kind="direct", text="one two three five")]
    predicted = [
        Statement(kind="direct", text="one two three five"),
        Statement(kind="direct", text="one two three four"),
    ]
    comparison = compare(RecordFile(statements=gold), RecordFile(statements=predicted))
    assert comparison.counts["statements"] == (2, 2, 2)
    assert not comparison.missed
    assert not comparison.extra


def test_slots_compare_matched_records_only() -> None:
    changed = [Summit(countries=["AZ", "RU"], city="Ganja", starts_on="2024-08", topics=["gas"])]
    lines = {line.name: line for line in agreement([compare(coding(), coding(summits=changed))])}
    assert lines["summit.starts_on"].f1 == 1
    assert lines["summit.city"].f1 == 0
    assert lines["summit.topics"].recall == 0.5


def test_missed_and_extra_records_are_named() -> None:
    comparison = compare(coding(), coding(organizations=[Organization(name="BRICS", as_written="BRICS")]))
    assert [(table, record.name) for table, record in comparison.missed] == [
        ("organizations", "Shanghai Cooperation Organization")
    ]
    assert [table for table, _ in comparison.extra] == ["organizations"]


def test_intervals_hold_the_value_and_repeat() -> None:
    comparisons = [compare(coding(), coding())] * 6 + [compare(coding(), coding(summits=[]))] * 3
    first, second = agreement(comparisons), agreement(comparisons)
    assert first == second
    summits = {line.name: line for line in first}["summits"]
    assert summits.low < summits.f1 < summits.high


def test_kappa_follows_cohens_own_arithmetic() -> None:
    labels = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert cohens_kappa(labels) == pytest.approx(0.4)
    assert cohens_kappa([("held", "held")] * 3) is None
    assert cohens_kappa([]) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Xi", "Xi Jinping", True),
        ("Ilham Əliyev", "Ilham Eliyev", False),
        ("Tarja Orrin", "T. Orrin", True),
        ("Tarja Orrin", "Tarja Ollin", False),
        (None, "Tarja Orrin", False),
    ],
)
def test_same_person(one: str | None, other: str | None, same: bool) -> None:
    assert same_person(one, other) is same


def test_dates_agree_when_one_contains_the_other() -> None:
    assert dates_agree("2024-08", "2024-08-19")
    assert not dates_agree("2024-08-18", "2024-08-19")
    assert not dates_agree(None, "2024")


def test_participants_count_by_person() -> None:
    people = [Participant(person="Tarja Orrin"), Participant(person="Ivo Brandt")]
    gold = coding(summits=[Summit(countries=["AZ", "RU"], city="Baku", participants=people)])
    predicted = coding(summits=[Summit(countries=["AZ", "RU"], city="Baku", participants=people[:1])])
    assert line("summit.participants", gold, predicted).recall == 0.5
