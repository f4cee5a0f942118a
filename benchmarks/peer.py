"""The script a competent person would write for the same job: pandas.read_excel and docxtpl.

Reads the same workbooks, each once, takes the same figures and prose, fills one template with the same
eight sections, two tables, scorecard and base-data table. No provenance, no findings, no checks.
"""

import io
from pathlib import Path
from typing import Any

import docx
import pandas as pd
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate

YEAR = 2021
SECTIONS = [
    ("一、部门概况", ["{{ 部门概况 }}"]),
    ("（一）单位主要职责", ["{%p for p in 单位主要职责 %}", "{{ p }}", "{%p endfor %}"]),
    ("（二）机构设置", ["{%p for p in 机构设置 %}", "{{ p }}", "{%p endfor %}"]),
    (
        "（三）人员情况",
        ["截至{{ 年 }}年末，实有人员{{ 实有 }}人，其中：在编在职{{ 在职 }}人，离退休{{ 离退休 }}人。"],
    ),
    (
        "二、部门财务情况",
        [
            "{{ 年 }}年财政拨款总收入{{ 收入 }}万元。{{ 年 }}年财政拨款总支出{{ 支出 }}万元，其中基本支出{{ 基本 }}万元，"
            "项目支出{{ 项目 }}万元。",
            "{{ 年 }}年基本支出总额{{ 基本 }}万元，其中：工资福利支出{{ 工资 }}万元、对个人和家庭的补助支出{{ 补助 }}万元，"
            "人员经费占基本支出的{{ 人员占比 }}%。日常公用经费{{ 公用 }}万元，占基本支出的{{ 公用占比 }}%。",
            "项目支出情况：{{ 年 }}年项目支出总额{{ 项目 }}万元，主要用于{{ 项目支出用途 }}。",
        ],
    ),
    ("TABLE", ["预算"]),
    ("TABLE", ["三公"]),
    (
        "（三）“三公经费”支出使用和管理情况",
        ["{{ 年 }}年度“三公”经费支出{{ 三公 }}万元，比上年{{ 三公方向 }}{{ 三公增减 }}万元。{{ 原因 }}"],
    ),
    (
        "三、部门绩效目标",
        ["{{ 部门绩效总目标 }}", "{%p for p in 年度绩效目标 %}", "{{ p }}", "{%p endfor %}"],
    ),
    ("四、部门绩效评价工作情况", ["{%p for p in 绩效评价工作组织 %}", "{{ p }}", "{%p endfor %}"]),
    ("五、综合评价结果", ["经综合自评，得分{{ 得分 }}分，评价结果“{{ 等次 }}”。扣分明细为：{{ 扣分 }}。"]),
    ("六、部门整体支出绩效情况", ["{%p for p in 绩效情况 %}", "{{ p }}", "{%p endfor %}"]),
    ("七、存在的主要问题及原因分析", ["{%p for p in 存在问题 %}", "{{ p }}", "{%p endfor %}"]),
    ("八、改进措施和有关建议", ["{%p for p in 改进措施 %}", "{{ p }}", "{%p endfor %}"]),
    ("TABLE", ["评分"]),
    ("TABLE", ["基础"]),
]
TABLES = {
    "预算": (["项目", "年初预算", "上年结转", "本年追加", "可用指标", "决算金额", "执行差异"], "预算行"),
    "三公": (["项目", "本年决算", "上年决算", "增减"], "三公行"),
    "评分": (
        ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "指标值", "得分", "扣分原因"],
        "评分行",
    ),
    "基础": (["项目", "上年决算数", "本年预算数", "本年决算数"], "基础行"),
}
CARD = [
    ("投入", "预算配置", "在职人员控制率", 5), ("投入", "预算配置", "“三公经费”变动率", 8),
    ("过程", "预算执行", "预算完成率", 5), ("过程", "预算执行", "预算控制率", 5),
    ("过程", "预算执行", "新建楼堂馆所面积控制率", 5), ("过程", "预算执行", "新建楼堂馆所投资概算控制率", 5),
    ("过程", "预算管理", "公用经费控制率", 8), ("过程", "预算管理", "“三公经费”控制率", 8),
    ("过程", "预算管理", "政府采购执行率", 6), ("过程", "预算管理", "管理制度健全性", 8),
    ("过程", "预算管理", "资金使用合规性", 6), ("过程", "预算管理", "预决算信息公开性和完善性", 5),
    ("产出及效率", "职责履行", "重点工作实际完成率", 8), ("产出及效率", "履职效益", "经济效益和社会效益", 6),
    ("产出及效率", "履职效益", "行政效能", 6), ("产出及效率", "履职效益", "社会公众或服务对象满意度", 6),
]  # fmt: skip


