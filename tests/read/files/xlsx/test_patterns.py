"""No pattern that reads foreign text goes back over it: twice the text, twice the steps, whatever it says."""

import re
from itertools import product

import pytest

from converter.read.files.xlsx import cells, markup, package, sheet, strings, styles
from tests.read.files.xlsx.steps import Steps

PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": pattern
    for module in (cells, markup, package, sheet, strings, styles)
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str)
} | {"markup.inside": markup._opening("cols"), "markup.elements": markup._element("col")}
PIECES = [
    '<c r="A1">', '<c r="A1" s="1"', '<c r="A1"><f>', '<c r="A1"><x>', "<c ", "<f>", "<v>1", "<is><t>",
    "<row ", '<row x="1"', ' x="1"', ' x="', "<si>", "<si><r>", "<si><r><rPr>", "<r><t>", "<rPr><b/>",
    "<rPh>", "<xf ", '<xf a="1" ', "<mergeCell ", '<mergeCell ref="A1:', "<cols", '<cols x="', "<col ",
    "&", "&#1", "_x00", "_", "<", "<!", "</c>", "</row>", " ", '"', "[h", '"a', "\\", "a", "1", "=",
    "<?xml ", "<calcPr ", '<calcPr a="1" ',
]  # fmt: skip
SIZE, MOST = 20, 2.2


@pytest.mark.parametrize("name", PATTERNS)
def test_steps_grow_with_the_text(name: str) -> None:
    for piece, before in product(PIECES, ("", '<c r="A1">', "<si>")):
        once, twice = (
            Steps(PATTERNS[name], before + piece * size + '<c r="A1"').taken for size in (SIZE, 2 * SIZE)
        )
        assert twice <= MOST * once, (before, piece)


def test_the_count_shows_a_pattern_that_goes_back() -> None:
    once, twice = (Steps(re.compile("<c[^>]*?>x"), "<c " * size).taken for size in (SIZE, 2 * SIZE))
    assert twice > 3 * once


def test_the_count_finds_what_re_finds() -> None:
    text = (
        '<c r="A1" s="1"/><c r="B2"><f a="1">B1</f><v>1</v></c><c r="C1" t="s"><v>7</v></c><c r="D1"><v/></c>'
    )
    for pattern in PATTERNS.values():
        assert Steps(pattern, text).matches == [found.span() for found in pattern.finditer(text)]
