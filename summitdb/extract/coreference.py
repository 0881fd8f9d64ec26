"""Who is meant: surnames, offices ("the Azerbaijani leader", "his counterpart") and pronouns resolved to persons.

Read in text order, as a reader does. A pronoun takes the subject of its own sentence, then the last sentence's, then whoever was
spoken of most lately, sex permitting; a role takes the latest person of that office and state.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from summitdb.extract.descriptions import RIVALS, note_traits, role_phrase
from summitdb.extract.discourse import Discourse
from summitdb.extract.finite import COMMAS, is_finite
from summitdb.extract.inverted import owns_next
from summitdb.extract.office_match import PRONOUNS
from summitdb.extract.people import Person
from summitdb.extract.sayers import closing_sayer, speaks
from summitdb.extract.units import Sentence, Unit

POSSESSING = frozenset({"his", "her"})
DEPENDENT = POSSESSING | {"him"}
CLAUSE_OPENERS = frozenset(
    {"that", "if", "whether", "because", "while", "when", "as", "since", "until", "although", "though", "where"}
)
REFERRING = PRONOUNS | RIVALS
# Units that refer to nobody.
SILENT = frozenset({"mark", "number", "date", "quantity", "quotation", "dateline"})


def _is_object(units: list[Unit], i: int) -> bool:
    """Whether the mention at `i` stands behind a preposition: "after talks with Putin"."""
    j = i - 1
    while j >= 0 and (units[j].pos in ("det", "poss") or units[j].kind in ("mark", "national")):
        j -= 1
    if j < 0 or units[j].pos != "prep":
        return False
    clausal = units[j].low in ("after", "before", "since", "until", "as")
    return not (clausal and i + 1 < len(units) and units[i + 1].tenses & {"past", "s"})


def _stands_free(units: list[Unit], i: int) -> bool:
    """Whether the mention at `i` can be a subject: it depends on no preposition and owns nothing."""
    return not _is_object(units, i) and not owns_next(units, i)


def _is_named_behind(units: list[Unit], i: int) -> bool:
    """Whether a name follows the office at `i` in its phrase: "Labor's spokesman on Home Affairs, John Faulk, says"."""
    for unit in units[i + 1 : i + 9]:
        if unit.kind == "person":
            return True
        if unit.pos in ("aux", "modal", "rel") or unit.tenses & {"past", "s"}:
            return False
    return False


def _clause_subject(units: list[Unit], i: int) -> Person | None:
    """Who is the subject of the side clause in which the possessive at `i` stands: "said that Bram would come on his ship",
    "met Bram, who was on her first visit"; None where it stands in the main clause."""
    for j in range(i - 1, 0, -1):
        unit, before = units[j], units[j - 1]
        if unit.text == ";" or unit.kind == "quotation":
            return None
        if unit.low == "who":
            owner = units[j - 2] if before.text in COMMAS and j > 1 else before
            return owner.people[0] if len(owner.people) == 1 else None
        if len(unit.people) == 1 and unit.kind in ("person", "role") and before.low in CLAUSE_OPENERS:
            behind = next((k for k in range(j + 1, i) if units[k].pos != "adv"), i)
            if behind < i and (units[behind].text in COMMAS or is_finite(units, behind)):
                return unit.people[0]
    return None


def main_clause(units: list[Unit]) -> int:
    """Where the main clause begins: behind "After Kerry spoke,", "Asked about his rival,", "Speaking to reporters,"; 0 where
    nothing goes before it."""
    first = next((unit for unit in units if unit.kind not in ("mark", "dateline") and unit.pos not in ("conj", "adv")), None)
    if first is None or not (first.pos in ("prep", "sub") or first.low in ("asked", "pressed") or "ing" in first.tenses):
        return 0
    return next((i for i, unit in enumerate(units) if unit.text == ","), 0)


def fronted_participle(units: list[Unit], begin: int) -> bool:
    """Whether what stands before the main clause, which begins at `begin`, has no subject of its own: "While answering a question
    when Voss could come, he said": he is not Voss."""
    first = next((unit for unit in units if unit.kind not in ("mark", "dateline")), None)
    if not begin or first is None:
        return False
    following = next((unit for unit in units[units.index(first) + 1 : begin]), first)
    opens = first.low in ("asked", "pressed") or "ing" in first.tenses or first.low.endswith("ing")
    return opens or (first.pos in ("prep", "sub") and (following.low.endswith("ing") or following.low == "asked"))


