"""The filter options of `list` and `report`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

OPTIONS = (
    click.option("--country", "countries", metavar="NAME", multiple=True, help="Code or name; repeated: all of them."),
    click.option("--person", metavar="NAME", help="Part of a person's name, or the slug."),
    click.option("--organization", metavar="NAME", help="Acronym, part of the name, or the slug."),
    click.option("--since", metavar="DATE", help="2024, 2024-08 or 2024-08-19."),
    click.option("--until", metavar="DATE", help="The same; the whole year, month or day is included."),
    click.option("--topic", "topics", metavar="TOPIC", multiple=True, help="Topic or sector; repeated: all of them."),
    click.option("--city", metavar="NAME", help="Part of the place's name."),
    click.option("--status", metavar="STATUS", help="As in held, planned, signed, operating, member."),
    click.option("--text", metavar="WORDS", help="Part of the title, name or text."),
)


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--country`, `--person` and so on, passed on as one `filters`."""
    names = ("countries", "person", "organization", "since", "until", "topics", "city", "status", "text")

    @wraps(command)
    def with_filters(*args: Any, **options: Any) -> Any:
        from summitdb.query.filters import Filters

        filters = Filters(**{name: options.pop(name) for name in names})
        return command(*args, filters=filters, **options)

    for option in reversed(OPTIONS):
        with_filters = option(with_filters)
    return with_filters
