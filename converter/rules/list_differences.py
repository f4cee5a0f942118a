"""What the forms that give one list say differently: the first counts, and each difference is named."""

import re
from collections.abc import Iterator, Mapping, Sequence
from unicodedata import normalize

from converter import messages
from converter.figures import (
    CellOrigin,
    Finding,
    Ledger,
    ListRow,
    Outcome,
    Severity,
    Text,
    basis_of,
    item_of,
    value_of,
)
from converter.pack import Amounts, RowList
from converter.rules.checks.comparison import outcome_of
from converter.rules.checks.equation import row_in_words

_BLANK, _NUMBER = re.compile(r"[\s,]"), re.compile(r"-?\d+(?:\.\d+)?")


class ListDifferences:
    """Compares the forms that give a list."""

    def __init__(self, lists: Mapping[str, RowList], amounts: Amounts, entered: frozenset[str]) -> None:
        """Take the lists of a pack, and the names of the forms `entered` by departments for the report."""
        self._lists, self._amounts, self._entered = lists, amounts, entered

    def findings(self, ledger: Ledger) -> Iterator[Finding]:
        """Yield a warning for each cell in which forms differ, and for each row the first of them lacks; what
        is to be said of rows of groups that are not listed.
        """
        for name, listed in self._lists.items():
            if listed.group_of:
                yield from self._groups_unknown(name, listed.group_of, ledger)
        for readings in ledger.list_readings.values():
            (form, first), *others = readings.items()
            known = {row.id: row for row in first}
            groups = {row.group for row in first}
            for row in (row for _, rows in others for row in rows):
                if kept := known.get(row.id):
                    yield from _words(kept, row)
                elif row.group in groups:
                    yield _row_lacking(row, form)
            if others:
                yield from self._figures(known, ledger)

    def _groups_unknown(self, name: str, group_of: str, ledger: Ledger) -> Iterator[Finding]:
        """Yield an error for each row of a group that is no row of the list it should be in.

        Where that list was not filed, one note does for what was published: nobody reports on it.
        """
        groups = {row.name for row in ledger.rows_of(group_of)}
        rows = ledger.rows_of(name)
        lost = [*reversed({row.group: row for row in reversed(rows) if row.group not in groups}.values())]
        readings = ledger.list_readings.get(name, {})
        entered = {row.group for form in self._entered & readings.keys() for row in readings[form]}
        if unlisted := [] if groups else [row for row in lost if row.group not in entered]:
            yield _not_filed(unlisted, group_of)
        yield from (_group_unknown(row, group_of) for row in lost if row not in unlisted)

    def _figures(self, rows: Mapping[str, ListRow], ledger: Ledger) -> Iterator[Finding]:
        """Yield a warning for each figure of the rows that a further form gives differently."""
        for figure_id, by_form in ledger.readings.items():
            row = rows.get(item_of(figure_id)) if len(by_form) > 1 else None
            given = [figure for figure in by_form.values() if figure.value is not None] if row else []
            for other in given[1:]:
                mine = given[0]
                apart = outcome_of(value_of(mine), "=", value_of(other)) is Outcome.DIFFERS
                if row and apart and mine.cell and other.cell:
                    kept = Text(self._amounts.filed(mine), mine.cell)
                    differing = Text(self._amounts.filed(other), other.cell)
                    yield _differs(row, basis_of(figure_id), kept, differing)


def _words(kept: ListRow, other: ListRow) -> Iterator[Finding]:
    for column, text in other.texts.items():
        mine = kept.texts.get(column)
        if mine and not _same(mine.value, text.value):
            yield _differs(kept, column, mine, text)


def _same(one: str, other: str) -> bool:
    """Whether two cells say the same without blanks, and without sign and unit if one is a bare number."""
    bare = [_BLANK.sub("", normalize("NFKC", text)) for text in (one, other)]
    numbers = [_NUMBER.findall(text) for text in bare]
    alone = any(text == "".join(found) for text, found in zip(bare, numbers, strict=True))
    return bare[0] == bare[1] or (alone and len(numbers[0]) == 1 and numbers[0] == numbers[1])


def _differs(row: ListRow, column: str, kept: Text, other: Text) -> Finding:
    return Finding.worded(
        messages.checks.LIST_DIFFERS,
        Severity.WARNING,
        Outcome.DIFFERS,
        (kept.origin, other.origin),
        row=row_in_words(row),
        column=column,
        first=_place(kept.origin),
        second=_place(other.origin),
        kept=kept.value,
        other=other.value,
    )


def _group_unknown(row: ListRow, listed: str) -> Finding:
    cell = row.cell
    return Finding.worded(
        messages.checks.LIST_GROUP_UNKNOWN,
        Severity.ERROR,
        Outcome.DIFFERS,
        (cell,),
        file=cell.file,
        sheet=cell.sheet,
        cell=cell.cell,
        row=row.name,
        group=row.group,
        list=listed,
    )


def _not_filed(rows: Sequence[ListRow], listed: str) -> Finding:
    cell = rows[0].cell
    return Finding.worded(
        messages.checks.LIST_NOT_FILED,
        Severity.NOTE,
        Outcome.DIFFERS,
        (cell,),
        file=cell.file,
        sheet=cell.sheet,
        cell=cell.cell,
        count=len(rows),
        list=listed,
    )


def _row_lacking(row: ListRow, form: str) -> Finding:
    return Finding.worded(
        messages.checks.LIST_ROW_LACKING,
        Severity.WARNING,
        Outcome.DIFFERS,
        (row.cell,),
        first=_place(row.cell),
        row=row_in_words(row),
        form=form,
    )


def _place(cell: CellOrigin) -> str:
    return messages.filing.TEXT_CELL.format(file=cell.file, sheet=cell.sheet, cell=cell.cell)
