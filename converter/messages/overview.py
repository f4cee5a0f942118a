"""The words of the overview of all departments besides the pack's own labels."""

from converter.messages.phrases import HERE, Message

OVERVIEW_FILE = "汇总.xlsx"
READINESS = {
    "ready": "可报送",
    "to-supply": "待补充",
    "pending": "待核",
    "failed": "未处理",
    "not-filed": "未报送",
}

# The bureau's list of departments, and its totals
LIST_WITHOUT_HEAD = "{file}：没有找到表头，应有一栏叫“{labels}”，请在第一行写上栏名"
LIST_UNSEPARATED = (
    "{file}：栏与栏之间没有分开，认不出“{labels}”一栏；请用逗号或制表符分隔，或用 Excel、WPS 另存为 .xlsx"
)
LIST_EMPTY = "{file}：表头下面没有内容，请逐行填写部门"
LIST_ENCODING = "{file}：文字编码不是 UTF-8 或 GB18030，请用 Excel 或 WPS 另存为 .xlsx"
ROSTER, BUREAU = "名册", "汇总表"
ROSTER_TWICE = f"{HERE.inbox}里有几份名册（{{files}}），请只保留一份"
ROSTER_UNUSED = "名册未采用，没有核对谁未报送：{fault}"
ROSTER_PASSED_OVER = (
    "{file}：有 {count} 行像是小标题，没有当作部门，也没有核对报没报（如：{rows}）；"
    "是部门的，请写单位全称，并在同一行填上编码"
)
BUREAU_EMPTY = "{file}：没有取到 {year} 年度的数，请核对表名、年度和单位"
BUREAU_UNUSED = "汇总表未采用，没有核对合计：{fault}"

# Who filed what
FILING_ISSUES = {
    "not-filed": "未报送",
    "twice": "报送两次",
    "unlisted": "不在名册",
    "other-year": "年度不符",
    "years-vary": "年度不一",
    "listed-twice": "名册重复",
    "scope": "报送口径",
}
NOT_FILED = f"名册中有，{HERE.inbox}里没有它的材料"
FILED_AS = "报送时用的名称是“{name}”"
FILED_TWICE = "“{first}”和“{second}”都是它 {year} 年度的材料，请只保留一份"
UNLISTED = "{roster} 中没有这个名称、别名或编码；如应报送，请补入名册"
OTHER_YEAR = "报送的是 {year} 年度，本次应报 {expected} 年度"
YEARS_VARY = "报送的是 {year} 年度，其他部门报送的是 {expected} 年度，请核实应报哪一年度"
LISTED_TWICE = "{roster} 中有几行都是这个名称，以第一行为准"
AND_THEN = "；"

