"""Reading the four workbooks with pandas: every workbook opened once, only the sheets the report needs."""

from pathlib import Path
from typing import Any

import pandas as pd

YEAR = 2020
PARTS = (
    "三公经费",
    "因公出国境费",
    "公务用车购置及运行维护费",
    "公务用车购置费",
    "公务用车运行维护费",
    "公务接待费",
)
LISTS = (
    "部门概况",
    "单位主要职责",
    "机构设置",
    "部门绩效总目标",
    "年度绩效目标",
    "绩效评价工作组织",
    "绩效情况",
    "存在问题",
    "改进措施",
)
BASE_ROWS = {
    "项目支出": "项目支出",
    "1、业务工作专项": "业务工作专项",
    "2、运行维护专项": "运行维护专项",
    "公用经费": "日常公用经费",
    "其中：办公经费": "办公经费",
    "水费、电费、差旅费": "水费电费差旅费",
    "会议费、培训费": "会议费培训费",
    "政府采购金额": "政府采购",
    "部门整体支出预算调整": "部门整体支出",
}
PEOPLE = {
    "管理制度健全性": 8,
    "资金使用合规性": 6,
    "预决算信息公开性和完善性": 5,
    "重点工作实际完成率": 8,
    "经济效益和社会效益": 6,
    "行政效能": 6,
    "社会公众或服务对象满意度": 6,
}
TEXTS = ("基本信息", "绩效目标", "评价工作", "项目支出用途", "文字材料", "自评打分")
Figures = dict[str, float | None]


def read(folder: Path, engine: Any) -> tuple[Figures, dict[str, Any]]:
    """Return the figures and the words a department filed."""
    with (
        pd.ExcelFile(folder / f"{YEAR}年度部门决算公开表.xlsx", engine=engine) as final,
        pd.ExcelFile(folder / f"{YEAR - 1}年度部门决算公开表.xlsx", engine=engine) as prior,
        pd.ExcelFile(folder / f"{YEAR}年部门预算公开表.xlsx", engine=engine) as budget,
        pd.ExcelFile(folder / "补充资料.xlsx", engine=engine) as own,
    ):
        base = _sheet(own, "基础数据表")
        figures = _own(own, base) | _budget(budget) | _prior(prior) | _final(final)
        return figures, _words(own, base)


def _sheet(book: pd.ExcelFile, part: str) -> list[list[Any]]:
    """Return the rows of the sheet whose name holds `part`."""
    name = next(name for name in book.sheet_names if part in name)
    rows: list[list[Any]] = book.parse(name, header=None).values.tolist()
    return rows


def _number(value: Any) -> float:
    """Return a cell as a number, blank as zero."""
    return 0.0 if pd.isna(value) or isinstance(value, str) else float(value)


def _labelled(rows: list[list[Any]], label: str, column: int = 0) -> list[Any]:
    """Return the first row with that label."""
    return next(row for row in rows if str(row[column]).replace(" ", "").endswith(label))


def _amount(rows: list[list[Any]], label: str, column: int, at: int = 0) -> float:
    return _number(_labelled(rows, label, at)[column])


def _final(book: pd.ExcelFile) -> Figures:
    whole, fiscal, general = (_sheet(book, part) for part in ("GK01", "GK04", "GK05"))
    spent = _labelled(fiscal, "本年支出合计", 3)
    row = _labelled(general, "合计")
    found: Figures = {
        "事业收入.决算": _amount(whole, "事业收入", 2),
        "其他收入.决算": _amount(whole, "八、其他收入", 2),
        "本年收入.决算": _amount(whole, "本年收入合计", 2),
        "本年支出.决算": _amount(whole, "本年支出合计", 5, at=3),
        "一般公共预算收入.决算": _amount(fiscal, "一般公共预算财政拨款", 2),
        "政府性基金收入.决算": _amount(fiscal, "政府性基金预算财政拨款", 2),
        "国有资本经营收入.决算": _amount(fiscal, "国有资本经营预算财政拨款", 2),
        "财政拨款收入.决算": _amount(fiscal, "本年收入合计", 2),
        "财政拨款支出.决算": _number(spent[5]),
        "一般公共预算支出.决算": _number(spent[6]),
        "政府性基金支出.决算": _number(spent[7]),
        "国有资本经营支出.决算": _number(spent[8]),
        "基本支出.决算": _number(row[3]),
        "项目支出.决算": _number(row[4]),
    }
    public = _public(book)
    for place, item in enumerate(PARTS):
        found[f"{item}.预算"], found[f"{item}.决算"] = public[place], public[place + 6]
    return found | _basic(book, "决算")


