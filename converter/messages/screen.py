"""What the command line shows."""

# The screen
PROGRESS = "生成中"
READY, FAILED = "可报送", "未处理"
TO_DO = {
    "error": "待核 {count} 处错误",
    "supply": "待补充 {count} 项",
    "warning": "警告 {count} 条",
    "explained": "已说明 {count} 条",
}
TO_DO_AND = "，"
SCORE = "自评 {score} 分（{grade}）"
NO_SCORE = "自评得分未齐"
DEPARTMENT = "{year}年度 {department}"
UNCHECKED = "另有 {count} 项勾稽关系因缺数据未核对"
SUMMARY = "共 {total} 个部门：{counts}。"
SUMMARY_COUNTS = {"ready": "可报送 {count}", "to-supply": "待补充 {count}", "pending": "待核 {count}"}
SUMMARY_FAILED = "{failed} 份材料未能处理。"
SUMMARY_WHERE = "报告和核对清单在 {output}"
LIST_NEEDS_FILE = "请用 -o 写明写到哪个文件"
LIST_ON_SCREEN = "-o 只用于 --format csv 和 xlsx；别的格式打在屏幕上，可用 > 存成文件"
LIST_EXISTS = "{path} 已存在，没有覆盖；请先移走或换一个文件名"
LIST_WRITTEN = "共 {count} 行，已写到 {path}"
LIST_SHEET = "清单"
FIGURE_COLUMNS = {
    "department": "部门",
    "year": "年度",
    "item": "项目",
    "basis": "种类",
    "value": "数值",
    "unit": "单位",
    "file": "文件",
    "sheet": "工作表",
    "cell": "单元格",
    "formula": "算式",
}
FINDING_COLUMNS = {
    "department": "部门",
    "year": "年度",
    "severity": "程度",
    "code": "编号",
    "message": "内容",
    "expected": "应为",
    "actual": "现为",
    "hint": "怎么办",
    "file": "文件",
    "sheet": "工作表",
    "cell": "单元格",
}
HELD = "相符"
FIGURE_LINE = "{id} = {value}　{origin}"
OUTPUT_LOST = "屏幕或重定向的文件写不进去（{reason}），上面的内容没有显示全；要写的文件都已照常写好"
PATH_DASH = "不能从标准输入读，也不能写到标准输出；文件或文件夹就叫 - 的，请写 ./-"
PATH_EMPTY = "文件或文件夹的名字是空的，请写明是哪一个（当前文件夹写作 .）"
YEAR_WRONG = "--year 后面要写 {first} 到 {last} 之间的年份"
TIMEOUT_WRONG = "--timeout 后面要写 1 到 {most} 之间的秒数"
OUTBOX_IS_INBOX = "输出文件夹和收件文件夹是同一个（{path}），会把报告当成材料；请用 -o 另写一个输出文件夹"
INBOX_IN_OUTBOX = (
    "收件文件夹 {inbox} 在输出文件夹 {outbox} 里面，会和报告混在一起；请用 -o 另写一个输出文件夹"
)
SETTINGS_FILE = "设置.yaml"
SETTING_AT = "这一项写在 {file} 第 {line} 行"
INBOX_NONE = "没有这个文件夹：{path}，请检查路径"
INBOX_EMPTY = "{path} 里没有可读的表（.xlsx、.xls、.et、.ods），请把部门决算、预算公开表和补充资料放进来"
SUPPLEMENT_EXISTS = "{path} 已存在，没有覆盖；请先移走或换一个文件夹"
SUPPLEMENT_WRITTEN = "空白补充资料已写到 {path}"
SUPPLEMENT_PREFILLED = (
    "{year}年度 {department}：要填 {to_fill} 格，选填 {optional} 格，请核对 {to_confirm} 格，"
    "已有 {known} 格；在 {path}"
)
SUPPLEMENT_STANDS = "{department}：{path} 已存在，没有覆盖；请先移走或换一个文件夹"
SUPPLEMENT_FAILED = "没有写补充资料：{reason}"

# Inspection
INSPECTED = "{file}：{department}，{year}"
INSPECTED_DEPARTMENT, NO_DEPARTMENT = "部门 {department}", "部门未写明"
INSPECTED_OF = "，{department}"
INSPECTED_YEAR, NO_YEAR = "{year} 年度", "年度未写明"
NO_UNIT, NO_TITLE = "未写明", "工作表名"
INSPECTED_FORM = (
    "  {form}　工作表“{sheet}”，表名在 {title}，单位 {unit}，{year}{whose}，"
    "取数 {figures} 个，明细 {lines} 行，文字 {texts} 段"
)
UNUSED_TABLE = "  {title}　工作表“{sheet}”，是{what}，其中数字未采用"
UNUSED = "本报告不用的表"
UNUSED_ALIKE = "表头、行名与{forms}对不上的表"
UNREAD_ROW = "未采用的行：{cell} {label}"
UNREAD_COLUMN = "未采用的栏：{cell} {label}"
NEAR_MISS = "没有找到“{expected}”，最接近的是“{closest}”；如是同一项，把下一行加进收件文件夹的 别名.yaml："
PASTE = "      {expected}: [{closest}]"
