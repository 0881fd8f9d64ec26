"""Identity of agreements: parties, kind of document, title and date. The rules, in words, are in docs/identity.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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


def title_words(record: Agreement) -> frozenset[str]:
    """The words of a title that tell it from others of its kind."""
    return content_words(record.title) - _FILLERS


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
    record = mention.record
    first, last = when(mention)
    group = _GROUPS[record.kind]
    if record.parties:
        yield Key(f"agreement|{group}|{'+'.join(sorted(record.parties))}", first - 1, last)
    else:
        yield Key(f"agreement|{group}|{'+'.join(sorted(title_words(record)))}", first - 1, last)


def same(a: Stored[Agreement], b: Stored[Agreement]) -> bool:
    """Whether two accounts are of the same agreement."""
    one, other = a.record, b.record
    group = _GROUPS[one.kind]
    if a.file == b.file or group != _GROUPS[other.kind] or set(one.parties) != set(other.parties):
        return False
    if not _same_date(a, b):
        return False
    words, others = title_words(one), title_words(other)
    if one.parties and (group in _SINGLE or not words or not others):
        return True
    return bool(words & others) and len(words & others) >= 0.5 * min(len(words), len(others))


def _same_date(a: Stored[Agreement], b: Stored[Agreement]) -> bool:
    spans = when(a), when(b)
    if overlap(*spans):
        return True
    # Made on one day by the parties' own account, told the next day by others as of that day.
    later = a if spans[0] > spans[1] else b
    gap = max(spans)[0] - min(spans)[1]
    return gap == 1 and later.record.date == later.published_on and a.publisher != b.publisher


def group(mentions: Iterable[Stored[Agreement]]) -> list[list[Stored[Agreement]]]:
    """The mentions of one block, divided into agreements: each joins the first that all of its accounts agree with."""
    return grouped(sorted(mentions, key=lambda one: (when(one)[1] - when(one)[0], one.order)), same)
