"""A sentence or a few, one meeting: how agencies tell of visits, talks and calls, and what is none. All people are invented.

`meetings.tsv`: the sentence (a pilcrow parts paragraphs), its status (`none` where it tells of no meeting, `*` where the status
is not looked at), the states, `city/country` of the place, surnames of those who take part, the first day (`-` for none); an
empty cell is not looked at.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.document import analyse
from summitdb.extract.summits import extract_summits

PARAGRAPH = "\n\n"
TABLE = Path(__file__).with_name("meetings.tsv")
with TABLE.open(encoding="utf-8", newline="") as lines:
    CASES = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"][:60])
def test_the_meeting_of_a_sentence(case: dict[str, str]) -> None:
    body = f"A synthetic sentence\n\n{case['sentence'].replace(' ¶ ', PARAGRAPH)}\n"
    found = extract_summits(analyse(make_article(body, "synthetic", published_on=date(2024, 5, 14))))
    if case["status"] == "none":
        assert found == []
        return
    assert len(found) == 1
    meeting = found[0]
    if case["status"] != "*":
        assert meeting.status == case["status"]
    if case["states"]:
        assert sorted(meeting.countries) == case["states"].split()
    if case["place"]:
        city, _, country = case["place"].partition("/")
        assert (meeting.city, meeting.country) == (city or None, country or None)
    if case["people"]:
        assert {p.person.split()[-1] for p in meeting.participants} == set(case["people"].split())
    if case["starts_on"]:
        assert (meeting.starts_on or "-") == case["starts_on"]


def test_the_headline_tells_where_the_meeting_is() -> None:
    body = (
        "Ugandan premier in Oslo for talks\n\nUgandan Prime Minister Paul Okot met Norwegian Prime Minister Liv Berg on Monday.\n"
    )
    meeting = extract_summits(analyse(make_article(body, "synthetic", published_on=date(2024, 5, 14))))[0]
    assert (meeting.city, meeting.country) == ("Oslo", "NO")


def test_each_city_of_a_tour_is_a_visit() -> None:
    body = "A synthetic sentence\n\nKenyan Foreign Minister Ann Mwende will visit Kampala, Kigali and Bujumbura next week.\n"
    visits = extract_summits(analyse(make_article(body, "synthetic", published_on=date(2024, 5, 14))))
    assert [(visit.city, visit.status) for visit in visits] == [
        ("Kampala", "planned"),
        ("Kigali", "planned"),
        ("Bujumbura", "planned"),
    ]
