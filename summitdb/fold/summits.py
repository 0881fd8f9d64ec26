"""Accounts divided into summits.

The rules, in words, are in docs/identity.md. Exactly dated accounts are first joined on the same day, then across a day where
one of them has only its publication day. Of the vaguely dated ones (previews, looking back) each then chooses the nearest meeting
that fits; those for which there is none are joined among themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from summitdb.fold.same_summit import follows, same
from summitdb.fold.summit_accounts import Account, order
from summitdb.fold.windows import ALWAYS


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
    return all(follows(a, b) for a in early for b in late)
