"""`summitdb extract` and `summitdb explain`."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from summitdb.records import decode

# Synthetic, with invented people.
TEXT = """Orrin and Brandt meet in Split

SPLIT, May 6, 2024 (Fjord Telegraph) - President Tarja Orrin of Finland met Croatian Prime Minister Ivo Brandt in
Split on Monday.

"We will double the traffic of the railway by 2030," Orrin said after the talks.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT)
    return path


def test_a_record_file_on_standard_output(summitdb: Any, article: Path) -> None:
    outcome = summitdb("extract", article)
    assert (outcome.code, outcome.err) == (0, "")
    file = decode(outcome.out)
    assert file.article.published_on == "2024-05-06"
    assert "We will double the traffic of the railway by 2030," in [statement.text for statement in file.statements]


def test_the_text_may_come_from_standard_input_or_be_packed(process: Any, article: Path, tmp_path: Path) -> None:
    (tmp_path / "talks.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    expected = process("extract", article).out
    assert process("extract", "-", stdin=TEXT.encode()).out == expected
    assert process("extract", "talks.txt.gz").out == expected


def test_several_articles_in_one_file(summitdb: Any, tmp_path: Path) -> None:
    path = tmp_path / "two.ndjson"
    path.write_text("".join(json.dumps({"id": n, "headline": "Talks", "story": TEXT}) + "\n" for n in range(2)))
    fields = ("--field", "text=story", "--field", "title=headline")
    assert len(json.loads(summitdb("extract", path, *fields).out)) == 2
    assert summitdb("extract", path, "--format", "ndjson", *fields).out.count("\n") == 2


def test_options_fill_what_the_file_lacks(summitdb: Any, tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("The leaders of Finland and Croatia met in Split on Monday.")
    outcome = summitdb("extract", path, "--published-on", "2024-05-07", "--url", "https://example.org/a")
    head = decode(outcome.out).article
    assert (head.published_on, head.url) == ("2024-05-07", "https://example.org/a")


def test_a_table_to_look_at(summitdb: Any, article: Path) -> None:
    assert "statement 1" in summitdb("extract", article, "--format", "table").out


def test_output_to_a_file(summitdb: Any, article: Path, tmp_path: Path) -> None:
    outcome = summitdb("extract", article, "-o", "records.json")
    assert (outcome.code, outcome.out) == (0, "")
    assert decode((tmp_path / "records.json").read_text()).statements


def test_explain_on_the_terminal_and_as_a_page(summitdb: Any, article: Path, tmp_path: Path) -> None:
    shown = summitdb("explain", article).out
    assert "statement 1" in shown
    assert "statement.direct" in shown
    assert summitdb("explain", article, "--html", "page.html").code == 0
    page = (tmp_path / "page.html").read_text()
    assert "statement.direct" in page
    assert "<script" not in page


def test_another_engine_is_asked_for_by_name(summitdb: Any, article: Path) -> None:
    outcome = summitdb("extract", article, "--engine", "rule")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "did you mean 'rules'?" in outcome.err


WRONG = {
    "missing": None,
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 20,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "long.txt": b"x" * 30_000_000,
    "broken.json": b'{"title": "Talks", "text": ',
    "list.json": b"[1, 2]",
    "broken.txt.gz": b"\x1f\x8b\x08 no archive",
}


@pytest.mark.parametrize("command", ["extract", "explain"])
@pytest.mark.parametrize("name", list(WRONG))
def test_wrong_input_is_one_line(summitdb: Any, tmp_path: Path, command: str, name: str) -> None:
    content = WRONG[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    outcome = summitdb(command, name)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert outcome.err.startswith("summitdb: ")
    assert name in outcome.err
    assert len(outcome.err) < 300


def test_text_in_another_encoding_is_read(summitdb: Any, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(TEXT.replace("Orrin", "Örrin").encode("cp1252"))
    assert "Örrin" in summitdb("extract", "latin.txt").out


def test_a_broken_line_costs_its_article_only(summitdb: Any, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": TEXT}) for n in range(5)]
    lines[2] = lines[2][:40]
    (tmp_path / "five.ndjson").write_text("\n".join(lines))
    outcome = summitdb("extract", "five.ndjson", "--format", "ndjson")
    assert (outcome.code, outcome.out.count("\n"), outcome.err.count("\n")) == (1, 4, 1)
    assert "five.ndjson, line 3" in outcome.err


def test_an_output_that_cannot_be_written_leaves_nothing(summitdb: Any, article: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    outcome = summitdb("extract", article, "-o", "file/records.json")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "cannot be written" in outcome.err
