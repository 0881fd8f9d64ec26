"""Cues: what stands around a capitalised name and shows that it is a person's, or whose person it is."""

from __future__ import annotations

from summitdb.extract.units import Unit

POSSESSIVE = ("'s", "’s")
LINKING = frozenset({"of", "and", "the", "for", "on", "-", "&"})  # inside the name of an institution


def is_thing(unit: Unit) -> bool:
    """Whether a run of capitalised words names a thing: one of its words says so ("Gibe Dam", "Avicom Bank"). A surname behind a
    given name says nothing ("Benny Hill")."""
    parts = unit.value or [unit]
    if begins_with_given_name(unit) and "surname" in parts[-1].rows:
        parts = parts[:-1]
    return any("thing" in part.rows and "given" not in part.rows for part in parts)


def begins_with_given_name(unit: Unit) -> bool:
    """Whether a name of two words or more begins with a known given name: "Wanda Pickett"."""
    parts = (unit.value or []) if unit.kind == "name" else []
    return len(parts) > 1 and "given" in parts[0].rows and parts[1].text not in ("-", "&")


def could_be_person(unit: Unit) -> bool:
    """Whether a unit may be somebody's name: a known leader's, or capitalised words that name no thing."""
    return unit.kind == "leader" or (unit.kind == "name" and not is_thing(unit) and not _is_initials(unit.text))


def _is_initials(text: str) -> bool:
    """Whether a single word is letters that stand for a name of several: "RPF", "KCNA"."""
    return text.isupper() and text.isalpha() and len(text) < 6 and 3 * sum(letter in "AEIOUY" for letter in text) <= len(text)


def length(unit: Unit) -> int:
    """The number of words in a name."""
    return len(unit.value or []) if unit.kind == "name" else 1


def is_age(units: list[Unit], i: int) -> bool:
    """Whether an age stands at `i`: "Ernő Palásti, 91, who"."""
    return i < len(units) and units[i].kind == "number" and units[i].text.isdigit() and 15 < int(units[i].text) < 110


def reports(unit: Unit | None) -> bool:
    """Whether a unit is a reporting verb in the past or the present: "said", "says"."""
    return unit is not None and "report" in unit.rows and bool(unit.tenses & {"past", "s"})


def state_behind(units: list[Unit], i: int) -> tuple[str, ...]:
    """The state in "Rodrigo Ayala of Paraguay", for the name at `i`."""
    if i + 2 < len(units) and units[i + 1].low == "of":
        k = i + 2 + (units[i + 2].pos == "det")
        if k < len(units) and units[k].kind == "country":
            return units[k].countries[:1]
    return ()


def behind_state(units: list[Unit], i: int) -> int:
    """The position behind the name at `i` and the state that may follow it."""
    return i + 3 + (units[i + 2].pos == "det") if state_behind(units, i) else i + 1


def state_before(units: list[Unit], i: int) -> tuple[str, ...]:
    """The state in "Hungary's Gergely Palfalvi left": a possessive, a name of two words or more, then no noun."""
    if i < 2 or units[i - 1].text not in POSSESSIVE or units[i - 2].kind not in ("country", "city"):
        return ()
    if units[i].kind == "name" and length(units[i]) < 2:
        return ()
    after = units[i + 1] if i + 1 < len(units) else None
    noun = after is not None and after.kind == "word" and not (after.tenses or "closed" in after.rows)
    return () if noun else units[i - 2].countries[:1]


def apposed_role(units: list[Unit], i: int) -> int | None:
    """The position of the office in apposition to the name at `i`: "NAME, 48, the foreign minister of Y,"."""
    j = i + 1
    if j < len(units) and units[j].text in (",", "(", "—", "–", "-", "--"):
        j += 1
        if is_age(units, j) and j + 1 < len(units) and units[j + 1].text == ",":
            j += 2
        if j + 1 < len(units) and units[j].kind == "body" and units[j + 1].kind == "role":
            j += 1
        if j < len(units) and units[j].kind == "role":
            following = units[j + 1] if j + 1 < len(units) else None
            if following is None or following.kind not in ("name", "leader", "person"):
                return j
    elif j + 1 < len(units) and units[j].low == "as" and units[j + 1].kind == "role":
        return j + 1
    return None


