"""Agendas: what each meeting of an article was about. All sentences and people are invented."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.engine import extract
from summitdb.extract.topics import WIDER, _words
from summitdb.records import Topic

MET = "Chilean President Ana Soto met Peruvian President Luis Paz in Lima on Monday. "


def topics(text: str) -> list[set[str]]:
    """The topics of the meetings of a text, the one it is about first."""
    record = extract(make_article(text, "synthetic", published_on=date(2024, 5, 15)))
    return [set(summit.topics) for summit in record.summits]


# What is said of the meeting behind `MET`, with the topics that it must and those that it must not give.
SAID = [
    ("They discussed fishing quotas and the return of refugees.", {"fisheries", "migration"}, {"security"}),
    ("The two leaders discussed cooperation in energy, mining and agriculture.", {"energy", "mining", "agriculture"}, set()),
    ("Fishing rights and extradition were discussed, a spokesman said.", {"fisheries", "justice"}, set()),
    ("They discussed defence and security.", {"defence", "security"}, set()),
    ("They discussed cross-border trade.", {"trade"}, set()),
    ("The two sides exchanged views on visa-free travel.", {"migration"}, set()),
    ("They signed a memorandum on nuclear power plants.", {"nuclear_energy"}, set()),
    ("The agenda of the talks included water sharing, visas and tourism.", {"water", "migration", "tourism"}, set()),
    ("Transit, customs procedures and vaccines were on the agenda.", {"customs", "healthcare"}, set()),
    ("The talks focused on border security and human trafficking.", {"border", "law_enforcement"}, set()),
    ("They agreed to cooperate in the fields of education, culture and sport.", {"education", "culture", "sport"}, set()),
    ("Both voiced readiness to widen co-operation in the banking and mining sectors.", {"banking", "mining"}, set()),
    ("The main topics of discussion were climate, free trade and migration.", {"climate", "trade", "migration"}, set()),
    ("The leaders also touched upon the peace process in Sudan.", {"peace_process"}, set()),
    ("A memorandum on fisheries was signed.", {"fisheries"}, set()),
    ("Soto, whose father was a banker, collects stamps.", set(), {"banking", "culture"}),
    ("They discussed tourism. The oil minister and the agriculture minister were there.", {"tourism"}, {"oil", "agriculture"}),
    ("Both men arrived by helicopter and drank tea.", set(), {"agriculture", "aviation"}),
]


@pytest.mark.parametrize(("said", "must", "never"), SAID)
def test_topics_of_the_meeting(said: str, must: set[str], never: set[str]) -> None:
    found = topics(MET + said)[0]
    assert must <= found
    assert not never & found


def test_meeting_recalled_has_no_topics_of_the_article() -> None:
    text = MET + (
        "They discussed fishing quotas in the Pacific and signed a fisheries agreement.\n\n"
        "In March Soto visited Bolivia for talks with President Omar Vaca."
    )
    first, *others = topics(text)
    assert "fisheries" in first
    assert others and not any(others)


def test_meeting_recalled_keeps_what_it_was_on() -> None:
    text = MET + "They discussed fishing quotas.\n\nPaz met Ecuadorean President Omar Vaca in March for talks on border trade."
    assert any("border" in found and "fisheries" not in found for found in topics(text)[1:])


def test_article_on_one_topic_gives_it_to_all_its_meetings() -> None:
    text = (
        "Gas pipeline talks resume\n\n" + MET + "They discussed the gas pipeline and the price of gas.\n\n"
        "Gas deliveries stopped in April and the gas pipeline has been empty since. "
        "Paz will visit Brazil in June for talks with President Vera Dias, officials said."
    )
    first, second, *_ = topics(text)
    assert "gas" in first and second == {"gas"}


def test_state_tells_of_a_meeting_only_once_that_is_told() -> None:
    text = MET + (
        "They discussed the refugees from Bolivia.\n\nRefugees have left Bolivia since April.\n\n"
        "On Tuesday Soto will receive Bolivian President Omar Vaca for talks on fishing in Santiago."
    )
    first, second = topics(text)
    assert "migration" in first and "fisheries" not in first
    assert "fisheries" in second


def test_ministers_meet_on_their_fields() -> None:
    text = "Chilean Defence Minister Ana Soto met her Peruvian counterpart Luis Paz in Lima on Monday."
    assert topics(text) == [{"defence"}]


def test_what_is_told_goes_before_the_fields_of_ministers() -> None:
    text = "Chilean Defence Minister Ana Soto and her Peruvian counterpart Luis Paz discussed fishing in Lima on Monday."
    assert topics(text) == [{"fisheries"}]


def test_each_of_several_meetings_has_its_own_topics() -> None:
    text = (
        "Chilean President Ana Soto met Peruvian President Luis Paz in Lima on Monday. "
        "They discussed fishing quotas and fisheries protection.\n\n"
        "On Tuesday Soto held talks in La Paz with Bolivian President Omar Vaca. "
        "The two discussed natural gas supplies and a gas pipeline."
    )
    first, second = topics(text)
    assert "fisheries" in first and "gas" not in first
    assert "gas" in second and "fisheries" not in second


def test_narrow_field_tells_of_the_wider_one() -> None:
    assert ("energy", WIDER["gas"][1]) in _words()["gas pipeline"]


def test_words_have_known_topics() -> None:
    known = set(get_args(Topic))
    assert {topic for meanings in _words().values() for topic, _ in meanings} <= known
