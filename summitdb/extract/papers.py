"""Papers: the mentions of documents in an article, those of one document together.

"The accord" of the fourth paragraph is the "agreement on fishing" of the first; "They include" opens a list of what was signed.
"""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.documents import JOINT, DocumentPhrase
from summitdb.extract.paper import MADE, Paper
from summitdb.extract.paper_headlines import headline_document, is_issued, issued
from summitdb.extract.paper_mentions import Mention, find_mentions
from summitdb.extract.paper_pruning import is_in_passing, without_enumerated
from summitdb.extract.units import Sentence
from summitdb.gazetteer.uses import words

ANY_PAPER = words("document", "any_paper")
PLAIN_PLURALS = words("document", "plain_plural")
COVERING = words("document", "covering")

BULLETS = frozenset("-–—•*·●▪■►")
MEMORY = 60  # a text that tells of more documents takes up none from before


def _compatible(phrase: DocumentPhrase, known: DocumentPhrase) -> bool:
    """Whether the noun of `phrase` can take up the document called `known`: "the accord" a treaty, "the document" anything."""
    noun, other = phrase.noun, known.noun
    if phrase.kind != known.kind and noun.is_capitalised and other.is_capitalised:
        return False  # two names: "the Comprehensive Package Agreement" is not the "Boundary Treaty"
    if noun.low == "declaration" and phrase.definite and known.kind == "ceasefire" and len(phrase.units) == 1:
        return True
    if phrase.definite and noun.low == other.low.split(" ")[0] == "declaration":
        return True  # "a declaration of intent", then "the declaration"
    if phrase.kind in JOINT or known.kind in JOINT:
        return known.kind in JOINT and (phrase.kind in JOINT or noun.low in ("document", "text"))
    if phrase.definite and noun.low in PLAIN_PLURALS and known.plural:
        return True
    if noun.low == "package":
        return known.plural and phrase.definite
    if "loan_or_grant" in (phrase.kind, known.kind) and (known.needs or phrase.needs):
        return phrase.kind == known.kind or (phrase.definite and noun.low in ANY_PAPER and known.needs == "money")
    if noun.low in ANY_PAPER or other.low in ANY_PAPER:
        return phrase.plural == known.plural or noun.low == "documents"
    return phrase.kind == known.kind


def _is_one_package(phrase: DocumentPhrase, known: DocumentPhrase) -> bool:
    """Whether two phrases tell of one package, at most one of them with its number: "new documents", then "seven documents"."""
    bundles = ("package", *PLAIN_PLURALS)
    return (
        phrase.noun.low.split(" ")[-1] in bundles
        and known.noun.low.split(" ")[-1] in bundles
        and not (phrase.count and known.count)
    )


def _is_reached(mention: Mention) -> bool:
    """Whether no more is told of it than that it was reached: "both sides had reached an agreement"."""
    phrase, deed = mention.phrase, mention.deed
    if phrase.plural or phrase.noun.low not in ANY_PAPER or mention.content or mention.years or deed is None:
        return False
    return (deed.verb.get("seal") or {}).get("value") in ("agreed", "finalized")


def _names(mention: Mention, known: Mention) -> bool:
    """Whether a mention calls by its name what has just been told to be made: "A deal on trade has been signed. The Lobito
    Agreement was signed by ..."."""
    phrase, general = mention.phrase, known.phrase
    if phrase.plural or general.plural or general.definite or not phrase.definite or mention.years or known.listed:
        return False
    deeds = (mention.deed, known.deed)
    made = [(deed.verb.get("seal") or {}).get("value") for deed in deeds if deed is not None and deed.firm]
    plain = general.noun.low.rpartition(" ")[2] in ANY_PAPER and not general.noun.is_capitalised
    near = mention.sentence.index - known.sentence.index == 1 and mention.deed is not None and mention.deed.passive
    return near and plain and len(made) == 2 and made[0] == made[1] and made[0] is not None


