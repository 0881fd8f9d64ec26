"""The parties of a document that names none: those of the meeting it comes from, or the two states that the article is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from operator import itemgetter

from summitdb.extract.deed_verbs import Deed
from summitdb.extract.document import Document
from summitdb.extract.documents import JOINT, DocumentPhrase
from summitdb.extract.paper import MADE
from summitdb.extract.paper_sense import is_named
from summitdb.extract.parties import voices
from summitdb.extract.party_lists import codes_of
from summitdb.gazetteer.uses import words
from summitdb.records import Agreement, Summit

EVERYBODY = words("document", "everybody")
OF_TWO = frozenset(("bilateral", "mutual", "joint"))
NAMES = frozenset(("name", "city", "region", "organization"))

Pair = dict[str, tuple[int, int]]


def pair_in_play(doc: Document) -> Pair | None:
    """The two states that an article is about, where two stand out and each is shown with an office holder or a ministry."""
    weights: Counter[str] = Counter()
    spans: dict[str, tuple[int, int]] = {}
    official: set[str] = set()
    for sentence in doc.sentences:
        for _, unit in sentence.named:
            if unit.kind not in ("country", "national", "person", "role", "body", "city"):
                continue
            for code in codes_of(unit)[:2]:
                weights[code] += 2 if sentence.index < 3 else 1
                spans.setdefault(code, (unit.start, unit.end))
                held = {p.office for p in unit.people} | {unit.role.office if unit.role is not None else None}
                if unit.kind == "body" or held - {None, "other"}:
                    official.add(code)
    ranked = sorted((code for code in weights if code in official), key=lambda code: (-weights[code], code))
    if len(ranked) < 2:
        return None
    third = max((weights[code] for code in weights if code not in ranked[:2]), default=0)
    if weights[ranked[1]] < 4 or weights[ranked[1]] < 1.5 * third:
        return None
    return {code: spans[code] for code in ranked[:2]}


class Meetings:
    """The meetings of an article, in the order of the text."""

    def __init__(self, summits: list[Summit]) -> None:
        self.all = summits
        self.main = next((summit for summit in summits if summit.main), None)
        told = {
            (evidence.start, -at): summit
            for at, summit in enumerate(summits)
            if len(summit.countries) > 1
            for evidence in summit.evidence
            if evidence.field in ("format", "status")
        }
        self._told = sorted(told.items(), key=itemgetter(0))

    def nearest(self, phrase: DocumentPhrase, done: bool) -> Summit | None:
        """The meeting that a document without parties of its own comes from: the one told of in its sentence or shortly before,
        else the one the article is about. What has been signed was not signed at a meeting to come."""
        first = bisect_left(self._told, phrase.sentence.start - 160, key=lambda told: told[0][0])
        last = bisect_right(self._told, phrase.noun.start, key=lambda told: told[0][0])
        near = (summit for _, summit in reversed(self._told[first:last]))
        return next((summit for summit in near if not done or summit.status in ("held", "ongoing")), self.main)


def _is_recalled(phrase: DocumentPhrase, deed: Deed | None, record: Agreement, summit: Summit | None) -> bool:
    """Whether a document is not from the meeting: made by others before ("the 2015 deal, which Britain signed too"), or known by
    a name and not made there ("stick to the Minsk agreement")."""
    own = phrase.sentence.units[phrase.begin : phrase.head]
    if any(unit.low in OF_TWO for unit in own):
        return False
    named = is_named(phrase) or phrase.noun.is_capitalised or any(unit.kind in NAMES for unit in own)
    if summit is not None and _is_older(record, summit):
        return bool(record.parties) or len(summit.countries) > 2 or any(unit.kind in NAMES for unit in own)
    made = deed is not None and deed.firm and record.status in MADE
    return named and not made and not (record.kind in JOINT and record.status in ("planned", "issued"))


def _is_older(record: Agreement, summit: Summit) -> bool:
    """Whether a document was made in a month before that of the meeting."""
    if record.date is None or summit.starts_on is None:
        return False
    most = min(7, len(record.date), len(summit.starts_on))
    return record.date[:most] < summit.starts_on[:most]


def from_meeting(
    phrase: DocumentPhrase, deed: Deed | None, record: Agreement, meetings: Meetings, pair: Pair | None
) -> list[tuple[str, tuple[int, int], str]]:
    """The parties of a document that names none or one: those of the meeting, or the two states that the article is about."""
    known = set(record.parties)
    summit = meetings.nearest(phrase, record.status in ("signed", "adopted", "issued", "initialled", "agreed"))
    if _is_recalled(phrase, deed, record, summit):
        return []
    units = phrase.sentence.units
    subject = units[deed.subject] if deed is not None and deed.subject is not None and deed.verb in units else None
    everybody = subject is not None and (
        subject.low.split(" ")[-1] in EVERYBODY
        or subject.kind == "group"
        or (subject.role is not None and subject.role.plural and not codes_of(subject))
    )
    if summit is not None and len(summit.countries) >= 2:
        few = len(summit.countries) <= (2 if record.kind == "loan_or_grant" else 3)
        if (
            (few or everybody)
            and (summit.organization is None or everybody or len(summit.countries) == 2)
            and (not known or known & set(summit.countries))
        ):
            spans = {e.field: (e.start, e.end) for e in summit.evidence}
            whole = (phrase.sentence.start, phrase.sentence.end)
            return [
                (code, spans.get(f"countries/{i}", whole), "agreement.party.summit") for i, code in enumerate(summit.countries)
            ]
        return []
    if not known and summit is None:
        speaking = voices(phrase, 0)
        if speaking:
            return [(code, (unit.start, unit.end), "agreement.party.sentence") for code, unit, _ in speaking]
    if pair is not None and (summit is None or not summit.organization) and (not known or known & pair.keys()):
        return [(code, span, "agreement.party.pair") for code, span in pair.items()]
    return []
