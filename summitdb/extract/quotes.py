"""Direct statements: every quotation of four words or more, once, with whoever says it."""

from __future__ import annotations

from summitdb.extract.attribution import ANSWERS, Attributor, is_report
from summitdb.extract.clauses import is_governed
from summitdb.extract.complements import complement
from summitdb.extract.document import Document
from summitdb.extract.inverted import owns_next
from summitdb.extract.rules import cite
from summitdb.extract.speakers import Speaker, described, is_document, speaker_of
from summitdb.extract.subjects import PAPERS, phrase_start, subject_of
from summitdb.extract.units import Sentence, Unit
from summitdb.gazetteer.uses import words
from summitdb.records import Statement
from summitdb.text.quotations import Quotation

TERMINAL = (".", "!", "?", "…")
INTRODUCING = frozenset({"a", "an", "their", "his", "her", "its", "final", "joint", "brief", "written", "separate"})
# Words that a title writes small.
SMALL = frozenset(
    {"with", "from", "into", "over", "upon", "about", "than", "that", "under", "after", "before", "between", "without"}
)
SLOGANS = frozenset({
    "concept", "principle", "principles", "formula", "slogan", "slogans", "campaign", "initiative", "doctrine", "motto", "theme",
})  # fmt: skip
INNER = "'’”\""  # marks of a quotation inside that ends with it
SAID_REACH = 24
SAYING = frozenset({"said", "says", "told", "tells", "added", "announced", "stated", "noted"})
CLOSING = (*TERMINAL, ",", "—", "–", "-", ";")


class QuotationReader:
    """Reads an article's quotations in order and remembers who spoke last, since a quotation may go on without a name."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.last: Speaker | None = None
        self.voice: Speaker | None = None  # of the last quotation, somebody without a name, too; None once the article tells on
        self.statements: list[Statement] = []
        self.open: Statement | None = None
        self.waiting: list[Statement] = []
        self.paper: Speaker | None = None
        self.source: Speaker | None = None

    def read(self, sentence: Sentence) -> set[int]:
        """Make the statements of one sentence; returns the positions of the verbs that attribute its quotations."""
        units = sentence.units
        places = [i for i, unit in sentence.named if unit.kind == "quotation"]
        if not places:
            self._remember(sentence)
            return set()
        verbs: set[int] = set()
        previous: tuple[Statement, Speaker | None, Quotation] | None = None
        last_verb: int | None = None
        for place in places:
            quotation: Quotation = units[place].value
            if self._is_name(quotation) or self._is_slogan(units, place):
                continue
            found = Attributor(units, places, self.last, self.paper, self.source).attribute(place, self._closes(quotation))
            speaker, rule, verb = found or (None, "", None)
            if verb is not None:
                verbs.add(verb)
            if self.open is not None:
                self._join(self.open, quotation)
                self.open = self.open if quotation.continues else None
                continue
            if speaker is None:
                speaker, rule = self.voice or self.last, "statement.direct.same_speaker"
            elif speaker.is_named or speaker.unit.kind == "role":
                self.last = speaker
                self._settle(speaker)
            self.voice = speaker
            own = verb is not None and last_verb is not None and verb > last_verb
            last_verb = verb if verb is not None else last_verb
            if previous and previous[1] == speaker and not self._ends(previous[2]) and not own:
                self._join(previous[0], quotation)
                previous = (previous[0], speaker, quotation)
                continue
            statement = self._make(quotation, speaker, rule)
            self._set_stance(statement, quotation, units[verb] if verb is not None else None)
            previous = (statement, speaker, quotation)
            if quotation.continues:
                self.open = statement
            self._keep_paper(sentence, speaker)
        return verbs

    def _keep_paper(self, sentence: Sentence, speaker: Speaker | None) -> None:
        """Remember whose statement, letter or joint communique a sentence tells of: "the statement added" is theirs."""
        units = sentence.units
        if sentence.lows.isdisjoint(PAPERS):
            return
        for i, unit in enumerate(units):
            if unit.low in PAPERS and i and units[i - 1].low in INTRODUCING:
                self.paper = speaker or Speaker(unit, joint=units[i - 1].low in ("their", "joint", "final"))
                return

    def _text(self, quotation: Quotation) -> str:
        return self.doc.body[quotation.start : quotation.end].rstrip()

    def _ends(self, quotation: Quotation) -> bool:
        return self._text(quotation).rstrip(INNER).endswith(TERMINAL)

    def _closes(self, quotation: Quotation) -> bool:
        return self._text(quotation).rstrip(INNER).endswith(CLOSING)

    def _is_slogan(self, units: list[Unit], place: int) -> bool:
        """A principle or a campaign by its words: 'the "one river, two banks" principle', 'under the slogan "Water for all"'."""
        after = units[place + 1] if place + 1 < len(units) else None
        before = [unit.low for unit in units[max(0, place - 3) : place]]
        named = bool(before) and (before[-1] in words("statement", "titling") or (before[-1] == "of" and SLOGANS & set(before)))
        return bool(named) or (after is not None and after.low in SLOGANS and "the" in before[-2:])

    def _is_name(self, quotation: Quotation) -> bool:
        """A title or a name in quotation marks ("Better Idea of Afghan Girls"): every longer word capitalised."""
        words = [w for w in self._text(quotation).split() if len(w) > 3 and w not in SMALL]
        return 1 < len(words) <= 8 and all(w[0].isupper() for w in words) and not self._ends(quotation)

    def _join(self, statement: Statement, quotation: Quotation) -> None:
        statement.text += " ... " + self.doc.body[quotation.start : quotation.end]
        cite(statement, "text", quotation.start, quotation.end, "statement.direct.continued")

    def _make(self, quotation: Quotation, speaker: Speaker | None, rule: str) -> Statement:
        statement = Statement(kind="direct", text=self.doc.body[quotation.start : quotation.end])
        cite(statement, "text", quotation.start, quotation.end, "statement.direct.quotation")
        if speaker is not None:
            attribute(statement, speaker, rule, self.doc)
        else:
            self.waiting.append(statement)
        self.statements.append(statement)
        return statement

    def _set_stance(self, statement: Statement, quotation: Quotation, verb: Unit | None) -> None:
        """The stance of the verb of speech: "warned", "denounced it as"; not "called it"."""
        row = verb.rows["report"] if verb is not None else None
        if verb is not None and row is not None and row.get("stance") and row["form"] != "call":
            statement.stance = row["stance"]  # type: ignore[assignment]
            cite(statement, "stance", verb.start, verb.end, "statement.stance.word")

    def _settle(self, speaker: Speaker) -> None:
        """Give the quotations that opened the article the first speaker named behind them."""
        for statement in self.waiting:
            attribute(statement, speaker, "statement.direct.named_later", self.doc)
        self.waiting = []

    def _remember(self, sentence: Sentence) -> None:
        """A sentence without a quotation makes its subject the next speaker ("He turned to the press.")."""
        self.voice = None
        units = sentence.units
        verb = next((i for i in sentence.places("report") if is_report(units[i]) and units[i].tenses & {"past", "s"}), None)
        at = subject_of(units, verb) if verb is not None else None
        if at is not None:
            self._keep_paper(sentence, described(units, at, None) if units[at].kind == "word" else speaker_of(units[at]))
            if len(units[at].people) == 1 and verb is not None and verb > at and units[verb].low in SAYING:
                self.last = speaker_of(units[at])  # "The premier is to visit Chad, Ambassador Hargrove said."
                return
        for i, unit in sentence.known:
            if not unit.people:
                continue
            if len(unit.people) == 1 and units[-1].text in ("?", ":") and any(u.low in ANSWERS for u in units[i + 1 : i + 4]):
                self.last = speaker_of(unit, self.last)  # "Hargrove's response?"
                return
            if (
                len(unit.people) == 1
                and unit.kind in ("person", "role", "word")
                and unit.pos != "poss"
                and not is_governed(units, i)
            ):
                if owns_next(units, i):
                    continue
                speaker = speaker_of(unit, self.last)
                if speaker is not None:
                    self.last = speaker
                return


def is_said_behind(sentence: Sentence, following: Sentence) -> bool:
    """Whether a sentence attributes the question or exclamation quoted at the end of the one before it: '"Who is it?" Dale
    Hargrove asked the crowd.'; it says nothing else."""
    units = following.units
    if sentence.paragraph != following.paragraph or not sentence.units or sentence.units[-1].kind != "quotation" or not units:
        return False
    if sentence.units[-1].text.rstrip(INNER + "»")[-1:] not in "?!" or units[0].kind == "quotation":
        return False
    for verb in range(1, min(len(units), SAID_REACH)):
        if units[verb].kind == "quotation":
            return False
        if not is_report(units[verb]) or not units[verb].tenses & {"past", "s"}:
            continue
        at = subject_of(units, verb)
        after = units[verb + 1] if verb + 1 < len(units) else None
        begins = at is not None and (phrase_start(units, at) == 0 or units[0].kind in ("person", "name"))
        opens = after is not None and (after.kind == "quotation" or after.text == ":" or after.low == "that")
        return begins and not opens and complement(units, verb, False) is None
    return False


