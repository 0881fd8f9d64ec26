"""The word lists and tables of one language, read once from `data/<language>/`.

A `.txt` file has one word a line; a `.tsv` file has a head line of column names, and `|` between the spellings of one
entry. Lines that begin with `#` are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

# What may stand before a word, as a set. A pattern that begins with it is scanned twice as fast as with (?<!\\w); put
# a line end before the text for the word that it begins with.
BEFORE_WORD = r"[\t\n !-/:-@\[-^`{-~\u00a0-\u00bf\u2010-\u206f\u20a0-\u20cf]"


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


def alternatives(written: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, sharing their beginnings: several times faster than a list with
    `|`.
    """
    tree: dict[str, Any] = {}
    for word in written:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    branches = [re.escape(character) + _branches(below) for character, below in tree.items() if character]
    pattern = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
    return f"(?:{pattern})?" if pattern and "" in tree else pattern
