"""A document of an article, with all the places where the text speaks of it."""

from __future__ import annotations

from msgspec import Struct, field

from summitdb.extract.paper_mentions import Mention
from summitdb.extract.units import Sentence

RENEWING = ("renew", "extend", "prolong", "reviv", "restor")
MADE = frozenset(("signed", "adopted", "issued", "initialled", "agreed"))
OUTRANKS = {
    status: rank
    for rank, statuses in enumerate(
        (
            ("proposed",),
            ("planned", "in_force"),
            ("agreed",),
            ("initialled", "issued"),
            ("signed", "adopted"),
            ("suspended", "terminated"),
        )
    )
    for status in statuses
}


class Paper(Struct):
    """A document with all its mentions, the first one leading, the sentences that tell what is in it ("They covered ..."), and
    the years, states and words of content that the mentions together name."""

    mentions: list[Mention] = field(default_factory=list)
    more: list[Sentence] = field(default_factory=list)
    years: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    content: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for mention in self.mentions:
            self._learn(mention)

    def _learn(self, mention: Mention) -> None:
        self.years |= mention.years
        self.states |= mention.states
        self.content |= mention.content

    @property
    def first(self) -> Mention:
        return self.mentions[0]

    @property
    def kind(self) -> str:
        return self.first.phrase.kind

    @property
    def status(self) -> str:
        return self.first.status

    def add(self, mention: Mention) -> None:
        """Add a mention; what became of the document (signed, suspended) outranks what was planned for it."""
        first = self.first
        higher = bool(mention.status) and OUTRANKS[mention.status] > OUTRANKS[first.status]
        if first.deed is not None and first.deed.verb.low.startswith(RENEWING):
            higher = False  # "extended the pact that expired in May"
        if (
            mention.firm
            and higher
            and (mention.status in ("suspended", "terminated") or first.status in ("planned", "proposed", "in_force", "agreed"))
        ):
            first.status, first.cue = mention.status, mention.cue
        self.mentions.append(mention)
        self._learn(mention)

    def told_with(self, mention: Mention) -> bool:
        """Whether a mention in the same sentence tells of the same deed."""
        for known in reversed(self.mentions):
            if known.sentence is not mention.sentence:
                return False
            if known.deed is mention.deed and known.deed is not None:
                return True
        return False
