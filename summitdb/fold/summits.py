"""Identity of summits: when are two accounts of the same meeting?

The rules, in words, are in docs/identity.md. Accounts are first joined on the same day, then across a day where one of them has
only its publication day, and vaguely dated ones (previews, looking back) last, each to the nearest meeting that fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from summitdb.fold.names import content_words, person_key, slugify
from summitdb.fold.stored import Stored
from summitdb.fold.windows import ALWAYS, Key, days
from summitdb.records import Summit

REMOTE = ("call", "video_conference")
AHEAD = ("planned", "proposed")
PREVIEW_DAYS = 45
REPORT_DAYS = 7
MANY = 6

_NAME_FILLERS = content_words("summit meeting leaders virtual annual informal session conference talks th st nd rd")


@dataclass(frozen=True, slots=True)
class Account:
    """What a mention says that tells its summit from others. `when` is None where nothing dates it."""

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

    @property
    def size(self) -> int:
        """How many days the summit may be dated to."""
        return 0 if self.when is None else self.when[1] - self.when[0]


def account(mention: Stored[Summit]) -> Account:
    """The features of a mention by which summits are told apart."""
    record = mention.record
    persons: dict[str | None, set[str]] = {}
    for participant in record.participants:
        persons.setdefault(participant.country, set()).add(person_key(participant.person))
    exact = record.starts_on is not None and len(record.starts_on) == 10
    return Account(
        mention=mention,
        who=frozenset(record.countries) | {country for country in persons if country},
        persons={country: frozenset(keys) for country, keys in persons.items()},
        gathering=slugify(record.organization or ""),
        title=content_words(record.name or "") - _NAME_FILLERS,
        when=when(record, mention.published_on, mention.main),
        exact=exact,
        soft=exact and record.starts_on == mention.published_on,
        remote=record.format in REMOTE,
        city=slugify(record.city or ""),
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
    format_class = "remote" if one.remote else "met"
    vague = one.when is None or one.size > 31
    if vague:
        year = (mention.record.starts_on or mention.published_on or "")[:4]
        who = "+".join(sorted(one.who))
        title = "+".join(sorted(one.title))
        yield Key(f"summit|vague|{year}|{who}|{one.gathering}|{title}|{one.city}|{format_class}")
    if one.when is None:
        return
    first, last = one.when[0] - 1, one.when[1]
    if one.gathering:
        yield Key(f"summit|by|{one.gathering}", first, last)
    if one.title:
        yield Key(f"summit|named|{'+'.join(sorted(one.title))}", first, last)
    if vague:
        return
    if len(one.who) < 2:
        yield Key(f"summit|alone|{'+'.join(one.who)}|{one.city}", first, last)
    elif len(one.who) <= MANY:
        for pair in combinations(sorted(one.who), 2):
            yield Key(f"summit|{pair[0]}+{pair[1]}", first, last)
    else:
        yield Key(f"summit|many|{'+'.join(sorted(one.who))}", first, last)


def same(a: Account, b: Account) -> bool:
    """Whether two accounts may be of the same summit, their dates aside."""
    if a.mention.file == b.mention.file or (a.remote != b.remote and not _gather_alike(a, b)):
        return False
    if a.city and b.city and a.city != b.city and not a.remote:
        return False
    for country in set(a.persons) & set(b.persons):
        if not a.persons[country] & b.persons[country]:
            return False
    return _same_gathering(a, b) if a.gathering or b.gathering else _same_states(a, b)


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
    return (bool(a.title) and a.title == b.title) or (len(a.who) > 1 and a.who == b.who)


def _same_states(a: Account, b: Account) -> bool:
    if a.title and b.title and not (a.title <= b.title or b.title <= a.title):
        return False
    if a.who == b.who:
        return len(a.who) > 1 or (bool(a.title) and a.title == b.title) or (bool(a.city) and a.city == b.city)
    common = len(a.who & b.who)
    return common >= 3 and common / len(a.who | b.who) >= 0.5


def group(mentions: Iterable[Stored[Summit]]) -> list[list[Stored[Summit]]]:
    """The mentions of one block, divided into summits. The result depends only on the set of mentions."""
    accounts = sorted((account(mention) for mention in mentions), key=_order)
    clusters = _same_day([one for one in accounts if one.exact])
    clusters = _next_day(clusters)
    spans = [_span(cluster) for cluster in clusters]
    for one in accounts:
        if not one.exact:
            _place(one, clusters, spans)
    return [[one.mention for one in cluster] for cluster in clusters]


def _order(one: Account) -> tuple[int, bool, int, int, tuple[str, str, int]]:
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
    ordered = sorted(clusters, key=lambda cluster: (_span(cluster), _order(cluster[0])))
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
    if {one.mention.publisher for one in early} & {one.mention.publisher for one in late}:
        return False
    lasting = all(one.gathering or one.title for one in early + late)
    return (lasting or all(one.soft for one in late)) and all(same(a, b) for a in early for b in late)


def _place(one: Account, clusters: list[list[Account]], spans: list[tuple[int, int]]) -> None:
    """Put a vaguely dated account where it belongs: a preview to the next meeting that fits, a report to the last one, a
    month or year to the only one; else to a cluster of its own."""
    near = _overlapping(one, spans)
    found = [i for i in near if _may_be(one, clusters[i]) and all(same(one, other) for other in clusters[i])]
    if one.mention.record.starts_on and len(found) > 1:
        found = []
    if found:
        ahead = one.mention.record.status in AHEAD
        best = min(found, key=lambda i: (spans[i][0] if ahead else -spans[i][1], _order(clusters[i][0])))
        clusters[best].append(one)
        spans[best] = _span(clusters[best])
    else:
        clusters.append([one])
        spans.append(_span([one]))


def _may_be(one: Account, cluster: list[Account]) -> bool:
    """Whether the dates of an account and of a cluster, which have days in common, agree."""
    if one.when is None:
        return all(other.when is None and other.city == one.city and other.title == one.title for other in cluster)
    if any(other.when is None for other in cluster):
        return False
    if one.size > 31 and not (one.gathering or one.title):
        return all(other.when == one.when and other.city == one.city for other in cluster)
    return True
