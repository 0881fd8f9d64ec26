"""Quantities: units of the record file, rates stated around them, money, pairs and conversions."""

from __future__ import annotations

import math
import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitdb.text.numbers import find_numbers
from summitdb.text.quantities import Rate, find_quantities
from summitdb.text.vocabulary import rows

# Body, quantity as written, value, upper, unit.
MEASURES = [
    ("moved barely 130,000 tonnes of cargo a year and", "130,000 tonnes", 0.13, None, "Mt/year"),
    ("carries about 1.5 million tonnes of goods a year.", "1.5 million tonnes", 1.5, None, "Mt/year"),
    ("two mln tonnes of liquefied natural gas (LNG) a year", "two mln tonnes", 2, None, "Mt/year"),
    ("10 million tons annually", "10 million tons annually", 10, None, "Mt/year"),
    ("10 million tons per annum", "10 million tons per annum", 10, None, "Mt/year"),
    ("10 mln tonnes/year", "10 mln tonnes/year", 10, None, "Mt/year"),
    ("5 million metric tons a month", "5 million metric tons a month", 60, None, "Mt/year"),
    ("1,000 tonnes a day", "1,000 tonnes a day", 0.365, None, "Mt/year"),
    ("an annual capacity of 10 million tonnes", "10 million tonnes", 10, None, "Mt/year"),
    ("Annual freight traffic reached 3 Mt", "3 Mt", 3, None, "Mt/year"),
    ("10 mtpa", "10 mtpa", 10, None, "Mt/year"),
    ("15-30 million tons", "15-30 million tons", 15, 30, "Mt"),
    ("from 15 to 30 million tons per year", "15 to 30 million tons per year", 15, 30, "Mt/year"),
    ("10 million more tonnes", "10 million more tonnes", 10, None, "Mt"),
    ("1 068 tonnes", "1 068 tonnes", 0.001068, None, "Mt"),
    ("5,000 mt", "5,000 mt", 0.005, None, "Mt"),
    ("5 Mt", "5 Mt", 5, None, "Mt"),
    ("20t of aid", "20t", 2e-5, None, "Mt"),
    ("500 kg.", "500 kg", 5e-7, None, "Mt"),
    ("a million tonnes", "a million tonnes", 1, None, "Mt"),
    ("half a million tonnes", "half a million tonnes", 0.5, None, "Mt"),
    ("3 million tonnes a year ago", "3 million tonnes", 3, None, "Mt"),
    ("the annual summit pledged 10 million tonnes", "10 million tonnes", 10, None, "Mt"),
    ("2 million tonnes of wheat to feed those who starve every year", "2 million tonnes", 2, None, "Mt"),
    ("55 billion cubic meters of gas per year", "55 billion cubic meters", 55, None, "bcm/year"),
    ("1.5 billion cubic metres (bcm) a year when", "1.5 billion cubic metres (bcm) a year", 1.5, None, "bcm/year"),
    ("31 billion cubic metres", "31 billion cubic metres", 31, None, "bcm"),
    ("85 bcm", "85 bcm", 85, None, "bcm"),
    ("38 bcm/year", "38 bcm/year", 38, None, "bcm/year"),
    ("10 bcma", "10 bcma", 10, None, "bcm/year"),
    ("28 mcm a day", "28 mcm a day", 10.22, None, "bcm/year"),
    ("2 billion m³", "2 billion m³", 2, None, "bcm"),
    ("1 trillion cubic feet", "1 trillion cubic feet", 28.316846592, None, "bcm"),
    ("600 cubic metres of water a second", "600 cubic metres", 6e-7, None, "bcm/second"),
    ("1.2 million barrels per day", "1.2 million barrels per day", 1.2e6, None, "bbl/day"),
    ("1.2 million barrels of oil per day", "1.2 million barrels", 1.2e6, None, "bbl/day"),
    ("300,000 bpd", "300,000 bpd", 300_000, None, "bbl/day"),
    ("300,000 b/d", "300,000 b/d", 300_000, None, "bbl/day"),
    ("2 mln barrels daily", "2 mln barrels daily", 2e6, None, "bbl/day"),
    ("36.5 million barrels a year", "36.5 million barrels a year", 100_000, None, "bbl/day"),
    ("a daily output of 2 million barrels", "2 million barrels", 2e6, None, "bbl/day"),
    ("5 million barrels", "5 million barrels", 5e6, None, "bbl"),
    ("handle 300,000 containers a year by 1991", "300,000 containers a year", 300_000, None, "TEU/year"),
    ("300,000 TEUs", "300,000 TEUs", 300_000, None, "TEU"),
    ("10,000 twenty-foot equivalent units a month", "10,000 twenty-foot equivalent units a month", 120_000, None, "TEU/year"),
    ("2,000 megawatts", "2,000 megawatts", 2000, None, "MW"),
    ("a 1,000-MW line", "1,000-MW", 1000, None, "MW"),
    ("2 GW of power", "2 GW", 2000, None, "MW"),
    ("500kW", "500kW", 0.5, None, "MW"),
    ("3 TWh a year", "3 TWh a year", 3000, None, "GWh/year"),
    ("a 2,400-kilometer highway", "2,400-kilometer", 2400, None, "km"),
    ("the 2 117 km line", "2 117 km", 2117, None, "km"),
    ("a 1,490-mile highway", "1,490-mile", 2397.92256, None, "km"),
    ("500 m away", "500 m", 0.5, None, "km"),
    ("30km.", "30km", 30, None, "km"),
    ("200 nautical miles", "200 nautical miles", 370.4, None, "km"),
    ("20 trains a day", "20 trains a day", 20, None, "trains/day"),
    ("13 freight trains per day", "13 freight trains per day", 13, None, "trains/day"),
    ("14 trains a week", "14 trains a week", 2, None, "trains/day"),
    ("three trains", "three trains", 3, None, "trains"),
    ("160 km/h", "160 km/h", 160, None, "km/h"),
    ("160 kilometres per hour", "160 kilometres per hour", 160, None, "km/h"),
    ("100 hectares", "100 hectares", 1, None, "km2"),
    ("a 330 kV line", "330 kV", 330, None, "kV"),
    ("fell 4 percent", "4 percent", 4, None, "%"),
    ("4.5 pct and", "4.5 pct", 4.5, None, "%"),
    ("12,5% of", "12,5%", 12.5, None, "%"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "value", "upper", "unit"), MEASURES)
