"""One self-contained HTML page: the article with its spans, and beside it the records with their rules."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from summitdb.articles.model import Article
from summitdb.explain.marks import SINGULAR, Mark, as_text, marks_of, paragraphs, segments
from summitdb.records import Record, RecordFile

COLOURS = {
    "summits": "#ffe08a",
    "agreements": "#b5e3b0",
    "statements": "#bcdcff",
    "corridors": "#ffc9a8",
    "organizations": "#e2c9f5",
}
STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.6 Georgia, serif; color: #222; background: #fff; margin: 0; display: flex; flex-wrap: wrap; }
main { flex: 3 1 28rem; padding: 2rem; max-width: 46rem; }
aside { flex: 3 1 30rem; padding: 2rem; background: #f6f6f4; font: 13px/1.5 system-ui, sans-serif; }
mark { padding: .1em 0; border-radius: 2px; color: inherit; }
mark a { color: inherit; text-decoration: none; }
mark.several { box-shadow: inset 0 -2px #555; }
section { margin-bottom: 1.2rem; background: #fff; padding: .6rem .8rem; border-left: .5rem solid; }
section:target { outline: 2px solid #333; }
h1 { font-size: 1.4rem; line-height: 1.3; } h2 { font-size: .95rem; margin: 0 0 .3rem; }
main h1, main p { white-space: pre-line; }
table { border-collapse: collapse; } td { padding: 0 .6rem .15rem 0; vertical-align: top; overflow-wrap: break-word; }
td.value { min-width: 7rem; overflow-wrap: anywhere; } td.rule { color: #666; font: 12px/1.6 monospace; }
td.field, td.confidence { white-space: nowrap; }
"""


def explain_page(article: Article, file: RecordFile) -> str:
    """The page. It loads nothing from anywhere, runs no script, and shows every text as text."""
    marks = marks_of(file)
    title = escape(article.title or article.external_id)
    about = " · ".join(filter(None, (article.publisher, as_text(article.published_on), article.url)))
    return "".join(
        [
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<style>{STYLE}{''.join(_colour_rules())}</style></head>\n<body><main>",
            f"<p>{escape(about)}</p>" if about else "",
            *_text(article.body, marks),
            "</main>\n<aside>",
            *(_section(table, i + 1, record, marks) for table, i, record in file.records()),
            "</aside></body></html>\n",
        ]
    )


def _colour_rules() -> Iterator[str]:
    for table, colour in COLOURS.items():
        yield f"mark.{table} {{ background: {colour}; }} section.{table} {{ border-color: {colour}; }}\n"


def _text(body: str, marks: list[Mark]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs(body, marks)):
        tag = "p" if number else "h1"
        pieces = (_piece(body[s.start : s.end], s.marks) for s in segments(paragraph.start, paragraph.end, marks))
        yield f"<{tag}>{''.join(pieces)}</{tag}>\n"


def _piece(text: str, marks: tuple[Mark, ...]) -> str:
    if not marks:
        return escape(text)
    innermost = min(marks, key=lambda mark: mark.end - mark.start)
    told = "\n".join(f"{m.record}: {m.field} = {m.value} ({m.rule}, {m.confidence:.2f})" for m in marks)
    several = " several" if len({(m.table, m.number) for m in marks}) > 1 else ""
    link = f'<a href="#{SINGULAR[innermost.table]}-{innermost.number}">{escape(text)}</a>'
    return f'<mark class="{innermost.table}{several}" title="{escape(told)}">{link}</mark>'


def _section(table: str, number: int, record: Record, marks: list[Mark]) -> str:
    own = [mark for mark in marks if (mark.table, mark.number) == (table, number)]
    rows = "".join(
        f'<tr><td class="field">{escape(m.field)}</td><td class="value">{escape(m.value)}</td>'
        f'<td class="rule">{escape(m.rule).replace(".", ".<wbr>")}</td><td class="confidence">{m.confidence:.2f}</td></tr>'
        for m in sorted(own, key=lambda mark: mark.field)
    )
    name = SINGULAR[table]
    return f'<section class="{table}" id="{name}-{number}"><h2>{name} {number}</h2><table>{rows}</table></section>\n'
