"""Every sentence the program itself says to a user. (Wording of reports and rules is in packs.)"""

# Packs
PACK_NONE = "这里没有规则包（缺少 pack.yaml），请检查 --pack 的路径"
PACK_FILE_MISSING = "规则包缺少这个文件"
PACK_SYNTAX = "格式有误：{said}"
PACK_DOUBLED = "“{key}”重复出现，请只保留一处"
PACK_FAULT = "“{place}”{said}"
PACK_FAULT_ELSE = "内容不合要求（{said}）"
PACK_ENCODING = "不是 UTF-8 编码，请用记事本另存为 UTF-8"
PACK_KEY = "键应为文字；以 {{ 开头的文字请加引号"
PACK_BASE_NONE = "extends 提到的规则包“{name}”不存在"
PACK_UNKNOWN = "提到了不存在的“{name}”"
PACK_UNRANKED = "precedence 没有排列这些表：{names}"
PACK_EXPRESSION = "公式“{text}”写法有误，请检查运算符和括号"
PACK_FAULTS = {
    "missing": "缺少必填内容",
    "extra_forbidden": "不是认识的项目，请检查拼写",
    "int_parsing": "应为整数",
    "decimal_parsing": "应为数字",
    "float_parsing": "应为数字",
    "bool_parsing": "应为 true 或 false",
    "enum": "不在可选值之内",
    "literal_error": "不在可选值之内",
    "tuple_type": "应为列表",
    "dict_type": "应为“键: 值”的形式",
    "model_type": "应为“键: 值”的形式",
    "string_type": "应为文字",
    "greater_than": "应大于零",
    "greater_than_equal": "不能小于零",
    "less_than_equal": "超出允许的范围",
    "string_pattern_mismatch": "写法不合要求",
    "pattern": "不是正确的正则表达式",
    "slots": "花括号里的名字不认识，或括号不成对",
    "one_kind": "应当有且只有一种：equation、hierarchy 或 agree（连同两张以上的 forms）",
}

# Files
FILE_UNREADABLE = "{file}：打不开（{reason}），请检查文件是否存在、是否有权限"
FILE_NOT_SPREADSHEET = "{file}：内容不是电子表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
FILE_IS_MARKUP = (
    "{file}：内容是网页或 XML 表格，只是取了电子表格的名字，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
)
FILE_PASSWORD = "{file}：密码不对，打不开，请核对 --password 的密码"
FILE_ENCRYPTED = "{file}：设有打开密码，请去掉密码后再放入，或用 --password 给出密码"
FILE_BROKEN = "{file}：文件损坏，无法读取（{reason}），请重新导出"
NOT_READABLE = "内部结构错乱"
FILE_UNSAFE = "{file}：{reason}，未打开，请重新导出这份文件"
UNSAFE_SIZE = "解压后过大"
UNSAFE_DOCTYPE = "含有不安全的外部实体声明"
UNSAFE_SPREAD = "表格范围异常大（最远的单元格离表格太远）"
UNSAFE_ZIP = "压缩包损坏（{reason}）"

# Reading: (code, message, hint)
SHEET_UNKNOWN = (
    "工作表未识别",
    "{file} 的工作表“{sheet}”含有数字，但没有认出是哪一张标准表，其中数字未采用",
    "如为标准表，请核对表名是否完整；与本报告无关可不理会",
)
HEADER_UNKNOWN = (
    "表头未识别",
    "{file} 的工作表“{sheet}”表名已认出（{cell}），但表头或行名对不上，其中数字未采用",
    "请与标准表样核对表头文字",
)
SHEET_HIDDEN = (
    "隐藏工作表",
    "{file} 的工作表“{sheet}”是隐藏的，其中数字未采用",
    "如需采用，请取消隐藏后重新放入；如是旧数，请删去这张工作表",
)
NOT_A_NUMBER = (
    "不是数字",
    "{file} 的工作表“{sheet}”单元格 {cell} 应填数字，现为文字，未采用",
    "请改填数字；没有的填 0",
)
FIT_ALIKE = (
    "栏行不明",
    "{file} 的工作表“{sheet}”有几处（{cell}）都像是{what}，分不清，未采用",
    "请在表头写清各栏是哪一年、哪一种数（预算数、决算数），同一行名只保留一行",
)
NOT_UNDERSTOOD = (
    "栏行未识别",
    "{file} 的工作表“{sheet}”单元格 {cell} 的栏名或行名没有认出，其中数字未采用；表中没有找到{what}",
    "如就是同一项，请按标准表样改写栏名、行名，或在名称表中加入这一写法",
)
UNITS_DIFFER = (
    "单位不明",
    "{file} 的工作表“{sheet}”写了不止一种金额单位（{what}），其中金额未采用",
    "请只保留实际使用的一种金额单位",
)
UNIT_UNKNOWN = (
    "单位不明",
    "{file} 的工作表“{sheet}”没有写明金额单位，其中金额未采用",
    "请在表头右上方填写“单位：元”或“单位：万元”",
)
COMPUTED_ANEW = (
    "公式重新计算",
    "{file} 的公式没有保存计算结果，已用本机的 LibreOffice 计算后采用",
    "建议用 Excel 或 WPS 打开保存一次，再核对合计数",
)
UNCOMPUTED = (
    "公式未计算",
    "{file} 的工作表“{sheet}”单元格 {cell} 的公式没有计算结果或结果出错，未采用",
    "请用 Excel 或 WPS 打开该文件，保存后再放入",
)

