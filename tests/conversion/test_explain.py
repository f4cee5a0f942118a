"""`jixiao explain`: five figures as text a person can review; what is unclear or missing is named."""

import os
import shutil
from pathlib import Path

import pytest

from converter import messages
from tests.conversion.conftest import CLEAN, FAULTY, SAMPLES, SEED, jixiao, report

GOLDEN = Path(__file__).parent / "golden" / "explain"
FIGURES = {
    "得分": "得分",
    "78.82%": "人员经费占基本支出",
    "3915.36": "基本支出",
    "三公经费.增减率": "三公经费增减率",
    "101.37%": "公用经费控制率",
}


@pytest.mark.parametrize(("wanted", "name"), FIGURES.items())
def test_explanations_are_as_recorded(outbox: Path, wanted: str, name: str) -> None:
    result = jixiao("explain", report(outbox, SEED), wanted)
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("JIXIAO_GOLDEN"):
        golden.write_text(result.output, "utf-8")
    assert result.exit_code == 0
    assert result.output == golden.read_text("utf-8")


@pytest.mark.parametrize("wanted", ["综合评价.得分", "78.82%", "三公经费.增减率", "101.37%"])
def test_inbox_outbox_and_report_give_the_same(outbox: Path, wanted: str) -> None:
    alone = jixiao("explain", report(outbox, SEED), wanted).output
    assert jixiao("explain", outbox, wanted, "--department", "常德").output == alone
    assert jixiao("explain", outbox / SEED, wanted).output == alone
    assert jixiao("explain", SAMPLES / SEED, wanted, "-j", "1").output == alone


def test_a_checklist_among_the_tables_makes_no_outbox_of_them(outbox: Path, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / SEED, tmp_path / SEED)
    shutil.copy(outbox / SEED / messages.filing.CHECKLIST_FILE, tmp_path / SEED)
    alone = jixiao("explain", report(outbox, SEED), "78.82%").output
    assert jixiao("explain", tmp_path / SEED, "78.82%", "-j", "1").output == alone


def test_a_figure_of_several_departments_asks_which(outbox: Path) -> None:
    result = jixiao("explain", outbox, "综合评价.得分")
    assert result.exit_code == 2
    assert "--department" in result.output
    assert all(name in result.output for name in (SEED, CLEAN, FAULTY))


def test_a_number_that_several_figures_print_lists_them(outbox: Path) -> None:
    result = jixiao("explain", report(outbox, SEED), "78.72")
    assert result.exit_code == 2
    assert "公务用车运行维护费.上年决算" in result.output
    assert "公务用车购置及运行维护费.上年决算" in result.output


def test_what_is_not_there_is_named(outbox: Path, tmp_path: Path) -> None:
    assert "没有找到" in jixiao("explain", report(outbox, SEED), "12345.67").output
    assert jixiao("explain", tmp_path / "none", "得分").exit_code == 2
    assert "没有可读的表" in jixiao("explain", tmp_path, "得分").output
    foreign = tmp_path / "别人的报告.docx"
    foreign.write_bytes(b"no report")
    result = jixiao("explain", foreign, "得分")
    assert result.exit_code == 3
    assert "别人的报告.docx" in result.output
