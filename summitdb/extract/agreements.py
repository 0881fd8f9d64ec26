"""Agreements of an article: its documents and deals, each once, with kind, parties, status, date and sectors."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitdb.extract.deeds import Deed, find_deed
from summitdb.extract.document import Document
from summitdb.extract.documents import DocumentPhrase, find_documents
from summitdb.extract.parties import Party, nearest, parties_of
from summitdb.extract.rules import cite, cite_item
from summitdb.extract.sums import find_sum
from summitdb.extract.topics import heaviest, weigh
from summitdb.extract.units import Sentence, Unit
from summitdb.records import Agreement, Summit

MADE = frozenset({"signed", "adopted", "issued", "initialled", "agreed"})
JOINT = frozenset({"declaration", "joint_statement"})
GENERIC = frozenset({
    "new", "document", "documents", "agreement", "agreements", "treaty", "accord", "accords", "deal", "deals", "pact", "memorandum", "bilateral", "landmark", "historic",
    "cooperation", "joint", "understanding", "trilateral", "formal", "final", "long", "stalled", "major", "broad", "statement", "communique", "communiqué", "protocol",
})  # fmt: skip
ANY_PAPER = frozenset({"agreement", "accord", "deal", "pact", "document", "text", "arrangement", "draft", "understanding", "documents", "settlement"})
NO_CONTENT = frozenset({"mark", "country", "national", "date", "number", "quantity"})
LISTING = frozenset({"include", "includes", "included", "including", "comprise", "are", "were", "namely", "among", "was", "covering"})
EVERYBODY = frozenset({"they", "sides", "parties", "leaders", "presidents", "ministers", "both", "countries", "governments", "premiers", "officials", "two"})


@dataclass(slots=True)
class Mention:
    """One place where the text speaks of a document."""

    phrase: DocumentPhrase
    deed: Deed | None
    status: str
    cue: Unit
    parties: list[Party]
    listed: bool = False

    @property
    def content(self) -> set[str]:
        head = self.phrase.noun
        return {u.low for u in self.phrase.units if u is not head and u.pos is None and u.kind not in NO_CONTENT and u.low not in GENERIC}

    @property
    def years(self) -> set[str]:
        return {u.text[:4] if u.kind == "number" else (u.value.value or "")[:4] for u in self.phrase.units if u.kind == "date"} - {""}

    @property
    def firm(self) -> bool:
        return self.deed is not None and self.deed.firm and bool(self.deed.verb.rows.keys() & {"seal", "halt", "give"})


@dataclass(slots=True)
class Paper:
    """A document with all its mentions, the telling one first."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def first(self) -> Mention:
        return self.mentions[0]

    @property
    def kind(self) -> str:
        return self.first.phrase.kind


def _is_named(phrase: DocumentPhrase) -> bool:
    """A document known by its name or year: "Da Nang Declaration", "2019 accord", "Treaty on Conventional Armed Forces"."""
    if any(u.kind == "date" and (len(u.text) == 4 or u.value.value) for u in phrase.units):
        return True
    return phrase.noun.is_capitalised and phrase.head > 0 and len(phrase.units) > 1 and phrase.kind in ("treaty", "agreement", "protocol", "declaration", "memorandum")


def _has_sum(phrase: DocumentPhrase) -> bool:
    units = phrase.sentence.units
    return find_sum(units, phrase.begin, phrase.stop + 3) is not None


def _enough(phrase: DocumentPhrase, deed: Deed | None, parties: list[Party]) -> bool:
    """Whether the sentence says what a document of this noun needs to count as one."""
    needs = phrase.needs
    verb = deed.verb if deed is not None else None
    value = (verb.get("seal") or {}).get("value") if verb is not None else None
    if needs in ("", "named"):
        return True
    if deed is None or verb is None:
        return needs == "deed" and _is_named(phrase)
    if needs == "deed":
        return not (deed.verb.get("draft") and len(phrase.units) == 1) and not (deed.verb.get("keep") and len(phrase.units) == 1 and not phrase.definite)
    if needs == "seal":
        return value is not None or deed.nominal
    if needs == "sign":
        return value in ("signed", "initialled") or deed.nominal
    if needs == "adopt":
        return value in ("adopted", "ratified")
    if needs == "agree":
        return value == "agreed"
    if needs == "exchange":
        return value == "exchanged" or verb.low == "exchange"
    if needs == "draft":
        return phrase.end > phrase.head + 1 or bool(verb.get("draft"))
    if needs == "joint":
        return (value == "signed" and not phrase.plural) or len(parties) > 1 and value is not None
    if needs in ("money", "sum"):
        if _has_sum(phrase):
            return True
        return needs == "money" and value in ("signed", "initialled", "ratified", "exchanged") and len(phrase.units) > 1
    return False


