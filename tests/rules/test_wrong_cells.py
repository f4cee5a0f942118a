"""One wrong cell in a clean filing is named, with the amount it should hold, as one finding."""

from decimal import Decimal
from pathlib import Path

import pytest

from converter.conversion.conversion import Conversion
from converter.diagnosis.slips import Slip
from converter.figures.finding import Finding, Severity
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.pack.loading import load_pack
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts
from samples.filing.sheet import SheetTable

CONVERSION = Conversion(load_pack())

# sheet's number, amount as filed in 万元, which of its cells, amount put in its place, slip
PLANTED = [
    ("GK01", "5168.66", 1, "5618.66", Slip.TRANSPOSED),
    ("GK03", "1602.51", 0, "1602.61", Slip.DIGIT),
    ("GK04", "48.74", 0, "-48.74", Slip.SIGN),
    ("GK05", "3915.36", 0, "391.36", Slip.LENGTH),
    ("GK06", "732.77", 0, "7327700", Slip.UNIT),
    ("GK07", "115.27", 0, "140.74", Slip.LAST_YEAR),
]


def _errors(folder: Path) -> list[Finding]:
    submission = Submission("部门", tuple(sorted(folder.iterdir())))
    [department] = split_by_department(submission, CONVERSION.reader).departments
    return [
        finding for finding in CONVERSION.judge(department).findings if finding.severity is Severity.ERROR
    ]


def _filed(folder: Path, final: list[SheetTable]) -> Path:
    filing = load(SEED)
    write.book(final, folder / "2020年度部门决算公开表.xlsx")
    write.book(budget(filing.accounts, filing.prior), folder / "2020年部门预算公开表.xlsx")
    write.book(final_accounts(filing.prior), folder / "2019年度部门决算公开表.xlsx")
    return folder


def test_a_clean_filing_has_no_errors(tmp_path: Path) -> None:
    assert _errors(_filed(tmp_path, final_accounts(load(SEED).accounts))) == []


@pytest.mark.parametrize(("sheet", "right", "nth", "wrong", "slip"), PLANTED)
def test_a_wrong_cell_is_named(
    tmp_path: Path, sheet: str, right: str, nth: int, wrong: str, slip: Slip
) -> None:
    tables = final_accounts(load(SEED).accounts)
    at = next(index for index, table in enumerate(tables) if table.name.startswith(sheet))
    place = tables[at].where(Decimal(right))[nth]
    tables[at] = tables[at].replaced(place, Decimal(wrong))

    findings = _errors(_filed(tmp_path, tables))

    assert [(finding.cells[0].sheet[:4], finding.expected) for finding in findings] == [
        (sheet, f"{right}万元")
    ]
    [finding] = findings
    assert {
        Slip.TRANSPOSED: "颠倒", Slip.DIGIT: "一位数字写错", Slip.SIGN: "正负号",
        Slip.LENGTH: "漏写", Slip.UNIT: "单位", Slip.LAST_YEAR: "上年",
    }[slip] in finding.message  # fmt: skip
