"""One form for every text: NFC, `\n` line ends, single spaces, one line a paragraph, a blank line between paragraphs.

It happens here, once, before an article has a body; offsets are taken after it. Quotation marks, dashes and ellipses
stay as they are written.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# Widest line that is still taken for one of a hard-wrapped text: old wires wrap at 60-80, mail and editors at up to
# 100.
WRAP_WIDTH = 100
# Below this, lines are verse, tables or address blocks.
MIN_WRAP_WIDTH = 40

# Unicode's other spaces (category Zs).
_SPACE = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_END = "\x0b\x0c\x85\u2028\u2029"
# Controls, surrogates, the byte order mark and format characters (Cc, Cs, Cf): soft hyphens, marks of direction,
# zero-width spaces. The zero-width (non-)joiner stays, since Persian and Indic spelling needs it.
_NOTHING = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0001\U000e0020-\U000e007f"
)
_ODD = re.compile(f"(?P<space>[{_SPACE}])|(?P<line>[{_LINE_END}])|[{_NOTHING}]")
_REPLACED = {"space": " ", "line": "\n", None: ""}
_BLANK = re.compile(r"\n(?: *\n)+")
_ENDS_SENTENCE = re.compile(r"[.!?:][\"'”’»)]*$")


def clean(text: str) -> str:
    """`text` in NFC, with `\n` line ends and ordinary spaces, without characters that print nothing."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.replace("\n", "").isprintable():
        text = _ODD.sub(lambda odd: _REPLACED[odd.lastgroup], text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """`text` cleaned, on one line: for titles, names and addresses."""
    return " ".join(clean(text).split())


def normalise(text: str) -> str:
    """The body of an article from its text: paragraphs of one line each with a blank line between them.

    Lines of a hard-wrapped paragraph are joined; a first line that is indented, or that follows a line with room for
    its first word, starts a new one. `normalise(normalise(text)) == normalise(text)`.
    """
    # A tab marks an indented paragraph, which clean() would turn into an ordinary space.
    text = clean(text.replace("\t", "    "))
    paragraphs: list[str] = []
    for block in _BLANK.split(text):
        if "\n" not in block:
            paragraphs.append(block)
        else:
            paragraphs += _unwrap(block)
    tidy = (" ".join(paragraph.split()) if "  " in paragraph else paragraph.strip() for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in tidy if paragraph)


def _unwrap(block: str) -> list[str]:
    """The paragraphs of lines that no blank line divides."""
    lines = [line.rstrip() for line in block.split("\n") if line.strip()]
    margin = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    lines = [line[margin:] for line in lines]
    width = max(map(len, lines), default=0)
    if not MIN_WRAP_WIDTH <= width <= WRAP_WIDTH:
        return lines
    paragraphs = lines[:1]
    for previous, line in pairwise(lines):
        if _continues(previous, line, width):
            paragraphs[-1] += line if _is_hyphenated(previous, line) else f" {line}"
        else:
            paragraphs.append(line)
    return paragraphs


def _continues(previous: str, line: str, width: int) -> bool:
    """Whether `line` goes on with the paragraph of `previous` in a text wrapped at `width`.

    A wrapped line is full: the first word of the next would not have fitted. A line that is not, but breaks off within
    a sentence that goes on in lower case, is a ragged wrap.
    """
    if line[0] == " " and previous[0] != " ":
        return False
    full = len(previous) + 1 + len(line.split(" ", 1)[0]) > width
    return full or _is_hyphenated(previous, line) or (line[0].islower() and not _ENDS_SENTENCE.search(previous))


def _is_hyphenated(previous: str, line: str) -> bool:
    """Whether a word was divided at its hyphen, as in "North-" above "South"."""
    return re.search(r"\w-$", previous) is not None and line[0].isalpha()
