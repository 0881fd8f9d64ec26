"""Which words speak of a meeting, a visit or a call, and of what format."""

from __future__ import annotations

from summitdb.extract.clauses import is_mention
from summitdb.extract.units import Unit

WEIGHT = {
    "state_visit": 9, "official_visit": 8, "working_visit": 8, "video_conference": 7, "summit": 6, "ministerial": 6,
    "call": 5, "visit": 4, "negotiations": 3, "meeting": 2,
}  # fmt: skip
VISITS = frozenset({"visit", "state_visit", "official_visit", "working_visit"})
CALLS = frozenset({"call", "video_conference"})
MEDIA = frozenset({"news", "press", "media", "joint press", "telephone press"})
LINES = frozenset({"phone", "telephone", "telephone call", "phone call", "telephone conversation", "phone conversation"})


GOING = frozenset({"go", "goes", "going", "went", "gone"})
SENT = frozenset({"letter", "letters", "message", "messages", "invitation", "copy", "note", "aid", "reports", "news"})
JOINED = frozenset({"joined", "joins"})
# Words without a row for meetings that can tell of one: "called on", "joined", "is due in".
BEARING = JOINED | {"called"}
AWAITED = ("due", "expected", "awaited")
# What bodies are called that can be a gathering themselves.
SITTING = (" summit", " summits", "forum", "conference")


def weight(form: str) -> int:
    """How telling a format is: a state visit says more than a meeting."""
    return WEIGHT.get(form, 0)


def is_named_summit(unit: Unit) -> bool:
    """Whether an organization is itself a gathering: "the annual East Asia Summit"."""
    return unit.kind == "organization" and unit.low.endswith((" summit", " summits"))


def _sits(units: list[Unit], i: int) -> bool:
    """Whether the body at `i` is a gathering that begins or ends: "the Pacific Islands Forum opened in Suva"."""
    row = units[i + 1].rows.get("light") if i + 1 < len(units) else None
    return row is not None and units[i + 1].low.startswith(("open", "beg", "end", "conclu", "clos", "start", "kick"))


def format_at(units: list[Unit], i: int) -> str | None:
    """The format of the meeting that the unit at `i` speaks of, None where it speaks of none."""
    unit = units[i]
    if is_named_summit(unit):
        return "summit"
    if unit.kind == "organization" and unit.low.endswith(("forum", "conference")) and _sits(units, i):
        return "meeting"
    if unit.kind != "word":
        return None
    rows = unit.rows
    if "meeting" in rows:
        return _of_noun(units, i)
    if "meet" in rows and unit.tenses:
        return _of_meeting(units, i)
    if "visit" in rows and unit.tenses:
        return "visit" if _has_object(units, i) or "part" in unit.tenses else None
    if "travel" in rows:
        return _of_travel(units, i)
    if "talk" in rows:
        return _of_talk(units, i)
    if unit.low == "called" and _calls_on(units, i):
        return "meeting"
    if unit.low in JOINED and _joins_somebody(units, i):
        return "meeting"
    if unit.low.endswith(AWAITED) and _is_awaited(units, i):
        return "visit"
    if "host" in rows and unit.tenses:
        return "meeting" if _receives(units, i) else None
    return None


def _calls_on(units: list[Unit], i: int) -> bool:
    """ "Called on the prime minister at his residence", not "called on the prime minister to resign"."""
    if i + 2 >= len(units) or units[i + 1].low not in ("on", "upon"):
        return False
    at = i + 3 if units[i + 2].pos == "det" else i + 2
    if at >= len(units):
        return False
    role = units[at].role
    one = units[at].kind == "person" or (role is not None and not role.plural) or units[at].low in ("him", "her")
    if not one:
        return False
    return all(unit.low not in ("to", "for") for unit in units[at + 1 : at + 3])


def _joins_somebody(units: list[Unit], i: int) -> bool:
    """ "Joined President X in Kampala", not "joined President X in calling for"."""
    for k in range(i + 1, min(i + 4, len(units))):
        unit = units[k]
        if unit.kind == "person" or (unit.kind == "role" and unit.countries):
            behind = units[k + 1 : k + 3]
            owner = bool(behind) and behind[0].text in ("'s", "’s")
            return not owner and not (len(behind) > 1 and behind[0].low == "in" and behind[1].low.endswith("ing"))
        if unit.pos != "det" and unit.kind != "national":
            return False
    return False


