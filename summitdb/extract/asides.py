"""The clauses by a meeting that tell more of it: ", which were to be held in Ohrid", "at a summit in Laos", "while in Oslo"."""

from __future__ import annotations

from summitdb.extract.scenes import Scene


def clause_aside(scenes: list[Scene], scene: Scene, trigger: int) -> Scene | None:
    """The clause that tells more of the noun at `trigger`: ", which were to be held in Ohrid on Sunday"."""
    return next((s for s in scenes if s.parent is scene and s.opener == "which" and s.at and 0 < s.at[0] - trigger < 9), None)


def gathering_beside(scenes: list[Scene], scene: Scene, trigger: int) -> Scene | None:
    """The gathering beside which they met, for its day: "met on the margins of a summit in Laos in October"."""
    return next((s for s in scenes if s.parent is scene and s.opener == "sidelines" and s.at and s.at[0] > trigger), None)


def setting_of(scenes: list[Scene], scene: Scene) -> Scene | None:
    """The phrase before a clause that says where its subject was: "While in Tashkent, he also met"."""
    return next(
        (s for s in scenes if s.parent is scene and s.opener == "while" and s.verb is None and s.at[0] < scene.at[0]), None
    )
