"""`summitdb load`, with input of every wrong kind."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

# Synthetic, with invented people.
TEXT = """SPLIT, May 6, 2024 (Fjord Telegraph) - President Tarja Orrin of Finland met Croatian Prime Minister Ivo Brandt in
Split on Monday.

"We will double the traffic of the railway by 2030," Orrin said after the talks.
"""


def articles(path: Path) -> int:
    connection = sqlite3.connect(path)
    count: int = connection.execute("select count(*) from article").fetchone()[0]
    connection.close()
    return count


def test_a_folder_is_loaded_and_summed_up(summitdb: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(3):
        (tmp_path / "in" / f"talks-{n}.txt").write_text(TEXT)
    outcome = summitdb("load", "in")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0] == "3 articles: 3 new, 0 changed, 0 unchanged, 0 failed"
    assert "+1 statement" in outcome.out
    assert articles(tmp_path / "summit.db") == 3


def test_loading_again_changes_nothing_and_a_changed_article_replaces_the_old(summitdb: Any, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT)
    summitdb("load", path)
    assert "0 new, 0 changed, 1 unchanged" in summitdb("load", path).out
    path.write_text(TEXT.replace("Split on", "Zagreb on"))
    assert "0 new, 1 changed, 0 unchanged" in summitdb("load", path).out
    assert articles(tmp_path / "summit.db") == 1


def test_options_fill_what_an_article_lacks(summitdb: Any, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("nr,head,story\n7,Talks,The leaders of Finland and Croatia met in Split.\n")
    fields = ("--field", "text=story", "--field", "title=head", "--field", "id=nr")
    outcome = summitdb("load", "a.csv", *fields, "--published-on", "2024-05-07", "--publisher", "Fjord Telegraph")
    assert (outcome.code, outcome.err) == (0, "")
    row = summitdb("sql", "select published_on, publisher, title from article", "--format", "tsv").out.splitlines()[1]
    assert row == "2024-05-07\tFjord Telegraph\tTalks"


def test_standard_input(process: Any, tmp_path: Path) -> None:
    outcome = process("load", "-", stdin=TEXT.encode())
    assert "1 new" in outcome.out
    assert articles(tmp_path / "summit.db") == 1


def test_a_broken_line_costs_its_article_only(summitdb: Any, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": f"{TEXT}\n{n}"}) for n in range(5)]
    lines[2] = lines[2][:40]
    (tmp_path / "five.ndjson").write_text("\n".join(lines))
    outcome = summitdb("load", "five.ndjson")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "five.ndjson, line 3" in outcome.err
    assert articles(tmp_path / "summit.db") == 4


WRONG = {
    "missing": None,
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "long.txt": b"x" * 30_000_000,
    "utf.json": b'{"text": "\xff\xfe\xfa"}',
    "broken.json": b'{"title": "Talks", "text": ',
}


@pytest.mark.parametrize("name", list(WRONG))
def test_wrong_input_is_one_line_and_makes_no_database(summitdb: Any, tmp_path: Path, name: str) -> None:
    content = WRONG[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    outcome = summitdb("load", name)
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert name in outcome.err
    assert not (tmp_path / "summit.db").exists()


def test_a_wrong_file_is_named_and_the_rest_is_loaded(summitdb: Any, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    outcome = summitdb("load", "missing.txt", "good.txt")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "missing.txt" in outcome.err
    assert "1 new, 0 changed, 0 unchanged, 1 failed" in outcome.out


def test_a_folder_without_articles(summitdb: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = summitdb("load", "empty")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "empty" in outcome.err
    assert not (tmp_path / "summit.db").exists()


@pytest.mark.parametrize(
    ("db", "message"),
    [
        ("file/summit.db", "file/summit.db cannot be opened"),
        ("no/such/folder/summit.db", "cannot be opened"),
        ("file", "file is not a database"),
        ("oracle://host/name", "oracle is not supported"),
    ],
)
def test_a_database_that_cannot_be_written(summitdb: Any, tmp_path: Path, db: str, message: str) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "file").write_text("no database\n" * 100)
    outcome = summitdb("load", "good.txt", "--db", db)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert message in outcome.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "good.txt"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--published-on", "2024-13-01"), "'2024-13-01' is not a date"),
        (("--field", "body"), "not of the form title=headline"),
        (("--field", "titel=head"), "did you mean 'title'?"),
        (("--engine", "rulez"), "did you mean 'rules'?"),
        (("--db",), "requires an argument"),
    ],
)
def test_wrong_options_are_one_line_and_make_no_database(
    summitdb: Any, tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    outcome = summitdb("load", "good.txt", *options)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert message in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["good.txt"]


def test_a_text_in_another_language_is_stored_and_gives_no_rows(summitdb: Any, tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text(
        "Die Präsidentin von Finnland traf am Montag in Split den Ministerpräsidenten von Kroatien. Sie sprachen über "
        "die Eisenbahn und über den Handel zwischen den beiden Ländern, der sich in den letzten Jahren verdoppelt hat.\n"
    )
    outcome = summitdb("load", "de.txt")
    assert outcome.code == 0
    assert "1 not in English" in outcome.out
    assert summitdb("sql", "select language from article", "--format", "csv").out == "language\nde\n"
    assert summitdb("list", "summits", "--format", "csv").out.count("\n") == 1


def test_articles_without_a_day_are_counted_once(summitdb: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ministers meet\n\nThe ministers met on Monday.")
    (tmp_path / "b.txt").write_text("Ministers meet again\n\nThe ministers met again on Monday.")
    undated = "2 without a day of publication"
    assert undated in summitdb("load", ".").out
    assert undated not in summitdb("load", ".").out
    assert undated not in summitdb("load", ".", "--publisher", "Fjord Telegraph", "--published-on", "2024-05-06").out


FIRST = "President Tarja Orrin of Finland met Croatian Prime Minister Ivo Brandt in Split on May 6, 2024."
OTHER = "Fishing boats of three villages stayed at anchor while a storm passed along the coast; nobody was hurt."


def test_two_articles_of_one_name_in_one_load_are_told_with_both_paths(summitdb: Any, tmp_path: Path) -> None:
    for folder, body in (("a", FIRST), ("b", OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "talks.txt").write_text(body)
    outcome = summitdb("load", "a", "b")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "b/talks.txt: not loaded: a/talks.txt is also called talks" in outcome.err
    assert "--publisher" in outcome.err
    assert summitdb("load", "b", "--publisher", "Fjord Telegraph").code == 0


def test_an_article_replaced_by_quite_another_is_told(summitdb: Any, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(FIRST)
    assert summitdb("load", "talks.txt").err == ""
    (tmp_path / "talks.txt").write_text(FIRST + " They spoke of the railway.")
    assert summitdb("load", "talks.txt").err == ""
    (tmp_path / "talks.txt").write_text(OTHER)
    outcome = summitdb("load", "talks.txt")
    assert (outcome.code, outcome.err.count("\n")) == (0, 1)
    assert "talks.txt: replaced an article called talks that had another text" in outcome.err


def test_rows_are_counted_that_this_load_added(summitdb: Any, tmp_path: Path) -> None:
    dated = ("--published-on", "2024-05-07")
    (tmp_path / "talks.txt").write_text(FIRST)
    assert summitdb("load", "talks.txt", *dated).out.splitlines()[1:] == ["+1 summit"]
    (tmp_path / "again.txt").write_text(FIRST)
    assert summitdb("load", "again.txt", *dated).out.splitlines()[1:] == []
    (tmp_path / "talks.txt").write_text("Nothing happened.")
    (tmp_path / "again.txt").write_text("Nothing happened.")
    assert summitdb("load", "talks.txt", "again.txt", *dated).out.splitlines()[1:] == ["-1 summit"]
