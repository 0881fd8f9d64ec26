"""Accounts of summits: what a mention says that tells its summit from others, and under which keys it finds others of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from summitdb.fold.alike import telling_words
from summitdb.fold.names import person_key, slugify
from summitdb.fold.stored import Stored
from summitdb.fold.windows import ALWAYS, Key, clipped, days
from summitdb.records import Summit

REMOTE = ("call", "video_conference")
AHEAD = ("planned", "proposed")
PREVIEW_DAYS = 45
REPORT_DAYS = 7
MONTHS = PREVIEW_DAYS  # what is dated to more days than these is dated by its year
MANY = 6


@dataclass(frozen=True, slots=True)
class Account:
    """What a mention says that tells its summit from others. `when` is None where nothing dates it. `undated` names what
    accounts without month and gathering must have in common, and is empty for others."""

    mention: Stored[Summit]
    who: frozenset[str]
    persons: dict[str | None, frozenset[str]]
    gathering: str
    title: frozenset[str]
    when: tuple[int, int] | None
    exact: bool
    soft: bool
    remote: bool
    city: str
    undated: str

    @property
    def size(self) -> int:
        """How many days the summit may be dated to."""
        return 0 if self.when is None else self.when[1] - self.when[0]

    @property
    def hosted(self) -> bool:
        """Whether it tells of a summit of many on a certain day: of one state there is but one."""
        return self.exact and self.mention.record.format == "summit"

    @property
    def ahead(self) -> bool:
        """Whether it tells of a summit to come."""
        return self.mention.record.status in AHEAD


def account(mention: Stored[Summit]) -> Account:
    """The features of a mention by which summits are told apart."""
    record = mention.record
    persons: dict[str | None, set[str]] = {}
    for participant in record.participants:
        persons.setdefault(participant.country, set()).add(person_key(participant.person))
    exact = record.starts_on is not None and len(record.starts_on) == 10
    who = frozenset(record.countries) | {country for country in persons if country}
    gathering, city = slugify(record.organization or ""), slugify(record.city or "")
    title = telling_words(record)
    dated = when(record, mention.published_on, mention.main)
    remote = record.format in REMOTE
    undated = ""
    if dated is None or (dated[1] - dated[0] > MONTHS and not gathering and not title):
        year = (record.starts_on or mention.published_on or "")[:4]
        what = ("+".join(sorted(who)), gathering, "+".join(sorted(title)), city, "remote" if remote else "met")
        undated = "|".join(("summit|vague", year, *what))
    return Account(
        mention=mention,
        who=who,
        persons={country: frozenset(keys) for country, keys in persons.items()},
        gathering=gathering,
        title=title,
        when=dated,
        exact=exact,
        soft=exact and record.starts_on == mention.published_on,
        remote=remote,
        city=city,
        undated=undated,
    )


def when(record: Summit, published_on: str | None, main: bool) -> tuple[int, int] | None:
    """The days on which a summit may have begun; for an exact date until its last day."""
    if record.starts_on:
        first, last = days(record.starts_on)
        if len(record.starts_on) == 10 and record.ends_on and len(record.ends_on) == 10:
            last = max(last, days(record.ends_on)[1])
        return first, last
    if not published_on:
        return None
    day = days(published_on)[0]
    if record.status in AHEAD:
        return day, day + PREVIEW_DAYS
    return (day - REPORT_DAYS, day) if main else None


def keys(mention: Stored[Summit]) -> Iterator[Key]:
    """The keys under which other accounts of the same summit are found."""
    one = account(mention)
    if one.undated:
        yield Key(one.undated)
        return
    first, last = clipped(one.when[0] - 1, one.when[1]) if one.when else ALWAYS
    if one.gathering:
        yield Key(f"summit|by|{one.gathering}", first, last)
    if one.title:
        yield Key(f"summit|named|{'+'.join(sorted(one.title))}", first, last)
    if one.size > MONTHS:
        return
    if len(one.who) < 2:
        yield Key(f"summit|alone|{'+'.join(one.who)}|{one.city}", first, last)
    elif len(one.who) <= MANY:
        for pair in combinations(sorted(one.who), 2):
            yield Key(f"summit|{pair[0]}+{pair[1]}", first, last)
    else:
        yield Key(f"summit|many|{'+'.join(sorted(one.who))}", first, last)


def order(one: Account) -> tuple[int, bool, int, int, tuple[str, str, int]]:
    """Certain and exact accounts first, those that name most states and persons before others."""
    return (one.size, one.soft, one.when[0] if one.when else 0, -len(one.who), one.mention.order)
