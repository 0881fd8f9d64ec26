"""The identity rules of the clustered tables, by table."""

from __future__ import annotations

from summitdb.fold import agreements, same_summit, statements, summit_accounts, summits
from summitdb.fold.division import Rules

CLUSTERED = ("summit", "agreement", "statement")
KEYED = ("corridor", "organization", "person")

RULES: dict[str, Rules] = {
    "summit": Rules(
        view=summit_accounts.account,
        keys=summit_accounts.keys,
        firm=lambda one: one.exact,
        linked=same_summit.linked,
        same=same_summit.same,
        order=summit_accounts.order,
        divide=summits.divide,
        divide_vague=summits.divide_vague,
        choose=summits.choose,
    ),
    "agreement": Rules(
        view=agreements.document,
        keys=agreements.keys,
        firm=lambda one: one.exact,
        linked=agreements.same,
        same=agreements.same,
        order=agreements.order,
        divide=agreements.divide,
        divide_vague=agreements.divide,
        choose=agreements.choose,
    ),
    "statement": Rules(
        view=statements.utterance,
        keys=statements.keys,
        firm=lambda one: True,
        linked=statements.same,
        same=statements.same,
        order=statements.order,
        divide=statements.divide,
        divide_vague=statements.divide,
        choose=lambda one, groups: None,
    ),
}
