"""Agreements of an article."""

from __future__ import annotations

from summitdb.extract.document import Document
from summitdb.records import Agreement, Summit


def extract_agreements(doc: Document, summits: list[Summit]) -> list[Agreement]:
    """The agreements that the article states."""
    return []
