"""Who says what: direct quotations with their speakers, reported clauses, joint documents. All people are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.document import analyse
from summitdb.extract.statements import extract_statements
from summitdb.records import Statement

# Articles begin with a headline unless a sentence has none to give: "|" stands for a paragraph break.
HEAD = "Governor's race tightens in the last week|"


def read(text: str, year: int = 2016) -> list[Statement]:
    body = text.replace("|", "\n\n")
    return extract_statements(analyse(make_article(body, "synthetic", published_on=date(year, 10, 3))))


DIRECT: list[tuple[str, list[str | None]]] = [
    # beside the verb
    ('"We are going to win this thing," Dale Hargrove said on Monday.', ["Dale Hargrove"]),
    ('"We are going to win this thing," said Dale Hargrove, the Republican nominee.', ["Dale Hargrove"]),
    ('Dale Hargrove said, "We are going to win this thing."', ["Dale Hargrove"]),
    ('Dale Hargrove said: "We are going to win this thing."', ["Dale Hargrove"]),
    ('Dale Hargrove told supporters that "we are going to win this thing."', ["Dale Hargrove"]),
    ('"We are going to win this thing," Hargrove spokeswoman Marcy Whitlock said in an email.', ["Marcy Whitlock"]),
    ('"We are going to win this thing," said Marcy Whitlock, a spokeswoman for Mr. Hargrove.', ["Marcy Whitlock"]),
    (
        '"We are going to win this thing," Marcy Whitlock, a spokeswoman for Dale Hargrove, said in a statement.',
        ["Marcy Whitlock"],
    ),
    ('"He never had a chance here," said Peter Lindqvist, who has polled the state for thirty years.', ["Peter Lindqvist"]),
    ('Peter Lindqvist, who has polled the state for thirty years, said: "He never had a chance here."', ["Peter Lindqvist"]),
    (
        'Marcy Whitlock, Mr. Hargrove\'s campaign manager, told CNN that the ad was "a desperate attempt to change tack."',
        ["Marcy Whitlock"],
    ),
    ('"It was a long night for everyone," Sen. Dale Hargrove (R-Ohio) told reporters.', ["Dale Hargrove"]),
    ('"It was a long night for everyone," said Rep. Carla Mendes, D-N.M.', ["Carla Mendes"]),
    ('"It was a long night for everyone," University of Toledo political scientist Larry Osgood said.', ["Larry Osgood"]),
    ('"It was a long night for everyone," said University of Toledo political scientist Larry Osgood.', ["Larry Osgood"]),
    ('"It was a long night for everyone," said former Ohio attorney general Betty Kowalczyk.', ["Betty Kowalczyk"]),
    ('"It was a long night for everyone," said longtime Republican strategist Ed Farrow.', ["Ed Farrow"]),
    ('"I just don\'t trust her anymore," said Wanda Pickett, 62, a retired teacher from Akron.', ["Wanda Pickett"]),
    ('Wanda Pickett, 62, a retired teacher from Akron, put it bluntly: "I just don\'t trust her anymore."', ["Wanda Pickett"]),
    # surname, pronoun, office, honorific
    ('Dale Hargrove spoke in Toledo.|"We are going to win this thing," Hargrove said.', ["Dale Hargrove"]),
    ('Dale Hargrove spoke in Toledo.|"We are going to win this thing," he said.', ["Dale Hargrove"]),
    ('Dale Hargrove spoke in Toledo.|"We are going to win this thing," Mr. Hargrove said.', ["Dale Hargrove"]),
    ('Sen. Dale Hargrove spoke in Toledo.|"We are going to win this thing," the senator said.', ["Dale Hargrove"]),
    ('Sen. Dale Hargrove spoke in Toledo.|"We are going to win this thing," the Ohio senator added.', ["Dale Hargrove"]),
    ('Dale Hargrove, the Republican nominee, met Carla Mendes.|"We are going to win this thing," she said.', ["Carla Mendes"]),
    ('Rep. Carla Mendes met Dale Hargrove.|"We are going to win this thing," she told CNN.', ["Carla Mendes"]),
    ('Rep. Carla Mendes spoke in Toledo.|"We are going to win this thing," the New Mexico Democrat said.', ["Carla Mendes"]),
    (
        'Dale Hargrove, a Republican, spoke in Toledo.|"We are going to win this thing," the Ohio Republican said.',
        ["Dale Hargrove"],
    ),
    ('Dale Hargrove spoke in Toledo.|"We are going to win this thing," the billionaire boasted.', ["Dale Hargrove"]),
    ('Dale Hargrove spoke in Toledo.|"We are going to win this thing," the real estate mogul tweeted.', ["Dale Hargrove"]),
    (
        'Mayor Ottoline Brack and her husband, Hugo Brack, campaigned.|"We are going to win this thing," Mrs. Brack said.',
        ["Ottoline Brack"],
    ),
    (
        'Mayor Ottoline Brack and her husband, Hugo Brack, campaigned.|"We are going to win this thing," Mr. Brack said.',
        ["Hugo Brack"],
    ),
    # interrupted, continued, several in a sentence
    ('"We are going," Dale Hargrove said, "to win this thing in Ohio."', ["Dale Hargrove"]),
    ('"We are going to win," Dale Hargrove said. "We are going to win this thing in Ohio."', ["Dale Hargrove", "Dale Hargrove"]),
    ('"We are going to win," Dale Hargrove said, adding, "They know it in Ohio."', ["Dale Hargrove", "Dale Hargrove"]),
    (
        '"We are going to win," Dale Hargrove said, while Carla Mendes replied, "Not in my state, sir."',
        ["Dale Hargrove", "Carla Mendes"],
    ),
    (
        '"We are going to win," said Dale Hargrove.|"That is what he thinks," said Carla Mendes.',
        ["Dale Hargrove", "Carla Mendes"],
    ),
    ('Dale Hargrove said he was ready. "We are going to win this thing."', ["Dale Hargrove"]),
    ('Dale Hargrove said he was ready.|"We are going to win this thing. We really are."', ["Dale Hargrove"]),
    ('Dale Hargrove was defiant.|"We are going to win this thing.|"We really are, you know," he said.', ["Dale Hargrove"]),
    (
        '"We are going to win this thing," Dale Hargrove said.|"They know it in Ohio and they know it in Maine."',
        ["Dale Hargrove", "Dale Hargrove"],
    ),
    (
        '"We are going to win this thing," Dale Hargrove said.|The crowd cheered.|"They know it in Ohio," he went on.',
        ["Dale Hargrove", "Dale Hargrove"],
    ),
    ('"We should never have signed," Carla Mendes said of the deal that Dale Hargrove made.', ["Carla Mendes"]),
    ('Dale Hargrove called Carla Mendes "the worst thing to happen to Ohio".', ["Dale Hargrove"]),
    ('Dale Hargrove described the plan as "the worst thing to happen to Ohio."', ["Dale Hargrove"]),
    ('Dale Hargrove dismissed the report, calling it "the worst thing to happen to Ohio."', ["Dale Hargrove"]),
    ('Asked about the report, Dale Hargrove replied, "I have never read it."', ["Dale Hargrove"]),
    ('"I have never read it," Dale Hargrove replied when asked about the report by Carla Mendes.', ["Dale Hargrove"]),
    ('When Carla Mendes asked about the report, Dale Hargrove said, "I have never read it."', ["Dale Hargrove"]),
    ('"I have never read it," replied Dale Hargrove.', ["Dale Hargrove"]),
    (
        '"Why have you never read it?" asked Carla Mendes.|"I had no time at all," Dale Hargrove answered.',
        ["Carla Mendes", "Dale Hargrove"],
    ),
    # other constructions
    ('The plan is "a very bad idea indeed," according to Dale Hargrove.', ["Dale Hargrove"]),
    ('According to Dale Hargrove, the plan is "a very bad idea indeed."', ["Dale Hargrove"]),
    ('In the words of Dale Hargrove, it was "a very bad idea indeed."', ["Dale Hargrove"]),
    ('It was, as Dale Hargrove put it, "a very bad idea indeed."', ["Dale Hargrove"]),
    ('"A very bad idea indeed," as Dale Hargrove put it.', ["Dale Hargrove"]),
    ('"It is a very bad idea indeed," reads a statement from Dale Hargrove.', ["Dale Hargrove"]),
    ('"It is a very bad idea indeed," read a statement issued by Dale Hargrove.', ["Dale Hargrove"]),
    ('In a statement, Dale Hargrove called it "a very bad idea indeed."', ["Dale Hargrove"]),
    ('Dale Hargrove tweeted: "It is a very bad idea indeed."', ["Dale Hargrove"]),
    ('Dale Hargrove wrote on Twitter, "It is a very bad idea indeed."', ["Dale Hargrove"]),
    ('"It is a very bad idea indeed," Dale Hargrove wrote in a post on Facebook.', ["Dale Hargrove"]),
    ('Dale Hargrove took to Twitter to respond: "It is a very bad idea indeed."', ["Dale Hargrove"]),
    ('"It is a very bad idea indeed," Dale Hargrove was quoted as saying.', ["Dale Hargrove"]),
    ('Dale Hargrove was quoted as saying: "It is a very bad idea indeed."', ["Dale Hargrove"]),
    ('Dale Hargrove\'s spokesman, Vince Tolliver, said "it is a very bad idea indeed."', ["Vince Tolliver"]),
    ('A spokesman for Dale Hargrove, Vince Tolliver, said "it is a very bad idea indeed."', ["Vince Tolliver"]),
    ('The campaign\'s spokesman, Vince Tolliver, said, "It is a very bad idea indeed."', ["Vince Tolliver"]),
    ('Dale Hargrove has promised to close the mine because "it is a very bad idea indeed."', ["Dale Hargrove"]),
    (
        'Dale Hargrove argued Tuesday on Fox News that the plan was "a very bad idea indeed," and that Congress should stop it.',
        ["Dale Hargrove"],
    ),
    ('Dale Hargrove sounded weary. "It is," he said, pausing, "a very bad idea indeed."', ["Dale Hargrove"]),
    (
        'But Dale Hargrove, speaking to reporters after the debate in Toledo, insisted: "It is a very bad idea."',
        ["Dale Hargrove"],
    ),
    ('"It is a very bad idea," Dale Hargrove, speaking to reporters after the debate, said.', ["Dale Hargrove"]),
    ('"It is a very bad idea," says Dale Hargrove, whose brother Neil Hargrove chairs the board.', ["Dale Hargrove"]),
    ('Carla Mendes, meanwhile, said the ad was false. "It is a very bad idea," she said.', ["Carla Mendes"]),
    ('Dale Hargrove\'s lawyer, Vince Tolliver, did not return calls. "It is a very bad idea," Hargrove said.', ["Dale Hargrove"]),
    ('"It is a very bad idea," the Rev. Amos Birdsong said.', ["Amos Birdsong"]),
    ('"It is a very bad idea," Judge Ruth Abernathy wrote in her ruling.', ["Ruth Abernathy"]),
    ('"It is a very bad idea," Gov. Earl K. Stamper said.', ["Earl K. Stamper"]),
    ('"It is a very bad idea," said Lt. Gov. Tess O\'Rourke-Lamb.', ["Tess O'Rourke-Lamb"]),
    # nobody by name
    ('"It is a very bad idea," one voter said.', [None]),
    ('"It is a very bad idea," a senior administration official said on condition of anonymity.', [None]),
    ('Voters said it was "a very bad idea indeed."', [None]),
    # other countries' papers
    ('"The opposition has nothing to offer," Congress leader Ramakant Dwivedi said here on Monday.', ["Ramakant Dwivedi"]),
    ('BJP spokesperson Sunita Khandelwal said, "The opposition has nothing to offer."', ["Sunita Khandelwal"]),
    ('"The opposition has nothing to offer," the state chairman of the party, Alhaji Musa Dankwambo, said.', ["Musa Dankwambo"]),
    (
        'Speaking with journalists in Abuja, Chief Emeka Nwosu-Obi said: "The opposition has nothing to offer."',
        ["Emeka Nwosu-Obi"],
    ),
    ('"The opposition has nothing to offer," Labor frontbencher Kerryn Doyle told ABC Radio.', ["Kerryn Doyle"]),
    ('Shadow chancellor Imogen Cartwright said: "The opposition has nothing to offer."', ["Imogen Cartwright"]),
    ('The Conservative MP Rupert Ainscough told the BBC: "The opposition has nothing to offer."', ["Rupert Ainscough"]),
    ("'The opposition has nothing to offer,' Tory peer Lord Ainscough said.", ["Ainscough"]),
    ("“The opposition has nothing to offer,” Deputy President Thabang Molefi said.", ["Thabang Molefi"]),
    ('"The opposition has nothing to offer", Senator Ferreira da Costa said.', ["Ferreira da Costa"]),
    ('"The opposition has nothing to offer", said Prime Minister Park Jin-woo.', ["Park Jin-woo"]),
    ('"The opposition has nothing to offer," Premier Wen Guoliang noted.', ["Wen Guoliang"]),
    ('"The opposition has nothing to offer," Viktor Orekhov said, according to TASS.', ["Viktor Orekhov"]),
    ('TASS quoted Viktor Orekhov as saying: "The opposition has nothing to offer."', ["Viktor Orekhov"]),
    ('"The opposition has nothing to offer," Viktor Orekhov told TASS.', ["Viktor Orekhov"]),
    ('"The opposition has nothing to offer," Interfax quoted Viktor Orekhov as saying.', ["Viktor Orekhov"]),
    (
        'President of the Bar Association Nnamdi Okafor-Eze told newsmen "the opposition has nothing to offer".',
        ["Nnamdi Okafor-Eze"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), DIRECT)
def test_speaker_of_a_quotation(text: str, speakers: list[str | None]) -> None:
    found = [s for s in read(HEAD + text) if s.kind == "direct"]
    assert [s.speaker for s in found] == speakers


REPORTED: list[tuple[str, str, str | None, list[str]]] = [
    # text, kind, person (or None), clauses
    (
        "Oil Minister Hisham Qasrani said prices would rise to 18 dlrs a barrel.",
        "indirect",
        "Hisham Qasrani",
        ["prices would rise to 18 dlrs a barrel"],
    ),
    (
        "Prices would rise to 18 dlrs a barrel, Oil Minister Hisham Qasrani said.",
        "indirect",
        "Hisham Qasrani",
        ["Prices would rise to 18 dlrs a barrel"],
    ),
    (
        "Prices would rise to 18 dlrs a barrel, Oil Minister Hisham Qasrani told reporters in Geneva.",
        "indirect",
        "Hisham Qasrani",
        ["Prices would rise to 18 dlrs a barrel"],
    ),
    ("Hisham Qasrani told reporters on Monday that the accord had held.", "indirect", "Hisham Qasrani", ["the accord had held"]),
    ("Hisham Qasrani said on Monday in Geneva the accord had held.", "indirect", "Hisham Qasrani", ["the accord had held"]),
    (
        "Hisham Qasrani, who flew to Lima, noted that China attaches importance to ties.",
        "indirect",
        "Hisham Qasrani",
        ["China attaches importance to ties"],
    ),
    (
        "Wen Guoliang stressed that the two sides should deepen trust, and added that Beijing is ready to talk.",
        "indirect",
        "Wen Guoliang",
        ["the two sides should deepen trust", "Beijing is ready to talk"],
    ),
    ("Wen Guoliang pointed out that cooperation has borne fruit.", "indirect", "Wen Guoliang", ["cooperation has borne fruit"]),
    (
        "Wen Guoliang said China is willing to buy more farm produce.",
        "indirect",
        "Wen Guoliang",
        ["China is willing to buy more farm produce"],
    ),
    (
        "The talks, Viktor Orekhov said, would resume in Minsk.",
        "indirect",
        "Viktor Orekhov",
        ["The talks ... would resume in Minsk"],
    ),
    (
        "Viktor Orekhov spoke in Minsk. The talks will resume in May, he said.",
        "indirect",
        "Viktor Orekhov",
        ["The talks will resume in May"],
    ),
    ("Viktor Orekhov urged Iran to sign the protocol.", "indirect", "Viktor Orekhov", ["Iran to sign the protocol"]),
    ("Viktor Orekhov called on all parties to show restraint.", "indirect", "Viktor Orekhov", ["all parties to show restraint"]),
    ("Viktor Orekhov called for an immediate ceasefire.", "indirect", "Viktor Orekhov", ["an immediate ceasefire"]),
    (
        "Viktor Orekhov appealed to both sides to return to the table.",
        "indirect",
        "Viktor Orekhov",
        ["both sides to return to the table"],
    ),
    ("Viktor Orekhov accused Norway of breaking the treaty.", "indirect", "Viktor Orekhov", ["Norway of breaking the treaty"]),
    (
        "Viktor Orekhov denied that troops had crossed the border.",
        "indirect",
        "Viktor Orekhov",
        ["troops had crossed the border"],
    ),
    ("Viktor Orekhov expressed the hope that the accord would last.", "indirect", "Viktor Orekhov", ["the accord would last"]),
    (
        "Viktor Orekhov expressed readiness to sign the treaty in May.",
        "indirect",
        "Viktor Orekhov",
        ["readiness to sign the treaty in May"],
    ),
    (
        "Viktor Orekhov voiced concern over the arrests in Lima.",
        "indirect",
        "Viktor Orekhov",
        ["concern over the arrests in Lima"],
    ),
    ("Viktor Orekhov reaffirmed his support for the accord.", "indirect", "Viktor Orekhov", ["his support for the accord"]),
    (
        "Noting that trade had doubled, Viktor Orekhov said further growth was possible.",
        "indirect",
        "Viktor Orekhov",
        ["trade had doubled", "further growth was possible"],
    ),
    (
        "Viktor Orekhov said the plan was dead, adding that Oslo had killed it.",
        "indirect",
        "Viktor Orekhov",
        ["the plan was dead", "Oslo had killed it"],
    ),
    (
        "Turkey's Foreign Ministry said in a statement that the envoy had been recalled.",
        "indirect",
        None,
        ["the envoy had been recalled"],
    ),
    (
        "The envoy has been recalled, the Turkish Foreign Ministry said on Friday.",
        "indirect",
        None,
        ["The envoy has been recalled"],
    ),
    ("Omani officials said the prisoners had landed.", "indirect", None, ["the prisoners had landed"]),
    ("Norway warned that the fish were running out.", "indirect", None, ["the fish were running out"]),
    ("The two ministers said they would meet again in May.", "joint", None, ["they would meet again in May"]),
    ("In a joint statement, the leaders of Peru and Chile called for free elections.", "joint", None, ["free elections"]),
    ("In a joint communique they reaffirmed that borders must not be moved.", "joint", None, ["borders must not be moved"]),
]


@pytest.mark.parametrize(("text", "kind", "person", "clauses"), REPORTED)
def test_reported_clause(text: str, kind: str, person: str | None, clauses: list[str]) -> None:
    found = read(HEAD + text)
    assert [(s.kind, s.speaker, s.text) for s in found] == [(kind, person, clause) for clause in clauses]


SILENT = [
    "Viktor Orekhov pledged to build a bridge.",
    "Viktor Orekhov vowed to sign the accord.",
    "Viktor Orekhov believes the accord will last.",
    "Viktor Orekhov expects the accord to last.",
    "Viktor Orekhov emphasized the importance of trade.",
    "Viktor Orekhov thanked Norway for its help.",
    "Viktor Orekhov welcomed the accord with Norway.",
    "Viktor Orekhov agreed to sign the accord in May.",
    "Viktor Orekhov announced a new fund for railways.",
    "Viktor Orekhov will call on the president of Norway on Sunday.",
    "Viktor Orekhov did not say when the talks would resume.",
    "Because Viktor Orekhov says that fish are scarce, the fleet stayed in port.",
    "Analysts said the talks had failed.",
    "Residents said the bridge had fallen.",
    "Officials said the talks had failed.",
    "The talks had failed, a report said.",
    "Nordvik Airlines said it had bought ten aircraft.",
    "The talks failed, according to Viktor Orekhov.",
    "They signed an accord on sharing the waters of the lake.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_statement(text: str) -> None:
    assert read(HEAD + text) == []


NO_QUOTATION = [
    'The "one river, two banks" principle was praised by Hargrove.',
    'Hargrove met the guests under the slogan "water for all people".',
    'He sang "The Ballad of Lonesome Valley" at the rally.',
    'The so-called "road map" was never drawn.',
    'Dale "The Hammer" Hargrove lost.',
]


@pytest.mark.parametrize("text", NO_QUOTATION)
def test_titles_and_nicknames_are_no_quotations(text: str) -> None:
    assert [s for s in read(HEAD + text) if s.kind == "direct"] == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Viktor Orekhov warned that war was near.", "warns"),
        ("Viktor Orekhov urged Iran to sign the protocol.", "calls_for"),
        ("Viktor Orekhov denied that troops had crossed the border.", "denies"),
        ("Viktor Orekhov said Russia opposes the plan for the Danube.", "opposes"),
        ("Viktor Orekhov expressed support for the plan.", "supports"),
        ("Viktor Orekhov said the plan was being read.", None),
        ('"The plan is a fraud on the people," Viktor Orekhov warned.', "warns"),
        ('Viktor Orekhov called it "a fraud on the whole people".', None),
    ],
)
def test_stance(text: str, stance: str | None) -> None:
    (statement,) = read(HEAD + text)
    assert statement.stance == stance


def test_topics_have_evidence() -> None:
    (statement,) = read(HEAD + "Viktor Orekhov said the gas pipeline and the railway would be closed.")
    assert "gas" in statement.topics
    assert {f"topics/{i}" for i in range(len(statement.topics))} <= {e.field for e in statement.evidence}


def test_a_clause_keeps_the_marks_of_a_few_quoted_words_at_its_end() -> None:
    (found,) = read(HEAD + 'Foreign Minister Ana Teixeira of Portugal said the aim was "quite realistic".')
    assert found.text == 'the aim was "quite realistic"'
