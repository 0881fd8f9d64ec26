"""Runs of capitalised words that may be names."""

from __future__ import annotations

from summitdb.extract.people import PARTICLES, SUFFIXES
from summitdb.extract.phrases import merge
from summitdb.extract.units import Unit

NOT_IN_NAMES = frozenset({"office", "closed", "honorific", "portfolio", "body", "document", "meeting", "thing", "partisan"})

# Titles that stand inside names, too.
INNER = frozenset({"sheikh", "shaikh", "haji", "hajji", "sayed", "syed", "sayyid", "sultan", "mirza", "ustaz"})

# "Georgia Kovacs", "Sydney Brandt": given names that are places, too.
GIVEN_KINDS = frozenset({"word", "city", "country", "region"})
PARTIES = frozenset({"R", "D", "I"})  # "Sen. Rob Mattingly, R-Ohio,"
# Particles that may open a surname behind the given name left out: "van der Houten said". Others are words of their own.
OPENING = frozenset({"van", "von", "de", "der", "di", "da", "du", "dos", "bin", "ibn", "al", "el", "ter"})


VERBAL = frozenset({"report", "seal", "meet", "visit", "travel", "host", "light", "discuss", "attend", "talk", "invite", "act"})

AWAITED = frozenset({"designate", "elect"})  # "Foreign Minister-Designate"


def _is_name_word(unit: Unit) -> bool:
    """A capitalised word that may be part of a person's name: no office, no function word, no number."""
    if unit.kind != "word" or not unit.text[0].isupper():
        return False
    if not unit.rows:
        return True
    return not (unit.rows.keys() & NOT_IN_NAMES) and not ("occupation" in unit.rows and " " in unit.low)


def _is_given(units: list[Unit], i: int) -> bool:
    """Whether a given name with a capitalised word behind it stands at `i`: "Bill Lowther", "Will Hurst", "Mark J. Bell"."""
    unit = units[i]
    if unit.kind not in GIVEN_KINDS or "given" not in unit.rows or not unit.text[0].isupper() or i + 1 >= len(units):
        return False
    following = units[i + 1]
    if unit.kind != "word":
        named = following.kind == "word" and following.is_capitalised and not (following.rows.keys() - {"given", "surname"})
        return named and following.start == unit.end + 1
    if following.kind in ("city", "country"):
        return following.start == unit.end + 1
    return _is_name_word(following) or _is_surname(following) or following.low in PARTICLES


def _is_surname(unit: Unit) -> bool:
    """A capitalised word that is a surname behind a given name or a title, whatever else it means: "Hill", "Price", "King"."""
    return unit.kind == "word" and "surname" in unit.rows and unit.text[0].isupper()


def _joins(previous: Unit, unit: Unit) -> bool:
    """Whether `unit` may stand inside a name after `previous`: a particle, a hyphen, an initial's full stop."""
    if unit.low in PARTICLES and unit.start == previous.end + 1:
        return True
    if unit.text in ("-", "‑", "–") and unit.start == previous.end:
        return True
    return unit.text == "." and unit.start == previous.end and (len(previous.text) == 1 or previous.low in SUFFIXES)


