"""Did you mean: names near one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

# Likeness (Ratcliff and Obershelp's, 0 to 1) of a name worth proposing, and how far it may fall behind the likest one.
LEAST, BEHIND = 0.6, 0.1


def near(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """At most `count` known names like `word`, likest first; case and the marks between words are ignored."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=_bare(word))
    likeness = {}
    for name in known:
        matcher.set_seq1(_bare(name))
        if matcher.real_quick_ratio() >= LEAST and matcher.quick_ratio() >= LEAST and matcher.ratio() >= LEAST:
            likeness[name] = matcher.ratio()
    best = max(likeness.values(), default=0)
    close = [name for name, ratio in likeness.items() if ratio >= best - BEHIND]
    return sorted(close, key=lambda name: (-likeness[name], name))[:count]


def did_you_mean(word: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    """A hint such as "did you mean summit or summit_topic?", or `otherwise` when nothing is near."""
    found = near(word, known)
    return f"did you mean {' or '.join(found)}?" if found else otherwise


def _bare(name: str) -> str:
    return name.casefold().translate({ord(mark): None for mark in " -_"})
