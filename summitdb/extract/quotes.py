"""Direct statements: every quotation of four words or more with whoever says it."""

from __future__ import annotations

from summitdb.extract.clauses import is_governed, is_mention, subject_after, subject_before
from summitdb.extract.document import Document
from summitdb.extract.rules import cite
from summitdb.extract.speakers import Speaker, is_document, speaker_of
from summitdb.extract.units import Sentence, Unit
from summitdb.records import Statement
from summitdb.text.quotations import Quotation

TERMINAL = (".", "!", "?", "…")
Attribution = tuple[Speaker, str, Unit | None]


def _is_verb(unit: Unit) -> bool:
    return unit.get("report") is not None and unit.kind == "word" and bool(unit.tenses)


def _subject(units: list[Unit], verb: int, begin: int) -> int | None:
    at = subject_before(units, verb, begin)
    if at is None:
        at = next((i for i in range(begin, verb) if is_document(units[i])), None)
    return at


class QuotationReader:
    """Reads an article's quotations in order and remembers who spoke last, since a quotation may go on without a name."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.last: Speaker | None = None
        self.statements: list[Statement] = []
        self.open: Statement | None = None

    def read(self, sentence: Sentence) -> set[int]:
        """Make the statements of one sentence; returns the positions of the verbs that attribute its quotations."""
        units = sentence.units
        places = [i for i, unit in enumerate(units) if unit.kind == "quotation"]
        verbs: set[int] = set()
        previous: tuple[Statement, Speaker | None, Quotation] | None = None
        for place in places:
            quotation: Quotation = units[place].value
            if self._is_name(quotation):
                continue
            speaker, rule, verb = self._attribute(units, place, places)
            if verb is not None:
                verbs.add(verb)
            if self.open is not None:
                self._join(self.open, quotation)
                self.open = self.open if quotation.continues else None
                continue
            if speaker is None:
                speaker, rule = self.last, "statement.direct.same_speaker"
            elif speaker.is_named or speaker.unit.kind == "role":
                self.last = speaker
            if previous and previous[1] == speaker and not self._ends(previous[2]):
                self._join(previous[0], quotation)
                previous = (previous[0], speaker, quotation)
                continue
            statement = self._make(quotation, speaker, rule)
            previous = (statement, speaker, quotation)
            if quotation.continues:
                self.open = statement
        self._remember(units, places)
        return verbs

    def _ends(self, quotation: Quotation) -> bool:
        return self.doc.body[quotation.start : quotation.end].rstrip().endswith(TERMINAL)

    def _is_name(self, quotation: Quotation) -> bool:
        """A title or a name in quotation marks ("Better Idea of Afghan Girls"): every longer word capitalised."""
        words = [w for w in self.doc.body[quotation.start : quotation.end].split() if len(w) > 3]
        return 1 < len(words) <= 8 and all(w[0].isupper() for w in words) and not self._ends(quotation)

    def _attribute(self, units: list[Unit], place: int, places: list[int]) -> tuple[Speaker | None, str, int | None]:
        """The speaker of the quotation at `place`, the rule that found him, the position of the verb."""
        after = [p for p in places if p > place]
        before = [p for p in places if p < place]
        stop = after[0] if after else len(units)
        begin = before[-1] + 1 if before else 0
        # "...," Aliyev said / "...," said Aliyev
        for verb in range(place + 1, stop):
            if _is_verb(units[verb]):
                if all(u.kind == "mark" for u in units[place + 1 : verb]):
                    at = subject_after(units, verb)
                    if at is not None and (speaker := speaker_of(units[at], self.last)):
                        return speaker, "statement.direct.said_after", verb
                at = next((j for j in range(place + 1, verb) if is_mention(units[j]) and not is_governed(units, j)), None)
                if at is not None and not any(units[j].pos in ("rel", "sub") for j in range(place + 1, at)):
                    speaker = speaker_of(units[at], self.last)
                    if speaker:
                        return speaker, "statement.direct.after", verb
                break
        # Aliyev said, "..."
        for start in (begin, 0):
            for verb in range(place - 1, start - 1, -1):
                if _is_verb(units[verb]):
                    at = _subject(units, verb, start)
                    if at is not None and (speaker := speaker_of(units[at], self.last)):
                        return speaker, "statement.direct.before", verb
            if begin == 0:
                break
        # "according to X, ..."; any other clause around the fragment: its subject
        for i in range(place - 1):
            if units[i].low in ("according", "according to"):
                at = next((j for j in range(i + 1, min(i + 5, len(units))) if is_mention(units[j])), None)
                if at is not None and (speaker := speaker_of(units[at], self.last)):
                    return speaker, "statement.direct.according_to", None
        medium = self._medium(units, place, stop)
        if medium is not None:
            return medium
        if place > 0:
            at = subject_before(units, place, 0)
            if at is not None and (speaker := speaker_of(units[at], self.last)):
                return speaker, "statement.direct.subject", None
        return None, "", None

    def _medium(self, units: list[Unit], place: int, stop: int) -> tuple[Speaker, str, int] | None:
        """A newspaper, a company or another name without a known face beside the verb: "..., KCNA said"."""
        for verb in range(place + 1, min(stop, place + 8)):
            if _is_verb(units[verb]):
                for at in (verb - 1, verb + 1, verb + 2):
                    if place < at < len(units) and units[at].kind == "name":
                        return Speaker(units[at], organization=units[at].text), "statement.direct.medium", verb
                return None
        return None

    def _join(self, statement: Statement, quotation: Quotation) -> None:
        statement.text += " ... " + self.doc.body[quotation.start : quotation.end]
        cite(statement, "text", quotation.start, quotation.end, "statement.direct.continued")

    def _make(self, quotation: Quotation, speaker: Speaker | None, rule: str) -> Statement:
        statement = Statement(kind="direct", text=self.doc.body[quotation.start : quotation.end])
        cite(statement, "text", quotation.start, quotation.end, "statement.direct.quotation")
        if speaker is not None:
            attribute(statement, speaker, rule)
        self.statements.append(statement)
        return statement

    def _remember(self, units: list[Unit], places: list[int]) -> None:
        """A sentence without a quotation makes its subject the next speaker ("He turned to the press.")."""
        if places:
            return
        at = next((i for i, u in enumerate(units) if u.kind in ("person", "role") and len(u.people) == 1), None)
        if at is not None:
            at = subject_before(units, len(units), 0)
            speaker = speaker_of(units[at], self.last) if at is not None else None
            if speaker is not None and speaker.person is not None:
                self.last = speaker


def attribute(statement: Statement, speaker: Speaker, rule: str) -> None:
    """Set the speaker of a statement with the mention as evidence."""
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
    if speaker.organization:
        statement.speaker_organization = speaker.organization
        cite(statement, "speaker_organization", unit.start, unit.end, rule)
