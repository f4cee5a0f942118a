"""An amount entered in the supplement in another unit is named with the amount it should be."""

from pathlib import Path

import pytest

from converter.figures.finding import Severity
from converter.rules.judge import Rules
from tests.data import data_of
from tests.rules.ledgers import PACK, ledger

RULES = Rules(PACK)
CASES = data_of(Path(__file__).with_name("wrong_entries.yaml"))
FILED = CASES["filed"]


@pytest.mark.parametrize("name", CASES["wrong"])
def test_a_wrong_entry_is_named(name: str) -> None:
    case = CASES["wrong"][name]
    findings = RULES.judge(ledger(FILED | case["entered"])).findings
    [finding] = [each for each in findings if each.severity in (Severity.ERROR, Severity.WARNING)]
    assert [words for words in case["says"] if words not in finding.message] == []


@pytest.mark.parametrize("name", CASES["beside"])
def test_what_follows_from_a_wrong_entry_is_told_with_it(name: str) -> None:
    case = CASES["beside"][name]
    findings = RULES.judge(ledger(FILED | case["entered"])).findings
    assert [each.code for each in findings if each.severity is not Severity.NOTE] == case["finds"]


@pytest.mark.parametrize("name", CASES["not_told"])
def test_no_entry_is_named_without_a_relation_that_bears_it_out(name: str) -> None:
    findings = RULES.judge(ledger(FILED | CASES["not_told"][name])).findings
    assert not [each for each in findings if "像是按" in each.message or "小数点" in each.message]
