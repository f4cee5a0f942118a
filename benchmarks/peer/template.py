"""`python -m benchmarks.peer.template template.docx`: the peer's template, as a person would draw it in Word.

The words that never change (indicators, standards, row labels) come from the pack's files, so that both
reports say the same. Building it is not part of any measurement.
"""

import sys
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import yaml
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from benchmarks.peer.texts import BASIC, INCOME, PROJECTS, RESULT, SPENDING, STAFF
from converter.pack.loading import DEFAULT

FONTS = {
    "Title": ("方正小标宋简体", 22),
    "Heading 1": ("黑体", 16),
    "Heading 2": ("楷体_GB2312", 16),
    "报告正文": ("仿宋_GB2312", 16),
    "Caption": ("黑体", 14),
    "表格单位": ("宋体", 12),
    "表头": ("黑体", 12),
    "表格文字": ("宋体", 12),
    "表格数字": ("宋体", 12),
    "表注": ("宋体", 10.5),
    "附件标题": ("方正小标宋简体", 22),
}
CENTRED = ("Title", "Caption", "表头", "附件标题")
BODY = "报告正文"
PUBLIC = {
    "公务接待费": "公务接待费",
    "公务用车购置费": "公务用车购置费",
    "公务用车运行维护费": "公务用车运行维护费",
    "因公出国（境）费用": "因公出国境费",
    "合计": "三公经费",
}
EXECUTION = {"基本支出": "基本支出", "项目支出": "项目支出", "合计": "一般公共预算支出"}
BASES = ("年初预算", "上年结转", "本年追加", "可用指标", "决算", "执行差异")


def build(target: Path) -> None:
    """Write the template."""
    document = docx.Document()
    _styles(document)
    _page(document.sections[0])
    title = document.add_paragraph("{{ 年 }}年度{{ 部门 }}", "Title")
    title.add_run().add_break()
    title.add_run("部门整体支出绩效评价报告")
    _about(document)
    _finances(document)
    _work(document)
    _results(document)
    _annexes(document)
    document.save(str(target))


