from datetime import date

import pytest

from summitdb.articles.make import MAX_BODY, make_article
from summitdb.articles.model import Defaults
from summitdb.errors import ArticleError

LEAD = "BAKU, Aug 19, 2024 (AFP) - The two presidents met in the capital on Monday."


def test_the_first_line_is_the_title_and_stays_in_the_body() -> None:
    article = make_article(f"Leaders meet in Baku\n\n{LEAD}", "a")
    assert article.title == "Leaders meet in Baku"
    assert article.body == f"Leaders meet in Baku\n\n{LEAD}"


@pytest.mark.parametrize("text", [LEAD, "The two presidents met in the capital.", "The presidents met. " * 30])
def test_a_text_without_a_title(text: str) -> None:
    article = make_article(text, "a")
    assert article.title is None
    assert article.body == text.strip()


def test_a_given_title_comes_first_once() -> None:
    assert make_article("The presidents met.", "a", title="Leaders  meet").body == "Leaders meet\n\nThe presidents met."
    assert make_article("LEADERS MEET\n\nThey met.", "a", title="Leaders meet").body == "LEADERS MEET\n\nThey met."


def test_the_dateline_tells_date_and_publisher_where_nothing_better_does() -> None:
    article = make_article(LEAD, "a")
    assert (article.published_on, article.publisher) == (date(2024, 8, 19), "AFP")
    defaults = Defaults(published_on=date(2024, 8, 20), publisher="Herald")
    article = make_article(LEAD, "a", defaults=defaults)
    assert (article.published_on, article.publisher) == (date(2024, 8, 20), "Herald")
    article = make_article(LEAD, "a", published_on=date(2024, 8, 21), publisher="Times", defaults=defaults)
    assert (article.published_on, article.publisher) == (date(2024, 8, 21), "Times")


def test_languages() -> None:
    assert make_article(LEAD, "a").language == "en"
    assert make_article("Les deux présidents se sont rencontrés dans la capitale lundi.", "a").language == "fr"
    assert make_article("Oui oui", "a", language="fr-FR").language == "fr"
    assert make_article("Ok ok", "a", language="no idea", defaults=Defaults(language="EN_us")).language == "en"


@pytest.mark.parametrize("text", ["", " \n\t\x00\u200b", "12. 3 -- !"])
def test_no_words_no_article(text: str) -> None:
    with pytest.raises(ArticleError, match="no text"):
        make_article(text, "a")


def test_a_text_past_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(ArticleError, match=f"{MAX_BODY:,}"):
        make_article("word " * (MAX_BODY // 5 + 1), "a")


def test_identifiers_are_one_line_of_valid_text() -> None:
    assert make_article("The text.", "a\n b\x00\udcff").external_id == "a b"
    assert make_article("The text.", "\x00").external_id == "article"
