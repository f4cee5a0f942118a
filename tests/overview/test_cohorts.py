"""Departments of different years or packs are neither added up nor compared."""

from pathlib import Path

from converter.overview.builder import Overview, OverviewBuilder
from converter.overview.page.data import PageData
from converter.overview.workbook.cohort_sheet import cohorts
from converter.pack.catalogue.label import PackLabel
from converter.pack.loading import load_pack
from tests.overview.records import record

PACK = load_pack()
INCOME = "本年收入.决算"
ONE, OTHER = (PackLabel(name, name, "湖南", (2019, 2020)) for name in ("甲", "乙"))


def _overview(inbox: Path) -> Overview:
    builder = OverviewBuilder(PACK)
    for name, year, pack, income in (
        ("档案馆", 2020, ONE, "10000"),
        ("教育局", 2020, ONE, "20000"),
        ("民政局", 2020, OTHER, "40000"),
        ("气象局", 2019, ONE, "80000"),
        ("审计局", 2019, ONE, "160000"),
    ):
        builder.add([record(name, {INCOME: income}, year=year, pack=pack)])
    return builder.overview(inbox)


def test_each_year_and_pack_has_its_own_sums(tmp_path: Path) -> None:
    overview = _overview(tmp_path)
    sums = [(each.year, each.label, len(each.rows), each.totals[0].sum.value) for each in overview.cohorts]
    assert sums == [(2020, ONE, 2, 30_000), (2020, OTHER, 1, 40_000), (2019, ONE, 2, 240_000)]
    assert [tuple(row[:5]) for row in cohorts(overview).rows] == [
        (1, "2020", "甲", "湖南", 2), (2, "2020", "乙", "湖南", 1), (3, "2019", "甲", "湖南", 2),
    ]  # fmt: skip
    index = PageData(overview).index()
    assert [cohort.totals[0].sum for cohort in index.cohorts] == [3.0, 4.0, 24.0]
    assert [department.cohort for department in index.departments] == [0, 0, 1, 2, 2]


def test_a_year_of_several_departments_is_no_mistake(tmp_path: Path) -> None:
    assert not _overview(tmp_path).filing_issues


def test_the_bureaus_totals_are_not_those_of_one_pack_among_several(tmp_path: Path) -> None:
    (tmp_path / "汇总表.xlsx").write_bytes(b"PK")
    assert not any(cohort.has_bureau for cohort in _overview(tmp_path).cohorts)
    assert len(_overview(tmp_path).faults) == 1  # of 2019: that of 2020 was not read
