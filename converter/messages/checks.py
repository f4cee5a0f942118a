"""How findings of the checks are worded.

A message without code is of a check: the pack gives the code, and may give the hint.
"""

from converter.messages.phrases import HERE, Message

CORRECT_TABLES = f"请核对所列单元格，改正原表后{HERE.again}"
CORRECT_SUPPLEMENT = f"请核对所列单元格，改正补充资料后{HERE.again}"
CORRECT_EITHER = f"请先核对补充资料里填的数，填错的改补充资料；确是公开表有误的改原表，改后{HERE.again}"
_CORRECT_UNIT = f"请核对这张表右上方的单位，改正后{HERE.again}"
_REWORD = "报告会照抄这段文字；请改写，或核对所列的数"

# What does not hold, or could not be judged
DIFFERS = Message("", "{rule}{where}：{left} 与 {right} 不符，相差 {gap}{granularity}。{places}")
PARTS_LARGER = Message("", "{rule}：{count} 个科目不符。{places}")
ROUNDING = Message(
    "",
    "{rule}{where}：{left} 与 {right} 相差 {gap}{granularity}，属四舍五入尾差。{places}",
    "各数分别四舍五入所致，一般不需处理",
)
DIGITS_CUT = Message(
    "",
    "{rule}{where}：{left} 与 {right} 相差 {gap}{granularity}，属舍去尾数所致。{places}",
    "各数分别舍去尾数所致，一般不需处理；四舍五入更准",
)
GRANULARITY = "（按表中数精确到{granularity}算）"
HELD = "{rule}{where}"
NOT_EVALUABLE = Message("", "{rule}{where}：缺少 {lacking}，未核对。{places}")
IN_GROUP = "{group}，{name}"
ASKED = Message("", "{rule}{where}：“{column}”没有填。{places}", "请在这一行补填")
LIST_DIFFERS = Message(
    "目标不一致",
    "“{row}”的“{column}”，{first} 写的是“{kept}”，{second} 写的是“{other}”，报告采用前者",
    "请核对；确已调整的，在核对清单中说明调整的依据",
)
LIST_ROW_LACKING = Message(
    "目标未自评",
    "{first} 列有“{row}”，《{form}》中没有这一行",
    "请补填完成情况；名称不同的请改成一致；确已调整的，在核对清单中说明调整的依据",
)
LIST_GROUP_UNKNOWN = Message(
    "项目不明",
    "{file} 的工作表“{sheet}”中 {cell} 的“{row}”属于“{group}”，《{list}》中没有这一行，不会印出来",
    "请把名称改成一致，或在《{list}》中补填",
)
LIST_NOT_FILED = Message(
    "项目未列出",
    "{file} 的工作表“{sheet}”有 {count} 个项目的内容（从 {cell} 起），没有收到《{list}》，不会印出来",
    "要在报告中写这些项目的，请填报《{list}》",
)
POINTS_DIFFER = Message(
    "得分不符",
    "{file} 的工作表“{sheet}”中 {cell} “{row}”的得分填的是{filed}分；按“{method}”的计分办法，{applied}",
    "请核对得分、指标值和完成值；另有计分办法的，在核对清单中说明",
)
POINTS_COMPUTED = Message(
    "得分由程序计算",
    "{file} 的工作表“{sheet}”中 {cell} “{row}”没有填得分，按“{method}”的计分办法，{applied}",
    "请核对；不是这样计分的，请填上得分",
)
POINTS_NOT_USED = Message(
    "得分由程序计算",
    "这个指标能按公式算出得分，填的自评得分没有采用。{place}",
    "不必填；要改得分的，请改所依据的数",
)
NO_DIVISOR = "不为零的除数"
POINTS_OUT_OF_RANGE = Message(
    "评分超出范围", "自评得分应在 0 至 {full} 之间，未采用。{place}", CORRECT_SUPPLEMENT
)

# What is wrong behind it: cells
WRONG_CELL = Message(
    "",
    "{file}，工作表“{sheet}”：{cell} {name} {actual} 可能有误，应为 {expected}{slip}；"
    "由此 {count} 条勾稽关系不成立：{statements}",
    f"请对照原始凭据核实这个单元格，改正后{HERE.again}",
)
SLIP = "（{slip}）"
MIXUP = Message(
    "",
    "{file}，工作表“{sheet}”：{slip}，应为 {amounts}；改后 {count} 条勾稽关系全部成立：{statements}",
    f"请对照原始凭据核实所列单元格，改正后{HERE.again}",
)
ONE_LEFT_BLANK = Message(
    "",
    "{file}，工作表“{sheet}”：下列几处都{slip}，只缺一处的话应为 {amounts}；"
    "改后 {count} 条勾稽关系全部成立：{statements}",
    f"请对照原始凭据找出漏填的单元格，改正后{HERE.again}",
)
REST_OF_CELLS = "（其余 {cells}）"
AMENDED_CELL = "{cell} {name} {expected}（现为 {actual}）"

