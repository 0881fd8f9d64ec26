"""Commands that answer from a database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from world import made


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(str(tmp_path_factory.mktemp("answers") / "world.db"))


def test_list_as_an_aligned_table(summitdb: Any, db: str) -> None:
    outcome = summitdb("list", "summits", "--country", "croatia", "--db", db)
    header, rule, row = outcome.out.splitlines()
    assert header.split() == ["slug", "starts_on", "city", "format", "status", "countries", "participants", "articles"]
    assert set(rule) == {"-", " "}
    assert row.startswith("2024-05-06-fi-hr-split  2024-05-06  Split")
    assert (outcome.code, outcome.err) == (0, "")


def test_the_database_may_be_named_before_the_command_or_by_the_environment(
    summitdb: Any, db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = summitdb("--db", db, "list", "people", "--format", "csv")
    monkeypatch.setenv("SUMMITDB_URL", db)
    assert summitdb("list", "people", "--format", "csv").out == before.out != ""


def test_show_quotes_every_value(summitdb: Any, db: str) -> None:
    shown = summitdb("show", "2024-05-06-fi-hr-split", "--db", db).out
    assert shown.startswith("summit 2024-05-06-fi-hr-split\n")
    assert "  city = Split  (taken for the latest article)" in shown
    assert "  city = Ardenport  (not taken)" in shown
    assert "Adria Courier, 2024-05-08, split-2  [test.rule 0.90]" in shown
    assert "Prime Minister Ivo Brandt of Croatia in [Split] on Monday, May 6, 2024.”" in shown


def test_show_as_json(summitdb: Any, db: str) -> None:
    shown = json.loads(summitdb("show", "northern-forum", "--format", "json", "--db", db).out)
    assert shown["values"][0]["quotations"][0]["passage"] == "Croatia"


def test_reports_are_listed_and_run(summitdb: Any, db: str) -> None:
    listed = json.loads(summitdb("report", "--format", "json").out)
    assert {"report": "capacities", "question": listed[0]["question"]}["report"] in {row["report"] for row in listed}
    outcome = summitdb("report", "said", "--person", "Orrin", "--format", "json", "--db", db)
    assert [row["text"] for row in json.loads(outcome.out)] == ["We will double the traffic of the railway by 2030,"]


@pytest.mark.parametrize(("name", "starts"), [("a.svg", b"<svg"), ("a.html", b"<!doctype html>"), ("a.png", b"\x89PNG")])
def test_a_report_as_a_picture(summitdb: Any, db: str, tmp_path: Path, name: str, starts: bytes) -> None:
    outcome = summitdb("report", "agreements-by-sector", "--output", name, "--db", db)
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(starts)


def test_sql_from_a_file_and_from_standard_input(process: Any, db: str, tmp_path: Path) -> None:
    (tmp_path / "query.sql").write_text("select count(*) as n from person where slug like :like;\n")
    args = ("--format", "csv", "--db", db, "-p", "like=%brandt")
    assert process("sql", "@query.sql", *args).out == "n\n1\n"
    assert process("sql", "-", *args, stdin=b"select count(*) as n from person where slug like :like").out == "n\n1\n"


def test_export_writes_files_and_says_which(summitdb: Any, db: str, tmp_path: Path) -> None:
    outcome = summitdb("export", "out", "--format", "ndjson", "--db", db)
    assert outcome.code == 0
    assert "person.ndjson" in outcome.out
    assert len((tmp_path / "out" / "person.ndjson").read_text().splitlines()) == 2


def test_text_from_outside_cannot_steer_a_terminal(summitdb: Any, db: str) -> None:
    assert "\x1b" not in summitdb("sql", "select char(27) || '[31mred' as a", "--db", db).out


def test_the_dictionary_needs_no_database(summitdb: Any) -> None:
    assert "Readable key" in summitdb("db", "schema", "summit").out
    assert summitdb("db", "schema", "--format", "mermaid").out.startswith("erDiagram\n")
    assert "## summit_overview (view)" in summitdb("db", "schema", "summit_overview", "--format", "markdown").out


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("report", "meetngs"), 2, "no report 'meetngs'; did you mean meetings?"),
        (("report", "said"), 2, "report said needs --person"),
        (("report", "said", "--person", "x", "--output", "a.svg"), 2, "report said has no picture"),
        (("report", "meetings", "--output", "a.gif"), 2, "no picture of that kind"),
        (("report", "meetings", "--output", "no/a.svg"), 1, "no/a.svg: cannot be written"),
        (("list", "summit"), 2, "no table 'summit'; did you mean summits?"),
        (("list", "summits", "--country", "Finlandia"), 2, "no country 'Finlandia'; did you mean Finland?"),
        (("list", "summits", "--since", "yesterday"), 2, "--since yesterday: not a date"),
        (("show", "fi-hr-split"), 2, "did you mean 2024-05-06-fi-hr-split?"),
        (("sql", "delete from summit"), 2, "summitdb sql only reads"),
        (("sql", "select * from sumit"), 2, "no table sumit; did you mean summit?"),
        (("sql", "@missing.sql"), 2, "missing.sql: cannot be read as a query"),
        (("db", "schema", "sumit"), 2, "no table 'sumit'; did you mean summit?"),
    ],
)
def test_wrong_use_is_one_line(summitdb: Any, db: str, args: Any, code: int, message: str) -> None:
    outcome = summitdb("--db", db, *args)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (code, "", 1)
    assert message in outcome.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("args", [("list", "summits"), ("show", "x"), ("report", "meetings"), ("export", "out")])
def test_databases_that_cannot_serve(summitdb: Any, tmp_path: Path, args: tuple[str, ...]) -> None:
    missing = summitdb(*args, "--db", "missing.db")
    assert (missing.code, missing.err.count("\n")) == (1, 1)
    assert "there is no database missing.db" in missing.err
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "text.db").write_text("no database\n" * 100)
    no_database = summitdb(*args, "--db", "text.db")
    assert (no_database.code, no_database.err.count("\n")) == (1, 1)
    assert "text.db is not a database" in no_database.err


def test_a_database_of_a_newer_version_is_refused_with_the_version_to_use(summitdb: Any, tmp_path: Path) -> None:
    import sqlite3

    made(str(tmp_path / "new.db"))
    with sqlite3.connect(tmp_path / "new.db") as connection:
        connection.execute("update schema_revision set version_num = '9999_later'")
        connection.execute("update schema_change set version = '9.9.9'")
    connection.close()
    for args in (("list", "summits"), ("db", "upgrade")):
        outcome = summitdb(*args, "--db", "new.db")
        assert (outcome.code, outcome.err.count("\n")) == (1, 1)
        assert "newer schema 9999_later" in outcome.err
        assert "SummitDB 9.9.9" in outcome.err


def test_the_life_of_a_database(summitdb: Any, tmp_path: Path) -> None:
    upgraded = summitdb("db", "upgrade", "--db", "a.db")
    newest = upgraded.out.strip()
    assert summitdb("db", "current", "--db", "a.db").out.strip() == newest
    assert newest in summitdb("db", "history").out
    checked = summitdb("db", "check", "--db", "a.db")
    assert (checked.code, checked.out) == (0, "")
    copy = Path(summitdb("db", "backup", "--db", "a.db").out.strip())
    assert (tmp_path / copy).is_file()
    first = summitdb("db", "history", "--format", "csv").out.splitlines()[1].split(",")[0]
    assert summitdb("db", "downgrade", first, "--no-backup", "--db", "a.db").out.strip() == first
    refused = summitdb("list", "summits", "--db", "a.db")
    assert refused.code == 1
    assert "summitdb --db a.db db upgrade" in refused.err
    assert summitdb("db", "check", "--db", "a.db").code == 1
