"""A clause about standings: whom its words speak of, in which organization, and whether it is had, sought or opposed."""

from __future__ import annotations

from summitdb.extract.standing_bodies import Bodies
from summitdb.extract.standing_terms import (
    COUNTED,
    NUMBERS,
    TITLES,
    Outlook,
    Pairs,
    Past,
    Standing,
    list_before,
    list_from,
    organization_of,
    pairs_of,
    sense_of,
    states_of,
)
from summitdb.extract.units import POSSESSIVES, Unit
from summitdb.gazetteer.tables import OrganizationEntry
from summitdb.gazetteer.uses import words

ITSELF = words("standing", "itself")

CONJOINING = frozenset({"as", "while", "when", "before", "after", "once", "if", "because", "until"})

EPITHETS = frozenset({"kingdom", "republic", "archipelago", "islands", "island", "sheikhdom", "emirate"})

# "The last country to join" is no country spoken of.
RANKED = words("standing", "ranked")

WANTING = words("standing", "wanting")

GOVERNING = words("standing", "governing")


def _describes(unit: Unit) -> bool:
    """Whether `unit` can stand between "the" and "country": "the small Adriatic country", "the West African nation"."""
    return (
        unit.kind in ("region", "national", "number")
        or unit.pos == "word"
        or "modifier" in unit.rows
        or (unit.kind == "word" and unit.pos is None and not unit.tenses and sense_of(unit) is None)
    )


