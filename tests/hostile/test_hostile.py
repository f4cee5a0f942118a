"""Nothing filed can harm: a clear line for what is refused, all others converted, nothing else touched."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.conversion.conftest import CLEAN, SAMPLES, jixiao, report
from tests.hostile.cases import NAMES, READ, REFUSED, named

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links")

State = dict[str, tuple[int, bytes]]


@dataclass(frozen=True)
class Run:
    """One run over an inbox of everything hostile, and the disk around it before and after."""

    code: int
    lines: list[str]
    outbox: Path
    before: State
    after: State

    def lines_about(self, name: str) -> list[str]:
        """Return the printed lines that name a department or file."""
        return [line for line in self.lines if name in line]


def _state(root: Path) -> State:
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(SAMPLES / CLEAN, root / "inbox" / CLEAN)
    for name, file_case in ({name: filing for name, (filing, _) in REFUSED.items()} | READ).items():
        file_case(root / "inbox" / name)
    for name, (department, _) in NAMES.items():
        named(department)(root / "inbox" / name)
    named("Ab局")(root / "inbox" / "upper-case")
    named("aB局")(root / "inbox" / "lower-case")
    before = _state(root)
    monkey = pytest.MonkeyPatch()
    monkey.setenv("COLUMNS", "1000")
    result = jixiao("convert", root / "inbox", "-o", root / "outbox", "-j", "2")
    monkey.undo()
    after = {name: state for name, state in _state(root).items() if not name.startswith("outbox")}
    return Run(result.exit_code, result.output.splitlines(), root / "outbox", before, after)


def test_the_clean_department_is_converted_and_the_others_are_named(run: Run) -> None:
    assert run.code == 3
    assert report(run.outbox, CLEAN).is_file()
    assert "Traceback" not in "\n".join(run.lines)


def test_nothing_outside_the_outbox_changes(run: Run) -> None:
    assert run.after == run.before


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_clear_line(run: Run, name: str) -> None:
    [line] = run.lines_about(f"（{name}）")
    assert REFUSED[name][1] in line


@pytest.mark.parametrize("name", READ)
def test_read_like_any_other(run: Run, name: str) -> None:
    assert [path.name for path in (run.outbox / name).glob("*.txt")] == ["核对清单.txt"]
    assert "数字未采用" not in (run.outbox / name / "核对清单.txt").read_text("utf-8")


@pytest.mark.parametrize("odd", NAMES)
def test_an_odd_department_name_stays_in_the_outbox(run: Run, odd: str) -> None:
    folder = NAMES[odd][1]
    assert [path.name for path in (run.outbox / folder).glob("*.txt")] == ["核对清单.txt"]


def test_names_that_differ_only_in_case_are_one_folder(run: Run) -> None:
    [line] = run.lines_about("文件夹“upper-case”")
    assert "（文件夹“upper-case”）与 aB局（文件夹“lower-case”）的名称只差大小写" in line


def test_prose_that_is_a_trap_is_not_used_and_named(run: Run) -> None:
    checklist = (run.outbox / "bomb-as-prose" / "核对清单.txt").read_text("utf-8")
    assert "［文字材料未读］文字材料.docx" in checklist


WILD = "{{ 7*7 }}{% for x in y %} **粗**#题<w:p>&amp;]]> =1+1 \\ `x` | [a](b)"


CELLS = ("部门概况", "单位主要职责", "机构设置")


@pytest.mark.parametrize("starts", [("", "=", "+"), ("-", "@", "{%"), ("#", "<")], ids="".join)
def test_any_text_comes_out_as_it_was_written(tmp_path: Path, starts: tuple[str, ...]) -> None:
    """Several in one filing, each in a cell of its own."""
    texts = {cell: start + WILD for cell, start in zip(CELLS, starts, strict=False)}
    folder = Path(shutil.copytree(SAMPLES / CLEAN, tmp_path / "inbox" / CLEAN))
    book = openpyxl.load_workbook(folder / "补充资料.xlsx")
    for label, text, *_ in book["文字材料"].iter_rows():
        if label.value in texts:
            text.value, text.data_type = texts[label.value], "s"
    book.save(folder / "补充资料.xlsx")
    assert jixiao("convert", tmp_path / "inbox", "-o", tmp_path / "out", "-j", "1").exit_code == 0
    document = docx.Document(str(report(tmp_path / "out", CLEAN)))
    assert set(texts.values()) <= {paragraph.text for paragraph in document.paragraphs}
