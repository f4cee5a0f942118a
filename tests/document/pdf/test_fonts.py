"""Letters of several fonts on one line of a printed page."""

import pytest

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


def _page(one: tuple[int, int], two: tuple[int, int], times: int = 1) -> bytes:
    """Return a page with one line, printed so many times over itself, in two fonts, each of which tells its
    own ascent and descent, in thousandths of its size.
    """
    text = "\n".join([LINE] * times)
    widths = " ".join(["500"] * 95)
    filled = _OBJECTS.format(text=text, length=len(text), widths=widths, one=one, two=two)
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
    document = read_pdf(_page((860, -140), (860, -140), 3), "")
    assert [content.written.text for content in document.contents] == ["Total2995.39,less"]
