"""Rows whose amounts another table of the workbook has for other codes are one finding."""

from pathlib import Path

import pytest

from converter.figures.finding import Severity
from converter.rules.judge import Rules
from tests.data import data_of
from tests.rules.ledgers import PACK, ledger

RULES = Rules(PACK)
DATA = data_of(Path(__file__).with_name("displaced_rows.yaml"))
COLUMNS = {
    "02": "收入决算[{}].本年收入",
    "03": "支出决算[{}].本年支出",
    "05": "一般公共预算支出决算[{}].一般公共预算支出",
}


@pytest.mark.parametrize("name", DATA["cases"])
def test_displaced_rows_are_one_finding(name: str) -> None:
    case = DATA["cases"][name]
    amounts = {
        f"{column.format(code)}@{sheet}": f"{amount:.2f}万元"
        for sheet, column in COLUMNS.items()
        for code, amount in (DATA["filed"][sheet] | case["amounts"].get(sheet, {})).items()
    }
    findings = RULES.judge(ledger(amounts)).findings
    found = [each.message for each in findings if each.severity is Severity.ERROR]
    assert len(found) == bool(case["says"])
    assert [words for words in case["says"] for message in found if words not in message] == []
    assert [words for words in case.get("not", ()) for message in found if words in message] == []
