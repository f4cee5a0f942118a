"""The words of the blank workbook besides the pack's own labels."""

UNIT_LINE = "单位：{unit}"
TIP_COLUMN = "填写说明"
COMPUTED_CELL = "自动计算"
INPUT_WRONG = "填写有误"
INPUT_RANGE = "请填 {least} 至 {most} 之间的数字"
GREATEST_AMOUNT = "9999999999"
