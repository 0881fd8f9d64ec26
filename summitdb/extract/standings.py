"""Standings: how a clause says that a country is, was, wants to be or is invited to be something in an organization."""

from __future__ import annotations

from dataclasses import dataclass

from summitdb.extract.clauses import is_negated
from summitdb.extract.units import Unit
from summitdb.gazetteer.tables import OrganizationEntry

BE = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "become",
        "becomes",
        "became",
        "becoming",
        "remain",
        "remains",
        "remained",
        "made",
        "named",
        "declared",
    }
)
STRONG = frozenset({"observer", "dialogue_partner", "candidate", "applicant"})
BODIES = frozenset({"organization", "grouping", "alliance", "forum"})
STATUS_NOUNS = frozenset({"status", "membership", "accession", "admission", "entry", "full membership", "observer status", "candidate status",
                          "associate membership", "partner status"})  # fmt: skip
REQUEST = frozenset(
    {"bid", "application", "request", "candidacy", "aspiration", "aspirations", "hopes", "interest", "desire", "wish"}
)


@dataclass(frozen=True, slots=True)
class Standing:
    """One standing: `state` is the mention of the country, `cue` the word of standing or joining, `by` who supports or opposes."""

    state: Unit
    code: str
    entry: OrganizationEntry
    status: str
    modality: str
    cue: Unit
    by: str | None
    rule: str


def _sense(unit: Unit) -> str | None:
    row = unit.rows.get("relation")
    return row["sense"] if row is not None and unit.kind == "word" else None


def list_from(units: list[Unit], begin: int) -> list[Unit]:
    """The states of the list that begins at `begin`: "Indonesia, Malaysia, the Philippines, Singapore and Thailand"."""
    found: list[Unit] = []
    i = begin
    while i < len(units):
        unit = units[i]
        if unit.kind == "country" and unit.countries:
            if i + 1 < len(units) and units[i + 1].text in ("'s", "’s"):
                break
            found.append(unit)
        elif not (
            unit.text in (",", ":", "-", "–", "—", "--", "(", ")")
            or unit.low in ("and", "as", "well as", "well", "the", "plus")
            or unit.kind == "number"
        ):
            break
        i += 1
    return found


def list_before(units: list[Unit], end: int) -> list[Unit]:
    """The states of the list that ends before `end`: "Uzbekistan and Cuba, observers ..."."""
    found: list[Unit] = []
    i = end - 1
    while i >= 0:
        unit = units[i]
        if unit.kind == "country" and unit.countries:
            found.append(unit)
        elif not (unit.text == "," or unit.low in ("and", "the", "both") or (unit.low in ("as", "well") and found)):
            break
        i -= 1
    return found[::-1]


def _states_of(unit: Unit) -> list[tuple[Unit, str]]:
    """A mention as (mention, code) pairs: a country, "both countries", a person speaking for one."""
    if unit.kind in ("country", "group", "body"):
        return [(unit, code) for code in unit.countries]
    if unit.kind in ("person", "role") and unit.people and unit.people[0].country:
        return [(unit, unit.people[0].country)]
    return [(unit, code) for code in unit.countries[:1]] if unit.kind in ("role", "city") else []


