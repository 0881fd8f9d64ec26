"""Markdown, with what its YAML front matter says of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from summitdb.articles.encoding import decode
from summitdb.articles.fields import Fields
from summitdb.articles.inputs import read_whole
from summitdb.articles.make import MAX_BODY
from summitdb.articles.model import Draft
from summitdb.errors import ArticleError

# Within this bound the YAML parser's recursion stays far from the limits of the stack.
MAX_FRONT_MATTER = 16_384

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)


def read_markdown(stream: BinaryIO, fields: Fields) -> Iterator[Draft]:
    """The one article of a Markdown file. The title is the front matter's, else a first heading."""
    text = decode(read_whole(stream))
    head, text = _split_front_matter(text)
    if len(text) > MAX_BODY:
        raise ArticleError(f"{len(text):,} characters; an article has at most {MAX_BODY:,}", "split it into its articles")
    known = fields.head(fields.pick(head)) if head else {}
    heading, body = _plain(text)
    known["title"] = known.get("title") or heading
    yield Draft(text=body, **known)


def _split_front_matter(text: str) -> tuple[Mapping[str, Any], str]:
    """The front matter's values and the rest. Raises ArticleError for YAML that is broken or too long."""
    import yaml

    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    if len(match[1]) > MAX_FRONT_MATTER:
        raise ArticleError(f"front matter of more than {MAX_FRONT_MATTER:,} characters")
    try:
        values = yaml.load(match[1], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        line = f" (line {error.problem_mark.line + 2})" if error.problem_mark else ""
        raise ArticleError(f"front matter is not valid YAML{line}: {error.problem}") from None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        # ValueError: a value that looks like a date and is none, as in 2024-13-45.
        raise ArticleError(f"front matter is not valid YAML: {error}", "write dates as YYYY-MM-DD") from None
    # Two rules around a paragraph look like front matter and are a string.
    return (values, text[match.end() :]) if isinstance(values, dict) else ({}, text)


def _plain(markdown: str) -> tuple[str | None, str]:
    """The heading that opens the document, and its text with a blank line between blocks, markup removed."""
    from markdown_it import MarkdownIt

    from summitdb.articles.web import fragment_text

    title = None
    blocks: list[str] = []
    tag = ""
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type == "heading_open":
            tag = token.tag
        elif token.type == "inline":
            text = _inline(token.children or [])
            if tag == "h1" and not blocks and title is None:
                title = text
            else:
                blocks.append(text)
            tag = ""
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content)
        elif token.type == "html_block":
            blocks.append(fragment_text(token.content))
    return title, "\n\n".join(blocks)


def _inline(children: list[Any]) -> str:
    """The words of a paragraph: pictures and tags dropped, a link as its text, a line end as a space."""
    words = []
    for child in children:
        if child.type in ("text", "code_inline"):
            words.append(child.content)
        elif child.type == "softbreak":
            words.append(" ")
        elif child.type == "hardbreak":
            words.append("\n")
    return "".join(words)