def _modified(phrase: DocumentPhrase) -> Unit | None:
    """ "a draft treaty", "the proposed accord"."""
    units = phrase.sentence.units
    for unit in units[max(0, phrase.begin - 2) : phrase.head]:
        if (unit.get("modality") or {}).get("sense") == "tentative" or unit.get("draft") and unit.tenses & {"part"}:
            return unit
    return None


def _judged(phrase: DocumentPhrase, deed: Deed | None) -> tuple[str, Unit] | None:
    tentative = _modified(phrase)
    if deed is not None:
        if tentative is not None and deed.status == "in_force":
            return "proposed", tentative
        return deed.status, deed.verb
    if tentative is not None and phrase.kind not in JOINT:
        return "proposed", tentative
    if _is_named(phrase):
        return "in_force", phrase.noun
    return None


def _is_listed(mentions: list[Mention], phrase: DocumentPhrase, last: Mention | None) -> Mention | None:
    """The mention whose deed the phrase shares: the one before it in a list ("an accord and a protocol"), or the package that the
    sentence enumerates ("They include ...", "The three are ...")."""
    units = phrase.sentence.units
    begin = phrase.begin
    while begin > 0 and units[begin - 1].pos in ("det", "poss"):
        begin -= 1
    before = units[begin - 1] if begin else None
    if before is None:
        return None
    if mentions and (before.low in ("and", ",", "as well as", "plus", "along with", "&") or before.low == "as"):
        previous = mentions[-1]
        between = units[min(previous.phrase.stop, begin) : begin]
        if len(between) <= 4 and not any(u.tenses & {"past", "s"} or u.pos in ("aux", "rel") for u in between):
            return previous
    anchor = mentions[0] if mentions else last
    if anchor is not None and any(u.low in LISTING or u.text == ":" for u in units[max(0, begin - 3) : begin]):
        opening = {u.low for u in units[:begin]}
        fitting = mentions or opening & {"they", "these", "three", "two", "four", "five", "among", "documents", "so", "other", "others", "agreements", "deals", "ones", "latter"}
        if fitting and (anchor.phrase.plural or anchor.phrase.kind == "package" or "so" in opening):
            return anchor
    return None


def _is_vague(phrase: DocumentPhrase, deed: Deed | None, parties: list[Party]) -> bool:
    """ "failing to reach an agreement", "sign agreements with blocs": nothing is told of it but that it might be."""
    if phrase.needs == "exchange" and phrase.kind == "other":
        return True
    bare = phrase.end == phrase.head + 1 and phrase.stop == phrase.end and phrase.begin == phrase.head
    if deed is not None and not deed.firm and deed.status == "proposed" and bare and phrase.noun.low in ANY_PAPER and not phrase.definite:
        return True
    return phrase.plural and deed is not None and not deed.firm and phrase.count is None and len(parties) < 2 and phrase.noun.low in ("agreements", "deals", "contracts", "accords", "documents") and phrase.begin == phrase.head


def _is_apposition(found: list[Mention], phrase: DocumentPhrase) -> bool:
    """ "the Treaty of Amity, a non-aggression pact, ..."."""
    units = phrase.sentence.units
    if not found or phrase.begin < 2 or units[phrase.begin - 1].low not in ("a", "an", "the") or units[phrase.begin - 2].text != ",":
        return False
    if found[-1].phrase.end != phrase.begin - 2 or found[-1].phrase.plural:
        return False
    after = units[phrase.end] if phrase.end < len(units) else None
    following = units[phrase.end + 1] if phrase.end + 1 < len(units) else None
    return after is None or after.text == "." or after.pos == "rel" or after.text == "," and (following is None or following.low not in ("and", "a", "an", "the"))


