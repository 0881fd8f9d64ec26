"""Reported speech: the clause behind (or before) a reporting verb with a named speaker."""

from __future__ import annotations

from dataclasses import dataclass

from summitdb.extract.clauses import is_mention, is_negated, subject_before
from summitdb.extract.speakers import Speaker, is_document, speaker_of
from summitdb.extract.units import Unit

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'re"})


@dataclass(frozen=True, slots=True)
class Report:
    """A reported clause: units `begin` to `end` (exclusive) of a sentence, or two parts around the attribution."""

    speaker: Speaker
    verb: Unit
    parts: tuple[tuple[int, int], ...]
    rule: str


def is_finite(units: list[Unit], verb: int) -> bool:
    """Whether the reporting word at `verb` is the verb of a clause: "he said", "saying"; not "the proposed", "was announced"."""
    unit = units[verb]
    entry = unit.entry
    if entry is None or not entry.tenses or unit.get("report") is None or unit.kind != "word" or is_negated(units, verb):
        return False
    i = verb - 1
    while i >= 0 and units[i].pos == "adv":
        i -= 1
    before = units[i] if i >= 0 else None
    if (
        entry.tenses & {"past", "part"}
        and before is not None
        and (before.low in BE or before.pos in ("det", "poss", "prep", "word"))
    ):
        return False
    following = units[verb + 1] if verb + 1 < len(units) else None
    if following is not None and following.low == "by" and unit.low != "says":
        return False
    if "nounlike" in unit.rows:
        return before is not None and (is_mention(before) or before.pos == "modal" or before.low == "and")
    if "base" in entry.tenses and not entry.tenses & {"past"}:
        return before is not None and (before.kind in ("group", "country") or (before.role is not None and before.role.plural))
    return True


def _has_verb(units: list[Unit]) -> bool:
    return any(
        u.pos in ("aux", "modal")
        or u.low in ("'s", "'re", "'ll")
        or u.tenses & {"past", "s", "base"}
        or (u.kind == "word" and u.low.endswith("ed") and u.entry is None)
        for u in units
    )


def clause_end(units: list[Unit], begin: int) -> int:
    """Where the reported clause that begins at `begin` ends: before another reporting verb of the same or another subject,
    before "but" with a verb of its own, at the sentence's end."""
    n = len(units)
    i = begin
    while i < n:
        unit = units[i]
        if unit.text == ";":
            return i
        if unit.text == "," or unit.low in ("and", "but", "while"):
            j = i + 1
            while j < n and (units[j].low in ("and", "but", "also", "further", "while", "then") or units[j].pos == "adv"):
                j += 1
            if j < n and j > i:
                reporting = units[j].get("report") is not None and units[j].kind == "word" and units[j].entry is not None
                if reporting and units[j].tenses & {"past", "ing"} and i > begin:
                    return i
                if units[j].low in ("according", "according to") and unit.text == ",":
                    return i
                if units[j].low == "but" or (unit.low == "but" or (j > i + 1 and units[j - 1].low == "but")):
                    following = units[j]
                    if following.low in ("neither", "nobody") or following.tenses & {"past"} or following.pos == "aux":
                        return i
                if (
                    unit.text == ","
                    and is_mention(units[j])
                    and j + 1 < n
                    and units[j + 1].get("report") is not None
                    and is_finite(units, j + 1)
                ):
                    return i
        i += 1
    while n > begin and units[n - 1].kind == "mark" and units[n - 1].text not in (")", "%", '"', "”", "'", "’"):
        n -= 1
    return n


