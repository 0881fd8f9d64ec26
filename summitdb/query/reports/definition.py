"""What a report is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from summitdb.query.chart import Chart
from summitdb.query.conditions import Condition, Query
from summitdb.query.filters import Filters


@dataclass(frozen=True)
class Report:
    """A named question. `select` answers it for the filters in `takes`; those in `needs` must be given."""

    name: str
    question: str
    select: Callable[[Filters], Query]
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    chart: Chart | None = None


def year(date: Any) -> sa.ColumnElement[str]:
    """The year of a partial date."""
    return sa.func.substr(date, 1, 4)


def count_where(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    """How many rows of a group fulfil a condition."""
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)


def from_side(filters: Filters, one: Any, other: Any, first: Condition) -> Condition:
    """Which of the two ways round a pair is shown: from the side of a country asked for, else so that `first` holds."""
    if not filters.countries:
        return first
    return sa.and_(one.in_(filters.countries), sa.or_(other.is_(None), other.not_in(filters.countries), first))
