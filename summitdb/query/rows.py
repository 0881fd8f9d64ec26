"""What every query gives back, and its plain-text formats: csv, tsv, json, ndjson, markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TextIO

# A cell: text, number, truth value, date, or nothing.
Value = Any


@dataclass(frozen=True)
class Rows:
    """Named columns and the rows under them. `rows` may be an iterator, and then serves once."""

    columns: tuple[str, ...]
    rows: Iterable[Sequence[Value]]

    def __iter__(self) -> Iterator[Sequence[Value]]:
        return iter(self.rows)

    def dicts(self) -> Iterator[dict[str, Value]]:
        """Each row as {column: value}."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def distinct(columns: Sequence[str]) -> tuple[str, ...]:
    """Column names made distinct: a repeated `id` becomes `id_2`, `id_3`."""
    names: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return tuple(names)


def cell_text(value: Value) -> str:
    """A cell as text: nothing for NULL, true and false, ISO dates, whole floats without `.0`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _json_value(value: Value) -> Value:
    return value if isinstance(value, (str, int, float, list, dict, type(None))) else cell_text(value)


def write_csv(rows: Rows, out: TextIO) -> None:
    """RFC 4180, but with `\\n` line ends."""
    for row in chain([rows.columns], rows):
        out.write(",".join(_quoted(cell_text(value), len(row) == 1) for value in row) + "\n")


def _quoted(text: str, alone: bool) -> str:
    """A cell of a CSV line; an empty one that is `alone` in its line is quoted, for an empty line would be no row."""
    if any(mark in text for mark in ',"\r\n') or (alone and not text):
        return '"' + text.replace('"', '""') + '"'
    return text


def write_tsv(rows: Rows, out: TextIO) -> None:
    """Tab-separated; tabs, line ends and backslashes inside a value are written `\\t`, `\\n`, `\\\\`."""
    escapes = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
    out.write("\t".join(rows.columns) + "\n")
    for row in rows:
        out.write("\t".join(cell_text(value).translate(escapes) for value in row) + "\n")


def write_ndjson(rows: Rows, out: TextIO) -> None:
    """One JSON object a line."""
    import json

    for row in rows.dicts():
        out.write(json.dumps({k: _json_value(v) for k, v in row.items()}, ensure_ascii=False) + "\n")


def write_json(rows: Rows, out: TextIO) -> None:
    """One JSON array of objects, one object a line."""
    import json

    separator = "[\n"
    for row in rows.dicts():
        out.write(separator + json.dumps({k: _json_value(v) for k, v in row.items()}, ensure_ascii=False))
        separator = ",\n"
    out.write("[]\n" if separator == "[\n" else "\n]\n")


def write_markdown(rows: Rows, out: TextIO) -> None:
    """A GitHub-flavoured table."""
    escapes = str.maketrans({"|": "\\|", "\n": "<br>", "\r": None})
    out.write("| " + " | ".join(column.translate(escapes) for column in rows.columns) + " |\n")
    out.write("|" + " --- |" * len(rows.columns) + "\n")
    for row in rows:
        out.write("| " + " | ".join(cell_text(value).translate(escapes) for value in row) + " |\n")


WRITERS: dict[str, Callable[[Rows, TextIO], None]] = {
    "csv": write_csv,
    "tsv": write_tsv,
    "json": write_json,
    "ndjson": write_ndjson,
    "markdown": write_markdown,
}
