"""Who stands out among departments of the same level and kind: outliers.yaml."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from converter.conversion.readiness import Readiness
from converter.overview.outliers import Outlier, outliers
from converter.overview.rows import DepartmentRow, FigureValue
from converter.overview.wording import outlier_reason
from converter.pack.loading import load_pack
from tests.data import data_of

CASES = data_of(Path(__file__).parent / "outliers.yaml")
PACK = load_pack()
PERCENT = PACK.units["百分数"]


def _found(case: dict[str, Any]) -> list[Outlier]:
    rows = []
    for group, values in case["values"].items():
        level, kind = group.split()
        for nth, value in enumerate(values):
            known = FigureValue(None if value is None else Decimal(str(value)) / 100)
            figures = {case["column"]: known}
            rows.append(
                DepartmentRow(f"{group}{nth}", Readiness.READY, level=level, kind=kind, figures=figures)
            )
    return outliers(rows, PACK.overview.columns, PACK.overview.outliers, PACK.units)


@pytest.mark.parametrize("name", CASES)
def test_how_far_each_outlier_stands_from_its_peers(name: str) -> None:
    assert [float(each.value * 100) for each in _found(CASES[name])] == CASES[name]["far"]


def test_the_reason_tells_value_side_peers_median_and_distance() -> None:
    [far] = _found(CASES["一个远离的标出"])
    assert outlier_reason(far, PERCENT) == (
        "预算完成率 60.00%，偏低：同组（一级、行政） 8 个部门的中位数是 98.00%，"
        "相差 38.00%，是一般差距的 34.2 倍"
    )


def test_the_reason_says_when_all_departments_were_the_peers() -> None:
    [far] = _found(CASES["组内太少时与全部比"])
    assert "偏低：全部 9 个部门的中位数是 98.00%" in outlier_reason(far, PERCENT)
