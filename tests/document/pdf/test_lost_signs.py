"""Signs that a page shows and a font does not tell: their gap is told, other blanks are not."""

import pytest

from converter.document.read.pdf.drawing import UNKNOWN
from converter.document.read.pdf.lost_signs import lost_signs_in, with_lost_signs

SIZE = 10.0
LOST = "_"  # in a line of letters: a gap as wide as a digit


def _letters(line: str) -> list[dict[str, object]]:
    """Return the letters of a line in type of 10 points: digits half as wide as Chinese letters."""
    letters, left = [], 0.0
    for text in line:
        right = left + (SIZE if ord(text) > 127 else SIZE / 2)
        if text != LOST:
            letters.append({"text": text, "x0": left, "x1": right, "top": 0.0, "bottom": SIZE})
        left = right
    return letters


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("减少12.95_，主要", f"减少12.95{UNKNOWN}，主要"),
        ("（56.57_）", f"（56.57{UNKNOWN}）"),
        ("增长3_。", f"增长3{UNKNOWN}。"),
        ("减少12.95，主要", "减少12.95，主要"),
        ("减少12.95 ，主要", "减少12.95 ，主要"),
        ("共12_万元_，", "共12万元，"),
        ("", ""),
    ],
)
def test_a_gap_behind_a_number_is_a_sign_without_text(printed: str, read: str) -> None:
    found = "".join(letter["text"] for letter in with_lost_signs(_letters(printed)))
    assert found == read
    assert lost_signs_in([found]) == read.count(UNKNOWN)


def test_a_mark_of_another_line_is_not_behind() -> None:
    below = [{**letter, "top": 20.0, "bottom": 30.0} for letter in _letters("____，")]
    assert len(with_lost_signs([*_letters("12"), *below])) == len("12，")
