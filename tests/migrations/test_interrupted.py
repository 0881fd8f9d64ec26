"""An upgrade that is killed: the file is at the old or the new revision with all rows, and the next upgrade succeeds."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import time

import pytest

from summitdb.store import migrate, revisions
from summitdb.store.backup import PARTIAL
from summitdb.store.connect import connect, open_engine
from summitdb.store.drift import check
from tests.migrations.conftest import counts, fill

KILLS = 20


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A file with rows at the first revision, and one at the last before tables with rows change."""
    made = []
    for name in (revisions.known()[0], "0005_views"):
        file = tmp_path_factory.mktemp("old") / f"{name}.db"
        engine = connect(str(file))
        fill(engine)
        migrate.downgrade(engine, name, backup=False)
        engine.dispose()
        made.append(file)
    return made


def upgrade_in_child(file):
    """Start an upgrade in a process of its own; returns its number."""
    if child := os.fork():
        return child
    try:
        migrate.upgrade(open_engine(str(file)))
        os._exit(0)
    finally:
        os._exit(1)


def test_killed_upgrade(files, tmp_path):
    chance = random.Random(5)
    started = time.monotonic()
    shutil.copy(files[0], tmp_path / "undisturbed.db")
    assert os.waitpid(upgrade_in_child(tmp_path / "undisturbed.db"), 0)[1] == 0
    undisturbed = time.monotonic() - started
    killed, left_at = 0, set()
    for number in range(KILLS):
        template = files[0 if number % 4 == 0 else 1]
        file = tmp_path / f"{number}" / "summit.db"
        file.parent.mkdir()
        shutil.copy(template, file)
        child = upgrade_in_child(file)
        time.sleep(chance.uniform(0, undisturbed if template == files[0] else undisturbed / 2))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        left_at.add(_require_whole(file, template.stem))
    assert killed >= KILLS / 4
    assert len(left_at) > 1
    assert check(open_engine(str(file))) == []


def _require_whole(file, before):
    engine = open_engine(str(file))
    left = revisions.state(engine).revision
    assert left in (before, revisions.newest())
    rows = counts(engine)
    assert (rows["article"], rows["record_file"]) == (2, 2)
    for backup in file.parent.glob("*.backup"):
        with sqlite3.connect(backup) as connection:
            assert connection.execute("SELECT count(*) FROM article").fetchone() == (2,)
    migrate.upgrade(engine, backup=False)
    assert revisions.state(engine).revision == revisions.newest()
    after = counts(engine)
    assert {table: after[table] for table in rows if table != "country"} == {
        table: rows[table] for table in rows if table != "country"
    }
    engine.dispose()
    assert all(path.name.endswith((".backup", PARTIAL, ".db", "-wal", "-shm", "-journal")) for path in file.parent.iterdir())
    return left
