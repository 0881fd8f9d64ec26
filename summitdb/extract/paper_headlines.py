"""Articles that are a document of states themselves, by their headline: "India-France Joint Statement"."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.documents import JOINT, find_documents
from summitdb.extract.paper_mentions import Mention
from summitdb.extract.parties import parties_of
from summitdb.extract.units import Sentence


def headline_document(doc: Document) -> Mention | None:
    """The document that the article itself is: its headline opens with "Joint statement" or ends so."""
    heading = doc.sentences[0] if doc.sentences and doc.sentences[0].role == "title" else None
    if heading is None or "document" not in heading.categories or _tells(heading):
        return None
    for phrase in find_documents(heading):
        opens, closes = phrase.begin == 0, phrase.head == len(heading.units) - 1
        if phrase.kind in JOINT and not phrase.needs and (opens or closes):
            return Mention(phrase, None, "issued", phrase.noun, parties_of(phrase, None))
    return None


def _tells(heading: Sentence) -> bool:
    """Whether a headline tells of something done: "Leaders issue joint statement"."""
    return any(unit.kind == "word" and unit.pos is None and unit.tenses and not unit.tenses <= {"ing"} for unit in heading.units)
