"""Mentions of documents: the phrases of a sentence that say enough of a document to count, with status and parties."""

from __future__ import annotations

from msgspec import Struct

from summitdb.extract.deed_verbs import Deed
from summitdb.extract.deeds import find_deed
from summitdb.extract.documents import JOINT, DocumentPhrase, find_documents
from summitdb.extract.paper_sense import GENERIC, is_enough, is_named, is_owned, is_vague
from summitdb.extract.parties import Party, parties_of
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.uses import words

ALIASES = frozenset(("known", "known as", "also known as", "called", "dubbed", "referred", "a.k.a"))
SPOKEN_OF = frozenset(("discuss", "discussed", "discusses", "discussing"))
LISTING = words("document", "listing")
LISTED = words("document", "listed")

NO_CONTENT = frozenset(("mark", "country", "national", "date", "number", "quantity"))


def _stem(word: str) -> str:
    """A word without its plural: the "refugee deal" is the one on refugees."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


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
        return {_stem(word) for word in named} | {
            _stem(u.low)
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


def _tentative(phrase: DocumentPhrase) -> Unit | None:
    """The word that makes it "a draft treaty", "the proposed accord"."""
    units = phrase.sentence.units
    for unit in units[max(0, phrase.begin - 2) : phrase.head]:
        if (unit.get("modality") or {}).get("sense") == "tentative" or (unit.get("draft") and unit.tenses & {"part"}):
            return unit
    return None


def _judged(phrase: DocumentPhrase, deed: Deed | None, parties: list[Party]) -> tuple[str, Unit] | None:
    """The status of a document with the word that tells it; None where it is only mentioned."""
    tentative = _tentative(phrase)
    if phrase.noun.low in ("draft", "drafts"):
        return "proposed", phrase.noun
    if deed is not None:
        if tentative is not None and deed.status == "in_force":
            return "proposed", tentative
        ahead = not deed.firm and not deed.denied and (deed.verb.get("seal") or {}).get("value") == "ratified"
        if ahead and not phrase.definite and (phrase.kind in JOINT or phrase.kind == "memorandum"):
            return "planned", deed.verb  # "will endorse a declaration"
        if deed.verb.low in SPOKEN_OF and is_named(phrase) and phrase.noun.is_capitalised and tentative is None:
            return "in_force", phrase.noun  # "discussed the Fisheries Treaty"
        return deed.status, deed.cue or deed.verb
    if tentative is not None and phrase.kind not in JOINT:
        return "proposed", tentative
    if is_named(phrase):
        return "issued" if phrase.kind == "joint_statement" else "in_force", phrase.noun
    if phrase.definite and not phrase.plural and not phrase.needs and phrase.kind in ("treaty", "agreement"):
        between = {code for code, _, rule in parties if rule in ("agreement.party.between", "agreement.party.modifier")}
        if len(between) > 1:
            return "in_force", phrase.noun  # "the treaty between Fiji and Tonga limits the catch"
    return ("agreed", phrase.noun) if is_owned(phrase) else None


def _is_inside(units: list[Unit], known: DocumentPhrase, phrase: DocumentPhrase) -> bool:
    """Whether a document is only what another one changes or is called: "the Supplementary Treaty to the 1985 Treaty, also known
    as the Sava Treaty"."""
    first = phrase.begin - (units[phrase.begin - 1].pos in ("det", "poss")) if phrase.begin else 0
    if first < 1 or first - known.head > 24:
        return False
    before = units[first - 1]
    if before.low == "to" and first - 2 == known.head:
        return True
    if "ing" in before.tenses and first - 2 == known.head and known.kind != "other":
        return True  # "a protocol extending the customs agreement"
    return before.low in ("as", "called", "dubbed") and any(unit.low in ALIASES for unit in units[max(0, first - 3) : first])


def _is_among(package: DocumentPhrase, phrase: DocumentPhrase) -> bool:
    """Whether a phrase only says what is among the documents told: "12 deals including grants and credits"."""
    between = phrase.sentence.units[package.end : phrase.begin]
    return package.plural and len(between) < 6 and any(unit.low in ("including", "such as", "comprising") for unit in between)


def _is_apposition(found: list[Mention], phrase: DocumentPhrase) -> bool:
    """ "the Treaty of Amity, a non-aggression pact, ..."."""
    units = phrase.sentence.units
    if found and _is_inside(units, found[-1].phrase, phrase):
        return True
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
    if after is None or after.text == "." or after.pos == "rel" or (after.kind == "word" and "part" in after.tenses):
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
        if found and phrase.plural and phrase.kind == "loan_or_grant" and _is_among(found[-1].phrase, phrase):
            found[-1].parties += [party for party in parties_of(phrase, None) if party[0] not in found[-1].states]
            continue
        deed = find_deed(phrase) or carried
        carried = None
        shared = _shared(found, phrase, last, item)
        listed = False
        if shared is not None and (deed is None or deed.verb is shared.cue or deed.nominal or (not deed.firm and shared.firm)):
            deed, listed = shared.deed, shared.listed or shared.sentence is not sentence or shared.phrase.plural
        parties = parties_of(phrase, deed if deed is None or deed.verb in units else None)
        if shared is not None and not parties:
            parties = shared.parties
        judged = _judged(phrase, deed, parties)
        if judged is None and phrase.definite and phrase.kind != "loan_or_grant":
            found.append(Mention(phrase, None, "", phrase.noun, parties))
            continue
        if (
            judged is None
            or not is_enough(phrase, deed, parties)
            or is_vague(phrase, deed, parties)
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
