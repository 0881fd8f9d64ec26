"""Offices with the states and bodies they are held for: "the prime ministers of Hungary and Slovakia" as one unit."""

from __future__ import annotations

from functools import cache

from summitdb.extract.people import Role
from summitdb.extract.phrases import NUMBERS, is_owner, merge
from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer import tables
from summitdb.gazetteer.tables import OrganizationEntry

COORDINATORS = frozenset({"and", ",", "&"})

SOIL = frozenset({"city", "country", "national", "region"})
OF = frozenset({"of", "for", "to", "in", "at", "from"})

DEPUTIES = frozenset({"deputy", "vice", "assistant", "junior"})

FORMER = frozenset({"former", "ex", "late", "then", "predecessor", "past", "outgoing"})


def _role_left(units: list[Unit], i: int) -> int:
    """The first unit of the role whose office stands at `i`."""
    j = i
    entry = units[i].entry
    plural = entry is None or entry.number == "p"
    while j > 0:
        before = units[j - 1]
        if _heads_off(units, j - 1):
            break
        if before.kind in ("national", "organization"):
            j -= 1
        elif before.kind in ("country", "city", "region") and (j == i or units[j].kind != "mark"):
            j -= 1
        elif before.text in ("'s", "’s", "'", "’") and j > 1 and is_owner(units[j - 2]):
            j -= 2
        elif (
            before.low in ("and", ",")
            and j > 1
            and (j == i or plural)  # one holds it for one state: "in Zimbabwe, South Africa's minister"
            and not (
                j > 2 and units[j - 3].low == "of" and units[j - 2].kind == "country"
            )  # "the president of Bolivia and Paraguayan President Luis Rojas"
            and units[j - 2].kind in ("national", "country")
            and units[j].kind in ("national", "country")
        ):
            j -= 2
        elif before.low == "and" and j > 1 and "portfolio" in units[j].rows and "portfolio" in units[j - 2].rows:
            j -= 2  # "Foreign Affairs and Defence Committee Chairman"
        elif before.low == "and" and j > 1 and j == i and " " in units[i].low and "portfolio" in units[j - 2].rows:
            j -= 2  # "Danish Energy and Climate Minister"
        elif before.text == "-" and j > 1 and units[j - 2].kind == "word" and before.start == units[j - 2].end:
            j -= 2
        elif (
            "portfolio" in before.rows
            or "modifier" in before.rows
            or "partisan" in before.rows
            or (before.pos == "word" and not ("report" in before.rows and before.tenses & {"past"}))  # "asked officials to"
            or "office" in before.rows
        ):
            j -= 1
        elif before.kind == "number":
            j -= 1
        else:
            break
    while j < i and (units[j].text in ("-", ",", "and") or units[j].low == "and"):
        j += 1
    if j > 0 and units[j - 1].pos in ("det", "poss") and units[j - 1].low != "that":  # "said that President Chipeta"
        j -= 1
    return j


def _is_posted(unit: Unit) -> bool:
    """Whether an office is held at a place: "the ambassador in Kiev"."""
    return unit.rows["office"].get("office") in ("ambassador", "special_envoy")


def _role_right(units: list[Unit], i: int) -> int:
    """The position behind the role whose office stands at `i`: "of Hungary and Slovakia", "of Transport and Trade"."""
    j = i + 1
    n = len(units)
    if j + 1 < n and units[j].text == "-" and units[j + 1].low in ("elect", "designate", "general", "in"):
        j += 2
    while j + 1 < n and units[j].low in OF:
        k = j + 1
        while k < n and (
            units[k].pos == "det" or units[k].low in ("republic", "state", "of", "kingdom") or units[k].pos == "word"
        ):
            k += 1
        if k < n and units[j].low in ("in", "at") and units[k].kind in SOIL and not _is_posted(units[i]):
            break  # where something happens: "hosted the leaders of Panama and Honduras in San Jose"
        if k < n and (
            units[k].kind in ("country", "organization", "national", "region")
            or (units[k].kind == "city" and units[j].low != "for")
        ):
            j = _behind_states(units, k)
        elif k < n and ("portfolio" in units[k].rows or "body" in units[k].rows):
            j = _behind_portfolios(units, k)
        elif k < n and ("groupnoun" in units[k].rows):
            j = k + 1
            if j + 1 < n and units[j].text in ("'s", "’s") and ("body" in units[j + 1].rows or "groupnoun" in units[j + 1].rows):
                j += 2
        elif units[k - 1].low == "republic" and k - 1 > j:
            return k  # "the President of the Republic, Ali Bongo,"
        else:
            break
    return j


