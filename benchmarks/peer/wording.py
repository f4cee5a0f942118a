"""Sentences that depend on the figures, and what fills the template; `f` is the figures by name."""

import re
from collections.abc import Callable
from typing import Any

from benchmarks.peer.computing import scores
from benchmarks.peer.reading import YEAR, Figures

ORDINALS = "一二三四五六七八九十"
COUNTS = ("人员.编制", "人员.在职", "人员.离退休", "人员.实有")
WHOLE = "一般公共预算支出"
GRADES = ((90, "优秀"), (80, "良好"), (60, "合格"), (0, "不合格"))
PUBLIC = {
    "公务接待费": "公务接待费",
    "公务用车购置费": "公务用车购置费",
    "公务用车运行维护费": "公务用车运行维护费",
    "因公出国（境）费用": "因公出国境费",
}
PROBLEMS: list[tuple[Callable[[Any], bool], str, str]] = [
    (
        lambda f: f[f"{WHOLE}.预算控制率"] > 0.1,
        "预算编制不够精准。原因：年度中间有临时性、政策性工作追加经费{一般公共预算支出.本年追加}万元，"
        "相当于年初预算的{一般公共预算支出.预算控制率}，年初预算对全年支出估计不足。",
        "提高预算编制质量。依据年度工作计划和以前年度执行情况细化测算支出需求，"
        "把能够预见的支出编入年初预算，从源头上减少年中追加。",
    ),
    (
        lambda f: round(f[f"{WHOLE}.执行差异"], 2) > 0,
        "预算与决算之间存在差异。原因：部分追加指标下达时间较晚，年末有{一般公共预算支出.执行差异}万元"
        "未能在当年形成支出，预算完成率为{一般公共预算支出.预算完成率}。",
        "加快预算执行进度。按月通报支出进度，追加指标下达后及时落实到项目，"
        "年中对执行缓慢的项目提出调整意见，按规定程序报批。",
    ),
    (
        lambda f: f["日常公用经费.控制率"] > 1,
        "公用经费支出超过预算安排。原因：预算安排{日常公用经费.预算安排}万元，实际支出{日常公用经费.决算}万元，"
        "控制率为{日常公用经费.控制率}，日常开支的事前控制还不够严。",
        "从严控制公用经费开支。严格执行开支标准和审批程序，对办公、差旅、会议等支出实行定额管理，"
        "逐月核对，超出部分从严审核。",
    ),
    (
        lambda f: f["三公经费.控制率"] > 1,
        "“三公”经费支出超过预算安排。原因：预算安排{三公经费.预算安排}万元，实际支出{三公经费.决算}万元。",
        "从严管理“三公”经费。严格落实中央八项规定精神，按预算控制规模，超出预算的一律先报批后支出。",
    ),
    (
        lambda f: f["政府采购.执行率"] < 1,
        "政府采购预算执行率不高。原因：政府采购预算{政府采购.预算}万元，实际采购{政府采购.决算}万元，"
        "采购需求确定得不够早。",
        "提早安排政府采购。预算批复后及时编报采购计划，明确需求和时间节点，确保当年完成。",
    ),
    (
        lambda f: f["人员.在职"] > f["人员.编制"],
        "在职人员超过编制。原因：核定编制{人员.编制}人，实际在职{人员.在职}人，历史遗留的超编人员尚未消化。",
        "严格控制人员编制。按照“只减不增”的原则，通过退休减员、调剂安置逐步消化超编人员。",
    ),
]
"""For each problem: whether the figures show it, its text with the cause, and the remedy."""


def problems(f: Any, shown: dict[str, str]) -> list[tuple[str, str]]:
    """Return the problems that the figures show, with their remedies."""
    return [(_filled(text, shown), remedy) for shows, text, remedy in PROBLEMS if shows(f)]


def _filled(text: str, shown: dict[str, str]) -> str:
    return re.sub(r"\{(.*?)\}", lambda slot: shown[slot[1]], text)


