"""The spans of a record file, and the text cut where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from summitdb.records import Evidence, Record, RecordFile

# What a record of each table is called when it is numbered: "summit 1".
SINGULAR = {
    "summits": "summit",
    "agreements": "agreement",
    "statements": "statement",
    "corridors": "corridor",
    "organizations": "organization",
}


class Mark(NamedTuple):
    """One value of one record and the span that gives it. `number` counts the table's records from 1."""

    start: int
    end: int
    table: str
    number: int
    field: str
    value: str
    rule: str
    confidence: float

    @property
    def record(self) -> str:
        """The record's label, as in "summit 1"."""
        return f"{SINGULAR[self.table]} {self.number}"


class Segment(NamedTuple):
    """A stretch of text over which the same marks lie."""

    start: int
    end: int
    marks: tuple[Mark, ...]


class Paragraph(NamedTuple):
    """A line of the body with something on it; `marks` are those that begin in it."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(file: RecordFile) -> list[Mark]:
    """Every mark of a record file, in the order of the text."""
    found = (
        _mark(table, position + 1, record, evidence) for table, position, record in file.records() for evidence in record.evidence
    )
    return sorted(set(found))


def _mark(table: str, number: int, record: Record, evidence: Evidence) -> Mark:
    value = value_at(record, evidence.field)
    return Mark(
        evidence.start, evidence.end, table, number, evidence.field, value, evidence.rule, evidence.confidence
    )  # fmt: skip


def value_at(record: Record, field: str) -> str:
    """The value that a field path such as `participants/0/office` leads to, as text; nothing where it leads nowhere."""
    value: Any = record
    for step in field.split("/"):
        if isinstance(value, list):
            value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
        else:
            value = getattr(value, step, None)
    return as_text(value)


def as_text(value: Any) -> str:
    """A value of a record for people: lists joined by commas, parts of records by spaces."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(as_text, value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "__struct_fields__"):
        return " ".join(filter(None, (as_text(getattr(value, name)) for name in value.__struct_fields__)))
    return str(value)


def segments(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The text from `start` to `end` cut wherever a mark begins or ends: every character in exactly one segment."""
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted({start, end, *(edge for m in here for edge in (m.start, m.end) if start < edge < end)})
    for left, right in pairwise(edges):
        yield Segment(left, right, tuple(m for m in here if m.start <= left and m.end >= right))


def paragraphs(body: str, marks: Iterable[Mark]) -> Iterator[Paragraph]:
    """The body's lines that hold more than white space, each with the marks that begin in it."""
    every = list(marks)
    for line in re.finditer(r"\S[^\n]*", body):
        begun = tuple(m for m in every if line.start() <= m.start < line.end())
        yield Paragraph(line.start(), line.end(), begun)
