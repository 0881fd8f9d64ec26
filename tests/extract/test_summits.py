"""Which meetings a text tells of: kind of time, states, place and day. All people and events are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.document import analyse
from summitdb.extract.summits import extract_summits
from summitdb.records import Summit

# (states, any of the statuses, city, first day); a city or day of None is not looked at.
Row = tuple[str, str, str | None, str | None]


def read(text: str) -> list[Summit]:
    body = f"Report on foreign affairs\n\n{text}\n"
    return extract_summits(analyse(make_article(body, "synthetic", published_on=date(2020, 5, 15))))


MEETINGS: list[tuple[str, list[Row]]] = [
    (
        "LUSAKA, May 14 - Zambian President Mutale Kasonde met Malawian Foreign Minister Chikondi Phiri in Lusaka on "
        "Thursday to discuss trade.",
        [("MW ZM", "held", "Lusaka", "2020-05-14")],
    ),
    (
        "OSLO (AFP) - Norwegian Prime Minister Ingeborg Solbakk will visit Finland next week for talks with her "
        "counterpart, Aino Rantala.",
        [("FI NO", "planned", None, None)],
    ),
    (
        "Hungarian President Lorant Csiszar has cancelled a trip to Warsaw planned for Monday, his office said.",
        [("HU PL", "cancelled", "Warsaw", None)],
    ),
    (
        "A visit to Amman by the Iraqi oil minister, Jabbar al-Hamdani, has been postponed, the Jordanian state news "
        "agency said on Wednesday.",
        [("IQ JO", "postponed", "Amman", None)],
    ),
    (
        "The presidents of Kenya and Uganda spoke by telephone on Tuesday about the border dispute.",
        [("KE UG", "held", None, "2020-05-12")],
    ),
    (
        "Foreign Minister Ursina Caflisch of Switzerland spoke separately on Friday with her Serbian counterpart, "
        "Dragan Milojevic, and Albanian Foreign Minister Besnik Hoxhaj.",
        [("CH RS", "held", None, "2020-05-15"), ("AL CH", "held", None, "2020-05-15")],
    ),
    (
        "Japan and Vietnam signed a port agreement in Hanoi on Monday, the Vietnamese Foreign Ministry said.",
        [("JP VN", "held", "Hanoi", "2020-05-11")],
    ),
    (
        "The foreign ministers of Peru and Chile met on Monday in the Peruvian border town of Santa Zorra.",
        [("CL PE", "held", "Santa Zorra", "2020-05-11")],
    ),
    (
        "The foreign ministers of Peru and Chile met on Monday in Santa Zorra, Peru.",
        [("CL PE", "held", "Santa Zorra", "2020-05-11")],
    ),
    (
        "Philippine diplomats traveled to Tolla, Vietnam, on Monday to hold talks with their Vietnamese counterparts.",
        [("PH VN", "held", "Tolla", "2020-05-11")],
    ),
    (
        "The presidents of Peru and Ecuador met on Monday at a ceremony in Brazil's capital.",
        [("EC PE", "held", "Brasilia", "2020-05-11")],
    ),
    (
        "Nepal's Foreign Minister Asmita Gurung met Bhutanese Foreign Minister Kinley Wangmo on Monday.\n\n"
        "An agreement on roads was signed in Thimphu.",
        [("BT NP", "held", "Thimphu", "2020-05-11")],
    ),
    (
        "Neighbours to name ambassadors.\n\nPeru and Chile will open consulates, their foreign ministers said on Tuesday."
        "\n\nPeruvian Foreign Minister Luis Paz met with his Chilean colleague Ana Soto in Tacna.",
        [("CL PE", "held", "Tacna", "2020-05-12")],
    ),
    (
        "Peru's Foreign Minister-Designate Luis Paz met with Chilean President Ana Soto in Lima on Thursday.",
        [("CL PE", "held", "Lima", "2020-05-14")],
    ),
    (
        "The plan was agreed during a General Border Committee meeting co-chaired by Cambodian Defence Minister Sok Tola and his "
        "Thai counterpart Anan Wattana in Vientiane on Thursday.",
        [("KH TH", "held", "Vientiane", "2020-05-14")],
    ),
    (
        "Russia applauds the Almaty meeting of the foreign ministers of Armenia and Azerbaijan, which was held on Friday.",
        [("AM AZ", "held", "Almaty", None)],
    ),
    (
        "Peru and Chile agreed on Monday to end their rift in a deal facilitated by Brazil.",
        [("CL PE", "held", None, "2020-05-11")],
    ),
    (
        "Chilean Foreign Minister Rosario Undurraga denied that she would meet her Bolivian counterpart, Evaristo Mamani.",
        [],
    ),
    (
        "United beat City 2-1 at the weekend, their first meeting since 2018, as Argentine striker Mauro Quiroga scored twice.",
        [],
    ),
    (
        "The German chancellor's coalition held talks in Berlin on Tuesday on the budget.",
        [],
    ),
    (
        "Brazilian miner Valmina is in talks with Chile's Cobresur over a merger, the companies said.",
        [],
    ),
    (
        "The governor of Kano met the governor of Kaduna in Abuja on Monday.",
        [],
    ),
    (
        "Prime Minister Kalevi Laine told parliament on Thursday that Finland would hold a referendum.",
        [],
    ),
    (
        "BISHKEK. May 15 (Interfax) - Kyrgyz President Aida Toktogulova received Kazakh Prime Minister Serik Abenov in "
        "Bishkek on Friday.",
        [("KG KZ", "held", "Bishkek", "2020-05-15")],
    ),
    (
        "Leaders of the African Union ended a two-day summit in Addis Ababa on Friday without agreement.",
        [("", "held", "Addis Ababa", "2020-05-14")],
    ),
    (
        "Slovak Prime Minister Viera Hronska proposed a summit with Polish Prime Minister Zenon Klimczak in Krakow.",
        [("PL SK", "proposed", None, None)],
    ),
    (
        "Moscow said on Tuesday that Russian and Ukrainian negotiators would meet in Minsk on May 20.",
        [("RU UA", "planned", "Minsk", "2020-05-20")],
    ),
    (
        "Egyptian President Tarek el-Shennawy arrived in Khartoum on Thursday on a two-day visit and held talks with "
        "Sudanese President Idris Abdelgadir.",
        [("EG SD", "held/ongoing", "Khartoum", "2020-05-14")],
    ),
    (
        "Georgian Foreign Minister Tamar Lomidze and her Armenian colleague Aram Sahakyan last met in Tbilisi in March.",
        [("AM GE", "held", "Tbilisi", "2020-03")],
    ),
    (
        "President Ana Lucia Barrantes of Costa Rica hosted the leaders of Panama and Honduras in San Jose on Wednesday.",
        [("CR HN PA", "held", "San Jose", "2020-05-13")],
    ),
    (
        "Indian Prime Minister Raghunath Deshmukh and his Nepali counterpart, Bishnu Adhikari, met on the sidelines of "
        "the SAARC summit in Kathmandu on Tuesday.",
        [("IN NP", "held", "Kathmandu", "2020-05-12"), ("", "held", "Kathmandu", "2020-05-12")],
    ),
    (
        "Ethiopian Prime Minister Girma Tadesse flew to Asmara on Saturday for talks with Eritrean President Yonas Habte.",
        [("ER ET", "held", "Asmara", "2020-05-09")],
    ),
    (
        "The foreign ministers of Qatar and Iran, Hamad al-Naimi and Farhad Daneshvar, held a video conference on Monday.",
        [("IR QA", "held", None, "2020-05-11")],
    ),
    (
        "Saudi King Faisal bin Saud left Riyadh for Cairo on Sunday on a three-day state visit to Egypt.",
        [("EG SA", "held", "Cairo", "2020-05-10")],
    ),
    (
        "Angola's president, Domingos Kiala, wrapped up two days of talks with Namibian leaders in Windhoek on Wednesday.",
        [("AO NA", "held", "Windhoek", "2020-05-12")],
    ),
    (
        "Mexican President Hilario Zepeda is to travel to Guatemala, Honduras and El Salvador from May 20 to 23.",
        [
            ("GT MX", "planned", None, "2020-05-20"),
            ("HN MX", "planned", None, "2020-05-20"),
            ("MX SV", "planned", None, "2020-05-20"),
        ],
    ),
    (
        "The two ministers agreed to meet again in Vilnius in June, the Lithuanian and Latvian foreign ministries said.",
        [],
    ),
    (
        "Government negotiators and rebels of the Free Ituri Front began talks in Bunia on Monday.",
        [],
    ),
    (
        "Nigerian Foreign Minister Bello Dankwambo called for dialogue between the opposition and the government of Togo.",
        [],
    ),
    (
        "Tanzanian President Hamisi Mbwana opened a new railway station in Dodoma on Monday.",
        [],
    ),
    (
        "Philippine Foreign Secretary Corazon Villaluz said on Wednesday that ties with Japan were strong.",
        [],
    ),
    (
        "The International Monetary Fund approved a loan to Ghana on Friday.",
        [],
    ),
    (
        "Bulgarian President Rositsa Kaneva called off talks with North Macedonia's prime minister, Goce Trajanov, "
        "which were to have been held in Ohrid on Sunday.",
        [("BG MK", "cancelled", "Ohrid", "2020-05-17")],
    ),
    (
        "Iranian President Farhad Sohrabi, who met Pakistan's prime minister in Islamabad last month, will visit Turkey "
        "on May 25.",
        [("IR TR", "planned", None, "2020-05-25"), ("IR PK", "held", "Islamabad", "2020-04")],
    ),
    (
        "After meeting Polish President Bozena Wachowiak in Gdansk on Thursday, Latvian President Andris Kalnins said "
        "the border would reopen.",
        [("LV PL", "held", "Gdansk", "2020-05-14")],
    ),
    (
        "Russia and China will hold consultations in Beijing on Tuesday, the Kremlin said.",
        [("CN RU", "planned", "Beijing", "2020-05-19")],
    ),
    (
        "Prime Minister Shaukat Rind of Pakistan is visiting Beijing, where he met Chinese President Gao Wenbin on Thursday.",
        [("CN PK", "ongoing", "Beijing", None)],
    ),
    (
        "Leaders of the 15 member states of ECOWAS will gather in Abuja on May 30 for an extraordinary summit.",
        [("", "planned", "Abuja", "2020-05-30")],
    ),
    (
        "The 12th Danube Summit opened in Novi Sad on Monday with the prime ministers of Serbia, Hungary and Croatia in "
        "attendance.",
        [("HR HU RS", "held/ongoing", "Novi Sad", "2020-05-11")],
    ),
    (
        "Presidents Domingos Kiala of Angola and Tomas Nangolo of Namibia inaugurated a bridge over the Kunene River on "
        "Saturday.",
        [("AO NA", "held", None, "2020-05-09")],
    ),
    (
        "Danish Foreign Minister Birthe Kjaergaard phoned her Icelandic counterpart, Gudrun Palsdottir, on Wednesday.",
        [("DK IS", "held", None, "2020-05-13")],
    ),
    (
        "The trade ministers of Chile and Peru will hold talks by video conference on May 19.",
        [("CL PE", "planned", None, "2020-05-19")],
    ),
    (
        "Qatari Emir Nasser bin Fahad begins a state visit to Oman on Sunday.",
        [("OM QA", "planned/ongoing", None, "2020-05-17")],
    ),
    (
        "Prime Minister Sorin Mihalache of Romania has put off a visit to Chisinau.",
        [("MD RO", "postponed", "Chisinau", None)],
    ),
    (
        "Moldova's president, Nicoleta Rusu, scrapped a meeting with Romanian Foreign Minister Sorin Mihalache in Iasi "
        "on Friday.",
        [("MD RO", "cancelled", "Iasi", None)],
    ),
    (
        "The two leaders will meet again next month.",
        [],
    ),
    (
        "Thai and Cambodian defence ministers met in Siem Reap on Thursday.",
        [("KH TH", "held", "Siem Reap", "2020-05-14")],
    ),
    (
        "Foreign ministers from Jordan, Egypt and Iraq met in Amman on Tuesday to discuss refugees.",
        [("EG IQ JO", "held", "Amman", "2020-05-12")],
    ),
    (
        "VILNIUS, May 15 (BNS) - Lithuanian Prime Minister Rasa Jankute and Estonian Prime Minister Tarmo Saar "
        "discussed a rail link here on Friday.",
        [("EE LT", "held", "Vilnius", "2020-05-15")],
    ),
    (
        "Kuwait's foreign minister, Bader al-Failakawi, said on Monday he would travel to Baghdad on May 21.",
        [("IQ KW", "planned", "Baghdad", "2020-05-21")],
    ),
    (
        "Talks between Serbia and Kosovo on licence plates collapsed in Brussels on Thursday.",
        [("RS XK", "held", "Brussels", "2020-05-14")],
    ),
    (
        "French President Gilles Morvan received Senegalese President Ousmane Diatta at the Elysee Palace on Tuesday.",
        [("FR SN", "held", "Paris", "2020-05-12")],
    ),
    (
        "The Italian government won a confidence vote on Tuesday after talks between coalition parties.",
        [],
    ),
    (
        "England met Australia in the final at Lord's on Sunday.",
        [],
    ),
    (
        "Canada's premiers met in Halifax on Wednesday to press Ottawa for health funding.",
        [],
    ),
    (
        "Oil minister Rafael Urdaneta said Venezuela would meet demand from China.",
        [],
    ),
    (
        "Toyota and Samsung held talks in Seoul on Thursday over a joint battery plant.",
        [],
    ),
    (
        "Norwegian Foreign Minister Ingrid Solbakken is on a three-day visit to India.",
        [("IN NO", "ongoing/held", None, None)],
    ),
    (
        "On the sidelines of the UN General Assembly, Cypriot President Kyriakos Leontiou met Greek Foreign Minister "
        "Eleni Vasilaki.",
        [("CY GR", "held", None, None)],
    ),
    (
        "Peruvian President Rosa Huaman flew home from Quito on Thursday after a two-day visit to Ecuador.",
        [("EC PE", "held", None, None)],
    ),
    (
        "A planned summit between the presidents of Armenia and Azerbaijan in Tbilisi was called off on Wednesday.",
        [("AM AZ", "cancelled", "Tbilisi", None)],
    ),
    (
        "New Zealand Prime Minister Hana Rewiti hosted her Fijian counterpart, Epeli Naivalu, in Wellington on Tuesday.",
        [("FJ NZ", "held", "Wellington", "2020-05-12")],
    ),
    (
        "The Sultan of Oman, Qais bin Turki, held talks with Iran's president, Farhad Sohrabi, in Muscat on Wednesday, "
        "the Oman News Agency reported.",
        [("IR OM", "held", "Muscat", "2020-05-13")],
    ),
    (
        "Japanese Prime Minister Hidetaka Morikubo left Tokyo on Monday for a tour of Vietnam, Laos and Cambodia.",
        [("JP VN", "held/ongoing", None, None), ("JP LA", "held/ongoing", None, None), ("JP KH", "held/ongoing", None, None)],
    ),
    (
        "Israel's defence minister, Gideon Har-Shalom, and US Defense Secretary Warren Pruitt spoke by phone overnight.",
        [("IL US", "held", None, None)],
    ),
    (
        "Ghana and Togo on Friday signed a maritime border treaty.",
        [("GH TG", "held", None, "2020-05-15")],
    ),
    (
        "Australia and Fiji may hold talks on visas.",
        [("AU FJ", "proposed", None, None)],
    ),
    (
        "Chinese Vice-Premier Gao Wenbin arrived in Phnom Penh on Monday for a three-day official visit.",
        [("CN KH", "held/ongoing", "Phnom Penh", "2020-05-11")],
    ),
    (
        "The 30 NATO allies signed the accession protocols for Moldova on Tuesday, opening months of parliamentary approval.",
        [("", "held", None, "2020-05-12")],
    ),
    (
        "Ministers of the Organization of the Petroleum Exporting Countries decided in Vienna on Tuesday to cut output.",
        [("", "held", "Vienna", "2020-05-12")],
    ),
    (
        "Leaders of nine Pacific nations gathered in Suva on Thursday to discuss rising seas and the fishing rights of islands.",
        [("", "held", "Suva", "2020-05-14")],
    ),
    (
        "Bulgarian Foreign Minister Ivan Dragostinov told his Serbian counterpart, Marko Ilievski, on Thursday "
        "that Sofia will open the border.",
        [("BG RS", "held", None, "2020-05-14")],
    ),
    (
        "German Chancellor Anna Vogelsang on Tuesday assured visiting Moldovan President Ion Rusnac of her country's support.",
        [("DE MD", "held", None, "2020-05-12")],
    ),
    (
        "PARIS, May 14 (Agency) - France will lend Senegal 40 million dollars under an accord signed here on "
        "Thursday, the finance ministry said.",
        [("FR SN", "held", "Paris", "2020-05-14")],
    ),
    (
        "Argentina and Chile will sign a treaty next month in Santiago settling their dispute over three islands.",
        [("AR CL", "planned", "Santiago", "2020-06")],
    ),
    (
        "The Omani sultan, Qais bin Faisal, received in Muscat on Tuesday the foreign minister of Bahrain, Dr Khalid bin Hamad.",
        [("BH OM", "held", "Muscat", "2020-05-12")],
    ),
    (
        "Mali's foreign minister, Ousmane Keitana, was received in Algiers on Tuesday by his Algerian "
        "counterpart, Rachid Bouzidi.",
        [("DZ ML", "held", "Algiers", "2020-05-12")],
    ),
    (
        "Ukrainian President Ivan Petrushenko is in Warsaw for talks with Polish leaders on grain transit.",
        [("PL UA", "ongoing", "Warsaw", None)],
    ),
    (
        "Bangladeshi Prime Minister Salma Rahmatullah left here on Tuesday on a four-day official visit to Japan "
        "at the invitation of her Japanese counterpart, Kenji Moriyasu.",
        [("BD JP", "held/ongoing", None, "2020-05-12")],
    ),
    (
        "Zambian President Mutale Kasonde returned home on Tuesday from Botswana, where he held talks with his "
        "counterpart, Thabo Kgosidintsi.",
        [("BW ZM", "held", None, None)],
    ),
    (
        "U.S. and Soviet arms negotiators ended their seventh round of talks in Geneva on Tuesday without agreement.",
        [("RU US", "held", "Geneva", "2020-05-12")],
    ),
    (
        "Albanian Foreign Minister Elira Hoxhaj held separate meetings with her counterparts Dragan Milojevic of "
        "Serbia and Aino Rantala of Finland in Tirana on Tuesday.",
        [("AL RS", "held", "Tirana", "2020-05-12"), ("AL FI", "held", "Tirana", "2020-05-12")],
    ),
    (
        "The Turkish president's anticipated visit to Pakistan has been postponed, a spokesman said on Thursday.",
        [("PK TR", "postponed", None, None)],
    ),
    (
        "Presidents Juhan Tamm of Estonia and Pavel Zimin of Russia agreed at talks in the Kremlin on Tuesday "
        "that the troops would be pulled out.",
        [("EE RU", "held", "Moscow", "2020-05-12")],
    ),
    (
        "Brazil's ambassador to Ghana, Carlos Mendonca, paid a courtesy call on Ghanaian Foreign Minister Kwame "
        "Asantewaa in Accra on Tuesday.",
        [("BR GH", "held", "Accra", "2020-05-12")],
    ),
    (
        "The deal was announced by the Kazakh government on Tuesday after a meeting of the Kazakh and "
        "Azerbaijani prime ministers in Baku.",
        [("AZ KZ", "held", "Baku", "2020-05-12")],
    ),
    (
        "Norwegian Prime Minister Ingeborg Solbakk called on Finland to open its border and asked Sweden to follow.",
        [],
    ),
    (
        "The minister told reporters that farmers in nine districts had gathered in the town on Tuesday.",
        [],
    ),
    (
        "The Japanese foreign minister, Kenji Moriyasu, called on Bangladeshi Prime Minister Salma Rahmatullah at her residence "
        "in Dhaka on Tuesday.",
        [("BD JP", "held", "Dhaka", "2020-05-12")],
    ),
    (
        "The Japanese foreign minister, Kenji Moriyasu, called on Bangladeshi Prime Minister Salma Rahmatullah to resign.",
        [],
    ),
]


def agrees(row: Row, summit: Summit) -> bool:
    states, statuses, city, day = row
    return (
        " ".join(sorted(summit.countries)) == states
        and summit.status in statuses.split("/")
        and city in (None, summit.city)
        and day in (None, summit.starts_on)
    )


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings(text: str, expected: list[Row]) -> None:
    found = read(text)
    assert len(found) == len(expected), [(s.status, s.countries, s.city, s.starts_on) for s in found]
    for row in expected:
        assert any(agrees(row, summit) for summit in found), [(s.status, s.countries, s.city, s.starts_on) for s in found]


def test_every_value_has_evidence() -> None:
    text, _ = MEETINGS[0]
    summit = read(text)[0]
    fields = {evidence.field for evidence in summit.evidence}
    assert {"format", "status", "city", "country", "starts_on", "countries/0", "countries/1", "participants/0"} <= fields


def test_meeting_beside_a_gathering_points_to_it() -> None:
    text = (
        "Indian Prime Minister Raghunath Deshmukh and his Nepali counterpart, Bishnu Adhikari, met on the sidelines of the "
        "SAARC summit in Kathmandu on Tuesday."
    )
    found = read(text)
    beside = next(summit for summit in found if summit.countries)
    assert beside.parent is not None
    assert found[beside.parent].organization == "South Asian Association for Regional Cooperation"


def test_spokesmen_take_no_part() -> None:
    text = (
        "Latvian President Andris Kalnins met Polish President Bozena Wachowiak in Gdansk on Thursday.\n\n"
        "The talks were useful, Latvian presidential spokesman Edgars Ozols said."
    )
    assert [p.person for p in read(text)[0].participants] == ["Andris Kalnins", "Bozena Wachowiak"]


def test_each_audience_for_credentials_is_a_meeting() -> None:
    text = (
        "Ghana's ambassador, Kwabena Asamoah, and Chilean Ambassador Tomas Undurraga presented their credentials to "
        "Kenyan President Daudi Kiptanui in Nairobi on Thursday."
    )
    assert sorted(" ".join(sorted(s.countries)) for s in read(text)) == ["CL KE", "GH KE"]


def test_departure_ends_a_visit() -> None:
    text = (
        "ANKARA, May 13 - Iraqi Oil Minister Jabbar al-Hamdani signed a pipeline protocol with Turkish Energy Minister Orhan "
        "Seltekin on Wednesday.\n\nAl-Hamdani arrived on Monday and left for home on Thursday."
    )
    summit = read(text)[0]
    assert (summit.starts_on, summit.ends_on, summit.format) == ("2020-05-11", "2020-05-14", "visit")


def test_a_meeting_that_something_else_is_said_of_is_no_main_one() -> None:
    found = read(
        "Kenyan President Wanjiru Otieno had a telephone conversation with Ugandan President Moses Kato. She told of "
        "the futility of the May 10 round of talks in Lusaka between Zambia and Malawi."
    )
    assert [(s.format, s.main) for s in found] == [("call", True), ("negotiations", False)]


def test_the_day_of_a_summit_is_the_summit() -> None:
    (summit,) = read("On the second day of the summit of Kenya and Uganda in Kampala on Thursday the presidents spoke of trade.")
    assert summit.main


def test_a_gathering_beside_which_a_meeting_is_planned_is_planned() -> None:
    found = read(
        "Kenyan President Wanjiru Otieno has proposed to hold a meeting with Ugandan President Moses Kato next month, on the "
        "sidelines of the African Union summit in Lusaka."
    )
    assert found
    assert all(summit.status in ("planned", "proposed") for summit in found)


def test_what_was_held_before_a_meeting_to_come_is_background() -> None:
    found = read(
        "Turkish President Emre Aksoy will meet Russian President Oleg Sorokin in Sochi on Wednesday.\n\n"
        "Aksoy held talks with Iranian President Reza Farahani in Tehran on May 11."
    )
    assert [(s.city, s.main) for s in found] == [("Sochi", True), ("Tehran", False)]


def test_another_meeting_of_the_same_states_on_another_day_is_background() -> None:
    found = read(
        "Turkish President Emre Aksoy met Russian President Oleg Sorokin in Sochi on Thursday.\n\n"
        "Aksoy and Sorokin also met in Ankara on May 8."
    )
    assert [(s.city, s.main) for s in found] == [("Sochi", True), ("Ankara", False)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peruvian President Luis Paz and Chilean President Ana Soto meet in Cusco, Peru, on May 14, 2020.", "held"),
        (
            "President Serik Abenov voiced support for hosting a meeting of the foreign ministers of Peru and Chile in Almaty.",
            "proposed",
        ),
    ],
)
def test_presents_and_wishes(text: str, status: str) -> None:
    assert [summit.status for summit in read(text)] == [status]


PARTICIPANTS = [
    (
        "Croatian President Ivo Brandt said the tone of his meeting with Finnish President Aino Lahti in Geneva was good.",
        [["Aino Lahti", "Ivo Brandt"]],
    ),
    (
        "President Ivo Brandt of Croatia will meet Finnish Vice President Tarja Orrin, whom President Aino Lahti has endorsed.",
        [["Ivo Brandt", "Tarja Orrin"]],
    ),
    (
        "President Aino Lahti of Finland and Croatian Prime Minister Ivo Brandt met at the palace on Tuesday. Later Brandt met "
        "Vice President Tarja Orrin of Finland.",
        [["Aino Lahti", "Ivo Brandt"], ["Ivo Brandt", "Tarja Orrin"]],
    ),
    ("Finnish President Aino Lahti opened a global climate summit on Thursday.", [["Aino Lahti"]]),
    ("Finland and others raised their targets at a global climate summit hosted by President Aino Lahti.", [["Aino Lahti"]]),
    ("Finnish President Aino Lahti opened a summit on reading in schools on Thursday.", []),
    (
        "During a joint press conference with Croatian President Ivo Brandt, Finnish President Aino Lahti thanked him.",
        [["Aino Lahti", "Ivo Brandt"]],
    ),
    ("Finnish President Aino Lahti told a press conference that Croatian President Ivo Brandt was wrong.", []),
    ("The CIA director, Tom Arlen, met Croatian President Ivo Brandt in Split on Monday.", [["Ivo Brandt", "Tom Arlen"]]),
]


@pytest.mark.parametrize(("text", "expected"), PARTICIPANTS)
def test_who_met_whom(text: str, expected: list[list[str]]) -> None:
    assert [sorted(one.person for one in record.participants) for record in read(text)] == expected


def test_a_minister_designate_has_his_name() -> None:
    (summit,) = read("Peru's Foreign Minister-Designate Luis Paz met with Chilean President Ana Soto in Lima on Thursday.")
    assert [p.person for p in summit.participants] == ["Luis Paz", "Ana Soto"]


@pytest.mark.parametrize(
    "text",
    [
        "Some 300 Malian migrants left Gao and headed for Niger on Monday, President Moussa Ba of Mali said.",
        "The ticket is meant for Peruvian passengers travelling to countries such as Chile, Brazil and Bolivia.",
        "A group of Ghanaian miners flew to Kenya on Monday, the Ghanaian interior ministry said.",
        "Two Chilean frigates arrived in Peru, the Chilean defence ministry said.",
        "Ana Vega and her sister headed to work in Quito. Tom Roe, the British aid minister, told a reporter of the school.",
        "Fijians call Peru settlement plans a mistake. Peruvian politicians disagree.",
        "She makes the long trip from Lima to Quito each day to see her friend Tom Roe of Peru.",
        "Thousands of Fijian natives have travelled to Samoa and Tonga to look for work.",
        "Pilgrims from as far as Chad and Niger visit his shrine every year.",
        "Fijian politicians warn that a law passed by the Peruvian parliament on Monday is wrong.",
    ],
)
def test_journeys_of_people_without_an_office_are_no_meetings(text: str) -> None:
    assert read(text) == []


def test_officials_among_others_make_a_visit() -> None:
    (summit,) = read("Foreign Minister Ana Roe of Chile flew to Peru with doctors and students on Monday.")
    assert sorted(summit.countries) == ["CL", "PE"]