def _mentions(sentence: Sentence, last: Mention | None) -> list[Mention]:
    found: list[Mention] = []
    units = sentence.units
    if len(units) < 6 and units[-1].kind != "mark":  # a heading inside the text
        return []
    for phrase in find_documents(sentence):
        deed = find_deed(phrase)
        shared = _is_listed(found, phrase, last)
        listed = False
        if shared is not None and (deed is None or deed.verb is shared.cue or not deed.firm and shared.firm):
            deed, listed = shared.deed, shared.listed or shared.phrase.sentence is not sentence or shared.phrase.plural
        parties = parties_of(phrase, deed) if deed is None or deed.verb in sentence.units else parties_of(phrase, None)
        if shared is not None and not parties:
            parties = shared.parties
        judged = _judged(phrase, deed)
        if judged is None or not _enough(phrase, deed, parties) or _is_vague(phrase, deed, parties):
            continue
        before = units[phrase.begin - 2 : phrase.begin]
        if found and found[-1].phrase.kind == "loan_or_grant" and any(u.low in ("under", "through") for u in before):
            if deed is not None and deed.firm:  # "will lend 150 mln dlrs under an accord signed here"
                found[-1].status, found[-1].cue = judged
            continue
        if _is_apposition(found, phrase):
            continue
        found.append(Mention(phrase, deed, *judged, parties, listed))
    return found


def _compatible(phrase: DocumentPhrase, paper: Paper) -> bool:
    """Whether the noun of `phrase` can take up `paper`: "the accord" a treaty, "the document" anything, "the truce" a ceasefire."""
    if phrase.kind in JOINT or paper.kind in JOINT:
        return phrase.noun.low in ("document", "text") and paper.kind in JOINT or phrase.kind in JOINT and paper.kind in JOINT
    if phrase.noun.low in ANY_PAPER or paper.first.phrase.noun.low in ANY_PAPER:
        return phrase.plural == paper.first.phrase.plural or phrase.noun.low in ("documents",)
    return phrase.kind == paper.kind


def _same(mention: Mention, papers: list[Paper]) -> Paper | None:
    """The document that a mention speaks of again, or None for a new one."""
    if mention.listed:
        return None
    phrase, content, years = mention.phrase, mention.content, mention.years
    for paper in reversed(papers):
        if not _compatible(phrase, paper):
            continue
        if any(m.phrase.sentence is phrase.sentence and m.deed is mention.deed and m is not mention and m.deed is not None for m in paper.mentions) and not phrase.definite:
            continue
        known = set().union(*(m.content for m in paper.mentions))
        known_years = set().union(*(m.years for m in paper.mentions))
        if years and known_years and not years & known_years:
            continue
        ours, theirs = {code for code, _, _ in mention.parties}, {code for m in paper.mentions for code, _, _ in m.parties}
        if ours and theirs and not (ours <= theirs or theirs <= ours):
            continue
        if content and known:
            if len(content & known) / min(len(content), len(known)) >= 0.5:
                return paper
            continue
        if phrase.definite or not content and (phrase.kind == paper.kind and phrase.kind in (*JOINT, "ceasefire")):
            return paper
    return None


OUTRANKS = {"proposed": 0, "planned": 1, "in_force": 1, "agreed": 2, "initialled": 3, "issued": 3, "signed": 4, "adopted": 4, "suspended": 5, "terminated": 5}


def _add(paper: Paper, mention: Mention) -> None:
    """Add a mention; the one that says most about what became of the document comes first."""
    first = paper.first
    if mention.firm and OUTRANKS[mention.status] > OUTRANKS[first.status] and not (first.firm and first.status in ("initialled", "issued", "adopted")):
        if mention.status in ("suspended", "terminated") or first.status in ("planned", "proposed", "in_force", "agreed"):
            first.status, first.cue = mention.status, mention.cue
    paper.mentions.append(mention)


