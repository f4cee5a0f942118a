"""Tables of any layout: a right one raises no alarm, one wrong number in it is found."""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from converter.document.contents import ReadDocument
from converter.pack import FormKind
from converter.pack.loading import load_pack
from converter.verify.claims.tables.standard_forms import StandardFormReader
from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.claims.tables.table_texts import TableTexts
from converter.verify.constraints.tables.row_levels import sums_within
from converter.verify.constraints.tables.table_relations import Sum
from converter.verify.report.checked import ReportFinding, Status
from converter.verify.verifier import Verifier
from tests.data import data_of
from tests.verify.passages import passages, table

CASES: list[dict[str, Any]] = data_of(Path(__file__).with_name("tables.yaml"))
VERIFIER = Verifier(load_pack())


def _findings(case: dict[str, Any], rows: list[list[str]]) -> list[ReportFinding]:
    merges = map(tuple, case.get("merges", ()))
    document = ReadDocument((*passages(case.get("above", [])), table(rows, merges)))
    findings = VERIFIER.check(VERIFIER.from_print(document), "").findings
    return [finding for finding in findings if finding.severity != "note"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_right_table_raises_no_alarm(case: dict[str, Any]) -> None:
    assert _findings(case, case["rows"]) == []


@pytest.mark.parametrize("case", [case for case in CASES if "wrong" in case], ids=lambda case: case["name"])
def test_a_wrong_number_is_found(case: dict[str, Any]) -> None:
    wrong, rows = case["wrong"], deepcopy(case["rows"])
    row, column = wrong["cell"]
    rows[row][column] = wrong["printed"]
    found = _findings(case, rows)
    if wrong["expected"]:
        assert wrong["expected"] in [finding.expected for finding in found]
    assert any((row, column) == (span.row, span.column) for finding in found for span in finding.spans)


SPOILT = [  # each row but the last
    ["收入项目", "2022年执行数", "2023年预算数", "2023年执行数", "为预算%", "较上年增减%"],
    ["税收收入", "8421", "9000", "8730", "79.0%", "7.3%"],
    ["增值税", "5210", "5600", "5444", "97.2%", "5.4%"],
    ["契税", "1384", "1500", "1296", "84.6%", "-4.6%"],
    ["车船税", "931", "950", "988", "104.0%", "8.2%"],
]


def test_heads_tell_what_is_compared_though_most_rows_are_spoilt() -> None:
    findings = _findings({"above": ["单位：万元"]}, SPOILT)
    assert {(found.printed, found.expected) for found in findings} == {
        ("79.0%", "97.0%"), ("7.3%", "3.7%"), ("5.4%", "4.5%"),
        ("84.6%", "86.4%"), ("-4.6%", "-6.4%"), ("931", "913"),
    }  # fmt: skip


ON_LATER = [  # rates as in 3.94% = 93 / 2,358, each of them
    ["项目", "2025年预算数", "2026年预算数", "比上年增、减情况", ""],
    ["", "", "", "增、减金额", "增、减幅度"],
    ["公务接待费", "1,042", "917", "-125", "-13.63%"],
    ["公务用车购置及运行费", "2,265", "2,358", "93", "3.94%"],
    ["公务用车购置费", "435", "539", "104", "19.29%"],
    ["公务用车运行费", "1,830", "1,819", "-11", "-0.60%"],
]


def test_rates_that_are_all_divided_by_the_later_amount_do_not_confirm_one_another() -> None:
    merges = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4))
    findings = _findings({"above": ["单位：万元"], "merges": merges}, ON_LATER)
    assert {(found.printed, found.expected) for found in findings} == {
        ("-13.63%、3.94%、19.29%", "-12.00%、4.11%、23.91%"),
    }


OF_WHICH = [
    ["单位", "支出", "其中：", "", ""],
    ["", "", "人员部分", "运转部分", "专项部分"],
    ["甲校", "1083.21", "653.11", "365.04", "65.06"],
    ["乙校", "914.35", "447.12", "349.21", "118.02"],
    ["丙校", "1147.60", "888.35", "116.20", "143.05"],
    ["丁校", "1090.74", "728.30", "136.21", "226.23"],
]


def test_columns_below_of_which_are_parts_if_they_are_all_there_are_in_every_row() -> None:
    def confirmed(total: str) -> int:
        rows = deepcopy(OF_WHICH)
        rows[-1][1] = total
        parts = table(rows, ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4)))
        checked = VERIFIER.check(VERIFIER.from_print(ReadDocument((*passages(["单位：万元"]), parts))), "")
        assert not checked.findings
        return sum(number.status is Status.CONFIRMED for number in checked.numbers)

    assert confirmed("1090.74") == 16
    assert confirmed("2975.13") == 0  # then others are left out, anywhere