def apposed_noun(units: list[Unit], i: int) -> Unit | None:
    """The noun that says who the name at `i` is: "curator" in "Hajnalka Toth, the curator of the museum,"."""
    if i + 4 >= len(units) or units[i + 1].text != ",":
        return None
    if is_age(units, i + 2) and units[i + 3].text == ",":
        return apposed_noun(units[i + 2 :], 0)
    noun = None
    if units[i + 2].kind == "word" and "occupation" in units[i + 2].rows:
        return units[i + 2]  # "Lena Mossberg, professor of law,"
    if units[i + 2].pos not in ("det", "poss"):
        return None
    for unit in units[i + 3 : i + 8]:
        if unit.kind != "word" or unit.pos in ("prep", "conj", "rel", "aux", "modal", "pron") or not unit.text.islower():
            break
        if reports(unit) and "nounlike" not in unit.rows:
            break
        noun = unit
    return noun if noun is not None and "thing" not in noun.rows and "groupnoun" not in noun.rows else None


def _in_brackets(units: list[Unit], i: int) -> bool:
    """ "The manager, Alec Brodie, was": a common noun with a determiner, then the name between commas."""
    if i < 3 or units[i - 1].text != "," or i + 1 >= len(units) or units[i + 1].text != ",":
        return False
    noun = units[i - 2]
    common = noun.kind == "word" and noun.text.islower() and noun.pos is None and "thing" not in noun.rows
    return common and units[i - 3].pos in ("det", "poss")


def _is_noun(unit: Unit) -> bool:
    """Whether a capitalised word or a word for a thing goes on with a name: "Eva Air flights", "the Clay County clerk"."""
    return bool(unit.rows.keys() & {"thing", "body", "document", "corridor", "meeting"}) or (
        unit.is_capitalised and not unit.rows
    )


def _owns_title(after: Unit | None) -> bool:
    """Whether a common noun goes on behind a name, which then says whose somebody is: "Hargrove campaign manager"."""
    return after is not None and after.kind == "word" and after.pos is None and after.text.islower() and not after.tenses


def _is_of_institution(units: list[Unit], i: int) -> bool:
    """Whether the name at `i` is of somebody from an institution who speaks: "Ed Farrow of Lowell University's Press said"."""
    if i + 3 >= len(units) or units[i + 1].low not in ("of", "from", "at", "with"):
        return False
    j = i + 2
    while j < len(units) and (units[j].is_capitalised or units[j].text in POSSESSIVE or units[j].low in LINKING):
        j += 1
    return j > i + 2 and j < len(units) and reports(units[j])


def is_cued(units: list[Unit], i: int) -> bool:
    """Whether what stands around the name at `i` shows a person: a verb of speech, "named", an age, "who", a meeting."""
    before = units[i - 1] if i else None
    after = units[i + 1] if i + 1 < len(units) else None
    quoted = i >= 1 and (units[i - 1].kind == "quotation" or (i >= 2 and units[i - 2].kind == "quotation"))
    if reports(after) and (length(units[i]) > 1 or (quoted and not units[i].text.isupper())):
        return True
    if reports(before) and i >= 2 and units[i - 2].kind == "quotation":
        return not _owns_title(after)  # '..., said Hargrove spokeswoman Marcy Whitlock'
    if length(units[i]) < 2:
        return False
    if before is not None and before.low == "the" and length(units[i]) > 3:
        return False  # "the John F. Kennedy Library"
    if begins_with_given_name(units[i]) and not (after is not None and after.kind == "word" and _is_noun(after)):
        return True
    if after is not None and (after.low == "who" or (before is not None and before.low in ("named", "called"))):
        return True
    if _is_of_institution(units, i):
        return True
    comma = after is not None and after.text == "," and i + 2 < len(units)
    if comma and (units[i + 2].low == "who" or is_age(units, i + 2) or apposed_noun(units, i) is not None):
        return True
    if _in_brackets(units, i) or (comma and before is not None and before.text == "," and reports(units[i + 2])):
        return True
    if before is not None and before.low in ("with", "between") and i >= 2:
        return bool(units[i - 2].rows.keys() & {"meeting", "meet", "talk"})
    return before is not None and before.kind == "word" and "meet" in before.rows
