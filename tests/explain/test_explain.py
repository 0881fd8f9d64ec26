"""An article explained: every span where it stands, nothing of the text lost, nothing of it taken for markup."""

from __future__ import annotations

import io
import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from summitdb.articles.model import Article
from summitdb.explain.marks import marks_of, paragraphs, segments, value_at
from summitdb.explain.page import explain_page
from summitdb.explain.terminal import explain_text
from summitdb.records import Evidence, Participant, RecordFile, Statement, Summit

BODY = "Talks in Ardenport\n\nPresident Tarja Orrin met the <premier> on Monday & left."


def evidence(passage: str, field: str, rule: str = "test.rule", body: str = BODY) -> Evidence:
    start = body.index(passage)
    return Evidence(start=start, end=start + len(passage), field=field, rule=rule, confidence=0.9)


def example() -> tuple[Article, RecordFile]:
    summit = Summit(
        city="Ardenport",
        participants=[Participant(person="Tarja Orrin", office="president")],
        evidence=[evidence("Ardenport", "city"), evidence("Tarja Orrin", "participants/0/person", "people.title")],
    )
    said = Statement(kind="direct", text="met the <premier>", evidence=[evidence("met the <premier>", "text")])
    return Article("talks", BODY, title="Talks in Ardenport"), RecordFile(summits=[summit], statements=[said])


def test_values_are_found_by_their_path() -> None:
    summit = example()[1].summits[0]
    assert value_at(summit, "participants/0/person") == "Tarja Orrin"
    assert value_at(summit, "participants/0") == "Tarja Orrin president"
    assert value_at(summit, "participants/7/person") == ""
    assert value_at(summit, "nothing") == ""


def test_the_page_shows_the_text_and_the_rules_and_runs_nothing() -> None:
    page = explain_page(*example())
    shown = unescape(re.sub("<[^>]*>", "", page.partition("<main>")[2].partition("</main>")[0]))
    assert "President Tarja Orrin met the <premier> on Monday & left." in shown
    assert "people.title" in page
    assert "<premier>" not in page
    assert not re.search(r"<script|https?://|@import|url\(", page)


def test_the_terminal_names_record_field_rule_and_passage() -> None:
    out = io.StringIO()
    explain_text(*example(), out)
    line = next(line for line in out.getvalue().splitlines() if "people.title" in line)
    assert re.split(r"  +", line.strip()) == [
        "summit 1", "participants/0/person", "Tarja Orrin", "people.title", "0.90", "“Tarja Orrin”",
    ]  # fmt: skip
    assert "\x1b" not in out.getvalue()


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8))
def test_segments_cover_the_text_once_and_hold_the_marks_over_them(spans: list[tuple[int, int]]) -> None:
    body = "word " * 20
    made = [Evidence(start=s, end=s + n, field="city", rule=f"r{i}", confidence=1) for i, (s, n) in enumerate(spans)]
    marks = marks_of(RecordFile(summits=[Summit(city="X", evidence=made)]))
    found = list(segments(0, len(body), marks))
    assert "".join(body[s.start : s.end] for s in found) == body
    for segment in found:
        assert segment.marks == tuple(m for m in marks if m.start <= segment.start < m.end)


@given(st.text("ab \n", max_size=40))
def test_paragraphs_hold_every_visible_character(body: str) -> None:
    held = "".join(body[p.start : p.end] for p in paragraphs(body, []))
    assert re.sub(r"\s", "", held) == re.sub(r"\s", "", body)
