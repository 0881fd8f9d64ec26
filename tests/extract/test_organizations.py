"""Organizations and who stands where in them. All sentences are synthetic, all people invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.engine import extract
from summitdb.records import Organization

DAY = date(2020, 5, 14)


def read(text: str) -> list[Organization]:
    return extract(make_article(text, "synthetic", published_on=DAY)).organizations


def relations(text: str) -> list[str]:
    """The standings of a text as "country status modality", with "by country" where somebody supports or opposes."""
    return [
        f"{r.country} {r.status} {r.modality}" + (f" by {r.by}" if r.by else "")
        for record in read(text)
        for r in record.relations
    ]


STANDINGS = [
    ("Sweden formally joined NATO on Thursday.", ["SE member actual"]),
    ("Turkey has been a member of NATO since 1952.", ["TR member actual"]),
    ("Iraq, a member of the Organization of Petroleum Exporting Countries (OPEC), sends its crude by sea.", ["IQ member actual"]),
    ("OPEC members Kuwait and Qatar have said they are producing within quota.", ["KW member actual", "QA member actual"]),
    ("He said France, Germany and other NATO members would send troops.", ["FR member actual", "DE member actual"]),
    ("Members of the Arab League, including Egypt and Jordan, met in Cairo.", ["EG member actual", "JO member actual"]),
    ("The Baltic states are members of NATO.", ["EE member actual", "LT member actual", "LV member actual"]),
    ("Smaller NATO allies, such as Poland, sent ships.", ["PL member actual"]),
    ("Libya counts travellers seeking EU entry.", []),
    (
        "Turkey applied for EU membership. Norway prevented Turkish ministers, among them two, from campaigning.",
        ["TR member sought"],
    ),
    ("SAARC groups Bhutan, India and Nepal.", ["BT member actual", "IN member actual", "NP member actual"]),
    ("The Gulf Cooperation Council (Oman, Qatar and Kuwait) met.", ["OM member actual", "QA member actual", "KW member actual"]),
    ("Japan holds the rotating presidency of the G7 this year.", ["JP member actual"]),
    ("Chile and Bolivia are associate members of Mercosur.", ["CL partner actual", "BO partner actual"]),
    ("Afghanistan holds observer status in the SCO.", ["AF observer actual"]),
    ("Sri Lanka, a dialogue partner of the SCO, sent its foreign minister.", ["LK dialogue_partner actual"]),
    ("Ukraine and Moldova were granted EU candidate status in June.", ["UA candidate actual", "MD candidate actual"]),
    ("NATO granted no visas. Serbia, a candidate for European Union membership, agreed.", ["RS candidate actual"]),
    ("Malaysia has applied to join BRICS.", ["MY member sought"]),
    ("Finland hopes to become a member of NATO.", ["FI member sought"]),
    ("Hungary's parliament has delayed ratification of Sweden's bid to join NATO.", ["SE member sought"]),
    (
        "India, Pakistan and Iran have expressed intentions to join the SCO.",
        ["IN member sought", "PK member sought", "IR member sought"],
    ),
    (
        "Iran has applied for full membership in the SCO and currently holds observer status.",
        ["IR member sought", "IR observer actual"],
    ),
    (
        "Kenya will support Somalia's application to join the East African Community.",
        ["SO member supported by KE", "SO member sought"],
    ),
    ("Ankara would not support Sweden's NATO membership.", ["SE member opposed by TR"]),
    ("Moscow opposes Ukraine's membership in NATO.", ["UA member opposed by RU"]),
    ("Pakistan's bid for membership of the SCO was blocked by Tajikistan.", ["PK member sought", "PK member opposed by TJ"]),
    ("East Timor wants to join ASEAN, and Indonesia backs its bid.", ["TL member sought", "TL member supported by ID"]),
    ("Saudi Arabia and Ethiopia were invited to join BRICS.", ["SA member invited", "ET member invited"]),
    ("Bolivia will become a full member of Mercosur.", ["BO member invited"]),
    ("Somalia was admitted into the East African Community on Friday.", ["SO member actual"]),
    ("Fiji was readmitted to the Commonwealth in 2014.", ["FJ member actual"]),
    (
        "Bolivia signed the accession protocol. Mercosur hailed Bolivia's accession protocol, signed in 2015.",
        ["BO candidate actual"],
    ),
    ("The Maldives left the Commonwealth on Thursday.", ["MV former_member actual"]),
    ("Nicaragua quit the Organization of American States last year.", ["NI former_member actual"]),
    ("Qatar announced its withdrawal from OPEC on Monday.", ["QA former_member sought"]),
    ("Minsk did not intend to leave the Collective Security Treaty Organization.", ["BY member actual"]),
    ("Mali has been suspended from ECOWAS since the August coup.", ["ML member actual"]),
    ("Armenia has frozen its membership in the Collective Security Treaty Organization.", ["AM member actual"]),
]


@pytest.mark.parametrize(("text", "expected"), STANDINGS, ids=[text[:40] for text, _ in STANDINGS])
def test_standings(text: str, expected: list[str]) -> None:
    assert relations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "NATO members agreed to increase spending, the secretary general said.",
        "The prime minister of Spain told members of parliament that the EU talks were difficult.",
        "Observers from the OSCE monitored the election in Armenia.",
        "Israel is not a member of the International Criminal Court.",
        "Azerbaijan has no plans to join the Eurasian Economic Union, the minister said.",
        "China is the largest trading partner of ASEAN.",
        "The agreement between Chile and the European Union entered into force.",
        "Peru joined talks on fishing at the United Nations.",
        "The president left Geneva after a meeting of the United Nations.",
    ],
)
def test_no_standing(text: str) -> None:
    assert relations(text) == []


def test_acronym_in_brackets_belongs_to_the_name() -> None:
    (record,) = read("The East African Community (EAC) met in Arusha.")
    assert (record.name, record.acronym, record.as_written) == ("East African Community", "EAC", "East African Community (EAC)")


def test_organization_inside_an_office() -> None:
    assert [record.acronym for record in read("UN Secretary-General Marta Oduya arrived in Fiji.")] == ["UN"]


def test_missions_are_no_organizations() -> None:
    assert [record.name for record in read("The mandate of MONUSCO was extended.")] == []


def test_every_relation_is_cited() -> None:
    (record,) = read("Russia supports Iran's membership of the SCO.")
    assert {"relations/0/country", "relations/0/status", "relations/0/modality", "relations/0/by"} <= {
        e.field for e in record.evidence
    }