def _styles(document: Any) -> None:
    for name, (font, size) in FONTS.items():
        known = name in [style.name for style in document.styles]
        style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.name, style.font.size = font, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        if name in CENTRED:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles[BODY].paragraph_format.first_line_indent = Pt(32)
    document.styles[BODY].paragraph_format.line_spacing = Pt(28)
    document.styles["表格数字"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer.paragraphs[0].text = "— 1 —"


def _about(document: Any) -> None:
    add = document.add_paragraph
    add("一、部门概况", "Heading 1")
    _several(document, "部门概况")
    add("（一）单位主要职责", "Heading 2")
    _several(document, "单位主要职责")
    add("（二）机构设置", "Heading 2")
    _several(document, "机构设置")
    add("（三）人员情况", "Heading 2")
    add(STAFF, BODY)


def _finances(document: Any) -> None:
    add = document.add_paragraph
    add("二、部门财务情况", "Heading 1")
    add("（一）部门整体支出情况", "Heading 2")
    for text in (INCOME, SPENDING, BASIC, PROJECTS):
        add(text, BODY)
    add("（二）部门预算收支决算情况", "Heading 2")
    add("{{ 年 }}年度预算、决算、结余对比情况表", "Caption")
    _execution(document)
    add("{%p if 有其他支出 %}", BODY)
    add("注：本表为一般公共预算财政拨款口径。", "表注")
    add("{%p endif %}", BODY)
    add("（三）“三公经费”支出使用和管理情况", "Heading 2")
    add("{{ 年 }}年度“三公”经费开支情况表", "Caption")
    _public(document)
    add("{{ 三公说明 }}", BODY)


def _work(document: Any) -> None:
    add = document.add_paragraph
    add("三、部门绩效目标", "Heading 1")
    add("（一）部门绩效总目标", "Heading 2")
    _several(document, "部门绩效总目标")
    add("（二）{{ 年 }}年度部门绩效目标", "Heading 2")
    _several(document, "年度绩效目标")
    add("四、部门绩效评价工作情况", "Heading 1")
    _several(document, "绩效评价工作组织")


def _results(document: Any) -> None:
    add = document.add_paragraph
    add("五、综合评价结果", "Heading 1")
    add(RESULT, BODY)
    add("六、部门整体支出绩效情况", "Heading 1")
    _headed(document, "绩效情况")
    add("七、存在的主要问题及原因分析", "Heading 1")
    _several(document, "问题")
    add("八、改进措施和有关建议", "Heading 1")
    _several(document, "措施")
    add("附件：1．部门整体支出绩效评价指标表", BODY)
    add("2．部门整体支出绩效评价基础数据表", BODY)


def _annexes(document: Any) -> None:
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    document.add_paragraph("附件1", "Heading 1")
    document.add_paragraph("部门整体支出绩效评价指标表", "附件标题")
    _scorecard(document)
    section = document.add_section()
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    document.add_paragraph("附件2", "Heading 1")
    document.add_paragraph("部门整体支出绩效评价基础数据表", "附件标题")
    _base_data(document)


def _several(document: Any, name: str) -> None:
    for text in (f"{{%p for line in {name} %}}", "{{ line }}", "{%p endfor %}"):
        document.add_paragraph(text, BODY)


def _headed(document: Any, name: str) -> None:
    """Add the lines of a text; those that begin with （ are headings."""
    add = document.add_paragraph
    add(f"{{%p for line in {name} %}}", BODY)
    add("{%p if line.startswith('（') %}", BODY)
    add("{{ line }}", "Heading 2")
    add("{%p else %}", BODY)
    add("{{ line }}", BODY)
    add("{%p endif %}", BODY)
    add("{%p endfor %}", BODY)


def _slot(figure: str) -> str:
    return f"{{{{ f['{figure}'] }}}}"


def _table(document: Any, rows: int, columns: int, *, unit: bool = True) -> Any:
    if unit:
        document.add_paragraph("单位：万元", "表格单位")
    return document.add_table(rows, columns, "Table Grid")


def _fill(cells: Iterable[Any], texts: Iterable[str], style: Callable[[int], str]) -> None:
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        cell.text = text
        for paragraph in cell.paragraphs:
            paragraph.style = style(place)


def _head(_: int) -> str:
    return "表头"


def _line(place: int) -> str:
    return "表格数字" if place else "表格文字"


def _execution(document: Any) -> None:
    table = _table(document, 5, 7)
    _fill(
        table.rows[0].cells, ["项目", "预算金额", "", "", "", "决算金额", "执行差异\n（预算－决算）"], _head
    )
    _fill(table.rows[1].cells[1:5], ["年初预算", "上年结转", "本年追加", "预算可用\n指标"], _head)
    for column in (0, 5, 6):
        _merge(table, (0, column), (1, column))
    _merge(table, (0, 1), (0, 4))
    for row, (label, item) in zip(table.rows[2:], EXECUTION.items(), strict=True):
        _fill(row.cells, [label, *(_slot(f"{item}.{basis}") for basis in BASES)], _line)


def _public(document: Any) -> None:
    head = ["项目", "{{ 年 }}年决算金额", "{{ 年 - 1 }}年决算金额", "增减情况\n（{{ 年 }}－{{ 年 - 1 }}）"]
    table = _table(document, 1, 4)
    _fill(table.rows[0].cells, head, _head)
    for label, item in PUBLIC.items():
        if item == "公务用车购置费":
            table.add_row().cells[0].text = "{%tr if 有购置费 %}"
        slots = [_slot(f"{item}.{basis}") for basis in ("决算", "上年决算", "增减")]
        _fill(table.add_row().cells, [label, *slots], _line)
        if item == "公务用车购置费":
            table.add_row().cells[0].text = "{%tr endif %}"


def _scorecard(document: Any) -> None:
    indicators = _data("scorecard.yaml")["indicators"]
    table = _table(document, len(indicators) + 2, 8, unit=False)
    head = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "指标值", "得分", "扣分原因"]
    _fill(table.rows[0].cells, head, _head)
    cells = [row.cells for row in table.rows]
    for place, (name, indicator) in enumerate(indicators.items()):
        slots = (f"{{{{ 评分[{place}].{part} }}}}" for part in ("值", "得分", "原因"))
        texts = [*indicator["groups"], name, indicator["points"], indicator["standard"], *slots]
        _fill(cells[place + 1], texts, lambda _: "表格文字")
    _fill(cells[-1], ["合计", "", "", "100", "", "", "{{ 得分 }}", "{{ 等次 }}"], lambda _: "表格文字")
    for column in (0, 1):
        _merge_groups(table, column, [indicator["groups"][column] for indicator in indicators.values()])
    _merge(table, (-1, 0), (-1, 2))
    _merge(table, (-1, 4), (-1, 5))


def _merge_groups(table: Any, column: int, groups: list[str]) -> None:
    """Merge the cells of rows that belong to the same group."""
    changes = [row for row in range(len(groups)) if not row or groups[row] != groups[row - 1]]
    for first, beyond in pairwise([*changes, len(groups)]):
        _merge(table, (first + 1, column), (beyond, column))


def _merge(table: Any, first: tuple[int, int], last: tuple[int, int]) -> None:
    """Merge cells; the first one's text stays."""
    rows = len(table.rows)
    top, bottom = table.cell(first[0] % rows, first[1]), table.cell(last[0] % rows, last[1])
    text, style = top.text, top.paragraphs[0].style
    whole = top.merge(bottom)
    whole.text = text
    whole.paragraphs[0].style = style


def _base_data(document: Any) -> None:
    form = _data("tables.yaml")["基础数据表"]
    table = _table(document, len(form["grid"]), 7)
    for row, cells in enumerate(form["grid"]):
        column = 0
        for cell in cells:
            width = int(cell.get("columns", 1)) if isinstance(cell, dict) else 1
            table.cell(row, column).text = _text_of(cell)
            table.cell(row, column).paragraphs[0].style = "表格文字"
            _merge(table, (row, column), (row, column + width - 1))
            column += width
    document.add_paragraph(form["note"].partition("{%")[0], "表注")  # what always stands there


def _text_of(cell: Any) -> str:
    """Return the content of a cell of the base-data table: a label or a slot."""
    if isinstance(cell, dict):
        if "figure" in cell:
            return _slot(cell["figure"])
        if "words" in cell:
            return f"{{{{ {cell['words']} }}}}"
        cell = cell["text"]
    return str(cell).replace("上年度", "年 - 1").replace("年度 }}", "年 }}")


def _data(name: str) -> Any:
    return yaml.load((DEFAULT / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