def _gather(doc: Document) -> list[Paper]:
    papers: list[Paper] = []
    last: Mention | None = None
    for sentence in doc.sentences:
        if sentence.role != "body":
            continue
        mentions = _mentions(sentence, last)
        for mention in mentions:
            paper = _same(mention, papers)
            if paper is not None:
                _add(paper, mention)
            else:
                papers.append(Paper([mention]))
        made = [m for m in mentions if m.status in MADE]
        last = next((m for m in made if m.phrase.plural or m.phrase.kind == "package"), made[-1] if made else None if mentions else last if last and last.phrase.sentence.index >= sentence.index - 1 else None)
    return _without_enumerated(papers)


def _without_enumerated(papers: list[Paper]) -> list[Paper]:
    """Leave out a package all of whose documents are named one by one."""
    kept = []
    for paper in papers:
        phrase = paper.first.phrase
        if phrase.plural and not paper.first.listed:
            named = sum(1 for other in papers if other.first.listed and other.first.deed is paper.first.deed)
            if named and (phrase.count is not None and named >= phrase.count or phrase.count is None and phrase.definite):
                continue
        kept.append(paper)
    return kept


def _kind(paper: Paper) -> str:
    phrase = paper.first.phrase
    kind = phrase.kind
    if kind in JOINT or kind in ("loan_or_grant", "ceasefire", "roadmap"):
        return kind
    if phrase.parts:
        return kind
    if kind == "other":
        return "package" if phrase.plural else "agreement" if phrase.noun.low in ("document", "text") else kind
    if phrase.plural and (phrase.count or phrase.several):
        return "package"
    if phrase.plural and paper.first.status in MADE and kind in ("agreement", "contract", "memorandum") and phrase.noun.low not in ("letters", "notes", "accords") and not phrase.noun.is_capitalised:
        return "package"
    if phrase.plural and phrase.noun.low == "accords" and not phrase.noun.is_capitalised:
        return "package"
    return kind


def _is_diplomatic(doc: Document, record: Agreement, paper: Paper, summits: list[Summit]) -> bool:
    """Whether states or their organizations stand behind the document, and not companies, parties or a club."""
    if len(record.parties) >= 2 or summits:
        return True
    if record.parties and record.kind in (*JOINT, "treaty", "protocol", "memorandum", "ceasefire", "loan_or_grant"):
        return True
    sentence = paper.first.phrase.sentence
    organized = any(u.kind == "organization" or u.kind == "role" and u.role is not None and u.role.organization for u in sentence.units)
    return organized and (bool(record.parties) or paper.kind in (*JOINT, "treaty", "loan_or_grant", "agreement"))


def _parties(doc: Document, paper: Paper, record: Agreement, summits: list[Summit]) -> None:
    for mention in paper.mentions:
        own = mention.parties
        if mention is not paper.first and len(record.parties) >= 2 and not mention.firm:
            continue
        for code, unit, rule in own:
            cite_item(record, "parties", record.parties, code, unit.start, unit.end, rule)
    if len(record.parties) >= 2:
        return
    phrase = paper.first.phrase
    summit = nearest(summits, phrase.noun.start, phrase.sentence.start, record.status in MADE)
    if summit is None or record.parties and not set(record.parties) & set(summit.countries):
        return
    deed = paper.first.deed
    subject = phrase.sentence.units[deed.subject] if deed is not None and deed.subject is not None and deed.verb in phrase.sentence.units else None
    everybody = subject is not None and (subject.low.split(" ")[-1] in EVERYBODY or subject.kind == "group")
    few = len(summit.countries) <= (2 if record.kind == "loan_or_grant" else 3) and (summit.organization is None or everybody)
    if not few and not (everybody and summit.organization is None):
        return
    if record.kind == "treaty" and record.status == "in_force" and phrase.noun.is_capitalised:
        return
    spans = {e.field: (e.start, e.end) for e in summit.evidence}
    for i, code in enumerate(summit.countries):
        start, end = spans.get(f"countries/{i}", (phrase.sentence.start, phrase.sentence.end))
        cite_item(record, "parties", record.parties, code, start, end, "agreement.party.summit")


