"""Statements of an article: direct, indirect and joint, each once, with the speaker."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.joint_documents import joint_sentences, joint_statement
from summitdb.extract.quotes import QuotationReader, attribute
from summitdb.extract.reports import Report, ReportReader
from summitdb.extract.rules import cite
from summitdb.extract.speakers import is_document
from summitdb.extract.units import Sentence
from summitdb.records import Statement


def _statement(doc: Document, sentence: Sentence, report: Report) -> Statement:
    spans = [(sentence.units[b].start, sentence.units[e - 1].end) for b, e in report.parts]
    text = " ... ".join(doc.body[start:end] for start, end in spans)
    statement = Statement(kind="joint" if report.speaker.joint else "indirect", text=text)
    for start, end in spans:
        cite(statement, "text", start, end, report.rule)
    attribute(statement, report.speaker, report.rule)
    if report.speaker.joint and statement.speaker_organization is None and is_document(report.speaker.unit):
        gathering = doc.gathering
        if gathering is not None:
            statement.speaker_organization = gathering.name
            unit = report.speaker.unit
            cite(statement, "speaker_organization", unit.start, unit.end, "statement.joint.gathering")
    row = report.verb.get("report") or {}
    if row.get("stance"):
        statement.stance = row["stance"]  # type: ignore[assignment]
        cite(statement, "stance", report.verb.start, report.verb.end, report.rule)
    return statement


def extract_statements(doc: Document) -> list[Statement]:
    """The statements in text order. A sentence's quotations are read first; a verb that introduces one reports nothing else."""
    reader = QuotationReader(doc)
    found: list[Statement] = []
    joint = joint_sentences(doc)
    for sentence in doc.sentences:
        if sentence.role != "body":
            continue
        if sentence.index in joint:
            found.append(joint_statement(doc, sentence))
            continue
        done = len(reader.statements)
        used = reader.read(sentence)
        direct = reader.statements[done:]
        reports = ReportReader(sentence.units, reader.last)
        indirect = [_statement(doc, sentence, report) for report in reports.read(used)]
        found += sorted((*direct, *indirect), key=lambda s: s.evidence[0].start)
    return found
