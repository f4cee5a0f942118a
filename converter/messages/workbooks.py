"""What workbooks of ours say besides their values."""

NOTHING = "（无）"
ROWS_LEFT_OUT = "表格行数已满，另有 {count} 行没有列出"
PAGES = "&C&9第 &P 页　共 &N 页&R&9{sheet}"
PAGES_PLAIN = "&C&P / &N"

# The blank supplement, besides the pack's own labels
UNIT_LINE = "单位：{unit}"
TIP_COLUMN = "填写说明"
COMPUTED_CELL = "自动计算"
INPUT_WRONG = "填写有误"
INPUT_RANGE = "请填 {least} 至 {most} 之间的数字"
GREATEST_AMOUNT = "9999999999"