def template() -> bytes:
    """Build the template once, with official fonts and page."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "仿宋_GB2312", Pt(16)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    document.add_heading("{{ 年 }}年度{{ 部门 }}部门整体支出绩效评价报告", 0)
    for heading, paragraphs in SECTIONS:
        if heading == "TABLE":
            _table(document, *TABLES[paragraphs[0]])
            continue
        document.add_heading(heading, 1)
        for text in paragraphs:
            document.add_paragraph(text)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _table(document: Any, header: list[str], rows: str) -> None:
    table = document.add_table(rows=4, cols=len(header), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        cell.text = text
    table.rows[1].cells[0].text = f"{{%tr for r in {rows} %}}"
    for number, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ r[{number}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"


def convert(folder: Path, target: Path, built: bytes) -> None:
    """Write one department's report."""
    final = _book(folder / f"{YEAR}年度部门决算公开表.xlsx")
    prior = _book(folder / f"{YEAR - 1}年度部门决算公开表.xlsx")
    budget = _book(folder / f"{YEAR}年部门预算公开表.xlsx")
    ours = _book(folder / "补充资料.xlsx")
    report = DocxTemplate(io.BytesIO(built))
    report.render(_context(final, prior, budget, ours))
    report.save(target)


def _book(path: Path) -> dict[str, pd.DataFrame]:
    return pd.read_excel(path, sheet_name=None, header=None)


def _sheet(book: dict[str, pd.DataFrame], part: str) -> pd.DataFrame:
    return next(sheet for name, sheet in book.items() if part in name)


def _row(sheet: pd.DataFrame, label: str, column: int = 0) -> list[Any]:
    rows = sheet[sheet[column].astype(str).str.replace(" ", "").str.endswith(label)]
    return list(rows.iloc[0]) if len(rows) else []


def _number(value: Any) -> float:
    return 0.0 if pd.isna(value) or isinstance(value, str) else float(value)


def _numbers(row: list[Any]) -> list[float]:
    return [_number(value) for value in row if isinstance(value, (int, float)) and not pd.isna(value)]


def _public(book: dict[str, pd.DataFrame]) -> list[float]:
    sheet = _sheet(book, "三公")
    for row in sheet.itertuples(index=False):
        numbers = [_number(value) for value in row]
        if sum(number > 0 for number in numbers) > 1 and numbers[:3] != [1, 2, 3]:
            return numbers
    return [0.0] * 12


def _texts(ours: dict[str, pd.DataFrame]) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for name in ("绩效目标", "评价工作", "项目支出用途", "文字材料", "三公经费增减原因", "基本信息"):
        for row in ours[name].itertuples(index=False):
            if isinstance(row[0], str) and len(row) > 1 and isinstance(row[1], str):
                texts[row[0]] = row[1]
    lists = (
        "单位主要职责",
        "机构设置",
        "年度绩效目标",
        "绩效评价工作组织",
        "绩效情况",
        "存在问题",
        "改进措施",
    )
    return texts | {name: str(texts.get(name, "")).splitlines() for name in lists}


