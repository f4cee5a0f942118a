"""Which numbered lines are headings, and of which level."""

import pytest

from converter.document.heading_numbers import numbered_heading


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("第二部分 部门决算表", 1),
        ("一、部门基本情况", 1),
        ("一、坚持厉行节约，严控一般性支出。", 1),
        ("三、2024年预算执行情况。", 1),
        ("（二）“三公”经费支出1.20万元", 2),
        ("（二）事业收入：指事业单位开展专业业务活动取得的收入。", None),
        ("一、基本支出：是指为保障机构正常运转发生的支出。", None),
        ("（一）因公出国（境）费0万元，与上年预算数持平。", None),
        ("（三）完成预算的98.5%。", None),
        ("二、收入增加。主要是拨款增加。", None),
    ],
)
def test_a_line_that_tells_a_meaning_or_an_amount_is_no_heading(line: str, level: int | None) -> None:
    heading = numbered_heading(line)
    assert (heading and heading.level) == level
