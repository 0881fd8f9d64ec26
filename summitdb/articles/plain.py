"""Plain text: a title line, perhaps a subtitle and a caption, then paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from summitdb.articles.encoding import decode
from summitdb.articles.fields import Fields
from summitdb.articles.inputs import read_whole
from summitdb.articles.model import Draft


def read_plain(stream: BinaryIO, fields: Fields) -> Iterator[Draft]:
    """The one article of a text file; what its lines are is for `make_article` to see."""
    yield Draft(text=decode(read_whole(stream)))
