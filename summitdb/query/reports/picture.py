"""A report as a picture: SVG, a self-contained HTML page, or PNG."""

from __future__ import annotations

from html import escape
from pathlib import Path

from summitdb.errors import SummitError, UsageError
from summitdb.query.chart import draw
from summitdb.query.files import whole_file, whole_path
from summitdb.query.reports.definition import Report
from summitdb.query.rows import Rows, cell_text

STYLE = """body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #222; }
svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; margin-top: 2rem; font-size: 13px; }
th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #ddd; vertical-align: top; }"""


def save_picture(report: Report, rows: Rows, path: Path) -> None:
    """Write the picture of a report's rows in the format that the file's name ends in. Raises UsageError for another
    ending and for a report that has no picture, SummitError where the file cannot be written."""
    if report.chart is None:
        raise UsageError(f"report {report.name} has no picture", "--format csv writes its rows")
    kind = path.suffix.lower()
    if kind not in (".svg", ".html", ".png"):
        raise UsageError(f"{path}: no picture of that kind", "name a file that ends in .svg, .html or .png")
    svg = draw(report.chart, rows, report.question)
    if kind == ".png":
        _save_png(svg, path)
    else:
        with whole_file(path) as out:
            out.write(svg if kind == ".svg" else _page(report, rows, svg))


def _save_png(svg: str, path: Path) -> None:
    try:
        import resvg_py
    except ImportError:
        raise SummitError("a .png picture needs resvg", 'pip install "summitdb[charts]", or write .svg') from None
    with whole_path(path) as scratch:
        scratch.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=2)))


def _page(report: Report, rows: Rows, svg: str) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in rows.columns)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell_text(value))}</td>" for value in row) + "</tr>" for row in rows)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(report.question)}</title>'
        f"<style>{STYLE}</style></head>\n<body>\n{svg}<table>\n<tr>{head}</tr>\n{body}\n</table></body></html>\n"
    )
