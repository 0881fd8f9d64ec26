"""The states that make a document: named in it ("between Israel and Jordan"), who signed, who gives and who receives."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention
from summitdb.extract.deed_verbs import Deed
from summitdb.extract.document_bounds import CURRENCY, HYPHENS
from summitdb.extract.documents import JOINT, DocumentPhrase
from summitdb.extract.party_lists import codes_of, coordinated, coordinated_before, is_state
from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer.uses import words

WARRING = words("document", "warring")
INSURGENT = words("document", "insurgent")
SUPPLY = words("document", "supply")

MEDIATING = ("broker", "mediat", "witness", "facilitat", "overs")  # who does this makes no document
Party = tuple[str, Unit, str]
BROKERED = frozenset(("brokered", "led", "mediated", "backed", "sponsored", "funded", "drafted", "proposed", "facilitated"))


def _before_head(phrase: DocumentPhrase) -> list[Party]:
    """ "Kenya's treaty", "the Turkish-Greek accord", "a Norwegian loan", but not "the Qatari-brokered accord"."""
    units = phrase.sentence.units
    found: list[Party] = []
    for i in range(phrase.begin, phrase.head):
        unit, after = units[i], units[i + 1]
        if after.text in CURRENCY or unit.kind not in ("country", "national") or not unit.countries:
            continue
        joined = i > 0 and (after.text in HYPHENS or units[i - 1].text in HYPHENS)
        tied = unit.kind == "country" or joined or after.text in POSSESSIVES or phrase.kind == "loan_or_grant"
        brokered = after.text in HYPHENS and i + 2 < len(units) and units[i + 2].low in BROKERED
        if tied and not brokered:
            found += [(code, unit, "agreement.party.modifier") for code in codes_of(unit)]
    return found


def _behind_head(phrase: DocumentPhrase) -> list[Party]:
    """ "Between X and Y", "with X", "to X" for a loan, "the accession of X", "for the supply of Russian gas"."""
    units = phrase.sentence.units
    found: list[Party] = []
    accession = "accession" in units[phrase.head].low
    supplied = any(unit.low in SUPPLY for unit in units[phrase.head : phrase.stop])
    last = min(len(units), max(phrase.stop, phrase.end + 1))
    lent = phrase.kind == "loan_or_grant"
    for i in range(phrase.head + 1, min(last + (6 if lent else 3), len(units))):
        unit = units[i]
        if i >= last and lent and (unit.low in ("of", "up", "to", "worth") or unit.kind == "quantity"):
            pass  # "a grant of up to 50 million yen to Peru"
        elif i >= last and unit.low not in ("between", "with", "among"):
            break
        named: list[Unit] = []
        if _introduces(phrase, i):
            named = _named_from(units, i + 1, unit.low) or (_seats(units, i + 1) if unit.low == "between" else [])
        elif accession and unit.low in ("of", "for") and i + 1 < len(units) and units[i + 1].kind == "country":
            named = coordinated(units, i + 1, len(units))
        elif supplied and unit.kind in ("country", "national") and unit.countries:
            found.append((unit.countries[0], unit, "agreement.party.supply"))
        found += [(code, party, "agreement.party.between") for party in named for code in codes_of(party)]
    return found


def _seats(units: list[Unit], k: int) -> list[Unit]:
    """The two states in "between the city of Tavua in Fiji and the port of Tonga"."""
    found: list[Unit] = []
    for unit in units[k : k + 24]:
        if unit.kind == "mark" and unit.text not in (",", *POSSESSIVES, *HYPHENS):
            break
        if unit.kind in ("country", "national") and unit.countries and all(unit.countries != seat.countries for seat in found):
            found.append(unit)
    return found if len(found) == 2 else []


def _introduces(phrase: DocumentPhrase, i: int) -> bool:
    """Whether parties follow the word at `i`."""
    low = phrase.sentence.units[i].low
    if low == "with":
        return i <= phrase.end + 1
    if low == "by" or (low == "from" and phrase.kind == "joint_statement" and i == phrase.head + 1):
        return phrase.kind == "joint_statement"
    return low in ("between", "among") or (low in ("to", "for", "from") and phrase.kind == "loan_or_grant")


def _named_from(units: list[Unit], k: int, low: str) -> list[Unit]:
    """The mentions of states behind the preposition `low`, from position `k`."""
    while k < len(units) and (units[k].pos in ("det", "adv", "word") or units[k].low in ("neighbouring", "neighboring", "both")):
        k += 1
    if k == len(units):
        return []
    if is_state(units[k]) or (low == "with" and units[k].kind == "city" and units[k].countries):
        return coordinated(units, k, len(units))
    return [units[k]] if units[k].kind == "group" else []


def _agents(phrase: DocumentPhrase, deed: Deed) -> list[Party]:
    """Who signs, with whom, and to whom something is lent."""
    units = phrase.sentence.units
    found: list[Party] = []
    stop = len(units)
    if deed.verb.low.startswith(MEDIATING):
        return []
    if deed.nominal and deed.status == "in_force" and units[deed.at - 1].text not in POSSESSIVES:
        return []  # "discussed the implementation of", but "Chile's breach of"
    if deed.subject is not None:
        breaks = (j for j in range(deed.subject - 1, -1, -1) if _divides(units[j]))
        begin = next(breaks, -1) + 1
        group = [*reversed(coordinated_before(units, deed.subject, begin)), *coordinated(units, deed.subject, deed.at)]
        for unit in group:
            found += [(code, unit, "agreement.party.subject") for code in codes_of(unit)]
    elif not deed.passive:  # "Sudan and South Sudan extended": one name of two states
        for unit in units[: deed.at]:
            if unit.kind == "region" and len(unit.countries) == 2:
                found += [(code, unit, "agreement.party.subject") for code in unit.countries]
    if deed.passive:
        for i in range(deed.at + 1, min(stop, deed.at + 10)):
            if units[i].low in ("by", "between", "among", "with") and i + 1 < stop:
                k = i + 1 + (units[i + 1].pos in ("det", "word"))
                if k < stop and is_mention(units[k]):
                    for unit in coordinated(units, k, stop):
                        found += [(code, unit, "agreement.party.agent") for code in codes_of(unit)]
                break
            if units[i].text in (";",) or units[i].pos in ("rel", "sub"):
                break
    low, high = min(deed.at, phrase.begin), phrase.begin
    for i in range(low, high):  # "signed with Iran a deal", "lend Indonesia 150 mln dlrs"
        if (units[i].low in ("with", "to") and i + 1 < high) or (i == deed.at and "give" in units[i].rows):
            k = i + 1
            if units[k].kind in ("country", "role", "person", "body") and codes_of(units[k]):
                found += [(code, units[k], "agreement.party.receiver") for code in codes_of(units[k])]
    return found


def _warring(phrase: DocumentPhrase) -> list[Party]:
    """The state whose people fight each other: "Rwandan rebels declared a truce", "the Peruvian army and"."""
    units = phrase.sentence.units
    found: list[Party] = []
    sides = WARRING if phrase.kind == "ceasefire" or "peace" in phrase.noun.low else INSURGENT
    for i, unit in enumerate(units[: phrase.begin]):
        if unit.kind in ("national", "country", "body") and unit.countries:
            side = any(after.low in sides for after in units[i + 1 : i + 4])
            if side:
                found += [(code, unit, "agreement.party.warring") for code in unit.countries[:1]]
    return found


def _concerned(phrase: DocumentPhrase) -> list[Party]:
    """The state whose affair is settled where nobody is said to settle it: "on Chad's debt", "the truce in Chad"."""
    units = phrase.sentence.units
    strife = phrase.kind == "ceasefire" or "peace" in phrase.noun.low
    for i in range(1 if strife else phrase.head + 2, min(len(units), phrase.head + 6)):
        unit, before = units[i], units[i - 1]
        if unit.kind not in ("country", "national") or not unit.countries:
            continue
        owned = phrase.head + 1 < i < phrase.end - 1 and (unit.kind == "national" or units[i + 1].text in POSSESSIVES)
        on = owned and units[phrase.head + 1].low == "on" and before.pos in ("prep", "det")
        if on or (strife and unit.kind == "country" and before.low == "in"):
            return [(unit.countries[0], unit, "agreement.party.concerned")]
    return []


def _divides(unit: Unit) -> bool:
    return unit.pos in ("rel", "sub", "prep") or unit.text in (";", ":")


def voices(phrase: DocumentPhrase, begin: int) -> list[Party]:
    """The states that a statement has speak: "a communique said Iran and Oman would", "in a statement, Italy and Libya"."""
    units = phrase.sentence.units
    for i in range(begin, len(units)):
        if is_state(units[i]) and units[i].kind != "national":
            group = coordinated(units, i, len(units))
            if len({code for unit in group for code in codes_of(unit)}) > 1:
                return [(code, unit, "agreement.party.voice") for unit in group for code in codes_of(unit)]
    return []


def _states(found: list[Party]) -> int:
    return len({code for code, _, _ in found})


def parties_of(phrase: DocumentPhrase, deed: Deed | None) -> list[Party]:
    """The states that the sentence itself names as making the document, each once."""
    behind = _behind_head(phrase)
    within = phrase.sentence.units[min(phrase.end, len(phrase.sentence.units) - 1)].end
    listed = any(rule == "agreement.party.between" and unit.start < within for _, unit, rule in behind)
    found = _before_head(phrase) + [party for party in behind if listed or party[1].start < within]
    joint = phrase.kind in JOINT
    partnered = any(u.low == "with" for u in phrase.sentence.units[phrase.head + 1 : phrase.end])  # "signed it with A and B"
    if deed is not None and (_states(found) < 2 or partnered) and not (deed.denied and joint):
        found += _agents(phrase, deed)
    if _states(found) < 2:  # "an accord to ease trade between X and Y"
        found += [party for party in behind if party[1].start >= within]
    if not found and phrase.kind in ("ceasefire", "agreement"):
        found = _warring(phrase)
    if not found and joint and deed is not None and deed.firm:
        found = voices(phrase, phrase.end)
    if not found and phrase.kind in ("ceasefire", "agreement", "treaty") and not phrase.plural:
        found = _concerned(phrase)
    unique: dict[str, Party] = {}
    for party in found:
        unique.setdefault(party[0], party)
    return list(unique.values())
