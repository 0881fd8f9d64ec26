"""Attribution: the speaker of a quotation, by the shape of the sentence around it."""

from __future__ import annotations

from typing import NamedTuple

from summitdb.extract.clauses import is_mention, subject_before
from summitdb.extract.inverted import subject_behind
from summitdb.extract.outlets import outlet
from summitdb.extract.speakers import Speaker, described, institution, is_document, speaker_of, speaks_for
from summitdb.extract.subjects import BREAKS, PAPERS, PAUSES, subject_of
from summitdb.extract.units import POSSESSIVES, Unit

REACH = 30
ANSWERS = frozenset({
    "words", "response", "answer", "reply", "message", "retort", "verdict", "advice", "explanation", "rejoinder", "assessment",
    "conclusion", "take", "telling", "pitch", "motto", "prediction", "warning", "comeback", "rationale", "argument", "reaction",
    "tweet", "post", "quote", "comment",
})  # fmt: skip
PARTS = frozenset({"part", "parts", "text", "copy", "portion", "excerpt", "excerpts"})
QUOTED = frozenset({"quoted", "cited", "quotes", "cites", "quoting", "citing"})
BE = frozenset({"was", "is", "were", "been", "being"})


class Attribution(NamedTuple):
    """Who said a quotation, the rule that found it, and the position of the verb, if there is one."""

    speaker: Speaker
    rule: str
    verb: int | None = None


def is_report(unit: Unit) -> bool:
    """Whether a unit is a verb that can introduce a quotation."""
    return "report" in unit.rows and unit.kind == "word" and bool(unit.tenses)


