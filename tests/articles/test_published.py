from datetime import date, datetime

import pytest

from summitdb.articles.published import parse_published_on
from summitdb.errors import ArticleError


@pytest.mark.parametrize(
    "value",
    [
        "2024-08-19",
        "20240819",
        20240819,
        "2024-08-19T23:10:00+04:00",
        "2024-08-19 10:00:00Z",
        "2024/08/19",
        "19.08.2024",
        "19/08/2024",
        "8/19/2024",
        "19 August 2024",
        "August 19th, 2024 at 10:30 PM",
        "Mon, 19 Aug 2024 10:00:00 GMT",
        1724025600,
        1724025600000,
        date(2024, 8, 19),
        datetime(2024, 8, 19, 23, 0),
    ],
)
def test_days(value: object) -> None:
    assert parse_published_on(value) == date(2024, 8, 19)


@pytest.mark.parametrize("value", [None, "", "  "])
def test_nothing(value: object) -> None:
    assert parse_published_on(value) is None


@pytest.mark.parametrize(
    "value",
    ["soon", "next Monday", "August 2024", "2024", "2024-13-45", "2024-02-30", "31.02.2024", "12", 5, True, [1], 1e300],
)
def test_what_is_not_one_certain_day(value: object) -> None:
    with pytest.raises(ArticleError, match="is not a date"):
        parse_published_on(value)


def test_a_date_that_reads_in_two_ways() -> None:
    with pytest.raises(ArticleError, match="two ways"):
        parse_published_on("03/04/2024")
    assert parse_published_on("04/04/2024") == date(2024, 4, 4)
