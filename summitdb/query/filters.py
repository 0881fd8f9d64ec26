"""What a user narrows a query by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cache
from typing import get_args

from summitdb import records
from summitdb.errors import UsageError
from summitdb.gazetteer.tables import countries, country_forms
from summitdb.text.near import did_you_mean

PARTIAL_DATE = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
NAMING_FORMS = frozenset({"name", "official", "former"})
STATUSES = tuple(
    dict.fromkeys(
        status
        for literal in (records.SummitStatus, records.AgreementStatus, records.CorridorStatus, records.RelationStatus)
        for status in get_args(literal)
    )
)


@dataclass(frozen=True)
class Filters:
    """What to keep. Several countries or topics mean all of them; countries are codes or names; dates are YYYY, YYYY-MM
    or YYYY-MM-DD, `until` included; a person, organization or city is any part of the name, or a slug."""

    countries: tuple[str, ...] = ()
    person: str | None = None
    organization: str | None = None
    since: str | None = None
    until: str | None = None
    topics: tuple[str, ...] = ()
    city: str | None = None
    status: str | None = None
    text: str | None = None

    def given(self) -> set[str]:
        """Names of the filters that are set."""
        return {field.name for field in fields(self) if getattr(self, field.name)}


def checked(filters: Filters) -> Filters:
    """The same filters with countries as codes. Raises UsageError for an unknown country, topic or status, and for what
    is no date."""
    for name in ("since", "until"):
        value = getattr(filters, name)
        if value and not is_partial_date(value):
            raise UsageError(f"--{name} {value}: not a date", "write 2024, 2024-08 or 2024-08-19")
    for topic in filters.topics:
        _known("topic", topic, get_args(records.Topic))
    if filters.status:
        _known("status", filters.status, STATUSES)
    return replace(filters, countries=tuple(map(country_code, filters.countries)))


def _known(what: str, word: str, known: Iterable[str]) -> None:
    if word not in known:
        raise UsageError(f"no {what} {word!r}", did_you_mean(word, known, f"one of {', '.join(known)}"))


def country_code(word: str) -> str:
    """The ISO code of a country given by code or any of its names, case ignored. Raises UsageError with near names."""
    if word.upper() in countries():
        return word.upper()
    if code := _country_names().get(word.casefold()):
        return code
    names = [country.name for country in countries().values()]
    raise UsageError(f"no country {word!r}", did_you_mean(word, names, "give its name or ISO 3166-1 code"))


@cache
def _country_names() -> dict[str, str]:
    forms = {form.form.casefold(): form.code for form in country_forms() if form.kind in NAMING_FORMS}
    return forms | {country.name.casefold(): code for code, country in countries().items()}


def is_partial_date(text: str) -> bool:
    """Whether a text is a year, month or day of the calendar."""
    if not PARTIAL_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text if len(text) == 10 else "2000-01-01")
    except ValueError:
        return False
    return True


def following(partial: str) -> str:
    """The year, month or day after a partial date: dates within it sort before."""
    if len(partial) == 4:
        return f"{int(partial) + 1}"
    if len(partial) == 7:
        year, month = map(int, partial.split("-"))
        return f"{year + month // 12}-{month % 12 + 1:02}"
    return (date.fromisoformat(partial) + timedelta(days=1)).isoformat()
