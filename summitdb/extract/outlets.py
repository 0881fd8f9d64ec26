"""News agencies, newspapers and broadcasters that speak for themselves ("KCNA said") or pass on somebody's words."""

from __future__ import annotations

from functools import cache

from summitdb.extract.clauses import is_mention
from summitdb.extract.units import Unit
from summitdb.gazetteer import tables

QUOTING = frozenset({"quoted", "cited", "quotes", "cites", "quoting", "citing"})
MEDIA = frozenset({"agency", "newspaper", "daily", "television", "radio", "media", "broadcaster"})


@cache
def _outlets() -> dict[str, tuple[str, str | None]]:
    return {row["form"]: (row["name"], row["country"] or None) for row in tables.rows("en/outlets.tsv")}


def outlet(units: list[Unit], at: int) -> tuple[str, str | None] | None:
    """The name and state of the outlet at `at`, or of the one that stands beside a word for such: "the Xinhua news agency",
    "the state news agency IRNA"; None where it is none that is known."""
    unit = units[at]
    known = _outlets()
    if unit.kind in ("name", "body", "word", "person") and (
        found := known.get(unit.text.removeprefix("The ").removeprefix("the "))
    ):
        return found
    if unit.low.rsplit(" ", 1)[-1] in MEDIA:
        for beside in units[max(0, at - 1) : at] + units[at + 1 : at + 2]:
            if beside.text in known:
                return known[beside.text]
    return None


def quoted(units: list[Unit], saying: int) -> int | None:
    """Whom an outlet passes on, by the verb at `saying`: "IRNA quoted the foreign minister as saying that ..."."""
    if saying < 3 or units[saying - 1].low != "as":
        return None
    for verb in range(saying - 2, max(-1, saying - 14), -1):
        if units[verb].low in QUOTING:
            if verb and units[verb - 1].pos == "aux":
                return None
            return next((k for k in range(verb + 1, saying) if is_mention(units[k]) and units[k].kind != "country"), None)
        if units[verb].kind == "quotation" or units[verb].text in (":", ";"):
            return None
    return None