def _skip_circumstance(units: list[Unit], i: int) -> int:
    """The position behind what may stand between a reporting verb and its clause: "on Monday", "in a statement", "reporters"."""
    n = len(units)
    while i < n:
        unit = units[i]
        if unit.kind == "date" or (unit.pos == "adv" and unit.low not in ("no", "more", "most", "all", "both", "first")):
            i += 1
            continue
        if unit.pos == "prep" or unit.low in ("to", "as"):
            j = i + 1
            while (
                j < n
                and (units[j].pos in ("det", "poss", "word", "adv", "prep") or units[j].kind in ("national",))
                and units[j].low != "that"
            ):
                j += 1
            if j < n and units[j].kind in ("date", "city"):
                i = j + 1
                continue
            k = j
            while (
                k < n
                and k < j + 6
                and units[k].kind in ("word", "organization", "name", "role", "person", "body", "mark")
                and units[k].low != "that"
                and units[k].text != ","
            ):
                if "medium" in units[k].rows or units[k].kind in ("role", "person"):
                    break
                k += 1
            if k < n and ("medium" in units[k].rows or (units[k].kind in ("role", "person", "organization"))):
                i = k + 1
                continue
        break
    return i


def _that(units: list[Unit], begin: int, reach: int = 14) -> int | None:
    """The position of the "that" that opens the reported clause."""
    for i in range(begin, min(len(units), begin + reach)):
        if units[i].low == "that":
            return i
        if units[i].text in (";", ":") or units[i].kind == "quotation":
            return None
    return None


def _trim(units: list[Unit], begin: int, end: int) -> tuple[int, int]:
    while begin < end and (units[begin].kind == "mark" and units[begin].text not in ('"', "“", "'", "‘", "(", "$")):
        begin += 1
    while end > begin and units[end - 1].kind == "mark" and units[end - 1].text not in (")", "%", '"', "”", "'", "’"):
        end -= 1
    return begin, end


