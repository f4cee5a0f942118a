"""Which tables of a complete filing are lacking: of those that stand for each other one is enough."""

from converter.conversion.missing_forms import missing_forms
from converter.figures import Ledger
from converter.inbox import Department
from converter.pack import load_pack


def test_one_of_several_forms_is_enough() -> None:
    assert "三公经费决算表" in _accounts_lacking(set())
    assert "三公经费决算表" not in _accounts_lacking({"三公经费决算表"})
    assert "三公经费决算表" not in _accounts_lacking({"机构运行信息表"})


def _accounts_lacking(filed: set[str]) -> str:
    ledger = Ledger("某某局", 2020)
    ledger.forms = filed
    return next(missing_forms(Department("某某局"), ledger, load_pack())).message