def _is_awaited(units: list[Unit], i: int) -> bool:
    """ "Is due in Quito on Friday", "was expected here": a visit to come."""
    after = _after(units, i)
    if after is None or after.low not in ("in", "at", "here"):
        return False
    if after.low == "here":
        return True
    return any(u.kind in ("city", "country") or u.low == "capital" for u in units[i + 2 : i + 5])


def _after(units: list[Unit], i: int) -> Unit | None:
    return units[i + 1] if i + 1 < len(units) else None


def _names_summit(units: list[Unit], i: int) -> bool:
    """Whether a summit is named right behind: "will attend, via videoconference, the Russia-ASEAN Summit"."""
    return any("meeting" in u.rows and u.rows["meeting"]["format"] == "summit" for u in units[i + 1 : i + 8])


def _of_noun(units: list[Unit], i: int) -> str | None:
    unit = units[i]
    form = unit.rows["meeting"]["format"]
    before = units[i - 1] if i else None
    after = _after(units, i)
    if unit.low in ("visit", "visits", "tour", "tours", "call", "calls", "phone", "telephone", "stay"):
        if before is not None and (
            before.low == "to" or before.pos == "modal" or before.kind == "person" or before.pos == "pron"
        ):
            if unit.low in ("visit", "visits", "tour", "tours"):
                return "visit" if _has_object(units, i) else None
            return None
        if unit.low in ("call", "calls") and after is not None and after.low in ("for", "on", "to", "it", "upon", "themselves"):
            return None
        if unit.low in ("phone", "telephone"):
            return "call" if before is not None and before.low in ("by", "over", "the", "via") else None
        if unit.low == "stay":
            noun = before is not None and (
                before.text in ("-", "day") or any(u.pos in ("det", "poss") for u in units[max(0, i - 3) : i])
            )
            return "visit" if noun and after is not None and after.low in ("in", "at") else None
    if unit.low.endswith("ministerial") and after is not None and after.low in ("level", "levels", "post", "posts", "team"):
        return None
    if after is not None and after.text in ("'", "’", "-") and unit.low != "talks":
        return None
    if unit.low in ("event", "events", "occasion") and (
        before is None or before.low not in ("the", "this") or unit.low == "events"
    ):
        return None
    if (
        form == "video_conference"
        and before is not None
        and before.low in ("via", "through", "by")
        and (
            _names_summit(units, i)
            or not any(
                u.rows.keys() & {"talk", "meet", "light", "discuss", "seal"} or u.low.startswith("inaugurat") for u in units[:i]
            )
        )
    ):
        return None
    if unit.low == "conference" and before is not None and before.low in MEDIA:
        return None
    if unit.low == "discussion" and before is not None and before.low in ("under", "for", "no", "any"):
        return None
    if unit.low in ("dialogue", "conversation") and before is not None and before.low in ("constructive", "open", "political"):
        return None
    return form


def _of_meeting(units: list[Unit], i: int) -> str | None:
    """ "Met", unless what is met is a condition ("met the demands") or a line ("where the rivers meet")."""
    unit = units[i]
    after = _after(units, i)
    if after is not None and (after.pos in ("det", "poss")):
        following = next((u for u in units[i + 2 : i + 6] if u.kind != "national" and u.pos not in ("word", "adv")), None)
        if (
            following is not None
            and following.kind == "word"
            and not ("groupnoun" in following.rows or "office" in following.rows)
        ):
            if any(is_mention(u) for u in units[i + 1 : i + 5]):
                return str(unit.rows["meet"]["value"])
            return None
    if after is not None and after.kind == "quantity":
        return None
    return str(unit.rows["meet"]["value"])


def _has_object(units: list[Unit], i: int) -> bool:
    """Whether a place or an office stands right behind the verb: "visited Tehran", "will visit the Vietnamese capital"."""
    for unit in units[i + 1 : i + 6]:
        if unit.kind in ("city", "country", "region", "organization", "national"):
            return True
        if unit.kind == "person" or (unit.kind == "role" and unit.countries):
            return True
        if (
            unit.pos not in ("det", "poss", "adv", "word")
            and unit.kind != "date"
            and not ("groupnoun" in unit.rows or "modifier" in unit.rows)
        ):
            return unit.low in ("town", "port", "resort", "island")
    return False


