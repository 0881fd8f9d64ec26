"""Who takes part in a meeting: the mentions that stand where a party stands."""

from __future__ import annotations

from summitdb.extract.clauses import is_possessor
from summitdb.extract.dependencies import subject
from summitdb.extract.encounters import PARTY_KINDS, Encounter
from summitdb.extract.finite import COMMAS, is_finite, lexical
from summitdb.extract.participation import GATHERING, Participation
from summitdb.extract.scenes import STANCES, Scene
from summitdb.extract.senders import is_sender, qualifies_senders
from summitdb.extract.triggers import VISITS
from summitdb.extract.units import PLAIN, Unit

JOINING = ("participat", "take part", "takes part", "took part", "taking part", "taken part", "representing", "represent")
NAMED = frozenset({"person", "role", "country"})


class Attendance:
    """Finds the parties of the encounters of one sentence, from its `units` and what each depends on."""

    def __init__(self, units: list[Unit], depends: list[tuple[str, int]]) -> None:
        self.units = units
        self.depends = depends
        self.participation = Participation(units, depends)

    def take(self, encounter: Encounter, scene: Scene, first: int, trigger: int) -> None:
        """Give `encounter` its parties: owners, subjects, objects, those behind "with", and who stands in the scene above."""
        units = self.units
        self._owners(encounter, trigger)
        for i in scene.at:
            if units[i].kind in PLAIN and not units[i].people:
                continue
            if units[i].kind in PARTY_KINDS or units[i].people:
                if self.participation.takes_part(encounter, scene, i, first, trigger):
                    encounter.add(units[i])
            elif units[i].kind == "region" and len(units[i].countries) == 2:
                if self.participation.takes_part(encounter, scene, i, first, trigger):
                    encounter.add(units[i])
            elif units[i].kind == "group" and len(units[i].countries) == 2 and encounter.status != "proposed":
                prep, head = self.depends[i]
                of_role = prep == "of" and units[head].kind == "role"  # "the presidents of the two countries"
                subject_or_dated = of_role or prep == "" or (self.depends[i][0] == "between" and encounter.date is not None)
                if subject_or_dated and self.participation.takes_part(encounter, scene, i, first, trigger):
                    encounter.add(units[i])
            elif units[i].kind == "organization":
                self._organization(encounter, scene, i, trigger)
            elif units[i].kind == "national" and qualifies_senders(units, self.depends, i):
                encounter.add(units[i])

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
        if scene.opener == "that" and units[scene.at[0] - 1].low in STANCES:
            return
        if len(encounter.codes) > 1 and not self._lacks_subject(encounter, scene, first) and not self.is_joined(scene):
            return
        if scene.parent is None or not any(units[i].pos == "neg" for i in scene.parent.at):
            for i in subject(units, self.depends, scene):
                if i in scene.at or units[i].low in ("they", "both", "it"):
                    continue
                if units[i].kind != "city" or encounter.format not in VISITS or not encounter.people:
                    encounter.add(units[i])
        if scene.parent is not None and scene.opener in ("at", "in", "during", "after", "following", "when"):
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

    def is_joined(self, scene: Scene) -> bool:
        """Whether somebody is said to be there: "will take part in the meeting of the ministers of X and Y"."""
        above = scene.parent
        if above is None or above.verb is None or scene.opener not in ("in", "at"):
            return False
        return any(unit.low.startswith(JOINING) or "attend" in unit.rows for unit in self.units[above.verb : scene.at[0]])

    def _addressed(self, encounter: Encounter, above: Scene) -> None:
        """Those spoken to in the scene above: "told the Russian president at a forum"."""
        for i in above.at:
            if (
                above.verb is not None
                and i > above.verb
                and self.units[i].kind in ("person", "role")
                and self.depends[i][0] in ("", "to")
                and i - above.verb <= 5
            ):
                encounter.add(self.units[i])

    def _owners(self, encounter: Encounter, trigger: int) -> None:
        """Whose meeting it is: "Putin's visit", "his visit", "US-China talks", "the Iranian president's trip"."""
        units = self.units
        i = trigger - 1
        while i >= 0 and trigger - i <= 6:
            unit = units[i]
            if encounter.verbal and unit.text in COMMAS:
                return  # "Mrs X, Y's wife, met"
            if unit.text in ("'s", "’s", "'", "’"):
                if i and units[i - 1].kind in PARTY_KINDS:
                    encounter.add(units[i - 1])
                return
            if unit.pos == "poss":
                if unit.low in ("his", "her"):
                    encounter.add(units[i - 2] if self._is_thanked(i) else unit)
                return
            if unit.text == "-" and units[i + 1].low.endswith(("ed", "led", "run")):
                i -= 2  # "UN-backed talks"
                continue
            if unit.kind == "organization":
                encounter.organization = (
                    encounter.organization or (unit.organization, unit) if unit.organization else encounter.organization
                )
            elif unit.kind == "national" and "meeting" not in units[trigger].rows and not is_sender(units[i + 1]):
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

    def _is_thanked(self, i: int) -> bool:
        """ "Thanked the premier for his visit": it is that of the premier."""
        units = self.units
        if i < 3 or units[i - 1].low != "for" or units[i - 2].kind not in ("person", "role") or self.depends[i - 2][0]:
            return False
        return is_finite(units, i - 3)

    def take_featured(self, encounter: Encounter, aside: Scene) -> None:
        """Give `encounter` those whom the clause behind its noun tells of: "talks, which brought together X and Y"."""
        if aside.verb is not None and self.units[aside.verb].low in GATHERING:
            for i in aside.at:
                if i > aside.verb and self.units[i].kind in NAMED:
                    encounter.add(self.units[i])

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