def test_measures(body: str, words: str, value: float, upper: float | None, unit: str) -> None:
    (found,) = find_quantities(body)
    assert body[found.start : found.end] == words
    assert (found.value, found.unit) == (pytest.approx(value), unit)
    assert found.upper == (None if upper is None else pytest.approx(upper))
    assert (found.rate is None) == ("/" not in unit or unit == "km/h")
    assert found.currency is None


MONEY = [
    ("$133 million", "$133 million", 133e6, "USD"),
    ("a US$80 million loan", "US$80 million", 80e6, "USD"),
    ("U.S.$5 million", "U.S.$5 million", 5e6, "USD"),
    ("lend 684 million dollars for", "684 million dollars", 684e6, "USD"),
    ("684 million U.S. dollars", "684 million U.S. dollars", 684e6, "USD"),
    ("1.26-billion-dollar interconnector", "1.26-billion-dollar", 1.26e9, "USD"),
    ("150 mln dlrs to build", "150 mln dlrs", 150e6, "USD"),
    ("a 100 million euro grant", "100 million euro", 100e6, "EUR"),
    ("€1.2bn", "€1.2bn", 1.2e9, "EUR"),
    ("EUR 1.2bn", "EUR 1.2bn", 1.2e9, "EUR"),
    ("1.2 billion EUR", "1.2 billion EUR", 1.2e9, "EUR"),
    ("50 billion rubles", "50 billion rubles", 50e9, "RUB"),
    ("50 bln roubles", "50 bln roubles", 50e9, "RUB"),
    ("¥5 billion", "¥5 billion", 5e9, "JPY"),
    ("5 billion yen", "5 billion yen", 5e9, "JPY"),
    ("£3m", "£3m", 3e6, "GBP"),
    ("20 million stg", "20 million stg", 20e6, "GBP"),
    ("10 million yuan", "10 million yuan", 10e6, "CNY"),
    ("RMB 10 billion", "RMB 10 billion", 10e9, "CNY"),
    ("Rs 500 crore", "Rs 500 crore", 5e9, "INR"),
    ("Rs. 500", "Rs. 500", 500, "INR"),
    ("500 million Pakistani rupees", "500 million Pakistani rupees", 5e8, "PKR"),
    ("C$5m", "C$5m", 5e6, "CAD"),
    ("A$2 billion", "A$2 billion", 2e9, "AUD"),
    ("3 bn Swiss francs", "3 bn Swiss francs", 3e9, "CHF"),
    ("20 million pesos", "20 million pesos", 20e6, None),
    ("two million dollars", "two million dollars", 2e6, "USD"),
    ("half a billion dollars", "half a billion dollars", 5e8, "USD"),
    ("3 trillion won", "3 trillion won", 3e12, "KRW"),
    ("KZT 5 million", "KZT 5 million", 5e6, "KZT"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "value", "currency"), MONEY)
def test_money(body: str, words: str, value: float, currency: str | None) -> None:
    (found,) = find_quantities(body)
    assert body[found.start : found.end] == words
    assert (found.value, found.currency) == (pytest.approx(value), currency)
    assert (found.unit, found.dimension, found.rate) == ("money", "money", None)


