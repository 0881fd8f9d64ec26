from hypothesis import example, given
from hypothesis import strategies as st

from summitdb.articles.normalise import normalise, one_line

WIRE = """SOUTH ISLAND TO LEND NORTH ISLAND 150 MLN DLRS
    PORT EAST, Sept 15 - South Island will lend North Island
150 mln dlrs to build a container terminal at Harbour under an
accord signed here today, its finance minister said.
    The accord is the largest yet made under the Fund, which
was set up in June.
"""


def test_an_indented_wire_text_becomes_paragraphs() -> None:
    title, lead, last = normalise(WIRE).split("\n\n")
    assert title == "SOUTH ISLAND TO LEND NORTH ISLAND 150 MLN DLRS"
    assert lead.startswith("PORT EAST, Sept 15 - South Island will lend North Island 150 mln dlrs to build")
    assert lead.endswith("under an accord signed here today, its finance minister said.")
    assert last == "The accord is the largest yet made under the Fund, which was set up in June."


def test_hard_wrapped_lines_are_joined() -> None:
    text = "Title of it\n\nThe two presidents met in the capital on Monday and agreed\nto open the North-\nSouth corridor."
    assert normalise(text).endswith("agreed to open the North-South corridor.")


def test_one_line_a_paragraph_stays_so() -> None:
    first, second = "The two presidents met in the capital on Monday. " * 3, "They agreed to open the border. " * 4
    assert normalise(f"Leaders meet\n{first}\n{second}") == f"Leaders meet\n\n{first.strip()}\n\n{second.strip()}"


def test_a_title_right_above_a_wrapped_paragraph_stays_apart() -> None:
    text = "Leaders meet\nThe two presidents met in the capital on Monday and agreed to open\nthe border."
    assert normalise(text).split("\n\n")[0] == "Leaders meet"


def test_characters_that_print_nothing_go_and_odd_spaces_become_spaces() -> None:
    assert normalise("\ufeffBa\u00adku\u200b,\u00a0Az\x00er\u202fbai\u2009jan") == "Baku, Azer bai jan"
    assert normalise("one\r\n\r\ntwo\rthree\u2029four") == "one\n\ntwo\n\nthree\n\nfour"


def test_composed_characters_and_quotation_marks_as_written() -> None:
    assert normalise('I\u0307lham A\u0301lvarez said “yes” and "no" and ‘so’') == 'İlham Álvarez said “yes” and "no" and ‘so’'


def test_one_line() -> None:
    assert one_line(" A title\r\n in\u00a0two  lines ") == "A title in two lines"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" \n\t-.aA\u0301\u2028\u00ad")), max_size=400))
@example("a" * 39 + "-\nb" + "a" * 39)
@example("x" * 60 + "\n " + "\u0301y")
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text())
def test_a_body_has_only_paragraphs_with_a_blank_line_between(text: str) -> None:
    body = normalise(text)
    assert all(line == line.strip() != "" for line in body.split("\n\n") if body)
    assert "\x00" not in body
    body.encode()
