"""What we write, `verify` confirms: reports of invented departments raise no alarm."""

from collections.abc import Callable
from pathlib import Path

import pytest

from converter.conversion.conversion import Conversion
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission
from converter.pack.loading import load_pack
from converter.supplement import write_supplement
from converter.verify.report.checked import Status
from converter.verify.verifier import Verifier
from samples.filing import write
from samples.filing.budget import budget
from samples.filing.departments import SEED
from samples.filing.entries import entries_of
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent
from samples.filing.supplement import fill
from samples.make import words_of

DEPARTMENTS = 20
REASONS = "三公经费增减原因"


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "补充资料.xlsx"
    write_supplement(load_pack(), path)
    return path


def _file(seed: int, blank: Path, folder: Path) -> Submission:
    filed, words = invent(seed, 2021), words_of(SEED)
    words[REASONS] = dict.fromkeys(words[REASONS], "工作安排有变化")
    write.book(final_accounts(filed.accounts), folder / "2021年度部门决算公开表.xlsx")
    write.book(budget(filed.accounts, filed.prior), folder / "2021年部门预算公开表.xlsx")
    write.book(final_accounts(filed.prior), folder / "2020年度部门决算公开表.xlsx")
    fill(blank, folder / "补充资料.xlsx", entries_of(filed, words))
    return Submission("部门", tuple(sorted(folder.iterdir())))


def test_our_own_reports_raise_no_alarm(
    blank: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    conversion, verifier, confirmed = Conversion(load_pack()), Verifier(load_pack()), 0
    for seed in range(DEPARTMENTS):
        submission = _file(seed, blank, tmp_path / str(seed))
        [department] = split_by_department(submission, conversion.reader).departments
        judged = conversion.judge(department)
        report = verifier.open(conversion.writer.write(conversion.narrate(judged), judged, ()))
        checked = verifier.check(report, "", judged.ledger)
        assert [(found.where, found.printed, found.because) for found in checked.findings] == [], seed
        confirmed += sum(number.status is Status.CONFIRMED for number in checked.numbers)
    record_property("measured", f"our own reports: {DEPARTMENTS}, alarms 0; {confirmed} numbers confirmed")
