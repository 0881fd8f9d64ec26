"""Constructions around the word for a meeting that say whether it was, is or is to be: "agreed to hold a summit", "is in Warsaw
for talks", "the last meeting", "the deal reached at the summit will ..."."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention
from summitdb.extract.finite import COMMAS, lexical
from summitdb.extract.scenes import Scene
from summitdb.extract.triggers import VISITS
from summitdb.extract.units import POSSESSIVES, Unit

RECALLING = frozenset({"last", "previous", "earlier", "past", "recent", "inaugural"})
AGO = frozenset({"ago", "previously", "formerly", "last"})
COMING = frozenset(
    {
        "next",
        "upcoming",
        "prospective",
        "eventual",
        "anticipated",
        "envisaged",
        "forthcoming",
        "planned",
        "coming",
        "scheduled",
        "future",
        "impending",
        "proposed",
        "possible",
        "potential",
    }
)
LONGED = frozenset({"highly", "much", "long", "eagerly", "hotly", "widely", "keenly"})
ASKING = frozenset({
    "urged", "urges", "proposed", "proposes", "offered", "offers", "suggested", "suggests", "demanded", "sought", "seeks",
    "requested", "appealed", "pressed", "pushed", "wants", "wanted", "favours", "favoured", "favored",
})  # fmt: skip
RESOLVING = ("agree", "decid", "resolv", "pledg", "vow", "arrang", "promis", "undert", "accept")
AGREED = frozenset(
    {"agreement", "decision", "decisions", "plan", "plans", "pledge", "promise", "commitment", "arrangements", "deal"}
)
WISHED = frozenset({
    "desire", "wish", "offer", "proposal", "readiness", "willingness", "intention", "invitation", "request", "hope", "hopes",
    "chance", "opportunity", "effort", "efforts", "attempt", "attempts", "bid", "call", "calls", "need", "refusal",
    "initiative", "idea", "suggestion",
})  # fmt: skip
FAVOURED = WISHED | {"support", "possibility", "interest", "prospect", "prospects", "importance", "option", "favour", "favor"}
OUTCOMES = frozenset({
    "results", "result", "outcome", "outcomes", "consensus", "consensuses", "understandings", "success", "spirit", "fruits",
    "follow-up", "conclusions", "decisions", "agreements", "memory", "memories", "reached", "achieved", "signed", "made",
    "agreed",
})  # fmt: skip
OWNED = frozenset({"date", "number", "national", "person", "country"})
PARTS = frozenset({
    "end", "start", "beginning", "opening", "close", "closing", "conclusion", "day", "days", "hours", "eve", "round", "rounds",
    "session", "sessions", "series", "stage", "phase", "part", "leg", "sidelines", "margins", "course", "occasion", "framework",
    "number", "edition", "kind", "first", "second", "third", "one", "two", "lot", "couple",
})  # fmt: skip
ARRANGED = frozenset(
    {"set up", "launch", "establish", "restart", "revive", "arrange", "schedule", "initiate", "organise", "organize"}
)
DONE_TOGETHER = frozenset({"light", "host", "attend", "meet", "visit", "travel", "talk"})
ENDED = frozenset({"completed", "concluded", "finished", "finalised", "finalized", "ended", "wrapped"})
SETTING = frozenset({"at", "in", "during", "after"})


def within_subject(units: list[Unit], scene: Scene, trigger: int) -> bool:
    """Whether the noun tells where something was done that the verb is said of: "the deal reached at the talks will ...",
    "granting membership at the summit will ..."."""
    at = trigger - 1
    while at > 0 and trigger - at < 7 and units[at].low not in SETTING:
        if units[at].pos in ("conj", "prep", "aux") or units[at].text == ",":
            return False
        at -= 1
    if at <= 0 or units[at].low not in SETTING:
        return False
    done = next(
        (u for u in reversed(units[max(0, at - 3) : at]) if u.kind not in ("date", "city") and u.pos not in ("prep", "adv")), None
    )
    first = units[scene.at[0]]
    return (done is not None and "part" in done.tenses and done.kind == "word") or (
        first.kind == "word" and first.low.endswith("ing")
    )


def is_there(units: list[Unit], scene: Scene, trigger: int) -> bool:
    """ "Is in Warsaw for talks", "are here on a visit"."""
    verb = scene.verb
    if verb is None or units[verb].low not in ("is", "are") or trigger <= verb or trigger - verb > 9:
        return False
    after = units[verb + 1 : verb + 4]
    if after and after[0].low == "currently":
        after = after[1:]
    if not after:
        return False
    if after[0].low == "on":
        return units[trigger].rows.get("meeting", {}).get("format") in VISITS
    there = after[0].low == "here" or (after[0].low == "in" and any(u.kind in ("city", "country") for u in after[1:]))
    return there and any(u.low in ("for", "on") for u in units[verb + 2 : trigger])


def goes_on(units: list[Unit], trigger: int, verb: int | None) -> bool:
    """ "Have been negotiating since May", "the talks have not been completed yet": under way."""
    if verb is None or units[verb].low not in ("has", "have"):
        return False
    behind = [unit.low for unit in units[verb + 1 : verb + 6]]
    if "held" in behind and verb < trigger and any(unit.low == "since" for unit in units[trigger : trigger + 6]):
        return True  # "have held talks since July"
    if "been" not in behind:
        return False
    if verb < trigger:
        return units[trigger - 1].low == "been" and "ing" in units[trigger].tenses
    return any(word in ("not", "yet") for word in behind) and any(word in ENDED for word in behind)


def resolved(units: list[Unit], trigger: int, verb: int | None) -> bool:
    """ "Agreed to set up a commission and to hold a summit"."""
    if verb is None:
        return False
    verb = lexical(units, verb)
    if not units[verb].low.startswith(RESOLVING) or trigger <= verb:
        return False
    for k in range(min(trigger, len(units) - 2), max(verb, trigger - 6), -1):
        arranged = units[k].low in ARRANGED or (units[k].low == "set" and units[k + 1].low == "up")
        if units[k].kind == "word" and (arranged or (units[k].rows.keys() & DONE_TOGETHER and "base" in units[k].tenses)):
            return units[k - 1].low == "to" and (units[k].low != "make" or trigger - k < 4)
        if units[k].pos in ("prep", "conj", "aux") or units[k].text == ",":
            return False
    return False


def behind_noun(units: list[Unit], trigger: int) -> str | None:
    """ "planned" or "proposed" where the meeting is what a noun is about: "an agreement to meet", "their wish to hold talks",
    "support for hosting a summit"."""
    for k in range(trigger, max(0, trigger - 6), -1):
        if units[k - 1].low == "to" and "base" in units[k].tenses:
            at = k - 3 if k > 2 and units[k - 2].text in COMMAS else k - 2
            noun = units[at].low if at >= 0 else ""
            return "planned" if noun in AGREED else "proposed" if noun in WISHED else None
        if "ing" in units[k].tenses and units[k - 1].low in ("for", "of", "in") and k > 1 and units[k - 2].low in FAVOURED:
            return "proposed"
        if units[k].pos in ("prep", "conj", "aux") or units[k].text == ",":
            return None
    return None


def in_passing(units: list[Unit], trigger: int) -> bool:
    """ "The futility of the latest round of talks", "in view of X's conversations with Y": a meeting that something else is said
    of. "The end of the talks", "the second day of the summit" are the meeting itself."""
    head = trigger
    while head == trigger or units[head].low in PARTS:
        at = head - 1
        while at > 0 and (units[at].kind in OWNED or units[at].pos in ("det", "poss", "word") or units[at].text in POSSESSIVES):
            at -= 1
        if at < 1 or units[at].low not in ("of", "in view of"):
            return False
        head = at - 1
    return units[head].kind == "word"


def is_outcome(units: list[Unit], trigger: int) -> bool:
    """ "The results of X's state visit in September": it was held, whatever is said of its results."""
    for k in range(trigger - 1, max(0, trigger - 9), -1):
        if units[k].low in ("of", "from", "at", "during", "after"):
            return any(unit.low in OUTCOMES for unit in units[max(0, k - 4) : k])
        if units[k].pos in ("aux", "modal") or units[k].text == ",":
            return False
    return False


def asks(units: list[Unit], verb: int) -> bool:
    """ "Called for talks", "called on X to resume talks", "urged a meeting", "offered a visit"."""
    verb = lexical(units, verb)
    low = units[verb].low
    if low in ("called", "calls"):
        behind = units[verb + 1 : verb + 8]
        return bool(behind) and (
            behind[0].low == "for" or (behind[0].low in ("on", "upon") and any(unit.low == "to" for unit in behind[2:]))
        )
    return low in ASKING


def looks_ahead(units: list[Unit], trigger: int) -> bool:
    """ "By the time they meet": a bare present behind its subject looks ahead."""
    before = units[trigger - 1] if trigger else None
    tenses = units[trigger].tenses
    return (
        "base" in tenses
        and not tenses & {"past", "part"}
        and "meeting" not in units[trigger].rows
        and before is not None
        and (before.pos == "pron" or is_mention(before))
    )


def recollects(units: list[Unit], scene: Scene, trigger: int) -> bool:
    """ "Last met in May", "met three years ago", "previously visited"."""
    near = [i for i in scene.at if units[i].low in AGO and abs(i - trigger) < 9]
    return any(
        units[i].low != "last" or (i + 1 < len(units) and units[i + 1].rows.keys() & {"meet", "visit", "talk", "light"})
        for i in near
    )


def _is_longed_for(units: list[Unit], i: int) -> bool:
    """Whether "anticipated" at `i` leaves open if the meeting is still to come: "highly-anticipated", not on the eve of it."""
    eve = any(unit.low in ("eve", "prelude", "ahead of", "ahead", "before", "next") for unit in units[max(0, i - 6) : i])
    return not eve and any(unit.low in LONGED for unit in units[max(0, i - 2) : i])


def adjective_of(units: list[Unit], trigger: int) -> str | None:
    """ "recalled", "ongoing" or "coming" where an adjective right before the noun says so: "their last meeting"."""
    for i in range(trigger - 1, max(-1, trigger - 6), -1):
        unit = units[i]
        if unit.kind == "mark" and unit.text not in ("-", "–", "'", "’"):
            return None
        if unit.kind not in ("word", "national", "country", "mark", "organization", "date", "number") or unit.pos in (
            "prep",
            "aux",
            "modal",
        ):
            return None
        if unit.low in ("current", "ongoing"):
            return "ongoing"
        if unit.low in RECALLING:
            return "recalled"
        if unit.low == "anticipated" and _is_longed_for(units, i):
            continue  # "his highly-anticipated meeting": so were those that have been held
        if unit.low in COMING:
            return "coming" if unit.low not in ("proposed", "possible", "potential") else "proposed"
        if unit.pos in ("det", "poss"):
            return None
    return None
