"""One row in full."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.query.show import show


def test_a_row_with_every_value_and_who_says_so(world: sa.Connection) -> None:
    shown = show(world, "2024-05-06-fi-hr-split")
    assert (shown.table, shown.row["city"], shown.row["status"]) == ("summit", "Split", "held")
    values = {(value.field, value.value): value for value in shown.values}
    city = values["city", "Split"]
    assert (city.held, city.why) == (True, "latest")
    assert not values["city", "Ardenport"].held
    [quotation] = city.quotations
    assert (quotation.article, quotation.publisher, quotation.passage) == ("split-1", "Fjord Telegraph", "Split")
    assert quotation.before.endswith("Prime Minister Ivo Brandt of Croatia in ")
    assert quotation.after == " on Monday, May 6, 2024."


def test_an_article_with_the_rows_it_stands_behind(world: sa.Connection) -> None:
    shown = show(world, "split-1")
    assert shown.table == "article"
    assert ("corridor", "adria-baltic-railway") in {(value.field, value.value) for value in shown.values}


@pytest.mark.parametrize("slug", ["tarja-orrin", "northern-forum", "adria-baltic-railway", "we-will-double-the-traffic"])
def test_rows_of_every_table_are_found_by_slug(world: sa.Connection, slug: str) -> None:
    assert show(world, slug).slug == slug


def test_an_unknown_slug_brings_near_ones(world: sa.Connection) -> None:
    with pytest.raises(UsageError) as caught:
        show(world, "2024-05-06-hr-split")
    assert caught.value.hint == "did you mean 2024-05-06-fi-hr-split?"