class Attributor:
    """Finds the speakers of the quotations of one sentence. `previous` is who spoke last, `paper` whose statement or
    letter the article tells of, `source` the ministry or state that spoke last."""

    def __init__(
        self,
        units: list[Unit],
        places: list[int],
        previous: Speaker | None,
        paper: Speaker | None = None,
        source: Speaker | None = None,
    ) -> None:
        self.units = units
        self.places = places
        self.previous = previous
        self.paper = paper
        self.source = source

    def attribute(self, place: int, ends: bool) -> Attribution | None:
        """The attribution of the quotation at `place`. `ends` says that it closes with a comma or a full stop, so that the name
        of its speaker may follow."""
        before = max((p for p in self.places if p < place), default=-1) + 1
        stop = min((p for p in self.places if p > place), default=len(self.units))
        return (
            self._introduced(place, before)
            or self._behind(place, stop, ends)
            or self._before(place, before)
            or self._according(place, before)
            or self._answering(place, before)
            or (self._before(place, 0) if before else None)
            or self._clause(place)
        )

    def _speaker(self, at: int | None) -> Speaker | None:
        if at is None:
            return None
        medium = outlet(self.units, at)
        if medium is not None:
            return Speaker(self.units[at], country=medium[1], organization=medium[0])
        if (whose := speaks_for(self.units, at)) is not None:
            return whose
        unit = self.units[at]
        following = self.units[at + 1] if at + 1 < len(self.units) else unit
        if unit.kind == "city" and following.is_capitalised and is_document(following):
            return speaker_of(following)  # "the Lima Declaration proclaims"
        if unit.low in PARTS and at + 1 < len(self.units) and self.units[at + 1].low == "of":
            at = next((k for k in range(at + 2, min(at + 6, len(self.units))) if self.units[k].low in PAPERS), at)
            unit = self.units[at]
        if unit.low in PAPERS:
            return described(self.units, at, self.paper or self.source or self.previous)
        found = institution(self.units, at) if unit.kind == "body" else None
        found = found or speaker_of(unit, self.previous) if is_mention(unit) or unit.people or is_document(unit) else None
        if found is None and unit.low == "they":
            return Speaker(unit)
        if found is None and unit.low in ("he", "she"):
            known = self.previous if self.previous is not None and self.previous.person is None else None
            return Speaker(unit, None, known.country, known.organization) if known else Speaker(unit)  # an unnamed official
        if found is None and unit.pos not in ("pron", "det", "rel"):
            found = described(self.units, at, self.previous)
        return found

    def _of(self, at: int | None, rule: str, verb: int | None) -> Attribution | None:
        speaker = self._speaker(at)
        return Attribution(speaker, f"statement.direct.{rule}", verb) if speaker is not None else None

    def _introduced(self, place: int, begin: int) -> Attribution | None:
        """ "Hargrove said, ...", "Hargrove said that ...": the verb right before the quotation."""
        i = place - 1
        while i >= begin and (self.units[i].text in PAUSES or self.units[i].text in BREAKS or self.units[i].low == "that"):
            i -= 1
        if i >= begin and is_report(self.units[i]) and not (i and self.units[i - 1].low == "as"):
            return self._of(subject_of(self.units, i, begin), "introduced", i)
        return None

    def _behind(self, place: int, stop: int, ends: bool) -> Attribution | None:
        """ "...," Hargrove said; "...," said Hargrove; "...," according to Hargrove; "...," as Hargrove put it."""
        units = self.units
        k = place + 1
        while k < stop and units[k].text in PAUSES:
            ends = True
            k += 1
        opens = place == 0 and k < stop and is_report(units[k]) and k + 1 < stop and bool(units[k + 1].people)
        if k >= stop or not (ends or opens):
            return None
        if units[k].low in ("according to", "according"):
            return self._of(subject_behind(units, k + (units[k].low == "according"), stop), "according_to", None)
        if units[k].low == "as":
            k += 1
        elif units[k].pos in ("conj", "sub", "prep", "rel"):
            return None
        if k < stop and is_report(units[k]) and units[k].tenses & {"past", "s"}:
            return self._of(subject_behind(units, k, stop), "said_after", k)
        for verb in range(k + 1, min(stop, k + REACH)):
            if not is_report(units[verb]) or ("nounlike" in units[verb].rows and not is_mention(units[verb - 1])):
                continue
            if units[verb].low in QUOTED and units[verb - 1].low not in BE:
                return self._of(subject_behind(units, verb, stop), "quoted", verb)
            if units[verb].tenses & {"past", "s", "part"}:
                found = self._of(subject_of(units, verb, k), "after", verb)
                if found:
                    return found
        return None

    def _before(self, place: int, begin: int) -> Attribution | None:
        """ "Hargrove told CNN that the ad was ...": the nearest verb of speech before it in the sentence."""
        units = self.units
        for verb in range(place - 1, max(begin, place - 2 * REACH) - 1, -1):
            if not is_report(units[verb]) or ("nounlike" in units[verb].rows and not (verb and is_mention(units[verb - 1]))):
                continue
            if "ing" in units[verb].tenses and verb and units[verb - 1].low == "as":
                continue  # "was quoted as saying"
            if units[verb].low in QUOTED and verb and units[verb - 1].low not in BE:
                found = self._of(subject_behind(units, verb, place), "quoted", verb)
            else:
                found = self._of(subject_of(units, verb, begin), "before", verb)
            if found:
                return found
        return None

    def _according(self, place: int, begin: int) -> Attribution | None:
        """ "According to Hargrove, ...", "... , according to Hargrove", "in the words of Hargrove"."""
        units = self.units
        for i in range(begin, place):
            if units[i].low in ("according to", "according"):
                return self._of(subject_behind(units, i + (units[i].low == "according"), place), "according_to", None)
            if units[i].low in ("words", "phrase", "view", "opinion", "eyes") and i + 1 < place and units[i + 1].low == "of":
                return self._of(subject_behind(units, i + 1, place), "in_the_words_of", None)
        for i in range(place + 1, min(len(units), place + REACH)):
            if units[i].kind == "quotation":
                break
            if units[i].low in ("according to", "according"):
                return self._of(subject_behind(units, i + (units[i].low == "according")), "according_to", None)
        return None

    def _answering(self, place: int, begin: int) -> Attribution | None:
        """ "Hargrove's response: ...", "In her words, ...", "His message to voters: ...": whose words they are."""
        for i in range(place - 1, max(begin, place - 8) - 1, -1):
            unit = self.units[i]
            if unit.low in ANSWERS and i > 0:
                at = i - 1
                while at > begin and self.units[at].pos is None and self.units[at].kind == "word" and not self.units[at].people:
                    at -= 1
                at -= self.units[at].text in POSSESSIVES
                if self.units[at].people or self.units[at].pos == "poss":
                    return self._of(at, "answer", None)
                return None
            if unit.text in BREAKS and i < place - 1:
                return None
        return None

    def _clause(self, place: int) -> Attribution | None:
        """A fragment in a sentence without a verb of speech: the subject of the sentence, if it is somebody."""
        if not place:
            return None
        at = subject_before(self.units, place, 0)
        if at is None:
            return None
        speaker = speaker_of(self.units[at], self.previous)
        if speaker is None and self.units[at].low == "they":
            speaker = Speaker(self.units[at])
        return Attribution(speaker, "statement.direct.subject") if speaker is not None else None
