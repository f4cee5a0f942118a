"""Every sentence the program itself says to a user. (Wording of reports and rules is in packs.)"""

# Packs
PACK_NONE = "这里没有规则包（缺少 pack.yaml），请检查 --pack 的路径"
PACK_FILE_MISSING = "规则包缺少这个文件"
PACK_SYNTAX = "格式有误：{said}"
PACK_DOUBLED = "“{key}”重复出现，请只保留一处"
PACK_FAULT = "“{place}”{said}"
PACK_UNKNOWN = "提到了不存在的“{name}”"
PACK_UNRANKED = "precedence 没有排列这些表：{names}"
PACK_EXPRESSION = "公式“{text}”有误：{said}"
PACK_FAULTS = {
    "missing": "缺少必填内容",
    "extra_forbidden": "不是认识的项目，请检查拼写",
    "int_parsing": "应为整数",
    "decimal_parsing": "应为数字",
    "bool_parsing": "应为 true 或 false",
    "enum": "不在可选值之内",
    "literal_error": "不在可选值之内",
    "tuple_type": "应为列表",
    "dict_type": "应为“键: 值”的形式",
    "model_type": "应为“键: 值”的形式",
    "string_type": "应为文字",
}

# Files
FILE_UNREADABLE = "{file}：打不开（{reason}），请检查文件是否存在、是否有权限"
FILE_NOT_SPREADSHEET = "{file}：内容不是电子表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
FILE_ENCRYPTED = "{file}：设有打开密码，请去掉密码后再放入"
FILE_BROKEN = "{file}：文件损坏，无法读取（{reason}），请重新导出"
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
UNIT_UNKNOWN = (
    "单位不明",
    "{file} 的工作表“{sheet}”没有写明金额单位，其中金额未采用",
    "请在表头右上方填写“单位：元”或“单位：万元”",
)
UNCOMPUTED = (
    "公式未计算",
    "{file} 的工作表“{sheet}”单元格 {cell} 的公式没有计算结果，未采用",
    "请用 Excel 或 WPS 打开该文件，保存后再放入",
)

# Checks
PACK_CIRCLE = "公式互相引用成了一圈：{names}"
DIFFERS = "{because}{where}：{left} 与 {right} 不符，相差 {gap}。{figures}"
ROUNDING = "{because}{where}：{left} 与 {right} 相差 {gap}，属四舍五入尾差。{figures}"
NOT_EVALUABLE = "{because}：缺少 {lacking}，未核对"
HINT_DIFFERS = "请核对所列单元格，改正原表后重新生成"
HINT_ROUNDING = "各数分别四舍五入所致，一般不需处理"
DETAIL_LINES = "明细行"
FIGURE = "{item}（{basis}）"
OF_FORM = "《{form}》的{figure}"
AT = "{name} {amount}［{file}，工作表“{sheet}”，{cell}］"
COMPUTED = "{name} {amount}（计算得出）"
BLANK = "空白"
AND = "、"
AND_MORE = "等，另有 {count} 项"

# What a person still has to supply
MISSING_FIGURE = "数字：{item}（{basis}）"
OF_ITEM = "{name}{called}"

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