# Checks
PACK_CIRCLE = "公式互相引用成了一圈：{names}"
DIFFERS = "{because}{where}：{left} 与 {right} 不符，相差 {gap}。{places}"
ROUNDING = "{because}{where}：{left} 与 {right} 相差 {gap}，属四舍五入尾差。{places}"
NOT_EVALUABLE = "{because}{where}：缺少 {lacking}，未核对。{places}"
UNIT_SLIP_CODE = "单位疑误"
UNIT_SLIP = (
    "{file}，工作表“{sheet}”：写的单位是“{unit}”，但各数与其他表都相差 {times} 倍，实际像是“{likely}”；"
    "由此 {count} 条勾稽关系不成立"
)
UNIT_SLIP_HINT = "请核对这张表右上方的单位，改正后重新生成"
CAUSE = (
    "{file}，工作表“{sheet}”，{cell}：{name} {actual} 可能有误，应为 {expected}{slip}；"
    "由此 {count} 条勾稽关系不成立：{becauses}"
)
HINT_CAUSE = "请对照原始凭据核实这个单元格，改正后重新生成"
SLIPS = {
    "sign": "（正负号相反）",
    "unit": "（像是单位填错，差一千倍或一万倍）",
    "last-year": "（与上年数相同，像是没有更新）",
    "neighbour": "（与相邻一行相同，像是错行）",
    "transposed": "（像是两位数字颠倒）",
    "digit": "（像是一位数字写错）",
    "length": "（像是多写或漏写一位数字）",
}
WHERE = "（{where}）"
SCORE_ASTRAY_CODE = "评分超出范围"
SCORE_ASTRAY = "自评得分应在 0 至 {full} 之间，未采用。{place}"
HINT_DIFFERS = "请核对所列单元格，改正原表后重新生成"
HINT_ROUNDING = "各数分别四舍五入所致，一般不需处理"
NO_DIVISOR = "不为零的除数"
FIGURE = "{item}（{basis}）"
OF_FORM = "《{form}》的{figure}"
ON_SHEET = "见 {file}，工作表“{sheet}”：{figures}"
IN_CELL = "{cell} {name} {amount}"
COMPUTED = "{name} {amount}（＝{formula}）"
BLANK = "空白"
AND = "、"
OR = "或"
AND_MORE = "等 {count} 项"
THEN = "；"

# What a person still has to supply
MISSING_FIGURE = "数字：{item}（{basis}）"

# Putting filings together
CELL = "{file}，工作表“{sheet}”，{cell}（{raw}）"
FILED_TWICE_CODE = "重复报送"
FILED_TWICE = "同一张表报送了两次且数字不同：{figure}，见 {places}，暂以前者为准"
FILED_TWICE_HINT = "请只保留正确的一份"

# The blank workbook
UNIT_LINE = "单位：{unit}"
TIP_COLUMN = "填写说明"
COMPUTED_CELL = "自动计算"
INPUT_WRONG = "填写有误"
INPUT_RANGE = "请填 {least} 至 {most} 之间的数字"
GREATEST_AMOUNT = "9999999999"

