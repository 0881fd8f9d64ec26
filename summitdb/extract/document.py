"""The analysed article: sentences of units with their persons resolved. All five extractors read this and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from summitdb.articles.model import Article
from summitdb.extract import coreference
from summitdb.extract.name_runs import name_runs
from summitdb.extract.people import People, Person, Role, content_tokens
from summitdb.extract.persons import find_persons
from summitdb.extract.phrases import bodies, groups, merge
from summitdb.extract.roles import roles
from summitdb.extract.units import Sentence, Span, Unit, _starts, build
from summitdb.gazetteer.names import Hit, find_names
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.gazetteer.vocabulary import BODY, GROUP, OFFICE
from summitdb.text.dateline import Dateline, find_dateline
from summitdb.text.dates import find_dates
from summitdb.text.quantities import find_quantities
from summitdb.text.quotations import Quotation, find_quotations, is_scare
from summitdb.text.sentences import paragraphs, sentences
from summitdb.text.tokens import Tokens


@dataclass
class Document:
    """An article read: `sentences` are its narrative, in which each quotation of four words or more is one unit.

    `home` is the country of the dateline (where "here" is), `place` its city; `reference` the day that relative dates count from.
    """

    article: Article
    reference: date | None
    tokens: Tokens
    quotations: list[Quotation]
    dateline: Dateline | None = None
    sentences: list[Sentence] = field(default_factory=list)
    people: People = field(default_factory=lambda: People(None))
    place: Unit | None = None
    home: str | None = None
    _hits: dict[int, Hit] = field(default_factory=dict)
    _spans: dict[int, tuple[int, Span]] = field(default_factory=dict)
    _inner: dict[int, list[Unit]] = field(default_factory=dict)

    @property
    def body(self) -> str:
        return self.article.body

    @property
    def gathering(self) -> OrganizationEntry | None:
        """The organization whose gathering the article's lead tells of: its joint documents speak for it."""
        lead = [s for s in self.sentences if s.role == "body"][:2]
        for sentence in lead:
            if not any("meeting" in u.rows or "meet" in u.rows or "light" in u.rows for u in sentence.units):
                continue
            for unit in sentence.units:
                if unit.organization is not None and (
                    unit.kind == "organization" or (unit.role is not None and unit.role.plural)
                ):
                    return unit.organization
        return None

    def inside(self, quotation: Quotation) -> list[Unit]:
        """The units of the quoted words."""
        if quotation.start not in self._inner:
            first, stop = self.tokens.at(quotation.start), self.tokens.at(quotation.end)
            units = _chunk(*build(self.body, self.tokens, first, stop, self._hits, self._spans))
            _link(units, self.people)
            self._inner[quotation.start] = units
        return self._inner[quotation.start]


def _chunk(units: list[Unit], mask: int, names: bool = True) -> list[Unit]:
    if names:
        units = name_runs(units)
    if mask & OFFICE:
        units = roles(units)
    if mask & BODY:
        units = bodies(units)
    units = find_persons(units)
    return groups(units) if mask & GROUP else units


def _is_title_case(units: list[Unit]) -> bool:
    words = [unit for unit in units if unit.kind != "mark" and unit.pos not in ("prep", "det", "conj", "sub")]
    return len(words) > 2 and sum(unit.is_capitalised for unit in words) / len(words) > 0.6


def _register(doc: Document) -> None:
    """Enter every named person, full names before short ones, with office and state as the article gives them."""
    mentions = [unit for sentence in doc.sentences for unit in sentence.units if unit.kind == "person"]
    named = {code for sentence in doc.sentences for unit in sentence.units for code in unit.countries}
    for unit in sorted(mentions, key=lambda u: (u.name is None or not u.name.leaders, len(content_tokens(u.value)) < 2, u.start)):
        if unit.name is not None and unit.name.leaders:
            countries = unit.role.countries if unit.role else ()
            person = doc.people.add_leader(unit.name.leaders, unit.start, countries)
        else:
            single = len(content_tokens(unit.value)) < 2
            person = doc.people.find(unit.value) or (doc.people.known_surname(unit.value, named) if single else None)  # type: ignore[assignment]
            person = person or doc.people.add(unit.value, unit.start)
            if not single and person.leader is None and len(unit.value) > len(person.name):
                person = doc.people.add(unit.value, unit.start)
        unit.people = (person,)
        if unit.role is not None:
            _enter(person, unit.role, unit, mentions)
    for sentence in doc.sentences:
        for unit in sentence.units:
            if unit.kind == "role" and unit.role is not None and unit.role.apposed_to is not None:
                for person in unit.role.apposed_to.people:
                    _enter(person, unit.role, unit, mentions)
    _share_offices(doc)


def _enter(person: Person, role: Role, unit: Unit, mentions: list[Unit]) -> None:
    """Add to `person` what a role beside the name says; what an earlier mention said stays."""
    if role.sex and person.sex is None:
        person.sex = role.sex
    if role.former:
        return
    if role.countries and (person.country is None or person.country_span is None) and person.leader is None:
        person.country, person.country_span = role.countries[0], (unit.start, unit.end)
    elif person.country in role.countries and person.country_span is None:
        person.country_span = (unit.start, unit.end)
    if role.organization and person.organization is None and not role.countries:
        person.organization = role.organization
    if role.form in coreference.RELATIONAL:
        _inherit_office(person, unit, mentions)
    elif role.office and (person.office is None or person.office == "other"):
        person.office, person.office_span = role.office, (unit.start, unit.end)
    if role.form and not person.role_form and "honorific" not in unit.rows:
        person.role_form, person.level, person.also = role.form, role.level, role.also
    elif role.form and role.form != person.role_form:
        person.also = (*person.also, role.form)


