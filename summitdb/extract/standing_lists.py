"""Members told by a list beside the organization: "NATO allies Britain and France", "the G7 -- Britain, Canada, ... --"."""

from __future__ import annotations

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_terms import BODIES, FORMER, Outlook, Standing, list_before, list_from, pairs_of


def countries_of(clause: Clause, i: int) -> list[Standing]:
    """ "The ASEAN countries of Thailand and Malaysia", "NATO allies Britain and France": members by another word."""
    units = clause.units
    entry = units[i - 1].organization if i and units[i - 1].kind == "organization" else None
    if entry is None or entry.kind not in BODIES:
        return []
    following = units[i + 1].low if i + 1 < len(units) else ""
    at = i + 1
    if following == "," and i + 2 < len(units) and units[i + 2].low in ("such", "like", "including", "such as"):
        at, following = i + 2, units[i + 2].low
    begin = at + 1 if following in ("of", "like", "including", "such as") else at + 2 if following == "such" else at
    listed = list_from(units, begin) if begin < len(units) and units[begin].text != "," else []
    former = i > 1 and units[i - 2].low in FORMER
    start = i - 2 if former else i - 1
    start -= start > 1 and units[start - 1].low in ("all", "both", "two", "three", "fellow")
    if not listed and start > 1 and units[start - 1].text in (",", "--", "—", "–", "-", "("):
        listed = list_before(units, start - 1)
        listed = listed if len(listed) > 1 else []
    return clause.make(pairs_of(listed), entry, "former_member" if former else "member", Outlook(), units[i], "list")


def bracketed(clause: Clause, i: int) -> list[Standing]:
    """ "The Gulf Cooperation Council (Saudi Arabia, Kuwait and Oman)", "the G7 -- Britain, Canada, ... --": its members."""
    units = clause.units
    entry = units[i].organization
    j = i + 1
    if j + 2 < len(units) and units[j].text == "(" and units[j + 1].kind == "organization" and units[j + 2].text == ")":
        j += 3
    if entry is None or entry.kind not in BODIES or j >= len(units) or units[j].text not in ("(", "-", "--", "—", "–", ":"):
        return []
    listed = list_from(units, j + 1)
    return clause.make(pairs_of(listed), entry, "member", Outlook(), units[i], "list") if len(listed) > 2 else []
