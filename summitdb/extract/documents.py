"""Document phrases: "a memorandum of understanding on joint border patrols", with where it begins and ends and what is done to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitdb.extract.clauses import subject_before
from summitdb.extract.units import Sentence, Unit

MODIFIER_KINDS = frozenset({"number", "national", "name", "city", "country", "organization", "corridor", "region", "quantity", "person"})
FAILED = frozenset({"failed", "failing", "fail", "refused", "declined", "unable", "yet"})
FUTURE = frozenset({"will", "would", "shall", "due", "expected", "scheduled", "plan", "plans", "planned", "set", "hope", "hopes", "intends", "ready"})
TENTATIVE = frozenset({"may", "might", "could", "should", "possible", "proposed", "proposes", "draft", "negotiate", "negotiating", "negotiations",
                       "seek", "seeking", "finalize", "finalizing", "finalise", "discuss", "discussed", "consider", "considering", "towards", "toward", "closer", "demanded", "urged", "talks", "work"})  # fmt: skip
GOES_ON = frozenset({"on", "for", "of", "between", "in", "with", "to", "regarding", "concerning", "about", "covering", "among", "against", "from", "under", "worth"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


@dataclass(slots=True)
class DocumentPhrase:
    """A document as a noun phrase: units `begin` to `end` (exclusive) of a sentence, head at `head`."""

    sentence: Sentence
    begin: int
    head: int
    end: int
    kind: str
    status: str | None = None
    verb: Unit | None = None
    subject: Unit | None = None
    count: int | None = None
    definite: bool = False
    between: list[Unit] = field(default_factory=list)

    @property
    def units(self) -> list[Unit]:
        return self.sentence.units[self.begin : self.end]


def _left(units: list[Unit], head: int) -> int:
    i = head
    while i > 0:
        before = units[i - 1]
        if before.kind in MODIFIER_KINDS:
            i -= 1
        elif before.text in ("-", "–", "$", "€", "£") or (before.text in ("'s", "’s") and i > 1 and units[i - 2].kind in ("country", "date", "city")):
            i -= 1
        elif before.kind == "date" and len(before.text) == 4:
            i -= 1
        elif before.kind == "word" and before.pos in (None, "word") and not (
            before.entry and (before.rows.keys() & {"seal", "halt", "light", "report", "discuss", "meet"}) and not before.is_capitalised
        ) and not (before.entry is None and before.low.endswith("ly")):
            i -= 1
        else:
            break
    while i < head and (units[i].text in ("-", "–", "'s", "’s") or units[i].kind == "person"):
        i += 1
    return i


def _right(units: list[Unit], head: int) -> int:
    """The position behind the phrase: its prepositional phrases, with lists in them, up to a verb, a date or a new clause."""
    i = head + 1
    n = len(units)
    while i < n:
        unit = units[i]
        if unit.low in GOES_ON or (i == head + 1 and unit.low == "that"):
            if unit.low in ("in", "to", "with", "from", "for", "under") and i + 1 < n and units[i + 1].kind in ("city", "date", "person"):
                break
            if unit.low == "that" or (unit.low in ("in", "with", "to", "for", "from") and i == head + 1 and unit.low != "for" and unit.low != "with" and unit.low != "to"):
                break
            i += 1
        elif unit.kind == "date" or unit.pos in ("rel", "sub", "aux", "modal", "pron") or unit.kind == "quotation":
            break
        elif unit.text == ",":
            j = i + 1
            listed = False
            while j < min(n, i + 8):
                if units[j].low == "and":
                    listed = units[j - 1].text == "," or j - i <= 4
                    break
                if units[j].pos in ("aux", "modal", "rel", "sub", "pron", "prep", "det") or units[j].kind in ("mark", "person", "role") and units[j].text != ",":
                    break
                j += 1
            if not listed:
                break
            i += 1
        elif unit.low in ("and", "or", "&"):
            following = units[i + 1] if i + 1 < n else None
            if following is None or following.pos in ("det", "pron", "aux", "modal", "adv", "poss") or following.get("document") or following.get("seal") or following.kind == "person" or following.get("report"):
                break
            i += 1
        elif unit.kind == "mark" and unit.text not in ("-", "–", "'", "’", "%", "$", "’s", "'s") and not (unit.text in ("(", ")")):
            break
        elif unit.kind == "word" and unit.entry and (unit.rows.keys() & {"report", "light", "meet"}) and unit.tenses & {"past", "s"}:
            break
        elif unit.kind == "word" and unit.entry and (unit.rows.keys() & {"seal", "halt"}) and unit.tenses & {"past", "part"}:
            break
        elif unit.pos == "prep" or unit.pos == "adv" or unit.kind in ("person", "role"):
            break
        elif i == head + 1:
            break
        else:
            i += 1
    while i > head + 1 and (units[i - 1].pos in ("prep", "det", "conj", "poss", "word") or units[i - 1].kind == "mark" and units[i - 1].text != ")" or units[i - 1].low in GOES_ON):
        i -= 1
    return i


def _governing(units: list[Unit], begin: int, head: int, end: int) -> tuple[int, str] | None:
    """The verb that says what is done to the document, with its value: before it ("signed a treaty"), or behind ("was signed")."""
    for i in range(begin - 1, max(-1, begin - 16), -1):
        unit = units[i]
        row = unit.get("seal") or unit.get("halt")
        if row is not None and unit.kind == "word" and unit.tenses:
            if unit.get("seal") and any(u.get("document") for u in units[i + 1 : begin]) and not _listed(units[i + 1 : begin]):
                return None
            return i, row["value"]
        if unit.low == "signing" or unit.low == "signature":
            return i, "signed"
        if unit.text in (";", ":") or unit.pos in ("rel", "sub"):
            break
        if unit.text == "," and not _listed(units[i + 1 : begin]) and i < begin - 3:
            break
    for i in range(end, min(len(units), end + 10)):
        unit = units[i]
        row = unit.get("seal") or unit.get("halt")
        if row is not None and unit.kind == "word" and unit.tenses & {"past", "part"}:
            passive = any(u.low in BE for u in units[max(end, i - 3) : i])
            if passive or i <= end + 1:
                return i, row["value"]
            return None
        if unit.text in (";", ".") or unit.kind == "quotation":
            break
    return None


def _listed(units: list[Unit]) -> bool:
    return any(u.low in ("and", ",") for u in units) or any(u.get("document") for u in units)


def _modality(units: list[Unit], verb: int, status: str) -> str:
    """The status with what stands before the verb: "failed to sign" is proposed, "will sign" planned, "could sign" proposed."""
    low = {u.low for u in units[max(0, verb - 6) : verb]}
    near = {u.low for u in units[max(0, verb - 3) : verb]}
    if low & FAILED or any(u.pos == "neg" for u in units[max(0, verb - 4) : verb]):
        return "proposed"
    if units[verb].entry and "part" in units[verb].tenses and near & {"been", "was", "were", "has", "have"} and "be" not in near:  # type: ignore[union-attr]
        return status
    if low & FUTURE:
        return "planned"
    if near & {"to"} and not near & {"agreed"}:
        return "planned" if status in ("signed", "adopted", "issued") else status
    if near & TENTATIVE:
        return "proposed"
    return status


def find_documents(sentence: Sentence) -> list[DocumentPhrase]:
    """The document phrases of a sentence in order."""
    units = sentence.units
    found: list[DocumentPhrase] = []
    for head, unit in enumerate(units):
        row = unit.get("document")
        if row is None or unit.kind != "word" or (found and head < found[-1].end and not unit.is_capitalised):
            continue
        begin, end = _left(units, head), _right(units, head)
        phrase = DocumentPhrase(sentence, begin, head, end, row["kind"])
        before = units[begin - 1] if begin else None
        phrase.definite = before is not None and before.low in ("the", "this", "that", "their", "its", "these", "both")
        governing = _governing(units, begin, head, end)
        if governing is not None:
            verb, value = governing
            phrase.verb = units[verb]
            phrase.status = _modality(units, verb, value)
            at = subject_before(units, verb)
            phrase.subject = units[at] if at is not None else None
        for i in range(begin, head):
            if units[i].kind in ("number", "word") and units[i].low in COUNTS:
                phrase.count = COUNTS[units[i].low]
            elif units[i].kind == "number" and units[i].text.isdigit() and int(units[i].text) < 500 and unit.entry and unit.entry.number == "p":
                phrase.count = int(units[i].text)
        phrase.between = [u for u in units[begin:end] if u.kind in ("country", "national") and u.countries]
        found.append(phrase)
    return found


COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
          "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}  # fmt: skip
