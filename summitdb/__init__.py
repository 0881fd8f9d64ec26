"""SummitDB: news articles about diplomacy in, a relational database that can be trusted out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summitdb.query.database import open_database as open_database

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """`open_database`, imported when asked for: the command line must start without it."""
    if name == "open_database":
        from summitdb.query.database import open_database

        return open_database
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
