"""The states that make a document: named in it ("between Israel and Jordan"), who signed, who gives and who receives."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention
from summitdb.extract.deed_verbs import Deed
from summitdb.extract.document_bounds import CURRENCY, HYPHENS, POSSESSIVES
from summitdb.extract.documents import DocumentPhrase
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

SUPPLY = words("document", "supply")

Party = tuple[str, Unit, str]
BROKERED = frozenset(("brokered", "led", "mediated", "backed", "sponsored", "funded", "drafted", "proposed", "facilitated"))


def codes_of(unit: Unit) -> list[str]:
    """The states that a mention speaks for."""
    if unit.kind == "national":
        return list(unit.countries[:1])
    people = [p.country for p in unit.people if p.country]
    return list(dict.fromkeys(people or unit.countries))


def _state(unit: Unit) -> bool:
    return (unit.kind in ("country", "national", "person", "role", "body", "leader") and bool(codes_of(unit))) or (
        unit.kind == "city" and bool(unit.countries)
    )


def coordinated(units: list[Unit], at: int, stop: int) -> list[Unit]:
    """The mention at `at` with those joined to it: "Poland, Lithuania and the Latvian minister"."""
    found = [units[at]]
    i = at + 1
    while i < stop:
        if units[i].low == "of" and i + 1 < stop and units[i + 1].kind == "country" and units[i - 1].kind in ("person", "role"):
            found.append(units[i + 1])  # "President Chipeta of Zambia"
            i += 2
        elif (
            units[i].low in ("and", ",", "&", "or")
            or units[i].pos in ("det", "poss")
            or (units[i].kind == "role" and not codes_of(units[i]))
        ):
            i += 1
        elif _state(units[i]) and units[i - 1].low in ("and", ",", "&", "the"):
            found.append(units[i])
            i += 1
        elif units[i].text in POSSESSIVES:
            i += 1
        else:
            break
    return found


def _coordinated_before(units: list[Unit], at: int, begin: int) -> list[Unit]:
    """Those joined to the mention at `at` from its left: "Kenya and Uganda signed"."""
    found: list[Unit] = []
    i = at - 1
    while i >= begin:
        if (
            units[i].low in ("and", ",", "&")
            or units[i].pos in ("det", "poss")
            or (units[i].kind == "role" and not codes_of(units[i]))
        ):
            i -= 1
        elif (_state(units[i]) or units[i].kind == "date") and units[i + 1].low in ("and", ",", "&", "the"):
            found.append(units[i])
            i -= 1
        else:
            break
    if found and units[i].pos == "prep":
        return []
    return found


def _inside(phrase: DocumentPhrase) -> list[Party]:
    """ "between X and Y", "with X", "X's", "the Turkish-Greek accord", "to X" for a loan."""
    units = phrase.sentence.units
    found: list[Party] = []
    for i in range(phrase.begin, phrase.head):
        after = units[i + 1]
        joined = after.text in HYPHENS or units[i - 1].text in HYPHENS if i else False
        if after.text in CURRENCY:
            continue
        if (
            units[i].kind in ("country", "national")
            and units[i].countries
            and (
                after.text in POSSESSIVES
                or joined
                or units[i].kind == "country"
                or (phrase.kind == "loan_or_grant" and units[i].kind == "national")
            )
        ):
            if (
                after.text in HYPHENS
                and i + 2 < len(units)
                and units[i + 2].low
                in ("brokered", "led", "mediated", "backed", "sponsored", "funded", "drafted", "proposed", "facilitated")
            ):
                continue
            found += [(code, units[i], "agreement.party.modifier") for code in codes_of(units[i])]
    i = phrase.head + 1
    supplied = any(unit.low in SUPPLY for unit in units[phrase.head : phrase.stop])
    last = min(len(units), max(phrase.stop, phrase.end + 1))
    while i < last + 3 and i < len(units):
        if i >= last and units[i].low not in ("between", "with", "among"):
            break
        low = units[i].low
        named = low in ("between", "among") or (low == "with" and i <= phrase.end + 1)
        named = (
            named
            or (low in ("to", "for", "from") and phrase.kind == "loan_or_grant")
            or (low == "by" and phrase.kind == "joint_statement")
        )
        if named:
            k = i + 1
            while k < len(units) and (
                units[k].pos in ("det", "adv")
                or units[k].low in ("neighbouring", "neighboring", "both")
                or units[k].pos == "word"
            ):
                k += 1
            if k < len(units) and (_state(units[k]) or (low == "with" and units[k].kind == "city" and units[k].countries)):
                for unit in coordinated(units, k, len(units)):
                    found += [(code, unit, "agreement.party.between") for code in codes_of(unit)]
            elif k < len(units) and units[k].kind == "group":
                found += [(code, units[k], "agreement.party.between") for code in codes_of(units[k])]
        elif (
            low in ("of", "for")
            and "accession" in units[phrase.head].low
            and i + 1 < len(units)
            and units[i + 1].kind == "country"
        ):
            found += [
                (code, unit, "agreement.party.between")
                for unit in coordinated(units, i + 1, len(units))
                for code in codes_of(unit)
            ]
        elif units[i].kind in ("country", "national") and supplied and units[i].countries:
            found.append((units[i].countries[0], units[i], "agreement.party.supply"))
        i += 1
    return found


def _agents(phrase: DocumentPhrase, deed: Deed) -> list[Party]:
    """Who signs, with whom, and to whom something is lent."""
    units = phrase.sentence.units
    found: list[Party] = []
    stop = len(units)
    if deed.subject is not None:
        begin = next(
            (
                j + 1
                for j in range(deed.subject - 1, -1, -1)
                if units[j].pos in ("rel", "sub", "prep") or units[j].text in (";", ":")
            ),
            0,
        )
        group = [*reversed(_coordinated_before(units, deed.subject, begin)), *coordinated(units, deed.subject, deed.at)]
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
            if units[k].kind in ("country", "role", "person") and codes_of(units[k]):
                found += [(code, units[k], "agreement.party.receiver") for code in codes_of(units[k])]
    return found


def voices(phrase: DocumentPhrase, begin: int) -> list[Party]:
    """The states that a statement has speak: "a communique said Iran and Oman would", "in a statement, Italy and Libya"."""
    units = phrase.sentence.units
    for i in range(begin, len(units)):
        if _state(units[i]) and units[i].kind != "national":
            group = coordinated(units, i, len(units))
            if len({code for unit in group for code in codes_of(unit)}) > 1:
                return [(code, unit, "agreement.party.voice") for unit in group for code in codes_of(unit)]
    return []


def parties_of(phrase: DocumentPhrase, deed: Deed | None) -> list[Party]:
    """The states that the sentence itself names as making the document, each once."""
    found = _inside(phrase)
    if (
        deed is None
        or len({code for code, _, _ in found}) >= 2
        or (deed.denied and phrase.kind in ("joint_statement", "declaration"))
    ):
        pass
    elif not deed.verb.get("draft") and (deed.status != "in_force" or not deed.verb.get("keep")):
        found += _agents(phrase, deed)
    else:
        found += _agents(phrase, deed)
    if not found and phrase.kind in ("joint_statement", "declaration") and deed is not None and deed.firm:
        found = voices(phrase, phrase.end)
    unique: dict[str, Party] = {}
    for party in found:
        unique.setdefault(party[0], party)
    return list(unique.values())
