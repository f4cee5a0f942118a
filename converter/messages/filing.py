"""Messages about a filing as a whole, and the words of the checklist."""

from converter.messages.phrases import HERE, Message

# What a person still has to supply
MISSING_TEXT = "文字：{name}　→ 请写在补充资料“{sheet}”的“{row}”"
MISSING_FIGURE = "数字：{figures}{advice}"
ITEM = "{item}（{basis}）"
MISSING_COLUMNS = "：{columns}"
MISSING_CELLS = "空格：表“{table}”，{row} 一行{columns}{advice}"
IN_SUPPLEMENT = "　→ 请填补充资料“{sheet}”的“{row}”{rule}"
FILL_AMOUNT = "没有的填 0"
FILL_CELL = "没有的填 0，不适用的填“不适用”或写明原因"
FILL_WORDS = "没有的写“无”"
FILL_POINTS = "填 0 至 {most} 的数，不能写“无”"
FILL_NUMBER = "填实际的数，不能写“无”"
FILL_CHOICE = "填 {choices} 中的一种"
MISSING_ROWS = "列表：{list}{of}没有填{advice}"
ROWS_OF = "（{names}）"
UNSCORED = (
    "得分：“{indicator}”算不出得分{because}　→ 请核对后填实际的数；确实如此的，请问清财政部门怎样计分{where}"
)
GIVE_POINTS = "，填在补充资料“{sheet}”的“{row}”，并写明原因"
BECAUSE_OF = "，评分标准没有规定这种情形：{places}"
OBSTACLE = "{figure}填的是“{raw}”（{file}，工作表“{sheet}”，{cell}）"
PLACE_HELD = "{name}（写的是“{written}”，请写实际内容）"
IN_LIST = "　→ 请在补充资料“{sheet}”里逐行填写"
IN_TABLES = "　→ 取自决算、预算公开表，请补齐有关的表"

DATE_UNREADABLE = "{name}：写的是“{written}”，请写成“2021年3月15日”这样"
DATE_TOO_EARLY = "{name}：写的是“{written}”，早于{year}年度结束，请核对"

UNDATED_REPORT = Message(
    "没有日期",
    "报告落款处没有日期：补充资料的“{name}”没有填",
    f"请填上后{HERE.again}，或报送前在落款处写上；不要早于所附各表公开的日期",
)

TABLE_BLANK = Message(
    "空表未注明",
    "{file} 的工作表“{sheet}”一个数也没有，也没有写明本表无数据，不能当作没有发生",
    "确实没有的，请在表下写“本表无数据”；漏填的请补填",
)

# Putting filings together
CELL = "{file}，工作表“{sheet}”，{cell}（{raw}）"
SHEET = "{file} 的工作表“{sheet}”"
FILED_TWICE = Message(
    "重复报送",
    "{files} 中有同样的表，数字也相同，只用了 {used} 的：{forms}",
    "重复的可以删去，只留一份",
)
CONTRADICTION = (
    "{department}：{year}年度的《{form}》有两份且数字不同：{figure}，{first} 与 {second}；"
    "共 {forms} 张表、{count} 个数字不同，未生成报告。请只保留正确的一份；"
    "如一份是部门汇总、一份是所属单位的，请在编制单位或文件名后注明“（汇总）”“（本级）”"
)
# A unit of measure that was inferred
UNIT_INFERRED = Message(
    "单位推定",
    "{file} 的工作表“{sheet}”{stated}；只有按“{unit}”换算，才与其他表（{sheets}）全部相符"
    "（印证了 {count} 个数），已按“{unit}”采用",
    "请核实，并在表头右上方写明这一种金额单位",
)
UNIT_UNSTATED = "没有写明金额单位"
UNITS_STATED = "写了不止一种金额单位（{units}）"

