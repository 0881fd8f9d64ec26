"""Subjects: who does what a verb says, found from the verb by the shapes of a news sentence.

Unlike clauses.subject_before, which wants a mention, these also find a common noun ("voters said"), so that nobody else is taken
for the subject.
"""

from __future__ import annotations

from summitdb.extract.clause_shapes import SUBJECT_PRONOUNS, is_verbal
from summitdb.extract.clauses import is_mention
from summitdb.extract.units import POSSESSIVES, Unit

PAPERS = frozenset(
    {"statement", "letter", "memo", "email", "e-mail", "message", "tweet", "post", "release", "communique", "note"}
)
PAUSES = frozenset({",", "—", "–", "--", "-", ")", "("})
DASHES = frozenset({"—", "–", "--"})
BREAKS = frozenset({";", ":"})
LINKING = frozenset({"of", "and", "the", "for", "on", "from", "at", "with", "-", "&"})  # in what stands behind a name
REACH = 70
CLAUSAL = frozenset({"as", "after", "before", "since", "until", "than"})
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who", "one", "both", "others", "some", "many", "neither"})
PLACES = frozenset({"city", "region", "country", "name", "organization"})


def is_head(unit: Unit) -> bool:
    """Whether a unit can be the head of a subject: somebody, a name, or a common noun."""
    if is_mention(unit) or unit.kind in ("name", "national", "city") or unit.low in PRONOUNS:
        return True
    return unit.kind == "word" and unit.pos in (None, "word") and unit.low[0].isalpha() and not is_verbal(unit)


def phrase_start(units: list[Unit], i: int, begin: int = 0) -> int:
    """The first unit of the noun phrase whose head is at `i`: determiner, adjectives, "Mr Hargrove's"."""
    j = i
    while j > begin:
        before = units[j - 1]
        if before.text in POSSESSIVES and j - 1 > begin:
            j -= 2
        elif before.kind == "body" and j == i and (units[i].kind == "role" or units[i].low in PAPERS):
            j -= 1  # "the Congress leader"
        elif before.pos in ("det", "poss") or before.kind in ("national", "number", "city", "region", "organization", "name"):
            j -= 1
        elif before.low == "of" and j - 2 >= begin and j < i and units[j].kind in PLACES and units[j - 2].is_capitalised:
            j -= 2  # "University of Toledo political scientist"
        elif before.text == "-" or (before.kind == "word" and before.pos in (None, "word") and not is_verbal(before)):
            j -= 1
        elif before.pos == "adv" and "modifier" in before.rows:  # "the second protester"
            j -= 1
        else:
            break
    return j


def is_apposed(units: list[Unit], i: int, begin: int) -> int | None:
    """The position of the name to which the phrase ending at `i` stands in apposition: "Dale Hargrove, the nominee,"."""
    start = phrase_start(units, i, begin)
    j = start - 1
    while j - 1 >= begin and j > 0 and units[j].text in PAUSES:
        if units[j - 1].kind == "number" and j - 2 > begin:
            j -= 2
            continue
        return j - 1 if units[j - 1].kind in ("person", "name") and not _is_governed(units, j - 1, begin) else None
    return None


def _is_governed(units: list[Unit], i: int, begin: int) -> bool:
    start = phrase_start(units, i, begin)
    return start > begin and (units[start - 1].pos == "prep" or units[start - 1].low == "to")


