"""Extract one block of a form: figures of its named rows, detail rows, texts."""

from collections.abc import Collection, Iterator, Sequence

from converter.figures import CellOrigin, DetailRow, Figure, Severity, Text, address, item_of
from converter.pack import DetailRowKey
from converter.read.files.cells import normal_form
from converter.read.forms.amount_cells import AmountCell, AmountCells
from converter.read.forms.extracted import AmbiguousColumn, Extracted, LoneUnit, RowsAlike
from converter.read.forms.extractor import Extractor
from converter.read.forms.findings.ambiguities import agreed
from converter.read.labels.compiled_blocks import CompiledBlock, RowKey, figure_of
from converter.read.tables.blocks.columns import Columns
from converter.read.tables.blocks.crossings import crossed_cells
from converter.read.tables.blocks.locate import BlockTable
from converter.read.tables.blocks.unnamed_rows import is_total_row, stating_rows, unit_rows, unstated_row
from converter.read.tables.header_layout import Panel
from converter.read.tables.rows import SHORTEST_CODE, DataRow
from converter.read.tables.sheet import FormSheet
from converter.read.tables.table import SheetTable

DetailKey = tuple[DataRow, str]
"""A detail row, and its key."""


def extract_block(located: BlockTable, sheet: FormSheet, extractor: Extractor, found: Extracted) -> None:
    """Add to `found` what one block of the form gives from its table; a figure once for each row it fits."""
    block, table = located.block, located.table
    for panel, columns in located.columns.items():
        if columns.ambiguous or columns.with_carried:
            found.ambiguous += _ambiguous(block, panel, table, columns)
        if not columns.matched:
            continue
        if not block.rows and not block.detail_rows:
            _extract_first_row(located, columns, sheet, extractor, found)
            return
        rows = table.rows(panel)
        if block.detail_rows and (units := table.units_alike(panel)):
            ids = tuple(name for names in block.figures.values() for name in names)
            found.rows_alike.append(RowsAlike(ids, tuple(address(row, 0) for row in units), Severity.WARNING))
        cells = AmountCells(sheet, table, panel)
        if block.holds_texts:
            found.texts.update(_texts(block, rows, columns.matched, extractor))
        else:
            found.figures += _named(block, rows, cells, columns, extractor)
        details = detail_keys(block, rows, sheet.vocabulary.classes)
        found.detail_rows += _detail_rows(block, details, cells, columns, extractor)


def crossed_figures(located: BlockTable, known: Collection[str], extractor: Extractor) -> Iterator[Figure]:
    """Yield the figures, except those `known`, of a block that may be printed turned."""
    for cell in crossed_cells(located.block, located.table, known):
        yield extractor.figure(cell.figure, cell.row, cell.column)


def _ambiguous(
    block: CompiledBlock, panel: Panel, table: SheetTable, columns: Columns
) -> Iterator[AmbiguousColumn]:
    """Yield the figures whose row was found but whose column is ambiguous."""
    items = [item for item, key in block.rows.items() if next(_fitting(key, table.rows(panel)), None)]
    for target, fitting in (columns.ambiguous | columns.with_carried).items():
        ids = [target] if "." in target else [item if "." in item else f"{item}.{target}" for item in items]
        if ids and (items or not block.rows):
            cells = tuple(address(table.first - 1, column) for column in fitting)
            yield AmbiguousColumn(tuple(ids), cells, target in columns.with_carried)


def _named(
    block: CompiledBlock,
    rows: Sequence[DataRow],
    cells: AmountCells,
    columns: Columns,
    extractor: Extractor,
) -> Iterator[Figure]:
    """Yield the figures of the block's named rows; a row named by a whole id takes one column only."""
    first = next(iter(block.columns), "")
    present = {word for row in rows for word in (row.label, row.code, row.other_code)}
    for item, key in block.rows.items():
        fitting = [] if key.labels.isdisjoint(present) else list(_fitting(key, rows))
        for target, column in columns.matched.items():
            if "." in item and target != (key.column or first):
                continue
            figure_id = figure_of(item, target)
            for row in fitting:
                if parts := columns.parts.get(target):
                    yield extractor.sum_of(figure_id, row.at, parts)
                    continue
                cell = cells.find_of(row, column, alone=len(columns.matched) == 1)
                if key.may_head and extractor.is_blank_or_nil(row.at, cell.column):
                    continue
                yield extractor.figure(figure_id, row.at, cell.column, blank_may_be_nil=cell.blank_may_be_nil)
            if not fitting:
                yield from extractor.declared(figure_id)


def _texts(
    block: CompiledBlock, rows: Sequence[DataRow], columns: dict[str, int], extractor: Extractor
) -> Iterator[tuple[str, Text]]:
    """Yield by name the words filled in beside the block's named rows."""
    for item, key in block.rows.items():
        fitting = list(_fitting(key, rows))
        for target, column in columns.items():
            for row in fitting[:1]:
                origin = extractor.origin(row.at, column)
                if text := _text(origin):
                    yield ".".join(filter(None, (item, target))), Text(text, origin)


