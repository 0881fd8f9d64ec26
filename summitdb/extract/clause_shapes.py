"""Shapes of clauses: whether a row of units is a clause with a subject and a finite verb, and where a reported one ends."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention, is_negated
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words
from summitdb.gazetteer.vocabulary import vocabulary

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'re", "’re"})
NONFINITE = frozenset({"be", "been", "being", "having"})
SUBJECTS = frozenset({"person", "country", "group", "organization", "body", "role"})
SHORT = frozenset({"'re", "’re", "'ll", "’ll", "'ve", "’ve", "'m", "’m", "'d", "’d"})
SUBJECT_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "there", "who", "this", "that", "these", "those"})
PERSONAL = frozenset({"he", "she", "they", "it", "we", "i", "you", "who"})
CONTROL = frozenset({
    "agreed", "decided", "refused", "failed", "hoped", "planned", "continued", "sought", "intended", "tried", "managed", "needed",
    "wanted", "promised", "threatened", "tended", "used", "pledged", "vowed", "offered", "declined", "struggled", "chose",
})  # fmt: skip
# Before "to" and a verb of speech: it was said in fact ("went on to say", "so far as to warn", "continued to insist").
DONE = frozenset({"on", "as", "continued", "continues", "proceeded", "hastened", "went on", "goes on", "rushed"})
COMING = frozenset({"emerged", "appeared", "came", "wrote", "phoned", "telephoned", "rang"})
# Said only where negated: "did not rule out that".
EXCLUDING = frozenset({"rule out", "exclude", "ruled out", "excluded"})
REACH = 120


def _first_word(unit: Unit) -> tuple[str, str | None, frozenset[str]]:
    """A word with its closed class and tenses; of a phrase that is a cue as a whole ("is willing", "plans to") the first word."""
    if " " in unit.low and not unit.tenses:
        low = unit.low.split(" ", 1)[0]
        entry = vocabulary().lookup(low)
        return (low, entry.pos, entry.tenses) if entry else (low, None, unit.tenses)
    return unit.low, unit.pos, unit.tenses


def is_finite_at(units: list[Unit], k: int) -> bool:
    """Whether the word at `k` is the finite verb of a clause: "wanted a branch", "is", "remains"; not "a drone called Hawk"."""
    unit = units[k]
    if unit.low in SHORT:
        return True
    if unit.kind != "word":
        return False
    low, pos, tenses = _first_word(unit)
    if pos in ("aux", "modal"):
        return low not in NONFINITE
    before = _before_parenthesis(units, k)
    if before is None or before.low == "to":
        return False
    if before.pos in ("det", "poss", "prep", "sub"):
        past = "past" in tenses or low.endswith("ed")
        return before.low in ("this", "that") and past and _takes_object(units, k)  # "this forced Chad to act"
    subject = before.low in SUBJECT_PRONOUNS or before.kind in SUBJECTS or (before.kind == "city" and bool(before.countries))
    if low.endswith("ed") and low.startswith("un"):
        return False  # "citing unnamed sources"
    if "past" in tenses or (low.endswith("ed") and not unit.rows):
        if subject or ("part" not in tenses and not low.endswith("ed")) or " " in unit.low:
            return True
        if before.low.endswith("ly") and not unit.rows:
            return True
        if before.kind == "national" and before.low.endswith("s"):
            return k + 1 < len(units) and units[k + 1].low != "by"  # "five Americans walked past"
        return (before.kind in ("word", "name", "number", "date", "city") or before.text in (")", ",")) and _takes_object(
            units, k
        )
    if "s" in tenses:
        if "nounlike" in unit.rows or "meeting" in unit.rows:  # "GCC states", "holding talks"
            return before.kind == "person" or before.low in SUBJECT_PRONOUNS or (subject and governs(units, k))
        adjective = before.kind == "word" and before.low.endswith(ADJECTIVAL)  # "emerging issues", "national plans"
        return subject or (before.pos != "word" and before.kind in ("word", "name") and not adjective)
    if (
        not unit.rows
        and low.endswith("s")
        and not before.low.endswith("s")
        and before.kind in ("word", "name")
        and before.pos is None
    ):
        following = units[k + 1] if k + 1 < len(units) else before
        relative = following.low == "that" and before.low.endswith(ADJECTIVAL)  # "the democratic values that"
        return not relative and (following.pos in ("det", "poss", "pron") or following.low in ("more", "less", "that"))
    if subject and low.endswith("s") and pos is None and governs(units, k):
        return True  # "China views its ties"
    if not unit.rows and pos is None and before.low in PERSONAL:
        return not low.endswith(("ing", "ly", "self", "selves"))  # "they oversaw": a verb nobody knows
    if not unit.rows and pos is None and _is_plural_noun(units, k - 1) and k + 1 < len(units):
        following = units[k + 1]  # "the cuts pose no risk": a word nobody knows, between a plural and an object
        return following.pos in ("det", "poss") or following.low in ("no", "it", "them")
    return "base" in tenses and _is_plural(units, k - 1)


def governs(units: list[Unit], k: int) -> bool:
    """Whether a determiner follows, so that a word in -s is a verb and no noun: "Chad supports the plan"."""
    return k + 1 < len(units) and (units[k + 1].pos in ("det", "poss") or units[k + 1].low == "that")


def _before_parenthesis(units: list[Unit], k: int) -> Unit | None:
    """The unit before the word at `k`, behind which a parenthesis may stand: "the Union (EAEU) met"."""
    if k > 3 and units[k - 1].text == ")":
        opening = next((i for i in range(k - 2, max(0, k - 6), -1) if units[i].text == "("), None)
        return units[opening - 1] if opening is not None else units[k - 1]
    return units[k - 1] if k else None


def _is_plural(units: list[Unit], i: int) -> bool:
    """Whether a subject that ends at `i` takes a verb without an s: "they agree", "both states want", "Chad and Mali agree"."""
    unit = units[i]
    if unit.low in ("they", "we", "i", "you", "who", "these", "those") or unit.kind == "group" or unit.low.endswith("s"):
        return unit.low not in ("this", "his", "its")
    several = unit.role is not None and unit.role.plural
    return several or (unit.kind in ("person", "country") and i > 1 and units[i - 1].low == "and")


def _is_plural_noun(units: list[Unit], i: int) -> bool:
    unit = units[i]
    determined = i > 0 and units[i - 1].pos in ("det", "poss")
    plain = unit.kind == "word" and unit.pos is None and (determined or not unit.tenses)
    return plain and unit.low.endswith("s") and not unit.low.endswith(("ss", "us", "is"))


ADJECTIVAL = ("ing", "al", "ive", "ous", "ic", "ful", "able", "ible", "less")
# Words behind a participle that say where or when: "the plan announced overnight".
ADVERBIAL = frozenset(
    {"overnight", "abroad", "overseas", "worldwide", "together", "alone", "home", "elsewhere", "earlier", "later"}
)


def _takes_object(units: list[Unit], k: int) -> bool:
    """Whether an object follows, so that a word in -ed is a verb in the past and no participle. No participle either is a verb
    that takes none: "the talks ended in failure"."""
    following = units[k + 1] if k + 1 < len(units) else None
    if following is None or units[k].low in words("statement", "intransitive"):
        return True
    if following.low == "to":
        return units[k].low in CONTROL
    if following.low.endswith("ly") and k + 2 < len(units) and units[k + 2].kind in ("number", "quantity"):
        return True  # "moved barely 130,000 tonnes"
    plain = following.kind == "word" and following.pos in (None, "word") and following.text.islower()
    if plain and not following.tenses & {"past", "s"}:
        return not following.low.endswith("ly") and following.low not in ADVERBIAL  # "followed ongoing consultations"
    return following.pos in ("det", "poss", "pron", "adv") or following.low in ("that", "no") or following.kind in (
        "person", "country", "role", "organization", "number", "quantity", "name", "body", "group", "date", "national",
    )  # fmt: skip


def is_verbal(unit: Unit) -> bool:
    """Whether a unit begins with a verb or an auxiliary that can be finite: "went", "is willing", "will"."""
    _, pos, tenses = _first_word(unit)
    return pos in ("aux", "modal") or ("past" in tenses and "base" not in tenses and "nounlike" not in unit.rows)


def is_clause(units: list[Unit], begin: int, end: int) -> bool:
    """Whether units `begin` to `end` are a clause: a subject, then its finite verb, beside those of the clauses inside it."""
    while begin < end and units[begin].pos == "conj":
        begin += 1
    i = _behind_adverbial(units, begin, end)
    if i >= end or units[i].low == "to" or units[i].pos in ("prep", "conj", "rel"):
        return False
    owed = 1
    k = i + 1
    end = min(end, i + REACH)
    if "ing" in units[i].tenses or units[i].low.endswith("ing"):  # "withdrawing the decree is too little"
        if k >= end or units[k].pos in ("prep", "sub", "conj") or units[k].low == "to" or units[k].kind == "mark":
            return False  # "speaking as the debate began"
        end = next((j for j in range(k, end) if units[j].text == ","), end)
    while k < end:
        unit = units[k]
        if unit.low == "because" and k + 1 < end and units[k + 1].low == "of":
            pass
        elif unit.pos in ("rel", "sub") or unit.low in ("that", "which", "who", "whose", "where"):
            owed += 1
        elif is_finite_at(units, k) and units[k - 1].low not in ("and", "or"):  # "confirmed his visit and is to meet"
            owed -= 1
            if owed == 0:
                return True
            while k + 1 < end and (units[k + 1].pos in ("aux", "modal", "adv", "neg") or units[k + 1].tenses & {"part"}):
                k += 1
        k += 1
    return False


def is_existential(units: list[Unit], i: int) -> bool:
    """Whether "there" at `i` opens a clause: "there were no plans", "there has been"."""
    return units[i].low == "there" and i + 1 < len(units) and units[i + 1].pos in ("aux", "modal")


def _behind_adverbial(units: list[Unit], begin: int, end: int) -> int:
    """Behind "despite an offer of troops,", "if it rains,", "in a statement,"."""
    i = begin
    while i < end and units[i].pos == "adv" and not is_existential(units, i):
        i += 1
    for _ in range(4):  # "On Monday, in Tashkent, after the talks,"
        if i >= end or not (units[i].pos in ("prep", "sub") or "ing" in units[i].tenses):
            break
        comma = next((j for j in range(i, min(end, i + 30)) if units[j].text == ","), None)
        if comma is None:
            break
        i = comma + 1
    return i


def is_report_verb(units: list[Unit], verb: int) -> bool:
    """Whether the reporting word at `verb` is the verb of a clause: "he said", "saying"; not "the proposed", "was announced"."""
    unit = units[verb]
    if not unit.tenses or "report" not in unit.rows or unit.kind != "word":
        return False
    if is_negated(units, verb) or unit.low in EXCLUDING:
        return is_negated(units, verb) and unit.low in EXCLUDING
    i = verb - 1
    while i >= 0 and units[i].pos == "adv":
        i -= 1
    before = units[i] if i >= 0 else None
    if before is not None and (before.pos == "modal" or before.low.endswith(("n't", "n’t"))):
        return False
    if before is not None and before.low == "to":  # "went on to say", "held a press conference to announce that"
        following = units[verb + 1] if verb + 1 < len(units) else None
        published = "medium" in units[i - 1].rows and following is not None and following.low == "that"
        came = unit.low == "say" and any(u.low in COMING for u in units[max(0, i - 4) : i])  # "emerged soon after to say"
        return i > 0 and (units[i - 1].low in DONE or published or came)
    passive = unit.tenses & {"past", "part"} and before is not None
    if passive and before is not None and (before.low in BE or before.pos in ("det", "poss", "prep", "word")):
        return False
    following = units[verb + 1] if verb + 1 < len(units) else None
    if following is not None and following.low == "by" and unit.low != "says":
        return False
    if "nounlike" in unit.rows:
        return before is not None and (is_mention(before) or before.low == "and")
    if "base" in unit.tenses and not unit.tenses & {"past"}:
        return before is not None and (before.kind in ("group", "country") or (before.role is not None and before.role.plural))
    return True


def clause_end(units: list[Unit], begin: int, finite: bool = True) -> int:
    """Where the reported clause that begins at `begin` ends: before another reporting verb of the same or another subject,
    before "but" with a verb of its own, at the sentence's end. `finite`: that it has a verb of its own, unlike an appeal."""
    n = len(units)
    i = begin
    while i < n:
        unit = units[i]
        if unit.text == ";":
            return i
        if (unit.text in (",", "—", "–", "--") or unit.low in ("and", "but", "while")) and _breaks(units, i, begin, finite):
            return i
        i += 1
    return trim(units, begin, n)[1]


