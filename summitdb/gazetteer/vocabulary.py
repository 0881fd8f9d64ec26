"""The vocabulary of diplomacy: words and phrases with what they mean to the rules.

Each `data/en/vocabulary/<category>.tsv` holds one category: a `form` (lower case; a verb's base form in `verbs.tsv`) and its
columns. A phrase of several words is matched as a whole; its inflected forms are derived here.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct, field

from summitdb.gazetteer import tables
from summitdb.text.tokens import words_of


class Entry(Struct):
    """What one form means: a row per category. `number` is s, p or None; `tenses` are of base, s, past, part, ing; `pos` is the
    closed word class of a function word."""

    form: str
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    number: str | None = None
    tenses: frozenset[str] = frozenset()
    pos: str | None = None

    def get(self, category: str) -> dict[str, str] | None:
        return self.rows.get(category)


VOWELS = "aeiou"


def inflect(base: str, irregular: str = "") -> dict[str, frozenset[str]]:
    """The forms of a verb with their tenses. `irregular` is `past` or `past participle`, where not regular.

    "urge" gives urges, urged, urging; "plan" with its doubled n is listed as `planned`, from which "planning" follows. A last l
    is doubled in Britain and not in America: "travelled" and "traveled" are both forms of "travel".
    """
    past, _, participle = irregular.partition(" ")
    doubled = past.endswith("ed") and len(past) > 4 and past[-3] == past[-4] and not base.endswith(past[-3] * 2)
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if not past:
        if base.endswith("e"):
            past = base + "d"
        elif base.endswith("y") and base[-2] not in VOWELS:
            past = base[:-1] + "ied"
        else:
            past = base + "ed"
    if base.endswith("ie"):
        ing = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        ing = base[:-1] + "ing"
    elif doubled:
        ing = base + base[-1] + "ing"
    else:
        ing = base + "ing"
    if base.endswith(("set", "get", "put", "let", "win", "begin", "run", "cut")):
        ing = base + base[-1] + "ing"
    found: dict[str, set[str]] = {}
    for form, tense in ((base, "base"), (third, "s"), (past, "past"), (participle or past, "part"), (ing, "ing")):
        found.setdefault(form, set()).add(tense)
    if base.endswith("l") and (doubled or (base[-2] in VOWELS and base[-3] not in VOWELS and past == base + "ed")):
        for stem in (base, base + "l"):
            found.setdefault(stem + "ed", set()).update(("past", "part"))
            found.setdefault(stem + "ing", set()).add("ing")
    return {form: frozenset(tenses) for form, tenses in found.items()}


def plural(noun: str) -> str:
    """The plural of a noun phrase whose head is its last word, or the word before "of": "agreements", "heads of state"."""
    head, of, rest = noun.partition(" of ")
    words = head.split(" ")
    last = words[-1]
    if last.endswith(("s", "x", "ch", "sh")):
        last += "es"
    elif last.endswith("y") and last[-2:-1] not in VOWELS:
        last = last[:-1] + "ies"
    elif last.endswith("man"):
        last = last[:-3] + "men"
    else:
        last += "s"
    return " ".join((*words[:-1], last)) + of + rest


NOUN_CATEGORIES = ("meeting", "document", "corridor", "standing", "titles", "groups", "topics", "occupation")


Phrases = dict[str, list[tuple[int, list[str], Entry]]]


class Vocabulary:
    """All vocabulary. `index` gives by first word the phrases that begin with it, by their second word and longest first, as
    (number of words, further words, entry), and the entry of the word alone."""

    def __init__(self) -> None:
        self.index: dict[str, tuple[Phrases | None, Entry | None]] = {}
        self._all: dict[str, Entry] = {}
        folder = tables.DATA.joinpath("en/vocabulary")
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".tsv"):
                self._add_file(file.name[:-4])
        for row in tables.rows("en/offices.tsv"):
            self._add(row["form"], "office", row, "s")
            if row["plural"] and row["plural"] != row["form"]:
                self._add(row["plural"], "office", row, "p")
            for short in tables.several(row.get("abbreviation", "")):
                several = short.endswith("s") and short[:-1].isupper()  # "FMs"
                self._add(short.lower().rstrip("."), "office", row, "p" if several else "s")
        for row in tables.rows("en/bodies.tsv"):
            self._add(row["form"], "body", row, "s")
        for row in tables.rows("en/movements.tsv"):
            self._add(row["form"], "body", {**row, "kind": "movement"}, "s")
        for phrases, _ in self.index.values():
            for candidates in phrases.values() if phrases else ():
                candidates.sort(key=lambda candidate: -candidate[0])

    def _add_file(self, category: str) -> None:
        for row in tables.rows(f"en/vocabulary/{category}.tsv"):
            form = row["form"]
            if category == "verbs":
                words = form.split(" ")
                for inflected, tenses in inflect(words[0], row.get("irregular", "")).items():
                    self._add(" ".join((inflected, *words[1:])), row["class"], row, None, tenses)
            else:
                self._add(form, category, row, "s" if category in NOUN_CATEGORIES else None)
                if category in NOUN_CATEGORIES and row.get("plural") != "-":
                    self._add(row.get("plural") or plural(form), category, row, "p")

    def _add(
        self, form: str, category: str, row: dict[str, str], number: str | None, tenses: frozenset[str] = frozenset()
    ) -> None:
        words = words_of(form)
        key = " ".join(words)
        entry = self._all.get(key)
        if entry is None:
            entry = self._all[key] = Entry(form)
            phrases, single = self.index.get(words[0], (None, None))
            if len(words) == 1:
                single = entry
            else:
                phrases = phrases if phrases is not None else {}
                phrases.setdefault(words[1], []).append((len(words), words[1:], entry))
            self.index[words[0]] = (phrases, single)
        entry.rows.setdefault(category, row)
        if category == "closed":
            entry.pos = row["pos"]
        entry.number = entry.number or number
        entry.tenses |= tenses

    def lookup(self, form: str) -> Entry | None:
        """The entry of a form, whole."""
        return self._all.get(" ".join(words_of(form)))


@cache
def vocabulary() -> Vocabulary:
    """The English vocabulary."""
    return Vocabulary()


def meaning(form: str, category: str) -> dict[str, Any] | None:
    """The row that a category gives to a form, or None."""
    entry = vocabulary().lookup(form)
    return entry.get(category) if entry else None
