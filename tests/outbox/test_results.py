"""The result store: what comes out is what went in, or nothing; long lists are read only when asked for."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from converter.conversion.readiness import Readiness
from converter.errors.errors import Failure
from converter.figures.figure import Figure
from converter.figures.origin import CellOrigin, Derived
from converter.inbox.submissions import Submission
from converter.outbox.changes import FigureChange, Revision
from converter.outbox.fingerprint import Provenance
from converter.outbox.record import HashedFile, LongLists, Outputs, Record
from converter.outbox.results import ResultStore, StoredResult, read_result, stored_in
from tests.overview.records import finding

SUBMISSION = Submission("甲局", ())
FIGURES = (
    Figure("支出合计.决算", Decimal("1.50"), "元", CellOrigin("决算.xlsx", "总表", "B2", 1.5, "元", "总表")),
    Figure("支出.执行率", None, "比率", Derived("a / b", ("a", "b"))),
)
DETAIL_FIGURES = (Figure("支出[201].决算", Decimal(3), "元", CellOrigin("决算.xlsx", "总表", "C9")),)
REVISIONS = (
    Revision(
        "2026-01-01 00:00", ("决算.xlsx",), ("旧", "新"), (),
        (FigureChange("支出合计.决算", "元", None, Decimal("1.5"), "", "决算.xlsx!总表!B2"),),
        (finding("C1"),), (finding("C2"),),
    ),
)  # fmt: skip
RECORD = Record(
    department="甲局", year=2020, readiness=Readiness.PENDING, place="甲局",
    inputs=(HashedFile("决算.xlsx", "0"),), findings=(finding("C2"),),
    missing=("部门概况",), score="90", grade="优秀",
    outputs=Outputs(HashedFile("甲局/报告.docx", "1"), HashedFile("甲局/清单.txt", "2")),
    seconds={"open": 0.1}, revised=1, changes=1, lists=LongLists(FIGURES, DETAIL_FIGURES, REVISIONS),
)  # fmt: skip
PAST = Record("乙局", 2020, Readiness.READY, lists=LongLists(DETAIL_FIGURES))
RESULT = StoredResult(
    "甲局",
    "0123",
    Provenance("1", "c", "p", "v", "d", 0),
    (RECORD,),
    (Failure("坏.xlsx", "坏", "甲局"),),
    (PAST,),
)


def _saved(root: Path) -> Path:
    ResultStore(root).save(SUBMISSION, RESULT)
    return root / stored_in(SUBMISSION)


def _everything(result: StoredResult) -> tuple[object, ...]:
    records = result.all_records
    lists = [record.lists for record in records]
    return (
        [record.without_lists() for record in records],
        [(own.read_figures(), own.read_detail_figures(), own.read_revisions()) for own in lists],
        (result.submission, result.fingerprint, result.provenance, result.failures, len(result.past)),
    )


def test_what_comes_out_is_what_went_in(tmp_path: Path) -> None:
    _saved(tmp_path)
    result = ResultStore(tmp_path).load(SUBMISSION)
    assert result is not None
    assert _everything(result) == _everything(RESULT)
    assert result.find(("甲局", 2020)) is result.records[0]


def test_nothing_is_stored_of_another_submission(tmp_path: Path) -> None:
    file = _saved(tmp_path)
    assert ResultStore(tmp_path).load(Submission("乙局", ())) is None
    assert ResultStore(tmp_path).files_of_others([Submission("乙局", ())]) == [file]
    assert ResultStore(tmp_path).files_of_others([SUBMISSION]) == []


def test_the_same_result_is_stored_in_the_same_bytes(tmp_path: Path) -> None:
    assert _saved(tmp_path / "one").read_bytes() == _saved(tmp_path / "other").read_bytes()


def test_a_stored_result_stores_again(tmp_path: Path) -> None:
    before = _saved(tmp_path).read_bytes()
    result = ResultStore(tmp_path).load(SUBMISSION)
    assert result is not None
    ResultStore(tmp_path).save(SUBMISSION, result)
    assert _saved(tmp_path).read_bytes() == before


def _cut(data: bytes, at: int) -> bytes:
    return data[:at]


def _zeroed(data: bytes, at: int) -> bytes:
    return data[:at] + bytes(len(data) - at)


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


@pytest.mark.parametrize("spoil", [_cut, _zeroed, _flipped])
def test_a_file_spoiled_at_any_place_is_noticed(tmp_path: Path, spoil: Callable[[bytes, int], bytes]) -> None:
    """A result is read as it was stored or not at all; damage that changes nothing may pass."""
    file = _saved(tmp_path)
    whole, expected, refused = file.read_bytes(), _everything(RESULT), 0
    positions = range(0, len(whole), 3)
    for at in positions:
        file.write_bytes(spoil(whole, at))
        result = read_result(file)
        refused += result is None
        assert result is None or _everything(result) == expected
    assert refused > len(positions) * 0.8


def test_lists_are_read_anew_each_time(tmp_path: Path) -> None:
    """A stored record holds none of its lists: without the file they are gone."""
    file = _saved(tmp_path)
    result = read_result(file)
    assert result is not None
    lists = result.records[0].lists
    assert lists.read_figures() == lists.read_figures()
    assert lists.read_figures() is not lists.read_figures()
    file.unlink()
    with pytest.raises(FileNotFoundError):
        lists.read_figures()
