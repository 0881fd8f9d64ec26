"""Full names beside which nothing shows a person, until their surname does what people do."""

from __future__ import annotations

from summitdb.extract.cues import is_thing, length
from summitdb.extract.people import content_tokens, is_short_for
from summitdb.extract.units import Unit


class LooseNames:
    """Names of two words or more beside which nothing shows a person ("the seat is held by Xander Voss"): where the last word
    comes again and does what people do ("Voss said"), they are persons."""

    def __init__(self) -> None:
        self._by_last: dict[str, Unit] = {}

    def add(self, units: list[Unit], i: int) -> None:
        """Keep the name at `i`, the first of those that end alike; not "the Xander Group"."""
        unit = units[i]
        if not 1 < length(unit) < 8 or (i and units[i - 1].low == "the") or is_thing(unit):
            return
        tokens = content_tokens(unit.text)
        if tokens:
            self._by_last.setdefault(tokens[-1], unit)

    def full(self, name: str) -> Unit | None:
        """The full name that ends with `name`."""
        tokens = content_tokens(name)
        found = self._by_last.get(tokens[-1]) if tokens else None
        return found if found is not None and found.text != name and is_short_for(name, found.text) else None
