"""The clause behind a document's noun phrase that says what it does: "an agreement | to build the plant"."""

from __future__ import annotations

from summitdb.extract.document_bounds import DOING, is_list_comma, past_adverbials
from summitdb.extract.units import Unit
from summitdb.gazetteer.uses import words

MEANT = words("document", "meant")
FINITE = frozenset(("has", "have", "had", "was", "were", "is", "are", "will", "would"))


def _is_relative(units: list[Unit], i: int) -> bool:
    return i < len(units) and units[i].pos == "rel"


def clause(units: list[Unit], end: int) -> int:
    """The position behind the clause that says what the document does, or `end`: "to build the plant", "establishing ...",
    "that lets Uganda import fuel". A clause that says what was done to it ("that they signed") is none."""
    n, phrase_end = len(units), end
    end = past_adverbials(units, end)
    if end >= n:
        return phrase_end
    first = units[end]
    purpose = (
        first.low == "to"
        and end + 1 < n
        and units[end + 1].kind == "word"
        and units[end + 1].pos in (None, "word", "aux")
        and (units[end + 1].get("seal") or {}).get("value") not in ("signed", "initialled", "ratified")
    )
    participle = (
        first.kind == "word"
        and first.pos is None
        and (first.low.endswith("ing") or first.low in MEANT)
        and first.rows.keys().isdisjoint(DOING)
        and first.get("report") is None
    )
    relative = first.low in ("that", "which")
    if first.text == "," and end + 2 < n:
        after, behind = units[end + 1], units[end + 2]
        relative = after.low in ("which", "whereby") or (after.low == "under" and behind.pos == "rel")
    if not (purpose or participle or relative):
        return phrase_end
    listed = not relative
    i = end + 1
    while i < n:
        unit = units[i]
        if relative and unit.get("seal") and unit.tenses & {"past", "part"}:
            return phrase_end
        if not relative and (unit.pos in ("rel", "sub") or unit.low == "that"):
            relative = True
        if not relative and unit.low in FINITE:
            break  # "a deal aimed at easing trade | has been signed"
        if i > end + 22:
            break
        if (
            unit.kind in ("date", "quotation")
            or (unit.text == "," and (_is_relative(units, i + 1) or (i > end + 2 and not (listed and is_list_comma(units, i)))))
            or (unit.text in (";", ":", "(", "--", "—") and i > end + 2)
            or unit.low in ("after", "before", "under", "during", "while", "as", "when")
        ):
            break
        i += 1
    while i > end and ((units[i - 1].kind == "mark" and units[i - 1].text != ")") or units[i - 1].pos in ("prep", "det", "conj")):
        i -= 1
    return i
