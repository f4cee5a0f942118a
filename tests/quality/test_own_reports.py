"""What we write, `verify` confirms: reports of invented departments raise no alarm."""

from collections.abc import Callable
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest

from converter.conversion.conversion import Conversion
from converter.conversion.readiness import Readiness, readiness_of
from converter.figures import Severity
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.pack.loading import load_pack
from converter.supplement import write_supplement
from converter.verify.report.checked import Status
from converter.verify.verifier import Verifier
from samples.filing import write
from samples.filing.accounts import Accounts, Filing, Line, PublicCosts, Split
from samples.filing.budget import budget
from samples.filing.departments import SEED
from samples.filing.entries import entries_of
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from samples.filing.layout import NATIONAL, Layout
from samples.filing.supplement import fill
from samples.make import words_of

DEPARTMENTS = 20
SMALL = (("0.0001", 0), ("0.0001", 1), ("0.001", 2))  # how much of what is drawn from a seed
TEXTS, PERFORMANCE = "文字材料", "绩效情况"
OF_SEED = ("总额比上年继续下降", "总额从严控制")  # what it says of its own years
REASONS, BASE_DATA, PROCUREMENT = "三公经费增减原因", "基础数据表", "政府采购金额"
CONVERSION, VERIFIER = Conversion(load_pack()), Verifier(load_pack())


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "补充资料.xlsx"
    write_supplement(load_pack(), path)
    return path


def _file(
    filed: Filing, blank: Path, folder: Path, layout: Layout = NATIONAL, size: Decimal = Decimal(1)
) -> Submission:
    words = words_of(SEED)
    base_data = words[BASE_DATA]
    base_data[PROCUREMENT] = [str(Decimal(bought) * size) for bought in base_data[PROCUREMENT]]
    words[TEXTS][PERFORMANCE] = words[TEXTS][PERFORMANCE].replace(*OF_SEED)
    words[REASONS] = dict.fromkeys(words[REASONS], "工作安排有变化")
    write.book(final_accounts(filed.accounts, layout), folder / "2021年度部门决算公开表.xlsx")
    write.book(budget(filed.accounts, filed.prior, layout), folder / "2021年部门预算公开表.xlsx")
    write.book(final_accounts(filed.prior, layout), folder / "2020年度部门决算公开表.xlsx")
    fill(blank, folder / "补充资料.xlsx", entries_of(filed, words))
    return Submission("部门", tuple(sorted(folder.iterdir())))


def test_our_own_reports_raise_no_alarm(
    blank: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    confirmed = 0
    for seed in range(DEPARTMENTS):
        submission = _file(invent(seed, 2021), blank, tmp_path / str(seed))
        [department] = split_by_department(submission, CONVERSION.reader).departments
        judged = CONVERSION.judge(department)
        report = VERIFIER.open(CONVERSION.writer.write(CONVERSION.narrate(judged), judged, ()))
        checked = VERIFIER.check(report, "", judged.ledger)
        assert [(found.where, found.printed, found.because) for found in checked.findings] == [], seed
        confirmed += sum(number.status is Status.CONFIRMED for number in checked.numbers)
    record_property("measured", f"our own reports: {DEPARTMENTS}, alarms 0; {confirmed} numbers confirmed")


@pytest.mark.parametrize(("size", "seed"), SMALL)
def test_what_may_be_submitted_has_no_error_however_little_it_tells_of(
    blank: Path, tmp_path: Path, size: str, seed: int
) -> None:
    filed, factor = invent(seed, 2021), Decimal(size)
    small = replace(filed, accounts=_scaled(filed.accounts, factor), prior=_scaled(filed.prior, factor))
    submission = _file(small, blank, tmp_path, replace(NATIONAL, unit="元", public_unit="元"), factor)
    [department] = split_by_department(submission, CONVERSION.reader).departments
    converted = CONVERSION.convert(department)
    findings = [found for found in converted.judged.findings if found.severity is not Severity.NOTE]
    assert readiness_of(findings, converted.report.missing) is Readiness.READY
    report = VERIFIER.open(CONVERSION.writer.write(converted.report, converted.judged, ()))
    found = VERIFIER.check(report, "", converted.judged.ledger).findings
    assert [(each.where, each.because) for each in found if each.severity is Severity.ERROR] == []


def _scaled(accounts: Accounts, factor: Decimal) -> Accounts:
    """Return accounts of so many times the money."""

    def split(one: Split) -> Split:
        return Split(one.basic * factor, one.project * factor)

    def public(costs: PublicCosts) -> PublicCosts:
        return PublicCosts(*(getattr(costs, each.name) * factor for each in fields(costs)))

    def line(one: Line) -> Line:
        splits = {name: split(money) for name, money in vars(one).items() if isinstance(money, Split)}
        return replace(one, office=one.office * factor, **splits)

    return replace(
        accounts,
        lines=tuple(map(line, accounts.lines)),
        economic={code: amount * factor for code, amount in accounts.economic.items()},
        planned_economic={code: amount * factor for code, amount in accounts.planned_economic.items()},
        public_spent=public(accounts.public_spent),
        public_planned=public(accounts.public_planned),
    )
