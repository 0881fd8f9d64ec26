"""Tables on terminals and elsewhere."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitdb.cli.table import display_width, write_table
from summitdb.query.rows import Rows


class Terminal(io.StringIO):
    """Somewhere that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(rows: Rows, monkeypatch: pytest.MonkeyPatch, width: int) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    out = Terminal()
    write_table(rows, out)
    return out.getvalue()


def plain(columns: tuple[str, ...], *rows: Any) -> list[str]:
    out = io.StringIO()
    write_table(Rows(columns, rows), out)
    return out.getvalue().split("\n")[:-1]


def test_plain_tables_align_text_left_and_numbers_right() -> None:
    assert plain(("name", "n"), ("東京", 5), ("Baku", 12.0)) == ["name   n", "----  --", "東京   5", "Baku  12"]


def test_plain_tables_keep_long_text_whole() -> None:
    text = "word " * 100 + "end"
    assert text in plain(("a", "b"), (text, "x"))[2]


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_plain_tables_have_a_line_for_each_row_and_no_control_characters(rows: list[Any]) -> None:
    lines = plain(("a", "b"), *rows)
    assert len(lines) == 2 + len(rows)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for line in lines for c in line)


def test_a_terminal_gets_a_ruled_table_within_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(("slug", "text"), [("2024-05-06-fi-hr-split", "many words " * 20)])
    text = re.sub(r"\x1b\[[\d;]*m", "", shown(rows, monkeypatch, 70))
    assert all(display_width(line) <= 70 for line in text.splitlines())
    assert "2024-05-06-fi-hr-split" in text
    assert "─" in text


def test_a_narrow_terminal_gets_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(("slug", "starts_on", "city"), [("2024-05-06-fi-hr-split", "2024-05-06", None)])
    text = shown(rows, monkeypatch, 40)
    assert "slug       2024-05-06-fi-hr-split\n" in text
    assert "city" not in text


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(("a",), [("x",)])
    assert "\x1b" in shown(rows, monkeypatch, 80)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[\d;]*3\d", shown(rows, monkeypatch, 80))
