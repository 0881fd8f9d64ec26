"""How often each rule is right, measured on gold: what evidence carries as its confidence.

    python -m benchmarks.rule_precision           prints the table
    python -m benchmarks.rule_precision --write   and puts the figures into summitdb/extract/data/rules.tsv

Gold is ../shared (seed, dev, synthetic) and tests/golden. A value is right where the gold record that pairs with its record has
it; a record that pairs with none has no right value. Precision is (right + 1) / (uses + 2), so that a rule seen once is not
certain.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from summitdb.articles.make import make_article
from summitdb.extract.engine import extract
from summitdb.records import TABLES, Record, Summit, decode
from summitdb.score.matching import RULES, dates_agree, pair, same_name, same_person

ROOT = Path(__file__).parents[1]
GOLD = (
    ROOT.parent / "shared" / "seed",
    ROOT.parent / "shared" / "corpus" / "dev",
    ROOT.parent / "shared" / "corpus" / "synthetic",
    ROOT / "tests" / "golden" / "articles",
    ROOT / "tests" / "golden" / "blind",
)
RULES_FILE = ROOT / "summitdb" / "extract" / "data" / "rules.tsv"
UNCODED = {"evidence", "stance", "amount", "currency", "cost", "completes_on", "parent", "optional", "main", "as_written"}


def _at(record: Record, path: str) -> Any:
    value: Any = record
    for step in path.split("/"):
        value = value[int(step)] if isinstance(value, list) else getattr(value, step)
    return value


def _is_coded(record: Record, path: str) -> bool:
    """Whether gold says anything of the field at `path`."""
    head = path.partition("/")[0]
    return head not in UNCODED and (head != "topics" or isinstance(record, Summit))


def _is_right(gold: Record, found: Record, path: str) -> bool:
    """Whether the value of `found` at `path` is that of `gold`."""
    head, *rest = path.split("/")
    value = _at(found, path)
    if head in ("text", "title", "name"):
        return True  # the words by which the records were paired
    if not rest:
        wanted = getattr(gold, head)
        if head in ("starts_on", "ends_on", "date"):
            return dates_agree(wanted, value)
        if head == "speaker":
            return same_person(wanted, value)
        return (
            same_name(wanted, value) if isinstance(value, str) and head in ("city", "speaker_organization") else wanted == value
        )
    item = getattr(found, head)[int(rest[0])]
    wanted_items = getattr(gold, head)
    if head == "participants":
        same = next((g for g in wanted_items if same_person(g.person, item.person)), None)
        return same is not None and (len(rest) == 1 or getattr(same, rest[1]) == value)
    if head == "relations":
        return any((g.country, g.status, g.modality) == (item.country, item.status, item.modality) for g in wanted_items)
    return item in wanted_items


def measure() -> dict[str, tuple[int, int]]:
    """(right, uses) of every rule that fired on gold."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for text, gold_file in _gold():
        gold = decode(gold_file.read_bytes())
        day = date.fromisoformat(gold.article.published_on) if gold.article.published_on else None
        found = extract(make_article(text.read_text("utf-8"), text.stem, published_on=day), reference=day or date(2026, 1, 1))
        for table in TABLES:
            rows, wanted = getattr(found, table), getattr(gold, table)
            partners = {j: wanted[i] for i, j in pair(wanted, rows, RULES[table])}
            for j, record in enumerate(rows):
                for evidence in record.evidence:
                    if _is_coded(record, evidence.field):
                        counts[evidence.rule][0] += j in partners and _is_right(partners[j], record, evidence.field)
                        counts[evidence.rule][1] += 1
    return {rule: (right, uses) for rule, (right, uses) in sorted(counts.items())}


def _gold() -> Iterator[tuple[Path, Path]]:
    for folder in GOLD:
        for text in sorted(folder.glob("*.txt")):
            if (gold := text.with_suffix(".json")).exists():
                yield text, gold


def write(counts: dict[str, tuple[int, int]]) -> None:
    """Put precision and count into the rules file, the lines in order of their ids; an unknown rule gets a line to be filled."""
    header, *lines = RULES_FILE.read_text("utf-8").splitlines()
    rules = {line.split("\t")[0]: line.split("\t") for line in lines if line}
    for rule in counts:
        rules.setdefault(rule, [rule, "", "", "", ""])
    for rule, cells in rules.items():
        right, uses = counts.get(rule, (0, 0))
        cells[3:] = [f"{(right + 1) / (uses + 2):.2f}" if uses else "", str(uses)]
    RULES_FILE.write_text("\n".join([header, *("\t".join(rules[rule]) for rule in sorted(rules))]) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    counts = measure()
    for rule, (right, uses) in counts.items():
        print(f"{rule:48}{right:6}{uses:6}{(right + 1) / (uses + 2):8.2f}")
    if parser.parse_args().write:
        write(counts)


if __name__ == "__main__":
    main()
