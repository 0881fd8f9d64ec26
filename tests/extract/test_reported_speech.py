"""Reported clauses as agencies write them: speakers behind the clause with all that belongs to them, offices, ministries, "it".
All people are invented."""

from __future__ import annotations

from datetime import date

import pytest

from summitdb.articles.reader import make_article
from summitdb.extract.document import analyse
from summitdb.extract.statements import extract_statements
from summitdb.records import Statement


def read(text: str) -> list[Statement]:
    body = "Talks on the river begin|".replace("|", "\n\n") + text.replace("|", "\n\n")
    return extract_statements(analyse(make_article(body, "synthetic", published_on=date(2016, 10, 3))))


# The text, then speaker, state and organization, then the clauses of the last rows of that speaker.
CASES: list[tuple[str, tuple[str | None, str | None, str | None], list[str]]] = [
    # the speaker behind the clause, with what belongs to him
    (
        "The bloc is weighing five applications, Rashid Olim, secretary general of the Red Crescent, told a news agency.",
        ("Rashid Olim", None, None),
        ["The bloc is weighing five applications"],
    ),
    (
        "MANILA, Oct 3 - The two states have agreed to dredge the river, the Department of Foreign Affairs (DFA) said Wednesday.",
        (None, "PH", "Department of Foreign Affairs"),
        ["The two states have agreed to dredge the river"],
    ),
    (
        "The envoy presented his credentials on Tuesday, a Foreign Ministry statement said.",
        (None, None, "Foreign Ministry"),
        ["The envoy presented his credentials on Tuesday"],
    ),
    (
        "Poland's loan was signed in Lima, Poland's Ministry of Energy officials said.",
        (None, "PL", "Poland's Ministry of Energy"),
        ["Poland's loan was signed in Lima"],
    ),
    (
        "China will also study the application, Li Huairen pledged.",
        ("Li Huairen", None, None),
        ["China will also study the application"],
    ),
    ("But weak sales hurt results badly, Nuria Sastre said.", ("Nuria Sastre", None, None), ["weak sales hurt results badly"]),
    # verbs that no list has
    (
        "Nuria Sastre said Monday the cuts pose no risk to anyone.",
        ("Nuria Sastre", None, None),
        ["the cuts pose no risk to anyone"],
    ),
    (
        "Nuria Sastre said the decision to meet followed lengthy consultations.",
        ("Nuria Sastre", None, None),
        ["the decision to meet followed lengthy consultations"],
    ),
    (
        "Nuria Sastre said the summit, which had been put off because of a dispute over fish, could prove a turning point.",
        ("Nuria Sastre", None, None),
        ["the summit, which had been put off because of a dispute over fish, could prove a turning point"],
    ),
    # ministries and leaders that go on
    (
        "Norway's Foreign Ministry said the envoy had been recalled. The embassy would stay open, it said.",
        (None, "NO", "Norway's Foreign Ministry"),
        ["the envoy had been recalled", "The embassy would stay open"],
    ),
    (
        "The Finance Minister said he would call his counterparts.",
        (None, None, None),
        ["he would call his counterparts"],
    ),
    (
        "Viktor Orekhov arrived in Lima on Monday. The Transport Minister said the line would be open in May.",
        ("Viktor Orekhov", None, None),
        ["the line would be open in May"],
    ),
    # "to" and a verb of speech
    (
        "Viktor Orekhov went so far as to warn that the bloc might break up.",
        ("Viktor Orekhov", None, None),
        ["the bloc might break up"],
    ),
    ("Viktor Orekhov went on to say that the bloc might break up.", ("Viktor Orekhov", None, None), ["the bloc might break up"]),
    # a comma behind "said"; prefixes; a variant of a name
    (
        "Viktor Orekhov said, the two ministers had agreed to meet again.",
        ("Viktor Orekhov", None, None),
        ["the two ministers had agreed to meet again"],
    ),
    (
        "Lima: Terming the visit an honour, Viktor Orekhov on Monday said that ties were firm.",
        ("Viktor Orekhov", None, None),
        ["ties were firm"],
    ),
    (
        "Norway received Viktor Orekhov. Orekhof commended Peru, adding that inaction had made things worse.",
        ("Viktor Orekhov", None, None),
        ["inaction had made things worse"],
    ),
    (
        "The Sandoval government in Lima said rebel forces attacked two towns on Sunday.",
        (None, "PE", "government in Lima"),
        ["rebel forces attacked two towns on Sunday"],
    ),
    (
        "A statement from the Ministry of Foreign Affairs and International Trade last night said the talks were over.",
        (None, None, "Ministry of Foreign Affairs and International Trade"),
        ["the talks were over"],
    ),
    (
        "Envoy Mr Julio Do Santos met Ion Balan. Speaking after meeting Mr Balan, Mr Do Santos said he was in Lima to listen.",
        ("Julio Do Santos", None, None),
        ["he was in Lima to listen"],
    ),
    # datelines with a full stop; adverbials in a row; institutions of institutions
    (
        "BISHKEK. Sept 6 (Interfax) - The companies will sign the accords in May, Kyrgyz Prime Minister Sapar Isakbek said.",
        ("Sapar Isakbek", None, None),
        ["The companies will sign the accords in May"],
    ),
    (
        "On Monday, in Lima, following the talks, they oversaw the signing, Peru's presidential press service said.",
        (None, "PE", "Peru's presidential press service"),
        ["On Monday, in Lima, following the talks, they oversaw the signing"],
    ),
    (
        "The border is open, the Kyrgyz Government's press service reported.",
        (None, "KG", "Kyrgyz Government"),
        ["The border is open"],
    ),
    (
        "Prime Minister of Peru Luis Sandoval came. The head of the Peruvian government said the border was open.",
        ("Luis Sandoval", None, None),
        ["the border was open"],
    ),
    (
        'Luis Sandoval said the talks had been held in a "warm" mood on Sunday, with "good progress on all the issues."',
        ("Luis Sandoval", None, None),
        ['the talks had been held in a "warm" mood on Sunday'],
    ),
    (
        "MANILA, Oct 3 - The Department of Foreign Affairs (DFA) welcomed the vote. The DFA said the river was open.",
        (None, "PH", "Department of Foreign Affairs"),
        ["the river was open"],
    ),
    # "that" is no part of an office; two as the subject of what is said; "they" are the leaders
    (
        "Viktor Orekhov said Friday that President Ion Balan will hold talks.",
        ("Viktor Orekhov", None, None),
        ["President Ion Balan will hold talks"],
    ),
    (
        "Viktor Orekhov said today he and Secretary of State Ion Balan agreed to meet.",
        ("Viktor Orekhov", None, None),
        ["he and Secretary of State Ion Balan agreed to meet"],
    ),
    # circumstances
    (
        "Viktor Orekhov said in remarks published in the daily Al-Manar there were no plans to meet.",
        ("Viktor Orekhov", None, None),
        ["there were no plans to meet"],
    ),
    (
        "Viktor Orekhov expressed satisfaction that the bridge was open.",
        ("Viktor Orekhov", None, None),
        ["the bridge was open"],
    ),
    (
        "Viktor Orekhov expressed hope that Peru will share its experience, as they agreed to meet again.",
        ("Viktor Orekhov", None, None),
        ["Peru will share its experience"],
    ),
    # verbs without an object, asides, second clauses
    (
        "Viktor Orekhov said the two-hour talks in Lima ended in failure.",
        ("Viktor Orekhov", None, None),
        ["the two-hour talks in Lima ended in failure"],
    ),
    (
        "Viktor Orekhov said Chad supports the new attempt.",
        ("Viktor Orekhov", None, None),
        ["Chad supports the new attempt"],
    ),
    (
        "Viktor Orekhov said, however, he would return to Lima.",
        ("Viktor Orekhov", None, None),
        ["he would return to Lima"],
    ),
    (
        'Viktor Orekhov said the closures posed no threat to trade, but that he wanted a "frank and early answer".',
        ("Viktor Orekhov", None, None),
        ["the closures posed no threat to trade"],
    ),
    (
        'Viktor Orekhov said that because they had lost their farm, they were leaving and their spirits were "as low as ever".',
        ("Viktor Orekhov", None, None),
        ["because they had lost their farm, they were leaving"],
    ),
    (
        'Viktor Orekhov said Norway had signed only papers that "will be dropped before the summer".',
        ("Viktor Orekhov", None, None),
        ["Norway had signed only papers"],
    ),
    (
        "Viktor Orekhov left Lima. At the same time, he continued, it is necessary to keep the border safe.",
        ("Viktor Orekhov", None, None),
        ["it is necessary to keep the border safe"],
    ),
    (
        "Viktor Orekhov, who warned that the border was not safe, had left Lima.",
        ("Viktor Orekhov", None, None),
        ["the border was not safe"],
    ),
    (
        "Viktor Orekhov left Lima. But, he recalled, the border had been safe before.",
        ("Viktor Orekhov", None, None),
        ["the border had been safe before"],
    ),
    (
        "Viktor Orekhov did not rule out that the dispute could be resolved in court.",
        ("Viktor Orekhov", None, None),
        ["the dispute could be resolved in court"],
    ),
    (
        "Viktor Orekhov held a press conference to announce that the border would open.",
        ("Viktor Orekhov", None, None),
        ["the border would open"],
    ),
    (
        "Viktor Orekhov said at a Lima hotel it was perhaps sad that the line was shut.",
        ("Viktor Orekhov", None, None),
        ["it was perhaps sad that the line was shut"],
    ),
    (
        "Viktor Orekhov made a call in which he urged Norway to open the border.",
        ("Viktor Orekhov", None, None),
        ["Norway to open the border"],
    ),
    (
        "Viktor Orekhov reaffirmed the firm and lasting support of Peru for the line.",
        ("Viktor Orekhov", None, None),
        ["firm and lasting support of Peru for the line"],
    ),
    (
        "Viktor Orekhov said the arrival of tanks signified that Chad was not alone.",
        ("Viktor Orekhov", None, None),
        ["the arrival of tanks signified that Chad was not alone"],
    ),
    # contracted negations
    (
        "Viktor Orekhov said Chad wasn't ready. Viktor Orekhov said Chad won’t open the border.",
        ("Viktor Orekhov", None, None),
        ["Chad wasn't ready", "Chad won’t open the border"],
    ),
    # movements
    (
        "Hamas issued a statement after the talks saying the truce is not enough.",
        (None, "PS", "Hamas"),
        ["the truce is not enough"],
    ),
    # who they are, and who speaks for somebody
    (
        "Norwegian police said they had arrested five people. They also said all had been identified.",
        (None, "NO", "Norwegian police"),
        ["they had arrested five people", "all had been identified"],
    ),
    (
        "Viktor Orekhov left. A Norwegian Foreign Ministry official said Oslo would wait. It is patient, said the official.",
        (None, "NO", None),
        ["Oslo would wait", "It is patient"],
    ),
    (
        "Peruvian President Adan Cordillo left. A spokesman for Cordillo said the sides had met.",
        (None, "PE", None),
        ["the sides had met"],
    ),
    (
        "Viktor Orekhov of Lowell University's Harbour and Fisheries Center said that catches have been falling.",
        ("Viktor Orekhov", None, None),
        ["catches have been falling"],
    ),
    (
        "Viktor Orekhov said last week he supported the plan, but Oslo has again signalled it wants more.",
        (None, "NO", None),
        ["it wants more"],
    ),
]


