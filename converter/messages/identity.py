"""The year and the department of tables: what tells them, the strongest first, and what speaks against it."""

from converter.messages.message import Message
from converter.messages.phrases import HERE

STRENGTHS = {
    "HEAD": "表头",
    "COLUMNS": "栏名",
    "COVER": "封面",
    "WORKBOOK": "同一文件的其他表",
    "SUPPLEMENT": "补充资料",
    "FILE": "文件名",
    "DOCUMENT": "一同报送的文字材料",
    "FOLDER": "文件夹名",
    "OPTION": HERE.year,
}
IN_CELL = "{strength} 工作表“{sheet}”{cell}“{text}”"
AT_CELL = "{strength} 工作表“{sheet}”{cell}"
ALONE = "{strength}"
IN_SHEET_NAME = "{strength} 工作表名“{sheet}”"
IN_NAME = "{strength}“{text}”"
IN_FILE = "{file} 填的年度“{text}”"
IN_TITLE = "{strength} {file}“{text}”"

YEAR_EVIDENCE = "  年度依据：{hints}"
DEPARTMENT_EVIDENCE = "  部门依据：{hints}"
HINTS = "{value}（{places}）"
MORE_TABLES = "等 {count} 张表"
YEAR = "{year} 年度"

YEARS_DIFFER = Message(
    "年度矛盾",
    "{file} 的年度前后不一：{first}，而{second}；已按前者采用",
    "请核实这份材料是哪一年度的，改正写错的一处；如是另一年度的材料，请换成正确的文件",
)
YEAR_OF_DOCUMENT = Message(
    "年度取自文字材料",
    "{file} 的表、封面和文件名都没有写明年度；按{place}，作为 {year} 年度的采用",
    "请核实年度，最好在表头写明“{year}年度”",
)
DOCUMENTS_DIFFER = Message(
    "年度矛盾",
    "{file} 的表、封面和文件名都没有写明年度；{first}，而{second}，都没有据以采用",
    "请在表头写明年度，或拿走不是这一年度的文字材料",
)
UNDATED_TWICE = (
    "{file}：没有写明年度，{other} 也有{year}年度的同样的表（《{form}》等 {count} 张），数字不同，"
    "分不清它是哪一年的，没有采用；请在表头或文件名写明年度（如“2020年度”）"
)
DEPARTMENTS_MIXED = (
    "{file}：几个部门或单位的表放在一个工作簿里，分不清各是谁的，没有采用（工作表分为 {groups}）；"
    "请在每张表的“部门：”后面写明名称，或拆成一个部门一个文件"
)
SHEET_GROUP = "“{group}”{count} 张：{department}"
NO_GROUP = "其他"
