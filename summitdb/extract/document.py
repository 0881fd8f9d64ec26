"""The analysed article: sentences of units with their persons resolved. All five extractors read this and nothing else."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from datetime import date
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct, field

from summitdb.articles.model import Article
from summitdb.extract import coreference
from summitdb.extract.home_states import settle_countries
from summitdb.extract.layers import Layers, Span
from summitdb.extract.name_runs import name_runs, titled_names
from summitdb.extract.people import People
from summitdb.extract.persons import find_persons
from summitdb.extract.phrases import bodies, groups, merge
from summitdb.extract.registration import link, register
from summitdb.extract.roles import roles
from summitdb.extract.units import ROWS, Sentence, Unit
from summitdb.gazetteer.names import Hit, find_names
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.text.dateline import Dateline, find_dateline
from summitdb.text.dates import find_dates
from summitdb.text.quantities import find_quantities
from summitdb.text.quotations import Quotation, find_quotations, is_scare
from summitdb.text.sentences import paragraphs, sentences
from summitdb.text.tokens import Tokens

if TYPE_CHECKING:
    from summitdb.extract.reading import Reader

# Nobody writes longer sentences, in units; what seems one (a table, text without full stops) is cut, so that what a rule
# does within a sentence never adds up.
LONGEST = 250


class Document(Struct, dict=True):
    """An article read: `sentences` are its narrative, in which each quotation of four words or more is one unit.

    `home` is the country of the dateline (where "here" is), `place` its city; `reference` the day that relative dates count from.
    """

    article: Article
    reference: date | None
    tokens: Tokens
    quotations: list[Quotation]
    layers: Layers
    dateline: Dateline | None
    people: People
    sentences: list[Sentence] = field(default_factory=list)
    place: Unit | None = None
    home: str | None = None
    telling: list[tuple[int, list[tuple[int, str]]]] | None = None
    listed: set[int] = field(default_factory=set)
    readers: dict[int, Reader] = field(default_factory=dict)
    _inner: dict[int, list[Unit]] = field(default_factory=dict)

    @property
    def body(self) -> str:
        return self.article.body

    @property
    def gathering(self) -> OrganizationEntry | None:
        """The organization whose gathering the article's lead tells of: its joint documents speak for it."""
        lead = list(islice((s for s in self.sentences if s.role == "body"), 2))
        for sentence in lead:
            if not any("meeting" in u.rows or "meet" in u.rows or "light" in u.rows for u in sentence.units):
                continue
            for unit in sentence.units:
                if unit.kind == "organization" and unit.organization is not None:
                    return unit.organization
                if unit.role is not None and unit.role.plural and unit.role.organization is not None:
                    return unit.role.organization
        return None

    @cached_property
    def scene(self) -> Unit | None:
        """The first mention of the one state that a domestic article is about, None where it names another half as often."""
        counts: Counter[str] = Counter()
        first: dict[str, Unit] = {}
        for sentence in self.sentences:
            for _, unit in sentence.named:
                if unit.kind in ("country", "national", "city") and unit.countries:
                    counts[unit.countries[0]] += 1
                    first.setdefault(unit.countries[0], unit)
        (code, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        return first[code] if most > 2 * second else None

    @cached_property
    def mentions(self) -> dict[int, list[tuple[list[Unit], int]]]:
        """Where the narrative names each person, by `id` of the person: rows of units with a position."""
        found: dict[int, list[tuple[list[Unit], int]]] = {}
        for sentence in self.sentences:
            for i, unit in sentence.named if sentence.role == "body" else ():
                for person in unit.people if unit.kind == "person" else ():
                    found.setdefault(id(person), []).append((sentence.units, i))
        return found

    def names_in(self, unit: Unit) -> list[Hit]:
        """The names of the gazetteer inside a unit of several words ("UN Secretary-General Mora")."""
        return [
            hit
            for i in range(unit.first, unit.last + 1)
            if (hit := self.layers.hits.get(i)) is not None and hit.last <= unit.last
        ]

    def inside(self, quotation: Quotation) -> list[Unit]:
        """The units of the quoted words: names and vocabulary; offices and persons are not looked for there."""
        if quotation.start not in self._inner:
            first, stop = self.tokens.at(quotation.start), self.tokens.at(quotation.end)
            units = self.layers.units(first, min(stop, first + 2 * LONGEST), narrative=False)
            self._inner[quotation.start] = name_runs(units)
        return self._inner[quotation.start]


def _chunk(sentence: Sentence, names: bool) -> None:
    """Merge the words of a sentence that stand for one thing: names, offices, institutions, persons, groups of states."""
    units = name_runs(sentence.units) if names else titled_names(sentence.units)
    if "office" in sentence.categories:
        units = roles(units)
    if "body" in sentence.categories:
        units = bodies(units)
    units = find_persons(units)
    sentence.settle(groups(units) if "groupnoun" in sentence.categories else units)


def _is_title_case(units: list[Unit]) -> bool:
    words = [unit for unit in units if unit.kind != "mark" and unit.pos not in ("prep", "det", "conj", "sub")]
    return len(words) > 2 and sum(unit.is_capitalised for unit in words) / len(words) > 0.6


def _mark_title(doc: Document) -> None:
    """Tell title and captions from the body: the first paragraph, and short ones before the text that end without a full stop."""
    title_end = len(doc.article.title or "")
    body_seen = False
    for sentence in doc.sentences:
        text = doc.body[sentence.start : sentence.end]
        if sentence.paragraph == 0 and doc.article.title and sentence.start < title_end:
            sentence.role = "title"
        elif not body_seen and text[-1:].isalnum() and len(text) < 160:
            sentence.role = "caption"
            if doc.place is None and len(sentence.units) == 1 and sentence.units[0].kind == "city":
                doc.place = sentence.units[0]  # a line that has nothing but the city the article was filed from
                doc.home = doc.home or (doc.place.city.code if doc.place.city else None)
        else:
            body_seen = True
    if not body_seen:
        for sentence in doc.sentences:
            sentence.role = "body"


def _set_dateline(doc: Document, sentence: Sentence) -> None:
    """Take the dateline out of its sentence as one unit of kind `dateline`; its place is where "here" is."""
    line = doc.dateline
    if line is None or not sentence.start <= line.start < sentence.end:
        return
    inside = [unit for unit in sentence.units if line.start <= unit.start < line.end]
    if not inside:
        return
    if doc.body[: line.end].rstrip().endswith(":") and not any(unit.kind in ("city", "country") for unit in inside):
        doc.dateline = None  # "Lavrov: talks go on"
        return
    for unit in inside:
        if unit.kind in ("city", "country"):
            doc.place = doc.place or unit
            if doc.home is None or unit.kind == "country":
                doc.home = unit.city.code if unit.city else unit.countries[0] if unit.countries else doc.home
    first = sentence.units.index(inside[0])
    sentence.units[first : first + len(inside)] = [merge(inside, "dateline")]
    sentence.units[first].countries = ()


def analyse(article: Article, reference: date | None = None) -> Document:
    """Read an article: quotations, sentences, units, persons, and who is meant by whom. Pure and linear in the text's length."""
    body = article.body
    tokens = Tokens(body)
    quotations = [q for q in find_quotations(body) if q.level == 0]
    opaque = [q for q in quotations if not is_scare(body, q)]
    # The marks of scare quotes are left out: "a 'dialogue partner' of the organization" reads as without them.
    scare = {
        mark for q in quotations if is_scare(body, q) for mark in (*range(q.outer_start, q.start), *range(q.end, q.outer_end))
    }
    published_on = article.published_on or reference
    spans = [Span(d.start, d.end, "date", d) for d in find_dates(body, published_on)]
    spans += [Span(q.start, q.end, "quantity", q) for q in find_quantities(body)]
    layers = Layers(
        body, tokens, find_names(body, tokens), spans, [Span(q.outer_start, q.outer_end, "quotation", q) for q in opaque]
    )
    doc = Document(article, reference, tokens, quotations, layers, find_dateline(body), People(published_on))
    outer = sorted((q.outer_start, q.outer_end) for q in opaque)
    if doc.dateline is not None:  # "BISHKEK. Sept 6 (Interfax) -" is no sentence
        insort(outer, (doc.dateline.start, doc.dateline.end))
    at = 0
    for number, (start, end) in enumerate(paragraphs(body)):
        quoted = outer[bisect_left(outer, (start, 0)) : bisect_left(outer, (end, 0))]
        for begin, stop in sentences(body, start, end, quoted):
            units = layers.units(tokens.at(begin), tokens.at(stop))
            if scare:
                units = [unit for unit in units if unit.kind != "mark" or unit.start not in scare]
            for cut in range(0, len(units), LONGEST):
                piece = units[cut : cut + LONGEST]
                left = begin if cut == 0 else piece[0].start
                right = stop if cut + LONGEST >= len(units) else piece[-1].end
                doc.sentences.append(Sentence(left, right, piece, number, at, set().union(*filter(None, map(ROWS, piece)))))
                at += 1
    _mark_title(doc)
    for sentence in doc.sentences:
        _set_dateline(doc, sentence)
        _chunk(sentence, sentence.role == "body" or not _is_title_case(sentence.units))
    register(doc.sentences, doc.people)
    for sentence in doc.sentences:
        link(sentence, doc.people)
    settle_countries(doc.sentences, doc.people, doc.home)
    coreference.resolve(doc.sentences, doc.people.all, doc.home)
    return doc
