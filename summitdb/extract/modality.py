"""Whether what a verb says is done, planned, only proposed, or denied: "signed", "is due to sign", "could sign", "failed to"."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention
from summitdb.extract.units import Unit

SHUNNING = frozenset(
    ("short", "without", "avoid", "avoided", "avoiding", "refused", "delayed", "delaying", "considering", "suggested")
)
AFTER = frozenset(("after", "by", "since", "upon", "following", "and", "when", "while", "ceremony", "with"))
DONE, PLANNED, PROPOSED, DENIED = "done", "planned", "proposed", "denied"


def senses_of(units: list[Unit], verb: int) -> tuple[list[tuple[str, str]], int]:
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
        elif (
            unit.pos in ("aux", "adv")
            or unit.low in ("to", "jointly", "formally", "officially", "first", "able")
            or (unit.kind == "word" and unit.low.endswith("ly"))
        ):
            found.append((unit.low, ""))
        else:
            break
        i -= 1
    return found, i + 1


def modality(units: list[Unit], verb: int) -> str:
    """Whether what the verb at `verb` says is done, planned, only proposed, or denied."""
    senses, begin = senses_of(units, verb)
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
    if "to" in lows and "ing" in units[verb].tenses and lows[0] == "to":
        at = verb - 2
        return DONE if at >= 0 and units[at].low in ("addition", "in addition", "prior") else PLANNED
    if lows[:1] == ["be"] and "to" not in lows:
        return PROPOSED  # "urged that the deal be terminated"
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
    if "halt" in units[before].rows or low in SHUNNING or (low == "of" and before and units[before - 1].low in SHUNNING):
        return DENIED  # "backed out of signing", "stopped short of signing"
    if low in ("of", "for", "on", "at", "in", "to"):
        noun = units[before - 1] if before else units[before]
        sense = (noun.get("modality") or {}).get("sense")
        if sense:
            return {"future": PLANNED, "failed": DENIED}.get(sense, PROPOSED)
        if low == "of" and any(unit.pos == "neg" or unit.low == "never" for unit in units[max(0, before - 6) : before]):
            return PROPOSED  # "have not reached the stage of signing"
        if low == "of" and "halt" in units[before + 1].rows:
            return PROPOSED  # "his slogan of scrapping the pact"
        return PLANNED if low == "for" else DONE
    if low == "before":
        return PLANNED
    before_verb = units[before]
    if before_verb.kind == "word" and before_verb.pos is None:
        return DONE  # "the documents ratifying the treaty"
    return DONE if before_verb.kind in ("mark", "date") or low in AFTER or is_mention(before_verb) else PROPOSED
