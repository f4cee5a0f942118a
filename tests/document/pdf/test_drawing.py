"""What is drawn on a printed page: letters of several fonts on one line, a page that is turned, rules,
pictures.
"""

import pytest

from converter.document.contents import UnreadKind, UnreadPart
from converter.document.read.pdf.contents import read_pdf

_OBJECTS = """\
<</Type/Catalog/Pages 2 0 R>>
<</Type/Pages/Kids[3 0 R]/Count 1>>
<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</A 5 0 R/B 6 0 R>>>>>>
<</Length {length}>>stream
{text}
endstream
<</Type/Font/Subtype/TrueType/BaseFont/One/FirstChar 32/LastChar 126/Widths[{widths}]/FontDescriptor 7 0 R>>
<</Type/Font/Subtype/TrueType/BaseFont/Two/FirstChar 32/LastChar 126/Widths[{widths}]/FontDescriptor 8 0 R>>
<</Type/FontDescriptor/FontName/One/Flags 32/Ascent {one[0]}/Descent {one[1]}/FontBBox[0 0 0 0]>>
<</Type/FontDescriptor/FontName/Two/Flags 32/Ascent {two[0]}/Descent {two[1]}/FontBBox[0 0 0 0]>>
"""
LINE = "BT /A 12 Tf 20 150 Td (Total) Tj /B 12 Tf 32 0 Td (2995.39) Tj /A 12 Tf 44 0 Td (,less) Tj ET"


def _page(one: tuple[int, int], two: tuple[int, int], drawn: str = LINE, page: str = "") -> bytes:
    """Return a page on which something is drawn in two fonts, each of which tells its own ascent and descent,
    in thousandths of its size; `page` says more of the page.
    """
    widths = " ".join(["500"] * 95)
    filled = _OBJECTS.replace("/MediaBox", f"{page}/MediaBox").format(
        text=drawn, length=len(drawn), widths=widths, one=one, two=two
    )
    bodies = filled.split("\n<<")
    objects = "\n".join(
        f"{n} 0 obj\n{'<<' if n > 1 else ''}{body}\nendobj" for n, body in enumerate(bodies, 1)
    )
    return f"%PDF-1.4\n{objects}\ntrailer<</Root 1 0 R>>\n%%EOF".encode()


@pytest.mark.parametrize("two", [(860, -140), (560, -440), (960, -40)])
def test_digits_of_another_font_stand_in_their_line(two: tuple[int, int]) -> None:
    document = read_pdf(_page((960, -40), two), "")
    assert [content.written.text for content in document.contents] == ["Total2995.39,less"]


def test_a_line_printed_over_itself_is_read_once() -> None:
    document = read_pdf(_page((860, -140), (860, -140), "\n".join([LINE] * 3)), "")
    assert [content.written.text for content in document.contents] == ["Total2995.39,less"]


@pytest.mark.parametrize(
    ("turned", "matrix"),
    [(90, "0 1 -1 0 300 20"), (180, "-1 0 0 -1 380 50"), (270, "0 -1 1 0 100 180")],
)
def test_a_page_that_is_turned_is_read_as_it_is_seen(turned: int, matrix: str) -> None:
    lines = "BT /A 12 Tf 0 30 Td (Total) Tj ET BT /A 12 Tf 0 0 Td (below) Tj ET"
    page = _page((860, -140), (860, -140), f"q {matrix} cm {lines} Q", f"/Rotate {turned}")
    assert [content.written.text for content in read_pdf(page, "").contents] == ["Totalbelow"]


def test_rules_and_texts_of_a_table_make_its_cells() -> None:
    rules = "20 180 m 220 180 l S 20 150 m 220 150 l S 20 120 m 220 120 l S"
    sides = "20 120 100 60 re S 120 120 m 120 180 l 220 180 l 220 120 l S"
    texts = "BT /A 12 Tf 30 160 Td (Item) Tj 100 0 Td (2024) Tj -100 -30 Td (Total) Tj 100 0 Td (-5.10) Tj ET"
    [table] = read_pdf(_page((860, -140), (860, -140), f"{rules} {sides} {texts}"), "").contents
    assert [[cell.text for cell in row] for row in table.rows] == [["Item", "2024"], ["Total", "-5.10"]]


