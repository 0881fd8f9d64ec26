"""Reported speech: the clause behind (or before) a reporting verb with a named speaker."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from summitdb.extract.attribution_bounds import is_adverbial, is_told, may_follow, speaker_start
from summitdb.extract.clause_shapes import clause_end, is_clause, is_report_verb, trim
from summitdb.extract.clauses import is_governed, is_mention
from summitdb.extract.complements import complement, skip_circumstance
from summitdb.extract.inverted import subject_behind
from summitdb.extract.outlets import outlet, quoted
from summitdb.extract.speakers import SOURCES, Speaker, institution, is_document, is_media, speaker_of, speaks_for
from summitdb.extract.subjects import phrase_start, subject_of
from summitdb.extract.units import Sentence, Unit

LINKS = frozenset({"and", "but", ",", "also", "then", "while", "—", "–", "--"})


# Between a clause that is reported and one with a quotation in it.
JOINING = frozenset({"and", "but", "while", "whilst", "although", "though", "because", "adding"})


class Report(Struct, frozen=True):
    """A reported clause: units `begin` to `end` (exclusive) of a sentence, or two parts around the attribution."""

    speaker: Speaker
    verb: Unit
    parts: tuple[tuple[int, int], ...]
    rule: str


class ReportReader:
    """Finds the reported clauses of one sentence. `last` is who spoke last in the article, `source` the last ministry, state
    or document that did ("it said"); `in_document` says that the article is itself a joint document, `leaders`
    are who "they" are."""

    def __init__(
        self,
        sentence: Sentence,
        last: Speaker | None,
        source: Speaker | None = None,
        in_document: bool = False,
        leaders: Speaker | None = None,
    ) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.in_document = in_document
        self.last = last
        self.source = source
        self.leaders = leaders

    @cached_property
    def document(self) -> int | None:
        """The position of the joint document that speaks in the sentence."""
        told = (i for i in self.sentence.places("document") if is_document(self.units[i]) and self._is_the_document(i))
        return next(told, None)

    def _is_the_document(self, i: int) -> bool:
        """Whether a document unit is the one that speaks: "In a joint communiqué,", "The declaration"; not "They signed a"."""
        before = self.units[:i]
        return all(
            u.pos in ("det", "poss", "prep", "word", "adv")
            or u.kind in ("national", "dateline", "mark", "organization", "name", "city")
            or u.rows.keys() & {"modifier", "document"}
            for u in before
        )

    def read(self, used: set[int]) -> list[Report]:
        """The reports of the sentence; `used` are the positions of verbs that introduce quotations."""
        found: list[Report] = []
        covered, begin = -1, 0
        speaker: Speaker | None = None
        for verb in self.sentence.places("report"):
            if verb < covered or not is_report_verb(self.units, verb):
                continue
            carried = speaker if self._is_linked(covered, verb) else None
            inverted = None if carried or verb in used else self._inverted(verb, begin)
            whose = carried or (inverted.speaker if inverted else self._speaker(verb, begin))
            if whose is None or not whose.is_named or is_media(whose.unit) or (carried is None and self._is_conditional(verb)):
                continue
            speaker = whose
            said = verb in used and self._closes_quotation(verb)
            report = inverted or (None if said else self._report(verb, whose, begin, carried is not None))
            report = self._without_quotation(report) if report is not None else None
            if report is None or (verb in used and report.rule.endswith("trailing") and not self._is_before_quotation(verb)):
                covered = max(covered, verb)
                continue
            found.append(report)
            covered = max(end for _, end in report.parts)
            begin = covered if covered > verb else begin
        return found

    def _closes_quotation(self, verb: int) -> bool:
        """Whether a quotation stands right before the verb, whose subject follows: '"...," said a statement issued after'."""
        before = self.units[verb - 1] if verb else None
        if before is not None and before.text == "," and verb > 1:
            before = self.units[verb - 2]
        return before is not None and before.kind == "quotation"

    def _is_before_quotation(self, verb: int) -> bool:
        """Whether another clause with a quotation follows: 'It was late, he said, and the road was "a swamp of red mud"'."""
        after = [unit.low for unit in self.units[verb + 1 : verb + 3]]
        return after[:1] == [","] and after[-1] in JOINING

    def _is_conditional(self, verb: int) -> bool:
        """Whether the verb stands in a clause of reason or condition: "Because Hargrove recognizes that ..."."""
        at = subject_of(self.units, verb)
        start = phrase_start(self.units, at) if at is not None else 0
        return start > 0 and self.units[start - 1].low in ("because", "if", "unless", "whether", "until")

    def _is_linked(self, covered: int, verb: int) -> bool:
        """Whether the verb goes on with the subject of the report before it: "..., and added that"."""
        return 0 < covered < verb and all(u.low in LINKS or u.pos == "adv" for u in self.units[covered:verb])

    def _speaker(self, verb: int, begin: int) -> Speaker | None:
        units = self.units
        at = quoted(units, verb)
        if at is not None:
            return speaker_of(units[at], self.last)
        at = subject_of(units, verb, begin)
        if at is None and begin:
            at = subject_of(units, verb)
        if at is None:
            return None
        if units[at].low in SOURCES and not (at and units[at - 1].low in ("joint", "final")):
            issued = institution(units, at)
            if issued is not None and issued.is_named:
                return issued  # "a statement from the Foreign Ministry said"
        if self.document is not None and (at == self.document or (units[at].kind == "word" and self.document < at < verb)):
            return speaker_of(units[self.document])
        start = phrase_start(units, at)
        if start > 0 and units[start - 1].pos == "rel" and (start < 2 or units[start - 2].pos != "prep"):
            return None  # "territory that Moscow said it would annex"; not "a call in which she urged him to"
        if outlet(units, at) is not None:
            return None  # the media are no speakers but in quotations
        if self._is_pair(at):
            return Speaker(units[at], joint=True)
        if units[at].low in SOURCES or units[at].kind == "body" or (units[at].kind == "role" and not units[at].people):
            return institution(units, at) or speaks_for(units, at) or speaker_of(units[at])
        if not is_mention(units[at]) and not is_document(units[at]):
            return institution(units, at)
        source = self.source
        if units[at].low in ("he", "she") and not units[at].people and source is not None and not source.joint:
            return Speaker(units[at], None, source.country, source.organization, office=source.office)  # the spokesman
        return speaker_of(units[at], self._meant(units[at]))

    def _is_pair(self, at: int) -> bool:
        """Whether the person at `at` speaks together with the one before "and": "Sadyr Japar and Emom Rahm called for"."""
        units = self.units
        if at < 2 or units[at - 1].low != "and" or is_governed(units, at - 2):
            return False
        kinds = {units[at].kind, units[at - 2].kind}
        return kinds <= {"person", "role"} or kinds == {"country"}

    def _meant(self, unit: Unit) -> Speaker | None:
        """Whom "it" or "they" may mean: the ministry or the leaders who spoke last, else whoever did."""
        source = self.source
        if unit.low not in ("it", "they"):
            return self.last
        if unit.low == "they" and self.leaders is not None:
            return self.leaders
        if source is None:
            return self.last
        several = source.joint and not is_document(source.unit)
        several = several or source.unit.kind in ("body", "role")  # "Police said they had ... They also said"
        return source if unit.low == "it" or several else self.last

    def _report(self, verb: int, speaker: Speaker, begin: int, carried: bool) -> Report | None:
        units = self.units
        in_document = speaker.joint and (self.in_document or self.document is not None)
        found = complement(units, verb, in_document)
        if found is not None:
            voice = "joint" if speaker.joint else "indirect"
            return Report(speaker, units[verb], ((found.begin, found.end),), f"statement.{voice}.{found.rule}")
        if (
            carried
            or not units[verb].tenses & {"past", "s"}
            or not {"that", "quote"} & set(units[verb].rows["report"].get("complement", "").split())
        ):
            return None
        return self._trailing(verb, speaker, begin)

    def _without_quotation(self, report: Report) -> Report | None:
        """The report cut before a quotation that a comma or a conjunction sets off, None where it is part of the clause."""
        (begin, end), *rest = report.parts
        place = next((i for i in range(begin, end) if self.units[i].kind == "quotation"), None)
        if any(u.kind == "quotation" for b, e in rest for u in self.units[b:e]):
            return None
        if place is None:
            return report
        comma = next((k for k in range(place - 1, max(begin, place - 6), -1) if self.units[k].text == ","), None)
        if comma is None or not is_clause(self.units, begin, comma):
            comma = self._conjunction(begin, place)
        if comma is None:
            return None
        return Report(report.speaker, report.verb, (trim(self.units, begin, comma), *rest), report.rule)

    def _conjunction(self, begin: int, place: int) -> int | None:
        """Where a clause ends before that of the quotation at `place`: 'the line was shut and that he wanted "..."'."""
        for k in range(place - 1, begin + 2, -1):
            relative = k == place - 1 and self.units[k].low in ("that", "which", "who")  # 'papers that "will be dropped"'
            if (relative or self.units[k].low in JOINING) and is_clause(self.units, begin, k):
                return k
        return None

    def _trailing(self, verb: int, speaker: Speaker, begin: int) -> Report | None:
        """ "The trip had been put off, her office said." and "Moscow, he said, would draw conclusions"."""
        units = self.units
        at = next((i for i in range(verb - 1, begin - 1, -1) if units[i] is speaker.unit), None)
        if at is None or not all(may_follow(unit) for unit in units[at + 1 : verb]):
            return None
        left = speaker_start(units, at, begin) - 1
        if left <= begin or units[left].text not in (",", "—", "–", "--"):
            return None
        after = skip_circumstance(units, verb + 1)
        rest = units[after:]
        resumes = bool(rest) and rest[0].text == "," and not any(u.kind == "quotation" for u in rest)
        whole = is_clause(units, begin, left)
        opens = is_adverbial(units, begin, left) or (left - begin == 1 and units[begin].pos == "conj")
        if resumes and not whole and opens:  # "At the same time, he continued, ...", "But, he said, ..."
            clause = trim(units, after + 1, clause_end(units, after + 1))
            return Report(speaker, units[verb], (clause,), "statement.indirect.trailing") if is_clause(units, *clause) else None
        if any(u.kind == "quotation" for u in units[begin:left]) or units[begin].low in ("according to", "according"):
            return None
        if (
            rest
            and (rest[0].pos in ("det", "poss") or rest[0].low == "to" or "ing" in rest[0].tenses)
            and not is_told(units[verb])
        ):
            return None  # "While abroad, President Hargrove announced their intent to": the verb has an object
        if not whole and not (
            resumes
            and left - begin < 12
            and units[begin].pos != "prep"
            and is_clause([*units[begin:left], *rest[1:]], 0, left - begin + len(rest) - 1)
        ):
            return None
        if begin + 2 < left and units[begin].kind == "city" and units[begin + 1].text == ":":
            begin += 2  # "Islamabad: The visit has been put off, ..."
        begin += units[begin].pos == "conj"
        parts = [trim(units, begin, left)]
        if resumes and not whole:
            parts.append(trim(units, after + 1, clause_end(units, after + 1)))
        if units[begin].kind == "dateline":
            parts[0] = trim(units, begin + 1, left)
        rule = "statement.joint.trailing" if speaker.joint else "statement.indirect.trailing"
        return Report(speaker, units[verb], tuple(parts), rule)

    def _inverted(self, verb: int, begin: int) -> Report | None:
        """ "The rise came from many factors, said the chief executive.", "..., says a joint statement by the three"."""
        units = self.units
        if verb - 1 <= begin or units[verb - 1].text not in (",", "—") or not units[verb].tenses & {"past", "s"}:
            return None
        if "obj" in units[verb].rows["report"].get("complement", "").split():
            return None  # "..., told the agency": whom, not who
        at = subject_behind(units, verb)
        speaker = speaker_of(units[at], self.last) if at is not None else None
        if speaker is None or not speaker.is_named or not is_clause(units, begin, verb - 1):
            return None
        if any(u.kind == "quotation" for u in units[begin:verb]):
            return None
        voice = "joint" if speaker.joint else "indirect"
        start = begin + (units[begin].kind == "dateline")
        return Report(speaker, units[verb], (trim(units, start, verb - 1),), f"statement.{voice}.trailing")