def name_runs(units: list[Unit]) -> list[Unit]:
    """The same row with runs of capitalised words merged into units of kind `name`.

    "Lloyd Austin" takes in the city, "Seung-woo" the hyphen, "van der Bellen" the particles, "J. Biden, Jr." the suffix. The
    first word of a sentence stays out when it is a known word ("Talks in ..."). A title's capitals say nothing.
    """
    out: list[Unit] = []
    i, n = 0, len(units)
    for at in [k for k, unit in enumerate(units) if unit.text != unit.low or unit.low in OPENING]:
        if at < i:
            continue
        out += units[i:at]
        i, unit = at, units[at]
        kind = unit.kind
        if kind == "word":
            plain = not unit.text[0].isupper() and not _opens_surname(units, i)
        elif kind == "leader":
            plain = not _is_hyphened(units, i)
        else:
            plain = kind not in ("city", "country") and not (kind == "region" and "given" in unit.rows)
        if plain:
            out.append(unit)
            i += 1
            continue
        if unit.text in PARTIES and i + 2 < n and units[i + 1].text in ("-", "–") and units[i + 1].start == unit.end:
            out.append(merge(units[i : i + 3], "tag"))
            i += 3
            continue
        if unit.low in AWAITED and len(out) > 1 and out[-1].text == "-" and "office" in out[-2].rows:
            out.append(unit)
            i += 1
            continue
        after_office = bool(out) and _is_title(out)
        given = _is_given(units, i)
        opens = (
            given
            or (_is_name_word(unit) and not _is_title_word(units, i))
            or (kind == "word" and unit.low in OPENING and not unit.is_capitalised)
            or (after_office and unit.low in PARTICLES and i + 1 < n and _is_second_name(units[i + 1]))
            or unit.kind == "leader"
            or (after_office and _is_surname(unit))
            or (unit.kind in ("city", "country", "region") and after_office and i + 1 < n and _is_name_word(units[i + 1]))
        )
        if opens and unit.rows and i == _first_word(units) and not after_office and not given:
            opens = not (unit.rows.keys() - {"topics", "given", "surname"})
        if not opens:
            out.append(unit)
            i += 1
            continue
        j = _run_end(units, i, given or after_office)
        if after_office and out[-1].low == "general" and j < n and "body" in units[j].rows and units[j].is_capitalised:
            out += units[i:j]  # "a General Border Committee" has no general
            i = j
            continue
        parts = [unit for k, unit in enumerate(units[i:j], i) if not _is_nickname(units, k, i, j)]
        out.append(merge(parts, "name"))
        out[-1].value = parts
        out[-1].mean(units[i].entry if j == i + 1 else None)
        i = j
    out += units[i:]
    return out


def _is_title_word(units: list[Unit], i: int) -> bool:
    """Whether a word for what somebody is stands before his name: "Councilman Donovan Richter"; not in "Hunter Brandt"."""
    following = units[i + 1] if i + 1 < len(units) else None
    title = "occupation" in units[i].rows and "given" not in units[i].rows and "surname" not in units[i].rows
    return title and following is not None and _is_name_word(following)


def _opens_surname(units: list[Unit], i: int) -> bool:
    """Whether a particle opens a surname at `i`: "van der Houten", "al-Rashid"."""
    if units[i].low not in OPENING:
        return False
    j = i + 1
    while j < len(units) and (units[j].low in OPENING or units[j].text == "-"):
        j += 1
    return j < len(units) and _is_name_word(units[j]) and units[j].start <= units[j - 1].end + 1


def _is_apart(previous: Unit, unit: Unit) -> bool:
    """Whether a quotation mark stands between two words: the marks of a few quoted words are no units."""
    return unit.start == previous.end + 2


def _is_nickname(units: list[Unit], k: int, begin: int, end: int) -> bool:
    """Whether the word at `k` is a nickname between quotation marks: 'William "Bill" Weldon'."""
    return begin < k < end - 1 and _is_apart(units[k - 1], units[k]) and _is_apart(units[k], units[k + 1])


