"""Reasons for changes, held against the figures they are about: reasons.yaml."""

from pathlib import Path
from typing import Any

import pytest

from converter.figures.finding import Severity
from converter.figures.ledger import Text
from converter.figures.origin import CellOrigin
from converter.rules.judge import Rules
from tests.data import data_of
from tests.rules.ledgers import PACK, ledger

CASES = data_of(Path(__file__).parent / "reasons.yaml")
RULES = Rules(PACK)
AT = CellOrigin("补充资料.xlsx", "三公经费增减原因", "B4")
ITEM = "公务接待费"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"]))
def test_a_reason_is_held_against_its_figures(case: dict[str, Any]) -> None:
    filed = {"决算": case["now"], "上年决算": case["before"], "年初预算": case["budget"]}
    amounts = {f"{ITEM}.{basis}": amount for basis, amount in filed.items()}
    known = ledger(amounts | case.get("beside", {}))
    known.texts[f"{ITEM}.增减原因"] = Text(case["says"], AT)
    findings = RULES.judge(known).findings
    if "beside" in case:
        assert any(finding.severity is Severity.ERROR for finding in findings)
    found = [finding for finding in findings if AT in finding.cells]
    assert [finding.code for finding in found] == case["finds"]
    assert all("补充资料.xlsx，工作表" in finding.message for finding in found)
    severities = {"文字与预算不符": Severity.ERROR, "原因与增减方向不符": Severity.WARNING}  # as in `verify`
    assert all(finding.severity is severities[finding.code] for finding in found)
