"""Parties that the words of a meeting mean without a party standing there, and those named beside it who take no part."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.extract.encounters import Encounter
from summitdb.extract.finite import lexical
from summitdb.extract.scenes import Scene
from summitdb.extract.triggers import VISITS
from summitdb.extract.units import Unit

INVITING = frozenset({"invited", "invitation", "invites", "inviting"})
JUDGING = frozenset({
    "praised", "praises", "hailed", "hails", "criticised", "criticized", "criticises", "slams", "slammed", "condemned",
    "condemns", "denounced", "denounces", "lauded", "lauds", "applauded", "applauds", "expects", "mocked", "scolds", "scolded",
})  # fmt: skip


def name_pair(doc: Document, units: list[Unit], encounter: Encounter, trigger: int) -> None:
    """ "The Reagan-Gorbachev summit": the two whom the meeting is named for."""
    pair = next((u for u in units[max(0, trigger - 2) : trigger] if u.kind == "name" and "-" in u.text), None)
    met = [doc.people.find(name) for name in pair.text.split("-")] if pair is not None else []
    if pair is not None and len(met) == 2:
        known = {id(person) for person, _ in encounter.people}
        encounter.people += [(person, pair) for person in met if person is not None and id(person) not in known]


def meet_counterpart(units: list[Unit], encounter: Encounter, scene: Scene) -> None:
    """ "Held talks with her counterpart in Harare": the state of the place takes part."""
    place = encounter.place
    if place is None or place.country is None or len(encounter.codes) != 1 or place.country in encounter.codes:
        return
    for i in scene.at:
        role = units[i].role
        if role is not None and role.form == "counterpart" and not units[i].countries and not units[i].people:
            encounter.countries.append((place.country, units[i]))
            return


def drop_inviter(units: list[Unit], encounter: Encounter, trigger: int) -> None:
    """ "X renewed his invitation to Y to visit Kenya": X's state takes part, X himself is not named as doing so."""
    host = encounter.place.country if encounter.place is not None else None
    if encounter.format not in VISITS or encounter.status not in ("planned", "proposed") or host is None:
        return
    asked = next((u for u in units[:trigger] if u.low in INVITING), None)
    hosts = [(p, u) for p, u in encounter.people if asked is not None and p.country == host and u.start < asked.start]
    if hosts and len(hosts) < len(encounter.people):
        encounter.people = [party for party in encounter.people if party not in hosts]
        encounter.countries.append((host, hosts[0][1]))


def is_discussed(units: list[Unit], verb: int | None, encounter: Encounter, trigger: int) -> bool:
    """Whether the meeting is what others talk of: "discussed the coming talks", "told of the futility of the talks"."""
    if verb is None or verb > trigger or encounter.verbal:
        return False
    deed = units[lexical(units, verb)]
    spoken = "discuss" in deed.rows or deed.low in JUDGING
    return encounter.aside or (spoken and "meeting" not in deed.rows)


def drop_before(encounter: Encounter, start: int) -> None:
    """Take away the parties that stand before the character `start`."""
    encounter.people = [(p, u) for p, u in encounter.people if u.start > start]
    encounter.countries = [(c, u) for c, u in encounter.countries if u.start > start]