def _breaks(units: list[Unit], i: int, begin: int, finite: bool) -> bool:
    """Whether another report or an adversative clause begins behind the comma or conjunction at `i`."""
    n = len(units)
    unit = units[i]
    j = i + 1
    while j < n and (units[j].low in ("and", "but", "also", "further", "while", "then") or units[j].pos == "adv"):
        j += 1
    if j >= n:
        return False
    following = units[j]
    tenses = {"past", "ing"} if units[j - 1].low not in ("but", "and") else {"past", "ing", "s"}
    if "report" in following.rows and following.kind == "word" and following.tenses & tenses and i > begin:
        if finite and unit.text == "," and "past" in following.tenses and not is_clause(units, begin, i):
            return False  # "an order, characterized by ..., is": a participle, or the verb of the clause itself
        return "nounlike" not in following.rows or unit.low == "and"
    if following.low in ("according", "according to") and unit.text == ",":
        return True
    if (unit.low == "but" or units[j - 1].low == "but") and (
        following.low in ("neither", "nobody") or following.pos == "aux" or "past" in following.tenses
    ):
        return True
    if unit.text == "," and following.low == "as" and j + 1 < n and units[j + 1].low in ("they", "both"):
        return True  # "..., as they agreed to meet again"
    if unit.low == "while" or units[j - 1].low == "while":
        if "ing" in following.tenses or following.low.endswith("ing"):
            return True
    k = j + 1
    while k < n and units[k].pos in ("adv", "aux") and k < j + 4:
        k += 1
    another = is_mention(following) and k < n and "report" in units[k].rows and is_report_verb(units, k)
    return another and (unit.low != "and" or i - begin > 2)  # not "said he and the minister agreed"


def trim(units: list[Unit], begin: int, end: int) -> tuple[int, int]:
    """The row without the punctuation around it."""
    while begin < end and (units[begin].kind == "mark" and units[begin].text not in ('"', "“", "'", "‘", "(", "$")):
        begin += 1
    while end > begin and units[end - 1].kind == "mark" and units[end - 1].text not in (")", "%", '"', "”", "'", "’"):
        end -= 1
    return begin, end
