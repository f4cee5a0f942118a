"""A digit in the last place of a table is wrong where all other sums of the report's tables are exact."""

from converter.document.contents import ReadDocument
from converter.figures import Severity
from converter.pack.loading import load_pack
from converter.verify.report.checked import CheckedReport
from converter.verify.verifier import Verifier
from tests.verify.passages import passages, table

VERIFIER = Verifier(load_pack())
HEAD = ["项目", "合计", "基本支出", "项目支出"]
ROWS = 40


def _checked(*, last: str, rounded_rows: int = 0, whole: str = "") -> CheckedReport:
    """Return a table checked whose last row has `last` for its total; some rows miss theirs by one. The
    amounts are `whole` ones of a unit, if it is given.
    """
    scale, decimals = (100, 2) if not whole else (1, 0)
    rows = [HEAD]
    for at in range(ROWS):
        basic, project = 1000 + 37 * at, 2000 + 91 * at
        total = basic + project + (at < rounded_rows)
        amounts = (f"{amount / scale:.{decimals}f}" for amount in (total, basic, project))
        rows.append(["项目" + "甲" * (at + 1), *amounts])
    rows.append(["其他事务", last, *(("12.31", "45.62") if decimals else ("1231", "4562"))])
    return VERIFIER.check(
        VERIFIER.from_print(ReadDocument((*passages([f"单位：{whole or '万元'}"]), table(rows)))), ""
    )


def _said(checked: CheckedReport) -> set[Severity]:
    return {finding.severity for finding in checked.findings}


def test_a_last_digit_is_doubted_where_all_other_sums_are_exact() -> None:
    assert _said(_checked(last="57.94")) == {Severity.WARNING}
    assert _said(_checked(last="58.94")) == {Severity.ERROR}
    assert not _said(_checked(last="57.93"))


def test_it_may_be_rounded_where_others_miss_theirs() -> None:
    assert _said(_checked(last="57.94", rounded_rows=12)) == {Severity.NOTE}


def test_whole_large_units_are_rounded_anyway() -> None:
    """Whole yuan are not."""
    assert _said(_checked(last="5794", whole="万元")) == {Severity.NOTE}
    assert _said(_checked(last="5894", whole="万元")) == {Severity.ERROR}
    assert _said(_checked(last="5794", whole="元")) == {Severity.WARNING}