# What a department filed, and what became of it
FINAL_ACCOUNTS = "{year}年度部门决算公开表"
BUDGET = "{year}年度部门预算公开表"
SUPPLEMENT = "补充资料"
ACCOUNTS_ABSENT = Message(
    "缺决算",
    "{evidence}，没有{year}年度的决算{there}",
    f"请把{{year}}年度部门决算公开表{HERE.placed}；如年度写错了，请改正",
)
YEAR_ASKED = f"{HERE.year}写的是{{year}}年度"
YEAR_FILED = "{file} 是{year}年度的"
LATEST_ACCOUNTS = "（最近的决算是{year}年度的：{file}）"
NOTHING_OF_YEAR = f"{{department}}：{{reason}}，没有生成报告；请补齐后{HERE.again}，如年度写错了，请改正"
LATER_ACCOUNTS_LIKELY = (
    "{department}：{file} 是哪一年的决算没有写明或读不出来，可能比{latest}年度的（{other}）更新，"
    "分不清报告是哪一年的，没有生成报告；请在它的表头写明年度（如“2020年度”），读不出来的请重新另存，"
    f"或在{HERE.year}写明报告年度"
)
SUPPLEMENT_EARLIER = Message(
    "补充资料年度",
    "{supplement} 写的是{year}年度，而材料里有{latest}年度的决算（{file}）；已按补充资料的年度生成",
    f"如要报{{latest}}年度而补充资料是往年的，请在{HERE.year}写 {{latest}}，{HERE.again}，另填今年的"
    f"（用{HERE.forms}带进往年的内容）；只是年度写错了的，请改补充资料的“年度”；"
    "如要报{year}年度，请把{latest}年度的决算移出文件夹",
)
SUPPLEMENT_OTHER = Message(
    "补充资料年度",
    "{supplement} 写的是{other}年度，报告是{year}年度的，其中内容未采用",
    f"请填{{year}}年度的补充资料（用{HERE.forms}带进往年的内容）；只是年度写错了的，请改补充资料的“年度”",
)
OTHER_YEARS = Message(
    "另有年度",
    "{other}年度的决算（{file}）、预算、补充资料也齐，这次只生成{year}年度的",
    f"要{{other}}年度的，请在{HERE.year}写 {{other}}，{HERE.separately}",
)
FILED_INSTEAD = "；收到未用的：{tables}"
FORMS_MISSING = Message(
    "缺表",
    "缺少{book}中的：{forms}{unused}",
    f"补齐后{HERE.placed}",
)
LAST_YEAR_MISSING = Message(
    FORMS_MISSING.code,
    FORMS_MISSING.text,
    FORMS_MISSING.hint + "；本年新设、没有上年决算的，在补充资料要填上年数的各格写明原因，如“本年新设”",
)
PREDECESSORS = Message(
    FORMS_MISSING.code,
    "{department} 没有{year}年度的决算，{others} 只有这一年的：像是由它们合并组成，它们的数没有作上年数用",
    "确是合并组成的，请把它们这一年的决算合并成一套、部门写“{department}”的表；没有可比的上年数的，"
    "在补充资料要填上年数的各格写明原因，如“本年合并组建”；是所属单位的，请补交它们本年的表",
)
NO_LAST_YEAR = Message(
    "没有上年",
    "补充资料写明没有上年的数（“{answer}”），没有要求{book}，报告不与上年比较",
    "请核对；有上年决算的，补齐后" + HERE.placed,
)
SUPPLEMENT_LACKING = Message(  # or some of its sheets
    FORMS_MISSING.code, FORMS_MISSING.text, f"空表用{HERE.forms}取得，填好后{HERE.placed}"
)
PROSE_TAKEN_IN = Message(
    "文字来源",
    "下列文字取自 {file}：{names}",
    "如为往年材料，请核对其中的年份、数字是否仍然适用",
)
PROSE_GIVEN_ALREADY = Message(
    "文字未采用",
    "{file} 中的{names}没有写进报告：补充资料或前面的文字材料里已经有了，以那里的为准",
    "如应以这一份为准，请把补充资料里的同一项清空",
)
PROSE_CONTRADICTED = Message(
    "文字不一",
    "{used} 和 {file} 的{name}写得不一样，报告先用了 {used} 的“{ours}”，没有用 {file} 的“{other}”",
    "请核对哪一份是对的，只留那一份；补充资料里不要的，请把那一格清空",
)
PROSE_OF_ANOTHER_YEAR = Message(
    "往年文字",
    "{file} 是{other}年度的，其中的文字没有写进{year}年度的报告",
    f"仍然适用的，用{HERE.forms}带进预填的补充资料，核对后再用；"
    "就是{year}年度的，请改正标题或文件名里的年度",
)
PROSE_UNUSED = Message(
    "文字未采用",
    "{file} 中这些内容没有写进报告：{unused}",
    "报告里由程序按表格写的章节不必再写；其他的如应写入，请把标题改成补充资料里文字的名字，如“单位主要职责”“绩效情况”",
)
CHAPTER = "“{heading}”"
FIRST_LINES = "第一个标题之前的文字"
TABLES_IN_PROSE = "{count} 张表格"
PROSE_UNREADABLE = Message(
    "文字材料未读",
    "{file} 不是 Word 文档（.docx）、已损坏或过长，其中的文字未采用，"
    "请只留报告要用的文字，另存为 .docx 后重试",
)
MARKS_SET_RIGHT = Message(
    "标点已改",
    "{place}“{name}”：{count} 处标点、空格在报告里改成规范写法，原文件未动：{places}",
    "请看一遍，改得不对的请改原文",
)
MARKS_DOUBTFUL = Message(
    "标点待核",
    "{place}“{name}”：{count} 处标点、空格拿不准，照原样写进报告：{places}",
    "请改原文，如人名之间用顿号、引号成对",
)
MARKS_CHANGE = "“{before}”改为“{after}”"
NOT_PREFILLED = "没有写出补充资料的.txt"
TEXT_CELL = "{file}，工作表“{sheet}”，{cell}"

