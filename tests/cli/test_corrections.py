"""A person's decisions, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

# Synthetic, with invented people.
TEXT = """Orrin and Brandt meet in Split

SPLIT, May 6, 2024 (Fjord Telegraph) - President Tarja Orrin of Finland met Croatian Prime Minister Ivo Brandt in Split.

"We will double the traffic of the railway by 2030," Orrin said after the talks.
"""


@pytest.fixture
def slug(summitdb: Any, tmp_path: Path) -> str:
    """The slug of the one statement in summit.db."""
    (tmp_path / "talks.txt").write_text(TEXT)
    assert summitdb("load", "talks.txt").code == 0
    [row] = json.loads(summitdb("list", "statements", "--format", "json").out)
    return str(row["slug"])


def statement(summitdb: Any) -> dict[str, Any]:
    [row] = json.loads(summitdb("sql", "select * from statement", "--format", "json").out)
    return dict(row)


def test_a_correction_holds_through_reload_and_rebuild_until_it_is_undone(summitdb: Any, slug: str, tmp_path: Path) -> None:
    made = summitdb("correct", slug, "speaker_country", "HR", "--reason", "a slip", "--author", "Ada")
    assert (made.code, made.err) == (0, "")
    key = made.out.split()[0]
    assert statement(summitdb)["speaker_country"] == "HR"
    (tmp_path / "talks.txt").write_text(TEXT + "\nMore was said.\n")
    assert "1 changed" in summitdb("load", "talks.txt").out
    summitdb("rebuild", "--extract")
    assert statement(summitdb)["speaker_country"] == "HR"
    shown = summitdb("show", slug).out
    assert "correct speaker_country HR by Ada" in shown
    assert "a slip" in shown
    assert summitdb("undo", key[:8]).code == 0
    assert statement(summitdb)["speaker_country"] == "FI"
    assert "undone by" in summitdb("history", slug).out


def test_a_member_of_a_list_is_added_and_removed(summitdb: Any, slug: str) -> None:
    topics = "select topic from statement_topic order by topic"
    before = summitdb("sql", topics, "--format", "csv").out
    assert summitdb("correct", slug, "topics/fisheries", "fisheries").code == 0
    assert "fisheries" in summitdb("sql", topics, "--format", "csv").out
    assert summitdb("correct", slug, "topics/fisheries", "--remove").code == 0
    assert summitdb("sql", topics, "--format", "csv").out == before


def test_a_rejected_row_stays_away(summitdb: Any, slug: str) -> None:
    rejected = summitdb("reject", slug)
    assert "no longer a row" in rejected.out
    summitdb("load", "talks.txt")
    summitdb("rebuild", "--extract")
    assert summitdb("list", "statements", "--format", "csv").out.count("\n") == 1
    summitdb("undo", rejected.out.split()[0])
    assert statement(summitdb)["slug"] == slug


def test_history_is_one_timeline(summitdb: Any, slug: str, tmp_path: Path) -> None:
    summitdb("note", slug, "checked against the recording", "--author", "Ada")
    summitdb("accept", slug, "speaker", "--author", "Ben")
    (tmp_path / "later.txt").write_text(TEXT.replace("May 6, 2024 (Fjord Telegraph)", "May 7, 2024 (Meridian Post)"))
    summitdb("load", "later.txt")
    rows = json.loads(summitdb("history", slug, "--format", "json").out)
    steps = [(row["what"], row["who"]) for row in rows if row["what"] != "value"]
    assert steps == [("article", "Fjord Telegraph"), ("article", "Meridian Post"), ("note", "Ada"), ("accept", "Ben")]
    given = {(row["who"], row["field"]): (row["value"], row["detail"]) for row in rows if row["what"] == "value"}
    assert given["Meridian Post", "speaker"] == ("Tarja Orrin", "Orrin")
    assert given["Fjord Telegraph", "text"][1].startswith("We will double the traffic")
    assert rows[-2]["detail"].endswith("(checked against the recording)")
    assert len(json.loads(summitdb("history", "--format", "json").out)) == 2


def test_history_tells_conflicts_mergers_and_splits(summitdb: Any, slug: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(TEXT.replace("in Split", "in Zadar").replace("Fjord Telegraph", "Meridian Post"))
    assert summitdb("load", "other.txt").code == 0
    [one, other] = json.loads(summitdb("sql", "select slug from summit order by slug", "--format", "json").out)
    assert summitdb("merge", f"summit/{one['slug']}", other["slug"], "--reason", "a slip", "--author", "Ada").code == 0
    [merged] = json.loads(summitdb("sql", "select slug from summit", "--format", "json").out)
    rows = json.loads(summitdb("history", f"summit/{merged['slug']}", "--format", "json").out)
    merger = next(row for row in rows if row["what"] == "merge")
    assert (merger["who"], merger["detail"]) == ("Ada", f"{one['slug']} with Meridian Post/other (a slip)")
    conflict = rows[-1]
    assert (conflict["what"], conflict["field"], conflict["value"]) == ("conflict", "city", "Split (1 publisher)")
    assert (conflict["detail"], conflict["state"]) == ("over Zadar (1 publisher)", "taken for no better reason than order")
    states = {row["value"]: row["state"] for row in rows if row["what"] == "value" and row["field"] == "city"}
    assert states == {"Split": "taken", "Zadar": "not taken"}
    split = summitdb("split", f"summit/{merged['slug']}", "other")
    assert split.out.endswith(f"  summit {one['slug']}, split off: summit {other['slug']}\n")
    rows = json.loads(summitdb("history", f"summit/{one['slug']}", "--format", "json").out)
    assert next(row for row in rows if row["what"] == "split")["detail"].endswith("from it: Meridian Post/other")


def test_persons_are_merged_split_rejected_and_come_back(summitdb: Any, slug: str, tmp_path: Path) -> None:
    (tmp_path / "later.txt").write_text(TEXT.replace("May 6, 2024 (Fjord Telegraph)", "June 9, 2024 (Meridian Post)"))
    (tmp_path / "other.txt").write_text(TEXT.replace("Tarja", "Taria J.").replace("May 6", "July 7"))
    summitdb("load", "later.txt", "other.txt")
    people = "select slug from person order by slug"
    assert summitdb("sql", people, "--format", "csv").out.split()[1:] == ["ivo-brandt", "taria-j-orrin", "tarja-orrin"]
    merged = summitdb("merge", "tarja-orrin", "taria-j-orrin", "--reason", "a misprint")
    assert merged.out.endswith("  person tarja-orrin\n")
    split = summitdb("split", "tarja-orrin", "later", "--author", "Ada")
    assert split.out.endswith("  person tarja-orrin, split off: person tarja-orrin--2\n")
    assert summitdb("sql", people, "--format", "csv").out.split()[1:] == ["ivo-brandt", "tarja-orrin", "tarja-orrin--2"]
    rejected = summitdb("reject", "tarja-orrin--2")
    assert rejected.out.endswith("tarja-orrin--2 is no longer a row\n")
    summitdb("rebuild", "--extract")
    assert summitdb("sql", people, "--format", "csv").out.split()[1:] == ["ivo-brandt", "tarja-orrin"]
    told = json.loads(summitdb("history", "taria-j-orrin", "--format", "json").out)
    assert [row["what"] for row in told if row["key"]] == ["merge", "split"]
    assert next(row for row in told if row["what"] == "merge")["detail"] == "taria-j-orrin with tarja-orrin (a misprint)"
    for one in (rejected, split, merged):
        assert summitdb("undo", one.out.split()[0]).code == 0
    assert summitdb("sql", people, "--format", "csv").out.split()[1:] == ["ivo-brandt", "taria-j-orrin", "tarja-orrin"]


def test_decisions_are_carried_to_another_database(summitdb: Any, slug: str, tmp_path: Path) -> None:
    summitdb("correct", slug, "speaker_country", "HR")
    assert summitdb("corrections", "export", "decisions.ndjson").out == "1 decision\n"
    assert summitdb("load", "talks.txt", "--db", "other.db").code == 0
    assert summitdb("corrections", "import", "decisions.ndjson", "--db", "other.db").out == "1 new decision\n"
    assert summitdb("corrections", "import", "decisions.ndjson", "--db", "other.db").out == "0 new decisions\n"
    assert summitdb("diff", "summit.db", "other.db").code == 0
    (tmp_path / "elsewhere.txt").write_text("The leaders of Ghana and Togo met in Lome on May 7, 2024.")
    assert summitdb("load", "elsewhere.txt", "--db", "third.db").code == 0
    imported = summitdb("corrections", "import", "decisions.ndjson", "--db", "third.db")
    assert (imported.code, imported.out) == (0, "1 new decision\n")
    assert slug in imported.err


def test_a_decision_whose_row_has_gone_is_reported_and_kept(summitdb: Any, slug: str, tmp_path: Path) -> None:
    summitdb("note", "tarja-orrin", "checked")
    assert summitdb("rebuild").err == ""
    gone = "summitdb: 1 decision about nothing that is in the database now; kept; see: summitdb history\n"
    (tmp_path / "talks.txt").write_text(TEXT.replace("Tarja Orrin", "Aino Salme").replace("Orrin", "Salme"))
    assert summitdb("load", "talks.txt").err == gone
    assert summitdb("remove", "talks").err == gone
    (tmp_path / "talks.txt").write_text(TEXT)
    assert summitdb("load", "talks.txt").err == ""
    assert "checked" in summitdb("show", "tarja-orrin").out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("correct", "SLUG", "speaker_country", "XX"), "XX"),
        (("correct", "SLUG", "cty", "x"), "no field cty"),
        (("correct", "SLUG", "stance"), "give a VALUE, or --remove"),
        (("correct", "missing", "stance", "supports"), "no row missing"),
        (("merge", "SLUG", "SLUG"), "cannot be merged with itself"),
        (("correct", "SUMMIT", "participants/Nemo Nobody/office", "president"), "does not take part"),
        (("correct", "SUMMIT", "participants/tarja-orrin", "Ivo Brandt"), "Ivo Brandt is somebody else"),
        (("correct", "SUMMIT", "participants//office", "president"), "no field participants//office"),
        (("correct", "SUMMIT", "ends_on", "2023"), "end (2023) before it starts (2024-05-06)"),
        (("merge", "tarja-orrin", "tarja-orrin"), "tarja-orrin cannot be merged with itself"),
        (("merge", "tarja-orrin", "SUMMIT"), "a person cannot be merged with a summit"),
        (("merge", "tarja-orin", "ivo-brandt"), "no row tarja-orin; did you mean tarja-orrin?"),
        (("split", "tarja-orrin", "talks"), "no other article tells of this row"),
        (("note", "SLUG", " "), "a note needs words"),
        (("undo", ""), "no decision is named"),
        (("split", "SLUG", "missing"), "missing is not one of the articles"),
        (("undo", "ffff"), "ffff"),
        (("corrections", "import", "missing.ndjson"), "missing.ndjson: cannot be read"),
    ],
)
def test_wrong_use_is_one_line_and_decides_nothing(summitdb: Any, slug: str, args: tuple[str, ...], message: str) -> None:
    names = {"SLUG": slug, "SUMMIT": "2024-05-06-fi-hr-split"}
    outcome = summitdb(*(names.get(arg, arg) for arg in args))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert message in outcome.err
    assert json.loads(summitdb("history", "--format", "json").out) == []
