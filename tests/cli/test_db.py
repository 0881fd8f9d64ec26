"""`summitdb db` and `summitdb copy` as a user runs them, on both databases."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summitdb.store import revisions
from summitdb.store.connect import open_engine
from tests import world

OLDER = revisions.known()[-2]


def test_way_down_and_up(summitdb: Any, empty_url: str) -> None:
    world.made(empty_url)
    assert summitdb("db", "downgrade", OLDER, "--no-backup", "--db", empty_url).out == f"{OLDER}\n"
    refused = summitdb("list", "summits", "--db", empty_url)
    assert (refused.code, refused.out) == (1, "")
    assert f"older schema {OLDER}" in refused.err
    dry = summitdb("db", "upgrade", "--dry-run", "--db", empty_url)
    assert (dry.code, dry.err) == (0, f"{OLDER} to {revisions.newest()}: nothing has been changed\n")
    assert [line.split() for line in dry.out.splitlines() if line.startswith("summit ")] == [["summit", "2", "2"]]
    assert summitdb("db", "current", "--db", empty_url).out == f"{OLDER}\n"
    assert f"'{revisions.newest()}'" in summitdb("db", "upgrade", "--sql", "--db", empty_url).out
    done = summitdb("db", "upgrade", "--db", empty_url)
    assert (done.code, done.out) == (0, f"{revisions.newest()}\n")
    assert ("copied to" in done.err) == (empty_url[0] == "/")
    assert summitdb("db", "check", "--db", empty_url).code == 0
    assert summitdb("db", "upgrade", "--db", empty_url).out == f"{revisions.newest()}: nothing to do\n"
    lost = summitdb("db", "downgrade", "base", "--db", empty_url)
    assert (lost.code, "would lose 2 rows of article" in lost.err) == (1, True)


def test_two_programs_upgrade_at_once(empty_url: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "summitdb", "db", "upgrade", "--db", empty_url]
    both = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    outcomes = [(*program.communicate(), program.returncode) for program in both]
    newest = revisions.newest()
    assert sorted(outcomes) == [(f"{newest}\n", "", 0), (f"{newest}: nothing to do\n", "", 0)]


def test_backup_and_restore(summitdb: Any, tmp_path: Path) -> None:
    world.made(str(tmp_path / "summit.db"))
    assert summitdb("db", "backup", "kept.db").out == "kept.db\n"
    assert summitdb("rebuild").code == 0
    restored = summitdb("db", "restore", "kept.db")
    assert (restored.code, restored.out) == (0, f"{revisions.newest()}\n")
    assert "what was there is in" in restored.err
    assert summitdb("diff", "kept.db", "summit.db").code == 0


def test_copy(summitdb: Any, tmp_path: Path, postgres_url: str) -> None:
    world.made(str(tmp_path / "summit.db"))
    there = summitdb("copy", "summit.db", postgres_url)
    assert (there.code, there.err) == (0, "")
    assert "2 of them articles; both are the same" in there.out
    assert summitdb("copy", postgres_url, "back.db").code == 0
    assert summitdb("diff", "summit.db", "back.db").code == 0
    again = summitdb("copy", "summit.db", postgres_url)
    assert (again.code, again.out) == (1, "")
    assert "has rows already" in again.err


@pytest.fixture
def roles(postgres_server: str) -> Any:
    """A server on which roles made by a test do not outlive it."""
    names = [f"test_{role}" for role in ("owner", "writer", "reader")]
    engine = open_engine(postgres_server)
    yield engine, dict(zip(("owner", "writer", "reader"), names, strict=True))
    with engine.begin() as connection:
        for name in names:
            connection.exec_driver_sql(f"DROP OWNED BY {name} CASCADE")
            connection.exec_driver_sql(f"DROP ROLE {name}")
    engine.dispose()


def test_roles_have_the_rights_they_need_and_no_more(summitdb: Any, roles: Any, postgres_url: str, tmp_path: Path) -> None:
    engine, names = roles
    options = [word for role, name in names.items() for word in (f"--{role}", name)]
    printed = summitdb("db", "grant", *options, "--db", postgres_url)
    assert (printed.code, printed.err) == (0, "")
    urls = {
        role: postgres_url.replace("postgres:", f"{name}:", 1).replace("//postgres:", f"//{name}:")
        for role, name in names.items()
    }

    def give() -> None:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.connection.driver_connection.execute(printed.out)

    give()
    assert summitdb("db", "upgrade", "--db", urls["owner"]).code == 0
    give()
    (tmp_path / "one.txt").write_text(
        "Synthetic\n\nPresident Tarja Orrin of Finland met Ivo Brandt of Croatia in Split on May 6, 2024.\n"
    )
    assert summitdb("load", "one.txt", "--db", urls["writer"]).code == 0
    asked = summitdb("sql", "select count(*) as articles from article", "--format", "csv", "--db", urls["reader"])
    assert asked.out.split() == ["articles", "1"]
    assert summitdb("db", "check", "--db", urls["owner"]).code == 0
    for role, command in (
        ("reader", ("load", "one.txt")),
        ("reader", ("remove", "one")),
        ("writer", ("db", "downgrade", OLDER)),
        ("reader", ("db", "downgrade", OLDER)),
    ):
        refused = summitdb(*command, "--db", urls[role])
        assert (refused.code, refused.out) == (1, "")
        assert "connect as a user with that right" in refused.err


def test_passwords_are_never_printed(summitdb: Any, process: Any, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Synthetic\n\nNothing happened.\n")
    for url in (
        "postgresql://me:s3cret@127.0.0.1:1/x",
        "postgres://me:s3cret@127.0.0.1:1/x?schema=s",
        "postgresql://127.0.0.1:1/x?user=me&password=s3cret",
        "postgresql://me:pass@s3cret@127.0.0.1:1/x",
        "postgresql://me:s3cret@127.0.0.1:port/x",
        "mysql://me:s3cret@127.0.0.1/x",
        "host=127.0.0.1 port=1 password=s3cret",
    ):
        for command in (
            ("load", "one.txt"), ("list", "summits"), ("sql", "select 1"), ("export", "out"), ("remove", "one"), ("rebuild",),
            ("db", "upgrade"), ("db", "upgrade", "--sql"), ("db", "current"), ("db", "check"), ("db", "backup"),
        ):  # fmt: skip
            told = summitdb(*command, "--db", url)
            assert told.code != 0
            assert "s3cret" not in told.out + told.err, command
            assert "unexpected" not in told.err, (command, told.err)
        for command in (("copy", url, "other.db"), ("diff", url, "other.db")):
            told = summitdb(*command)
            assert told.code != 0
            assert "s3cret" not in told.out + told.err, command
    debugging = process("list", "summits", SUMMITDB_URL="postgresql://me:s3cret@127.0.0.1:1/x", SUMMITDB_DEBUG="1")
    assert "s3cret" not in debugging.out + debugging.err


def test_what_fails_is_told_alike_on_both(summitdb: Any, empty_url: str) -> None:
    world.made(empty_url)
    for query, told in (
        ("select * from sumit", "no table sumit; did you mean summit?"),
        ("select starts from summit", "no column starts; did you mean"),
        ("delete from summit", "summitdb sql only reads"),
        ("select 1; select 2", "one statement at a time, please"),
        ("select :x", "no value given for :x"),
    ):
        outcome = summitdb("sql", query, "--db", empty_url)
        assert outcome.code == 2
        assert outcome.err.startswith(f"summitdb: {told}"), outcome.err
    missing = summitdb("show", "summit/nothing", "--db", empty_url)
    assert (missing.code, missing.err[:10]) == (2, "summitdb: ")


def test_statement_timeout_on_both(summitdb: Any, empty_url: str) -> None:
    world.made(empty_url)
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"
    stopped = summitdb("sql", endless, "--timeout", "0.2", "--db", empty_url)
    assert stopped.code == 1
    assert "took more than 0.2 seconds" in stopped.err