def _change(f: Any, label: str, item: str, reason: str) -> str:
    """Return the sentence on one part of the public costs."""
    now, before, step = (f[f"{item}.{basis}"] for basis in ("决算", "上年决算", "增减"))
    if not now and not before:
        return f"{label}本年和上年均未发生。"
    if not before:
        return f"{label}支出{now:.2f}万元，上年无此项支出，主要原因：{reason}。"
    if round(step, 2) == 0:
        return f"{label}支出{now:.2f}万元，与上年持平。"
    more = "增加" if step > 0 else "减少"
    none = "" if now else f"，本年度未发生{label}"
    return f"{label}同比{more}{abs(step):.2f}万元，主要原因：{reason}{none}。"


def public_costs(f: Any, reasons: dict[str, str]) -> str:
    """Return the paragraph on the public costs."""
    bought = f["公务用车购置费.决算"] or f["公务用车购置费.上年决算"]
    sentences = [
        _change(f, label, item, reasons.get(label) or reasons[label.removesuffix("用")])
        for label, item in PUBLIC.items()
        if item != "公务用车购置费" or bought
    ]
    start = f"{YEAR}年度公共预算财政拨款“三公”经费支出{f['三公经费.决算']:.2f}万元，"
    return start + _compared(f) + "其中" + "".join(sentences) + _limits(f)


def _compared(f: Any) -> str:
    now, before, step = (f[f"三公经费.{basis}"] for basis in ("决算", "上年决算", "增减"))
    if not before:
        return "上年无此项支出。" if now else "上年亦无此项支出。"
    if round(step, 2) == 0:
        return "与上年持平。"
    more, grown = ("增加", "增长") if step > 0 else ("减少", "下降")
    return f"比上年{more}{abs(step):.2f}万元，{grown}{abs(step / before) * 100:.1f}%。"


def _limits(f: Any) -> str:
    """Return the sentence on whether the costs are within their budgets."""
    parts = ("三公经费", "公务接待费", "公务用车运行维护费", "因公出国境费")
    within = [f[f"{item}.决算"] <= f[f"{item}.预算安排"] for item in parts]
    bought, planned = (f[f"公务用车购置费.{basis}"] for basis in ("决算", "预算安排"))
    if all(within) and not (bought and planned is not None and bought > planned):
        return "“三公”经费各项支出均未超出预算安排。"
    if within[0]:
        return "“三公”经费支出总额未超出预算安排。"
    return f"“三公”经费支出超出预算安排，预算安排为{f['三公经费.预算安排']:.2f}万元。"


def _shown(name: str, value: float | None) -> str:
    """Return a figure as printed."""
    if value is None:
        return ""
    if name in COUNTS:
        return f"{value:.0f}"
    if name.endswith("率") or name.endswith("占基本支出"):
        return f"{value * 100:.2f}%"
    return f"{value:.2f}" if round(value, 2) else "0"


def context(f: Figures, words: dict[str, Any]) -> dict[str, Any]:
    """Return what the template's slots are filled with."""
    card = scores(f, words["marks"])
    total = sum(line["分"] for line in card)
    shown = {name: _shown(name, value) for name, value in f.items()}
    found = problems(f, shown)
    causes = words["存在问题"] + [cause for cause, _ in found]
    remedies = words["改进措施"] + [remedy for _, remedy in found]
    return words | {
        "年": YEAR,
        "部门": words["部门名称"],
        "单位": words["单位简称"],
        "f": shown,
        "评分": card,
        "得分": f"{total:g}",
        "等次": next(grade for least, grade in GRADES if total >= least),
        "扣分": "，".join(f"{line['名']}扣{line['扣']:g}分" for line in card if line["扣"]),
        "基金收入": f["政府性基金收入.决算"],
        "国资收入": f["国有资本经营收入.决算"],
        "其他收入": f["其他收入.决算"],
        "事业收入": f["事业收入.决算"],
        "基金支出": f["政府性基金支出.决算"],
        "国资支出": f["国有资本经营支出.决算"],
        "有项目支出": f["项目支出.决算"],
        "有购置费": f["公务用车购置费.决算"] or f["公务用车购置费.上年决算"],
        "有其他支出": (f["本年支出.决算"] or 0) > (f[f"{WHOLE}.决算"] or 0),
        "三公说明": public_costs(f, words["reasons"]),
        "问题": _numbered(causes),
        "措施": _numbered(remedies),
    }


def _numbered(points: list[str]) -> list[str]:
    return [f"{ORDINALS[place]}是{point}" for place, point in enumerate(points)]