def leading_pair(sentences: list[Sentence]) -> tuple[str, ...]:
    """The two states that the article is about: named more often than any third; () where there are no such two."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for _, unit in sentence.named:
            if unit.kind in ("country", "national", "role", "person"):
                codes = [p.country for p in unit.people if p.country] or list(unit.countries[:2])
                for code in codes:
                    counts[code] += 2 if sentence.paragraph < 2 else 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] >= ranked[1][1]):
        return ()
    return (ranked[0][0], ranked[1][0])


def _refers(sentence: Sentence) -> bool:
    """Whether a sentence has a word that can mean a person: a pronoun, or a noun for what somebody is."""
    return not sentence.lows.isdisjoint(REFERRING) or bool(sentence.places("occupation") or sentence.places("partisan"))


def resolve(sentences: list[Sentence], everyone: list[Person], home: str | None = None) -> None:
    """Set `Unit.people` (and countries, through them) of every person, role and pronoun, in text order. `home` is the dateline's
    country, where "the host" is at home."""
    by_country: dict[str, list[Person]] = defaultdict(list)
    for known in everyone:
        if known.country:
            by_country[known.country].append(known)
    discourse = Discourse(home, leading_pair(sentences))
    for sentence in sentences:
        if sentence.role != "body":
            continue
        discourse.here = None
        discourse.before = tuple(discourse.countries)
        discourse.current = set()
        discourse.leading = discourse.first
        fallback: Person | None = None
        main: Person | None = None
        begin = main_clause(sentence.units)
        implied = fronted_participle(sentence.units, begin)
        unnamed = False
        for i, unit in sentence.known if _refers(sentence) else sentence.named:
            if unit.kind in SILENT:
                continue
            if unit.kind == "word" and unit.low not in PRONOUNS:
                person = discourse.described(sentence.units, i) if unit.rows else None
                if person is not None:
                    unit.people = (person,)
                    discourse.mention(person)
                continue
            found: tuple[Person, ...] = ()
            if unit.kind == "person":
                found = unit.people
                note_traits(found[0], sentence.units, i)
            elif unit.kind == "role" and unit.role is not None:
                if unit.role.apposed_to is not None:
                    found = unit.role.apposed_to.people
                elif unit.role.plural:
                    found = discourse.group(unit.role)
                    if not found:
                        discourse.officers(unit)
                else:
                    phrase = role_phrase(sentence.units, i)
                    unit.role.definite = unit.role.definite or phrase.definite
                    person = discourse.role(unit.role, by_country, phrase)
                    found = (person,) if person else ()
                    if person is None:
                        discourse.introduce(sentence.units, i)
                        free = main is None and i >= begin and _stands_free(sentence.units, i)
                        unnamed = unnamed or (free and not _is_named_behind(sentence.units, i))
                unit.people = found
            elif unit.kind == "group":
                discourse.states(unit)
            elif unit.kind == "body" and unit.entry is not None:
                discourse.institution(unit)
                discourse.abbreviate(sentence.units, i)
            elif unit.kind == "name" and unit.text in discourse.acronyms:
                full = discourse.acronyms[unit.text]
                unit.kind, unit.value, unit.countries = "body", full, full.countries
                unit.mean(full.entry)
                unit.pos = None
            elif unit.kind == "word":
                owner = _clause_subject(sentence.units, i) if unit.low in POSSESSING else None
                if discourse.here is None and speaks(sentence.units, i):
                    owner = discourse.sayer
                person = discourse.pronoun(unit.low, owner)
                found = (person,) if person else ()
                unit.people = found
            if unit.kind in ("country", "role") and unit.countries:
                discourse.name(unit.countries)
            elif unit.kind == "city" and unit.countries and not _is_object(sentence.units, i):
                discourse.current.update(unit.countries)  # "Moscow welcomed"
            for person in found:
                discourse.mention(person)
                if person.country:
                    discourse.name((person.country,))
            if len(found) == 1 and unit.low not in DEPENDENT:
                if fallback is None:
                    fallback = found[0]
                if _stands_free(sentence.units, i):
                    if main is None and i >= begin and not unnamed:
                        main = discourse.here = found[0]
                    if not (implied and i < begin):
                        discourse.here = discourse.here or found[0]
        discourse.sayer = closing_sayer(sentence)
        discourse.subject = discourse.sayer or main or discourse.here or fallback or discourse.subject
        discourse.nobody = unnamed if main is None else False
