"""Quotations: all kinds of marks, nested, interrupted, over paragraphs, unbalanced, and apostrophes that are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitdb.text.quotations import Quotation, find_quotations, is_scare


def quoted(body: str, level: int | None = 0) -> list[str]:
    return [body[q.start : q.end] for q in find_quotations(body) if level is None or q.level == level]


ONE_LEVEL = [
    # Straight marks.
    ('"We ask for tools," the minister said.', ["We ask for tools,"]),
    ('He called it "irreversible".', ["irreversible"]),
    ('"It is short," said Tejada, "and cleared."', ["It is short,", "and cleared."]),
    ('He said: "We will go. We will win. Nobody stops us."', ["We will go. We will win. Nobody stops us."]),
    ('The ("provisional") deal', ["provisional"]),
    ('talks—"frank and open"—ended', ["frank and open"]),
    ('talks -"frank and open"- ended', ["frank and open"]),
    ('a "go"/"no go" list', ["go", "no go"]),
    ('"...and so it ended," he said.', ["...and so it ended,"]),
    ('"$5 million is enough," he said.', ["$5 million is enough,"]),
    ('"[We] agreed," he said.', ["[We] agreed,"]),
    ('"Yes"he said, without a space.', ["Yes"]),
    ('" We will go there " he said.', ["We will go there"]),
    ('" We will go there, " he said, " and back. "', ["We will go there,", "and back."]),
    ('He said "no". She said "yes". They said "maybe"!', ["no", "yes", "maybe"]),
    ('"Why?" she asked. "Because of the war!"', ["Why?", "Because of the war!"]),
    ('They signed the "Baku-Tbilisi" deal, the "Ankara-Kars" deal', ["Baku-Tbilisi", "Ankara-Kars"]),
    # Curly marks.
    ("“Children laugh at the goose,” he said. “All do.”", ["Children laugh at the goose,", "All do."]),
    ("a “dialogue partner” of the “Shanghai Five”", ["dialogue partner", "Shanghai Five"]),
    ("He said, “We will go”—and went.", ["We will go"]),
    ("“Opened curly, closed straight,\" he said.", ["Opened curly, closed straight,"]),
    ("\"Opened straight, closed curly,” he said.", ["Opened straight, closed curly,"]),
    ("“Typed with the wrong mark,“ he said.", ["Typed with the wrong mark,"]),
    ("”Swedish marks everywhere,” he said.", ["Swedish marks everywhere,"]),
    # Wires.
    ("``They did not speak,'' he said. ``They nodded.''", ["They did not speak,", "They nodded."]),
    ("described it as ``warm'', she said", ["warm"]),
    ("''We shall see,'' he told reporters. ''Soon.''", ["We shall see,", "Soon."]),
    ("``Opened as a wire does,\" he said.", ["Opened as a wire does,"]),
    # Guillemets and low marks.
    ("«Nous irons», he said. « Demain matin », she said.", ["Nous irons", "Demain matin"]),
    ("»Wir gehen«, he said. »Morgen«, she said.", ["Wir gehen", "Morgen"]),
    ("„Wir gehen“, he said. „Morgen”, she said.", ["Wir gehen", "Morgen"]),
    ("„Wir gehen\" and ‹bald›, he said.", ["Wir gehen", "bald"]),
    ("»Vi går», he said.", ["Vi går"]),
    # Single marks as outer ones.
    ("'We will not go,' he said. 'Not today.'", ["We will not go,", "Not today."]),
    ("‘We will not go,’ he said. ‘Not today.’", ["We will not go,", "Not today."]),
    ("'Not a quarrel'", ["Not a quarrel"]),
    ("puts military in 'quasi-state of war'", ["quasi-state of war"]),
    ("‘Do not touch the drivers’ rights,’ he said.", ["Do not touch the drivers’ rights,"]),
    ("'Do not touch the drivers' rights,' he said.", ["Do not touch the drivers' rights,"]),
    ("'It's O'Brien's and the farmers' day,' said d'Estaing.", ["It's O'Brien's and the farmers' day,"]),
    ("the 'war games' exercise", ["war games"]),
    ("the 'war games' exercise was 'over'.", ["war games", "over"]),
    ("'The '90s are over,' he said.", ["The '90s are over,"]),
    ("'We love rock 'n' roll,' he said.", ["We love rock 'n' roll,"]),
    ("'Ali is my friend,' he said.", ["Ali is my friend,"]),
    ("'Fine' was all he said; 'fine' twice.", ["Fine", "fine"]),
    ("`We shall go,' he said.", ["We shall go,"]),
    ("‚Nein‘, he said.", ["Nein"]),
    ("he called it a 'threat', a 'crime'; and 'war'", ["threat", "crime", "war"]),
    # No quotations at all.
    ("The drivers' rights and the farmers' union.", []),
    ("the dons' and the drivers' pay", []),
    ("Guns N' Roses and rock 'n' roll in the '90s", []),
    ("rock ’n’ roll in the ’90s and the ’80s’ end", []),
    ("Valéry Giscard d'Estaing, O'Brien, N'Djamena, Sana'a and Hawai‘i", []),
    ("Tupou VI of Tonga met the people of Ha‘apai and ‘Eua island", []),
    ("Prince 'Abd al-Rahman met 'Ali 'Abdullah Saleh", []),
    ("‘Abd al-Karim Qasim’s house", []),
    ("the class of '68, the spring of '89 and 'em all", []),
    ("Kenya's, Peru's and the two states' own", []),
    ("in three years' time and two weeks' notice", []),
    ("goin' home and singin' songs o' the sea", []),
    ("He stood 5'10\" tall beside a 12\" pipe.", []),
    ("a 6'2\" man and a 5'1\" woman", []),
    ("Cote d' Ivoire and Cote d'Ivoire", []),
    ("A stray \" mark alone", []),
    ("A stray closing mark.\" He left.", []),
    ("A stray closing mark.” He left.", []),
    ("empty \"\" and “ ” and '' marks", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ONE_LEVEL, ids=range(len(ONE_LEVEL)))
def test_quoted_words(body: str, expected: list[str]) -> None:
    assert quoted(body) == expected
    assert quoted(body, 1) == []


NESTED = [
    ("\"They told me, 'You want us back,'\" he said.", ["They told me, 'You want us back,'"], ["You want us back,"]),
    ("“He said, ‘I sign when he stops,’” she said.", ["He said, ‘I sign when he stops,’"], ["I sign when he stops,"]),
    ("“The drivers’ rights are ‘sacred’ to us,” he said.", ["The drivers’ rights are ‘sacred’ to us,"], ["sacred"]),
    ("‘He said “go away” and left,’ she said.", ["He said “go away” and left,"], ["go away"]),
    ("'He said \"go away\" and left,' she said.", ["He said \"go away\" and left,"], ["go away"]),
    ("“He said “go away” and left,” she said.", ["He said “go away” and left,"], ["go away"]),
    ("\"He told me \"go away\" and left,\" she said.", ["He told me \"go away\" and left,"], ["go away"]),
    ("“We \"never\" agreed,” he said.", ["We \"never\" agreed,"], ["never"]),
    ("„Er sagte ‚nein‘ und ging“, he said.", ["Er sagte ‚nein‘ und ging"], ["nein"]),
    ("«Il a dit ‹non› hier», he said.", ["Il a dit ‹non› hier"], ["non"]),
    ("``He said `no' to us,'' she said.", ["He said `no' to us,"], ["no"]),
    ("\"The 'Big Two' and 'Five',\" he said.", ["The 'Big Two' and 'Five',"], ["Big Two", "Five"]),
    ("\"In the '90s the drivers' union struck,\" he said.", ["In the '90s the drivers' union struck,"], []),
    ("\"A 12\" pipe will do,\" he said.", ["A 12\" pipe will do,"], []),
    ("\"He's 5'10\" and strong,\" he said.", ["He's 5'10\" and strong,"], []),
    ("\"'Peace' is a word,\" he said.", ["'Peace' is a word,"], ["Peace"]),
    ("He called it \"a 'great' day\".", ["a 'great' day"], ["great"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "outer", "inner"), NESTED, ids=range(len(NESTED)))
def test_nested_quotations(body: str, outer: list[str], inner: list[str]) -> None:
    assert quoted(body) == outer
    assert quoted(body, 1) == inner


def flags(body: str) -> list[tuple[str, bool, bool]]:
    return [(body[q.start : q.end], q.continues, q.closed) for q in find_quotations(body) if q.level == 0]


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("“", "”"), ("``", "''"), ("«", "»"), ("„", "“"), ("'", "'"), ("‘", "’")]
)
def test_a_quotation_goes_on_where_the_next_paragraph_repeats_its_mark(opening: str, closing: str) -> None:
    talk = f"{opening}First we talk.\n\n{opening}Then we walk.\n\n"
    body = f"{talk}{opening}Then we sign,{closing} he said.\n\n{opening}Now{closing} it ends."
    assert flags(body) == [
        ("First we talk.", True, False),
        ("Then we walk.", True, False),
        ("Then we sign,", False, True),
        ("Now", False, True),
    ]


def test_a_quotation_that_starts_after_its_attribution_goes_on() -> None:
    body = 'The premier said: "We shall build. We shall trade.\n\n"And we shall be friends."\n\nHe left.'
    assert flags(body) == [("We shall build. We shall trade.", True, False), ("And we shall be friends.", False, True)]


def test_a_quotation_goes_on_without_a_repeated_mark() -> None:
    body = "“We shall build.\n\nWe shall trade,” he said. “And more.”"
    assert flags(body) == [
        ("We shall build.", True, False),
        ("We shall trade,", False, True),
        ("And more.", False, True),
    ]


def test_closed_paragraphs_do_not_continue() -> None:
    body = '"We shall build."\n\n"We shall trade," he said.'
    assert flags(body) == [("We shall build.", False, True), ("We shall trade,", False, True)]


def test_nesting_inside_a_continued_quotation() -> None:
    body = "“He told me ‘no’ twice.\n\n“I told him ‘yes’ once,” she said."
    assert flags(body) == [("He told me ‘no’ twice.", True, False), ("I told him ‘yes’ once,", False, True)]
    assert quoted(body, 1) == ["no", "yes"]


def test_a_mark_never_closed_runs_to_the_end_of_its_paragraph() -> None:
    body = 'He said: "We shall never give up.\n\nThe talks ended. "Fine," she said.'
    assert flags(body) == [("We shall never give up.", False, False), ("Fine,", False, True)]


@pytest.mark.parametrize(
    "body",
    [
        'a 12 " pipe and no more',
        'He said "We shall never give up\n\nThe end of it all.',
        "‘Eua and ‘Abd are names, and so they say.",
    ],
)
def test_an_implausible_open_mark_is_no_quotation(body: str) -> None:
    assert quoted(body) == []


def test_an_open_mark_before_another_one_gives_way() -> None:
    assert quoted('"We go, he said. "But not now," he added.') == ["But not now,"]
    assert quoted("“We go, he said. “But not now,” he added.") == ["But not now,"]


def test_marks_do_not_pair_across_paragraphs() -> None:
    assert quoted("The 'first\n\npart' of it") == []
    assert quoted('He saw 12" pipes.\n\nShe said "no" to him.') == ["no"]


def test_outer_offsets_hold_the_marks() -> None:
    body = "He said: ``We go. '' Then left."
    (found,) = find_quotations(body)
    assert body[found.outer_start : found.outer_end] == "``We go. ''"
    assert body[found.start : found.end] == "We go."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dialogue partner", True),
        ("month by month", True),
        ("a well-meant, much-discussed plan's", False),
        ("it's O'Brien's plan-B", True),
        ("We ask for tools", False),
        ("1,000 or 1.5 percent", False),
        ("— … !", True),
    ],
)
def test_scare_quotes_have_fewer_than_four_words(words: str, expected: bool) -> None:
    body = f"It is “{words}”, he said."
    (found,) = find_quotations(body)
    assert is_scare(body, found) is expected


def test_a_part_that_goes_on_is_no_scare_quote() -> None:
    body = '"We go.\n\n"Then we stay there," he said.'
    assert not is_scare(body, find_quotations(body)[0])


MARKS = st.text(alphabet=st.sampled_from(list("\"'“”‘’„‚«»‹›` \n\n.,s9aA—(")), max_size=120)


@given(st.one_of(st.text(max_size=200), MARKS))
def test_any_text_gives_well_formed_quotations(body: str) -> None:
    found = find_quotations(body)
    assert found == sorted(found, key=lambda q: (q.outer_start, -q.outer_end))
    around: list[Quotation] = []
    for q in found:
        assert 0 <= q.outer_start <= q.start < q.end <= q.outer_end <= len(body)
        assert body[q.start : q.end] == body[q.start : q.end].strip()
        assert "\n\n" not in body[q.outer_start : q.outer_end].strip("\n")
        while around and around[-1].outer_end <= q.outer_start:
            around.pop()
        assert q.level == len(around)
        assert not around or q.outer_end <= around[-1].outer_end
        assert not (q.closed and q.continues)
        around.append(q)


@pytest.mark.parametrize("piece", ['"', "'", "“", "‘", "`", " '", "s'", " ' ", '"a', "'n ", "“a» ", "“‘", "\n\n“a.", "a\n\n'b."])
def test_time_is_linear_in_length(piece: str) -> None:
    def seconds(times: int) -> float:
        body = piece * times
        return min(_timed(body) for _ in range(3))

    def _timed(body: str) -> float:
        start = time.process_time()
        find_quotations(body)
        return time.process_time() - start

    # Quadratic work would take a hundred times as long.
    assert seconds(20_000) < 40 * seconds(2_000) + 0.05


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('They signed the "Framework Treaty on Fishing Rights" here.', True),
        ('It is entitled "Fishing for Peace and Prosperity" and sells well.', True),
        ('They signed the "Joint Fishing Agreement on the division of quotas" here.', True),
        ('He said "Framework Treaties Are Never Enough" here.', False),
        ('He spoke of the "framework that nobody wanted" here.', False),
        ('She read: "Fishing Rights For Everybody."', False),
    ],
)
def test_titles_are_nobodys_words(body: str, expected: bool) -> None:
    assert is_scare(body, find_quotations(body)[0]) is expected
