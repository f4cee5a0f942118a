"""What every workbook of ours says besides its values."""

NOTHING = "（无）"
ROWS_LEFT_OUT = "表格行数已满，另有 {count} 行没有列出"
PAGES = "&C&9第 &P 页　共 &N 页&R&9{sheet}"
PAGES_PLAIN = "&C&P / &N"
