"""Loads in processes of their own, started from one that has everything imported."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import summitdb.load
from summitdb.articles.model import Article
from summitdb.cli.main import run
from summitdb.extract.engines import get_engine

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = (
    "baku-2024-caspian-wire.txt",
    "baku-2024-meridian-post.md",
    "baku-2024-preview.html",
    "korea-2018.ndjson",
    "us-soviet-summits.ndjson",
)
BATCH = 2

get_engine("rules").extract(Article(external_id="none", body="The presidents met in Baku."))  # reads the gazetteer


def load(db: str, names: list[str]) -> None:
    """`summitdb load` of some sample articles, in small batches; exits with its code."""
    summitdb.load.BATCH = BATCH
    raise SystemExit(run(["load", *(str(SEEDS / name) for name in names), "--db", db]))


def process(db: str, names: tuple[str, ...] = NAMES) -> multiprocessing.process.BaseProcess:
    """A process that loads, not started yet."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context.Process(target=load, args=(db, list(names)))
