"""Numbers that differ are warnings in a government's report, which says so, and errors in a department's."""

import pytest

from converter import messages
from converter.figures import Severity
from converter.pack.loading import load_pack
from converter.trace import Trail
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.verifier import Verifier
from tests.verify.passages import TITLE_MARK, passages

VERIFIER = Verifier(load_pack())
WRONG = "全年支出500万元，其中：基本支出300万元，项目支出240万元。"
NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        (["某县卫生健康局2024年度部门决算"], ERROR),
        (["某县财政局关于2024年部门决算的报告"], ERROR),
        (["某县财政局2024年度部门预算执行情况说明"], ERROR),
        (["关于某县2024年预算执行情况和2025年预算草案的报告"], WARNING),
        (["关于某县2024年全县和县本级", "预算执行情况", "与2025年预算（草案）的报告", "某县财政局"], WARNING),
        (["关于2024年财政决算（草案）的报告"], WARNING),
        (["某县2024年度政府决算公开"], WARNING),
        (["首页", "2024年财政工作", "各位代表："], WARNING),
    ],
)
def test_what_differs_in_a_governments_report_is_a_warning(lines: list[str], severity: Severity) -> None:
    contents = passages([TITLE_MARK + lines[0], *lines[1:], WRONG])
    findings = VERIFIER.check(SubmittedReport(contents, Trail()), "").findings
    assert [each.severity for each in findings if "万元" in each.printed] == [severity]
    said = [each.severity for each in findings if each.code == messages.verify.OF_GOVERNMENT.code]
    assert said == ([NOTE] if severity is WARNING else [])
