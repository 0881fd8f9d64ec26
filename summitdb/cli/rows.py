"""`summitdb list` and `summitdb show`."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from summitdb.cli.filtering import filter_options
from summitdb.cli.options import db_option, emit, format_option

if TYPE_CHECKING:
    from summitdb.query.filters import Filters
    from summitdb.query.show import Quotation, Shown, ShownValue


@click.command("list", short_help="List summits, agreements, statements and more.")
@click.argument("table")
@filter_options
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than N rows.")
@format_option
@db_option
def list_(table: str, filters: Filters, limit: int | None, output_format: str, db: str) -> None:
    """List the rows of TABLE: summits, agreements, statements, corridors, organizations, people, articles or conflicts.

    \b
    Examples:
      summitdb list summits --country AZ --since 2024
      summitdb list statements --person Aliyev --format json
      summitdb list conflicts
    """
    from summitdb.query.database import open_database
    from summitdb.query.listing import list_rows

    with open_database(db) as database:
        emit(list_rows(database.connection, table, filters, limit), output_format)


@click.command(short_help="Show one row with what the articles say.")
@click.argument("slug")
@click.option(
    "-f", "--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How to write it.",
)  # fmt: skip
@db_option
def show(slug: str, output_format: str, db: str) -> None:
    """Show the row called SLUG in full: every value with the articles that give it, in their words. SLUG may also be an
    article's identifier.

    \b
    Example:
      summitdb show 1986-10-11-ru-us-reykjavik
    """
    from summitdb.query.database import open_database

    with open_database(db) as database:
        shown = database.show(slug)
    if output_format == "json":
        import json

        json.dump(asdict(shown), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        _write(shown)


def _write(shown: Shown) -> None:
    from summitdb.query.rows import cell_text

    print(_bold(f"{shown.table} {shown.slug}"))
    filled = {name: value for name, value in shown.row.items() if value is not None and name != "slug"}
    margin = max(map(len, filled), default=0) + 2
    for name, value in filled.items():
        separator = "\n\n" if "\n" in str(value) else ""
        print(f"  {name.ljust(margin)}{separator}{cell_text(value)}")
    for correction in shown.corrections:
        what = " ".join(filter(None, (correction.action, correction.field, correction.value)))
        why = f": {correction.reason}" if correction.reason else ""
        print(f"\n  {what} by {correction.author}, {correction.made_at}{why}")
    for value in shown.values:
        print(f"\n  {_bold(f'{value.field} = {value.value}')}{_verdict(value)}")
        for quotation in value.quotations:
            print(f"    {_said_by(quotation)}")
            if quotation.passage is not None:
                passage = " ".join(quotation.passage.split())
                print(f"      “{quotation.before.lstrip()}{_marked(passage)}{quotation.after.rstrip()}”")


def _verdict(value: ShownValue) -> str:
    reasons = {
        "correction": "a person's correction",
        "coding": "a person's coding",
        "publishers": "more publishers",
        "latest": "the latest article",
        "order": "no better reason than order",
    }
    if not value.held:
        return "  (not taken)"
    return f"  (taken for {reasons.get(value.why, value.why)})" if value.why else ""


def _said_by(quotation: Quotation) -> str:
    who = ", ".join(filter(None, (quotation.publisher, quotation.published_on, quotation.article)))
    return f"{who}  [{quotation.rule} {quotation.confidence:.2f}]"


def _styled(text: str, style: str, plain: str) -> str:
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        return f"\x1b[{style}m{text}\x1b[0m"
    return plain


def _bold(text: str) -> str:
    return _styled(text, "1", text)


def _marked(passage: str) -> str:
    return _styled(passage, "7", f"[{passage}]")
