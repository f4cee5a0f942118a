"""The year and the department of tables: what tells them, the strongest first, and what speaks against it."""

from converter.messages.phrases import HERE, Message

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
    "ACCOUNTS": "一同报送的决算",
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

# Departments that file together
OWN_ACCOUNTS = "{department}（{own}）"
BUDGET_UNITS = Message(
    "所属单位",
    "下列单位作为 {department} 的所属单位，只与部门汇总数核对，没有单独生成报告：{units}",
    "如是另外的部门，请放进各自的文件夹",
)

SPELLINGS = Message(
    "部门名称不一",
    "{files} 写的部门是“{other}”，决算写的是“{department}”，像是同一个部门的两种写法，已合在一起",
    f"请改成一样的名称{HERE.or_alias}；不是同一个部门的，请分放各自的文件夹",
)
FORMER_NAME = Message(
    SPELLINGS.code,
    "{files} 写的部门是“{other}”；{department} 没有{year}年度的决算，“{other}”只有这一年的，"
    "像是更名以前的名称，已作上年数用",
    SPELLINGS.hint,
)
FOLDERS_TOGETHER = Message(
    "几处材料",
    "{places} 里都是“{department}”的材料，合在一起使用",
    "请核对；如不是同一个部门的，请在各表表头写明部门名称",
)
FOLDER_NAMES = Message(
    "部门未写明",
    "{files} 的表头和封面都没有写明部门，按文件夹名作为“{department}”的材料",
    "请核对，并在表头“部门：”后面写明部门名称",
)
DEPARTMENT_NOWHERE = (
    "{file}：表头、封面和文件夹名都没有写明是哪个部门的，没有采用；"
    "请在表头“部门：”后面写明部门名称，或放进以部门名称命名的文件夹"
)
STRAY_NAME = Message(
    "部门名称不一",
    "{file} 的工作表“{sheet}”单元格 {cell} 写的部门是“{other}”，同一个文件另有 {count} 张表写的是"
    "“{department}”，已作为“{department}”的表核对",
    "写错的请改成“{department}”；确是“{other}”的表，请从这个文件移出，放进它自己的文件",
)
UNIT_ALONE = Message(
    "所属单位",
    "“{other}”交了 {department} 自己没有的表（{forms}），两者没有同样的表可以核对，不能确定它是所属单位",
    f"如就是同一个部门，请把名称改成一样{HERE.or_alias}；"
    "如是所属单位，请补齐部门的表；如是另外的部门，请放进各自的文件夹",
)
