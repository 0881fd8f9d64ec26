"""Finding and running reports."""

from __future__ import annotations

import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.query.conditions import OPTIONS
from summitdb.query.filters import Filters, checked
from summitdb.query.reports import meetings, records
from summitdb.query.reports.definition import Report
from summitdb.query.rows import Rows
from summitdb.text.near import did_you_mean

CATALOGUE = {report.name: report for report in (*meetings.REPORTS, *records.REPORTS)}


def find_report(name: str) -> Report:
    """The report of that name. Raises UsageError with near names."""
    if name not in CATALOGUE:
        raise UsageError(f"no report {name!r}", did_you_mean(name, CATALOGUE, "summitdb report lists them"))
    return CATALOGUE[name]


def run_report(connection: sa.Connection, name: str, filters: Filters | None = None) -> Rows:
    """The rows of a report. Raises UsageError for an unknown report, for a filter that it does not take, and for a
    missing one that it needs."""
    report, given = find_report(name), filters or Filters()
    if missing := [need for need in report.needs if need not in given.given()]:
        options = " and ".join(_option(need) for need in missing)
        raise UsageError(f"report {name} needs {options}")
    if strange := sorted(given.given() - set(report.takes)):
        taken = ", ".join(map(_option, report.takes))
        raise UsageError(f"report {name} does not take {_option(strange[0])}", f"it takes {taken}")
    result = connection.execute(report.select(checked(given)))
    return Rows(tuple(result.keys()), [tuple(row) for row in result])


def _option(name: str) -> str:
    return f"--{OPTIONS.get(name, name)}"
