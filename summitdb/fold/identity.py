"""The identity rules of the clustered tables, by table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from summitdb.fold import agreements, statements, summits
from summitdb.fold.stored import Stored
from summitdb.fold.windows import Key

CLUSTERED = ("summit", "agreement", "statement")
KEYED = ("corridor", "organization", "person")

KEYS: dict[str, Callable[[Stored[Any]], Iterable[Key]]] = {
    "summit": summits.keys,
    "agreement": agreements.keys,
    "statement": statements.keys,
}
GROUP: dict[str, Callable[[Iterable[Stored[Any]]], list[list[Stored[Any]]]]] = {
    "summit": summits.group,
    "agreement": agreements.group,
    "statement": statements.group,
}
