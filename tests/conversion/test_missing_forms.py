"""Which tables of a complete filing are lacking: of those that stand for each other one is enough."""

import shutil
from pathlib import Path

import docx
import openpyxl
import pytest

from converter.conversion.missing_forms import missing_forms
from converter.figures import Ledger
from converter.inbox import Department
from converter.pack import load_pack
from tests.conversion.conftest import SAMPLES, SEED, jixiao


def test_one_of_several_forms_is_enough() -> None:
    assert "三公经费决算表" in _accounts_lacking(set())
    assert "三公经费决算表" not in _accounts_lacking({"三公经费决算表"})
    assert "三公经费决算表" not in _accounts_lacking({"机构运行信息表"})


def test_a_form_of_last_year_without_amounts_is_filed() -> None:
    ledger, pack = Ledger("某某局", 2020), load_pack()
    ledger.prior_forms = {"三公经费决算表"}
    [prior] = (each for each in missing_forms(Department("某某局"), ledger, pack) if "2019" in each.message)
    assert "三公" not in prior.message


def _accounts_lacking(filed: set[str]) -> str:
    ledger = Ledger("某某局", 2020)
    ledger.forms = filed
    return next(missing_forms(Department("某某局"), ledger, load_pack())).message


@pytest.mark.parametrize("pack", ["inbox", "inbox-2023"])
def test_a_department_set_up_this_year_needs_no_accounts_of_last_year(tmp_path: Path, pack: str) -> None:
    folder = shutil.copytree(SAMPLES.with_name(pack) / SEED, tmp_path / "inbox" / SEED)
    [last_year] = folder.glob(f"{2022 if pack == 'inbox-2023' else 2019}年度*")
    last_year.unlink()
    lacking = _listed(tmp_path)
    assert "［缺表］" in lacking
    assert "如“本年新设”" in lacking
    book = folder / "补充资料.xlsx"
    opened = openpyxl.load_workbook(book)
    for row in range(7, 21):
        opened["基础数据表"].cell(row, 2).value = "本年新设"
    opened.save(book)
    listed = _listed(tmp_path)
    assert "［缺表］" not in listed
    assert "［没有上年］补充资料写明没有上年的数（“本年新设”）" in listed
    [current] = (tmp_path / "outbox" / SEED).glob("*.docx")
    assert "（" not in current.name
    text = "\n".join(each.text for each in docx.Document(str(current)).paragraphs)
    assert "“三公”经费支出115.27万元，无上年可比数。其中公务接待费支出24.17万元。" in text
    assert "因公出国（境）费用本年未发生。" in text
    opened["基础数据表"].cell(12, 2).value = 45.53
    opened.save(book)
    assert "［缺表］" in _listed(tmp_path)


def _listed(folder: Path) -> str:
    jixiao("convert", folder / "inbox", "-o", folder / "outbox", "-j", "1")
    return (folder / "outbox" / SEED / "核对清单.txt").read_text("utf-8-sig")