def leg(units: list[Unit], i: int) -> str:
    """ "arrival" or "departure" where the verb at `i` only tells of the ends of a visit: "arrived on Sunday", "left for home"."""
    unit = units[i]
    if "travel" not in unit.rows or not unit.tenses:
        return ""
    following = units[i + 1 : i + 6]
    if following and following[0].low in ("back", "home"):
        return "departure"
    if unit.low.startswith("arriv"):
        return "" if any(u.kind in ("city", "country") or u.low == "capital" for u in following) else "arrival"
    if unit.low.startswith(("lea", "left", "depart", "return")):
        forward = any(u.low == "for" for u in following[:3]) and any(u.kind in ("city", "country") for u in following[:4])
        return "" if forward and not unit.low.startswith("return") else "departure"
    return ""


def _goes_to(units: list[Unit], i: int) -> bool:
    """ "Went to Paris", "goes on to the Danish capital", not "went to court"."""
    at = i + 2 if i + 1 < len(units) and units[i + 1].low == "on" else i + 1
    to = at < len(units) and units[at].low == "to"
    return to and any(u.kind in ("city", "country") or u.low == "capital" for u in units[at + 1 : at + 4])


def _of_travel(units: list[Unit], i: int) -> str | None:
    """ "Arrived in", "flew to", "left for Minsk"."""
    unit = units[i]
    if not unit.tenses:
        return None
    if leg(units, i):
        before = units[i - 1] if i else None
        return "visit" if unit.tenses & {"past", "s"} and before is not None and before.kind not in ("date", "number") else None
    if unit.low in GOING and not _goes_to(units, i):
        return None
    leaves = unit.low.startswith(("lea", "left", "depart"))
    wanted = ("for",) if leaves else ("in", "to", "into", "for", "at", "here", "on")
    for later in units[i + 1 : i + 5]:
        if later.low in wanted:
            return "visit"
        if later.kind != "date" and later.pos not in ("adv", "prep") and later.kind != "city":
            return None
    return None


def _of_talk(units: list[Unit], i: int) -> str | None:
    """ "Spoke by phone with", "spoke today with": a call. "Spoke to reporters" is none."""
    unit = units[i]
    if not unit.tenses & {"past", "part", "base", "s"}:
        return None
    if unit.low.startswith(("phone", "telephone")):
        after = _after(units, i)
        return "call" if "past" in unit.tenses and after is not None and is_mention(after) else None
    nearby = units[i + 1 : i + 14]
    if any(u.low in LINES or u.low == "call" for u in nearby):
        return "call"
    if any(u.low.startswith(("video", "secure video")) for u in nearby):
        return "video_conference"
    for k, later in enumerate(nearby[:4]):
        if later.low in ("with", "to"):
            target = next((u for u in nearby[k + 1 : k + 4] if u.pos not in ("det", "poss")), None)
            official = target is not None and (
                target.kind == "person" or (target.kind == "role" and bool(target.people or target.countries))
            )
            return "call" if official and later.low == "with" and not unit.low.startswith("talk") else None
        if later.pos != "adv" and later.kind != "date" and later.low != "on":
            return None
    return None


def is_verb(units: list[Unit], i: int) -> bool:
    """Whether the trigger at `i` takes an object: "met", "visited", and "meeting" right before a name."""
    unit = units[i]
    if "meeting" not in unit.rows:
        return True
    after = _after(units, i)
    return unit.low == "meeting" and after is not None and after.kind in ("person", "role")


def _receives(units: list[Unit], i: int) -> bool:
    """Whether the verb's object is a person or an office: "received Foreign Minister X", "was received by King Y"."""
    after = _after(units, i)
    if after is None:
        return False
    passive = i > 0 and units[i - 1].pos == "aux"
    if passive and (units[i - 2].low in ("which", "that") or any(u.low in SENT for u in units[max(0, i - 5) : i])):
        return False  # "the letter, which was received by the crown prince"
    if passive and "part" in units[i].tenses:
        for k in range(i + 1, min(i + 11, len(units))):
            if units[k].low == "by":
                return True
            if units[k].text == "," or units[k].pos in ("aux", "modal", "conj", "rel", "sub") or units[k].tenses & {"past", "s"}:
                break
    if after.low == "by":
        return passive
    if not units[i].tenses & {"past", "s", "base", "ing"}:
        return False
    for unit in units[i + 1 : i + 9]:
        if unit.kind in ("person", "role"):
            return True
        set_in = unit.kind in ("date", "city") or unit.low in ("on", "in", "at", "visiting", "audience")
        if not set_in and (unit.kind != "word" or unit.pos not in ("det", "adv", "poss")):
            return False
    return False
