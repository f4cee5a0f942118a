"""What the bureau has to do next: every case once, the most urgent first, with words to send."""

from msgspec.structs import replace

from converter.conversion import Readiness
from converter.messages import overview as overview_words
from converter.overview.filing_status import FilingIssue, FilingIssueKind, with_remarks
from converter.overview.next_steps import StepKind, next_steps
from converter.pack.loading import load_pack
from tests.overview.page.examples import overview

MADE_UP = overview(load_pack())


def test_every_kind_has_its_word_and_its_place() -> None:
    assert list(overview_words.STEPS) == [kind.value for kind in StepKind]


def test_each_case_is_named_once_and_the_most_urgent_first() -> None:
    steps = next_steps(MADE_UP)
    assert len({(step.kind, step.department, step.reason) for step in steps}) == len(steps)
    order = list(StepKind)
    assert [order.index(step.kind) for step in steps] == sorted(order.index(step.kind) for step in steps)


def test_a_department_that_has_errors_is_sent_all_of_them() -> None:
    returned = [step for step in next_steps(MADE_UP) if step.kind is StepKind.RETURN]
    rows = {row.name: row for row in MADE_UP.rows}
    assert returned
    for step in returned:
        errors = [finding for finding in rows[step.department].findings if finding.severity == "error"]
        assert all(finding.message in step.notice for finding in errors)


def test_who_is_ready_needs_nothing() -> None:
    ready = {row.name for row in MADE_UP.rows if row.readiness is Readiness.READY}
    kinds = {step.kind for step in next_steps(MADE_UP) if step.department in ready}
    assert not kinds & {StepKind.CHASE, StepKind.RETURN, StepKind.SUPPLY}


def test_a_filing_that_is_to_be_put_away_is_not_sent_back_too() -> None:
    [failed, *_] = [row for row in MADE_UP.rows if row.readiness is Readiness.FAILED]
    rows, issues = with_remarks([failed], [FilingIssue(FilingIssueKind.TWICE, failed, "请只保留一份")])
    assert rows[0].remarks == ("报送两次",)
    steps = next_steps(replace(MADE_UP, rows=rows, filing_issues=issues))
    assert [step.kind for step in steps] == [StepKind.PUT_AWAY]


def test_files_of_one_department_that_raise_one_question_are_one_step() -> None:
    [row, *_] = [row for row in MADE_UP.rows if row.readiness is Readiness.READY]
    issues = [FilingIssue(FilingIssueKind.SCOPE, row, each) for each in ("甲.xlsx 有两份", "乙.xlsx 有两份")]
    [step] = next_steps(replace(MADE_UP, rows=[row], filing_issues=issues))
    assert step.kind is StepKind.ASK
    assert step.reason == "报送口径：甲.xlsx 有两份；乙.xlsx 有两份"
