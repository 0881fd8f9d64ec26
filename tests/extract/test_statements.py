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
    ("Dale Hargrove told supporters that \"we are going to win this thing.\"", ["Dale Hargrove"]),
    ('"We are going to win this thing," Hargrove spokeswoman Marcy Whitlock said in an email.', ["Marcy Whitlock"]),
    ('"We are going to win this thing," said Marcy Whitlock, a spokeswoman for Mr. Hargrove.', ["Marcy Whitlock"]),
    ('"We are going to win this thing," Marcy Whitlock, a spokeswoman for Dale Hargrove, said in a statement.', ["Marcy Whitlock"]),
    ('"He never had a chance here," said Peter Lindqvist, who has polled the state for thirty years.', ["Peter Lindqvist"]),
    ('Peter Lindqvist, who has polled the state for thirty years, said: "He never had a chance here."', ["Peter Lindqvist"]),
    ('Marcy Whitlock, Mr. Hargrove\'s campaign manager, told CNN on Sunday that the ad was "a desperate attempt to change the subject."', ["Marcy Whitlock"]),
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
    ('Dale Hargrove, a Republican, spoke in Toledo.|"We are going to win this thing," the Ohio Republican said.', ["Dale Hargrove"]),
    ('Dale Hargrove spoke in Toledo.|"We are going to win this thing," the billionaire boasted.', ["Dale Hargrove"]),
    ('Dale Hargrove spoke in Toledo.|"We are going to win this thing," the real estate mogul tweeted.', ["Dale Hargrove"]),
    ('Mayor Ottoline Brack and her husband, Hugo Brack, campaigned.|"We are going to win this thing," Mrs. Brack said.', ["Ottoline Brack"]),
    ('Mayor Ottoline Brack and her husband, Hugo Brack, campaigned.|"We are going to win this thing," Mr. Brack said.', ["Hugo Brack"]),
    # interrupted, continued, several in a sentence
    ('"We are going," Dale Hargrove said, "to win this thing in Ohio."', ["Dale Hargrove"]),
    ('"We are going to win," Dale Hargrove said. "We are going to win this thing in Ohio."', ["Dale Hargrove", "Dale Hargrove"]),
    ('"We are going to win," Dale Hargrove said, adding, "They know it in Ohio."', ["Dale Hargrove", "Dale Hargrove"]),
    ('"We are going to win," Dale Hargrove said, while Carla Mendes replied, "Not in my state, sir."', ["Dale Hargrove", "Carla Mendes"]),
    ('"We are going to win," said Dale Hargrove.|"That is what he thinks," said Carla Mendes.', ["Dale Hargrove", "Carla Mendes"]),
    ('Dale Hargrove said he was ready. "We are going to win this thing."', ["Dale Hargrove"]),
    ('Dale Hargrove said he was ready.|"We are going to win this thing. We really are."', ["Dale Hargrove"]),
    ('Dale Hargrove was defiant.|"We are going to win this thing.|"We really are, you know," he said.', ["Dale Hargrove"]),
    ('"We are going to win this thing," Dale Hargrove said.|"They know it in Ohio and they know it in Maine."', ["Dale Hargrove", "Dale Hargrove"]),
    ('"We are going to win this thing," Dale Hargrove said.|The crowd cheered.|"They know it in Ohio," he went on.', ["Dale Hargrove", "Dale Hargrove"]),
    ('"We should never have signed," Carla Mendes said of the deal that Dale Hargrove made.', ["Carla Mendes"]),
    ('Dale Hargrove called Carla Mendes "the worst thing to happen to Ohio".', ["Dale Hargrove"]),
    ('Dale Hargrove described the plan as "the worst thing to happen to Ohio."', ["Dale Hargrove"]),
    ('Dale Hargrove dismissed the report, calling it "the worst thing to happen to Ohio."', ["Dale Hargrove"]),
    ('Asked about the report, Dale Hargrove replied, "I have never read it."', ["Dale Hargrove"]),
    ('"I have never read it," Dale Hargrove replied when asked about the report by Carla Mendes.', ["Dale Hargrove"]),
    ('When Carla Mendes asked about the report, Dale Hargrove said, "I have never read it."', ["Dale Hargrove"]),
    ('"I have never read it," replied Dale Hargrove.', ["Dale Hargrove"]),
    ('"Why have you never read it?" asked Carla Mendes.|"I had no time at all," Dale Hargrove answered.', ["Carla Mendes", "Dale Hargrove"]),
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
    ('Dale Hargrove argued Tuesday on Fox News that the plan was "a very bad idea indeed," and that Congress should stop it.', ["Dale Hargrove"]),
    ('Dale Hargrove sounded weary. "It is," he said, pausing, "a very bad idea indeed."', ["Dale Hargrove"]),
    ('But Dale Hargrove, speaking to reporters after the debate in Toledo, insisted: "It is a very bad idea."', ["Dale Hargrove"]),
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
    ('Speaking with journalists in Abuja, Chief Emeka Nwosu-Obi said: "The opposition has nothing to offer."', ["Emeka Nwosu-Obi"]),
    ('"The opposition has nothing to offer," Labor frontbencher Kerryn Doyle told ABC Radio.', ["Kerryn Doyle"]),
    ('Shadow chancellor Imogen Cartwright said: "The opposition has nothing to offer."', ["Imogen Cartwright"]),
    ('The Conservative MP Rupert Ainscough told the BBC: "The opposition has nothing to offer."', ["Rupert Ainscough"]),
    ("'The opposition has nothing to offer,' Tory peer Lord Ainscough said.", ["Ainscough"]),
    ('“The opposition has nothing to offer,” Deputy President Thabang Molefi said.', ["Thabang Molefi"]),
    ('"The opposition has nothing to offer", Senator Ferreira da Costa said.', ["Ferreira da Costa"]),
    ('"The opposition has nothing to offer", said Prime Minister Park Jin-woo.', ["Park Jin-woo"]),
    ('"The opposition has nothing to offer," Premier Wen Guoliang noted.', ["Wen Guoliang"]),
    ('"The opposition has nothing to offer," Viktor Orekhov said, according to TASS.', ["Viktor Orekhov"]),
    ('TASS quoted Viktor Orekhov as saying: "The opposition has nothing to offer."', ["Viktor Orekhov"]),
    ('"The opposition has nothing to offer," Viktor Orekhov told TASS.', ["Viktor Orekhov"]),
    ('"The opposition has nothing to offer," Interfax quoted Viktor Orekhov as saying.', ["Viktor Orekhov"]),
    ('President of the Bar Association Nnamdi Okafor-Eze told newsmen "the opposition has nothing to offer".', ["Nnamdi Okafor-Eze"]),
]


@pytest.mark.parametrize(("text", "speakers"), DIRECT)
def test_speaker_of_a_quotation(text: str, speakers: list[str | None]) -> None:
    found = [s for s in read(HEAD + text) if s.kind == "direct"]
    assert [s.speaker for s in found] == speakers
