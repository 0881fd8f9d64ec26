"""The `summitdb` program: its commands, and the one place where errors become a line on stderr and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from summitdb import __version__
from summitdb.cli.lazy import LazyGroup
from summitdb.errors import SummitError

SECTIONS = {
    "Articles in": {
        "load": "summitdb.cli.articles:load",
        "extract": "summitdb.cli.extract:extract",
        "explain": "summitdb.cli.extract:explain",
        "remove": "summitdb.cli.upkeep:remove",
        "rebuild": "summitdb.cli.upkeep:rebuild",
    },
    "Answers out": {
        "list": "summitdb.cli.rows:list_",
        "show": "summitdb.cli.rows:show",
        "sql": "summitdb.cli.sql:sql",
        "report": "summitdb.cli.report:report",
        "search": "summitdb.cli.search:search",
        "export": "summitdb.cli.export:export",
    },
    "Decisions about rows": {
        "correct": "summitdb.cli.decisions:correct",
        "accept": "summitdb.cli.decisions:accept",
        "reject": "summitdb.cli.decisions:reject",
        "note": "summitdb.cli.decisions:note",
        "merge": "summitdb.cli.decisions:merge",
        "split": "summitdb.cli.decisions:split",
        "undo": "summitdb.cli.decisions:undo",
        "history": "summitdb.cli.decisions:history",
        "corrections": "summitdb.cli.corrections:corrections",
    },
    "Quality": {
        "score": "summitdb.cli.score:score",
    },
    "Database": {
        "db": "summitdb.cli.db:db",
        "copy": "summitdb.cli.copy:copy",
        "diff": "summitdb.cli.upkeep:diff",
        "version": "summitdb.cli.version:version",
    },
}


@click.group(
    cls=LazyGroup,
    sections=SECTIONS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="The database is --db, else SUMMITDB_URL, else summit.db in the current folder. "
    "Exit codes: 0 all well, 1 some input failed, 2 wrong use.",
)
@click.version_option(__version__, "-V", "--version", prog_name="summitdb", message="%(prog)s %(version)s")
@click.option("--db", metavar="URL", help="The database, for whichever command follows.")
def root(db: str | None) -> None:
    """News articles about diplomacy in, a relational database that can be trusted out.

    \b
    Example:
      summitdb load seeds
      summitdb list summits --country AZ
    """


def complain(message: str, hint: str | None = None) -> None:
    """Print one line on stderr: what is wrong and, where known, what to do next."""
    text = f"summitdb: {message}" + (f"; {hint}" if hint else "")
    print(" ".join(text.split()), file=sys.stderr)


def run(args: Sequence[str]) -> int:
    """Run the program with these arguments and return its exit code. Never raises but for SystemExit."""
    try:
        outcome = root.main(list(args), prog_name="summitdb", standalone_mode=False)
        sys.stdout.flush()
        return outcome if isinstance(outcome, int) else 0
    except SummitError as error:
        complain(error.message, error.hint)
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return error.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "summitdb"
        message = error.format_message()
        complain(message.rstrip("."), None if message.endswith(("?", "?)")) else f"see {command} --help")
        return error.exit_code
    except click.ClickException as error:
        complain(error.format_message())
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        return 130
    except BrokenPipeError:
        return _leave_quietly()
    except Exception as error:
        return _unexpected(error)


def _leave_quietly() -> int:
    """The reader of our output has gone: keep the interpreter from complaining about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


def _unexpected(error: Exception) -> int:
    if os.environ.get("SUMMITDB_DEBUG"):
        raise error
    if isinstance(error, OSError) and error.strerror:
        complain(f"{error.filename}: {error.strerror}" if error.filename else error.strerror)
    else:
        complain(f"unexpected error: {type(error).__name__}: {error}", "SUMMITDB_DEBUG=1 shows the traceback")
    return 1


def main() -> NoReturn:
    """The console script."""
    sys.exit(run(sys.argv[1:]))
