"""Where a document's noun phrase begins and ends: "the stalled 2019 agreement | on fishing rights | which Norway signed"."""

from __future__ import annotations

from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer.uses import values, words

MODIFIER_KINDS = frozenset(
    ("number", "national", "name", "city", "country", "organization", "corridor", "region", "quantity", "person")
)
OWNED = frozenset(("country", "national", "city", "organization", "date", "region", "person", "group", "word"))
APART = frozenset(("date", "person", "role", "quotation"))
ADVERBIAL = frozenset(("behalf", "condition", "order", "return", "exchange", "response", "favour", "favor"))
WITHIN = frozenset(("areas", "fields", "such", "sectors", "spheres", "eastern", "western", "northern", "southern", "loans"))
VERBS = frozenset(
    ("seal", "halt", "light", "report", "discuss", "meet", "give", "draft", "keep", "attend", "host", "talk", "visit", "travel")
)
ELSEWHERE = frozenset(
    ("in favour of", "in favor of", "instead of", "ahead of", "as part of", "because of", "due to", "on behalf of")
)
GOES_ON = words("document", "goes_on")
TRADES = words("document", "trade")
NOUNS_OF_DEEDS = values("document", "deed")
LONGEST_LIST = 30
DOING = ("seal", "halt", "give", "draft", "keep")  # the classes of verbs that do something to documents
HYPHENS = frozenset(("-", "–", "‑"))
CURRENCY = frozenset(("$", "€", "£", "¥"))


def _is_verb(units: list[Unit], i: int) -> bool:
    """Whether the word at `i` is a verb or participle and no adjective: "inked accords", not "the long-stalled accord"."""
    unit = units[i]
    if unit.is_capitalised or unit.low in TRADES:
        return False
    adjectival = i > 0 and (
        units[i - 1].pos in ("det", "poss") or units[i - 1].text in HYPHENS or units[i - 1].text in POSSESSIVES
    )
    if unit.rows.keys() & VERBS and unit.tenses:
        return not (adjectival and unit.tenses & {"part", "ing"})
    return unit.entry is None and unit.low.endswith(("ed", "ing")) and not adjectival and units[i - 1].kind != "number"


def _is_within_name(units: list[Unit], i: int, head: int) -> bool:
    """Whether a small word before `i` joins capitalised ones of a name: "Trade in Goods Agreement"."""
    if i < 2 or not units[head].is_capitalised or not units[i].is_capitalised or units[i - 1].low not in ("in", "and", "of", "&"):
        return False
    first = units[i - 2]
    if (i == head and units[i - 1].low == "of") or first.low in NOUNS_OF_DEEDS:
        return False  # "Renewal of Memorandum"
    return (
        first.kind in ("word", "name") and first.is_capitalised and first.pos in (None, "word") and not first.rows.keys() & VERBS
    )


def _coupled(units: list[Unit], begin: int) -> int:
    """Where modifiers coupled with those at `begin` start, right behind a verb: "signed | free-trade and political accords"."""
    if begin < 3 or units[begin - 1].low not in ("and", "&"):
        return begin
    i = begin - 1
    while i > 0 and (_couples(units[i - 1]) or units[i - 1].text in HYPHENS):
        i -= 1
    verb = units[i - 1] if i else units[i]
    return i if i < begin - 1 and "seal" in verb.rows and verb.tenses & {"past", "base", "ing", "part"} else begin


def _couples(unit: Unit) -> bool:
    return unit.kind == "word" and unit.pos is None and unit.get("document") is None and not unit.tenses & {"past", "part"}


def left(units: list[Unit], head: int) -> int:
    """The first unit of the phrase: its modifiers, "the stalled 2019 Turkish-Greek ..."."""
    i = head
    while i > 0:
        before = units[i - 1]
        if before.kind in MODIFIER_KINDS or before.text in HYPHENS or before.text in CURRENCY:
            i -= 1
        elif before.text in POSSESSIVES and i > 1 and units[i - 2].kind in OWNED:
            i -= 2
        elif before.kind == "date" and (len(before.text) == 4 or i == head):
            i -= 1
        elif before.kind == "role" and i < head and units[i].text in POSSESSIVES:
            i -= 1
        elif _is_within_name(units, i, head):
            i -= 2
        elif (
            before.kind == "word"
            and before.pos in (None, "word")
            and not _is_verb(units, i - 1)
            and not before.low.endswith("ly")
            and not before.get("cue")
        ):
            i -= 1
        else:
            break
    i = _coupled(units, i)
    while i < head and (
        units[i].text in HYPHENS
        or units[i].text in POSSESSIVES
        or (units[i].kind == "person" and units[i + 1].text not in POSSESSIVES)
    ):
        i += 1
    return i


def is_list_comma(units: list[Unit], i: int) -> bool:
    """Whether the comma at `i` stands in a list of nouns: "on health, tourism, fisheries and justice"."""
    for j in range(i + 1, min(len(units), i + LONGEST_LIST)):
        if units[j].low == "and" or units[j].low == "or":
            return j > i + 1 or (j + 1 < len(units) and units[j + 1].low not in ("also", "said"))
        if units[j].pos in ("aux", "modal", "rel", "sub", "pron", "det", "neg") or units[j].kind in APART:
            return False
        if units[j].kind == "mark" and units[j].text not in (",", "-", "–", "'", "’"):
            return False
        if units[j].kind == "word" and units[j].tenses & {"past", "s"}:
            return False
    return False