def _run_end(units: list[Unit], i: int, trusted: bool) -> int:
    """The position behind the name that begins at `i`; `trusted` where a given name or an office lets a surname follow."""
    j, n = i + 1, len(units)
    while j < n:
        following = units[j]
        adjacent = following.start <= units[j - 1].end + 1
        if following.is_capitalised and _is_nickname(units, j, i, min(n, j + 2)) and _is_name_word(units[j + 1]):
            j += 2
        elif adjacent and (_is_name_word(following) or (trusted and _is_surname(following)) or _is_inner_title(units, j)):
            j += 1
        elif following.kind in ("city", "country", "leader") and _adjacent_name(units, i, j):
            j += 1
        elif _joins(units[j - 1], following):
            k = j + 1
            while k < n and _joins(units[k - 1], units[k]):
                k += 1
            hyphened = following.text == "-" and k == j + 1
            person = trusted or j > i + 1
            santos = k < n and following.low in PARTICLES and person and units[k].kind == "city"
            if k == n or not (_is_name_word(units[k]) or santos or (hyphened and _is_second(units[k], person))):
                if following.text == "." and units[j - 1].low in SUFFIXES:
                    j += k < n  # "Robert F. Kelso Jr. spoke"; at a sentence's end the full stop is its own
                break
            j = k + 1
        elif following.text == "," and j + 1 < n and units[j + 1].low in SUFFIXES:
            j += 2
            if j < n and units[j].text == "." and units[j].start == units[j - 1].end:
                j += 1
        else:
            break
    return j


def _is_inner_title(units: list[Unit], j: int) -> bool:
    """Whether a title stands inside a name: "Mohamed Sheikh Abdi"."""
    return units[j].low in INNER and units[j].is_capitalised and j + 1 < len(units) and _is_name_word(units[j + 1])


def _is_second_name(unit: Unit) -> bool:
    """Whether a surname can stand behind a particle: "Mr Do Santos"."""
    return _is_name_word(unit) or unit.kind == "city"


def _is_second(unit: Unit, person: bool) -> bool:
    """Whether a unit can be the second half of a hyphened name: "Seung-woo", in a person's name a city, too."""
    return unit.kind == "word" or (person and unit.kind == "city")


def _is_hyphened(units: list[Unit], i: int) -> bool:
    """Whether a name goes on behind a known one: "Park Jin-woo" is not Park Jin."""
    hyphen = units[i + 1] if i + 2 < len(units) else None
    return hyphen is not None and hyphen.text in ("-", "‑") and hyphen.start == units[i].end and units[i + 2].start == hyphen.end


def _is_title(out: list[Unit]) -> bool:
    """Whether the row ends with an office or an honorific, its abbreviation's full stop included: "Mr", "Sen." """
    unit = out[-1]
    if unit.text == "." and len(out) > 1 and unit.start == out[-2].end:
        unit = out[-2]
    return "office" in unit.rows or "honorific" in unit.rows


def _first_word(units: list[Unit]) -> int:
    return next((i for i, unit in enumerate(units) if unit.kind not in ("mark", "dateline")), 0)


def _adjacent_name(units: list[Unit], begin: int, j: int) -> bool:
    """Whether a city or country directly behind a capitalised word is a surname: "Lloyd Austin", not "Friday Paris"."""
    previous, name = units[j - 1], units[j].name
    return (
        units[j].start == previous.end + 1
        and name is not None
        and (name.ambiguous or j - begin >= 1)
        and not (j + 1 < len(units) and units[j + 1].text == "'s" and units[j].kind == "country")
    )


def _is_headline_verb(unit: Unit) -> bool:
    """Whether a capitalised word is the verb of a headline: "President Putin Arrives in Minsk"."""
    verb = unit.tenses & {"s", "base"} and unit.rows.keys() & VERBAL
    return bool(verb) and not unit.rows.keys() & {"surname", "given"}


def titled_names(units: list[Unit]) -> list[Unit]:
    """The same row with the words behind an office merged into a name, in a headline whose every word is capitalised: "President
    Macron of France"."""
    out: list[Unit] = []
    i = 0
    while i < len(units):
        j = i
        if out and out[-1].rows.keys() & {"office", "honorific"}:
            while j < min(len(units), i + 3) and _is_name_word(units[j]) and not _is_headline_verb(units[j]):
                j += 1
        if j > i:
            out.append(merge(units[i:j], "name"))
            out[-1].value = units[i:j]
            i = j
        else:
            out.append(units[i])
            i += 1
    return out
