"""One department in two folders: one filing if its tables agree, else none; the same in every run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from samples.filing import write
from samples.filing.departments import SEED, load
from samples.filing.final_accounts import final_accounts
from samples.filing.sheet import SheetTable
from tests.batch.conftest import contents
from tests.conversion.conftest import jixiao

FIRST, SECOND = "A", "又一份"
BOOK = "2020年度部门决算公开表.xlsx"
Files = dict[str, list[SheetTable]]

WHOLE = final_accounts(load(SEED).accounts)[1:4]


def _other_amount(table: SheetTable) -> SheetTable:
    """Return a table with its largest amount made larger."""
    amounts = {place: value for place, value in table.cells.items() if not isinstance(value, str | int)}
    place = max(amounts, key=lambda place: amounts[place])
    return table.replaced(place, amounts[place] + 1)


OTHER = [_other_amount(WHOLE[0]), *WHOLE[1:]]
AGREEING: dict[str, Files] = {
    "each has a part": {f"{FIRST}/{BOOK}": WHOLE[:2], f"{SECOND}/{BOOK}": WHOLE[2:]},
    "both have the same": {f"{FIRST}/{BOOK}": WHOLE, f"{SECOND}/{BOOK}": WHOLE},
    "the whole and its own accounts": {f"{FIRST}/（汇总）{BOOK}": WHOLE, f"{SECOND}/（本级）{BOOK}": OTHER},
    "three folders, loosely named": {
        f"{FIRST}/{BOOK}": WHOLE[:1],
        f"{SECOND}/{BOOK}": WHOLE[1:2],
        f"{SEED}/{BOOK}": WHOLE[2:],
    },
}


@pytest.fixture
def run(tmp_path: Path) -> Callable[[Files], tuple[int, list[str], dict[str, str]]]:
    """A function that files tables and converts them: the exit code, the lines, and what is in the outbox."""

    def converted(files: Files) -> tuple[int, list[str], dict[str, str]]:
        for name, tables in files.items():
            write.book(tables, tmp_path / "inbox" / name)
        result = jixiao("convert", tmp_path / "inbox", "-o", tmp_path / "outbox", "-j", "2")
        return result.exit_code, result.output.splitlines(), contents(tmp_path / "outbox")

    return converted


@pytest.mark.parametrize("case", AGREEING)
def test_tables_that_agree_are_one_filing(run: Callable, tmp_path: Path, case: str) -> None:
    code, lines, seen = run(AGREEING[case])
    assert (code, [line for line in lines if line.startswith("未处理")]) == (0, [])
    [report] = [name for name in seen if name.endswith(".docx")]
    assert report.startswith(f"{SEED}/")
    listed = (tmp_path / "outbox" / SEED / "核对清单.txt").read_text("utf-8")
    assert f"都是“{SEED}”的材料，合在一起使用" in listed
    code, lines, again = run({})
    assert (code, again, "未变" in "".join(lines)) == (0, seen, True)


def test_tables_that_differ_are_no_filing_and_both_folders_are_named(run: Callable) -> None:
    files = {f"{FIRST}/{BOOK}": WHOLE, f"{SECOND}/{BOOK}": OTHER}
    for given in (files, {}):
        code, lines, seen = run(given)
        [line] = [line for line in lines if line.startswith("未处理")]
        assert (code, seen) == (3, {})
        assert f"{FIRST}/{BOOK}" in line
        assert f"{SECOND}/{BOOK}" in line


def test_one_that_comes_later_moves_the_report_to_the_history_once(run: Callable) -> None:
    _, _, first = run({f"{FIRST}/{BOOK}": WHOLE[:2]})
    _, _, both = run({f"{SECOND}/{BOOK}": WHOLE[2:]})
    _, _, again = run({})
    moved = {f"历史/{Path(name).with_stem(f'{Path(name).stem}_1').as_posix()}" for name in first}
    assert {name for name in both if name.startswith("历史/")} == moved
    assert again == both


def test_one_that_comes_later_and_differs_leaves_the_report_as_it_is(run: Callable) -> None:
    _, _, first = run({f"{FIRST}/{BOOK}": WHOLE})
    for files in ({f"{SECOND}/{BOOK}": OTHER}, {}):
        code, _, seen = run(files)
        assert (code, seen) == (3, first)


def test_one_that_cannot_be_read_for_a_while_keeps_the_report(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, first = run({f"{FIRST}/{BOOK}": WHOLE[:2], f"{SECOND}/{BOOK}": WHOLE[2:]})
    real = Path.iterdir

    def refused(path: Path) -> object:
        if path.name == SECOND:
            raise PermissionError(13, "")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    code, lines, seen = run({})
    [line] = [line for line in lines if line.startswith("未处理")]
    assert (code, seen, "原有的报告和处理结果都没有动" in line) == (3, first, True)
    monkeypatch.undo()
    code, lines, seen = run({})
    assert (code, seen, "未变" in "".join(lines)) == (0, first, True)
