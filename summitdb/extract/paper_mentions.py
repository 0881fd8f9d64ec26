"""Mentions of documents: the phrases of a sentence that say enough of a document to count, with status and parties."""

from __future__ import annotations

from msgspec import Struct

from summitdb.extract.deed_verbs import Deed
from summitdb.extract.deeds import find_deed
from summitdb.extract.documents import JOINT, DocumentPhrase, find_documents
from summitdb.extract.parties import Party, parties_of
from summitdb.extract.sums import find_sum
from summitdb.extract.units import POSSESSIVES, Sentence, Unit
from summitdb.gazetteer.uses import words

GENERIC = words("document", "generic")
ANY_PAPER = words("document", "any_paper")
EARLIER = frozenset(("earlier", "previously", "before"))
PLAIN_PLURALS = words("document", "plain_plural")
LISTING = words("document", "listing")
LISTED = words("document", "listed")

NO_CONTENT = frozenset(("mark", "country", "national", "date", "number", "quantity"))


class Mention(Struct):
    """One place where the text speaks of a document. A mention without `status` only takes up one known ("the document says")."""

    phrase: DocumentPhrase
    deed: Deed | None
    status: str
    cue: Unit
    parties: list[Party]
    listed: bool = False

    @property
    def sentence(self) -> Sentence:
        return self.phrase.sentence

    @property
    def content(self) -> set[str]:
        head = self.phrase.noun
        named = {word for word in head.low.split(" ")[:-1] if word not in GENERIC and len(word) > 2} if " " in head.low else set()
        return named | {
            u.low
            for u in self.phrase.units
            if u is not head and u.pos is None and u.kind not in NO_CONTENT and u.low not in GENERIC
        }

    @property
    def years(self) -> set[str]:
        return {(u.value.value or "")[:4] for u in self.phrase.units if u.kind == "date"} - {""}

    @property
    def states(self) -> set[str]:
        return {code for code, _, _ in self.parties}

    @property
    def firm(self) -> bool:
        return self.deed is not None and self.deed.firm and bool(self.deed.verb.rows.keys() & {"seal", "halt", "give"})


def is_named(phrase: DocumentPhrase) -> bool:
    """Whether a document is known by its name or year: "Da Nang Declaration", "2019 accord", "Treaty on Outer Space"."""
    if any(u.kind == "date" and u.value.value and any(char.isdigit() for char in u.text) for u in phrase.units):
        return True
    named = phrase.noun.is_capitalised and phrase.head > 0 and len(phrase.units) > 1
    return named and phrase.kind in ("treaty", "agreement", "protocol", "declaration", "memorandum", "ceasefire")


def _is_owned(phrase: DocumentPhrase) -> bool:
    """ "Mexico's agreement last month to restructure debt": an agreement told by its owner and its aim."""
    owned = any(u.text in POSSESSIVES for u in phrase.sentence.units[phrase.begin : phrase.head])
    return owned and phrase.stop > phrase.end and phrase.kind == "agreement"


def _has_sum(phrase: DocumentPhrase) -> bool:
    return find_sum(phrase.sentence.units, phrase.begin, phrase.stop + 5) is not None


def _enough(phrase: DocumentPhrase, deed: Deed | None, parties: list[Party]) -> bool:
    """Whether the sentence says what a document of this noun needs to count as one."""
    needs = phrase.needs
    if not needs:
        return True
    if deed is None:
        return is_named(phrase) and (needs in ("deed", "seal") or (needs == "joint" and len(parties) > 1))
    verb = deed.verb
    value = (verb.get("seal") or {}).get("value")
    bare = len(phrase.units) == 1
    if needs == "deed":
        if phrase.noun.low == "documents" and value == "exchanged":  # instruments of ratification
            return False
        return not (bare and (verb.get("draft") or (verb.get("keep") and not phrase.definite)))
    if needs == "joint":
        return (value == "signed" and not phrase.plural) or (len(parties) > 1 and value is not None)
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


def _is_vague(phrase: DocumentPhrase, deed: Deed | None, parties: list[Party]) -> bool:
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
    bare = phrase.stop == phrase.head + 1 and phrase.begin == phrase.head
    if deed.status == "proposed" and bare and phrase.noun.low in ANY_PAPER and not phrase.definite:
        return True
    return phrase.count is None and len(parties) < 2 and phrase.noun.low in PLAIN_PLURALS and phrase.begin == phrase.head


def _tentative(phrase: DocumentPhrase) -> Unit | None:
    """The word that makes it "a draft treaty", "the proposed accord"."""
    units = phrase.sentence.units
    for unit in units[max(0, phrase.begin - 2) : phrase.head]:
        if (unit.get("modality") or {}).get("sense") == "tentative" or (unit.get("draft") and unit.tenses & {"part"}):
            return unit
    return None


