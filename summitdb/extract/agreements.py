"""Agreements of an article: its documents and deals, each once, with kind, parties, status, date and sectors."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.documents import TENTATIVE, DocumentPhrase, find_documents
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.topics import topics_between
from summitdb.extract.units import Unit
from summitdb.records import Agreement, Summit

DONE = frozenset({"signed", "adopted", "issued", "initialled", "agreed"})
JOINT = frozenset({"declaration", "joint_statement"})
GENERIC = frozenset({"the", "a", "an", "new", "document", "documents", "agreement", "agreements", "treaty", "accord", "deal", "pact"})


def _content(phrase: DocumentPhrase) -> set[str]:
    head = phrase.sentence.units[phrase.head]
    return {u.low for u in phrase.units if u is not head and u.kind != "mark" and u.pos is None and u.low not in GENERIC}


def _named(phrase: DocumentPhrase) -> bool:
    """A capitalised or dated document: "Da Nang Declaration", "2019 accord", "Treaty on Conventional Armed Forces"."""
    units = phrase.units
    head = phrase.sentence.units[phrase.head]
    if head.is_capitalised and phrase.head > 0 and len(units) > 1:
        return True
    return any(u.kind == "date" for u in units) or any(u.kind == "number" and len(u.text) == 4 and u.text[:2] in ("19", "20") for u in units)


def _status(phrase: DocumentPhrase) -> tuple[str, Unit] | None:
    units = phrase.sentence.units
    head = units[phrase.head]
    if phrase.status is not None and phrase.verb is not None:
        if phrase.status == "postponed":
            return "planned", phrase.verb
        if phrase.status == "cancelled":
            return "terminated", phrase.verb
        return phrase.status, phrase.verb
    before = units[max(0, phrase.begin - 6) : phrase.begin]
    if any(u.low in TENTATIVE for u in (*before, *phrase.units)):
        return "proposed", head
    if _named(phrase):
        return "in_force", head
    return None


def _parties(doc: Document, phrase: DocumentPhrase, main: Summit | None, record: Agreement, done: bool) -> None:
    rule = "agreement.party.between"
    for unit in phrase.between:
        for code in unit.countries[:1]:
            cite_item(record, "parties", record.parties, code, unit.start, unit.end, rule)
    if len(record.parties) < 2 and phrase.subject is not None:
        subject = phrase.subject
        units = phrase.sentence.units
        at = units.index(subject)
        group = [subject]
        for i in range(at + 1, min(len(units), at + 8)):
            if units[i] is phrase.verb:
                break
            if units[i].kind in ("country", "person", "role") and units[i - 1].low in ("and", ","):
                group.append(units[i])
        for unit in group:
            codes = [p.country for p in unit.people if p.country] or list(unit.countries)
            for code in codes:
                cite_item(record, "parties", record.parties, code, unit.start, unit.end, "agreement.party.subject")
    if len(record.parties) < 2 and main is not None and len(main.countries) in (2, 3) and (not record.parties or set(record.parties) & set(main.countries)):
        if done or record.status in ("planned", "proposed"):
            spans = {e.field: (e.start, e.end) for e in main.evidence}
            for i, code in enumerate(main.countries):
                start, end = spans.get(f"countries/{i}", (phrase.sentence.start, phrase.sentence.end))
                cite_item(record, "parties", record.parties, code, start, end, "agreement.party.summit")


def _record(doc: Document, phrase: DocumentPhrase, main: Summit | None) -> Agreement | None:
    judged = _status(phrase)
    if judged is None:
        return None
    status, cue = judged
    units = phrase.sentence.units
    start, end = units[phrase.begin].start, units[phrase.end - 1].end
    kind = phrase.kind
    head = units[phrase.head]
    if kind == "other" and (phrase.count or head.low in ("documents", "instruments")):
        kind = "package"
    elif head.entry is not None and head.entry.number == "p" and phrase.count and kind not in JOINT:
        kind = "package"
    record = Agreement(title=doc.body[start:end], kind=kind, status=status)  # type: ignore[arg-type]
    cite(record, "title", start, end, "agreement.title.phrase")
    cite(record, "kind", head.start, head.end, "agreement.kind.noun")
    cite(record, "status", cue.start, cue.end, f"agreement.status.{status}")
    if phrase.count and kind == "package":
        record.count = phrase.count
        cite(record, "count", start, end, "agreement.count.number")
    done = status in DONE
    _parties(doc, phrase, main, record, done)
    date = next((u for u in units if u.kind == "date" and u.value.value and phrase.begin <= units.index(u) < phrase.end), None)
    if date is None and done:
        date = next((u for u in units if u.kind == "date" and u.value.value), None)
    if date is not None:
        record.date = date.value.value
        cite(record, "date", date.start, date.end, "agreement.date.near")
    elif done and main is not None and main.starts_on and main.status in ("held", "ongoing"):
        record.date = main.ends_on or main.starts_on
        at = next((e for e in main.evidence if e.field == "starts_on"), None)
        if at:
            cite(record, "date", at.start, at.end, "agreement.date.summit")
    for topic, left, right in topics_between(doc, [(start, end)], 0.4)[:5]:
        cite_item(record, "sectors", record.sectors, topic, left, right, "agreement.sector.title")  # type: ignore[arg-type]
    return record


def extract_agreements(doc: Document, summits: list[Summit]) -> list[Agreement]:
    """The documents that the article speaks of. A definite phrase ("the treaty") that repeats an earlier one adds no row."""
    main = next((s for s in summits if s.main), None)
    found: list[tuple[DocumentPhrase, Agreement]] = []
    for sentence in doc.sentences:
        if sentence.role != "body":
            continue
        for phrase in find_documents(sentence):
            record = _record(doc, phrase, main)
            if record is None:
                continue
            content = _content(phrase)
            same = None
            for other, known in reversed(found):
                alike = other.kind == phrase.kind or (known.kind in JOINT) == (record.kind in JOINT)
                theirs = _content(other)
                if alike and (content and theirs and len(content & theirs) / min(len(content), len(theirs)) >= 0.5 or (phrase.definite and not content - theirs)):
                    same = known
                    break
            if same is not None:
                if same.status in ("planned", "proposed") and record.status in DONE:
                    same.status = record.status
                continue
            if phrase.definite and not content and found:
                continue
            found.append((phrase, record))
    return [record for _, record in found]
