"""Persons in a sentence: which capitalised words are somebody's name, by the cues that stand around them."""

from __future__ import annotations

from summitdb.extract.people import Role
from summitdb.extract.phrases import merge
from summitdb.extract.units import Unit

POSSESSIVE = ("'s", "’s")


def is_thing(unit: Unit) -> bool:
    """Whether a run of capitalised words names a thing: one of its words says so ("Gibe Dam", "Avicom Bank")."""
    parts: list[Unit] = unit.value or [unit]
    return any(part.get("thing") is not None for part in parts)


def could_be_person(unit: Unit) -> bool:
    return unit.kind == "leader" or (unit.kind == "name" and not is_thing(unit) and unit.text[0].isupper())


def _state_behind(units: list[Unit], i: int) -> tuple[str, ...]:
    """The state in "Rodrigo Ayala of Paraguay", for the name at `i`."""
    if i + 2 < len(units) and units[i + 1].low == "of":
        k = i + 2 + (units[i + 2].pos == "det")
        if k < len(units) and units[k].kind == "country":
            return units[k].countries[:1]
    return ()


def _names_from(units: list[Unit], i: int, several: bool) -> list[int]:
    """Positions of the name at `i`, or of all names of the list that begins there: "A", "A and B", "A of X and B of Y"."""
    if i >= len(units) or not could_be_person(units[i]):
        return []
    found = [i]
    j = i + 1
    if several and _state_behind(units, i):
        j = i + 3 + (units[i + 2].pos == "det")
    while several and j < len(units):
        k = j
        while k < len(units) and (units[k].low in ("and", ",") or units[k].text == "&"):
            k += 1
        if k == j or k >= len(units) or not could_be_person(units[k]):
            break
        found.append(k)
        j = k + 1
        if _state_behind(units, k):
            j = k + 3 + (units[k + 2].pos == "det")
    return found


def _person(unit: Unit, role: Role | None, parts: list[Unit] | None = None) -> Unit:
    person = merge(parts, "person") if parts else unit
    person.kind = "person"
    person.role = role
    person.value = unit.text
    person.name = unit.name
    person.countries = ()
    return person


def _share(role: Role, position: int, of: int) -> Role:
    """One person's part of a plural role: countries pair with names in order where there are as many."""
    countries = role.countries
    if of > 1 and len(countries) == of:
        countries = (countries[position],)
    elif of > 1 and len(countries) > 1:
        countries = ()
    return Role(
        role.form, role.office, role.level, countries, role.organization, False, role.sex, role.former, role.definite,
        role.possessive,
    )  # fmt: skip


def _interleaved(units: list[Unit], i: int) -> bool:
    """ "The presidents of Ecuador, María Cevallos, and Colombia, Germán Arboleda,": each name behind its state."""
    if i + 6 >= len(units) or units[i + 1].text != "," or not could_be_person(units[i + 2]):
        return False
    k = i + 3
    while k < len(units) and (units[k].text == "," or units[k].low == "and" or units[k].pos == "det"):
        k += 1
    return (
        k + 2 < len(units) and units[k].kind == "country" and units[k + 1].text == "," and could_be_person(units[k + 2])
    )


def _appose(units: list[Unit], i: int, person: Unit) -> None:
    """Bind the office behind a titled name to it: "Major general Fuad Basya, spokesman for the Indonesian military,"."""
    at = _apposed_role(units, i)
    if at is not None and units[at].role is not None and not units[at].role.plural:  # type: ignore[union-attr]
        units[at].role.apposed_to = person  # type: ignore[union-attr]


def _in_a_row(units: list[Unit], i: int) -> bool:
    """Whether the two offices at `i` and `i + 2` are one person's: "Deputy Prime Minister and Foreign Minister NAME"."""
    second = units[i + 2].role
    behind = units[i + 3] if i + 3 < len(units) else None
    return (
        second is not None
        and not second.plural
        and not second.definite
        and not second.countries
        and behind is not None
        and could_be_person(behind)
    )


def _is_age(units: list[Unit], i: int) -> bool:
    return i < len(units) and units[i].kind == "number" and units[i].text.isdigit() and 15 < int(units[i].text) < 110