def test_a_contradiction_of_many_numbers_names_the_first() -> None:
    parts = [
        [f"第{nth}中学", amount, amount]
        for nth, amount in enumerate(["31.07", "42.18", "53.29", "64.31", "75.43", "86.57", "97.61"], 1)
    ]
    rows = [["单位", "预算数", "决算数"], *parts, ["合计", "450.46", "573.92"]]
    [finding] = _findings({"above": ["单位：万元"]}, rows)
    assert finding.printed == "31.07或42.18或53.29或64.31或75.43或86.57等 8 项"


PIECE = [  # 208 has 90 beyond the cut, so that only 201 and 205 stand there whole
    ["科目编码", "科目名称", "合计"],
    ["合计", "", "340.00"],
    ["201", "一般公共服务支出", "150.00"],
    ["20101", "人大事务", "100.00"],
    ["20102", "政协事务", "50.00"],
    ["205", "教育支出", "60.00"],
    ["20501", "教育管理事务", "40.00"],
    ["20502", "普通教育", "20.00"],
    ["208", "社会保障和就业支出", "130.00"],
    ["20801", "人力资源管理事务", "30.00"],
    ["20802", "民政管理事务", "10.00"],
]


def test_a_piece_of_a_table_is_held_to_the_sums_that_stand_in_it() -> None:
    def blamed(rows: list[list[str]], *, is_open: bool = True) -> list[str]:
        piece = table(rows, is_open_below=is_open)
        checked = VERIFIER.check(VERIFIER.from_print(ReadDocument((*passages(["单位：万元"]), piece))), "")
        return [finding.printed for finding in checked.findings if finding.severity != "note"]

    assert blamed(PIECE, is_open=False)
    assert not blamed(PIECE)
    wrong = [[text.replace("100.00", "107.00") for text in row] for row in PIECE]
    assert any("107.00" in printed for printed in blamed(wrong))


def test_sums_that_reach_a_cut_are_left_out() -> None:
    labels = ["", "", "小类", "", "", "合计"]
    sums = [Sum(2, (3, 4)), Sum(5, (0, 1, 2)), Sum(1, (2,))]

    def left(*, above: bool = False, below: bool = False) -> list[int]:
        grid = TableGrid(
            0, TableTexts(), {}, re.compile("-"), range(0), is_open_above=above, is_open_below=below
        )
        return [summed.total for summed in sums_within(grid, labels, sums, "合计")]

    assert left() == [2, 5, 1]
    assert left(above=True) == [2, 1]
    assert left(below=True) == [2, 1]
    labels, sums = labels[:5], [sums[0], sums[2]]
    assert left(below=True) == []


def test_a_list_of_which_rows_are_left_out_is_not_summed() -> None:
    """A code that several rows have with other amounts, as for each item of another classification."""

    def in_lists(*rows: str) -> set[str]:
        cells = [
            row.split("|") for row in ("科目编码|科目名称|合计|人员经费|公用经费", "|合计|80|60|20", *rows)
        ]
        above = ["2026年一般公共预算基本支出表", "单位：万元"]
        forms = StandardFormReader(load_pack(), 2026, FormKind.BUDGET).read([(0, table(cells), above)])
        return {figure.id.partition("[")[0] for figure in forms.figures[0].values() if "[" in figure.id}

    goods = "302|商品和服务支出|20||20"
    assert in_lists("301|工资福利支出|60|60|", goods) == {"经济分类预算"}
    assert not in_lists("301|工资福利支出|40|40|", "301|工资福利支出|20|20|", goods)


def _errors_in(*tables: list[str]) -> list[str]:
    """Return what is said to be wrong in tables of codes, names and amounts."""
    contents = []
    for rows in tables:
        cells = [row.split() for row in ["科目编码 科目名称 合计", *rows]]
        contents += [*passages(["单位：万元"]), table(cells)]
    findings = VERIFIER.check(VERIFIER.from_print(ReadDocument(tuple(contents))), "").findings
    return [each.printed for each in findings if each.severity == "error"]


def test_the_only_class_of_a_table_is_the_sum_of_its_codes_if_other_tables_keep_to_codes() -> None:
    classes = [
        row
        for code in range(201, 209)
        for row in (f"{code} 类{code} {code}.50", f"{code}01 款一 {code - 20}.10", f"{code}02 款二 20.40")
    ]
    right = ["302 商品和服务支出 40.60", "30201 办公费 31.40", "30205 水费 4.20", "30207 邮电费 5.00"]
    raised = [*right[:2], "30205 水费 54.20", right[3]]
    assert _errors_in(classes, right) == _errors_in(raised) == []
    assert _errors_in(classes, raised)
    units = ["150 西安局 40.60", "150001 西安馆 31.40", "150002 西安站 54.20", "150003 西安所 5.00"]
    assert _errors_in(classes, units) == []
