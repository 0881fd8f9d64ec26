"""The record file: the typed interchange format, one per article.

It is what an extractor returns, what the ledger stores, what a hand coder writes and what `score` compares. Enum values and
field names follow the coding guide. Offsets of evidence count Unicode characters of `Article.body`, end exclusive.
"""

from __future__ import annotations

from typing import Any, Literal, TypeVar

import msgspec

from summitdb.errors import RecordError

Format = Literal[
    "summit", "state_visit", "official_visit", "working_visit", "visit", "meeting", "ministerial", "negotiations", "call",
    "video_conference",
]  # fmt: skip
SummitStatus = Literal["held", "ongoing", "planned", "postponed", "cancelled", "proposed"]
Office = Literal[
    "president", "prime_minister", "foreign_minister", "minister", "king", "queen", "emir", "crown_prince", "chancellor",
    "secretary_general", "vice_president", "deputy_minister", "ambassador", "special_envoy", "speaker", "other",
]  # fmt: skip
AgreementKind = Literal[
    "treaty", "agreement", "memorandum", "protocol", "contract", "declaration", "joint_statement", "roadmap", "package",
    "ceasefire", "loan_or_grant", "other",
]  # fmt: skip
AgreementStatus = Literal[
    "signed", "adopted", "issued", "initialled", "agreed", "proposed", "planned", "in_force", "suspended", "terminated"
]
StatementKind = Literal["direct", "indirect", "joint"]
Stance = Literal["supports", "welcomes", "opposes", "condemns", "calls_for", "warns", "denies"]
Mode = Literal["rail", "road", "sea", "air", "pipeline", "inland_waterway", "cable", "grid"]
CorridorStatus = Literal["operating", "under_construction", "modernising", "planned", "proposed"]
Unit = Literal["Mt/year", "bcm/year", "bbl/day", "TEU/year", "MW", "km", "trains/day"]
CapacityKind = Literal["current", "target"]
RelationStatus = Literal["member", "observer", "dialogue_partner", "candidate", "applicant", "partner", "former_member"]
Modality = Literal["actual", "sought", "supported", "opposed", "invited"]
Topic = Literal[
    "energy", "oil", "gas", "electricity", "nuclear_energy", "renewables", "transport", "rail", "road", "aviation", "shipping",
    "logistics", "trade", "investment", "finance", "banking", "agriculture", "fisheries", "water", "environment", "climate",
    "healthcare", "education", "science", "technology", "digital", "space", "culture", "sport", "tourism", "media", "migration",
    "labour", "customs", "taxation", "justice", "law_enforcement", "counter_terrorism", "security", "defence", "arms_control",
    "peace_process", "border", "human_rights", "humanitarian", "disaster_relief", "youth", "industry", "mining", "legal_status",
    "regional_cooperation",
]  # fmt: skip


class Part(msgspec.Struct, forbid_unknown_fields=True):
    """A piece of a record file."""


class Evidence(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Where in the body one value stands. `field` is the path of the value inside its record, as in `city`, `countries/1` or
    `participants/0/office` (list items by position); `confidence` is the rule's measured precision, 0 to 1."""

    start: int
    end: int
    field: str
    rule: str
    confidence: float


class Record(Part, kw_only=True):
    """One record of any of the five tables."""

    evidence: list[Evidence] = []


class Participant(Part, kw_only=True):
    """A person whom the article names as taking part. `country` is ISO 3166-1 alpha-2."""

    person: str
    country: str | None = None
    office: Office | None = None


class Summit(Record, kw_only=True):
    """A meeting, visit, call or conference. Dates are `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `parent` is the position, in the
    file's `summits`, of the gathering on whose sidelines this one was held."""

    name: str | None = None
    format: Format = "meeting"
    status: SummitStatus = "held"
    starts_on: str | None = None
    ends_on: str | None = None
    city: str | None = None
    country: str | None = None
    organization: str | None = None
    countries: list[str] = []
    participants: list[Participant] = []
    topics: list[Topic] = []
    main: bool = True
    parent: int | None = None


class Agreement(Record, kw_only=True):
    """A document or deal. `count` is the number of documents in a package; `amount` a sum of money in units of `currency`
    (ISO 4217)."""

    title: str
    kind: AgreementKind
    status: AgreementStatus = "signed"
    date: str | None = None
    parties: list[str] = []
    sectors: list[Topic] = []
    count: int | None = None
    amount: float | None = None
    currency: str | None = None
    optional: bool = False


class Statement(Record, kw_only=True):
    """Something said: the quoted words, or the reported clause, exactly as the article has them (parts joined by ` ... `)."""

    kind: StatementKind
    text: str
    speaker: str | None = None
    speaker_country: str | None = None
    speaker_organization: str | None = None
    stance: Stance | None = None
    topics: list[Topic] = []


class Capacity(Part, kw_only=True):
    """A figure of a corridor, in `unit`."""

    value: float
    unit: Unit
    kind: CapacityKind


class Corridor(Record, kw_only=True):
    """A transport, energy or trade link between countries. `cost` is in units of `currency`; `completes_on` a partial date."""

    name: str
    as_written: str
    modes: list[Mode] = []
    countries: list[str] = []
    status: CorridorStatus | None = None
    capacities: list[Capacity] = []
    cost: float | None = None
    currency: str | None = None
    completes_on: str | None = None


class Relation(Part, kw_only=True):
    """How a country stands in an organization; `by` is the country that supports, opposes or invites."""

    country: str
    status: RelationStatus
    modality: Modality = "actual"
    by: str | None = None


class Organization(Record, kw_only=True):
    """An intergovernmental organization or grouping named in the article."""

    name: str
    as_written: str
    acronym: str | None = None
    relations: list[Relation] = []


class ArticleHead(Part, kw_only=True):
    """What a record file says of its article."""

    title: str | None = None
    published_on: str | None = None
    url: str | None = None
    language: str | None = "en"


class RecordFile(Part, kw_only=True):
    """All records of one article."""

    article: ArticleHead = msgspec.field(default_factory=ArticleHead)
    summits: list[Summit] = []
    agreements: list[Agreement] = []
    statements: list[Statement] = []
    corridors: list[Corridor] = []
    organizations: list[Organization] = []

    def records(self) -> list[tuple[str, int, Record]]:
        """Every record as (table, position, record), in the order of the file."""
        tables = {name: getattr(self, name) for name in TABLES}
        return [(name, i, record) for name, rows in tables.items() for i, record in enumerate(rows)]


TABLES = ("summits", "agreements", "statements", "corridors", "organizations")

AnyPart = TypeVar("AnyPart", bound=Part)


def decode(data: bytes | str, type_: type[AnyPart] = RecordFile) -> AnyPart:  # type: ignore[assignment]
    """A record file from JSON. Raises RecordError with the path of the offending value."""
    try:
        return msgspec.json.decode(data, type=type_)
    except msgspec.DecodeError as error:
        raise RecordError(f"not a record file: {error}", "see docs/record-format.md for the format") from error


def encode(part: Part, indent: int | None = None) -> str:
    """Canonical JSON of a record file or a part of it, fields in their declared order."""
    data = msgspec.json.encode(part)
    return (msgspec.json.format(data, indent=indent) if indent else data).decode()


def json_schema() -> dict[str, Any]:
    """The published JSON Schema (draft 2020-12) of the record file."""
    return msgspec.json.schema(RecordFile)