class StandingReader:
    """Reads the standings of one sentence. `named` are the organizations named before it, the latest last; `default` is the country
    spoken of around a quotation."""

    def __init__(self, units: list[Unit], named: list[OrganizationEntry], default: Unit | None = None) -> None:
        self.units = units
        self.named = named
        self.default = default

    def _last(self, noun: str | None = None) -> OrganizationEntry | None:
        """The organization named last that a noun like "bloc" can mean; without one, the last that states can be members of."""
        for entry in reversed(self.named):
            if noun in entry.nouns or (noun is None and entry.kind in BODIES):
                return entry
        return None

    def read(self) -> list[Standing]:
        found: list[Standing] = []
        for i, unit in enumerate(self.units):
            if unit.kind != "word":
                continue
            if "standing" in unit.rows:
                found += self._noun(i)
            elif _sense(unit) in ("joined", "left"):
                found += self._verb(i)
            elif _sense(unit) == "suspended":
                found += self._suspended(i)
            elif unit.low in ("applied", "apply", "applying") and not any(
                "standing" in u.rows or _sense(u) == "joined" for u in self.units[i + 1 : i + 7]
            ):
                found += self._applied(i)
            elif _sense(unit) in ("comprises", "founded"):
                found += self._composition(i)
        return found

    def _organization(self, at: int) -> OrganizationEntry | None:
        """The organization of the standing at `at`: behind it ("member of NATO"), right before it ("EU member", "the bloc's"), or
        the last one named, when a word refers back to it ("the group", "the union")."""
        units = self.units
        for i in range(at + 1, min(len(units), at + 7)):
            unit = units[i]
            if unit.organization is not None and unit.kind in ("organization", "role", "body"):
                return unit.organization
            if unit.text in (";", ".") or (
                unit.entry is not None and unit.tenses & {"past", "s"} and i > at + 1 and "document" not in unit.rows
            ):
                break
        for i in range(at - 1, max(-1, at - 12), -1):
            if units[i].organization is not None and units[i].kind in ("organization", "role", "body"):
                return units[i].organization
        for i in range(max(0, at - 6), min(len(units), at + 8)):
            if (
                "groupnoun" in units[i].rows
                and units[i].kind == "word"
                and i
                and (units[i - 1].low in ("the", "its") or units[i - 1].pos == "word")
            ):
                entry = self._last(units[i].low)
                if entry is not None:
                    return entry
        named = [u.organization for u in units if u.organization is not None and u.kind == "organization"]
        if named:
            return named[0]
        row = units[at].rows.get("standing")
        strong = row is not None and (row["status"] in STRONG or units[at].low in STATUS_NOUNS or " " in units[at].low)
        return self._last() if strong else None

    def _subject(self, at: int) -> list[tuple[Unit, str]]:
        """Who the words at `at` speak of: the nearest mention of states before them that stands as a subject."""
        units = self.units
        i = at - 1
        while i >= 0:
            unit = units[i]
            metonym = unit.kind == "city" and unit.countries and (i == 0 or units[i - 1].pos != "prep")
            if metonym or (unit.kind in ("country", "group", "body") and unit.countries):
                governed = i > 0 and (
                    units[i - 1].low in ("in", "with", "to", "from", "by", "against", "on", "at", "near")
                    or (
                        units[i - 1].pos == "det"
                        and i > 1
                        and units[i - 2].low in ("in", "with", "to", "from", "by", "on")
                    )
                )
                if unit.kind in ("group", "body", "city"):
                    if not governed:
                        return _states_of(unit)
                elif not governed or (
                    i + 1 < len(units)
                    and units[i + 1].text == ","
                    and units[i + 2 : i + 3]
                    and units[i + 2].pos == "rel"
                ):
                    listed = list_before(units, i + 1)
                    return [pair for state in listed or [unit] for pair in _states_of(state)]
            elif unit.kind == "person" and unit.people and unit.people[0].country and _near_subject(units, i, at):
                return _states_of(unit)
            elif unit.text == ";":
                break
            i -= 1
        return _states_of(self.default) if self.default is not None else []

    def _modality(self, begin: int, end: int) -> tuple[str, Unit | None]:
        units = self.units
        middle = end - 5
        for i in range(middle - 1, max(0, begin), -1):
            if units[i].text == ";" or (
                units[i].low == "and"
                and i + 1 < middle
                and (units[i + 1].pos in ("aux", "modal") or units[i + 1].tenses & {"past"})
            ):
                begin = i
                break
        senses = [(s, u) for u in units[max(0, begin) : end] if (s := _sense(u))]
        for wanted in ("opposed", "supported", "invited", "sought"):
            for sense, unit in senses:
                if sense == wanted:
                    return wanted, unit
        return "actual", None

    def _make(
        self,
        pairs: list[tuple[Unit, str]],
        entry: OrganizationEntry | None,
        status: str,
        modality: str,
        cue: Unit,
        by: str | None = None,
    ) -> list[Standing]:
        if entry is None:
            return []
        return [
            Standing(state, code, entry, status, modality, cue, by, f"organization.relation.{modality}")
            for state, code in pairs
        ]

    def _supporter(self, verb: Unit, wanted: set[str]) -> str | None:
        """The country that supports, opposes or invites: the subject of that verb, when it is another one."""
        units = self.units
        at = units.index(verb)
        for i in range(at - 1, -1, -1):
            for _, code in _states_of(units[i]):
                if code not in wanted:
                    return code
        return None

    def _possessor(self, at: int) -> list[tuple[Unit, str]]:
        """ "Azerbaijan's status", "the accession of Bolivia", "Kosovo's bid for membership"."""
        units = self.units
        for i in range(at - 1, max(-1, at - 8), -1):
            if units[i].text in ("'s", "’s", "'", "’") and units[i - 1].kind in ("country",):
                return [p for s in list_before(units, i) for p in _states_of(s)] or _states_of(units[i - 1])
            if units[i].kind == "national" and units[i].countries and i == at - 1:
                return [(units[i], units[i].countries[0])]
        if at + 1 < len(units) and units[at + 1].low in ("of", "for"):
            return [p for s in list_from(units, at + 2) for p in _states_of(s)]
        return []

    def _noun(self, i: int) -> list[Standing]:
        units = self.units
        unit = units[i]
        status = unit.rows["standing"]["status"]
        entry = self._organization(i)
        if entry is None:
            return []
        modality, cue = self._modality(i - 9, i + 5)
        if unit.low in STATUS_NOUNS:
            pairs = self._possessor(i)
            granted = any(
                u.low
                in (
                    "granted",
                    "grant",
                    "given",
                    "received",
                    "gained",
                    "obtained",
                    "won",
                    "holds",
                    "has",
                    "enjoys",
                    "acquired",
                )
                for u in units[max(0, i - 5) : i]
            )
            if not pairs and (granted or modality in ("sought", "invited")):
                pairs = self._subject(i)
            if not pairs or (modality == "actual" and not granted):
                return []
            by = (
                self._supporter(cue, {code for _, code in pairs})
                if cue is not None and modality in ("supported", "opposed", "invited")
                else None
            )
            return self._make(pairs, entry, status, modality, cue or unit, by)
        # "ASEAN members Vietnam and Laos", "OPEC member Iraq"
        behind = i + 1
        while behind < len(units) and (
            units[behind].low in BE
            or units[behind].low in ("who", "which", "include", "so", "far", "currently", "now", ",")
        ):
            behind += 1
        if behind > i + 1 and not list_from(units, behind):
            behind = i + 1
        if behind + 1 < len(units) and units[behind].low == "of":
            while behind < len(units) and (
                units[behind].low in ("of", "(", ")")
                or units[behind].pos == "det"
                or units[behind].kind == "organization"
                or "groupnoun" in units[behind].rows
            ):
                behind += 1
            if behind < len(units) and units[behind].text not in ("--", "—", "–", "-", ":"):
                behind = len(units)
        elif (
            behind < len(units)
            and units[behind].low == "to"
            and any(u.low in ("granted", "status", "grant", "given") for u in units[max(0, i - 6) : i])
        ):
            behind += 1
        listed = list_from(units, behind)
        if behind > i + 1 and listed:
            return self._make([p for s in listed for p in _states_of(s)], entry, status, "actual", unit)
        if listed and units[i + 1 : i + 2] and units[i + 1].text != "," and units[max(0, i - 3) : i]:
            return self._make(
                [p for s in listed for p in _states_of(s)],
                entry,
                status,
                modality if modality != "supported" else "actual",
                unit,
            )
        j = i - 1
        while j >= 0 and (
            units[j].pos in ("det", "poss", "word", "adv")
            or units[j].kind in ("number", "national", "organization")
            or units[j].text in ("'s", "’s", "-", '"', "“", "‘", "'")
            or "groupnoun" in units[j].rows
            or "modifier" in units[j].rows
        ):
            j -= 1
        if j < 0:
            return []
        before = units[j]
        negated = any(u.pos == "neg" for u in units[max(0, j - 2) : i])
        if before.text == "," or before.text in ("(", "—", "–", "--"):
            pairs = [p for s in list_before(units, j) for p in _states_of(s)]
            if pairs:
                return self._make(pairs, entry, status, "actual", unit)
        if before.low in BE or before.low in ("as", "a"):
            pairs = self._subject(j)
            if negated and modality == "actual":
                return []
            future = any(
                u.pos == "modal" or u.low in ("to", "set", "due") for u in units[max(0, j - 3) : j]
            ) and before.low in ("be", "become")
            if modality == "actual" and future:
                modality = (
                    "invited"
                    if any(u.low in ("is", "due", "set", "will") for u in units[max(0, j - 3) : j])
                    else "sought"
                )
            by = (
                self._supporter(cue, {code for _, code in pairs})
                if cue is not None and modality in ("supported", "opposed")
                else None
            )
            return self._make(pairs, entry, status, modality, cue or unit, by)
        if modality in ("sought", "invited", "supported", "opposed") and cue is not None:
            pairs = self._possessor(i) or self._subject(units.index(cue))
            by = self._supporter(cue, {code for _, code in pairs}) if modality in ("supported", "opposed") else None
            return self._make(pairs, entry, status, modality, cue, by)
        return []

    def _suspended(self, i: int) -> list[Standing]:
        """ "Venezuela, suspended since 2017", "Guinea has been suspended": still a member."""
        units = self.units
        if i + 1 < len(units) and units[i + 1].pos == "det":
            return []
        pairs = [p for s in list_before(units, i - 1) for p in _states_of(s)] if i and units[i - 1].text == "," else []
        if not pairs and i and units[i - 1].low in BE:
            pairs = self._subject(i - 1)
        return self._make(pairs, self._organization(i) or self._last(), "member", "actual", units[i])

    def _applied(self, i: int) -> list[Standing]:
        """ "South Sudan and Burundi have applied.": for membership, where nothing else is said."""
        units = self.units
        following = units[i + 1] if i + 1 < len(units) else None
        if following is not None and not (
            following.kind in ("mark", "date") or following.pos == "prep" and following.low == "in"
        ):
            return []
        return self._make(self._subject(i), self._last(), "member", "sought", units[i])

    def _verb(self, i: int) -> list[Standing]:
        units = self.units
        unit = units[i]
        if is_negated(units, i):
            return []
        near = units[i + 1 : i + 6]
        if near and near[0].low == "by":  # "was later joined by Brunei and Vietnam"
            states = [p for s in list_from(units, i + 2) for p in _states_of(s)]
            return self._make(states, self._organization(i) or self._last(), "member", "actual", unit)
        if _sense(unit) == "left":
            near = units[i + 1 : i + 4]
            at = next((k for k, u in enumerate(near) if u.organization is not None and u.kind == "organization"), None)
            if at is None or any(u.low not in ("the", "from") for u in near[:at]):
                return []
        entry = next((u.organization for u in near if u.organization is not None and u.kind == "organization"), None)
        if entry is None:
            if not any("groupnoun" in u.rows for u in near[:4]) and not any(
                u.kind == "organization" for u in units[max(0, i - 4) : i]
            ):
                return []
            entry = self._organization(i)
        if (
            units[i + 1 : i + 2]
            and units[i + 1].low in ("in", "the")
            and not any(u.organization for u in near)
            and not any("groupnoun" in u.rows for u in near)
        ):
            return []
        if any("meeting" in u.rows for u in near[:5]) or (near and near[0].kind in ("person", "role")):
            return []
        modality, cue = self._modality(i - 8, i)
        infinitive = any(u.low == "to" for u in units[max(0, i - 2) : i])
        if infinitive and modality == "actual":
            modality = "sought"
        if (
            not infinitive
            and modality == "sought"
            and "past" in (unit.tenses or ())
            and cue is not None
            and cue.low not in ("hopes", "wants")
        ):
            modality = "actual"
        pairs = self._subject(i)
        if modality == "invited":
            after = [p for u in units[max(0, i - 8) : i] if u.kind == "country" for p in _states_of(u)]
            pairs = after[-1:] or pairs
        status = "former_member" if _sense(unit) == "left" else "member"
        by = (
            self._supporter(cue, {code for _, code in pairs})
            if cue is not None and modality in ("supported", "opposed")
            else None
        )
        return self._make(pairs, entry, status, modality, unit, by)

    def _composition(self, i: int) -> list[Standing]:
        units = self.units
        begin = next((j for j in range(i + 1, min(len(units), i + 7)) if units[j].kind == "country"), None)
        if begin is None:
            return []
        listed = list_from(units, begin)
        entry = self._organization(i)
        backward = any(u.organization is not None or "groupnoun" in u.rows for u in units[max(0, i - 8) : i])
        if (
            len(listed) < 2
            or entry is None
            or not backward
            or any("meeting" in u.rows or "document" in u.rows for u in units[max(0, i - 3) : i])
        ):
            return []
        return self._make([p for s in listed for p in _states_of(s)], entry, "member", "actual", units[i])


def _near_subject(units: list[Unit], i: int, at: int) -> bool:
    return at - i <= 6 and not any(u.text == "," for u in units[i:at])