STATE_BODIES = frozenset({"ministry", "government", "parliament", "military", "office"})


def _is_states(unit: Unit) -> bool:
    """Whether a unit is an institution of a state: "the Foreign Ministry", "the army"."""
    row = (unit.entry.rows if unit.entry is not None else {}).get("body")
    return unit.kind == "body" and unit.organization is None and row is not None and row["kind"] in STATE_BODIES


def attribute(statement: Statement, speaker: Speaker, rule: str, doc: Document) -> None:
    """Set the speaker of a statement with the mention as evidence. A ministry without a state is one of the dateline's."""
    unit = speaker.unit
    if speaker.person is not None:
        statement.speaker = speaker.person.name
        cite(statement, "speaker", unit.start, unit.end, rule)
        if speaker.country:
            start, end = speaker.person.country_span or (unit.start, unit.end)
            statement.speaker_country = speaker.country
            cite(statement, "speaker_country", start, end, rule)
    elif speaker.country:
        statement.speaker_country = speaker.country
        cite(statement, "speaker_country", unit.start, unit.end, rule)
    elif (
        doc.home is not None
        and doc.place is not None
        and (speaker.office or _is_states(unit))
        and not unit.low.startswith("its ")
    ):
        statement.speaker_country = doc.home
        cite(statement, "speaker_country", doc.place.start, doc.place.end, rule)
    elif (speaker.office or _is_states(unit)) and not unit.low.startswith("its ") and doc.scene is not None:
        statement.speaker_country = doc.scene.countries[0]
        cite(statement, "speaker_country", doc.scene.start, doc.scene.end, rule)
    if speaker.organization:
        statement.speaker_organization = speaker.organization
        cite(statement, "speaker_organization", unit.start, unit.end, rule)
    elif speaker.joint and statement.kind == "joint" and (is_document(unit) or unit.low == "it") and (gathering := doc.gathering):
        statement.speaker_organization = gathering.name
        cite(statement, "speaker_organization", unit.start, unit.end, "statement.joint.gathering")