# The workbook
SHEETS = {
    "steps": "下一步",
    "cohorts": "年度与评价办法",
    "charts": "图表",
    "departments": "部门汇总",
    "measures": "全部指标",
    "findings": "问题清单",
    "missing": "待补充",
    "rules": "问题分类",
    "outliers": "排名与异常",
    "totals": "合计核对",
    "filing": "名册核对",
    "files": "收到的文件",
}
CHARTS = {"readiness": "报告判定：各评价办法、年度的部门数", "rules": "最常见的问题：涉及部门数"}
SUBJECT = "{year}年度{subject}"
SHEET_TITLE = "{subject}{sheet}"
SHEET_NOTES = {
    "cohorts": "金额单位：{unit}。不同年度、不同评价办法的数不合计、不比较。",
    "departments": "金额单位：{unit}。共 {count} 行：{readiness}。"
    "红底的数字与同组部门相比异常，说明见“排名与异常”。",
    "measures": "金额单位：{unit}。评价办法的全部计算指标；空白表示缺数据或分母为零，算不出来。",
    "findings": "错误 {error} 条，警告 {warning} 条，已说明 {explained} 条，提示 {note} 条。尾差不列。",
    "missing": "报告中空着的内容和没有报送的表，要由人补齐；共 {count} 项。",
    "rules": "同一种问题有多少部门、出现几次；涉及部门多的，先看是不是都把填法理解错了。",
    "outliers": "与同级次、同类别部门的中位数比较，相差超过一般差距的 {distance} 倍为异常"
    "（一般差距：各部门与中位数的差距，也取中位数，乘以 1.4826；"
    "同组不足 {least} 个部门的与全部部门比较）。名次由高到低。异常 {count} 处。",
    "totals": "已报送部门的合计，分年度、分评价办法{bureau}。有错误没有改正的数存疑，不计入合计。",
    "files": "收到的全部文件读作什么；没有用的，为什么没有用。"
    "共 {count} 个，没有用的 {unused} 个，读不了的 {unreadable} 个。",
    "filing": f"{{issues}}。名册是{HERE.inbox}里的 名册.xlsx 或 名册.csv。",
}
WITH_BUREAU = (
    f"，与{HERE.inbox}里的汇总表核对（同一年度用了几个评价办法的不核对）；相差在各数四舍五入之内的为尾差"
)
WITHOUT_BUREAU = f"；{HERE.inbox}里没有可用的汇总表（文件名以“汇总表”开头或结尾），未核对"
ALL_FINE = "没有问题"
NO_ROSTER = "没有名册，未核对谁未报送"
WORD_COUNT = "{word} {count}"
HEADS = {
    "order": "序号",
    "name": "部门",
    "code": "预算编码",
    "parent": "主管部门",
    "level": "级次",
    "kind": "类别",
    "readiness": "判定",
    "errors": "错误",
    "warnings": "警告",
    "explained": "已说明",
    "missing": "待补",
    "grade": "等次",
    "report": "报告",
    "notes": "备注",
    "year": "年度",
    "pack": "评价办法",
    "region": "地区",
    "cohort_size": "部门数",
    "severity": "程度",
    "rule": "问题种类",
    "file": "文件",
    "sheet": "工作表",
    "cell": "单元格",
    "message": "问题",
    "hint": "怎样处理",
    "missing_kind": "哪一类",
    "missing_item": "要补充的内容",
    "departments": "涉及部门数",
    "share": "占比",
    "count": "次数",
    "which": "涉及部门",
    "value": "数值",
    "rank": "名次",
    "outliers": "异常项数",
    "reasons": "异常说明",
    "column": "项目",
    "unit": "单位",
    "filed": "有数部门数",
    "sum": "各部门合计",
    "excluded": "存疑未计的部门",
    "bureau": "汇总表",
    "difference": "相差",
    "match": "结果",
    "source": "汇总表出处",
    "issue": "情况",
    "explanation": "说明",
    "place": "收件位置",
    "use": "结果",
    "account": "读作什么，或为什么没有用",
}
GROUPS = {
    "who": "部门",
    "sort": "归属",
    "state": "处理结果",
    "result": "评价",
    "outliers": "异常",
    "cohort": "年度与评价办法",
    "sums": "各部门合计",
}
OPEN_REPORT = "打开"
TO_WRITE = Message("待写内容", "{item}", f"填入补充资料，或写在 文字材料.docx 里，{HERE.again}")
AND_OTHERS = "{names}等 {count} 个"
OUTLIER = (
    "{label} {value}，{side}：{peers} {count} 个部门的中位数是 {median}，"
    "相差 {gap}，是一般差距的 {distance} 倍"
)
SIDES = {True: "偏高", False: "偏低"}
PEERS = "同组（{group}）"
ALL_PEERS = "全部"
MATCHES = {"same": "相符", "rounding": "尾差", "differs": "不符", "unknown": "未核对"}

FILE_USES = {
    "tables": "读作表",
    "prose": "读作文字",
    "unused": "没有用",
    "unreadable": "读不了",
    "": "未处理",
}

# The screen
OVERVIEW = "汇总"
OVERVIEW_WRITTEN = "汇总在 {path}；名册核对：{issues}"

# The page
PAGE_FILE = "index.html"
PAGE_TITLE = "{subject}报告汇总"
PAGE_SCOPE = "{title}。数字取自各部门报送的预决算公开表和补充资料。"
PAGE_ISSUE = "{issue}：{explanation}"
PAGE_HEADS = {
    "name": "部门",
    "level": "级次",
    "kind": "类别",
    "year": "年度",
    "pack": "评价办法",
    "readiness": "结论",
    "errors": "错误",
    "warnings": "警告",
    "explained": "已说明",
    "missing": "待补充",
    "grade": "等级",
    "notes": "备注",
}

# What to do next, and what may be sent to the departments
STEPS_NOTE = "先催报，再退回重报、退回更正；“发给单位的话”可以直接复制。"
STEPS = {
    "chase": "催报",
    "refile": "退回重报",
    "return": "退回更正",
    "put-away": "删去重复",
    "identify": "核实单位",
    "ask": "询问单位",
    "supply": "等待补充",
}
STEP_HEADS = {"kind": "做什么", "department": "部门", "reason": "为什么", "notice": "发给单位的话"}
STEP_ERRORS = "有 {count} 处错误"
STEP_LACKING = "还缺 {count} 项内容"
STEP_TO_WRITE = "请补充：{item}"
CHASE = "{department}：至今没有收到你单位{subject}报告的材料，请尽快报送。"
NOTICE = "{department}：你单位报送的{subject}材料经核对，请处理以下各项后重新报送：\n{lines}"
