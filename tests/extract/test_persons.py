"""Persons: who is named, under which office and for which state, and what is no person. All but known leaders are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.document import Document, analyse


def read(text: str, year: int = 2016) -> Document:
    return analyse(make_article("The day in brief|".replace("|", "\n\n") + text, "synthetic", published_on=date(year, 6, 3)))


@pytest.mark.parametrize(
    ("text", "name", "country", "office"),
    [
        ("Kenyan President Josphat Letting left.", "Josphat Letting", "KE", "president"),
        ("Josphat Letting, the president of Kenya, left.", "Josphat Letting", "KE", "president"),
        ("Kenya's president, Josphat Letting, left.", "Josphat Letting", "KE", "president"),
        ("Hungarian Foreign Minister Gergely van der Palfalvi left.", "Gergely van der Palfalvi", "HU", "foreign_minister"),
        ("Iraqi Oil Minister Abd al-Karim al-Jubouri left.", "Abd al-Karim al-Jubouri", "IQ", "minister"),
        ("Chile's ambassador to Peru, María José Errázuriz Vial, left.", "María José Errázuriz Vial", "CL", "ambassador"),
        ("South Korean Prime Minister Cha Seung-woo left.", "Cha Seung-woo", "KR", "prime_minister"),
        ("Vietnamese President Dinh Quang Thuc left.", "Dinh Quang Thuc", "VN", "president"),
        ("Kazakh Foreign Minister Aslan Bolatovich Turekhanov left.", "Aslan Bolatovich Turekhanov", "KZ", "foreign_minister"),
        ("Deputy Prime Minister and Foreign Minister Ilona Szentes of Hungary left.", "Ilona Szentes", "HU", "foreign_minister"),
        ("Deputy Chinese Foreign Minister Zhang Mi left.", "Zhang Mi", "CN", "deputy_minister"),
        ("Danish Energy and Climate Minister Lars Lill left.", "Lars Lill", "DK", "minister"),
        ("Somali President Mohamed Sheikh Abdi left.", "Mohamed Sheikh Abdi", "SO", "president"),
        ("Gov. Earl K. Stamper left.", "Earl K. Stamper", None, "other"),
        ("Sen. Bill Hill left.", "Bill Hill", None, "other"),
        ("Sir Desmond Swaine left.", "Desmond Swaine", None, None),
        ("Republican strategist Ed Farrow left.", "Ed Farrow", None, None),
    ],
)
def test_person(text: str, name: str, country: str | None, office: str | None) -> None:
    (person,) = read(text).people.all
    assert (person.name, person.office) == (name, office)
    assert country is None or person.country == country


@pytest.mark.parametrize(
    "text",
    [
        "The meeting begins at 3 pm in Toledo.",
        "The Gibe Dam will be closed.",
        "Avicom Bank said profits fell.",
        "Swiss airline Alpina Air and its rival Nordvik said they would merge.",
        "The Democratic Party said it would appeal.",
        "Will they go in May?",
        "He marked the bill, a grant.",
        "The chief RPF delegate spoke.",
    ],
)
def test_no_person(text: str) -> None:
    assert read(text).people.all == []


@pytest.mark.parametrize(
    ("text", "year", "name", "office"),
    [
        ("In Russia, Putin spoke.", 2016, "Vladimir Putin", "president"),
        ("In Britain, Thatcher said it would rain.", 1987, "Margaret Thatcher", "prime_minister"),
        ("US President George Bush spoke.", 1990, "George H. W. Bush", "president"),
        ("US President George Bush spoke.", 2008, "George W. Bush", "president"),
        ("Azerbaijani President Ilham Aliev spoke.", 2016, "Ilham Aliyev", "president"),
    ],
)
def test_known_leader(text: str, year: int, name: str, office: str) -> None:
    (person,) = read(text, year).people.all
    assert (person.name, person.office) == (name, office)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ilona Szabo met Dale Hargrove. She left.", "She", "Ilona Szabo"),
        ("Ilona Szabo met Dale Hargrove. Hargrove left.", "Hargrove", "Dale Hargrove"),
        ("Sen. Dale Hargrove met Ilona Szabo. The senator left.", "The senator", "Dale Hargrove"),
        (
            "Qatari Foreign Minister Said al-Rami met Ilona Szabo. The top Qatari diplomat left.",
            "The top Qatari diplomat",
            "Said al-Rami",
        ),
        ("The UN's special adviser on Chad, Adan Cordillo, met Ilona Szabo. The UN envoy left.", "The UN envoy", "Adan Cordillo"),
        ("Prime Minister Clara May met Dale Hargrove. Hargrove told May the news.", "May", "Clara May"),
        ("South Korean President Su-jin Ban met Dale Hargrove. Ban left.", "Ban", "Su-jin Ban"),
        ("Dale Hargrove spoke. While answering a question whether Hugo Brack could come, he smiled.", "he", "Dale Hargrove"),
        (
            "Chinese Foreign Ministry spokesman Lu Min met Dale Hargrove. The Chinese diplomat left.",
            "The Chinese diplomat",
            "Lu Min",
        ),
        (
            "US Defense Secretary Dale Hargrove met Hugo Brack. The US defence chief left.",
            "The US defence chief",
            "Dale Hargrove",
        ),
        (
            "Taoiseach Dale Hargrove spoke. In regard to Brexit, the Taoiseach repeated his view.",
            "the Taoiseach",
            "Dale Hargrove",
        ),
        ("Hugo Brack met Ottoline Brack. Mrs. Brack left.", "Mrs. Brack", "Ottoline Brack"),
        ("Kenyan President Josphat Letting met Ilona Szabo. The Kenyan leader left.", "The Kenyan leader", "Josphat Letting"),
    ],
)
def test_reference(text: str, word: str, name: str) -> None:
    units = [u for s in read(text).sentences for u in s.units if u.text == word]
    assert [person.name for person in units[-1].people] == [name]


@pytest.mark.parametrize(
    ("text", "name", "organization"),
    [
        ("UN Secretary-General's Special Advisor for Cyprus, Adan Cordillo, left.", "Adan Cordillo", "United Nations"),
        (
            "In Riyadh the Gulf Cooperation Council met. Secretary General Adan Cordillo left.",
            "Adan Cordillo",
            "Gulf Cooperation Council",
        ),
        ("The UN special envoy for Syria, Gero Pederstad, left.", "Gero Pederstad", "United Nations"),
        ("The head of the European Union delegation to Georgia, Carl Hartzen, left.", "Carl Hartzen", "European Union"),
    ],
)
def test_who_is_sent_to_a_state_is_not_of_it(text: str, name: str, organization: str) -> None:
    (person,) = [p for p in read(text).people.all if p.name == name]
    assert (person.country, person.organization and person.organization.name) == (None, organization)


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Kenyan President Ali Letting left. The Polish foreign minister met his Danish counterpart Lars Lill.",
            "Lars Lill",
            "foreign_minister",
        ),
        ("Polish Prime Minister Jan Nowak met his Danish counterpart Lars Lill.", "Lars Lill", "prime_minister"),
        ("Russian and Polish foreign ministers met after Putin's visit to Poland.", "Vladimir Putin", "president"),
    ],
)
def test_office_from_another(text: str, name: str, office: str) -> None:
    (person,) = [known for known in read(text, 2016).people.all if known.name == name]
    assert person.office == office


def test_state_of_who_is_visited() -> None:
    body = (
        "Danish Foreign Minister Lars Lill met his Polish counterpart in Warsaw on Monday. On Friday he will visit Kenya to "
        "meet with President Josphat Letting."
    )
    assert [known.country for known in read(body).people.all if known.name == "Josphat Letting"] == ["KE"]
