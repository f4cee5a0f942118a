"""Judging a ledger returns what it adds and leaves the ledger as it is."""

from copy import deepcopy

from converter.rules.judge import Rules
from tests.rules.ledgers import PACK, ledger

GIVEN = {"人员.在职": 127, "人员.编制": 130, "管理制度健全性.自评得分": 7}


def test_the_ledger_is_left_as_it_is() -> None:
    filed = ledger(GIVEN)
    before = deepcopy(filed)
    Rules(PACK).judge(filed)
    assert filed == before


def test_measures_come_before_the_scores_that_rest_on_them() -> None:
    figures = [figure.id for figure in Rules(PACK).judge(ledger(GIVEN)).figures]
    assert figures.index("人员.控制率") < figures.index("在职人员控制率.得分")
    assert len(figures) == len(set(figures))


def test_points_that_were_filed_win_over_computed_ones() -> None:
    filed = ledger(GIVEN | {"管理制度健全性.得分": "6分"})
    judged = filed.with_figures(Rules(PACK).judge(filed).figures)
    assert judged.figures["管理制度健全性.得分"].value == 6
    assert judged.figures["管理制度健全性.扣分"].value == 1
