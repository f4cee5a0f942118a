"""One mistake is one finding, in however many places and relations it shows."""

from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from converter.document.contents import ReadDocument
from converter.pack.loading import load_pack
from converter.verify.report.checked import CheckedReport, Status
from converter.verify.verifier import Verifier
from tests.data import data_of
from tests.verify.passages import passages, table

CASES: dict[str, Any] = data_of(Path(__file__).with_name("causes.yaml"))
VERIFIER = Verifier(load_pack())


def _checked(case: dict[str, Any], wrong: dict[str, str]) -> CheckedReport:
    def put(text: str) -> str:
        for right, other in wrong.items():
            text = text.replace(str(right), str(other))
        return text

    contents = [*passages(["# 某局2023年度部门决算", *map(put, case.get("text", ()))])]
    tables = case["instead"] if wrong and "instead" in case else case["tables"]
    for title, rows in zip_longest(case.get("titles", ()), tables, fillvalue=""):
        cells = [[put(f'"{cell}"').strip('"') for cell in row] for row in rows]
        contents += [*passages([title, "单位：万元"]), table(cells)]
    return VERIFIER.check(VERIFIER.from_print(ReadDocument(tuple(contents))), "")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_report_without_the_mistake_is_right(case: dict[str, Any]) -> None:
    assert [each for each in _checked(case, {}).findings if each.severity != "note"] == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_one_mistake_is_one_finding(case: dict[str, Any]) -> None:
    finds, checked = case["finds"], _checked(case, case.get("wrong") or {"": ""})
    [found] = [each for each in checked.findings if each.severity != "note"]
    assert (found.severity, found.printed, found.expected) == ("error", finds["printed"], finds["expected"])
    assert finds.get("cause", "") in found.cause
    assert checked.count()[Status.WRONG] == finds["places"]
