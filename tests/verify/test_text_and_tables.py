"""What a text and its tables, or two of these, print of the same is held against one another."""

from converter.document.contents import ReadDocument
from converter.pack.loading import load_pack
from converter.verify.verifier import Verifier
from tests.verify.passages import passages, table

VERIFIER = Verifier(load_pack())


def _errors(text: str, *tables: list[list[str]]) -> list[str]:
    """Return what is said to be wrong in a text and tables of items and amounts below it."""
    contents = [*passages([text])]
    for rows in tables:
        contents += [*passages(["单位：万元"]), table([["项目", "金额"], *rows])]
    findings = VERIFIER.check(VERIFIER.from_print(ReadDocument(tuple(contents))), "").findings
    return [each.printed for each in findings if each.severity == "error"]


def test_tables_that_agree_show_a_digit_in_which_one_does_not() -> None:
    rows = [["教育支出", "419.49"], ["卫生健康支出", "145.80"], ["住房保障支出", "246.54"]]
    right, wrong, other = ([*rows, ["城乡社区支出", amount]] for amount in ("4278.29", "8278.29", "4912.10"))
    assert _errors("", right, right) == _errors("", right, other) == []
    assert any("8278.29" in printed for printed in _errors("", right, wrong))


def test_a_text_is_a_digit_from_one_of_two_amounts() -> None:
    tables = [["城乡社区支出", "4278.29"]], [["城乡社区支出", "4912.10"]]
    assert (
        _errors("城乡社区支出4278.29万元。", *tables) == _errors("城乡社区支出4655.31万元。", *tables) == []
    )
    assert _errors("城乡社区支出4228.29万元。", *tables)


def test_in_a_budget_one_name_is_one_amount_whatever_the_budget_is_called() -> None:
    def errors(title: str, amount: str) -> list[str]:
        rows = [["项目", "年初预算数"], ["机关运行经费", "417.36"], ["会议费", "12.00"]]
        text = [title, f"机关运行经费预算为{amount}万元。", "机关运行经费和会议费预算表", "单位：万元"]
        contents = (*passages(text), table(rows))
        findings = VERIFIER.check(VERIFIER.from_print(ReadDocument(contents)), "").findings
        return [each.printed for each in findings if each.severity == "error"]

    budget = "# 某局2026年部门预算"
    assert errors(budget, "417.36") == errors(budget, "417.37") == errors(budget, "385.12") == []
    assert errors("# 某局2026年部门决算", "417.63") == []  # what was added is none
    assert errors(budget, "417.63")
    assert errors(budget, "477.36")


def test_a_total_of_income_may_be_the_one_with_what_is_carried_over() -> None:
    def blamed(total: str) -> list[str]:
        balance = [
            ["收入", "", "支出", ""],
            ["项目", "预算数", "项目", "预算数"],
            ["一、财政拨款收入", "45907.29", "一、教育支出", "45967.29"],
            ["本年收入合计", "45907.29", "本年支出合计", "45967.29"],
            ["上级补助收入", "60.00", "", ""],
            ["收入总计", "45967.29", "支出总计", "45967.29"],
        ]
        income = [
            ["科目名称", "合计", "财政拨款收入"],
            ["教育支出", total, "45907.29"],
            ["合计", total, "45907.29"],
        ]
        above = passages(["2020年度某局预算", "收支总体情况表", "单位：万元"])
        below = passages(["收入预算总表", "单位：万元"])
        document = ReadDocument((*above, table(balance), *below, table(income)))
        checked = VERIFIER.check(VERIFIER.from_print(document), "")
        return [finding.printed for finding in checked.findings if finding.severity != "note"]

    assert blamed("45970.29")
    assert not blamed("45967.29")


def test_a_list_of_the_text_that_adds_up_otherwise_than_the_table_of_its_names_is_told() -> None:
    rows = [
        ["科目名称", "合计", "基本支出", "项目支出"],
        ["教育支出", "1174.30", "839.90", "334.40"],
        ["合计", "1174.30", "839.90", "334.40"],
    ]

    def blamed(*lists: str) -> list[str]:
        above = passages(["# 2020年度某局部门预算", *lists, "支出预算总表", "单位：万元"])
        checked = VERIFIER.check(VERIFIER.from_print(ReadDocument((*above, table(rows)))), "")
        return [finding.printed for finding in checked.findings if finding.severity != "note"]

    told = "2020年支出预算1174.30万元，其中：基本支出839.90万元，项目支出334.40万元。"
    other = "2020年支出预算1380.57万元，其中：基本支出915.67万元，项目支出464.90万元。"
    assert not blamed(told)
    assert any("1380.57" in printed for printed in blamed(other))
    assert not blamed(told, other)  # of two units, perhaps


def _of_document(*parts: str | list[list[str]]) -> list[str]:
    """Return what is said to be wrong in a document of lines and tables."""
    contents = (table(part) if isinstance(part, list) else passages([f"# {part}"])[0] for part in parts)
    findings = VERIFIER.check(VERIFIER.from_print(ReadDocument(tuple(contents))), "").findings
    return [each.printed for each in findings if each.severity == "error"]


def test_a_text_is_held_to_tables_of_its_level_of_government() -> None:
    def errors(title: str, head: str, level: str) -> list[str]:
        amounts = [["教育支出", "24.18"], ["卫生健康支出", "11.35"], ["城乡社区支出", "42.57"]]
        whole = "全市支出998.27亿元，其中：教育支出64.10亿元，卫生健康支出30.21亿元，城乡社区支出92.77亿元。"
        said = (
            f"{level}支出178.10亿元，其中：教育支出24.18亿元，卫生健康支出11.35亿元，城乡社区支出42.75亿元。"
        )
        rows = [["项目", head], *amounts]
        return _of_document("某市2025年预算执行情况的报告", whole, said, title, "单位：亿元", rows)

    of_city = "2025年市级一般公共预算支出执行表"
    assert errors(of_city, "执行数", "市本级")
    assert errors("2025年一般公共预算支出执行表", "市本级执行数", "市级")
    assert errors(of_city, "执行数", "高新区") == []
    assert errors("2025年全市一般公共预算支出执行表", "执行数", "市本级") == []


def test_columns_that_go_on_in_the_next_table_make_no_sum_without_it() -> None:
    def errors(title: str) -> list[str]:
        first = [
            ["项目", "合计", "东市", "西市"],
            *([name, *amounts] for name, amounts in zip(names, east, strict=True)),
        ]
        last = [
            ["项目", "南市", "北市"],
            *([name, *amounts] for name, amounts in zip(names, south, strict=True)),
        ]
        return _of_document("2025年转移支付分地区表（一）", "单位：万元", first, title, "单位：万元", last)

    names = ["教育", "文化", "农业", "交通", "旅游"]
    east = [["900", "600", "300"], ["450", "210", "240"], ["720", "500", "220"], ["380", "130", "250"]]
    east.append(["910", "340", "160"])
    south = [["", ""], ["", ""], ["", ""], ["", ""], ["400", "10"]]
    assert errors("2025年转移支付分地区表（二）") == []
    assert errors("2025年债券分地区表")
