"""The formats in which rows are written."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from summitdb.query.rows import WRITERS, Rows, cell_text, distinct

CELLS = st.one_of(st.none(), st.text(), st.integers(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False))
TABLES = st.lists(st.tuples(CELLS, CELLS), max_size=5)


def written(output_format: str, rows: list[Any], columns: tuple[str, ...] = ("a", "b")) -> str:
    out = io.StringIO()
    WRITERS[output_format](Rows(columns, rows), out)
    return out.getvalue()


@given(TABLES)
def test_json_gives_back_what_went_in(rows: list[Any]) -> None:
    assert [tuple(row.values()) for row in json.loads(written("json", rows))] == rows
    assert [tuple(json.loads(line).values()) for line in written("ndjson", rows).split("\n") if line] == rows


@given(TABLES)
def test_csv_gives_back_every_cell(rows: list[Any]) -> None:
    read = list(csv.reader(io.StringIO(written("csv", rows), newline="")))
    assert read == [["a", "b"], *([cell_text(a), cell_text(b)] for a, b in rows)]


@given(TABLES)
def test_tsv_and_markdown_have_one_line_a_row(rows: list[Any]) -> None:
    tsv = written("tsv", rows)
    assert tsv.count("\n") == len(rows) + 1
    assert all(line.count("\t") == 1 for line in tsv.split("\n")[:-1])
    assert written("markdown", rows).count("\n") == len(rows) + 2


def test_cells_as_text() -> None:
    values = [None, True, False, 30.0, 1.5, 1e300, date(2024, 8, 19), b"\x00\xff"]
    assert list(map(cell_text, values)) == ["", "true", "false", "30", "1.5", "1e+300", "2024-08-19", "00ff"]


def test_an_empty_result_is_an_empty_array() -> None:
    assert json.loads(written("json", [])) == []


@given(st.lists(st.sampled_from(["id", "id_2", "id_3", "name"])))
def test_columns_become_distinct_and_keep_their_first_names(columns: list[str]) -> None:
    names = distinct(columns)
    assert len(set(names)) == len(names) == len(columns)
    assert all(name.startswith(column) for name, column in zip(names, columns, strict=True))
