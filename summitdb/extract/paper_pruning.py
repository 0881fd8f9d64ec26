"""Documents that are no rows of their own: packages told again one by one, and what is only named in passing."""

from __future__ import annotations

from collections import Counter

from summitdb.extract.paper import MADE, Paper

FOLLOWING = frozenset(
    ("pursuant to", "pursuant", "in accordance with", "accordance", "in line with", "in line", "compliance", "conformity")
)


def without_enumerated(papers: list[Paper]) -> list[Paper]:
    """Leave out a package all of whose documents are named one by one."""
    kept = []
    enumerated = Counter(id(paper.first.deed) for paper in papers if paper.first.listed)
    for at, paper in enumerate(papers):
        phrase = paper.first.phrase
        if phrase.plural and not paper.first.listed:
            named = enumerated[id(paper.first.deed)]
            if named > 1 and (named >= 0.7 * phrase.count if phrase.count else phrase.definite):
                continue
            if phrase.count and phrase.count == _named_behind(papers, at):
                continue
        kept.append(paper)
    return kept


def _named_behind(papers: list[Paper], at: int) -> int:
    """How many documents the sentence behind that of the package at `at` tells to have been made: "signed two pacts. They signed
    an accord on gas, as well as a deal on fees"."""
    index, named = papers[at].first.sentence.index + 1, 0
    for k in range(at + 1, len(papers)):
        paper = papers[k]
        if paper.first.sentence.index > index:
            break
        named += paper.first.sentence.index == index and paper.status in MADE and not paper.first.phrase.plural
    return named


def is_in_passing(paper: Paper) -> bool:
    """Whether a document is only named once as what something else follows: "pursuant to their Joint Patrols Agreement"."""
    first = paper.first
    before = first.sentence.units[max(0, first.phrase.begin - 4) : first.phrase.begin]
    return len(paper.mentions) == 1 and first.deed is None and any(unit.low in FOLLOWING for unit in before)