def _apposed_role(units: list[Unit], i: int) -> int | None:
    """The position of the role in apposition to the name at `i`: "NAME, 48, the foreign minister of Y," or "NAME (president)"."""
    j = i + 1
    if j < len(units) and units[j].text in (",", "(", "—", "–", "-", "--"):
        j += 1
        if _is_age(units, j) and j + 1 < len(units) and units[j + 1].text == ",":
            j += 2
        if j < len(units) and units[j].kind == "body" and j + 1 < len(units) and units[j + 1].kind == "role":
            j += 1
        if j < len(units) and units[j].kind == "role":
            following = units[j + 1] if j + 1 < len(units) else None
            if following is None or following.kind not in ("name", "leader", "person"):
                return j
    elif j < len(units) and units[j].low == "as" and j + 1 < len(units) and units[j + 1].kind == "role":
        return j + 1
    return None


def _reports(unit: Unit | None) -> bool:
    return (
        unit is not None
        and unit.get("report") is not None
        and unit.entry is not None
        and bool(unit.tenses & {"past", "s"})
    )


def _of_state(units: list[Unit], i: int) -> tuple[str, ...]:
    """The state in "Hungary's Gergely Palfalvi left": a possessive, a name of two words or more, then no noun."""
    if i < 2 or units[i - 1].text not in POSSESSIVE or units[i - 2].kind not in ("country", "city"):
        return ()
    if units[i].kind == "name" and len(units[i].value or []) < 2:
        return ()
    after = units[i + 1] if i + 1 < len(units) else None
    plain = after is not None and after.kind == "word" and not (after.entry and (after.tenses or after.get("closed")))
    return () if plain else units[i - 2].countries[:1]


def apposed_noun(units: list[Unit], i: int) -> Unit | None:
    """The noun that says who the name at `i` is: "curator" in "Hajnalka Toth, the curator of the museum,"."""
    if i + 4 >= len(units) or units[i + 1].text != "," or units[i + 2].pos not in ("det", "poss"):
        return None
    noun = None
    for unit in units[i + 3 : i + 8]:
        if (
            unit.kind != "word"
            or unit.pos in ("prep", "conj", "rel", "aux", "modal", "pron")
            or not unit.text.islower()
        ):
            break
        noun = unit
    return noun if noun is not None and "thing" not in noun.rows and "groupnoun" not in noun.rows else None


def _cued(units: list[Unit], i: int) -> bool:
    """Whether what stands around the capitalised name at `i` shows a person."""
    before = units[i - 1] if i else None
    after = units[i + 1] if i + 1 < len(units) else None
    words = len([p for p in (units[i].value or [])]) if units[i].kind == "name" else 1
    if _reports(after) and (words > 1 or before is None or before.kind in ("mark", "quotation") or before.low == "and"):
        return True
    if before is not None and _reports(before) and i >= 2 and units[i - 2].kind == "quotation":
        return True
    if words < 2:
        return False
    if before is not None and before.low in ("named", "called", "by") and after is not None and before.low != "by":
        return True
    if before is not None and before.text == "," and i >= 3 and after is not None and after.text == ",":
        noun = units[i - 2]
        if (
            noun.kind == "word"
            and noun.text.islower()
            and noun.pos is None
            and "thing" not in noun.rows
            and units[i - 3].pos in ("det", "poss")
        ):
            return True
    if after is not None and after.low == "who":
        return True
    if after is not None and after.text == "," and i + 2 < len(units):
        if units[i + 2].low == "who" or _is_age(units, i + 2) or apposed_noun(units, i):
            return True
    if (
        before is not None
        and before.low in ("with", "between")
        and i >= 2
        and (units[i - 2].get("meeting") or units[i - 2].get("meet") or units[i - 2].get("talk"))
    ):
        return True
    return bool(before is not None and before.get("meet") and before.kind == "word")


