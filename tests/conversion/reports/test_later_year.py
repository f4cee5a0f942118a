"""The seed department moved to 2023: its pack, its report as text, and what is found in that report."""

from pathlib import Path

import pytest

from tests.conversion.conftest import SCREEN, SEED, jixiao
from tests.conversion.reports.test_golden import check_golden

REPORT = f"2023年度{SEED}部门整体支出绩效自评报告.docx"


@pytest.fixture
def folder(later_outbox: Path) -> Path:
    """The folder of the department in the outbox."""
    return later_outbox / SEED


def test_it_is_ready_and_has_the_pack_of_its_year(later_outbox: Path) -> None:
    screen = later_outbox.with_name(SCREEN).read_text("utf-8")
    assert "可报送 2023年度" in screen
    assert "湖南省部门整体支出绩效自评（2021年度起）（提纲未经核实）" in screen


@pytest.mark.parametrize("kind", ["报告", "清单"])
def test_the_later_report_and_checklist_are_as_recorded(folder: Path, kind: str) -> None:
    check_golden(folder / REPORT, kind, f"{SEED}.2023")


def test_nothing_is_found_wrong_in_it(folder: Path) -> None:
    checked = jixiao("verify", folder / REPORT, "-j", "1")
    assert (checked.exit_code, "没有发现错误" in checked.output) == (0, True), checked.output


def test_points_are_explained_down_to_their_cells(folder: Path) -> None:
    explained = jixiao("explain", folder / REPORT, "综合评价.得分").output
    assert "整体绩效指标[承办全市性会议].得分 = 3.87分　补充资料.xlsx!整体绩效指标!H6" in explained
