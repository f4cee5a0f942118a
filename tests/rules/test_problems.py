"""What the figures show is stated where the department wrote nothing, else only hinted at."""

import pytest

from converter.figures.finding import Severity
from converter.figures.ledger import Text
from converter.figures.origin import CellOrigin
from converter.rules.judge import Rules
from tests.rules.ledgers import PACK, ledger

CELL = CellOrigin("补充资料.xlsx", "文字材料", "B9")
OVERSTAFFED = {"人员.在职": "133人", "人员.编制": "130人"}


@pytest.mark.parametrize(
    ("written", "figures", "hint"),
    [
        ({}, OVERSTAFFED, ""),
        ({"存在问题": "库房老化"}, {"人员.在职": "127人", "人员.编制": "130人"}, ""),
        ({"存在问题": "库房老化"}, OVERSTAFFED, "“存在问题”由单位填写"),
        ({"存在问题": " ", "改进措施": "改造库房"}, OVERSTAFFED, "“改进措施”由单位填写"),
        ({"存在问题": "库房老化", "改进措施": "改造库房"}, OVERSTAFFED, "“存在问题”“改进措施”由单位填写"),
    ],
)
def test_what_the_data_also_show_is_a_note(
    written: dict[str, str], figures: dict[str, str], hint: str
) -> None:
    judged = ledger(figures)
    judged.texts = {name: Text(text, CELL) for name, text in written.items()}
    found = [each for each in Rules(PACK).judge(judged).findings if each.code == "数据还显示"]
    assert [each.severity for each in found] == [Severity.NOTE] * bool(hint)
    if hint:
        assert found[0].message.startswith(hint)
        assert "在职人员超过编制（人员（在职） 133人、人员（编制） 130人）" in found[0].message
        assert found[0].cells
