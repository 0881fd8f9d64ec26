"""Whether an office without a name can mean a person, and which words stand for a person by themselves."""

from __future__ import annotations

from summitdb.extract.people import Person, Role

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PRONOUNS = MALE | FEMALE
STATE_OFFICES = frozenset({"president", "prime_minister", "king", "queen", "emir", "crown_prince", "chancellor"})
GENERIC = {"leader", "head of state", "head of government", "ruler", "premier", "chief executive", "statesman"}
RELATIONAL = frozenset({"counterpart", "colleague", "opposite number", "host", "guest", "visitor", "leader"})
# Forms of one office, and the words that take in several.
CONGRESSMEN = frozenset({"representative", "congressman", "congresswoman", "member of congress"})
LAWMAKERS = CONGRESSMEN | {
    "senator", "state senator", "state representative", "member of parliament", "parliamentarian", "legislator", "lawmaker",
}  # fmt: skip
SAME = {**dict.fromkeys(CONGRESSMEN, CONGRESSMEN), **dict.fromkeys(("lawmaker", "legislator"), LAWMAKERS)}
DIPLOMATIC = frozenset({"ambassador", "special_envoy", "deputy_minister", "foreign_minister"})
# Heads of an organization's diplomacy.
DIPLOMATS = frozenset({"high representative", "eu high representative", "foreign policy chief", "eu foreign policy chief"})
# Whom an organization sends, by the words of his office.
SENT = frozenset(
    {"adviser", "advisor", "representative", "mediator", "envoy", "coordinator", "special adviser", "special advisor"}
)
HOSTS = frozenset({"host", "guest", "visitor"})


def fits(role: Role, person: Person) -> bool:
    """Whether `person` can be meant by a bare `role`: same state, same office."""
    if role.countries and person.country is not None and person.country not in role.countries:
        return False
    if role.countries and person.country is None and not same_office(role, person):
        return False
    if role.sex and person.sex and role.sex != person.sex:
        return False
    return same_office(role, person)


def same_office(role: Role, person: Person) -> bool:
    if role.form in GENERIC or (role.form.endswith("leader") and role.office != "other"):
        return person.office in STATE_OFFICES or person.office is None or person.role_form.endswith("leader")
    if role.form in HOSTS:
        return person.office in STATE_OFFICES or (person.office or "").endswith("minister")
    if role.form in person.also or person.role_form in SAME.get(role.form, ()):
        return True
    if role.form in ("top diplomat", "chief diplomat"):
        return person.office == "foreign_minister" or person.role_form in DIPLOMATS
    if role.form.endswith(" chief"):  # "the defence chief" of a defence minister, a defense secretary
        portfolio = role.form.removesuffix(" chief").replace("defence", "defense")
        held = person.role_form.replace("defence", "defense")
        if held.startswith(portfolio) and held.endswith(("minister", "secretary")):
            return True
    if role.form in ("minister", "foreign secretary", "secretary"):
        return person.office in ("minister", "foreign_minister", "deputy_minister") or "secretary" in person.role_form
    if role.form == "premier":
        return person.office == "prime_minister"
    if role.form == "diplomat" and (person.office in DIPLOMATIC or person.role_form.startswith("foreign ministry")):
        return True
    if role.form in ("official", "diplomat", "envoy", "negotiator", "spokesman", "spokeswoman", "spokesperson"):
        return role.form in person.role_form or (
            role.form in ("envoy", "diplomat") and (person.office in ("ambassador", "special_envoy") or person.role_form in SENT)
        )
    if role.office is not None and role.office != "other":
        return role.office == person.office
    return role.form == person.role_form
