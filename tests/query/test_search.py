"""Full-text search, the same on both databases."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.query.filters import Filters
from summitdb.query.search import search


def found(world: sa.Connection, words: str, **filters: Any) -> list[tuple[str, str]]:
    return [(row["what"], row["name"]) for row in search(world, words, Filters(**filters)).dicts()]


ARTICLES = [("article", "split-1"), ("article", "split-2")]
STATEMENT = ("statement", "we-will-double-the-traffic")


def test_all_words_must_occur_and_may_be_begun(world: sa.Connection) -> None:
    assert found(world, "DOUBLE rail") == [STATEMENT, *ARTICLES]
    assert found(world, "double nothing") == []


def test_a_word_is_found_at_its_beginning_only(world: sa.Connection) -> None:
    assert found(world, "way") == []
    assert found(world, "railway")[0] == STATEMENT


def test_words_in_quotation_marks_stand_together(world: sa.Connection) -> None:
    assert found(world, '"traffic of the railway"') == [STATEMENT, *ARTICLES]
    assert found(world, '"railway of the traffic"') == []


def test_headlines_count_more(world: sa.Connection) -> None:
    assert found(world, "Ardenport") == ARTICLES


def test_filters_narrow(world: sa.Connection) -> None:
    assert found(world, "railway", person="Orrin") == [STATEMENT, ("article", "split-1")]
    assert found(world, "railway", since="2024-05-08") == [("article", "split-2")]


def test_a_snippet_shows_the_words_in_their_context(world: sa.Connection) -> None:
    row = next(search(world, "15 million").dicts())
    assert (
        row["snippet"]
        == "… will double the traffic of the railway by 2030,” Orrin said. It now carries [15] million tons a year."
    )


def test_special_characters_are_only_characters(world: sa.Connection) -> None:
    assert found(world, "100%") == []
    assert found(world, "(railway) [traffic]") == [STATEMENT, *ARTICLES]


@pytest.mark.parametrize("words", ["", " - ", '"open'])
def test_wrong_use(world: sa.Connection, words: str) -> None:
    with pytest.raises(UsageError):
        search(world, words)
