"""Decide for which department and year a workbook is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TypeVar

from converter.read.identity.workbook import TitledWorkbook, WorkbookIdentity
from converter.read.labels.titles import named_year
from converter.read.tables.title_block import TitleBlock

Named = TypeVar("Named", str, int)


def identify(workbook: TitledWorkbook) -> WorkbookIdentity:
    """Return for which department and year a workbook is."""
    title_blocks = [table.title_block for table in workbook.tables if not table.grid.is_hidden]
    return WorkbookIdentity(
        workbook.department or _department(title_blocks),
        workbook.year or _year(title_blocks, workbook.source.path),
    )


def most_named(values: Iterable[Named], blank: Named) -> Named:
    """Return the value met most often, blanks apart; `blank` where there is none."""
    named = Counter(value for value in values if value)
    return named.most_common(1)[0][0] if named else blank


def _year(title_blocks: Sequence[TitleBlock], path: PurePath) -> int:
    """Return the year most titles name, those of known forms first, else the one in the file's name."""
    titled = most_named((block.year for block in title_blocks if block.form), 0)
    return titled or most_named((block.year for block in title_blocks), 0) or named_year(path.stem)


def _department(title_blocks: Sequence[TitleBlock]) -> str:
    """Return the department most title blocks name, those of known forms first, '' if none does."""
    titled = most_named((block.department for block in title_blocks if block.form), "")
    return titled or most_named((block.department for block in title_blocks), "")
