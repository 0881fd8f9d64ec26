"""Document phrases: "a memorandum of understanding on joint border patrols", with where each begins and ends."""

from __future__ import annotations

from msgspec import Struct, field

from summitdb.extract.document_bounds import HYPHENS, left, right
from summitdb.extract.document_clauses import clause
from summitdb.extract.sums import find_sum
from summitdb.extract.units import POSSESSIVES, Sentence, Unit
from summitdb.gazetteer.uses import words
from summitdb.text.numbers import parse_number

COMPOUNDS = words("document", "compound")
DEFINITE = words("document", "definite")
QUANTIFIERS = words("document", "quantifier")

# Kinds of documents that states issue together.
JOINT = frozenset({"joint_statement", "declaration"})

PLURALS = words("document", "plural")
MOST_DOCUMENTS = 500
LEND = frozenset(("lend", "lends", "lent", "lending"))
GIVE = (
    "provid", "grant", "give", "gave", "giving", "pledg", "promis", "donat", "allocat", "disburs", "award", "extend", "lend",
    "lent",
)  # fmt: skip


class DocumentPhrase(Struct):
    """A document as a noun phrase: units `begin` to `end` (exclusive) of a sentence, head at `head`; with the clause that says
    what it is for ("to build the plant") it goes to `stop`.

    `needs` tells what must be said of it to count: nothing for a treaty, a deed for a deal, a sum for a loan.
    """

    sentence: Sentence
    begin: int
    head: int
    end: int
    stop: int
    kind: str
    needs: str = ""
    count: int | None = None
    several: bool = False
    definite: bool = False
    parts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def units(self) -> list[Unit]:
        return self.sentence.units[self.begin : self.end]

    @property
    def noun(self) -> Unit:
        return self.sentence.units[self.head]

    @property
    def plural(self) -> bool:
        return self.count is not None or _is_plural(self.noun)


def _parts(units: list[Unit], head: int, count: int | None) -> list[tuple[int, int]]:
    """The subjects of documents told apart: "two memorandums, on trade and on sport" gives the two stretches after "on"."""
    if count is None or head + 3 >= len(units):
        return []
    i = head + 1 + (units[head + 1].text == ",")
    if units[i].low != "on":
        return []
    found: list[tuple[int, int]] = []
    begin = i
    for j in range(i + 1, len(units) + 1):
        closed = (
            j == len(units)
            or units[j].text in (".", ";", ")")
            or units[j].pos in ("aux", "rel", "sub")
            or units[j].kind in ("date", "quotation")
        )
        if closed or (units[j].low == "on" and units[j - 1].low in ("and", ",")):
            last = j
            while last > begin and (units[last - 1].low in ("and", ",")):
                last -= 1
            found.append((begin, last))
            begin = j
            if closed:
                break
    return found if len(found) == count else []


def _is_plural(unit: Unit) -> bool:
    return unit.entry is not None and (unit.entry.number == "p" or unit.low in PLURALS)


def _is_counted(units: list[Unit], head: int) -> bool:
    """ "three Memorandum of Understanding", not "the Start 2 accord"."""
    named = head > 1 and units[head - 2].kind == "name"
    return head > 0 and not named and parse_number(units[head - 1].low) is not None


def _is_joined(before: DocumentPhrase, units: list[Unit], head: int, begin: int) -> bool:
    """Whether a noun goes on with the bare one before it: "22 agreements and memorandums of understanding"."""
    if before.kind in (*JOINT, "loan_or_grant", "ceasefire"):
        return False
    bare = before.end == before.head + 1 or units[before.head + 1].text == "("  # "memoranda of understanding (MoUs)"
    if not bare and not before.several:
        return False
    between = [u.low for u in units[before.end : begin] if u.pos not in ("det", "poss")]
    return before.plural and _is_plural(units[head]) and between in (["and"], [","], [",", "and"], ["&"], ["as well as"])


