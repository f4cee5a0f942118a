"""Totals of amounts whose last digits were cut off: as data, a file's sums and how many are errors."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from converter.figures.finding import Severity
from converter.rules.judge import Rules
from tests.data import data_of
from tests.rules.ledgers import PACK, ledger

CASES: dict[str, dict[str, Any]] = data_of(Path(__file__).with_name("cut_digits.yaml"))
RULES = Rules(PACK)


def _amounts(sums: dict[str, tuple[float, list[float]]]) -> Iterator[tuple[str, str]]:
    for code, (total, parts) in sums.items():
        yield f"收入决算[{code}].本年收入@收入决算表", f"{total:.2f}万元"
        for number, part in enumerate(parts, 1):
            yield f"收入决算[{code}{number:02}].本年收入@收入决算表", f"{part:.2f}万元"


@pytest.mark.parametrize("name", CASES)
def test_how_many_sums_are_errors_when_digits_were_cut_off(name: str) -> None:
    findings = RULES.judge(ledger(dict(_amounts(CASES[name]["sums"])))).findings
    assert sum(finding.severity is Severity.ERROR for finding in findings) == CASES[name]["errors"]
