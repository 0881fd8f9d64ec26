"""Noun phrases: offices with their states, names of persons, institutions. They turn rows of words into single units."""

from __future__ import annotations

from summitdb.extract.people import PARTICLES, SUFFIXES, Role
from summitdb.extract.units import Unit

COORDINATORS = frozenset({"and", ",", "&"})
OF = frozenset({"of", "for", "to", "in", "at", "from"})
GENERIC_MODIFIERS = frozenset({"word", "adv"})


def merge(units: list[Unit], kind: str) -> Unit:
    """One unit of `kind` over several that stand side by side."""
    head = units[0]
    text = head.text
    for previous, unit in zip(units, units[1:], strict=False):
        text += (" " if unit.start > previous.end else "") + unit.text
    merged = Unit(kind, head.start, units[-1].end, text, " ".join(u.low for u in units), head.first, units[-1].last)
    merged.countries = tuple(dict.fromkeys(code for unit in units for code in unit.countries))
    return merged


def _is_name_word(unit: Unit) -> bool:
    """A capitalised word that may be part of a person's name: no office, no function word, no number."""
    if unit.kind != "word" or not unit.text[0].isupper():
        return False
    entry = unit.entry
    return entry is None or not (entry.rows.keys() & NOT_IN_NAMES)


NOT_IN_NAMES = frozenset({"office", "closed", "honorific", "portfolio", "body", "document", "meeting", "thing"})


def _joins(previous: Unit, unit: Unit) -> bool:
    """Whether `unit` may stand inside a name after `previous`: a particle, a hyphen, an initial's full stop."""
    if unit.low in PARTICLES and unit.start == previous.end + 1:
        return True
    if unit.text in ("-", "‑", "–") and unit.start == previous.end:
        return True
    return unit.text == "." and unit.start == previous.end and (len(previous.text) == 1 or previous.low in SUFFIXES)


def name_runs(units: list[Unit], title: bool = False) -> list[Unit]:
    """The same row with runs of capitalised words merged into units of kind `name`.

    "Lloyd Austin" takes in the city, "Seung-woo" the hyphen, "van der Bellen" the particles, "J. Biden, Jr." the suffix. The
    first word of a sentence stays out when it is a known word ("Talks in ..."). A title's capitals say nothing.
    """
    out: list[Unit] = []
    i, n = 0, len(units)
    while i < n:
        unit = units[i]
        if unit.kind == "leader":
            out.append(unit)
            i += 1
            continue
        after_office = bool(out) and (out[-1].get("office") is not None or out[-1].get("honorific") is not None)
        opens = _is_name_word(unit) or (
            unit.kind in ("city", "country") and after_office and i + 1 < n and _is_name_word(units[i + 1])
        )
        if opens and unit.entry is not None and i == _first_word(units) and not after_office:
            opens = not (unit.rows.keys() - {"topics"})
        if not opens:
            out.append(unit)
            i += 1
            continue
        j = i + 1
        while j < n:
            following = units[j]
            if _is_name_word(following) and following.start <= units[j - 1].end + 1:
                j += 1
            elif following.kind in ("city", "country", "leader") and _adjacent_name(units, i, j):
                j += 1
            elif _joins(units[j - 1], following):
                k = j + 1
                while k < n and _joins(units[k - 1], units[k]):
                    k += 1
                if k < n and (
                    _is_name_word(units[k]) or (units[j].text == "-" and units[k].kind == "word" and k == j + 1)
                ):
                    j = k + 1
                else:
                    break
            elif following.text == "," and j + 1 < n and units[j + 1].low in SUFFIXES:
                j += 2
                if j < n and units[j].text == "." and units[j].start == units[j - 1].end:
                    j += 1
            else:
                break
        out.append(merge(units[i:j], "name"))
        out[-1].value = units[i:j]
        out[-1].entry = units[i].entry if j == i + 1 else None
        i = j
    return out


def _first_word(units: list[Unit]) -> int:
    return next((i for i, unit in enumerate(units) if unit.kind != "mark"), 0)


