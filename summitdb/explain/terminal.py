"""The same for a terminal: each paragraph with its spans, and under it what they gave."""

from __future__ import annotations

import os
from typing import TextIO

from summitdb.articles.model import Article
from summitdb.explain.marks import Mark, marks_of, paragraphs, segments
from summitdb.records import RecordFile

STYLES = {
    "summits": "black on yellow",
    "agreements": "black on green",
    "statements": "black on bright_cyan",
    "corridors": "black on bright_red",
    "organizations": "black on magenta",
}
LONGEST_VALUE = 48


def explain_text(article: Article, file: RecordFile, out: TextIO) -> None:
    """Write the article paragraph by paragraph, with colour where `out` is a terminal that wants it."""
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=out, highlight=False, soft_wrap=not out.isatty(), no_color=bool(os.environ.get("NO_COLOR")) or None
    )  # fmt: skip
    marks = marks_of(file)
    for paragraph in paragraphs(article.body, marks):
        line = Text()
        for segment in segments(paragraph.start, paragraph.end, marks):
            innermost = min(segment.marks, key=lambda mark: mark.end - mark.start, default=None)
            line.append(article.body[segment.start : segment.end], STYLES[innermost.table] if innermost else None)
        console.print(line)
        for row in _aligned(article.body, paragraph.marks):
            console.print(Text(row, "dim"), soft_wrap=True)
        console.print()


def _aligned(body: str, marks: tuple[Mark, ...]) -> list[str]:
    cells = [
        (m.record, m.field, _short(m.value), m.rule, f"{m.confidence:.2f}", f"“{_short(body[m.start : m.end])}”") for m in marks
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["    " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in cells]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
