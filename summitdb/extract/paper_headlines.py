"""Joint documents of which no sentence tells the issuing: by the headline, "India-France Joint Statement", or as spoken of."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.documents import JOINT, find_documents
from summitdb.extract.paper_mentions import Mention
from summitdb.extract.parties import parties_of
from summitdb.extract.units import Sentence


def headline_document(doc: Document) -> Mention | None:
    """The document that the article itself is: its headline opens with "Joint statement" or ends so."""
    heading = doc.sentences[0] if doc.sentences else None
    if heading is None or "document" not in heading.categories or (heading.role != "title" and heading.units[-1].text == "."):
        return None
    for phrase in find_documents(heading):
        opens, closes = phrase.begin == 0, phrase.head == len(heading.units) - 1 and heading.role == "title"
        if phrase.kind in JOINT and not phrase.needs and (opens or (closes and not _tells(heading))):
            return Mention(phrase, None, "issued", phrase.noun, parties_of(phrase, None))
    return None


def is_issued(mention: Mention) -> bool:
    """Whether a joint document is spoken of as one that is out: "the communique made no reference to trade"."""
    phrase, units = mention.phrase, mention.sentence.units
    if mention.status or phrase.kind != "joint_statement" or phrase.needs or not phrase.definite or phrase.plural:
        return False
    pending = any(unit.pos == "modal" or unit.get("modality") or unit.get("draft") or unit.get("meeting") for unit in units)
    return not pending and (phrase.begin < 3 or units[phrase.begin - 2].text == ",")


def issued(mention: Mention) -> Mention:
    """The mention as one of a document that has been issued."""
    return Mention(mention.phrase, None, "issued", mention.phrase.noun, mention.parties)


def _tells(heading: Sentence) -> bool:
    """Whether a headline tells of something done: "Leaders issue joint statement"."""
    return any(unit.kind == "word" and unit.pos is None and unit.tenses and not unit.tenses <= {"ing"} for unit in heading.units)
