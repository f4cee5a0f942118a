"""Where a figure comes from, and how a rule of the scorecard was applied to it."""

# How points are computed
ALL_FULL = "各项满分之和"
ALL_POINTS = "各项得分之和，扣了分的列在前面"
POINTS_GIVEN = "满分{full}分，单位自评打分"
POINTS_REASON = "，扣分原因：{reason}"
POINTS_IN_FULL = "符合“{condition}”，不作计算，得满分"
POINTS_NONE = "符合“{condition}”，不得分"
NONE_BY_STANDARD = "按评分标准不得分"  # quoted, its numbers would be taken for the report's
BAND_ABOVE = "大于{bound}"
BAND_BELOW = "小于{bound}"
BAND_UP_TO = "不大于{bound}"
BAND_FROM = "不小于{bound}"
BAND = "{range}，计{points}分"
BAND_LOST = "，扣{lost}分"
BAND_NONE = "不在任何一档，不计分"
EARNED = "，即为得分"
RATE = "×{full}分，计{points}分"
WITHIN_LIMIT = {False: "不超过{limit}，不扣分", True: "不低于{limit}，不扣分"}
STEPS = {False: "比{limit}高{beyond}，扣{lost}分", True: "比{limit}低{beyond}，扣{lost}分"}
STEPS_COUNTED = "（每{step}扣{deduct}分，{rounding}，计{count}步）"
PERCENTAGE_POINTS = "{number}个百分点"
STEP_ROUNDING = {"floor": "不足一步不计", "ceiling": "不足一步按一步计", "pro-rata": "不足一步按比例计"}
TARGET_REACHED = {
    "at_least": "不低于指标值{target}，得满分{full}分",
    "at_most": "不高于指标值{target}，得满分{full}分",
    "equal": "达到指标值{target}，得满分{full}分",
}
TARGET_SHORT = "是指标值{target}的{share}，×{full}分，计{points}分"
TARGET_EXCEEDED = "比指标值{target}高{excess}（满分{full}分按比例扣，高{limit}扣完），计{points}分"
TARGET_NIL = {False: "低于指标值{target}，不得分", True: "高于指标值{target}，不得分"}
LEVEL = "，为满分的{share}，属“{level}”"
SET_BY_SCORECARD = "评分标准规定"

# `jixiao explain`
FIGURE = "{id} = {text}"
CELL = "　{cell} = {raw}（{unit}）"
OTHERWISE = "，没有的用{other}"
SUM, SUM_OF_SOME, IS = "{column} 合计", "{column} 合计（只计{rows}的）", "为"
PART = "（{words}）"
SIGNS = {" == ": "为", " > ": "大于", " < ": "小于", " and ": "，并且", " or ": "，或者"}  # of a condition
FORMULA = "　算法：{formula}"
RULE = "　{applied}"
ABOVE = "　（来历见上）"
DEEPER = "　（来历太长，其余略去）"
NOWHERE = "{id}：没有这个数"
REPORT = "{year}年度 {department}"
PACK = "评价办法：{pack}；适用地区：{region}；依据：{follows}"
OTHER_PACK = "报告由评价办法“{pack}”（版本 {version}）生成，与现在的评价办法不同，不列规则的出处"
MEANING = "指标解释：{meaning}"
METHOD = "计分办法“{name}”：{standard}"
SOURCE = "出处：{source}"
CHECK = "勾稽关系：{rule}；出处：{source}"
CONFIDENCE = {"read": "评分标准见于原文", "default": "评分标准是通行做法，财政部门可以改"}
NO_FIGURE = "没有找到“{figure}”，请写数字的名称，或报告里印出的数；jixiao figures 列出全部名称"
SEVERAL_FIGURES = "“{figure}”可以指下面 {count} 个数，请写出其中一个的名称："
SEVERAL_DEPARTMENTS = "“{figure}”在 {count} 个部门都有，请用 --department 指明其中一个："
NO_TRAIL = "{file}：没有数字来源的记录，不是本程序生成的报告，或记录已被其他软件删去，请改用收件文件夹"
NO_PLACE = "没有这个文件或文件夹：{path}，请检查路径"

# The review copy
REVIEW_AUTHOR = "绩效报告转换器"
REVIEW_INITIALS = "核"
REVIEW_FINDING = "{severity}：{entry}"
REVIEW_SOURCES = "数字出处：{sources}"
REVIEW_SHEET = "{file}!{sheet}：{cells}"
REVIEW_MISSING = "还有 {count} 项要由单位补充："
REVIEW_MISSING_NONE = "需要单位补充的文字和数字都已齐全。"