def _adjacent_name(units: list[Unit], begin: int, j: int) -> bool:
    """Whether a city or country directly behind a capitalised word is a surname: "Lloyd Austin", not "Friday Paris"."""
    previous = units[j - 1]
    return (
        units[j].start == previous.end + 1
        and units[j].name is not None
        and (units[j].name.ambiguous or j - begin >= 1)
        and not (j + 1 < len(units) and units[j + 1].text == "'s" and units[j].kind == "country")
    )


def _role_left(units: list[Unit], i: int) -> int:
    """The first unit of the role whose office stands at `i`."""
    j = i
    while j > 0:
        before = units[j - 1]
        if before.kind in ("national", "organization"):
            j -= 1
        elif before.kind in ("country", "city", "region") and (j == i or units[j].kind != "mark"):
            j -= 1
        elif before.text in ("'s", "’s", "'", "’") and j > 1 and _owner(units[j - 2]):
            j -= 2
        elif (
            before.low in ("and", ",")
            and j > 1
            and units[j - 2].kind in ("national", "country")
            and units[j].kind
            in (
                "national",
                "country",
            )
        ):
            j -= 2
        elif before.text == "-" and j > 1 and units[j - 2].kind == "word" and before.start == units[j - 2].end:
            j -= 2
        elif before.get("portfolio") or before.get("modifier") or before.pos == "word" or before.get("office"):
            j -= 1
        elif before.kind == "number":
            j -= 1
        else:
            break
    while j < i and (units[j].text in ("-", ",", "and") or units[j].low == "and"):
        j += 1
    if j > 0 and (units[j - 1].pos in ("det", "poss")):
        j -= 1
    return j


def _owner(unit: Unit) -> bool:
    return unit.kind in ("country", "national", "organization", "city", "region") or unit.get("groupnoun") is not None


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
        if k < n and (
            units[k].kind in ("country", "organization", "national", "region")
            or (units[k].kind == "city" and units[j].low != "for")
        ):
            last = k
            m = k + 1
            while m < n:
                step = m
                while step < n and (units[step].low in COORDINATORS or units[step].pos == "det"):
                    step += 1
                if step > m and step < n and units[step].kind in ("country",):
                    last = step
                    m = step + 1
                else:
                    break
            if last + 1 < n and units[last + 1].text in ("'s", "’s"):
                # "the head of Russia's delegation": the phrase goes on with a body
                m = last + 2
                while m < n and (units[m].pos == "word" or units[m].get("portfolio")):
                    m += 1
                if m < n and (units[m].get("body") or units[m].get("groupnoun")):
                    last = m
            elif last + 1 < n and units[last + 1].get("body"):
                last += 1
            j = last + 1
        elif k < n and (units[k].get("portfolio") or units[k].get("body")):
            last = k
            m = k + 1
            while m < n:
                step = m
                while step < n and (units[step].low in COORDINATORS or units[step].pos == "word"):
                    step += 1
                if step < n and (units[step].get("portfolio") or units[step].get("body")):
                    last = step
                    m = step + 1
                else:
                    break
            j = last + 1
        elif k < n and (units[k].get("groupnoun")):
            j = k + 1
            if (
                j + 1 < n
                and units[j].text in ("'s", "’s")
                and (units[j + 1].get("body") or units[j + 1].get("groupnoun"))
            ):
                j += 2
        else:
            break
    return j


GROUPS = frozenset({
    "sides", "parties", "countries", "nations", "neighbours", "neighbors", "governments", "delegations", "capitals", "states",
})  # fmt: skip