# What is wrong behind it: sheets
WRONG_UNIT = Message(
    "单位疑误",
    "{file}，工作表“{sheet}”：写的单位是“{unit}”，但各数与其他表都相差 {times} 倍，实际像是“{likely}”；"
    "由此 {count} 条勾稽关系不成立",
    _CORRECT_UNIT,
)
WRONG_UNIT_BOOK = Message(
    "单位疑误",
    "{file}：{count} 张工作表写的单位都是“{unit}”，但各数与其他文件都相差 {times} 倍，"
    "整个文件实际像是“{likely}”；"
    "由此 {broken} 条勾稽关系不成立。涉及 {sheets}",
    f"请核对这个文件各表右上方的单位，一并改正后{HERE.again}",
)
OUT_OF_SIZE = Message(
    "单位疑误",
    "{file}，工作表“{sheet}”：写的单位是“{unit}”，但各数与 {other_file} 的工作表“{other_sheet}”中的同项都相差"
    "约 {times} 倍，实际像是“{likely}”",
    _CORRECT_UNIT,
)
LAST_YEAR_SHEET = Message(
    "误用上年表",
    "{file}，工作表“{sheet}”：可与上年表比较的 {compared} 个数中 {equal} 个与上年相同，像是误用了上年的表；"
    "按其他表应为 {amounts}；由此 {count} 条勾稽关系不成立：{statements}",
    f"请换成本年的表后{HERE.again}",
)
BUDGETED_SHEET = Message(
    "误用预算数",
    "{file}，工作表“{sheet}”：明细的 {equal} 个数全与预算（{source}）相同，像是把预算数当决算数填了；"
    "按其他表应为 {amounts}；由此 {count} 条勾稽关系不成立：{statements}",
    f"请换成决算数后{HERE.again}",
)
LAST_YEARS_BOOK = Message(
    "误用上年表",
    "{file}：可与 {other} 比较的 {compared} 个数中 {equal} 个与其中的上年数相同，像是把上年的文件当本年报了；"
    "由此 {count} 条勾稽关系不成立。涉及 {sheets}",
    f"请换成本年的文件后{HERE.again}",
)
THIS_YEARS_BOOK = Message(
    "误用本年表",
    "{file}：可与 {other} 比较的 {compared} 个数中 {equal} 个与其中的本年数相同，像是把本年的文件当上年报了；"
    "由此 {count} 条勾稽关系不成立。涉及 {sheets}",
    f"请换成上年的文件后{HERE.again}",
)
ONE_OF_TWO_BOOKS = Message(
    "误用上年表",
    "{file} 与 {other}：可比较的 {compared} 个数中 {equal} 个相同，像是同一年的表报了两年；"
    "由此 {count} 条勾稽关系不成立。涉及 {sheets}",
    f"请核对两个文件各是哪一年的，换成该年的文件后{HERE.again}",
)
DISJOINTED_SHEET = Message(
    "数字错位",
    "{file}，工作表“{sheet}”：从 {cell} 起各数与行名、栏名对不上{slip}；"
    "由此 {count} 条勾稽关系不成立：{statements}",
    f"请对照原表逐行核对这张表的数字，改正后{HERE.again}",
)
DISPLACED_ROWS = Message(
    "数字错位",
    "{file}，工作表“{sheet}”：{cell} 起 {count} 个科目的数与 {other_file} 的工作表“{other}”中同一科目的对不上"
    "，{slip}；按后者，应为 {amounts}{either}",
    "请对照原表逐行核对这几个科目的数，改正后重新生成",
)
MISSING_ROW = Message(
    "",
    "{file}，工作表“{sheet}”：{cell} {above} 下面像是少了 {code} {name} 一行"
    "（{other} 是 {amount}）；由此 {count} 条勾稽关系不成立：{statements}",
    f"请对照原始凭据核实，补上这一行后{HERE.again}",
)
OR_THE_OTHER = "。也可能是后者错了行"
BUDGET_UNIT_MISMATCH = Message(
    "",
    "{rule}：核对 {compared} 项，{count} 项不符{likely}。{amounts}",
    f"请核对文件夹里是否正好是汇总所含的全部单位，补齐、移走或改正后{HERE.again}",
)
UNIT_NOT_INCLUDED = "，像是部门汇总数没有包括“{unit}”"
UNIT_LACKING = "，部门汇总数都比所列单位之和大，像是少放了所属单位的材料"
DEPARTMENT_AND_UNITS = "{name} 部门 {left}，各单位之和 {right}"

# Reasons a department gives
REASON = "{file}，工作表“{sheet}”，{cell}：{statement}。{places}"
REASON_OVER_BUDGET = Message("文字与预算不符", "{over}", _REWORD)
REASON_OF_LESS = Message("原因与增减方向不符", "{item}比上年增加，写的原因却只说了减少的情形", _REWORD)
REASON_OF_MORE = Message("原因与增减方向不符", "{item}比上年减少，写的原因却只说了增加的情形", _REWORD)
REASON_OF_NONE = Message(REASON_OF_LESS.code, "{item}本年有支出，写的原因却说没有", _REWORD)

# Problems beside those a department wrote
PROBLEMS_SHOWN = Message(
    "数据还显示",
    "{names}由单位填写，报告照写，程序没有另加；数据还显示：{problems}",
    "没有写到的，请考虑补写",
)
SHOWN_PROBLEM = "{problem}（{figures}）"

# Names and places
WHERE = "（{where}）"
OF_FORM = "《{form}》的{figure}"
OVER_UNITS = "{item}（{basis}），所属单位：{units}"
ON_SHEET = "见 {file}，工作表“{sheet}”：{figures}"
IN_CELL = "{cell} {name} {amount}"
AMOUNT_OF = "{name} {amount}"
COMPUTED = "{name} {amount}（＝{formula}）"
