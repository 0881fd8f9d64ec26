"""Which record of one coding is the same as which of the other: a likeness for each table, and one-to-one pairing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from summitdb.records import Agreement, Corridor, Organization, Record, Statement, Summit

# Words that any title of a document or corridor may hold: they tell none from another.
COMMON_WORDS = frozenset((
    "the", "of", "and", "a", "an", "on", "for", "in", "to", "international", "corridor", "route", "project",
    "agreement", "treaty", "memorandum", "understanding", "mou", "between", "joint", "statement", "summit",
))  # fmt: skip
NAME_PARTICLES = frozenset(("jr", "sr", "al", "el", "bin"))
DECLARATIONS = frozenset(("declaration", "joint_statement"))


class Rule(NamedTuple):
    """How like two records of a table are, 0 to 1 or a little over, and from where on they are taken for the same."""

    likeness: Callable[[Any, Any], float]
    least: float


def pair(gold: Sequence[Record], predicted: Sequence[Record], rule: Rule) -> list[tuple[int, int]]:
    """Positions of the records that are the same, each used once, the likest first; ties go to the earlier record."""
    likenesses = [(-round(rule.likeness(g, p), 9), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)]
    pairs: list[tuple[int, int]] = []
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    for unlikeness, i, j in sorted(likenesses):
        if -unlikeness >= rule.least and i in free_gold and j in free_predicted:
            pairs.append((i, j))
            free_gold.remove(i)
            free_predicted.remove(j)
    return pairs


def words(text: str | None, without: Collection[str] = ()) -> list[str]:
    """The lower-case ASCII words of a text: accents and punctuation are no difference."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall("[a-z0-9]+", plain) if word not in without]


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names differ in accents, case and punctuation at most."""
    return words(one) == words(other)


def same_person(one: str | None, other: str | None) -> bool:
    """Whether the last name of one occurs in the other, so that Xi is Xi Jinping and Kim is Kim Jong Un."""
    names, others = words(one, NAME_PARTICLES), words(other, NAME_PARTICLES)
    return bool(names and others) and (names[-1] in others or others[-1] in names)


def dates_agree(one: str | None, other: str | None) -> bool:
    """Whether one partial date is the other or contains it: 2024-08 agrees with 2024-08-19."""
    return bool(one and other) and (str(one).startswith(str(other)) or str(other).startswith(str(one)))


def overlap(one: Collection[Any], other: Collection[Any]) -> float:
    """Shared members as a share of all (Jaccard); nothing shared when both are empty."""
    union = set(one) | set(other)
    return len(set(one) & set(other)) / len(union) if union else 0.0


def word_f1(one: Sequence[str], other: Sequence[str]) -> float:
    """Shared words, counted as often as they occur in both, as F1."""
    return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other)) if one and other else 0.0


def _summits(gold: Summit, predicted: Summit) -> float:
    """States weigh most; people, city, day and the gathering's name tell meetings of the same states apart."""
    shared_person = any(same_person(g.person, p.person) for g in gold.participants for p in predicted.participants)
    shared_city = bool(gold.city) and same_name(gold.city, predicted.city)
    shared_name = word_f1(words(gold.name), words(predicted.name)) >= 0.6
    shared_organization = bool(gold.organization) and same_name(gold.organization, predicted.organization)
    states = 0.6 * overlap(gold.countries, predicted.countries) if gold.countries else 0.25
    day = 0.15 * dates_agree(gold.starts_on, predicted.starts_on)
    return states + day + 0.2 * shared_person + 0.15 * shared_city + 0.3 * (shared_name or shared_organization)


def _agreements(gold: Agreement, predicted: Agreement) -> float:
    """A declaration is never a contract; then parties, sectors and the telling words of the title."""
    if (gold.kind in DECLARATIONS) != (predicted.kind in DECLARATIONS):
        return 0.0
    title = word_f1(words(gold.title, COMMON_WORDS), words(predicted.title, COMMON_WORDS))
    parties, sectors = overlap(gold.parties, predicted.parties), overlap(gold.sectors, predicted.sectors)
    return 0.2 + 0.3 * parties + 0.25 * sectors + 0.25 * title + 0.1 * (gold.status == predicted.status)


def _statements(gold: Statement, predicted: Statement) -> float:
    """The words said, and whether they are quoted."""
    if (gold.kind == "direct") != (predicted.kind == "direct"):
        return 0.0
    return word_f1(words(gold.text), words(predicted.text))


def _corridors(gold: Corridor, predicted: Corridor) -> float:
    """The better of the two names that each record has."""
    forms = [[words(name, COMMON_WORDS) for name in (r.name, r.as_written)] for r in (gold, predicted)]
    return max(word_f1(g, p) for g in forms[0] for p in forms[1])


def _organizations(gold: Organization, predicted: Organization) -> float:
    """Name or acronym, exactly."""
    forms = [{" ".join(words(name)) for name in (r.name, r.acronym) if name} for r in (gold, predicted)]
    return float(bool(forms[0] & forms[1]))


RULES = {
    "summits": Rule(_summits, 0.5),
    "agreements": Rule(_agreements, 0.5),
    "statements": Rule(_statements, 0.6),
    "corridors": Rule(_corridors, 0.5),
    "organizations": Rule(_organizations, 1.0),
}
