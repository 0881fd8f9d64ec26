"""What is done to a document: "signed a treaty", "the accord was to be initialled", "a pact which Hungary renounced"."""

from __future__ import annotations

from dataclasses import dataclass

from summitdb.extract.clauses import is_mention, subject_before
from summitdb.extract.documents import POSSESSIVES, QUANTIFIERS, DocumentPhrase
from summitdb.extract.units import Unit

DONE, PLANNED, PROPOSED, DENIED = "done", "planned", "proposed", "denied"
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
CLASSES = ("seal", "halt", "give", "draft", "keep")
NOMINAL = {"instruments of ratification": "in_force", "instrument of ratification": "in_force", "signing": "signed", "signing ceremony": "signed", "signature": "signed", "signatures": "signed", "conclusion": "signed", "ratification": "ratified", "adoption": "adopted",
           "initialling": "initialled", "initialing": "initialled", "exchange": "signed", "renewal": "agreed", "extension": "agreed", "suspension": "suspended",
           "termination": "terminated", "breakdown": "terminated", "collapse": "terminated", "expiry": "terminated", "implementation": "in_force",
           "violation": "in_force", "violations": "in_force", "breach": "in_force", "anniversary": "in_force", "finalization": "finalized", "finalisation": "finalized",
           "entry into force": "in_force", "release": "issued", "publication": "issued", "drafting": "proposed", "negotiation": "proposed"}  # fmt: skip
JOINT_KINDS = frozenset({"joint_statement", "declaration"})
TALKS = frozenset({"talks", "negotiations", "discussions", "work", "consultations", "progress", "prospects", "discussion", "negotiators", "study", "proposal", "proposals",
                   "proposals", "idea", "preparations", "draft", "dispute", "row", "differences", "way", "path", "panel", "text"})  # fmt: skip
NAMING = frozenset({"in", "under", "by", "through", "with", "per", "according", "pursuant", "according to", "per", "following", "via", "since", "despite"})
ENDING = frozenset({"concluded", "ended", "closed", "culminated", "wrapped up", "resulted", "concluding", "ending", "culminating"})


@dataclass(slots=True)
class Deed:
    """What is done to a document. `verb` stands at `at`; `subject` is the position of who does it; `firm` is false where it is
    only wished, planned or denied."""

    status: str
    verb: Unit
    at: int
    subject: int | None = None
    passive: bool = False
    firm: bool = True
    nominal: bool = False
    denied: bool = False


def _senses(units: list[Unit], verb: int) -> tuple[list[tuple[str, str]], int]:
    """The words of the verb group before `verb`, each with its sense, nearest first, and where the group begins."""
    found: list[tuple[str, str]] = []
    i = verb - 1
    while i >= 0:
        unit = units[i]
        cue, modality = unit.get("cue"), unit.get("modality")
        if unit.pos == "neg" or unit.low in ("not", "n't", "never"):
            found.append((unit.low, "failed"))
        elif unit.low in ("will", "shall", "'ll", "would"):
            found.append((unit.low, "future"))
        elif modality is not None and not (unit.low == "agreed" and "to" not in [low for low, _ in found]):
            found.append((unit.low, modality["sense"]))
        elif unit.pos == "modal":
            found.append((unit.low, "tentative"))
        elif cue is not None and not unit.tenses and cue["sense"] in ("future", "proposed", "denied", "postponed", "cancelled"):
            found.append((unit.low, {"future": "future", "proposed": "tentative"}.get(cue["sense"], "failed")))
        elif unit.pos in ("aux", "adv") or unit.low in ("to", "jointly", "formally", "officially", "first", "able") or (unit.kind == "word" and unit.low.endswith("ly")):
            found.append((unit.low, ""))
        else:
            break
        i -= 1
    return found, i + 1


