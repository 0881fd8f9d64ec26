"""Organizations of an article."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.records import Organization


def extract_organizations(doc: Document) -> list[Organization]:
    """The organizations that the article states."""
    return []
