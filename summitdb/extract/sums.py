"""Sums of money in a phrase: "a loan of 2.9 billion yen", "a $2 billion line of credit"."""

from __future__ import annotations

from summitdb.extract.units import Unit


def find_sum(units: list[Unit], begin: int, stop: int) -> int | None:
    """The position of the first sum of money among units `begin` to `stop` (exclusive), or None. Its `value` is a Quantity."""
    for i in range(max(0, begin), min(stop, len(units))):
        unit = units[i]
        if unit.kind == "quantity" and unit.value.dimension == "money" and not unit.value.conversion:
            return i
    return None
