"""`summitdb extract` and `summitdb explain`: one file in, records out, no database."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from summitdb.cli.extraction import engine_option, extract_from
from summitdb.cli.reading import Reading, reading_options
from summitdb.errors import ArticleError

if TYPE_CHECKING:
    from summitdb.articles.model import Article
    from summitdb.records import RecordFile


@click.command(short_help="Show what one file says, without a database.")
@click.argument("file")
@click.option(
    "-f", "--format", "output_format", type=click.Choice(["json", "ndjson", "table"]), default="json",
    show_default=True, help="How to write the records.",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Write to a file.")
@reading_options
@engine_option
def extract(file: str, output_format: str, output: Path | None, reading: Reading, engine: str) -> int:
    """Extract the records of FILE (- for standard input) and write them as a record file.

    A file of several articles gives a JSON array of record files, or with --format ndjson one a line.

    \b
    Example:
      summitdb extract seeds/baku-2024-caspian-wire.txt --format table
    """
    from summitdb.records import encode

    extraction = extract_from([file], reading, engine)
    found = [records for _, records in extraction.found]
    with _output(output) as out:
        if output_format == "table":
            _write_tables(extraction.found, out)
        elif output_format == "ndjson":
            out.writelines(f"{encode(records)}\n" for records in found)
        elif len(found) == 1:
            out.write(encode(found[0], indent=2) + "\n")
        else:
            out.write("[\n" + ",\n".join(encode(records, indent=2) for records in found) + "\n]\n")
    return extraction.exit_code


@click.command(short_help="Show an article with every span and its rule.")
@click.argument("file")
@click.option("--html", type=click.Path(path_type=Path), metavar="PATH", help="Write one self-contained HTML page.")
@reading_options
@engine_option
def explain(file: str, html: Path | None, reading: Reading, engine: str) -> int:
    """Show the article in FILE (- for standard input) with every extracted span and the rule that found it.

    \b
    Examples:
      summitdb explain seeds/baku-2024-caspian-wire.txt
      summitdb explain seeds/baku-2024-caspian-wire.txt --html explained.html
    """
    from summitdb.explain.page import explain_page
    from summitdb.explain.terminal import explain_text

    extraction = extract_from([file], reading, engine)
    if html and len(extraction.found) > 1:
        raise ArticleError(f"{file}: holds {len(extraction.found)} articles; a page shows one")
    for article, records in extraction.found:
        if html:
            with _output(html) as out:
                out.write(explain_page(article, records))
        else:
            explain_text(article, records, sys.stdout)
    return extraction.exit_code


def _output(path: Path | None) -> AbstractContextManager[TextIO]:
    if path is None:
        return nullcontext(sys.stdout)
    from summitdb.query.files import whole_file

    return whole_file(path)


def _write_tables(found: list[tuple[Article, RecordFile]], out: TextIO) -> None:
    from summitdb.cli.table import write_table
    from summitdb.explain.marks import SINGULAR, as_text
    from summitdb.query.rows import Rows

    for article, records in found:
        if len(found) > 1:
            print(article.title or article.external_id, file=sys.stderr)
        rows = [
            (f"{SINGULAR[table]} {position + 1}", name, text)
            for table, position, record in records.records()
            for name in record.__struct_fields__
            if name != "evidence" and (text := as_text(getattr(record, name)))
        ]
        write_table(Rows(("record", "field", "value"), rows), out)