# What a department filed, and what became of it
FINAL_ACCOUNTS = "{year}年度部门决算公开表"
BUDGET = "{year}年度部门预算公开表"
SUPPLEMENT = "补充资料"
FORMS_LACKING_CODE = "缺表"
FORMS_LACKING = "缺少{book}中的：{forms}"
FORMS_LACKING_HINT = "补齐后放入同一文件夹重新生成；补充资料可用 jixiao forms 取得空表"
PROSE_TAKEN_CODE = "文字来源"
PROSE_TAKEN = "下列文字取自 {file}：{names}"
PROSE_TAKEN_HINT = "如为往年材料，请核对其中的年份、数字是否仍然适用"
FAULT = "{name}：程序内部出错，未能生成（{fault}），其他部门不受影响；请把这一行和该部门文件发给维护人员"
LOOSE = "收件文件夹"
OUT_OF_TIME = "{name}：处理超过 {seconds} 秒，已中止，其他部门不受影响；请检查其中是否有异常大的表格"
OUT_OF_MEMORY = "{name}：占用内存过多，已中止，其他部门不受影响；请检查其中是否有异常大的表格"
WORKER_DIED = "{name}：处理时程序异常退出，未能生成，其他部门不受影响；请检查该文件夹中是否有损坏的文件"
DEPARTMENT_TWICE = (
    "{department}：文件夹“{first}”和“{second}”都有它 {year} 年度的材料，只能有一份；"
    "输出夹里现在是后一份的报告，前一份的在“历史”里，请删去多余的材料后重新生成"
)
HISTORY = "历史"
LIST_FILE = "核对清单.txt"
LIST_TITLE = "{year}年度{department}部门整体支出绩效评价报告 核对清单"
LIST_HEADING = "【{heading}】{count} 项"
LIST_HELD = "另有 {count} 项勾稽关系核对相符。"
ENTRY = "［{code}］{message}"
HINT = "　→ {hint}"
TO_SUPPLY = "supply"
LIST_PARTS = {
    "error": "错误：数字对不上，改正前不能报送",
    "warning": "警告：请核实",
    TO_SUPPLY: "需要补充的材料和文字",
    "note": "提示",
    "not-evaluable": "因缺数据未能核对",
}
SEVERITIES = {"error": "错误", "warning": "警告", "note": "提示"}
PROSE_UNREADABLE_CODE = "文字材料未读"
PROSE_UNREADABLE = "{file} 不是 Word 文档（.docx）或已损坏，其中的文字未采用，请另存为 .docx 后重试"

# The screen
PROGRESS = "生成中"
VERDICT_READY = "可报送"
VERDICT_TO_SUPPLY = "待补充 {count} 项"
VERDICT_PENDING = "待核 {count} 处错误"
VERDICT_FAILED = "未处理"
SCORE = "自评 {score} 分（{grade}）"
NO_SCORE = "自评得分未齐"
DEPARTMENT = "{year}年度 {department}"
UNCHECKED = "另有 {count} 项勾稽关系因缺数据未核对"
SUMMARY = "共 {total} 个部门：可报送 {ready}，待补充 {lacking}，待核 {pending}；未能处理 {failed}。"
SUMMARY_WHERE = "报告和核对清单在 {output}"
FIGURE_LINE = "{id} = {value}　{origin}"
INBOX_NONE = "没有这个文件夹：{path}，请检查路径"
INBOX_EMPTY = "{path} 里没有可读的表（.xlsx、.xls、.et、.ods），请把部门决算、预算公开表和补充资料放进来"
FORM_EXISTS = "{path} 已存在，没有覆盖；请先移走或换一个文件夹"
FORM_WRITTEN = "空白补充资料已写到 {path}"

# Inspection
INSPECTED = "{file}：部门 {department}，年度 {year}"
INSPECTED_FORM = (
    "  {form}　工作表“{sheet}”，表名在 {title}，单位 {unit}，{year} 年，"
    "取数 {figures} 个，明细 {lines} 行，文字 {texts} 段"
)
UNREAD_ROW = "未采用的行：{cell} {label}"
UNREAD_COLUMN = "未采用的栏：{cell} {label}"
NEAR_MISS = "没有找到“{expected}”，最接近的是“{closest}”；如是同一项，把下一行加进收件文件夹的 别名.yaml："
PASTE = "      {expected}: [{closest}]"

# Help
HELP_INSPECT = "看一看文件里认出了哪些表、取了多少数、哪些没有认出"
HELP_FILES = "要查看的表格文件"
HELP = "绩效报告转换器：把部门预决算公开表转换成部门整体支出绩效评价报告"
HELP_CONVERT = "为收件文件夹里的每个部门生成 Word 报告和核对清单"
HELP_CHECK = "只核对，不生成报告"
HELP_FIGURES = "列出读到和算出的全部数字及其出处"
HELP_FORMS = "写出空白的补充资料工作簿，供单位填写"
HELP_INBOX = "收件文件夹：每个部门一个子文件夹，或所有文件直接放在里面"
HELP_OUTPUT = "报告写到哪个文件夹"
HELP_FORMS_OUTPUT = "空表写到哪个文件夹"
HELP_PACK = "规则包文件夹，不写则用自带的湖南省2020年规则"
HELP_PASSWORD = "有打开密码的文件用这个密码打开"
HELP_YEAR = "报告年度，不写则取有决算的最近一年"
HELP_JOBS = "同时用几个进程，不写则与处理器个数相同"
HELP_FORMAT = "输出格式：text 供人看，json 供程序读"