def _judged(phrase: DocumentPhrase, deed: Deed | None) -> tuple[str, Unit] | None:
    """The status of a document with the word that tells it; None where it is only mentioned."""
    tentative = _tentative(phrase)
    if phrase.noun.low in ("draft", "drafts"):
        return "proposed", phrase.noun
    if deed is not None:
        if tentative is not None and deed.status == "in_force":
            return "proposed", tentative
        return deed.status, deed.cue or deed.verb
    if tentative is not None and phrase.kind not in JOINT:
        return "proposed", tentative
    if is_named(phrase):
        return "issued" if phrase.kind == "joint_statement" else "in_force", phrase.noun
    return ("agreed", phrase.noun) if _is_owned(phrase) else None


def _is_apposition(found: list[Mention], phrase: DocumentPhrase) -> bool:
    """ "the Treaty of Amity, a non-aggression pact, ..."."""
    units = phrase.sentence.units
    if (
        not found
        or phrase.begin < 2
        or units[phrase.begin - 1].low not in ("a", "an", "the")
        or units[phrase.begin - 2].text != ","
    ):
        return False
    if found[-1].phrase.end != phrase.begin - 2 or found[-1].phrase.plural:
        return False
    after, following = [*units[phrase.end : phrase.end + 2], None, None][:2]
    if after is None or after.text == "." or after.pos == "rel":
        return True
    return after.text == "," and (following is None or following.low not in ("and", "a", "an", "the"))


def _shared(mentions: list[Mention], phrase: DocumentPhrase, last: Mention | None, item: bool) -> Mention | None:
    """The mention whose deed the phrase shares: the one before it in a list ("an accord and a protocol"), or the package that the
    sentence enumerates ("They include ...", "The three are ...", "So was ...")."""
    units = phrase.sentence.units
    if item and not mentions:
        return last
    begin = phrase.begin
    while begin > 0 and units[begin - 1].pos in ("det", "poss"):
        begin -= 1
    before = units[begin - 1] if begin else None
    if before is None:
        return None
    if mentions and before.low in ("and", ",", "as well as", "plus", "along with", "&", "as"):
        previous = mentions[-1]
        between = units[min(previous.phrase.stop, begin) : begin]
        if len(between) <= 7 and not any(u.tenses & {"past", "s"} or u.pos in ("aux", "rel") for u in between):
            return previous
    anchor = next((mention for mention in mentions if mention.status), last)
    if anchor is not None and any(u.low in LISTING or u.text == ":" for u in units[max(0, begin - 3) : begin]):
        opening = {u.low for u in units[:begin]}
        if (mentions or opening & LISTED) and (anchor.phrase.plural or anchor.phrase.kind == "package" or "so" in opening):
            return anchor
    return None


def find_mentions(sentence: Sentence, last: Mention | None, item: bool = False) -> list[Mention]:
    """The documents that a sentence speaks of; `last` is what the one before told to have been signed. Where the sentence is an
    `item` of a list of that, its first document is one of the list."""
    found: list[Mention] = []
    units = sentence.units
    if not sentence.categories & {"document", "give"}:
        return found
    if len(units) < 6 and units[-1].kind != "mark":  # a heading inside the text
        return []
    phrases = find_documents(sentence)
    carried: Deed | None = None
    for at, phrase in enumerate(phrases):
        if phrase.needs == "exchange" and at + 1 < len(phrases) and phrases[at + 1].head < phrase.end:
            carried = find_deed(phrase)
            continue  # "exchanged notes on a grant": the grant counts
        deed = find_deed(phrase) or carried
        carried = None
        shared = _shared(found, phrase, last, item)
        listed = False
        if shared is not None and (deed is None or deed.verb is shared.cue or deed.nominal or (not deed.firm and shared.firm)):
            deed, listed = shared.deed, shared.listed or shared.sentence is not sentence or shared.phrase.plural
        parties = parties_of(phrase, deed if deed is None or deed.verb in units else None)
        if shared is not None and not parties:
            parties = shared.parties
        judged = _judged(phrase, deed)
        if judged is None and phrase.definite and phrase.kind != "loan_or_grant":
            found.append(Mention(phrase, None, "", phrase.noun, parties))
            continue
        if (
            judged is None
            or not _enough(phrase, deed, parties)
            or _is_vague(phrase, deed, parties)
            or _is_apposition(found, phrase)
        ):
            continue
        before = units[max(0, phrase.begin - 2) : phrase.begin]
        if found and found[-1].phrase.kind == "loan_or_grant" and any(u.low in ("under", "through") for u in before):
            if deed is not None and deed.firm:  # "will lend 150 mln dlrs under an accord signed here"
                found[-1].status, found[-1].cue = judged
            continue
        found.append(Mention(phrase, deed, *judged, parties, listed))
    return found
