"""Agreements: what is done to documents, who makes them, what is none. All sentences and people are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.engine import extract
from summitdb.records import Agreement, RecordFile

DAY = date(2024, 5, 15)


def read(text: str) -> RecordFile:
    return extract(make_article(text, "synthetic", published_on=DAY))


def brief(record: Agreement, expected: str) -> str:
    """The record as "kind status parties", with those of its sectors that the expectation names."""
    wanted = expected.split(" ")[3:]
    sectors = [sector for sector in wanted[0].split(",") if sector in record.sectors] if wanted else []
    return " ".join(filter(None, (record.kind, record.status, ",".join(sorted(record.parties)) or "-", ",".join(sectors))))


# Each sentence with its agreements: kind, status, parties in alphabetical order, sectors that must be among the record's.
AGREEMENTS = [
    ("The fighting in Chad ended after a peace agreement was signed in Paris in 1999.", ["agreement signed TD"]),
    ("Trade grew after a truce in Fiji took effect in March.", ["ceasefire in_force FJ"]),
    ("An adviser spoke of the implementation of the agreement on Peru's debt.", ["agreement in_force PE"]),
    ("Ana Roe reiterated Chile's commitment to the Luena accord.", ["agreement in_force CL"]),
    (
        "Several bilateral contracts on farming are planned for signing, the presidents of Norway and Iceland said in Oslo.",
        ["package planned IS,NO agriculture"],
    ),
    (
        "The arms treaty between Norway and Iceland limits the fleets of both, officials said.",
        ["treaty in_force IS,NO arms_control"],
    ),
    (
        "Norway implements the nuclear accord with Iceland, though the Icelandic president urged that the accord be terminated.",
        ["agreement in_force IS,NO"],
    ),
    ("Norway has signed accords on fishing with Iceland and Denmark.", ["package signed DK,IS,NO fisheries"]),
    (
        "Fiji must first sign a protocol extending its customs agreement to Tonga, the Tongan and Fijian ministers said.",
        ["protocol proposed FJ,TO"],
    ),
    (
        "Norwegian envoy Ola Lund tried to broker a cease-fire between Chile and Bolivia. Lund threatened to leave if Chile and "
        "Bolivia failed to agree on a truce.",
        ["ceasefire proposed BO,CL"],
    ),
    ("Norway and Iceland are close to signing an economic cooperation plan.", ["roadmap proposed IS,NO"]),
    (
        "Finance ministers of the G20 met in Suva on Monday. The communique made no reference to trade.",
        ["joint_statement issued - trade"],
    ),
    (
        "A quarrel has kept Norway and Iceland from forging a peace treaty, the Norwegian foreign minister said in Iceland.",
        ["treaty proposed IS,NO"],
    ),
    (
        "Norwegian Foreign Minister Ola Brekke met Icelandic Foreign Minister Jon Vik to discuss a deal struck last week by EU "
        "leaders on fishing.",
        ["agreement agreed - fisheries"],
    ),
    (
        "Norway and Iceland keep on with talks on a peace treaty. Norway offered to give up the island after a peace treaty was "
        "signed, the Norwegian foreign minister said.",
        ["treaty proposed IS,NO"],
    ),
    (
        "Peruvian and Chilean talks have not reached the stage of signing a deal on missiles, the Peruvian minister said.",
        ["agreement proposed CL,PE"],
    ),
    (
        "Norway signed an accord on refugees with Iceland on Monday. The refugee accord was criticised by the opposition.",
        ["agreement signed IS,NO migration"],
    ),
    (
        "Fijian President Jone Ravula made good on his promise of scrapping the treaty with Tonga on fishing, officials said.",
        ["treaty in_force FJ,TO fisheries"],
    ),
    (
        "The Norwegian and Icelandic ministers signed the Vik Agreement, a pact praised by Sweden, on Monday.",
        ["agreement signed IS,NO"],
    ),
    ("Norway signed fisheries and political cooperation agreements with Iceland on Monday.", ["package signed IS,NO fisheries"]),
    (
        "Norway and Iceland made progress in addition to signing a pact on herring, their foreign ministers said.",
        ["agreement signed IS,NO"],
    ),
    ("Norway stopped short of signing a treaty with Iceland on fishing.", ["treaty proposed IS,NO fisheries"]),
    (
        "The government of Fiji and the rebels of Tovu signed a ceasefire on Sunday. Senegal brought together Tovu and Fiji in "
        "May. The two sides signed an accord on captives in June.",
        ["ceasefire signed FJ", "agreement signed FJ"],
    ),
    (
        "A deal aimed at easing trade was signed on Friday, officials said. The Tavua Customs Agreement was signed by Gabon, the "
        "Democratic Republic of the Congo (DRC) and Zambia.",
        ["agreement signed CD,GA,ZM trade"],
    ),
    (
        "Norway and Iceland signed two pacts on Monday. They signed an accord on a gas pipeline, as well as a deal on fees.",
        ["agreement signed IS,NO gas", "agreement signed IS,NO"],
    ),
    (
        "Norwegian Foreign Minister Ola Brekke said he expects to reach agreement with his Icelandic hosts on a date for talks.",
        [],
    ),
    (
        "Norway and Iceland ratified the Additional Treaty to the 1985 Treaty on Land Borders, also known as the Vik Treaty, on "
        "Monday.",
        ["treaty adopted IS,NO border"],
    ),
    ("States of the Pacific have finalised an intergovernmental agreement on a railway.", ["agreement agreed - rail"]),
    (
        "Norwegian President Ola Lund sealed 12 deals including grants and credits worth millions of kroner with Rwanda.",
        ["package signed NO,RW finance"],
    ),
    (
        "Peru and Chile signed a series of deals covering such fields as shipping, culture and wildlife protection on Monday.",
        ["package signed CL,PE shipping,culture,environment"],
    ),
    (
        "Norwegian President Ola Lund visited Rwanda to conclude a number of trade accords.",
        ["package planned NO,RW trade"],
    ),
    (
        "After the talks, the host read a statement by Fijian President Jone Ravula and Tongan Prime Minister Sione Vaka.",
        ["joint_statement issued FJ,TO"],
    ),
    (
        "Norway and Iceland signed a memorandum of understanding (MoU) to set up a railway link between Vik and Lund on Monday.",
        ["memorandum signed IS,NO rail"],
    ),
    (
        "The ministers of Norway and Iceland signed three Memorandum of Understanding on fishing and sport in Oslo.",
        ["package signed IS,NO fisheries,sport"],
    ),
    (
        "The foreign ministers of Fiji and Tonga met on Monday and said the Start 2 accord cuts nuclear arsenals.",
        ["agreement in_force - arms_control"],
    ),
    (
        "Officials of Peru and Chile exchanged notes on a Peruvian grant of 1.2 mln dlrs for a fisheries school on Monday.",
        ["loan_or_grant signed CL,PE finance"],
    ),
    (
        "Japan will provide 50 billion yen ($473 million) in low-interest loans to Peru, officials said.",
        ["loan_or_grant planned JP,PE finance"],
    ),
    ("Fijian President Jone Ravula told Tongan Prime Minister Sione Vaka that the army had declared a ceasefire.", []),
    ("Fiji and Tonga reviewed the implementation of the agreements reached by their presidents in March.", []),
    (
        "Following talks in Suva, a ceremony of signing new cooperation documents of Fiji and Tonga was held Monday. Then, seven "
        "new cooperation documents were signed.",
        ["package signed FJ,TO"],
    ),
    ("Peru's warring parties have reached a peace deal in Chile.", ["agreement agreed PE peace_process"]),
    (
        "The presidents of Fiji and Tonga signed a statement after their talks and witnessed the signing of seven agreements.",
        ["joint_statement signed FJ,TO", "package signed FJ,TO"],
    ),
    (
        "Norway negotiated treaty-level agreements on fishing with Fiji and Tonga but failed to please Samoa.",
        ["agreement proposed FJ,NO,TO fisheries"],
    ),
    (
        "Fiji, Tonga and Samoa signed a tripartite agreement to ease trade between Suva and Apia on Monday.",
        ["agreement signed FJ,TO,WS trade"],
    ),
    (
        "Officials said an agreement between Norway and Iceland on fishing was almost complete.",
        ["agreement proposed IS,NO fisheries"],
    ),
    ("A treaty between Norway and Iceland would ban long nets.", ["treaty proposed IS,NO"]),
    (
        "Norway approved an agreement with Iceland on fishing on Monday. The draft agreement submitted by them was worked "
        "out in March.",
        ["agreement adopted IS,NO fisheries"],
    ),
    ("Iceland signalled its approval of the fishing treaty with Norway on Monday.", ["treaty adopted IS,NO fisheries"]),
    (
        "Norway extended its recently expired fishing pact with Iceland on Monday. The terms are those of the pact that expired "
        "in March.",
        ["agreement agreed IS,NO fisheries"],
    ),
    (
        "Norway signed four memoranda with Iceland on Monday, on fishing. All agreements were signed by the foreign ministers.",
        ["package signed IS,NO fisheries"],
    ),
    (
        "The emir of Qatar ratified a deal with Peru on Monday. He ratified a deal on visas with Peru in Doha.",
        ["agreement adopted PE,QA migration"],
    ),
    (
        "Norway and Chile signed a twinning agreement between the city of Tavua in Fiji and the port of Neiafu in Tonga.",
        ["agreement signed FJ,TO"],
    ),
    ("Fiji and Tonga discussed ways to implement signed agreements in a number of areas.", []),
    ("Fiji and Tonga welcomed the early signing of the agreement on fishing.", ["agreement planned FJ,TO fisheries"]),
    (
        "Chile brokered a deal between Fiji and Tonga on fishing.",
        ["agreement agreed FJ,TO fisheries"],
    ),
    (
        "Fiji and Tonga signed 30 documents in the fields of education, training, aviation, energy, mining, trade, finance, "
        "banking, agriculture and labour.",
        ["package signed FJ,TO education,aviation,energy,mining"],
    ),
    (
        "The presidents of four South American countries - Chile, Peru, Bolivia and Uruguay - have signed a fishing agreement "
        "in Lima, it was reported on Monday.",
        ["agreement signed BO,CL,PE,UY fisheries"],
    ),
    (
        "Officials said on Monday that Norway was suspending its participation in a treaty with Iceland that limits fishing.",
        ["treaty suspended IS,NO fisheries"],
    ),
    ("Norway is withdrawing the country from the Arms Treaty with Iceland.", ["treaty terminated IS,NO arms_control"]),
    ("Norway pulled Iceland out of the fishing treaty with Denmark.", ["treaty terminated DK,NO fisheries"]),
    ("Norway notified Iceland of its withdrawal from the fishing treaty.", ["treaty terminated NO fisheries"]),
    (
        "Japan will extend up to 392 million yen to Peru as a humanitarian grant to fight polio, officials said.",
        ["loan_or_grant planned JP,PE healthcare"],
    ),
    (
        "Japan would extend a grant-in-aid of up to 1.1 billion yen to Peru for a road project, officials said.",
        ["loan_or_grant planned JP,PE finance"],
    ),
    ("Rwandan rebels declared a unilateral cease-fire on Saturday.", ["ceasefire agreed RW peace_process"]),
    ("Peruvian guerrillas and the government signed a cease-fire declaration.", ["ceasefire signed PE peace_process"]),
    (
        "Kenya and Uganda agreed to a 30-day cease-fire on Friday. Officials confirmed both sides had reached an agreement.",
        ["ceasefire agreed KE,UG peace_process"],
    ),
    (
        "Kenya and Uganda signed two documents on Monday. The documents include Renewal of Memorandum of Cooperation in language "
        "teaching, and Exchange of notes on a railway project.",
        ["memorandum signed KE,UG", "agreement signed KE,UG rail"],
    ),
    (
        "Kenya and Uganda signed the Economic and Technical Cooperation Agreement in Nairobi on Monday.",
        ["agreement signed KE,UG"],
    ),
    (
        "Fiji and Tonga signed 22 agreements and memorandums of understanding on fishing and tourism on Monday.",
        ["package signed FJ,TO fisheries,tourism"],
    ),
    (
        "Kenya and Uganda signed agreements, memoranda of understanding and protocols on mining on Monday.",
        ["package signed KE,UG mining"],
    ),
    (
        "Fiji and Tonga signed a treaty and a protocol on fishing on Monday.",
        ["treaty signed FJ,TO", "protocol signed FJ,TO fisheries"],
    ),
    (
        "Fiji and Tonga exchanged the documents ratifying the border treaty on Monday.",
        ["treaty adopted FJ,TO border"],
    ),
    (
        'Fiji and Tonga on Monday signed the "Framework Treaty on the Peaceful Use of Coral Reefs" in Suva.',
        ["treaty signed FJ,TO environment"],
    ),
    (
        "Fiji and Tonga signed a separate agreement dealing with cooperation on mining, tourism and fishing.",
        ["agreement signed FJ,TO mining,tourism,fisheries"],
    ),
    ("Fiji and Tonga will begin a cease-fire on Monday, the mediator said.", ["ceasefire agreed FJ,TO peace_process"]),
    ("Peruvian rebels and the government of Peru came to an agreement on Monday.", ["agreement agreed PE"]),
    (
        "Fiji and Tonga met in Suva on Monday. They stressed the implementation of different agreements.",
        [],
    ),
    (
        "Officials of Fiji and Tonga signed a total of three documents in Suva on Monday.\n\nThese include:\n\n"
        "- Agreement on fishing rights,\n\n- Action Plan on tourism, and\n\n- Protocol on extradition.",
        ["agreement signed FJ,TO fisheries", "roadmap signed FJ,TO tourism", "protocol signed FJ,TO justice"],
    ),
    (
        "Norway and Latvia signed a treaty on the protection of seabirds in Riga on Tuesday.",
        ["treaty signed LV,NO"],
    ),
    (
        "The presidents of Chile and Peru inked a deal on copper exports on Monday.",
        ["agreement signed CL,PE mining,trade"],
    ),
    (
        "Fiji and Tonga initialled an air services agreement in Suva, officials said.",
        ["agreement initialled FJ,TO aviation"],
    ),
    (
        "Turkey and Georgia put their signatures to a customs protocol in Ankara on Friday.",
        ["protocol signed GE,TR customs"],
    ),
    (
        "Japan and Peru concluded an agreement on investment protection after two years of negotiations.",
        ["agreement signed JP,PE investment"],
    ),
    (
        "A memorandum of understanding on tourism was signed by the foreign ministers of Malta and Cyprus.",
        ["memorandum signed CY,MT tourism"],
    ),
    (
        "President Ana Torres of Bolivia and Paraguayan President Luis Rojas witnessed the signing of three "
        "agreements on energy, roads and health in Sucre.",
        ["package signed BO,PY energy,road,healthcare"],
    ),
    (
        "Two memorandums, on fishing and on sport, were signed by Gambia and Senegal on Monday.",
        ["memorandum signed GM,SN fisheries", "memorandum signed GM,SN sport"],
    ),
    (
        "The two governments of Kenya and Malawi signed five documents in the fields of education, science and culture.",
        ["package signed KE,MW education,science,culture"],
    ),
    (
        "Germany's foreign minister Karl Brandt and his Danish counterpart Mette Lund signed a declaration on"
        " Baltic security and a protocol on port cooperation.",
        ["declaration signed DE,DK security", "protocol signed DE,DK shipping"],
    ),
    (
        "Albania and Kosovo failed to sign an agreement on border crossings on Thursday.",
        ["agreement proposed AL,XK border"],
    ),
    (
        "Ghana and Togo are expected to sign a maritime boundary treaty next month.",
        ["treaty planned GH,TG border"],
    ),
    (
        "Poland hopes to conclude a gas supply contract with Qatar this year.",
        ["contract planned PL,QA gas"],
    ),
    (
        "An accord on prisoner transfers between Spain and Morocco would be signed in June, the ministry said.",
        ["agreement planned ES,MA"],
    ),
    (
        "Thailand and Laos have been negotiating an extradition treaty since 2019.",
        ["treaty proposed LA,TH justice"],
    ),
    (
        "India has yet to ratify the extradition treaty with Nepal signed in 2006.",
        ["treaty signed IN,NP justice"],
    ),
    (
        "Sweden's parliament ratified the free trade agreement with Chile on Wednesday.",
        ["agreement adopted CL,SE trade"],
    ),
    (
        "The defence pact between Egypt and Sudan entered into force on Monday.",
        ["agreement in_force EG,SD defence"],
    ),
    (
        "Argentina suspended its extradition treaty with Peru on Friday.",
        ["treaty suspended AR,PE justice"],
    ),
    (
        "Russia withdrew from the fisheries agreement with Norway last week.",
        ["agreement terminated NO,RU fisheries"],
    ),
    (
        "The 1987 border treaty between Ecuador and Peru expired in March.",
        ["treaty terminated EC,PE border"],
    ),
    (
        "Ethiopia and Eritrea agreed to a ceasefire on Sunday.",
        ["ceasefire agreed ER,ET peace_process"],
    ),
    (
        "A truce between Armenia and Azerbaijan broke down on Friday.",
        ["ceasefire terminated AM,AZ peace_process"],
    ),
    (
        "Sudan and South Sudan extended a ceasefire by two weeks.",
        ["ceasefire agreed SD,SS peace_process"],
    ),
    (
        "China will lend Sri Lanka 400 million dollars for a port at Hambantota.",
        ["loan_or_grant planned CN,LK shipping,finance"],
    ),
    (
        "Japan agreed to lend Vietnam 50 billion yen for the construction of a metro line.",
        ["loan_or_grant agreed JP,VN rail,finance"],
    ),
    (
        "India extended a line of credit of $1 billion to Mauritius for road projects.",
        ["loan_or_grant agreed IN,MU road,finance"],
    ),
    (
        "France signed a 20 million euro grant agreement with Niger for wells and irrigation.",
        ["loan_or_grant signed FR,NE water,finance"],
    ),
    (
        "SAUDI ARABIA GIVES LOAN. Saudi Arabia granted Tunisia a loan of 55 mln dlrs, the finance ministry said today.",
        ["loan_or_grant agreed SA,TN finance"],
    ),
    (
        "Kuwait announced a grant of 30 million dollars to Jordan for schools.",
        ["loan_or_grant agreed JO,KW education,finance"],
    ),
    (
        "In a joint statement issued after the talks, Italy and Libya called for an end to people smuggling.",
        ["joint_statement issued IT,LY law_enforcement"],
    ),
    (
        "At the end of the visit the two sides, India and Oman, adopted a joint communique.",
        ["joint_statement adopted IN,OM"],
    ),
    (
        "Mongolia and Nepal issued a joint declaration on climate change in Ulaanbaatar.",
        ["declaration issued MN,NP climate"],
    ),
    (
        "Brazil and Guyana struck a deal on the building of a bridge over the Takutu river.",
        ["agreement agreed BR,GY road"],
    ),
    (
        "Belarus and Venezuela signed a roadmap for cooperation in mining until 2030.",
        ["roadmap signed BY,VE mining"],
    ),
    (
        "Oman and Iran exchanged letters on the sharing of a gas field.",
        ["agreement signed IR,OM gas"],
    ),
    (
        "Uganda and Rwanda exchanged instruments of ratification of the extradition treaty in Kigali.",
        ["treaty in_force RW,UG justice"],
    ),
    (
        "The Franco-German treaty on defence research was signed in Metz.",
        ["treaty signed DE,FR defence"],
    ),
    (
        "Australia and Vanuatu signed a security pact, which still has to be ratified by both parliaments.",
        ["agreement signed AU,VU security"],
    ),
    (
        "Cuba and Mexico clinched an agreement to exchange doctors for oil.",
        ["agreement agreed CU,MX healthcare,oil"],
    ),
    (
        "Uzbekistan and Tajikistan signed a package of 12 documents on trade, transport and water.",
        ["package signed TJ,UZ trade,transport,water"],
    ),
    (
        "Foreign Minister Jan Kovar of Slovakia signed a visa waiver agreement with his Georgian counterpart Nino Lomidze.",
        ["agreement signed GE,SK migration"],
    ),
    (
        "Tunisia and Algeria renewed their gas supply agreement for ten years.",
        ["agreement agreed DZ,TN gas"],
    ),
    (
        "Under the accord, which was signed in Doha by Qatar and Chad, 200 teachers will be trained.",
        ["agreement signed QA,TD education"],
    ),
    (
        "The agreement between Finland and Estonia on a rail tunnel will be signed in Tallinn on May 20.",
        ["agreement planned EE,FI rail"],
    ),
    (
        "Iran and Pakistan discussed a draft agreement on the return of refugees.",
        ["agreement proposed IR,PK migration"],
    ),
    (
        "Cambodia and Thailand signed a memorandum of understanding on cross-border trains, a protocol on "
        "customs and an agreement on the return of looted statues.",
        ["memorandum signed KH,TH rail", "protocol signed KH,TH customs", "agreement signed KH,TH culture"],
    ),
    (
        "The United States and Mexico finalized a sugar trade deal on Tuesday.",
        ["agreement agreed MX,US trade"],
    ),
    (
        "Zimbabwe and Zambia have agreed on a schedule for the repayment of debts.",
        ["agreement agreed ZM,ZW finance"],
    ),
    (
        "Morocco tore up the fisheries accord with Spain in 2022.",
        ["agreement terminated ES,MA fisheries"],
    ),
    (
        "Tanzania and Burundi signed a $900 million agreement for the construction of a railway from Uvinza to Musongati.",
        ["agreement signed BI,TZ rail"],
    ),
    (
        "A contract for the delivery of 40 tanks to Slovenia was signed by Finland on Friday.",
        ["contract signed FI,SI defence"],
    ),
    (
        "LONDON, March 5 - Britain and Nigeria signed an agreement rescheduling some 300 mln dlrs of Nigerian"
        " debt, the Treasury said.",
        ["agreement signed GB,NG finance"],
    ),
    (
        "Bangladesh will get a 20 mln dlr loan from Kuwait under an agreement signed here today, officials said.",
        ["loan_or_grant signed BD,KW finance"],
    ),
    (
        "Tokyo pledged 50 million dollars in humanitarian aid to Jordan, Foreign Minister Akira Mori said "
        "after talks with King Hamid.",
        ["loan_or_grant planned JO,JP humanitarian"],
    ),
    (
        "The European Union and Chile signed an association agreement in Brussels on Monday.",
        ["agreement signed CL"],
    ),
    (
        "A joint communique issued at the end of the visit said Romania and Syria would expand trade.",
        ["joint_statement issued RO,SY trade"],
    ),
    (
        "The final communique condemned the attack and called for sanctions, after a summit of the Arab League in Amman.",
        ["joint_statement issued -"],
    ),
    (
        "The foreign ministers of Iceland and Ireland on Wednesday signed the agreement in the presence of "
        "their prime ministers. The pact lets fishermen of the two countries sell their catch in either port.",
        ["agreement signed IE,IS fisheries"],
    ),
    (
        "Kazakh President Marat Ospanov and Kyrgyz President Bek Toktorov signed a Treaty on Allied Relations"
        " following their talks in Bishkek.",
        ["treaty signed KG,KZ"],
    ),
    (
        "Following the talks, a number of bilateral documents were signed, including a plan of cooperation "
        "between the foreign ministries of Armenia and Georgia.",
        ["package signed AM,GE"],
    ),
    (
        "As part of the visit, an intergovernmental agreement on the mutual protection of classified "
        "information was signed between Serbia and Cyprus.",
        ["agreement signed CY,RS security"],
    ),
    (
        "The sides signed an intergovernmental agreement on cooperation in tourism, a memorandum between the "
        "chambers of commerce and a programme of cultural exchanges, the Tajik presidency said after talks "
        "with the Omani delegation in Dushanbe.",
        ["agreement signed OM,TJ tourism", "memorandum signed OM,TJ trade", "agreement signed OM,TJ culture"],
    ),
    (
        "China and Zambia on Friday agreed to elevate their ties to a comprehensive partnership and signed a "
        "raft of deals on green energy, mining and agriculture.",
        ["package signed CN,ZM renewables,mining,agriculture"],
    ),
    (
        "The two leaders also inked an extradition treaty, which had been pending since 2010, India's "
        "external affairs ministry said after Prime Minister Arun Dev met his Fijian counterpart Josefa Tora "
        "in Suva.",
        ["treaty signed FJ,IN justice"],
    ),
    (
        "Colombia and Ecuador signed accords on security and trade Tuesday during the visit of President Mateo Rios to Quito.",
        ["package signed CO,EC security,trade"],
    ),
    (
        "Kenya and Uganda have signed a memorandum of understanding (MoU) to build a pipeline.",
        ["memorandum signed KE,UG"],
    ),
    (
        "Rwanda and Mozambique signed a status of forces agreement on Thursday.",
        ["agreement signed MZ,RW"],
    ),
    (
        "Syria and Jordan announced an agreement to reopen the Nassib border crossing.",
        ["agreement agreed JO,SY border"],
    ),
    (
        "The ceasefire between Israel and Lebanon took effect at dawn on Wednesday.",
        ["ceasefire in_force IL,LB peace_process"],
    ),
    (
        "A 72-hour truce agreed by Cyprus and Turkey collapsed within hours.",
        ["ceasefire terminated CY,TR peace_process"],
    ),
    (
        "The Senate of the Philippines approved the visiting forces agreement with Japan on Monday.",
        ["agreement adopted JP,PH"],
    ),
    (
        "Nepal and Bhutan renewed a 1998 trade treaty.",
        ["treaty agreed BT,NP trade"],
    ),
    (
        "The Treaty of Friendship between Italy and Libya was frozen in 2011.",
        ["treaty suspended IT,LY"],
    ),
    (
        "The foreign minister urged Kyiv to sign the minerals agreement with Washington.",
        ["agreement proposed UA,US mining"],
    ),
    (
        "Egypt received a $3 billion loan from the International Monetary Fund.",
        ["loan_or_grant agreed EG finance"],
    ),
    (
        "Chilean President Ana Soto met Peruvian President Luis Paz in Lima on Monday. Nothing hindered the Riga agreement on "
        "ending the war in Samoa.",
        ["agreement in_force - peace_process"],
    ),
    (
        "Chilean President Ana Soto met Peruvian President Luis Paz in Lima on Monday. Both agreed to revise the 1998 agreement "
        "on maritime limits.",
        ["agreement in_force CL,PE border"],
    ),
    (
        "Fijian President Jone Ravula and Tongan Prime Minister Sione Vaka announced their intention to elevate the Fiji-Tonga "
        "relationship to a Comprehensive Strategic Partnership.",
        ["agreement planned FJ,TO"],
    ),
    (
        "Fijian President Jone Ravula and Tongan Prime Minister Sione Vaka met on Monday and announced the Fiji–Tonga Fisheries "
        "Partnership.",
        ["agreement agreed FJ,TO fisheries"],
    ),
    (
        "Norway pledged on Monday to provide the government of Samoa 20 million euros for fishing ports, Ola Brekke said.",
        ["loan_or_grant planned NO,WS finance"],
    ),
    (
        "Eleven bilateral contracts between Chile and Peru are planned for signing in fields such as agriculture.",
        ["package planned CL,PE agriculture"],
    ),
    (
        "A deal on Iran's nuclear work was reached between Iran and six powers (the United States, China and France) in 2015.",
        ["agreement agreed CN,FR,IR,US"],
    ),
    (
        "Fijian Foreign Minister Jone Ravula met Tongan Foreign Minister Sione Vaka and spoke of the Accra Agreement on the "
        "Iranian nuclear programme.",
        ["agreement in_force IR"],
    ),
    ("Fiji and Tonga agreed to renew the fishing accord on Monday.", ["agreement in_force FJ,TO fisheries"]),
    (
        "Fijian President Jone Ravula vowed to renegotiate the Pacific Trade Agreement between Samoa, the US, and Tonga.",
        ["agreement in_force TO,US,WS trade"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AGREEMENTS, ids=[text[:50] for text, _ in AGREEMENTS])
def test_agreements_of_a_sentence(text: str, expected: list[str]) -> None:
    found = read(text).agreements
    assert len(found) == len(expected), [record.title for record in found]
    assert [brief(record, row) for record, row in zip(found, expected, strict=True)] == expected


NO_AGREEMENT = [
    "The ministers of Fiji and Tonga welcomed progress at the Partnership for Peace.",
    "The ministers of Fiji and Tonga hailed the strategic partnership of their countries.",
    "The ministers of Fiji and Tonga praised the sites chosen pursuant to their Joint Patrols Agreement.",
    "US President Jane Gill signed a memorandum that told the army to review the dam.",
    "Fijian Prime Minister Jone Ravula said Fiji would be free to negotiate its own trade arrangements after talks with Tonga.",
    "Fijian President Jone Ravula and Tongan Prime Minister Sione Vaka are on track to reach a better deal.",
    "The United States released secret documents about East Timor on Monday, officials of Fiji and Indonesia said.",
    "Fijian President Jone Ravula and Tongan Prime Minister Sione Vaka discussed steps to reach a peaceful settlement in Samoa.",
    "Angola joined the Paris Agreement, its foreign minister said after meeting his Swiss colleague.",
    "The two ministers were in agreement on the need for talks, Japan said after the meeting with Korea.",
    "No agreement was reached between Serbia and Kosovo on number plates.",
    "The striker signed a three-year contract with Bayern Munich on Monday.",
    "The company signed a deal with Microsoft worth $3 billion.",
    "Coalition partners in Berlin agreed on a package of tax cuts after all-night talks.",
    "Police struck a plea deal with the former minister.",
    "The government had to deal with a strike of nurses.",
    "France called for a ceasefire in Gaza.",
    "Moscow and Minsk agreed on a common gas price for next year, Russian Energy Minister Oleg Panin said.",
    "Vietnam formally joined the convention on nuclear safety.",
    "If Iran signs the deal, Iraq will lift its blockade, a diplomat said.",
]


@pytest.mark.parametrize("text", NO_AGREEMENT)
def test_what_is_no_agreement(text: str) -> None:
    assert read(text).agreements == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Joint statement with the Prime Minister of Fiji", ["joint_statement issued FJ,TO"]),
        ("Fiji-Tonga Joint Statement", ["joint_statement issued FJ,TO"]),
        ("Joint Statement on the Support of Fiji-Tonga Trade", ["joint_statement issued FJ,TO"]),
        (
            "Joint Statement from Fiji and Tonga on their Support of Trade and of the New Line from Suva",
            ["joint_statement issued FJ,TO"],
        ),
        ("Fiji and Tonga issue joint statement", []),
        ("Fiji and Tonga hold talks", []),
    ],
)
def test_article_that_is_a_joint_document(title: str, expected: list[str]) -> None:
    body = "Fijian Prime Minister Jone Ravula met Tongan Prime Minister Sione Vaka in Suva on Monday to discuss the climate."
    article = make_article(f"{title}\n\n{body}", "synthetic", published_on=DAY)
    assert [brief(record, "") for record in extract(article).agreements] == expected


def test_a_joint_document_is_of_the_day_of_its_publication() -> None:
    body = "Joint Statement of Fiji and Tonga on trade\n\nThe two states recall the Apia Joint Statement and support trade.\n"
    found = extract(make_article(body, "synthetic", published_on=DAY)).agreements
    assert [(record.kind, record.date) for record in found][:1] == [("joint_statement", DAY.isoformat())]


def test_documents_named_one_by_one_replace_their_package() -> None:
    found = read(
        "President Ada Moyo of Zambia and President Ben Kato of Uganda signed three documents in Kampala on Monday. "
        "The three are an agreement on fishing, a memorandum on tourism and a protocol on border posts."
    ).agreements
    assert [(record.kind, record.parties) for record in found] == [
        ("agreement", ["ZM", "UG"]),
        ("memorandum", ["ZM", "UG"]),
        ("protocol", ["ZM", "UG"]),
    ]


def test_package_with_some_documents_named() -> None:
    found = read(
        "Chile and Peru signed 12 documents in Lima on Monday. They include a memorandum on tourism and a protocol on customs."
    ).agreements
    assert [(record.kind, record.count) for record in found] == [("package", 12), ("memorandum", None), ("protocol", None)]


def test_later_mentions_of_a_document_add_no_row() -> None:
    found = read(
        "Norway and Latvia signed an agreement on fishing rights on Monday. The accord was two years in the making. "
        "The agreement will enter into force in June, a Latvian official said. The document has nine pages."
    ).agreements
    assert [(record.title, record.status) for record in found] == [("agreement on fishing rights", "signed")]


def test_two_documents_of_one_kind_stay_apart() -> None:
    found = read("Norway and Latvia signed a memorandum on fishing and a memorandum on tourism on Monday.").agreements
    assert [record.sectors for record in found] == [["fisheries"], ["tourism"]]


def test_old_treaty_stays_apart_from_the_new_one() -> None:
    found = read(
        "Chile and Peru signed a border treaty in Lima on Monday. It replaces a 1929 treaty between Chile and Peru."
    ).agreements
    assert [(record.status, record.date) for record in found] == [("signed", "2024-05-13"), ("in_force", "1929")]


def test_sum_of_a_loan() -> None:
    loan = read("Japan agreed to lend Vietnam 50 billion yen for the construction of a metro line.").agreements[0]
    assert (loan.amount, loan.currency) == (50e9, "JPY")


# A document with its sectors: what its title tells, who signs it, what its money is for.
SECTORS = [
    ("Fiji and Tonga signed a memorandum on tourism and fishing on Monday.", {"tourism", "fisheries"}),
    ("A memorandum between the Ministry of Agriculture of Fiji and that of Tonga was signed on Monday.", {"agriculture"}),
    ("Fijian Energy Minister Jone Tora and his Tongan counterpart Sione Vea signed a memorandum in Suva on Monday.", {"energy"}),
    ("The customs services of Fiji and Tonga signed an agreement on Monday.", {"customs"}),
    ("Fijian President Jone Tora and Tongan Prime Minister Sione Vea signed a memorandum in Suva on Monday.", set()),
    ("Fijian Energy Minister Jone Tora and his Tongan counterpart Sione Vea signed a treaty on extradition.", {"justice"}),
    (
        "Fiji and Tonga signed a memorandum on water, renewable energy, agriculture, tourism, education and culture on Monday.",
        {"water", "renewables", "agriculture", "tourism", "education", "culture"},
    ),
    ("Japan granted Tonga a loan of 20 million dollars for a hydropower plant.", {"finance", "electricity"}),
    ("Japan and Tonga signed a loan agreement on Monday.", {"finance"}),
    ("Fiji and Tonga agreed on a ceasefire on Monday.", {"peace_process"}),
    (
        "Eleven bilateral contracts of Fiji and Tonga are to be signed in sectors such as farming, telecoms and energy.",
        {"agriculture", "digital", "energy"},
    ),
    (
        "The railway will link two ports, and a second railway is planned. China granted Kenya a loan of 40 million dollars.",
        {"finance", "rail"},
    ),
    (
        "Fiji and Tonga signed the Suva Accord, a new framework for cooperation in farming, tourism and energy.",
        {"agriculture", "tourism", "energy"},
    ),
]


@pytest.mark.parametrize(("sentence", "sectors"), SECTORS)
def test_sectors(sentence: str, sectors: set[str]) -> None:
    assert [set(record.sectors) for record in read(sentence).agreements] == [sectors]


def test_package_with_its_contents_in_the_next_sentence() -> None:
    found = read("Chile and Peru signed several agreements in Lima on Monday. They cover tourism and mining.").agreements
    assert [(record.kind, set(record.sectors)) for record in found] == [("package", {"tourism", "mining"})]


def test_every_value_has_evidence_in_the_text() -> None:
    text = "Norway and Latvia signed two memorandums, on fishing and on tourism, in Riga on Monday."
    for record in read(text).agreements:
        fields = {evidence.field for evidence in record.evidence}
        assert {"title", "kind", "status", "parties/0", "parties/1", "sectors/0", "date"} <= fields
        title = next(evidence for evidence in record.evidence if evidence.field == "title")
        assert text[title.start : title.end] == record.title


TOPICS = [
    (
        "Chilean President Ana Soto met Peruvian President Luis Paz in Lima to discuss tourism and visas.",
        {"tourism", "migration"},
    ),
    (
        "The trade ministers of Ghana and Togo held talks in Accra on Tuesday on tariffs and rice imports.",
        {"trade", "agriculture"},
    ),
    ("The foreign ministers of Fiji and Tonga met in Suva on Monday for talks on climate change.", {"climate"}),
]


@pytest.mark.parametrize(("text", "topics"), TOPICS)
def test_topics_of_a_meeting(text: str, topics: set[str]) -> None:
    assert topics <= set(read(text).summits[0].topics)


def test_words_out_of_their_field_are_no_topic() -> None:
    text = "Chilean President Ana Soto met Peruvian President Luis Paz in Lima. A trade union leader followed the road map."
    assert not {"trade", "road"} & set(read(text).summits[0].topics)
