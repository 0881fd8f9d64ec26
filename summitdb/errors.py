"""The one exception tree: each error carries what is wrong, what to do next, and the exit code."""

from __future__ import annotations


class SummitError(Exception):
    """Something a user caused or can mend. `message` says what is wrong and where, `hint` what to do next."""

    exit_code = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(SummitError):
    """Wrong use of a command: a bad option value, an unknown name."""

    exit_code = 2


class ArticleError(SummitError):
    """An input from which no article can be read. `SummitError.message` names the file and, where known, the line."""


class RecordError(SummitError):
    """A record file that breaks the record format, or whose evidence is not in the text."""


class DatabaseError(SummitError):
    """A database that cannot be opened, is of another version, or refuses a query."""


class LostConnection(DatabaseError):
    """A database that cannot be reached, or no longer: what was not committed can be done again."""
