"""Who takes part in a meeting: the mentions that stand where a party stands."""

from __future__ import annotations

from summitdb.extract.clauses import is_possessor
from summitdb.extract.dependencies import subject
from summitdb.extract.encounters import PARTY_KINDS, Encounter
from summitdb.extract.finite import is_finite, lexical
from summitdb.extract.scenes import GATHERINGS, Scene
from summitdb.extract.triggers import VISITS, is_verb
from summitdb.extract.units import PLAIN, Unit

SENDERS = frozenset({
    "leaders", "ministers", "officials", "representatives", "delegates", "delegations", "delegation", "negotiators", "envoys",
    "diplomats", "heads", "presidents", "premiers", "experts", "team", "teams",
})  # fmt: skip
LINKED = frozenset(
    {"meeting", "meet", "talk", "visit", "light", "travel", "host", "attend", "seal", "document", "discuss", "agree"}
)
STATES = frozenset({"countries", "nations", "states", "governments", "islands"})
NUMERALS = frozenset({
    "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "dozen", "dozens", "several", "scores",
})  # fmt: skip
INVERTED = frozenset({"said", "says", "added", "declared", "announced", "stated", "noted", "stressed", "remarked"})
NAMED = frozenset({"person", "role", "country"})


def _is_sender(unit: Unit) -> bool:
    """Whether a noun names those whom a state sends: "Kenyan negotiators"."""
    return (
        unit.low in SENDERS or unit.kind in ("role", "body", "national", "mark") or "groupnoun" in unit.rows or unit.low == "and"
    )


MEDIATING = ("facilitat", "broker", "mediat", "sponsor")  # "a deal brokered by China"


def is_mediator(units: list[Unit], i: int) -> bool:
    """Whether what stands at `i` only brought others together: "a deal brokered by China"."""
    by = next((k for k in range(i - 1, max(0, i - 4), -1) if units[k].low == "by"), 0)
    return by > 0 and units[by - 1].low.startswith(MEDIATING)


