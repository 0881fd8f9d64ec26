"""Grouping of mentions of which any two are either of the same thing or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def grouped(items: Iterable[Item], same: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """The items divided into groups, in their order: each joins the first group that it is the same with all of."""
    groups: list[list[Item]] = []
    for item in items:
        for group in groups:
            if all(same(item, other) for other in group):
                group.append(item)
                break
        else:
            groups.append([item])
    return groups
