"""The word lists and tables of one language, read once from `data/<language>/`.

A `.txt` file has one word a line; a `.tsv` file has a head line of column names, and `|` between the spellings of one
entry. Lines that begin with `#` are comments.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _lines(name: str, language: str) -> list[str]:
    text = files("summitdb.text").joinpath("data", language, name).read_text("utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """The words of `name`.txt, in lower case."""
    return frozenset(line.strip().lower() for line in _lines(f"{name}.txt", language))


@cache
def rows(name: str, language: str = "en") -> tuple[dict[str, str], ...]:
    """The rows of `name`.tsv by column name."""
    head, *lines = _lines(f"{name}.tsv", language)
    columns = head.split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines)


@cache
def spellings(name: str, language: str = "en") -> dict[str, dict[str, str]]:
    """The rows of `name`.tsv by each lower-case spelling of their column `written`."""
    return {spelling.lower(): row for row in rows(name, language) for spelling in row["written"].split("|")}
