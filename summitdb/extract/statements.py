"""Statements of an article: direct, indirect and joint, each once, with the speaker, the stance and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summitdb.extract.attribution_bounds import leaders_of
from summitdb.extract.clause_shapes import BE
from summitdb.extract.document import Document
from summitdb.extract.joint_documents import is_joint_document, joint_sentences, joint_statement
from summitdb.extract.quotes import QuotationReader, attribute, is_said_behind
from summitdb.extract.reports import Report, ReportReader
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.speakers import Speaker
from summitdb.extract.topics import heaviest, weigh
from summitdb.extract.units import Sentence, Unit
from summitdb.records import Statement

TOPIC_WEIGHT = 0.85


Edges = tuple[dict[int, int], dict[int, int]]


def _edges(doc: Document) -> Edges:
    """Where the marks of quotations stand: of one that begins at a character, of one that ends at a character. A clause that
    ends with "quite realistic" keeps the closing mark."""
    return {q.start: q.outer_start for q in doc.quotations}, {q.end: q.outer_end for q in doc.quotations}


def _statement(doc: Document, sentence: Sentence, report: Report, edges: Edges) -> Statement:
    starts, ends = edges
    bounds = [(sentence.units[b].start, sentence.units[e - 1].end) for b, e in report.parts]
    spans = [(starts.get(start, start), ends.get(end, end)) for start, end in bounds]
    text = " ... ".join(doc.body[start:end] for start, end in spans)
    statement = Statement(kind="joint" if report.speaker.joint else "indirect", text=text)
    for start, end in spans:
        cite(statement, "text", start, end, report.rule)
    attribute(statement, report.speaker, report.rule, doc)
    _set_stance(statement, [report.verb, *(unit for begin, end in report.parts for unit in sentence.units[begin:end])])
    return statement


def _set_stance(statement: Statement, units: Iterable[Unit]) -> None:
    """The stance of the first word that shows one, the verb of speech before the words reported: "warned that", "voiced support",
    "said that Ankara opposes"; not behind a negation."""
    denied, before = False, ""
    for unit in units:
        row = unit.rows.get("report") or unit.rows.get("expression") if unit.rows else None
        if row is not None and row.get("stance") and not denied and "ing" not in unit.tenses and before not in BE:
            statement.stance = row["stance"]  # type: ignore[assignment]
            cite(statement, "stance", unit.start, unit.end, "statement.stance.word")
            return
        before = unit.low
        denied = unit.pos == "neg" or (denied and unit.pos in ("adv", "aux"))


def _set_topics(doc: Document, statement: Statement) -> None:
    spans = [(e.start, e.end, 1.0) for e in statement.evidence if e.field == "text"]
    for topic, start, end in heaviest(weigh(doc, spans), TOPIC_WEIGHT, 0.5, 4):
        cite_item(statement, "topics", statement.topics, topic, start, end, "statement.topics.words")  # type: ignore[arg-type]


def _body(doc: Document) -> Iterator[Sentence]:
    """The sentences of the body, a question quoted and the sentence that attributes it as one: '"Who?" Dale Hargrove asked.'"""
    waiting: Sentence | None = None
    for sentence in doc.sentences:
        if waiting is not None and is_said_behind(waiting, sentence):
            units, categories = [*waiting.units, *sentence.units], waiting.categories | sentence.categories
            both = Sentence(sentence.start, sentence.end, units, sentence.paragraph, sentence.index, categories)
            both.settle(units)
            yield both
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = sentence if sentence.role == "body" else None
    if waiting is not None:
        yield waiting


def extract_statements(doc: Document) -> list[Statement]:
    """The statements in text order. A sentence's quotations are read first; a verb that introduces one reports nothing else."""
    reader = QuotationReader(doc)
    edges = _edges(doc)
    found: list[Statement] = []
    source: Speaker | None = None
    leaders: Speaker | None = None
    joint = joint_sentences(doc)
    document = is_joint_document(doc)
    for sentence in _body(doc):
        if sentence.index in joint:
            found.append(joint_statement(doc, sentence))
            continue
        done = len(reader.statements)
        used = reader.read(sentence)
        direct = reader.statements[done:]
        indirect: list[Statement] = []
        if "report" in sentence.categories:
            reports = ReportReader(sentence, reader.last, source, document, leaders).read(used)
            source = reader.source = next((r.speaker for r in reversed(reports) if r.speaker.person is None), source)
            indirect = [_statement(doc, sentence, report, edges) for report in reports]
        leaders = leaders_of(sentence.units, leaders)
        found += sorted((*direct, *indirect), key=lambda s: s.evidence[0].start)
    for statement in found:
        _set_topics(doc, statement)
    return found