def _inherit_office(person: Person, unit: Unit, mentions: list[Unit]) -> None:
    """ "His Chilean counterpart, Ignacio Larraguibel": the office of the person named before."""
    if unit.role is None or unit.role.form not in ("counterpart", "colleague", "opposite number") or person.office:
        return
    before = [m for m in mentions if m.start < unit.start and m.people and m.people[0] is not person and m.people[0].office]
    if before:
        person.office, person.office_span = before[-1].people[0].office, (unit.start, unit.end)


def _share_offices(doc: Document) -> None:
    """ "The prime ministers of Hungary and Slovakia" gives its office to "Hungary's Gergely Palfalvi"."""
    for sentence in doc.sentences:
        for unit in sentence.units:
            if unit.kind == "role" and unit.role and unit.role.plural and unit.role.office and len(unit.role.countries) > 1:
                for person in doc.people.all:
                    if person.office is None and person.country in unit.role.countries:
                        person.office, person.office_span = unit.role.office, (unit.start, unit.end)


def _link(units: list[Unit], people: People) -> None:
    """Turn remaining names into mentions of persons the article names elsewhere: surnames, first names of rulers."""
    for i, unit in enumerate(units):
        if unit.kind == "person" and not unit.people:
            person = people.find(unit.value)
            if person:
                unit.people = (person,)
        elif unit.kind in ("name", "leader"):
            person = people.find(unit.text)
            if person and len(content_tokens(unit.text)) <= len(content_tokens(person.name)):
                unit.kind, unit.people, unit.value = "person", (person,), unit.text
        elif unit.kind == "city" or (unit.kind in ("country", "region") and unit.name is not None and unit.name.ambiguous):
            person = people.find(unit.text)
            before = units[i - 1] if i else None
            place = before is not None and before.low in (
                "in",
                "at",
                "from",
                "to",
                "near",
                "of",
                "for",
                "via",
                "through",
            )
            if person and not place and unit.text in person.name:
                unit.kind, unit.people, unit.value = "person", (person,), unit.text
                unit.countries, unit.city = (), None


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
    for unit in inside:
        if unit.kind in ("city", "country"):
            doc.place = doc.place or unit
            if doc.home is None or unit.kind == "country":
                doc.home = unit.city.code if unit.city else unit.countries[0] if unit.countries else doc.home
    first = sentence.units.index(inside[0])
    sentence.units[first : first + len(inside)] = [merge(inside, "dateline")]
    sentence.units[first].countries = ()


def _settle_countries(doc: Document) -> None:
    """Give a state to each person who speaks under an office without one ("President Chipeta"): the country he speaks of,
    the dateline's, or the one that the article speaks of most; never one whose like office another person holds."""
    lacking = [p for p in doc.people.all if p.country is None and p.organization is None]
    if not lacking:
        return
    counts = Counter(
        c for s in doc.sentences for u in s.units if u.kind in ("country", "national", "role", "city") for c in u.countries[:1]
    )
    for person in lacking:
        votes: Counter[str] = Counter()
        for sentence in doc.sentences:
            for i, unit in enumerate(sentence.units):
                if person in unit.people:
                    for later in sentence.units[i + 1 : i + 8]:
                        if later.kind in ("country", "city") and later.countries:
                            votes[later.countries[0]] += 2
                            break
        if doc.home:
            votes[doc.home] += 2
        if counts:
            votes[counts.most_common(1)[0][0]] += 1
        taken = {
            other.country
            for other in doc.people.all
            if other is not person
            and other.office == person.office
            and person.office in coreference.STATE_OFFICES | {"foreign_minister"}
        }
        for code, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
            if code not in taken:
                person.country = code
                break


def analyse(article: Article, reference: date | None = None) -> Document:
    """Read an article: quotations, sentences, units, persons, and who is meant by whom. Pure and linear in the text's length."""
    body = article.body
    tokens = Tokens(body)
    quotations = [q for q in find_quotations(body) if q.level == 0]
    opaque = [q for q in quotations if not is_scare(body, q)]
    doc = Document(article, reference, tokens, quotations, find_dateline(body))
    doc.people = People(article.published_on or reference)
    doc._hits = {hit.first: hit for hit in find_names(body, tokens)}
    spans = [Span(d.start, d.end, "date", d) for d in find_dates(body, article.published_on or reference)]
    spans += [Span(q.start, q.end, "quantity", q) for q in find_quantities(body)]
    doc._spans = _starts(spans, tokens)
    narrative = dict(doc._spans)
    for q in opaque:
        narrative[tokens.at(q.outer_start)] = (
            max(tokens.at(q.outer_start), tokens.at(q.outer_end) - 1),
            Span(q.outer_start, q.outer_end, "quotation", q),
        )
    at = 0
    for number, (start, end) in enumerate(paragraphs(body)):
        quoted = [(q.outer_start, q.outer_end) for q in opaque if start <= q.outer_start < end]
        for begin, stop in sentences(body, start, end, quoted):
            units, mask = build(body, tokens, tokens.at(begin), tokens.at(stop), doc._hits, narrative)
            if units:
                doc.sentences.append(Sentence(begin, stop, units, number, at, mask=mask))
                at += 1
    _mark_title(doc)
    for sentence in doc.sentences:
        _set_dateline(doc, sentence)
        named = sentence.role == "body" or not _is_title_case(sentence.units)
        sentence.units = _chunk(sentence.units, sentence.mask, named)
    _register(doc)
    for sentence in doc.sentences:
        _link(sentence.units, doc.people)
    _settle_countries(doc)
    coreference.resolve(doc.sentences, doc.people.all, doc.home)
    return doc