def _fitting(key: RowKey, rows: Sequence[DataRow]) -> Iterator[DataRow]:
    """Yield the rows a key fits: after its own label, and before that of a key with the same words."""
    passed, labels = not key.after, key.labels
    for nth, row in enumerate(rows):
        if row.label in key.before:
            return
        if (
            passed
            and (row.label in labels or row.code in labels or row.other_code in labels)  # most rows end here
            and (key.names(row.label, row.code) or row.other_code in labels)
            and _is_followed(key, rows[nth + 1 :])
        ):
            yield row
        passed = passed or row.label == key.after


def _is_followed(key: RowKey, below: Sequence[DataRow]) -> bool:
    """Whether the rows below are those that may follow the row of a key."""
    return not key.followed_by or key.followed_by.issuperset(row.label for row in below)


def _detail_rows(
    block: CompiledBlock,
    details: Sequence[DetailKey],
    cells: AmountCells,
    columns: Columns,
    extractor: Extractor,
) -> Iterator[DetailRow]:
    group = block.detail_rows.group if block.detail_rows else ""
    named = [
        (item_of(target) or target, AmountCell(column), columns.parts.get(target))
        for target, column in columns.matched.items()
    ]
    for row, key in details:
        item = f"{group}[{key}]"
        figures = {}
        for name, in_column, parts in named:
            if parts:
                figures[name] = extractor.sum_of(f"{item}.{name}", row.at, parts)
                continue
            cell = cells.with_label(row, in_column, alone=len(named) == 1)
            figures[name] = extractor.figure(
                f"{item}.{name}", row.at, cell.column, blank_may_be_nil=cell.blank_may_be_nil
            )
        yield DetailRow(group, key, row.label, figures)


def detail_keys(
    block: CompiledBlock, rows: Sequence[DataRow], classes: frozenset[str]
) -> Sequence[DetailKey]:
    """Return the detail rows of a block, each with its key: its code, or its label where it is counted.

    Where no row is counted, those are that the block names, or that are one of the `classes` of expenditure.
    """
    if not block.detail_rows:
        return ()
    above = rows[: next((nth for nth, row in enumerate(rows) if row.label == block.until), len(rows))]
    if block.detail_rows.by is DetailRowKey.CODE:
        return list(_coded(above, block.detail_rows.codes))
    if any(row.counted for row in above):
        return [(row, row.label) for row in above if row.counted]
    named = block.row_labels | classes
    return [(row, row.label) for row in above if row.label in named]


def _coded(rows: Sequence[DataRow], begin: str) -> Iterator[DetailKey]:
    """Yield the rows whose code begins so, or that of another classification beside it.

    A row with two codes is a part of what each of them means: where a row has one of them alone, that counts.
    """
    alone = {row.code for row in rows if not row.other_code}
    for row in rows:
        code = row.code if row.code.startswith(begin) else row.other_code
        if (
            len(code) >= SHORTEST_CODE
            and code.startswith(begin)
            and (not row.other_code or code not in alone)
        ):
            yield row, code


def _extract_first_row(
    located: BlockTable, columns: Columns, sheet: FormSheet, extractor: Extractor, found: Extracted
) -> None:
    """Add the figures of the row that states them, down to the first that states none.

    Of several, that of their total: else it is not known which of them counts; nor is it of rows of several
    organisations, of which but one states any.
    """
    block, table = located.block, located.table
    before, read = min(columns.read), columns.matched
    crossing = block.bases if block.may_be_turned else frozenset[str]()
    rows = list(stating_rows(table, columns.read, sheet, crossing))
    totals = [row for row in rows if is_total_row(sheet, row, before)]
    figures = [_cell_of(name, row, columns, extractor) for row in totals or rows for name in read]
    _, differing = agreed(figures)
    units = unit_rows(table, before, sheet, rows) if rows and not totals else {}
    if (differing or len(units) > 1) and not totals:
        alike = sorted({*rows, *units.values()}) if len(units) > 1 else rows
        found.rows_alike.append(RowsAlike(tuple(read), tuple(address(row, 0) for row in alike)))
    else:
        found.figures += figures
        lone = [LoneUnit(name, tuple(read), address(row, 0)) for name, row in units.items() if rows == [row]]
        found.lone_units += lone
    if not rows:
        found.figures += (figure for target in read for figure in extractor.declared(target))
        if (row := unstated_row(table, columns.read, sheet)) is not None:
            found.figures += (_cell_of(name, row, columns, extractor) for name in read)


def _cell_of(name: str, row: int, columns: Columns, extractor: Extractor) -> Figure:
    """Return the figure of a target in a row that needs no name."""
    if parts := columns.parts.get(name):
        return extractor.sum_of(name, row, parts)
    return extractor.figure(name, row, columns.matched[name])


def _text(origin: CellOrigin) -> str:
    text = origin.text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return text if normal_form(text) else ""
