"""Which two accounts may be of one summit. People are invented."""

from __future__ import annotations

import pytest

from summitdb.fold import same_summit, summit_accounts
from summitdb.fold.alike import same_place, telling_words
from summitdb.fold.stored import Stored
from summitdb.records import Participant, Summit


def account(
    file: int, *, publisher: str, published_on: str | None, people: str = "", **values: object
) -> summit_accounts.Account:
    """An account of a meeting of the states in `people`: `AZ Elvar Maniyev, RU, AM Aram Torkosyan`."""
    who = [item.split(" ", 1) for item in people.split(", ") if item]
    record = Summit(
        **{"format": "meeting", "status": "held", "main": True, **values},
        countries=list(dict.fromkeys(code for code, *_ in who)),
        participants=[Participant(person=name[0], country=code) for code, *name in who if name],
    )
    return summit_accounts.account(Stored(file, record, f"a{file}", file, 0, publisher, published_on, True, None))


DAY = {"starts_on": "2031-05-26"}
NEXT = {"starts_on": "2031-05-27"}
LEADERS = "AZ Elvar Maniyev, RU Sergei Belyakov"
ONE = [
    ("transliterations", {**DAY, "people": LEADERS}, {**DAY, "people": "AZ Elvar Maniev, RU Sergey Belyakov"}),
    ("a slip of the pen", {**DAY, "people": LEADERS}, {**DAY, "people": "AZ Elvan Maniyev, RU Sergei Belyakov"}),
    ("a title", {**DAY, "people": "SA Prince Omar bin Jasir, RU"}, {**DAY, "people": "SA Omar bin Jasir Al Karim, RU"}),
    ("one of three by another", {**DAY, "people": f"{LEADERS}, US Ann Hale"}, {**DAY, "people": f"{LEADERS}, US Bo Trask"}),
    ("a suburb", {**DAY, "people": LEADERS, "city": "Versailles"}, {**DAY, "people": LEADERS, "city": "Paris"}),
    ("a host without part", {**DAY, "people": f"{LEADERS}, CH"}, {**DAY, "people": LEADERS}),
    ("its name made of names", {**DAY, "people": LEADERS, "name": "Maniyev-Belyakov summit"}, {**DAY, "people": LEADERS}),
    (
        "two names made of what is known",
        {**DAY, "people": LEADERS, "name": "Geneva summit", "city": "Geneva"},
        {**DAY, "people": LEADERS, "name": "Russia-Azerbaijan summit"},
    ),
    ("a plan a day off", {**DAY, "people": LEADERS, "status": "planned"}, {**NEXT, "people": LEADERS}),
    ("the day it is reported", {**DAY, "people": LEADERS}, {**NEXT, "people": LEADERS, "published_on": "2031-05-27"}),
    ("an undated preview", {"people": LEADERS, "status": "planned", "published_on": "2031-05-01"}, {**DAY, "people": LEADERS}),
    (
        "a gathering by year and by number",
        {**DAY, "organization": "BRICS", "name": "16th BRICS Summit", "people": "RU, CN"},
        {**DAY, "organization": "BRICS", "name": "BRICS Summit 2031", "people": "IN"},
    ),
]
APART = [
    ("other persons", {**DAY, "people": LEADERS}, {**DAY, "people": "AZ Rashid Quliyar, RU Pavel Orlin"}),
    ("brothers", {**DAY, "people": "PL Lech Karwin, RU"}, {**DAY, "people": "PL Jarosław Karwin, RU"}),
    ("other cities", {**DAY, "people": LEADERS, "city": "Geneva"}, {**DAY, "people": LEADERS, "city": "Paris"}),
    ("a third who takes part", {**DAY, "people": f"{LEADERS}, CN Wei Dalan"}, {**DAY, "people": LEADERS}),
    ("a third, nobody being named", {**DAY, "people": "AZ, RU, CN"}, {**DAY, "people": "AZ, RU"}),
    ("held on two days", {**DAY, "people": LEADERS}, {**NEXT, "people": LEADERS}),
    ("a call", {**DAY, "people": LEADERS, "format": "call"}, {**DAY, "people": LEADERS}),
    ("two beside their gathering", {**DAY, "people": LEADERS, "organization": "BRICS"}, {**DAY, "people": LEADERS}),
    (
        "two gatherings of one organization",
        {**DAY, "organization": "BRICS", "name": "16th BRICS Summit"},
        {**DAY, "organization": "BRICS", "name": "15th BRICS Summit"},
    ),
    (
        "a preview of long before",
        {"people": LEADERS, "status": "planned", "published_on": "2031-03-01"},
        {**DAY, "people": LEADERS},
    ),
]


def linked(one: dict[str, object], other: dict[str, object]) -> bool:
    given = {"published_on": "2031-05-30"}
    a = account(1, publisher="Meridian Post", **{**given, **one})
    b = account(2, publisher="Harbour Wire", **{**given, **other})
    assert same_summit.linked(a, b) == same_summit.linked(b, a)
    return same_summit.linked(a, b)


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_summit(one, other):
    assert linked(one, other)


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_two_summits(one, other):
    assert not linked(one, other)


def test_one_publisher_tells_of_two_days():
    early = account(1, publisher="Meridian Post", published_on="2031-05-26", people=LEADERS, **DAY)
    late = account(2, publisher="Meridian Post", published_on="2031-05-27", people=LEADERS, **NEXT)
    assert not same_summit.linked(early, late)


def test_name_says_no_more_than_is_known():
    record = Summit(
        name="2031 Baku Caspian Summit of presidents", format="summit", status="held", city="Baku", countries=["AZ"], main=True
    )
    assert telling_words(record) == {"caspian", "presidents"}


def test_places_near_each_other():
    assert same_place("sentosa", "singapore")
    assert not same_place("baku", "tbilisi")
    assert same_place("nowhere", "nowhere")
    assert not same_place("nowhere", "baku")