def subject_of(units: list[Unit], verb: int, begin: int = 0) -> int | None:
    """The position of the head of the subject of the verb at `verb`, not before `begin`; None where no shape fits.

    "Hargrove has always said", "Hargrove, who lost, said", "Hargrove on Monday said", "Hargrove shrugged and said".
    """
    begin = max(begin, verb - REACH)
    if "ing" in units[verb].tenses and (paper := _paper_before(units, verb, begin)) is not None:
        return paper
    if "ing" in units[verb].tenses and verb > begin + 1 and units[verb - 2].low == "with" and is_mention(units[verb - 1]):
        return verb - 1  # "..., with both sides expressing hope that"
    if "ing" in units[verb].tenses or (verb > begin and units[verb - 1].low == "to"):
        for k in range(verb - 1, begin, -1):
            if "report" in units[k].rows and units[k].tenses & {"past", "s"} and "nounlike" not in units[k].rows:
                return subject_of(units, k, begin)
        if begin and verb > begin and units[verb - 1].text in PAUSES:
            return None  # "..., vowing to": its subject stands before what was read
        begin = next((k + 1 for k in range(verb - 1, begin, -1) if units[k].text in BREAKS), begin)
        comma = _next_pause(units, verb, min(len(units), verb + REACH)) if verb == begin else None
        return first_subject(units, begin, verb) if comma is None else first_subject(units, comma + 1, min(len(units), comma + 8))
    i = verb - 1
    while i >= begin:
        unit = units[i]
        if unit.kind == "date" and i - 1 > begin and units[i - 1].low == "on" and is_mention(units[i - 2]):
            i -= 2  # "the prime minister on Monday said"
        elif unit.pos in ("adv", "aux", "modal", "neg") or unit.text in ("'d", "'ve") or unit.kind == "date":
            i -= 1
        elif unit.pos == "rel":
            return _antecedent(units, i, begin)
        elif unit.text in PAUSES:
            return _over_pause(units, i, begin, verb)
        elif unit.low in ("and", "but", "or", "then") or unit.kind == "quotation":
            said = _said_above(units, i, begin) if verb == i + 1 else None
            return subject_of(units, said, begin) if said is not None else first_subject(units, begin, i)
        elif unit.low in SUBJECT_PRONOUNS:
            return i
        elif unit.is_capitalised and (person := _of_institution(units, i, begin)) is not None:
            return person
        elif is_head(unit) or unit.kind in ("number", "quantity", "region"):
            if unit.kind == "person" and i > begin and (_is_plural(units[i - 1]) or _is_titled(units, i, begin)):
                return i  # "the spokeswoman for women Sandra Gidding said"
            start = phrase_start(units, i, begin)
            before = units[start - 1] if start > begin else None
            clausal = before is not None and before.low in CLAUSAL and all(u.pos in ("adv", "aux") for u in units[i + 1 : verb])
            apposed = (
                is_apposed(units, i, begin) if before is not None and before.text == "," and units[start].low == "the" else None
            )
            if apposed is not None and phrase_start(units, apposed, begin) == begin:
                return apposed  # "Glen Hollis, the second protester said"
            if before is None or before.pos != "prep" or clausal:
                if before is not None and before.kind in ("role", "body") and not is_mention(unit):
                    return start - 1  # "an official close to the talks said"
                if before is not None and is_verbal(before) and before.pos != "aux":
                    return first_subject(units, begin, start)
                return i
            i = start - 2
            if before.low == "of" and i >= begin and is_mention(units[i]):
                return _spokesman_of(units, i, begin)
        else:
            return first_subject(units, begin, i)
    return None


def _of_institution(units: list[Unit], i: int, begin: int) -> int | None:
    """The person whose institution ends at `i`: "Ed Farrow of Lowell University's Press and Policy Center said"."""
    if units[i].kind == "person":
        return None
    while i > begin and (units[i].is_capitalised or units[i].text in POSSESSIVES or units[i].low in LINKING):
        if units[i - 1].kind == "person":
            return _spokesman_of(units, i - 1, begin) if units[i].low in ("of", "from", "at", "with") else None
        i -= 1
    return None


def _is_plural(unit: Unit) -> bool:
    """Whether a common noun in the plural, no title, stands there: "women", "schools"."""
    common = unit.kind == "word" and unit.pos in (None, "word") and unit.text.islower() and not unit.tenses
    return common and unit.low.endswith(("s", "men")) and "occupation" not in unit.rows


def _spokesman_of(units: list[Unit], i: int, begin: int) -> int:
    """Who speaks for the person at `i`, if anybody does: "a spokesman for President Hargrove of Chad said"."""
    return i - 2 if i - 2 >= begin and units[i - 1].low == "for" and units[i - 2].kind == "role" else i


def _is_titled(units: list[Unit], i: int, begin: int) -> bool:
    """Whether an office and its country stand right before the name at `i`: "Leader of the republic of Transnistria Ion Rusu"."""
    if units[i - 1].kind not in ("country", "region", "organization", "body"):
        return False
    for k in range(i - 2, max(begin, i - 9) - 1, -1):
        if units[k].kind == "role":
            return units[k + 1].low in ("of", "for") and not units[k].people
        if units[k].kind == "mark" or units[k].tenses:
            return False
    return False


def _said_above(units: list[Unit], i: int, begin: int) -> int | None:
    """The last verb of speech before the conjunction at `i`, whose subject goes on: "X's Ana Lima said ..., and added"."""
    for k in range(i - 1, begin, -1):
        row = units[k].rows.get("report")
        if row is not None and "past" in units[k].tenses and units[k].low in ("said", "told", "added", "noted", "stressed"):
            return k
    return None


