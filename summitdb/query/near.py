"""Did you mean: names near one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def near(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """At most `count` known names like `word`, best first; case is ignored."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_folded, n=count, cutoff=0.6)
    return [by_folded[name] for name in found]


def did_you_mean(word: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    """A hint such as "did you mean summit or summit_topic?", or `otherwise` when nothing is near."""
    found = near(word, known)
    return f"did you mean {' or '.join(found)}?" if found else otherwise
