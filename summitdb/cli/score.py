"""`summitdb score`: agreement of extraction with hand-coded record files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summitdb.cli.extraction import engine_option
from summitdb.cli.options import emit, format_option
from summitdb.errors import RecordError

if TYPE_CHECKING:
    from summitdb.records import RecordFile
    from summitdb.score.agreement import Comparison

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(short_help="Compare extraction with hand-coded record files.")
@click.argument("gold", type=FOLDER)
@click.option(
    "--predicted", type=FOLDER, metavar="DIR",
    help="Record files of the same names to compare with; by default the texts beside GOLD's files are extracted from.",
)  # fmt: skip
@click.option("--misses", is_flag=True, help="Name every record missed and every extra one on standard error.")
@engine_option
@format_option
def score(gold: Path, predicted: Path | None, misses: bool, engine: str, output_format: str) -> None:
    """Measure how well record files agree with the hand-coded ones in the folder GOLD.

    A line for each table and each field of matched records: precision, recall and F1, the interval that holds F1 in 95
    of 100 resamplings of the articles, Cohen's kappa for fields with a closed list of values, and the number of values
    in GOLD. Two coders are compared with --predicted. Gold summits with "main": false and agreements with "optional":
    true may be found or missed without penalty.

    \b
    Example:
      summitdb score tests/golden/articles
    """
    from summitdb.query.rows import Rows
    from summitdb.score.agreement import Line, agreement, compare

    comparisons = []
    for file in _gold_files(gold):
        wanted = _record_file(file)
        comparison = compare(wanted, _prediction(file, wanted, predicted, engine))
        comparisons.append(comparison)
        if misses:
            _tell(file.stem, comparison)
    lines = [[round(v, 3) if isinstance(v, float) else v for v in line] for line in agreement(comparisons)]
    emit(Rows(Line._fields, lines), output_format)


def _gold_files(folder: Path) -> list[Path]:
    files = sorted(file for file in folder.glob("*.json") if b'"article"' in file.read_bytes())
    if not files:
        raise RecordError(f"{folder}: no record files in it", "a record file ends in .json; see docs/record-format.md")
    return files


def _record_file(path: Path) -> RecordFile:
    from summitdb.records import decode

    try:
        return decode(path.read_bytes())
    except RecordError as error:
        raise RecordError(f"{path}: {error.message}", error.hint) from error


def _prediction(gold: Path, wanted: RecordFile, predicted: Path | None, engine: str) -> RecordFile:
    """The record file of that name in the folder `predicted`, empty where there is none; without a folder, what is
    extracted from the text beside the gold file."""
    from summitdb.records import RecordFile

    if predicted is not None:
        path = predicted / gold.name
        return _record_file(path) if path.exists() else RecordFile()
    text = next((path for path in sorted(gold.parent.glob(f"{gold.stem}.*")) if path != gold), None)
    if text is None:
        raise RecordError(f"{gold}: no article of that name beside it", "name a folder of record files by --predicted")
    return _extracted(text, wanted, engine)


def _extracted(text: Path, wanted: RecordFile, engine: str) -> RecordFile:
    from datetime import date

    from summitdb.cli.extraction import extract_from
    from summitdb.cli.reading import Reading

    day = wanted.article.published_on
    reading = Reading(date.fromisoformat(day) if day else None, url=wanted.article.url)
    return extract_from([str(text)], reading, engine).found[0][1]


def _tell(article: str, comparison: Comparison) -> None:
    from summitdb.records import encode

    for what, records in (("missed", comparison.missed), ("extra", comparison.extra)):
        for table, record in records:
            record.evidence = []
            print(f"{what:6}  {article}  {table}  {encode(record)}", file=sys.stderr)