class Clause:
    """A sentence read for standings, after `past`; `default` is the country spoken of around a quotation."""

    def __init__(self, units: list[Unit], past: Past, default: Unit | None = None) -> None:
        self.units = units
        self.past = past
        self.bodies = Bodies(units, past)
        self.default = default

    def subject(self, at: int) -> Pairs:
        """Who the words at `at` speak of: the nearest mention of states before them that stands as a subject."""
        units = self.units
        for i in range(min(at, len(units) - 1), -1, -1):
            unit = units[i]
            if "ing" in unit.tenses and self._is_told_of_people(i):
                return []
            if i == at:
                continue
            if unit.text == ";":
                break
            if self._is_topic(i) and at - i < 12:
                topic = self.past.main if unit.low in EPITHETS else self.past.topic
                topic = (self._named_above(i) if unit.low == "it" else None) or topic
                if topic is not None:
                    return [topic]
            if unit.pos == "rel" and unit.low in ("which", "who", "that") and at - i < 5:
                return self._antecedent(i)
            if unit.low == "whose" and i and at - i < 5:
                return states_of(units[i - 2 if units[i - 1].text == "," else i - 1])
            following = units[i + 1] if i + 1 < len(units) else None
            alone = following is None or following.kind != "country"
            if unit.low == "both" and len(self.past.pair) == 2 and at - i < 4 and alone:
                return [(unit, code) for code in self.past.pair]
            if (unit.kind == "group" and not unit.countries) or ("groupnoun" in unit.rows and unit.kind == "word"):
                counted = self.past.counted(units, i)
                if counted and not self._is_governed(i):
                    return counted
            few = i > 0 and units[i - 1].low in ("all", "the") and i + 1 == at and self.past.lists.get(NUMBERS.get(unit.low, 0))
            if few:  # "all three are members", "the three joined"
                return [(unit, mention.countries[0]) for mention in few[-1]]
            if unit.kind == "person" and (at - i > 6 or any(u.text == "," for u in units[i:at])):
                continue
            pairs = states_of(unit)
            if not pairs or (following is not None and following.text in POSSESSIVES):
                continue
            if (
                unit.kind == "city"
                and i
                and (units[i - 1].pos == "prep" or (following is not None and "document" in following.rows))
            ):
                continue  # "in Lisbon", "the Lisbon Treaty"
            relative = i + 2 < len(units) and units[i + 1].text == "," and units[i + 2].pos == "rel"
            if self._is_governed(i) and not relative and not (following is not None and following.pos == "rel"):
                continue
            if unit.kind == "country":
                listed = list_before(units, i + 1)
                if listed and self._is_governed(units.index(listed[0])) and not relative:
                    continue
                return pairs_of(listed or [unit])
            return pairs
        return states_of(self.default) if self.default is not None else []

    def _is_told_of_people(self, at: int) -> bool:
        """Whether the participle at `at` tells of people and not of a state: "travellers seeking EU entry"."""
        before = self.units[at - 1] if at else None
        if before is None or "ing" not in self.units[at].tenses or before.kind != "word" or before.pos or before.rows:
            return False
        return before.low.endswith("s") and before.low not in COUNTED

    def _named_above(self, i: int) -> tuple[Unit, str] | None:
        """The state that "it" at `i` means within its sentence: "Indonesia suspended its membership after it had rejoined"."""
        units = self.units
        if i > 1 and units[i - 2].kind == "country" and units[i - 1].low in CONJOINING:  # "support for Laos as it prepares"
            return next(iter(states_of(units[i - 2])), None)
        for k, unit in enumerate(units[:i]):
            if unit.kind == "country" and unit.countries and units[k + 1].text not in POSSESSIVES and not self._is_governed(k):
                return unit, unit.countries[0]
        return None

    def _antecedent(self, i: int) -> Pairs:
        """Who "which" at `i` means: the states before it, or those behind: "countries which joined, among them Cyprus"."""
        units = self.units
        j = i - 1
        while j > 0 and (units[j].text in (",", "-", "--", "–", "—") or units[j].pos == "prep"):
            j -= 1
        pairs = pairs_of(list_before(units, j + 1)) or states_of(units[j]) or self.past.counted(units, j)
        if pairs:
            return pairs
        for k in range(i + 1, len(units) - 1):
            if units[k].low in ("them", "including") and units[k - 1].low in ("among", ","):
                return pairs_of(list_from(units, k + 1))
        return []

    def _is_topic(self, i: int) -> bool:
        unit = self.units[i]
        if unit.kind != "word" or unit.low not in ITSELF or unit.low == "its":
            return False
        if unit.low == "it":
            return True
        j = i - 1
        while j > 0 and i - j < 4 and (_describes(self.units[j]) or self.units[j].text == "-"):
            if self.units[j].low in RANKED:
                return False
            j -= 1
        return j >= 0 and self.units[j].low in ("the", "island")

    def _is_governed(self, i: int) -> bool:
        for unit in reversed(self.units[:i]):
            modifies = unit.pos in ("det", "poss") or unit.kind in ("number", "national") or "modifier" in unit.rows
            if not modifies:
                return unit.low in GOVERNING and not self._names(unit)
        return False

    def _is_inside(self, i: int) -> bool:
        """Whether the state at `i` is only where something is: "in the United States"."""
        return any(unit.low == "in" for unit in self.units[max(0, i - 2) : i])

    def _names(self, preposition: Unit) -> bool:
        """Whether a preposition only leads to the names: "the African nation of Gabon", "countries like Chad"."""
        i = self.units.index(preposition)
        if i == 0 or preposition.low not in ("of", "like"):
            return False
        noun = self.units[i - 1].low.rpartition(" ")[2]
        return noun in TITLES if preposition.low == "of" else noun in ("countries", "nations", "states")

    def possessor(self, i: int) -> Pairs:
        """ "Azerbaijan's status", "the accession of Bolivia", "Finnish and Swedish membership", "a request by Jordan"."""
        units = self.units
        for j in range(i - 1, max(-1, i - 9), -1):
            unit = units[j]
            if unit.text in POSSESSIVES and j:
                own = units[j - 1].kind == "group" and units[j - 1].low.startswith(("their ", "his ", "her "))
                if own and len(self._speakers(j - 1)) > 1:
                    return self._speakers(j - 1)
                listed = list_before(units, j)
                if listed and self._is_inside(units.index(listed[0])):
                    listed = listed[-1:]  # "victory in Chad and Kenya's vote"
                if listed:
                    return pairs_of(listed)
                if states_of(units[j - 1]) and self.bodies.named_at(j - 1) is None:
                    return states_of(units[j - 1])
                if units[j - 1].low in ITSELF and self.past.topic is not None:
                    return [self.past.topic]
                if own:
                    return self._speakers(j - 1)
            if unit.kind == "national" and unit.countries and self.bodies.named_at(j) is None:
                found = [(unit, unit.countries[0])]
                k = j
                while k > 1 and units[k - 1].low in ("and", ",") and units[k - 2].kind == "national" and units[k - 2].countries:
                    k -= 2
                    found.insert(0, (units[k], units[k].countries[0]))
                return found
            if unit.low in ("its", "their") and unit.pos == "poss":
                found = self.subject(j) or self._just_before(j) or ([self.past.topic] if self.past.topic else [])
                return found if unit.low == "its" or len(found) > 1 else []
            if unit.pos in ("prep", "sub", "rel", "conj") or unit.text in (",", ";"):
                break
        for j in range(i + 1, min(len(units), i + 8)):
            if units[j].low in ("of", "for", "by", "from") or (units[j].low == "with" and j < i + 3):
                listed = list_from(units, j + 1)
                if listed:
                    return pairs_of(listed)
            elif units[j].text in (",", ";") or (units[j].tenses & {"past", "s"} and sense_of(units[j]) != "sought"):
                break
        return []

    def _just_before(self, i: int) -> Pairs:
        """Whom "its" at `i` means where no subject is at hand: "praised the part of Laos in its role as host"."""
        near = (unit for unit in reversed(self.units[max(0, i - 4) : i]) if unit.kind == "country" and unit.countries)
        return next((states_of(unit) for unit in near), [])

    def _speakers(self, stop: int) -> Pairs:
        """The states that the sentence names first: "the prime ministers of Finland and Sweden ... their countries' bids"."""
        for unit in self.units[:stop]:
            if unit.kind == "role" and unit.role is not None and unit.role.countries:
                return [(unit, code) for code in unit.role.countries]
            if unit.kind in ("country", "person", "group") and states_of(unit):
                return states_of(unit)
        return []

    def other(self, pairs: Pairs, outlook: Outlook, i: int) -> Pairs:
        """Whose "its" is where the supporter's own cannot be meant: "East Timor wants to join, and Indonesia backs its bid"."""
        if self.units[i].low not in ("its", "their") or outlook.at < 0:
            return pairs
        agents = {code for _, code in self.subject(outlook.at)}
        if not agents & {code for _, code in pairs}:
            return pairs
        earlier = [pair for unit in self.units[: outlook.at] for pair in states_of(unit) if pair[1] not in agents]
        topic = [self.past.topic] if self.past.topic is not None and self.past.topic[1] not in agents else []
        return earlier[:1] or topic

    def object(self, governing: int, stop: int) -> Pairs:
        """The states between a governing word and the cue: "invited Turkmenistan to become"."""
        found: Pairs = []
        for j in range(governing + 1, stop):
            if self.units[j].kind in ("person", "role") and states_of(self.units[j]):
                return states_of(self.units[j])
            if self.units[j].kind in ("country", "group", "body"):
                found = pairs_of(list_from(self.units, j)) or states_of(self.units[j]) or self.past.counted(self.units, j)
                break
            if "groupnoun" in self.units[j].rows and self.past.counted(self.units, j):
                return self.past.counted(self.units, j)
        return found

    def owner(self, i: int) -> Pairs:
        """The state whose deed stands beside the one at `i`: "for Angola's signing of the accords and for joining"."""
        for j in range(i - 1, 0, -1):
            if self.units[j].text in POSSESSIVES and states_of(self.units[j - 1]):
                return states_of(self.units[j - 1])
        return []

    def wanted(self, outlook: Outlook, pairs: Pairs) -> tuple[Outlook, Pairs]:
        """What one state wants for another is supported: "Moscow wants Belarus to join"."""
        if outlook.cue is None or outlook.cue.low not in WANTING:
            return Outlook("sought", outlook.cue), pairs
        subject = {code for _, code in self.subject(outlook.at)}
        codes = {code for _, code in pairs}
        ours = any(u.low in ("we", "i") for u in self.units[max(0, outlook.at - 3) : outlook.at])
        if ours or (subject and not subject & codes):
            return Outlook("supported", outlook.cue, outlook.at), pairs
        return Outlook("sought", outlook.cue), pairs

    def agents(self, outlook: Outlook, wanted: Pairs) -> list[str | None]:
        """The countries that support, oppose or invite: the subject of that verb, or who stands behind its "by"."""
        if outlook.at < 0 or outlook.modality not in ("supported", "opposed", "invited"):
            return [None]
        if outlook.cue is not None and outlook.cue.low.startswith("ratif"):
            return [None]
        units, codes = self.units, {code for _, code in wanted}
        for j in range(outlook.at + 1, min(len(units), outlook.at + 8)):
            if units[j].low == "by":
                named = pairs_of(list_from(units, j + 1)) or (states_of(units[j + 1]) if j + 1 < len(units) else [])
                behind: list[str | None] = [code for _, code in named if code not in codes]
                if behind:
                    return behind
        if outlook.modality == "invited" and any(
            organization_of(u) is not None for u in units[max(0, outlook.at - 12) : outlook.at]
        ):
            return [None]
        before = [code for _, code in self.subject(outlook.at) if code not in codes]
        return list(dict.fromkeys(before)) or [None]

    def make(
        self, pairs: Pairs, entry: OrganizationEntry | None, status: str, outlook: Outlook, cue: Unit, rule: str
    ) -> list[Standing]:
        """The standings of `pairs` in `entry`, one for each supporter where several are named."""
        if entry is None:
            return []
        agents = self.agents(outlook, pairs)
        return [
            Standing(state, code, entry, status, outlook.modality, outlook.cue or cue, agent, f"organization.relation.{rule}")
            for state, code in pairs
            for agent in agents
        ]  # fmt: skip
