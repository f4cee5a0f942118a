"""What `make bench` measures goes on working, and its workbooks with formulas say what those without say."""

from pathlib import Path

from benchmarks.formulas import put_formulas
from benchmarks.warm import Warm
from converter.inbox.submissions import submissions
from converter.pack.loading import load_pack
from converter.read.files.filed_file import FiledFile
from converter.read.files.workbook import open_workbook
from samples.filing import write
from samples.filing.final_accounts import final_accounts
from samples.filing.invented import invent

SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"


def test_every_stage_of_a_warm_report_is_timed() -> None:
    submitted = submissions(SAMPLES)[:1]
    stages = Warm(submitted).stages(submitted[0])
    assert list(stages) == ["read", "assemble", "rules", "narrative", "document", "files"]


def test_formulas_beside_amounts_give_these_amounts(tmp_path: Path) -> None:
    sheets = final_accounts(invent(0, 2021).accounts)
    book = write.book(sheets, tmp_path / "a.xlsx")
    plain = open_workbook(FiledFile(book, "a"), load_pack().limits)
    put_formulas(sheets, book, 40)
    found = open_workbook(FiledFile(book, "a"), load_pack().limits)
    assert [grid.rows for grid in found.grids] == [grid.rows for grid in plain.grids]
    assert not any(grid.uncomputed for grid in found.grids)
