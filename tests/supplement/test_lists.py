"""What is known of a list is written into its sheet and read back from it, be it filed or of the budget."""

from decimal import Decimal
from pathlib import Path

from converter.conversion.prefill import rows_known
from converter.figures import Ledger
from converter.pack.files.layers import BUILT_IN
from converter.pack.loading import load_pack
from converter.read import Reader, assemble
from converter.supplement import Prefilled, write_supplement

PACK = load_pack(BUILT_IN / "hunan-2021")
GOALS = [
    {"一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "培训人数", "年度指标值": "≥100人"},
    {
        "一级指标": "产出指标",
        "二级指标": "质量指标",
        "三级指标": "合格率",
        "年度指标值": "95%",
        "分值": Decimal(20),
    },
]
FUNDS = [{"项目名称": "甲", "资金来源": "当年财政拨款", "全年预算数": Decimal(1234500)}]


def _read_back(path: Path) -> Ledger:
    return assemble([Reader(PACK).read(path, path.name)], "某局", 2023, PACK)[0]


def test_rows_that_are_known_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "补充资料.xlsx"
    write_supplement(PACK, path, Prefilled("某局", 2023, lists={"整体绩效指标": GOALS, "项目资金": FUNDS}))
    ledger = _read_back(path)
    assert rows_known(ledger, "整体绩效指标") == GOALS
    assert rows_known(ledger, "项目资金") == FUNDS


def test_a_list_nobody_filled_in_has_norows_known(tmp_path: Path) -> None:
    path = tmp_path / "补充资料.xlsx"
    write_supplement(PACK, path)
    ledger = _read_back(path)
    assert ledger.lists == {}
    assert "整体绩效指标" not in ledger.forms