class ReportReader:
    """Finds the reported clauses of one sentence."""

    def __init__(self, units: list[Unit], last: Speaker | None) -> None:
        self.units = units
        self.last = last

    def read(self, used: set[int]) -> list[Report]:
        """The reports of the sentence; `used` are the positions of verbs that introduce quotations."""
        found: list[Report] = []
        covered = -1
        for verb in range(len(self.units)):
            if not is_finite(self.units, verb) or verb < covered:
                continue
            report = self._report(verb, verb in used)
            if report is None:
                continue
            if any(u.kind == "quotation" for b, e in report.parts for u in self.units[b:e]):
                continue
            found.append(report)
            covered = max(end for _, end in report.parts)
        return found

    def _speaker(self, verb: int) -> Speaker | None:
        units = self.units
        at = subject_before(units, verb)
        document = next(
            (i for i in range(verb) if is_document(units[i]) and (i == 0 or units[i - 1].pos == "det" or i == 1)), None
        )
        first = document is not None and (at is None or document < at)
        if first and not any(u.pos == "prep" for u in units[max(0, (document or 0) - 2) : document]):
            return speaker_of(units[document or 0])
        if at is None:
            return None
        speaker = speaker_of(units[at], self.last)
        return speaker if speaker is not None and speaker.is_named else None

    def _report(self, verb: int, quoted: bool) -> Report | None:
        units = self.units
        row = units[verb].get("report") or {}
        takes = set(row.get("complement", "").split())
        speaker = self._speaker(verb)
        if speaker is None or not takes:
            return None
        trailing = self._trailing(verb, speaker)
        if trailing:
            return trailing
        n = len(units)
        begin = verb + 1
        if "on_to" in takes and begin < n and units[begin].low == "on":
            return self._make(speaker, verb, begin + 1, "statement.indirect.appeal")
        if "to_to" in takes and begin < n and units[begin].low == "to" and any(u.low == "to" for u in units[begin + 2 :]):
            return self._make(speaker, verb, begin + 1, "statement.indirect.appeal")
        if "for" in takes and begin < n and units[begin].low == "for":
            return self._make(speaker, verb, begin + 1, "statement.indirect.appeal")
        if "obj_to" in takes and any(u.low == "to" for u in units[begin + 1 : begin + 14]):
            return self._make(speaker, verb, begin, "statement.indirect.appeal")
        if takes & {"on_to", "to_to", "obj_to", "for"} and "that" not in takes and "np" not in takes:
            return None
        if "np" in takes:
            report = self._expression(speaker, verb, begin)
            if report:
                return report
        that = _that(units, begin)
        if (that is not None and "that" in takes) or (that is not None and speaker.joint):
            between = units[begin:that]
            if not any(u.pos in ("aux", "modal") for u in between):
                return self._make(speaker, verb, that + 1, "statement.indirect.that")
        if "that" in takes:
            start = _skip_circumstance(units, begin)
            if "obj" in takes and start < n and units[start].text != ",":
                start = self._skip_addressee(start)
            if (
                start < n
                and units[start].text not in (",", ":", ".", ")", "-", "—")
                and units[start].pos not in ("prep", "conj")
                and units[start].low != "to"
            ):
                end = clause_end(units, start)
                if _has_verb(units[start + 1 : end]):
                    return self._make(speaker, verb, start, "statement.indirect.bare")
        if "np" in takes and speaker.joint and begin < n and units[begin].pos != "prep" and units[begin].kind != "mark":
            return self._make(speaker, verb, begin, "statement.joint.phrase")
        return None

    def _make(self, speaker: Speaker, verb: int, begin: int, rule: str) -> Report | None:
        begin, end = _trim(self.units, begin, clause_end(self.units, begin))
        if end - begin < 3:
            return None
        if speaker.joint:
            rule = rule.replace("indirect", "joint")
        return Report(speaker, self.units[verb], ((begin, end),), rule)

    def _expression(self, speaker: Speaker, verb: int, begin: int) -> Report | None:
        """ "expressed readiness to sign", "voiced the hope that it would rain", "noted our ongoing concern over access"."""
        units = self.units
        start = begin
        if start < len(units) and units[start].pos == "det":
            start += 1
        for i in range(start, min(start + 5, len(units))):
            row = units[i].get("expression")
            if row is not None:
                if row["kind"] == "clause":
                    after = i + 1
                    if after < len(units) and units[after].low == "that":
                        after += 1
                    return self._make(speaker, verb, after, "statement.indirect.expression")
                return self._make(speaker, verb, start, "statement.indirect.expression")
            if units[i].pos in ("prep", "conj") or units[i].kind == "mark":
                break
        return None

    def _skip_addressee(self, i: int) -> int:
        """The position behind "reporters", "the chamber", "Putin", "a cheering crowd of several thousand people"."""
        units = self.units
        n = len(units)
        if i < n and is_mention(units[i]):
            i += 1
        else:
            if i < n and units[i].pos in ("det", "poss"):
                i += 1
            while i < n and units[i].pos in ("word",):
                i += 1
            if i < n and units[i].kind in ("word", "name", "national"):
                i += 1
        return _skip_circumstance(units, i)

    def _trailing(self, verb: int, speaker: Speaker) -> Report | None:
        """ "The trip had been put off, her office said." and "Moscow, he said, would draw conclusions"."""
        units = self.units
        at = next((i for i, u in enumerate(units) if u is speaker.unit), None)
        if at is None or at == 0 or at > verb:
            return None
        left = at - 1
        if units[left].text != "," or any(u.kind == "quotation" for u in units[:left]):
            return None
        if any(u.pos not in ("adv", "aux") for u in units[at + 1 : verb]):
            return None
        begin = 0
        before = units[:left]
        if not before or (before[0].pos in ("prep", "sub") and not _has_verb(before[3:])):
            return None
        after = _skip_circumstance(units, verb + 1)
        rest = units[after:]
        closes = (
            not rest
            or all(u.kind == "mark" for u in rest)
            or rest[0].text == ","
            or rest[0].pos in ("prep", "sub")
            or rest[0].low == "to"
        )
        if not closes or (not _has_verb(before) and not _has_verb(rest)):
            return None
        if not _has_verb(before) and not (rest and rest[0].text == ","):
            return None
        first = _trim(units, begin, left)
        parts = [first]
        if rest and rest[0].text == "," and not any(u.kind == "quotation" for u in rest) and _has_verb(rest):
            second = _trim(units, after + 1, clause_end(units, after + 1))
            if second[1] - second[0] > 2:
                parts.append(second)
        rule = "statement.joint.trailing" if speaker.joint else "statement.indirect.trailing"
        return Report(speaker, units[verb], tuple(parts), rule)
