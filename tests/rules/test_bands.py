"""How a rule of the scorecard was applied, in a sentence; and the points' way back to what they rest on."""

from decimal import Decimal
from pathlib import Path

import pytest

from converter.figures.origin import Derived
from converter.figures.rounding import printed
from converter.rules.judge import Rules
from converter.rules.scorecard.points import application
from converter.rules.scorecard.targets import Attained
from tests.data import data_of
from tests.rules.ledgers import PACK, ledger

CASES = data_of(Path(__file__).parent / "bands.yaml")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [(name, value, words) for name, cases in CASES.items() for value, words in cases.items()],
)
def test_how_the_rule_was_applied_is_said(name: str, value: str, words: str) -> None:
    def percent(amount: Decimal) -> str:
        return printed(amount, Decimal("0.01"), 2) + "%"

    rule = PACK.scorecard.indicators[name]
    assert str(application(rule, rule.points, Attained(Decimal(value)), percent, 2)) == words


def test_points_rest_on_what_was_judged() -> None:
    found = ledger({"人员.在职": 143, "人员.编制": 130, "管理制度健全性.自评得分": 7, "楼堂馆所.批准面积": 0})
    judged = found.with_figures(Rules(PACK).judge(found).figures)
    origins = {name: judged.figures[f"{name}.得分"].origin for name in ("在职人员控制率", "管理制度健全性")}
    assert origins["在职人员控制率"].inputs == ("人员.控制率",)
    assert origins["在职人员控制率"].applied.startswith("110.00%比100%高10.00个百分点，扣5分（")
    assert origins["管理制度健全性"].inputs == ("管理制度健全性.自评得分",)
    area = judged.figures["新建楼堂馆所面积控制率.得分"].origin
    assert area.inputs == ("楼堂馆所.批准面积",)
    assert "得满分" in area.applied
    lost = judged.figures["管理制度健全性.扣分"]
    assert lost.value == 1
    assert lost.origin == Derived(
        "管理制度健全性.满分 - 管理制度健全性.得分", ("管理制度健全性.满分", "管理制度健全性.得分")
    )
