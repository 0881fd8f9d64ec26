"""What must be said of a document for it to count: "a deal" needs a deed, a treaty its name, a loan its sum."""

from __future__ import annotations

from summitdb.extract.deed_verbs import Deed
from summitdb.extract.documents import DocumentPhrase
from summitdb.extract.parties import Party
from summitdb.extract.sums import find_sum
from summitdb.extract.units import POSSESSIVES
from summitdb.gazetteer.uses import words

ANY_PAPER = words("document", "any_paper")
GENERIC = words("document", "generic")
PLAIN_PLURALS = words("document", "plain_plural")
EARLIER = frozenset(("earlier", "previously", "before"))
SIDES = frozenset(("both", "sides", "parties", "two", "three", "four", "five", "six"))
MASS = frozenset(("agreement", "accord", "understanding", "compromise", "settlement"))


def is_named(phrase: DocumentPhrase) -> bool:
    """Whether a document is known by its name or year: "Da Nang Declaration", "2019 accord", "Treaty on Outer Space"."""
    if any(u.kind == "date" and u.value.value and any(char.isdigit() for char in u.text) for u in phrase.units):
        return True
    named = phrase.noun.is_capitalised and phrase.head > 0 and len(phrase.units) > 1
    if phrase.definite and not phrase.plural and phrase.noun.low.rpartition(" ")[2] != "deal":
        before = phrase.sentence.units[phrase.begin : phrase.head]  # "the Start 2 accord", "the Maastricht treaty"
        named = named or any(u.kind == "name" or (u.kind == "city" and u.is_capitalised) for u in before)
    return named and phrase.kind in ("treaty", "agreement", "protocol", "declaration", "memorandum", "ceasefire")


def is_owned(phrase: DocumentPhrase) -> bool:
    """ "Mexico's agreement last month to restructure debt": an agreement told by its owner and its aim."""
    owned = any(u.text in POSSESSIVES for u in phrase.sentence.units[phrase.begin : phrase.head])
    return owned and phrase.stop > phrase.end and phrase.kind == "agreement"


def _is_by_both(phrase: DocumentPhrase, deed: Deed) -> bool:
    """Whether all who met do it: "the three issued a statement", "the two sides"."""
    units = phrase.sentence.units
    if deed.subject is None or deed.verb not in units:
        return False
    subject = units[deed.subject]
    return subject.kind == "group" or subject.low.rpartition(" ")[2] in SIDES


def _has_sum(phrase: DocumentPhrase) -> bool:
    return find_sum(phrase.sentence.units, phrase.begin, phrase.stop + 5) is not None


def _is_titled(phrase: DocumentPhrase) -> bool:
    """Whether a partnership has a name that ends with it: "Comprehensive Rice Partnership", not "the Partnership for Peace"."""
    units, head = phrase.sentence.units, phrase.head
    behind = units[head + 1].low if head + 1 < len(units) else ""
    told = " " in phrase.noun.low or (phrase.begin < head and units[head - 1].is_capitalised)
    return phrase.noun.is_capitalised and told and behind not in ("for", "of", "between", "agreement", "on")


def is_enough(phrase: DocumentPhrase, deed: Deed | None, parties: list[Party]) -> bool:
    """Whether the sentence says what a document of this noun needs to count as one."""
    needs = phrase.needs
    if not needs:
        return True
    if needs == "name":
        return _is_titled(phrase) and bool(parties)
    if deed is None:
        return is_named(phrase) and (needs in ("deed", "seal") or (needs == "joint" and len(parties) > 1))
    verb = deed.verb
    value = (verb.get("seal") or {}).get("value")
    bare = len(phrase.units) == 1
    if needs == "deed":
        if phrase.noun.low == "documents" and value in ("exchanged", "issued"):  # of ratification, of an archive
            return False
        if phrase.noun.low == "settlement" and not deed.firm:  # "to reach a peaceful settlement in the north"
            return False
        return not (bare and (verb.get("draft") or (verb.get("keep") and not phrase.definite)))
    if needs == "joint":
        if value in ("issued", "adopted") and _is_by_both(phrase, deed):
            return not phrase.plural
        told = value is not None or deed.verb is phrase.noun
        return (value == "signed" and not phrase.plural) or (len(parties) > 1 and told)
    if needs in ("money", "sum"):
        return _has_sum(phrase) or (needs == "money" and value in ("signed", "initialled", "ratified", "exchanged") and not bare)
    if needs == "draft":
        return phrase.end > phrase.head + 1 or bool(verb.get("draft"))
    if needs == "exchange":
        return value == "exchanged" or verb.low == "exchange"
    wanted = {
        "seal": ("signed", "initialled", "adopted", "ratified", "issued", "agreed", "finalized"),
        "sign": ("signed", "initialled"),
        "adopt": ("adopted", "ratified"),
        "agree": ("agreed",),
    }
    return value in wanted[needs] or (deed.nominal and needs != "agree")


def is_vague(phrase: DocumentPhrase, deed: Deed | None, parties: list[Party]) -> bool:
    """ "failing to reach an agreement", "sign agreements with blocs": nothing is told of it but that it might be."""
    if phrase.needs == "exchange" and phrase.kind == "other":
        return True
    if deed is None:
        return False
    if phrase.plural and phrase.count is None and not phrase.several and all(unit.low in GENERIC for unit in phrase.units):
        units = phrase.sentence.units
        behind, before = units[phrase.end : phrase.end + 3], units[max(0, phrase.begin - 3) : phrase.begin]
        if (
            deed.status == "in_force"
            or any(unit.low in EARLIER for unit in behind)
            or any(unit.low.startswith(("implement", "fulfil")) for unit in before)
        ):
            return True  # "carry out existing agreements", "agreements reached earlier"
    if deed.firm:
        return phrase.plural and len(phrase.units) == 1 and bool(deed.verb.get("keep"))
    told = (u for u in phrase.sentence.units[phrase.begin : phrase.stop] if u is not phrase.noun)
    bare = all(u.kind == "word" and u.low in GENERIC for u in told)  # "a better deal"
    if deed.status == "proposed" and bare and phrase.noun.low in ANY_PAPER and not phrase.definite:
        return True
    if deed.status == "planned" and bare and not phrase.definite and (deed.verb.get("seal") or {}).get("value") == "agreed":
        return True  # "on track to reach an agreement"
    if deed.status == "proposed" and phrase.plural and not (phrase.count or phrase.several) and len(parties) < 2:
        return True  # "free to negotiate its own trade arrangements"
    if deed.status in ("proposed", "planned") and phrase.noun.low in MASS and phrase.begin == phrase.head:
        verb = phrase.sentence.units[phrase.begin - 1] if phrase.begin else phrase.noun
        if verb.get("seal"):
            return True  # "expects to reach agreement with his hosts on a date"
    return phrase.count is None and len(parties) < 2 and phrase.noun.low in PLAIN_PLURALS and phrase.begin == phrase.head