def _paper_before(units: list[Unit], verb: int, begin: int) -> int | None:
    """The paper of which a participle tells what it says: "released a statement from Hargrove saying"."""
    issued = False
    for k in range(verb - 1, max(begin, verb - 7) - 1, -1):
        if units[k].low in PAPERS:
            return k if issued else None
        issued = issued or units[k].low in ("from", "by")
        if units[k].kind in ("mark", "quotation") and units[k].text not in POSSESSIVES:
            return None
        if units[k].tenses & {"past", "s"}:
            return None
    return None


def _antecedent(units: list[Unit], rel: int, begin: int) -> int | None:
    """Whom "who" means: the phrase before it, a comma apart or not."""
    i = rel - 1
    while i >= begin and units[i].text in PAUSES:
        if units[i].text == ")":
            i = next((k for k in range(i, begin, -1) if units[k].text == "("), i)
        i -= 1
    return i if i >= begin and is_head(units[i]) else None


def _over_pause(units: list[Unit], comma: int, begin: int, verb: int) -> int | None:
    """The subject before what stands between commas: an apposition, "who lost the race", "speaking to reporters", an age."""
    j = comma - 1
    closing = units[comma].text == ")"
    if j > begin + 2 and units[j - 1].low in ("of", "from") and units[j - 2].kind == "person":
        j -= 2  # "Senator Dianne Feldstein of California, shot back"
    if (
        j > begin + 1
        and units[j].kind == "person"
        and units[j - 1].text in PAUSES
        and units[j - 2].kind not in ("person", "quotation")
    ):
        return j  # "a spokesman for the party, Vince Tolliver, said"
    if j > begin + 1 and units[j].kind == "person" and units[j - 1].text == "," and _is_governed(units, j - 2, begin):
        return j
    while j > begin:
        opens = units[j].text == "(" if closing else units[j].text in (DASHES if units[comma].text in DASHES else PAUSES)
        head = j - 1
        if opens and _is_governed(units, head, begin):
            owner = phrase_start(units, head, begin) - 2
            head = owner if owner >= begin and units[owner].kind in ("person", "role") and units[owner + 1].low != "to" else head
        if opens and is_head(units[head]) and not _is_governed(units, head, begin):
            return is_apposed(units, head, begin) if is_apposed(units, head, begin) is not None else head
        if units[j].text in BREAKS or units[j].kind == "quotation":
            break
        j -= 1
    return first_subject(units, begin, verb)


def first_subject(units: list[Unit], begin: int, end: int) -> int | None:
    """The first head from `begin` on that depends on nothing: behind "On Monday,", "Asked about it,", "But"."""
    i = begin + 2 * (begin + 2 < end and units[begin].kind == "city" and units[begin + 1].text == ":")  # "New Delhi: The"
    while i < end:
        unit = units[i]
        if unit.pos in ("prep", "sub") or unit.low in ("asked", "according to", "according", "given") or "ing" in unit.tenses:
            stop = _next_pause(units, i, end)
            if stop is None and unit.pos != "prep":
                return None
            if stop is None:
                i = _behind_phrase(units, i, end)
                continue
            i = stop + 1
            continue
        if is_head(unit) and not (i + 1 < len(units) and units[i + 1].text in POSSESSIVES):
            head = _head_of(units, i, end)
            named = (
                head + 3 < len(units) and units[head + 1].text == units[head + 3].text == "," and units[head + 2].kind == "person"
            )
            return head + 2 if named else head  # "His strategist, Vince Tolliver, was blunt"
        i += 1
    return None


def _next_pause(units: list[Unit], i: int, end: int) -> int | None:
    return next((j for j in range(i, end) if units[j].text == ","), None)


def _behind_phrase(units: list[Unit], prep: int, end: int) -> int:
    i = prep + 1
    while i < end and not (is_mention(units[i]) or units[i].kind in ("name", "date", "number", "city")):
        if units[i].kind == "word" and units[i].pos is None:
            break
        i += 1
    return i + 1


def _head_of(units: list[Unit], i: int, end: int) -> int:
    """The last word of the noun phrase that begins at `i`: "the real estate mogul"."""
    while i + 1 < end and not is_mention(units[i]) and is_head(units[i + 1]):
        i += 1
    return i
