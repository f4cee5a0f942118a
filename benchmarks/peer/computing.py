"""Figures computed from those read, and the scorecard; `f` is the figures by name, as in the template."""

from math import floor
from typing import Any

import pandas as pd

from benchmarks.peer.reading import PARTS, PEOPLE

BANDS = ((0, 5), (0.1, 4), (0.2, 3), (0.3, 2))


def compute(f: Any) -> None:
    """Add what follows from the figures read."""
    for item in ("基本支出", "项目支出"):
        f[f"{item}.可用指标"] = f[f"{item}.年初预算"] + f[f"{item}.上年结转"] + f[f"{item}.本年追加"]
        f[f"{item}.执行差异"] = f[f"{item}.可用指标"] - f[f"{item}.决算"]
    for basis in ("年初预算", "上年结转", "本年追加", "可用指标", "执行差异"):
        f[f"一般公共预算支出.{basis}"] = f[f"基本支出.{basis}"] + f[f"项目支出.{basis}"]
    for item in PARTS:
        f[f"{item}.增减"] = f[f"{item}.决算"] - f[f"{item}.上年决算"]
    f["人员.实有"] = f["人员.在职"] + f["人员.离退休"]
    f["人员.控制率"] = f["人员.在职"] / f["人员.编制"]
    for item in ("人员经费", "日常公用经费"):
        f[f"{item}.占基本支出"] = _ratio(f[f"{item}.决算"], f["基本支出.决算"])
    planned, before = f["三公经费.预算安排"], f["三公经费.上年预算"]
    f["三公经费.预算变动率"] = _ratio(planned - before, before)
    f["三公经费.控制率"] = _ratio(f["三公经费.决算"], planned)
    f["日常公用经费.控制率"] = _ratio(f["日常公用经费.决算"], f["日常公用经费.预算安排"])
    f["政府采购.执行率"] = _ratio(f["政府采购.决算"], f["政府采购.预算"])
    whole = "一般公共预算支出"
    available = f[f"{whole}.可用指标"]
    f[f"{whole}.预算完成率"] = _ratio(available - f[f"{whole}.执行差异"], available)
    f[f"{whole}.预算控制率"] = _ratio(f[f"{whole}.本年追加"], f[f"{whole}.年初预算"])


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _steps(full: float, beyond: float | None, step: float, points: float) -> float:
    """Return the full points less `points` for every whole step beyond the limit."""
    if beyond is None:
        return full
    return max(0.0, full - points * floor(max(0.0, beyond) / step + 1e-9))


def _over(value: float | None) -> float | None:
    return None if value is None else value - 1


def scores(f: Any, marks: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the scorecard's lines: name, value, full points, points, reason."""
    done, added = f["一般公共预算支出.预算完成率"], f["一般公共预算支出.预算控制率"] or 0
    office, public, bought = (
        f[f"{item}率"] for item in ("日常公用经费.控制", "三公经费.控制", "政府采购.执行")
    )
    computed = [
        ("在职人员控制率", f["人员.控制率"], 5, _steps(5, _over(f["人员.控制率"]), 0.01, 0.5)),
        ("“三公经费”变动率", f["三公经费.预算变动率"], 8, _steps(8, f["三公经费.预算变动率"], 0.01, 0.8)),
        ("预算完成率", done, 5, _steps(5, 1 - done, 0.05, 2)),
        ("预算控制率", added, 5, next((points for limit, points in BANDS if added <= limit), 0)),
        ("新建楼堂馆所面积控制率", None, 5, 5),
        ("新建楼堂馆所投资概算控制率", None, 5, 5),
        ("公用经费控制率", office, 8, _steps(8, _over(office), 0.01, 1)),
        ("“三公经费”控制率", public, 8, _steps(8, _over(public), 0.01, 1)),
        ("政府采购执行率", bought, 6, _steps(6, None if bought is None else 1 - bought, 0.01, 0.5)),
    ]
    lines = [(*line, "") for line in computed]
    for name, full in PEOPLE.items():
        points, reason = marks[name]
        lines.append((name, None, full, points, "" if pd.isna(reason) else reason))
    return [_scored(*line) for line in lines]


def _scored(name: str, value: float | None, full: float, points: float, reason: str) -> dict[str, Any]:
    if points < full and not reason:
        reason = f"按评分标准扣{full - points:g}分"
    shown = "" if value is None else f"{value * 100:.2f}%"
    return {"名": name, "值": shown, "得分": f"{points:g}", "原因": reason, "分": points, "扣": full - points}
