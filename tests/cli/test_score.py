"""`summitdb score`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

GOLD = {
    "article": {"title": "Talks in Ardenport", "published_on": "2024-05-07", "url": None, "language": "en"},
    "summits": [{"countries": ["FI", "HR"], "city": "Split", "status": "held"}],
    "organizations": [{"name": "Northern Forum", "as_written": "Northern Forum", "acronym": "NF"}],
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, other = tmp_path / "gold", tmp_path / "other"
    for folder in (gold, other):
        folder.mkdir()
    (gold / "a.json").write_text(json.dumps(GOLD))
    (gold / "notes.json").write_text("{}")
    (other / "a.json").write_text(json.dumps(GOLD | {"organizations": []}))
    return gold, other


def test_two_codings_are_compared(summitdb: Any, folders: tuple[Path, Path]) -> None:
    outcome = summitdb("score", folders[0], "--predicted", folders[1], "--misses", "--format", "json")
    lines = {line["name"]: line for line in json.loads(outcome.out)}
    assert lines["summits"]["f1"] == lines["summit.city"]["f1"] == 1
    assert lines["organizations"]["recall"] == 0
    assert outcome.err.split(maxsplit=3)[:3] == ["missed", "a", "organizations"]


def test_an_article_without_a_prediction_has_no_records(summitdb: Any, folders: tuple[Path, Path]) -> None:
    (folders[1] / "a.json").unlink()
    outcome = summitdb("score", folders[0], "--predicted", folders[1], "--format", "json")
    assert {line["name"]: line["recall"] for line in json.loads(outcome.out)}["summits"] == 0


def test_wrong_input_is_one_line(summitdb: Any, folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    empty = summitdb("score", tmp_path / "empty")
    assert (empty.code, empty.err.count("\n")) == (1, 1)
    assert "no record files" in empty.err
    (folders[0] / "b.json").write_text('{"article": {"title": 7}}')
    wrong = summitdb("score", folders[0], "--predicted", folders[1])
    assert (wrong.code, wrong.err.count("\n")) == (1, 1)
    assert "b.json: not a record file" in wrong.err
    assert summitdb("score", tmp_path / "missing").code == 2
