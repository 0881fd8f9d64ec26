"""Named reports."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

import pytest
import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.query.chart import MOST_BARS, Chart, draw
from summitdb.query.filters import Filters
from summitdb.query.reports.catalogue import CATALOGUE, run_report
from summitdb.query.rows import Rows

EVERY_FILTER = {
    "countries": ("FI", "HR"),
    "person": "Orrin",
    "organization": "NF",
    "since": "2020",
    "until": "2030",
    "topics": ("rail",),
    "city": "Split",
    "status": "held",
    "text": "x",
}


@pytest.mark.parametrize("name", list(CATALOGUE))
def test_every_report_runs_bare_and_with_each_filter_it_takes(world: sa.Connection, name: str) -> None:
    report = CATALOGUE[name]
    needed: dict[str, Any] = {need: EVERY_FILTER[need] for need in report.needs}
    rows = run_report(world, name, Filters(**needed))
    assert len(rows.columns) == len(set(rows.columns))
    for taken in report.takes:
        run_report(world, name, Filters(**(needed | {taken: EVERY_FILTER[taken]})))
    if report.chart:
        chart = report.chart
        assert {chart.label, chart.value or chart.label, chart.series or chart.label} <= set(rows.columns)


def only(world: sa.Connection, name: str, **filters: Any) -> dict[str, Any]:
    [row] = run_report(world, name, Filters(**filters)).dicts()
    return row


def test_meetings_by_year_and_country(world: sa.Connection) -> None:
    rows = {(row["year"], row["country"]): row for row in run_report(world, "meetings").dicts()}
    assert rows["2024", "FI"]["held"] == 1
    assert (rows["2025", "SE"]["held"], rows["2025", "SE"]["planned"]) == (0, 1)
    assert only(world, "meetings", countries=("SE",))["country"] == "SE"


def test_who_met_whom_names_a_pair_once_and_the_person_asked_for_first(world: sa.Connection) -> None:
    pair = only(world, "who-met-whom")
    assert (pair["person"], pair["met"], pair["meetings"]) == ("Ivo Brandt", "Tarja Örrin", 1)
    asked = only(world, "who-met-whom", person="Orrin")
    assert (asked["person"], asked["met"], asked["last_city"], asked["first"]) == (
        "Tarja Örrin", "Ivo Brandt", "Split", "2024-05-06",
    )  # fmt: skip


def test_who_met_whom_from_the_side_of_a_country(world: sa.Connection) -> None:
    assert only(world, "who-met-whom", countries=("FI",))["person"] == "Tarja Örrin"
    assert only(world, "who-met-whom", countries=("HR",))["person"] == "Ivo Brandt"
    assert only(world, "who-met-whom", countries=("FI", "HR"))["person"] == "Ivo Brandt"
    assert only(world, "country-pairs", countries=("HR",))["country"] == "HR"


def test_agreements_by_sector(world: sa.Connection) -> None:
    rows = list(run_report(world, "agreements-by-sector").dicts())
    assert [(row["sector"], row["done"], row["documents_in_packages"]) for row in rows] == [
        ("rail", 1, 3),
        ("trade", 1, 3),
    ]


def test_what_a_person_said_whole(world: sa.Connection) -> None:
    assert only(world, "said", person="Orrin")["text"] == "We will double the traffic of the railway by 2030,"


def test_capacities_with_their_rise(world: sa.Connection) -> None:
    row = only(world, "capacities")
    assert (row["current"], row["target"], row["unit"], row["rise_percent"]) == (15, 30, "Mt/year", 100)


def test_standing(world: sa.Connection) -> None:
    row = only(world, "standing", countries=("Croatia",))
    assert (row["status"], row["modality"], row["by"], row["articles"]) == ("observer", "sought", "FI", 1)


@pytest.mark.parametrize(
    ("name", "filters", "message", "hint"),
    [
        ("meetngs", {}, "no report 'meetngs'", "did you mean meetings?"),
        ("whomet", {}, "no report 'whomet'", "did you mean who-met-whom?"),
        ("said", {}, "report said needs --person", ""),
        ("standing", {"city": "Split"}, "report standing does not take --city", "--country"),
    ],
)
def test_wrong_use_is_explained(world: sa.Connection, name: str, filters: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        run_report(world, name, Filters(**filters))
    assert caught.value.message == message
    assert hint in (caught.value.hint or "")


def texts(svg: str) -> list[str]:
    return [found.text or "" for found in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_bars_are_as_long_as_their_values() -> None:
    rows = Rows(("year", "n"), [("2023", 2), ("2024", 4), (None, 9)])
    svg = draw(Chart("bars", "year", "n"), rows, "A & B")
    _, *bars = ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}rect")
    widths = [float(bar.attrib["width"]) for bar in bars]
    assert widths[1] == pytest.approx(2 * widths[0], abs=0.2)
    assert texts(svg) == ["A & B", "2023", "2", "2024", "4"]


def test_years_are_drawn_from_first_to_last() -> None:
    rows = Rows(("country", "year", "n"), [("A", 2023, 9), ("A", 1975, 1), ("A", 2015, 5)])
    assert texts(draw(Chart("bars", "country", "n", "year"), rows, "t"))[1:4] == ["1975", "2015", "2023"]


def test_many_series_are_summed_up_and_many_bars_cut() -> None:
    rows = Rows(("label", "n", "series"), [(f"l{i:03}", 1, f"s{i % 20}") for i in range(100)])
    shown = texts(draw(Chart("bars", "label", "n", "series"), rows, "t"))
    assert "other" in shown
    assert sum(text.startswith("l") for text in shown) == MOST_BARS
    assert f"{MOST_BARS} of 100" in shown[0]


def test_a_matrix_has_a_field_for_each_pair() -> None:
    rows = Rows(("a", "n", "b"), [("FI", 3, "HR"), ("FI", 1, "SE")])
    svg = draw(Chart("matrix", "a", "n", "b"), rows, "t")
    assert len(list(ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}rect"))) == 1 + 9
    assert "<title>FI, HR: 3</title>" in svg


def test_no_rows_make_an_empty_picture() -> None:
    assert "no rows" in texts(draw(Chart("bars", "a", "n"), Rows(("a", "n"), []), "t"))
