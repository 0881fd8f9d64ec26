"""Corridors: which are named or described, through which states, what they carry. Synthetic sentences."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.engine import extract
from summitdb.records import Corridor

DAY = date(2020, 5, 14)


def read(text: str) -> list[Corridor]:
    return extract(make_article(text, "synthetic", published_on=DAY)).corridors


def brief(record: Corridor) -> str:
    """The record as "modes countries figures": "pipeline IQ,TR 43 km current"."""
    figures = "; ".join(f"{c.value:g} {c.unit} {c.kind}" for c in record.capacities)
    return f"{','.join(record.modes) or '-'} {','.join(sorted(record.countries)) or '-'} {figures}".strip()


# Each text with its corridors: modes, countries in alphabetical order, figures in the order of the text.
CORRIDORS = [
    ("Iraq and Turkey agreed to build an oil pipeline from Kirkuk to Ceyhan.", ["pipeline IQ,TR"]),
    ("The ministers of Georgia and Armenia opened a new railway linking Tbilisi and Yerevan on Monday.", ["rail AM,GE"]),
    (
        "A 43-km gas link between Bulgaria and Serbia was inaugurated, with an annual capacity of 1.8 billion cubic metres.",
        ["pipeline BG,RS 43 km current; 1.8 bcm/year current"],
    ),
    ("The presidents of Kenya and Tanzania inaugurated a 400-kilovolt line between Isinya and Singida.", ["grid KE,TZ"]),
    (
        "The pipeline, which runs from Turkmenistan through Afghanistan to Pakistan, will carry 33 bcm of gas a year.",
        ["pipeline AF,PK,TM 33 bcm/year target"],
    ),
    (
        "The capacity of the Baku-Supsa pipeline will be raised from 5 to 10 million tonnes per year by 2027.",
        ["pipeline AZ,GE 5 Mt/year current; 10 Mt/year target"],
    ),
    (
        "The Middle Corridor handled 2.8 mln tonnes of cargo last year and is expected to reach 10 million tonnes.",
        ["- - 2.8 Mt/year current; 10 Mt/year target"],
    ),
    (
        "The annual capacity of the Baku-Tbilisi-Kars railway, now 1 million tons, would be brought to 5 million tons.",
        ["rail AZ,GE,TR 1 Mt/year current; 5 Mt/year target"],
    ),
    (
        "The China-Kyrgyzstan-Uzbekistan railway, 523 km long, will carry up to 15 million tons of cargo a year once completed.",
        ["rail CN,KG,UZ 523 km target; 15 Mt/year target"],
    ),
    (
        "The 1,100 MW subsea cable linking Israel, Cyprus and Greece would be the longest in the world.",
        ["cable CY,GR,IL 1100 MW target"],
    ),
    (
        "Egypt and Saudi Arabia signed contracts for a 3,000 MW electricity interconnection.",
        ["grid EG,SA 3000 MW target"],
    ),
    (
        "Mongolia and China are connected by a single railway line, which carries 20 million tons of coal a year.",
        ["rail CN,MN 20 Mt/year current"],
    ),
    (
        "Uganda and Tanzania plan a 1,443-km heated pipeline from Uganda's oilfields to the Tanzanian port of Tanga.",
        ["pipeline TZ,UG 1443 km target"],
    ),
    ("The train service linking Hanoi and Nanning was suspended.", ["rail CN,VN"]),
    ("A ferry service between Doha and Manama will be launched, Qatar and Bahrain said.", ["sea BH,QA"]),
    (
        "CASA-1000, a power line that will carry 1,300 megawatts from Kyrgyzstan and Tajikistan to Afghanistan and Pakistan.",
        ["grid AF,KG,PK,TJ 1300 MW target"],
    ),
    (
        "Latvia and Estonia discussed the Riga-Tartu railway. The 250-km line will carry 4 million tonnes of goods a year.",
        ["rail EE,LV 250 km target; 4 Mt/year target"],
    ),
    (
        "The Kars-Nakhchivan railway, the Turkish part of the Zangezur corridor, is being built.",
        ["rail AZ,TR", "rail AZ,TR"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CORRIDORS, ids=[text[:40] for text, _ in CORRIDORS])
def test_corridor_with_states_and_figures(text: str, expected: list[str]) -> None:
    assert [brief(record) for record in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Residents complained about the state of the road linking Lagos and Ibadan, the governor said.",
        "Police closed the Golden Valley Bridge after an accident on Tuesday.",
        "The British prime minister said lines of communication with Moscow remained open.",
        "He hit the ball down the line and the party line was clear.",
        "Humanitarian corridors were opened for civilians leaving the city.",
        "The leaders stressed people-to-people connections between their countries.",
        "Railway workers in Italy and Spain went on strike.",
        "Georgian Railway will sign an agreement with Azerbaijan.",
        "The ministers of Chad and Niger met at the railway station.",
        "The CPC delegation spoke of the work of its party committees.",
        "IPSA wants members of parliament to hire nobody of their family.",
    ],
)
def test_no_corridor(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Kars-Nakhchivan railway is under construction.", "under_construction"),
        ("Iran proposed a railway from Mashhad to Herat in Afghanistan.", "proposed"),
        ("The Baku-Tbilisi-Kars railway was inaugurated on Monday.", "operating"),
        ("A feasibility study for a railway between Ghana and Burkina Faso is planned.", "planned"),
        ("Work on the modernisation of the Baku-Tbilisi-Kars railway goes on.", "modernising"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [record.status for record in read(text)] == [status]


def test_cost_and_completion() -> None:
    (record,) = read("The Kars-Nakhchivan railway will be built at a cost of $2 billion and is due to be completed in 2026.")
    assert (record.cost, record.currency, record.completes_on) == (2e9, "USD", "2026")


def test_every_value_is_cited() -> None:
    (record,) = read(CORRIDORS[2][0])
    cited = {evidence.field for evidence in record.evidence}
    assert {"name", "as_written", "modes/0", "countries/0", "countries/1", "capacities/0", "capacities/1"} <= cited
