"""Which kind a table is of, accounts or a budget, by what stands about it where it says neither itself."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import PurePath

from converter.figures import position
from converter.pack import FormKind
from converter.read.files.cells import label_of
from converter.read.identity.hints import KindOf
from converter.read.identity.workbook import TitledWorkbook
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.titles.split import HEADER_WITHIN, TitledGrid
from converter.read.tables.titles.words_around import MOST_ROWS

ABOUT_TITLE = 2  # so many rows below a title may still state its number, unit or department

Kinds = frozenset[FormKind]


class KindEvidence:
    """What a workbook tells of the kind of its tables: the strongest that says any decides, if it says one.

    `years` are those of its tables, 0 where they are not known; `kind_of` returns a form's kind.
    """

    def __init__(
        self, workbook: TitledWorkbook, years: Sequence[int], kind_of: KindOf, vocabulary: Vocabulary
    ) -> None:
        self._vocabulary, self._lines = vocabulary, vocabulary.title_lines
        self._path = PurePath(workbook.source.name)
        self._tables = [
            (table, year)
            for table, year in zip(workbook.tables, years, strict=True)
            if not table.grid.is_hidden and kind_of(table.title_block.form or "") is not FormKind.SUPPLEMENT
        ]

    def kind(self, table: TitledGrid) -> FormKind | None:
        """Return the kind of a table by its number and its sheet's name, else by the rest of the workbook."""
        own = self._said(self._about_title(table))
        return _only(own) if own else self._of_workbook

    @cached_property
    def _of_workbook(self) -> FormKind | None:
        """The kind that titles of tables say, else heads, else the file's name, its folders, the cover."""
        return _only(next(filter(None, self._levels()), frozenset()))

    def _levels(self) -> Iterator[Kinds]:
        yield self._said(_title(table) for table, _ in self._tables)
        yield frozenset(kind for table, year in self._tables for kind in self._in_heads(table, year))
        for name in (self._path.stem, *reversed(self._path.parent.parts)):
            yield self._said([name])
        yield self._said(text for table, _ in self._tables for text in self._about_title(table))

    def _said(self, texts: Iterable[str]) -> Kinds:
        return frozenset(kind for text in texts for kind in self._lines.titles.kinds(text))

    def _about_title(self, table: TitledGrid) -> Iterator[str]:
        """Yield the sheet's name, the texts above a title and those below that belong to it; of a sheet that
        is no form its first rows.
        """
        block, lines = table.title_block, self._lines
        row = MOST_ROWS if block.form is None else block.row
        yield table.grid.name
        for nth, cells in enumerate(table.grid.rows[: row + 1 + ABOUT_TITLE]):
            texts = (cell for cell in cells if isinstance(cell, str) and cell)
            about = (text for text in texts if nth <= row or lines.is_title_line(text))
            yield from (text for text in about if lines.department(text) is None)

    def _in_heads(self, table: TitledGrid, year: int) -> Iterator[FormKind]:
        """Yield the kind that the heads of a table name; accounts print the budget beside them."""
        top = table.title_block.row + 1
        rows = table.grid.rows[top : top + HEADER_WITHIN]
        canonical = self._vocabulary.canonical
        words = {canonical(text, year) for cells in rows for text in map(label_of, cells) if text}
        heads = self._vocabulary.kind_heads.items()
        yield from [kind for kind, of_kind in heads if not words.isdisjoint(of_kind)][:1]


def _only(kinds: Kinds) -> FormKind | None:
    return next(iter(kinds)) if len(kinds) == 1 else None


def _title(table: TitledGrid) -> str:
    """Return a table's title, or the sheet's name where that is the title."""
    at = table.title_block.title
    return str(table.grid.cell(*position(at))) if at else table.grid.name