def _date(doc: Document, paper: Paper, record: Agreement, summits: list[Summit]) -> None:
    first = paper.first
    units = first.phrase.sentence.units
    inside = [u for u in first.phrase.units if u.kind == "date" and u.value.value]
    at = first.deed.at if first.deed is not None and first.deed.verb in units else first.phrase.head
    around = sorted((abs(i - at), i) for i, u in enumerate(units) if u.kind == "date" and u.value.value and abs(i - at) < 14)
    date = inside[0] if inside else units[around[0][1]] if around and record.status not in ("in_force", "proposed") else None
    if date is not None:
        value = date.value.value
        if record.status == "planned":
            value = date.value.future_value or value
        record.date = value
        cite(record, "date", date.start, date.end, "agreement.date.near")
    elif record.status in MADE:
        summit = nearest(summits, first.phrase.noun.start, first.phrase.sentence.start, True)
        if summit is not None and summit.starts_on and summit.status in ("held", "ongoing"):
            record.date = summit.ends_on or summit.starts_on
            found = next((e for e in summit.evidence if e.field == "starts_on"), None)
            if found:
                cite(record, "date", found.start, found.end, "agreement.date.summit")


def _until_next(doc: Document, mention: Mention, paper: Paper) -> int:
    """Where the sentence goes on to another document, or ends."""
    units = mention.phrase.sentence.units
    following = next((u for u in units[mention.phrase.stop :] if u.get("document") and u.kind == "word"), None)
    return following.start if following is not None else mention.phrase.sentence.end


def _sectors(doc: Document, paper: Paper, record: Agreement) -> None:
    spans: list[tuple[int, int, float]] = []
    joint = record.kind in JOINT
    for mention in paper.mentions:
        phrase, units = mention.phrase, mention.phrase.sentence.units
        title = (units[phrase.begin].start, units[phrase.stop - 1].end)
        spans.append((*title, 1.0))
        if joint or not mention.content:
            spans.append((title[1], _until_next(doc, mention, paper), 0.6 if joint else 0.45))
    weights = weigh(doc, spans)
    if record.kind == "loan_or_grant" and not any(u.low in ("aid", "assistance", "funding", "financing", "aid package") for u in [paper.first.phrase.noun]):
        noun = paper.first.phrase.noun
        weights["finance"] = (max(0.8, weights.get("finance", (0.0,))[0]), noun.start, noun.end)
    if record.kind == "ceasefire":
        noun = paper.first.phrase.noun
        weights["peace_process"] = (1.0, noun.start, noun.end)
    for topic, left, right in heaviest(weights, 0.4, 0.3, 4):
        cite_item(record, "sectors", record.sectors, topic, left, right, "agreement.sector.title")  # type: ignore[arg-type]


def _records(doc: Document, paper: Paper, summits: list[Summit]) -> list[Agreement]:
    """The record of a document; one for each of "two memorandums, on trade and on sport"."""
    first = paper.first
    phrase, units = first.phrase, first.phrase.sentence.units
    kind = _kind(paper)
    stretches = [(units[a].start, units[b - 1].end) for a, b in phrase.parts] or [(units[phrase.begin].start, units[phrase.stop - 1].end)]
    found = []
    for start, end in stretches:
        record = Agreement(title=doc.body[start:end], kind=kind, status=first.status)  # type: ignore[arg-type]
        cite(record, "title", start, end, "agreement.title.phrase")
        cite(record, "kind", phrase.noun.start, phrase.noun.end, "agreement.kind.noun")
        cite(record, "status", first.cue.start, first.cue.end, f"agreement.status.{first.status}")
        if kind == "package" and phrase.count:
            record.count = phrase.count
            cite(record, "count", start, end, "agreement.count.number")
        money = find_sum(units, phrase.begin - 1, phrase.stop + 3) if kind == "loan_or_grant" else None
        if money is not None:
            record.amount, record.currency = money.amount, money.currency
            cite(record, "amount", units[money.begin].start, units[money.end - 1].end, "agreement.amount.sum")
            cite(record, "currency", units[money.begin].start, units[money.end - 1].end, "agreement.amount.sum")
        _parties(doc, paper, record, summits)
        if not _is_diplomatic(doc, record, paper, summits):
            continue
        _date(doc, paper, record, summits)
        _sectors(doc, paper, record)
        found.append(record)
    return found


def extract_agreements(doc: Document, summits: list[Summit]) -> list[Agreement]:
    """The documents that the article speaks of, each once. A definite phrase ("the treaty") that repeats an earlier one adds none."""
    return [record for paper in _gather(doc) for record in _records(doc, paper, summits)]
