"""Which texts are held against the outline of a report."""

import pytest

from converter import messages
from converter.pack.loading import load_pack
from converter.trace import Trail
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.verifier import Verifier
from tests.verify.passages import TITLE_MARK, passages

VERIFIER = Verifier(load_pack())
REPORT = f"{TITLE_MARK}2020年度某局部门整体支出绩效自评报告"
DISCLOSURE = f"{TITLE_MARK}2020年度某局部门决算"
DUTIES = "某局负责全县项目的绩效评价工作。"
UNIT = "预算单位：某市人才开发评价中心"
CONTENTS = "".join(
    f"表{n}2020年{name}情况表{n + 5}" for n, name in enumerate(["收入", "支出", "项目绩效目标"] * 3)
)
BUDGET_PARTS = ["一、收入支出决算总体情况说明", "二、收入决算情况说明", "三、支出决算情况说明"]
OWN_PARTS = ["一、部门概况", "二、绩效目标", "三、评价结论", "四、存在的问题", "五、措施和建议"]
SECTIONS = 8  # of the outline


def _lacking(title: str, headings: list[str]) -> int:
    report = SubmittedReport(passages([title, *headings]), Trail())
    findings = VERIFIER.check(report, "").findings
    return sum(finding.code == messages.verify.SECTION_LACKING.code for finding in findings)


@pytest.mark.parametrize(
    ("title", "headings", "lacking"),
    [
        (DISCLOSURE, BUDGET_PARTS, 0),
        (REPORT, BUDGET_PARTS, SECTIONS),
        (REPORT, OWN_PARTS, SECTIONS - 5),
        (DISCLOSURE, OWN_PARTS, 0),
        (REPORT, OWN_PARTS[:2], 0),  # an excerpt
        (DISCLOSURE, [DUTIES, *BUDGET_PARTS], 0),
        (DISCLOSURE, [UNIT, *BUDGET_PARTS], 0),
        (DISCLOSURE, [CONTENTS, *BUDGET_PARTS], 0),
    ],
)
def test_a_text_of_another_kind_lacks_no_sections(title: str, headings: list[str], lacking: int) -> None:
    assert _lacking(title, headings) == lacking
