"""Real accounts of the same events by different publishers, scored by B-cubed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date

import pytest

from summitdb.articles.model import Article
from summitdb.load import load_articles

MAIN = "select summit, article from summit_source where main = 1"


@pytest.fixture(params=["in order", "reversed"])
def articles(shared, request):
    """The articles as they are beside the repository, with the dates, publishers and addresses of GROUPS.json."""
    folder = shared / "corpus" / "events"
    known = json.loads((folder / "GROUPS.json").read_text("utf-8"))["articles"]
    found = []
    for name, about in sorted(known.items(), reverse=request.param == "reversed"):
        body = (folder / f"{name}.txt").read_text("utf-8").strip()
        title, day = body.partition("\n")[0], date.fromisoformat(about["published_on"])
        found.append(Article(external_id=name, body=body, title=title, language="en", **{**about, "published_on": day}))
    return found


def test_accounts_of_one_event_are_one_row_and_no_row_mixes_two(fresh_sqlite, articles, remembered, shared, tmp_path):
    database = fresh_sqlite()
    report = load_articles(articles, database, engine=remembered)
    assert (report.new, report.failed) == (len(articles), [])
    with database.connect() as connection:
        rows = [dict(row) for row in connection.exec_driver_sql(MAIN).mappings()]
    (tmp_path / "rows.json").write_text(json.dumps(rows))
    scorer = [sys.executable, shared / "eval" / "events.py", shared / "corpus" / "events" / "GROUPS.json"]
    outcome = subprocess.run([*scorer, tmp_path / "rows.json", "--names"], check=True, capture_output=True, text=True).stdout
    f1 = re.search(r"F1 ([0-9.]+)", outcome)
    assert f1 is not None
    assert float(f1[1]) >= 0.95, outcome
    assert "rows mixing several events: 0" in outcome, outcome