class Attendance:
    """Finds the parties of the encounters of one sentence, from its `units` and what each depends on."""

    def __init__(self, units: list[Unit], depends: list[tuple[str, int]]) -> None:
        self.units = units
        self.depends = depends

    def take(self, encounter: Encounter, scene: Scene, first: int, trigger: int) -> None:
        """Give `encounter` its parties: owners, subjects, objects, those behind "with", and who stands in the scene above."""
        units = self.units
        self._owners(encounter, trigger)
        for i in scene.at:
            if units[i].kind in PLAIN and not units[i].people:
                continue
            if units[i].kind in PARTY_KINDS or units[i].people:
                if self._takes_part(encounter, scene, i, first, trigger):
                    encounter.add(units[i])
            elif units[i].kind == "region" and len(units[i].countries) == 2:
                if self._takes_part(encounter, scene, i, first, trigger):
                    encounter.add(units[i])
            elif units[i].kind == "group" and len(units[i].countries) == 2 and encounter.status != "proposed":
                subject_or_dated = self.depends[i][0] == "" or (self.depends[i][0] == "between" and encounter.date is not None)
                if subject_or_dated and self._takes_part(encounter, scene, i, first, trigger):
                    encounter.add(units[i])
            elif units[i].kind == "organization":
                self._organization(encounter, scene, i, trigger)
            elif units[i].kind == "national" and self._qualifies(i):
                encounter.add(units[i])

    def numbered(self, scene: Scene) -> bool:
        """Whether offices of a number of states act: "leaders of nine Pacific nations", "ministers from 12 countries"."""
        units = self.units
        for i in scene.at:
            if units[i].low in ("nation", "country", "member", "party", "power", "state") and units[i - 1].text == "-" and i > 1:
                if (units[i - 2].kind == "number" and units[i - 2].text not in ("1", "2", "two")) or units[i - 2].low in NUMERALS:
                    return any("meeting" in u.rows for u in units[max(0, i - 6) : i + 4])
            if units[i].low not in STATES:
                continue
            before = units[max(0, i - 5) : i]
            senders = [u for u in before if (u.kind == "role" and u.role is not None and u.role.plural) or u.low in SENDERS]
            if senders and not any(u.countries for u in before):
                counted = any(u.kind == "number" for u in before) or any(w in NUMERALS for u in before for w in u.low.split())
                if counted and (scene.verb is None or i < scene.verb or self.depends[i][0] in ("of", "from", "by", "with")):
                    return True
        return False

    def _qualifies(self, i: int) -> bool:
        """ "U.S. and Soviet arms negotiators met": the adjectives before an office in the plural that names no state itself."""
        following = self.units[i + 1 : i + 4]
        sent = next((u for u in following if u.kind != "national" and u.low != "and"), None)
        if sent is not None and sent.kind == "word" and sent.low in SENDERS and self.depends[i][0] in ("of", "between", ""):
            return True  # "a meeting of Egyptian and Israeli experts"
        office = next((k for k, u in enumerate(following) if u.kind == "role"), None)
        if office is None or following[office].countries or self.depends[i][0]:
            return False
        role = following[office].role
        return role is not None and role.plural and all(u.kind == "word" and u.pos != "prep" for u in following[:office])

    def take_above(self, encounter: Encounter, scene: Scene, first: int, trigger: int) -> None:
        """Give `encounter` the subject of the scene above where its own names fewer than two states."""
        units = self.units
        if encounter.status == "proposed" and self.has_parties(trigger, ("between",), PARTY_KINDS) and len(encounter.codes) > 1:
            self._drop_proposer(encounter, scene)
            return
        if (encounter.status == "proposed" and self._called_for(scene, trigger)) or self._from_outside(encounter, scene, trigger):
            self._drop_proposer(encounter, scene)
            return
        if (encounter.organization and encounter.sidelines) or scene.opener == "owned":
            return
        if len(encounter.codes) > 1 and not self._lacks_subject(encounter, scene, first):
            return
        if scene.parent is None or not any(units[i].pos == "neg" for i in scene.parent.at):
            for i in subject(units, self.depends, scene):
                if i not in scene.at and units[i].low not in ("they", "both", "it"):
                    encounter.add(units[i])
        if scene.parent is not None and scene.opener in ("at", "in", "during", "after", "following"):
            self._addressed(encounter, scene.parent)

    def has_parties(
        self,
        i: int,
        links: tuple[str, ...] = ("between", "with"),
        kinds: frozenset[str] = NAMED,
    ) -> bool:
        """Whether parties hang on the noun at `i`: "a meeting between the host of the summit and X"."""
        return "meeting" in self.units[i].rows and any(
            head == i and prep in links and self.units[k].kind in kinds for k, (prep, head) in enumerate(self.depends)
        )

    def _called_for(self, scene: Scene, trigger: int) -> bool:
        """ "Called for dialogue in Venezuela": talks of others, unless it says with whom."""
        units = self.units
        at = next((i for i in scene.at if units[i].low in ("called", "calls", "urged", "appealed")), None)
        return at is not None and at < trigger and not self.has_parties(trigger, ("with",), PARTY_KINDS)

    def _from_outside(self, encounter: Encounter, scene: Scene, trigger: int) -> bool:
        """ "Moscow applauds the meeting of the ministers of A and B": what is said of a meeting of others."""
        verb = lexical(self.units, scene.verb) if scene.verb is not None else trigger
        stance = (self.units[verb].rows.get("report") or {}).get("stance")
        return (
            verb < trigger
            and bool(stance)
            and len(encounter.codes) > 2
            and self.has_parties(trigger, ("between", "of"), PARTY_KINDS)
        )

    def _drop_proposer(self, encounter: Encounter, scene: Scene) -> None:
        """Who calls for talks between others takes no part in them."""
        head = {id(self.units[i]) for i in subject(self.units, self.depends, scene)}
        encounter.people = [(p, u) for p, u in encounter.people if id(u) not in head]
        encounter.countries = [(c, u) for c, u in encounter.countries if id(u) not in head]

    def _lacks_subject(self, encounter: Encounter, scene: Scene, first: int) -> bool:
        """Whether who received or visited stands in the scene above: "made the offer as he hosted the leaders of X and Y"."""
        own = {id(unit) for _, unit in encounter.people} | {id(unit) for _, unit in encounter.countries}
        return (
            encounter.verbal
            and not any(i < first and id(self.units[i]) in own for i in scene.at)
            and "aux" not in {self.units[i].pos for i in scene.at if first - 2 <= i < first}
        )

    def _addressed(self, encounter: Encounter, above: Scene) -> None:
        """Those spoken to in the scene above: "told the Russian president at a forum"."""
        for i in above.at:
            if (
                above.verb is not None
                and i > above.verb
                and self.units[i].kind in ("person", "role")
                and self.depends[i][0] in ("", "to")
                and i - above.verb <= 4
            ):
                encounter.add(self.units[i])

    def _owners(self, encounter: Encounter, trigger: int) -> None:
        """Whose meeting it is: "Putin's visit", "his visit", "US-China talks", "the Iranian president's trip"."""
        units = self.units
        i = trigger - 1
        while i >= 0 and trigger - i <= 6:
            unit = units[i]
            if unit.text in ("'s", "’s", "'", "’"):
                if i and units[i - 1].kind in PARTY_KINDS:
                    encounter.add(units[i - 1])
                return
            if unit.pos == "poss":
                if unit.low in ("his", "her"):
                    encounter.add(unit)
                return
            if unit.kind == "organization":
                encounter.organization = (
                    encounter.organization or (unit.organization, unit) if unit.organization else encounter.organization
                )
            elif unit.kind == "national" and "meeting" not in units[trigger].rows and not _is_sender(units[i + 1]):
                return  # "Kenyan tourists visited Uganda"
            elif unit.kind in ("national", "country", "region") and not is_finite(units, i):
                if self.depends[i][0] in ("in", "at", "to") or (i and units[i - 1].pos == "prep"):
                    return
                for code in unit.countries[:1] if unit.kind != "region" else unit.countries if len(unit.countries) == 2 else ():
                    if code not in encounter.codes:
                        encounter.countries.append((code, unit))
            elif (
                unit.kind == "person"
                or unit.pos in ("prep", "aux", "modal", "det", "pron")
                or is_finite(units, i)
                or unit.kind in ("date", "quotation", "role", "body")
            ):
                return
            i -= 1

    def _takes_part(self, encounter: Encounter, scene: Scene, i: int, first: int, trigger: int) -> bool:
        """Whether the mention at `i` stands where a party stands: subject, object, behind "with", "between", "by", "of"."""
        units = self.units
        unit = units[i]
        if unit.low in ("his", "her", "its", "they", "it", "we", "both") or (
            is_possessor(units, i) and i + 2 < len(units) and i + 2 != trigger
        ):
            return False
        if unit.kind == "person" and any(u.low in ("message", "letter") for u in units[i + 1 : i + 5]):
            return False  # ", in a message read out at the ceremony, said"
        prep, head = self.depends[i]
        if prep and prep == scene.opener and scene.verb is not None and i < scene.verb and head < scene.at[0]:
            prep = ""  # "after Bush had talks with Y"
        named_for = encounter.format in GATHERINGS or (i > 0 and units[i - 1].pos == "det")
        if unit.kind == "city" and i + 1 == trigger and named_for:
            return False
        if prep == "":
            if unit.kind == "city" and not unit.countries:
                return False
            if i > first and self._is_of_purpose(first, i):
                return False
            if is_verb(units, first) and i > first and (scene.verb is None or scene.verb <= first):
                return (
                    encounter.format not in VISITS
                    or unit.kind in ("country", "person", "role")
                    or (unit.kind == "city" and i - first <= 2)
                )
            if scene.verb is None or i < scene.verb:
                return scene.verb is not None or i < trigger
            if i == scene.verb + 1 and i < trigger and units[scene.verb].low in INVERTED:
                return True
            governing = units[lexical(units, scene.verb)]
            return bool(governing.rows.keys() & {"host", "invite", "meet"}) and unit.kind != "city"
        if unit.kind == "city" and prep not in ("with", "between"):
            return False
        above = units[head] if head >= 0 else None
        linked = above is not None and (head in (first, trigger) or bool(above.rows.keys() & LINKED) or above.pos == "adv")
        if prep in ("with", "alongside", "between", "among", "amongst"):
            return linked or above is None or above.kind in ("date", "city")
        if prep == "of" and unit.kind == "person" and units[i - 1].low != "of" and units[i - 1].pos != "det":
            return i > trigger  # a title before the name: "with Head of the Department of Y Z"
        if prep == "of":
            return above is not None and (
                head == trigger or above.low in SENDERS or "groupnoun" in above.rows or above.kind in ("role", "body", "person")
            )
        if prep == "from":
            if encounter.format == "call" and head == trigger:
                return True
            return (
                above is not None
                and (above.low in SENDERS or above.kind in ("role", "body", "person"))
                and self._takes_part(encounter, scene, head, first, trigger)
            )
        if prep == "by":
            made = encounter.format in VISITS and trigger < i and not any(is_finite(units, k) for k in range(trigger + 1, i))
            if above is None or is_mediator(units, i):
                return False
            return head == trigger or made or bool(above.tenses & {"part"}) or above.low.endswith("ed")
        if prep in ("on", "upon"):
            return above is not None and head == trigger and units[trigger].low.endswith(("call", "called"))
        if prep == "to":
            if unit.kind == "country" and encounter.format in VISITS:
                return linked
            invited = above is not None and above.low.startswith("invit") and unit.kind != "city"
            return (encounter.format == "call" and head == trigger) or invited
        if prep != "including" or unit.kind == "city":
            return False
        return (
            unit.kind != "country"
            or above is None
            or above.kind in ("role", "person", "country", "group", "body")
            or (above.low in SENDERS | STATES or "groupnoun" in above.rows)
        )

    def _is_of_purpose(self, first: int, i: int) -> bool:
        """Whether the mention at `i` is what they met for: "met to discuss Somalia", not "flew in to meet the president"."""
        verb = next(
            (k for k in range(i - 1, first + 1, -1) if "base" in self.units[k].tenses and self.units[k - 1].low == "to"), None
        )
        return verb is not None and not self.units[verb].rows.keys() & {"meet", "visit", "host", "talk", "attend", "invite"}

    def _organization(self, encounter: Encounter, scene: Scene, i: int, trigger: int) -> None:
        """The body that holds the gathering ("ASEAN summit", "summit of the GCC") or takes part in it ("talks with the EU")."""
        unit = self.units[i]
        if unit.organization is None:
            return
        prep, head = self.depends[i]
        if prep in ("with", "between") and head >= 0:
            encounter.partner = encounter.partner or (unit.organization, unit)
        elif prep == "of" and (head == trigger or (0 <= head < trigger and self.units[head].kind != "organization")):
            encounter.organization = encounter.organization or (unit.organization, unit)
        elif prep == "" and scene.verb is not None and i < scene.verb < trigger and not is_possessor(self.units, i):
            if "light" in self.units[lexical(self.units, scene.verb)].rows and "meeting" in self.units[trigger].rows:
                if self.has_parties(trigger, ("with",), PARTY_KINDS):
                    encounter.partner = encounter.partner or (unit.organization, unit)
                else:
                    encounter.organization = encounter.organization or (unit.organization, unit)
