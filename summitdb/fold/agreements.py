"""Identity of agreements: parties, kind of document, title and date. The rules, in words, are in docs/identity.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summitdb.fold.grouping import grouped
from summitdb.fold.names import content_words
from summitdb.fold.stored import Stored
from summitdb.fold.windows import ALWAYS, Key, days, overlap
from summitdb.records import Agreement

NEAR_DAYS = 30

# Kinds that publishers use for one another.
_GROUPS = {
    "treaty": "treaty", "agreement": "treaty", "protocol": "treaty", "memorandum": "memorandum",
    "contract": "contract", "loan_or_grant": "contract", "declaration": "statement", "joint_statement": "statement",
    "roadmap": "roadmap", "package": "package", "ceasefire": "ceasefire", "other": "other",
}  # fmt: skip
# Kinds of which the same parties make only one a day, whatever a publisher calls it.
_SINGLE = ("statement", "package", "ceasefire")
_FILLERS = content_words(
    "agreement agreements treaty memorandum understanding protocol contract declaration statement joint package deal"
    " document documents pact accord cooperation bilateral new signed intergovernmental mutual"
)


@dataclass(frozen=True, slots=True)
class Document:
    """What a mention says that tells its agreement from others: the group of kinds, the words of the title that are not those
    of every other, and the days on which it may have been made."""

    mention: Stored[Agreement]
    group: str
    parties: frozenset[str]
    words: frozenset[str]
    when: tuple[int, int]

    @property
    def exact(self) -> bool:
        """Whether it is dated to the day."""
        return self.mention.record.date is not None and len(self.mention.record.date) == 10


def document(mention: Stored[Agreement]) -> Document:
    """The features of a mention by which agreements are told apart."""
    record = mention.record
    words = content_words(record.title) - _FILLERS
    return Document(mention, _GROUPS[record.kind], frozenset(record.parties), words, when(mention))


def when(mention: Stored[Agreement]) -> tuple[int, int]:
    """The days on which an agreement may have been made."""
    if mention.record.date:
        return days(mention.record.date)
    if mention.published_on:
        day = days(mention.published_on)[0]
        return day - NEAR_DAYS, day + NEAR_DAYS
    return ALWAYS


def keys(mention: Stored[Agreement]) -> Iterator[Key]:
    """The keys under which other accounts of the same agreement are found."""
    one = document(mention)
    first, last = one.when
    yield Key(f"agreement|{one.group}|{'+'.join(sorted(one.parties or one.words))}", first - 1, last)


def same(a: Document, b: Document) -> bool:
    """Whether two accounts are of the same agreement."""
    if a.mention.file == b.mention.file or a.group != b.group or a.parties != b.parties or not _same_date(a, b):
        return False
    if a.parties and (a.group in _SINGLE or not a.words or not b.words):
        return True
    return bool(a.words & b.words) and len(a.words & b.words) >= 0.5 * min(len(a.words), len(b.words))


def _same_date(a: Document, b: Document) -> bool:
    if overlap(a.when, b.when):
        return True
    # Made on one day by the parties' own account, told the next day by others as of that day.
    early, late = (a.mention, b.mention) if a.when < b.when else (b.mention, a.mention)
    gap = max(a.when, b.when)[0] - min(a.when, b.when)[1]
    return gap == 1 and late.record.date == late.published_on and early.publisher != late.publisher


def order(one: Document) -> tuple[int, tuple[str, str, int]]:
    """Certain accounts first."""
    return one.when[1] - one.when[0], one.mention.order


def divide(documents: Iterable[Document]) -> list[list[Document]]:
    """Accounts divided into agreements: each joins the first that all of its accounts agree with."""
    return grouped(sorted(documents, key=order), same)


def choose(one: Document, agreements: Iterable[list[Document]]) -> list[Document] | None:
    """Where a vaguely dated account belongs: to the agreement that fits and is nearest to the middle of its days."""
    found = [group for group in agreements if all(same(one, other) for other in group)]
    middle = sum(one.when) // 2
    return min(found, key=lambda group: (abs(group[0].when[0] - middle), order(group[0])), default=None)
