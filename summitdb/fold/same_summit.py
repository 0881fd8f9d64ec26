"""Identity of summits: when are two accounts of the same meeting? The rules, in words, are in docs/identity.md."""

from __future__ import annotations

from summitdb.fold.alike import any_alike, same_place
from summitdb.fold.summit_accounts import Account
from summitdb.fold.windows import overlap

SEVERAL = 3


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
    return late.when is not None and early.when is not None and late.when[0] == early.when[1] + 1 and follows(early, late)


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
        alike = (bool(a.title) and a.title == b.title) or (bool(a.city) and a.city == b.city)
        return len(a.who) > 1 or alike or (bool(a.who) and a.hosted and b.hosted)
    common = len(a.who & b.who)
    return (common >= SEVERAL and common / len(a.who | b.who) >= 0.5) or _adds_bystanders(a, b) or _adds_bystanders(b, a)


def _adds_bystanders(a: Account, b: Account) -> bool:
    """Whether `a` names, beside the states that met in `b` and their leaders, only states for which it names nobody: hosts,
    and those that were spoken about."""
    named = {country for country, persons in a.persons.items() if persons}
    return len(b.who) > 1 and b.who < a.who and b.who <= named and not named & (a.who - b.who)


def follows(early: Account, late: Account) -> bool:
    """Whether an account of the next day may be of the same summit: it has only its publication day, or one of them is a
    plan that names who will meet, or the summit is a gathering, which may last. A publisher that reports of two days tells of
    two summits."""
    if early.mention.publisher == late.mention.publisher:
        return False
    lasting = bool((early.gathering or early.title) and (late.gathering or late.title))
    planned = (early.ahead or late.ahead) and bool(early.persons) and bool(late.persons)
    return (lasting or late.soft or planned) and same(early, late)
