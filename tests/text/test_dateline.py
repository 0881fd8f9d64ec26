import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitdb.text.dateline import find_dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SKOPJE, Dec 14, 2005 (AFP) - The", ("SKOPJE", None, "2005-12-14", "12-14", "AFP")),
        ("WASHINGTON, March 3 - The", ("WASHINGTON", None, None, "03-03", None)),
        ("BEIJING, May 14 (Xinhua) -- China", ("BEIJING", None, None, "05-14", "Xinhua")),
        ("MOYALE (Kenya), Oct 22, 2014 (AFP) - The", ("MOYALE", "Kenya", "2014-10-22", "10-22", "AFP")),
        ("DA NANG, Vietnam, Nov. 11 -- Leaders", ("DA NANG", "Vietnam", None, "11-11", None)),
        ("ASHGABAT. April 8 (Interfax) - Turkmen", ("ASHGABAT", None, None, "04-08", "Interfax")),
        ("CHOLPON-ATA, August 26. The", ("CHOLPON-ATA", None, None, "08-26", None)),
        ("MOSCOW, August 19. /TASS/. The", ("MOSCOW", None, None, "08-19", "TASS")),
        ("YEREVAN, AUGUST 19, ARMENPRESS. The", ("YEREVAN", None, None, "08-19", "ARMENPRESS")),
        ("Baku, Azerbaijan, August 19. Trend: The", ("Baku", "Azerbaijan", None, "08-19", "Trend")),
        ("ST. PETERSBURG, June 5 (Reuters) - The", ("ST. PETERSBURG", None, None, "06-05", "Reuters")),
        ("Sharm el-Sheikh, 3 November 2022 (WHO) – The", ("Sharm el-Sheikh", None, "2022-11-03", "11-03", "WHO")),
        ("Asunción, 21 March 2019 - Presidents", ("Asunción", None, "2019-03-21", "03-21", None)),
        ("PORT-AU-PRINCE, Haiti (AP) — A", ("PORT-AU-PRINCE", "Haiti", None, None, "AP")),
        ("(Reuters) - The", (None, None, None, None, "Reuters")),
        ("BAKU, Feb 31 - The", ("BAKU", None, None, None, None)),
    ],
)
def test_forms_of_the_agencies(text: str, expected: tuple[str | None, ...]) -> None:
    found = find_dateline(f"{text} presidents met.")
    assert found is not None
    assert (found.place, found.place_country_words, found.date, found.month_day, found.publisher) == expected


def test_offsets_bound_the_dateline_and_the_report_goes_on_after_it() -> None:
    body = "Leaders meet\n\nBAKU, Aug 19 (AFP) - The presidents met."
    found = find_dateline(body)
    assert found is not None
    assert body[found.start : found.end] == "BAKU, Aug 19 (AFP) - "


def test_a_line_of_its_own() -> None:
    body = "Leaders meet\n\nFriday, August 21, 2015\n\nThe presidents met."
    found = find_dateline(body)
    assert found is not None
    assert (found.place, found.date, body[found.start : found.end]) == (None, "2015-08-21", "Friday, August 21, 2015")


def test_place_and_day_on_two_lines() -> None:
    body = "Premiers to meet\n\nBy Ada Moor\n\nWashington\n\n24 January 2006\n\nThe premiers will meet."
    found = find_dateline(body)
    assert found is not None
    assert (found.place, found.date, body[found.end :]) == ("Washington", "2006-01-24", "\n\nThe premiers will meet.")


def test_a_bare_dash_counts_at_the_head_of_the_lead_only() -> None:
    lead = "Warsaw — Poland and South Korea signed an agreement on Wednesday " + "that was long in the making " * 4
    found = find_dateline(f"Two sign\n\n{lead}")
    assert found is not None
    assert found.place == "Warsaw"
    assert find_dateline(lead) is None
    assert find_dateline("Russia – Azerbaijan: Presidents Declare\n\nThe presidents met.") is None


@pytest.mark.parametrize(
    "text",
    [
        "The Shanghai Cooperation Organization (SCO) said it would meet.",
        "In 2014, the two presidents met - and disagreed.",
        "May 5. Then they met.",
        "On Friday, August 21, the presidents met.",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert find_dateline(text) is None


@given(st.text(alphabet="AbZé .,-–—()/0123456789\nMay", max_size=300))
def test_any_text_gives_offsets_within_it(text: str) -> None:
    found = find_dateline(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