def _behind_states(units: list[Unit], last: int) -> int:
    """The position behind the states listed from `last`, and behind their body: "Hungary and Slovakia", "Russia's delegation"."""
    n = len(units)
    step = _past(units, last + 1, "det")
    while last + 1 < step < n and units[step].kind == "country":
        last = step
        step = _past(units, last + 1, "det")
    if last + 1 < n and units[last + 1].text in ("'s", "’s"):
        m = last + 2
        while m < n and (units[m].pos == "word" or "portfolio" in units[m].rows):
            m += 1
        if m < n and ("body" in units[m].rows or "groupnoun" in units[m].rows):
            last = m
    elif last + 1 < n and "body" in units[last + 1].rows:
        last += 1
    return last + 1


def _behind_portfolios(units: list[Unit], last: int) -> int:
    """The position behind the portfolios listed from `last`: "Transport and Trade"."""
    step = _past(units, last + 1, "word")
    while step < len(units) and ("portfolio" in units[step].rows or "body" in units[step].rows):
        last = step
        step = _past(units, last + 1, "word")
    return last + 1


def _past(units: list[Unit], i: int, pos: str) -> int:
    """The position from `i` on behind commas, "and" and words of `pos`."""
    while i < len(units) and (units[i].low in COORDINATORS or units[i].pos == pos):
        i += 1
    return i


def _is_abbreviated(unit: Unit, mark: Unit) -> bool:
    """Whether `mark` is the full stop of an abbreviated office: "Sen.", "Gov."."""
    row = unit.rows["office"]
    abbreviated = unit.entry is not None and unit.entry.form not in (row["form"], row["plural"])
    return abbreviated and mark.text == "." and mark.start == unit.end


def _is_office(out: list[Unit], unit: Unit, row: dict[str, str]) -> bool:
    """Whether an office's word means the office here: an abbreviation has a capital, and no figure before it ("3 PM")."""
    form = unit.entry.form if unit.entry else ""
    if form in (row["form"], row["plural"]):
        return True
    return unit.is_capitalised and not (out and out[-1].kind == "number")


def _heads_off(units: list[Unit], i: int) -> bool:
    """Whether the word is a verb: "heads to Quito", "heads for home", "to host talks", "will host President X"."""
    if units[i].low in ("host", "hosts", "chair", "head") and i:
        before = units[i - 1]
        if before.pos == "modal" or before.low == "to":
            return True
        after = units[i + 1 : i + 4]
        if units[i].low == "hosts" and any("meeting" in u.rows for u in after) and before.kind in ("country", "city"):
            return True
    return units[i].low in ("head", "heads") and i + 1 < len(units) and units[i + 1].low in ("to", "for", "into", "back", "off")


def _senders(parts: list[Unit], at: int) -> list[Unit]:
    """The words for whom an envoy speaks, not where he is sent: before the office ("Ghana's ambassador to Togo") and behind "of"
    ("the ambassador of Ghana to Togo")."""
    behind = parts[at + 1 :]
    if not behind or behind[0].low not in ("of", "from"):
        return parts[:at]
    end = next((k for k, part in enumerate(behind) if part.low in ("to", "in", "at")), len(behind))
    return [*parts[:at], *behind[:end]]


def _sender(out: list[Unit]) -> OrganizationEntry | None:
    """The organization whose office holder sends another: "the UN Secretary-General's special adviser on Cyprus"."""
    if len(out) < 2 or out[-1].text not in POSSESSIVES or out[-2].role is None:
        return None
    return out[-2].role.organization


