"""Nouns for a meeting, a visit or a call, and where they mean something else: "a press conference", "called for"."""

from __future__ import annotations

from summitdb.extract.clauses import unit_after
from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.extract.visit_verbs import has_object

MEDIA = frozenset({"news", "press", "media", "joint press", "telephone press"})


# "With dialogue in various areas": no meeting, a way to deal with each other.
BARE = frozenset({"with", "through", "for", "of", "in", "by", "via", "to", "and", "or", "promote", "enhance", "strengthen"})
# "The list of conference participants": who or what belongs to a meeting, not the meeting.
COMPOUNDS = frozenset({
    "participants", "participant", "hall", "centre", "center", "table", "room", "venue", "organizers", "organisers", "agenda",
    "delegates", "delegate", "documents", "papers", "process", "mechanism", "mechanisms", "partner", "partners", "organiser",
    "company", "companies", "operator", "operators", "guide", "guides", "bus", "buses", "agency", "package", "packages",
    "organizer", "attendees", "invitation", "invitations", "preparations", "hosts", "secretariat", "rooms", "halls", "facilities",
})  # fmt: skip


DOMESTIC = frozenset({"cabinet", "board", "party", "parliament"})
INSTITUTIONS = frozenset({"committee", "cabinet", "government", "party", "board", "parliament", "senate", "ministry", "company"})


def _names_summit(units: list[Unit], i: int) -> bool:
    """Whether a summit is named right behind: "will attend, via videoconference, the Russia-ASEAN Summit"."""
    return any("meeting" in u.rows and u.rows["meeting"]["format"] == "summit" for u in units[i + 1 : i + 8])


def _is_done_to(units: list[Unit], i: int) -> bool:
    """Whether the bare word at `i` is a verb with an object: "Fijians call Peru a friend", "people visit his shrine"."""
    before, after = units[i - 1], unit_after(units, i)
    if after is None or units[i].low.endswith("s") or before.kind not in ("national", "word", "country"):
        return False
    if after.pos in ("det", "poss"):
        return before.pos is None or before.low == "people"
    return before.kind == "national" and before.low.endswith("s") and after.kind in ("country", "city", "national")


def of_noun(units: list[Unit], i: int) -> str | None:
    """The format of the meeting that the noun at `i` means, None where it means something else."""
    unit = units[i]
    form = unit.rows["meeting"]["format"]
    before = units[i - 1] if i else None
    after = unit_after(units, i)
    if unit.low in ("visit", "visits", "tour", "tours", "call", "calls", "phone", "telephone", "stay"):
        if before is not None and (
            before.low == "to"
            or before.pos == "modal"
            or before.kind == "person"
            or before.pos == "pron"
            or _is_done_to(units, i)
        ):
            if unit.low in ("visit", "visits", "tour", "tours"):
                return "visit" if has_object(units, i) else None
            return None
        if unit.low == "calls" and after is not None and (after.pos in ("pron", "det", "poss") or after.low == "that"):
            return None  # "China calls them the Diaoyu Islands"
        dated = i + 2 < len(units) and units[i + 2].kind == "date"
        if (
            unit.low in ("call", "calls")
            and after is not None
            and not dated
            and after.low in ("for", "on", "to", "it", "upon", "themselves")
        ):
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
    if before is not None and before.text in POSSESSIVES and i > 1 and units[i - 2].low.split(" ")[-1] in INSTITUTIONS:
        return None  # "said at the committee's meeting"
    if before is not None and before.low.split(" ")[-1] in DOMESTIC and units[i - 2].text != "-":
        return None  # "at a cabinet meeting", not "three-party talks"
    if unit.low == "dialogue" and (before is None or before.low in BARE):
        return None
    if after is not None and after.low in COMPOUNDS and after.kind == "word":
        return None
    if unit.low in ("dialogue", "conversation") and before is not None and before.low in ("constructive", "open", "political"):
        return None
    return form
