"""Loads that are killed, and loads at the same time, give what one undisturbed load gives."""

from __future__ import annotations

import os
import random
import time

import pytest
import sqlalchemy as sa

from summitdb.store.connect import open_engine
from tests.fold import loading
from tests.fold.conftest import content

MOMENTS = 50 if os.environ.get("SUMMITDB_THOROUGH") else 6


def loaded(db: str) -> float:
    """Load in a process of its own; how many seconds that took."""
    started = time.monotonic()
    process = loading.process(db)
    process.start()
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - started


def content_of(db: str) -> dict[str, set[str]]:
    engine = open_engine(db)
    try:
        return content(engine)
    finally:
        engine.dispose()


def articles_in(db: str) -> int:
    """How many articles are stored; 0 where there is no table for them yet."""
    try:
        return len(content_of(db)["article"])
    except sa.exc.OperationalError:
        return 0


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, set[str]], float]:
    """What a database holds after an undisturbed load, and how many seconds that takes."""
    folder = tmp_path_factory.mktemp("undisturbed")
    loaded(str(folder / "first.db"))  # starts the process from which the others are made
    seconds = loaded(str(folder / "second.db"))
    return content_of(str(folder / "second.db")), seconds


def test_killed_at_any_moment_and_run_again(undisturbed, tmp_path):
    wanted, seconds = undisturbed
    chance = random.Random(19)  # a moment in each of as many equal parts of the load
    for moment in range(MOMENTS):
        db = str(tmp_path / f"{moment}.db")
        process = loading.process(db)
        process.start()
        process.join((moment + chance.random()) / MOMENTS * seconds)
        process.kill()
        process.join()
        loaded(db)
        assert content_of(db) == wanted


def test_killed_after_some_articles_and_run_again(undisturbed, tmp_path):
    wanted, _ = undisturbed
    for attempt in range(20):  # until it is caught in the middle, however busy the machine
        db = str(tmp_path / f"{attempt}.db")
        process = loading.process(db)
        process.start()
        while process.is_alive() and not articles_in(db):
            time.sleep(0.005)
        process.kill()
        process.join()
        if 0 < articles_in(db) < len(wanted["article"]):
            break
    else:
        pytest.fail("no load was caught in the middle")
    loaded(db)
    assert content_of(db) == wanted


def test_four_loaders_at_once(undisturbed, empty_url):
    wanted, _ = undisturbed
    if empty_url.startswith("postgres"):
        from summitdb.store.migrate import upgrade

        upgrade(open_engine(empty_url), backup=False)
    shares = [loading.NAMES[start::2] + loading.NAMES[:3] for start in (0, 1, 0, 1)]
    processes = [loading.process(empty_url, share) for share in shares]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 4
    assert content_of(empty_url) == wanted
