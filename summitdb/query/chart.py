"""Pictures of a report's rows, drawn as SVG without further libraries: bars, and a matrix of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from summitdb.query.rows import Rows, Value, cell_text

# Okabe and Ito's palette, which colour-blind readers can tell apart.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
MOST_BARS, MOST_SIDES = 40, 24
CHARACTER, LINE, BAR = 6.8, 24, 520
OTHER = "other"

Cells = dict[tuple[str, str], float]


@dataclass(frozen=True)
class Chart:
    """How a report is drawn. `bars`: one bar a `label`, as long as the sum of `value` (or else the number of rows), cut
    into `series`, in the order of the rows or `by_size`; `matrix`: `label` against `series`, each field as dark as its
    `value`."""

    kind: Literal["bars", "matrix"]
    label: str
    value: str | None = None
    series: str | None = None
    by_size: bool = False


def draw(chart: Chart, rows: Rows, title: str) -> str:
    """The picture as an SVG document. Rows without a label or a number are left out."""
    cells: Cells = {}
    for row in rows.dicts():
        label, value = row[chart.label], _number(row[chart.value]) if chart.value else 1
        if label is not None and value is not None:
            key = (cell_text(label), cell_text(row[chart.series]) if chart.series else "")
            cells[key] = cells.get(key, 0) + value
    return _matrix(cells, title) if chart.kind == "matrix" else _bars(cells, title, chart.by_size)


def _number(value: Value) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _bars(cells: Cells, title: str, by_size: bool) -> str:
    cells, series = _few_series(cells)
    totals: dict[str, float] = {}
    for (label, _), value in cells.items():
        totals[label] = totals.get(label, 0) + value
    labels = sorted(totals, key=lambda label: -totals[label]) if by_size else list(totals)
    if len(labels) > MOST_BARS:
        title += f" (first {MOST_BARS} of {len(labels)})"
        labels = labels[:MOST_BARS]
    left = _widest(labels) + 24
    scale = BAR / max([*totals.values(), 1e-9])
    top = 56.0
    parts = []
    if len(series) > 1:
        parts += _legend(series, left)
        top += LINE
    for position, label in enumerate(labels):
        x, y = left, top + position * LINE
        parts.append(_text(left - 8, y + 15, label, anchor="end"))
        for number, name in enumerate(series):
            if value := cells.get((label, name), 0):
                told = ", ".join(filter(None, (label, name))) + f": {cell_text(value)}"
                parts.append(_box((x, y, value * scale, LINE - 6), COLOURS[number], told))
                x += value * scale
        parts.append(_text(x + 6, y + 15, cell_text(totals[label])))
    return _document(left + BAR + 100, top + len(labels) * LINE + 20, title, parts)


def _few_series(cells: Cells) -> tuple[Cells, list[str]]:
    """The cells with no more series than there are colours, greatest first, years in their order; the rest are summed up
    as OTHER."""
    sums: dict[str, float] = {}
    for (_, name), value in cells.items():
        sums[name] = sums.get(name, 0) + value
    ranked = sorted(sums, key=lambda name: (-sums[name], name))
    if len(ranked) <= len(COLOURS):
        return cells, _in_order(ranked)
    kept = ranked[: len(COLOURS) - 1]
    merged: Cells = {}
    for (label, name), value in cells.items():
        key = (label, name if name in kept else OTHER)
        merged[key] = merged.get(key, 0) + value
    return merged, [*_in_order(kept), OTHER]


def _in_order(names: list[str]) -> list[str]:
    """Years from first to last; other names as they are."""
    return sorted(names) if all(name.isdigit() for name in names) else names


def _matrix(cells: Cells, title: str) -> str:
    weights: dict[str, float] = {}
    for pair, value in cells.items():
        for side in pair:
            weights[side] = weights.get(side, 0) + value
    sides = sorted(sorted(weights, key=lambda side: (-weights[side], side))[:MOST_SIDES])
    if len(weights) > MOST_SIDES:
        title += f" (the {MOST_SIDES} most frequent of {len(weights)})"
    most = max([*cells.values(), 1e-9])
    left = _widest(sides) + 24
    top = 48 + left * 0.75
    parts = [_text(left + column * LINE + 15, top - 8, name, turn=-50) for column, name in enumerate(sides)]
    for line, row in enumerate(sides):
        y = top + line * LINE
        parts.append(_text(left - 8, y + 15, row, anchor="end"))
        for column, name in enumerate(sides):
            x, value = left + column * LINE, cells.get((row, name), 0)
            parts += _field((x, y), value, value / most, f"{row}, {name}: {cell_text(value)}")
    return _document(left * 1.6 + len(sides) * LINE + 40, top + len(sides) * LINE + 20, title, parts)


def _field(at: tuple[float, float], value: float, shade: float, told: str) -> list[str]:
    x, y = at
    if not value:
        return [_box((x, y, LINE - 2, LINE - 2), "#eee", told)]
    box = _box((x, y, LINE - 2, LINE - 2), COLOURS[0], told, opacity=0.25 + 0.75 * shade)
    colour = "#fff" if shade > 0.4 else "#222"
    return [box, _text(x + LINE / 2 - 1, y + 15, cell_text(value), anchor="middle", colour=colour)]


def _widest(labels: Sequence[str]) -> float:
    return max(map(len, labels), default=0) * CHARACTER


def _legend(series: Sequence[str], left: float) -> list[str]:
    parts, x = [], left
    for number, name in enumerate(series):
        shown = name or "none"
        parts += [_box((x, 44, 12, 12), COLOURS[number], shown), _text(x + 17, 54, shown)]
        x += len(shown) * CHARACTER + 34
    return parts


def _box(place: tuple[float, float, float, float], colour: str, told: str, *, opacity: float = 1) -> str:
    x, y, width, height = place
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}" '
        f'fill-opacity="{opacity:.2f}"><title>{escape(told)}</title></rect>'
    )


def _text(x: float, y: float, text: str, *, anchor: str = "start", colour: str = "#222", turn: int = 0) -> str:
    turned = f' transform="rotate({turn} {x:.1f} {y:.1f})"' if turn else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{turned}>{escape(text)}</text>'


def _document(width: float, height: float, title: str, parts: Sequence[str]) -> str:
    width = max(width, len(title) * 9 + 40)
    body = "\n".join(parts) or _text(24, 60, "no rows")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{max(height, 80):.0f}" '
        f'font-family="DejaVu Sans, Arial, sans-serif" font-size="12">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n'
        f'<text x="24" y="28" font-size="16" font-weight="bold" fill="#222">{escape(title)}</text>\n{body}\n</svg>\n'
    )
