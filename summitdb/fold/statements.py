"""Identity of statements: the same words, nearly, by the same speaker, published within days of each other.

Two translations of one utterance are two statements unless they are near-identical.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from summitdb.fold.grouping import grouped
from summitdb.fold.names import person_key, plain, slugify
from summitdb.fold.stored import Stored
from summitdb.fold.windows import ALWAYS, Key, days, overlap
from summitdb.records import Statement

NEAR_DAYS = 10
SKETCH = 4
SIMILAR = 0.7
CONTAINED = 0.9


@lru_cache(maxsize=4096)
def shingles(text: str) -> frozenset[str]:
    """Every run of three words of a text, or the whole of a shorter one."""
    words = slugify(text).split("-")
    return frozenset(" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2)))


def sketch(text: str) -> list[str]:
    """The few shingles with the lowest hashes: near-identical texts have some of them in common."""
    return sorted(blake2b(item.encode(), digest_size=6).hexdigest() for item in shingles(text))[:SKETCH]


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


def same(a: Stored[Statement], b: Stored[Statement]) -> bool:
    """Whether two mentions are of the same statement."""
    if a.file == b.file or not _same_speaker(a.record, b.record) or not overlap(when(a), when(b)):
        return False
    if plain(a.record.text) == plain(b.record.text):
        return True
    if a.record.kind != b.record.kind:
        return False
    one, other = shingles(a.record.text), shingles(b.record.text)
    common = len(one & other)
    shorter = min(len(one), len(other))
    return common >= SIMILAR * len(one | other) or (shorter > 5 and common >= CONTAINED * shorter)


def _same_speaker(a: Statement, b: Statement) -> bool:
    if a.speaker and b.speaker:
        return person_key(a.speaker) == person_key(b.speaker)
    return a.speaker_country == b.speaker_country or None in (a.speaker_country, b.speaker_country)


def group(mentions: Iterable[Stored[Statement]]) -> list[list[Stored[Statement]]]:
    """The mentions of one block, divided into statements: each joins the first that all of its mentions agree with."""
    return grouped(sorted(mentions, key=lambda one: (-len(one.record.text), one.order)), same)
