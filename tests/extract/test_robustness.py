"""Any text at all: extraction raises nothing, cites only what is in the text, and takes time in proportion to its length."""

from __future__ import annotations

import random
import re
import sys
import time
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitdb.articles.make import make_article
from summitdb.articles.model import Article
from summitdb.errors import ArticleError
from summitdb.extract.engines import RulesEngine, run
from summitdb.records import TABLES

GOLDEN = Path(__file__).parents[1] / "golden" / "articles"
DAY = date(2024, 5, 5)
BODIES = [path.read_text("utf-8") for path in sorted(GOLDEN.glob("*.txt"))]
FRAGMENTS = sorted({part for body in BODIES for part in re.findall(r"[^.,;\n]+[.,;\n]+|[\"“”‘’'«»()—-]", body)})


def check(text: str) -> None:
    """Extract from `text` and check that nothing had to be refused and that every piece of evidence is in the body."""
    try:
        article = make_article(text, "any", published_on=DAY)
    except ArticleError:
        return
    found, refused = run(RulesEngine(), article)
    assert refused == []
    for table in TABLES:
        for record in getattr(found, table):
            for evidence in record.evidence:
                assert 0 <= evidence.start < evidence.end <= len(article.body)


@given(st.text(max_size=400))
@settings(max_examples=150)
def test_any_characters(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.sampled_from(["", " ", "\n\n"]))
@settings(max_examples=150)
def test_shuffled_fragments_of_articles(fragments: list[str], between: str) -> None:
    check(between.join(fragments))


@given(st.sampled_from(BODIES), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_articles_with_words_out_of_place(body: str, chance: random.Random) -> None:
    words = body.split(" ")
    for _ in range(len(words) // 10):
        a, b = chance.randrange(len(words)), chance.randrange(len(words))
        words[a], words[b] = words[b], words[a]
    check(" ".join(words))


HOSTILE = {
    "no full stop": "Kenya and Uganda signed an agreement on trade in Nairobi with the minister and ",
    "quotation marks": 'said " ',
    "opening marks": "said “",
    "single marks": "' a",
    "capitals": "Smith ",
    "names": "John Smith, ",
    "brackets": "a ((( ",
    "offices": "President ",
    "offices of offices": "minister of the president of ",
    "states": "Kenya, Uganda and ",
    "dates": "May 3, 2024 to ",
    "numbers": "1,000 to ",
    "reports": "said that he said ",
    "bodies": "the African Union, ",
    "treaties": "treaty on a treaty ",
    "owners": "Kenya's ",
    "pipelines": "gas pipeline from Baku to ",
    "deeds": "signed ",
    "hyphens": "Kim-",
    "standings": "member of the African Union and Kenya will join ",
    "meetings": "meeting between Kenya and Uganda in Nairobi on Monday ",
    "sentences": "President John Smith of Kenya met President Ann Jones of Uganda on Monday. They signed a treaty.\n\n",
    "one word": "x",
}


def seconds(text: str) -> float:
    article = Article("long", text, published_on=DAY)
    started = time.process_time()
    run(RulesEngine(), article)
    return time.process_time() - started


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=list(HOSTILE))
def test_time_grows_with_length_only(unit: str) -> None:
    """Four times as long takes at most ten times as long (and a second): sixteen times would be a quadratic rule."""
    size = 8_000
    short = min(seconds((unit * size)[:size]) for _ in range(2))
    assert seconds((unit * (4 * size))[: 4 * size]) < 10 * short + 1


def calls(text: str) -> int:
    """How many calls of Python functions and of built-in ones it takes to read a text."""
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += 1

    article = Article("long", text, published_on=DAY)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run(RulesEngine(), article)
    finally:
        sys.setprofile(before)
    return counted


def test_ten_times_the_text_is_ten_times_the_work() -> None:
    """Many articles in one file: the work is counted, so that no other job on the machine can tip the scales."""
    text = "\n\n".join(BODIES)[:20_000]
    calls(text)
    assert calls("\n\n".join([text] * 10)) < 11 * calls(text)


@pytest.mark.parametrize("body", ["Saying that it was late, at last.", "Noting delays, of late.", "Asked, saying:"])
def test_a_sentence_without_a_subject_is_read_to_its_end(body: str) -> None:
    run(RulesEngine(), Article("short", body, published_on=DAY))


def test_a_sentence_without_end_is_cut_and_read() -> None:
    """Behind three hundred words without a full stop, the meeting is still found."""
    body = f"{'a b c ' * 100} then President Amos Tirop of Kenya met President Odile Mukasa of Uganda in Nairobi on Monday."
    found, _ = run(RulesEngine(), make_article(body, "long", published_on=DAY))
    assert [sorted(summit.countries) for summit in found.summits] == [["KE", "UG"]]
