"""Identity of summits: when are two accounts of the same meeting?

The rules, in words, are in docs/identity.md. Exactly dated accounts are first joined on the same day, then across a day where
one of them has only its publication day. Of the vaguely dated ones (previews, looking back) each then chooses the nearest meeting
that fits; those for which there is none are joined among themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from summitdb.fold.alike import any_alike, same_place, telling_words
from summitdb.fold.names import person_key, slugify
from summitdb.fold.stored import Stored
from summitdb.fold.windows import ALWAYS, Key, clipped, days, overlap
from summitdb.records import Summit

REMOTE = ("call", "video_conference")
AHEAD = ("planned", "proposed")
PREVIEW_DAYS = 45
REPORT_DAYS = 7
MONTHS = PREVIEW_DAYS  # what is dated to more days than these is dated by its year
SEVERAL = 3
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


def linked(a: Account, b: Account) -> bool:
    """Whether two accounts may be of the same summit, looked at by themselves."""
    if a.undated or b.undated:
        return a.undated == b.undated and same(a, b)
    if a.when is None or b.when is None:
        return False
    if overlap(a.when, b.when):
        return same(a, b)
    if not (a.exact and b.exact):
        return False
    early, late = (a, b) if a.when < b.when else (b, a)
    return late.when is not None and early.when is not None and late.when[0] == early.when[1] + 1 and _follows(early, late)


def same(a: Account, b: Account) -> bool:
    """Whether two accounts may be of the same summit, their dates aside."""
    if a.mention.file == b.mention.file or (a.remote != b.remote and not _gather_alike(a, b)):
        return False
    if a.city and b.city and not a.remote and not same_place(a.city, b.city):
        return False
    if not _same_persons(a, b):
        return False
    return _same_gathering(a, b) if a.gathering or b.gathering else _same_states(a, b)


def _same_persons(a: Account, b: Account) -> bool:
    """Whether the countries for which both name persons have one in common; of three states and more one may be represented
    by somebody else, who met the others too."""
    shared = set(a.persons) & set(b.persons) - {None}
    apart = [country for country in shared if not any_alike(a.persons[country], b.persons[country])]
    return not apart or (len(apart) == 1 < len(shared) and min(len(a.who), len(b.who)) >= SEVERAL)


def _gather_alike(a: Account, b: Account) -> bool:
    """Whether both are of one organization's gathering: one account may leave out that it was held by video link."""
    return bool(a.gathering) and a.gathering == b.gathering


def _same_gathering(a: Account, b: Account) -> bool:
    if a.gathering and b.gathering:
        if a.gathering != b.gathering:
            return False
        if a.title and b.title:
            return bool(a.title <= b.title or b.title <= a.title)
        return True
    return (bool(a.title) and a.title == b.title) or (len(a.who) >= SEVERAL and a.who == b.who)


def _same_states(a: Account, b: Account) -> bool:
    if a.title and b.title and not (a.title <= b.title or b.title <= a.title):
        return False
    if a.who == b.who:
        return len(a.who) > 1 or (bool(a.title) and a.title == b.title) or (bool(a.city) and a.city == b.city)
    common = len(a.who & b.who)
    return (common >= SEVERAL and common / len(a.who | b.who) >= 0.5) or _adds_bystanders(a, b) or _adds_bystanders(b, a)


def _adds_bystanders(a: Account, b: Account) -> bool:
    """Whether `a` names, beside the states that met in `b` and their leaders, only states for which it names nobody: hosts,
    and those that were spoken about."""
    named = {country for country, persons in a.persons.items() if persons}
    return len(b.who) > 1 and b.who < a.who and b.who <= named and not named & (a.who - b.who)


def divide(accounts: Iterable[Account]) -> list[list[Account]]:
    """Exactly dated accounts divided into summits."""
    return _next_day(_same_day(sorted(accounts, key=order)))


