"""What reading the workbooks of a department costs: with all that we look at, and as others do it."""

import statistics
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pandas as pd

from converter.pack.loading import load_pack
from converter.read.files.filed_file import FiledFile
from converter.read.files.workbook import open_workbook

OURS = "ours"
_LIMITS = load_pack().limits


def _ours(book: Path) -> None:
    open_workbook(FiledFile(book, book.name), _LIMITS)


def _openpyxl(book: Path) -> None:
    """Look at values, errors and merged cells, and, in a second go, at formulas: it tells one of the two."""
    for data_only in (True, False):
        workbook = openpyxl.load_workbook(book, data_only=data_only)
        for sheet in workbook.worksheets:
            sheet.merged_cells.ranges  # noqa: B018
            for row in sheet.iter_rows():
                for cell in row:
                    cell.data_type  # noqa: B018


def _calamine(book: Path) -> None:
    """Look at values only."""
    pd.read_excel(book, sheet_name=None, header=None, engine="calamine")


READERS: dict[str, Callable[[Path], None]] = {
    OURS: _ours,
    "openpyxl, values and formulas": _openpyxl,
    "pandas with calamine, values": _calamine,
}


def milliseconds(departments: Sequence[Path], rounds: int) -> dict[str, float]:
    """Return by reader the median processor milliseconds for a department's workbooks, read in turn."""
    warnings.simplefilter("ignore", UserWarning)  # openpyxl does not know every extension
    spent: dict[str, list[float]] = {name: [] for name in READERS}
    for department in [*departments] * rounds:
        for name, reader in READERS.items():
            started = time.process_time()
            for book in sorted(department.iterdir()):
                reader(book)
            spent[name].append((time.process_time() - started) * 1000)
    return {name: statistics.median(times) for name, times in spent.items()}