def _table(rules: str, *texts: tuple[int, int, str]) -> list[list[str]]:
    """Return the cells of the only table of a page with rules and texts."""
    printed = " ".join(f"BT /A 12 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in texts)
    [table] = read_pdf(_page((860, -140), (860, -140), f"{rules} {printed}"), "").contents
    return [[cell.text for cell in row] for row in table.rows]


def test_a_table_open_at_its_sides_has_its_outermost_cells() -> None:
    rules = "".join(f"20 {y} m 320 {y} l S " for y in (180, 150, 120)) + "120 120 100 60 re S"
    named, others = [(30, 160, "Item"), (30, 130, "Total")], [(130, 160, "2024"), (130, 130, "5.10")]
    last = [(230, 160, "2025"), (230, 130, "7.30")]
    assert _table(rules, *named, *others, *last) == [["Item", "2024", "2025"], ["Total", "5.10", "7.30"]]
    assert _table(rules, *named, *others) == [["Item", "2024"], ["Total", "5.10"]]


def test_rows_that_no_rule_parts_are_parted_by_their_names() -> None:
    rules = "20 100 100 80 re S 120 100 100 80 re S 20 160 m 220 160 l S"
    head, names = [(30, 165, "Item"), (130, 165, "2024")], [(30, 140, "One"), (30, 110, "Two")]
    parted = [["Item", "2024"], ["One", "57714"], ["Two", "4"]]
    assert _table(rules, *head, *names, (130, 140, "57714"), (130, 110, "4")) == parted
    # a number that fills its line may go on in the next one; one between two lines is of both
    filled = (122, 140, "5771457714577145"), (122, 110, "4.10")
    assert _table(rules, *head, *names, *filled) == [["Item", "2024"], ["OneTwo", "57714577145771454.10"]]
    assert _table(rules, *head, *names, (130, 125, "57718")) == [["Item", "2024"], ["OneTwo", "57718"]]


def test_numbers_of_a_cell_that_reaches_over_rows_are_one_of_each() -> None:
    rules = "20 100 100 80 re S 120 100 100 80 re S 20 160 m 220 160 l S 20 130 m 120 130 l S"
    head, names = [(30, 165, "Item"), (130, 165, "2024")], [(30, 140, "One"), (30, 110, "Two")]
    parted = [["Item", "2024"], ["One", "57714"], ["Two", "4"]]
    assert _table(rules, *head, *names, (130, 140, "57714"), (130, 110, "4")) == parted
    one_of_both = [["Item", "2024"], ["One", "57714"], ["Two", ""]]
    assert _table(rules, *head, *names, (130, 125, "57714")) == one_of_both
    filled = (122, 140, "5771457714577145"), (122, 110, "4.10")
    assert _table(rules, *head, *names, *filled) == [
        ["Item", "2024"],
        ["One", "57714577145771454.10"],
        ["Two", ""],
    ]


@pytest.mark.parametrize(("sign", "is_lost"), [("#$&*", True), ("report", False), ("12.5", False)])
def test_a_page_of_signs_that_are_no_language_is_not_read(sign: str, is_lost: bool) -> None:
    text = " ".join([sign] * 20)
    document = read_pdf(_page((860, -140), (860, -140), f"BT /A 2 Tf 20 150 Td ({text}) Tj ET"), "")
    assert bool(document.contents) is not is_lost
    assert document.unread == ((UnreadPart(UnreadKind.LETTERS, 1, page=1),) if is_lost else ())


PIXEL = "BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI"


@pytest.mark.parametrize(
    ("placed", "count"),
    [
        (["200 0 0 60 20 20"], 1),
        (["200 0 0 60 20 20", "60 0 0 60 300 20"], 2),
        (["200 0 0 30 20 20", "200 0 0 30 20 50"], 1),  # two pieces of one
        (["200 0 0 9 20 20"], 0),  # a rule drawn as a picture
        (["400 0 0 200 0 0"], 0),  # a scan, or a background, with text on it
    ],
)
def test_pictures_on_a_page_of_text_are_not_read(placed: list[str], count: int) -> None:
    drawn = "".join(f"q {matrix} cm {PIXEL} Q " for matrix in placed)
    unread = read_pdf(_page((860, -140), (860, -140), f"{drawn}{LINE}"), "").unread
    assert unread == ((UnreadPart(UnreadKind.PICTURE, count, page=1),) if count else ())
