"""Who stands where in organizations: many sentences, all synthetic; a pilcrow parts paragraphs."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.engine import extract

DAY = date(2020, 5, 14)


def relations(text: str) -> list[str]:
    """The standings of a text as "country status modality", each once, sorted."""
    body = "Synthetic headline\n\n" + text.replace(" ¶ ", "\n\n")
    records = extract(make_article(body, "synthetic", published_on=DAY)).organizations
    return sorted({f"{r.country} {r.status} {r.modality}" for record in records for r in record.relations})


# Each text with the standings it tells of, separated by semicolons.
STANDINGS = [
    ("Niger, Mali and Burkina Faso have ended their ECOWAS membership.", "BF former_member actual; ML former_member actual; NE former_member actual"),
    ("The African Union said it regretted the withdrawal of Burkina Faso, Mali and Niger from ECOWAS.", "BF former_member actual; ML former_member actual; NE former_member actual"),
    ("Mali, Guinea and Burkina Faso were indefinitely suspended from Ecowas.", "BF member actual; GN member actual; ML member actual"),
    ("Sudan and Guinea will remain suspended from the African Union.", "GN member actual; SD member actual"),
    ("The African Union has suspended Niger until constitutional order is restored.", "NE member actual"),
    ("The African Union decided to suspend Gabon's participation in all its activities.", "GA member actual"),
    ("Nine countries have EU candidate status: Albania, Georgia, Moldova and Serbia.", "AL candidate actual; GE candidate actual; MD candidate actual; RS candidate actual"),
    ("Georgia is hoping to be granted EU candidate status at the summit.", "GE candidate sought"),
    ("The BRICS members Brazil, Russia, India, China and South Africa will be joined by Iran, Egypt and Ethiopia in January.", "BR member actual; CN member actual; EG member invited; ET member invited; IN member actual; IR member invited; RU member actual; ZA member actual"),
    ("BRICS, which currently comprises of Brazil, Russia and India, met.", "BR member actual; IN member actual; RU member actual"),
    ("We have decided to invite Argentina, Egypt and Iran to become full members of BRICS, he said.", "AR member invited; EG member invited; IR member invited"),
    ("The ECOWAS Member States are Benin, Ghana and Togo.", "BJ member actual; GH member actual; TG member actual"),
    ("Montenegro wants to join the EU. The small Adriatic country applied for EU membership in 2008.", "ME member sought"),
    ("Ankara applied for membership of the European Economic Community in 1987.", "TR member sought"),
    ("Turkey, which is not a member of the EU, is a member of NATO.", "TR member actual"),
    ("NATO allies agreed that Ukraine will become a member of the alliance.", "UA member invited"),
    ("France vetoed Britain's entry into the European Community in 1963.", "GB member opposed"),
    ("Greece blocked Macedonia's invitation to join NATO over the name dispute.", "MK member opposed"),
    ("Russia backs Vietnam's bid to join the World Trade Organization.", "VN member sought; VN member supported"),
    ("China supports Russia's accession to the WTO.", "RU member supported"),
    ("The United States supports India's bid for a permanent seat on the UN Security Council.", ""),
    ("Slovakia reiterated its support for Serbia's European integration.", ""),
    ("Italy supports Albania's EU membership.", "AL member supported"),
    ("Japan expressed support for Timor-Leste's accession to ASEAN.", "TL member supported"),
    ("Papua New Guinea, an observer at ASEAN, wants full membership.", "PG member sought; PG observer actual"),
    ("East Timor was formally admitted as the 11th member of ASEAN.", "TL member actual"),
    ("Vietnam became the seventh member of ASEAN in 1995.", "VN member actual"),
    ("ASEAN groups Brunei, Indonesia, Malaysia, the Philippines, Singapore and Thailand.", "BN member actual; ID member actual; MY member actual; PH member actual; SG member actual; TH member actual"),
    ("The six-nation Gulf Cooperation Council comprises Bahrain, Kuwait, Oman, Qatar, Saudi Arabia and the United Arab Emirates.", "AE member actual; BH member actual; KW member actual; OM member actual; QA member actual; SA member actual"),
    ("Kuwait, which holds the rotating presidency of the GCC, will host the meeting.", "KW member actual"),
    ("Algeria, Libya, Mauritania, Morocco and Tunisia form the Arab Maghreb Union.", "DZ member actual; LY member actual; MA member actual; MR member actual; TN member actual"),
    ("Cuba was expelled from the Organization of American States in 1962.", "CU former_member actual"),
    ("Venezuela was suspended from Mercosur in 2016.", "VE member actual"),
    ("Paraguay was suspended from Mercosur after the ouster of its president.", "PY member actual"),
    ("Pakistan was readmitted to the Commonwealth in 1989.", "PK member actual"),
    ("South Africa rejoined the Commonwealth in 1994.", "ZA member actual"),
    ("Egypt's membership in the Arab League was suspended in 1979.", "EG member actual"),
    ("Syria was readmitted to the Arab League last May.", "SY member actual"),
    ("Indonesia announced its withdrawal from OPEC.", "ID former_member sought"),
    ("Ecuador left OPEC in 1992.", "EC former_member actual"),
    ("Angola said on Thursday it would leave OPEC.", "AO former_member sought"),
    ("Britain voted to leave the European Union.", "GB former_member sought"),
    ("Ethiopia, Kenya, Sudan and Uganda are members of IGAD.", "ET member actual; KE member actual; SD member actual; UG member actual"),
    ("Uzbekistan suspended its membership in the Collective Security Treaty Organization.", "UZ member actual"),
    ("Ukraine has signed an association agreement with the EU.", ""),
    ("The EU decided to open accession negotiations with Ukraine and Moldova.", "MD member sought; UA member sought"),
    ("Turkey has been negotiating EU membership since 2005.", "TR member sought"),
    ("Serbia aspires to join the European Union.", "RS member sought"),
    ("Kosovo has applied for membership in the Council of Europe.", "XK member sought"),
    ("Bosnia and Herzegovina hopes to join both the EU and NATO.", "BA member sought"),
    ("Hungary, Poland and the Czech Republic joined NATO in 1999.", "CZ member actual; HU member actual; PL member actual"),
    ("Poland, Hungary and the Czech Republic, which hope to join NATO, sent officers.", "CZ member sought; HU member sought; PL member sought"),
    ("The Baltic states Estonia, Latvia and Lithuania were invited to join NATO in 2002.", "EE member invited; LT member invited; LV member invited"),
    ("NATO invited Albania and Croatia to begin accession talks.", "AL member invited; HR member invited"),
    ("Sweden formally became NATO's 32nd member.", "SE member actual"),
    ("Finland and Sweden, both members of the European Union, applied.", "FI member actual; SE member actual"),
    ("Non-members Norway and Switzerland also took part in the EU scheme.", ""),
    ("Switzerland, which is not a member of the United Nations, has observer status.", "CH observer actual"),
    ("The Holy See and Palestine are observers at the United Nations.", "PS observer actual; VA observer actual"),
    ("Palestine was granted non-member observer state status at the UN in 2012.", "PS observer actual"),
    ("Mongolia, an SCO observer, attended.", "MN observer actual"),
    ("Belarus became a full member of the SCO on Thursday.", "BY member actual"),
    ("Saudi Arabia has become a dialogue partner of the Shanghai Cooperation Organization.", "SA dialogue_partner actual"),
    ("Turkey is a dialogue partner in the SCO and has expressed interest in full membership.", "TR dialogue_partner actual; TR member sought"),
    ("The EAEU includes Armenia, Belarus, Kazakhstan, Kyrgyzstan and Russia.", "AM member actual; BY member actual; KG member actual; KZ member actual; RU member actual"),
    ("Moldova, Uzbekistan and Cuba have observer status in the EAEU.", "CU observer actual; MD observer actual; UZ observer actual"),
    ("Uzbekistan was granted the status of an observer state in the Eurasian Economic Union.", "UZ observer actual"),
    ("Tajikistan is considering joining the Eurasian Economic Union.", "TJ member sought"),
    ("Bolivia is in the process of joining Mercosur.", "BO member sought"),
    ("Chile, Bolivia and Peru are associate members of the bloc, he told Mercosur leaders.", "BO partner actual; CL partner actual; PE partner actual"),
    ("Kenya, Tanzania, Uganda, Rwanda, Burundi and South Sudan make up the East African Community.", "BI member actual; KE member actual; RW member actual; SS member actual; TZ member actual; UG member actual"),
    ("The Democratic Republic of Congo joined the East African Community last year.", "CD member actual"),
    ("Morocco rejoined the African Union in 2017 after leaving its predecessor.", "MA member actual"),
    ("Morocco quit the Organization of African Unity in 1984.", "MA former_member actual"),
    ("China joined the World Trade Organization in December 2001.", "CN member actual"),
    ("Saudi Arabia became the 149th member of the World Trade Organization.", "SA member actual"),
    ("Kazakhstan's accession to the WTO was completed in 2015.", "KZ member actual"),
    ("Tonga signed its accession protocol to the WTO.", "TO candidate actual"),
    ("Iran, which is not a WTO member, has observer status.", "IR observer actual"),
    ("Taiwan has applied to join the CPTPP, and China opposes its bid.", "TW member opposed; TW member sought"),
    ("Britain formally applied to join the Comprehensive and Progressive Agreement for Trans-Pacific Partnership.", "GB member sought"),
    ("Colombia became the 37th member of the OECD.", "CO member actual"),
    ("Brazil, Argentina, Peru and Romania are OECD candidates.", "AR candidate actual; BR candidate actual; PE candidate actual; RO candidate actual"),
    ("Brazil is seeking membership of the Organization for Economic Cooperation and Development.", "BR member sought"),
    ("Washington dropped its opposition to Brazil's OECD membership.", ""),
    ("Russia was expelled from the Council of Europe.", "RU former_member actual"),
    ("Russia withdrew from the Council of Europe in March 2022.", "RU former_member actual"),
    ("Fiji, suspended from the Pacific Islands Forum in 2009, was readmitted.", "FJ member actual"),
    ("Kiribati announced that it was withdrawing from the Pacific Islands Forum.", "KI former_member sought"),
    ("New Caledonia and French Polynesia were admitted as full members of the Pacific Islands Forum.", "NC member actual; PF member actual"),
    ("Jordan and Morocco were invited to join the Gulf Cooperation Council.", "JO member invited; MA member invited"),
    ("The Comoros is a member of the Arab League and the African Union.", "KM member actual"),
    ("Haiti's membership in CARICOM was suspended.", "HT member actual"),
    ("Suriname joined Caricom in 1995.", "SR member actual"),
    ("Curacao became an associate member of CARICOM.", "CW partner actual"),
    ("Malaysia, Thailand and Vietnam became BRICS partner countries.", "MY partner actual; TH partner actual; VN partner actual"),
    ("Argentina has formally declined an invitation to join BRICS.", "AR member invited"),
    ("Saudi Arabia has not yet formally joined BRICS.", ""),
    ("Turkey has asked to join BRICS, the Russian official said.", "TR member sought"),
    ("Pakistan has sought Moscow's help in joining BRICS.", "PK member sought"),
    ("Namibia, Botswana, Lesotho, Eswatini and South Africa are the members of the Southern African Customs Union.", "BW member actual; LS member actual; NA member actual; SZ member actual; ZA member actual"),
    ("Madagascar, suspended from SADC following the 2009 coup, attended.", "MG member actual"),
    ("Bulgaria and Romania are to become members of the European Union on January 1.", "BG member invited; RO member invited"),
    ("Cyprus, which joined the EU in 2004, has the veto.", "CY member actual"),
    ("Denmark, an EU member, and Norway agreed.", "DK member actual"),
    ("EU member Greece and EU candidate Turkey held talks.", "GR member actual; TR candidate actual"),
    ("Spain and fellow EU members Portugal and Italy agreed.", "ES member actual; IT member actual; PT member actual"),
    ("Austria, the current holder of the EU presidency, called the meeting.", "AT member actual"),
    ("Finland takes over the EU presidency from Germany in July.", "FI member actual"),
    ("Slovenia, which holds the European Union's rotating presidency, hosted the summit.", "SI member actual"),
    ("The foreign minister of Luxembourg, which holds the EC presidency, said so.", "LU member actual"),
    ("Niger, Mali and Burkina Faso made the announcement. ¶ The three countries have left ECOWAS.", "BF former_member actual; ML former_member actual; NE former_member actual"),
    ("Mali, Niger and Burkina Faso signed. ¶ The three military-run countries, which set up the Alliance of Sahel States, gave notice.", "BF member actual; ML member actual; NE member actual"),
    ("India, Saudi Arabia and South Africa, all of whom trade with Russia as members of the BRICS group, attended.", "IN member actual; SA member actual; ZA member actual"),
    ("Japan wants to become a true partner of ASEAN, he said.", ""),
    ("Montenegro held elections. ¶ The small Adriatic country applied for EU membership in 2008.", "ME member sought"),
    ("Moscow demands that Kyiv abandon its bid to join NATO.", "UA member opposed; UA member sought"),
    ("Yemen has sought membership of the Gulf Cooperation Council for years. A request by Jordan to join the council was not discussed.", "JO member sought; YE member sought"),
]


@pytest.mark.parametrize(("text", "expected"), STANDINGS, ids=[text[:60] for text, _ in STANDINGS])
def test_standings(text: str, expected: str) -> None:
    assert relations(text) == (expected.split("; ") if expected else [])
