"""Rows of the clustered tables, made from what articles claim of them and from people's corrections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from summitdb.fold.claims import Claims, Contested, SaysLess, coarser, ladder
from summitdb.fold.lookup import Lookup
from summitdb.fold.moves import Said
from summitdb.fold.names import content_words, slugify
from summitdb.fold.summit_accounts import REMOTE
from summitdb.schema import (
    AgreementParty,
    AgreementSector,
    StatementTopic,
    SummitCountry,
    SummitParticipant,
    SummitTopic,
)

SHOWN_COUNTRIES = 4
TITLE_WORDS = 6

_FORMAT = ladder(
    "meeting",
    "negotiations",
    "visit",
    "ministerial summit",
    "working_visit official_visit state_visit",
    "call",
    "video_conference",
)
_VISITS = {"state_visit", "official_visit", "working_visit"}
_STATUS = ladder("proposed", "planned", "postponed ongoing", "cancelled held")
_AGREEMENT_STATUS = ladder(
    "proposed", "planned", "agreed", "initialled", "signed adopted issued", "in_force", "suspended terminated"
)
_OFFICE = ladder("other", "minister", "foreign_minister deputy_minister")
_STOP = content_words("president presidents presidential minister ministers republic states country countries")


@dataclass(slots=True)
class Row:
    """A row to be written: its columns, the rows of its child tables, its contested values, the slug it asks for, and the keys
    by which corrections name participants with those of the persons whom they are about now."""

    columns: dict[str, Any]
    children: dict[Any, list[dict[str, Any]]]
    contested: list[Contested]
    slug: str
    called: dict[str, str] = field(default_factory=dict)


def precision(value: str | None) -> str | None:
    """day, month or year."""
    return {None: None, 4: "year", 7: "month", 10: "day"}[len(value) if value else None]


def _partial(name: str, value: str | None) -> dict[str, str | None]:
    return {name: value, f"{name}_precision": precision(value)}


def _publication_day(claims: Claims) -> SaysLess:
    """Of two adjacent days, the later one says less if it is only the day on which its articles appeared."""
    own = {claim.value for claim in claims.by_field.get("starts_on", []) if claim.value == claim.day}
    stated = {claim.value for claim in claims.by_field.get("starts_on", []) if claim.value != claim.day}

    def says_less(a: str, b: str) -> bool:
        if coarser(a, b):
            return True
        if a not in own - stated or len(b) != 10:
            return False
        return date.fromisoformat(a) - date.fromisoformat(b) == timedelta(1)

    return says_less


def summit(claims: Claims, lookup: Lookup) -> Row:
    """A row of `summit` with its countries, participants and topics."""
    format_ = claims.pick("format", _FORMAT, quiet=True) or "meeting"
    claims.contested += _visits_contested(claims, format_)
    name = claims.pick("name", quiet=True)
    starts_on = claims.pick("starts_on", _publication_day(claims))
    ends_on = claims.pick("ends_on", coarser)
    city, country = claims.pick("city"), claims.pick("country")
    organization = claims.pick("organization")
    countries = claims.items("countries")
    columns = {
        "name": name,
        "format": format_,
        "status": claims.pick("status", _STATUS) or "held",
        **_partial("starts_on", starts_on),
        **_partial("ends_on", ends_on if ends_on != starts_on else None),
        "place_id": lookup.place(city, country, (claim.value for claim in claims.by_field.get("city", ()))),
        "country": country,
        "organization_id": lookup.organization(organization),
    }
    participants, called = _participants(claims, lookup)
    children = {
        SummitCountry: [{"country": code} for code in countries],
        SummitParticipant: participants,
        SummitTopic: [{"topic": topic} for topic in claims.items("topics")],
    }
    who = slugify(name or organization or "", TITLE_WORDS) or "-".join(countries[:SHOWN_COUNTRIES]).lower()
    more = [f"and-{len(countries) - SHOWN_COUNTRIES}"] if len(countries) > SHOWN_COUNTRIES and not (name or organization) else []
    where = ["call" if format_ in REMOTE else slugify(city or "")]
    return Row(
        columns,
        children,
        claims.contested,
        "-".join(filter(None, [starts_on or "undated", who or "summit", *more, *where])),
        called,
    )


def _visits_contested(claims: Claims, won: str) -> list[Contested]:
    """A visit called by two ranks is contested; a visit also called talks or a summit is not."""
    if won not in _VISITS:
        return []
    probe = Claims([claim for claim in claims.by_field["format"] if claim.value in _VISITS], claims.corrections)
    probe.pick("format")
    return probe.contested


def _participants(claims: Claims, lookup: Lookup) -> tuple[list[dict[str, Any]], dict[str, str]]:
    claimed, called = _name_as_claimed(claims, lookup)
    now: dict[str, str] = {}
    rows: dict[int, dict[str, Any]] = {}
    for key in (path for path in claims.items("participants") if "/" not in path):
        start = f"participants/{key}"
        country = claims.pick(f"{start}/country")
        office = claims.pick(f"{start}/office", _OFFICE)
        said = Said(key, country)
        if key not in claimed or f"{start}/country" in claims.corrections:
            said = lookup.moves.follow(said)
        person = lookup.person(said, claims.pick(start, quiet=True) or key)
        now[key] = said.key
        if person is not None:
            rows.setdefault(person, {"person_id": person, "country": country, "office": office})
    return list(rows.values()), {before: now.get(key, key) for before, key in called.items()}


def _name_as_claimed(claims: Claims, lookup: Lookup) -> tuple[set[str], dict[str, str]]:
    """Let corrections of participants, who may since have become others by decision, name them as the claims do. Returns the
    participants claimed, by key, and how the claims name those whom corrections name."""
    called: dict[str, str] = {}
    said = {path.split("/")[1] for path in claims.by_field if path.startswith("participants/")}
    for path, value in list(claims.corrections.items()):
        first, *rest = path.split("/", 2)
        if first == "participants":
            del claims.corrections[path]
            key = called[rest[0]] = lookup.moves.current(rest[0], said)
            claims.corrections["/".join((first, key, *rest[1:]))] = value
    return said, called


def agreement(claims: Claims, lookup: Lookup) -> Row:
    """A row of `agreement` with its parties and sectors."""
    title = claims.pick("title", quiet=True) or ""
    kind = claims.pick("kind") or "other"
    when = claims.pick("date", coarser)
    count = claims.pick("count")
    amount, currency = claims.pick_with("amount", "currency")
    parties = claims.items("parties")
    columns = {
        "title": title,
        "kind": kind,
        "status": claims.pick("status", _AGREEMENT_STATUS) or "signed",
        **_partial("date", when),
        "count": int(float(count)) if count else None,
        "amount": float(amount) if amount else None,
        "currency": currency,
    }
    children = {
        AgreementParty: [{"country": code} for code in parties],
        AgreementSector: [{"sector": sector} for sector in claims.items("sectors")],
    }
    words = [word for word in slugify(title).split("-") if word not in _STOP and content_words(word)]
    who = "-".join(parties[:SHOWN_COUNTRIES]).lower()
    slug = "-".join(filter(None, [when or "undated", who, *words[:TITLE_WORDS]]))
    return Row(columns, children, claims.contested, slug)


def statement(claims: Claims, lookup: Lookup) -> Row:
    """A row of `statement` with its topics."""
    text = claims.pick("text", _shorter_text, quiet=True) or ""
    speaker = claims.pick("speaker", quiet=True)
    country = claims.pick("speaker_country")
    by = {claim.article for claim in claims.by_field.get("speaker", ()) if claim.value == speaker}
    speaker_id = lookup.speaker(speaker, country, by) if speaker else None
    organization = claims.pick("speaker_organization", quiet=True)
    columns = {
        "kind": claims.pick("kind") or "direct",
        "text": text,
        "speaker_id": speaker_id,
        "speaker_country": country,
        "speaker_organization": organization,
        "stance": claims.pick("stance"),
    }
    children = {StatementTopic: [{"topic": topic} for topic in claims.items("topics")]}
    who = (speaker if speaker_id else None) or country or organization or ""
    slug = "-".join(filter(None, [slugify(who), slugify(text, TITLE_WORDS)]))
    return Row(columns, children, claims.contested, slug or "statement")


def _shorter_text(a: str, b: str) -> bool:
    """Whether the words of `a` are among those of `b`, in their order, or the same in other punctuation."""
    words, others = slugify(a), slugify(b)
    return (len(a), a) < (len(b), b) if words == others else words in others


BUILDERS: dict[str, Callable[[Claims, Lookup], Row]] = {
    "summit": summit,
    "agreement": agreement,
    "statement": statement,
}
