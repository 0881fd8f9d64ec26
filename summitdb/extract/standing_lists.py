"""Members told by a list beside the organization: "NATO allies Britain and France", "the G7 -- Britain, Canada, ... --"."""

from __future__ import annotations

from summitdb.extract.standing_clause import Clause
from summitdb.extract.standing_terms import BODIES, FORMER, Outlook, Standing, list_before, list_from, pairs_of
from summitdb.extract.units import POSSESSIVES
from summitdb.gazetteer.tables import OrganizationEntry


def countries_of(clause: Clause, i: int) -> list[Standing]:
    """ "The ASEAN countries of Thailand and Malaysia", "NATO allies Britain and France": members by another word."""
    units = clause.units
    entry = units[i - 1].organization if i and units[i - 1].kind == "organization" else None
    if entry is None or entry.kind not in BODIES or _is_outside(clause, i - 1):
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


def one_of(clause: Clause, i: int) -> list[Standing]:
    """ "NATO ally Chad", "Kuwait, OPEC's third largest producer": a member by another word."""
    units = clause.units
    at, entry = _owner(clause, i)
    if entry is None or entry.kind not in BODIES or _is_outside(clause, at):
        return []
    listed = list_from(units, i + 1)[:1] if i + 1 < len(units) and units[i + 1].kind == "country" else []
    if not listed and at > 1 and units[at - 1].text in (",", "--", "—", "–", "("):
        listed = list_before(units, at - 1)
        listed = listed if len(listed) == 1 else []
    return clause.make(pairs_of(listed), entry, "member", Outlook(), units[i], "list")


def _owner(clause: Clause, i: int) -> tuple[int, OrganizationEntry | None]:
    """The organization whose ally or producer the noun at `i` is, and where its noun phrase begins."""
    units = clause.units
    if i + 2 < len(units) and units[i + 1].low in ("in", "within", "of", "inside"):
        behind = next((u.organization for u in units[i + 2 : i + 4] if u.kind == "organization"), None)
        begin = next((j for j in range(i - 1, max(-1, i - 5), -1) if units[j].low in ("the", "a", "an")), None)
        return (begin, behind) if behind is not None and begin is not None else (i, None)
    for j in range(i - 1, max(-1, i - 6), -1):
        unit = units[j]
        if unit.kind == "organization":
            return j, unit.organization
        if not (unit.text in (*POSSESSIVES, "-") or unit.pos == "word" or unit.kind == "number" or "modifier" in unit.rows):
            if unit.kind != "word" or unit.pos is not None or unit.tenses:
                break
    return i, None


def _is_outside(clause: Clause, at: int) -> bool:
    """Whether the organization at `at` is what the states are not in: "non-OPEC producers"."""
    return any(unit.low in ("non", "non-") for unit in clause.units[max(0, at - 2) : at])


def bracketed(clause: Clause, i: int) -> list[Standing]:
    """ "The Gulf Cooperation Council (Saudi Arabia, Kuwait and Oman)", "the G7 -- Britain, Canada, ... --": its members."""
    units = clause.units
    entry = units[i].organization
    j = i + 1
    if j + 2 < len(units) and units[j].text == "(" and units[j + 1].kind == "organization" and units[j + 2].text == ")":
        j += 3
    if entry is None or entry.kind not in BODIES or j >= len(units) or units[j].text not in ("(", "-", "--", "—", "–", ":"):
        return []
    if units[j].text == "-" and units[j].start == units[j - 1].end:
        return []  # "EU-US relations"
    listed = list_from(units, j + 1)
    return clause.make(pairs_of(listed), entry, "member", Outlook(), units[i], "list") if len(listed) > 2 else []
