"""Agreements of an article: its documents and deals, each once, with kind, parties, status, date and sectors."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.documents import JOINT, DocumentPhrase
from summitdb.extract.paper import MADE, Paper
from summitdb.extract.paper_mentions import Mention
from summitdb.extract.paper_sense import is_named
from summitdb.extract.papers import find_papers
from summitdb.extract.party_context import Meetings, Pair, from_meeting, pair_in_play
from summitdb.extract.party_lists import codes_of
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.sectors import sectors
from summitdb.extract.sums import find_sum
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words
from summitdb.records import Agreement, Summit

INSURGENTS = words("document", "insurgent")
BETWEEN_STATES = words("document", "between_states")
OF_STATES = ("peace ", "nuclear ", "border ", "free trade ", "free-trade ", "readmission ", "association ")
OF_ONE = frozenset(("memorandum", "declaration"))
PEOPLE_AT_WAR = INSURGENTS - {"opposition", "front", "movement"}
DECLARING = ("declar", "proclaim", "order", "impos")


def _kind(paper: Paper) -> str:
    """The kind by the noun; several documents together are a package, two told apart by what they are on are not."""
    phrase = paper.first.phrase
    kind, noun = phrase.kind, phrase.noun
    if kind in JOINT or kind in ("loan_or_grant", "ceasefire", "roadmap") or phrase.parts:
        return kind
    if kind == "other":
        return "package" if phrase.plural else "agreement" if noun.low in ("document", "text") else kind
    if not phrase.plural or (noun.is_capitalised and not phrase.count) or noun.low in ("letters", "notes"):
        return kind
    made = paper.first.status in MADE and kind in ("agreement", "contract", "memorandum")
    return "package" if phrase.count or phrase.several or made else kind


def _is_diplomatic(paper: Paper, record: Agreement, meetings: Meetings, pair: Pair | None) -> bool:
    """Whether states or their organizations stand behind the document, and not companies, parties or a club."""
    units = paper.first.sentence.units
    organized = any(map(_is_organized, units))
    if not record.parties and not organized and not _says_something(paper):
        return False
    met = any(len(summit.countries) > 1 or summit.organization for summit in meetings.all)
    if len(record.parties) >= 2 or met or pair is not None or (record.kind == "ceasefire" and meetings.all):
        return True
    own = paper.first.phrase.noun.low in OF_ONE and len(paper.first.phrase.units) < 3  # "the president signed a memorandum"
    if record.parties and not own and record.kind in (*JOINT, "treaty", "protocol", "memorandum", "ceasefire", "loan_or_grant"):
        return True
    if record.parties and paper.kind == "agreement" and _is_known(paper.first.phrase):
        return True
    if record.parties and paper.kind == "agreement" and _is_with_insurgents(paper):
        return True
    if any(unit.low.replace(" - ", "-") in BETWEEN_STATES for unit in paper.first.phrase.units):
        return True
    return organized and (bool(record.parties) or paper.kind in (*JOINT, "treaty", "loan_or_grant", "agreement"))


def _says_something(paper: Paper) -> bool:
    """Whether the article tells of a document what it is on or how it is called, more than "the deal"."""
    phrase = paper.first.phrase
    return bool(paper.content) or is_named(phrase) or phrase.plural or paper.kind in (*JOINT, "loan_or_grant", "ceasefire")


def _is_known(phrase: DocumentPhrase) -> bool:
    """Whether a document goes by a name or is one that states alone make: "the Luena accord", "a peace agreement"."""
    concerned = phrase.definite and any(unit.low == "on" for unit in phrase.units)  # "the agreement on Chad's debt"
    return concerned or is_named(phrase) or phrase.noun.low.startswith(OF_STATES)


def _is_one_sided(paper: Paper) -> bool:
    """Whether one side alone declares a cease-fire: nobody agreed on anything."""
    first = paper.first
    declared = first.deed is not None and first.deed.verb.low.startswith(DECLARING)
    return (
        declared
        and first.phrase.kind == "ceasefire"
        and len({code for code, _, _ in first.parties}) < 2
        and not _is_with_insurgents(paper)
    )


def _is_with_insurgents(paper: Paper) -> bool:
    """Whether a state makes it with those who fight it."""
    first = paper.first
    return first.phrase.kind in ("agreement", "ceasefire") and _tells_of(first, INSURGENTS)


def _tells_of(mention: Mention, people: frozenset[str]) -> bool:
    return any(word in people for u in mention.sentence.units if u.kind in ("word", "role") for word in u.low.split(" "))


def _state_at_war(papers: list[Paper]) -> str | None:
    """The state that makes its peace with those who fight it at home, where the article tells of that."""
    for paper in papers:
        first = paper.first
        codes = {code for code, unit, _ in first.parties if unit.kind != "group"}
        if len(codes) == 1 and first.phrase.kind in ("agreement", "ceasefire") and _tells_of(first, PEOPLE_AT_WAR):
            return codes.pop()
    return None


def _is_of_organization(paper: Paper) -> bool:
    """Whether an organization does it: "the World Bank froze a loan", "a deal struck by EU leaders"."""
    first = paper.first
    deed, units = first.deed, first.sentence.units
    if first.phrase.kind in JOINT and any(map(_is_organized, first.phrase.units)):
        return True  # "the communique of the G20 finance ministers"
    if deed is None or deed.verb not in units:
        return False
    if deed.passive:
        behind = units[deed.at + 1 : deed.at + 9]
        by = next((i for i, unit in enumerate(behind[:-1]) if unit.low == "by"), None)
        agents = [] if by is None else [unit for unit in behind[by + 1 :] if unit.kind != "word"][:1]
    else:
        agents = [units[deed.subject]] if deed.subject is not None else []
    return any(map(_is_organized, agents))


def _is_organized(unit: Unit) -> bool:
    return unit.kind == "organization" or bool(unit.role is not None and unit.role.organization)


def _parties(paper: Paper, record: Agreement, meetings: Meetings, pair: Pair | None, at_war: str | None) -> None:
    for mention in paper.mentions:
        if mention is not paper.first and len(record.parties) >= 2 and not mention.firm:
            continue
        for code, unit, rule in mention.parties:
            if unit.kind != "group" or at_war is None or code == at_war or at_war not in codes_of(unit):
                cite_item(record, "parties", record.parties, code, unit.start, unit.end, rule)
    if at_war is not None and record.kind in ("agreement", "ceasefire", "package", *JOINT) and set(record.parties) <= {at_war}:
        noun = paper.first.phrase.noun
        cite_item(record, "parties", record.parties, at_war, noun.start, noun.end, "agreement.party.home")
        return
    within = any(rule == "agreement.party.warring" for mention in paper.mentions for _, _, rule in mention.parties)
    within = within or (bool(record.parties) and _is_with_insurgents(paper))
    within = within or paper.first.phrase.noun.low.endswith("resolution")  # of a council, not of those who met
    if len(record.parties) < 2 and not within and not _is_of_organization(paper):
        for code, (start, end), rule in from_meeting(paper.first.phrase, paper.first.deed, record, meetings, pair):
            cite_item(record, "parties", record.parties, code, start, end, rule)


def _date(paper: Paper, record: Agreement) -> None:
    """The day of signing that stands nearest to the verb."""
    first = paper.first
    units = first.sentence.units
    inside = [u for u in first.phrase.units if u.kind == "date" and u.value.value and not _is_name(first, u)]
    at = first.deed.at if first.deed is not None and first.deed.verb in units else first.phrase.head
    around = sorted(
        (abs(i - at), i)
        for i, u in enumerate(units)
        if u.kind == "date" and u.value.value and abs(i - at) < 14 and not _is_name(first, u)
    )
    date = inside[0] if inside else units[around[0][1]] if around and record.status not in ("in_force", "proposed") else None
    if date is not None:
        record.date = date.value.future_value if record.status == "planned" else date.value.value
        cite(record, "date", date.start, date.end, "agreement.date.near")


def _is_name(mention: Mention, day: Unit) -> bool:
    """Whether a weekday is part of the name of a document: "the Good Friday Agreement"."""
    noun = mention.phrase.noun
    return noun.is_capitalised and day.text.isalpha() and day.end + 1 == noun.start


def _date_of_meeting(doc: Document, paper: Paper, record: Agreement, meetings: Meetings) -> None:
    """The day of the meeting where a document without a day of its own was made, as far as that has come; of an article that is
    itself the document, and tells of no meeting, the day of its publication."""
    first = paper.first
    if record.date is not None or record.status not in MADE:
        return
    summit = meetings.nearest(first.phrase, done=True)
    if summit is not None and summit.starts_on and summit.status in ("held", "ongoing"):
        today = doc.article.published_on or doc.reference
        ended = summit.ends_on if summit.ends_on and (today is None or summit.ends_on <= today.isoformat()) else None
        record.date = ended or summit.starts_on
        found = next((e for e in summit.evidence if e.field == "starts_on"), None)
        if found is not None:
            cite(record, "date", found.start, found.end, "agreement.date.summit")
    elif first.deed is None and first.sentence.index == 0 and doc.article.published_on is not None:
        record.date = doc.article.published_on.isoformat()
        cite(record, "date", first.phrase.noun.start, first.phrase.noun.end, "agreement.date.published")


def _record(doc: Document, paper: Paper, start: int, end: int) -> Agreement:
    """The record of a document with what its own sentence tells; the title is body[start:end]."""
    first = paper.first
    phrase, units = first.phrase, first.sentence.units
    record = Agreement(title=doc.body[start:end], kind=_kind(paper), status=first.status)  # type: ignore[arg-type]
    cite(record, "title", start, end, "agreement.title.phrase")
    cite(record, "kind", phrase.noun.start, phrase.noun.end, "agreement.kind.noun")
    cite(record, "status", first.cue.start, first.cue.end, f"agreement.status.{first.status}")
    if record.kind == "package" and phrase.count:
        record.count = phrase.count
        cite(record, "count", start, end, "agreement.count.number")
    money = find_sum(units, phrase.begin - 1, phrase.stop + 3) if record.kind == "loan_or_grant" else None
    if money is not None:
        unit = units[money]
        record.amount, record.currency = unit.value.value, unit.value.currency
        cite(record, "amount", unit.start, unit.end, "agreement.amount.sum")
        if record.currency is not None:
            cite(record, "currency", unit.start, unit.end, "agreement.amount.sum")
    return record


def extract_agreements(doc: Document, summits: list[Summit]) -> list[Agreement]:
    """The documents that the article speaks of, each once. A phrase that takes up an earlier one ("the treaty") adds none; "two
    memorandums, on trade and on sport" are two."""
    papers = find_papers(doc)
    at_war = _state_at_war(papers)
    pair = pair_in_play(doc) if papers else None
    fields, meetings = sectors(doc, papers, summits), Meetings(summits)
    found = []
    for paper in papers:
        phrase, units = paper.first.phrase, paper.first.sentence.units
        whole = (units[phrase.begin].start, units[phrase.stop - 1].end)
        for title in [(units[a].start, units[b - 1].end) for a, b in phrase.parts] or [whole]:
            record = _record(doc, paper, *title)
            _date(paper, record)
            _parties(paper, record, meetings, pair, at_war)
            if not _is_one_sided(paper) and (
                (at_war is not None and record.parties == [at_war]) or _is_diplomatic(paper, record, meetings, pair)
            ):
                _date_of_meeting(doc, paper, record, meetings)
                fields.set(paper, record, title)
                found.append(record)
    return found