def find_persons(units: list[Unit]) -> list[Unit]:
    """The same row with every recognised mention of a named person merged into a unit of kind `person`.

    "Kenyan President Josphat Letting": office, then name. "Najib Razak, the prime minister": name, then office. "His host,
    Marian Hrabovsky,": a definite office, then name. "Mr Chipeta": honorific. "Peru's Rosa Huaman": state. Otherwise a name
    needs a cue: a reporting verb, an age, "who".
    """
    out: list[Unit] = []
    i, n = 0, len(units)
    while i < n:
        unit = units[i]
        if unit.kind == "role" and unit.role is not None:
            if (
                i + 2 < n
                and units[i + 1].low == "and"
                and units[i + 2].role is not None
                and not unit.role.plural
                and _in_a_row(units, i)
            ):
                second = units[i + 2].role
                joined = merge(units[i : i + 3], "role")
                joined.entry = units[i + 2].entry
                joined.role = Role(
                    second.form, second.office, second.level, unit.role.countries or second.countries,
                    unit.role.organization or second.organization, False, second.sex or unit.role.sex, unit.role.former,
                    unit.role.definite, unit.role.possessive, None, (unit.role.form, *unit.role.also),
                )  # fmt: skip
                units = [*units[:i], joined, *units[i + 3 :]]
                n = len(units)
                continue
            at = i + 1
            if at < n and units[at].get("honorific") and units[at].kind == "word":
                at += 1
            gap = (
                at < n
                and units[at].text == ","
                and (unit.role.definite or unit.countries or unit.role.organization is not None)
            )
            names = _names_from(units, at, unit.role.plural)
            apposed = False
            if not names and gap:
                names = _names_from(units, at + 1, unit.role.plural)
                # "the minister, John Smith, said" needs the closing comma or a verb, or the name opens a list of others
                apposed = bool(names)
                if names:
                    last = names[-1]
                    closing = units[last + 1] if last + 1 < n else None
                    if not (
                        closing is None or closing.text in (",", ".", ")") or _reports(closing) or (closing.tenses)
                    ):
                        names = []
            if (
                not names
                and gap
                and at + 1 < n
                and units[at + 1].kind == "role"
                and units[at + 1].role is not None
                and not unit.role.plural
            ):
                # "her Trinidadian colleague, Senator Knowlson Ramlogan,": the second office carries the name
                second = units[at + 1].role
                second.countries = second.countries or unit.role.countries
                if _names_from(units, at + 2, False):
                    i = at + 1
                    continue
            if names:
                for position, at_name in enumerate(names):
                    role = _share(unit.role, position, len(names))
                    role.countries = _state_behind(units, at_name) or role.countries
                    if position == 0:
                        out.append(_person(units[at_name], role, None if unit.role.plural else units[i : at_name + 1]))
                        if unit.role.plural:
                            out[-1] = _person(units[at_name], role, units[i : at_name + 1])
                    else:
                        out.extend(units[names[position - 1] + 1 : at_name])
                        out.append(_person(units[at_name], role))
                _appose(units, names[-1], out[-1])
                i = names[-1] + 1
                if apposed and i < n and units[i].text == ",":
                    i += 1
                continue
            if unit.role.plural and len(unit.countries) == 1 and _interleaved(units, i):
                out.append(unit)
                out.append(units[i + 1])
                out.append(_person(units[i + 2], _share(unit.role, 0, 1)))
                second = _share(unit.role, 0, 1)
                k = next(k for k in range(i + 3, n) if units[k].kind == "country")
                second.countries = units[k].countries[:1]
                unit.role.countries = unit.countries = (*unit.role.countries, *second.countries)
                out.extend(units[i + 3 : k + 2])
                out.append(_person(units[k + 2], second))
                i = k + 3
                continue
            out.append(unit)
            i += 1
            continue
        if unit.get("honorific") and unit.kind == "word" and (unit.is_capitalised):
            at = i + 1
            if at < n and units[at].text == "." and units[at].start == unit.end:
                at += 1
            if at < n and units[at].kind in ("name", "leader", "city", "country") and units[at].text[0].isupper():
                row = unit.get("honorific") or {}
                role = Role(unit.low, None, "", sex=row.get("sex") or None)
                out.append(_person(units[at], role, units[i : at + 1]))
                _appose(units, at, out[-1])
                i = at + 1
                continue
        if could_be_person(unit):
            apposed_at = _apposed_role(units, i)
            if (
                apposed_at is not None
                and units[apposed_at].role is not None
                and (
                    unit.kind == "leader" or len(unit.value or []) > 1 or units[apposed_at].role.definite  # type: ignore[union-attr]
                )
            ):
                role = units[apposed_at].role
                out.append(_person(unit, role))
                role.apposed_to = out[-1]  # type: ignore[union-attr]
                i += 1
                continue
            state = _of_state(units, i)
            if unit.kind == "leader" or state or _cued(units, i):
                role = Role("", None, "", countries=state) if state else None
                noun = apposed_noun(units, i)
                if role is None and noun is not None:
                    role = Role(noun.low, None, "")
                parts = [*out[-2:], unit] if state else None
                if state:
                    del out[-2:]
                out.append(_person(unit, role, parts))
                i += 1
                continue
        out.append(unit)
        i += 1
    return out
