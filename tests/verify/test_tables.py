"""Tables of any layout: a right one raises no alarm, one wrong number in it is found."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from converter.document.read import BookmarkedText, ReadDocument, Tabular
from converter.pack.loading import load_pack
from converter.verify.report.checked import ReportFinding
from converter.verify.verifier import Verifier
from tests.data import data_of
from tests.verify.passages import passages

CASES: list[dict[str, Any]] = data_of(Path(__file__).with_name("tables.yaml"))
VERIFIER = Verifier(load_pack())


def _findings(above: list[str], rows: list[list[str]]) -> list[ReportFinding]:
    table = Tabular(tuple(tuple(map(BookmarkedText, texts)) for texts in rows), ())
    document = ReadDocument((*passages(above), table))
    findings = VERIFIER.check(VERIFIER.from_print(document), "").findings
    return [finding for finding in findings if finding.severity != "note"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_right_table_raises_no_alarm(case: dict[str, Any]) -> None:
    assert _findings(case.get("above", []), case["rows"]) == []


@pytest.mark.parametrize("case", [case for case in CASES if "wrong" in case], ids=lambda case: case["name"])
def test_a_wrong_number_is_found(case: dict[str, Any]) -> None:
    wrong, rows = case["wrong"], deepcopy(case["rows"])
    row, column = wrong["cell"]
    rows[row][column] = wrong["printed"]
    found = _findings(case.get("above", []), rows)
    if wrong["expected"]:
        assert wrong["expected"] in [finding.expected for finding in found]
    assert any((row, column) == (span.row, span.column) for finding in found for span in finding.spans)
