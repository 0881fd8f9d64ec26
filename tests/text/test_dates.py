"""Dates: absolute, without a year, weekdays, relative ones, periods, years, ranges, and words that only look like dates."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitdb.text.dates import find_dates

TUESDAY = date(2024, 8, 20)


def dates(body: str, published_on: date | None = TUESDAY) -> list[tuple[str, str | None, str | None]]:
    return [(body[m.start : m.end], m.value, m.end_value) for m in find_dates(body, published_on)]


ABSOLUTE = [
    ("on 19 August 2024", "19 August 2024", "2024-08-19"),
    ("on August 19, 2024, he", "August 19, 2024", "2024-08-19"),
    ("the 10 July 2023 statement", "10 July 2023", "2023-07-10"),
    ("the 14th of May 1998", "14th of May 1998", "1998-05-14"),
    ("the 2nd of September, 1945", "2nd of September, 1945", "1945-09-02"),
    ("Friday, August 21, 2015", "Friday, August 21, 2015", "2015-08-21"),
    ("Friday 21 August 2015", "Friday 21 August 2015", "2015-08-21"),
    ("Fri., Aug. 21, 2015", "Fri., Aug. 21, 2015", "2015-08-21"),
    ("Monday the 3rd of June 2019", "Monday the 3rd of June 2019", "2019-06-03"),
    ("2024-08-19", "2024-08-19", "2024-08-19"),
    ("2024/08/19", "2024/08/19", "2024-08-19"),
    ("19-08-2024", "19-08-2024", "2024-08-19"),
    ("19.08.2024", "19.08.2024", "2024-08-19"),
    ("8/19/2024", "8/19/2024", "2024-08-19"),
    ("19/8/2024", "19/8/2024", "2024-08-19"),
    ("8/8/2024", "8/8/2024", "2024-08-08"),
    ("8/9/2024", "8/9/2024", "2024"),
    ("25-Dec-2023", "25-Dec-2023", "2023-12-25"),
    ("AUGUST 19, 2024", "AUGUST 19, 2024", "2024-08-19"),
    ("Sept. 5, 1987", "Sept. 5, 1987", "1987-09-05"),
    ("in November 2018", "November 2018", "2018-11"),
    ("November, 2018", "November, 2018", "2018-11"),
    ("May 2019", "May 2019", "2019-05"),
    ("March of 2019", "March of 2019", "2019-03"),
    ("early March 2019", "early March 2019", "2019-03"),
    ("29 February 2024", "29 February 2024", "2024-02-29"),
    ("August 19 last year", "August 19 last year", "2023-08-19"),
    ("May last year", "May last year", "2023-05"),
    ("in October of next year", "October of next year", "2025-10"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "value"), ABSOLUTE)
def test_dates_with_a_year(body: str, words: str, value: str) -> None:
    (found,) = find_dates(body, TUESDAY)
    assert (body[found.start : found.end], found.value, found.kind) == (words, value, "absolute")
    assert (found.past, found.future, found.direction) == (None, None, None)
    if "last" not in body and "next" not in body:
        assert find_dates(body, None) == [found]


# Without a year: words, value, the latest one not after publication, the earliest one not before it.
WITHOUT_YEAR = [
    ("Aug. 19", "2024-08-19", "2024-08-19", "2025-08-19"),
    ("August 20", "2024-08-20", "2024-08-20", "2024-08-20"),
    ("November 26", "2024-11-26", "2023-11-26", "2024-11-26"),
    ("26 November", "2024-11-26", "2023-11-26", "2024-11-26"),
    ("January 25", "2025-01-25", "2024-01-25", "2025-01-25"),
    ("the 14th of March", "2024-03-14", "2024-03-14", "2025-03-14"),
    ("May 14th", "2024-05-14", "2024-05-14", "2025-05-14"),
    ("SEPT 15", "2024-09-15", "2023-09-15", "2024-09-15"),
    ("29 February", "2024-02-29", "2024-02-29", "2028-02-29"),
    ("Monday, August 19", "2024-08-19", "2024-08-19", "2030-08-19"),
    ("Monday 19 August", "2024-08-19", "2024-08-19", "2030-08-19"),
    ("Saturday, August 19", "2023-08-19", "2023-08-19", "2028-08-19"),
    ("Monday, August 26", "2024-08-26", "2019-08-26", "2024-08-26"),
    ("Thursday, February 29", "2024-02-29", "2024-02-29", "2052-02-29"),
    ("October", "2024-10", "2023-10", "2024-10"),
    ("January", "2025-01", "2024-01", "2025-01"),
    ("July", "2024-07", "2024-07", "2025-07"),
    ("mid-June", "2024-06", "2024-06", "2025-06"),
    ("late April", "2024-04", "2024-04", "2025-04"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value", "past", "future"), WITHOUT_YEAR)
def test_dates_without_a_year(words: str, value: str, past: str, future: str) -> None:
    body = f"They met on {words}, he said."
    (found,) = find_dates(body, TUESDAY)
    assert body[found.start : found.end] == words.removeprefix("the ")
    assert (found.value, found.past_value, found.future_value, found.kind) == (value, past, future, "month_day")
    (unknown,) = find_dates(body, None)
    assert (unknown.value, unknown.past, unknown.future, unknown.precision) == (None, None, None, None)


# Words, value, direction.
RELATIVE = [
    ("Monday", "2024-08-19", None),
    ("Tuesday", "2024-08-20", None),
    ("Wednesday", "2024-08-14", None),
    ("last Friday", "2024-08-16", "past"),
    ("last Tuesday", "2024-08-13", "past"),
    ("past Sunday", "2024-08-18", "past"),
    ("next Monday", "2024-08-26", "future"),
    ("next Tuesday", "2024-08-27", "future"),
    ("coming Friday", "2024-08-23", "future"),
    ("this Friday", "2024-08-23", None),
    ("Monday next week", "2024-08-26", "future"),
    ("Wednesday of next week", "2024-08-28", "future"),
    ("Thursday last week", "2024-08-15", "past"),
    ("Thursday of this week", "2024-08-22", None),
    ("today", "2024-08-20", None),
    ("Today", "2024-08-20", None),
    ("tonight", "2024-08-20", None),
    ("this morning", "2024-08-20", None),
    ("earlier today", "2024-08-20", "past"),
    ("yesterday", "2024-08-19", "past"),
    ("last night", "2024-08-19", "past"),
    ("the day before yesterday", "2024-08-18", "past"),
    ("tomorrow", "2024-08-21", "future"),
    ("the day after tomorrow", "2024-08-22", "future"),
    ("last week", "2024-08", "past"),
    ("this week", "2024-08", None),
    ("next week", "2024", "future"),
    ("earlier this week", "2024-08", "past"),
    ("last month", "2024-07", "past"),
    ("late last month", "2024-07", "past"),
    ("earlier this month", "2024-08", "past"),
    ("later this month", "2024-08", "future"),
    ("next month", "2024-09", "future"),
    ("last year", "2023", "past"),
    ("this year", "2024", None),
    ("the current year", "2024", None),
    ("later this year", "2024", "future"),
    ("early next year", "2025", "future"),
    ("earlier in the month", "2024-08", "past"),
    ("end of the year", "2024", None),
    ("start of the month", "2024-08", None),
    ("year-end", "2024", None),
    ("year's end", "2024", None),
    ("last October", "2023-10", "past"),
    ("last July", "2024-07", "past"),
    ("last August", "2023-08", "past"),
    ("next May", "2025-05", "future"),
    ("next September", "2024-09", "future"),
    ("this June", "2024-06", None),
    ("two days ago", "2024-08-18", "past"),
    ("three weeks ago", "2024", "past"),
    ("five months ago", "2024-03", "past"),
    ("8 months ago", "2023-12", "past"),
    ("a year ago", "2023", "past"),
    ("an year ago", "2023", "past"),
    ("seventeen years ago", "2007", "past"),
    ("twenty-five years ago", "1999", "past"),
    ("in three years' time", "2027", "future"),
    ("in two years’ time", "2026", "future"),
    ("three days from now", "2024-08-23", "future"),
    ("two months hence", "2024-10", "future"),
    ("years ago", None, "past"),
    ("two decades ago", None, "past"),
    ("48 hours ago", None, "past"),
    ("a day earlier", None, "past"),
    ("three weeks earlier", None, "past"),
    ("two years before", None, "past"),
    ("two days later", None, None),
    ("a month after", None, None),
    ("next day", None, None),
    ("same day", None, None),
    ("following week", None, None),
    ("previous year", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value", "direction"), RELATIVE)
def test_dates_relative_to_publication(words: str, value: str | None, direction: str | None) -> None:
    body = f"He met them, {words}, in Baku."
    (found,) = find_dates(body, TUESDAY)
    assert body[found.start : found.end] in (words, words.removeprefix("the "))
    assert (found.value, found.end_value, found.direction) == (value, None, direction)
    (unknown,) = find_dates(body, None)
    assert (unknown.value, unknown.direction) == (None, direction)


def test_in_so_many_weeks_may_be_ahead_or_a_duration() -> None:
    for words, future in [("in two weeks", "2024-09"), ("within three days", "2024-08-23"), ("in a year", "2025")]:
        body = f"They meet {words}."
        (found,) = find_dates(body, TUESDAY)
        assert (body[found.start : found.end], found.value, found.future_value) == (words, None, future)


def test_a_weekday_can_be_ahead() -> None:
    (found,) = find_dates("They will meet on Thursday.", TUESDAY)
    assert (found.value, found.future_value) == ("2024-08-15", "2024-08-22")


# Body, then (words, first, last) of each date.
RANGES = [
    ("22-24 October 2024", [("22-24 October 2024", "2024-10-22", "2024-10-24")]),
    ("22–24 October", [("22–24 October", "2024-10-22", "2024-10-24")]),
    ("October 22 to 24", [("October 22 to 24", "2024-10-22", "2024-10-24")]),
    ("October 22-24, 2019", [("October 22-24, 2019", "2019-10-22", "2019-10-24")]),
    ("February 24-25, in the course", [("February 24-25", "2024-02-24", "2024-02-25")]),
    ("from May 3 to 5", [("May 3 to 5", "2024-05-03", "2024-05-05")]),
    ("from 3 to 5 May", [("3 to 5 May", "2024-05-03", "2024-05-05")]),
    ("May 3 through 5", [("May 3 through 5", "2024-05-03", "2024-05-05")]),
    ("June 30-July 1", [("June 30-July 1", "2024-06-30", "2024-07-01")]),
    ("30 June - 1 July 2023", [("30 June - 1 July 2023", "2023-06-30", "2023-07-01")]),
    ("from December 30 to January 2", [("December 30 to January 2", "2024-12-30", "2025-01-02")]),
    ("December 30 - January 2, 2020", [("December 30 - January 2, 2020", "2019-12-30", "2020-01-02")]),
    ("May 3, 2019 to June 5, 2020", [("May 3, 2019 to June 5, 2020", "2019-05-03", "2020-06-05")]),
    ("May 3, 2019 to June 5", [("May 3, 2019 to June 5", "2019-05-03", "2019-06-05")]),
    ("between 1 and 3 March", [("1 and 3 March", "2024-03-01", "2024-03-03")]),
    ("between March 1 and March 15", [("March 1 and March 15", "2024-03-01", "2024-03-15")]),
    ("August 19 and 20", [("August 19 and 20", "2024-08-19", "2024-08-20")]),
    ("on 1 and 15 March", [("1", "2024-03-01", None), ("15 March", "2024-03-15", None)]),
    ("on August 19 and 25", [("August 19", "2024-08-19", None), ("25", "2024-08-25", None)]),
    ("from January to March 2024", [("January to March 2024", "2024-01", "2024-03")]),
    ("March-April 2019", [("March-April 2019", "2019-03", "2019-04")]),
    ("between May and July", [("May and July", "2024-05", "2024-07")]),
    ("May 3 and June 5", [("May 3", "2024-05-03", None), ("June 5", "2024-06-05", None)]),
    ("from Monday to Wednesday", [("Monday to Wednesday", "2024-08-19", "2024-08-21")]),
    ("Thursday-Friday", [("Thursday-Friday", "2024-08-15", "2024-08-16")]),
    ("Monday and Tuesday", [("Monday and Tuesday", "2024-08-19", "2024-08-20")]),
    ("Monday and Thursday", [("Monday", "2024-08-19", None), ("Thursday", "2024-08-15", None)]),
    ("Monday, August 19 to Wednesday, August 21", [("Monday, August 19 to Wednesday, August 21", "2024-08-19", "2024-08-21")]),
    ("2014-2016", [("2014-2016", "2014", "2016")]),
    ("in 2014-16", [("2014-16", "2014", "2016")]),
    ("in 1998-99", [("1998-99", "1998", "1999")]),
    ("from 2014 to 2016", [("2014 to 2016", "2014", "2016")]),
    ("between 2014 and 2016", [("2014 and 2016", "2014", "2016")]),
    ("in 2014 and 2016", [("2014", "2014", None), ("2016", "2016", None)]),
    ("the 1990s", [("1990s", "1990", "1999")]),
    ("Q3 2021", [("Q3 2021", "2021-07", "2021-09")]),
    ("H1 2020", [("H1 2020", "2020-01", "2020-06")]),
    ("the first half of 1987", [("first half of 1987", "1987-01", "1987-06")]),
    ("the second half of the year", [("second half of the year", "2024-07", "2024-12")]),
    ("the third quarter of 2021", [("third quarter of 2021", "2021-07", "2021-09")]),
    ("the first quarter of last year", [("first quarter of last year", "2023-01", "2023-03")]),
    ("the fourth quarter", [("fourth quarter", "2024-10", "2024-12")]),
    ("last quarter", [("last quarter", "2024-04", "2024-06")]),
    ("the last quarter of 2021", [("last quarter of 2021", "2021-10", "2021-12")]),
    ("the past three years", [("past three years", "2021", "2024")]),
    ("the last 10 days", [("last 10 days", "2024-08-10", "2024-08-20")]),
    ("the next five years", [("next five years", "2024", "2029")]),
    ("the coming days", [("coming days", None, None)]),
    ("last weekend", [("last weekend", "2024-08-17", "2024-08-18")]),
    ("summer 2021", [("summer 2021", "2021-06", "2021-08")]),
    ("the spring of last year", [("spring of last year", "2023-03", "2023-05")]),
    ("next spring", [("next spring", "2025-03", "2025-05")]),
    ("fiscal year 2019", [("fiscal year 2019", "2019", None)]),
    ("in fiscal 2020", [("fiscal 2020", "2020", None)]),
    ("FY2021", [("FY2021", "2021", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), RANGES, ids=range(len(RANGES)))
def test_ranges_and_periods(body: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert dates(body) == expected


def test_ranges_move_as_a_whole() -> None:
    (found,) = find_dates("They will meet from Monday to Wednesday.", TUESDAY)
    assert found.future == ("2024-08-26", "2024-08-28")
    (found,) = find_dates("The summit on 3-5 May", TUESDAY)
    assert (found.past, found.future) == (("2024-05-03", "2024-05-05"), ("2025-05-03", "2025-05-05"))


def test_a_range_of_another_years_days_needs_no_publication_date() -> None:
    assert dates("June 30-July 1, 2019", None) == [("June 30-July 1, 2019", "2019-06-30", "2019-07-01")]


# Body, then the years in it.
YEARS = [
    ("since 2007", ["2007"]),
    ("by 2030.", ["2030"]),
    ("In 2018, they", ["2018"]),
    ("in early 2019", ["2019"]),
    ("mid-2020", ["2020"]),
    ("late 2016", ["2016"]),
    ("the treaty of 1648", ["1648"]),
    ("the end of 2019", ["2019"]),
    ("until the year 2000", ["2000"]),
    ("the 1990 treaty", ["1990"]),
    ("a 2019 accord", ["2019"]),
    ("a 1977-built dam", ["1977"]),
    ("Minsk's 2015 package", ["2015"]),
    ("Resolution 1373 (2001)", ["2001"]),
    ("in 1986 from 680 mln in 1985", ["1986", "1985"]),
    ("suspended since 2017)", ["2017"]),
    ("Resolution 1973", []),
    ("resolution 1973 of the council", []),
    ("a 2000 MW line", []),
    ("2000 tonnes", []),
    ("of 2,000 villages", []),
    ("a force of 2000 soldiers", []),
    ("in 1500 villages", []),
    ("$2000 or 2000% or 2000.5", []),
    ("the 1,490-mile road", []),
    ("flight 1950 left", []),
    ("No. 2019", []),
    ("12019 or 20191", []),
    ("10:2019", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), YEARS, ids=range(len(YEARS)))
def test_years_stand_where_years_do(body: str, expected: list[str]) -> None:
    found = find_dates(body, TUESDAY)
    assert [m.value for m in found] == expected
    assert all(m.kind == "year" and m.precision == "year" and not m.in_name for m in found)


@pytest.mark.parametrize("body", ["the Agenda 2030 goals", "Saudi Vision 2030", "at Expo 2025", "Horizon 2020"])
def test_years_in_names_are_marked(body: str) -> None:
    (found,) = find_dates(body, TUESDAY)
    assert found.in_name
    assert found.kind == "year"


@pytest.mark.parametrize(
    "body",
    [
        "May the talks succeed.",
        "He may go. They march on. We sat in the sun.",
        "Theresa May said that by May she would go.",
        "A March on Washington",
        "April Jones and June Smith met Augustus.",
        "Jan Kubis and Mr Sun met Dec and Mar.",
        "Sat Sun Mon Tue",
        "May 9 million people be spared",
        "March 5,000 kilometres",
        "Feb 30 and 31.02.2020",
        "the second time, half of them, a quarter of it",
        "a year of talks, two days of talks, the day of rest",
        "the last 20 km, the next speaker, this one, past masters",
        "H1N1 and Q10 and FYI",
        "at 10:30 or 24/7 or 3/4",
        "MH17, G20, COP28, C5+1",
        "spring water, fall in line, last quarterback",
        "earlier talks, later ones",
        "",
        "1",
    ],
)
def test_what_only_looks_like_a_date(body: str) -> None:
    assert dates(body) == []


def test_a_bare_month_needs_to_stand_as_one() -> None:
    assert dates("in May") == [("May", "2024-05", None)]
    assert dates("the March summit") == [("March", "2024-03", None)]
    assert dates("In May 12 countries signed") == [("May", "2024-05", None)]
    assert dates("April saw talks. In August Putin came.") == [("April", "2024-04", None), ("August", "2024-08", None)]


def test_a_full_stop_after_a_month_ends_the_sentence() -> None:
    assert dates("They meet on 3 March. 2018 was bad. It is 3 Sept. He left in Nov. 2018.") == [
        ("3 March", "2024-03-03", None),
        ("3 Sept", "2024-09-03", None),
        ("Nov. 2018", "2018-11", None),
    ]


def test_dates_of_one_sentence_do_not_run_into_each_other() -> None:
    body = "In 2018 two years ago on 3 May last year, on Monday 19 August and Tuesday, 20 August; in June, July and August."
    assert dates(body) == [
        ("2018", "2018", None),
        ("two years ago", "2022", None),
        ("3 May last year", "2023-05-03", None),
        ("Monday 19 August and Tuesday, 20 August", "2024-08-19", "2024-08-20"),
        ("June", "2024-06", None),
        ("July", "2024-07", None),
        ("August", "2024-08", None),
    ]


@pytest.mark.parametrize("published_on", [date.min, date.max, date(2024, 2, 29), date(1, 1, 2), date(9999, 12, 30)])
def test_the_ends_of_the_calendar_hold(published_on: date) -> None:
    every = [body for body, *_ in ABSOLUTE + RANGES + YEARS] + [words for words, *_ in RELATIVE + WITHOUT_YEAR]
    find_dates(", ".join(every), published_on)
    find_dates("999 years ago, in 999 years' time, the past 999 years, next 999 days, next winter", published_on)


FRAGMENTS = (
    "Monday May March August Sept. last next this past three two days weeks year ago earlier later in of the early mid late 1 "
    "31 2024 2019- 19 1st 12/31/2024 2024-08-19 Q3 FY 1990s first half quarter summer fiscal today yesterday and to - between"
)
WORDS = st.lists(st.sampled_from(FRAGMENTS.split()), max_size=25)


@given(
    st.one_of(st.text(max_size=200), WORDS.map(" ".join), WORDS.map("".join)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_well_formed_dates(body: str, published_on: date | None) -> None:
    end = 0
    for found in find_dates(body, published_on):
        assert end <= found.start < found.end <= len(body)
        end = found.end
        for value in (found.value, found.end_value):
            if value is not None:
                date.fromisoformat(value + "-01-01"[: 10 - len(value)] if len(value) == 4 else value + "-01"[: 10 - len(value)])
        if found.value and found.end_value:
            assert found.value <= found.end_value
        assert (found.precision is None) == (found.value is None)


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "May ", "2014-", "May 1 to ", "Monday ", "last ", "two days ", "1 and ", "August 19 and 25 ", "\n"],
)
def test_time_is_linear_in_length(piece: str) -> None:
    def seconds(times: int) -> float:
        body = piece * times
        start = time.process_time()
        find_dates(body, TUESDAY)
        return time.process_time() - start

    find_dates("warm up on May 1", TUESDAY)
    # Quadratic work would take a hundred times as long.
    assert seconds(20_000) < 40 * min(seconds(2_000) for _ in range(3)) + 0.05
