"""Which columns of a wide sheet go on which page."""

import pytest

from converter.workbooks.write.paper import PageSpread, page_spread
from converter.workbooks.write.sheet import ColumnHead, Sheet


def _sheet(groups: str) -> Sheet:
    """Return a sheet with a column for every letter, under the group of that letter."""
    return Sheet("表", "表", "", [ColumnHead(each, group=each) for each in groups], [], frozen=2)


@pytest.mark.parametrize(
    ("groups", "width", "breaks", "scale"),
    [
        ("AABB", 20, [], 100),
        ("AABBCC", 35, [], 66),
        ("AABBCC", 60, [4], 58),
        ("AABCDE", 60, [3, 4, 5], 77),
        ("AABBBBBBCC", 40, [8], 43),
    ],
)
def test_groups_stay_together_behind_the_columns_on_every_page(
    groups: str, width: float, breaks: list[int], scale: int
) -> None:
    assert page_spread(_sheet(groups), [width] * len(groups)) == PageSpread(breaks, scale)
