"""The frame of the program: help, errors, start-up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

import click
import pytest

from summitdb import __version__
from summitdb.cli import main as program
from summitdb.errors import DatabaseError


def test_version(summitdb: Any) -> None:
    assert summitdb("--version").out == f"summitdb {__version__}\n"


def test_bare_call_shows_the_help_and_is_wrong_use(summitdb: Any) -> None:
    outcome = summitdb()
    assert outcome.code == 2
    assert "Usage: summitdb" in outcome.err


def test_help_lists_every_command_under_its_heading(summitdb: Any) -> None:
    shown = summitdb("--help").out
    for section, commands in program.SECTIONS.items():
        assert f"{section}:" in shown
        for name in commands:
            assert f"\n  {name} " in shown


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["laod"], "No such command 'laod'. Did you mean 'load'?"),
        (["list"], "Missing argument 'TABLE'; see summitdb list --help"),
        (["list", "summits", "--formt", "csv"], "No such option '--formt'. Did you mean '--format'?"),
        (["sql", "select 1", "-f", "xml"], "'xml' is not one of"),
        (["extract", "x.txt", "--published-on", "19.8.2024"], "'19.8.2024' is not a date such as 2024-08-19"),
        (["extract", "x.txt", "--field", "headline"], "not of the form title=headline"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(summitdb: Any, args: list[str], message: str) -> None:
    outcome = summitdb(*args)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("summitdb: ")
    assert outcome.err.count("\n") == 1
    assert message in outcome.err


def failing(error: BaseException) -> click.Command:
    @click.command()
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (DatabaseError("it is\nbroken", "mend it"), 1, "summitdb: it is broken; mend it\n"),
        (RuntimeError("oh"), 1, "summitdb: unexpected error: RuntimeError: oh; SUMMITDB_DEBUG=1 shows the traceback\n"),
        (FileNotFoundError(2, "No such file or directory", "a.txt"), 1, "summitdb: a.txt: No such file or directory\n"),
    ],
)
def test_errors_become_one_line(summitdb: Any, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int, line: str) -> None:
    monkeypatch.setattr(program, "root", failing(error))
    outcome = summitdb()
    assert (outcome.code, outcome.err) == (code, line)


def test_an_interrupt_gives_130(summitdb: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "root", failing(KeyboardInterrupt()))
    assert summitdb().code == 130


def test_debugging_shows_the_traceback(summitdb: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "root", failing(RuntimeError("oh")))
    monkeypatch.setenv("SUMMITDB_DEBUG", "1")
    with pytest.raises(RuntimeError):
        summitdb()


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    endless = "with recursive r(x) as (select 1 union all select x + 1 from r limit 200000) select x from r"
    make = "import sqlite3; c = sqlite3.connect('a.db'); c.execute('create table t (a)'); c.commit()"
    subprocess.run([sys.executable, "-c", make], cwd=tmp_path, check=True)
    command = f'{sys.executable} -m summitdb sql --db a.db --format csv "{endless}" | head -2'
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("x\n1\n", "")


def loaded_by(*args: str) -> set[str]:
    code = f"import sys; from summitdb.cli.main import run; run({list(args)!r}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_version_loads_nothing_heavy() -> None:
    heavy = {"sqlalchemy", "alembic", "rich", "importlib.metadata", "msgspec", "yaml", "trafilatura", "ahocorasick_rs"}
    assert not loaded_by("--version") & heavy


def test_a_query_on_sqlite_loads_no_sqlalchemy(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"")
    assert not loaded_by("sql", "--db", str(path), "select 1") & {"sqlalchemy", "rich", "msgspec"}


def seconds(*command: str) -> float:
    """The least processor time of several runs, in seconds: other jobs on the machine hardly tip that."""
    least = float("inf")
    for _ in range(7):
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=True)
        after = getrusage(RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def test_start_up_stays_within_its_measures(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"")
    bare = seconds(sys.executable, "-c", "pass")
    version = seconds(sys.executable, "-m", "summitdb", "--version")
    query = seconds(sys.executable, "-m", "summitdb", "sql", "--db", str(path), "select 1")
    assert version < 6 * bare
    assert query < 2 * version