def _prior(book: pd.ExcelFile) -> Figures:
    public = _public(book)
    found: Figures = {f"{item}.上年决算": public[place + 6] for place, item in enumerate(PARTS)}
    return found | {"日常公用经费.上年决算": _basic(book, "上年决算")["日常公用经费.上年决算"]}


def _basic(book: pd.ExcelFile, basis: str) -> Figures:
    rows = _sheet(book, "GK06")
    amounts = {name: amount for row in rows for name, amount in zip(row[1::3], row[2::3], strict=False)}
    found: Figures = {
        f"{item}.{basis}": _number(amounts[item]) for item in ("工资福利支出", "对个人和家庭的补助")
    }
    return found | {
        f"人员经费.{basis}": _amount(rows, "人员经费合计", 2),
        f"日常公用经费.{basis}": _amount(rows, "公用经费合计", 8, at=3),
    }


def _public(book: pd.ExcelFile) -> list[float]:
    rows = _sheet(book, "三公")
    numbers = [row for row in rows if not pd.isna(row[0]) and not isinstance(row[0], str)]
    return [_number(value) for value in numbers[-1]] if numbers else [0.0] * 12


def _budget(book: pd.ExcelFile) -> Figures:
    row, basic = (
        _labelled(_sheet(book, name), "合计") for name in ("一般公共预算支出表", "一般公共预算基本支出表")
    )
    public = _public(book)
    return {
        "基本支出.年初预算": _number(row[4]),
        "项目支出.年初预算": _number(row[5]),
        "日常公用经费.预算安排": _number(basic[4]),
        "三公经费.上年预算": public[0],
        **{f"{item}.预算安排": public[place + 6] for place, item in enumerate(PARTS)},
    }


def _own(book: pd.ExcelFile, base: list[list[Any]]) -> Figures:
    staff, money = _sheet(book, "人员情况"), _sheet(book, "预算收支")
    heads = {"编制人数": "编制", "在编在职人数": "在职", "离退休人数": "离退休"}
    found: Figures = {f"人员.{name}": _amount(staff, label, 1) for label, name in heads.items()}
    for item in ("基本支出", "项目支出"):
        found[f"{item}.上年结转"] = _amount(money, item, 2)
        found[f"{item}.本年追加"] = _amount(money, item, 3)
    rows = {row[0]: row for row in base}
    for label, item in BASE_ROWS.items():
        for column, basis in ((1, "上年决算"), (3, "预算"), (5, "决算")):
            value = rows[label][column]
            found[f"{item}.{basis}"] = None if pd.isna(value) or value == "—" else float(value)
    return found


def _words(book: pd.ExcelFile, base: list[list[Any]]) -> dict[str, Any]:
    words: dict[str, Any] = {}
    for name in TEXTS:
        words |= {row[0]: row[1:3] for row in _sheet(book, name) if isinstance(row[0], str)}
    texts = {name: "" if pd.isna(cells[0]) else str(cells[0]) for name, cells in words.items()}
    lists = {name: [line for line in texts[name].splitlines() if line.strip()] for name in LISTS}
    marks = {name: (float(words[name][0]), words[name][1]) for name in PEOPLE}
    thrift = _labelled(base, "厉行节约保障措施")[1]
    reasons = {row[0]: row[1] for row in _sheet(book, "三公经费增减原因")}
    return texts | lists | {"marks": marks, "reasons": reasons, "厉行节约保障措施": thrift}