def _leads_on(units: list[Unit], i: int, head: int) -> bool:
    """Whether the preposition at `i` goes on with the phrase and does not begin an adverbial of time, place or manner."""
    low = units[i].low
    if low not in GOES_ON or i + 1 >= len(units):
        return False
    after = units[i + 1]
    if after.kind == "date" or after.low in ADVERBIAL:
        return False
    named = units[i + 2] if after.pos == "det" and i + 2 < len(units) else after
    if low == "in":
        if named.kind == "region" or named.low in WITHIN:
            return True
        if named.kind == "word":
            return i > head + 2 and named.pos is None
        return named.kind in ("country", "name", "national", "corridor") and i > head + 1
    if low in ("to", "with", "from", "for", "under"):
        directly = i == head + 1 or units[i - 1].text == ")"  # "a memorandum (MoU) to set up a railway link"
        return (
            after.kind not in ("city", "person")
            and not (low in ("under", "from") and directly)
            and not (low == "to" and after.kind == "word" and after.pos in (None, "word") and directly)
        )
    return True


def _is_predicate(units: list[Unit], i: int) -> bool:
    """Whether a verb of no vocabulary stands behind the last state named: "between Fiji and Tonga | limits the catch"."""
    unit, after = units[i], units[i + 1] if i + 1 < len(units) else None
    if (
        unit.kind != "word"
        or unit.entry is not None
        or not unit.low.endswith("s")
        or units[i - 1].kind not in ("country", "city")
    ):
        return False
    return after is not None and (after.pos in ("det", "pron", "sub", "rel") or after.low == "that" or after.kind == "group")


def past_adverbials(units: list[Unit], i: int) -> int:
    """The position behind "here on Friday", "in Berlin today", where "on" or "for" goes on with the phrase after it, else `i`."""
    j, n = i, len(units)
    while j < n and j < i + 6:
        if units[j].kind == "date" or units[j].low in ("here", "there", "yesterday"):
            j += 1
        elif units[j].low in ("on", "in", "at") and j + 1 < n and units[j + 1].kind in ("date", "city"):
            j += 2
        else:
            break
    return j if j < n and j > i and units[j].low in ("on", "for", "to", "under", "aimed") else i


def right(units: list[Unit], head: int) -> int:
    """The position behind the phrase: its prepositional phrases, with lists in them, up to a verb, a date or a new clause."""
    i, n = past_adverbials(units, head + 1), len(units)
    if i > head + 1 and units[i].low not in ("on", "for"):
        return head + 1
    start = i
    while i < n:
        unit = units[i]
        if unit.low == "as" and any(u.low == "such" for u in units[i - 2 : i]):
            pass  # "covering such fields as trade and culture"
        elif unit.pos == "prep" or unit.low in GOES_ON:
            if not _leads_on(units, i, head):
                break
        elif unit.kind in APART or unit.pos in ("rel", "sub", "aux", "modal", "pron", "neg"):
            break
        elif unit.text == ",":
            if i == head + 1 or not is_list_comma(units, i):
                break
        elif unit.low in ("but", "while", "yet") or unit.low in ELSEWHERE:
            break
        elif unit.low in ("and", "or", "&"):
            following = units[i + 1] if i + 1 < n else None
            if (
                following is None
                or following.pos in ("pron", "aux", "modal", "adv", "poss")
                or not following.rows.keys().isdisjoint(DOING)
                or following.kind in ("person", "role", "quotation")
            ):
                break
            if i == head + 1 or _begins_document(units, i + 1):
                break
        elif unit.kind == "mark":
            if unit.text in ("(", "["):
                closing = next((j for j in range(i, min(n, i + 7)) if units[j].text in (")", "]")), None)
                if closing is None:
                    break
                i = closing + 1
                continue
            if unit.text not in HYPHENS and unit.text not in POSSESSIVES and unit.text not in CURRENCY and unit.text != "%":
                break
        elif (i == start and unit.kind != "quantity") or _is_predicate(units, i):
            break
        elif unit.entry is None and units[i - 1].pos in ("prep", "word", "det"):
            pass
        elif _is_verb(units, i) and (unit.tenses & {"past", "s", "part"} or not unit.tenses):
            break
        elif (unit.pos == "adv" and unit.low not in ("further", "more", "closer")) or unit.get("cue"):
            break
        i += 1
    if i == start:
        return head + 1
    while i > head + 1 and (
        units[i - 1].pos in ("prep", "det", "conj", "poss")
        or units[i - 1].low in GOES_ON
        or (units[i - 1].kind == "mark" and units[i - 1].text not in (")", "]"))
    ):
        i -= 1
    return i


def _begins_document(units: list[Unit], i: int) -> bool:
    """Whether a noun phrase that begins at `i` is another document: "... and a cultural and scientific cooperation accord"."""
    for unit in units[i : i + 9]:
        if unit.get("document") is not None:
            return True
        if unit.low in ("and", "or") and units[i].pos != "det":
            return False
        if unit.pos in ("prep", "aux", "modal", "rel", "sub") or (
            unit.kind in ("mark", "person", "date", "quotation") and unit.text not in HYPHENS and unit.text != "'s"
        ):
            return False
    return False
