"""Speakers in political news: people without an office in any list, short forms of names, descriptions, pronouns, inverted and
divided attributions. All people are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.document import analyse
from summitdb.extract.statements import extract_statements

HEAD = "Governor's race tightens in the last week|"

# The text ("|" for a paragraph's end) and the speakers of its direct quotations.
CASES: list[tuple[str, list[str | None]]] = [
    # question / exclamation mark then capitalised attribution
    (
        'Dale Hargrove spoke on Monday.|"Who in this room is going to vote?" Marcy Whitlock asked the crowd.',
        ["Marcy Whitlock"],
    ),
    (
        'Dale Hargrove spoke on Monday.|"Who in this room is going to vote?" Toledo Blade analyst Marcy Whitlock '
        "told the Herald before the polls closed.",
        ["Marcy Whitlock"],
    ),
    (
        'Dale Hargrove spoke on Monday.|"Who in this room is going to vote?" Whitlock campaign manager Vince '
        'Tolliver asked. "I know I will be there."',
        ["Vince Tolliver", "Vince Tolliver"],
    ),
    (
        'Dale Hargrove spoke on Monday. Carla Mendes spoke too.|"Lock the doors right now!" Hargrove shouted, to cheers.',
        ["Dale Hargrove"],
    ),
    # an apposition without its second comma, a name behind "one of"
    ('Marcy Whitlock left.|Glen Hollins, the second protester said, "We are barricading this road today."', ["Glen Hollins"]),
    (
        'Marcy Whitlock left.|"They never asked us," said one of the protesters inside, Matt Alman, in a statement.',
        ["Matt Alman"],
    ),
    # a second verb of the same speaker
    (
        'Lowell Press\'s Carla Mendes said the text saw "no attention paid to rivers," and added: "Others should not allow it."',
        ["Carla Mendes", "Carla Mendes"],
    ),
    # who spoke at the end of the last sentence, not whom it was about
    (
        'Peruvian President Tomas Arlen plans to visit Quito, the foreign minister, Hugo Paz, told reporters.|"The visit will be '
        'short," he said.',
        ["Hugo Paz"],
    ),
    (
        'Peruvian President Tomas Arlen plans to visit Quito, Ambassador Luisa Bram said on Monday.|"It is his first visit," '
        "she added.",
        ["Luisa Bram"],
    ),
    # whom "The President" means: who has just been spoken of
    (
        "Peruvian President Tomas Arlen met Ecuadorean President Hugo Paz on Monday. Arlen invited President Paz to Lima.|The "
        'President said the border "will be open again by June."',
        ["Tomas Arlen"],
    ),
    # owner before title
    ('"I would rather lose than win," said Hargrove communications director Jenna Palotti.', ["Jenna Palotti"]),
    ('"I would rather lose than win," Hargrove communications director Jenna Palotti said.', ["Jenna Palotti"]),
    (
        'Dale Hargrove waved.|Hargrove campaign manager Vince Tolliver fired back.|"I would just say we won by two million."',
        ["Vince Tolliver"],
    ),
    ('"I would rather lose than win," said Hargrove aide Jenna Palotti.', ["Jenna Palotti"]),
    ('"I would rather lose than win," said Hargrove supporter Jenna Palotti, 44, of Akron.', ["Jenna Palotti"]),
    # full name uncued, then surname
    (
        "Pressure won’t sway Lacy Pickering, another Indiana superdelegate who backs the governor.|“They were so "
        "nasty, it was unbelievable,” Pickering said.",
        ["Lacy Pickering"],
    ),
    ("Among them was Thornton Gale.|“They were so nasty, it was unbelievable,” Gale said.", ["Thornton Gale"]),
    (
        "The field includes Lacy Johnson and Tyrell Brown.|“They were so nasty, it was unbelievable,” Johnson "
        'said.|"I am not sure about that," Brown said.',
        ["Lacy Johnson", "Tyrell Brown"],
    ),
    ('The seat is held by Xander Voss.|Voss said the bill was "a mess from start to finish."', ["Xander Voss"]),
    # committees
    ("“China is a serious threat to us,” said Armed Services Committee Chairman Milt Rogan.", ["Milt Rogan"]),
    (
        "“China is a serious threat to us,” said House Oversight and Government Reform Committee Chairman Milt Rogan.",
        ["Milt Rogan"],
    ),
    (
        "“China is a serious threat to us,” said Sen. Milt Rogan, the ranking member of the Armed Services Committee.",
        ["Milt Rogan"],
    ),
    ("“China is a serious threat to us,” said Milt Rogan, chairman of the House Ways and Means Committee.", ["Milt Rogan"]),
    (
        "“China is a serious threat to us,” said National Republican Congressional Committee spokesman Milt Rogan.",
        ["Milt Rogan"],
    ),
    ("“China is a serious threat to us,” said Democratic National Committee Chairwoman Donna Brill.", ["Donna Brill"]),
    (
        "“China is a serious threat to us,” said Donna Brill, interim chair of the Democratic National Committee.",
        ["Donna Brill"],
    ),
    # role with a senator
    (
        'Sen. Dale Hargrove and Rep. Carla Mendes spoke.|"We are going to win this thing," the senator said.',
        ["Dale Hargrove"],
    ),
    (
        'Sen. Dale Hargrove and Rep. Carla Mendes spoke.|"We are going to win this thing," the congresswoman said.',
        ["Carla Mendes"],
    ),
    (
        'Gov. Dale Hargrove and Sen. Carla Mendes spoke.|"We are going to win this thing," the governor said.',
        ["Dale Hargrove"],
    ),
    (
        "The senator's campaign manager, Jeff Rowan, put it more bluntly. \"There's no path for him,\" he said.",
        ["Jeff Rowan"],
    ),
    (
        'Sen. Dale Hargrove, a Texas Republican, met Ohio Gov. Carla Mendes.|"We are going to win this thing," '
        "the Texas senator said.",
        ["Dale Hargrove"],
    ),
    (
        'Sen. Dale Hargrove (R-Texas) met Sen. Carl Mendes (D-Ohio).|"We are going to win this thing," the Ohio Democrat said.',
        ["Carl Mendes"],
    ),
    (
        'Sen. Dale Hargrove (R-Texas) met Sen. Carl Mendes (D-Ohio).|"We are going to win this thing," the Texas '
        "Republican said.",
        ["Dale Hargrove"],
    ),
    (
        'Dale Hargrove, the former congressman, met Vince Tolliver.|"We are going to win this thing," the former '
        "congressman said.",
        ["Dale Hargrove"],
    ),
    (
        'Dale Hargrove, a real estate developer, met Vince Tolliver, a lawyer.|"We are going to win this thing," '
        "the developer said.",
        ["Dale Hargrove"],
    ),
    (
        'Former Gov. Dale Hargrove met Vince Tolliver, a lawyer.|"We are going to win this thing," the former governor said.',
        ["Dale Hargrove"],
    ),
    (
        'Dale Hargrove has quit, telling Labour leader Jeremy Cobbold of his decision.|"He will be missed by us '
        'all," the Labour leader said.',
        ["Jeremy Cobbold"],
    ),
    (
        'Norwich South MP Clive Lewin met Labour leader Jeremy Cobbold.|"We are going to win this thing," the '
        "Norwich South MP said.",
        ["Clive Lewin"],
    ),
    (
        'Dale Hargrove faces Carla Mendes on Tuesday. Hargrove was in Akron.|"We are going to win this thing," '
        "his opponent said.",
        ["Carla Mendes"],
    ),
    # asked if
    (
        "Sens. Susan Collard and Lisa Murkett left.|Asked if the bill was in the hands of the parliamentarian, "
        "Murkett quipped, “I think it’s in the hands of the people.”",
        ["Lisa Murkett"],
    ),
    ('When asked by the moderator, Dale Hargrove demurred. "I will look at it at the time," he said.', ["Dale Hargrove"]),
    ('Asked whether she would run, Carla Mendes did not hold back: "I will be on that ballot."', ["Carla Mendes"]),
    ('Carla Mendes spoke with reporters.|Q: Will you run?|A: "I will be on that ballot in November."', ["Carla Mendes"]),
    # participles
    (
        "On Tuesday, former Gov. Dale Hargrove made stops in Toledo, telling a hundred people packed into a gym "
        'that he was "really proud of his wife."',
        ["Dale Hargrove"],
    ),
    ('Dale Hargrove defended the vote, calling it "a good day for the people of Ohio."', ["Dale Hargrove"]),
    ('Dale Hargrove took to Twitter, writing, "We are going to win this thing."', ["Dale Hargrove"]),
    ('Dale Hargrove smiled, adding that "we are going to win this thing."', ["Dale Hargrove"]),
    (
        '"We are going to win this thing," Dale Hargrove said, adding: "Nobody can stop us now."',
        ["Dale Hargrove", "Dale Hargrove"],
    ),
    # marks
    ("\"This is a guy born with a silver spoon,'' Dale Hargrove said in Akron.", ["Dale Hargrove"]),
    ("``This is a guy born with a silver spoon,'' Dale Hargrove said in Akron.", ["Dale Hargrove"]),
    # block
    ('Dale Hargrove issued a statement:|"This is a good day for Ohio.|"It is a good day for America."', ["Dale Hargrove"]),
    ('Dale Hargrove issued the following statement.|"This is a good day for Ohio."', ["Dale Hargrove"]),
    (
        '"This is a good day for Ohio," Hargrove spokesman Vince Tolliver said. "But it is not over."|"We will '
        'fight on to the end," he added.|Mendes\'s campaign fired back.|"He is out of touch with voters," said '
        "spokeswoman Marcy Whitlock.",
        ["Vince Tolliver", "Vince Tolliver", "Vince Tolliver", "Marcy Whitlock"],
    ),
    # couples / they
    (
        'Dale and Betty Hargrove watched from Akron.|"We are going to win this thing," Betty Hargrove said.',
        ["Betty Hargrove"],
    ),
    (
        'Bill Hargrove and his wife, Betty, watched from Akron.|"We are going to win this thing," Betty Hargrove '
        'said.|"I think so too, dear," Bill Hargrove said.',
        ["Betty Hargrove", "Bill Hargrove"],
    ),
    ('Robert F. Kelso Jr. spoke.|"We are going to win this thing," Kelso said.', ["Robert F. Kelso Jr."]),
    ('Ludwig van der Houten spoke.|"We are going to win this thing," van der Houten said.', ["Ludwig van der Houten"]),
    (
        'Alexandria Ocampo-Cortina spoke.|"We are going to win this thing," Ocampo-Cortina said.',
        ["Alexandria Ocampo-Cortina"],
    ),
    ('Debbie Waller Schulman spoke.|"We are going to win this thing," Waller Schulman said.', ["Debbie Waller Schulman"]),
    ('Rep. Beto O’Hara spoke.|"We are going to win this thing," O’Hara said.', ["Beto O’Hara"]),
    ('J.D. Vantour spoke in Ohio.|"We are going to win this thing," Vantour said.', ["J.D. Vantour"]),
    ('Maria "Masha" Petrosyan, the mayor, spoke.|"We are going to win this thing," Petrosyan said.', ["Maria Petrosyan"]),
    ('William "Bill" Weldon spoke.|"We are going to win this thing," Weldon said.', ["William Weldon"]),
    # as X put it, according to, in X's words
    ("\"It's a dog's breakfast from top to bottom,\" as Dale Hargrove put it.", ["Dale Hargrove"]),
    ("As Dale Hargrove put it, \"It's a dog's breakfast from top to bottom.\"", ["Dale Hargrove"]),
    ("In the words of Dale Hargrove, \"It's a dog's breakfast from top to bottom.\"", ["Dale Hargrove"]),
    ("In Dale Hargrove's words, \"It's a dog's breakfast from top to bottom.\"", ["Dale Hargrove"]),
    ('According to Dale Hargrove, the bill is "a dog\'s breakfast from top to bottom."', ["Dale Hargrove"]),
    ('The bill is "a dog\'s breakfast from top to bottom," according to Dale Hargrove, who voted no.', ["Dale Hargrove"]),
    (
        "\"It's a dog's breakfast from top to bottom,\" Dale Hargrove, the Ohio Republican who voted no, said in "
        "an interview with NBC.",
        ["Dale Hargrove"],
    ),
    ('In an interview with NBC, Dale Hargrove called the bill "a dog\'s breakfast from top to bottom."', ["Dale Hargrove"]),
    ('In a tweet, Dale Hargrove called Carla Mendes "the worst candidate we ever had."', ["Dale Hargrove"]),
    ('Dale Hargrove\'s response? "I do not recall that at all."', ["Dale Hargrove"]),
    ('Dale Hargrove was blunt: "I do not recall that at all."', ["Dale Hargrove"]),
    ('Dale Hargrove was blunt. "I do not recall that at all."', ["Dale Hargrove"]),
    ('Dale Hargrove had a message for Carla Mendes: "I do not recall that at all."', ["Dale Hargrove"]),
    (
        'But Dale Hargrove, who leads Carla Mendes by six points, had another view. "I do not recall that at all."',
        ["Dale Hargrove"],
    ),
    ('A reporter asked Dale Hargrove about it. "I do not recall that at all," he replied.', ["Dale Hargrove"]),
    ('Carla Mendes asked Dale Hargrove about it. "I do not recall that at all," he replied.', ["Dale Hargrove"]),
    ('Dale Hargrove was asked about it by Carla Mendes. "I do not recall that at all," came the reply.', ["Dale Hargrove"]),
    ('Dale Hargrove was quoted as saying "I do not recall that at all."', ["Dale Hargrove"]),
    ('"I do not recall that at all," Dale Hargrove was quoted as saying.', ["Dale Hargrove"]),
    ('The Blade quoted Dale Hargrove as saying "I do not recall that at all."', ["Dale Hargrove"]),
    # by statements
    ('The campaign released a statement from Dale Hargrove saying "I do not recall that at all."', ["Dale Hargrove"]),
    (
        'Mr. Hargrove\'s spokesman, Vince Tolliver, declined to comment. "I do not recall that at all," he said.',
        ["Vince Tolliver"],
    ),
    ('"I do not recall that at all," a spokesman for Dale Hargrove said.', [None]),
    ('"I do not recall that at all," Dale Hargrove\'s spokesman said.', [None]),
    ('"I do not recall that at all," the campaign said in a statement.', [None]),
    ('Dale Hargrove spoke.|"I do not recall that at all," one voter said.', [None]),
    ('Dale Hargrove spoke.|"I do not recall that at all," said a senior aide, who was not authorized to speak.', [None]),
    # he with two men: subject
    ('Dale Hargrove attacked Vince Tolliver on Monday.|"I do not recall that at all," he said.', ["Dale Hargrove"]),
    ('Dale Hargrove attacked Carla Mendes on Monday.|"I do not recall that at all," she said.', ["Carla Mendes"]),
    (
        'Carla Mendes, who faces Dale Hargrove, said she would win.|"I do not recall that at all," Mendes said of her rival.',
        ["Carla Mendes"],
    ),
    # titles
    ('Her book, "The Art of the Possible Deal," sold well. Carla Mendes spoke.', []),
    ('Carla Mendes appeared on "Fox News Sunday with Chris" to talk.', []),
    ('Carla Mendes said she was "sorry." She wants "law and order."', []),
    ('The "Lock Her Up Right Now" chants went on. Carla Mendes left.', []),
    # marks of old wires, somebody without a name, several as one
    ("Envoy Carla Mendes met the press. ″We do not discuss letters,″ she said.", ["Carla Mendes"]),
    ("″ I note that the front is quiet , ″ said Carla Mendes .", ["Carla Mendes"]),
    ("``I do not accept excuses,`` Carla Mendes said upon her arrival.", ["Carla Mendes"]),
    ("“ I do not accept any excuses ,” said Carla Mendes.", ["Carla Mendes"]),
    ('Carla Mendes left.|"It is a strange mood," a Whitehall source said.|"There is relief, of course."', [None, None]),
    ('Carla Mendes left. "It was the hour of her life," said a strategist who asked not to be named.', [None]),
    (
        'Carla Mendes left. Her strategist, John Wexler, was more pointed, calling the nominee "a threat to the party of old."',
        ["John Wexler"],
    ),
    (
        'Mr Mendes spoke at Hyde House.|In a speech at Hyde House, the mayor, Carla Mendes, said "I will not run again."',
        ["Carla Mendes"],
    ),
    ('Dale Mendes Jr. spoke. "I will not run again," Mendes Jr. said.', ["Dale Mendes Jr."]),
    (
        'Robin Butterworth spoke. "The state is safe. "It will be safe tomorrow."|"I know it all," he said.',
        ["Robin Butterworth"] * 2,
    ),
    ('The spokesman for the mayor said it was over. "It had to come to this," he said.', [None]),
    ('"I do not know them," the Congress leader said.|Congress leader Adhir Chowdry walked out.', [None]),
    ('Congress leader Adhir Chowdry walked out.|"I do not know them," said the Congress leader.', ["Adhir Chowdry"]),
    (
        'Carla Mendes — whose youth, ambition and skill have drawn praise — offered evidence, saying he would not seek "equal '
        'rights for all of us."',
        ["Carla Mendes"],
    ),
    (
        'Cory Brooker spoke.|Playing off of a quote from Martin Lutherson, he added that "the arc of it bends in the end."',
        ["Cory Brooker"],
    ),
    (
        'Ron Wexler sent a letter to chairman Orrin Hatcher insisting that he send "complete and accurate replies."',
        ["Ron Wexler"],
    ),
    ('Secretary-General Ban Ki-Soon, in a message, said: "It is a day of triumph for all."', ["Ban Ki-Soon"]),
    ('Dale Hargrove lost. One MP first elected in 2019 told the Blade: "It is a substantial vote against him."', [None]),
    ('John Thunder, the Ohio Republican, said it had left "a really bad taste in the mouth."', ["John Thunder"]),
]


@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_speakers(text: str, speakers: list[str | None]) -> None:
    body = (HEAD + text).replace("|", "\n\n")
    found = extract_statements(analyse(make_article(body, "synthetic", published_on=date(2016, 10, 3))))
    assert [statement.speaker for statement in found if statement.kind == "direct"] == speakers


def test_firm_of_a_state() -> None:
    body = 'Report on the harbour\n\n"We will build the port within three years," Kenya Harbour Works said in a statement.'
    statement = extract_statements(analyse(make_article(body, "synthetic", published_on=date(2016, 10, 3))))[-1]
    assert (statement.speaker_country, statement.speaker_organization) == ("KE", "Kenya Harbour Works")
