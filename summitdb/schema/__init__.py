"""The tables and views: typed SQLAlchemy models, one module per area."""

from summitdb.schema.agreement import Agreement, AgreementParty, AgreementSector
from summitdb.schema.base import Base
from summitdb.schema.correction import Correction
from summitdb.schema.corridor import Corridor, CorridorCapacity, CorridorCountry, CorridorMode
from summitdb.schema.ledger import Article, LoadRun, RecordFile, SchemaChange
from summitdb.schema.mention import FOLDED, ContestedValue, Evidence, Mention, MentionKey, Support
from summitdb.schema.organization import Organization, OrganizationRelation
from summitdb.schema.reference import Country, Person, Place
from summitdb.schema.statement import Statement, StatementTopic
from summitdb.schema.summit import Summit, SummitCountry, SummitParticipant, SummitTopic
from summitdb.schema.views import VIEWS, View

metadata = Base.metadata

__all__ = [
    "FOLDED",
    "VIEWS",
    "Agreement",
    "AgreementParty",
    "AgreementSector",
    "Article",
    "Base",
    "ContestedValue",
    "Correction",
    "Corridor",
    "CorridorCapacity",
    "CorridorCountry",
    "CorridorMode",
    "Country",
    "Evidence",
    "LoadRun",
    "Mention",
    "MentionKey",
    "Organization",
    "OrganizationRelation",
    "Person",
    "Place",
    "RecordFile",
    "SchemaChange",
    "Statement",
    "StatementTopic",
    "Summit",
    "SummitCountry",
    "SummitParticipant",
    "SummitTopic",
    "Support",
    "View",
    "metadata",
]