# What stopped a department
FAULT = "{name}：程序内部出错，未能生成（{fault}），其余不受影响；请把这一行和所处理的文件发给维护人员"
OUT_OF_TIME = "{name}：处理超过 {seconds} 秒，已中止，其余不受影响；请检查其中是否有异常大的表格"
OUT_OF_MEMORY = "{name}：占用内存过多，已中止，其余不受影响；请检查其中是否有异常大的表格"
NOT_DONE_NOW = "{reason}；{name} 这次没有处理，原有的报告和处理结果都没有动"
STILL_CHANGING = "{name}：文件还在变动，等放好后再处理"
RESULT_NOT_STORED = (
    "{name}：处理结果没能存下来；请检查输出文件夹的磁盘空间，确认没有别的程序在改动它，再重新运行"
)
WORKER_DIED = "{name}：处理时程序异常退出，其余不受影响；请检查其中是否有损坏的文件或异常大的表格"
DEPARTMENT_TWICE = (
    "{department}：文件夹“{first}”和“{second}”都有它 {year} 年度的材料，只能有一份；"
    "输出夹里是“{first}”的报告，“{second}”的没有采用，请并成一个文件夹，删去多余的材料后重新生成"
)
DEPARTMENTS_ALIKE = (
    "{department}（文件夹“{second}”）与 {other}（文件夹“{first}”）的名称只差大小写或末尾，"
    "在输出夹里是同一个文件夹；输出夹里是“{first}”的报告，“{second}”的没有采用，请把名称改得不一样后重新生成"
)

# Folders, and the checklist
LOOSE = HERE.inbox
HISTORY = "历史"
CHECKLIST_FILE = "核对清单.txt"
CHECKLIST_WORKBOOK = "核对清单.xlsx"
PAGE_FILE = "对照页.html"
MARKED_FOLDER = "标注版"
MARKED_FILE = "{stem}（标注版）.xlsx"
CHECKLIST_TITLE = "{report} 核对清单"
CHECKLIST_HEADING = "【{heading}】{count} 项"
FILES_RECEIVED = "收到的文件"
CHECKLIST_PASSED = "另有 {count} 项勾稽关系核对相符。"
ENTRY = "［{code}］{message}"
HINT = "　→ {hint}"
CHECKLIST_PARTS = {
    "error": "错误：改正前不能报送",
    "warning": "警告：请核实",
    "explained": "已说明：不必改",
    "supply": "需要补充的材料、数字和文字",
    "note": "提示",
    "rounding": "四舍五入的尾差：不必改",
    "unchecked": "因缺数据未能核对",
}
SEVERITIES = {"error": "错误", "warning": "警告", "explained": "已说明", "note": "提示"}
