import pytest

from summitdb.articles.encoding import decode
from summitdb.errors import ArticleError

RUSSIAN = "Президенты двух стран встретились в понедельник и обсудили торговлю, энергетику и транспорт между странами."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Aliyev’s office — in Baku", "utf-8"),
        ("Aliyev’s office — in Baku", "utf-8-sig"),
        ("Aliyev’s office — in Baku", "utf-16"),
        ("The office in Baku", "utf-16-le"),
        ("The office in Baku", "utf-16-be"),
        ("The minister’s office said “we agree” on Monday", "cp1252"),
        ("He met the president in Brasília and in Asunción", "latin-1"),
        ("Le président a rencontré le ministre à Genève, où ils ont signé", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_encodings_are_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).lstrip("\ufeff") == text


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf8() -> None:
    assert decode("Şuşa".encode("iso8859-9"), declared="iso8859-9") == "Şuşa"
    assert decode("Şuşa".encode(), declared="iso8859-9") == "Şuşa"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("The minister’s “yes” — in full".encode() + b"\xe2\x28", "not valid UTF-8 (byte 39)"),
        (b"Baku \xff\xfe\x80 summit", "cannot be told"),
        (b"\xff\xfeB", "not valid UTF-16"),
        (bytes(range(256)) * 4, "a binary file"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"SQLite format 3\x00", "a SQLite database"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as error:
        decode(data)
    assert message in error.value.message
    assert error.value.hint


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    assert decode(b"The two leaders met in the capital on Monday, \x00 officials said.").startswith("The two")
    assert decode(b"Talks\x00 in Kisumu:\x00 done").startswith("Talks")