def choose(one: Account, meetings: Iterable[list[Account]]) -> list[Account] | None:
    """Where a vaguely dated account belongs: a preview to the next meeting that fits, a report to the last one, a month or
    year to the only one."""
    found = [(_span(group), group) for group in meetings if _fits(one, group)]
    if not found or (one.mention.record.starts_on and len(found) > 1):
        return None
    return min(found, key=lambda item: (item[0][0] if one.ahead else -item[0][1], order(item[1][0])))[1]


def divide_vague(accounts: Iterable[Account]) -> list[list[Account]]:
    """Vaguely dated accounts without a meeting divided into summits: each chooses among those before it, which are less
    vague."""
    groups: list[list[Account]] = []
    for one in sorted(accounts, key=order):
        if chosen := choose(one, groups):
            chosen.append(one)
        else:
            groups.append([one])
    return groups


def _fits(one: Account, group: Sequence[Account]) -> bool:
    first, last = one.when or ALWAYS
    span = _span(group)
    return span[0] <= last and first <= span[1] and all(same(one, other) for other in group)


def order(one: Account) -> tuple[int, bool, int, int, tuple[str, str, int]]:
    """Certain and exact accounts first, those that name most states and persons before others."""
    return (one.size, one.soft, one.when[0] if one.when else 0, -len(one.who), one.mention.order)


def _span(cluster: Sequence[Account]) -> tuple[int, int]:
    """The days of the exactly dated accounts of a cluster, or else those on which all of them may be."""
    dated = [one.when for one in cluster if one.exact and one.when]
    if dated:
        return min(first for first, _ in dated), max(last for _, last in dated)
    vague = [one.when for one in cluster if one.when] or [ALWAYS]
    return max(first for first, _ in vague), min(last for _, last in vague)


def _same_day(accounts: Iterable[Account]) -> list[list[Account]]:
    clusters: list[list[Account]] = []
    spans: list[tuple[int, int]] = []
    for one in accounts:
        for i in _overlapping(one, spans):
            if all(same(one, other) for other in clusters[i]):
                clusters[i].append(one)
                spans[i] = _span(clusters[i])
                break
        else:
            clusters.append([one])
            spans.append(_span([one]))
    return clusters


def _overlapping(one: Account, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Which of the clusters, given by their spans, may be of the days of an account: few, whatever the size of the block."""
    first, last = one.when or ALWAYS
    return [i for i, span in enumerate(spans) if span[0] <= last and first <= span[1]]


def _next_day(clusters: Iterable[list[Account]]) -> list[list[Account]]:
    """Join two clusters a day apart that share no publisher, where the later one has only its publication day, as reports
    of the day before often do, or where both are of one gathering, which may last."""
    ordered = sorted(clusters, key=lambda cluster: (_span(cluster), order(cluster[0])))
    starting: dict[int, list[int]] = defaultdict(list)
    for i, cluster in enumerate(ordered):
        starting[_span(cluster)[0]].append(i)
    joined: list[list[Account]] = []
    taken: set[int] = set()
    for i, early in enumerate(ordered):
        if i in taken:
            continue
        later = (j for j in starting[_span(early)[1] + 1] if j > i and j not in taken)
        late = next((j for j in later if _continues(early, ordered[j])), None)
        if late is not None:
            taken.add(late)
        joined.append(early if late is None else early + ordered[late])
    return joined


def _continues(early: list[Account], late: list[Account]) -> bool:
    return all(_follows(a, b) for a in early for b in late)


def _follows(early: Account, late: Account) -> bool:
    """Whether an account of the next day may be of the same summit: it has only its publication day, or one of them is a
    plan that names who will meet, or the summit is a gathering, which may last. A publisher that reports of two days tells of
    two summits."""
    if early.mention.publisher == late.mention.publisher:
        return False
    lasting = bool((early.gathering or early.title) and (late.gathering or late.title))
    planned = (early.ahead or late.ahead) and bool(early.persons) and bool(late.persons)
    return (lasting or late.soft or planned) and same(early, late)
