"""What is done to a document: "signed a treaty", "the accord was to be initialled", "a pact which Hungary renounced"."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention, subject_before
from summitdb.extract.deed_verbs import Deed, clause_begin, deed_at, deed_row
from summitdb.extract.documents import JOINT, DocumentPhrase
from summitdb.extract.governed_deeds import BE, distant, governed
from summitdb.extract.modality import senses_of
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

PENDING_STATES = words("document", "pending_state")
FOR_SIGNING = frozenset(("signing", "signature", "signatures", "ratification", "initialling", "adoption"))
ONCE = frozenset(("after", "once", "until", "till", "if", "unless", "when", "whether"))
BEGUN = words("document", "begun")
QUANTIFIERS = words("document", "quantifier")


def _participle(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "an accord signed here", "the agreement, reached under the mediation of Angola", "the accord the five leaders reached"."""
    i = phrase.end
    while (
        i < len(units)
        and (
            units[i].text in (",", "--", "—", "(")
            or units[i].pos == "adv"
            or units[i].kind == "date"
            or units[i].low.endswith("ly")
        )
        and i < phrase.end + 3
    ):
        i += 1
    if i >= len(units):
        return None
    found = deed_row(units[i])
    if found and units[i].tenses & {"part"} and found[1].get("complement") != "self":
        return deed_at(units, i, True)
    if i == phrase.end and (units[i].pos == "det" or is_mention(units[i])):
        for j in range(i + 1, min(len(units), i + 4)):
            found = deed_row(units[j])
            if found and found[0] in ("seal", "halt") and units[j].tenses & {"past"} and any(is_mention(u) for u in units[i:j]):
                return deed_at(units, j, False, i)
    return None


