"""Running the program as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from summitdb.cli.main import run


@dataclass(frozen=True)
class Outcome:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def summitdb(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The program, run in this process in an empty folder, without SUMMITDB_URL."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SUMMITDB_URL", raising=False)
    monkeypatch.delenv("SUMMITDB_DEBUG", raising=False)

    def call(*args: str | Path) -> Outcome:
        code = run([str(arg) for arg in args])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """The program in a process of its own, in an empty folder; `stdin` is what it reads."""

    def call(*args: str | Path, stdin: bytes = b"", **environment: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "summitdb", *map(str, args)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={name: value for name, value in os.environ.items() if not name.startswith("SUMMITDB")} | environment,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call