def modality(units: list[Unit], verb: int) -> str:
    """Whether what the verb at `verb` says is done, planned, only proposed, or denied."""
    senses, begin = _senses(units, verb)
    kinds = {sense for _, sense in senses}
    lows = [low for low, _ in senses]
    before = units[begin - 1] if begin else None
    if "failed" in kinds:
        return DENIED
    have = next((at for at, low in enumerate(lows) if low in ("has", "have", "had", "having")), None)
    perfect = have is not None and "to" not in lows[:have]
    if perfect and "tentative" not in kinds and "would" not in lows:
        return DONE
    if "tentative" in kinds:
        return PROPOSED
    if "future" in kinds or any(low.endswith(("is to", "are to")) for low in lows):
        return PLANNED
    if before is not None and before.low in ("if", "once", "when", "until", "unless", "whether") and lows:
        return PROPOSED
    if "to" in lows:
        return _infinitive(units, begin + len(lows) - 1 - lows.index("to"))
    tenses = units[verb].tenses
    if "ing" in tenses and not tenses & {"past"} and before is not None:
        return _gerund(units, begin - 1)
    if tenses & {"past", "s", "part"}:
        return DONE
    if before is not None and before.low == "and":
        for j in range(begin - 2, max(-1, begin - 14), -1):
            if units[j].low == "to" or units[j].pos == "modal" or (units[j].get("cue") or {}).get("sense") == "future":
                return PLANNED
            if units[j].tenses & {"past", "s"} and "base" not in units[j].tenses:
                break
    return PROPOSED if "base" in tenses else DONE


def _infinitive(units: list[Unit], to: int) -> str:
    """ "to sign": planned, unless somebody is asked to, or was the first to."""
    before = units[to - 1] if to else None
    if before is None:
        return PLANNED
    if any(unit.low in ("first", "latest", "last") for unit in units[max(0, to - 4) : to]):
        return DONE
    if is_mention(before):
        asked = next((unit for unit in reversed(units[max(0, to - 5) : to]) if unit.get("report") or unit.get("modality")), None)
        return PROPOSED if asked is not None else PLANNED
    return PLANNED


def _gerund(units: list[Unit], before: int) -> str:
    """ "without signing", "the goal of finalizing", "after signing"."""
    low = units[before].low
    if low in ("of", "for", "on", "at", "in", "to"):
        noun = units[before - 1] if before else units[before]
        sense = (noun.get("modality") or {}).get("sense")
        if sense:
            return {"future": PLANNED, "failed": DENIED}.get(sense, PROPOSED)
        return PLANNED if low == "for" else DONE
    return PLANNED if low == "before" else DONE


def _judge(value: str, how: str, kind: str) -> str | None:
    """The status of a document of `kind` to which a verb of `value` applies, firmly or not."""
    if value == "proposed":
        return "proposed"
    if value == "in_force":
        return "in_force" if how in (DONE, DENIED) or kind == "keep" else "signed"
    if value == "ratified":
        return "adopted" if how == DONE else "signed"
    if value == "finalized":
        return "agreed" if how == DONE else PROPOSED
    if value == "announced":
        return "agreed"
    if value in ("suspended", "terminated"):
        return value if how == DONE else "in_force"
    if value in ("postponed", "cancelled"):
        return PLANNED if value == "postponed" else "terminated"
    if value == "exchanged":
        value = "signed"
    return {DONE: value, PLANNED: PLANNED}.get(how, PROPOSED)


def _row(unit: Unit) -> tuple[str, dict[str, str]] | None:
    """The class and row of a verb that does something to documents."""
    if unit.kind != "word" or not unit.tenses:
        return None
    for kind in CLASSES:
        row = unit.rows.get(kind)
        if row is not None:
            return kind, row
    return None


def _clause_begin(units: list[Unit], verb: int) -> int:
    """Where the clause of the verb at `verb` begins: behind "that", "while" or "who", unless a comma closes that clause before."""
    comma = False
    for i in range(verb - 1, -1, -1):
        if units[i].text == ",":
            comma = True
        elif units[i].text in (";", ":") or units[i].low == "that" and units[i].kind == "word" and i > 0 and units[i - 1].rows.keys() & {"report", "give", "seal"}:
            return i + 1
        elif units[i].pos in ("rel", "sub") and not comma:
            return i + 1
    return 0