@cache
def _bodies() -> dict[str, OrganizationEntry]:
    """The organizations by their names and acronyms in lower case."""
    return {
        form.lower(): entry for entry in tables.organizations() for form in (entry.name, entry.acronym, *entry.aliases) if form
    }


@cache
def _named_in(office: str) -> OrganizationEntry | None:
    """The organization that begins the words of an office: "eu foreign policy chief", "nato chief"."""
    words = office.split()
    prefixes = (" ".join(words[:n]) for n in range(len(words) - 1, 0, -1))
    return next((_bodies()[prefix] for prefix in prefixes if prefix in _bodies()), None)


def _office(row: dict[str, str], words: set[str]) -> str | None:
    """The coded office; of "Deputy Chinese Foreign Minister" the deputy's."""
    office = row.get("office") or None
    return "deputy_minister" if office in ("foreign_minister", "minister") and words & DEPUTIES else office


def _form(unit: Unit, row: dict[str, str], last: Unit, words: set[str]) -> str:
    """The words of an office: of "Sen." "senator", of "the head of the Kyrgyz government" "head of government", of "the top
    Malian diplomat" "top diplomat"."""
    if unit.low == "head" and last.low in ("government", "cabinet"):
        return "head of government"
    if unit.low == "diplomat" and words & {"top", "chief"}:
        return "top diplomat"
    abbreviated = unit.entry is not None and unit.entry.form not in (row["form"], row["plural"])
    return row["form"] if abbreviated else unit.low


def roles(units: list[Unit]) -> list[Unit]:
    """The same row with each office and what belongs to it merged into a unit of kind `role`."""
    out: list[Unit] = []
    i = 0
    for at in [k for k, unit in enumerate(units) if "office" in unit.rows]:
        if at < i:
            continue
        out += units[i:at]
        i, unit = at, units[at]
        row = unit.rows["office"]
        if unit.kind != "word" or not _is_office(out, unit, row) or _heads_off(units, i):
            out.append(unit)
            i += 1
            continue
        left = _role_left([*out, unit], len(out))
        right = _role_right(units, i)
        if right == i + 1 and right + 1 < len(units) and _is_abbreviated(unit, units[right]):
            right += 1
        # Offices in a row ("President and Prime Minister", "Vice Premier and Foreign Minister") stay apart; "Prime Minister's
        # Office" is a body.
        parts = [*out[left:], *units[i:right]]
        del out[left:]
        merged = merge(parts, "role")
        words = {part.low for part in parts}
        organization = next((part.organization for part in parts if part.organization), None) or _sender(out)
        sent = organization is not None or row.get("office") in ("ambassador", "special_envoy")
        speaking = _senders(parts, parts.index(unit)) if sent else parts
        countries = tuple(
            dict.fromkeys(
                code
                for k, part in enumerate(speaking)
                for code in part.countries
                if part.kind != "region" and not (part.kind in ("city", "country") and k and speaking[k - 1].low in ("in", "at"))
            )
        )
        if organization is None and row.get("level") in ("organization", "organ"):
            organization = _named_in(unit.low)
        head = parts[0]
        merged.mean(unit.entry)
        merged.pos = None
        merged.role = Role(
            form=_form(unit, row, parts[-1], words),
            office=_office(row, words),
            level=row.get("level", ""),
            countries=countries,
            organization=organization,
            posted=tuple(code for part in parts if part not in speaking for code in part.countries),
            plural=unit.entry.number == "p" if unit.entry else False,
            sex=row.get("sex") or None,
            former=bool(words & FORMER),
            definite=head.pos in ("det", "poss") and head.low not in ("a", "an"),
            possessive=head.low if head.pos == "poss" else None,
            count=next((NUMBERS[w] for w in words if w in NUMBERS), None),
        )
        merged.value = parts
        out.append(merged)
        i = right
    out += units[i:]
    return out
