"""Articles that are a joint document themselves, and sentences of which a later one says that they are what such a document
says: "This was written in the joint statement"."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention
from summitdb.extract.document import Document
from summitdb.extract.rules import cite
from summitdb.extract.units import Sentence
from summitdb.records import Statement

WRITTEN = frozenset({"written", "stated", "said", "noted", "announced", "stipulated", "recorded", "contained", "set", "declared"})
POINTING = frozenset({"this", "these", "that", "it", "all"})


TITLED = ("statement", "readout", "communique", "communiqué", "declaration", "press release")


def is_joint_document(doc: Document) -> bool:
    """Whether the article is a joint document by its title: "Joint Readout of Trilateral Meeting"."""
    title = (doc.article.title or "").lower()
    return title.startswith("joint ") and any(word in title for word in TITLED)


def _tells_of_document(sentence: Sentence) -> bool:
    """Whether a sentence is like "This was written in the joint statement of the two presidents."."""
    units = sentence.units
    if len(units) < 4 or units[0].low not in POINTING or units[1].pos not in ("aux",):
        return False
    for i, unit in enumerate(units[:12]):
        row = unit.rows.get("document")
        if row is not None and row["kind"] in ("joint_statement", "declaration") and units[i - 1].pos in ("det", "prep"):
            return any(u.low.split(" ")[0] in WRITTEN for u in units[:i])
    return False


def joint_sentences(doc: Document) -> set[int]:
    """The positions of sentences that stand in a joint document, by what the sentence behind them in their paragraph says."""
    found: set[int] = set()
    paragraph = begin = 0
    for sentence in doc.sentences:
        if sentence.paragraph != paragraph:
            paragraph, begin = sentence.paragraph, sentence.index
        if _tells_of_document(sentence):
            found.update(range(begin, sentence.index))
            begin = sentence.index
    return found


def joint_statement(doc: Document, sentence: Sentence) -> Statement:
    """The whole sentence as a joint statement; its subject, where that is a state, is whose position it gives."""
    statement = Statement(kind="joint", text=doc.body[sentence.start : sentence.end])
    cite(statement, "text", sentence.start, sentence.end, "statement.joint.written_in")
    subject = next((u for u in sentence.units if is_mention(u)), None)
    if subject is not None and subject.kind in ("country", "city") and subject.countries:
        statement.speaker_country = subject.countries[0]
        cite(statement, "speaker_country", subject.start, subject.end, "statement.joint.written_in")
    return statement