def _deed(units: list[Unit], at: int, passive: bool, begin: int = 0) -> Deed | None:
    found = _row(units[at])
    if found is None:
        return None
    kind, row = found
    how = modality(units, at)
    if kind == "give" and how == PLANNED and any(u.low.startswith("agree") for u in units[max(0, at - 3) : at]):
        how = DONE
    status = _judge(row["value"], how, kind)
    if status is None:
        return None
    subject = None if passive else subject_before(units, at, max(begin, _clause_begin(units, at)))
    return Deed(status, units[at], at, subject, passive, how == DONE, denied=how == DENIED)


def _participle(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "an accord signed here", "the agreement, reached under the mediation of Angola", "the accord the five leaders reached"."""
    i = phrase.end
    while i < len(units) and (units[i].text in (",", "--", "—", "(") or units[i].pos == "adv" or units[i].kind == "date" or units[i].low.endswith("ly")) and i < phrase.end + 3:
        i += 1
    if i >= len(units):
        return None
    found = _row(units[i])
    if found and units[i].tenses & {"part"} and found[1].get("complement") != "self":
        return _deed(units, i, True)
    if i == phrase.end and (units[i].pos == "det" or is_mention(units[i])):
        for j in range(i + 1, min(len(units), i + 4)):
            found = _row(units[j])
            if found and found[0] in ("seal", "halt") and units[j].tenses & {"past"} and any(is_mention(u) for u in units[i:j]):
                return _deed(units, j, False, i)
    return None


def _relative(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "a pact that they signed in February", "which Hungary renounced", "from which Russia suspended its participation"."""
    n = len(units)
    for i in range(phrase.end, min(n, phrase.end + 9)):
        unit = units[i]
        if unit.pos == "rel" or unit.low == "that":
            for j in range(i + 1, min(n, i + 10)):
                found = _row(units[j])
                if found and found[0] in ("seal", "halt", "keep"):
                    be = any(u.low in BE for u in units[i + 1 : j])
                    return _deed(units, j, be, i + 1)
                if units[j].text in (",", ";") or units[j].kind == "quotation" or units[j].tenses & {"past", "s"} and not found:
                    return None
            return None
        if unit.pos in ("aux", "modal") or unit.tenses & {"past"} or unit.text in (";", "."):
            return None
    return None


def _pronoun(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "negotiated the agreement in April 2007 and signed it three months later"."""
    for i in range(phrase.end, min(len(units) - 1, phrase.end + 26)):
        row = units[i].get("seal")
        if row is not None and units[i].tenses & {"past"} and units[i + 1].low == "it" and units[i - 1].low in ("and", "then", "later", "finally"):
            return _deed(units, i, False)
        if units[i].text in (";",) or units[i].kind == "quotation":
            return None
    return None


def _predicate(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "... was signed", "is expected to be initialled", "has yet to be ratified", "entered into force", "broke down"."""
    before = units[phrase.begin - 1] if phrase.begin else None
    if before is not None and before.pos == "det" and phrase.begin > 1:
        before = units[phrase.begin - 2]
    if before is not None and before.pos == "prep" and before.low not in ("under", "after") and not (before.low == "of" and _quantified(units, phrase.begin)):
        return None
    closed, open_relative = 0, False
    for i in range(phrase.end, min(len(units), phrase.end + 24)):
        unit = units[i]
        if unit.pos in ("rel", "sub") or unit.text == ",":
            closed += 1
            open_relative = unit.pos in ("rel", "sub")
        if unit.text in (";", ":") or unit.kind == "quotation" or closed > 3:
            return None
        found = _row(unit)
        if found is None:
            if unit.tenses & {"past", "s"} and unit.kind == "word" and not open_relative:
                return None
            continue
        kind, row = found
        group, _ = _senses(units, i)
        lows = " ".join(low for low, _ in group)
        passive = "part" in unit.tenses and any(word in BE for low, _ in group for word in low.split())
        own = row.get("complement") == "self" and kind != "keep" and unit.tenses & {"past", "s", "part", "base"}
        if passive and kind != "give" or own or (passive and phrase.kind == "loan_or_grant"):
            return _deed(units, i, True)
        if unit.tenses & {"past", "s"} and not lows and i > phrase.end + 1 and closed == 0:
            return None
    return None


def _quantified(units: list[Unit], begin: int) -> bool:
    """ "a series of", "a number of" before the phrase."""
    return begin > 1 and units[begin - 1].low == "of" and units[begin - 2].low in QUANTIFIERS


def _object(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "signed a treaty", "put their signatures on the accord", "the signing of an agreement", "agreed to a ceasefire"."""
    i = phrase.begin - 1
    while i >= 0:
        if units[i].pos in ("det", "poss") and units[i].low != "that" or units[i].low in QUANTIFIERS or units[i].low in ("of", "both") and i and units[i - 1].low in QUANTIFIERS:
            i -= 1
        elif units[i].text in ("“", "”", '"', "‘", "'") or units[i].pos == "adv" or units[i].kind == "number":
            i -= 1
        else:
            break
    if i < 0:
        return None
    unit = units[i]
    found = _row(unit)
    if found is not None:
        if found[1].get("complement") == "self":
            return None
        return _deed(units, i, False)
    if phrase.kind == "joint_statement" and unit.get("report") and unit.tenses & {"past", "s"} and not phrase.needs:
        return Deed("issued", unit, i, None, True)  # "..., says a joint statement"
    if unit.pos == "prep" or unit.low in ("to", "according to"):
        return _governed(units, phrase, i)
    return _distant(units, phrase, i)


def _governed(units: list[Unit], phrase: DocumentPhrase, at: int) -> Deed | None:
    """The deed behind a preposition: "signing of", "talks on", "agreed on", "in a joint statement"."""
    low = units[at].low
    j = at - 1
    while j > 0 and (units[j].pos == "adv" or units[j].kind == "date" or units[j].text == "," or units[j].low in ("ceremony", "late")):
        j -= 1
    before = units[j] if j >= 0 else None
    if before is not None and low in ("to", "on", "upon", "off"):
        row = before.get("seal")
        if row is not None and before.tenses and (before.low.startswith(("agree", "sign")) or "signature" in before.low or "name" in before.low):
            return _deed(units, j, False)
    if before is not None and low in ("of", "for") and before.low in NOMINAL:
        return _nominal(units, j, NOMINAL[before.low])
    if low in ("on", "for", "about", "over", "towards", "toward", "of", "at", "to"):
        for k in range(j, max(-1, j - 6), -1):
            if units[k].low in TALKS or (units[k].get("draft") and units[k].tenses):
                return Deed("proposed", units[k], k, subject_before(units, k), firm=False)
            if units[k].low in ("closer", "close") and low in ("to",):
                return Deed("proposed", units[k], k, subject_before(units, k), firm=False)
            if units[k].kind == "mark" or units[k].pos in ("rel", "sub", "prep", "aux"):
                break
    if low in ("with", "in", "by") and any(u.low in ENDING for u in units[max(0, at - 9) : at]):
        verb = next(k for k in range(at - 1, -1, -1) if units[k].low in ENDING)
        return Deed("adopted" if phrase.kind != "joint_statement" else "issued", units[verb], verb, subject_before(units, verb))
    if low in NAMING and phrase.kind in ("joint_statement", "declaration") and phrase.needs == "":
        return Deed("issued", phrase.noun, phrase.head, None, True)
    if low in ("in", "under", "through", "via", "by") and phrase.kind not in JOINT_KINDS:
        for k in range(at - 1, max(-1, at - 26), -1):
            if units[k].low in ("agreed", "committed", "undertook", "pledged") and units[k].pos is None:
                return Deed("agreed", units[k], k, subject_before(units, k, _clause_begin(units, k)))
            if units[k].text in (";", ":") or units[k].kind == "quotation":
                break
    if phrase.kind == "loan_or_grant" and low == "with":  # "will provide Turkey with 130 mln marks in aid"
        for k in range(at - 1, max(-1, at - 6), -1):
            if "give" in units[k].rows and units[k].tenses:
                return _deed(units, k, False)
    if phrase.kind == "loan_or_grant" and low in ("with", "through", "by", "via", "under") and phrase.needs:
        return Deed("agreed", units[at], at, None, True)
    if low == "under" and not phrase.definite:
        return Deed("agreed", units[at], at, None, True)
    return _distant(units, phrase, at) if low in ("in",) and phrase.kind == "loan_or_grant" else None


def _nominal(units: list[Unit], at: int, value: str) -> Deed | None:
    """ "the signing of": done when attended, planned ahead of it."""
    how = DONE
    for k in range(at - 1, max(-1, at - 9), -1):
        unit = units[k]
        sense = (unit.get("modality") or {}).get("sense") or (unit.get("cue") or {}).get("sense")
        if unit.pos == "modal" or sense == "future" or unit.low in ("ahead of", "ahead", "prepare", "preparing", "preparations"):
            how = PLANNED
            break
        if sense in ("tentative", "proposed", "failed") or unit.low in ("discussed", "postponed", "delayed"):
            how = PROPOSED
            break
        if unit.tenses & {"past"} or unit.text in (",", ";"):
            break
    status = _judge(value, how, "seal")
    owner = at - 2 if at > 1 and units[at - 1].text in POSSESSIVES else subject_before(units, at, _clause_begin(units, at))
    return Deed(status, units[at], at, owner, False, how == DONE, True) if status else None


def _distant(units: list[Unit], phrase: DocumentPhrase, last: int) -> Deed | None:
    """A verb with a place, a time or a receiver between it and its object: "signed here on Friday a treaty", "extended to
    Bangladesh a loan", "lend Indonesia 150 mln dlrs"."""
    for k in range(last, max(-1, last - 8), -1):
        unit = units[k]
        found = _row(unit)
        if found is not None and found[1].get("complement") != "self":
            if found[0] == "give" and phrase.kind != "loan_or_grant":
                return None
            if any(u.low in BE for u in units[max(0, k - 1) : k]) and "part" in unit.tenses:
                return None
            return _deed(units, k, False)
        if unit.get("document") or unit.text in (",", ";", ":", ".") or unit.pos in ("rel", "sub", "conj", "aux", "modal") or unit.tenses & {"past", "s"}:
            return None
    return None


def find_deed(phrase: DocumentPhrase) -> Deed | None:
    """What the sentence says is done to the document, or None. What stands right behind it ("a treaty which they signed")
    outranks the verb that it is the object of ("has yet to ratify")."""
    units = phrase.sentence.units
    own = _participle(units, phrase) or _relative(units, phrase) or _pronoun(units, phrase)
    if own is not None:
        if own.passive and own.subject is None:  # "India has yet to ratify the treaty signed in 2006"
            governing = _object(units, phrase)
            own.subject = governing.subject if governing is not None else None
        return own
    deed = _object(units, phrase) or _predicate(units, phrase)
    if deed is None and phrase.end < len(units):
        after = units[phrase.end]
        if phrase.kind in JOINT_KINDS and (after.get("report") and after.tenses & {"past", "s"} or (after.get("cue") or {}).get("sense") == "proposed"):
            return Deed("issued", after, phrase.end, None, True)
        if phrase.kind == "ceasefire" and phrase.definite:
            for i in range(phrase.end, min(len(units), phrase.end + 6)):
                if units[i].low in ("began", "begins", "started", "starts", "held", "holds", "holding", "remains"):
                    return Deed("in_force", units[i], i, None, True)
    return deed