def groups(units: list[Unit]) -> list[Unit]:
    """The same row with "the two sides", "both countries", "the three neighbouring states" merged into units of kind `group`."""
    out: list[Unit] = []
    for unit in units:
        if (
            unit.low in ("country", "nation", "kingdom", "republic", "neighbour", "neighbor")
            and unit.kind == "word"
            and len(out) > 1
        ):
            left = len(out) - 1
            while (
                left > 0
                and (out[left].kind in ("region", "name") or out[left].pos == "word" or "modifier" in out[left].rows)
                and left > len(out) - 3
            ):
                left -= 1
            if out[left].low in ("his", "her", "their") or (
                out[left].low == "the" and left < len(out) - 1 and out[left + 1].is_capitalised
            ):
                merged = merge([*out[left:], unit], "group")
                del out[left:]
                merged.value = 1
                out.append(merged)
                continue
        if unit.low not in GROUPS or unit.kind != "word":
            out.append(unit)
            continue
        left = len(out)
        count = None
        while left > 0 and (out[left - 1].low in NUMBERS or out[left - 1].low in ("neighbouring", "neighboring")):
            count = NUMBERS.get(out[left - 1].low, count)
            left -= 1
        determined = left > 0 and out[left - 1].low in ("the", "their", "these", "both", "all")
        if determined and out[left - 1].low in NUMBERS:
            count = 2
        if (not determined and count is None) or (count is None and unit.low in ("states", "capitals", "nations")):
            out.append(unit)
            continue
        left -= determined
        parts = [*out[left:], unit]
        del out[left:]
        merged = merge(parts, "group")
        merged.value = count or 2
        out.append(merged)
    return out


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}
FORMER = frozenset({"former", "ex", "late", "then", "predecessor", "past", "outgoing"})


def roles(units: list[Unit]) -> list[Unit]:
    """The same row with each office and what belongs to it merged into a unit of kind `role`."""
    out: list[Unit] = []
    i = 0
    while i < len(units):
        unit = units[i]
        row = unit.get("office")
        if row is None or unit.kind not in ("word",) or (unit.get("aux") and not unit.is_capitalised):
            out.append(unit)
            i += 1
            continue
        left = _role_left([*out, unit], len(out))
        right = _role_right(units, i)
        # Offices in a row ("President and Prime Minister", "Vice Premier and Foreign Minister") stay apart; "Prime Minister's
        # Office" is a body.
        parts = [*out[left:], *units[i:right]]
        del out[left:]
        merged = merge(parts, "role")
        words = {part.low for part in parts}
        # An ambassador or envoy is sent to the state behind the office; he speaks for the one before it.
        speaking = parts[: parts.index(unit)] if row.get("office") in ("ambassador", "special_envoy") else parts
        countries = tuple(
            dict.fromkeys(
                code
                for k, part in enumerate(speaking)
                for code in part.countries
                if part.kind != "region"
                and not (part.kind in ("city", "country") and k and speaking[k - 1].low in ("in", "at"))
            )
        )
        organization = next((part.organization for part in parts if part.organization), None)
        head = parts[0]
        merged.entry = unit.entry
        merged.role = Role(
            form=unit.low,
            office=row.get("office") or None,
            level=row.get("level", ""),
            countries=countries,
            organization=organization,
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
    return out


def bodies(units: list[Unit]) -> list[Unit]:
    """The same row with institutions ("the Turkmen Foreign Ministry", "Kenya's presidency") merged into units of kind `body`."""
    out: list[Unit] = []
    for unit in units:
        if unit.get("body") is None or unit.kind != "word":
            out.append(unit)
            continue
        left = len(out)
        while left > 0:
            before = out[left - 1]
            if before.kind in ("national", "country", "organization", "city") or (
                before.get("portfolio") or before.pos == "word" or before.get("modifier")
            ):
                left -= 1
            elif before.text in ("'s", "’s") and left > 1 and _owner(out[left - 2]):
                left -= 2
            else:
                break
        if left > 0 and out[left - 1].pos in ("det", "poss"):
            left -= 1
        parts = [*out[left:], unit]
        del out[left:]
        merged = merge(parts, "body")
        merged.entry = unit.entry
        merged.organization = next((part.organization for part in parts if part.organization), None)
        merged.value = unit
        out.append(merged)
    # "the foreign ministry of Russia", "the government in Chisinau"
    i = 0
    while i < len(out):
        unit = out[i]
        if unit.kind == "body" and not unit.countries and i + 2 < len(out) and out[i + 1].low in ("of", "in"):
            k = i + 2 + (out[i + 2].pos == "det")
            if k < len(out) and out[k].kind in ("country", "city", "role") and out[k].countries:
                merged = merge(out[i : k + 1], "body")
                merged.entry, merged.value = unit.entry, unit.value
                out[i : k + 1] = [merged]
        i += 1
    return out
