"""Where a reported clause begins and ends, and who it is told to be from. All people are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.document import analyse
from summitdb.extract.statements import extract_statements
from summitdb.records import Statement


def read(text: str) -> list[Statement]:
    body = "Synthetic headline\n\n" + text.replace("|", "\n\n")
    return extract_statements(analyse(make_article(body, "synthetic", published_on=date(2020, 5, 14))))


CLAUSES: list[tuple[str, list[str]]] = [
    # the subject is a capital, a parenthesis stands behind it, a participle behind a comma
    (
        "Moscow expects Chad's status to be raised, President Adan Cordillo said on Monday.",
        ["Moscow expects Chad's status to be raised"],
    ),
    (
        "The ministers of the Organization of Turkic States (OTS) met in Sheki, President Adan Cordillo said.",
        ["The ministers of the Organization of Turkic States (OTS) met in Sheki"],
    ),
    ("Adan Cordillo said China views its ties with Chad as strategic.", ["China views its ties with Chad as strategic"]),
    ("Adan Cordillo said withdrawing the decree is too little.", ["withdrawing the decree is too little"]),
    (
        "Adan Cordillo said that a free order, characterized by open lanes, is vital for the region.",
        ["a free order, characterized by open lanes, is vital for the region"],
    ),
    (
        "Adan Cordillo said Egypt, which signed a treaty with Israel, supported the demand for a withdrawal.",
        ["Egypt, which signed a treaty with Israel, supported the demand for a withdrawal"],
    ),
    # a relative clause is nothing reported
    ("President Adan Cordillo highlighted new initiatives that are strengthening the partnership.", []),
    ("President Adan Cordillo stressed the development of roads that safeguards the environment.", []),
    (
        "Adan Cordillo said he hoped to attend the meetings that will set the course.",
        ["he hoped to attend the meetings that will set the course"],
    ),
    (
        "Adan Cordillo, who has denied the subject of Timor came up, appeared to be worried by the talks.",
        ["the subject of Timor came up"],
    ),
    ("President Adan Cordillo noted the value of ensuring that it lasts.", []),
    ("Adan Cordillo recalled the promises made at that time of war.", []),
    ("President Adan Cordillo told a meeting that the road is open.", ["the road is open"]),
    ("President Adan Cordillo said at Monday's briefing that the road is open.", ["the road is open"]),
    ("The road is open again, President Adan Cordillo said speaking at a forum.", ["The road is open again"]),
    ("Speaking as the debate began in Lima, President Adan Cordillo said the road is open.", ["the road is open"]),
    (
        "President Adan Cordillo has accused Chad of unfair trade, criticised its army and left.",
        ["Chad of unfair trade"],
    ),
    # what only looks like an attribution
    ("Because Peru is far away, President Adan Cordillo proposed launching a new forum.", []),
    ("The storm was over, and while in Lima, President Adan Cordillo announced his intent to run.", []),
    # another clause with a quotation goes on behind it
    (
        'Sixty papers still had to be signed, Adan Cordillo said, and the rest was "a matter of plain readiness".',
        ["Sixty papers still had to be signed", "a matter of plain readiness"],
    ),
    ("President Adan Cordillo told a news conference on Tuesday the council had been set up.", ["the council had been set up"]),
    ("President Adan Cordillo emerged soon after to say there was no agreement.", ["there was no agreement"]),
    ("President Adan Cordillo warned against shifting the blame.", ["shifting the blame"]),
    # stance
    ("President Adan Cordillo underscored his support for an open door.", ["his support for an open door"]),
    ("President Adan Cordillo expressed that he looks forward to the visit.", ["he looks forward to the visit"]),
    ("Both leaders agreed that cooperation on energy is critical.", ["cooperation on energy is critical"]),
    ("Both leaders agreed to meet in Minsk in May.", []),
]


@pytest.mark.parametrize(("text", "clauses"), CLAUSES)
def test_clause(text: str, clauses: list[str]) -> None:
    assert [statement.text for statement in read(text)] == clauses


SPEAKERS: list[tuple[str, list[str | None]]] = [
    (
        "President Ozan Kaya plans to visit Chad in May, Ambassador Adan Cordillo said on Monday."
        '|"The visit will take place in the spring," he said.',
        ["Adan Cordillo", "Adan Cordillo"],
    ),
    ("Leader of the republic of Transnistria Adan Cordillo said on Monday he is worried.", ["Adan Cordillo"]),
]


STATES: list[tuple[str, list[str | None]]] = [
    (
        "A spokesman for President Ozan Kaya of Turkey said the talks had failed.|The spokesman said they would resume.",
        ["TR", "TR"],
    ),
    ("A Turkish army spokesman said the road was shut.|He said the bridge would open soon.", ["TR", "TR"]),
    ("Chad and Mali underscore that the war must end.", [None]),
]


@pytest.mark.parametrize(("text", "countries"), STATES)
def test_state_of_a_speaker_without_a_name(text: str, countries: list[str | None]) -> None:
    assert [(statement.speaker, statement.speaker_country) for statement in read(text)] == [(None, code) for code in countries]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_speaker(text: str, speakers: list[str | None]) -> None:
    assert [statement.speaker for statement in read(text)] == speakers
