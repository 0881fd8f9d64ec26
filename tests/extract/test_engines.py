"""Engines by entry point: an outside one is installed and run; what is not in the text is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summitdb.articles.model import Article
from summitdb.errors import RecordError, UsageError
from summitdb.extract.engines import engine_names, get_engine, run
from summitdb.records import decode

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "transcript-engine"
BODY = "Round table\n\nMODERATOR: Shall we begin?\n\nAna Teixeira: The bridge opens in May."


class Made:
    """An engine that returns what it is given."""

    name = "made"
    version = "0"

    def __init__(self, found: Any) -> None:
        self.found = found

    def extract(self, article: Article, *, reference: object = None) -> Any:
        return self.found


def statement(text: str, start: int, end: int, field: str = "text", confidence: float = 0.9) -> dict[str, Any]:
    evidence = [{"start": start, "end": end, "field": field, "rule": "made.up", "confidence": confidence}]
    return {"statements": [{"kind": "direct", "text": text, "evidence": evidence}]}


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--target", str(target), str(EXAMPLE)], check=True, capture_output=True)
    return target


def test_the_example_engine_is_installed_and_run(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(BODY, "utf-8")
    command = [sys.executable, "-m", "summitdb", "extract", "--engine", "transcript", "talks.txt"]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    found = decode(done.stdout)
    assert [(s.speaker, s.text) for s in found.statements] == [
        ("MODERATOR", "Shall we begin?"),
        ("Ana Teixeira", "The bridge opens in May."),
    ]


def test_grounded_records_are_taken() -> None:
    file, refused = run(Made(statement("Shall we begin?", 24, 39)), Article("a", BODY))
    assert [s.text for s in file.statements] == ["Shall we begin?"]
    assert refused == []


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (statement("Words nobody said here", 24, 39), "not in the text"),
        (statement("Shall we begin?", 24, 4000), "outside the text"),
        (statement("Shall we begin?", 39, 24), "outside the text"),
        (statement("Shall we begin?", 24, 39, field="speaker"), "does not have"),
        (statement("Shall we begin?", 24, 39, field="topics/0"), "does not have"),
        (statement("Shall we begin?", 24, 39, confidence=7), "not between 0 and 1"),
        ({"statements": [{"kind": "direct", "text": "Shall we begin?"}]}, "no evidence"),
    ],
)
def test_what_is_not_grounded_is_refused_with_the_reason(found: dict[str, Any], reason: str) -> None:
    file, refused = run(Made(found), Article("a", BODY))
    assert file.statements == []
    assert [(r.table, r.position) for r in refused] == [("statements", 0)]
    assert reason in refused[0].reason


def test_an_engine_that_breaks_the_record_format_is_an_error() -> None:
    with pytest.raises(RecordError, match="made"):
        run(Made({"summits": [{"format": "party"}]}), Article("a", BODY))


def test_an_unknown_engine_is_named_with_what_was_meant() -> None:
    with pytest.raises(UsageError) as caught:
        get_engine("rule")
    assert caught.value.hint == "did you mean 'rules'?"


def test_the_built_in_engine_is_registered() -> None:
    assert "rules" in engine_names()
