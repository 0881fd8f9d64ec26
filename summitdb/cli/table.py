"""Tables for the eye: ruled and wrapped by rich on a terminal, plainly aligned anywhere else."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Sequence
from typing import TextIO

from summitdb.query.rows import Rows, cell_text

# A plain column is padded to at most this many characters; a longer value pushes only its own row.
WIDEST_PADDING = 60
# On a terminal a column keeps at least the first of these widths, and words such as slugs are not broken up to the
# second; where that is more than there is, each row is shown as a block of `column  value` lines.
NARROWEST, LONGEST_WORD = 18, 32
# On a terminal a longer value ends in an ellipsis; every other format has it whole.
LONGEST_CELL = 1200
CONTROLS: dict[int, str | None] = {**dict.fromkeys((*range(32), *range(127, 160))), 9: " ", 10: " ", 13: " "}


def write_table(rows: Rows, out: TextIO) -> None:
    """Write rows as a table that suits `out`."""
    cells = [[_printable(value) for value in row] for row in rows]
    numeric = [_is_numeric([row[i] for row in cells]) for i in range(len(rows.columns))]
    if out.isatty():
        _write_rich(rows.columns, cells, numeric, out)
    else:
        _write_plain(rows.columns, cells, numeric, out)


def display_width(text: str) -> int:
    """Columns that a text takes on a terminal: wide East Asian characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _printable(value: object) -> str:
    """A cell on one line, without control characters: text from outside must not steer a terminal."""
    return cell_text(value).translate(CONTROLS)


def _is_numeric(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(cell.lstrip("-").replace(".", "", 1).isdigit() for cell in filled)


def _widths(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> list[int]:
    return [max([display_width(name), *(display_width(row[i]) for row in cells)]) for i, name in enumerate(columns)]


def _write_plain(columns: Sequence[str], cells: list[list[str]], numeric: list[bool], out: TextIO) -> None:
    widths = [min(width, WIDEST_PADDING) for width in _widths(columns, cells)]
    for row in (list(columns), ["-" * width for width in widths], *cells):
        padded = []
        for text, width, right in zip(row, widths, numeric, strict=True):
            gap = " " * (width - display_width(text))
            padded.append(gap + text if right else text + gap)
        out.write("  ".join(padded).rstrip() + "\n")


def _write_rich(columns: Sequence[str], cells: list[list[str]], numeric: list[bool], out: TextIO) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out, no_color=bool(os.environ.get("NO_COLOR")) or None, highlight=False)
    least = [_least([name, *(row[i] for row in cells)]) for i, name in enumerate(columns)]
    clipped = [[text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…" for text in row] for row in cells]
    if sum(least) + 3 * len(least) > console.width:
        _write_blocks(columns, clipped, console.width, out)
    else:
        table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
        for name, right, width in zip(columns, numeric, least, strict=True):
            table.add_column(Text(name), justify="right" if right else "left", overflow="fold", min_width=width)
        for row in clipped:
            table.add_row(*map(Text, row))
        console.print(table)
    count = f"{len(cells)} row{'' if len(cells) == 1 else 's'}"
    print(count, file=sys.stderr)


def _least(texts: Sequence[str]) -> int:
    """The least width of a column in which it can be read."""
    longest_word = max(display_width(word) for text in texts for word in (text.split() or [""]))
    widest = max(map(display_width, texts))
    return max(min(widest, NARROWEST), min(longest_word, LONGEST_WORD))


def _write_blocks(columns: Sequence[str], cells: list[list[str]], width: int, out: TextIO) -> None:
    from textwrap import wrap

    margin = max(map(display_width, columns)) + 2
    for number, row in enumerate(cells, start=1):
        print(f"── {number} ".ljust(min(width, 40), "─"), file=out)
        for name, text in zip(columns, row, strict=True):
            if text:
                lines = wrap(text, max(20, width - margin))
                print(name.ljust(margin) + ("\n" + " " * margin).join(lines), file=out)
