"""Sectors of an agreement: the fields it is on, from its title, the words around it, those who sign it and the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from summitdb.extract.document import Document
from summitdb.extract.documents import JOINT
from summitdb.extract.paper import MADE, Paper
from summitdb.extract.paper_mentions import Mention
from summitdb.extract.rules import cite_item
from summitdb.extract.topics import Found, Weighed, heaviest, of_name, weigh
from summitdb.gazetteer.uses import words
from summitdb.records import Agreement, Summit

MOST, MOST_PAID = 9, 3  # fields of a document, and those that money is lent for
AID = words("document", "aid")
SIGNING = frozenset(("body", "role", "person"))
MOST_JOINT = 5  # fields of a joint statement that the meeting tells
APPOSED = 6  # units before the noun that says what a document is
TOLD_TWICE = 1.5  # what a field weighs that both the title and a sentence tell
AFTER, AFTER_JOINT, BEFORE = 0.6, 0.7, 0.6  # how much the words around a title count


class Sectors(Struct):
    """What the documents of an article are on: `mentions` of them by the number of their sentence, and the meetings."""

    doc: Document
    summits: list[Summit]
    mentions: dict[int, list[Mention]] = field(default_factory=dict)

    def set(self, paper: Paper, record: Agreement, title: tuple[int, int]) -> None:
        """Give `record` the fields that the first source tells which tells any, beside what goes without saying: finance for a
        loan, a peace process for a cease-fire."""
        noun = paper.first.phrase.noun
        implied = "peace_process" if record.kind == "ceasefire" else "finance" if _is_money(paper, record) else ""
        if implied:
            cite_item(record, "sectors", record.sectors, implied, noun.start, noun.end, "agreement.sector.kind")  # type: ignore[arg-type]
        rule, found = next((told for told in self._sources(paper, record, title, implied) if told[1]), ("", []))
        for topic, start, end in found if implied != "finance" else found[:MOST_PAID]:
            cite_item(record, "sectors", record.sectors, topic, start, end, rule)  # type: ignore[arg-type]

    def _sources(
        self, paper: Paper, record: Agreement, title: tuple[int, int], implied: str
    ) -> Iterator[tuple[str, list[Found]]]:
        """What tells of the fields beside the implied one, surest first, each with its rule: the title, the ministries in it, the
        sentence, the ministers in that, the meeting."""
        yield "agreement.sector.title", self._of_title(paper, record, title, implied)
        yield "agreement.sector.signers", self._of_signers(paper, title)
        if record.kind != "ceasefire":
            yield "agreement.sector.sentence", self._of_sentence(paper, implied)
        if implied == "finance":
            yield "agreement.sector.before", self._of_sentence_before(paper, implied)
        if not implied and record.status in MADE:
            sentence = paper.first.sentence
            yield "agreement.sector.signers", self._of_signers(paper, (sentence.start, sentence.end))
        if not implied and record.status != "in_force":
            yield "agreement.sector.summit", self._of_meeting(paper, MOST_JOINT if record.kind in JOINT else 1)

    def _of_title(self, paper: Paper, record: Agreement, title: tuple[int, int], implied: str) -> list[Found]:
        """What the title tells beside what is implied, what is said of the document in the same breath, and where the article
        takes it up again."""
        spans: list[Weighed] = [(*title, 1.0)]
        joint = record.kind in JOINT
        for mention in paper.mentions if not paper.first.phrase.parts else []:
            phrase, units = mention.phrase, mention.sentence.units
            if mention is not paper.first:
                spans.append((units[phrase.begin].start, units[phrase.stop - 1].end, 1.0))
            described = any(_is_apposed(mention, other) for other in self.mentions[mention.sentence.index])
            if joint or described or not mention.content or not self._tells(mention):
                spans.append((*self._after(mention), AFTER_JOINT if joint else AFTER))
            if mention.deed is not None and mention.deed.at < phrase.begin and mention.deed.status == "agreed":
                spans.append((mention.deed.verb.end, units[phrase.begin].start, BEFORE))
        spans += [(sentence.start, sentence.end, 1.0) for sentence in paper.more]
        weights = weigh(self.doc, spans)
        weights.pop(implied, None)
        return heaviest(weights, 0.5, 0.3, MOST, 0.45)

    def _tells(self, mention: Mention) -> bool:
        """Whether the words for a document say what it is on."""
        phrase, units = mention.phrase, mention.sentence.units
        return bool(weigh(self.doc, [(units[phrase.begin].start, units[phrase.stop - 1].end, 1.0)]))

    def _after(self, mention: Mention) -> tuple[int, int]:
        """What the sentence goes on to say of a document: up to the next one."""
        phrase, here = mention.phrase, self.mentions[mention.sentence.index]
        start = mention.sentence.units[phrase.stop - 1].end
        others = [m.phrase.noun.start for m in here if m.status and m.phrase.head > phrase.head and not _is_apposed(mention, m)]
        return start, min(others, default=mention.sentence.end)

    def _of_signers(self, paper: Paper, span: tuple[int, int]) -> list[Found]:
        """The fields of the ministries and ministers named in `span`: "a memorandum between the Ministries of Agriculture"."""
        found: dict[str, Found] = {}
        for unit in paper.first.sentence.units:
            if unit.kind in SIGNING and span[0] <= unit.start < span[1]:
                for topic in of_name(self.doc, unit):
                    found.setdefault(topic, (topic, unit.start, unit.end))
        return list(found.values())

    def _of_sentence(self, paper: Paper, implied: str) -> list[Found]:
        """What the sentences tell that speak of this document alone, beside what is implied."""
        told = self.mentions
        alone = (m.sentence for m in paper.mentions if m.phrase.plural or sum(bool(o.status) for o in told[m.sentence.index]) < 2)
        weights = weigh(self.doc, [(sentence.start, sentence.end, 1.0) for sentence in alone])
        weights.pop(implied, None)
        return heaviest(weights, 0.5, 0.5, 2, 0.45)

    def _of_sentence_before(self, paper: Paper, implied: str) -> list[Found]:
        """What the sentence before is on: "The plant will have two units. The bank lends 40 million dollars"."""
        at = paper.first.sentence.index
        told = [s for s in self.doc.sentences if s.role == "title" or s.index == at - 1]
        weights = weigh(self.doc, [(sentence.start, sentence.end, 1.0) for sentence in told])
        weights.pop(implied, None)
        return heaviest(weights, TOLD_TWICE, 0.9, 1, 0.8)

    def _of_meeting(self, paper: Paper, most: int) -> list[Found]:
        """What the meeting was on at which a lone document was made, `most` of it: a joint statement is on all of it."""
        main = next((s for s in self.summits if s.main and s.topics), None)
        alone = len(self.mentions) < 6 and not paper.first.phrase.plural and not paper.first.listed
        if main is None or (len(main.topics) > 5 and most == 1) or not alone:
            return []
        about = {e.field: e for e in main.evidence if e.field.startswith("topics/")}
        told = [(topic, about[f"topics/{i}"]) for i, topic in enumerate(main.topics[:most])]
        return [(topic, item.start, item.end) for topic, item in told]


def sectors(doc: Document, papers: list[Paper], summits: list[Summit]) -> Sectors:
    """What tells of the fields of an article's documents."""
    found = Sectors(doc, summits)
    for mention in _mentions(papers):
        found.mentions.setdefault(mention.sentence.index, []).append(mention)
    return found


def _mentions(papers: list[Paper]) -> Iterator[Mention]:
    for paper in papers:
        yield from paper.mentions


def _is_apposed(mention: Mention, other: Mention) -> bool:
    """Whether `other` says what the document before it is: "the Suva Accord, a new framework for cooperation in"."""
    units, stop = mention.sentence.units, mention.phrase.stop
    between = units[stop : other.phrase.head]
    if mention.listed or other.listed:
        return False
    return bool(between) and between[0].text == "," and len(between) < APPOSED and any(u.low in ("a", "an") for u in between[:2])


def _is_money(paper: Paper, record: Agreement) -> bool:
    """Whether it lends or grants money, and not food or medicine."""
    return record.kind == "loan_or_grant" and paper.first.phrase.noun.low not in AID