def values(body: str) -> list[tuple[float, str]]:
    return [(round(q.value, 9), q.currency or q.unit) for q in find_quantities(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("from 15 million tons to 30 million tons per year", [(15, "Mt/year"), (30, "Mt/year")]),
        ("annual capacity of 15 million tons to 30 million tons", [(15, "Mt/year"), (30, "Mt/year")]),
        ("15 million tons a year and 3 bcm", [(15, "Mt/year"), (3, "bcm")]),
        ("15 million tons. Later 30 million tons a year", [(15, "Mt"), (30, "Mt/year")]),
        ("now 17 mln tonnes a year, is to be increased to 25 mln.", [(17, "Mt/year"), (25, "Mt/year")]),
        ("now 1 million tons, would be brought to 5 million.", [(1, "Mt"), (5, "Mt")]),
        ("300,000 containers a year by 1991 against 80,000 now", [(300_000, "TEU/year"), (80_000, "TEU/year")]),
        ("fell to 450 mln dlrs in 1986 from 680 mln in 1985", [(450e6, "USD"), (680e6, "USD")]),
        ("17 mln tonnes of goods. It rose to 25 mln.", [(17, "Mt")]),
        ("17 mln tonnes for 3,000 firms", [(17, "Mt")]),
        ("17 mln tonnes, up from 2019.", [(17, "Mt")]),
        ("55 bcm (1 tcf) a year", [(55, "bcm/year"), (28.316846592, "bcm/year")]),
        ("it pays 0EUR 5", [(0, "EUR")]),
        ("$200-$300 million", [(200e6, "USD")]),
        ("$5 billion a year in trade", [(5e9, "USD")]),
    ],
)
def test_quantities_lend_each_other_rate_and_unit(body: str, expected: list[tuple[float, str]]) -> None:
    assert values(body) == expected


def test_flags() -> None:
    euro, dollar = find_quantities("a 100 million euro ($133 million) grant")
    assert (euro.conversion, dollar.conversion) == (False, True)
    metric, miles = find_quantities("a 1,068-kilometre (664-mile) line")
    assert (metric.conversion, miles.conversion) == (False, True)
    one, two = find_quantities("a 500 km road ($2 billion)")
    assert (one.conversion, two.conversion) == (False, False)
    assert find_quantities("some $5bn")[0].approximate
    assert find_quantities("raised from 15 to 30 million tons")[0].change
    assert find_quantities("17 mln tonnes, then to 25 mln.")[1].inherited
    assert find_quantities("annual trade of $5 billion")[0].rate == "year"
    assert find_quantities("600 cubic metres a second")[0].dimension == "flow"


@pytest.mark.parametrize(
    "body",
    [
        "13 documents, 25 years, a 48-hour visit, two pairs",
        "500 pounds of uranium",
        "the year 2024; on 19 August; at 10:30",
        "the G20, a 5G network, Su-30 jets",
        "tons of cargo, kilometres of road, millions of dollars",
        "20 trained men, 30 miler's, 4 kmart, 7 tone",
        "the dollar",
        "",
    ],
)
def test_no_quantities(body: str) -> None:
    assert find_quantities(body) == []


def test_numbers_may_be_handed_over() -> None:
    body = "Of 13 documents one is on 2 GW and $5m."
    assert find_quantities(body, find_numbers(body)) == find_quantities(body)


def test_unit_tables_are_sound() -> None:
    units = [spelling for row in rows("units") for spelling in row["written"].split("|")]
    money = [spelling for row in rows("currencies") for spelling in row["written"].split("|")]
    signs = [sign for row in rows("currencies") for sign in row["signs"].split("|") if sign]
    for spellings in (units + money, signs):
        assert len(spellings) == len(set(spellings))
    for row in rows("units"):
        assert float(row["factor"]) > 0
        assert row["per"] in ("", "year", "day")
        assert row["unit"]
        assert row["dimension"]
    assert {row["period"] for row in rows("periods")} == set(get_args(Rate))
    assert all(len(row["code"]) in (0, 3) for row in rows("currencies"))


FRAGMENTS = (
    "1 12 1,000 2.5 2024 one two million billion mln m from to and of a per year day annually annual capacity tonnes tons bcm "
    "barrels b/d km MW TEU trains $ € US$ Rs EUR dollars pounds % cubic metres (LNG) more"
)
PIECES = st.lists(st.sampled_from([*FRAGMENTS.split(), " ", " ", "-", "/", ".", ",", "(", ")", "\n\n"]), max_size=40)


@given(st.one_of(st.text(max_size=200), PIECES.map("".join), PIECES.map(" ".join)))
def test_any_text_gives_well_formed_quantities(body: str) -> None:
    end = 0
    for found in find_quantities(body):
        assert end <= found.start < found.end <= len(body)
        assert math.isfinite(found.value)
        end = found.end


@pytest.mark.parametrize(
    "piece", ["1", "$", "1 t ", "$1 ", "1 tonnes of ", "annual ", "1 million to ", "1,000 tonnes to ", "1 t of a b c ", "US$1"]
)
def test_time_is_linear_in_length(piece: str) -> None:
    def seconds(times: int) -> float:
        body = piece * times
        start = time.process_time()
        find_quantities(body)
        return time.process_time() - start

    find_quantities("warm up 1 km")
    # Quadratic work would take a hundred times as long.
    assert seconds(20_000) < 40 * min(seconds(2_000) for _ in range(3)) + 0.05