def _is_no_document(units: list[Unit], head: int, begin: int) -> bool:
    """Whether the noun is no document: a verb ("to deal with"), part of a compound ("treaty talks"), denied ("no deal")."""
    unit = units[head]
    before = units[begin - 1] if begin else None
    after = units[head + 1] if head + 1 < len(units) else None
    if (
        unit.tenses
        and before is not None
        and (before.low == "to" or before.pos in ("modal", "pron") or before.kind in ("person", "role", "group"))
    ):
        return True
    if after is not None and (
        after.low in COMPOUNDS
        or after.get("document") is not None
        or (after.get("meeting") is not None and after.kind == "word" and not after.tenses)
    ):
        return after.low not in ("signed",)
    if after is not None and after.text in HYPHENS and unit.text != after.text and head + 2 < len(units):
        return True  # "treaty-level agreements"
    if unit.low in ("document", "documents") and (
        (head and units[head - 1].low == "ratification") or (after is not None and after.low in ("ratifying", "confirming"))
    ):
        return True
    if unit.low in ("deal", "deals") and (
        after is not None and after.low in ("with", "in") and begin == head and (before is None or before.pos != "det")
    ):
        return True
    if (before is not None and before.low in ("no", "any", "neither", "nor", "another")) or any(
        u.low in ("no", "any") for u in units[begin:head]
    ):
        return True
    return (
        before is not None
        and before.low in ("in", "of")
        and begin == head
        and unit.low in ("agreement", "accord", "understanding", "grant")
    )


def _lent(sentence: Sentence, verb: int) -> DocumentPhrase | None:
    """Money told by the verb that lends or gives it: "will lend Indonesia 150 mln dlrs", "agreed to lend 684 million dollars for
    the project", "promised to provide Chad 20 mln euros"."""
    units = sentence.units
    money = find_sum(units, verb + 1, verb + 8)
    if money is None or any((u.get("document") or {}).get("kind") == "loan_or_grant" for u in units[verb + 1 : money + 6]):
        return None
    if units[verb].low not in LEND and not any(unit.kind in ("country", "body") for unit in units[verb + 1 : money]):
        return None
    end = right(units, money)
    return DocumentPhrase(sentence, money, money, end, clause(units, end), "loan_or_grant")


def _stands_apart(unit: Unit, row: dict[str, str], known: DocumentPhrase) -> bool:
    """Whether a noun inside the phrase about another document is one of its own: "a deal on the Fishing Treaty"."""
    if unit.is_capitalised and known.needs:
        return row["needs"] != "sign"
    return known.needs == "exchange" and row["needs"] == "money"


def find_documents(sentence: Sentence) -> list[DocumentPhrase]:
    """The document phrases of a sentence in order."""
    units = sentence.units
    found: list[DocumentPhrase] = []
    for head in sorted({*sentence.places("document"), *sentence.places("give")}):
        unit = units[head]
        row = unit.rows.get("document")
        if row is None or unit.kind != "word" or (row["needs"] == "exchange" and row["kind"] == "other"):
            if unit.low.startswith(GIVE) and unit.tenses and unit.get("give"):
                loan = _lent(sentence, head)
                if loan is not None:
                    found.append(loan)
            continue
        if found and head < found[-1].end and not _stands_apart(unit, row, found[-1]):
            continue
        begin = left(units, head)
        if row["kind"] == "loan_or_grant" and units[begin - 1].low == "in" and begin > 2:  # "100 billion yen in loans"
            far = 6 if units[begin - 2].text == ")" else 2  # "50 billion yen ($473 million) in loans"
            money = find_sum(units, begin - far, begin - 1)
            begin = money if money is not None else begin
        elif (
            row["kind"] == "loan_or_grant"
            and begin > 3
            and units[begin - 2].low in ("as", "of")
            and units[begin - 1].pos == "det"
        ):
            money = find_sum(units, begin - 9, begin - 2)  # "392 million yen to India as a grant", "in the form of a loan"
            begin = money if money is not None else begin
        if _is_no_document(units, head, begin):
            continue
        end = right(units, head)
        if found and _is_joined(found[-1], units, head, begin):
            found[-1].several, found[-1].end, found[-1].stop = True, end, clause(units, end)
            continue
        phrase = DocumentPhrase(sentence, begin, head, end, clause(units, end), row["kind"], row["needs"])
        before = units[begin - 1] if begin else None
        dated = units[begin].kind == "date" and units[begin + 1].text in POSSESSIVES  # "Monday's agreement"
        if before is not None and begin > 1 and before.low in ("draft", "proposed", "planned"):
            before = units[begin - 2]  # "the draft treaty"
        first = units[begin] if units[begin].low in DEFINITE else before  # "all agreements"
        phrase.definite = dated or (first is not None and first.low in DEFINITE)
        for i in range(max(0, begin - 1), head):
            low = units[i].low
            number = parse_number(low) if units[i].kind in ("number", "name") or units[i].pos == "word" else None
            if number is not None and 1 < number < MOST_DOCUMENTS:
                phrase.count = int(number)
        if not _is_counted(units, head) and not _is_plural(unit) and phrase.kind != "package":
            phrase.count = None
        phrase.several = phrase.plural and any(u.low in QUANTIFIERS for u in units[max(0, begin - 3) : head])
        phrase.parts = _parts(units, head, phrase.count)
        found.append(phrase)
    return found