def _relative(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "a pact that they signed in February", "which Hungary renounced", "from which Russia suspended its participation"."""
    n = len(units)
    for i in range(phrase.end, min(n, phrase.end + 9)):
        unit = units[i]
        if unit.pos == "rel" or unit.low == "that":
            for j in range(i + 1, min(n, i + 10)):
                found = deed_row(units[j])
                if found and found[0] in ("seal", "halt", "keep"):
                    be = any(u.low in BE for u in units[i + 1 : j])
                    return deed_at(units, j, be, i + 1)
                if units[j].text in (",", ";") or units[j].kind == "quotation" or (units[j].tenses & {"past", "s"} and not found):
                    return None
            return None
        if unit.pos in ("aux", "modal") or unit.tenses & {"past"} or unit.text in (";", "."):
            return None
    return None


def _pronoun(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "negotiated the agreement in April 2007 and signed it three months later"."""
    for i in range(phrase.end, min(len(units) - 1, phrase.end + 26)):
        row = units[i].get("seal")
        if (
            row is not None
            and units[i].tenses & {"past"}
            and units[i + 1].low == "it"
            and units[i - 1].low in ("and", "then", "later", "finally")
        ):
            return deed_at(units, i, False)
        if units[i].text in (";",) or units[i].kind == "quotation":
            return None
    return None


def _was(lows: str) -> bool:
    return not {"was", "were"}.isdisjoint(lows.split())


def _is_ahead(units: list[Unit], stop: int) -> bool:
    """Whether what is told before `stop` is still to come: "offered to leave after a treaty was signed"."""
    return any(u.pos == "modal" or (u.low == "to" and "base" in units[i + 1].tenses) for i, u in enumerate(units[:stop]))


def _predicate(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "... was signed", "is expected to be initialled", "has yet to be ratified", "entered into force", "broke down"."""
    before = units[phrase.begin - 1] if phrase.begin else None
    if before is not None and before.pos == "det" and phrase.begin > 1:
        before = units[phrase.begin - 2]
    if (
        before is not None
        and before.pos == "prep"
        and before.low not in ("under", "after")
        and not (before.low == "of" and _quantified(units, phrase.begin))
    ):
        return None
    closed, open_relative = 0, False
    for i in range(phrase.end, min(len(units), phrase.end + 24)):
        unit = units[i]
        if unit.pos in ("rel", "sub") or unit.text == ",":
            closed += 1
            open_relative = unit.pos in ("rel", "sub")
        if unit.text in (";", ":") or unit.kind == "quotation" or closed > 3:
            return None
        found = deed_row(unit)
        if found is None:
            if unit.tenses & {"past", "s"} and unit.kind == "word" and not open_relative:
                return None
            continue
        kind, row = found
        group, _ = senses_of(units, i)
        lows = " ".join(low for low, _ in group)
        passive = "part" in unit.tenses and any(word in BE for low, _ in group for word in low.split())
        own = row.get("complement") == "self" and kind != "keep" and unit.tenses & {"past", "s", "part", "base"}
        past = before is not None and before.low == "after" and _was(lows) and not _is_ahead(units, phrase.begin)
        if passive and not phrase.definite and before is not None and before.low in ONCE and not past:
            return Deed("proposed", unit, i, None, True, firm=False)  # "once a treaty was signed"
        if (passive and kind != "give") or own or (passive and phrase.kind == "loan_or_grant"):
            return deed_at(units, i, True)
        if unit.tenses & {"past", "s"} and not lows and i > phrase.end + 1 and closed == 0:
            return None
    return None


def _for_signing(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "... are planned for signing", "... is ready for signature"."""
    for i in range(phrase.end, min(len(units) - 1, phrase.end + 5)):
        if units[i].low == "for" and units[i + 1].low in FOR_SIGNING:
            return Deed("planned", units[i + 1], i + 1, None, True, firm=False)
        if units[i].kind == "mark" or units[i].pos in ("rel", "sub", "prep"):
            return None
    return None


def _quantified(units: list[Unit], begin: int) -> bool:
    """ "a series of", "a number of" before the phrase."""
    return begin > 1 and units[begin - 1].low == "of" and units[begin - 2].low in QUANTIFIERS


def _is_attribute(units: list[Unit], i: int) -> bool:
    """Whether the participle at `i` stands before its noun: "their recently expired pact"."""
    before = units[i - 1] if i else None
    return before is not None and (before.pos in ("det", "poss", "adv") or before.low.endswith("ly"))


def _object(units: list[Unit], phrase: DocumentPhrase) -> Deed | None:
    """ "signed a treaty", "put their signatures on the accord", "the signing of an agreement", "agreed to a ceasefire"."""
    i = phrase.begin - 1
    while i >= 0:
        if (
            (units[i].pos in ("det", "poss") and units[i].low != "that")
            or units[i].low in QUANTIFIERS
            or (units[i].low in ("of", "both") and i and units[i - 1].low in QUANTIFIERS)
        ):
            i -= 1
        elif phrase.kind == "loan_or_grant" and units[i].low == "to" and i and units[i - 1].low == "up":
            i -= 2
        elif i < phrase.begin and "halt" in units[i].rows and units[i].tenses & {"part"} and _is_attribute(units, i):
            i -= 1
        elif units[i].text in ("“", "”", '"', "‘", "'") or units[i].pos == "adv" or units[i].kind == "number":
            i -= 1
        else:
            break
    if i < 0:
        return None
    unit = units[i]
    found = deed_row(unit)
    if found is not None and unit.low == "signed" and i == phrase.begin - 1 and i and phrase.plural:
        verb = deed_row(units[i - 1])  # "implement signed agreements"
        if units[i - 1].pos == "prep" or (verb is not None and verb[0] in ("keep", "draft")):
            return deed_at(units, i - 1, False) if verb is not None else None
    if found is not None:
        if found[1].get("complement") == "self":
            return None
        return deed_at(units, i, False)
    if phrase.kind == "ceasefire" and unit.low in BEGUN:
        return Deed("agreed", unit, i, subject_before(units, i, clause_begin(units, i)), firm=True)
    if phrase.kind == "joint_statement" and unit.get("report") and unit.tenses & {"past", "s", "part"} and not phrase.needs:
        return Deed("issued", unit, i, None, True)  # "..., says a joint statement"
    if unit.pos == "prep" or unit.low in ("to", "according to"):
        return governed(units, phrase, i)
    return distant(units, phrase, i)


def _is_to_come(units: list[Unit], i: int) -> bool:
    """What stands behind a document not made yet: "would ban missiles", "is almost complete", "is within reach"."""
    if units[i].low in ("would", "could", "might"):
        return True
    return units[i].low in BE and any(unit.low in PENDING_STATES for unit in units[i + 1 : i + 4])


def find_deed(phrase: DocumentPhrase) -> Deed | None:
    """What the sentence says is done to the document, or None. What stands right behind it ("a treaty which they signed")
    outranks the verb that it is the object of ("has yet to ratify")."""
    units = phrase.sentence.units
    own = _participle(units, phrase) or _relative(units, phrase) or _pronoun(units, phrase)
    if own is not None:
        if own.passive and own.subject is None:  # "India has yet to ratify the treaty signed in 2006"
            governing = _object(units, phrase)
            telling = governing is not None and not governing.nominal and not governing.verb.get("draft")
            own.subject = governing.subject if governing is not None and telling else None
        ended = _predicate(units, phrase) if own.passive else None
        if ended is not None and "halt" in ended.verb.rows and ended.firm:  # "a truce agreed by both collapsed"
            own.status, own.cue = ended.status, ended.verb
        return own
    deed = _object(units, phrase) or _for_signing(units, phrase) or _predicate(units, phrase)
    if deed is None and phrase.kind == "joint_statement" and phrase.end < len(units) and units[phrase.end].low == "by":
        return Deed("issued", phrase.noun, phrase.head, None, True)  # "read a statement by the two leaders"
    if deed is None and phrase.end < len(units):
        after = units[phrase.end]
        if not phrase.needs and phrase.kind not in JOINT and _is_to_come(units, phrase.end):
            return Deed("proposed", after, phrase.end, None, True, firm=False)
        if phrase.kind in JOINT and (
            (after.get("report") and after.tenses & {"past", "s"}) or (after.get("cue") or {}).get("sense") == "proposed"
        ):
            return Deed("issued", after, phrase.end, None, True)
        if phrase.kind == "ceasefire" and phrase.definite:
            for i in range(phrase.end, min(len(units), phrase.end + 6)):
                if units[i].low in ("began", "begins", "started", "starts", "held", "holds", "holding", "remains"):
                    return Deed("in_force", units[i], i, None, True)
    return deed
