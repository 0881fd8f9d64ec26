"""`summitdb corrections`: people's decisions carried from one database to another."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summitdb.cli.options import db_option, open_engine

if TYPE_CHECKING:
    import sqlalchemy as sa


@click.group(short_help="Carry decisions to another database.")
def corrections() -> None:
    """Carry people's decisions from one database to another.

    \b
    Examples:
      summitdb corrections export decisions.ndjson
      summitdb corrections import decisions.ndjson
    """


@corrections.command("export", short_help="Write all decisions.")
@click.argument("file", type=click.Path(path_type=Path))
@db_option
def export_(file: Path, db: str) -> None:
    """Write every decision, also those undone, to FILE, one JSON object a line.

    \b
    Example:
      summitdb corrections export decisions.ndjson
    """
    import json

    from summitdb.fold.decision_log import export_decisions
    from summitdb.query.files import whole_file

    with open_engine(db) as engine:
        found = export_decisions(engine)
    with whole_file(file) as out:
        out.writelines(f"{json.dumps(decision, ensure_ascii=False)}\n" for decision in found)
    print(_counted(len(found), ""))


@corrections.command("import", short_help="Take over decisions.")
@click.argument("file", type=click.Path(path_type=Path))
@db_option
def import_(file: Path, db: str) -> None:
    """Take over the decisions in FILE, as written by `summitdb corrections export`. What is about nothing in this database
    is named, kept, and applies when it comes.

    \b
    Example:
      summitdb corrections import decisions.ndjson
    """
    from summitdb.fold.decision_log import import_decisions

    with open_engine(db) as engine:
        new, vanished = import_decisions(engine, _read(file))
    print(_counted(new, "new "))
    for decision in vanished:
        print(f"nothing here that {decision.action} {decision.slug} could be about ({decision.key})", file=sys.stderr)


def tell_vanished(engine: sa.Engine) -> None:
    """Say on standard error how many decisions are about nothing in the database, if any."""
    from summitdb.cli.main import complain
    from summitdb.fold.decision_log import log

    if count := sum(decision.vanished for decision in log(engine)):
        complain(f"{_counted(count, '')} about nothing that is in the database now", "kept; see: summitdb history")


def _counted(count: int, which: str) -> str:
    return f"{count} {which}decision{'' if count == 1 else 's'}"


def _read(file: Path) -> list[dict[str, Any]]:
    import json

    from summitdb.errors import UsageError

    found = []
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        try:
            decision = json.loads(line)
        except ValueError:
            decision = None
        if not isinstance(decision, dict):
            raise UsageError(f"{file}, line {number}: not a decision", "summitdb corrections export writes them")
        found.append(decision)
    return found
