"""Every example in a command's help runs."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from summitdb.cli import main as program

ROOT = Path(__file__).parents[2]


def walk(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from walk(command, (*path, name))


# What an example supposes to have been done; the key of a decision stands for the one in the example.
BEFORE = {
    "undo": ["note", "brics", "to be undone"],
    "db restore": ["db", "backup", "copy.db"],
    "corrections import": ["corrections", "export", "decisions.ndjson"],
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the sample articles."""
    folder = tmp_path_factory.mktemp("examples")
    assert program.run(["load", str(ROOT / "seeds"), "--db", str(folder / "summit.db")]) == 0
    assert program.run(["db", "backup", str(folder / "copy.db"), "--db", str(folder / "summit.db")]) == 0
    return folder / "copy.db"


@pytest.mark.parametrize("command", list(walk(program.root)), ids=" ".join)
def test_examples_run(summitdb: Any, loaded: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    for name in ("seeds", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "summit.db").write_bytes(loaded.read_bytes())
    shown = summitdb(*command, "--help").out
    examples = re.findall(rf"^    summitdb ({' '.join(command)}.*)$", shown, re.M)
    assert examples
    if before := BEFORE.get(" ".join(command)):
        key = summitdb(*before).out.split()[0]
        examples = [example.replace("4f1c", key) for example in examples]
    for example in examples:
        outcome = summitdb(*shlex.split(example))
        assert outcome.code == 0, (example, outcome.err)
        assert "summitdb:" not in outcome.err, example
