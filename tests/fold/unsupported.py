"""One query for every value, in every table that the fold makes, behind which there is neither evidence nor a correction."""

from __future__ import annotations

from collections import Counter

import sqlalchemy as sa

from summitdb.schema import metadata

# Columns and the field of the evidence for them. "=" asks for evidence of just this value; without it the row points to what
# has a name of its own, or the gazetteer's name stands for the one in the article.
COLUMNS = {
    "summit": "name= format= status= starts_on= ends_on= country= place_id:city organization_id:organization",
    "agreement": "title= kind= status= date= count= amount= currency=",
    "statement": "kind= text= stance= speaker_country= speaker_organization= speaker_id:speaker",
    "corridor": "name status= cost= currency= completes_on=",
    "organization": "name acronym=",
    "person": "name country=",
}
_RELATION = "'relations/' || x.country || '/' || x.status || '/' || x.modality"
# Tables of parts: the field of the evidence for a part, as SQL, and its further columns.
PARTS = {
    "summit_country": ("summit", "'countries/' || x.country", {}),
    "summit_participant": (
        "summit",
        "'participants/' || (SELECT key FROM person WHERE id = x.person_id)",
        {"country": "/country", "office": "/office"},
    ),
    "summit_topic": ("summit", "'topics/' || x.topic", {}),
    "agreement_party": ("agreement", "'parties/' || x.country", {}),
    "agreement_sector": ("agreement", "'sectors/' || x.sector", {}),
    "statement_topic": ("statement", "'topics/' || x.topic", {}),
    "corridor_mode": ("corridor", "'modes/' || x.mode", {}),
    "corridor_country": ("corridor", "'countries/' || x.country", {}),
    "corridor_capacity": ("corridor", "'capacities/' || x.unit || '/' || x.kind", {"value": ""}),
    "organization_relation": ("organization", _RELATION, {"by_country": "/by"}),
}
# Links between rows follow from one article that tells of both.
LINKS = {"summit.parent_id", "agreement.summit_id", "statement.summit_id"}
# What is no value of its own: names of rows, how exact a date is, and what the gazetteer says of a place.
DERIVED = {"id", "slug", "key", "starts_on_precision", "ends_on_precision", "date_precision", "completes_on_precision"}
# The ledger and what is kept about it, the places, which stand for a summit's city.
LEDGER = {
    "article", "record_file", "correction", "mention", "mention_key", "evidence", "contested_value", "load_run",
    "schema_change", "country", "place", "support",
}  # fmt: skip


def rows(engine: sa.Engine) -> Counter[tuple[str, str]]:
    """How many values of each table and field have neither evidence nor a correction."""
    with engine.connect() as connection:
        return Counter((row.table_name, row.field) for row in connection.execute(sa.text(query())))


def query() -> str:
    """The query: table, slug, field and value of what nothing supports."""
    selects = [_unsupported(table, spec) for table, columns in COLUMNS.items() for spec in columns.split()]
    for table, (owner, field, columns) in PARTS.items():
        selects.append(_select(table, owner, f"x.{owner}_id", field, "'(part)'", "1 = 1", "1 = 1"))
        selects += [
            _select(
                table, owner, f"x.{owner}_id", f"{field} || '{end}'", f"x.{name}", f"x.{name} IS NOT NULL", _equal(table, name)
            )
            for name, end in columns.items()
        ]
    return "\nUNION ALL\n".join([*selects, *map(_unlinked, sorted(LINKS))])


def _unsupported(table: str, spec: str) -> str:
    column, _, field = spec.rstrip("=").partition(":")
    equal = _equal(table, column) if spec.endswith("=") else "1 = 1"
    return _select(table, table, "x.id", f"'{field or column}'", f"x.{column}", f"x.{column} IS NOT NULL", equal)


def _equal(table: str, column: str) -> str:
    name = f'x."{column}"'
    if isinstance(metadata.tables[table].c[column].type, sa.Text | sa.String):
        return f"said.value = {name}"
    return f"CASE WHEN said.field = wanted.field THEN CAST(said.value AS FLOAT) = {name} END"


def _select(table: str, owner: str, row: str, field: str, value: str, where: str, equal: str) -> str:
    said = equal.replace("wanted.field", f"({field})")
    corrected = said.replace("said.field", "said.path")
    return f"""
SELECT '{table}' AS table_name, named.slug, {field} AS field, CAST({value} AS TEXT) AS value
FROM {table} AS x JOIN {owner} AS named ON named.id = {row}
WHERE {where}
  AND NOT EXISTS (SELECT 1 FROM mention JOIN evidence AS said ON said.mention_id = mention.id
    WHERE mention.{owner}_id = {row} AND said.field = {field} AND {said})
  AND NOT EXISTS (SELECT 1 FROM correction AS said
    WHERE said.{owner}_id = {row} AND said.undone_at IS NULL AND said.path = {field} AND {corrected})"""


def _unlinked(link: str) -> str:
    table, _, column = link.partition(".")
    return f"""
SELECT '{table}', x.slug, '{column}', other.slug FROM {table} AS x JOIN summit AS other ON other.id = x.{column}
WHERE NOT EXISTS (SELECT 1 FROM mention AS one JOIN mention AS two ON two.record_file_id = one.record_file_id
  WHERE one.{table}_id = x.id AND two.summit_id = other.id)"""
