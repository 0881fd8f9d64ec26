"""Numbers in figures and words, ranges, scales, and what only looks like a number."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitdb.text.numbers import find_numbers, parse_number

PARSED = [
    ("3,000", 3000),
    ("1 068", 1068),
    ("1\u2009068", 1068),
    ("1\u00a0068", 1068),
    ("1 234 567", 1_234_567),
    ("1.234.567", 1_234_567),
    ("1,50,000", 150_000),
    ("12.5", 12.5),
    ("1.5bn", 1.5e9),
    ("1.26-billion", 1.26e9),
    ("150 mln", 1.5e8),
    ("2 bln", 2e9),
    ("5 trn", 5e12),
    ("20k", 20_000),
    ("3 lakh", 300_000),
    ("5 crore", 5e7),
    ("3 lakh crore", 3e12),
    ("4 dozen", 48),
    ("2 hundred thousand", 200_000),
    ("1½", 1.5),
    ("2 1/2", 2.5),
    ("1½ million", 1.5e6),
    ("seven", 7),
    ("thirteen", 13),
    ("twenty-five", 25),
    ("ninety nine", 99),
    ("one hundred", 100),
    ("a hundred", 100),
    ("a dozen", 12),
    ("two dozen", 24),
    ("half a dozen", 6),
    ("half a million", 500_000),
    ("half a billion", 5e8),
    ("quarter of a million", 250_000),
    ("one and a half", 1.5),
    ("two and a half million", 2.5e6),
    ("a million and a half", 1.5e6),
    ("two hundred and fifty", 250),
    ("one hundred twenty", 120),
    ("three hundred million", 3e8),
    ("two hundred and fifty thousand", 250_000),
    ("twenty-two million five hundred thousand", 22_500_000),
    ("five thousand and one", 5001),
    ("two mln", 2e6),
    ("TWO MLN", 2e6),
    ("Ten Thousand", 10_000),
    ("zero", 0),
    ("some 1.5bn", 1.5e9),
    ("more than 300", 300),
    ("an estimated 40,000", 40_000),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), PARSED)
def test_parse_number(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    ["", "many", "G20", "21st", "15-30", "three men", "men three", "dozens", "2024-08-19", "hundreds", "half", "a"],
)
def test_parse_number_refuses(text: str) -> None:
    assert parse_number(text) is None


# Text, then what is found as (words, value, upper).
FOUND = [
    ("15-30 million tons", [("15-30 million", 15e6, 30e6)]),
    ("15–30 million", [("15–30 million", 15e6, 30e6)]),
    ("from 15 to 30 million tons", [("15 to 30 million", 15e6, 30e6)]),
    ("between 15 and 30 million", [("15 and 30 million", 15e6, 30e6)]),
    ("15 million to 30 million", [("15 million to 30 million", 15e6, 30e6)]),
    ("30,000-50,000 troops", [("30,000-50,000", 30_000, 50_000)]),
    ("from 500,000 to 2 million", [("500,000 to 2 million", 500_000, 2e6)]),
    ("800 to 1.2 million", [("800 to 1.2 million", 800, 1.2e6)]),
    ("two or three ships", [("two or three", 2, 3)]),
    ("two to three million", [("two to three million", 2e6, 3e6)]),
    ("$200-$300 million", [("200-$300 million", 2e8, 3e8)]),
    ("$2 to $3 billion", [("2 to $3 billion", 2e9, 3e9)]),
    ("from 450 to 300 mln", [("450 to 300 mln", 4.5e8, 3e8)]),
    ("15 and 30 ships", [("15", 15, None), ("30", 30, None)]),
    ("the vote was 14-0", [("14", 14, None), ("0", 0, None)]),
    ("it rose in 1985 to 2 million", [("1985", 1985, None), ("2 million", 2e6, None)]),
    ("killed 1 068 people", [("1 068", 1068, None)]),
    ("Flight 298 300 people", [("298", 298, None), ("300", 300, None)]),
    ("12,5 km and 0,5 percent", [("12,5", 12.5, None), ("0,5", 0.5, None)]),
    ("articles 5,10 and 20", [("5", 5, None), ("10", 10, None), ("20", 20, None)]),
    ("two three-year loans", [("two", 2, None), ("three", 3, None)]),
    ("30km, 500MW and 20t", [("30", 30, None), ("500", 500, None), ("20", 20, None)]),
    ("$5m, 100m people", [("5m", 5e6, None), ("100m", 1e8, None)]),
    ("a 100m race, 1.80m tall, 30m.", [("100", 100, None), ("1.80", 1.8, None), ("30", 30, None)]),
    ("the 1,068-kilometre (664-mile) line", [("1,068", 1068, None), ("664", 664, None)]),
    ("1.26-billion-dollar", [("1.26-billion", 1.26e9, None)]),
    ("a 25-year deal", [("25", 25, None)]),
    ("13 documents and one accord", [("13", 13, None), ("one", 1, None)]),
    ("one of them, no one, one another, another one, this one", []),
    ("the one-China policy and one who left; one is here", []),
    ("G20, C5+1, COVID-19, Su-30, 5G, MH17, U2", []),
    ("the 21st of the 2nd, in the 1990s, at 10:30, 3/4", []),
    ("on 2024-08-19, 19.08.2024 and 19-08-2024", []),
    ("tens of thousands, hundreds, dozens, millions", []),
    ("often none; tension; bone; weight", []),
    ("", []),
    ("five", [("five", 5, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=range(len(FOUND)))
def test_find_numbers(text: str, expected: list[tuple[str, float, float | None]]) -> None:
    assert [(text[n.start : n.end], n.value, n.upper) for n in find_numbers(text)] == [
        (words, pytest.approx(value), upper if upper is None else pytest.approx(upper)) for words, value, upper in expected
    ]


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("some 1.5bn people", True),
        ("about two dozen", True),
        ("more than 5,000", True),
        ("no fewer than 12", True),
        ("an estimated 3 million", True),
        ("up to 40", True),
        ("nearly $30 million", True),
        ("some US$80 million", True),
        ("30-odd ships", True),
        ("20 or so", True),
        ("100+ firms", True),
        ("30 ships", False),
        ("handsome 30", False),
        ("than 30", False),
        ("$30 million", False),
    ],
)
def test_vague_words_make_a_number_approximate(text: str, approximate: bool) -> None:
    (found,) = find_numbers(text)
    assert found.approximate is approximate


@pytest.mark.parametrize(
    ("text", "change"), [("from 15 to 30 million", True), ("15 to 30 million", False), ("from 15-30 million", True)]
)
def test_from_to_reads_as_a_change(text: str, change: bool) -> None:
    assert find_numbers(text)[0].change is change


FRAGMENTS = "1 12 1,000 000 .5 2024 a half one twenty hundred million billion mln m bn k dozen and to from - – / % $ € ½ ٣ ²"
PIECES = st.lists(st.sampled_from([*FRAGMENTS.split(), " ", "-", ",", ".", "\u00a0", "\n\n"]), max_size=40).map("".join)


@given(st.one_of(st.text(max_size=200), PIECES, PIECES.map(lambda text: text.replace("", " "))))
def test_any_text_gives_well_formed_numbers(body: str) -> None:
    end = 0
    for found in find_numbers(body):
        assert end <= found.start < found.end <= len(body)
        assert math.isfinite(found.value)
        assert found.upper is None or math.isfinite(found.upper)
        end = found.end


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1,000", "1 000", "1.", "1-", "a ", "one ", "hundred ", "million ", "half a ", "12 to "]
)
def test_time_is_linear_in_length(piece: str) -> None:
    def seconds(times: int) -> float:
        body = piece * times
        start = time.process_time()
        find_numbers(body)
        return time.process_time() - start

    find_numbers("warm up")
    # Quadratic work would take a hundred times as long.
    assert seconds(20_000) < 40 * min(seconds(2_000) for _ in range(3)) + 0.05
