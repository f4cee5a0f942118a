"""What is said on the page with a report and its sources side by side."""

ABOUT = "{department}　{readiness}"
PLACE = "{file}，“{sheet}”{cell}，表中为 {raw}"
REPORT_CUT = "报告太长，这里只有前面的部分"
SHEETS_CUT = "原表太大，有的表只列表头、报告用到的行和前面的栏，有的没有列出"
STATUSES = {
    "cell": "直接取自单元格",
    "computed": "由几个数算出",
    "doubtful": "与错误有关",
    "untraced": "单位填写的文字里的数",
}
CHECKED = "{file}　{verdict}"
NOTES_CUT = "数与数之间核对的关系太多，后面的没有列出，颜色照样是核对的结果"
FINDINGS_CUT = "问题太多，只列前面的"
RELATIONS = {
    "holds": "相符：{text}",
    "rounding": "只差尾数：{text}",
    "differs": "不符：{text}",
}
UNTRACED = "单位填写的文字里的数，不是从表里取的；与报告里其他的数核对：{status}"
