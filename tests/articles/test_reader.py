import gzip
import io
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitdb.articles.inputs import EXTENSIONS
from summitdb.articles.reader import Article, Defaults, Failure, read
from summitdb.errors import UsageError

TEXT = "Leaders meet in Baku\n\nThe two presidents met in the capital on Monday and signed an agreement."
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Leaders meet in Baku | The Herald</title>
<meta property="og:site_name" content="The Herald"><link rel="canonical" href="https://herald.example/a">
<meta property="article:published_time" content="2024-08-19T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Leaders meet in Baku</h1>
<p>The presidents of the two countries met in the capital on Monday and signed an agreement on trade.</p>
<p>“We want to double our trade within five years,” one of the two presidents told reporters after the talks.</p>
</article><footer>Copyright 2026 The Herald</footer></body></html>"""

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return _write


def articles(*paths: str | Path, **options: object) -> list[Article]:
    found = list(read(paths, **options))  # type: ignore[arg-type]
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def failure(*paths: str | Path, **options: object) -> Failure:
    (found,) = read(paths, **options)  # type: ignore[arg-type]
    assert isinstance(found, Failure)
    assert "\n" not in str(found)
    return found


def test_plain_text(write: Write) -> None:
    (article,) = articles(write("baku.txt", TEXT))
    assert (article.external_id, article.title, article.body) == ("baku", "Leaders meet in Baku", TEXT)


def test_markdown_with_front_matter(write: Write) -> None:
    front = "---\nheadline: Leaders meet\ndate: 2024-08-19\nsource: AFP\nlink: https://a.example/b\nid: x1\n---\n"
    text = "The *two* presidents\nmet in [Baku](https://b.example).\n\n- They **signed** it.\n\n![picture](a.png)\n"
    (article,) = articles(write("a.md", front + text))
    assert article.body == "Leaders meet\n\nThe two presidents met in Baku.\n\nThey signed it."
    assert (article.published_on, article.publisher) == (date(2024, 8, 19), "AFP")
    assert (article.url, article.external_id) == ("https://a.example/b", "x1")


def test_markdown_with_a_heading(write: Write) -> None:
    (article,) = articles(write("a.md", "# Leaders meet\n\nThe presidents met.\n\n## More\n\n<div>They signed.</div>\n"))
    assert article.title == "Leaders meet"
    assert article.body == "Leaders meet\n\nThe presidents met.\n\nMore\n\nThey signed."


def test_a_saved_page(write: Write) -> None:
    (article,) = articles(write("page.html", PAGE))
    title, *paragraphs = article.body.split("\n\n")
    assert title == article.title == "Leaders meet in Baku"
    assert len(paragraphs) == 2
    assert paragraphs[1].startswith("“We want to double our trade")
    assert (article.published_on, article.publisher) == (date(2024, 8, 19), "The Herald")
    assert (article.url, article.language) == ("https://herald.example/a", "en")


def test_a_page_in_the_encoding_it_declares(write: Write) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("one of the two", "Президент страны")
    (article,) = articles(write("page.htm", page.encode("cp1251", "replace")))
    assert "Президент страны" in article.body


ROWS = [
    {"id": 7, "headline": "Leaders meet", "content": "The presidents met.", "publishedAt": "2024-08-19T10:00:00Z"},
    {"id": "b", "headline": "Leaders part", "content": ["They met.", "They parted."], "source": {"name": "AFP"}},
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps(ROWS)),
        ("a.json", json.dumps({"status": "ok", "articles": ROWS})),
        ("a.json", json.dumps({"rss": {"channel": {"title": "A feed", "item": ROWS}}})),
        ("a.json", "\n".join(map(json.dumps, ROWS))),
        ("a.jsonl", "\ufeff" + "\n\n".join(map(json.dumps, ROWS)) + "\n"),
        ("a.ndjson.gz", gzip.compress("\n".join(map(json.dumps, ROWS)).encode(), mtime=0)),
    ],
)
def test_json_of_several_articles(write: Write, name: str, content: str | bytes) -> None:
    first, second = articles(write(name, content))
    assert (first.external_id, first.published_on) == ("7", date(2024, 8, 19))
    assert (second.external_id, second.publisher) == ("b", "AFP")
    assert second.body == "Leaders part\n\nThey met.\n\nThey parted."


def test_json_of_one_article_with_markup_in_it(write: Write) -> None:
    text = "<p>The &quot;two&quot; met<br>in\nBaku.</p><script>x()</script><p>They signed.</p>"
    (article,) = articles(write("one.json", json.dumps({"title": "Leaders meet", "text": text})))
    assert article.external_id == "one"
    assert article.body == 'Leaders meet\n\nThe "two" met\n\nin Baku.\n\nThey signed.'


def test_articles_without_an_id_are_numbered(write: Write) -> None:
    rows = [{"text": "The one met."}, {"text": "The other met."}]
    assert [a.external_id for a in articles(write("a.json", json.dumps(rows)))] == ["a-1", "a-2"]
    assert [a.external_id for a in articles(write("b.ndjson", "\n".join(map(json.dumps, rows))))] == ["b-1", "b-2"]


def test_fields_of_any_name(write: Write) -> None:
    path = write("a.json", json.dumps({"kopf": "Leaders meet", "text": "not this", "data": {"lauf": "They met."}}))
    (article,) = articles(path, fields={"title": "kopf", "text": "data.lauf"})
    assert article.body == "Leaders meet\n\nThey met."


def test_a_wrong_field_is_wrong_use() -> None:
    with pytest.raises(UsageError) as error:
        list(read([], fields={"titel": "a"}))
    assert error.value.hint == "did you mean 'title'?"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv(write: Write, delimiter: str) -> None:
    rows = [
        ("id", "title", "text", "date"),
        ("a", "Leaders meet", '"They ""met"" in Baku,\nthey signed."', "2024-08-19"),
    ]
    (article,) = articles(write("a.csv", "\n".join(map(delimiter.join, rows))))
    assert article.external_id == "a"
    assert article.body == 'Leaders meet\n\nThey "met" in Baku,\n\nthey signed.'
    assert article.published_on == date(2024, 8, 19)


def test_csv_of_excel(write: Write) -> None:
    content = "id;text\r\na;Der Präsident und die Minister\r\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert articles(write("a.csv", content.encode(encoding)))[0].body == "Der Präsident und die Minister"


def test_csv_with_accents_in_names_and_header_alone(write: Write) -> None:
    content = "Überschrift;text;Quelle\nTalks;They agreed on the railway, and on its price.;Zürcher Post\n".encode("cp1252")
    (article,) = read([write("a.csv", content)], fields={"title": "Überschrift", "publisher": "Quelle"})
    assert isinstance(article, Article)
    assert (article.title, article.publisher) == ("Talks", "Zürcher Post")


def test_csv_rows_that_fail_do_not_stop_the_others(write: Write) -> None:
    rows = "id,text,date\n1,The one met.,2024-01-01\n2,The other, met.,2024-01-01\n3,The third met.,soon\n4,The last.,\n"
    one, second, third, last = read([write("a.csv", rows)])
    assert isinstance(one, Article)
    assert isinstance(last, Article)
    assert (second.line, third.line) == (3, 4)  # type: ignore[union-attr]
    assert "4 columns where the header has 3" in str(second)
    assert "'soon' is not a date" in str(third)


def test_broken_json_in_line_3_of_5(write: Write) -> None:
    lines = [json.dumps({"text": f"The presidents met {n}."}) for n in range(5)]
    lines[2] = lines[2][:-1]
    for name in ("a.ndjson", "a.json"):
        found = list(read([write(name, "\n".join(lines))]))
        assert [isinstance(item, Article) for item in found] == [True, True, False, True, True]
        assert str(found[2]).endswith(f"{name}, line 3: broken JSON: truncated")


def test_folders_globs_and_names(write: Write, tmp_path: Path) -> None:
    for name in (
        "b/two.txt",
        "a/one.txt",
        "a/README.md",
        "a/x.png",
        ".hidden/no.txt",
        "page_files/ad.html",
        "b/.no.txt",
    ):
        write(name, TEXT)
    assert [a.external_id for a in articles(tmp_path)] == ["one", "two"]
    assert [a.external_id for a in articles(f"{tmp_path}/**/t*.txt")] == ["two"]
    assert [a.external_id for a in articles(tmp_path / "a" / "x.png")] == ["x.png"]


def test_record_files_beside_articles_are_passed_over(write: Write, tmp_path: Path) -> None:
    write("one.txt", TEXT)
    record = write("one.json", json.dumps({"article": {"title": "Leaders meet"}, "summits": []}))
    assert [a.external_id for a in articles(tmp_path)] == ["one"]
    assert "a record file, not an article" in failure(record).message


@pytest.mark.parametrize(
    ("content", "identifier"),
    [
        (TEXT, "stdin-"),
        (PAGE, "stdin-"),
        ("---\nid: m\n---\nThe presidents met.\n", "m"),
        (json.dumps({"id": "j", "text": "The presidents met."}), "j"),
        ('{"id": "n", "text": "The presidents met."}\n{"id": "n", "text": "The presidents met."}', "n"),
        ("id,text\nc,The presidents met.\n", "c"),
    ],
)
def test_standard_input_of_any_format(content: str, identifier: str) -> None:
    for data in (content.encode(), gzip.compress(content.encode(), mtime=0)):
        assert articles("-", stdin=io.BytesIO(data))[0].external_id.startswith(identifier)


def test_what_comes_through_standard_input_replaces_only_itself() -> None:
    first, again, other = (articles("-", stdin=io.BytesIO(text.encode()))[0] for text in (TEXT, TEXT, TEXT + " They left."))
    assert first.external_id == again.external_id != other.external_id


def test_defaults_fill_what_is_missing(write: Write) -> None:
    defaults = Defaults(date(2024, 8, 20), "Herald", "https://herald.example", "en")
    (article,) = articles(write("a.txt", TEXT), defaults=defaults)
    assert (article.published_on, article.publisher) == (date(2024, 8, 20), "Herald")
    assert (article.url, article.language) == ("https://herald.example", "en")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "no text"),
        ("binary.txt", bytes(range(256)) * 10, "a binary file"),
        ("broken.txt", "“The” ministers".encode() + b"\xe2\x28", "not valid UTF-8"),
        ("long.txt", b"word " * 6_000_000, "larger than 20 MB"),
        ("long.ndjson", b'{"text": "' + b"word " * 6_000_000 + b'"}', "longer than 20 MB"),
        ("long.csv", b'id,text\n1,"' + b"word " * 6_000_000 + b'"', "longer than 20 MB"),
        ("date.md", b"---\ndate: soon\n---\nThe presidents met.", "'soon' is not a date"),
        ("date.md", b"---\ndate: 2024-13-45\n---\nThe presidents met.", "front matter is not valid YAML"),
        ("yaml.md", b"---\na: [\n---\nThe presidents met.", "front matter is not valid YAML (line 3)"),
        ("deep.md", b"---\na: " + b"[" * 16_000 + b"\n---\nThe presidents met.", "front matter is not valid YAML"),
        ("broken.json", b'[\n{"text": "a"},\n{"text": }]', "broken JSON: invalid character (line 3)"),
        ("deep.json", b"[" * 200_000 + b"]" * 200_000, "nested too deep"),
        ("other.json", b'{"name": "a", "value": 1}', "no field with the article's text (there are: name, value)"),
        ("number.json", b"12", "neither an article nor a list"),
        ("other.csv", b"a,b\n1,2\n", "no column with the article's text"),
        ("quote.csv", b'id,text\n1,"The presidents met.\n', "broken CSV from line 2 on"),
        ("menu.html", b"<html><body></body></html>", "no article in this web page"),
        ("cut.txt.gz", gzip.compress(b"The presidents met. " * 1000, mtime=0)[:-12], "cannot be read"),
        ("no.txt.gz", b"\x1f\x8bno", "cannot be read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wrong_input_is_one_clear_line(write: Write, name: str, content: bytes, message: str) -> None:
    assert message in str(failure(write(name, content)))


def test_missing_and_unreadable_inputs(tmp_path: Path) -> None:
    assert failure(tmp_path / "none.txt").message == "no such file or folder"
    assert failure(f"{tmp_path}/*.txt").message == "no file matches"
    assert failure(tmp_path).message == "no articles in this folder"
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert failure(loop).message.startswith("cannot be read")


def test_a_file_without_permission(write: Write) -> None:
    path = write("a.txt", TEXT)
    path.chmod(0)
    user = os.geteuid()
    # root may read everything, so that it has to be somebody else for a moment
    if user == 0:
        os.seteuid(65534)
    try:
        assert failure(path).message == "cannot be read: Permission denied"
    finally:
        os.seteuid(user)


def test_names_that_no_file_can_have() -> None:
    assert "cannot be read" in failure("a\0b").message
    assert "cannot be read" in failure("a" * 5000).message


def test_one_bad_file_does_not_stop_the_rest(write: Write, tmp_path: Path) -> None:
    write("a.txt", b"")
    write("b.txt", TEXT)
    first, second = read([tmp_path])
    assert isinstance(first, Failure)
    assert isinstance(second, Article)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(sorted(EXTENSIONS)),
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(str.encode),
        st.text(alphabet='{}[]":,text a\n-<p>;|#*_`\\', max_size=200).map(str.encode),
        st.lists(st.sampled_from(list(PAGE)), max_size=200).map("".join).map(str.encode),
    ),
)
def test_any_bytes_give_articles_or_failures(tmp_path: Path, extension: str, data: bytes) -> None:
    path = tmp_path / f"any{extension}"
    path.write_bytes(data)
    for item in read([path]):
        assert isinstance(item, Article | Failure)
        if isinstance(item, Article):
            item.body.encode()
            assert item.body == item.body.strip() != ""
