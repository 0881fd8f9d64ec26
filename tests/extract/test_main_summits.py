"""Which of its meetings an article is about. People are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.model import Article
from summitdb.extract.engines import get_engine

TEXTS = [
    (
        "what is recalled while another is planned",
        "French President Odile Carvennec will meet German Chancellor Jorg Halmstedt in Bonn on June 12.\n\n"
        "Carvennec and Italian President Aldo Ferrante held a meeting in Rome on June 8.",
        ["2031-06-12"],
    ),
    (
        "what was weeks ago",
        "French President Odile Carvennec met German Chancellor Jorg Halmstedt in Bonn on Monday.\n\n"
        "Carvennec met Italian President Aldo Ferrante in Rome on May 12.",
        ["2031-06-09"],
    ),
    (
        "two of one day",
        "French President Odile Carvennec met German Chancellor Jorg Halmstedt in Bonn on Monday.\n\n"
        "Carvennec also met Italian President Aldo Ferrante in Bonn on Monday.",
        ["2031-06-09", "2031-06-09"],
    ),
]


@pytest.mark.parametrize(("body", "days"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_main_meetings(body, days):
    article = Article(external_id="a", body=body, published_on=date(2031, 6, 10), language="en")
    file = get_engine("rules").extract(article)
    assert [summit.starts_on for summit in file.summits if summit.main] == days


def test_a_visit_and_its_talks_are_one():
    body = (
        "French President Odile Carvennec will pay a state visit to Germany on June 11 and 12, the palace said on Tuesday.\n\n"
        "Carvennec and German President Jorg Halmstedt are to hold talks in Berlin on Thursday, June 12."
    )
    article = Article(external_id="a", body=body, published_on=date(2031, 6, 10), language="en")
    [visit] = get_engine("rules").extract(article).summits
    assert (visit.format, visit.starts_on, visit.ends_on, visit.city) == ("state_visit", "2031-06-11", "2031-06-12", "Berlin")