@pytest.mark.parametrize(("text", "speaker", "clauses"), CASES)
def test_reported_speech(text: str, speaker: tuple[str | None, str | None, str | None], clauses: list[str]) -> None:
    found = [s for s in read(text) if s.kind == "indirect"]
    whose = [(s.speaker, None if s.speaker else s.speaker_country, None if s.speaker else s.speaker_organization) for s in found]
    rows = [s.text for s, known in zip(found, whose, strict=True) if known == speaker]
    assert rows == clauses, [(s.text, known) for s, known in zip(found, whose, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway later proposed Sweden as a neutral venue and Finland has agreed to the request.",
        "Viktor Orekhov underlined the importance of ties between Gulf states.",
        "Viktor Orekhov repeated his offer of holding talks with Norway.",
        "Viktor Orekhov expressed scepticism about closer union.",
        "Norway has denied any hand in the closure of the port.",
        "Muddy tents stood at the military post as Orekhov waited.",
        "The border is likely to be opened in May, the news agency reported.",
        "The news agency, also citing unnamed sources, said Norway had agreed.",
        "Viktor Orekhov, who announced the accord at the closing session, had brought the two together twice.",
    ],
)
def test_no_reported_speech(text: str) -> None:
    assert [s.text for s in read(text)] == []


def test_two_persons_speak_as_one() -> None:
    found = read("Viktor Orekhov and Ion Balan called for a fruitful continuation of the talks.")
    assert [(s.kind, s.speaker, s.text) for s in found] == [("joint", None, "a fruitful continuation of the talks")]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Premier Ion Balan and the President of Peru stated that nobody can halt the line.",
            "nobody can halt the line",
        ),
        ("The Malian and Chadian Governments have asked officials to finalise a text.", "officials to finalise a text"),
    ],
)
def test_an_office_and_governments_speak_as_one(text: str, clause: str) -> None:
    assert [(s.kind, s.speaker, s.text) for s in read(text)] == [("joint", None, clause)]


def test_they_are_the_leaders_of_the_last_sentence() -> None:
    found = read("The leaders held official talks. They noted that trade has grown.")
    assert [(s.kind, s.speaker, s.text) for s in found] == [("joint", None, "trade has grown")]
