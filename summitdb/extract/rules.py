"""The rules by id: what each matches, what it must not match, and how often it was right.

`data/rules.tsv` has one line per rule: its `id` (table.field.construction), a sentence it `matches`, one it `rejects`, and the
`precision` measured on gold data by benchmarks/rule_precision.py, which is written to evidence as its confidence.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from msgspec import Struct

from summitdb.records import Evidence, Record

UNMEASURED = 0.5


class Rule(Struct, frozen=True):
    """One rule of extraction. `precision` is 0 to 1, from `count` uses on gold; UNMEASURED where gold has none."""

    id: str
    matches: str
    rejects: str
    precision: float
    count: int


@cache
def rules() -> dict[str, Rule]:
    """All rules by id."""
    lines = files("summitdb.extract").joinpath("data/rules.tsv").read_text("utf-8").split("\n")
    found = {}
    for line in lines[1:]:
        if line:
            identifier, matches, rejects, precision, count = line.split("\t")
            found[identifier] = Rule(identifier, matches, rejects, float(precision or UNMEASURED), int(count or 0))
    return found


def cite(record: Record, field: str, start: int, end: int, rule: str) -> None:
    """Add to `record` the evidence that its value at path `field` stands at body[start:end], found by `rule`."""
    known = rules().get(rule)
    record.evidence.append(
        Evidence(start=start, end=end, field=field, rule=rule, confidence=known.precision if known else UNMEASURED)
    )


def cite_item(record: Record, field: str, items: list[str], value: str, start: int, end: int, rule: str) -> None:
    """Append `value` to the list `items` of `record` unless it is there, with evidence at its position (`countries/1`)."""
    if value not in items:
        items.append(value)
        cite(record, f"{field}/{len(items) - 1}", start, end, rule)
