"""Summits, agreements, statements, corridors and organizations."""

import sqlalchemy as sa
from alembic import op

revision = "0003_five_tables"
down_revision = "0002_reference"


def upgrade() -> None:
    op.create_table(
        "corridor",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("slug", sa.Text(), nullable=False, comment="Readable key that does not depend on the order of loading"),
        sa.Column("name", sa.Text(), nullable=False, comment="Canonical English name"),
        sa.Column("status", sa.Text(), nullable=True, comment="Operating, under construction, planned ..."),
        sa.Column("cost", sa.Double(), nullable=True, comment="Cost, in units of currency"),
        sa.Column("currency", sa.Text(), nullable=True, comment="Currency of cost, ISO 4217"),
        sa.Column("completes_on", sa.Text(), nullable=True, comment="When it is to be complete"),
        sa.Column("completes_on_precision", sa.Text(), nullable=True, comment="Precision of the date: day, month or year"),
        sa.CheckConstraint(
            "coalesce(completes_on_precision, '') = coalesce(CASE length(completes_on) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END, '')",
            name=op.f("ck_corridor_completes_on_precision"),
        ),
        sa.CheckConstraint(
            "completes_on LIKE '____' OR completes_on LIKE '____-__' OR completes_on LIKE '____-__-__'",
            name=op.f("ck_corridor_completes_on"),
        ),
        sa.CheckConstraint(
            "status IN ('operating', 'under_construction', 'modernising', 'planned', 'proposed')", name=op.f("ck_corridor_status")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corridor")),
        sa.UniqueConstraint("slug", name=op.f("uq_corridor_slug")),
        comment="A transport, energy or trade link between countries",
    )
    op.create_table(
        "organization",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("slug", sa.Text(), nullable=False, comment="Readable key that does not depend on the order of loading"),
        sa.Column("name", sa.Text(), nullable=False, comment="Canonical English name"),
        sa.Column("acronym", sa.Text(), nullable=True, comment="Usual acronym"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
        sa.UniqueConstraint("slug", name=op.f("uq_organization_slug")),
        comment="An intergovernmental organization or grouping",
    )
    op.create_table(
        "corridor_capacity",
        sa.Column("corridor_id", sa.Integer(), nullable=False, comment="The corridor"),
        sa.Column("unit", sa.Text(), nullable=False, comment="Unit of value"),
        sa.Column("kind", sa.Text(), nullable=False, comment="current or target"),
        sa.Column("value", sa.Double(), nullable=False, comment="The figure, in unit"),
        sa.CheckConstraint("kind IN ('current', 'target')", name=op.f("ck_corridor_capacity_kind")),
        sa.CheckConstraint(
            "unit IN ('Mt/year', 'bcm/year', 'bbl/day', 'TEU/year', 'MW', 'km', 'trains/day')",
            name=op.f("ck_corridor_capacity_unit"),
        ),
        sa.ForeignKeyConstraint(
            ["corridor_id"], ["corridor.id"], name=op.f("fk_corridor_capacity_corridor_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("corridor_id", "unit", "kind", name=op.f("pk_corridor_capacity")),
        comment="A figure of a corridor: what it carries now or is meant to carry",
    )
    op.create_table(
        "corridor_country",
        sa.Column("corridor_id", sa.Integer(), nullable=False, comment="The corridor"),
        sa.Column("country", sa.Text(), nullable=False, comment="Country, ISO 3166-1 alpha-2"),
        sa.ForeignKeyConstraint(
            ["corridor_id"], ["corridor.id"], name=op.f("fk_corridor_country_corridor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_corridor_country_country")),
        sa.PrimaryKeyConstraint("corridor_id", "country", name=op.f("pk_corridor_country")),
        comment="A country that a corridor links",
    )
    op.create_index(op.f("ix_corridor_country_country"), "corridor_country", ["country"], unique=False)
    op.create_table(
        "corridor_mode",
        sa.Column("corridor_id", sa.Integer(), nullable=False, comment="The corridor"),
        sa.Column("mode", sa.Text(), nullable=False, comment="The mode"),
        sa.CheckConstraint(
            "mode IN ('rail', 'road', 'sea', 'air', 'pipeline', 'inland_waterway', 'cable', 'grid')",
            name=op.f("ck_corridor_mode_mode"),
        ),
        sa.ForeignKeyConstraint(["corridor_id"], ["corridor.id"], name=op.f("fk_corridor_mode_corridor_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("corridor_id", "mode", name=op.f("pk_corridor_mode")),
        comment="A mode of transport or transmission of a corridor",
    )
    op.create_index(op.f("ix_corridor_mode_mode"), "corridor_mode", ["mode"], unique=False)
    op.create_table(
        "organization_relation",
        sa.Column("organization_id", sa.Integer(), nullable=False, comment="The organization"),
        sa.Column("country", sa.Text(), nullable=False, comment="Country, ISO 3166-1 alpha-2"),
        sa.Column("status", sa.Text(), nullable=False, comment="member, observer, dialogue_partner ..."),
        sa.Column("modality", sa.Text(), nullable=False, comment="Whether it has that status, seeks it, is invited to it ..."),
        sa.Column("by_country", sa.Text(), nullable=True, comment="Country that supports, opposes or invites"),
        sa.CheckConstraint(
            "modality IN ('actual', 'sought', 'supported', 'opposed', 'invited')", name=op.f("ck_organization_relation_modality")
        ),
        sa.CheckConstraint(
            "status IN ('member', 'observer', 'dialogue_partner', 'candidate', 'applicant', 'partner', 'former_member')",
            name=op.f("ck_organization_relation_status"),
        ),
        sa.ForeignKeyConstraint(["by_country"], ["country.code"], name=op.f("fk_organization_relation_by_country")),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_organization_relation_country")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_organization_relation_organization_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("organization_id", "country", "status", "modality", name=op.f("pk_organization_relation")),
        comment="How a country stands, or seeks to stand, in an organization",
    )
    op.create_index(op.f("ix_organization_relation_by_country"), "organization_relation", ["by_country"], unique=False)
    op.create_index(op.f("ix_organization_relation_country"), "organization_relation", ["country"], unique=False)
    op.create_table(
        "summit",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("slug", sa.Text(), nullable=False, comment="Readable key that does not depend on the order of loading"),
        sa.Column("name", sa.Text(), nullable=True, comment="Its own name, as in 16th BRICS Summit"),
        sa.Column("format", sa.Text(), nullable=False, comment="Kind of meeting"),
        sa.Column("status", sa.Text(), nullable=False, comment="Whether it was held, is planned, was called off"),
        sa.Column("starts_on", sa.Text(), nullable=True, comment="First day: YYYY-MM-DD, YYYY-MM or YYYY"),
        sa.Column("starts_on_precision", sa.Text(), nullable=True, comment="Precision of the date: day, month or year"),
        sa.Column("ends_on", sa.Text(), nullable=True, comment="Last day, if it lasted longer than one"),
        sa.Column("ends_on_precision", sa.Text(), nullable=True, comment="Precision of the date: day, month or year"),
        sa.Column("place_id", sa.Integer(), nullable=True, comment="City or other place where it was held"),
        sa.Column("country", sa.Text(), nullable=True, comment="Host country, ISO 3166-1 alpha-2"),
        sa.Column("organization_id", sa.Integer(), nullable=True, comment="Organization whose gathering it is"),
        sa.Column("parent_id", sa.Integer(), nullable=True, comment="Gathering on whose sidelines it was held"),
        sa.CheckConstraint(
            "coalesce(ends_on_precision, '') = coalesce(CASE length(ends_on) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END, '')",
            name=op.f("ck_summit_ends_on_precision"),
        ),
        sa.CheckConstraint(
            "coalesce(starts_on_precision, '') = coalesce(CASE length(starts_on) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END, '')",
            name=op.f("ck_summit_starts_on_precision"),
        ),
        sa.CheckConstraint(
            "ends_on LIKE '____' OR ends_on LIKE '____-__' OR ends_on LIKE '____-__-__'", name=op.f("ck_summit_ends_on")
        ),
        sa.CheckConstraint(
            "format IN ('summit', 'state_visit', 'official_visit', 'working_visit', 'visit', 'meeting', 'ministerial', 'negotiations', 'call', 'video_conference')",
            name=op.f("ck_summit_format"),
        ),
        sa.CheckConstraint(
            "starts_on LIKE '____' OR starts_on LIKE '____-__' OR starts_on LIKE '____-__-__'", name=op.f("ck_summit_starts_on")
        ),
        sa.CheckConstraint(
            "status IN ('held', 'ongoing', 'planned', 'postponed', 'cancelled', 'proposed')", name=op.f("ck_summit_status")
        ),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_summit_country")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_summit_organization_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["summit.id"], name=op.f("fk_summit_parent_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_summit_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summit")),
        sa.UniqueConstraint("slug", name=op.f("uq_summit_slug")),
        comment="A meeting, visit, call or conference between states, or of a state and an organization",
    )
    op.create_index(op.f("ix_summit_country"), "summit", ["country"], unique=False)
    op.create_index(op.f("ix_summit_organization_id"), "summit", ["organization_id"], unique=False)
    op.create_index(op.f("ix_summit_parent_id"), "summit", ["parent_id"], unique=False)
    op.create_index(op.f("ix_summit_place_id"), "summit", ["place_id"], unique=False)
    op.create_index(op.f("ix_summit_starts_on"), "summit", ["starts_on"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("slug", sa.Text(), nullable=False, comment="Readable key that does not depend on the order of loading"),
        sa.Column("title", sa.Text(), nullable=False, comment="Short name as most publishers give it"),
        sa.Column("kind", sa.Text(), nullable=False, comment="Kind of document"),
        sa.Column("status", sa.Text(), nullable=False, comment="Signed, planned, in force ..."),
        sa.Column("date", sa.Text(), nullable=True, comment="Day it was signed, issued or agreed"),
        sa.Column("date_precision", sa.Text(), nullable=True, comment="Precision of the date: day, month or year"),
        sa.Column("count", sa.Integer(), nullable=True, comment="Number of documents in a package"),
        sa.Column("amount", sa.Double(), nullable=True, comment="Sum of money, in units of currency"),
        sa.Column("currency", sa.Text(), nullable=True, comment="Currency of amount, ISO 4217"),
        sa.Column(
            "summit_id",
            sa.Integer(),
            nullable=True,
            comment="Summit at which it was made: the main one, between its parties, of the articles that tell of it",
        ),
        sa.CheckConstraint(
            "coalesce(date_precision, '') = coalesce(CASE length(date) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END, '')",
            name=op.f("ck_agreement_date_precision"),
        ),
        sa.CheckConstraint("date LIKE '____' OR date LIKE '____-__' OR date LIKE '____-__-__'", name=op.f("ck_agreement_date")),
        sa.CheckConstraint(
            "kind IN ('treaty', 'agreement', 'memorandum', 'protocol', 'contract', 'declaration', 'joint_statement', 'roadmap', 'package', 'ceasefire', 'loan_or_grant', 'other')",
            name=op.f("ck_agreement_kind"),
        ),
        sa.CheckConstraint(
            "status IN ('signed', 'adopted', 'issued', 'initialled', 'agreed', 'proposed', 'planned', 'in_force', 'suspended', 'terminated')",
            name=op.f("ck_agreement_status"),
        ),
        sa.ForeignKeyConstraint(["summit_id"], ["summit.id"], name=op.f("fk_agreement_summit_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("slug", name=op.f("uq_agreement_slug")),
        comment="A document or deal between states",
    )
    op.create_index(op.f("ix_agreement_date"), "agreement", ["date"], unique=False)
    op.create_index(op.f("ix_agreement_summit_id"), "agreement", ["summit_id"], unique=False)
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False, comment="Row number, without meaning elsewhere"),
        sa.Column("slug", sa.Text(), nullable=False, comment="Readable key that does not depend on the order of loading"),
        sa.Column("kind", sa.Text(), nullable=False, comment="direct, indirect or joint"),
        sa.Column("text", sa.Text(), nullable=False, comment="The words as the best-supported article has them"),
        sa.Column("speaker_id", sa.Integer(), nullable=True, comment="The speaker"),
        sa.Column("speaker_country", sa.Text(), nullable=True, comment="Country spoken for, ISO 3166-1 alpha-2"),
        sa.Column(
            "speaker_organization",
            sa.Text(),
            nullable=True,
            comment="Organization spoken for, or office or outlet of an unnamed speaker",
        ),
        sa.Column("stance", sa.Text(), nullable=True, comment="Attitude taken: supports, opposes ..."),
        sa.Column(
            "summit_id",
            sa.Integer(),
            nullable=True,
            comment="Summit in whose coverage it was said: the main one of the articles that have it",
        ),
        sa.CheckConstraint("kind IN ('direct', 'indirect', 'joint')", name=op.f("ck_statement_kind")),
        sa.CheckConstraint(
            "stance IN ('supports', 'welcomes', 'opposes', 'condemns', 'calls_for', 'warns', 'denies')",
            name=op.f("ck_statement_stance"),
        ),
        sa.ForeignKeyConstraint(["speaker_country"], ["country.code"], name=op.f("fk_statement_speaker_country")),
        sa.ForeignKeyConstraint(["speaker_id"], ["person.id"], name=op.f("fk_statement_speaker_id")),
        sa.ForeignKeyConstraint(["summit_id"], ["summit.id"], name=op.f("fk_statement_summit_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("slug", name=op.f("uq_statement_slug")),
        comment="A direct quotation, a reported statement, or what a joint document says",
    )
    op.create_index(op.f("ix_statement_speaker_country"), "statement", ["speaker_country"], unique=False)
    op.create_index(op.f("ix_statement_speaker_id"), "statement", ["speaker_id"], unique=False)
    op.create_index(op.f("ix_statement_summit_id"), "statement", ["summit_id"], unique=False)
    op.create_table(
        "summit_country",
        sa.Column("summit_id", sa.Integer(), nullable=False, comment="The summit"),
        sa.Column("country", sa.Text(), nullable=False, comment="Country, ISO 3166-1 alpha-2"),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_summit_country_country")),
        sa.ForeignKeyConstraint(["summit_id"], ["summit.id"], name=op.f("fk_summit_country_summit_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("summit_id", "country", name=op.f("pk_summit_country")),
        comment="A country that took part in a summit",
    )
    op.create_index(op.f("ix_summit_country_country"), "summit_country", ["country"], unique=False)
    op.create_table(
        "summit_participant",
        sa.Column("summit_id", sa.Integer(), nullable=False, comment="The summit"),
        sa.Column("person_id", sa.Integer(), nullable=False, comment="The person"),
        sa.Column("country", sa.Text(), nullable=True, comment="Country represented, ISO 3166-1 alpha-2"),
        sa.Column("office", sa.Text(), nullable=True, comment="Office held then"),
        sa.CheckConstraint(
            "office IN ('president', 'prime_minister', 'foreign_minister', 'minister', 'king', 'queen', 'emir', 'crown_prince', 'chancellor', 'secretary_general', 'vice_president', 'deputy_minister', 'ambassador', 'special_envoy', 'speaker', 'other')",
            name=op.f("ck_summit_participant_office"),
        ),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_summit_participant_country")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_summit_participant_person_id")),
        sa.ForeignKeyConstraint(["summit_id"], ["summit.id"], name=op.f("fk_summit_participant_summit_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("summit_id", "person_id", name=op.f("pk_summit_participant")),
        comment="A person named as taking part in a summit",
    )
    op.create_index(op.f("ix_summit_participant_country"), "summit_participant", ["country"], unique=False)
    op.create_index(op.f("ix_summit_participant_person_id"), "summit_participant", ["person_id"], unique=False)
    op.create_table(
        "summit_topic",
        sa.Column("summit_id", sa.Integer(), nullable=False, comment="The summit"),
        sa.Column("topic", sa.Text(), nullable=False, comment="The subject"),
        sa.CheckConstraint(
            "topic IN ('energy', 'oil', 'gas', 'electricity', 'nuclear_energy', 'renewables', 'transport', 'rail', 'road', 'aviation', 'shipping', 'logistics', 'trade', 'investment', 'finance', 'banking', 'agriculture', 'fisheries', 'water', 'environment', 'climate', 'healthcare', 'education', 'science', 'technology', 'digital', 'space', 'culture', 'sport', 'tourism', 'media', 'migration', 'labour', 'customs', 'taxation', 'justice', 'law_enforcement', 'counter_terrorism', 'security', 'defence', 'arms_control', 'peace_process', 'border', 'human_rights', 'humanitarian', 'disaster_relief', 'youth', 'industry', 'mining', 'legal_status', 'regional_cooperation')",
            name=op.f("ck_summit_topic_topic"),
        ),
        sa.ForeignKeyConstraint(["summit_id"], ["summit.id"], name=op.f("fk_summit_topic_summit_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("summit_id", "topic", name=op.f("pk_summit_topic")),
        comment="A subject spoken about at a summit",
    )
    op.create_index(op.f("ix_summit_topic_topic"), "summit_topic", ["topic"], unique=False)
    op.create_table(
        "agreement_party",
        sa.Column("agreement_id", sa.Integer(), nullable=False, comment="The agreement"),
        sa.Column("country", sa.Text(), nullable=False, comment="Country, ISO 3166-1 alpha-2"),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_party_agreement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_agreement_party_country")),
        sa.PrimaryKeyConstraint("agreement_id", "country", name=op.f("pk_agreement_party")),
        comment="A state that is party to an agreement",
    )
    op.create_index(op.f("ix_agreement_party_country"), "agreement_party", ["country"], unique=False)
    op.create_table(
        "agreement_sector",
        sa.Column("agreement_id", sa.Integer(), nullable=False, comment="The agreement"),
        sa.Column("sector", sa.Text(), nullable=False, comment="The sector"),
        sa.CheckConstraint(
            "sector IN ('energy', 'oil', 'gas', 'electricity', 'nuclear_energy', 'renewables', 'transport', 'rail', 'road', 'aviation', 'shipping', 'logistics', 'trade', 'investment', 'finance', 'banking', 'agriculture', 'fisheries', 'water', 'environment', 'climate', 'healthcare', 'education', 'science', 'technology', 'digital', 'space', 'culture', 'sport', 'tourism', 'media', 'migration', 'labour', 'customs', 'taxation', 'justice', 'law_enforcement', 'counter_terrorism', 'security', 'defence', 'arms_control', 'peace_process', 'border', 'human_rights', 'humanitarian', 'disaster_relief', 'youth', 'industry', 'mining', 'legal_status', 'regional_cooperation')",
            name=op.f("ck_agreement_sector_sector"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_sector_agreement_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("agreement_id", "sector", name=op.f("pk_agreement_sector")),
        comment="A sector that an agreement is about",
    )
    op.create_index(op.f("ix_agreement_sector_sector"), "agreement_sector", ["sector"], unique=False)
    op.create_table(
        "statement_topic",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="The statement"),
        sa.Column("topic", sa.Text(), nullable=False, comment="The subject"),
        sa.CheckConstraint(
            "topic IN ('energy', 'oil', 'gas', 'electricity', 'nuclear_energy', 'renewables', 'transport', 'rail', 'road', 'aviation', 'shipping', 'logistics', 'trade', 'investment', 'finance', 'banking', 'agriculture', 'fisheries', 'water', 'environment', 'climate', 'healthcare', 'education', 'science', 'technology', 'digital', 'space', 'culture', 'sport', 'tourism', 'media', 'migration', 'labour', 'customs', 'taxation', 'justice', 'law_enforcement', 'counter_terrorism', 'security', 'defence', 'arms_control', 'peace_process', 'border', 'human_rights', 'humanitarian', 'disaster_relief', 'youth', 'industry', 'mining', 'legal_status', 'regional_cooperation')",
            name=op.f("ck_statement_topic_topic"),
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_statement_topic_statement_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_id", "topic", name=op.f("pk_statement_topic")),
        comment="A subject of a statement",
    )
    op.create_index(op.f("ix_statement_topic_topic"), "statement_topic", ["topic"], unique=False)


def downgrade() -> None:
    op.drop_table("statement_topic")
    op.drop_table("agreement_sector")
    op.drop_table("agreement_party")
    op.drop_table("summit_topic")
    op.drop_table("summit_participant")
    op.drop_table("summit_country")
    op.drop_table("statement")
    op.drop_table("agreement")
    op.drop_table("summit")
    op.drop_table("organization_relation")
    op.drop_table("corridor_mode")
    op.drop_table("corridor_country")
    op.drop_table("corridor_capacity")
    op.drop_table("organization")
    op.drop_table("corridor")
