"""The date below a report: as people write it, and as it prints."""

from datetime import date

import pytest

from converter.narrative.issue_date import issue_date, printed_date


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021年3月15日", date(2021, 3, 15)),
        (" 2021-03-05 ", date(2021, 3, 5)),
        ("2021/3/15", date(2021, 3, 15)),
        ("2021.3.15", date(2021, 3, 15)),
        ("2021-03-15 00:00:00", date(2021, 3, 15)),
        ("二〇二一年三月十五日", date(2021, 3, 15)),
        ("二○二一年十二月三十一日", date(2021, 12, 31)),
        ("2021年2月30日", None),
        ("2021年3月", None),
        ("三月十五日", None),
        ("见封面", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, day: date | None) -> None:
    assert issue_date(written) == day


def test_printed_without_leading_zeros() -> None:
    assert printed_date(date(2021, 3, 5)) == "2021年3月5日"