def _same(mention: Mention, papers: list[Paper]) -> Paper | None:
    """The document that a mention speaks of again, or None for a new one."""
    if mention.listed:
        return None
    phrase, content, years, states = mention.phrase, mention.content, mention.years, mention.states
    for paper in reversed(papers[-MEMORY:]):
        if not _compatible(phrase, paper.first.phrase):
            continue
        if not phrase.definite and paper.told_with(mention):
            continue
        known_years, known_states, known = paper.years, paper.states, paper.content
        if years and not years & known_years and (known_years or not phrase.definite or not content):
            continue
        if states and known_states and not (states <= known_states or known_states <= states):
            continue
        truce = phrase.kind == "ceasefire" == paper.kind and bool(states and known_states)
        if truce and not mention.firm and not years:
            return paper  # "to broker a cease-fire", "failed to agree on a truce"
        if content and known:
            if len(content & known) / min(len(content), len(known)) >= 0.5:
                return paper
            if paper is papers[-1] and _names(mention, paper.first):
                return paper
        elif phrase.definite and (not content or phrase.kind == paper.kind or paper.first.phrase.noun.low in ANY_PAPER):
            return paper
        elif not content and not known and _is_one_package(phrase, paper.first.phrase):
            paper.first.phrase.count = paper.first.phrase.count or phrase.count
            return paper
        elif not content and paper.status != "in_force" and _is_reached(mention):
            return paper
        elif states and states <= known_states and not known and phrase.noun.low == paper.first.phrase.noun.low:
            return paper  # "a deal with Sri Lanka", then "a deal on visas with Sri Lanka"
        elif not content and not known and phrase.kind == paper.kind and not phrase.plural:
            return paper
    return None


def find_papers(doc: Document) -> list[Paper]:
    """The documents that the article's narrative speaks of, in the order of their first mention."""
    papers: list[Paper] = []
    last: Mention | None = None
    listing: Mention | None = None
    spoken_of: Mention | None = None  # "the communique" of which nobody says who issued it
    for sentence in doc.sentences:
        if sentence.role != "body":
            continue
        item = listing if listing is not None and _is_item(sentence) else None
        mentions = find_mentions(sentence, item or last, item is not None)
        for mention in mentions:
            paper = _same(mention, papers)
            if paper is not None:
                paper.add(mention)
                if mention.content and mention.phrase.units[0].is_capitalised and _names(mention, paper.first):
                    paper.mentions.insert(0, paper.mentions.pop())
            elif mention.status:
                papers.append(Paper([mention]))
        spoken_of = spoken_of or next((issued(mention) for mention in mentions if is_issued(mention)), None)
        opening = [u.low for u in sentence.units[:5]]
        if not mentions and papers and opening[0] in ("they", "these", "it") and set(opening) & COVERING:
            papers[-1].more.append(sentence)
        made = [m for m in mentions if m.status in MADE]
        if made:
            last = next((m for m in made if m.phrase.plural or m.phrase.kind == "package"), made[-1])
        elif last is not None and last.sentence.index < sentence.index - 1:
            last = None
        if item is None:
            opens = last is not None and sentence.units[-1].text == ":" and (last.phrase.plural or last.phrase.kind == "package")
            listing = last if opens else None
    papers = [paper for paper in papers if not is_in_passing(paper)]
    own = None if any(paper.kind in JOINT and not _is_titled(paper) for paper in papers) else headline_document(doc) or spoken_of
    return without_enumerated([Paper([own]), *papers] if own is not None else papers)


def _is_titled(paper: Paper) -> bool:
    """Whether a joint document is told from others by its title: "the Geneva Joint Statement"."""
    phrase = paper.first.phrase
    return phrase.noun.is_capitalised and phrase.head > phrase.begin


def _is_item(sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list: "- Protocol on visas," or "2. Agreement on fishing"."""
    units = sentence.units
    numbered = units[0].kind == "number" and len(units) > 1 and units[1].text in (".", ")", "-")
    return units[0].text in BULLETS or numbered
