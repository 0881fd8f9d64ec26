"""Identity of statements: the same words, nearly, by the same speaker, published within days of each other.

Two translations of one utterance are two statements unless they are near-identical.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from summitdb.fold.grouping import grouped
from summitdb.fold.names import person_key, plain, slugify
from summitdb.fold.stored import Stored
from summitdb.fold.windows import ALWAYS, Key, days, overlap
from summitdb.records import Statement

NEAR_DAYS = 10
SKETCH = 4
TEXTS_KEPT = 4096  # the words of a load are asked for when they are stored and when they are compared
SIMILAR = 0.7
CONTAINED = 0.9


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a mention says that tells its statement from others: its words in plain letters, every run of three of them, and
    the days between which other articles may repeat them."""

    mention: Stored[Statement]
    plain: str
    shingles: frozenset[str]
    when: tuple[int, int]


def utterance(mention: Stored[Statement]) -> Utterance:
    """The features of a mention by which statements are told apart."""
    text = mention.record.text
    return Utterance(mention, plain(text), shingles(text), when(mention))


def shingles(text: str) -> frozenset[str]:
    """Every run of three words of a text, or the whole of a shorter one."""
    words = slugify(text).split("-")
    return frozenset(" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2)))


@lru_cache(TEXTS_KEPT)
def sketch(text: str) -> tuple[str, ...]:
    """The few shingles with the lowest hashes: near-identical texts have some of them in common."""
    return tuple(sorted(blake2b(item.encode(), digest_size=6).hexdigest() for item in shingles(text))[:SKETCH])


def when(mention: Stored[Statement]) -> tuple[int, int]:
    """The days between which other articles may repeat the words."""
    if not mention.published_on:
        return ALWAYS
    day = days(mention.published_on)[0]
    return day - NEAR_DAYS, day


def keys(mention: Stored[Statement]) -> Iterator[Key]:
    """The keys under which the same words in other articles are found."""
    for item in sketch(mention.record.text):
        yield Key(f"statement|{item}", *when(mention))


def same(a: Utterance, b: Utterance) -> bool:
    """Whether two mentions are of the same statement."""
    one, other = a.mention.record, b.mention.record
    if a.mention.file == b.mention.file or not _same_speaker(one, other) or not overlap(a.when, b.when):
        return False
    if a.plain == b.plain:
        return True
    if one.kind != other.kind:
        return False
    common = len(a.shingles & b.shingles)
    shorter = min(len(a.shingles), len(b.shingles))
    return common >= SIMILAR * len(a.shingles | b.shingles) or (shorter > 5 and common >= CONTAINED * shorter)


def _same_speaker(a: Statement, b: Statement) -> bool:
    if a.speaker and b.speaker:
        return person_key(a.speaker) == person_key(b.speaker)
    return a.speaker_country == b.speaker_country or None in (a.speaker_country, b.speaker_country)


def order(one: Utterance) -> tuple[int, tuple[str, str, int]]:
    """The longest words first."""
    return -len(one.mention.record.text), one.mention.order


def divide(utterances: Iterable[Utterance]) -> list[list[Utterance]]:
    """Mentions divided into statements: each joins the first that all of its mentions agree with."""
    return grouped(sorted(utterances, key=order), same)
