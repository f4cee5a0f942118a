"""How findings of the checks are worded."""

REASON = "{file}，工作表“{sheet}”，{cell}：{said}。{places}"
OVER = "写的是未超预算，但{item}的{spent}大于{budget}"
CONTRARY_CODE = "原因与增减方向不符"
REASON_OVER_CODE = "文字与预算不符"
REASON_OF_LESS = "{item}比上年增加，写的原因却只说了减少的情形"
REASON_OF_MORE = "{item}比上年减少，写的原因却只说了增加的情形"
REASON_HINT = "报告会照抄这段文字；请改写，或核对所列的数"
PACK_CIRCLE = "公式互相引用成了一圈：{names}"
DIFFERS = "{because}{where}：{left} 与 {right} 不符，相差 {gap}。{places}"
ROUNDING = "{because}{where}：{left} 与 {right} 相差 {gap}，属四舍五入尾差。{places}"
NOT_EVALUABLE = "{because}{where}：缺少 {lacking}，未核对。{places}"
UNIT_SLIP_CODE = "单位疑误"
UNIT_SLIP = (
    "{file}，工作表“{sheet}”：写的单位是“{unit}”，但各数与其他表都相差 {times} 倍，实际像是“{likely}”；"
    "由此 {count} 条勾稽关系不成立"
)
UNIT_DOUBT = (
    "{file}，工作表“{sheet}”：写的单位是“{unit}”，但各数与 {other_file} 的工作表“{other_sheet}”中的同项都相差"
    "约 {times} 倍，实际像是“{likely}”"
)
UNIT_SLIP_HINT = "请核对这张表右上方的单位，改正后重新生成"
CAUSE = (
    "{file}，工作表“{sheet}”，{cell}：{name} {actual} 可能有误，应为 {expected}{slip}；"
    "由此 {count} 条勾稽关系不成立：{becauses}"
)
MISMATCH = "{because}：核对 {compared} 项，{count} 项不符{likely}。{each}"
MISMATCH_LEFT_OUT = "，像是部门汇总数没有包括“{unit}”"
MISMATCH_LACKING = "，部门汇总数都比所列单位之和大，像是少放了所属单位的材料"
MISMATCH_HINT = "请核对文件夹里是否正好是汇总所含的全部单位，补齐、移走或改正后重新生成"
COMPARED = "{name} 部门 {left}，各单位之和 {right}"
OLD_SHEET_CODE = "误用上年表"
OLD_SHEET = (
    "{file}，工作表“{sheet}”：可与上年表比较的 {compared} 个数中 {alike} 个与上年相同，像是误用了上年的表；"
    "按其他表应为 {amounts}；由此 {count} 条勾稽关系不成立：{becauses}"
)
OLD_SHEET_HINT = "请换成本年的表后重新生成"
MIXUP = "{file}，工作表“{sheet}”：{slip}，应为 {amounts}；改后 {count} 条勾稽关系全部成立：{becauses}"
MIXUPS = {
    "cells": "像是两格填反",
    "columns": "像是两栏填反",
    "rows": "像是两行互换",
    "shifted": "像是从某行起错了一行",
}
MIXUP_CELL = "{cell} {name} {expected}（现为 {actual}）"
HINT_MIXUP = "请对照原始凭据核实所列单元格，改正后重新生成"
HINT_CAUSE = "请对照原始凭据核实这个单元格，改正后重新生成"
SLIPS = {
    "sign": "（正负号相反）",
    "unit": "（像是单位填错，差一千倍或一万倍）",
    "last-year": "（与上年数相同，像是没有更新）",
    "neighbour": "（与相邻一行相同，像是错行）",
    "transposed": "（像是两位数字颠倒）",
    "digit": "（像是一位数字写错）",
    "length": "（像是多写或漏写一位数字）",
    "counted-twice": "（正好多 {part}，像是重复加）",
    "left-out": "（正好少 {part}，像是漏加）",
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
OVER_UNITS = "{item}（{basis}），所属单位：{units}"
COMPUTED = "{name} {amount}（＝{formula}）"
BLANK = "空白"
AND = "、"
OR = "或"
AND_MORE = "等 {count} 项"
THEN = "；"
