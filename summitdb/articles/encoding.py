"""Bytes to text: byte order marks, UTF-8, the encoding that a page declares, then detection; what is no text is
refused.
"""

from __future__ import annotations

import codecs
import re

from summitdb.errors import ArticleError
from summitdb.text.language import detect_language

_SAVE_AS_UTF8 = "save it again as UTF-8"

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file", "save its text as .txt first"),
    (b"PK\x03\x04", "a ZIP, Word or OpenDocument file", "unpack it, or save its text as .txt first"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "save its text as .txt first"),
    (b"{\\rtf", "an RTF file", "save its text as .txt first"),
    (b"SQLite format 3\x00", "a SQLite database", "give it as --db, or export its articles as NDJSON or CSV"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
)
_SAMPLE = 64 * 1024
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Stray controls and NULs come with old wire texts; more than a few and more than this share of them, and it is no text.
_FEW_CONTROLS, _MOST_CONTROLS = 3, 0.02
_VALID_SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
# Windows-1252 as Western news texts use it: letters in and at words, and the typographic marks.
_WESTERN = re.compile(r"(?<=[A-Za-z])[À-ÖØ-öø-ü]|[À-ÖØ-öø-ü](?=[A-Za-zà-ö])|\b[àéèóÀÉÈÓ]\b|[‘’“”–—…•«»°§£€©\xa0]")
_WESTERN_LANGUAGES = frozenset({"en", "fr", "es", "pt", "it", "de", "nl", "sv", "da", "no", "fi", "is", "ca"})


def refuse_binary(data: bytes) -> None:
    """Raise ArticleError where `data`, the beginning of a file, is not text."""
    for signature, name, hint in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"{name}, not text", hint)
    sample = data[:_SAMPLE]
    if _byte_order_mark(data) or _is_wide(sample):
        return
    if len(_CONTROLS.findall(sample)) > max(_FEW_CONTROLS, _MOST_CONTROLS * len(sample)):
        raise ArticleError("a binary file, not text", "SummitDB reads txt, md, html, json, ndjson, csv, also as .gz")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`. `declared` is the encoding that the content names, tried where it is not UTF-8.

    Raises ArticleError for what is binary, broken UTF-8, or in no encoding that can be told.
    """
    refuse_binary(data)
    if encoding := _byte_order_mark(data) or _is_wide(data[:_SAMPLE]):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            raise ArticleError(f"not valid {encoding.upper()} (byte {error.start + 1})", _SAVE_AS_UTF8) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Before anything else is tried: broken UTF-8 read as another encoding gives silent rubbish.
        if sum(map(len, _VALID_SEQUENCE.findall(data))) * 2 > len(_HIGH.findall(data)):
            raise ArticleError(f"not valid UTF-8 (byte {error.start + 1})", _SAVE_AS_UTF8) from None
        offset = error.start + 1
    text = _declared(data, declared) or _western(data) or _detected(data)
    if text is None:
        raise ArticleError(f"not UTF-8 (byte {offset}), and its encoding cannot be told", _SAVE_AS_UTF8)
    return text


def _byte_order_mark(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _is_wide(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: in a text with Latin letters or spaces, every other byte is often zero."""
    if b"\0" not in sample:
        return None
    pairs = len(sample) // 2
    for encoding, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if pairs > 1 and high.count(0) > 0.3 * pairs and low.count(0) == 0:
            return encoding
    return None


def _declared(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _western(data: bytes) -> str | None:
    """The text in Windows-1252, if everything in it makes sense so and it is in a language written with it.

    charset-normalizer cannot tell it from its Central European sister by the few accents of an English text.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if len(_WESTERN.findall(text)) != len(_HIGH.findall(data)):
        return None
    return text if detect_language(text) in _WESTERN_LANGUAGES else None


def _detected(data: bytes) -> str | None:
    """The text in the encoding that charset-normalizer finds, if the result reads like a language."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], preemptive_behaviour=False).best()
    if best is None or best.coherence < 0.1:
        return None
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return None