def _context(final: Any, prior: Any, budget: Any, ours: Any) -> dict[str, Any]:
    general = _numbers(_row(_sheet(final, "一般公共预算财政拨款支出决算表"), "合计"))
    fiscal = _sheet(final, "财政拨款收入支出决算总表")
    economic = _sheet(final, "基本支出决算")
    wages, aid = (_number(_row(economic, name, 1)[2]) for name in ("工资福利支出", "对个人和家庭的补助"))
    basic, project = general[1], general[2]
    money = ours["预算收支"]
    basics, projects = (_numbers(_row(money, name)) for name in ("基本支出", "项目支出"))
    now, before = _public(final), _public(prior)
    rows = [_budget_row("基本支出", basics, basic), _budget_row("项目支出", projects, project)]
    rows.append(["合计", *(rows[0][n] + rows[1][n] for n in range(1, 7))])
    staff = {
        name: _numbers(_row(ours["人员情况"], name))[0] for name in ("编制人数", "在编在职人数", "离退休人数")
    }
    scores = _scores(rows, now, before, basic - wages - aid, budget, ours, staff)
    lost = [(name, full - got) for (_, _, name, full), got in zip(CARD, scores, strict=True) if got < full]
    total = sum(scores)
    return _texts(ours) | {
        "年": YEAR, "部门": _texts(ours).get("部门名称", ""), "收入": _f(_numbers(_row(fiscal, "本年收入合计"))[1]),
        "支出": _f(basic + project), "基本": _f(basic), "项目": _f(project), "工资": _f(wages), "补助": _f(aid),
        "人员占比": _f((wages + aid) / basic * 100), "公用": _f(basic - wages - aid),
        "公用占比": _f((basic - wages - aid) / basic * 100), "三公": _f(now[6]),
        "三公方向": "增加" if now[6] >= before[6] else "减少", "三公增减": _f(abs(now[6] - before[6])), "原因": "",
        "实有": staff["在编在职人数"] + staff["离退休人数"], "在职": staff["在编在职人数"], "离退休": staff["离退休人数"],
        "得分": total, "等次": "优秀" if total >= 90 else "良好" if total >= 80 else "合格",
        "扣分": "，".join(f"{name}扣{_f(points)}分" for name, points in lost),
        "预算行": [[row[0], *map(_f, row[1:])] for row in rows],
        "三公行": [
            [name, _f(now[6 + n]), _f(before[6 + n]), _f(now[6 + n] - before[6 + n])]
            for name, n in (("公务接待费", 5), ("公务用车运行维护费", 4), ("因公出国（境）费用", 1), ("合计", 0))
        ],
        "评分行": [[*line, "按评分标准计分", "", got, ""] for line, got in zip(CARD, scores, strict=True)],
        "基础行": [[row[0], row[1], row[3], row[5]] for row in ours["基础数据表"].values.tolist()],
    }  # fmt: skip


def _budget_row(name: str, given: list[float], spent: float) -> list[Any]:
    available = sum(given[:3])
    return [name, *given[:3], available, spent, available - spent]


def _scores(
    rows: Any, now: Any, before: Any, office: float, budget: Any, ours: Any, staff: dict[str, float]
) -> list[float]:
    people = [_numbers(_row(ours["自评打分"], name))[0] for _, _, name, _ in CARD[9:]]
    control = rows[2][3] / rows[2][1] if rows[2][1] else 0
    planned = _numbers(_row(_sheet(budget, "一般公共预算基本支出表"), "合计"))[-1]
    return [
        max(0, 5 - 0.5 * int(max(0, staff["在编在职人数"] / staff["编制人数"] - 1) * 100)),
        8 if not before[0] else max(0, 8 - 0.8 * int(max(0, now[0] / before[0] - 1) * 100)),
        5,
        5 if control <= 0 else 4 if control <= 0.1 else 3 if control <= 0.2 else 2 if control <= 0.3 else 0,
        5,
        5,
        max(0, 8 - int(max(0, office / planned - 1) * 100)) if planned else 8,
        max(0, 8 - int(max(0, now[6] / now[0] - 1) * 100)) if now[0] else 8,
        6,
        *people,
    ]


def _f(value: float) -> str:
    return f"{value:.2f}"
